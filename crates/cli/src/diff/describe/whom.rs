//! For whom something matters: who is judged, where, and which answers decide. All of it comes from
//! the compiled conditions; nothing is made up.

use super::Described;
use crate::diff::thing::{Deciding, Whom};
use steunwijzer_advisor::coverage::places_of;
use steunwijzer_advisor::messages::{amount, diff as say, show as shown};
use steunwijzer_advisor::show;
use steunwijzer_compiler::rule_text::{PlaceName, options, place_names};
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::expression::Input;
use steunwijzer_engine::rulebook::{
    Condition, Predicate, Question, QuestionId, Scheme, SchemeId, Step, SubjectKind,
};
use steunwijzer_engine::slot::Slot;

/// More places than this are counted, not named.
const MOST_PLACES: usize = 12;

impl Described<'_> {
    pub(super) fn subject(&self, subject: SubjectKind) -> String {
        let SubjectKind::Each(id) = subject else { return say::organisations(self.lang).to_owned() };
        let item = self.rulebook.lists.get(id.row()).map_or("", |list| list.item.as_str());
        match item {
            "hire" => say::hires(self.lang).to_owned(),
            "need" => say::needs(self.lang).to_owned(),
            _ => {
                let topic = self.rulebook.topics.iter().find(|topic| topic.list == Some(id));
                say::records(self.lang, topic.map_or("", |topic| self.word(topic.title)))
            }
        }
    }

    pub(super) fn whom_of_scheme(&self, id: SchemeId, scheme: &Scheme) -> Whom {
        let places = places_of(self.rulebook, id);
        Whom {
            subject: self.subject(scheme.subject),
            places: places.map_or(Vec::new(), |places| self.place_texts(|row| places.has(row))),
            ..Whom::default()
        }
    }

    fn place_texts(&self, has: impl Fn(usize) -> bool) -> Vec<String> {
        let names = place_names(self.rulebook, has);
        if names.len() > MOST_PLACES {
            return vec![say::places(self.lang, names.len())];
        }
        let text = |place| match place {
            PlaceName::Province(name) => shown::in_province(self.lang, name),
            PlaceName::Municipality(name) => name.to_owned(),
        };
        names.into_iter().map(text).collect()
    }

    pub(super) fn whom_of_condition(&self, condition: &Condition) -> Whom {
        let values = self.values(condition);
        let mut questions = self.deciding(&condition.questions);
        for question in &mut questions {
            let own = values.iter().filter(|(id, _)| *id == question.id);
            question.values = own.flat_map(|(_, values)| values.clone()).collect();
        }
        Whom { questions, ..Whom::default() }
    }

    /// Questions by their labels.
    pub(super) fn deciding(&self, questions: &[QuestionId]) -> Vec<Deciding> {
        let found = questions.iter().filter_map(|id| self.rulebook.questions.get(id.row()));
        let deciding = |question: &Question| Deciding {
            id: question.id.clone(),
            label: self.word(question.short).to_owned(),
            values: Vec::new(),
        };
        found.map(deciding).collect()
    }

    /// The answers that a condition asks for, by question; none unless all of its tests must hold.
    fn values(&self, condition: &Condition) -> Vec<(String, Vec<String>)> {
        let (from, to) = condition.program;
        let steps = self.rulebook.steps.get(from as usize..to as usize).unwrap_or_default();
        let mut tests = Vec::new();
        for (row, step) in steps.iter().enumerate() {
            match step {
                Step::Test(id) => {
                    let turned = steps.get(row + 1) == Some(&Step::Not);
                    tests.extend(self.rulebook.predicates.get(id.row()).map(|found| (found, turned)));
                }
                // The step behind a single test; a group that is turned around asks for no one answer.
                Step::Not
                    if matches!(row.checked_sub(1).and_then(|row| steps.get(row)), Some(Step::Test(_))) => {}
                Step::And => {}
                Step::Always(_) | Step::Or | Step::Not => return Vec::new(),
            }
        }
        tests.into_iter().filter_map(|(predicate, turned)| self.values_of(predicate, turned)).collect()
    }

    fn values_of(&self, predicate: &Predicate, turned: bool) -> Option<(String, Vec<String>)> {
        let question = |input: Input| self.rulebook.questions.get(input.question.row());
        let (found, values) = match *predicate {
            Predicate::OneOf(input, bits) => {
                let found = question(input)?;
                let all = found.answer.anything(self.rulebook.municipalities.len());
                let bits = i64::try_from(bits).ok()?;
                let slot = Slot::bits(if turned { all.low & !bits } else { bits });
                (found, self.answer_texts(found, slot))
            }
            Predicate::Within(input, low, high) if !turned => {
                let found = question(input)?;
                (found, vec![self.limits(found, low, high)])
            }
            Predicate::Has(input, option) if !turned => {
                let found = question(input)?;
                let option = options(found).get(usize::from(option))?;
                (found, vec![self.word(option.text).to_owned()])
            }
            Predicate::PlaceIn(input, set) if !turned => {
                let places = self.rulebook.place_sets.get(set.row())?;
                let has = |row: usize| places.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1);
                (question(input)?, self.place_texts(has))
            }
            Predicate::Within(..)
            | Predicate::Has(..)
            | Predicate::PlaceIn(..)
            | Predicate::Expression(_) => {
                return None;
            }
        };
        Some((found.id.clone(), values))
    }

    fn answer_texts(&self, question: &Question, slot: Slot) -> Vec<String> {
        let all = options(question);
        if all.is_empty() {
            return vec![self.answer(question, slot)];
        }
        let asked = show::option_texts(self.words, all, slot.low);
        if asked.len() * 2 <= all.len() {
            return asked.into_iter().map(str::to_owned).collect();
        }
        let others = show::option_texts(self.words, all, !slot.low);
        vec![say::all_but(self.lang, &show::joined_or(self.lang, &others))]
    }

    fn limits(&self, question: &Question, low: i64, high: i64) -> String {
        let all = question.answer.anything(self.rulebook.municipalities.len());
        let end = |value| self.answer(question, Slot::exactly(value));
        match (low <= all.low, high >= all.high) {
            (true, false) => amount::at_most(self.lang, &end(high)),
            (false, true) => say::at_least(self.lang, &end(low)),
            (true, true) | (false, false) => self.answer(question, Slot::between(low, high)),
        }
    }

    fn answer(&self, question: &Question, slot: Slot) -> String {
        show::answer(self.lang, self.rulebook, self.words, question, Answer::Known(slot))
    }
}
