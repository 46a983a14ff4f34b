//! A small book of questions, parameters and places, to compile and evaluate expressions against.
#![allow(dead_code, missing_docs, unreachable_pub, reason = "each test file uses a part")]

use rust_decimal::Decimal;
use steunwijzer_compiler::feel::{
    DefinitionName, Known, LineName, ListName, Names, ParameterName, QuestionName, Scope, Tables, Type, Uses,
    value,
};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::expression::{Input, NodeId};
use steunwijzer_engine::rulebook::{
    Amounts, AnswerType, ChoiceOption, Claim, Condition, Confidence, Edition, Figures, Index, Kind, Level,
    List, ListId, Municipality, Parameter, ParameterId, ParameterUse, ParameterValue, Province, Question,
    QuestionId, Review, Role, Rows, Rulebook, Scheme, SchemeTexts, StateAid, Status, SubjectKind, TextId,
    Unit,
};

pub const HIRES: ListId = ListId(0);
pub const MUNICIPALITIES: u16 = 70;
const NO_TEXT: TextId = TextId(0);

/// What [`Names`] stands for in these tests.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub questions: Vec<Question>,
    pub parameters: Vec<Parameter>,
    pub definitions: Vec<(String, Defined)>,
    pub lines: Vec<(String, LineName)>,
    /// The texts of the definitions.
    pub texts: Vec<(String, String)>,
}

/// A compiled definition.
#[derive(Clone, Debug)]
pub struct Defined {
    pub node: NodeId,
    pub ty: Type,
    pub list: Option<ListId>,
    pub uses: Uses,
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a day in a test")
}

pub fn options(names: &[&str]) -> Vec<ChoiceOption> {
    names.iter().map(|id| ChoiceOption { id: (*id).to_owned(), text: NO_TEXT }).collect()
}

pub fn number(unit: Unit, scale: u8, min: i64, max: i64) -> AnswerType {
    AnswerType::Number { unit, scale, min, max, label: NO_TEXT }
}

impl Book {
    /// An organisation with hires, and a few figures.
    pub fn example() -> Book {
        let forms = ["bv", "nv", "stichting", "vereniging"];
        let mut book = Book::default();
        book.ask("org.fte", number(Unit::Plain, 2, 0, 10_000));
        book.ask("org.staff", number(Unit::Plain, 0, 0, 50));
        book.ask("org.owners", number(Unit::Plain, 0, 1, 9));
        book.ask("org.turnover", number(Unit::Euro, 2, 0, 10_000_000_000));
        book.ask("org.share", number(Unit::Percent, 4, 0, 10_000));
        book.ask("org.form", AnswerType::Choice(options(&forms)));
        book.ask("org.form_before", AnswerType::Choice(options(&forms)));
        book.ask("org.size", AnswerType::Choice(options(&["small", "large"])));
        book.ask("org.themes", AnswerType::Choices(options(&["food", "care", "circular"])));
        book.ask("org.active", AnswerType::YesNo);
        book.ask("org.anbi", AnswerType::YesNo);
        book.ask("org.founded", AnswerType::Date { min: day("2000-01-01"), max: day("2030-12-31") });
        book.ask("org.place", AnswerType::Place);
        book.ask("hire.hours", number(Unit::HoursPerWeek, 2, 0, 6_000));
        book.ask("hire.age", number(Unit::Plain, 0, 15, 75));
        book.ask("hire.term", number(Unit::Months, 0, 0, 120));
        book.ask("hire.start", AnswerType::Date { min: day("2015-01-01"), max: day("2035-12-31") });
        book.ask("hire.place", AnswerType::Place);
        book.ask("hire.lks", AnswerType::YesNo);
        let one = |text: &str| Figures::One(decimal(text));
        book.figure("wml_month", Unit::EuroPerMonth, "2026-07-01", one("2337.00"));
        book.figure("norm_week", Unit::HoursPerWeek, "2000-01-01", one("36"));
        book.figure("weeks", Unit::WeeksPerYear, "2000-01-01", one("52"));
        book.figure("cap", Unit::Percent, "2000-01-01", one("0.70"));
        book.figure("term", Unit::Months, "2000-01-01", one("6"));
        book.figure("half_term", Unit::Months, "2000-01-01", one("1.5"));
        let figures = ["4.49", "5.16", "5.91", "7.48", "8.98", "11.97", "14.96"].map(decimal).to_vec();
        let by_age = Figures::ByKey { first: 15, figures };
        book.figure("wml_hour", Unit::EuroPerHour, "2026-07-01", by_age);
        book
    }

    /// Adds a question; a name before the dot other than `hire` is of the organisation.
    pub fn ask(&mut self, id: &str, answer: AnswerType) {
        let list = id.starts_with("hire.").then_some(HIRES);
        let slot = self.questions.iter().filter(|question| question.list == list).count();
        self.questions.push(Question {
            id: id.to_owned(),
            list,
            slot: u16::try_from(slot).expect("few questions"),
            answer,
            changeable: false,
            burden: 1,
            ask_if: None,
            otherwise: None,
            ask: NO_TEXT,
            short: NO_TEXT,
            help: NO_TEXT,
            why: NO_TEXT,
        });
    }

    /// Compiles a definition about a hire.
    pub fn define(&mut self, name: &str, text: &str, tables: &mut Tables) {
        let scope = Scope { subject: Some(HIRES) };
        let compiled = value(text, self, scope, None, tables).expect("a definition");
        let list = Some(HIRES);
        let defined = Defined { node: compiled.node, ty: compiled.ty, list, uses: compiled.uses };
        self.definitions.push((name.to_owned(), defined));
        self.texts.push((name.to_owned(), text.to_owned()));
    }

    fn figure(&mut self, id: &str, unit: Unit, from: &str, figures: Figures) {
        let value = ParameterValue { from: day(from), until: None, figures, sources: Vec::new() };
        self.parameters.push(Parameter {
            id: id.to_owned(),
            unit,
            text: NO_TEXT,
            review: None,
            values: vec![value],
            when_unknown: None,
        });
    }

    /// The rulebook with these tables.
    pub fn rulebook(&self, tables: &Tables) -> Rulebook {
        let rows = (0..self.questions.len()).map(|row| u16::try_from(row).expect("few"));
        let edition =
            Edition { date: day("2026-11-21"), hash: String::new(), answers_for: NO_TEXT, report: NO_TEXT };
        Rulebook {
            edition,
            topics: Vec::new(),
            lists: vec![List {
                id: "hires".to_owned(),
                item: "hire".to_owned(),
                max: 3,
                width: u16::try_from(self.questions.iter().filter(|q| q.list.is_some()).count())
                    .expect("few"),
                none: NO_TEXT,
            }],
            questions: self.questions.clone(),
            asking_order: rows.map(QuestionId).collect(),
            conflicts: Vec::new(),
            parameters: self.parameters.clone(),
            definitions: Vec::new(),
            municipalities: (0..MUNICIPALITIES).map(municipality).collect(),
            provinces: vec![province("Drenthe", 0, 39), province("Utrecht", 40, MUNICIPALITIES - 1)],
            place_sets: tables.place_sets().to_vec(),
            sources: Vec::new(),
            nodes: tables.nodes().to_vec(),
            predicates: tables.predicates().to_vec(),
            steps: tables.steps().to_vec(),
            conditions: Vec::new(),
            schemes: Vec::new(),
            index: Index::default(),
        }
        .indexed()
    }
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number in a test")
}

fn municipality(row: u16) -> Municipality {
    Municipality {
        code: format!("GM{row:04}"),
        name: format!("Place {row}"),
        aliases: Vec::new(),
        region: if row.is_multiple_of(10) { "Tens" } else { "Others" }.to_owned(),
        from: None,
        until: None,
        successors: Vec::new(),
    }
}

fn province(name: &str, first: u16, last: u16) -> Province {
    Province { name: name.to_owned(), aliases: Vec::new(), first, last }
}

fn row_of<T>(all: &[T], matches: impl Fn(&T) -> bool) -> Option<u16> {
    all.iter().position(matches).and_then(|row| u16::try_from(row).ok())
}

impl Names for Book {
    fn question(&self, name: &str) -> Option<QuestionName<'_>> {
        let row = row_of(&self.questions, |question| question.id == name)?;
        let question = self.questions.get(usize::from(row))?;
        Some(QuestionName {
            id: QuestionId(row),
            slot: question.slot,
            list: question.list,
            answer: &question.answer,
        })
    }

    fn parameter(&self, name: &str) -> Option<ParameterName> {
        let row = row_of(&self.parameters, |parameter| parameter.id == name)?;
        let parameter = self.parameters.get(usize::from(row))?;
        let (keyed, range) = match &parameter.values.first()?.figures {
            Figures::One(figure) => (false, (*figure, *figure)),
            Figures::ByKey { figures, .. } => (true, (*figures.iter().min()?, *figures.iter().max()?)),
        };
        Some(ParameterName { id: ParameterId(row), unit: parameter.unit, keyed, range })
    }

    fn definition(&self, name: &str) -> Option<DefinitionName<'_>> {
        let (_, found) = self.definitions.iter().find(|(known, _)| known == name)?;
        Some(DefinitionName { node: found.node, ty: found.ty, list: found.list, uses: &found.uses })
    }

    fn line(&self, name: &str) -> Option<LineName> {
        self.lines.iter().find(|(known, _)| known == name).map(|(_, line)| *line)
    }

    fn list(&self, name: &str) -> Option<ListName<'_>> {
        (name == "hires").then(|| self.list_of(HIRES)).flatten()
    }

    fn list_of(&self, id: ListId) -> Option<ListName<'_>> {
        (id == HIRES).then_some(ListName { id, name: "hires", item: "hire", max: 3 })
    }

    fn municipality(&self, code: &str) -> Option<u16> {
        (0..MUNICIPALITIES).find(|row| municipality(*row).code == code)
    }

    fn province(&self, name: &str) -> Option<(u16, u16)> {
        match name {
            "Drenthe" => Some((0, 39)),
            "Utrecht" => Some((40, MUNICIPALITIES - 1)),
            _ => None,
        }
    }

    fn region(&self, name: &str) -> Option<Vec<u64>> {
        let rows = (0..MUNICIPALITIES).filter(|row| municipality(*row).region == name);
        let mut bits = vec![0; usize::from(MUNICIPALITIES).div_ceil(64)];
        for row in rows {
            bits[usize::from(row / 64)] |= 1 << (row % 64);
        }
        ["Tens", "Others"].contains(&name).then_some(bits)
    }

    fn municipality_count(&self) -> usize {
        usize::from(MUNICIPALITIES)
    }

    fn known(&self, kind: Known) -> Vec<&str> {
        match kind {
            Known::Question => self.questions.iter().map(|question| question.id.as_str()).collect(),
            Known::Value => {
                let definitions = self.definitions.iter().map(|(name, _)| name.as_str());
                self.parameters.iter().map(|row| row.id.as_str()).chain(definitions).collect()
            }
            Known::List => vec!["hires"],
            Known::Municipality => vec!["GM0000", "GM0001", "GM0069"],
            Known::Province => vec!["Drenthe", "Utrecht"],
            Known::Region => vec!["Tens", "Others"],
        }
    }
}

/// A scheme about hires: for each condition its program, the questions and the figures it uses.
#[derive(Default)]
pub struct NewScheme {
    pub conditions: Vec<(Rows, Vec<QuestionId>, Vec<ParameterUse>)>,
    pub entangled: Vec<Input>,
}

/// Adds a scheme about hires. The index has to be made again.
pub fn add_scheme(rulebook: &mut Rulebook, scheme: NewScheme) {
    let first = u32::try_from(rulebook.conditions.len()).expect("few conditions");
    let NewScheme { conditions, entangled } = scheme;
    for ((program, questions, parameters), row) in conditions.into_iter().zip(1..) {
        rulebook.conditions.push(Condition {
            id: format!("c{row}"),
            role: Role::Test,
            program,
            routes: 0,
            background: false,
            place_only: false,
            minor: false,
            text: NO_TEXT,
            sources: Vec::new(),
            refer: None,
            questions,
            parameters,
        });
    }
    let last = u32::try_from(rulebook.conditions.len()).expect("few conditions");
    let review = Review {
        checked: day("2026-11-21"),
        before: day("2027-11-21"),
        second_check: false,
        confidence: Confidence::High,
    };
    let texts = SchemeTexts {
        name: NO_TEXT,
        summary: NO_TEXT,
        provider: NO_TEXT,
        decides: NO_TEXT,
        lead_time: NO_TEXT,
        url: NO_TEXT,
    };
    rulebook.schemes.push(Scheme {
        id: "scheme".to_owned(),
        kind: Kind::Subsidy,
        labour: false,
        subject: SubjectKind::Each(HIRES),
        claim: Claim::Right,
        level: Level::National,
        status: Status::Open,
        state_aid: StateAid::None,
        review,
        windows: Vec::new(),
        conditions: (first, last),
        entangled,
        amounts: Amounts::NoMoney,
        texts,
        steps: Vec::new(),
        documents: Vec::new(),
        pitfalls: Vec::new(),
        relations: Vec::new(),
    });
}
