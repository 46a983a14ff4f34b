//! Who is judged, and which answers are theirs.

use super::View;
use crate::messages::record as messages;
use crate::show;
use steunwijzer_engine::advice::{Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::{ConditionId, ListId, Question, QuestionId, SchemeId};

impl View<'_> {
    /// The name of a record: *Werknemer 2*. Never the name of a person.
    pub fn record_name(&self, list: ListId, row: u16) -> String {
        let number = (u32::from(row) + 1).to_string();
        let item = self.rulebook.lists.get(list.row()).map_or("", |list| list.item.as_str());
        match item {
            "hire" => messages::hire(self.lang, &number),
            "need" => messages::need(self.lang, &number),
            "aid" => messages::aid(self.lang, &number),
            _ => messages::other(self.lang, &number, self.list_title(list)),
        }
    }

    /// The name of who is judged.
    pub fn subject_name(&self, subject: Subject) -> String {
        match subject {
            Subject::Organisation => messages::you(self.lang).to_owned(),
            Subject::Record(list, row) => self.record_name(list, row),
            Subject::Imagined(list) => messages::imagined(self.lang, self.list_title(list)),
            Subject::Nobody(list) => messages::nobody(self.lang, self.list_title(list)),
        }
    }

    /// The subject that decides the verdict of a scheme: the first with that verdict.
    pub(crate) fn best_subject(&self, id: SchemeId) -> Option<&SubjectAdvice> {
        let judged = self.judged(id)?;
        judged.subjects.iter().find(|subject| subject.verdict == judged.verdict)
    }

    /// How many subjects of a scheme fit, of how many.
    pub(crate) fn fitting(&self, id: SchemeId) -> (usize, usize) {
        let subjects = self.judged(id).map_or(&[][..], |judged| &judged.subjects);
        let fits = subjects.iter().filter(|subject| subject.verdict == Verdict::Fits).count();
        (fits, subjects.len())
    }

    /// Whose answer to this question counts for a subject. `None` for the records of another list,
    /// or of one that was not told.
    pub fn whose(&self, question: &Question, subject: Subject) -> Option<Whose> {
        match (question.list, subject) {
            (None, _) => Some(Whose::Organisation),
            (Some(own), Subject::Record(list, row)) if own == list => Some(Whose::Record(list, row)),
            (Some(_), _) => None,
        }
    }

    /// The answer of a subject, if it was given.
    pub(crate) fn answer(&self, question: &Question, subject: Subject) -> Option<Answer> {
        self.answers.get(question, self.whose(question, subject)?)
    }

    /// The answer of a subject in words, if it was given and is known.
    pub(crate) fn answer_text(&self, question: &Question, subject: Subject) -> Option<String> {
        let answer = self.answer(question, subject).filter(|answer| *answer != Answer::NotKnown)?;
        Some(show::answer(self.lang, self.rulebook, self.words, question, answer))
    }

    /// The questions of a condition, and of its routes.
    pub(crate) fn questions_of(&self, id: ConditionId) -> Vec<QuestionId> {
        let routes = self.condition(id).map_or(0, |condition| usize::from(condition.routes));
        let rows = self.rulebook.conditions.get(id.row()..=id.row() + routes).unwrap_or_default();
        let mut questions: Vec<QuestionId> = Vec::new();
        for question in rows.iter().flat_map(|condition| &condition.questions) {
            if !questions.contains(question) {
                questions.push(*question);
            }
        }
        questions
    }
}
