//! Where things stand in the chart of a cash flow: two drawings under each other with the same months,
//! the money of each month above, the balance below. All in whole pixels.

use crate::lang::Lang;
use crate::show;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use steunwijzer_engine::number::Number;
use steunwijzer_plan::cash_flow::{CashFlow, MonthFlow};

/// A chart for one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Where the plot begins from the left.
    pub left: i32,
    /// Money of the months.
    pub bars: Vec<Bar>,
    /// Lines across with their amounts.
    pub ticks: Vec<Tick>,
    /// The names of months under the plots: from the left, from the top, and the name.
    pub names: Vec<(i32, i32, String)>,
    /// The lowest balance possible, as the points of a stepped line.
    pub line: String,
    /// The highest balance possible, where it is another.
    pub other_line: String,
    /// The lowest point: from the left, from the top, and its amount.
    pub lowest: Option<(i32, i32, String)>,
    /// From where on nothing is known, and how wide that is.
    pub unknown: Option<(i32, i32)>,
}

/// The money of a month that is of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its kind: `out`, `lks` or `lkv`.
    pub kind: &'static str,
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
}

/// A line across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// From the top.
    pub y: i32,
    /// The amount.
    pub text: String,
    /// Whether it is zero.
    pub is_zero: bool,
}

/// Amounts from the highest to the lowest, over a piece of the height.
struct Axis {
    top: i32,
    height: i32,
    most: Decimal,
    least: Decimal,
}

const GAP: i32 = 28;
const NAMES: i32 = 56;

impl Axis {
    fn of(top: i32, height: i32, values: impl Iterator<Item = Decimal>) -> Axis {
        let (mut most, mut least) = (Decimal::ZERO, Decimal::ZERO);
        for value in values {
            (most, least) = (most.max(value), least.min(value));
        }
        if most == least {
            most = Decimal::ONE_THOUSAND;
        }
        Axis { top, height, most, least }
    }

    fn y(&self, value: Decimal) -> i32 {
        let part = || {
            let span = self.most.checked_sub(self.least)?;
            let down = self.most.checked_sub(value)?;
            down.checked_mul(self.height.into())?.checked_div(span)?.round().to_i32()
        };
        self.top + part().unwrap_or(0).clamp(0, self.height)
    }

    /// Round amounts within the axis, at most six.
    fn ticks(&self, lang: Lang) -> Vec<Tick> {
        let Some(span) = self.most.checked_sub(self.least) else { return Vec::new() };
        let fits = |step: &Decimal| span.checked_div(*step).is_some_and(|count| count <= 5.into());
        let decades = (2u32..9).map(|power| 10i64.saturating_pow(power));
        let steps = decades.flat_map(|ten| [ten, ten * 2, ten * 5].map(Decimal::from));
        let Some(step) = steps.into_iter().find(fits) else { return Vec::new() };
        let counts = (-6i64..=6).map(|count| Decimal::from(count) * step);
        let inside = counts.filter(|value| self.least <= *value && *value <= self.most);
        let tick = |value: Decimal| Tick {
            y: self.y(value),
            text: show::decimal(lang, value, 0),
            is_zero: value.is_zero(),
        };
        inside.map(tick).collect()
    }
}

impl Chart {
    /// The chart of a cash flow; `label` stands at the lowest point.
    pub(super) fn new(lang: Lang, flow: &CashFlow, label: &str, is_narrow: bool) -> Chart {
        let (width, left, [above, below]) =
            if is_narrow { (320, 72, [150, 150]) } else { (880, 80, [180, 190]) };
        let out = |month: &MonthFlow| month.entry.out().limits().map(|(_, high)| -high);
        let lks = |month: &MonthFlow| low(month.entry.lks);
        let all_in = |month: &MonthFlow| low(month.entry.received());
        let money = flow.months.iter().flat_map(|month| [out(month), all_in(month)]).flatten();
        let months = Axis::of(10, above, money);
        let balances = flow.months.iter().filter_map(|month| month.balance.limits());
        let balance = Axis::of(10 + above + GAP, below, balances.flat_map(|(low, high)| [low, high]));
        let count = i32::try_from(flow.months.len()).unwrap_or(1).max(1);
        let at = |row: i32| left + (width - left) * row / count;
        let mut bars = Vec::new();
        for (row, month) in (0i32..).zip(&flow.months) {
            let gap = if is_narrow { 1 } else { 4 };
            let (x, wide) = (at(row) + gap, (at(row + 1) - at(row) - 2 * gap).max(2));
            let mut bar = |kind, from: Decimal, to: Decimal| {
                let (y, bottom) = (months.y(from.max(to)), months.y(from.min(to)));
                if bottom > y {
                    bars.push(Bar { kind, x, y, width: wide, height: bottom - y });
                }
            };
            if let Some(out) = out(month) {
                bar("out", Decimal::ZERO, out);
            }
            let received = lks(month).unwrap_or_default();
            bar("lks", Decimal::ZERO, received);
            if let Some(all) = all_in(month) {
                bar("lkv", received, all);
            }
        }
        let mut ticks = months.ticks(lang);
        ticks.extend(balance.ticks(lang));
        let known = flow.months.iter().take_while(|month| month.balance != Number::Unknown).count();
        let known = i32::try_from(known).unwrap_or(count);
        Chart {
            width,
            height: 10 + above + GAP + below + NAMES,
            left,
            bars,
            ticks,
            names: names(lang, flow, is_narrow, &at, 10 + above + GAP + below + 44),
            line: stepped(flow, &at, &balance, |(low, _)| low),
            other_line: if balances_differ(flow) {
                stepped(flow, &at, &balance, |(_, high)| high)
            } else {
                String::new()
            },
            lowest: lowest(flow, &at, &balance, label),
            unknown: (known < count).then(|| (at(known), width - at(known))),
        }
    }
}

fn low(amount: Number) -> Option<Decimal> {
    amount.limits().map(|(low, _)| low)
}

fn balances_differ(flow: &CashFlow) -> bool {
    flow.months.iter().any(|month| month.balance.limits().is_some_and(|(low, high)| low != high))
}

/// A balance stays as it is until the next month: a stepped line.
fn stepped(
    flow: &CashFlow,
    at: &dyn Fn(i32) -> i32,
    axis: &Axis,
    of: fn((Decimal, Decimal)) -> Decimal,
) -> String {
    let known = flow.months.iter().map_while(|month| month.balance.limits());
    let points = (0i32..).zip(known).map(|(row, limits)| {
        let y = axis.y(of(limits));
        format!("{},{y} {},{y}", at(row), at(row + 1))
    });
    points.collect::<Vec<_>>().join(" ")
}

fn lowest(flow: &CashFlow, at: &dyn Fn(i32) -> i32, axis: &Axis, label: &str) -> Option<(i32, i32, String)> {
    let month = flow.lowest.month?;
    let (row, found) = (0i32..).zip(&flow.months).find(|(_, one)| one.first == month)?;
    let (low, _) = found.balance.limits()?;
    Some(((at(row) + at(row + 1)) / 2, axis.y(low), label.to_owned()))
}

/// Names under the months: every third on a wide chart, every eighth on a narrow one, with the year.
fn names(
    lang: Lang,
    flow: &CashFlow,
    is_narrow: bool,
    at: &dyn Fn(i32) -> i32,
    top: i32,
) -> Vec<(i32, i32, String)> {
    let every = if is_narrow { 8 } else { 3 };
    let shown = (0i32..).zip(&flow.months).filter(|(row, _)| row % every == 0);
    let name = |(row, month): (i32, &MonthFlow)| {
        let parts = month.first.parts();
        (at(row), top, [show::month_short(lang, parts.month), " ", &parts.year.to_string()].concat())
    };
    shown.map(name).collect()
}
