//! What comes out: the stack of a need, its proposals, their layers, and what is out.

use super::{Beside, Money, Offer, Stage, Wish};
use rust_decimal::Decimal;
use steunwijzer_engine::advice::Because;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::judge::Judgement;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{ConditionId, ParameterId, SchemeId};
use steunwijzer_engine::truth::Truth;

/// A wish that cannot be followed, with why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The wish.
    pub wish: Wish,
    /// Why.
    pub why: RefusedWhy,
}

/// Why a layer cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedWhy {
    /// It gives nothing for this need.
    DoesNotFit(Because),
    /// It brings no money to a stack.
    NoLayer,
    /// It gives no less and no more than this.
    Outside {
        /// The least, in euro.
        least: Decimal,
        /// The most, in euro.
        most: Decimal,
    },
    /// It does not go together with what was kept before it: an exclusion, the need, the room for aid
    /// or what can be repaid.
    NotTogether,
    /// The visitor wants no loan.
    NoLoanWanted,
}

/// What a proposal is best at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aim {
    /// The least money of a dear kind.
    Cheapest,
    /// The most that certainly fits, with the strongest claim and the fewest judgements of others.
    Surest,
    /// The shortest known lead times.
    Fastest,
    /// Funds, crowdfunding and a loan: where no municipal subsidy is possible.
    FundsCrowdAndLoan,
}

/// Whether the municipality of the plan has a subsidy for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MunicipalSubsidy {
    /// It is not told which municipality it is.
    PlaceOpen,
    /// No subsidy of this municipality is in the rules.
    NoneKnown,
    /// Those in the rules do not fit.
    NoneFits,
    /// At least one may fit.
    Possible,
}

/// The finance of one need.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// The row of the need.
    pub need: u16,
    /// The whole that is needed: asked, own and promised money.
    pub total: Number,
    /// Own money.
    pub own: Number,
    /// What others promised.
    pub promised: Number,
    /// What is asked from others: the gap that proposals close.
    pub asked: Number,
    /// The amount for which proposals are worked out: the most that may be asked. None: nothing is
    /// asked, or it is not told how much.
    pub worked_for: Option<Decimal>,
    /// Whether the municipality has a subsidy.
    pub municipal: MunicipalSubsidy,
    /// Help that is not money and may fit this need: what it brings need not be paid.
    pub in_kind: Vec<SchemeId>,
    /// Whether a dated source tells how long a decision takes on anything that the fastest stack would
    /// count. If not, no stack is called the fastest.
    pub lead_times_known: bool,
    /// What each scheme can give.
    pub offers: Vec<Offer>,
    /// At most one per aim; one for several aims if they agree.
    pub proposals: Vec<Proposal>,
    /// Wishes that cannot be followed.
    pub refused: Vec<Refused>,
    /// Schemes that no proposal can use, with why.
    pub out: Vec<Out>,
}

/// One stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What it is best at.
    pub aims: Vec<Aim>,
    /// Its layers, in the order in which they are filled.
    pub layers: Vec<Layer>,
    /// What stays open: from when everything comes to when only what certainly fits comes.
    pub gap: Number,
    /// Its loans together.
    pub debt: Debt,
    /// Whether its aid stays within the room; open if an amount of aid or the room is not known.
    pub aid_fits: Truth,
    /// What to apply for, first things first.
    pub timeline: Vec<Moment>,
    /// What could be in but is not, with why.
    pub out: Vec<Out>,
}

impl Proposal {
    /// Whether a source tells the lead time of a layer that counts.
    pub(super) fn rests_on_a_lead_time(&self) -> bool {
        let counted = self.layers.iter().filter(|layer| matches!(layer.amount, Share::Counted(_)));
        counted.flat_map(|layer| &layer.why).any(|why| matches!(why, In::LeadTime(..)))
    }
}

/// A layer of a stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Where it stands.
    pub stage: Stage,
    /// The scheme; none for own, promised and wage money.
    pub scheme: Option<SchemeId>,
    /// What kind of money it is; none if it is one's own or promised.
    pub money: Option<Money>,
    /// How much.
    pub amount: Share,
    /// The judgement for this amount.
    pub judgement: Option<Judgement>,
    /// Amount lines of the scheme for this amount, by row: fees stand here.
    pub lines: Vec<Number>,
    /// What the money costs.
    pub cost: Cost,
    /// How it uses the room for aid.
    pub aid: AidUse,
    /// A guarantee that may go with it.
    pub guarantees: Vec<Guarantee>,
    /// Why it is in.
    pub why: Vec<In>,
}

/// How much of a stack a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// As told.
    Told(Number),
    /// Counted, in euro.
    Counted(Decimal),
    /// Asked, not counted: at most this. What comes makes later layers smaller.
    NotCounted(Decimal),
}

/// What money costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing is repaid and no share is given.
    Nothing,
    /// Interest per year by a dated figure.
    Rate(Decimal, ParameterId),
    /// Interest is not known: it ranks by its kind.
    ByKind(Money),
}

/// How a layer uses the room for aid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AidUse {
    /// It is no state aid.
    Nothing,
    /// De-minimis aid, in euro: a grant in full, of a loan the highest gross grant equivalent.
    Counted(Decimal),
    /// Under the block exemption: no de-minimis room.
    OtherRules,
    /// Not known whether it is aid, or how much.
    NotKnown,
}

/// A guarantee beside a loan.
#[derive(Clone, Debug, PartialEq)]
pub struct Guarantee {
    /// Which.
    pub scheme: SchemeId,
    /// Judged for the loan.
    pub judgement: Judgement,
    /// Its amount lines for the loan, by row: cover and fee.
    pub lines: Vec<Number>,
}

/// Why a layer is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    /// The visitor told it.
    Told,
    /// The visitor keeps it.
    Kept,
    /// What need not be repaid comes before what must.
    NothingToRepay,
    /// Asked first, though its amount is not known.
    AmountNotKnown,
    /// Asked first, though an answer is open or a person decides.
    NotSettled,
    /// Asked first, though we do not know whether it is open.
    StatusNotKnown,
    /// Every test holds.
    Fits,
    /// A dearer kind would have to carry this otherwise.
    CheaperThanTheNextKind,
    /// Its lead time in weeks, by a dated figure.
    LeadTime(Decimal, ParameterId),
    /// It closes the gap.
    ClosesTheGap,
}

/// A scheme that is not in a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Out {
    /// Which.
    pub scheme: SchemeId,
    /// Why.
    pub why: OutWhy,
}

/// Why a scheme is not in a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutWhy {
    /// It gives nothing for this need.
    DoesNotFit(Because),
    /// No test fails, but by its amount lines nothing comes, or less than its minimum.
    GivesNothing,
    /// It brings no money to a stack.
    Beside(Beside),
    /// The visitor left it out.
    LeftOut,
    /// The visitor wants no loan.
    NoLoanWanted,
    /// It does not go with this layer.
    NotWith(SchemeId),
    /// Other layers cover the need.
    Covered,
    /// The least it gives is more than what is open, in euro.
    LeastAboveGap(Decimal),
    /// No room for its aid is left.
    NoAidRoom,
    /// Whether room for its aid is left is not known, and this stack rests on what is certain.
    AidRoomOpen,
    /// It cannot be repaid from the cash of a year.
    NotRepayable,
    /// Enough doors of its kind are in.
    EnoughOfItsKind,
    /// Its amount is not known, and others of its kind are asked first.
    AmountNotKnown,
    /// Even the most it gives, in euro, is less than a hundredth of the need.
    TooSmall(Decimal),
    /// An answer about the enterprise or the plan is open: it may not be about this plan at all.
    AnswerFirst(Because),
    /// An answer is open or a person decides, and others of its kind are asked first.
    NotSettled(Because),
    /// We do not know whether it is open.
    StatusNotKnown(Because),
}

/// The loans of a stack together, repaid in equal payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Debt {
    /// What is borrowed, in euro.
    pub borrowed: Decimal,
    /// The rate that was reckoned with; none: repayment alone, so at least this much.
    pub rate: Option<Decimal>,
    /// The payment of a month.
    pub monthly: Number,
    /// Interest and repayment of a year.
    pub service: Number,
    /// Cash divided by that: above 1 it can be repaid.
    pub ratio: Number,
    /// Whether it can be repaid; without a rate never a plain yes.
    pub can_repay: Truth,
}

/// A moment of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What to apply for.
    pub scheme: SchemeId,
    /// Whether this must be done before the start or the order.
    pub before_start: bool,
    /// The last day: the end of the round, or the day before the start.
    pub apply_by: Option<Date>,
    /// The day to apply for an answer before the start, if the lead time is known.
    pub better_by: Option<Date>,
    /// The end of the round.
    pub closes: Option<Date>,
    /// How long it takes at most, in weeks, with the dated figure that tells it.
    pub lead_weeks: Option<(Decimal, ParameterId)>,
    /// A test that the answers leave open: settle it first.
    pub settle: Option<ConditionId>,
}
