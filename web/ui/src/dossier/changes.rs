//! What another edition says of the dossier that was opened.

use super::table::{Row, table};
use crate::dom::{all, el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, note, plate};
use steunwijzer_advisor::dossier::{ChangeRow, Opened, changes as changes_of};
use steunwijzer_advisor::messages::dossier as say;
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Verdict;
use yew::Html;

/// New, gone and changed verdicts since the file was saved. Nothing for a file without verdicts.
pub(super) fn changes(props: &PageProps, opened: &Opened) -> Html {
    let model = &props.model;
    let lang = model.lang();
    // Only of the state as it was opened: another answer changes verdicts too.
    if opened.dossier.answers != model.interview.answers || opened.dossier.as_on != model.interview.as_on {
        return Html::default();
    }
    let Some((date, _)) = opened.edition.as_ref().filter(|_| !opened.verdicts.is_empty()) else {
        return Html::default();
    };
    let found = changes_of(&model.whole_view(), opened);
    let day = show::day(lang, *date);
    let first = match (opened.is_of_another_edition(model.rulebook()), found.is_empty()) {
        (false, true) => say::edition_same(lang).to_owned(),
        (true, true) => say::edition_equal(lang, &day),
        (true, false) => say::edition_other(lang, &day),
        (false, false) => say::edition_odd(lang).to_owned(),
    };
    let parts = vec![
        note(Tone::Grey, &first, Vec::new()),
        rows(props, say::changed(lang), &found.changed),
        rows(props, say::new(lang), &found.new),
        rows(props, say::gone(lang), &found.gone),
    ];
    el("div", "changes", parts)
}

fn rows(props: &PageProps, name: &'static str, rows: &[ChangeRow]) -> Html {
    let lang = props.model.lang();
    let verdict =
        |verdict: Option<Verdict>| verdict.map_or_else(|| text("–"), |verdict| plate(lang, verdict, true));
    let each = rows.iter().map(|row| {
        let name = match row.scheme {
            Some(id) => props.link(Page::Scheme(id), "", text(&row.name)),
            None => text(&row.name),
        };
        let reason = if row.reason.is_empty() { say::gone_text(lang) } else { &row.reason };
        Row {
            about: all(vec![name, says("span", "small", reason)]),
            cells: vec![verdict(row.was), verdict(row.now)],
        }
    });
    let heads = [say::scheme(lang), say::was(lang), say::now(lang)];
    table(name, &heads, each.collect())
}
