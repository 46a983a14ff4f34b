//! Cases in rows: what was told, by question, and what must come out, by unit.

use crate::cases::{About, Case, Expect, Outcome, Told};
use crate::diagnostic::{At, Log, Placed};
use crate::nearest::did_you_mean;
use crate::read::Rules;
use crate::read::cases::{Case as Written, Expected};
use crate::read::definitions::{Definition, DefinitionKind};
use crate::read::values::Figure;
use rust_decimal::Decimal;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::notation::{self, Written as Value};
use steunwijzer_engine::rulebook::{Amounts, DefinitionId, ListId, Rulebook, SchemeId, Unit};

/// The cases of all definitions and schemes, with the place of what each expects.
pub(super) fn rows(
    rulebook: &Rulebook,
    rules: &Rules,
    definitions: &[&Definition],
    log: &Log,
) -> (Vec<Case>, Vec<At>) {
    let reader = Reader { rulebook, log };
    let mut found = Vec::new();
    for (row, definition) in (0..).zip(definitions) {
        let about = About::Definition(DefinitionId(row));
        for case in &definition.cases {
            let outcome = reader.outcome(&case.expect, definition.kind);
            found.extend(outcome.map(|outcome| reader.case(case, about, Expect::Value(outcome))));
        }
    }
    for (row, scheme) in (0..).zip(&rules.schemes) {
        let id = SchemeId(row);
        if log.is_broken(&scheme.id) {
            continue; // what it says was not understood
        }
        for case in &scheme.cases {
            let expect = reader.expected(id, &case.expect);
            found.push(reader.case(case, About::Scheme(id), expect));
        }
    }
    found.into_iter().unzip()
}

struct Reader<'a> {
    rulebook: &'a Rulebook,
    log: &'a Log,
}

impl Reader<'_> {
    fn case<E>(&self, written: &Written<E>, about: About, expect: Expect) -> (Case, At) {
        let file = self.log.files().get(written.at.file());
        let case = Case {
            about,
            name: written.name.clone(),
            as_on: written.as_on,
            told: self.told(&written.answers),
            expect,
            source: written.source.clone(),
            file: file.map(|file| file.path.clone()).unwrap_or_default(),
        };
        (case, written.expect.at)
    }

    fn told(&self, answers: &[(Placed<String>, Placed<Value>)]) -> Vec<Told> {
        let mut told = Vec::new();
        for (name, value) in answers {
            if let Some(list) = self.rulebook.list_id(name) {
                self.records(list, value, &mut told);
            } else {
                self.answer(name, name.at, value, 0, &mut told);
            }
        }
        told
    }

    /// One answer; an answer about a record needs that record, and has the first one at once.
    fn answer(&self, name: &str, name_at: At, value: &Placed<Value>, row: u16, told: &mut Vec<Told>) {
        let id = self.rulebook.question_id(name);
        let Some((id, question)) = id.and_then(|id| Some((id, self.rulebook.questions.get(id.row())?)))
        else {
            let questions = self.rulebook.questions.iter().map(|question| question.id.as_str());
            let lists = self.rulebook.lists.iter().map(|list| list.id.as_str());
            let known: Vec<&str> = questions.chain(lists).collect();
            if !self.log.is_broken(name) {
                let message = format!("there is no question `{name}`");
                self.log.error(name_at, message, did_you_mean(name, known.iter().copied()));
            }
            return;
        };
        match notation::read(self.rulebook, question, &value.value) {
            Ok(answer) => {
                if let Some(list) = question.list
                    && !told.contains(&Told::Record(list))
                {
                    told.push(Told::Record(list));
                }
                let slot = match answer {
                    Answer::Known(slot) => Some(slot),
                    Answer::NotKnown => None,
                };
                told.push(Told::Answer(id, row, slot));
            }
            Err(wrong) => self.log.error(value.at, wrong.problem, format!("write {}", wrong.allowed)),
        }
    }

    fn records(&self, id: ListId, value: &Placed<Value>, told: &mut Vec<Told>) {
        let Some(list) = self.rulebook.lists.get(id.row()) else {
            return;
        };
        let Value::List(records) = &value.value else {
            let help = "write `[{ … }, { … }]`, or `[]` for certainly none";
            self.log.error(value.at, format!("`{}` is a list of records", list.id), help);
            return;
        };
        if records.is_empty() {
            told.push(Told::Nobody(id));
        }
        if records.len() > usize::from(list.max) {
            let message = format!("these are more than {} records", list.max);
            self.log.error(value.at, message, "leave some out");
            return;
        }
        for (row, record) in (0..).zip(records) {
            let Value::Table(entries) = record else {
                self.log.error(value.at, "a record is a table", "write `{ … }`");
                return;
            };
            told.push(Told::Record(id));
            for (key, answer) in entries {
                let name = format!("{}.{key}", list.item);
                let answer = Placed { value: answer.clone(), at: value.at };
                self.answer(&name, value.at, &answer, row, told);
            }
        }
    }

    fn expected(&self, scheme: SchemeId, written: &Placed<Expected>) -> Expect {
        let conditions = self.rulebook.conditions_of(scheme);
        let known: Vec<&str> = conditions.iter().map(|condition| condition.id.as_str()).collect();
        for id in written.failing.iter().chain(&written.open) {
            if !known.contains(&id.as_str()) && !self.log.is_broken(id) {
                let message = format!("there is no condition `{}`", id.value);
                self.log.error(id.at, message, did_you_mean(id, known.iter().copied()));
            }
        }
        let lines = match self.rulebook.schemes.get(scheme.row()).map(|scheme| &scheme.amounts) {
            Some(Amounts::Lines(lines)) => lines.as_slice(),
            Some(Amounts::InConsultation | Amounts::NoMoney | Amounts::Unknown) | None => &[],
        };
        let amounts = written.amounts.iter().filter_map(|(name, value)| {
            let Some(line) = lines.iter().find(|line| line.id == name.value) else {
                if !self.log.is_broken(name) {
                    let message = format!("there is no amount `{}`", name.value);
                    let help = did_you_mean(name, lines.iter().map(|line| line.id.as_str()));
                    self.log.error(name.at, message, help);
                }
                return None;
            };
            let outcome = self.outcome(value, DefinitionKind::Number(line.unit))?;
            Some((name.value.clone(), outcome))
        });
        Expect::Verdict {
            verdict: written.verdict,
            failing: written.failing.as_ref().map(|id| id.value.clone()),
            open: written.open.iter().map(|id| id.value.clone()).collect(),
            amounts: amounts.collect(),
        }
    }

    fn outcome(&self, written: &Placed<Value>, kind: DefinitionKind) -> Option<Outcome> {
        let outcome = match (&written.value, kind) {
            (Value::Text(text), _) if text == notation::NOT_KNOWN => Some(Outcome::Open),
            (Value::Bool(yes), DefinitionKind::YesNo) => Some(Outcome::Truth(*yes)),
            (value, DefinitionKind::Number(unit)) => {
                range(value, |end| number(end, unit)).map(|(low, high)| Outcome::Number(low, high))
            }
            (value, DefinitionKind::Date) => {
                range(value, day).map(|(first, last)| Outcome::Days(first, last))
            }
            (_, DefinitionKind::YesNo) => None,
        };
        if outcome.is_none() {
            let help = "write `true`, \"216000.00\", \"55 %\", 2026-07-01, \
                        { from = …, to = … } or \"?\"";
            self.log.error(written.at, "this cannot come out here", help);
        }
        outcome
    }
}

fn range<T: Copy>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<(T, T)> {
    let Value::Table(entries) = value else {
        return read(value).map(|one| (one, one));
    };
    match entries.as_slice() {
        [(from, low), (to, high)] if from == "from" && to == "to" => Some((read(low)?, read(high)?)),
        _ => None,
    }
}

fn number(value: &Value, unit: Unit) -> Option<Decimal> {
    let figure = match value {
        Value::Whole(number) => Figure { value: Decimal::from(*number), percent: false },
        Value::Text(text) => Figure::parse(text)?,
        Value::Bool(_) | Value::List(_) | Value::Table(_) => return None,
    };
    (figure.percent == (unit == Unit::Percent)).then_some(figure.value)
}

fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Text(text) => text.parse().ok(),
        Value::Bool(_) | Value::Whole(_) | Value::List(_) | Value::Table(_) => None,
    }
}
