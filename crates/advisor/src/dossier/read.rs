//! From a file to a state. Whatever stands in it: a state or a reason, never a panic.

use super::answers::Reading;
use super::entries::Entries;
use super::{Dossier, FORM, Kept, LARGEST, MARK, Refused, VERDICTS, case, plan};
use crate::json::{self, Json};
use crate::lang::Lang;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::Rulebook;

/// A dossier as it came out of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The state.
    pub dossier: Dossier,
    /// The form that the file had.
    pub form: u16,
    /// The date and the check code of the edition that wrote it; none in plain answers.
    pub edition: Option<(Date, String)>,
    /// The verdicts of that edition by the id of the scheme, in the order of the file.
    pub verdicts: Vec<(String, Verdict)>,
}

impl Opened {
    /// Whether another edition wrote the file.
    pub fn is_of_another_edition(&self, rulebook: &Rulebook) -> bool {
        self.edition.as_ref().is_some_and(|(_, hash)| *hash != rulebook.edition.hash)
    }
}

/// Each turns the keys of a file of one form into those of the next, from form 1 on.
const MIGRATIONS: [fn(Keys) -> Keys; 1] = [from_plain_answers];

/// The keys of a file with their values.
type Keys = Vec<(String, Json)>;

/// Form 1, an answers file of the command line, has nothing but answers.
fn from_plain_answers(answers: Keys) -> Keys {
    vec![("answers".to_owned(), Json::Table(answers))]
}

/// Reads a file. `as_on` and `lang` are taken where the file has none.
///
/// # Errors
/// Why it is not opened.
pub fn read(rulebook: &Rulebook, bytes: &[u8], as_on: Date, lang: Lang) -> Result<Opened, Refused> {
    let (form, mut entries) = keys(bytes)?;
    let edition = edition(&mut entries)?;
    let as_on = entries.read("as_on", |day| day.parse().ok())?.unwrap_or(as_on);
    let lang = entries.read("lang", |code| code.parse().ok())?.unwrap_or(lang);
    let mut reading = Reading::new(rulebook);
    match entries.take("answers") {
        None => {}
        Some(Json::Table(answers)) => reading.read(answers),
        Some(_) => return Err(Refused::Wrong("answers".to_owned())),
    }
    if form == 1 && reading.answers.is_empty() && !reading.kept.is_empty() {
        return Err(Refused::NotADossier);
    }
    let mut told = entries.object("case")?;
    let case = case::read(&mut told)?;
    reading.kept.extend(told.rest());
    let mut chosen = entries.object("plan")?;
    let plan = plan::read(rulebook, &mut chosen, &mut reading.kept)?;
    reading.kept.extend(chosen.rest());
    for one in entries.list("kept")? {
        let one = kept(one).ok_or_else(|| Refused::Wrong("kept".to_owned()))?;
        reading.again(one);
    }
    let verdicts = verdicts(entries.take("verdicts"))?;
    reading.kept.extend(entries.rest());
    let Reading { answers, kept, .. } = reading;
    Ok(Opened { dossier: Dossier { answers, as_on, lang, case, plan, kept }, form, edition, verdicts })
}

/// The keys of a file in the form of today, and the form that it had.
fn keys(bytes: &[u8]) -> Result<(u16, Entries), Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(wrong) => {
            let before = bytes.get(..wrong.valid_up_to()).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            return Err(Refused::Broken { line, column: 1 });
        }
    };
    let tree = json::read(text).map_err(|at| Refused::Broken { line: at.line, column: at.column })?;
    let Json::Table(mut entries) = tree else { return Err(Refused::NotADossier) };
    let form = form(&mut entries)?;
    for migrate in MIGRATIONS.iter().skip(usize::from(form).saturating_sub(1)) {
        entries = migrate(entries);
    }
    Ok((form, Entries::of(Some(Json::Table(entries)), "")?))
}

/// The form of a file. Without a mark it is the first: plain answers.
fn form(entries: &mut Keys) -> Result<u16, Refused> {
    let Some(row) = entries.iter().position(|(key, _)| key == MARK) else { return Ok(1) };
    let form = entries.remove(row).1.whole().ok_or_else(|| Refused::Wrong(MARK.to_owned()))?;
    if form > i64::from(FORM) {
        return Err(Refused::FromTheFuture(form));
    }
    // A mark says form 2 or later: before that there was none.
    u16::try_from(form).ok().filter(|form| *form > 1).ok_or(Refused::NoSuchForm(form))
}

fn edition(entries: &mut Entries) -> Result<Option<(Date, String)>, Refused> {
    let mut edition = entries.object("edition")?;
    let date = edition.read("date", |day| day.parse().ok())?;
    Ok(date.zip(edition.text("hash")?))
}

fn kept(json: Json) -> Option<Kept> {
    let mut entries = Entries::of(Some(json), "").ok()?;
    Some(Kept { key: entries.text("key").ok()??, value: entries.take("value")? })
}

fn verdicts(json: Option<Json>) -> Result<Vec<(String, Verdict)>, Refused> {
    let wrong = || Refused::Wrong("verdicts".to_owned());
    let entries = match json {
        None => return Ok(Vec::new()),
        Some(Json::Table(entries)) => entries,
        Some(_) => return Err(wrong()),
    };
    let each = entries.into_iter().map(|(id, value)| {
        let found = VERDICTS.iter().find(|(code, _)| Json::text(code) == value)?;
        Some((id, found.1))
    });
    each.collect::<Option<_>>().ok_or_else(wrong)
}
