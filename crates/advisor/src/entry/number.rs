//! Numbers, amounts of money, percentages and hours as people type them.

use super::{Entry, Limits, Why};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::rulebook::{AnswerType, Question, Unit, Words};
use steunwijzer_engine::slot::Slot;

/// A field that takes a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberField {
    /// What it takes.
    pub limits: Limits,
    /// Words that may be typed along: the label of the field and its unit.
    own_words: Vec<String>,
}

/// The digits of an entry, taken apart: `["12", "500", "50"]` with `['.', ',']` between them.
struct Groups<'a> {
    digits: Vec<&'a str>,
    between: Vec<char>,
}

impl NumberField {
    /// The field of a question that takes a number.
    pub fn of(question: &Question, words: &Words) -> Option<NumberField> {
        let AnswerType::Number { unit, scale, min, max, label } = question.answer else {
            return None;
        };
        let own_words = [words.get(question.short), words.get(label)];
        Some(NumberField {
            limits: Limits { unit, scale, min, max },
            own_words: own_words.iter().flat_map(|text| words_of(text)).collect(),
        })
    }

    /// A field that belongs to no question.
    pub fn within(limits: Limits) -> NumberField {
        NumberField { limits, own_words: Vec::new() }
    }

    /// Reads what was typed.
    pub fn read(&self, typed: &str) -> Entry<Slot> {
        let text = plain(typed);
        if text.is_empty() {
            return Entry::Refused(Why::Empty);
        }
        let Some((negative, core)) = self.strip(&text) else {
            return Entry::Refused(Why::NotANumber(self.limits));
        };
        let readings = readings(&core);
        let scaled: Vec<Result<i64, Why>> =
            readings.iter().map(|reading| self.scaled(if negative { -*reading } else { *reading })).collect();
        match scaled.as_slice() {
            [Ok(one), Ok(other)] => Entry::Two(Slot::exactly(*one), Slot::exactly(*other)),
            [Ok(one)] | [Ok(one), Err(_)] | [Err(_), Ok(one)] => Entry::Read(Slot::exactly(*one)),
            [.., Err(why)] => Entry::Refused(*why),
            _ => Entry::Refused(Why::NotANumber(self.limits)),
        }
    }

    /// Takes off the sign, the currency, the unit and the words of the field; what is left are
    /// digits with separators. The first of the result tells whether the number is negative.
    fn strip(&self, text: &str) -> Option<(bool, String)> {
        let is_digit = |letter: char| letter.is_ascii_digit();
        let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)?);
        let (before, core, behind) = (text.get(..first)?, text.get(first..=last)?, text.get(last + 1..)?);
        let behind = behind.trim_start_matches([',', '.']).trim_start_matches('-');
        if !self.knows(behind) {
            return None;
        }
        let (before, core) = match before.strip_suffix([',', '.']) {
            Some(rest) => (rest, format!("0,{core}")),
            None => (before, core.to_owned()),
        };
        let minus = before.matches('-').count();
        (minus <= 1 && self.knows(&before.replace('-', " "))).then_some((minus == 1, core))
    }

    /// Whether these are all signs and words that belong to the field.
    fn knows(&self, text: &str) -> bool {
        let text = text.replace('€', " € ").replace('%', " % ");
        text.split_whitespace().all(|word| {
            let word = word.trim_matches(['.', ':']);
            unit_words(self.limits.unit).contains(&word) || self.own_words.iter().any(|own| own == word)
        })
    }

    /// The number in the units of the question, if it lies within the limits.
    fn scaled(&self, number: Decimal) -> Result<i64, Why> {
        let Limits { unit, scale, min, max } = self.limits;
        let (number, scale_shown) = if unit == Unit::Percent {
            (number.checked_div(Decimal::ONE_HUNDRED), scale.saturating_sub(2))
        } else {
            (Some(number), scale)
        };
        let power = 10i64.checked_pow(u32::from(scale)).map(Decimal::from);
        let scaled = number.zip(power).and_then(|(number, power)| number.checked_mul(power));
        let scaled = scaled.ok_or(Why::Outside(self.limits))?;
        if scaled < Decimal::from(min) || scaled > Decimal::from(max) {
            return Err(Why::Outside(self.limits));
        }
        if !scaled.fract().is_zero() {
            return Err(Why::TooPrecise(scale_shown));
        }
        scaled.to_i64().ok_or(Why::Outside(self.limits))
    }
}

/// Lower case, one kind of space, one kind of minus.
fn plain(typed: &str) -> String {
    let one_kind = |letter: char| match letter {
        '\u{2212}' | '\u{2013}' | '\u{2014}' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    };
    typed.to_lowercase().chars().map(one_kind).collect::<String>().trim().to_owned()
}

fn words_of(text: &str) -> Vec<String> {
    text.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

fn unit_words(unit: Unit) -> &'static [&'static str] {
    match unit {
        Unit::Euro => &["€", "eur", "euro", "euros"],
        Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear => {
            &["€", "eur", "euro", "euros", "per", "uur", "week", "maand", "jaar", "hour", "month", "year"]
        }
        Unit::Percent => &["%", "procent", "percent"],
        Unit::Hours | Unit::HoursPerWeek | Unit::HoursPerMonth | Unit::HoursPerYear => {
            &["u", "uur", "uren", "h", "hour", "hours", "per", "week", "maand", "jaar", "month", "year"]
        }
        Unit::Days => &["dag", "dagen", "day", "days"],
        Unit::Weeks | Unit::WeeksPerYear => &["week", "weken", "weeks", "per", "jaar", "year"],
        Unit::Months | Unit::MonthsPerYear => &["maand", "maanden", "month", "months", "per", "jaar", "year"],
        Unit::Plain => &["mensen", "personen", "people"],
    }
}

/// The numbers that these digits can mean: none, one, or two.
fn readings(core: &str) -> Vec<Decimal> {
    let Some(groups) = Groups::of(core) else { return vec![] };
    let thousands = groups.thousands();
    let decimal = groups.decimal();
    match groups.between.as_slice() {
        // "12.500" is Dutch for twelve thousand five hundred; "12,500" may be English for it.
        ['.' | ' '] if thousands.is_some() => thousands.into_iter().collect(),
        [] | [_] => thousands.into_iter().chain(decimal).collect(),
        [..] => thousands.or(decimal).into_iter().collect(),
    }
}

impl<'a> Groups<'a> {
    /// Takes digits and separators apart; nothing else may stand there.
    fn of(core: &'a str) -> Option<Groups<'a>> {
        let is_separator = |letter: char| matches!(letter, ' ' | '.' | ',');
        let digits: Vec<&str> = core.split(is_separator).collect();
        let clean =
            digits.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
        clean.then(|| Groups {
            digits,
            between: core.chars().filter(|letter| is_separator(*letter)).collect(),
        })
    }

    /// Read with every separator between thousands.
    fn thousands(&self) -> Option<Decimal> {
        let (first, rest) = self.digits.split_first()?;
        let separator = self.between.first()?;
        let alike = self.between.iter().all(|other| other == separator);
        (alike && in_thousands(first, rest)).then(|| number(&self.digits.concat(), ""))?
    }

    /// Read with the last separator before the decimals; or without any separator.
    fn decimal(&self) -> Option<Decimal> {
        let Some((mark, thousands)) = self.between.split_last() else {
            return number(self.digits.first()?, "");
        };
        let (decimals, whole) = self.digits.split_last()?;
        let (first, rest) = whole.split_first()?;
        let separated = thousands.is_empty() || in_thousands(first, rest);
        let told_apart = thousands.iter().all(|other| Some(other) == thousands.first() && other != mark);
        (*mark != ' ' && separated && told_apart).then(|| number(&whole.concat(), decimals))?
    }
}

/// Whether these are groups of three digits behind a group of one to three that is not zero.
fn in_thousands(first: &str, rest: &[&str]) -> bool {
    first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3)
}

fn number(whole: &str, decimals: &str) -> Option<Decimal> {
    let decimals = if decimals.is_empty() { "0" } else { decimals };
    Decimal::from_str_exact(&format!("{whole}.{decimals}")).ok()
}
