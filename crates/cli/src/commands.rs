//! Each command: from what was typed to the whole output.

use crate::arguments::{Asking, Form, Told};
use crate::failure::Failure;
use crate::links::{Address, Manners, Outcome};
use crate::report::{self, json};
use crate::{calc as calculation, diff, edition, links, needed, personas, text};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::Duration;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::case::Case;
use steunwijzer_advisor::coverage::Overview;
use steunwijzer_advisor::dossier;
use steunwijzer_advisor::export::calendar;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::municipal::Side;

use steunwijzer_compiler::diagnostic::Severity;
use steunwijzer_compiler::{Edition, cases, compile, render};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::nearest;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId};
use steunwijzer_report::{Judged, Plan};

pub(crate) fn check(rules: Option<&Path>) -> Result<String, Failure> {
    let place = edition::place(rules)?;
    if !place.is_dir() {
        edition::load(rules)?;
        return Ok("the edition file is sound\n".to_owned());
    }
    let compiled = compile(&place);
    let shown = render(&compiled.diagnostics, false);
    let count = |severity| compiled.diagnostics.iter().filter(|one| one.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let summary = format!("{shown}{errors} errors, {warnings} warnings\n");
    match compiled.edition {
        Some(edition) => Ok(format!("{}{summary}", overview(&edition))),
        None => Err(Failure::Rules(summary)),
    }
}

fn overview(edition: &Edition) -> String {
    let rulebook = &edition.rulebook;
    let conditions = rulebook.conditions.len();
    format!(
        "edition {} ({}): {} schemes, {conditions} conditions, {} questions, {} sources, {} cases\n",
        rulebook.edition.date,
        rulebook.edition.hash,
        rulebook.schemes.len(),
        rulebook.questions.len(),
        rulebook.sources.len(),
        edition.cases.len(),
    )
}

pub(crate) fn test(rules: Option<&Path>) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let failures: Vec<String> = cases::run(&edition.rulebook, &edition.cases)
        .into_iter()
        .filter_map(|result| {
            let case = edition.cases.get(result.case)?;
            Some(format!("{}: {}\n  {}\n", case.file, case.name, result.failure?))
        })
        .collect();
    let summary = format!("{} cases, {} failed\n", edition.cases.len(), failures.len());
    if failures.is_empty() { Ok(summary) } else { Err(Failure::Rules(failures.concat() + &summary)) }
}

pub(crate) fn schemes(rules: Option<&Path>, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let words = edition::words(&edition, form.lang);
    Ok(if form.json {
        json(&steunwijzer_report::schemes(&edition.rulebook, words))
    } else {
        text::schemes(&edition, form.lang)
    })
}

pub(crate) fn questions(rules: Option<&Path>, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let words = edition::words(&edition, form.lang);
    Ok(if form.json {
        json(&steunwijzer_report::questions(&edition.rulebook, words))
    } else {
        text::questions(&edition, form.lang)
    })
}

pub(crate) fn advise(rules: Option<&Path>, told: &Told, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let judged = judge(&edition, told)?;
    let view = edition::view(&edition, &judged, form.lang);
    Ok(if form.json { json(&steunwijzer_report::advice(&view, None)) } else { text::advice(&view) })
}

pub(crate) fn explain(
    rules: Option<&Path>,
    scheme: &str,
    told: &Told,
    form: &Form,
) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let scheme = scheme_named(&edition.rulebook, scheme)?;
    let judged = judge(&edition, told)?;
    let view = edition::view(&edition, &judged, form.lang);
    Ok(if form.json {
        json(&steunwijzer_report::scheme(&view, scheme))
    } else {
        text::explanation(&view, scheme)
    })
}

pub(crate) fn ask(rules: Option<&Path>, told: &Told, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let judged = judge(&edition, told)?;
    let view = edition::view(&edition, &judged, form.lang);
    Ok(if form.json { json(&steunwijzer_report::open_questions(&view)) } else { text::open_questions(&view) })
}

pub(crate) fn compare(
    rules: Option<&Path>,
    told: &Told,
    changes: &[String],
    form: &Form,
) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let before = judge(&edition, told)?;
    let mut answers = before.answers.clone();
    for change in changes {
        answers = answers_file::change(&edition.rulebook, &answers, change)
            .map_err(|mistakes| Failure::answers(change, &mistakes))?;
    }
    let after = Judged::new(&edition.rulebook, answers, before.advice.as_on);
    let views = (edition::view(&edition, &before, form.lang), edition::view(&edition, &after, form.lang));
    Ok(if form.json {
        json(&steunwijzer_report::differences(&views.0, &views.1))
    } else {
        text::differences(&views.0, &views.1)
    })
}

pub(crate) fn report(rules: Option<&Path>, as_on: Option<Date>, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let overview = Overview::of(&edition.rulebook, day_of(&edition.rulebook, as_on)?);
    Ok(if form.json {
        report::overview(&overview, &edition, form.lang)
    } else {
        text::overview(&overview, &edition, form.lang)
    })
}

pub(crate) fn questions_needed(rules: Option<&Path>, folder: &Path, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let personas = personas::all(folder)?;
    let mut measured = Vec::new();
    for (row, persona) in personas.iter().enumerate() {
        eprintln!("{} of {}: {}", row + 1, personas.len(), persona.name);
        measured.push((persona, needed::needed(&edition.rulebook, persona)?));
    }
    Ok(if form.json { report::needed(&measured) } else { text::needed(&measured, form.lang) })
}

pub(crate) fn municipal(rules: Option<&Path>, lang: Lang) -> Result<String, Failure> {
    Ok(text::municipal(&edition::load(rules)?, lang))
}

pub(crate) fn calc(
    rules: Option<&Path>,
    name: Option<&str>,
    values: &[String],
    as_on: Option<Date>,
    form: &Form,
) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    match name {
        None => Ok(calculation::list(&edition, form.lang, form.json)),
        Some(name) => {
            let as_on = day_of(&edition.rulebook, as_on)?;
            calculation::outcome(&edition, name, values, as_on, (form.lang, form.json))
        }
    }
}

pub(crate) fn plan(rules: Option<&Path>, told: &Told, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let judged = judge(&edition, told)?;
    let plan = Plan::new(edition::view(&edition, &judged, form.lang))
        .map_err(|problem| Failure::Rules(format!("no plan: {problem}")))?;
    Ok(if form.json { json(&steunwijzer_report::plan(&plan)) } else { text::plan(&plan) })
}

pub(crate) fn paper(rules: Option<&Path>, told: &Told, desk: bool, lang: Lang) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let judged = judge(&edition, told)?;
    let view = edition::view(&edition, &judged, lang);
    let side = Side { data: edition::municipal(&edition, lang), view };
    let case = Case::default();
    Ok(text::paper(&view.paper(desk.then_some((&side, &case))), lang))
}

pub(crate) fn verdicts(rules: Option<&Path>, told: &Told, lang: Lang) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    Ok(edition::view(&edition, &judge(&edition, told)?, lang).verdicts_csv())
}

pub(crate) fn deadlines(rules: Option<&Path>, told: &Told, lang: Lang) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let judged = judge(&edition, told)?;
    let days = edition::view(&edition, &judged, lang).deadlines();
    calendar(lang, judged.advice.as_on, &days).ok_or_else(|| {
        Failure::Input("there is no day to put in a calendar: a calendar cannot be empty".to_owned())
    })
}

pub(crate) fn dossier(rules: Option<&Path>, file: &Path, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let rulebook = &edition.rulebook;
    let bytes = bytes_of(file, dossier::LARGEST).map_err(|error| Failure::file(file, &error))?;
    let opened = dossier::read(rulebook, &bytes, today(rulebook.edition.date)?, form.lang)
        .map_err(|refused| Failure::Input(format!("{}: {}", file.display(), refused.text(form.lang))))?;
    let judged = Judged::new(rulebook, opened.dossier.answers.clone(), opened.dossier.as_on);
    let view = edition::view(&edition, &judged, form.lang);
    Ok(if form.json { report::dossier(&view, &opened) } else { text::dossier(&view, &opened) })
}

/// What a file holds, and at most one byte more than may be read.
fn bytes_of(file: &Path, most: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    if file == Path::new("-") {
        std::io::stdin().take(limit).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(file)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

pub(crate) fn diff(old: &Path, new: &Path, personas: Option<&Path>, form: &Form) -> Result<String, Failure> {
    let (old, new) = (edition::load(Some(old))?, edition::load(Some(new))?);
    let changed = diff::diff(&old, &new, form.lang);
    let personas = personas.map(personas::all).transpose()?;
    let verdicts = personas.map(|all| diff::verdicts(&old.rulebook, &new.rulebook, &all));
    let editions = (&old.rulebook.edition, &new.rulebook.edition);
    Ok(if form.json {
        report::diff(editions, &changed, verdicts.as_deref())
    } else {
        text::diff(editions, &changed, verdicts.as_deref(), form.lang)
    })
}

pub(crate) fn links(rules: Option<&Path>, asking: &Asking, form: &Form) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let only = asking.only.as_deref();
    let addresses = links::addresses(&edition, only)
        .ok_or_else(|| no_source_or_scheme(&edition.rulebook, only.unwrap_or_default()))?;
    let outcomes = links::asked(
        &addresses,
        &Manners {
            timeout: Duration::from_secs(asking.timeout),
            pause: Duration::from_secs(asking.pause),
            per_host: asking.per_host,
        },
    );
    let asked: Vec<(Address, Outcome)> = addresses.into_iter().zip(outcomes).collect();
    let gone = asked.iter().any(|(_, outcome)| matches!(outcome, Outcome::Gone(_)));
    let output = if form.json { report::links(&asked) } else { text::links(&asked, form.lang) };
    if gone { Err(Failure::Found(output)) } else { Ok(output) }
}

fn no_source_or_scheme(rulebook: &Rulebook, id: &str) -> Failure {
    let schemes = rulebook.schemes.iter().map(|scheme| scheme.id.as_str());
    let ids = schemes.chain(rulebook.sources.iter().map(|source| source.id.as_str()));
    Failure::Input(match nearest(id, ids) {
        Some(near) => format!("there is no source and no scheme `{id}`: did you mean `{near}`?"),
        None => format!("there is no source and no scheme `{id}`: the rule files name them"),
    })
}

pub(crate) fn export(rules: Option<&Path>, file: &Path) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    let bytes = edition::write(&edition)?;
    fs::write(file, &bytes).map_err(|error| Failure::file(file, &error))?;
    Ok(format!("{}{} bytes in {}\n", overview(&edition), bytes.len(), file.display()))
}

fn judge(edition: &Edition, told: &Told) -> Result<Judged, Failure> {
    let answers = answers(&edition.rulebook, &told.answers)?;
    let as_on = day_of(&edition.rulebook, told.as_on)?;
    Ok(Judged::new(&edition.rulebook, answers, as_on))
}

fn answers(rulebook: &Rulebook, file: &Path) -> Result<Answers, Failure> {
    let text = if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(file)
    };
    let text = text.map_err(|error| Failure::file(file, &error))?;
    answers_file::read(rulebook, &text)
        .map_err(|mistakes| Failure::answers(&file.display().to_string(), &mistakes))
}

/// The day that was named, or today.
fn day_of(rulebook: &Rulebook, named: Option<Date>) -> Result<Date, Failure> {
    named.map_or_else(|| today(rulebook.edition.date), Ok)
}

/// Today in the Netherlands, whatever the zone of the machine.
fn today(edition: Date) -> Result<Date, Failure> {
    let unknown = |problem: String| Failure::Input(format!("{problem}: name the day with --as-on"));
    let now = jiff::Timestamp::now().in_tz("Europe/Amsterdam").map_err(|error| unknown(error.to_string()))?;
    let day: Date =
        now.date().to_string().parse().map_err(|_| unknown("the clock gives no day".to_owned()))?;
    if day < edition {
        eprintln!("warning: the clock says {day}, before the date of this edition ({edition})");
    }
    Ok(day)
}

pub(crate) fn scheme_named(rulebook: &Rulebook, id: &str) -> Result<SchemeId, Failure> {
    rulebook.scheme_id(id).ok_or_else(|| {
        let ids = rulebook.schemes.iter().map(|scheme| scheme.id.as_str());
        Failure::Input(match nearest(id, ids) {
            Some(near) => format!("there is no scheme `{id}`: did you mean `{near}`?"),
            None => format!("there is no scheme `{id}`: `steunwijzer schemes` lists them"),
        })
    })
}
