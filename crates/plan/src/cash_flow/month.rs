//! Reads the rules as on the first day of each month.

use super::assumed::{factor, last_known};
use super::calendar::{self, Month, cents};
use super::inputs::{Inputs, Labelled, Wage};
use super::{Missing, MonthFlow};
use crate::hires::{Labour, LkvScheme, first_january, zero};
use rust_decimal::Decimal;
use std::rc::Rc;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate::Scope;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{Amounts, DefinitionId, ParameterId, Rulebook, Scheme, SchemeId};
use steunwijzer_engine::slot::Slot;
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::world::World;

/// The rules as on the first day of every month, with the answers of then: everybody grows older.
pub(super) struct Reader<'r> {
    pub(super) rulebook: &'r Rulebook,
    pub(super) labour: &'r Labour,
    pub(super) answers: &'r Answers,
    pub(super) inputs: &'r Inputs,
    pub(super) months: Vec<Month>,
    views: Vec<View<'r>>,
}

/// What one month looks at.
struct View<'r> {
    now: World<'r>,
    /// With the ages of the first working day, which count until the first 1 January; only when somebody
    /// grows older since.
    at_start: Option<World<'r>>,
    /// The ages of now, on the last day with a known hourly and monthly minimum wage; only when that day
    /// has passed and a rise is assumed.
    last_hour: Option<Rc<World<'r>>>,
    last_month: Option<Rc<World<'r>>>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(
        rulebook: &'r Rulebook,
        labour: &'r Labour,
        answers: &'r Answers,
        inputs: &'r Inputs,
        months: Vec<Month>,
    ) -> Reader<'r> {
        let passed = |parameter: ParameterId, month: &Month| {
            let last = last_known(rulebook, parameter).filter(|last| *last < month.first);
            last.filter(|_| inputs.growth.is_some())
        };
        let view = |month: &Month| {
            let grown = grown(rulebook, labour, answers, *month);
            let on = |day: Date| World::new(rulebook, &grown, day);
            let last_hour = passed(labour.hour_wage, month).map(|day| Rc::new(on(day)));
            let last_month = passed(labour.month_wage, month).map(|day| match &last_hour {
                Some(world) if world.as_on == day => Rc::clone(world),
                Some(_) | None => Rc::new(on(day)),
            });
            let older = grown != *answers;
            let at_start = older.then(|| World::new(rulebook, answers, month.first));
            View { now: on(month.first), at_start, last_hour, last_month }
        };
        Reader { views: months.iter().map(view).collect(), rulebook, labour, answers, inputs, months }
    }

    /// The months with their rows.
    pub(super) fn each_month(&self) -> impl Iterator<Item = (usize, Month)> + '_ {
        self.months.iter().copied().enumerate()
    }

    /// The wage of a whole month, and whether it certainly lies below the minimum.
    pub(super) fn pay(&self, row: usize, whose: Whose, wage: Labelled<Wage>) -> (Number, bool) {
        let minimum = self.minimum_pay(row, whose);
        match wage.value {
            Wage::Minimum => (minimum, false),
            Wage::Above(share) => {
                let share = share.max(Decimal::ZERO).checked_add(Decimal::ONE);
                (share.map_or(Number::Unknown, |share| minimum.times(Number::exactly(share))), false)
            }
            Wage::PerMonth(amount) => {
                let amount = Number::exactly(amount.max(Decimal::ZERO));
                (amount, amount.less(cents(minimum)) == Truth::Yes)
            }
        }
    }

    fn minimum_pay(&self, row: usize, whose: Whose) -> Number {
        let Some(view) = self.views.get(row) else { return Number::Unknown };
        let pay = self.labour.minimum_pay;
        match (self.defined(&view.now, pay, whose).as_number(), &view.last_hour, self.inputs.growth) {
            (Number::Unknown, Some(last), Some(growth)) => {
                let day = view.now.as_on;
                self.defined(last, pay, whose).as_number().times(factor(growth, last.as_on, (day, day)))
            }
            (pay, _, _) => pay,
        }
    }

    /// A line of a scheme of loonkostensubsidie for a whole month.
    pub(super) fn lks(&self, row: usize, whose: Whose, scheme: SchemeId, line: usize) -> Number {
        let (Some(view), Some(scheme)) = (self.views.get(row), self.rulebook.schemes.get(scheme.row()))
        else {
            return Number::Unknown;
        };
        // Until the first 1 January the age of the first working day counts.
        let set_at_start = calendar::start(self.rulebook, self.labour, self.answers, whose)
            .is_some_and(|(first, _)| first_january(view.now.as_on) <= first);
        let at_start = view.at_start.as_ref().filter(|_| set_at_start);
        let world = at_start.unwrap_or(&view.now);
        let scope = Scope::new(world, world.slots(whose));
        match line_of(&scope, scheme, line, None) {
            Number::Unknown => self
                .assumed_base(view, world, whose)
                .map_or(Number::Unknown, |base| line_of(&scope, scheme, line, Some(base))),
            known @ Number::Between(..) => known,
        }
    }

    /// The minimum wage that counts for the subsidy, with the rise that the visitor assumes.
    fn assumed_base(&self, view: &View<'_>, world: &World<'_>, whose: Whose) -> Option<Number> {
        let (growth, last) = (self.inputs.growth?, view.last_month.as_ref()?);
        let (first, until) = self.defined(world, self.labour.lks_wage_day, whose).days();
        let base = |world: &World<'_>| self.defined(world, self.labour.lks_base, whose).as_number();
        let assumed = base(last).times(factor(growth, last.as_on, (first, until)));
        let base = if first <= last.as_on {
            let grown = grown(self.rulebook, self.labour, self.answers, Month { first, next: first });
            assumed.hull(base(&World::new(self.rulebook, &grown, first)))
        } else {
            assumed
        };
        Some(cents(base))
    }

    /// The hours that a loonkostenvoordeel counts in a year of months like this one, as far as its
    /// lasting tests hold.
    pub(super) fn paid_hours(&self, row: usize, whose: Whose, lkv: &LkvScheme) -> Number {
        let (Some(view), Some(scheme)) = (self.views.get(row), self.rulebook.schemes.get(lkv.scheme.row()))
        else {
            return Number::Unknown;
        };
        let scope = Scope::new(&view.now, view.now.slots(whose));
        let hours = line_of(&scope, scheme, 0, None);
        let lasts = lkv.lasting.iter().map(|node| scope.value(*node).truth());
        match lasts.fold(true.into(), |all, one| all & one) {
            Truth::Yes => hours,
            Truth::No => zero(),
            Truth::Open => hours.hull(zero()),
        }
    }

    /// A loonkostenvoordeel over these paid hours, at the figures of a month.
    pub(super) fn lkv(&self, row: usize, whose: Whose, lkv: &LkvScheme, hours: Number) -> Number {
        let (Some(view), Some(scheme)) = (self.views.get(row), self.rulebook.schemes.get(lkv.scheme.row()))
        else {
            return Number::Unknown;
        };
        let scope = Scope::new(&view.now, view.now.slots(whose));
        line_of(&scope, scheme, lkv.total, Some(hours))
    }

    /// A definition in a month.
    pub(super) fn definition(&self, row: usize, whose: Whose, id: DefinitionId) -> Value {
        self.views.get(row).map_or(Value::Number(Number::Unknown), |view| self.defined(&view.now, id, whose))
    }

    fn defined(&self, world: &World<'_>, id: DefinitionId, whose: Whose) -> Value {
        let definition = self.rulebook.definitions.get(id.row());
        let value = |node| Scope::new(world, world.slots(whose)).value(node);
        definition.map_or(Value::Number(Number::Unknown), |definition| value(definition.value))
    }

    /// The first month of which something is not known, with the figures that have no value then.
    pub(super) fn missing(&self, months: &[MonthFlow]) -> Option<Missing> {
        let unknown = |month: &&MonthFlow| month.net == Number::Unknown || month.advanced == Number::Unknown;
        let from = months.iter().find(unknown)?.first;
        let figures = [self.labour.hour_wage, self.labour.month_wage];
        let ended =
            |parameter: &ParameterId| last_known(self.rulebook, *parameter).is_some_and(|last| last < from);
        Some(Missing { from, figures: figures.into_iter().filter(ended).collect() })
    }

    /// The first month that rests on the assumed rise and in which anything goes out.
    pub(super) fn assumed_from(&self, months: &[MonthFlow]) -> Option<Date> {
        let rests = |view: &View<'_>| view.last_hour.is_some() || view.last_month.is_some();
        let each = self.views.iter().zip(months);
        let mut assumed = each.filter(|(view, month)| rests(view) && month.entry.out() != zero());
        assumed.next().map(|(_, month)| month.first)
    }
}

/// The value of an amount line, whatever the verdict; `first` replaces the first line.
///
/// Each line is rounded as shown and later lines use the rounded amount, as in the advice.
fn line_of(scope: &Scope<'_>, scheme: &Scheme, row: usize, first: Option<Number>) -> Number {
    let Amounts::Lines(lines) = &scheme.amounts else {
        return Number::Unknown;
    };
    let mut done: Vec<Number> = Vec::with_capacity(lines.len());
    for line in lines.iter().take(row + 1) {
        let (rounding, places) = line.rounding;
        let value = match first.filter(|_| done.is_empty()) {
            Some(given) => given,
            None => scope.with_lines(&done).value(line.value).as_number().rounded(rounding, places),
        };
        done.push(value);
    }
    done.get(row).copied().unwrap_or(Number::Unknown)
}

/// The answers with the ages of a month: from the age on its last 1 January to that on its last day.
fn grown(rulebook: &Rulebook, labour: &Labour, answers: &Answers, month: Month) -> Answers {
    let mut grown = answers.clone();
    let count = answers.records(labour.hires).map_or(0, <[_]>::len);
    let Some(question) = rulebook.questions.get(labour.age.row()) else {
        return grown;
    };
    let all = question.answer.anything(rulebook.municipalities.len());
    for row in (0u16..).take(count) {
        let whose = Whose::Record(labour.hires, row);
        let Some((youngest, oldest)) = calendar::age(rulebook, labour, answers, whose) else {
            continue;
        };
        let (low, high) = match calendar::start(rulebook, labour, answers, whose) {
            None => (youngest, all.high),
            Some((first, last)) => {
                let birthdays = |from: Date, until: Date| i64::from(from.months_until(until).0.max(0) / 12);
                let may_have_one_more = i64::from(first < month.next.plus_days(-1));
                (
                    youngest + birthdays(last, first_january(month.first)),
                    oldest + birthdays(first, month.next.plus_days(-1)) + may_have_one_more,
                )
            }
        };
        let slot = Slot::between(low.clamp(all.low, all.high), high.clamp(all.low, all.high));
        // The slot lies inside the bounds and the record exists, so this cannot be refused.
        let _taken = grown.set(rulebook, labour.age, whose, Some(Answer::Known(slot)));
    }
    grown
}
