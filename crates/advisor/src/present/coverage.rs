//! What we know of a place, and that there may be more.

use super::View;
use crate::messages::coverage as messages;
use crate::show;
use steunwijzer_engine::advice::{SchemeAdvice, State};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::{AnswerType, Level};

/// The question about the place of the organisation.
const PLACE: &str = "org.place";

/// What we know of the visitor's place, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The municipality, if one was told.
    pub municipality: Option<String>,
    /// How many schemes of that municipality the edition has.
    pub municipal: usize,
    /// How many schemes of its province or region the edition has.
    pub regional: usize,
    /// The same in sentences, with the date of the edition, and where to look.
    pub sentences: Vec<String>,
}

impl View<'_> {
    /// What we know of the visitor's place.
    pub fn coverage(&self) -> Coverage {
        let lang = self.lang;
        let municipality = self.municipality();
        let (municipal, regional) = match municipality {
            Some(_) => (self.count_here(Level::Municipal), self.count_here(Level::Regional)),
            None => (0, 0),
        };
        let edition = show::day(lang, self.rulebook.edition.date);
        let mut sentences = Vec::new();
        match &municipality {
            None => sentences.push(messages::place_unknown(lang).to_owned()),
            Some(place) => {
                sentences.push(match municipal {
                    0 => messages::none(lang, &edition, place),
                    known => messages::municipality(lang, &edition, known, place),
                });
                sentences.push(match regional {
                    0 => messages::province_none(lang).to_owned(),
                    known => messages::province(lang, known),
                });
                sentences.push(messages::look_here(lang).to_owned());
            }
        }
        let unchecked = self.rulebook.schemes.iter().filter(|scheme| !scheme.review.second_check).count();
        if unchecked > 0 {
            sentences.push(messages::second_check(lang, unchecked));
        }
        Coverage { municipality, municipal, regional, sentences }
    }

    /// The municipality of the organisation, if exactly one is possible.
    fn municipality(&self) -> Option<String> {
        let question = self.question(self.rulebook.question_id(PLACE)?)?;
        if question.answer != AnswerType::Place {
            return None;
        }
        self.place_name(self.answers.get(question, Whose::Organisation)?)
    }

    /// The name of a municipality, if exactly one is possible.
    pub(crate) fn place_name(&self, answer: Answer) -> Option<String> {
        match answer {
            Answer::Known(slot) if slot.low == slot.high => {
                let row = usize::try_from(slot.low).ok()?;
                self.rulebook.municipalities.get(row).map(|one| one.name.clone())
            }
            Answer::Known(_) | Answer::NotKnown => None,
        }
    }

    /// Schemes of a level that are bound to the place in which the visitor is.
    fn count_here(&self, level: Level) -> usize {
        let place = self.rulebook.question_id(PLACE);
        let is_here = |judged: &&SchemeAdvice| {
            self.scheme(judged.scheme).is_some_and(|scheme| scheme.level == level)
                && judged.subjects.iter().flat_map(|subject| &subject.conditions).any(|advice| {
                    let by_place = self.condition(advice.condition).is_some_and(|condition| {
                        condition.place_only && condition.questions.iter().all(|&id| Some(id) == place)
                    });
                    by_place && advice.state == State::Met
                })
        };
        self.advice.schemes.iter().filter(is_here).count()
    }
}
