//! Types of values, and the units of numbers.

use std::fmt;
use steunwijzer_engine::rulebook::Unit;

/// What an expression gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Yes or no.
    Truth,
    /// A number; durations are numbers of months or days.
    Number(Measure),
    /// A day.
    Date,
    /// One of several options.
    Choice,
    /// Several options.
    Choices,
    /// A municipality.
    Place,
    /// A literal text: the name of an option, or a code.
    Text,
    /// A set of municipalities.
    Places,
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Truth => f.write_str("yes or no"),
            Type::Number(measure) => measure.fmt(f),
            Type::Date => f.write_str("a date"),
            Type::Choice => f.write_str("one option of a choice"),
            Type::Choices => f.write_str("several options of a choice"),
            Type::Place => f.write_str("a municipality"),
            Type::Text => f.write_str("a text"),
            Type::Places => f.write_str("a set of municipalities"),
        }
    }
}

/// What a number counts, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A number written without unit: takes the unit of what it stands beside.
    Bare,
    /// A value divided by one of its own unit: a plain number as well as a percentage.
    Ratio,
    /// A share, written with `%`.
    Percent,
    /// A number with a unit, or (without any) a count.
    Of(Dimension),
}

impl Measure {
    /// The measure of values in this unit.
    pub fn of(unit: Unit) -> Measure {
        match unit {
            Unit::Percent => Measure::Percent,
            Unit::Plain => Measure::Of(Dimension::NONE),
            Unit::Euro => Measure::Of(Dimension::EURO),
            Unit::EuroPerHour => Measure::Of(Dimension::EURO.per(Dimension::HOUR)),
            Unit::EuroPerWeek => Measure::Of(Dimension::EURO.per(Dimension::WEEK)),
            Unit::EuroPerMonth => Measure::Of(Dimension::EURO.per(Dimension::MONTH)),
            Unit::EuroPerYear => Measure::Of(Dimension::EURO.per(Dimension::YEAR)),
            Unit::Hours => Measure::Of(Dimension::HOUR),
            Unit::HoursPerWeek => Measure::Of(Dimension::HOUR.per(Dimension::WEEK)),
            Unit::HoursPerMonth => Measure::Of(Dimension::HOUR.per(Dimension::MONTH)),
            Unit::HoursPerYear => Measure::Of(Dimension::HOUR.per(Dimension::YEAR)),
            Unit::Days => Measure::Of(Dimension::DAY),
            Unit::Weeks => Measure::Of(Dimension::WEEK),
            Unit::WeeksPerYear => Measure::Of(Dimension::WEEK.per(Dimension::YEAR)),
            Unit::Months => Measure::Of(Dimension::MONTH),
            Unit::MonthsPerYear => Measure::Of(Dimension::MONTH.per(Dimension::YEAR)),
        }
    }

    /// The measure of two values that must count the same; `None` if they do not.
    pub fn same_as(self, other: Measure) -> Option<Measure> {
        match (self, other) {
            (one, two) if one == two => Some(one),
            (Measure::Bare, Measure::Percent) | (Measure::Percent, Measure::Bare) => None,
            (Measure::Bare, known) | (known, Measure::Bare) => Some(known),
            (Measure::Ratio, Measure::Percent) | (Measure::Percent, Measure::Ratio) => Some(Measure::Percent),
            (Measure::Ratio, Measure::Of(unit)) | (Measure::Of(unit), Measure::Ratio) => {
                (unit == Dimension::NONE).then_some(Measure::Of(unit))
            }
            (Measure::Ratio, Measure::Ratio)
            | (Measure::Percent, Measure::Percent | Measure::Of(_))
            | (Measure::Of(_), Measure::Percent | Measure::Of(_)) => None,
        }
    }

    /// The measure of a product.
    pub fn times(self, other: Measure) -> Measure {
        match (self, other) {
            (Measure::Of(one), Measure::Of(two)) => Measure::Of(one.times(two)),
            (Measure::Of(one), _) | (_, Measure::Of(one)) => Measure::Of(one),
            (Measure::Percent, _) | (_, Measure::Percent) => Measure::Percent,
            (Measure::Ratio, _) | (_, Measure::Ratio) => Measure::Ratio,
            (Measure::Bare, Measure::Bare) => Measure::Bare,
        }
    }

    /// The measure of a quotient.
    pub fn over(self, other: Measure) -> Measure {
        match (self, other) {
            (Measure::Bare, Measure::Bare) => Measure::Bare,
            (one, two) if one == two => Measure::Ratio,
            (Measure::Of(one), Measure::Of(two)) => Measure::Of(one.per(two)),
            (_, Measure::Of(two)) => Measure::Of(Dimension::NONE.per(two)),
            (_, Measure::Percent) if self == Measure::Bare => Measure::Of(Dimension::NONE),
            (one, Measure::Bare | Measure::Ratio | Measure::Percent) => one,
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Bare => f.write_str("a bare number"),
            Measure::Ratio => f.write_str("a ratio"),
            Measure::Percent => f.write_str("a percentage"),
            Measure::Of(Dimension::NONE) => f.write_str("a plain number"),
            Measure::Of(unit) => write!(f, "in {unit}"),
        }
    }
}

/// The power of each base unit: euro, hour, day, week, month, year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dimension([i8; 6]);

/// One and many of each base unit.
const BASE_UNITS: [(&str, &str); 6] = [
    ("euro", "euro"),
    ("hour", "hours"),
    ("day", "days"),
    ("week", "weeks"),
    ("month", "months"),
    ("year", "years"),
];

impl Dimension {
    /// A count of things.
    pub const NONE: Dimension = Dimension([0; 6]);
    /// Euro.
    pub const EURO: Dimension = Dimension([1, 0, 0, 0, 0, 0]);
    /// Hours.
    pub const HOUR: Dimension = Dimension([0, 1, 0, 0, 0, 0]);
    /// Days.
    pub const DAY: Dimension = Dimension([0, 0, 1, 0, 0, 0]);
    /// Weeks.
    pub const WEEK: Dimension = Dimension([0, 0, 0, 1, 0, 0]);
    /// Months.
    pub const MONTH: Dimension = Dimension([0, 0, 0, 0, 1, 0]);
    /// Years.
    pub const YEAR: Dimension = Dimension([0, 0, 0, 0, 0, 1]);

    /// The unit of a product.
    pub fn times(self, other: Dimension) -> Dimension {
        Dimension(std::array::from_fn(|base| self.0[base].saturating_add(other.0[base])))
    }

    /// The unit of a quotient.
    pub fn per(self, other: Dimension) -> Dimension {
        Dimension(std::array::from_fn(|base| self.0[base].saturating_sub(other.0[base])))
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let repeated =
            |name: &'static str, power: i8| std::iter::repeat_n(name, usize::try_from(power).unwrap_or(0));
        let bases = || BASE_UNITS.iter().zip(self.0);
        let above: Vec<&str> = bases().flat_map(|((_, many), power)| repeated(many, power)).collect();
        let below = bases().flat_map(|((one, _), power)| repeated(one, power.saturating_neg()));
        f.write_str(if above.is_empty() { "one" } else { "" })?;
        f.write_str(&above.join(" × "))?;
        for unit in below {
            write!(f, " per {unit}")?;
        }
        Ok(())
    }
}
