//! Buying from social enterprises; registers, marketplaces and networks.

use super::sheet::Sheet;
use crate::dom::{el, says, text};
use crate::parts::outward;
use steunwijzer_advisor::messages::{municipal, toolkit as say};
use steunwijzer_advisor::municipal::{LinkRow, RouteRow, link_kind_word};
use steunwijzer_advisor::present::FigureRow;
use steunwijzer_advisor::show;
use yew::Html;

/// Tips, routes with their thresholds on the day, and what is known.
pub(super) fn procurement(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let side = sheet.side;
    let (tips, routes) = (&side.data.procurement_tips, &side.data.procurement_routes);
    let rows = side.items(tips);
    let mut parts = vec![
        says("h3", "", side.title(tips)),
        sheet.rows("ol", "points", &rows),
        says("h3", "", side.title(routes)),
    ];
    let each = side.routes().iter().map(|row| route(sheet, row)).collect();
    parts.extend([el("ul", "rows-with-names", each), sheet.list(&side.data.procurement_findings)]);
    parts
}

fn route(sheet: &mut Sheet<'_>, route: &RouteRow<'_>) -> Html {
    let mut parts = sheet.item(&route.item);
    if !route.thresholds.is_empty() {
        let day = show::day(sheet.lang(), sheet.side.view.advice.as_on);
        parts.push(says("p", "label", &say::thresholds(sheet.lang(), &day)));
        let figures = route.thresholds.iter().map(|figure| threshold(sheet, figure)).collect();
        parts.push(el("ul", "points", figures));
    }
    parts.extend([sheet.watch(&route.watch), sheet.schemes(&route.schemes)]);
    el("li", "", parts)
}

fn threshold(sheet: &mut Sheet<'_>, figure: &FigureRow) -> Html {
    let words = municipal::threshold(sheet.lang(), &figure.label, &figure.value);
    let period = if figure.period.is_empty() { String::new() } else { [" (", &figure.period, ")"].concat() };
    let mut parts = vec![text(&[&words, period.as_str(), ". "].concat())];
    parts.extend(figure.assumption.as_deref().map(|why| says("span", "tag", why)));
    parts.push(sheet.refer(&figure.citations));
    el("li", "", parts)
}

/// Addresses, each with its date and whether anybody saw it.
pub(super) fn links(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let each = sheet.side.links().iter().map(|row| link(sheet, row)).collect();
    vec![says("h3", "", sheet.side.title(&sheet.side.data.links)), el("ul", "rows-with-names", each)]
}

fn link(sheet: &mut Sheet<'_>, link: &LinkRow<'_>) -> Html {
    let lang = sheet.lang();
    let mut parts = vec![says("h4", "", link.item.name), says("p", "", link.item.text)];
    if let Some(address) = &link.address {
        let mut words = vec![
            says("span", "kind", link_kind_word(lang, link.kind)),
            text(". "),
            outward(&address.url, text(&address.title)),
            text(&[", ", &address.content, ", ", &address.checked, ". "].concat()),
        ];
        words.extend(address.unconfirmed.map(|word| says("span", "tag", word)));
        parts.push(el("p", "small", words));
    }
    let known = vec![text(say::known_from(lang)), text(" "), sheet.refer(&link.item.citations)];
    parts.extend([el("p", "small", known), sheet.schemes(&link.schemes)]);
    el("li", "", parts)
}
