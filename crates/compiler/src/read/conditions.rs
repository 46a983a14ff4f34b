//! Conditions of a scheme, alone or as routes of which one is enough.

use super::reader::{Entry, Fields, Need, Text};
use super::sources::{Citation, citations};
use crate::diagnostic::{At, Placed};
use steunwijzer_engine::rulebook::Role;

/// A condition.
#[derive(Debug)]
pub(crate) struct Condition {
    pub(crate) at: At,
    pub(crate) id: Placed<String>,
    pub(crate) role: Role,
    /// The expression of a test; none for the others and for a group of routes.
    pub(crate) when: Option<Placed<String>>,
    pub(crate) text: Text,
    pub(crate) sources: Vec<Citation>,
    pub(crate) refer: Option<Placed<String>>,
    pub(crate) background: bool,
    /// Tests that fail whenever this one does: it cannot be shown to fail alone.
    pub(crate) fails_with: Vec<Placed<String>>,
    /// Alternative routes: one is enough.
    pub(crate) routes: Vec<Condition>,
}

pub(crate) const ROLES: &[(&str, Role)] =
    &[("test", Role::Test), ("judged", Role::Judged), ("step", Role::Step), ("remark", Role::Remark)];

/// The words for the role of an alternative route.
pub(crate) const ROLES_OF_ROUTES: &[(&str, Role)] = &[("test", Role::Test), ("judged", Role::Judged)];

/// Reads a condition with its routes.
pub(super) fn condition(fields: &Fields<'_>) -> Option<Condition> {
    let routes = fields.list("any", |entry| entry.fields("a route", route));
    one(fields, ROLES, routes)
}

fn route(fields: &Fields<'_>) -> Option<Condition> {
    one(fields, ROLES_OF_ROUTES, Vec::new())
}

fn one(fields: &Fields<'_>, roles: &[(&'static str, Role)], routes: Vec<Condition>) -> Option<Condition> {
    let id = fields.required("id", Entry::hyphen_id);
    let role = fields.required("role", |entry| entry.one_of(roles));
    let whole = roles.len() == ROLES.len();
    let group = whole && fields.has("any");
    let when = match (role, group) {
        (Some(Role::Test), false) => fields.required("when", Entry::text),
        (Some(Role::Test), true) => no_expression(fields, "its routes say when it holds"),
        (Some(Role::Judged | Role::Step | Role::Remark), _) => {
            no_expression(fields, "only a `test` is computed")
        }
        (None, _) => fields.optional("when", Entry::text),
    };
    if group && role.is_some_and(|role| role != Role::Test) {
        let help = "give it the role `test`, or leave the routes out";
        fields.log().error(fields.at, "only a test can have routes", help);
    }
    let text = fields.text(Need::Required);
    let sources = citations(fields, Need::Required);
    let refer = fields.optional("refer", Entry::hyphen_id);
    let background = fields.optional("background", Entry::yes_no);
    let fails_with = if whole { fields.list("fails_with", Entry::hyphen_id) } else { Vec::new() };
    let role = role?;
    if role == Role::Test && !group && when.is_none() {
        return None;
    }
    Some(Condition {
        at: fields.at,
        id: id?,
        role,
        when,
        text: text?,
        sources,
        refer,
        background: background.unwrap_or(false),
        fails_with,
        routes,
    })
}

fn no_expression(fields: &Fields<'_>, why: &str) -> Option<Placed<String>> {
    if let Some(when) = fields.optional("when", Entry::text) {
        let message = "this condition takes no `when`";
        fields.log().error(when.at, message, format!("leave it out: {why}"));
    }
    None
}
