//! The test for an undertaking in difficulty: art. 2(18) of the block exemption (text not seen). Its
//! figures end with the block exemption; after that day nothing is known.

use super::rules::SizeRules;
use rust_decimal::Decimal;
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::truth::Truth;

/// What the test asks of a firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmHealth {
    /// Whether it is an SME: younger than three years, its losses do not count.
    pub sme: Truth,
    /// The first and the last day on which it can have been founded.
    pub founded: (Date, Date),
    /// Its capital and losses.
    pub capital: Capital,
    /// Whether it is insolvent, or meets the criteria for it on request of its creditors.
    pub insolvent: Truth,
    /// Whether it got rescue aid and has not repaid it.
    pub rescue_aid: Truth,
    /// Whether it got restructuring aid and is still under the plan.
    pub restructuring: Truth,
    /// The last two years, for a firm that is no SME.
    pub years: [LargeFirmYear; 2],
}

/// Capital, with what became of it. Amounts in euro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capital {
    /// Limited liability: bv, nv, coöperatie.
    Limited {
        /// Subscribed capital with share premium.
        subscribed: Number,
        /// All that counts as own funds besides: reserves.
        reserves: Number,
        /// Accumulated losses, as a positive amount.
        losses: Number,
    },
    /// Partners with unlimited liability: eenmanszaak, vof, maatschap, cv.
    Unlimited {
        /// Capital in the accounts, before the losses.
        capital: Number,
        /// Losses, as a positive amount.
        losses: Number,
    },
    /// No capital of which a half can be lost: stichting, vereniging. A person looks at it.
    None,
    /// Not told.
    NotTold,
}

/// A year of a firm that is no SME. Amounts in euro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LargeFirmYear {
    /// Debt in the books.
    pub debt: Number,
    /// Equity in the books.
    pub equity: Number,
    /// Result before interest, tax and depreciation.
    pub ebitda: Number,
    /// Interest.
    pub interest: Number,
}

/// A test of which one is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DifficultyTest {
    /// Losses took more than half of the capital.
    CapitalLost,
    /// Insolvent, or nearly.
    Insolvent,
    /// Rescue aid not repaid, or a restructuring plan still runs.
    RescueAid,
    /// No SME, and for two years too much debt and too little to pay interest from.
    DebtAndInterest,
}

/// The state of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TestState {
    /// It holds: in difficulty.
    Met,
    /// It does not.
    NotMet,
    /// An answer or a figure leaves it open.
    Open,
    /// It does not look at this firm: too young, or an SME.
    NotAsked,
    /// A person looks at it.
    PersonDecides,
}

/// The verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DifficultyState {
    /// In difficulty, by this test.
    InDifficulty(DifficultyTest),
    /// Not in difficulty.
    NotInDifficulty,
    /// No test holds, but of this one a person decides.
    PersonDecides(DifficultyTest),
    /// This test is open.
    Open(DifficultyTest),
}

/// The outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Difficulty {
    /// The verdict, with the test that decided.
    pub state: DifficultyState,
    /// Every test.
    pub tests: [(DifficultyTest, TestState); 4],
    /// The figures used.
    pub figures: Vec<FigureUsed>,
}

impl LargeFirmYear {
    /// Nothing told.
    pub const NOT_TOLD: LargeFirmYear = LargeFirmYear {
        debt: Number::Unknown,
        equity: Number::Unknown,
        ebitda: Number::Unknown,
        interest: Number::Unknown,
    };
}

impl SizeRules<'_> {
    /// Judges whether a firm is in difficulty.
    pub fn difficulty(&self, firm: &FirmHealth) -> Difficulty {
        let tests = [
            (DifficultyTest::Insolvent, firm.insolvent.into()),
            (DifficultyTest::RescueAid, (firm.rescue_aid | firm.restructuring).into()),
            (DifficultyTest::CapitalLost, self.capital_lost(firm)),
            (DifficultyTest::DebtAndInterest, self.debt_and_interest(firm)),
        ];
        let ids = [self.ids.capital_share, self.ids.young_age, self.ids.debt_ratio, self.ids.interest_cover];
        Difficulty { state: verdict(&tests), tests, figures: ids.map(|id| self.figure(id)).to_vec() }
    }

    /// Younger than three years and an SME: losses do not count yet.
    fn young_sme(&self, firm: &FirmHealth) -> Truth {
        let age = |founded: Date| Decimal::from(founded.months_until(self.as_on).0.max(0));
        let (first, last) = (firm.founded.0.min(firm.founded.1), firm.founded.0.max(firm.founded.1));
        let age = Number::Between(age(last), age(first));
        age.less(self.figure(self.ids.young_age).value) & firm.sme
    }

    fn capital_lost(&self, firm: &FirmHealth) -> TestState {
        let young = self.young_sme(firm);
        if young == Truth::Yes {
            return TestState::NotAsked;
        }
        let zero = Number::exactly(Decimal::ZERO);
        let (capital, lost) = match firm.capital {
            Capital::Limited { subscribed, reserves, losses } => (subscribed, losses.minus(reserves)),
            Capital::Unlimited { capital, losses } => (capital, losses),
            Capital::None => return TestState::PersonDecides,
            Capital::NotTold => (Number::Unknown, Number::Unknown),
        };
        let share = self.figure(self.ids.capital_share).value;
        let more_than_half = share.times(capital.greatest(zero)).less(lost);
        (more_than_half & !young).into()
    }

    fn debt_and_interest(&self, firm: &FirmHealth) -> TestState {
        if firm.sme == Truth::Yes {
            return TestState::NotAsked;
        }
        let (debt_ratio, cover) = (self.figure(self.ids.debt_ratio), self.figure(self.ids.interest_cover));
        let both = firm.years.iter().fold(Truth::Yes, |both, year| {
            both & year.too_much_debt(debt_ratio.value) & year.too_little_cover(cover.value)
        });
        (both & !firm.sme).into()
    }
}

impl LargeFirmYear {
    /// Debt above the ratio times the equity. Without equity any debt is too much.
    fn too_much_debt(&self, ratio: Number) -> Truth {
        ratio.times(self.equity.greatest(Number::exactly(Decimal::ZERO))).less(self.debt)
    }

    /// The result covers less than the interest. Without interest there is nothing to cover.
    fn too_little_cover(&self, cover: Number) -> Truth {
        let owes = Number::exactly(Decimal::ZERO).less(self.interest);
        owes & self.ebitda.less(cover.times(self.interest))
    }
}

impl From<Truth> for TestState {
    fn from(truth: Truth) -> TestState {
        match truth {
            Truth::Yes => TestState::Met,
            Truth::No => TestState::NotMet,
            Truth::Open => TestState::Open,
        }
    }
}

/// One test that holds is enough; what is open comes before what a person decides.
fn verdict(tests: &[(DifficultyTest, TestState)]) -> DifficultyState {
    let first = |state| tests.iter().find(|(_, found)| *found == state).map(|(test, _)| *test);
    if let Some(test) = first(TestState::Met) {
        DifficultyState::InDifficulty(test)
    } else if let Some(test) = first(TestState::Open) {
        DifficultyState::Open(test)
    } else if let Some(test) = first(TestState::PersonDecides) {
        DifficultyState::PersonDecides(test)
    } else {
        DifficultyState::NotInDifficulty
    }
}
