//! What we know of a place, and that there may be more.

use super::View;
use crate::coverage::local;
use crate::messages::coverage as messages;
use crate::show;
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
        let row = self.municipality();
        let municipality =
            row.and_then(|row| self.rulebook.municipalities.get(row)).map(|one| one.name.clone());
        let count = |level| {
            let here = |row| local(self.rulebook, level).iter().filter(|places| places.has(row)).count();
            row.map_or(0, here)
        };
        let (municipal, regional) = (count(Level::Municipal), count(Level::Regional));
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

    /// The municipality of the organisation, if exactly one is possible: a row of the municipalities.
    fn municipality(&self) -> Option<usize> {
        let question = self.question(self.rulebook.question_id(PLACE)?)?;
        match self.answers.get(question, Whose::Organisation)? {
            Answer::Known(slot) if question.answer == AnswerType::Place && slot.low == slot.high => {
                usize::try_from(slot.low).ok()
            }
            Answer::Known(_) | Answer::NotKnown => None,
        }
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
}
