//! What the visitor can set for the cash flow: each with a default that says where it comes from.

mod rows;

pub use rows::{Choice, SettingRow};

use crate::entry::{Entry, Limits, NumberField};
use crate::show::Cents;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use steunwijzer_engine::date::{Date, Months};
use steunwijzer_engine::number::{Number, Rounding};
use steunwijzer_engine::rulebook::{Figures, Rulebook, Unit};
use steunwijzer_plan::cash_flow::{Contract, Growth, HolidayPay, Inputs, Labelled, Subsidy, Wage};
use steunwijzer_plan::hires::Labour;

/// Something that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// How the wage of a hire is set, by row.
    Wage(u16),
    /// How much: a share above the minimum wage, or a wage per month.
    WageMuch(u16),
    /// Employer charges.
    Charges,
    /// Months until the subsidy comes.
    Delay,
    /// When holiday allowance is paid.
    Holiday,
    /// Which subsidy in the first months.
    Subsidy,
    /// How long a job lasts of which no length was told.
    Contract,
    /// The least that the minimum wage rises.
    GrowthLeast,
    /// The most.
    GrowthMost,
}

/// What was set, as it was typed or chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(Vec<(Setting, String)>);

const MINIMUM: &str = "minimum";
const ABOVE: &str = "above";
const PER_MONTH: &str = "month";
const IN_MAY: &str = "may";
const EACH_MONTH: &str = "each-month";
const MEASURED: &str = "measured";
const FLAT_FIRST: &str = "flat-first";
const LASTS: &str = "lasts";
const MAY_END: &str = "may-end";

/// The share with four decimals: a percentage with two.
const SHARE: Limits = Limits { unit: Unit::Percent, scale: 4, min: 0, max: 10_000 };
const RISE: Limits = Limits { unit: Unit::Percent, scale: 4, min: 0, max: 2_000 };
const WAGE: Limits = Limits { unit: Unit::Euro, scale: 2, min: 0, max: 10_000_000 };
const MONTHS: Limits = Limits { unit: Unit::Months, scale: 0, min: 0, max: 12 };

impl Settings {
    /// Sets something to what was typed or chosen.
    pub fn set(&mut self, setting: Setting, text: String) {
        self.0.retain(|(own, _)| *own != setting);
        self.0.push((setting, text));
    }

    /// Forgets the wage of a hire that is taken away; those after it move up.
    pub fn forget_hire(&mut self, gone: u16) {
        let moved = |row: u16| match row.cmp(&gone) {
            Ordering::Less => Some(row),
            Ordering::Equal => None,
            Ordering::Greater => Some(row - 1),
        };
        let kept = self.0.drain(..).filter_map(|(setting, text)| {
            let setting = match setting {
                Setting::Wage(row) => Setting::Wage(moved(row)?),
                Setting::WageMuch(row) => Setting::WageMuch(moved(row)?),
                Setting::Charges
                | Setting::Delay
                | Setting::Holiday
                | Setting::Subsidy
                | Setting::Contract
                | Setting::GrowthLeast
                | Setting::GrowthMost => setting,
            };
            Some((setting, text))
        });
        self.0 = kept.collect();
    }

    /// Everything that was set.
    pub fn all(&self) -> &[(Setting, String)] {
        &self.0
    }

    /// What was typed or chosen.
    pub fn get(&self, setting: Setting) -> Option<&str> {
        self.0.iter().find(|(own, _)| *own == setting).map(|(_, text)| text.as_str())
    }

    /// The number that was typed; none if it is empty or no number within the limits.
    fn number(&self, setting: Setting) -> Option<Decimal> {
        let limits = limits(setting, self)?;
        match NumberField::within(limits).read(self.get(setting)?) {
            Entry::Read(slot) if slot.low == slot.high => {
                Decimal::try_new(slot.low, u32::from(limits.scale)).ok()
            }
            Entry::Read(_) | Entry::Two(..) | Entry::Refused(_) => None,
        }
    }

    /// Whether something was typed that is no number within the limits.
    fn is_wrong(&self, setting: Setting) -> bool {
        self.get(setting).is_some_and(|text| !text.trim().is_empty()) && self.number(setting).is_none()
    }

    /// The inputs of the cash flow: what was set, the labelled defaults for the rest.
    pub fn inputs(&self, rulebook: &Rulebook, labour: &Labour, as_on: Date, hires: usize) -> Inputs {
        let mut inputs = Inputs::defaults(rulebook, labour, as_on);
        inputs.wages = (0..u16::try_from(hires).unwrap_or(u16::MAX)).map(|row| self.wage(row)).collect();
        if let Some(share) = self.number(Setting::Charges) {
            inputs.charges = Labelled::told(Number::exactly(share));
        }
        if let Some(months) = self.number(Setting::Delay).and_then(|months| u8::try_from(months).ok()) {
            inputs.lks_delay = Labelled::told(months);
        }
        match self.get(Setting::Holiday) {
            Some(EACH_MONTH) => inputs.holiday = Labelled::told(HolidayPay::EachMonth),
            Some(IN_MAY) => inputs.holiday = Labelled::told(HolidayPay::InMay),
            _ => {}
        }
        match self.get(Setting::Subsidy) {
            Some(FLAT_FIRST) => inputs.subsidy = Labelled::told(Subsidy::FlatFirst),
            Some(MEASURED) => inputs.subsidy = Labelled::told(Subsidy::Measured),
            _ => {}
        }
        match self.get(Setting::Contract) {
            Some(MAY_END) => inputs.contract = Labelled::told(Contract::MayEnd),
            Some(LASTS) => inputs.contract = Labelled::told(Contract::Lasts),
            _ => {}
        }
        inputs.growth = self.growth(rulebook);
        inputs
    }

    fn wage(&self, row: u16) -> Labelled<Wage> {
        let much = self.number(Setting::WageMuch(row));
        match (self.get(Setting::Wage(row)), much) {
            (Some(ABOVE), Some(share)) => Labelled::told(Wage::Above(share)),
            (Some(PER_MONTH), Some(amount)) => Labelled::told(Wage::PerMonth(amount)),
            (Some(MINIMUM), _) => Labelled::told(Wage::Minimum),
            _ => Labelled::assumed(Wage::Minimum),
        }
    }

    /// The rise of the minimum wage: as set, else between the smallest and the largest step that the
    /// rules know. Both fields emptied: none, and later months stay unknown.
    fn growth(&self, rulebook: &Rulebook) -> Option<Growth> {
        let known = known_steps(rulebook).map(|known| known.growth);
        let limit = |setting, of: fn(&Growth) -> Decimal| match self.get(setting) {
            Some(text) if text.trim().is_empty() => None,
            Some(_) => self.number(setting).or(known.as_ref().map(of)),
            None => known.as_ref().map(of),
        };
        let least = limit(Setting::GrowthLeast, |known| known.least);
        let most = limit(Setting::GrowthMost, |known| known.most);
        let (least, most) = (least.or(most)?, most.or(least)?);
        Some(Growth { least: least.min(most), most: least.max(most) })
    }
}

/// The rises that the rules know.
struct KnownSteps {
    /// The smallest and the largest.
    growth: Growth,
    /// The days of the first and of the last figure.
    days: (Date, Date),
}

/// The smallest and the largest rise of the adult minimum wage in a half year, as far as the rules know.
fn known_steps(rulebook: &Rulebook) -> Option<KnownSteps> {
    let values = &rulebook.parameters.get(rulebook.parameter_id("wml_hour")?.row())?.values;
    let adult = |figures: &Figures| match figures {
        Figures::One(figure) => Some(*figure),
        Figures::ByKey { figures, .. } => figures.last().copied(),
    };
    let steps = values.windows(2).filter_map(|pair| match pair {
        // Over a longer time it is more than one step.
        [before, after] if before.from.months_until(after.from) == HALF_YEAR => {
            let rise = adult(&after.figures)?.checked_div(adult(&before.figures)?)?;
            let rise = Number::exactly(rise.checked_sub(Decimal::ONE)?);
            rise.rounded(Rounding::HalfUp, 3).single()
        }
        _ => None,
    });
    let steps: Vec<Decimal> = steps.collect();
    let growth = Growth { least: steps.iter().min().copied()?, most: steps.iter().max().copied()? };
    Some(KnownSteps { growth, days: (values.first()?.from, values.last()?.from) })
}

const HALF_YEAR: Months = Months(6);

/// What may be typed; none where one chooses.
fn limits(setting: Setting, settings: &Settings) -> Option<Limits> {
    match setting {
        Setting::WageMuch(row) => Some(match settings.get(Setting::Wage(row)) {
            Some(ABOVE) => SHARE,
            _ => WAGE,
        }),
        Setting::Charges => Some(SHARE),
        Setting::Delay => Some(MONTHS),
        Setting::GrowthLeast | Setting::GrowthMost => Some(RISE),
        Setting::Wage(_) | Setting::Holiday | Setting::Subsidy | Setting::Contract => None,
    }
}

/// The setting as it is named in an address or by a program.
impl Setting {
    /// Its id on a page.
    pub fn id(self) -> String {
        let of = |name: &str, row: u16| [name, &row.to_string()].concat();
        match self {
            Setting::Wage(row) => of("loon-", row),
            Setting::WageMuch(row) => of("loon-bedrag-", row),
            Setting::Charges => "lasten".to_owned(),
            Setting::Delay => "vertraging".to_owned(),
            Setting::Holiday => "vakantiegeld".to_owned(),
            Setting::Subsidy => "subsidie".to_owned(),
            Setting::Contract => "duur".to_owned(),
            Setting::GrowthLeast => "stijging-laag".to_owned(),
            Setting::GrowthMost => "stijging-hoog".to_owned(),
        }
    }
}

/// Cents where they are not zero.
pub(super) const CENTS: Cents = Cents::Always;
