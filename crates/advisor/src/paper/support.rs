//! What the municipality can do, for an advice from a desk.

use crate::case::Case;
use crate::desk::{Fit, alternatives, involved, roles};
use crate::messages::paper as messages;
use crate::municipal::{ItemRow, Side};

/// The most names of whom to involve.
const MOST_INVOLVED: usize = 5;

/// What the municipality can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// The roles that fit, each with the first thing to do in it.
    pub roles: Vec<(String, String)>,
    /// Whom to involve; may be empty.
    pub involve: String,
    /// Other support.
    pub rows: Vec<SupportRow>,
}

/// Support other than money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportRow {
    /// What.
    pub name: String,
    /// Who decides.
    pub decides: String,
    /// What to watch.
    pub watch: String,
}

/// All of it: of roles those of which a sign shows, of other support those first.
pub(super) fn support(side: &Side<'_>, case: &Case) -> Support {
    let lang = side.view.lang;
    let fitting = roles(side).into_iter().filter(|(fit, _)| *fit == Fit::Shown);
    let roles = fitting.map(|(_, role)| {
        let first = role.actions.first().map_or(role.item.text, said);
        (messages::role(lang, role.item.name), first.to_owned())
    });
    let rows =
        alternatives(side).into_iter().filter(|(fit, _)| *fit != Fit::NotShown).map(|(_, row)| SupportRow {
            name: row.item.name.to_owned(),
            decides: row.by.iter().map(said_short).collect::<Vec<_>>().join(", "),
            watch: row.watch.first().map_or("", said).to_owned(),
        });
    let (roles, rows) = (roles.collect(), rows.collect());
    let names: Vec<&str> =
        involved(side, case).iter().map(|one| said_short(&one.who)).take(MOST_INVOLVED).collect();
    let involve = if names.is_empty() { String::new() } else { messages::involve(lang, &names.join(", ")) };
    Support { roles, involve, rows }
}

/// The text, or the heading if that says it all.
fn said<'a>(item: &ItemRow<'a>) -> &'a str {
    if item.text.is_empty() { item.name } else { item.text }
}

/// The heading, or the text if there is none.
fn said_short<'a>(item: &ItemRow<'a>) -> &'a str {
    if item.name.is_empty() { item.text } else { item.name }
}
