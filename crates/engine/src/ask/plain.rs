//! The look-ahead by its definition, without any short cut.

use super::{Settled, Trial, candidates, ranked, told, with_samples};
use crate::advice::{Advice, Ask, OpenQuestion, State, Verdict};
use crate::advise::advise;
use crate::answers::{Answer, Answers};
use crate::cells::cells;
use crate::date::Date;
use crate::rulebook::{QuestionId, Rulebook, SchemeId, SubjectKind};
use crate::world::World;

/// What [`super::open_questions`] must give: after every answer that is tried, everything is judged
/// again. A hundred times slower; the tests compare the two.
pub fn open_questions_plainly(rulebook: &Rulebook, answers: &Answers, as_on: Date) -> Vec<OpenQuestion> {
    let world = World::new(rulebook, answers, as_on);
    let now = advise(rulebook, answers, as_on);
    let open = |row: SchemeId| verdict(&now, row) == Some(Verdict::CannotTell);
    let schemes: Vec<SchemeId> = now.schemes.iter().map(|advice| advice.scheme).collect();
    let all_open = schemes.into_iter().filter(|&row| open(row));
    ranked(candidates(rulebook, answers, &world).into_iter().map(|ask| {
        let (trials, helps, burden, exact) = match ask {
            Ask::Question(id, whose) => {
                let cells = cells(rulebook, id, world.slot(id, whose));
                let with = |slot| {
                    let mut answers = answers.clone();
                    // A piece of what is possible, so this cannot fail.
                    let _taken = answers.set(rulebook, id, whose, Some(Answer::Known(slot)));
                    answers
                };
                let trials: Vec<Answers> = with_samples(rulebook, id, &cells).into_iter().map(with).collect();
                let burden = rulebook.questions.get(id.row()).map_or(1, |question| question.burden);
                (trials, helped(rulebook, &now, id), burden, cells.exact)
            }
            Ask::List(list) => {
                let about = |id: &SchemeId| {
                    let scheme = rulebook.schemes.get(id.row());
                    let lists = rulebook.index.lists_in.get(id.row());
                    scheme.is_some_and(|scheme| scheme.subject == SubjectKind::Each(list))
                        || lists.is_some_and(|lists| lists.contains(&list))
                };
                (told(rulebook, answers, list).to_vec(), all_open.clone().filter(about).collect(), 1, false)
            }
        };
        let affected: Vec<SchemeId> = match ask {
            Ask::Question(..) => all_open.clone().collect(),
            Ask::List(_) => helps.clone(),
        };
        let mut settled = Settled::none_of(affected.into_iter());
        for answers in &trials {
            let then = advise(rulebook, answers, as_on);
            settled.count(|_, scheme| verdict(&then, scheme));
        }
        Trial { settled, helps, burden, exact }.weighed(ask)
    }))
}

fn verdict(advice: &Advice, row: SchemeId) -> Option<Verdict> {
    advice.schemes.get(row.row()).map(|advice| advice.verdict)
}

/// Schemes with an open condition that uses the question, or one that it decides about.
fn helped(rulebook: &Rulebook, now: &Advice, id: QuestionId) -> Vec<SchemeId> {
    let uses = |question: &QuestionId| {
        let guards = rulebook.index.guards_of.get(question.row());
        guards.is_some_and(|guards| guards.contains(&id))
    };
    let open = |advice: &&crate::advice::SchemeAdvice| {
        let subjects = advice.subjects.iter().filter(|subject| subject.verdict == Verdict::CannotTell);
        let mut states = subjects.flat_map(|subject| &subject.conditions);
        states.any(|condition| {
            let row = rulebook.conditions.get(condition.condition.row());
            condition.state == State::Open && row.is_some_and(|row| row.questions.iter().any(uses))
        })
    };
    now.schemes.iter().filter(open).map(|advice| advice.scheme).collect()
}
