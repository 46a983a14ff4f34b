//! The conditions of a scheme, by what they do to a verdict.

use crate::layout::Writer;
use maud::{Markup, html};
use steunwijzer_advisor::messages::{condition as shown, fixed_scheme as say, scheme};
use steunwijzer_engine::rulebook::{Condition, Role, SchemeId};

/// A condition with its alternatives.
struct Group<'w> {
    condition: &'w Condition,
    routes: &'w [Condition],
}

pub(super) fn all(writer: &Writer<'_>, id: SchemeId) -> Markup {
    let groups = groups(writer.known.rulebook.conditions_of(id));
    let heading = |role| match role {
        Role::Test => say::by_role_test(writer.lang),
        Role::Judged => say::by_role_judged(writer.lang),
        Role::Step => say::by_role_step(writer.lang),
        Role::Remark => say::by_role_remark(writer.lang),
    };
    html! {
        h2 { (scheme::conditions(writer.lang)) }
        @if groups.is_empty() { p { (scheme::no_conditions(writer.lang)) } }
        @for role in [Role::Test, Role::Judged, Role::Step, Role::Remark] {
            @if groups.iter().any(|group| group.condition.role == role) {
                h3 { (heading(role)) }
                ul class="plain" {
                    @for group in groups.iter().filter(|group| group.condition.role == role) {
                        (item(writer, group.condition, group.routes))
                    }
                }
            }
        }
    }
}

fn groups(conditions: &[Condition]) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut rest = conditions;
    while let Some((condition, behind)) = rest.split_first() {
        let (routes, next) = behind.split_at(usize::from(condition.routes).min(behind.len()));
        groups.push(Group { condition, routes });
        rest = next;
    }
    groups
}

fn item(writer: &Writer<'_>, condition: &Condition, routes: &[Condition]) -> Markup {
    let lang = writer.lang;
    html! {
        li {
            p {
                (writer.text(condition.text))
                @if condition.background && routes.is_empty() { " " span class="tag" { (shown::background(lang)) } }
            }
            @if routes.is_empty() && !condition.questions.is_empty() {
                p class="small" { (say::asks(lang)) " " (writer.question_links(&condition.questions)) }
            }
            @if let Some(refer) = condition.refer {
                p class="small" { (say::instead(lang)) " " (writer.scheme_links(&[refer])) }
            }
            (writer.citations(&condition.sources))
            @if !routes.is_empty() {
                ul class="routes" { @for route in routes { (item(writer, route, &[])) } }
            }
        }
    }
}
