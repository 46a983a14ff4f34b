//! The aid of the schemes that fit.

use super::page::finding;
use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use steunwijzer_advisor::messages::aid as say;
use steunwijzer_advisor::present::plan::aid::{SchemeAidRow, SchemesAid};
use steunwijzer_engine::rulebook::SchemeId;
use yew::Html;

pub(super) fn schemes(props: &PageProps, all: &SchemesAid) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![says("h2", "", say::schemes(lang))];
    let (known, not_known): (Vec<&SchemeAidRow>, Vec<&SchemeAidRow>) =
        all.rows.iter().partition(|row| row.not_known.is_none());
    if known.is_empty() {
        parts.push(says("p", "", say::schemes_none(lang)));
    } else {
        parts.push(says("p", "hint", say::schemes_lead(lang)));
        parts.push(list(props, &known));
    }
    if let Some(note) = not_known.first().and_then(|row| row.not_known) {
        parts.push(folded(
            say::not_known(lang),
            not_known.len(),
            vec![says("p", "", note), list(props, &not_known)],
        ));
    }
    parts.extend(named(props, say::other_rules(lang), all.other_rules_note, &all.other_rules));
    parts.extend(named(props, say::not_counted(lang), None, &all.not_counted));
    el("section", "", parts)
}

fn scheme(props: &PageProps, row: &SchemeAidRow) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![el("h3", "", vec![props.link(Page::Scheme(row.scheme), "", text(&row.name))])];
    if !row.subject.is_empty() {
        parts.push(says("p", "small", &say::for_whom(lang, &row.subject)));
    }
    parts.push(finding(&row.fit));
    let readings: Vec<Html> = row
        .readings
        .iter()
        .flat_map(|reading| {
            let term = [say::counts_for(lang), " (", reading.method, ")"].concat();
            [says("dt", "", &term), says("dd", "number", &reading.value)]
        })
        .collect();
    parts.push(el("dl", "aid-readings", readings));
    if !row.requirements.is_empty() {
        parts.push(says("p", "small", say::only_if(lang)));
        let each = row.requirements.iter().map(|words| says("li", "", words)).collect();
        parts.push(el("ul", "small", each));
    }
    el("li", "card", parts)
}

/// Schemes by name, folded.
fn named(props: &PageProps, title: &str, note: Option<&str>, schemes: &[(SchemeId, String)]) -> Option<Html> {
    let item =
        |(id, name): &(SchemeId, String)| el("li", "", vec![props.link(Page::Scheme(*id), "", text(name))]);
    let mut parts: Vec<Html> = note.map(|words| says("p", "", words)).into_iter().collect();
    parts.push(el("ul", "", schemes.iter().map(item).collect()));
    (!schemes.is_empty()).then(|| folded(title, schemes.len(), parts))
}

fn folded(title: &str, count: usize, parts: Vec<Html>) -> Html {
    let words = [title, " (", &count.to_string(), ")"].concat();
    let mut all = vec![el("summary", "", vec![Icon::Chevron.draw(), says("span", "", &words)])];
    all.extend(parts);
    el("details", "folded", all)
}

fn list(props: &PageProps, rows: &[&SchemeAidRow]) -> Html {
    el("ul", "plain aid-schemes", rows.iter().map(|row| scheme(props, row)).collect())
}
