//! Schemes (`schemes/<family>/<id>.toml`): one file each.

use super::amounts::{self, Amounts};
use super::cases::{Case, Expected, of_scheme};
use super::conditions::{Condition, condition};
use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations, url};
use crate::diagnostic::Placed;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Claim, Confidence, Kind, Level, RelationKind, Review, StateAid, Status};

/// A scheme.
#[derive(Debug)]
pub(crate) struct Scheme {
    pub(crate) id: Placed<String>,
    pub(crate) labour: bool,
    pub(crate) kind: Kind,
    pub(crate) subject: Placed<String>,
    pub(crate) claim: Claim,
    pub(crate) level: Level,
    pub(crate) status: Status,
    pub(crate) state_aid: StateAid,
    pub(crate) review: Review,
    pub(crate) texts: Texts,
    pub(crate) windows: Vec<Window>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) amounts: Amounts,
    pub(crate) steps: Vec<Text>,
    pub(crate) documents: Vec<Text>,
    pub(crate) pitfalls: Vec<(Text, Vec<Citation>)>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) cases: Vec<Case<Expected>>,
}

/// The texts of a scheme.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) name: Text,
    pub(crate) summary: Text,
    pub(crate) provider: Text,
    pub(crate) decides: Text,
    pub(crate) lead_time: Option<Text>,
    pub(crate) apply: Option<Placed<String>>,
}

/// A period in which applications are accepted.
#[derive(Debug)]
pub(crate) struct Window {
    pub(crate) opens: Option<Date>,
    pub(crate) closes: Option<Date>,
    pub(crate) closes_at: Option<String>,
    pub(crate) announced: bool,
    pub(crate) text: Option<Text>,
    pub(crate) sources: Vec<Citation>,
}

/// A relation to other schemes.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) kind: RelationKind,
    pub(crate) with: Vec<Placed<String>>,
    pub(crate) text: Text,
    pub(crate) sources: Vec<Citation>,
}

pub(crate) const KINDS: &[(&str, Kind)] = &[
    ("subsidy", Kind::Subsidy),
    ("fund", Kind::Fund),
    ("tax", Kind::Tax),
    ("crowdfunding", Kind::Crowdfunding),
    ("loan", Kind::Loan),
    ("guarantee", Kind::Guarantee),
    ("equity", Kind::Equity),
    ("in-kind", Kind::InKind),
    ("recognition", Kind::Recognition),
    ("procurement", Kind::Procurement),
    ("wage-subsidy", Kind::WageSubsidy),
];

pub(crate) const CLAIMS: &[(&str, Claim)] = &[
    ("right", Claim::Right),
    ("by-law", Claim::ByLaw),
    ("discretion", Claim::Discretion),
    ("market", Claim::Market),
];

pub(crate) const LEVELS: &[(&str, Level)] = &[
    ("national", Level::National),
    ("regional", Level::Regional),
    ("municipal", Level::Municipal),
    ("eu", Level::Eu),
    ("private", Level::Private),
];

pub(crate) const STATE_AID: &[(&str, StateAid)] = &[
    ("none", StateAid::None),
    ("de-minimis", StateAid::DeMinimis),
    ("gber", StateAid::Gber),
    ("unknown", StateAid::Unknown),
];

pub(crate) const CONFIDENCE: &[(&str, Confidence)] =
    &[("high", Confidence::High), ("medium", Confidence::Medium), ("low", Confidence::Low)];

pub(crate) const RELATIONS: &[(&str, RelationKind)] = &[
    ("not-with", RelationKind::NotWith),
    ("only-highest", RelationKind::OnlyHighest),
    ("beside", RelationKind::Beside),
];

/// The words for a status; the day on which a scheme ended stands in a key of its own.
pub(crate) const STATUS: &[(&str, Option<Status>)] = &[
    ("open", Some(Status::Open)),
    ("closed", Some(Status::Closed)),
    (ENDED, None),
    ("unknown", Some(Status::Unknown)),
];

/// The word for a scheme that no longer exists.
pub(crate) const ENDED: &str = "ended";

/// Reads the file of a scheme. `labour`: it stands in the folder of labour instruments.
pub(crate) fn read(fields: &Fields<'_>, labour: bool) -> Option<Scheme> {
    let id = fields.required("id", Entry::hyphen_id);
    let kind = fields.required("kind", |entry| entry.one_of(KINDS));
    let subject = fields.required("subject", Entry::name);
    let claim = fields.required("claim", |entry| entry.one_of(CLAIMS));
    let level = fields.required("level", |entry| entry.one_of(LEVELS));
    let status = status(fields);
    let state_aid = fields.required("state_aid", |entry| entry.one_of(STATE_AID));
    let review = fields.required("review", |entry| entry.fields("a review", review));
    let texts = texts(fields);
    let windows = fields.list("window", |entry| entry.fields("a window", window));
    let conditions = fields.list("condition", |entry| entry.fields("a condition", condition));
    let amounts = amounts::read(fields);
    let steps = texts_of(fields, "step", "a step");
    let documents = texts_of(fields, "document", "a document");
    let pitfalls = fields.list("pitfall", |entry| entry.fields("a pitfall", pitfall));
    let relations = fields.list("relation", |entry| entry.fields("a relation", relation));
    let cases = of_scheme(fields);
    Some(Scheme {
        id: id?,
        labour,
        kind: kind?,
        subject: subject?,
        claim: claim?,
        level: level?,
        status: status?,
        state_aid: state_aid?,
        review: review?,
        texts: texts?,
        windows,
        conditions,
        amounts: amounts?,
        steps,
        documents,
        pitfalls,
        relations,
        cases,
    })
}

fn status(fields: &Fields<'_>) -> Option<Status> {
    let ended = fields.optional("ended", Entry::day);
    let status = fields.required("status", |entry| Some((entry.at, entry.one_of(STATUS)?)));
    match (status?, ended) {
        ((_, None), Some(day)) => Some(Status::Ended(day.value)),
        ((_, Some(status)), None) => Some(status),
        ((at, None), None) => {
            let help = "add `ended = 2025-01-01`: the first day on which it no longer existed";
            fields.log().error(at, "it is not said when this scheme ended", help);
            None
        }
        ((_, Some(_)), Some(day)) => {
            let help = "write `status = \"ended\"`, or leave `ended` out";
            fields.log().error(day.at, "the status does not say that it ended", help);
            None
        }
    }
}

fn review(fields: &Fields<'_>) -> Option<Review> {
    let checked = fields.required("checked", Entry::day);
    let before = fields.required("before", Entry::day);
    fields.required("by_role", Entry::text);
    let second_check = fields.required("second_check", Entry::yes_no);
    let confidence = fields.required("confidence", |entry| entry.one_of(CONFIDENCE));
    let (checked, before) = (checked?.value, before?);
    if before.value <= checked {
        let help = format!("take a day after {checked}");
        fields.log().error(before.at, "the next check does not come after the last one", help);
    }
    Some(Review { checked, before: before.value, second_check: second_check?, confidence: confidence? })
}

fn texts(fields: &Fields<'_>) -> Option<Texts> {
    let [name, summary, provider, decides, lead_time] = fields.texts([
        ("name", Need::Required),
        ("summary", Need::Required),
        ("provider", Need::Required),
        ("decides", Need::Required),
        ("lead_time", Need::Optional),
    ]);
    let apply = fields
        .optional("apply", |entry| entry.fields("where to apply", |fields| fields.required("url", url)));
    Some(Texts { name: name?, summary: summary?, provider: provider?, decides: decides?, lead_time, apply })
}

fn window(fields: &Fields<'_>) -> Option<Window> {
    let opens = fields.optional("opens", Entry::day);
    let closes = fields.optional("closes", Entry::day);
    let closes_at = fields.optional("closes_at", hour);
    let announced = fields.optional("announced", Entry::yes_no);
    let text = fields.text(Need::Optional);
    let sources = citations(fields, Need::Required);
    if let (Some(opens), Some(closes)) = (&opens, &closes)
        && closes.value < opens.value
    {
        let help = format!("take {} or later", opens.value);
        fields.log().error(closes.at, "this round closes before it opens", help);
    }
    Some(Window {
        opens: opens.map(|day| day.value),
        closes: closes.map(|day| day.value),
        closes_at: closes_at.map(|hour| hour.value),
        announced: announced.unwrap_or(false),
        text,
        sources,
    })
}

fn hour(entry: Entry<'_>) -> Option<Placed<String>> {
    let hour = entry.text()?;
    let valid = hour.split_once(':').is_some_and(|(hours, minutes)| {
        let below = |part: &str, limit| part.len() == 2 && part.parse().is_ok_and(|n: u8| n < limit);
        below(hours, 24) && below(minutes, 60)
    });
    if !valid {
        let message = format!("`{}` is not an hour", hour.value);
        entry.log().error(hour.at, message, "write it as \"17:00\"");
    }
    valid.then_some(hour)
}

fn texts_of(fields: &Fields<'_>, key: &'static str, what: &'static str) -> Vec<Text> {
    fields.list(key, |entry| entry.fields(what, |fields| fields.text(Need::Required)))
}

fn pitfall(fields: &Fields<'_>) -> Option<(Text, Vec<Citation>)> {
    let text = fields.text(Need::Required);
    let sources = citations(fields, Need::Optional);
    Some((text?, sources))
}

fn relation(fields: &Fields<'_>) -> Option<Relation> {
    let kind = fields.required("kind", |entry| entry.one_of(RELATIONS));
    let with = fields.list("with", Entry::hyphen_id);
    let text = fields.text(Need::Required);
    let sources = citations(fields, Need::Required);
    if with.is_empty() {
        let help = "name the schemes: `with = [\"…\"]`";
        fields.log().error(fields.at, "this relation names no scheme", help);
    }
    Some(Relation { kind: kind?, with, text: text?, sources })
}
