//! From texts to reports.

use crate::options::Options;
use crate::problem::{Kind, Problem};
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_engine::notation::nearest;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId, Words};
use steunwijzer_report::{AdviceReport, Judged, OpenReport, QuestionEntry, RulebookReport, SchemeReport};

type Outcome<T> = Result<T, Vec<Problem>>;

/// The rulebook of this edition with the texts that were loaded.
#[derive(Debug)]
pub(crate) struct Library {
    rulebook: Rulebook,
    nl: Words,
    en: Words,
}

impl Library {
    pub(crate) fn new() -> Library {
        Library { rulebook: steunwijzer_rules::named_rulebook(), nl: Words::default(), en: Words::default() }
    }

    /// Takes the words of the questions, or after those the words of the schemes.
    pub(crate) fn texts(&mut self, lang: &str, bytes: &[u8]) -> Outcome<()> {
        let other = || {
            let repair = "take every file from one version of the package";
            vec![Problem::new(Kind::NotLoaded, "texts", "these texts are not of this edition", repair)]
        };
        let words = self.words(lang.parse().map_err(|_| other())?);
        let loaded = if words.has_questions() {
            let schemes = steunwijzer_rules::scheme_words(bytes).ok_or_else(other)?;
            words.clone().with_schemes(schemes).ok_or_else(other)?
        } else {
            steunwijzer_rules::words(bytes).filter(Words::has_questions).ok_or_else(other)?
        };
        match lang {
            "en" => self.en = loaded,
            _ => self.nl = loaded,
        }
        Ok(())
    }

    pub(crate) fn advise(&self, answers: &str, options: &str) -> Outcome<AdviceReport> {
        self.asked(answers, options, |view, options| {
            let ids = options.schemes.iter().flatten().zip(0..);
            let named = |(id, row): (&String, usize)| self.scheme(id, &format!("options.schemes[{row}]"));
            let only = ids.map(named).collect::<Outcome<Vec<SchemeId>>>()?;
            Ok(steunwijzer_report::advice(&view, options.schemes.as_ref().map(|_| only.as_slice())))
        })
    }

    pub(crate) fn explain(&self, scheme: &str, answers: &str, options: &str) -> Outcome<SchemeReport> {
        self.asked(answers, options, |view, _| {
            let id = self.scheme(scheme, "scheme")?;
            steunwijzer_report::scheme(&view, id).ok_or_else(Vec::new)
        })
    }

    pub(crate) fn ask(&self, answers: &str, options: &str) -> Outcome<Vec<OpenReport>> {
        self.asked(answers, options, |view, _| Ok(steunwijzer_report::open_questions(&view)))
    }

    #[cfg(feature = "plan")]
    pub(crate) fn plan(&self, answers: &str, options: &str) -> Outcome<steunwijzer_report::PlanReport> {
        self.asked(answers, options, |view, _| {
            let plan = steunwijzer_report::Plan::new(view).map_err(|missing| {
                vec![Problem::new(Kind::NotLoaded, "", missing, "an edition whose rules hold it")]
            })?;
            Ok(steunwijzer_report::plan(&plan))
        })
    }

    pub(crate) fn questions(&self, options: &str) -> Outcome<Vec<QuestionEntry>> {
        let options = Options::read(options)?;
        Ok(steunwijzer_report::questions(&self.rulebook, self.loaded(options.lang)?))
    }

    pub(crate) fn rulebook(&self, options: &str) -> Outcome<RulebookReport> {
        let options = Options::read(options)?;
        Ok(steunwijzer_report::rulebook(&self.rulebook, self.loaded(options.lang)?))
    }

    /// Judges the answers and speaks of it.
    fn asked<T>(
        &self,
        answers: &str,
        options: &str,
        say: impl FnOnce(View<'_>, &Options) -> Outcome<T>,
    ) -> Outcome<T> {
        let options = Options::read(options)?;
        let words = self.loaded(options.lang)?;
        let answers = answers_file::read(&self.rulebook, answers)
            .map_err(|mistakes| mistakes.into_iter().map(Problem::from).collect::<Vec<_>>())?;
        let judged = Judged::new(&self.rulebook, answers, options.as_on);
        say(judged.view(&self.rulebook, words, options.lang), &options)
    }

    fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }

    /// The words of a language, if at least its questions were loaded.
    fn loaded(&self, lang: Lang) -> Outcome<&Words> {
        let words = self.words(lang);
        if words.has_questions() {
            return Ok(words);
        }
        let message = format!("the texts of `{}` were not loaded", lang.code());
        let repair = "name the language in `load({ langs })`";
        Err(vec![Problem::new(Kind::NotLoaded, "options.lang", message, repair)])
    }

    fn scheme(&self, id: &str, path: &str) -> Outcome<SchemeId> {
        self.rulebook.scheme_id(id).ok_or_else(|| {
            let ids = self.rulebook.schemes.iter().map(|scheme| scheme.id.as_str());
            let message = match nearest(id, ids) {
                Some(near) => format!("there is no scheme `{id}`: did you mean `{near}`?"),
                None => format!("there is no scheme `{id}`"),
            };
            vec![Problem::new(Kind::Scheme, path, message, "an id that `rulebook()` gives")]
        })
    }
}
