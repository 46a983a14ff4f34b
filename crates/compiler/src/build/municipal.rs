//! The municipal side (`municipal/*.toml`).
//!
//! Its files are read where they are built: nothing else refers to them, so they need no form in
//! between. [`lists`] says what stands in which file, this file how one thing is read.

pub(crate) mod lists;

use super::expressions::Expressions;
use super::ids::{Ids, unique};
use super::texts::Texts;
use crate::diagnostic::{At, Log, Placed};
use crate::feel::Expected;
use crate::nearest::did_you_mean;
use crate::read::reader::{self, Entry, Fields, Need, Text};
use crate::read::sources::citations;
use steunwijzer_engine::municipal::{DepartmentId, InstrumentId, Item, List, Municipal, Signal};
use steunwijzer_engine::rulebook::{ParameterId, QuestionId, Rulebook, SchemeId, TextId, Words};

/// The municipal side, before its words are in it.
pub(crate) struct Built {
    /// Without words.
    pub(super) municipal: Municipal,
    texts: Texts,
    /// What civil servants read, for the check of plain language.
    pub(crate) plain: Vec<Text>,
}

impl Built {
    /// The municipal side in Dutch and in English.
    pub(super) fn into_languages(self, edition: &str) -> (Municipal, Municipal) {
        let (nl, en) = self.texts.into_words();
        let with = |words: Words| Municipal { edition: edition.to_owned(), words, ..self.municipal.clone() };
        (with(nl), with(en))
    }
}

/// Reads the files with these numbers; what they refer to is compiled.
pub(super) fn read(
    files: &[usize],
    rulebook: &Rulebook,
    ids: &Ids<'_>,
    expressions: &mut Expressions<'_>,
) -> Built {
    expressions.set_lines(Vec::new());
    let log = expressions.log;
    let mut reading = Reading {
        log,
        rulebook,
        ids,
        expressions,
        municipal: Municipal::default(),
        texts: Texts::default(),
        plain: Vec::new(),
        titles: Vec::new(),
        ids_here: Vec::new(),
    };
    // The first text is empty: it stands for a text that is left out.
    reading.texts.same("");
    let name_of = |number: usize| log.files().get(number).map_or("", |file| file.path.as_str());
    for (name, read) in lists::FILES {
        let written = files.iter().find(|number| name_of(**number).strip_prefix("municipal/") == Some(name));
        if let Some(number) = written {
            reader::file(log, *number, "a file of the municipal side", |fields| reading.file(fields, *read));
        }
        if log.has_given_up() {
            break; // others name what it holds
        }
    }
    for number in files {
        let name = name_of(*number).strip_prefix("municipal/").unwrap_or_default();
        if !lists::FILES.iter().any(|(known, _)| *known == name) {
            let message = format!("there is no file `{name}` of the municipal side");
            let help = did_you_mean(name, lists::FILES.iter().map(|(known, _)| *known));
            log.error(At::new(*number, 0..0), message, help);
        }
    }
    Built { municipal: reading.municipal, texts: reading.texts, plain: reading.plain }
}

/// Everything that is needed to read a file of the municipal side.
struct Reading<'r, 'log> {
    log: &'log Log,
    rulebook: &'r Rulebook,
    ids: &'r Ids<'r>,
    expressions: &'r mut Expressions<'log>,
    municipal: Municipal,
    texts: Texts,
    plain: Vec<Text>,
    /// The titles of the lists of the file that are not read yet.
    titles: Vec<(Placed<String>, TextId)>,
    /// The ids of the list that is read.
    ids_here: Vec<Placed<String>>,
}

/// Reads the lists of a file.
type ReadFile = fn(&mut Reading<'_, '_>, &Fields<'_>);

impl Reading<'_, '_> {
    fn file(&mut self, fields: &Fields<'_>, read: ReadFile) -> Option<()> {
        self.titles = fields
            .required("titles", |entry| entry.fields("the titles", |titles| Some(titles.entries())))
            .unwrap_or_default()
            .into_iter()
            .filter_map(|(list, entry)| {
                let text = entry.fields("a title", |fields| fields.text(Need::Required))?;
                Some((list, self.text(text)))
            })
            .collect();
        read(self, fields);
        for (list, _) in std::mem::take(&mut self.titles) {
            let message = format!("there is no list `{}` under this title", list.value);
            self.log.error(list.at, message, format!("add `[[{}]]`, or leave the title out", list.value));
        }
        Some(())
    }

    /// A list of a file, with its title.
    fn titled<T>(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
        read: fn(&mut Self, &Fields<'_>) -> Option<T>,
    ) -> List<T> {
        if !fields.has(key) {
            return List::default();
        }
        let place = self.titles.iter().position(|(list, _)| list.value == key);
        let title = place.map(|place| self.titles.remove(place).1);
        if title.is_none() {
            let help = format!("add `{key} = {{ nl = \"…\", en = \"…\" }}` to `[titles]`");
            self.log.error(fields.at, format!("the list `{key}` has no title"), help);
        }
        let items = self.list(fields, key, read);
        List { title: title.unwrap_or(TextId(0)), items }
    }

    /// The things of a list; each has an id of its own.
    fn list<T>(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
        read: fn(&mut Self, &Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let outside = std::mem::take(&mut self.ids_here);
        let found = fields.list(key, |entry| entry.fields(key, |fields| read(self, fields)));
        unique(self.log, key, self.ids_here.iter());
        self.ids_here = outside;
        found
    }

    /// A list of short things: each a text with its sources.
    fn items(&mut self, fields: &Fields<'_>, key: &'static str) -> List<Item> {
        self.titled(fields, key, Self::short)
    }

    /// A list of short things inside another that has sources.
    fn parts(&mut self, fields: &Fields<'_>, key: &'static str) -> Vec<Item> {
        self.list(fields, key, Self::part)
    }

    /// One text with its sources.
    fn short(&mut self, fields: &Fields<'_>) -> Option<Item> {
        self.one_text(fields, Need::Required)
    }

    /// One text; without sources of its own it rests on those around it.
    fn part(&mut self, fields: &Fields<'_>) -> Option<Item> {
        self.one_text(fields, Need::Optional)
    }

    fn one_text(&mut self, fields: &Fields<'_>, sources: Need) -> Option<Item> {
        let text = fields.text(Need::Required);
        self.item(fields, None, text, sources)
    }

    /// A name and a text, with sources.
    fn named(&mut self, fields: &Fields<'_>) -> Option<Item> {
        let [name, text] = fields.texts([("name", Need::Required), ("text", Need::Required)]);
        self.named_item(fields, name, text)
    }

    fn named_item(&mut self, fields: &Fields<'_>, name: Option<Text>, text: Option<Text>) -> Option<Item> {
        let is_named = name.is_some();
        self.item(fields, name, text, Need::Required).filter(|_| is_named)
    }

    fn item(
        &mut self,
        fields: &Fields<'_>,
        name: Option<Text>,
        text: Option<Text>,
        sources: Need,
    ) -> Option<Item> {
        let id = fields.required("id", Entry::hyphen_id);
        let sources = citations(fields, sources);
        let id = id?;
        self.ids_here.push(id.clone());
        Some(Item {
            id: id.value,
            name: self.optional_text(name),
            text: self.text(text?),
            sources: self.ids.citations(&sources, &mut self.texts),
        })
    }

    fn text(&mut self, text: Text) -> TextId {
        let place = self.texts.add(&text);
        self.plain.push(text);
        place
    }

    fn optional_text(&mut self, text: Option<Text>) -> TextId {
        text.map_or(TextId(0), |text| self.text(text))
    }

    /// A sign: computed from answers about the organisation and its lists, or judged.
    fn signal(&mut self, fields: &Fields<'_>) -> Option<Signal> {
        let when = fields.optional("when", Entry::text);
        let item = self.part(fields);
        let when = when.map(|when| self.expressions.value(&when, None, Expected::Truth));
        let item = item?;
        Some(Signal { id: item.id, text: item.text, when: when.flatten().map(|compiled| compiled.node) })
    }

    fn signals(&mut self, fields: &Fields<'_>) -> Vec<Signal> {
        self.list(fields, "signal", Self::signal)
    }

    /// Schemes by id, none if left out.
    fn schemes(&self, fields: &Fields<'_>) -> Vec<SchemeId> {
        fields.list("schemes", |entry| self.ids.scheme(&entry.hyphen_id()?))
    }

    fn departments(&self, fields: &Fields<'_>, key: &'static str) -> Vec<DepartmentId> {
        fields.list(key, |entry| self.department(&entry.hyphen_id()?))
    }

    fn department(&self, id: &Placed<String>) -> Option<DepartmentId> {
        let known = self.municipal.departments.items.iter().map(|department| department.id.as_str());
        self.find("department", id, &known.collect::<Vec<&str>>()).map(DepartmentId)
    }

    fn instruments(&self, fields: &Fields<'_>) -> Vec<InstrumentId> {
        let known = self.municipal.instruments.items.iter().map(|instrument| instrument.item.id.as_str());
        let known: Vec<&str> = known.collect();
        let find = |entry: Entry<'_>| self.find("instrument", &entry.hyphen_id()?, &known);
        fields.list("instruments", find).into_iter().map(InstrumentId).collect()
    }

    fn parameters(&mut self, fields: &Fields<'_>, key: &'static str) -> Vec<ParameterId> {
        let known = self.rulebook.parameters.iter().map(|parameter| parameter.id.as_str());
        let known: Vec<&str> = known.collect();
        let found = fields.list(key, |entry| self.find("parameter", &entry.name()?, &known));
        let names = found.iter().filter_map(|row| known.get(usize::from(*row)));
        self.expressions.mentioned.names.extend(names.map(|name| (*name).to_owned()));
        found.into_iter().map(ParameterId).collect()
    }

    fn questions(&self, fields: &Fields<'_>) -> Vec<QuestionId> {
        let known = self.rulebook.questions.iter().map(|question| question.id.as_str());
        let known: Vec<&str> = known.collect();
        let find = |entry: Entry<'_>| self.find("question", &entry.question_id()?, &known);
        fields.list("questions", find).into_iter().map(QuestionId).collect()
    }

    /// The row of an id; an unknown one is reported.
    fn find(&self, kind: &str, id: &Placed<String>, known: &[&str]) -> Option<u16> {
        let row = known.iter().position(|name| *name == id.value);
        if row.is_none() && !self.log.is_broken(id) {
            let message = format!("there is no {kind} `{}`", id.value);
            self.log.error(id.at, message, did_you_mean(id, known.iter().copied()));
        }
        row.and_then(|row| u16::try_from(row).ok())
    }
}
