//! The names of the closed lists in JSON, and keys of questions.

use steunwijzer_engine::advice::{Because, State, Verdict};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{
    Amounts, AnswerType, Claim, Evidence, Help, Kind, Level, QuestionId, Role, Rulebook, Show, SourceKind,
    StateAid, Status, Unit,
};

/// A verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fits => "fits",
        Verdict::CannotTell => "cannot-tell",
        Verdict::DoesNotFit => "does-not-fit",
    }
}

/// What decides a verdict.
pub fn because(because: Because) -> &'static str {
    match because {
        Because::Fails(_) => "fails",
        Because::NeverTogether => "never-together",
        Because::Nobody(_) => "nobody",
        Because::Ended(_) => "ended",
        Because::ClosedNow { announced: true, .. } => "closed-announced-again",
        Because::ClosedNow { announced: false, .. } => "closed",
        Because::StatusUnknown => "status-unknown",
        Because::Overdue(_) => "overdue",
        Because::UnknownFigure(_) => "unknown-figure",
        Because::Unconfirmed(_) => "unconfirmed",
        Because::PersonDecides => "person-decides",
        Because::NotTold(_) => "not-told",
        Because::Open(_) => "open",
        Because::AllMet => "all-met",
    }
}

/// The state of a condition.
pub fn state(state: State) -> &'static str {
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

/// The kind of a scheme.
pub fn kind(kind: Kind) -> &'static str {
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

/// What somebody looks for when this kind of scheme is what they want.
pub fn help(help: Help) -> &'static str {
    match help {
        Help::Subsidies => "subsidies",
        Help::Crowdfunding => "crowdfunding",
        Help::Loans => "loans",
        Help::InKind => "in-kind",
        Help::WageCosts => "wage-costs",
    }
}

/// How strong a claim is.
pub fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::Right => "right",
        Claim::ByLaw => "by-law",
        Claim::Market => "market",
        Claim::Discretion => "discretion",
    }
}

/// Whose scheme it is.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::National => "national",
        Level::Regional => "regional",
        Level::Municipal => "municipal",
        Level::Eu => "eu",
        Level::Private => "private",
    }
}

/// Whether a scheme is open.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Closed => "closed",
        Status::Ended(_) => "ended",
        Status::Unknown => "unknown",
    }
}

/// Under which rules for state aid.
pub fn state_aid(aid: StateAid) -> &'static str {
    match aid {
        StateAid::None => "none",
        StateAid::DeMinimis => "de-minimis",
        StateAid::Gber => "gber",
        StateAid::Unknown => "unknown",
    }
}

/// What a condition is for.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Test => "test",
        Role::Judged => "judged",
        Role::Step => "step",
        Role::Remark => "remark",
    }
}

/// What is known of the amount of a scheme.
pub fn amounts(amounts: &Amounts) -> &'static str {
    match amounts {
        Amounts::Lines(_) => "lines",
        Amounts::InConsultation => "in-consultation",
        Amounts::NoMoney => "no-money",
        Amounts::Unknown => "unknown",
    }
}

/// How a line of an amount is shown.
pub fn show(show: Show) -> &'static str {
    match show {
        Show::Working => "working",
        Show::Line => "line",
        Show::Total => "total",
    }
}

/// What a source is.
pub fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Law => "law",
        SourceKind::Official => "official",
        SourceKind::Provider => "provider",
        SourceKind::Secondary => "secondary",
    }
}

/// Where a source was seen.
pub fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Page => "page",
        Evidence::Background => "background",
    }
}

/// What a number counts.
pub fn unit(unit: Unit) -> &'static str {
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
pub fn key_of(rulebook: &Rulebook, id: QuestionId, whose: Whose) -> String {
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

/// The kind of answer that a question takes: of a number its unit.
pub fn answer_type(answer: &AnswerType) -> &'static str {
    match answer {
        AnswerType::YesNo => "yes-no",
        AnswerType::Choice(_) => "choice",
        AnswerType::Choices(_) => "choices",
        AnswerType::Number { unit, .. } => self::unit(*unit),
        AnswerType::Date { .. } => "date",
        AnswerType::Place => "place",
    }
}
