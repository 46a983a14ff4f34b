//! Two variants side by side.

use super::file;
use super::model::{DossierEvent, Purpose, Variant};
use super::section;
use super::table::{Row, table};
use crate::dom::{all, el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, note, plate};
use crate::store::Event;
use steunwijzer_advisor::dossier::{Comparison, SchemeDifference, Side, compare as compare_views};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::dossier as say;
use steunwijzer_advisor::present::verdict_word;
use yew::{Html, html};

/// The part of the page: how to begin, or what differs.
pub(super) fn compare(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let button = |words: &'static str, event| {
        html! { <button type="button" class="outlined" onclick={props.on(Event::Dossier(event))}>{ words }</button> }
    };
    let parts = match &props.model.dossier.variant {
        None => vec![
            says("p", "", say::compare_text(lang)),
            el(
                "p",
                "buttons",
                vec![
                    button(say::compare_hold(lang), DossierEvent::Hold),
                    file::choose(props, "ander-bestand", say::compare_file(lang), Purpose::Compare),
                ],
            ),
        ],
        Some(variant) => vec![
            differences(props, variant),
            el(
                "p",
                "buttons",
                vec![
                    button(say::compare_swap(lang), DossierEvent::Swap),
                    props.act(Event::Dossier(DossierEvent::StopComparing), text(say::compare_stop(lang))),
                ],
            ),
        ],
    };
    section("vergelijken", say::compare(lang), parts)
}

/// The names of the two variants.
struct Heads {
    held: &'static str,
    now: &'static str,
}

fn differences(props: &PageProps, variant: &Variant) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let held = if variant.is_of_file { say::variant_file(lang) } else { say::variant(lang) };
    let heads = Heads { held, now: say::variant_now(lang) };
    let views = [variant.view(model), model.whole_view()];
    let [before, after] = &views;
    let Comparison { answers, verdicts, amounts } = compare_views(before, after);
    if answers.is_empty() && verdicts.is_empty() && amounts.is_empty() {
        return note(Tone::Dashed, say::no_difference(lang), vec![says("p", "", say::compare_text(lang))]);
    }
    let counts = [(heads.held, before.counts()), (heads.now, after.counts())];
    let counts = counts.map(|(head, counts)| all(vec![says("dt", "", head), says("dd", "", &counts)]));
    let rows = answers
        .iter()
        .map(|row| Row { about: text(&row.label), cells: vec![text(&row.one), text(&row.other)] });
    let mut parts = vec![el("dl", "both", counts.to_vec())];
    parts.push(match answers.is_empty() {
        true => says("p", "", say::no_answers(lang)),
        false => table(say::answers(lang), &[say::question(lang), heads.held, heads.now], rows.collect()),
    });
    if verdicts.is_empty() && amounts.is_empty() {
        parts.push(says("p", "", say::no_verdicts(lang)));
    }
    parts.extend([
        schemes(props, say::verdicts(lang), &heads, &verdicts),
        schemes(props, say::amounts(lang), &heads, &amounts),
    ]);
    el("div", "differences", parts)
}

fn schemes(props: &PageProps, name: &'static str, heads: &Heads, rows: &[SchemeDifference]) -> Html {
    let lang = props.model.lang();
    let each = rows.iter().map(|row| Row {
        about: props.link(Page::Scheme(row.scheme), "", text(&row.name)),
        cells: vec![side(lang, &row.one), side(lang, &row.other)],
    });
    table(name, &[say::scheme(lang), heads.held, heads.now], each.collect())
}

fn side(lang: Lang, side: &Side) -> Html {
    let mut parts = vec![plate(lang, side.verdict, true)];
    // Without an amount the text may repeat the verdict.
    if side.amount != verdict_word(lang, side.verdict) {
        parts.push(says("span", "side-amount", &side.amount));
    }
    all(parts)
}
