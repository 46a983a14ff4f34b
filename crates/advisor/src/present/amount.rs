//! Amounts: the headline and the lines with their working.

use super::{CitationRow, View};
use crate::messages::amount as messages;
use crate::show::{self, Cents};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::{Assumption, FigureUsed, LineAdvice, SubjectAdvice, Verdict};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::figure::FigureReader;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{
    AmountLine, Amounts, AnswerType, Parameter, ParameterId, ParameterValue, Question, QuestionId, Scheme,
    Show, Unit,
};

/// The amount in large letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The amount, the range, or why there is none.
    pub text: String,
    /// A small line under it: why it is a range, or what is assumed; may be empty.
    pub small: String,
    /// Whether the text is an amount, and not the reason why there is none.
    pub is_amount: bool,
}

/// A line of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Its id within the scheme.
    pub id: String,
    /// How it is shown.
    pub show: Show,
    /// Its label.
    pub label: String,
    /// The formula in words.
    pub formula: String,
    /// The amount or range.
    pub value: String,
    /// The most anybody gets, if the line has a limit.
    pub ceiling: Option<String>,
    /// The figures it used.
    pub figures: Vec<FigureRow>,
    /// The labels of what is still open.
    pub open: Vec<String>,
    /// Where the line stands.
    pub citations: Vec<CitationRow>,
}

/// A dated figure, as it was used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
    /// From when until when it is in force; empty if more than one value was used.
    pub period: String,
    /// Why it is only assumed, if it is.
    pub assumption: Option<String>,
    /// Where it stands.
    pub citations: Vec<CitationRow>,
}

impl View<'_> {
    /// The headline of a scheme for a subject.
    pub(crate) fn headline(&self, scheme: &Scheme, judged: &SubjectAdvice) -> Headline {
        let none = |text: &str| Headline { text: text.to_owned(), small: String::new(), is_amount: false };
        let lines = match &scheme.amounts {
            _ if judged.verdict == Verdict::DoesNotFit => return none(messages::not_for_you(self.lang)),
            Amounts::InConsultation => return none(messages::in_consultation(self.lang)),
            Amounts::NoMoney => return none(messages::no_money(self.lang)),
            Amounts::Unknown => return none(messages::unknown(self.lang)),
            Amounts::Lines(lines) => lines,
        };
        match headline_row(lines).and_then(|row| Some((lines.get(row)?, judged.amounts.get(row)?))) {
            Some((line, advice)) => self.amount_headline(lines, line, advice, judged),
            None => none(messages::unknown(self.lang)),
        }
    }

    /// The line behind the headline, if the scheme has lines.
    pub(crate) fn headline_line<'s>(
        &self,
        scheme: &'s Scheme,
        judged: &'s SubjectAdvice,
    ) -> Option<(&'s AmountLine, &'s LineAdvice)> {
        let Amounts::Lines(lines) = &scheme.amounts else { return None };
        let row = headline_row(lines)?;
        Some((lines.get(row)?, judged.amounts.get(row)?))
    }

    /// The lowest and the highest amount of a subject and what they count, as people write them
    /// (money in cents, 55 for 55 %); none where the page shows no amount.
    pub fn amount_limits(&self, scheme: &Scheme, judged: &SubjectAdvice) -> Option<(Unit, Decimal, Decimal)> {
        let Amounts::Lines(lines) = &scheme.amounts else { return None };
        let (line, advice) = self.headline_line(scheme, judged)?;
        if advice.value.single().is_none() && self.rests_on_nothing(lines, judged) {
            return None;
        }
        let (low, high) = advice.value.limits()?;
        Some((line.unit, show::as_written(line.unit, low), show::as_written(line.unit, high)))
    }

    fn amount_headline(
        &self,
        lines: &[AmountLine],
        line: &AmountLine,
        advice: &LineAdvice,
        judged: &SubjectAdvice,
    ) -> Headline {
        let open = self.open_labels(lines, judged);
        let small = match open.as_slice() {
            [] => self.first_assumption(judged).unwrap_or_default(),
            labels => messages::open_one(self.lang, &labels.join(", ")),
        };
        if advice.value.single().is_none() && self.rests_on_nothing(lines, judged) {
            return Headline { text: messages::depends(self.lang).to_owned(), small, is_amount: false };
        }
        let is_amount = advice.value != Number::Unknown;
        Headline { text: self.value_with_ceiling(line, advice), small, is_amount }
    }

    /// Whether a range would only repeat the bounds of our own questions: nothing was answered yet,
    /// or a sum of money that it needs was not.
    fn rests_on_nothing(&self, lines: &[AmountLine], judged: &SubjectAdvice) -> bool {
        let mut open = judged.amounts.iter().flat_map(|line| &line.open).peekable();
        let nothing_told = || self.used_answers(&questions_of(lines), judged.subject).is_empty();
        let is_unanswered_sum = |question: &Question| {
            matches!(question.answer, AnswerType::Number { unit: Unit::Euro, .. })
                && self.answer_text(question, judged.subject).is_none()
        };
        open.peek().is_some()
            && (nothing_told() || open.filter_map(|id| self.question(*id)).any(is_unanswered_sum))
    }

    fn value_with_ceiling(&self, line: &AmountLine, advice: &LineAdvice) -> String {
        let value = show::amount(self.lang, line.unit, advice.value, cents_of([advice]));
        // Beside a range a limit would only repeat its upper end.
        let ceiling =
            advice.ceiling.filter(|ceiling| *ceiling != advice.value && *ceiling != Number::Unknown);
        match ceiling.filter(|_| advice.value.single().is_some()) {
            None => value,
            Some(ceiling) => {
                let ceiling = show::amount(self.lang, line.unit, ceiling, Cents::IfAny);
                messages::ceiling(self.lang, &value, &ceiling)
            }
        }
    }

    /// Every line of a scheme for a subject, in order.
    pub(crate) fn line_rows(&self, scheme: &Scheme, judged: &SubjectAdvice) -> Vec<LineRow> {
        let Amounts::Lines(lines) = &scheme.amounts else { return vec![] };
        let cents = cents_of(&judged.amounts);
        let rows = judged.amounts.iter().filter_map(|advice| {
            let line = lines.get(usize::from(advice.line))?;
            Some(self.line_row(line, advice, cents))
        });
        rows.collect()
    }

    fn line_row(&self, line: &AmountLine, advice: &LineAdvice, cents: Cents) -> LineRow {
        let ceiling = advice.ceiling.filter(|ceiling| *ceiling != Number::Unknown);
        LineRow {
            id: line.id.clone(),
            show: line.show,
            label: self.text(line.text).to_owned(),
            formula: self.text(line.formula).to_owned(),
            value: show::amount(self.lang, line.unit, advice.value, cents),
            ceiling: ceiling.map(|most| {
                messages::at_most(self.lang, &show::amount(self.lang, line.unit, most, Cents::IfAny))
            }),
            figures: advice.figures.iter().filter_map(|used| self.figure_row(used)).collect(),
            open: self.labels(&advice.open),
            citations: self.citations(&line.sources),
        }
    }

    /// A figure without keys, as it is on the day of the advice.
    pub(crate) fn figure_on(&self, id: ParameterId) -> Option<FigureRow> {
        let as_on = self.advice.as_on;
        self.figure_row(&FigureReader { rulebook: self.rulebook, as_on }.on(id, as_on))
    }

    pub(crate) fn figure_row(&self, used: &FigureUsed) -> Option<FigureRow> {
        let parameter = self.rulebook.parameters.get(used.parameter.row())?;
        let value = value_used(parameter, used);
        Some(FigureRow {
            label: self.text(parameter.text).to_owned(),
            value: show::amount(self.lang, parameter.unit, used.value, Cents::IfAny),
            period: value.map(|value| self.period(value)).unwrap_or_default(),
            assumption: self.assumption(parameter, used),
            citations: value.map(|value| self.citations(&value.sources)).unwrap_or_default(),
        })
    }

    fn period(&self, value: &ParameterValue) -> String {
        let from = show::day(self.lang, value.from);
        match value.until {
            None => messages::figure_from(self.lang, &from),
            Some(until) => messages::figure_between(self.lang, &from, &show::day(self.lang, until)),
        }
    }

    /// What is only assumed of a figure, if anything is.
    pub(super) fn assumption(&self, parameter: &Parameter, used: &FigureUsed) -> Option<String> {
        let lang = self.lang;
        let figure = self.text(parameter.text);
        let value = show::amount(lang, parameter.unit, used.value, Cents::IfAny);
        Some(match used.assumption? {
            Assumption::NotSeenSince(day) => {
                messages::not_seen_since(lang, &show::day(lang, day), figure, &value)
            }
            Assumption::RangeAssumed(why) => messages::range_assumed(lang, figure, &value, self.text(why)),
        })
    }

    fn first_assumption(&self, judged: &SubjectAdvice) -> Option<String> {
        let mut used = judged.amounts.iter().flat_map(|line| &line.figures);
        used.find_map(|used| self.assumption(self.rulebook.parameters.get(used.parameter.row())?, used))
    }

    /// How long the amounts hold: until the first day on which a figure that was used ends, and
    /// which figures are not known after that.
    pub(crate) fn holds(&self, judged: &SubjectAdvice) -> Vec<String> {
        let used = judged.amounts.iter().flat_map(|line| &line.figures);
        let ending: Vec<(Date, &Parameter, bool)> = used
            .filter_map(|used| {
                let parameter = self.rulebook.parameters.get(used.parameter.row())?;
                let until = value_used(parameter, used)?.until?;
                let known_after = parameter.values.iter().any(|value| value.from == until.plus_days(1));
                Some((until, parameter, known_after))
            })
            .collect();
        let Some(first) = ending.iter().map(|(until, ..)| *until).min() else { return vec![] };
        let day = show::day(self.lang, first);
        let mut holds = vec![messages::holds_until(self.lang, &day)];
        for (until, parameter, known_after) in ending {
            if until == first && !known_after {
                let text = messages::not_known_after(self.lang, &day, self.text(parameter.text));
                if !holds.contains(&text) {
                    holds.push(text);
                }
            }
        }
        holds
    }

    /// The labels of all that keeps the amounts of a subject open, each once.
    fn open_labels(&self, lines: &[AmountLine], judged: &SubjectAdvice) -> Vec<String> {
        let shown = judged.amounts.iter().filter(|line| lines.get(usize::from(line.line)).is_some());
        let mut labels: Vec<String> = Vec::new();
        for label in shown.flat_map(|line| self.labels(&line.open)) {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels
    }

    fn labels(&self, questions: &[QuestionId]) -> Vec<String> {
        let known = questions.iter().filter_map(|id| self.question(*id));
        known.map(|question| self.text(question.short).to_owned()).collect()
    }
}

/// The line that is the headline.
pub fn headline_line(lines: &[AmountLine]) -> Option<&AmountLine> {
    lines.get(headline_row(lines)?)
}

/// The line that is the headline: the total, else the last line that is shown.
pub(super) fn headline_row(lines: &[AmountLine]) -> Option<usize> {
    let total = lines.iter().position(|line| line.show == Show::Total);
    total.or_else(|| lines.iter().rposition(|line| line.show == Show::Line))
}

fn questions_of(lines: &[AmountLine]) -> Vec<QuestionId> {
    lines.iter().flat_map(|line| line.questions.iter().copied()).collect()
}

/// Cents everywhere as soon as one line has them, so that a column lines up.
fn cents_of<'l>(lines: impl IntoIterator<Item = &'l LineAdvice>) -> Cents {
    let whole = |value: Decimal| value.fract().is_zero();
    let mut limits = lines.into_iter().filter_map(|line| line.value.limits());
    let all_whole = limits.all(|(low, high)| whole(low) && whole(high));
    if all_whole { Cents::IfAny } else { Cents::Always }
}

fn value_used<'p>(parameter: &'p Parameter, used: &FigureUsed) -> Option<&'p ParameterValue> {
    parameter.values.get(usize::from(used.row?))
}
