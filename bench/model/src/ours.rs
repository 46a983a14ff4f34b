//! The model as a rulebook of our engine.

use crate::{Condition, Kleene, Model, OPTIONS, Profile, Sort, Test, sort};
use steunwijzer_engine::advice::{State, Subject, Verdict};
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::expression::{Input, Of};
use steunwijzer_engine::judge::Judge;
use steunwijzer_engine::rulebook::{self as book, Rulebook, TextId};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::world::World;

const NO_TEXT: TextId = TextId(0);

/// The day on which everything is judged.
pub fn day() -> Date {
    Date::new(2026, 11, 21).expect("exists")
}

/// The model compiled: what the compiler would make of rule files that say the same.
pub fn rulebook(model: &Model) -> Rulebook {
    let mut made = Rulebook {
        edition: book::Edition { date: day(), hash: String::new(), answers_for: NO_TEXT, report: NO_TEXT },
        topics: Vec::new(),
        lists: Vec::new(),
        questions: (0..crate::INPUTS).map(question).collect(),
        asking_order: (0..crate::INPUTS).map(|row| book::QuestionId(row as u16)).collect(),
        conflicts: Vec::new(),
        parameters: Vec::new(),
        definitions: Vec::new(),
        municipalities: Vec::new(),
        provinces: Vec::new(),
        place_sets: Vec::new(),
        sources: Vec::new(),
        nodes: Vec::new(),
        predicates: Vec::new(),
        steps: Vec::new(),
        conditions: Vec::new(),
        schemes: Vec::new(),
        index: book::Index::default(),
    };
    for scheme in &model.schemes {
        let first = made.conditions.len() as u32;
        for condition in &scheme[..6] {
            add_condition(&mut made, condition);
        }
        made.conditions.push(empty_condition(2));
        for condition in &scheme[6..] {
            add_condition(&mut made, condition);
        }
        let rows = (first, made.conditions.len() as u32);
        made.schemes.push(book_scheme(rows));
    }
    let made = made.indexed();
    made.check_indices().expect("inside their tables");
    made
}

fn question(row: usize) -> book::Question {
    let answer = match sort(row) {
        Sort::Number => book::AnswerType::Number { unit: book::Unit::Euro, scale: 2, min: 0, max: 10_000_000_000, label: NO_TEXT },
        Sort::Choice => book::AnswerType::Choice(
            (0..OPTIONS).map(|option| book::ChoiceOption { id: option.to_string(), text: NO_TEXT }).collect(),
        ),
        Sort::YesNo => book::AnswerType::YesNo,
        Sort::Date => book::AnswerType::Date { min: Date::from_day_number(10_000), max: Date::from_day_number(30_000) },
    };
    book::Question {
        id: format!("q{row}"),
        list: None,
        slot: row as u16,
        answer,
        changeable: false,
        burden: 1,
        ask_if: None,
        otherwise: None,
        ask: NO_TEXT,
        short: NO_TEXT,
        help: NO_TEXT,
        why: NO_TEXT,
    }
}

fn empty_condition(routes: u8) -> book::Condition {
    book::Condition {
        id: String::new(),
        role: book::Role::Test,
        program: (0, 0),
        routes,
        background: false,
        place_only: false,
        minor: false,
        text: NO_TEXT,
        sources: Vec::new(),
        refer: None,
        questions: Vec::new(),
        parameters: Vec::new(),
    }
}

fn add_condition(made: &mut Rulebook, condition: &Condition) {
    let question = book::QuestionId(condition.input as u16);
    let input = Input { question, slot: condition.input as u16, of: Of::Organisation };
    let predicate = match condition.test {
        Test::AtMost(limit) => book::Predicate::Within(input, i64::MIN, limit),
        Test::AtLeast(limit) => book::Predicate::Within(input, limit, i64::MAX),
        Test::OneOf(bits) => book::Predicate::OneOf(input, bits),
        Test::Is(yes) => book::Predicate::OneOf(input, if yes { 2 } else { 1 }),
    };
    let known = made.predicates.iter().position(|other| *other == predicate);
    let row = known.unwrap_or_else(|| {
        made.predicates.push(predicate);
        made.predicates.len() - 1
    });
    made.steps.push(book::Step::Test(book::PredicateId(row as u16)));
    let end = made.steps.len() as u32;
    made.conditions.push(book::Condition { program: (end - 1, end), questions: vec![question], ..empty_condition(0) });
}

fn book_scheme(conditions: book::Rows) -> book::Scheme {
    book::Scheme {
        id: String::new(),
        kind: book::Kind::Subsidy,
        labour: false,
        subject: book::SubjectKind::Organisation,
        claim: book::Claim::ByLaw,
        level: book::Level::Municipal,
        status: book::Status::Open,
        state_aid: book::StateAid::None,
        review: book::Review { checked: day(), before: Date::MAX, second_check: true, confidence: book::Confidence::High },
        windows: Vec::new(),
        conditions,
        entangled: Vec::new(),
        amounts: book::Amounts::NoMoney,
        texts: book::SchemeTexts {
            name: NO_TEXT,
            summary: NO_TEXT,
            provider: NO_TEXT,
            decides: NO_TEXT,
            lead_time: NO_TEXT,
            url: NO_TEXT,
        },
        steps: Vec::new(),
        documents: Vec::new(),
        pitfalls: Vec::new(),
        relations: Vec::new(),
    }
}

/// A profile as answers.
pub fn answers(rulebook: &Rulebook, profile: &Profile) -> Answers {
    let mut answers = Answers::new(rulebook);
    for (row, value) in profile.iter().enumerate() {
        let Some(value) = *value else { continue };
        let slot = match sort(row) {
            Sort::Number | Sort::Date => Slot::exactly(value),
            Sort::Choice => Slot::option(value as u8),
            Sort::YesNo => Slot::yes_no(value == 1),
        };
        let id = book::QuestionId(row as u16);
        answers.set(rulebook, id, Whose::Organisation, Some(Answer::Known(slot))).expect("inside the bounds");
    }
    answers
}

/// Verdicts of all schemes, and how many open conditions and questions there are.
pub struct Sheet {
    pub verdicts: Vec<Kleene>,
    pub open_conditions: usize,
    pub open_questions: usize,
}

/// Judges every scheme with the state of every condition, and counts the questions that are open.
pub fn judge(rulebook: &Rulebook, judge: &mut Judge, answers: &Answers, sheet: &mut Sheet) {
    let world = World::new(rulebook, answers, day());
    judge.next_subject();
    sheet.verdicts.clear();
    sheet.open_conditions = 0;
    let mut open = [false; crate::INPUTS];
    for scheme in &rulebook.schemes {
        let verdict = judge.judge(&world, scheme, Subject::Organisation, &[]).verdict;
        sheet.verdicts.push(match verdict {
            Verdict::Fits => Some(true),
            Verdict::DoesNotFit => Some(false),
            Verdict::CannotTell => None,
        });
        for (row, state) in judge.states(scheme).iter().enumerate() {
            if *state == State::Open {
                sheet.open_conditions += 1;
                if let Some(condition) = rulebook.conditions.get(scheme.conditions.0 as usize + row) {
                    for question in &condition.questions {
                        open[question.row()] = true;
                    }
                }
            }
        }
    }
    sheet.open_questions = open.iter().filter(|open| **open).count();
}
