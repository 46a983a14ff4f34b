//! What became of every address, as text.

use super::Lines;
use crate::links::{Address, Outcome, Why};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::links as say;

pub(crate) fn links(asked: &[(Address, Outcome)], lang: Lang) -> String {
    let mut lines = Lines::default();
    let is_ok = |outcome: &Outcome| matches!(outcome, Outcome::Ok);
    let fine = asked.iter().filter(|(_, outcome)| is_ok(outcome)).count();
    lines.line(0, &say::ok(lang, fine, &asked.len().to_string()));
    for (heading, wanted) in [
        (say::gone(lang), (|outcome| matches!(outcome, Outcome::Gone(_))) as fn(&Outcome) -> bool),
        (say::moved(lang), |outcome| matches!(outcome, Outcome::Moved(_))),
        (say::unreachable(lang), |outcome| matches!(outcome, Outcome::Unreachable(_))),
        (say::not_asked(lang), |outcome| matches!(outcome, Outcome::NotAsked)),
    ] {
        let rows: Vec<&(Address, Outcome)> = asked.iter().filter(|(_, outcome)| wanted(outcome)).collect();
        if !rows.is_empty() {
            lines.heading(0, &format!("{heading} ({})", rows.len()).to_uppercase());
        }
        for (address, outcome) in rows {
            row(lang, address, outcome, &mut lines);
        }
    }
    lines.text()
}

fn row(lang: Lang, address: &Address, outcome: &Outcome, lines: &mut Lines) {
    lines.line(2, &address.url);
    match outcome {
        Outcome::Gone(status) => lines.line(4, &say::status(lang, &status.to_string())),
        Outcome::Moved(to) => lines.line(4, &say::to(lang, to)),
        Outcome::Unreachable(why) => lines.line(4, &reason(lang, why)),
        Outcome::Ok | Outcome::NotAsked => {}
    }
    if !address.sources.is_empty() {
        lines.line(4, &say::sources(lang, &address.sources.join(", ")));
    }
    if !address.schemes.is_empty() {
        lines.line(4, &say::schemes(lang, &address.schemes.join(", ")));
    }
}

/// Why we cannot tell.
fn reason(lang: Lang, why: &Why) -> String {
    match why {
        Why::Late => say::late(lang).to_owned(),
        Why::NoSuchHost => say::no_such_host(lang).to_owned(),
        Why::Redirects => say::redirects(lang).to_owned(),
        Why::Status(status) => say::status(lang, &status.to_string()),
        Why::Other(words) => words.clone(),
    }
}
