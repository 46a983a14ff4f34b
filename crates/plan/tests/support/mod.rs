//! Answers and rules for the tests of stacks.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::expect_used, reason = "helpers of tests")]

use rust_decimal::Decimal;
use std::sync::OnceLock;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::{Written, read};
use steunwijzer_engine::rulebook::{ListId, QuestionId, Rulebook, SchemeId};
use steunwijzer_plan::stack::{Layer, Means, Proposal, Stack, StackRules, Wish, stack};

pub(crate) fn rulebook() -> &'static Rulebook {
    static RULEBOOK: OnceLock<Rulebook> = OnceLock::new();
    RULEBOOK.get_or_init(steunwijzer_rules::rulebook)
}

pub(crate) fn rules() -> &'static StackRules {
    static RULES: OnceLock<StackRules> = OnceLock::new();
    RULES.get_or_init(|| StackRules::of(rulebook()).expect("the rules hold what a stack needs"))
}

pub(crate) fn d(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

pub(crate) fn scheme(id: &str) -> SchemeId {
    let row = rulebook().schemes.iter().position(|scheme| scheme.id == id).expect(id);
    SchemeId(u16::try_from(row).expect("few schemes"))
}

/// Means of which nothing is known.
pub(crate) struct Known(pub(crate) Means);

impl Default for Known {
    fn default() -> Known {
        Known(Means::unknown())
    }
}

/// Answers on a day.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) answers: Answers,
    pub(crate) as_on: Date,
}

pub(crate) fn text(text: &str) -> Written {
    Written::Text(text.to_owned())
}

pub(crate) fn list(items: &[&str]) -> Written {
    Written::List(items.iter().map(|item| text(item)).collect())
}

pub(crate) fn range(from: &str, to: &str) -> Written {
    Written::Table(vec![("from".to_owned(), text(from)), ("to".to_owned(), text(to))])
}

impl Case {
    pub(crate) fn on(day: &str) -> Case {
        Case { answers: Answers::new(rulebook()), as_on: day.parse().expect("a day") }
    }

    pub(crate) fn set(&mut self, question: &str, whose: Whose, value: &Written) -> &mut Case {
        let book = rulebook();
        let row = book.questions.iter().position(|one| one.id == question).expect(question);
        let id = QuestionId(u16::try_from(row).expect("few questions"));
        let answer: Answer = read(book, &book.questions[row], value).expect(question);
        self.answers.set(book, id, whose, Some(answer)).expect(question);
        self
    }

    pub(crate) fn org(&mut self, question: &str, value: &Written) -> &mut Case {
        self.set(question, Whose::Organisation, value)
    }

    pub(crate) fn add_need(&mut self) -> u16 {
        self.answers.add_record(rulebook(), needs()).expect("room for a need")
    }

    pub(crate) fn need(&mut self, need: u16, question: &str, value: &Written) -> &mut Case {
        self.set(question, Whose::Record(needs(), need), value)
    }

    pub(crate) fn stack(&self, need: u16, means: &Known, wishes: &[Wish]) -> Stack {
        stack(rulebook(), rules(), &self.answers, self.as_on, need, &means.0, wishes).expect("a need")
    }
}

pub(crate) fn needs() -> ListId {
    let row = rulebook().lists.iter().position(|list| list.id == "needs").expect("needs");
    ListId(u16::try_from(row).expect("few lists"))
}

/// Scenario S4: a cooperative in Nijmegen, a solar roof of 400,000 with 60,000 from members.
pub(crate) fn s4() -> Case {
    let mut case = Case::on("2026-11-21");
    case.org("org.legal_form", &text("cooperatie"))
        .org("org.place", &text("GM0268"))
        .org("org.enterprise", &Written::Bool(true))
        .org("org.main_aim", &text("other_social"))
        .org("org.sectors", &Written::Table(vec![("yes".to_owned(), list(&["energy"]))]));
    let need = case.add_need();
    case.need(need, "need.purpose", &text("equipment"))
        .need(need, "need.amount", &text("340000"))
        .need(need, "need.own_money", &text("60000"))
        .need(need, "need.other_money", &text("0"))
        .need(need, "need.place", &text("GM0268"))
        .need(need, "need.themes", &list(&["energy"]))
        .need(need, "need.for_whom", &list(&["residents"]))
        .need(need, "need.residents", &text("lead"))
        .need(need, "need.crowd_offered", &text("0"));
    case
}

/// Scenario S7: a bv in The Hague, 700,000 for a building and 500,000 working capital.
pub(crate) fn s7() -> Case {
    let mut case = Case::on("2026-11-21");
    case.org("org.legal_form", &text("bv"))
        .org("org.place", &text("GM0518"))
        .org("org.founded", &text("2017-06"))
        .org("org.fte", &text("35"))
        .org("org.enterprise", &Written::Bool(true))
        .org("org.independent", &Written::Bool(true))
        .org("org.employer", &Written::Bool(true))
        .org("org.main_aim", &text("integration"))
        .org("org.distance_share", &text("40 %"))
        .org("org.pso", &text("pso30plus"));
    let building = case.add_need();
    case.need(building, "need.purpose", &text("building"))
        .need(building, "need.building_work", &text("purchase"))
        .need(building, "need.amount", &text("700000"))
        .need(building, "need.place", &text("GM0518"))
        .need(building, "need.started", &Written::Bool(false));
    let people = case.add_need();
    case.need(people, "need.purpose", &text("working_capital"))
        .need(people, "need.amount", &text("500000"))
        .need(people, "need.place", &text("GM0518"))
        .need(people, "need.started", &Written::Bool(false));
    case
}

/// A bv in Rotterdam with a circular project.
pub(crate) fn rotterdam_circular() -> Case {
    let mut case = Case::on("2026-11-21");
    case.org("org.legal_form", &text("stichting")).org("org.place", &text("GM0599"));
    let need = case.add_need();
    case.need(need, "need.purpose", &text("project"))
        .need(need, "need.amount", &text("20000"))
        .need(need, "need.own_money", &text("5000"))
        .need(need, "need.other_money", &text("0"))
        .need(need, "need.place", &text("GM0599"));
    case
}

/// The layer of a scheme in a proposal.
pub(crate) fn layer<'p>(proposal: &'p Proposal, id: &str) -> Option<&'p Layer> {
    proposal.layers.iter().find(|layer| layer.scheme == Some(scheme(id)))
}
