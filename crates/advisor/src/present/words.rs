//! The words of the closed lists: verdicts, claims, kinds, states.

use crate::lang::Lang;
use crate::messages::{amount, claim, condition, help, kind, level, overview, source_kind, status, verdict};
use steunwijzer_engine::advice::{State, Verdict};
use steunwijzer_engine::rulebook::{Amounts, Claim, Help, Kind, Level, Role, SourceKind, Status};

/// A verdict in full: *Nog niet te zeggen*.
pub fn verdict_word(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => verdict::fits(lang),
        Verdict::CannotTell => verdict::cannot_tell(lang),
        Verdict::DoesNotFit => verdict::does_not_fit(lang),
    }
}

/// A verdict where there is little room: *open*.
pub fn verdict_short(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => verdict::short_fits(lang),
        Verdict::CannotTell => verdict::short_cannot_tell(lang),
        Verdict::DoesNotFit => verdict::short_does_not_fit(lang),
    }
}

/// The strength of a claim: *Wettelijk recht*. A by-law is named after who made it.
pub fn claim_word(lang: Lang, claim: Claim, level: Level) -> &'static str {
    match claim {
        Claim::Right => claim::right(lang),
        Claim::ByLaw => match level {
            Level::National => claim::by_law_national(lang),
            Level::Regional | Level::Municipal => claim::by_law(lang),
            Level::Eu => claim::by_law_eu(lang),
            Level::Private => claim::by_law_private(lang),
        },
        Claim::Market => claim::market(lang),
        Claim::Discretion => claim::discretion(lang),
    }
}

/// The kind of a scheme: *Lening*.
pub fn kind_word(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Subsidy => kind::subsidy(lang),
        Kind::Fund => kind::fund(lang),
        Kind::Tax => kind::tax(lang),
        Kind::Crowdfunding => kind::crowdfunding(lang),
        Kind::Loan => kind::loan(lang),
        Kind::Guarantee => kind::guarantee(lang),
        Kind::Equity => kind::equity(lang),
        Kind::InKind => kind::in_kind(lang),
        Kind::Recognition => kind::recognition(lang),
        Kind::Procurement => kind::procurement(lang),
        Kind::WageSubsidy => kind::wage_subsidy(lang),
    }
}

/// One of the five kinds of help: *Leningen*.
pub fn help_word(lang: Lang, help: Help) -> &'static str {
    match help {
        Help::Subsidies => help::subsidies(lang),
        Help::Crowdfunding => help::crowdfunding(lang),
        Help::Loans => help::loans(lang),
        Help::InKind => help::in_kind(lang),
        Help::WageCosts => help::wage_costs(lang),
    }
}

/// Who offers a scheme: *gemeente*.
pub fn level_word(lang: Lang, level: Level) -> &'static str {
    match level {
        Level::National => level::national(lang),
        Level::Regional => level::regional(lang),
        Level::Municipal => level::municipal(lang),
        Level::Eu => level::eu(lang),
        Level::Private => level::private(lang),
    }
}

/// The status of a scheme: *dicht*.
pub fn status_word(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Open => status::open(lang),
        Status::Closed => status::closed(lang),
        Status::Ended(_) => status::ended(lang),
        Status::Unknown => status::unknown(lang),
    }
}

/// What a condition does to a verdict: *een mens beslist*.
pub fn role_word(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Test => overview::test(lang),
        Role::Judged => overview::judged(lang),
        Role::Step => overview::step(lang),
        Role::Remark => overview::remark(lang),
    }
}

/// Whether a scheme has an amount: *in overleg*.
pub fn amounts_word(lang: Lang, amounts: &Amounts) -> &'static str {
    match amounts {
        Amounts::Lines(_) => overview::with_amount(lang),
        Amounts::InConsultation => amount::in_consultation(lang),
        Amounts::NoMoney => amount::no_money(lang),
        Amounts::Unknown => amount::unknown(lang),
    }
}

/// What a source is: *wet of verordening*.
pub fn source_kind_word(lang: Lang, kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Law => source_kind::law(lang),
        SourceKind::Official => source_kind::official(lang),
        SourceKind::Provider => source_kind::provider(lang),
        SourceKind::Secondary => source_kind::secondary(lang),
    }
}

/// The state of a condition, with the number of questions that are still open for it.
pub fn state_word(lang: Lang, state: State, open_questions: usize) -> String {
    match state {
        State::Met => condition::met(lang),
        State::NotMet => condition::not_met(lang),
        State::Open if open_questions > 0 => return condition::open(lang, open_questions),
        State::Open => condition::open_other(lang),
        State::OpenByUs => condition::open_by_us(lang),
        State::Judged => condition::judged(lang),
        State::ToDo => condition::to_do(lang),
        State::Remark => condition::remark(lang),
        State::NotNeeded => condition::not_needed(lang),
    }
    .to_owned()
}
