//! Worked cases: what must come out of a scheme or a definition for given answers.

use crate::read::cases::VERDICTS;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use steunwijzer_engine::advice::{State, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{
    Amounts, Condition, ConditionId, DefinitionId, ListId, QuestionId, Role, Rulebook, SchemeId,
};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::{advise, define};

/// A worked case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// What it is about.
    pub about: About,
    /// Its name.
    pub name: String,
    /// The day of the advice.
    pub as_on: Date,
    /// What was answered; everything else was not asked.
    pub told: Vec<Told>,
    /// What must come out.
    pub expect: Expect,
    /// Where it comes from: a published example, or worked by hand.
    pub source: String,
    /// The rule file it stands in.
    pub file: String,
}

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// A scheme.
    Scheme(SchemeId),
    /// A definition.
    Definition(DefinitionId),
}

/// One thing that was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// There are certainly no records in this list.
    Nobody(ListId),
    /// One more record in this list.
    Record(ListId),
    /// An answer about the organisation, or about this row of the list of the question; without
    /// values: asked, and not known.
    Answer(QuestionId, u16, Option<Slot>),
}

/// What must come out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Expect {
    /// A verdict about the first subject.
    Verdict {
        /// The verdict.
        #[serde(with = "VerdictInFile")]
        verdict: Verdict,
        /// A condition that certainly fails.
        failing: Option<String>,
        /// Conditions that are open.
        open: Vec<String>,
        /// Values of amount lines.
        amounts: Vec<(String, Outcome)>,
    },
    /// A value of a definition.
    Value(Outcome),
}

/// How a verdict is stored.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Verdict")]
enum VerdictInFile {
    Fits,
    CannotTell,
    DoesNotFit,
}

/// A value that must come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Open or unknown.
    Open,
    /// Yes or no.
    Truth(bool),
    /// A number from the first to the second.
    Number(Decimal, Decimal),
    /// A day from the first to the second.
    Days(Date, Date),
}

/// A case that was run.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseResult {
    /// The row in the cases of the edition.
    pub case: usize,
    /// What came out otherwise than expected; none if the case holds.
    pub failure: Option<String>,
    /// The tests of the scheme that certainly fail; a group of alternatives counts once.
    pub fails: Vec<ConditionId>,
}

/// Runs cases with the engine.
pub fn run(rulebook: &Rulebook, cases: &[Case]) -> Vec<CaseResult> {
    let results = cases.iter().enumerate();
    results.map(|(row, case)| outcome(rulebook, row, case)).collect()
}

fn outcome(rulebook: &Rulebook, row: usize, case: &Case) -> CaseResult {
    match case.about {
        About::Definition(definition) => {
            CaseResult { case: row, failure: value_failure(rulebook, case, definition), fails: Vec::new() }
        }
        About::Scheme(scheme) => {
            let advice = advise(rulebook, &answers(rulebook, &case.told), case.as_on);
            let found = advice.schemes.get(scheme.row()).and_then(|found| found.subjects.first());
            let judged = found.map(|found| Judged { rulebook, scheme, found });
            let failure = judged.as_ref().and_then(|judged| judged.failure(&case.expect));
            let fails = judged.map(|judged| judged.fails()).unwrap_or_default();
            CaseResult { case: row, failure, fails }
        }
    }
}

/// The answers of a case.
pub fn answers(rulebook: &Rulebook, told: &[Told]) -> Answers {
    let mut answers = Answers::new(rulebook);
    for told in told {
        match *told {
            Told::Nobody(list) => answers.tell_none(list),
            Told::Record(list) => {
                // The compiler checked the number of records.
                let _row = answers.add_record(rulebook, list);
            }
            Told::Answer(question, row, slot) => {
                let list = rulebook.questions.get(question.row()).and_then(|found| found.list);
                let whose = list.map_or(Whose::Organisation, |list| Whose::Record(list, row));
                let answer = slot.map_or(Answer::NotKnown, Answer::Known);
                // The compiler checked the bounds.
                let _taken = answers.set(rulebook, question, whose, Some(answer));
            }
        }
    }
    answers
}

fn value_failure(rulebook: &Rulebook, case: &Case, definition: DefinitionId) -> Option<String> {
    let Expect::Value(expected) = &case.expect else {
        return Some("a definition gives a value, not a verdict".to_owned());
    };
    let list = rulebook.definitions.get(definition.row()).and_then(|found| found.list);
    let whose = list.map_or(Whose::Organisation, |list| Whose::Record(list, 0));
    expected.differs(define(rulebook, &answers(rulebook, &case.told), case.as_on, definition, whose))
}

/// A scheme judged for the first subject of a case.
struct Judged<'a> {
    rulebook: &'a Rulebook,
    scheme: SchemeId,
    found: &'a SubjectAdvice,
}

impl Judged<'_> {
    fn failure(&self, expect: &Expect) -> Option<String> {
        let Expect::Verdict { verdict, failing, open, amounts } = expect else {
            return Some("a scheme gives a verdict, not a value".to_owned());
        };
        let differences: Vec<String> = self
            .verdict(*verdict)
            .into_iter()
            .chain(failing.iter().filter_map(|id| self.condition(id, &[State::NotMet])))
            .chain(open.iter().filter_map(|id| self.condition(id, &[State::Open, State::OpenByUs])))
            .chain(amounts.iter().filter_map(|(line, expected)| self.amount(line, *expected)))
            .collect();
        (!differences.is_empty()).then(|| differences.join("; "))
    }

    /// The tests that certainly fail, without the single routes of a group.
    fn fails(&self) -> Vec<ConditionId> {
        let mut fails = Vec::new();
        let mut routes = 0;
        for found in &self.found.conditions {
            let row = self.rulebook.conditions.get(found.condition.row());
            if routes > 0 {
                routes -= 1;
                continue;
            }
            routes = row.map_or(0, |row| row.routes);
            if found.state == State::NotMet && row.is_some_and(|row| row.role == Role::Test) {
                fails.push(found.condition);
            }
        }
        fails
    }

    fn verdict(&self, expected: Verdict) -> Option<String> {
        if self.found.verdict == expected {
            return None;
        }
        let (failing, open) = (self.with(&[State::NotMet]), self.with(&[State::Open, State::OpenByUs]));
        let mut why = String::new();
        if !failing.is_empty() {
            why.push_str(&format!("; failing: {failing}"));
        }
        if !open.is_empty() {
            why.push_str(&format!("; open: {open}"));
        }
        if why.is_empty() {
            why = format!("; because: {:?}", self.found.because);
        }
        let (expected, got) = (word(expected), word(self.found.verdict));
        Some(format!("expected `{expected}`, got `{got}`{why}"))
    }

    fn with(&self, states: &[State]) -> String {
        let all = self.conditions().filter(|(_, state)| states.contains(state));
        let names: Vec<String> = all.map(|(condition, _)| format!("`{}`", condition.id)).collect();
        names.join(", ")
    }

    fn conditions(&self) -> impl Iterator<Item = (&Condition, State)> {
        self.found.conditions.iter().filter_map(|found| {
            let condition = self.rulebook.conditions.get(found.condition.row())?;
            Some((condition, found.state))
        })
    }

    fn condition(&self, id: &str, expected: &[State]) -> Option<String> {
        let state = self.conditions().find(|(condition, _)| condition.id == id).map(|(_, s)| s);
        match state {
            Some(state) if expected.contains(&state) => None,
            Some(state) => {
                let wanted = if expected.contains(&State::NotMet) { "fail" } else { "be open" };
                Some(format!("condition `{id}` should {wanted}, it is {}", state_word(state)))
            }
            None => Some(format!("there is no condition `{id}`")),
        }
    }

    fn amount(&self, line: &str, expected: Outcome) -> Option<String> {
        let lines = match &self.rulebook.schemes.get(self.scheme.row())?.amounts {
            Amounts::Lines(lines) => lines.as_slice(),
            Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => &[],
        };
        let row = lines.iter().position(|found| found.id == line);
        let found = self.found.amounts.iter().find(|found| Some(usize::from(found.line)) == row);
        match found {
            Some(found) => {
                let difference = expected.differs(Value::Number(found.value));
                difference.map(|difference| format!("amount `{line}`: {difference}"))
            }
            None => Some(format!("amount `{line}`: expected {expected}, got none")),
        }
    }
}

fn word(verdict: Verdict) -> &'static str {
    VERDICTS.iter().find(|(_, known)| *known == verdict).map_or("", |(word, _)| word)
}

fn state_word(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::NotMet => "not met",
        State::Open => "open",
        State::OpenByUs => "open because of a figure we do not know",
        State::Judged => "judged by a person",
        State::ToDo => "a step",
        State::Remark => "a remark",
        State::NotNeeded => "not needed: another route holds",
    }
}

impl Outcome {
    /// Whether something else came out, and what.
    fn differs(self, value: Value) -> Option<String> {
        let got = match value {
            Value::Truth(Truth::Yes) => Outcome::Truth(true),
            Value::Truth(Truth::No) => Outcome::Truth(false),
            Value::Truth(Truth::Open) | Value::Number(Number::Unknown) => Outcome::Open,
            Value::Number(Number::Between(low, high)) => Outcome::Number(low, high),
            Value::Days(first, last) => Outcome::Days(first, last),
            Value::Options(_) | Value::Choices(_) | Value::Places(_) => Outcome::Open,
        };
        (self != got).then(|| format!("expected {self}, got {got}"))
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Open => f.write_str("`?`"),
            Outcome::Truth(yes) => write!(f, "`{yes}`"),
            Outcome::Number(low, high) if low == high => write!(f, "`{}`", low.normalize()),
            Outcome::Number(low, high) => {
                write!(f, "`{}` to `{}`", low.normalize(), high.normalize())
            }
            Outcome::Days(first, last) if first == last => write!(f, "`{first}`"),
            Outcome::Days(first, last) => write!(f, "`{first}` to `{last}`"),
        }
    }
}
