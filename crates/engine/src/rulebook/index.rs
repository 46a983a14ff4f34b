//! What follows from the tables: from a question to everything that hangs on it. Worked out once,
//! when a rulebook is made or read, so that one more answer costs what it touches.

use super::{ListId, Predicate, PredicateId, QuestionId, Role, Rulebook, Scheme, SchemeId, Step};
use crate::expression::{Node, NodeId, Of};
use crate::judge::Row;

/// From questions and schemes to what they touch, by their rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// For each question, the predicates that read its answer, also through definitions and loops.
    pub predicates_of: Vec<Vec<PredicateId>>,
    /// For each question, the schemes whose verdict may depend on it: their tests read it, or
    /// another one whose value hangs on it through an `ask_if` or a conflict.
    pub schemes_of: Vec<Vec<SchemeId>>,
    /// For each question, those that it decides about through `ask_if`, in asking order.
    pub(crate) guarded_by: Vec<Vec<QuestionId>>,
    /// For each question, those that decide whether it applies.
    pub(crate) guards_of: Vec<Vec<QuestionId>>,
    /// For each question, the rows of the conflicts that its answer can cause or solve.
    pub(crate) conflicts_of: Vec<Vec<u16>>,
    /// For each question, those whose value can change with its answer: itself among them.
    pub(crate) reach_of: Vec<Vec<QuestionId>>,
    /// The expressions among the predicates that say the same of every subject.
    pub(crate) shared: Vec<PredicateId>,
    /// For each scheme, its tests of the first level.
    pub(crate) tests_in: Vec<Vec<TestRow>>,
    /// What judging needs of each condition.
    pub(crate) rows: Vec<Row>,
    /// For each scheme, the lists that its tests loop over.
    pub(crate) lists_in: Vec<Vec<ListId>>,
}

/// A test of the first level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TestRow {
    /// Its row among the conditions.
    pub(crate) condition: u32,
    /// The predicates of it and of its routes.
    pub(crate) predicates: Vec<PredicateId>,
    /// Whether it reads an answer that is entangled in its scheme.
    pub(crate) entangled: bool,
}

impl Rulebook {
    /// The same tables with their index: for a rulebook that was made or changed.
    pub fn indexed(mut self) -> Rulebook {
        self.index = Index::of(&self);
        self
    }
}

impl Index {
    fn of(rulebook: &Rulebook) -> Index {
        let guards = rulebook.questions.iter().map(|question| question.ask_if);
        let read_by_guard: Vec<Vec<QuestionId>> =
            guards.map(|node| node.map_or(Vec::new(), |node| rulebook.questions_read(node))).collect();
        let guarded_by: Vec<Vec<QuestionId>> =
            all_questions(rulebook).map(|id| guarded_by(rulebook, &read_by_guard, id)).collect();
        let read_by_conflict: Vec<Vec<QuestionId>> =
            rulebook.conflicts.iter().map(|conflict| rulebook.questions_read(conflict.when)).collect();
        let conflicts_of: Vec<Vec<u16>> =
            all_questions(rulebook).map(|id| conflicts_of(&read_by_conflict, &guarded_by, id)).collect();
        let predicates_of = predicates_of(rulebook);
        let tests_in: Vec<Vec<TestRow>> =
            rulebook.schemes.iter().map(|scheme| tests_in(rulebook, &predicates_of, scheme)).collect();
        let entangled = tests_in.iter().flatten().filter(|test| test.entangled);
        Index {
            rows: Row::all(rulebook, entangled.map(|test| test.condition)),
            schemes_of: schemes_of(rulebook, &read_by_guard),
            guards_of: all_questions(rulebook).map(|id| closure(vec![id], &read_by_guard)).collect(),
            reach_of: all_questions(rulebook)
                .map(|id| reach_of(rulebook, &conflicts_of, &guarded_by, id))
                .collect(),
            shared: (0..)
                .zip(&rulebook.predicates)
                .filter(|(_, predicate)| is_shared(rulebook, predicate))
                .map(|(row, _)| PredicateId(row))
                .collect(),
            lists_in: tests_in.iter().map(|tests| lists_in(rulebook, tests)).collect(),
            predicates_of,
            guarded_by,
            conflicts_of,
            tests_in,
        }
    }
}

fn all_questions(rulebook: &Rulebook) -> impl Iterator<Item = QuestionId> + use<> {
    (0..u16::try_from(rulebook.questions.len()).unwrap_or(u16::MAX)).map(QuestionId)
}

fn at<T>(table: &[Vec<T>], row: usize) -> &[T] {
    table.get(row).map_or(&[], Vec::as_slice)
}

fn add<T: PartialEq>(found: &mut Vec<T>, item: T) {
    if !found.contains(&item) {
        found.push(item);
    }
}

impl Rulebook {
    /// The questions that an expression reads.
    pub fn questions_read(&self, node: NodeId) -> Vec<QuestionId> {
        let mut found = Vec::new();
        self.visit(node, &mut |node| {
            if let Node::Input(input) = node {
                add(&mut found, input.question);
            }
        });
        found
    }
}

/// These questions, and all that can be reached from them.
fn closure(mut found: Vec<QuestionId>, next: &[Vec<QuestionId>]) -> Vec<QuestionId> {
    let mut row = 0;
    while let Some(&id) = found.get(row) {
        at(next, id.row()).iter().for_each(|&other| add(&mut found, other));
        row += 1;
    }
    found
}

fn predicates_of(rulebook: &Rulebook) -> Vec<Vec<PredicateId>> {
    let mut found = vec![Vec::new(); rulebook.questions.len()];
    for (row, predicate) in (0..).zip(&rulebook.predicates) {
        let questions = match predicate {
            Predicate::Within(input, ..)
            | Predicate::OneOf(input, _)
            | Predicate::Has(input, _)
            | Predicate::PlaceIn(input, _) => vec![input.question],
            Predicate::Expression(node) => rulebook.questions_read(*node),
        };
        for question in questions {
            if let Some(predicates) = found.get_mut(question.row()) {
                predicates.push(PredicateId(row));
            }
        }
    }
    found
}

fn is_shared(rulebook: &Rulebook, predicate: &Predicate) -> bool {
    let Predicate::Expression(node) = predicate else {
        return false;
    };
    let mut shared = true;
    rulebook.visit(*node, &mut |node| {
        shared &= !matches!(node, Node::Input(input) if input.of == Of::Subject);
    });
    shared
}

fn schemes_of(rulebook: &Rulebook, read_by_guard: &[Vec<QuestionId>]) -> Vec<Vec<SchemeId>> {
    let mut hangs_on = read_by_guard.to_vec();
    for conflict in &rulebook.conflicts {
        for question in &conflict.questions {
            if let Some(others) = hangs_on.get_mut(question.row()) {
                others.extend(&conflict.questions);
            }
        }
    }
    let mut found = vec![Vec::new(); rulebook.questions.len()];
    for (row, scheme) in (0..).zip(&rulebook.schemes) {
        let (from, to) = scheme.conditions;
        let conditions = rulebook.conditions.get(from as usize..to as usize).unwrap_or(&[]);
        let mut read = Vec::new();
        for condition in conditions.iter().filter(|condition| condition.role == Role::Test) {
            condition.questions.iter().for_each(|&question| add(&mut read, question));
        }
        for question in closure(read, &hangs_on) {
            if let Some(schemes) = found.get_mut(question.row()) {
                schemes.push(SchemeId(row));
            }
        }
    }
    found
}

/// Each question comes after those that its `ask_if` reads, so one round finds all.
fn guarded_by(rulebook: &Rulebook, read_by_guard: &[Vec<QuestionId>], id: QuestionId) -> Vec<QuestionId> {
    let mut found = Vec::new();
    for &later in &rulebook.asking_order {
        let read = at(read_by_guard, later.row());
        if read.iter().any(|question| *question == id || found.contains(question)) {
            found.push(later);
        }
    }
    found
}

fn conflicts_of(read: &[Vec<QuestionId>], guarded_by: &[Vec<QuestionId>], id: QuestionId) -> Vec<u16> {
    let guarded = at(guarded_by, id.row());
    let concerns =
        |read: &[QuestionId]| read.iter().any(|question| *question == id || guarded.contains(question));
    (0..).zip(read).filter(|(_, read)| concerns(read)).map(|(row, _)| row).collect()
}

fn reach_of(
    rulebook: &Rulebook,
    conflicts_of: &[Vec<u16>],
    guarded_by: &[Vec<QuestionId>],
    id: QuestionId,
) -> Vec<QuestionId> {
    let conflicts = at(conflicts_of, id.row()).iter();
    let open_again = conflicts.filter_map(|&row| rulebook.conflicts.get(usize::from(row)));
    let mut found = Vec::new();
    for question in std::iter::once(id).chain(open_again.flat_map(|conflict| conflict.questions.clone())) {
        add(&mut found, question);
        at(guarded_by, question.row()).iter().for_each(|&guarded| add(&mut found, guarded));
    }
    found
}

fn tests_in(rulebook: &Rulebook, predicates_of: &[Vec<PredicateId>], scheme: &Scheme) -> Vec<TestRow> {
    let (mut row, to) = scheme.conditions;
    let entangled: Vec<PredicateId> =
        scheme.entangled.iter().flat_map(|input| at(predicates_of, input.question.row())).copied().collect();
    let mut found = Vec::new();
    while let Some(condition) = rulebook.conditions.get(row as usize).filter(|_| row < to) {
        let next = row + 1 + u32::from(condition.routes);
        if condition.role == Role::Test {
            let mut predicates = Vec::new();
            (row..next).for_each(|row| add_predicates(rulebook, row, &mut predicates));
            let entangled = predicates.iter().any(|predicate| entangled.contains(predicate));
            found.push(TestRow { condition: row, predicates, entangled });
        }
        row = next;
    }
    found
}

fn add_predicates(rulebook: &Rulebook, row: u32, found: &mut Vec<PredicateId>) {
    let (from, to) = rulebook.conditions.get(row as usize).map_or((0, 0), |condition| condition.program);
    for step in rulebook.steps.get(from as usize..to as usize).unwrap_or(&[]) {
        if let Step::Test(id) = step {
            add(found, *id);
        }
    }
}

fn lists_in(rulebook: &Rulebook, tests: &[TestRow]) -> Vec<ListId> {
    let predicates = tests.iter().flat_map(|test| &test.predicates);
    let mut found = Vec::new();
    for predicate in predicates.filter_map(|id| rulebook.predicates.get(id.row())) {
        if let Predicate::Expression(node) = predicate {
            rulebook.visit(*node, &mut |node| {
                if let Some(list) = node.list() {
                    add(&mut found, list);
                }
            });
        }
    }
    found
}
