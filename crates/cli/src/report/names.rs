//! The names of the closed lists in JSON, and keys of questions.

use steunwijzer_engine::advice::{State, Verdict};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{
    Amounts, Claim, Evidence, Help, Kind, Level, QuestionId, Role, Rulebook, Show, SourceKind, StateAid,
    Status, Unit,
};

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => "fits",
        Verdict::CannotTell => "cannot-tell",
        Verdict::DoesNotFit => "does-not-fit",
    }
}

pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::NotMet => "not-met",
        State::Open => "open",
        State::OpenByUs => "open-by-us",
        State::Judged => "judged",
        State::ToDo => "step",
        State::Remark => "remark",
        State::NotNeeded => "not-needed",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Subsidy => "subsidy",
        Kind::Fund => "fund",
        Kind::Tax => "tax",
        Kind::Crowdfunding => "crowdfunding",
        Kind::Loan => "loan",
        Kind::Guarantee => "guarantee",
        Kind::Equity => "equity",
        Kind::InKind => "in-kind",
        Kind::Recognition => "recognition",
        Kind::Procurement => "procurement",
        Kind::WageSubsidy => "wage-subsidy",
    }
}

pub(super) fn help(help: Help) -> &'static str {
    match help {
        Help::Subsidies => "subsidies",
        Help::Crowdfunding => "crowdfunding",
        Help::Loans => "loans",
        Help::InKind => "in-kind",
        Help::WageCosts => "wage-costs",
    }
}

pub(super) fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::Right => "right",
        Claim::ByLaw => "by-law",
        Claim::Market => "market",
        Claim::Discretion => "discretion",
    }
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::National => "national",
        Level::Regional => "regional",
        Level::Municipal => "municipal",
        Level::Eu => "eu",
        Level::Private => "private",
    }
}

pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Closed => "closed",
        Status::Ended(_) => "ended",
        Status::Unknown => "unknown",
    }
}

pub(super) fn state_aid(aid: StateAid) -> &'static str {
    match aid {
        StateAid::None => "none",
        StateAid::DeMinimis => "de-minimis",
        StateAid::Gber => "gber",
        StateAid::Unknown => "unknown",
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Test => "test",
        Role::Judged => "judged",
        Role::Step => "step",
        Role::Remark => "remark",
    }
}

pub(super) fn amounts(amounts: &Amounts) -> &'static str {
    match amounts {
        Amounts::Lines(_) => "lines",
        Amounts::InConsultation => "in-consultation",
        Amounts::NoMoney => "no-money",
        Amounts::Unknown => "unknown",
    }
}

pub(super) fn show(show: Show) -> &'static str {
    match show {
        Show::Working => "working",
        Show::Line => "line",
        Show::Total => "total",
    }
}

pub(super) fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Law => "law",
        SourceKind::Official => "official",
        SourceKind::Provider => "provider",
        SourceKind::Secondary => "secondary",
    }
}

pub(super) fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Page => "page",
        Evidence::Background => "background",
    }
}

pub(super) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Plain => "number",
        Unit::Euro => "euro",
        Unit::EuroPerHour => "euro-per-hour",
        Unit::EuroPerWeek => "euro-per-week",
        Unit::EuroPerMonth => "euro-per-month",
        Unit::EuroPerYear => "euro-per-year",
        Unit::Percent => "percent",
        Unit::Hours => "hours",
        Unit::HoursPerWeek => "hours-per-week",
        Unit::HoursPerMonth => "hours-per-month",
        Unit::HoursPerYear => "hours-per-year",
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::WeeksPerYear => "weeks-per-year",
        Unit::Months => "months",
        Unit::MonthsPerYear => "months-per-year",
    }
}

/// The key of a question as `compare` takes it: `org.fte`, `hires[0].hours`; without a record the
/// key of its list.
pub(super) fn key_of(rulebook: &Rulebook, id: QuestionId, whose: Whose) -> String {
    let Some(question) = rulebook.questions.get(id.row()) else { return String::new() };
    let list = question.list.and_then(|list| rulebook.lists.get(list.row()));
    match (list, whose) {
        (Some(list), Whose::Record(_, row)) => {
            let own = question.id.strip_prefix(&list.item).and_then(|own| own.strip_prefix('.'));
            format!("{}[{row}].{}", list.id, own.unwrap_or(&question.id))
        }
        (Some(list), Whose::Organisation) => list.id.clone(),
        (None, _) => question.id.clone(),
    }
}
