//! The settings of the cash flow, ready to show: what stands in each field and where it comes from.

use super::super::super::{CitationRow, View};
use super::{
    ABOVE, EACH_MONTH, FLAT_FIRST, IN_MAY, LASTS, MAY_END, MEASURED, MINIMUM, PER_MONTH, Setting, Settings,
    known_steps, limits,
};
use crate::lang::Lang;
use crate::messages::cash as messages;
use crate::show;
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Unit;
use steunwijzer_plan::cash_flow::{Basis, Contract, Growth, HolidayPay, Inputs, Labelled, Subsidy, Wage};
use steunwijzer_plan::hires::Labour;

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

impl View<'_> {
    /// Everything that can be set for the cash flow, ready to show.
    pub(in crate::present::plan) fn setting_rows(
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
        let (hint, citations) = self.growth_basis();
        let least = (Setting::GrowthLeast, messages::growth_least(lang), hint.as_str(), growth(|g| g.least));
        let most = (Setting::GrowthMost, messages::growth_most(lang), "", growth(|g| g.most));
        for (setting, label, hint, value) in [least, most] {
            rows.push(typed(setting, label, hint, value, basis(setting)));
        }
        if let Some(last) = rows.last_mut() {
            last.citations = citations;
        }
        rows
    }

    /// What the assumed rise rests on: the published figures, with their days and where they stand.
    fn growth_basis(&self) -> (String, Vec<CitationRow>) {
        let lang = self.lang;
        let Some(known) = known_steps(self.rulebook) else {
            return (messages::growth_no_basis(lang).to_owned(), vec![]);
        };
        let (first, last) = known.days;
        let hint = messages::growth_hint(lang, &show::day(lang, first), &show::day(lang, last));
        let parameter = self.rulebook.parameter_id("wml_hour");
        let parameter = parameter.and_then(|id| self.rulebook.parameters.get(id.row()));
        let values = parameter.map_or(&[][..], |parameter| &parameter.values);
        let mut citations: Vec<CitationRow> = Vec::new();
        for row in values.iter().flat_map(|value| self.citations(&value.sources)) {
            if !citations.contains(&row) {
                citations.push(row);
            }
        }
        (hint, citations)
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
