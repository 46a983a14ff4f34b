//! What stands in fields and is not an answer yet.
//!
//! A draft lives in the store: what was typed is never lost, and every check runs on the state as
//! it is and not as it was at the last drawing.

use steunwijzer_advisor::entry::{self, DateField, Entry, NumberField, PlaceEntry, Spot, Why};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::field as say;
use steunwijzer_advisor::show;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, Question, QuestionId, Rulebook, Words};
use steunwijzer_engine::slot::Slot;

/// A field: a question about somebody.
pub(crate) type Key = (QuestionId, Whose);

/// What was typed in the fields of one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    /// One text; lowest and highest; or day, month and year.
    pub(crate) parts: [String; 3],
    /// Whether a lowest and a highest number are asked.
    pub(crate) about: bool,
    /// What was wrong with it when the field was left.
    pub(crate) problem: Option<Problem>,
}

/// Why a draft is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// Nothing was chosen.
    Missing,
    /// It cannot be read.
    Refused(Why),
    /// It can be read in two ways.
    Two(Slot, Slot),
    /// There is no such place.
    NoPlace,
    /// One of these places is meant.
    Which(Vec<Spot>),
}

/// What a draft comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Nothing was typed.
    Nothing,
    /// An answer.
    Answer(Slot),
    /// No answer, or not yet.
    Problem(Problem),
}

/// What a draft is read with.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) words: &'a Words,
    pub(crate) as_on: Date,
}

impl Reader<'_> {
    /// The draft of a field in which nothing was typed since it was answered.
    pub(crate) fn answered(self, question: &Question, answer: Option<Answer>) -> Draft {
        let Some(Answer::Known(slot)) = answer else { return Draft::default() };
        let is_range = matches!(question.answer, AnswerType::Number { .. }) && slot.low != slot.high;
        Draft { parts: entry::typed(self.rulebook, question, slot), about: is_range, problem: None }
    }

    /// Reads what was typed.
    pub(crate) fn read(self, question: &Question, draft: &Draft) -> Reading {
        let [first, second, third] = &draft.parts;
        if draft.parts.iter().all(|part| part.trim().is_empty()) {
            return Reading::Nothing;
        }
        match &question.answer {
            AnswerType::Number { .. } => match NumberField::of(question, self.words) {
                Some(field) if draft.about => reading(entry::between(field.read(first), field.read(second))),
                Some(field) => reading(field.read(first)),
                None => Reading::Nothing,
            },
            AnswerType::Date { .. } => match DateField::of(question) {
                Some(field) => reading(date(&field, first, second, third)),
                None => Reading::Nothing,
            },
            AnswerType::Place => match entry::place(self.rulebook, first, self.as_on) {
                PlaceEntry::Empty => Reading::Nothing,
                PlaceEntry::Read(spot) => Reading::Answer(spot.slot(self.rulebook)),
                PlaceEntry::Which(spots) => Reading::Problem(Problem::Which(spots)),
                PlaceEntry::NotFound => Reading::Problem(Problem::NoPlace),
            },
            AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) => Reading::Nothing,
        }
    }

    /// What is wrong, as a sentence.
    pub(crate) fn sentence(self, lang: Lang, question: &Question, problem: &Problem) -> String {
        match problem {
            Problem::Missing => match question.answer {
                AnswerType::YesNo | AnswerType::Choice(_) | AnswerType::Choices(_) => {
                    say::pick_one(lang).to_owned()
                }
                AnswerType::Number { .. } | AnswerType::Date { .. } | AnswerType::Place => {
                    Why::Empty.text(lang)
                }
            },
            Problem::Refused(why) => why.text(lang),
            Problem::Two(one, other) => {
                let shown =
                    |slot| show::answer(lang, self.rulebook, self.words, question, Answer::Known(slot));
                steunwijzer_advisor::messages::entry::two_readings(lang, &shown(*one), &shown(*other))
            }
            Problem::NoPlace => say::no_place(lang).to_owned(),
            Problem::Which(_) => say::which_place(lang).to_owned(),
        }
    }
}

/// Three fields; or everything pasted into one of them, also over what stood in the others.
fn date(field: &DateField, day: &str, month: &str, year: &str) -> Entry<Slot> {
    let is_whole = |part: &&str| part.trim().len() > 4 && part.contains(['-', '/', '.', ' ']);
    match [day, month, year].into_iter().find(is_whole) {
        Some(pasted) => field.read(pasted),
        None => field.read_fields(day, month, year),
    }
}

fn reading(entry: Entry<Slot>) -> Reading {
    match entry {
        Entry::Read(slot) => Reading::Answer(slot),
        Entry::Two(one, other) => Reading::Problem(Problem::Two(one, other)),
        Entry::Refused(why) => Reading::Problem(Problem::Refused(why)),
    }
}

/// The day for which an advice is asked: one day, not a month.
///
/// # Errors
/// If it is no day, or lies too far away.
pub(crate) fn day([day, month, year]: &[String; 3]) -> Result<Date, Why> {
    let limits = Date::new(2015, 1, 1).zip(Date::new(2040, 12, 31));
    let (min, max) = limits.ok_or(Why::NotADate)?;
    match (DateField { min, max }).read_fields(day, month, year) {
        Entry::Read(slot) if slot.low == slot.high => Ok(Date::from_day_number(slot.low)),
        Entry::Read(_) | Entry::Two(..) => Err(Why::NotADate),
        Entry::Refused(why) => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use super::{Draft, Problem, Reader, Reading};
    use steunwijzer_engine::date::Date;
    use steunwijzer_engine::rulebook::Words;
    use steunwijzer_engine::slot::Slot;

    /// Reads what stands in the three parts of the field of a question.
    fn read(id: &str, parts: [&str; 3], about: bool) -> Reading {
        let rulebook = steunwijzer_rules::rulebook();
        let words = Words::default();
        let reader = Reader { rulebook: &rulebook, words: &words, as_on: rulebook.edition.date };
        let question = &rulebook.questions[rulebook.question_id(id).unwrap().row()];
        reader.read(question, &Draft { parts: parts.map(str::to_owned), about, problem: None })
    }

    fn day(text: &str) -> i64 {
        text.parse::<Date>().unwrap().day_number()
    }

    #[test]
    fn a_date_pasted_into_one_field_is_the_same_as_in_three() {
        let first_of_march = Reading::Answer(Slot::exactly(day("2027-03-01")));
        assert_eq!(read("hire.start", ["1", "3", "2027"], false), first_of_march);
        assert_eq!(read("hire.start", ["01/03/27", "", ""], false), first_of_march);
    }

    #[test]
    fn a_date_without_a_day_is_a_month() {
        let march = Reading::Answer(Slot::between(day("2027-03-01"), day("2027-03-31")));
        assert_eq!(read("hire.start", ["", "3", "2027"], false), march);
        assert_eq!(read("hire.start", ["maart 2027", "", ""], false), march);
    }

    #[test]
    fn a_number_known_roughly_is_a_range() {
        assert_eq!(read("hire.age", ["20", "30", ""], true), Reading::Answer(Slot::between(20, 30)));
        assert!(matches!(read("hire.age", ["30", "20", ""], true), Reading::Problem(Problem::Refused(_))));
    }

    #[test]
    fn an_amount_with_two_meanings_is_asked() {
        let found = read("org.turnover", ["12,500", "", ""], false);
        let two = Problem::Two(Slot::exactly(1_250_000), Slot::exactly(1_250));
        assert_eq!(found, Reading::Problem(two));
    }

    #[test]
    fn an_empty_field_is_nothing() {
        assert_eq!(read("org.place", [" ", "", ""], false), Reading::Nothing);
    }
}
