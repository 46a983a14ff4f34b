//! What may stand in a rule file, as data: for editors that complete and check while one types.
//!
//! The readers decide what a file may hold and say so in their messages; here the same stands once
//! more, key by key, in a form that a JSON Schema can be written from. The words of lists are those
//! of the readers. Everything is a little wider than the readers where other files or sums are
//! needed to judge: an editor never refuses what the compiler takes.

mod calculators;
mod figures;
mod municipal;
mod pages;
mod questions;
mod scheme;

use steunwijzer_engine::rulebook::Kind;

/// A kind of rule file.
#[derive(Clone, Debug)]
pub struct Schema {
    /// Its name: that of the file in `rules/schema/`.
    pub name: &'static str,
    /// What it is, in Dutch.
    pub title: &'static str,
    /// Which files it describes, below `rules/`: `*` stands for any name in a folder.
    pub files: &'static str,
    /// A file that this pattern holds too, but that is of another kind.
    pub except: Option<&'static str>,
    /// The keys of the file.
    pub table: Table,
}

/// A table: its keys, and what its keys ask of each other.
#[derive(Clone, Debug)]
pub struct Table {
    /// A short name, the same for the same table in other places.
    pub name: &'static str,
    /// What it is, in Dutch.
    pub about: &'static str,
    /// Its keys.
    pub keys: Vec<Key>,
    /// What holds between them.
    pub rules: Vec<Rule>,
}

/// A key of a table.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What to write there, in Dutch.
    pub about: &'static str,
    /// Whether it must be there, whatever the other keys say.
    pub needed: bool,
    /// What may stand in it.
    pub shape: Shape,
}

/// What may stand somewhere.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A text that is not empty.
    Text,
    /// A text of a certain form.
    Form(Form),
    /// One of these words.
    Words(Vec<&'static str>),
    /// `true` or `false`.
    YesNo,
    /// A whole number, both bounds included.
    Whole(i64, i64),
    /// A day, without quotes.
    Day,
    /// A number in machine notation: `36`, `"2337.00"`, `"23.5 %"`.
    Figure,
    /// A figure or a day: other keys say which.
    FigureOrDay,
    /// An answer, or what comes out: anything but a binary fraction.
    Answer,
    /// A list, or the tables of `[[…]]`.
    List {
        /// What its elements are.
        of: Box<Shape>,
        /// The least number of elements.
        least: u8,
        /// The greatest number, if there is one.
        most: Option<u8>,
    },
    /// A table.
    Table(Table),
    /// A table whose keys are names, all with such a value.
    Named(Box<Shape>),
}

/// The form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The id of a scheme, condition or source: `lks-participatiewet`.
    HyphenId,
    /// An id that can stand in an expression: `is_sme`.
    Name,
    /// The id of a question: `org.legal_form`.
    QuestionId,
    /// An address of the web.
    Address,
    /// A year, a month, a day or `unknown`.
    ContentDate,
    /// An hour: `17:00`.
    Hour,
    /// The code of a municipality: `GM0344`.
    Municipality,
}

impl Form {
    /// The form as a regular expression that every dialect knows.
    pub fn pattern(self) -> &'static str {
        match self {
            Form::HyphenId => "^[a-z0-9][a-z0-9-]*$",
            Form::Name => "^[a-z0-9][a-z0-9_]*$",
            Form::QuestionId => r"^[a-z0-9][a-z0-9_]*\.[a-z0-9_]+$",
            Form::Address => "^https?://",
            Form::ContentDate => "^(unknown|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)$",
            Form::Hour => "^([01][0-9]|2[0-3]):[0-5][0-9]$",
            Form::Municipality => "^GM[0-9]{4}$",
        }
    }
}

/// What the keys of a table ask of each other.
#[derive(Clone, Debug)]
pub enum Rule {
    /// Where all this is so, some keys are needed and others have no place.
    Where {
        /// When it holds.
        all: Vec<Given>,
        /// The keys that must be there.
        needs: Vec<&'static str>,
        /// The keys that must not.
        forbids: Vec<&'static str>,
    },
    /// Where all this is so, some keys are needed in each table of a list, and others have no place.
    Each {
        /// When it holds.
        all: Vec<Given>,
        /// The list.
        of: &'static str,
        /// The keys that must be in each of its tables.
        needs: Vec<&'static str>,
        /// The keys that must not.
        forbids: Vec<&'static str>,
    },
    /// Where all this is so, these keys hold such a value.
    Holds {
        /// When it holds.
        all: Vec<Given>,
        /// The keys.
        keys: Vec<&'static str>,
        /// What may stand in them.
        shape: Shape,
    },
    /// A key that stands in the table `nl` also stands in `en`, and the other way around.
    Translated(&'static str),
}

/// Something that is so in a table.
#[derive(Clone, Debug)]
pub enum Given {
    /// The key is there.
    Has(&'static str),
    /// The key is not there.
    Lacks(&'static str),
    /// The key holds one of these words.
    Is(&'static str, Vec<&'static str>),
}

/// Every kind of rule file, in the order of `rules/README.md`.
pub fn all() -> Vec<Schema> {
    let schema = |name, title, files, table| Schema { name, title, files, except: None, table };
    vec![
        schema("edition", "De uitgave", "edition.toml", pages::edition()),
        schema("changes", "Wat er veranderde", "changes.toml", pages::changes()),
        Schema {
            except: Some("questions/conflicts.toml"),
            ..schema("questions", "Vragen over één onderwerp", "questions/*.toml", questions::topic())
        },
        schema(
            "conflicts",
            "Antwoorden die niet samengaan",
            "questions/conflicts.toml",
            questions::conflicts(),
        ),
        schema("definitions", "Begrippen", "definitions/*.toml", figures::definitions()),
        schema("parameters", "Gedateerde cijfers", "parameters/*.toml", figures::parameters()),
        schema("places", "Gemeenten en provincies", "places/*.toml", pages::places()),
        schema("sources", "Bronnen", "sources/*.toml", pages::sources()),
        schema("scheme", "Een regeling", "schemes/*/*.toml", scheme::scheme()),
        schema("municipal", "De kant van de gemeente", "municipal/*.toml", municipal::file()),
        schema("calculator", "Een rekenhulp", "calculators/*.toml", calculators::calculator()),
    ]
}

/// The words for the kind of a scheme, each with what it means.
pub fn kinds() -> &'static [(&'static str, Kind)] {
    crate::read::schemes::KINDS
}

/// Whether a text can be the id of a scheme.
pub fn is_scheme_id(text: &str) -> bool {
    crate::read::values::is_hyphen_id(text)
}

fn words_of<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
    words.iter().map(|(word, _)| *word).collect()
}

fn words<T>(words: &[(&'static str, T)]) -> Shape {
    Shape::Words(words_of(words))
}

fn table(name: &'static str, about: &'static str, keys: Vec<Key>) -> Table {
    Table { name, about, keys, rules: Vec::new() }
}

impl Table {
    fn and(mut self, keys: impl IntoIterator<Item = Key>) -> Table {
        self.keys.extend(keys);
        self
    }

    fn rule(mut self, rule: Rule) -> Table {
        self.rules.push(rule);
        self
    }

    /// Where all this is so, these keys are needed and those have no place.
    fn given(self, all: Vec<Given>, needs: &[&'static str], forbids: &[&'static str]) -> Table {
        self.rule(Rule::Where { all, needs: needs.to_vec(), forbids: forbids.to_vec() })
    }

    /// Two keys of which one is never there without the other.
    fn together(self, one: &'static str, other: &'static str) -> Table {
        self.given(vec![Given::Has(one)], &[other], &[]).given(vec![Given::Has(other)], &[one], &[])
    }
}

fn need(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, about, needed: true, shape }
}

fn may(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, about, needed: false, shape }
}

fn list(of: Shape) -> Shape {
    Shape::List { of: Box::new(of), least: 0, most: None }
}

fn at_least_one(of: Shape) -> Shape {
    Shape::List { of: Box::new(of), least: 1, most: None }
}

fn tables(table: Table) -> Shape {
    list(Shape::Table(table))
}

fn answers() -> Shape {
    Shape::Named(Box::new(Shape::Answer))
}

/// The keys `nl` and `en` of a table that holds one text.
fn text() -> [Key; 2] {
    [
        need("nl", Shape::Text, "In het Nederlands: B1, u-vorm, hooguit 20 woorden per zin."),
        need("en", Shape::Text, "In het Engels, met dezelfde betekenis."),
    ]
}

/// The tables `nl` and `en` of a thing with more than one text.
fn texts(name: &'static str, keys: &[Key]) -> [Key; 2] {
    let of = |about| Shape::Table(table(name, about, keys.to_vec()));
    let about = "De teksten in één taal.";
    [
        need("nl", of(about), "De Nederlandse teksten: B1, u-vorm, hooguit 20 woorden per zin."),
        need("en", of(about), "De Engelse teksten, met dezelfde betekenis."),
    ]
}

/// What a thing rests on: at least one source.
fn sources() -> Key {
    need("sources", citations(), "Waar dit staat: minstens één bron.")
}

/// What a thing rests on beside the sources of what it is part of.
fn own_sources() -> Key {
    may("sources", citations(), "Waar dit staat, als dat een andere bron is.")
}

fn citations() -> Shape {
    at_least_one(Shape::Table(table(
        "citation",
        "Een verwijzing naar een bron.",
        vec![
            need("id", Shape::Form(Form::HyphenId), "De naam van de bron in `rules/sources/`."),
            may("at", Shape::Text, "De plaats in de bron: `art. 10d lid 4`."),
        ],
    )))
}
