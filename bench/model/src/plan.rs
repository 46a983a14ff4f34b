//! A plan of ten hires and five needs over the real rules: what the page works out when somebody asks
//! what it all adds up to.

use rust_decimal::Decimal;
use steunwijzer_engine::advice::Advice;
use steunwijzer_engine::advise;
use steunwijzer_engine::answers::{Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::{Written, read};
use steunwijzer_engine::rulebook::{ListId, Rulebook};
use steunwijzer_plan::aid::{AidIds, AidRules, Ceiling};
use steunwijzer_plan::cash_flow::{Growth, Inputs, cash_flow};
use steunwijzer_plan::hires::{Labour, hires};
use steunwijzer_plan::stack::{AidRoom, Means, StackRules, stack};

const HIRES: u16 = 10;
/// What each need is for, and how much is asked.
const NEEDS: [(&str, &str); 5] = [
    ("building", "700000"),
    ("working_capital", "500000"),
    ("equipment", "75000"),
    ("project", "40000"),
    ("innovation", "150000"),
];
const PLACES: [&str; 5] = ["GM0518", "GM0855", "GM0344", "GM0268", "GM0599"];

/// The rules with all that a plan reads, and the answers.
pub struct Plan {
    rules: Rulebook,
    labour: Labour,
    aid: AidIds,
    stacks: StackRules,
    answers: Answers,
    day: Date,
}

impl Plan {
    /// A bv in The Hague with received aid, ten hires that all differ, and five needs.
    pub fn new(rules: Rulebook) -> Plan {
        let labour = Labour::new(&rules).expect("the rules hold what a plan reads");
        let aid = AidIds::new(&rules).expect("the rules hold the ceilings");
        let stacks = StackRules::of(&rules).expect("the rules hold what a stack reads");
        let answers = answers(&rules);
        Plan { rules, labour, aid, stacks, answers, day: crate::ours::day() }
    }

    /// All verdicts: the page has them already when a plan is asked.
    pub fn advice(&self) -> Advice {
        advise(&self.rules, &self.answers, self.day)
    }

    /// Hires and their cash flow, the aid account and the five stacks; gives the number of layers.
    pub fn run(&self, advice: &Advice) -> usize {
        self.flow(advice) + self.account() + self.finance()
    }

    /// What each hire brings, and 24 months of cash flow with an assumed rise of the minimum wage.
    pub fn flow(&self, advice: &Advice) -> usize {
        let hires = hires(&self.rules, &self.labour, &self.answers, advice);
        let mut inputs = Inputs::defaults(&self.rules, &self.labour, self.day);
        inputs.growth = Some(Growth { least: Decimal::new(19, 3), most: Decimal::new(31, 3) });
        let flow = cash_flow(&self.rules, &self.labour, &self.answers, &hires, &inputs);
        flow.map_or(0, |flow| flow.months.len())
    }

    /// The room under every ceiling, and its calendar.
    pub fn account(&self) -> usize {
        let rules = AidRules::new(&self.rules, &self.aid, self.day);
        let account = rules.account(&self.answers);
        Ceiling::ALL.iter().map(|ceiling| rules.calendar(&account, *ceiling, self.day).len()).sum()
    }

    /// A stack for each need.
    pub fn finance(&self) -> usize {
        let rules = AidRules::new(&self.rules, &self.aid, self.day);
        let general = rules.room(&rules.account(&self.answers), Ceiling::General, self.day).left;
        let means = Means { aid: AidRoom { general }, ..Means::unknown() };
        let needs = 0..NEEDS.len() as u16;
        let stacks = needs.filter_map(|need| {
            stack(&self.rules, &self.stacks, &self.answers, self.day, need, &means, &[])
        });
        stacks.flat_map(|stack| stack.proposals).map(|proposal| proposal.layers.len()).sum()
    }
}

fn answers(rules: &Rulebook) -> Answers {
    let mut told = Telling { rules, answers: Answers::new(rules) };
    for (question, value) in [
        ("org.legal_form", "bv"),
        ("org.place", "GM0518"),
        ("org.founded", "2017-06"),
        ("org.fte", "35"),
        ("org.main_aim", "integration"),
        ("org.distance_share", "40 %"),
    ] {
        told.tell(question, Whose::Organisation, value);
    }
    for question in ["org.enterprise", "org.employer", "org.independent"] {
        told.say(question, Whose::Organisation, &Written::Bool(true));
    }
    for row in 0..HIRES {
        told.hire(row);
    }
    for (purpose, amount) in NEEDS {
        let need = told.record("needs");
        told.tell("need.purpose", need, purpose);
        told.tell("need.amount", need, amount);
        told.tell("need.place", need, "GM0518");
        told.say("need.started", need, &Written::Bool(false));
        told.say("need.repay_months", need, &Written::Whole(84));
    }
    for (amount, date, regime) in [("40000", "2024-02-10", "general"), ("25000", "2025-09-01", "sgei")] {
        let aid = told.record("received_aid");
        told.tell("aid.amount", aid, amount);
        told.tell("aid.date", aid, date);
        told.tell("aid.regime", aid, regime);
    }
    told.answers
}

/// Answers being told.
struct Telling<'r> {
    rules: &'r Rulebook,
    answers: Answers,
}

impl Telling<'_> {
    /// Ten hires that differ in age, hours, loonwaarde, start and municipality.
    fn hire(&mut self, row: u16) {
        let hire = self.record("hires");
        let number = i64::from(row);
        self.tell("hire.place", hire, PLACES[usize::from(row) % PLACES.len()]);
        self.say("hire.age", hire, &Written::Whole(19 + 4 * number));
        self.say("hire.hours", hire, &Written::Whole(16 + 2 * number));
        self.tell("hire.loonwaarde", hire, &format!("{} %", 25 + 5 * number));
        self.tell("hire.start", hire, &format!("2027-{:02}-01", 1 + row));
        self.tell("hire.job_kind", hire, "ordinary");
        self.tell("hire.benefit", hire, "bijstand");
        self.tell("hire.history", hire, "none");
        for question in ["hire.pays_minimum", "hire.register", "hire.lks_group"] {
            self.say(question, hire, &Written::Bool(true));
        }
    }

    fn record(&mut self, list: &str) -> Whose {
        let list: ListId = self.rules.list_id(list).expect("is a list");
        Whose::Record(list, self.answers.add_record(self.rules, list).expect("has room"))
    }

    fn tell(&mut self, question: &str, whose: Whose, value: &str) {
        self.say(question, whose, &Written::Text(value.to_owned()));
    }

    fn say(&mut self, question: &str, whose: Whose, value: &Written) {
        let id = self.rules.question_id(question).expect("is asked");
        let answer = read(self.rules, &self.rules.questions[id.row()], value).expect("is an answer");
        self.answers.set(self.rules, id, whose, Some(answer)).expect("is allowed");
    }
}
