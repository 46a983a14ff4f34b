//! What became of every address.

use super::json;
use crate::links::{Address, Outcome, Why};
use serde::Serialize;

#[derive(Serialize)]
struct LinkEntry<'l> {
    url: &'l str,
    /// ok, moved, gone, unreachable or not-asked.
    outcome: &'static str,
    /// Where it moved to.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    /// Why it is unreachable: late, no-such-host, redirects, status or other.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'l str>,
    sources: &'l [String],
    schemes: &'l [String],
}

/// Every address.
pub(crate) fn links(asked: &[(Address, Outcome)]) -> String {
    json(&asked.iter().map(|(address, outcome)| entry(address, outcome)).collect::<Vec<_>>())
}

fn entry<'l>(address: &'l Address, outcome: &'l Outcome) -> LinkEntry<'l> {
    let plain = |outcome| LinkEntry {
        url: &address.url,
        outcome,
        to: None,
        status: None,
        why: None,
        detail: None,
        sources: &address.sources,
        schemes: &address.schemes,
    };
    match outcome {
        Outcome::Ok => plain("ok"),
        Outcome::Moved(to) => LinkEntry { to: Some(to), ..plain("moved") },
        Outcome::Gone(status) => LinkEntry { status: Some(*status), ..plain("gone") },
        Outcome::NotAsked => plain("not-asked"),
        Outcome::Unreachable(why) => {
            let because = |why| LinkEntry { why: Some(why), ..plain("unreachable") };
            match why {
                Why::Late => because("late"),
                Why::NoSuchHost => because("no-such-host"),
                Why::Redirects => because("redirects"),
                Why::Status(status) => LinkEntry { status: Some(*status), ..because("status") },
                Why::Other(words) => LinkEntry { detail: Some(words), ..because("other") },
            }
        }
    }
}
