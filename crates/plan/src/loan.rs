//! What a loan costs: the monthly payment, the total, and whether it can be repaid.
//!
//! Every shown amount is rounded half up to the cent and later lines use the rounded amounts; the last
//! instalment pays what is left, so that the repayments add up to the loan. No rate is assumed: it is
//! the caller's, from a dated figure or from the visitor.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::fmt;
use steunwijzer_engine::number::{Number, Rounding, to_cent};
use steunwijzer_engine::truth::Truth;

/// The longest term, in months.
pub const LONGEST: u32 = 480;
/// Months in a year.
const YEAR: u32 = 12;

/// How a loan is repaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repayment {
    /// The same payment every month.
    Annuity,
    /// The same repayment every month, with interest on what is left.
    Linear,
}

/// A loan as it is agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loan {
    /// What is borrowed, in euro.
    pub principal: Decimal,
    /// Interest per year as a share (0.0719 is 7.19 %), charged each month for a twelfth.
    pub rate: Decimal,
    /// Months from the first interest to the last instalment.
    pub months: u32,
    /// Months at the beginning in which only interest is paid; part of `months`.
    pub interest_only: u32,
    /// How it is repaid after those.
    pub repayment: Repayment,
    /// Costs paid once at the start: a commission, a guarantee fee.
    pub costs: Decimal,
}

/// One month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    /// The month, from 1.
    pub month: u32,
    /// Interest.
    pub interest: Decimal,
    /// Repayment.
    pub repaid: Decimal,
    /// Both together.
    pub paid: Decimal,
    /// What is still owed after it.
    pub left: Decimal,
}

/// A loan month by month, with its totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Every month.
    pub instalments: Vec<Instalment>,
    /// All interest.
    pub interest: Decimal,
    /// Interest and costs: what the loan costs.
    pub cost: Decimal,
    /// Interest, repayment and costs.
    pub paid: Decimal,
}

/// Why a loan cannot be worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoanError {
    /// The term is not between 1 and [`LONGEST`] months.
    Term,
    /// Interest only leaves no month to repay in.
    NeverRepaid,
    /// An amount is negative, has parts of a cent, or is 100 billion or more.
    Amount,
    /// The rate is not between 0 and 100 % a year.
    Rate,
}

impl fmt::Display for LoanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LoanError::Term => "the term is not between 1 and 480 months",
            LoanError::NeverRepaid => "no month is left to repay in",
            LoanError::Amount => "the amount is negative, has parts of a cent or is too large",
            LoanError::Rate => "the rate is not between 0 and 100 % a year",
        })
    }
}

impl std::error::Error for LoanError {}

/// The loan month by month.
///
/// # Errors
/// If the loan is not one that can be repaid; see [`LoanError`].
pub fn schedule(loan: &Loan) -> Result<Schedule, LoanError> {
    check(loan)?;
    let monthly = loan.rate / Decimal::from(YEAR);
    let turns = loan.months - loan.interest_only;
    let fixed = to_cent(match loan.repayment {
        Repayment::Annuity => loan.principal * factor(monthly, turns),
        Repayment::Linear => loan.principal / Decimal::from(turns),
    });
    let mut left = loan.principal;
    let mut instalments = Vec::with_capacity(loan.months as usize);
    for month in 1..=loan.months {
        let interest = to_cent(left * monthly);
        let repaid = if month <= loan.interest_only {
            Decimal::ZERO
        } else if month == loan.months {
            left
        } else {
            match loan.repayment {
                Repayment::Annuity => (fixed - interest).max(Decimal::ZERO).min(left),
                Repayment::Linear => fixed.min(left),
            }
        };
        left -= repaid;
        instalments.push(Instalment { month, interest, repaid, paid: interest + repaid, left });
    }
    let interest: Decimal = instalments.iter().map(|month| month.interest).sum();
    let cost = interest + loan.costs;
    Ok(Schedule { instalments, interest, cost, paid: cost + loan.principal })
}

impl Schedule {
    /// What the heaviest twelve months in a row ask: the debt service of a year. A shorter loan: all
    /// of it.
    pub fn debt_service(&self) -> Decimal {
        let paid: Vec<Decimal> = self.instalments.iter().map(|month| month.paid).collect();
        let window = (YEAR as usize).min(paid.len()).max(1);
        paid.windows(window).map(|year| year.iter().sum()).max().unwrap_or_default()
    }
}

/// The first full payment of a month for every combination of a loan, a rate and a term, before
/// interest-only months: rounded to the cent. Unknown if any of them is, or if no loan is possible.
pub fn monthly_payment(principal: Number, rate: Number, months: (u32, u32), repayment: Repayment) -> Number {
    let corner = |principal: Decimal, rate: Decimal, months: u32| {
        let loan = loan(principal, rate, months, repayment);
        check(&loan).ok()?;
        let monthly = rate / Decimal::from(YEAR);
        Some(match repayment {
            Repayment::Annuity => principal * factor(monthly, months),
            Repayment::Linear => principal / Decimal::from(months) + principal * monthly,
        })
    };
    // More money and interest make it higher, more months lower.
    match (principal.limits(), rate.limits()) {
        (Some((least, most)), Some((low, high))) if months.0 <= months.1 => {
            match (corner(least, low, months.1), corner(most, high, months.0)) {
                (Some(low), Some(high)) => Number::Between(low, high).rounded(Rounding::HalfUp, 2),
                (None, _) | (_, None) => Number::Unknown,
            }
        }
        (Some(_) | None, Some(_) | None) => Number::Unknown,
    }
}

/// Cash available for debt service in a year, divided by interest and repayment of a year. Must be
/// above 1 (KVK norm). Unknown if nothing is owed, or if one of both is unknown.
pub fn debt_service_ratio(cash: Number, service: Number) -> Number {
    cash.over(service)
}

/// Whether the debt service of a year can be paid: less than the cash that is available for it.
pub fn can_repay(cash: Number, service: Number) -> Truth {
    service.less(cash)
}

/// The largest loan, in whole cents, whose debt service stays below the cash of a year. Monthly rounding
/// ends up in the last instalment, so a loan of a little more may be possible as well.
///
/// # Errors
/// If no loan is possible with this rate and term.
pub fn capacity(
    cash: Decimal,
    rate: Decimal,
    months: u32,
    repayment: Repayment,
) -> Result<Decimal, LoanError> {
    let sample = Decimal::from(1_000_000);
    let service = schedule(&loan(sample, rate, months, repayment))?.debt_service();
    let fits = |principal: Decimal| {
        schedule(&loan(principal, rate, months, repayment)).is_ok_and(|plan| plan.debt_service() < cash)
    };
    // Debt service grows with the loan: a good guess, then half the distance until one cent is left.
    let guess = cash.checked_div(service).and_then(|times| times.checked_mul(sample)).unwrap_or_default();
    let guess = cents(guess).clamp(0, MOST_CENTS - 1);
    let (mut most, mut too_much) = ((guess - 1_000).max(0), (guess + 1_000).min(MOST_CENTS));
    if !fits(Decimal::new(most, 2)) {
        (most, too_much) = (0, most);
    } else if fits(Decimal::new(too_much, 2)) {
        (most, too_much) = (too_much, MOST_CENTS);
    }
    while too_much - most > 1 {
        let middle = most + (too_much - most) / 2;
        if fits(Decimal::new(middle, 2)) {
            most = middle;
        } else {
            too_much = middle;
        }
    }
    Ok(Decimal::new(most, 2))
}

fn cents(euro: Decimal) -> i64 {
    euro.checked_mul(Decimal::ONE_HUNDRED).and_then(|cents| cents.trunc().to_i64()).unwrap_or(MOST_CENTS)
}

/// 100 billion euro: far above any loan, far below what 28 digits can hold.
const MOST_CENTS: i64 = 10_000_000_000_000;

fn loan(principal: Decimal, rate: Decimal, months: u32, repayment: Repayment) -> Loan {
    Loan { principal, rate, months, interest_only: 0, repayment, costs: Decimal::ZERO }
}

fn check(loan: &Loan) -> Result<(), LoanError> {
    if !(1..=LONGEST).contains(&loan.months) {
        return Err(LoanError::Term);
    }
    if loan.interest_only >= loan.months {
        return Err(LoanError::NeverRepaid);
    }
    let amount = |value: Decimal| {
        value >= Decimal::ZERO && value < Decimal::new(MOST_CENTS, 2) && value == to_cent(value)
    };
    if !amount(loan.principal) || !amount(loan.costs) {
        return Err(LoanError::Amount);
    }
    if loan.rate < Decimal::ZERO || loan.rate > Decimal::ONE {
        return Err(LoanError::Rate);
    }
    Ok(())
}

/// The payment per euro of a loan repaid in equal payments: i / (1 − (1 + i)^−n).
fn factor(monthly: Decimal, months: u32) -> Decimal {
    let even = Decimal::ONE / Decimal::from(months.max(1));
    if monthly.is_zero() {
        return even;
    }
    // At most (1 + 1/12)^480, about 5 × 10^16: no overflow. Rounding to 28 digits stays far below a
    // cent.
    let mut growth = Decimal::ONE;
    for _ in 0..months {
        growth *= Decimal::ONE + monthly;
    }
    let above = growth - Decimal::ONE;
    // A rate below 10^-26 vanishes in 28 digits: repayment alone.
    (monthly * growth).checked_div(above).unwrap_or(even)
}
