//! What the visitor can set, each with a labelled default.

use crate::hires::Labour;
use rust_decimal::Decimal;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::define;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{DefinitionId, Rulebook};

/// An input with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labelled<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub basis: Basis,
}

/// Where an input comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The visitor told it.
    Told,
    /// An assumption: no source gives it.
    Assumed,
    /// A figure of the rules, with its sources. It was made for another purpose when the definition
    /// says so.
    Figure(DefinitionId),
}

/// What the cash flow needs besides the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Inputs {
    /// The wage of each hire, by row; rows that are missing get the minimum wage, as an assumption.
    pub wages: Vec<Labelled<Wage>>,
    /// Employer charges as a share of wage and holiday allowance.
    pub charges: Labelled<Number>,
    /// Months between the month that is worked and the month in which its subsidy comes.
    pub lks_delay: Labelled<u8>,
    /// When holiday allowance is paid.
    pub holiday: Labelled<HolidayPay>,
    /// Which subsidy is reckoned with in the first months.
    pub subsidy: Labelled<Subsidy>,
    /// How long a job lasts of which no length was told.
    pub contract: Labelled<Contract>,
    /// The rise of the minimum wage after the last figure that is known; none: those months are unknown.
    pub growth: Option<Growth>,
}

/// The gross wage of a hire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wage {
    /// The minimum wage of the month.
    Minimum,
    /// The minimum wage of the month and this share on top (0.05 for 5 %), as a collective agreement
    /// may ask.
    Above(Decimal),
    /// This much in a whole month, without holiday allowance, as long as the job lasts.
    PerMonth(Decimal),
}

/// When holiday allowance is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HolidayPay {
    /// In May, over the twelve months up to and with May; the rest when the job ends.
    InMay,
    /// Each month with the wage.
    EachMonth,
}

/// Which subsidy is reckoned with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subsidy {
    /// The measured one from the first day.
    Measured,
    /// The flat rate in the first months, then the measured one.
    FlatFirst,
}

/// How long a job lasts of which no length was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contract {
    /// Beyond the months shown.
    Lasts,
    /// It may end on any day.
    MayEnd,
}

/// A rise of the minimum wage on every 1 January and 1 July: from this share to that one (0.02 for 2 %).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The least.
    pub least: Decimal,
    /// The most.
    pub most: Decimal,
}

impl<T> Labelled<T> {
    /// What the visitor told.
    pub fn told(value: T) -> Labelled<T> {
        Labelled { value, basis: Basis::Told }
    }

    /// A default without a source.
    pub fn assumed(value: T) -> Labelled<T> {
        Labelled { value, basis: Basis::Assumed }
    }
}

impl Inputs {
    /// The defaults, each labelled. `as_on` is the day of which the employer charges are read.
    ///
    /// What an employer pays on top differs per sector and employer. The default is the percentage that
    /// the state pays back on loonkostensubsidie; its lines label it as last seen in 2023.
    pub fn defaults(rulebook: &Rulebook, labour: &Labour, as_on: Date) -> Inputs {
        let (charges, nobody) = (labour.charges_share, Answers::new(rulebook));
        let whose = steunwijzer_engine::answers::Whose::Organisation;
        let share = define(rulebook, &nobody, as_on, charges, whose).as_number();
        Inputs {
            wages: Vec::new(),
            charges: Labelled { value: share, basis: Basis::Figure(charges) },
            // One municipality pays monthly, others in another rhythm; the law gives five weeks to decide.
            lks_delay: Labelled::assumed(2),
            holiday: Labelled::assumed(HolidayPay::InMay),
            subsidy: Labelled::assumed(Subsidy::Measured),
            contract: Labelled::assumed(Contract::Lasts),
            growth: None,
        }
    }

    /// The wage of a hire.
    pub fn wage(&self, hire: u16) -> Labelled<Wage> {
        self.wages.get(usize::from(hire)).copied().unwrap_or(Labelled::assumed(Wage::Minimum))
    }
}
