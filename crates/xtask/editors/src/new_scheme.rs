//! `cargo xtask new-scheme`: the file of a new scheme, with every place to fill in marked.
//!
//! It speaks Dutch, as the file it writes does: a rule editor need not know English.

use crate::{doing, template};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use steunwijzer_compiler::schema::{is_scheme_id, kinds};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Kind;
use toml_edit::{Document, Item, Table};

const USAGE: &str =
    "cargo xtask new-scheme NAAM --kind SOORT [--subject organisation|need|hire] [--place GM0000]";

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The id of the scheme.
    pub id: String,
    /// The word for its kind.
    pub kind: String,
    /// What it is about; otherwise what is usual for its kind.
    pub subject: Option<String>,
    /// The code of the municipality it is limited to.
    pub place: Option<String>,
}

/// A municipality, as the files of places have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Municipality {
    pub(crate) code: String,
    pub(crate) name: String,
}

/// A scheme that is limited to a municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Local {
    /// The question for the place.
    pub(crate) question: String,
    pub(crate) here: Municipality,
    /// Another one, for the case that does not fit.
    pub(crate) elsewhere: Municipality,
}

/// Everything that the file is made of.
#[derive(Clone, Debug)]
pub(crate) struct Draft<'a> {
    pub(crate) id: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) local: Option<Local>,
    pub(crate) today: Date,
}

impl Request {
    /// Reads what was typed behind `new-scheme`.
    ///
    /// # Errors
    /// A sentence that says what is missing or not known.
    pub fn read(arguments: &[&str]) -> Result<Request, String> {
        let (id, mut rest) = arguments.split_first().ok_or_else(|| format!("gebruik: {USAGE}"))?;
        let mut request = Request { id: (*id).to_owned(), kind: String::new(), subject: None, place: None };
        while let [option, after @ ..] = rest {
            let [value, after @ ..] = after else {
                return Err(format!("achter `{option}` hoort een woord\ngebruik: {USAGE}"));
            };
            match *option {
                "--kind" => request.kind = (*value).to_owned(),
                "--subject" => request.subject = Some((*value).to_owned()),
                "--place" => request.place = Some((*value).to_owned()),
                other => return Err(format!("`{other}` is niet bekend\ngebruik: {USAGE}")),
            }
            rest = after;
        }
        Ok(request)
    }
}

/// The day of today, by Greenwich: only a start for the editor.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::from_day_number(i64::try_from(seconds / 86_400).unwrap_or(0))
}

/// Writes the file of a new scheme below a folder of rules; says where it is and what to do next.
///
/// # Errors
/// A sentence if the id cannot be one or is taken, or the kind, subject or place is not known.
pub fn write(rules: &Path, request: &Request, today: Date) -> Result<String, String> {
    let id = request.id.as_str();
    if !is_scheme_id(id) {
        return Err(format!(
            "`{id}` kan geen naam zijn: gebruik kleine letters, cijfers en streepjes, zoals `utrecht-wijkfonds`"
        ));
    }
    let kind = kind(&request.kind)?;
    if let Some(file) = taken(rules, id)? {
        return Err(format!("`{id}` bestaat al: {}", file.display()));
    }
    let subject = request.subject.as_deref().unwrap_or(usual_subject(kind));
    let questions = tables(rules, "questions")?;
    known_subject(&questions, subject)?;
    let local = match &request.place {
        Some(code) => Some(local(rules, &questions, subject, code)?),
        None => None,
    };
    let text = template::file(&Draft { id, kind: &request.kind, subject, local, today });
    let folder = rules.join("schemes").join(folder(kind));
    doing("map maken", &folder, fs::create_dir_all(&folder))?;
    let file = folder.join(format!("{id}.toml"));
    doing("schrijven", &file, fs::write(&file, text))?;
    Ok(next_steps(&file))
}

fn kind(word: &str) -> Result<Kind, String> {
    let found = kinds().iter().find(|(known, _)| *known == word);
    found.map(|(_, kind)| *kind).ok_or_else(|| {
        let known: Vec<&str> = kinds().iter().map(|(known, _)| *known).collect();
        let told = if word.is_empty() {
            "zeg welk soort het is".to_owned()
        } else {
            format!("`{word}` is geen soort")
        };
        format!("{told}: --kind {}", known.join(" | "))
    })
}

/// The folder in which schemes of a kind stand.
fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Subsidy => "subsidies",
        Kind::Fund => "funds",
        Kind::Tax => "tax",
        Kind::Crowdfunding => "crowdfunding",
        Kind::Loan => "loans",
        Kind::Guarantee => "guarantees",
        Kind::Equity => "equity",
        Kind::InKind | Kind::Recognition => "in-kind",
        Kind::Procurement => "procurement",
        Kind::WageSubsidy => "labour",
    }
}

fn usual_subject(kind: Kind) -> &'static str {
    match kind {
        Kind::WageSubsidy => "hire",
        Kind::Recognition => "organisation",
        Kind::Subsidy
        | Kind::Fund
        | Kind::Tax
        | Kind::Crowdfunding
        | Kind::Loan
        | Kind::Guarantee
        | Kind::Equity
        | Kind::InKind
        | Kind::Procurement => "need",
    }
}

/// The file that has this id already.
fn taken(rules: &Path, id: &str) -> Result<Option<PathBuf>, String> {
    let name = format!("{id}.toml");
    let mut folders = vec![rules.join("schemes")];
    while let Some(folder) = folders.pop() {
        for entry in doing("lezen", &folder, fs::read_dir(&folder))? {
            let path = doing("lezen", &folder, entry)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|found| found == name.as_str()) || holds(&path, id)? {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}

fn holds(path: &Path, id: &str) -> Result<bool, String> {
    if path.extension().is_none_or(|extension| extension != "toml") {
        return Ok(false);
    }
    let text = doing("lezen", path, fs::read_to_string(path))?;
    // What is no TOML is a matter for `check`.
    let found =
        Document::parse(text).ok().is_some_and(|file| file.get("id").and_then(Item::as_str) == Some(id));
    Ok(found)
}

/// The files of a folder of rules.
fn tables(rules: &Path, folder: &str) -> Result<Vec<Table>, String> {
    let folder = rules.join(folder);
    let mut paths = Vec::new();
    for entry in doing("lezen", &folder, fs::read_dir(&folder))? {
        paths.push(doing("lezen", &folder, entry)?.path());
    }
    paths.sort();
    let table = |path: &PathBuf| {
        let text = doing("lezen", path, fs::read_to_string(path))?;
        let document =
            Document::parse(text.as_str()).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(document.as_table().clone())
    };
    paths.iter().map(table).collect()
}

fn text<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    table.get(key).and_then(Item::as_str)
}

fn list<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    table.get(key).and_then(Item::as_array_of_tables).into_iter().flatten()
}

/// A scheme is about the organisation, or about one thing of a list.
fn known_subject(questions: &[Table], subject: &str) -> Result<(), String> {
    let items = questions.iter().filter_map(|file| text(file.get("topic")?.as_table()?, "item"));
    let mut known: Vec<&str> = std::iter::once("organisation").chain(items).collect();
    known.sort_unstable();
    known.dedup();
    if known.contains(&subject) {
        return Ok(());
    }
    Err(format!("`{subject}` is geen onderwerp: --subject {}", known.join(" | ")))
}

fn local(rules: &Path, questions: &[Table], subject: &str, code: &str) -> Result<Local, String> {
    let all = municipalities(rules)?;
    let here = all.iter().find(|municipality| municipality.code == code).cloned().ok_or_else(|| {
        format!("`{code}` is geen gemeente van nu: --place neemt een code uit rules/places, zoals GM0344")
    })?;
    let elsewhere = all.into_iter().find(|municipality| municipality.code != code);
    let elsewhere = elsewhere.ok_or("rules/places kent geen andere gemeente")?;
    let mut asked =
        questions.iter().flat_map(|file| list(file, "question")).filter_map(|one| text(one, "id"));
    let own = format!("{subject}.place");
    let question = if asked.any(|id| id == own) { own } else { "org.place".to_owned() };
    Ok(Local { question, here, elsewhere })
}

/// The municipalities that exist now.
fn municipalities(rules: &Path) -> Result<Vec<Municipality>, String> {
    let files = tables(rules, "places")?;
    let mut found = Vec::new();
    for file in &files {
        let inline = file.get("municipality").and_then(Item::as_array).into_iter().flatten();
        let inline =
            inline.filter_map(|value| value.as_inline_table().map(|table| table.clone().into_table()));
        for table in inline.chain(list(file, "municipality").cloned()) {
            if let (Some(code), Some(name), None) =
                (text(&table, "code"), text(&table, "name"), table.get("until"))
            {
                found.push(Municipality { code: code.to_owned(), name: name.to_owned() });
            }
        }
    }
    Ok(found)
}

fn next_steps(file: &Path) -> String {
    format!(
        "geschreven: {}

Wat u nu doet:
1. Zet de bron in rules/sources/ (de wet of de pagina, met de dag waarop u keek).
2. Vul in het bestand elke plek met {} in en haal dat woord weg.
3. Kijk wat er nog mist:       cargo run -p steunwijzer -- check
4. Draai de gevallen:          cargo run -p steunwijzer -- test
Stap voor stap, met een voorbeeld: docs/regels-schrijven.md",
        file.display(),
        template::MARK
    )
}
