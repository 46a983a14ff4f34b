//! The options of a call: a small object, read as strictly as answers.

use crate::problem::{Kind, Problem};
use steunwijzer_advisor::json::{self, Json};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::nearest;

const KEYS: [&str; 3] = ["asOn", "lang", "schemes"];

/// How an advice is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// The day of judging. `npm/advisor.js` fills in today: there is no clock here.
    pub(crate) as_on: Date,
    pub(crate) lang: Lang,
    /// The ids of the schemes to report; none: all.
    pub(crate) schemes: Option<Vec<String>>,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub(crate) fn read(text: &str) -> Result<Options, Vec<Problem>> {
        let whole = "an object with `asOn`, `lang`, `schemes`, or nothing";
        let Ok(Json::Table(entries)) = json::read(text) else {
            return Err(vec![Problem::new(Kind::Options, "options", "these are no options", whole)]);
        };
        let (mut given, mut problems) = (Given::default(), Vec::new());
        for (key, value) in entries {
            if let Err(problem) = given.take(&key, value) {
                problems.push(problem);
            }
        }
        let no_day = || Problem::new(Kind::Options, "options.asOn", "there is no day", DAY);
        match given.as_on {
            Some(as_on) if problems.is_empty() => {
                Ok(Options { as_on, lang: given.lang, schemes: given.schemes })
            }
            Some(_) => Err(problems),
            None if problems.is_empty() => Err(vec![no_day()]),
            None => Err(problems),
        }
    }
}

const DAY: &str = "a day: \"2026-12-01\"";

/// The options that were given so far.
#[derive(Default)]
struct Given {
    as_on: Option<Date>,
    lang: Lang,
    schemes: Option<Vec<String>>,
}

impl Given {
    fn take(&mut self, key: &str, value: Json) -> Result<(), Problem> {
        let path = format!("options.{key}");
        let wrong = |value: &Json, repair: &str| {
            Problem::new(Kind::Options, &path, format!("{} is not possible here", value.name()), repair)
        };
        match key {
            "asOn" => {
                let day = value.clone().into_text().and_then(|text| text.parse().ok());
                self.as_on = Some(day.ok_or_else(|| wrong(&value, DAY))?);
            }
            "lang" => {
                let lang = value.clone().into_text().and_then(|text| text.parse().ok());
                self.lang = lang.ok_or_else(|| wrong(&value, "\"nl\" or \"en\""))?;
            }
            "schemes" => {
                let repair = "a list of scheme ids, as `rulebook()` gives them";
                let Json::List(ids) = value else { return Err(wrong(&value, repair)) };
                let ids: Option<Vec<String>> = ids.into_iter().map(Json::into_text).collect();
                self.schemes = Some(ids.ok_or_else(|| wrong(&Json::List(vec![]), repair))?);
            }
            _ => {
                let message = match nearest(key, KEYS) {
                    Some(near) => format!("there is no such option: did you mean `{near}`?"),
                    None => "there is no such option".to_owned(),
                };
                return Err(Problem::new(Kind::Options, &path, message, "`asOn`, `lang` or `schemes`"));
            }
        }
        Ok(())
    }
}
