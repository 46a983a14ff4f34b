//! European procurement thresholds on a day, and on which side of them a contract lies.

use crate::figures::{MissingRule, Names};
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::figure::FigureReader;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ParameterId, Rulebook};
use steunwijzer_engine::truth::Truth;

/// What a contract is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Contract {
    /// Supplies or services for a municipality or province.
    SuppliesServices,
    /// Social and other specific services.
    SocialServices,
    /// Works and concessions.
    Works,
}

impl Contract {
    /// All three.
    pub const ALL: [Contract; 3] = [Contract::SuppliesServices, Contract::SocialServices, Contract::Works];
}

/// Rows of a rulebook with the thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThresholdIds([ParameterId; 3]);

impl ThresholdIds {
    /// Looks everything up.
    ///
    /// # Errors
    /// Names the first thing that the rulebook lacks.
    pub fn new(rulebook: &Rulebook) -> Result<ThresholdIds, MissingRule> {
        let id = |name: &str| Names(rulebook).parameter(name);
        Ok(ThresholdIds([
            id("threshold_supplies_services")?,
            id("threshold_social_services")?,
            id("threshold_works")?,
        ]))
    }

    /// The threshold of a contract on a day, without VAT; unknown on a day without a figure.
    pub fn on(&self, rulebook: &Rulebook, contract: Contract, day: Date, as_on: Date) -> FigureUsed {
        let ThresholdIds([supplies, social, works]) = *self;
        let parameter = match contract {
            Contract::SuppliesServices => supplies,
            Contract::SocialServices => social,
            Contract::Works => works,
        };
        FigureReader { rulebook, as_on }.on(parameter, day)
    }
}

/// Whether European rules hold: from the threshold on.
pub fn reaches(value: Number, threshold: Number) -> Truth {
    !value.less(threshold)
}
