//! `steunwijzer calc`: one sum, as the page works it out.

use crate::edition::words;
use crate::failure::Failure;
use crate::{report, text};
use steunwijzer_advisor::calculators::{Sheet, advice, begin, sheet, told};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::advice::Advice;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::calculators::Calculator;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::nearest;
use steunwijzer_engine::rulebook::{Rulebook, Words};

/// A calculator that was filled in.
pub(crate) struct Filled<'e> {
    pub(crate) calculator: &'e Calculator,
    pub(crate) rulebook: Rulebook,
    words: &'e Words,
    pub(crate) answers: Answers,
    advice: Advice,
    lang: Lang,
}

impl Filled<'_> {
    pub(crate) fn view(&self) -> View<'_> {
        View {
            rulebook: &self.rulebook,
            words: self.words,
            lang: self.lang,
            answers: &self.answers,
            advice: &self.advice,
            questions: &[],
        }
    }

    pub(crate) fn sheet(&self) -> Sheet {
        sheet(&self.view(), self.calculator)
    }
}

/// All calculators with their keys.
pub(crate) fn list(edition: &Edition, lang: Lang, json: bool) -> String {
    let rulebook = edition.calculators.extend(&edition.rulebook);
    let words = words(edition, lang);
    if json {
        report::calculators(&rulebook, words, &edition.calculators)
    } else {
        text::calculators(&rulebook, words, &edition.calculators)
    }
}

/// The outcome of one calculator.
///
/// # Errors
/// If there is none with this name, or an answer cannot be read.
pub(crate) fn outcome(
    edition: &Edition,
    name: &str,
    values: &[String],
    as_on: Date,
    (lang, json): (Lang, bool),
) -> Result<String, Failure> {
    let filled = fill(edition, name, values, as_on, lang)?;
    Ok(if json { report::calculation(&filled) } else { text::calculation(&filled) })
}

fn fill<'e>(
    edition: &'e Edition,
    name: &str,
    values: &[String],
    as_on: Date,
    lang: Lang,
) -> Result<Filled<'e>, Failure> {
    let all = &edition.calculators;
    let calculator = all.row(name).and_then(|row| all.get(row)).ok_or_else(|| no_such(edition, name))?;
    let rulebook = all.extend(&edition.rulebook);
    let mut answers = begin(&rulebook, calculator);
    let mut seen: Vec<&str> = Vec::new();
    for value in values {
        let key = value.split('=').next().unwrap_or_default().trim();
        if seen.contains(&key) {
            return Err(Failure::Input(format!(
                "`{key}`: the key stands here twice\n  allowed: each key once"
            )));
        }
        seen.push(key);
        answers = told(&rulebook, calculator, &answers, value)
            .map_err(|mistakes| Failure::answers(value, &mistakes))?;
    }
    let advice = advice(&rulebook, calculator, &answers, as_on);
    Ok(Filled { calculator, rulebook, words: words(edition, lang), answers, advice, lang })
}

fn no_such(edition: &Edition, name: &str) -> Failure {
    let ids = edition.calculators.all.iter().map(|calculator| calculator.id.as_str());
    Failure::Input(match nearest(name, ids) {
        Some(near) => format!("there is no calculator `{name}`: did you mean `{near}`?"),
        None => format!("there is no calculator `{name}`: `steunwijzer calc` lists them"),
    })
}
