//! What comes out: for every scheme and subject a verdict, its reasons, amounts and what is open.

use crate::answers::Whose;
use crate::date::Date;
use crate::number::Number;
use crate::rulebook::{ConditionId, ListId, ParameterId, QuestionId, SchemeId, TextId};
use crate::slot::Slot;
use crate::truth::Truth;

/// The three verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Every hard condition holds in every world that the answers allow.
    Fits,
    /// The answers, an unverified rule or an unknown figure leave it open.
    CannotTell,
    /// At least one hard condition fails in every world, or the scheme is closed.
    DoesNotFit,
}

/// Who is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The organisation.
    Organisation,
    /// A record, by its row.
    Record(ListId, u16),
    /// A record of a list that was not told yet.
    Imagined(ListId),
    /// The list was told as empty.
    Nobody(ListId),
}

/// What decides a verdict, in the order of the settled meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Does not fit: this test certainly fails.
    Fails(ConditionId),
    /// Does not fit: no combination of the open answers satisfies these tests together.
    NeverTogether,
    /// Does not fit: the list of subjects was told as empty.
    Nobody(ListId),
    /// Does not fit: it no longer exists from this day on.
    Ended(Date),
    /// Does not fit: no round is open on the day of the advice.
    ClosedNow {
        /// The last day of the last round, if known.
        since: Option<Date>,
        /// The first day of an announced round, if a source gives one.
        reopens: Option<Date>,
        /// Whether a source announces a new round.
        announced: bool,
    },
    /// Cannot tell, by us: it is not known whether the scheme is in force.
    StatusUnknown,
    /// Cannot tell, by us: the rule had to be checked again before this day.
    Overdue(Date),
    /// Cannot tell, by us: a figure is not known on its day.
    UnknownFigure(ParameterId),
    /// Cannot tell, by us: everything holds, but this condition is not confirmed.
    Unconfirmed(ConditionId),
    /// Cannot tell: nothing could be computed; a person decides.
    PersonDecides,
    /// Cannot tell: this test is open.
    Open(ConditionId),
    /// Cannot tell: everything holds for an imagined record, but the list was not told yet.
    NotTold(ListId),
    /// Fits.
    AllMet,
}

impl Because {
    /// The condition that decides, if a single one does.
    pub fn condition(self) -> Option<ConditionId> {
        match self {
            Because::Fails(id) | Because::Unconfirmed(id) | Because::Open(id) => Some(id),
            Because::NeverTogether
            | Because::Nobody(_)
            | Because::Ended(_)
            | Because::ClosedNow { .. }
            | Because::StatusUnknown
            | Because::Overdue(_)
            | Because::UnknownFigure(_)
            | Because::PersonDecides
            | Because::NotTold(_)
            | Because::AllMet => None,
        }
    }
}

/// The state of a condition for a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It holds in every world.
    Met,
    /// It fails in every world.
    NotMet,
    /// An answer leaves it open.
    Open,
    /// A figure that we do not know leaves it open; no answer helps.
    OpenByUs,
    /// A person assesses it.
    Judged,
    /// Something to do or to bring.
    ToDo,
    /// Information.
    Remark,
    /// Another route holds already.
    NotNeeded,
}

/// The judgement of all schemes on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The day for which everything was judged.
    pub as_on: Date,
    /// Every scheme, in the order of the rulebook.
    pub schemes: Vec<SchemeAdvice>,
    /// Answers that cannot be true together.
    pub conflicts: Vec<ConflictFound>,
    /// How many schemes have each verdict.
    pub counts: Counts,
}

/// Numbers of schemes by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Schemes that fit.
    pub fits: u16,
    /// Schemes of which we cannot tell yet.
    pub cannot_tell: u16,
    /// Schemes that do not fit.
    pub does_not_fit: u16,
}

/// A clash between answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictFound {
    /// The row in the rulebook's table of conflicts.
    pub conflict: u16,
    /// Whose answers.
    pub whose: Whose,
}

/// The judgement of one scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeAdvice {
    /// Which.
    pub scheme: SchemeId,
    /// *Fits* if any subject fits; *does not fit* only if none can.
    pub verdict: Verdict,
    /// Each subject: at least one.
    pub subjects: Vec<SubjectAdvice>,
}

/// The judgement of one scheme for one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct SubjectAdvice {
    /// Who.
    pub subject: Subject,
    /// The verdict.
    pub verdict: Verdict,
    /// What decides it.
    pub because: Because,
    /// Whether the rule had to be checked again before the day of the advice.
    pub overdue: bool,
    /// Every condition, alternatives behind their group, in the order of the rule file.
    pub conditions: Vec<ConditionAdvice>,
    /// How many conditions of the first level we could compute and settle.
    pub checked: u16,
    /// How many conditions of the first level there are (remarks and steps not counted).
    pub of: u16,
    /// The round that is open on the day, or the next or last one: a row of the scheme's windows.
    pub window: Option<u16>,
    /// Amount lines; empty when the scheme has none or does not fit.
    pub amounts: Vec<LineAdvice>,
}

/// A condition with its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionAdvice {
    /// Which: its sources, text and questions stand in the rulebook.
    pub condition: ConditionId,
    /// Its state.
    pub state: State,
}

/// An amount line with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct LineAdvice {
    /// The row in the scheme's amount lines.
    pub line: u16,
    /// The value, rounded as shown.
    pub value: Number,
    /// The most that anybody gets.
    pub ceiling: Option<Number>,
    /// Figures that were used, with the day they were read on.
    pub figures: Vec<FigureUsed>,
    /// Open questions that keep the value a range.
    pub open: Vec<QuestionId>,
}

/// A parameter as it was used in an amount or a condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureUsed {
    /// Which.
    pub parameter: ParameterId,
    /// Its value on that day.
    pub value: Number,
    /// The row of its values, if a single one applied.
    pub row: Option<u16>,
    /// Why it is an assumption, if it is.
    pub assumption: Option<Assumption>,
}

/// Why a figure is only assumed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// It was last seen before this day and not since.
    NotSeenSince(Date),
    /// No figure is known; the range of the rule file was taken.
    RangeAssumed(TextId),
}

/// An open question with its use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// What to ask.
    pub ask: Ask,
    /// Schemes whose verdict some answer settles at once.
    pub decides: Vec<SchemeId>,
    /// Schemes with an open condition that uses the answer, settled at once or not.
    pub helps: Vec<SchemeId>,
    /// Thousand times the mean number of verdicts it settles, divided by its burden, plus the number
    /// of schemes it helps with.
    pub usefulness: u32,
    /// Whether every break point was tried; else some were sampled.
    pub exact: bool,
}

/// Something to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// A question about the organisation or a record.
    Question(QuestionId, Whose),
    /// Whether there are records of this list, and which.
    List(ListId),
}

/// What would lift a verdict off *does not fit*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// One or two questions, each with the answers that do.
    pub answers: Vec<ChangedAnswer>,
    /// The verdict that follows: *fits* or *cannot tell*.
    pub becomes: Verdict,
}

/// A changeable question and the answers that lift the verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAnswer {
    /// Which question.
    pub question: QuestionId,
    /// Whose.
    pub whose: Whose,
    /// The answers that do, as sets.
    pub to: Vec<Slot>,
}

impl From<Truth> for State {
    fn from(truth: Truth) -> State {
        match truth {
            Truth::Yes => State::Met,
            Truth::No => State::NotMet,
            Truth::Open => State::Open,
        }
    }
}
