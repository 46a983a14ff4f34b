//! What the site around the box is told: how many were answered and how many schemes fit. Only if it
//! asks for the answers and the visitor agrees, the answers and the verdicts as well.

use crate::dossier::count;
use crate::store::Model;
use steunwijzer_advisor::answers_file;
use steunwijzer_engine::advice::{Counts, Verdict};
use yew::{Callback, Html, Properties, component, use_effect_with, use_mut_ref};

/// Tells something to the site: its name and its content as JSON.
pub(crate) type Teller = Callback<(&'static str, String)>;

/// What is told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    answered: usize,
    counts: Counts,
    as_on: String,
    edition: String,
    /// The answers and the verdicts, as JSON; none without consent.
    shared: Option<(String, String)>,
}

/// With what [`Tells`] tells.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TellsProps {
    pub(crate) told: Told,
    /// The answers, which only the box keeps.
    pub(crate) kept: String,
    pub(crate) tell: Teller,
}

/// Tells the site whenever something changed. Draws nothing.
#[component]
pub(crate) fn Tells(props: &TellsProps) -> Html {
    let before = use_mut_ref(|| None::<Told>);
    let tell = props.tell.clone();
    use_effect_with(props.told.clone(), move |told| {
        let before = before.replace(Some(told.clone()));
        // Nothing happened yet when the box comes.
        let Some(before) = before else { return };
        if !told.same_answers(&before) {
            tell.emit(("answer", told.answer()));
        }
        tell.emit(("advice", told.advice()));
    });
    let tell = props.tell.clone();
    use_effect_with(props.kept.clone(), move |kept| tell.emit(("kept", kept.clone())));
    Html::default()
}

impl Told {
    /// What may be told of a model; none on a page of its own.
    pub(crate) fn of(model: &Model) -> Option<Told> {
        let host = model.host.as_ref()?;
        let answers = &model.interview.answers;
        let shared =
            host.may_see().then(|| (answers_file::write(model.rulebook(), answers), verdicts(model)));
        Some(Told {
            answered: count(model.rulebook(), answers),
            counts: model.judged.advice.counts,
            as_on: model.interview.as_on.to_string(),
            edition: model.rulebook().edition.date.to_string(),
            shared,
        })
    }

    fn same_answers(&self, other: &Told) -> bool {
        let answers = |told: &Told| told.shared.as_ref().map(|(answers, _)| answers.clone());
        self.answered == other.answered && answers(self) == answers(other)
    }

    fn answer(&self) -> String {
        let answers = self.shared.as_ref().map(|(answers, _)| [",\"answers\":", answers.trim()].concat());
        ["{\"answered\":", &self.answered.to_string(), &answers.unwrap_or_default(), "}"].concat()
    }

    fn advice(&self) -> String {
        let Counts { fits, cannot_tell, does_not_fit } = self.counts;
        let [fits, open, not] = [fits, cannot_tell, does_not_fit].map(|count| count.to_string());
        let verdicts = self.shared.as_ref().map(|(_, verdicts)| [",\"verdicts\":", verdicts].concat());
        let counts = ["\"fits\":", &fits, ",\"cannot_tell\":", &open, ",\"does_not_fit\":", &not].concat();
        let days = ["\"as_on\":\"", &self.as_on, "\",\"edition\":\"", &self.edition, "\""].concat();
        ["{", &counts, ",", &days, &verdicts.unwrap_or_default(), "}"].concat()
    }
}

/// The answers in the form of `docs/answers.md`; empty if there are none.
pub(crate) fn written(model: &Model) -> String {
    match model.interview.answers.is_empty() {
        true => String::new(),
        false => answers_file::write(model.rulebook(), &model.interview.answers),
    }
}

/// The verdict of every scheme that is shown. Ids have nothing in them that JSON escapes.
fn verdicts(model: &Model) -> String {
    let each = model.judged.advice.schemes.iter().filter_map(|judged| {
        let scheme = model.rulebook().schemes.get(judged.scheme.row())?;
        let verdict = match judged.verdict {
            Verdict::Fits => "fits",
            Verdict::CannotTell => "cannot_tell",
            Verdict::DoesNotFit => "does_not_fit",
        };
        Some(["\"", &scheme.id, "\":\"", verdict, "\""].concat())
    });
    ["{", &each.collect::<Vec<_>>().join(","), "}"].concat()
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::embed::{Consent, HostEvent, Settings};
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::answers_file;
    use steunwijzer_advisor::lang::Lang;

    fn asked() -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let day = site.rulebook.edition.date;
        let settings = Settings { asks_answers: true, ..Settings::default() };
        let model = Model::new(site, day, Lang::Nl, Page::Start).in_box(settings);
        let told = answers_file::read(model.rulebook(), r#"{"org.legal_form":"vof"}"#).unwrap();
        model.after(Event::Host(HostEvent::Fill(told)))
    }

    #[test]
    fn without_consent_only_numbers_are_told() {
        let told = Told::of(&asked()).unwrap();
        assert_eq!(told.answer(), r#"{"answered":1}"#);
        let keys = ["fits", "cannot_tell", "does_not_fit", "as_on", "edition"];
        let advice = told.advice();
        assert_eq!(advice.matches("\":").count(), keys.len(), "{advice}");
        assert!(keys.iter().all(|key| advice.contains(&format!("\"{key}\":"))), "{advice}");
    }

    #[test]
    fn with_consent_the_answers_and_the_verdicts_are_told() {
        let model = asked().after(Event::Host(HostEvent::Consent(Consent::Given)));
        let told = Told::of(&model).unwrap();
        let answer = told.answer().replace([' ', '\n'], "");
        assert_eq!(answer, r#"{"answered":1,"answers":{"org.legal_form":"vof"}}"#);
        let advice = told.advice();
        let verdicts = advice.split_once("\"verdicts\":").unwrap().1;
        assert_eq!(verdicts.matches("\":\"").count(), model.rulebook().schemes.len());
    }
}
