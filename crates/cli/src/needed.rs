//! How many questions a visitor must answer until the verdicts are settled.
//!
//! A persona is asked one question at a time and answers as its file says; what the file does not
//! tell is *not known*. *Settled* is a verdict that fits or does not fit; *settleable* is what is
//! settled once the persona has told everything.

use crate::failure::Failure;
use crate::personas::Persona;
use steunwijzer_engine::advice::{Ask, Verdict};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::world::World;
use steunwijzer_engine::{advise, open_questions};

/// The shares of the settleable verdicts that are looked at, in percent.
pub(crate) const SHARES: [usize; 3] = [50, 80, 100];

/// What one persona needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Needed {
    /// Schemes that are settled before any question.
    pub(crate) before: usize,
    /// Schemes that are settled once everything is told.
    pub(crate) settleable: usize,
    /// Questions until each of [`SHARES`], in the order of the form.
    pub(crate) form: [usize; 3],
    /// The same, each time with the most useful question.
    pub(crate) useful: [usize; 3],
}

/// In which order questions are asked.
#[derive(Clone, Copy)]
enum Order {
    Form,
    Usefulness,
}

/// Asks a persona in both orders.
pub(crate) fn needed(rulebook: &Rulebook, persona: &Persona) -> Result<Needed, Failure> {
    let full = persona.answers(rulebook)?;
    let form = Interview::held(rulebook, &full, persona.as_on, Order::Form);
    let useful = Interview::held(rulebook, &full, persona.as_on, Order::Usefulness);
    Ok(Needed {
        before: form.settled_after.first().copied().unwrap_or(0),
        settleable: form.settleable(),
        form: form.until_shares(),
        useful: useful.until_shares(),
    })
}

/// An interview with a persona.
struct Interview<'a> {
    rulebook: &'a Rulebook,
    as_on: Date,
    /// Everything the persona can tell.
    full: &'a Answers,
    told: Answers,
    /// Lists that were asked about; the persona may not know.
    lists: Vec<ListId>,
    can_settle: Vec<bool>,
    /// How many of the settleable verdicts are settled after this many questions.
    settled_after: Vec<usize>,
}

impl<'a> Interview<'a> {
    /// Asks until everything is settled that this persona can settle.
    fn held(rulebook: &'a Rulebook, full: &'a Answers, as_on: Date, order: Order) -> Interview<'a> {
        let mut interview = Interview {
            rulebook,
            as_on,
            full,
            told: Answers::new(rulebook),
            lists: Vec::new(),
            can_settle: settled(rulebook, full, as_on),
            settled_after: Vec::new(),
        };
        interview.count();
        while interview.settled_after.last() < Some(&interview.settleable()) {
            let next = match order {
                Order::Form => interview.next_in_form(),
                Order::Usefulness => interview.most_useful(),
            };
            // What is never asked, the persona tells in the end.
            let Some(ask) = next.or_else(|| interview.untold()) else { break };
            interview.answer(ask);
            interview.count();
        }
        interview
    }

    fn settleable(&self) -> usize {
        self.can_settle.iter().filter(|can| **can).count()
    }

    fn count(&mut self) {
        let now = settled(self.rulebook, &self.told, self.as_on);
        let both = self.can_settle.iter().zip(now).filter(|(can, is)| **can && *is).count();
        self.settled_after.push(both);
    }

    /// The number of questions after which each share is settled.
    fn until_shares(&self) -> [usize; 3] {
        let all = self.settleable();
        SHARES.map(|share| {
            let enough = |settled: &usize| settled * 100 >= share * all;
            self.settled_after.iter().position(enough).unwrap_or(self.settled_after.len())
        })
    }

    /// The first question of the form that certainly applies and was not asked.
    fn next_in_form(&self) -> Option<Ask> {
        let world = World::new(self.rulebook, &self.told, self.as_on);
        self.first(|id, whose| world.applies(id, whose) == Truth::Yes)
    }

    /// What the persona can still tell, though nobody asks it.
    fn untold(&self) -> Option<Ask> {
        self.first(|id, whose| {
            let question = self.rulebook.questions.get(id.row());
            question.is_some_and(|question| self.full.get(question, whose).is_some())
        })
    }

    /// The first question in the order of the form that was not asked and is wanted.
    fn first(&self, wanted: impl Fn(QuestionId, Whose) -> bool) -> Option<Ask> {
        for topic in &self.rulebook.topics {
            if let Some(list) = topic.list.filter(|list| !self.lists.contains(list)) {
                return Some(Ask::List(list));
            }
            for whose in self.everybody(topic.list) {
                let open = |id: &QuestionId| {
                    let question = self.rulebook.questions.get(id.row());
                    question.is_some_and(|question| self.told.get(question, whose).is_none())
                };
                let next = topic.questions.iter().find(|id| open(id) && wanted(**id, whose));
                if let Some(id) = next {
                    return Some(Ask::Question(*id, whose));
                }
            }
        }
        None
    }

    fn everybody(&self, list: Option<ListId>) -> Vec<Whose> {
        let Some(list) = list else { return vec![Whose::Organisation] };
        let records = self.told.records(list).unwrap_or_default();
        (0u16..).zip(records).map(|(row, _)| Whose::Record(list, row)).collect()
    }

    fn most_useful(&self) -> Option<Ask> {
        let open = open_questions(self.rulebook, &self.told, self.as_on);
        open.into_iter().map(|question| question.ask).find(|ask| match ask {
            Ask::List(list) => !self.lists.contains(list),
            Ask::Question(..) => true,
        })
    }

    /// Tells what the persona knows; what it does not tell is not known.
    fn answer(&mut self, ask: Ask) {
        match ask {
            Ask::List(list) => {
                self.lists.push(list);
                if let Some(records) = self.full.records(list) {
                    self.told.tell_none(list);
                    for _ in records {
                        // The list holds as many in the answers of the persona.
                        let _row = self.told.add_record(self.rulebook, list);
                    }
                }
            }
            Ask::Question(id, whose) => {
                let question = self.rulebook.questions.get(id.row());
                let known = question.and_then(|question| self.full.get(question, whose));
                // The question takes what it took before.
                let answer = known.unwrap_or(Answer::NotKnown);
                let _taken = self.told.set(self.rulebook, id, whose, Some(answer));
            }
        }
    }
}

/// For each scheme, whether its verdict is *fits* or *does not fit*.
fn settled(rulebook: &Rulebook, answers: &Answers, as_on: Date) -> Vec<bool> {
    let advice = advise(rulebook, answers, as_on);
    advice.schemes.iter().map(|scheme| scheme.verdict != Verdict::CannotTell).collect()
}

/// The median, as a text: between two whole numbers it ends in a half.
pub(crate) fn median(mut numbers: Vec<usize>) -> String {
    numbers.sort_unstable();
    let middle = numbers.len() / 2;
    let upper = numbers.get(middle).copied().unwrap_or(0);
    let lower = if numbers.len().is_multiple_of(2) { middle.checked_sub(1) } else { Some(middle) };
    let lower = lower.and_then(|row| numbers.get(row)).copied().unwrap_or(upper);
    let half = if (lower + upper) % 2 == 1 { ".5" } else { "" };
    format!("{}{half}", (lower + upper) / 2)
}
