//! Which legal entities count as one undertaking.
//!
//! Only control makes one undertaking, directly or through others. A holding of 25 to 50 % without
//! control does not: that is the SME test, not this one.

use crate::figures::share_of_one;
use rust_decimal::Decimal;
use steunwijzer_engine::number::Number;

/// How a legal entity belongs to the applicant, directly or through other entities of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The applicant itself.
    Applicant,
    /// One holds the majority of the votes in the other.
    MajorityOfVotes,
    /// One may appoint or remove most members of the other's board.
    AppointsBoard,
    /// One has a dominant influence by a contract or by the statutes.
    DominantInfluence,
    /// One controls the majority of the votes by an agreement with other holders.
    VotesByAgreement,
    /// A holding without any of these: partners for the SME test, but not one undertaking.
    NoControl,
    /// Only the same natural persons stand behind both: the wording speaks of enterprises, so
    /// probably apart; a person decides.
    SamePersons,
    /// It merged into the applicant, or was taken over by it.
    Merged,
    /// The applicant came from it by a split.
    SplitOff(SplitAid),
    /// Not known.
    NotKnown,
}

/// Where the earlier aid of a split undertaking went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitAid {
    /// It was used for the activity that the applicant took along.
    Here,
    /// It was used for an activity that went elsewhere.
    Elsewhere,
    /// That cannot be told: the applicant's share of the book value of the equity.
    ByEquity(Number),
    /// Not known.
    NotKnown,
}

/// What a tie asks to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TieNote {
    /// After a merger or takeover all earlier aid of both counts; what was lawful stays lawful.
    AllEarlierAidCounts,
    /// After a split, aid follows the activity that used it, else the book value of the equity.
    AidFollowsActivity,
    /// Ties through persons alone: a person has to look.
    PersonDecides,
    /// Partners for the SME test only.
    PartnerOnly,
    /// The tie is not known.
    TieNotKnown,
}

impl Tie {
    /// The share of this entity's aid that counts for the applicant, from 0 to 1.
    pub fn counts(self) -> Number {
        match self {
            Tie::Applicant
            | Tie::MajorityOfVotes
            | Tie::AppointsBoard
            | Tie::DominantInfluence
            | Tie::VotesByAgreement
            | Tie::Merged
            | Tie::SplitOff(SplitAid::Here) => Number::exactly(Decimal::ONE),
            Tie::NoControl | Tie::SplitOff(SplitAid::Elsewhere) => Number::exactly(Decimal::ZERO),
            Tie::SplitOff(SplitAid::ByEquity(share)) => share_of_one(share),
            Tie::SamePersons | Tie::SplitOff(SplitAid::NotKnown) | Tie::NotKnown => {
                Number::Between(Decimal::ZERO, Decimal::ONE)
            }
        }
    }

    /// What has to be said about it.
    pub fn note(self) -> Option<TieNote> {
        match self {
            Tie::Applicant
            | Tie::MajorityOfVotes
            | Tie::AppointsBoard
            | Tie::DominantInfluence
            | Tie::VotesByAgreement => None,
            Tie::NoControl => Some(TieNote::PartnerOnly),
            Tie::SamePersons => Some(TieNote::PersonDecides),
            Tie::Merged => Some(TieNote::AllEarlierAidCounts),
            Tie::SplitOff(_) => Some(TieNote::AidFollowsActivity),
            Tie::NotKnown => Some(TieNote::TieNotKnown),
        }
    }
}
