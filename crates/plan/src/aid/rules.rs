//! What the account reads of a rulebook, looked up once.

use crate::figures::{MissingRule, Names, required};
use steunwijzer_engine::advice::FigureUsed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::figure::FigureReader;
use steunwijzer_engine::rulebook::{AnswerType, ListId, ParameterId, QuestionId, Rulebook};

/// A ceiling of de minimis aid: each counts its own aid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ceiling {
    /// General de minimis aid.
    General,
    /// De minimis aid for a service of general economic interest.
    Sgei,
    /// De minimis aid for farming.
    Agriculture,
    /// De minimis aid for fishery.
    Fishery,
}

/// The rules under which aid was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Regime {
    /// De minimis, under this ceiling.
    Under(Ceiling),
    /// Other aid: it takes no room under a ceiling.
    Other,
}

/// The regimes that are still possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Regimes(u8);

impl Ceiling {
    /// All four.
    pub const ALL: [Ceiling; 4] = [Ceiling::General, Ceiling::Sgei, Ceiling::Agriculture, Ceiling::Fishery];
}

impl Regime {
    /// All five.
    pub const ALL: [Regime; 5] = [
        Regime::Under(Ceiling::General),
        Regime::Under(Ceiling::Sgei),
        Regime::Under(Ceiling::Agriculture),
        Regime::Under(Ceiling::Fishery),
        Regime::Other,
    ];

    /// Its name among the options of the question `aid.regime`.
    fn option(self) -> &'static str {
        match self {
            Regime::Under(Ceiling::General) => "general",
            Regime::Under(Ceiling::Sgei) => "sgei",
            Regime::Under(Ceiling::Agriculture) => "agriculture",
            Regime::Under(Ceiling::Fishery) => "fishery",
            Regime::Other => "other",
        }
    }

    fn bit(self) -> u8 {
        match self {
            Regime::Under(Ceiling::General) => 1,
            Regime::Under(Ceiling::Sgei) => 2,
            Regime::Under(Ceiling::Agriculture) => 4,
            Regime::Under(Ceiling::Fishery) => 8,
            Regime::Other => 16,
        }
    }
}

impl Regimes {
    /// Nothing is known of it.
    pub const ANY: Regimes = Regimes(31);

    /// Certainly this one.
    pub fn only(regime: Regime) -> Regimes {
        Regimes(regime.bit())
    }

    /// This one as well.
    #[must_use]
    pub fn or(self, regime: Regime) -> Regimes {
        Regimes(self.0 | regime.bit())
    }

    /// Whether it can be this one.
    pub fn can_be(self, regime: Regime) -> bool {
        self.0 & regime.bit() != 0
    }

    /// Whether it is certainly this one.
    pub fn is(self, regime: Regime) -> bool {
        self.0 == regime.bit()
    }

    /// The regime, when only one is possible.
    pub fn single(self) -> Option<Regime> {
        Regime::ALL.into_iter().find(|regime| self.is(*regime))
    }
}

/// Rows of a rulebook that the account reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AidIds {
    pub(super) list: ListId,
    pub(super) amount: QuestionId,
    pub(super) date: QuestionId,
    pub(super) regime: QuestionId,
    /// The regimes in the order of the options.
    pub(super) options: Vec<Regime>,
    ceilings: [ParameterId; 4],
    pub(super) loans: [Limits; 2],
    pub(super) guarantees: [Limits; 2],
    pub(super) guarantee_share: ParameterId,
    pub(super) loan_collateral: ParameterId,
    pub(super) discount_margin: ParameterId,
    pub(super) margins: [ParameterId; 3],
    pub(super) margin_unrated: ParameterId,
    pub(super) block_exemption: ParameterId,
    pub(super) register: ParameterId,
}

/// The fixed limits of a loan or a guarantee: over five years and over ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) five_years: ParameterId,
    pub(super) ten_years: ParameterId,
}

impl AidIds {
    /// Looks everything up.
    ///
    /// # Errors
    /// Names the first thing that the rulebook lacks.
    pub fn new(rulebook: &Rulebook) -> Result<AidIds, MissingRule> {
        let names = Names(rulebook);
        let id = |name: &str| names.parameter(name);
        let limits = |five: &str, ten: &str| Ok(Limits { five_years: id(five)?, ten_years: id(ten)? });
        let regime = names.question("aid.regime")?;
        Ok(AidIds {
            list: names.list("received_aid")?,
            amount: names.question("aid.amount")?,
            date: names.question("aid.date")?,
            regime,
            options: options(rulebook, regime)?,
            ceilings: [
                id("de_minimis_ceiling")?,
                id("de_minimis_sgei_ceiling")?,
                id("de_minimis_agri_ceiling")?,
                id("de_minimis_fish_ceiling")?,
            ],
            loans: [
                limits("de_minimis_loan_5_years", "de_minimis_loan_10_years")?,
                limits("de_minimis_sgei_loan_5_years", "de_minimis_sgei_loan_10_years")?,
            ],
            guarantees: [
                limits("de_minimis_guarantee_5_years", "de_minimis_guarantee_10_years")?,
                limits("de_minimis_sgei_guarantee_5_years", "de_minimis_sgei_guarantee_10_years")?,
            ],
            guarantee_share: id("de_minimis_guarantee_share")?,
            loan_collateral: id("de_minimis_loan_collateral")?,
            discount_margin: id("discount_margin")?,
            margins: [
                id("reference_margin_high_collateral")?,
                id("reference_margin_normal_collateral")?,
                id("reference_margin_low_collateral")?,
            ],
            margin_unrated: id("reference_margin_unrated")?,
            block_exemption: id("gber_start_up_age")?,
            register: id("de_minimis_register_days")?,
        })
    }

    /// The parameter with the limit of a ceiling.
    pub fn limit(&self, ceiling: Ceiling) -> ParameterId {
        let [general, sgei, agriculture, fishery] = self.ceilings;
        match ceiling {
            Ceiling::General => general,
            Ceiling::Sgei => sgei,
            Ceiling::Agriculture => agriculture,
            Ceiling::Fishery => fishery,
        }
    }
}

/// The regime of every option, so that none is read as another.
fn options(rulebook: &Rulebook, question: QuestionId) -> Result<Vec<Regime>, MissingRule> {
    let answer = rulebook.questions.get(question.row()).map(|found| &found.answer);
    let Some(AnswerType::Choice(options)) = answer else {
        return Err(MissingRule { kind: "choice", id: "aid.regime".to_owned() });
    };
    let named = |id: &str| Regime::ALL.into_iter().find(|regime| regime.option() == id);
    options.iter().map(|option| required(named(&option.id), "regime for the option", &option.id)).collect()
}

/// The rules on aid, read for an advice of one day.
#[derive(Clone, Copy, Debug)]
pub struct AidRules<'r> {
    pub(super) rulebook: &'r Rulebook,
    pub(super) ids: &'r AidIds,
    /// The day of the advice.
    pub as_on: Date,
}

impl<'r> AidRules<'r> {
    /// The rules for an advice of this day.
    pub fn new(rulebook: &'r Rulebook, ids: &'r AidIds, as_on: Date) -> AidRules<'r> {
        AidRules { rulebook, ids, as_on }
    }

    /// The limit of a ceiling on a day; unknown when none is in force then.
    pub fn limit(&self, ceiling: Ceiling, day: Date) -> FigureUsed {
        self.reader().on(self.ids.limit(ceiling), day)
    }

    pub(super) fn reader(&self) -> FigureReader<'r> {
        FigureReader { rulebook: self.rulebook, as_on: self.as_on }
    }
}
