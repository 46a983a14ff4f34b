//! The draft declaration of de minimis aid: a page to check, print and sign.

use super::page::{counts, finding};
use crate::dom::{all, el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, citation, note, print, title};
use steunwijzer_advisor::messages::declaration as say;
use steunwijzer_advisor::present::plan::aid::{DeclarationRowShown, DeclarationSheet, TotalRow};
use steunwijzer_advisor::show;
use yew::{Html, html};

pub(crate) fn declaration(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let Some(sheet) = model.whole_view().aid_declaration(&model.aid_asked()) else { return Html::default() };
    let words = all(vec![Icon::Print.draw(), says("span", "", say::print(lang))]);
    let back = props.link(Page::Aid, "", text(say::back(lang)));
    let edition = show::day(lang, model.rulebook().edition.date);
    html! {
        <div class="wide-column reading declaration">
            <p class="over screen-only">{ back }</p>
            { title(say::title(lang)) }
            { note(Tone::Sun, say::draft(lang), vec![says("p", "", say::lead(lang))]) }
            <p class="buttons">{ print(props, "outlined", words) }</p>
            { checks(props, &sheet) }
            { says("h2", "", say::who(lang)) }
            { lines(&[say::name(lang), say::number(lang)]) }
            { says("h2", "", say::rows(lang)) }
            { says("p", "", &sheet.period) }
            { received(props, &sheet) }
            { says("h2", "", say::totals(lang)) }
            { totals(props, &sheet) }
            { says("h2", "", say::new(lang)) }
            { new_aid(props, &sheet) }
            <section class="signing">
                { says("h2", "", say::sign(lang)) }
                { says("p", "", say::sign_text(lang)) }
                { lines(&[say::sign_name(lang), say::sign_place(lang), say::sign_signature(lang)]) }
            </section>
            { says("p", "hint", &say::made(lang, &edition)) }
        </div>
    }
}

/// Room to write on paper.
fn lines(names: &[&str]) -> Html {
    let each = names.iter().flat_map(|name| [says("dt", "", name), says("dd", "", "\u{a0}")]);
    el("dl", "to-write", each.collect())
}

fn checks(props: &PageProps, sheet: &DeclarationSheet) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![says("h2", "", say::checks(lang))];
    if sheet.checks.is_empty() {
        parts.push(says("p", "", say::no_checks(lang)));
    } else {
        parts.push(el("ul", "checks", sheet.checks.iter().map(|words| says("li", "", words)).collect()));
    }
    el("section", "", parts)
}

fn received(props: &PageProps, sheet: &DeclarationSheet) -> Html {
    let lang = props.model.lang();
    if let Some(none) = sheet.none {
        return says("p", "", none);
    }
    let heads = [
        say::record(lang),
        say::owner(lang),
        say::day(lang),
        say::rules(lang),
        say::amount(lang),
        say::counted(lang),
        say::register(lang),
    ];
    let row = |row: &DeclarationRowShown| {
        let cells = [row.owner, &row.day, &row.rules, &row.amount, &row.counted, row.register];
        let cells = cells.map(|cell| says("td", "", cell));
        html! { <tr><th scope="row">{ &row.name }</th>{ for cells }</tr> }
    };
    counts("gekregen", say::rows_caption(lang), &heads, sheet.rows.iter().map(row).collect())
}

fn totals(props: &PageProps, sheet: &DeclarationSheet) -> Html {
    let lang = props.model.lang();
    let heads = [say::rules(lang), say::total(lang), say::limit(lang), say::left(lang)];
    let row = |row: &TotalRow| {
        let period = row.figure.iter().filter(|figure| !figure.period.is_empty());
        let period = period.map(|figure| says("span", "small", &figure.period));
        html! {
            <tr>
                <th scope="row">{ row.name }</th><td>{ &row.used }</td>
                <td>{ &row.limit }{ " " }{ for period }</td><td>{ &row.left }</td>
            </tr>
        }
    };
    let table = counts("totalen", say::totals_caption(lang), &heads, sheet.totals.iter().map(row).collect());
    let figures = sheet.totals.iter().filter_map(|row| row.figure.as_ref());
    let mut found = Vec::new();
    for row in figures.flat_map(|figure| &figure.citations) {
        if !found.contains(&row) {
            found.push(row);
        }
    }
    let sources = found.into_iter().map(|row| el("li", "small", vec![citation(row)])).collect();
    html! { <>{ table }{ el("ul", "plain", sources) }</> }
}

fn new_aid(props: &PageProps, sheet: &DeclarationSheet) -> Html {
    match &sheet.new_aid {
        None => says("p", "", say::no_new(props.model.lang())),
        Some((asked, found)) => html! { <>{ says("p", "", asked) }{ finding(found) }</> },
    }
}
