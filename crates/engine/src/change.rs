//! What would lift a verdict off *does not fit*: at most two answers that the visitor can choose.

use crate::advice::{Change, ChangedAnswer, Subject, Verdict};
use crate::answers::{Answers, Whose};
use crate::cells::cells;
use crate::date::Date;
use crate::judge::Judge;
use crate::order::in_order;
use crate::refine::whose_of;
use crate::rulebook::{AnswerType, QuestionId, Rulebook, Scheme, SchemeId};
use crate::slot::Slot;
use crate::world::{Supposed, World};

/// The smallest sets of changeable answers (one, else two) that lift the verdict, with the values
/// that do. Empty if the scheme does not fail, or nothing changeable helps.
pub fn changes(
    rulebook: &Rulebook,
    answers: &Answers,
    as_on: Date,
    scheme: SchemeId,
    subject: Subject,
) -> Vec<Change> {
    let Some(row) = rulebook.schemes.get(scheme.row()) else {
        return Vec::new();
    };
    if matches!(subject, Subject::Nobody(_)) {
        return Vec::new();
    }
    let questions = changeable(rulebook, scheme, subject);
    if questions.is_empty() {
        return Vec::new();
    }
    let world = World::new(rulebook, answers, as_on);
    let mut tried = Tried { rulebook, answers, world, scheme: row, subject, judge: Judge::new(rulebook) };
    if tried.verdict(&[]) != Verdict::DoesNotFit {
        return Vec::new();
    }
    let single: Vec<Change> = questions.iter().filter_map(|&question| tried.change(&[question])).collect();
    if !single.is_empty() {
        return single;
    }
    let pairs = questions
        .iter()
        .enumerate()
        .flat_map(|(row, &first)| questions.iter().skip(row + 1).map(move |&second| [first, second]));
    pairs.filter_map(|pair| tried.change(&pair)).collect()
}

struct Tried<'r> {
    rulebook: &'r Rulebook,
    answers: &'r Answers,
    world: World<'r>,
    scheme: &'r Scheme,
    subject: Subject,
    judge: Judge,
}

/// Changeable questions on which the scheme depends.
fn changeable(rulebook: &Rulebook, scheme: SchemeId, subject: Subject) -> Vec<QuestionId> {
    let list = match subject {
        Subject::Record(list, _) => Some(list),
        // Nothing was answered about somebody imagined, so nothing can be changed.
        Subject::Organisation | Subject::Imagined(_) | Subject::Nobody(_) => None,
    };
    let rows = rulebook.questions.iter().zip(&rulebook.index.schemes_of).zip(0..);
    rows.filter(|((question, schemes), _)| question.changeable && schemes.contains(&scheme))
        .filter(|((question, _), _)| question.list.is_none() || question.list == list)
        .map(|(_, row)| QuestionId(row))
        .collect()
}

impl Tried<'_> {
    fn whose(&self, question: QuestionId) -> Whose {
        let about_organisation =
            self.rulebook.questions.get(question.row()).is_none_or(|question| question.list.is_none());
        if about_organisation { Whose::Organisation } else { whose_of(self.subject) }
    }

    fn verdict(&mut self, supposed: &[(QuestionId, Slot)]) -> Verdict {
        let supposed: Vec<Supposed> = supposed
            .iter()
            .map(|&(question, slot)| Supposed { question, whose: self.whose(question), slot })
            .collect();
        let world = self.world.supposing(self.answers, &supposed);
        if !world.conflicts().is_empty() && !supposed.is_empty() {
            return Verdict::DoesNotFit; // a proposal that clashes with other answers is none
        }
        let slots = world.slots(whose_of(self.subject)).to_vec();
        self.judge.next_subject();
        self.judge.judge(&world, self.scheme, self.subject, &slots).verdict
    }

    /// The values of these questions that lift the verdict, if widening them to anything does.
    fn change(&mut self, questions: &[QuestionId]) -> Option<Change> {
        let anything: Vec<(QuestionId, Slot)> =
            questions.iter().filter_map(|&id| Some((id, self.what_can_be(id)?))).collect();
        if self.verdict(&anything) == Verdict::DoesNotFit {
            return None;
        }
        let mut lifted: Vec<(Vec<Slot>, Verdict)> = Vec::new();
        for values in self.combinations(&anything) {
            let supposed: Vec<(QuestionId, Slot)> =
                questions.iter().copied().zip(values.iter().copied()).collect();
            let verdict = self.verdict(&supposed);
            if verdict != Verdict::DoesNotFit {
                lifted.push((values, verdict));
            }
        }
        let becomes = lifted.iter().map(|(_, verdict)| *verdict).min()?;
        let best: Vec<&[Slot]> = lifted
            .iter()
            .filter(|(_, verdict)| *verdict == becomes)
            .map(|(values, _)| values.as_slice())
            .collect();
        let answers = questions.iter().enumerate().map(|(column, &question)| ChangedAnswer {
            question,
            whose: self.whose(question),
            to: values_beside_first(&best, column),
        });
        Some(Change { answers: answers.collect(), becomes })
    }

    /// Everything that the visitor can still choose: a day that has passed is not among it.
    fn what_can_be(&self, question: QuestionId) -> Option<Slot> {
        let answer = &self.rulebook.questions.get(question.row())?.answer;
        let anything = answer.anything(self.rulebook.municipalities.len());
        Some(match answer {
            AnswerType::Date { .. } => {
                Slot { low: anything.low.max(self.world.as_on.day_number()).min(anything.high), ..anything }
            }
            AnswerType::YesNo
            | AnswerType::Choice(_)
            | AnswerType::Choices(_)
            | AnswerType::Number { .. }
            | AnswerType::Place => anything,
        })
    }

    fn combinations(&self, anything: &[(QuestionId, Slot)]) -> Vec<Vec<Slot>> {
        anything.iter().fold(vec![Vec::new()], |found, &(question, slot)| {
            let values = cells(self.rulebook, question, slot).sets;
            found
                .iter()
                .flat_map(|before| values.iter().map(|value| [before.as_slice(), &[*value]].concat()))
                .collect()
        })
    }
}

/// Of the first answer every value that works with the first value of the others; of the others
/// just that one: so every combination of the values named does work.
fn values_beside_first(best: &[&[Slot]], column: usize) -> Vec<Slot> {
    let first = best.first().copied().unwrap_or(&[]);
    let beside = |values: &&[Slot]| values.iter().skip(1).eq(first.iter().skip(1));
    let values = best.iter().copied().filter(beside).filter_map(|values| values.get(column).copied());
    let mut to = in_order(values, |slot| (slot.low, slot.high));
    to.dedup();
    to
}
