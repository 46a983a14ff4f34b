//! Schemes.

use super::{Amounts, Citation, ListId, Rows, SchemeId, TextId};
use crate::date::Date;
use crate::expression::Input;
use serde::{Deserialize, Serialize};

/// Who is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SubjectKind {
    /// The organisation, once.
    Organisation,
    /// Each record of this list.
    Each(ListId),
}

/// A kind of scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// A grant of a public body.
    Subsidy,
    /// Money of a fund.
    Fund,
    /// A tax incentive.
    Tax,
    /// Money of the crowd.
    Crowdfunding,
    /// A loan.
    Loan,
    /// A guarantee on a loan.
    Guarantee,
    /// A share in the firm.
    Equity,
    /// Help that is not money.
    InKind,
    /// A label or a register.
    Recognition,
    /// A way to become a supplier.
    Procurement,
    /// Money for the wages of a person with less output.
    WageSubsidy,
}

/// The five kinds of help of the mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Help {
    /// Subsidies, with tax incentives and funds.
    Subsidies,
    /// Crowdfunding.
    Crowdfunding,
    /// Loans, with guarantees and equity.
    Loans,
    /// In-kind support, with procurement and recognition.
    InKind,
    /// Wage-cost subsidy, with the other labour instruments.
    WageCosts,
}

/// Strength of a claim, apart from the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Claim {
    /// A statutory right.
    Right,
    /// A claim under a by-law.
    ByLaw,
    /// An offer on the market.
    Market,
    /// A decision of a funder.
    Discretion,
}

/// Who offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Level {
    /// The state.
    National,
    /// A province or region.
    Regional,
    /// A municipality.
    Municipal,
    /// The European Union.
    Eu,
    /// A private party.
    Private,
}

/// What is known of the life of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// In force; its windows decide.
    Open,
    /// No round is open, no new one is announced.
    Closed,
    /// It no longer exists from this day on.
    Ended(Date),
    /// Not known.
    Unknown,
}

/// Rules on state aid that apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StateAid {
    /// No state aid.
    None,
    /// De-minimis aid.
    DeMinimis,
    /// Under the General Block Exemption Regulation.
    Gber,
    /// Not known.
    Unknown,
}

/// How sure the editor was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// Read in the law or on the page of who decides.
    High,
    /// Read, but old, undated or second hand.
    Medium,
    /// Not confirmed.
    Low,
}

/// A period in which applications are accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The first day.
    pub opens: Option<Date>,
    /// The last day.
    pub closes: Option<Date>,
    /// The hour on the last day, as written; may be empty.
    pub closes_at: String,
    /// A round that a source announces.
    pub announced: bool,
    /// A remark; may be empty.
    pub text: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// When the rule was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day of the last check.
    pub checked: Date,
    /// The day before which it must be checked again.
    pub before: Date,
    /// Whether a second person checked it.
    pub second_check: bool,
    /// How sure the editor was.
    pub confidence: Confidence,
}

/// A scheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scheme {
    /// Its name in the rule files.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it is a labour instrument: belongs to the help with wage costs.
    pub labour: bool,
    /// Who is judged.
    pub subject: SubjectKind,
    /// How strong the claim is.
    pub claim: Claim,
    /// Who offers it.
    pub level: Level,
    /// What is known of its life.
    pub status: Status,
    /// Rules on state aid.
    pub state_aid: StateAid,
    /// When it was checked.
    pub review: Review,
    /// Periods in which applications are accepted; none: no known dates.
    pub windows: Vec<Window>,
    /// Its conditions.
    pub conditions: Rows,
    /// Questions on which two of its predicates depend: their combinations are judged one by one.
    pub entangled: Vec<Input>,
    /// Amount lines, or why there are none.
    pub amounts: Amounts,
    /// Its texts.
    pub texts: SchemeTexts,
    /// What the visitor does, in order.
    pub steps: Vec<TextId>,
    /// What to bring.
    pub documents: Vec<TextId>,
    /// What goes wrong.
    pub pitfalls: Vec<(TextId, Vec<Citation>)>,
    /// Relations to other schemes.
    pub relations: Vec<Relation>,
}

/// The texts of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchemeTexts {
    /// Its name.
    pub name: TextId,
    /// What it is, in one or two sentences.
    pub summary: TextId,
    /// Who offers it.
    pub provider: TextId,
    /// Who decides about what.
    pub decides: TextId,
    /// How long it takes; may be empty.
    pub lead_time: TextId,
    /// Where to apply; may be empty.
    pub url: TextId,
}

/// A relation between schemes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Which.
    pub kind: RelationKind,
    /// With these schemes.
    pub with: Vec<SchemeId>,
    /// What it means.
    pub text: TextId,
    /// Where it stands.
    pub sources: Vec<Citation>,
}

/// How schemes relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RelationKind {
    /// Not together.
    NotWith,
    /// Of these, only the highest.
    OnlyHighest,
    /// Can be had together.
    Beside,
}

impl Kind {
    /// Which of the five kinds of help it belongs to, unless it is a labour instrument.
    pub fn help(self) -> Help {
        match self {
            Kind::Subsidy | Kind::Fund | Kind::Tax => Help::Subsidies,
            Kind::Crowdfunding => Help::Crowdfunding,
            Kind::Loan | Kind::Guarantee | Kind::Equity => Help::Loans,
            Kind::InKind | Kind::Recognition | Kind::Procurement => Help::InKind,
            Kind::WageSubsidy => Help::WageCosts,
        }
    }
}

impl Scheme {
    /// Which of the five kinds of help it belongs to.
    pub fn help(&self) -> Help {
        if self.labour { Help::WageCosts } else { self.kind.help() }
    }
}
