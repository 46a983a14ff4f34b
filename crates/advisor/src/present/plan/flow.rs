//! The cash flow of hires, month by month.

use super::super::View;
use super::chart::Chart;
use super::settings::{CENTS, SettingRow, Settings};
use crate::export::csv::{self as file, Cell};
use crate::lang::Lang;
use crate::messages::cash as messages;
use crate::show;
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::Unit;
use steunwijzer_plan::cash_flow::{Afterwards, CashFlow, Column, Missing, NoCashFlow, Standing, cash_flow};
use steunwijzer_plan::hires::{Labour, hires};

/// The cash flow, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashPage {
    /// The lowest point: the amount that must be pre-financed, or why it is not known.
    pub lowest: String,
    /// What that means, in sentences.
    pub finding: Vec<String>,
    /// What to know: what is unknown or assumed, what comes after the last month.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The months.
    pub months: Vec<MonthRow>,
    /// The chart in words.
    pub alternative: String,
    /// The same as a chart, for a wide and for a narrow screen.
    pub charts: [Chart; 2],
    /// The table as a file: numbers, and what each month rests on.
    pub csv: String,
}

impl CashPage {
    /// The lowest point with the sentence that goes on from it, and the others.
    pub fn sentences(&self) -> Vec<String> {
        let first = self.finding.first().map_or("", String::as_str);
        let first = capital(format!("{} {first}", self.lowest).trim());
        std::iter::once(first).chain(self.finding.iter().skip(1).cloned()).collect()
    }
}

/// A sentence begins with a capital, also where an amount in words stands first.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthRow {
    /// `december 2026`.
    pub name: String,
    /// The amounts, in the order of the columns.
    pub cells: Vec<String>,
    /// Whether the lowest point falls in it.
    pub is_lowest: bool,
    /// What its amounts rest on.
    pub standing: Standing,
    /// The same as a mark: *nog niet bekend: aanname*; empty if they are known.
    pub mark: &'static str,
}

/// The page of a cash flow: what can be set, and what comes out or why nothing does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashPart {
    /// What can be set.
    pub settings: Vec<SettingRow>,
    /// What comes out, or why nothing does.
    pub result: Result<Box<CashPage>, &'static str>,
}

impl View<'_> {
    /// The cash flow of the hires, with these settings. The view must be of the whole advice.
    pub fn cash(&self, labour: &Labour, settings: &Settings) -> CashPart {
        let count = self.answers.records(labour.list()).map_or(0, <[_]>::len);
        let inputs = settings.inputs(self.rulebook, labour, self.advice.as_on, count);
        let found = hires(self.rulebook, labour, self.answers, self.advice);
        let result = match cash_flow(self.rulebook, labour, self.answers, &found, &inputs) {
            Ok(flow) => Ok(Box::new(self.cash_page(labour, &flow))),
            Err(NoCashFlow::NotTold(_)) => Err(messages::not_told(self.lang)),
            Err(NoCashFlow::Nobody(_)) => Err(messages::nobody(self.lang)),
            Err(NoCashFlow::NoStart) => Err(messages::no_start(self.lang)),
        };
        CashPart { settings: self.setting_rows(labour, settings, &inputs), result }
    }

    fn cash_page(&self, labour: &Labour, flow: &CashFlow) -> CashPage {
        let lang = self.lang;
        let months = flow.rows().into_iter().map(|row| MonthRow {
            name: show::month(lang, row.month),
            cells: row.cells.iter().map(|cell| money(lang, *cell)).collect(),
            is_lowest: flow.lowest.month == Some(row.month),
            standing: row.standing,
            mark: standing_mark(lang, row.standing),
        });
        let low = flow.lowest.balance.limits().map(|(low, _)| Number::exactly(low));
        let label = low.map_or(String::new(), |low| money(lang, low));
        CashPage {
            lowest: match flow.lowest.balance {
                Number::Unknown => messages::lowest_unknown(lang).to_owned(),
                balance @ Number::Between(..) => money(lang, pre_financed(balance)),
            },
            finding: self.finding(flow),
            notes: self.cash_notes(labour, flow),
            columns: Column::ALL.map(|column| column_name(lang, column)).to_vec(),
            months: months.collect(),
            alternative: self.alternative(flow),
            charts: [Chart::new(lang, flow, &label, false), Chart::new(lang, flow, &label, true)],
            csv: csv(lang, flow),
        }
    }

    /// The lowest point and the subsidy that is advanced, in words.
    fn finding(&self, flow: &CashFlow) -> Vec<String> {
        let lang = self.lang;
        let mut said = Vec::new();
        said.push(match flow.lowest.month {
            Some(month) => messages::lowest(lang, &show::month(lang, month)),
            None if flow.lowest.known_until.is_none() => messages::lowest_open(lang).to_owned(),
            None => messages::never_below(lang).to_owned(),
        });
        if flow.lowest.assumed {
            said.push(messages::lowest_assumed(lang).to_owned());
        }
        if let (false, Some(until)) = (flow.lowest.complete, flow.lowest.known_until) {
            said.push(messages::known_until(lang, &show::month(lang, until)));
        }
        if let Some((_, most)) = flow.advanced.limits() {
            said.push(messages::advanced(lang, &money(lang, Number::exactly(most))));
        }
        said
    }

    fn cash_notes(&self, labour: &Labour, flow: &CashFlow) -> Vec<String> {
        let lang = self.lang;
        let mut notes = Vec::new();
        if let Some(from) = flow.assumed_from {
            let growth = flow.inputs.growth.as_ref();
            let percent = |of: Decimal| show::number(lang, Unit::Percent, of, show::Cents::IfAny);
            let rise = growth.map(|growth| (percent(growth.least), percent(growth.most)));
            let (least, most) = rise.unwrap_or_default();
            notes.push(messages::assumed_from(lang, &least, &show::month(lang, from), &most));
        }
        if let Some(Missing { from, figures }) = &flow.unknown {
            let names = figures.iter().filter_map(|id| self.rulebook.parameters.get(id.row()));
            let names: Vec<&str> = names.map(|parameter| self.text(parameter.text)).collect();
            let month = show::month(lang, *from);
            notes.push(match names.as_slice() {
                [] => messages::unknown_answers(lang, &month),
                names => messages::unknown_figures(lang, &names.join("; "), &month),
            });
        }
        for hire in &flow.hires {
            let name = self.record_name(labour.list(), hire.hire);
            if let Some(first) = hire.below_minimum.first() {
                notes.push(messages::below_minimum(lang, &show::month(lang, *first), &name));
            }
            if hire.no_lks.is_some() {
                notes.push(messages::no_lks(lang, &name));
            }
        }
        notes.extend(self.afterwards(&flow.afterwards));
        notes.push(messages::not_counted(lang).to_owned());
        notes
    }

    fn afterwards(&self, after: &Afterwards) -> Option<String> {
        let lang = self.lang;
        let known = |amount: Number| amount.limits().is_some_and(|limits| limits != (0.into(), 0.into()));
        let parts = [
            (messages::column_lks(lang), after.lks),
            (messages::column_lkv(lang), after.lkv),
            (messages::column_holiday(lang), after.holiday),
        ];
        let said: Vec<String> = parts
            .into_iter()
            .filter(|(_, amount)| known(*amount))
            .map(|(name, amount)| [name, ": ", &money(lang, amount)].concat())
            .collect();
        (!said.is_empty()).then(|| messages::afterwards(lang, &said.join("; ")))
    }

    /// The chart in words: from where to where, and the turning points.
    fn alternative(&self, flow: &CashFlow) -> String {
        let lang = self.lang;
        let name = |date: Date| show::month(lang, date);
        let (Some(first), Some(last)) = (flow.months.first(), flow.months.last()) else {
            return String::new();
        };
        let mut said = vec![messages::chart(lang, &name(first.first), &name(last.first))];
        if let Some(month) = flow.lowest.month {
            said.push(messages::chart_lowest(lang, &money(lang, flow.lowest.balance), &name(month)));
        }
        let end = flow.months.iter().rev().find(|month| month.balance != Number::Unknown);
        said.extend(
            end.map(|month| messages::chart_end(lang, &money(lang, month.balance), &name(month.first))),
        );
        said.join(" ")
    }
}

/// What must be there: the balance without its sign.
fn pre_financed(balance: Number) -> Number {
    Number::exactly(Decimal::ZERO).minus(balance)
}

fn money(lang: Lang, amount: Number) -> String {
    show::amount(lang, Unit::Euro, amount, CENTS)
}

fn standing_mark(lang: Lang, standing: Standing) -> &'static str {
    match standing {
        Standing::Known => "",
        Standing::Assumed => messages::mark_assumed(lang),
        Standing::Unknown => messages::mark_unknown(lang),
    }
}

fn column_name(lang: Lang, column: Column) -> &'static str {
    match column {
        Column::Wage => messages::column_wage(lang),
        Column::Holiday => messages::column_holiday(lang),
        Column::Charges => messages::column_charges(lang),
        Column::Lks => messages::column_lks(lang),
        Column::Lkv => messages::column_lkv(lang),
        Column::Net => messages::column_net(lang),
        Column::Balance => messages::column_balance(lang),
        Column::Advanced => messages::column_advanced(lang),
    }
}

/// The table as a file: the month, of each column the lowest and the highest number (empty where it is
/// not known), and what the month rests on.
pub fn csv(lang: Lang, flow: &CashFlow) -> String {
    let ends = [messages::lowest_of(lang), messages::highest_of(lang)];
    let names = Column::ALL
        .iter()
        .flat_map(|column| ends.map(|end| [column_name(lang, *column), " (", end, ")"].concat()));
    let names: Vec<String> = std::iter::once(messages::column_month(lang).to_owned())
        .chain(names)
        .chain(std::iter::once(messages::column_standing(lang).to_owned()))
        .collect();
    let rows = flow.rows().into_iter().map(|row| {
        let parts = row.month.parts();
        let month = Cell::Text(format!("{}-{:02}", parts.year, parts.month));
        let cells = row.cells.iter().flat_map(|cell| match cell.limits() {
            Some((low, high)) => [low, high].map(in_cents),
            None => [Cell::Empty, Cell::Empty],
        });
        let mark = match row.standing {
            Standing::Known => messages::mark_known(lang),
            Standing::Assumed | Standing::Unknown => standing_mark(lang, row.standing),
        };
        std::iter::once(month).chain(cells).chain([Cell::Text(mark.to_owned())]).collect()
    });
    file::csv(lang, &names, rows)
}

fn in_cents(mut value: Decimal) -> Cell {
    value.rescale(2);
    Cell::Number(value)
}
