//! Random expressions and visitors, drawn from a row of bytes so that failures shrink.

use crate::book::{Book, HIRES, MUNICIPALITIES, day};
use crate::reference_model::{Is, Told, Visitor};
use rust_decimal::Decimal;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{AnswerType, Question, QuestionId, Rulebook};
use steunwijzer_engine::slot::{Slot, SlotKind};

/// Draws choices; when the bytes are used up, always the first and simplest.
pub(crate) struct Draw<'b> {
    bytes: std::slice::Iter<'b, u8>,
    /// What may be used as a truth by its name.
    definition: Option<&'static str>,
}

impl Draw<'_> {
    pub(crate) fn new(bytes: &[u8]) -> Draw<'_> {
        Draw { bytes: bytes.iter(), definition: None }
    }

    /// The same, with a definition that may be used as a truth.
    pub(crate) fn with(self, definition: &'static str) -> Self {
        Draw { definition: Some(definition), ..self }
    }

    fn below(&mut self, count: usize) -> usize {
        usize::from(self.bytes.next().copied().unwrap_or(0)) % count.max(1)
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// A condition, at most this deep.
    pub(crate) fn truth(&mut self, depth: u32) -> String {
        let simple = if depth == 0 { 8 } else { 16 };
        let depth = depth.saturating_sub(1);
        match self.below(simple) {
            0 => {
                let definition = self.definition.unwrap_or("hire.lks");
                self.of(&["org.active", "org.anbi", "hire.lks", definition]).to_owned()
            }
            1 => format!("org.fte {} {}", self.relation(), self.literal()),
            2 => format!("org.form {} {}", self.of(&["=", "!="]), self.form()),
            3 => format!(
                "org.form in ({}, {})",
                self.of(&["\"bv\"", "\"nv\""]),
                self.of(&["\"stichting\"", "\"vereniging\""])
            ),
            4 => format!("contains(org.themes, {})", self.of(&["\"food\"", "\"care\""])),
            5 => format!("{} in ({}, {})", self.place(), self.place_set(), self.place_set()),
            6 => format!("{} {} {}", self.date(0), self.relation(), self.date(0)),
            7 => format!("{} {} {}", self.place(), self.of(&["=", "!="]), self.place()),
            8 => format!("({}) and ({})", self.truth(depth), self.truth(depth)),
            9 => format!("({}) or ({})", self.truth(depth), self.truth(depth)),
            10 => format!("not({})", self.truth(depth)),
            11 => format!("({}) {} ({})", self.number(depth), self.relation(), self.number(depth)),
            12 => format!("({}) between {} and {}", self.number(depth), self.literal(), self.literal()),
            13 => format!(
                "({}) in (({}..{}], {} {})",
                self.number(depth),
                self.literal(),
                self.literal(),
                self.relation(),
                self.literal()
            ),
            14 => format!("({}) {} ({})", self.truth(depth), self.of(&["=", "!="]), self.truth(depth)),
            _ => format!(
                "{} h{depth} in hires satisfies {}",
                self.of(&["some", "every"]),
                self.of_record(depth)
            ),
        }
    }

    /// A condition about the record of a loop.
    fn of_record(&mut self, depth: u32) -> String {
        let name = format!("h{depth}");
        match self.below(5) {
            0 => format!("{name}.lks"),
            4 => format!("{} and {name}.lks", self.definition.unwrap_or("true")),
            1 => format!("{name}.age {} {}", self.relation(), self.literal()),
            2 => format!("{name}.place = org.place or {}", self.truth(depth)),
            _ => format!("{name}.start {} {}", self.relation(), self.date(0)),
        }
    }

    /// A plain number.
    pub(crate) fn number(&mut self, depth: u32) -> String {
        let simple = if depth == 0 { 5 } else { 14 };
        let depth = depth.saturating_sub(1);
        match self.below(simple) {
            0 => self.literal(),
            1 => self.of(&["org.fte", "org.staff", "hire.age"]).to_owned(),
            2 => format!("count(hires) + {}", self.literal()),
            3 => "hire.hours / norm_week".to_owned(),
            4 => "org.turnover / wml_month on hire.start / duration(\"P12M\")".to_owned(),
            5 => format!("({}) + ({})", self.number(depth), self.number(depth)),
            6 => format!("({}) - ({})", self.number(depth), self.number(depth)),
            7 => format!("({}) * ({})", self.number(depth), self.literal()),
            8 => format!("({}) / max({}, 1)", self.number(depth), self.number(depth)),
            9 => format!("if {} then {} else {}", self.truth(depth), self.number(depth), self.number(depth)),
            10 => format!("{}({}, {})", self.of(&["min", "max"]), self.number(depth), self.number(depth)),
            11 => format!(
                "{}({}, {})",
                self.of(&[
                    "floor",
                    "ceiling",
                    "decimal",
                    "round_up",
                    "round_down",
                    "round_half_up",
                    "round_half_down"
                ]),
                self.number(depth),
                self.of(&["0", "1", "2"])
            ),
            12 => format!(
                "modulo({}, {})",
                self.of(&["org.fte", "org.staff", "-7.5"]),
                self.of(&["3", "-4", "2.5", "org.owners"])
            ),
            _ => format!(
                "sum(for s{depth} in hires return if s{depth}.lks then s{depth}.age else {})",
                self.number(depth)
            ),
        }
    }

    /// A day.
    pub(crate) fn date(&mut self, depth: u32) -> String {
        match self.below(if depth == 0 { 5 } else { 8 }) {
            0 => "as_on".to_owned(),
            1 => "org.founded".to_owned(),
            2 => "hire.start".to_owned(),
            3 => {
                self.of(&["date(\"2020-02-29\")", "date(\"2026-11-22\")", "date(\"2015-01-31\")"]).to_owned()
            }
            4 => "as_on - duration(\"P6M\")".to_owned(),
            5 => format!("({}) + duration(\"P{}M\")", self.date(depth - 1), self.below(30)),
            6 => format!("({}) - hire.term", self.date(depth - 1)),
            _ => format!(
                "if {} then {} else {}",
                self.truth(depth - 1),
                self.date(depth - 1),
                self.date(depth - 1)
            ),
        }
    }

    fn relation(&mut self) -> &'static str {
        self.of(&["<", "<=", ">", ">=", "=", "!="])
    }

    fn literal(&mut self) -> String {
        self.of(&["0", "1", "2.5", "10", "-3", "18", "9.995", "50", "100"]).to_owned()
    }

    fn form(&mut self) -> &'static str {
        self.of(&["\"bv\"", "\"stichting\"", "org.form_before"])
    }

    fn place(&mut self) -> &'static str {
        self.of(&["org.place", "hire.place"])
    }

    fn place_set(&mut self) -> &'static str {
        self.of(&["province(\"Drenthe\")", "region(\"Tens\")", "municipality(\"GM0045\")"])
    }

    /// Somebody who answered everything.
    pub(crate) fn visitor(&mut self, book: &Book) -> Visitor {
        let count = 1 + self.below(3);
        Visitor {
            organisation: self.told(book, false),
            hires: (0..count).map(|_| self.told(book, true)).collect(),
            as_on: day("2026-11-22"),
        }
    }

    fn told(&mut self, book: &Book, of_hire: bool) -> Told {
        let own = book.questions.iter().filter(|question| question.list.is_some() == of_hire);
        own.map(|question| (question.id.clone(), self.answer(&question.answer))).collect()
    }

    /// One answer, often at an edge or a round number.
    fn answer(&mut self, answer: &AnswerType) -> Is {
        match answer {
            AnswerType::YesNo => Is::Truth(self.below(2) == 1),
            AnswerType::Choice(options) => Is::Text(options[self.below(options.len())].id.clone()),
            AnswerType::Choices(options) => {
                let chosen = options.iter().filter(|_| self.below(2) == 1);
                Is::Chosen(chosen.map(|option| option.id.clone()).collect())
            }
            AnswerType::Number { scale, min, max, .. } => {
                let one = 10i64.pow(u32::from(*scale));
                let any = i64::try_from(self.below(256)).expect("small") * one / 4;
                let value = self.of(&[any, *min, *max, 10 * one, 18 * one, one, 50 * one]);
                Is::Number(Decimal::new(value.clamp(*min, *max), u32::from(*scale)))
            }
            AnswerType::Date { min, max } => {
                let any = min.plus_days(i64::try_from(self.below(256) * 40).expect("small"));
                let days = [any, day("2020-02-29"), day("2026-11-22"), day("2026-05-22"), *min, *max];
                Is::Date(self.of(&days).clamp(*min, *max))
            }
            AnswerType::Place => {
                Is::Place(u16::try_from(self.below(usize::from(MUNICIPALITIES))).expect("small"))
            }
        }
    }

    /// What the visitor has told so far: sets that hold the true answers. All of them if `complete`.
    pub(crate) fn answers(
        &mut self,
        book: &Book,
        rulebook: &Rulebook,
        visitor: &Visitor,
        complete: bool,
    ) -> Answers {
        let mut answers = Answers::new(rulebook);
        let list_told = complete || self.below(4) > 0;
        if list_told {
            for _ in &visitor.hires {
                answers.add_record(rulebook, HIRES).expect("room in the list");
            }
        }
        for (row, question) in (0..).zip(&book.questions) {
            let everybody: Vec<(Whose, &Told)> = match question.list {
                None => vec![(Whose::Organisation, &visitor.organisation)],
                Some(list) if list_told => {
                    (0..).zip(&visitor.hires).map(|(row, told)| (Whose::Record(list, row), told)).collect()
                }
                Some(_) => Vec::new(),
            };
            for (whose, told) in everybody {
                let exact = slot(question, &told[&question.id]);
                let slot = if complete { Some(exact) } else { self.widened(question, exact) };
                let answer = slot.map(Answer::Known);
                answers.set(rulebook, QuestionId(row), whose, answer).expect("an answer that fits");
            }
        }
        answers
    }

    /// The same answer, or a set around it, or nothing.
    fn widened(&mut self, question: &Question, exact: Slot) -> Option<Slot> {
        let all = question.answer.anything(usize::from(MUNICIPALITIES));
        let way = self.below(4);
        let extra = i64::try_from(self.below(256)).expect("small");
        match (way, question.slot_kind()) {
            (0, _) => None,
            (1 | 2, _) => Some(exact),
            (_, SlotKind::Bits) => Some(Slot::bits(exact.low | (extra & all.low))),
            (_, SlotKind::TwoBits) => {
                Some(Slot { low: exact.low & extra, high: exact.high | (extra & all.high) })
            }
            (_, SlotKind::Interval) => Some(Slot::between(
                (exact.low - extra * 7).max(all.low),
                (exact.high + extra * 3).min(all.high),
            )),
        }
    }
}

/// The slot that holds exactly this answer.
fn slot(question: &Question, answer: &Is) -> Slot {
    let bit = |options: &[steunwijzer_engine::rulebook::ChoiceOption], id: &str| -> i64 {
        1 << options.iter().position(|option| option.id == id).expect("an option")
    };
    match (&question.answer, answer) {
        (AnswerType::YesNo, Is::Truth(truth)) => Slot::yes_no(*truth),
        (AnswerType::Choice(options), Is::Text(id)) => Slot::bits(bit(options, id)),
        (AnswerType::Choices(options), Is::Chosen(ids)) => {
            Slot::bits(ids.iter().map(|id| bit(options, id)).sum())
        }
        (AnswerType::Number { scale, .. }, Is::Number(value)) => {
            let scaled = value * Decimal::from(10i64.pow(u32::from(*scale)));
            Slot::exactly(scaled.normalize().to_string().parse().expect("scaled"))
        }
        (AnswerType::Date { .. }, Is::Date(day)) => Slot::exactly(Date::day_number(*day)),
        (AnswerType::Place, Is::Place(row)) => Slot::exactly(i64::from(*row)),
        (question, answer) => panic!("{answer:?} to {question:?}"),
    }
}
