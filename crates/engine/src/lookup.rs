//! Finds rows by the names of the rule files, and proves that indices lie inside their tables.

use crate::expression::{Input, Node, NodeId, Of};
use crate::rulebook::{
    Amounts, Citation, Condition, DefinitionId, ListId, ParameterId, Predicate, QuestionId, Rows, Rulebook,
    SchemeId, Step, SubjectKind,
};

fn position<T>(table: &[T], wanted: impl Fn(&T) -> bool) -> Option<u16> {
    table.iter().position(wanted).and_then(|row| u16::try_from(row).ok())
}

impl Rulebook {
    /// The question with this name.
    pub fn question_id(&self, name: &str) -> Option<QuestionId> {
        position(&self.questions, |question| question.id == name).map(QuestionId)
    }

    /// The scheme with this name.
    pub fn scheme_id(&self, name: &str) -> Option<SchemeId> {
        position(&self.schemes, |scheme| scheme.id == name).map(SchemeId)
    }

    /// The list with this name (`hires`).
    pub fn list_id(&self, name: &str) -> Option<ListId> {
        position(&self.lists, |list| list.id == name).map(ListId)
    }

    /// The definition with this name.
    pub fn definition_id(&self, name: &str) -> Option<DefinitionId> {
        position(&self.definitions, |definition| definition.id == name).map(DefinitionId)
    }

    /// The parameter with this name.
    pub fn parameter_id(&self, name: &str) -> Option<ParameterId> {
        position(&self.parameters, |parameter| parameter.id == name).map(ParameterId)
    }

    /// The conditions of a scheme, alternatives behind their group.
    pub fn conditions_of(&self, scheme: SchemeId) -> &[Condition] {
        let rows = self.schemes.get(scheme.row()).map_or((0, 0), |scheme| scheme.conditions);
        self.conditions.get(rows.0 as usize..rows.1 as usize).unwrap_or(&[])
    }

    /// Whether the `ask_if` of some question uses this one.
    pub(crate) fn guards_use(&self, question: QuestionId) -> bool {
        self.index.guarded_by.get(question.row()).is_some_and(|guarded| !guarded.is_empty())
    }

    /// Visits a node and all below it.
    pub fn visit(&self, id: NodeId, visitor: &mut dyn FnMut(&Node)) {
        let Some(node) = self.nodes.get(id.row()) else {
            return;
        };
        visitor(node);
        for child in node.parts().into_iter().flatten() {
            if child < id {
                self.visit(child, visitor);
            }
        }
    }

    /// Proves that every index lies inside its table and every node refers to earlier ones, so that
    /// a rulebook read from a file is as safe as a compiled one.
    ///
    /// # Errors
    /// Names the first table with an index outside.
    pub fn check_indices(&self) -> Result<(), String> {
        self.check_nodes()?;
        self.check_questions()?;
        self.check_conditions()?;
        self.check_schemes()
    }

    fn check_nodes(&self) -> Result<(), String> {
        for (row, node) in self.nodes.iter().enumerate() {
            let earlier = node.parts().into_iter().flatten().all(|child| child.row() < row);
            ensure(earlier && self.names_rows(node), "nodes", row)?;
        }
        for (row, predicate) in self.predicates.iter().enumerate() {
            let inside = match predicate {
                Predicate::Within(input, ..) | Predicate::OneOf(input, _) | Predicate::Has(input, _) => {
                    self.has_input(*input)
                }
                Predicate::PlaceIn(input, set) => self.has_input(*input) && set.row() < self.place_sets.len(),
                Predicate::Expression(node) => self.has_node(*node),
            };
            ensure(inside, "predicates", row)?;
        }
        let step_inside = |step: &Step| !matches!(step, Step::Test(id) if id.row() >= self.predicates.len());
        ensure(self.steps.iter().all(step_inside), "steps", 0)
    }

    fn check_questions(&self) -> Result<(), String> {
        let own = |list: Option<ListId>| list.is_none_or(|list| list.row() < self.lists.len());
        for (row, question) in self.questions.iter().enumerate() {
            let guarded = question.ask_if.is_none_or(|node| self.has_node(node));
            ensure(guarded && own(question.list), "questions", row)?;
        }
        let known = |ids: &[QuestionId]| ids.iter().all(|id| id.row() < self.questions.len());
        ensure(known(&self.asking_order), "asking_order", 0)?;
        for (row, topic) in self.topics.iter().enumerate() {
            ensure(known(&topic.questions) && own(topic.list), "topics", row)?;
        }
        for (row, conflict) in self.conflicts.iter().enumerate() {
            let inside = self.has_node(conflict.when) && known(&conflict.questions) && own(conflict.list);
            ensure(inside, "conflicts", row)?;
        }
        for (row, definition) in self.definitions.iter().enumerate() {
            let inside =
                self.has_node(definition.value) && own(definition.list) && self.cites(&definition.sources);
            ensure(inside, "definitions", row)?;
        }
        for (row, parameter) in self.parameters.iter().enumerate() {
            ensure(parameter.values.iter().all(|value| self.cites(&value.sources)), "parameters", row)?;
        }
        ensure(self.index.reach_of.len() == self.questions.len(), "index", 0)
    }

    fn check_conditions(&self) -> Result<(), String> {
        for (row, condition) in self.conditions.iter().enumerate() {
            let inside = rows_inside(condition.program, self.steps.len())
                && condition.questions.iter().all(|id| id.row() < self.questions.len())
                && condition.parameters.iter().all(|used| self.has_node(used.node))
                && condition.refer.is_none_or(|scheme| scheme.row() < self.schemes.len())
                && self.cites(&condition.sources);
            ensure(inside, "conditions", row)?;
        }
        Ok(())
    }

    fn check_schemes(&self) -> Result<(), String> {
        for (row, scheme) in self.schemes.iter().enumerate() {
            let subject =
                !matches!(scheme.subject, SubjectKind::Each(list) if list.row() >= self.lists.len());
            let relations = scheme.relations.iter().all(|relation| {
                relation.with.iter().all(|id| id.row() < self.schemes.len()) && self.cites(&relation.sources)
            });
            let amounts = match &scheme.amounts {
                Amounts::Lines(lines) => lines.iter().all(|line| {
                    self.has_node(line.value)
                        && line.ceiling.is_none_or(|node| self.has_node(node))
                        && line.questions.iter().all(|id| id.row() < self.questions.len())
                        && line.parameters.iter().all(|used| self.has_node(used.node))
                }),
                Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown => true,
            };
            let inside = subject
                && relations
                && amounts
                && rows_inside(scheme.conditions, self.conditions.len())
                && scheme.entangled.iter().all(|input| self.has_input(*input));
            ensure(inside, "schemes", row)?;
        }
        Ok(())
    }

    fn names_rows(&self, node: &Node) -> bool {
        if let Node::Input(input) = node {
            return self.has_input(*input);
        }
        if let Node::Parameter { parameter, .. } = node {
            return parameter.row() < self.parameters.len();
        }
        if let Node::PlaceIn(_, set) = node {
            return set.row() < self.place_sets.len();
        }
        node.list().is_none_or(|list| list.row() < self.lists.len())
    }

    fn has_node(&self, node: NodeId) -> bool {
        node.row() < self.nodes.len()
    }

    fn has_input(&self, input: Input) -> bool {
        self.questions.get(input.question.row()).is_some_and(|question| {
            question.slot == input.slot && (question.list.is_none() == (input.of == Of::Organisation))
        })
    }

    fn cites(&self, citations: &[Citation]) -> bool {
        citations.iter().all(|citation| citation.source.row() < self.sources.len())
    }
}

fn rows_inside((from, to): Rows, length: usize) -> bool {
    from <= to && to as usize <= length
}

fn ensure(inside: bool, table: &str, row: usize) -> Result<(), String> {
    if inside { Ok(()) } else { Err(format!("table `{table}`, row {row}: an index lies outside its table")) }
}

impl Node {
    /// The list that this node loops over.
    pub fn list(&self) -> Option<ListId> {
        if let Node::Some(list, ..) | Node::Every(list, ..) | Node::Sum(list, ..) | Node::Count(list) = self {
            return Some(*list);
        }
        None
    }

    /// Visits every node that this one is made of.
    pub fn each_part(&mut self, visit: &mut dyn FnMut(&mut NodeId)) {
        match self {
            Node::Truth(_)
            | Node::Number(_)
            | Node::Day(_)
            | Node::AsOn
            | Node::Input(_)
            | Node::Line(_)
            | Node::Count(_) => {}
            Node::Parameter { on, key, .. } => on.iter_mut().chain(key).for_each(visit),
            Node::Not(a)
            | Node::OneOf(a, _)
            | Node::Has(a, _)
            | Node::PlaceIn(a, _)
            | Node::Abs(a)
            | Node::Round(_, a, _)
            | Node::Some(_, _, a)
            | Node::Every(_, _, a)
            | Node::Sum(_, _, a) => visit(a),
            Node::And(a, b)
            | Node::Or(a, b)
            | Node::Compare(_, a, b)
            | Node::SameOption(a, b)
            | Node::Add(a, b)
            | Node::Subtract(a, b)
            | Node::Multiply(a, b)
            | Node::Divide(a, b)
            | Node::Modulo(a, b)
            | Node::Min(a, b)
            | Node::Max(a, b)
            | Node::DaysBetween(a, b)
            | Node::MonthsBetween(a, b)
            | Node::PlusMonths(a, b)
            | Node::PlusDays(a, b) => [a, b].into_iter().for_each(visit),
            Node::If(a, b, c) => [a, b, c].into_iter().for_each(visit),
        }
    }

    /// The nodes that this one is made of, in order.
    pub fn parts(&self) -> [Option<NodeId>; 3] {
        let mut parts = [None; 3];
        let mut places = parts.iter_mut();
        self.clone().each_part(&mut |part| {
            if let Some(place) = places.next() {
                *place = Some(*part);
            }
        });
        parts
    }
}
