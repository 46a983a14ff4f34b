//! What the visitor can set for the cash flow: each with a default that says where it comes from.

use super::super::{CitationRow, View};
use crate::entry::{Entry, Limits, NumberField};
use crate::lang::Lang;
use crate::messages::cash as messages;
use crate::show::{self, Cents};
use rust_decimal::Decimal;
use std::cmp::Ordering;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::{Number, Rounding};
use steunwijzer_engine::rulebook::{Figures, Rulebook, Unit};
use steunwijzer_plan::cash_flow::{Basis, Contract, Growth, HolidayPay, Inputs, Labelled, Subsidy, Wage};
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

/// A setting, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// Which.
    pub setting: Setting,
    /// What it is.
    pub label: String,
    /// What to know about it; may be empty.
    pub hint: String,
    /// What can be chosen; empty where one types.
    pub choices: Vec<Choice>,
    /// What stands in the field.
    pub typed: String,
    /// The sign or word behind the field.
    pub unit: &'static str,
    /// Where the value comes from.
    pub basis: &'static str,
    /// Whether no source gives it.
    pub is_assumed: bool,
    /// Where it stands.
    pub citations: Vec<CitationRow>,
    /// What is wrong with what was typed, if it cannot be read.
    pub problem: Option<String>,
}

/// A value that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The same for programs.
    pub code: &'static str,
    /// In words.
    pub text: &'static str,
    /// Whether it counts now.
    pub is_on: bool,
}

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
                other => other,
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
        let known = known_steps(rulebook);
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

/// The smallest and the largest rise of the adult minimum wage in a half year, as far as the rules know.
fn known_steps(rulebook: &Rulebook) -> Option<Growth> {
    let parameter = rulebook.parameters.get(rulebook.parameter_id("wml_hour")?.row())?;
    let adult = |figures: &Figures| match figures {
        Figures::One(figure) => Some(*figure),
        Figures::ByKey { figures, .. } => figures.last().copied(),
    };
    let wages: Vec<Decimal> = parameter.values.iter().filter_map(|value| adult(&value.figures)).collect();
    let steps = wages.windows(2).filter_map(|pair| match pair {
        [before, after] => {
            let rise = after.checked_div(*before)?.checked_sub(Decimal::ONE)?;
            Number::exactly(rise).rounded(Rounding::HalfUp, 3).single()
        }
        _ => None,
    });
    let steps: Vec<Decimal> = steps.collect();
    Some(Growth { least: steps.iter().min().copied()?, most: steps.iter().max().copied()? })
}

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

impl View<'_> {
    /// Everything that can be set for the cash flow, ready to show.
    pub(super) fn setting_rows(
        &self,
        labour: &Labour,
        settings: &Settings,
        inputs: &Inputs,
    ) -> Vec<SettingRow> {
        let lang = self.lang;
        let mut rows: Vec<SettingRow> = Vec::new();
        for (row, wage) in (0u16..).zip(&inputs.wages) {
            rows.extend(self.wage_rows(labour, settings, row, *wage));
        }
        let typed = |setting, label: &str, hint: &str, value: String, basis| {
            self.typed(settings, setting, label.to_owned(), hint, value, basis)
        };
        let percent = |value: Number| value.single().map_or(String::new(), percent_of);
        let mut charges = typed(
            Setting::Charges,
            messages::charges(lang),
            messages::charges_hint(lang),
            percent(inputs.charges.value),
            inputs.charges.basis,
        );
        charges.citations = self.sources_of(inputs.charges.basis);
        rows.push(charges);
        let delay = inputs.lks_delay;
        let months = delay.value.to_string();
        rows.push(typed(
            Setting::Delay,
            messages::delay(lang),
            messages::delay_hint(lang),
            months,
            delay.basis,
        ));
        let holiday = [
            (IN_MAY, messages::in_may(lang), inputs.holiday.value == HolidayPay::InMay),
            (EACH_MONTH, messages::each_month(lang), inputs.holiday.value == HolidayPay::EachMonth),
        ];
        rows.push(self.chosen(Setting::Holiday, messages::holiday(lang), "", &holiday, inputs.holiday.basis));
        let subsidy = [
            (MEASURED, messages::measured(lang), inputs.subsidy.value == Subsidy::Measured),
            (FLAT_FIRST, messages::flat_first(lang), inputs.subsidy.value == Subsidy::FlatFirst),
        ];
        rows.push(self.chosen(Setting::Subsidy, messages::subsidy(lang), "", &subsidy, inputs.subsidy.basis));
        let contract = [
            (LASTS, messages::lasts(lang), inputs.contract.value == Contract::Lasts),
            (MAY_END, messages::may_end(lang), inputs.contract.value == Contract::MayEnd),
        ];
        rows.push(self.chosen(
            Setting::Contract,
            messages::contract(lang),
            "",
            &contract,
            inputs.contract.basis,
        ));
        let growth = |of: fn(&Growth) -> Decimal| {
            inputs.growth.as_ref().map_or(String::new(), |growth| percent_of(of(growth)))
        };
        let basis = |setting| if settings.number(setting).is_some() { Basis::Told } else { Basis::Assumed };
        for (setting, label, hint, value) in [
            (
                Setting::GrowthLeast,
                messages::growth_least(lang),
                messages::growth_hint(lang),
                growth(|g| g.least),
            ),
            (Setting::GrowthMost, messages::growth_most(lang), "", growth(|g| g.most)),
        ] {
            rows.push(typed(setting, label, hint, value, basis(setting)));
        }
        rows
    }

    fn wage_rows(
        &self,
        labour: &Labour,
        settings: &Settings,
        row: u16,
        wage: Labelled<Wage>,
    ) -> Vec<SettingRow> {
        let lang = self.lang;
        let name = self.record_name(labour.list(), row);
        let chosen = settings.get(Setting::Wage(row)).unwrap_or(MINIMUM);
        let ways = [
            (MINIMUM, messages::minimum(lang), chosen == MINIMUM),
            (ABOVE, messages::above(lang), chosen == ABOVE),
            (PER_MONTH, messages::wage_month(lang), chosen == PER_MONTH),
        ];
        let label = messages::wage(lang, &name);
        let mut rows = vec![self.chosen(Setting::Wage(row), &label, "", &ways, wage.basis)];
        let (label, hint) = match chosen {
            ABOVE => (messages::above_much(lang, &name), messages::above_hint(lang)),
            PER_MONTH => (messages::month_much(lang, &name), messages::month_hint(lang)),
            _ => return rows,
        };
        let mut much = self.typed(settings, Setting::WageMuch(row), label, hint, String::new(), wage.basis);
        if settings.number(Setting::WageMuch(row)).is_none() && much.problem.is_none() {
            much.hint = [hint, " ", messages::until_then(lang)].concat();
        }
        rows.push(much);
        rows
    }

    fn typed(
        &self,
        settings: &Settings,
        setting: Setting,
        label: String,
        hint: &str,
        value: String,
        basis: Basis,
    ) -> SettingRow {
        let lang = self.lang;
        let unit = match limits(setting, settings).map(|limits| limits.unit) {
            Some(Unit::Percent) => "%",
            Some(Unit::Euro) => "€",
            _ => messages::months_unit(lang),
        };
        let typed = settings.get(setting).map_or(value, str::to_owned);
        let problem = settings.is_wrong(setting).then(|| self.problem(setting, settings));
        SettingRow { unit, typed, problem, ..self.row_of(setting, &label, hint, basis) }
    }

    fn problem(&self, setting: Setting, settings: &Settings) -> String {
        let Some(limits) = limits(setting, settings) else { return String::new() };
        let shown = |value| show::scaled(self.lang, limits.unit, limits.scale, value);
        messages::no_number(self.lang, &shown(limits.max), &shown(limits.min))
    }

    fn chosen(
        &self,
        setting: Setting,
        label: &str,
        hint: &str,
        ways: &[(&'static str, &'static str, bool)],
        basis: Basis,
    ) -> SettingRow {
        let choices = ways.iter().map(|(code, text, is_on)| Choice { code, text, is_on: *is_on }).collect();
        SettingRow { choices, ..self.row_of(setting, label, hint, basis) }
    }

    fn row_of(&self, setting: Setting, label: &str, hint: &str, basis: Basis) -> SettingRow {
        SettingRow {
            setting,
            label: label.to_owned(),
            hint: hint.to_owned(),
            choices: Vec::new(),
            typed: String::new(),
            unit: "",
            basis: match basis {
                Basis::Told => messages::told(self.lang),
                Basis::Assumed => messages::assumed(self.lang),
                Basis::Figure(_) => messages::figure(self.lang),
            },
            is_assumed: basis == Basis::Assumed,
            citations: Vec::new(),
            problem: None,
        }
    }

    /// Where the figures of a definition stand.
    fn sources_of(&self, basis: Basis) -> Vec<CitationRow> {
        let Basis::Figure(id) = basis else { return Vec::new() };
        let Some(definition) = self.rulebook.definitions.get(id.row()) else { return Vec::new() };
        self.citations(&definition.sources)
    }
}

/// A share as a percentage without its sign, as a field holds it: `23,5`.
fn percent_of(share: Decimal) -> String {
    show::decimal(Lang::Nl, share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share), 0)
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
