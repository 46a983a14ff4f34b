//! Up to three schemes side by side: a table, and the buttons that put a scheme in it.

use crate::dom::{all, el, hidden, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{plate, title};
use crate::store::{Event, Model};
use steunwijzer_advisor::messages::{compare as say, scheme};
use steunwijzer_advisor::present::{Comparison, Link, MOST_COMPARED};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;
use yew::{Html, html};

impl Model {
    /// Puts a scheme beside the others, if there is room, or takes it away.
    pub(crate) fn compare(&mut self, scheme: SchemeId) {
        let before = self.compared.len();
        self.compared.retain(|own| *own != scheme);
        let is_new = self.compared.len() == before;
        self.folds.compare_full = is_new && before >= MOST_COMPARED;
        if is_new && before < MOST_COMPARED {
            self.compared.push(scheme);
        }
    }
}

/// Puts a scheme beside others, or takes it away.
pub(crate) fn toggle(props: &PageProps, id: SchemeId, name: &str) -> Html {
    let lang = props.model.lang();
    let is_on = props.model.compared.contains(&id);
    let mark = if is_on { Icon::Tick } else { Icon::Plus };
    html! {
        <button type="button" class="compare-toggle" aria-pressed={is_on.to_string()} onclick={props.on(Event::Compare(id))}>
            { mark.draw() }{ text(say::add(lang)) }{ hidden(&[": ", name].concat()) }
        </button>
    }
}

/// How many schemes were chosen, with the way to the table. Read out when it changes; it stays in view.
pub(crate) fn bar(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts = Vec::new();
    if model.folds.compare_full {
        parts.push(says("span", "full", say::full(lang)));
    }
    if !model.compared.is_empty() {
        parts.push(props.link(Page::Compared, "outlined", text(&say::open(lang, model.compared.len()))));
        parts.push(props.act(Event::CompareNone, text(say::clear(lang))));
    }
    let class = if parts.is_empty() { "compare-bar none" } else { "compare-bar" };
    html! { <div {class} role="status">{ for parts }</div> }
}

/// The table.
pub(crate) fn compared(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let back = el("p", "over", vec![props.link(Page::Advice, "", text(scheme::back(lang)))]);
    let comparison = model.view().side_by_side(&model.compared);
    let lead = match comparison.schemes.len() {
        0 => say::empty(lang),
        1 => say::one(lang),
        _ => say::lead(lang),
    };
    let mut parts = vec![back, title(say::title(lang)), says("p", "lead", lead)];
    if !comparison.schemes.is_empty() {
        parts.push(table(props, &comparison));
    }
    el("div", "wide-column side-by-side", parts)
}

/// A region that scrolls sideways by itself, also with the keyboard; the labels stay in view.
fn table(props: &PageProps, comparison: &Comparison) -> Html {
    let lang = props.model.lang();
    let heads = comparison.schemes.iter().map(|(link, verdict)| head(props, link, *verdict));
    let rows = comparison.rows.iter().map(|(label, cells)| {
        let mut parts = vec![html! { <th scope="row">{ *label }</th> }];
        parts.extend(cells.iter().map(|cell| says("td", "", cell)));
        el("tr", "", parts)
    });
    html! {
        <div class="compare-scroll" role="region" tabindex="0" aria-label={say::scroll(lang)}>
            <table>
                <thead><tr><th scope="col">{ say::what(lang) }</th>{ for heads }</tr></thead>
                { el("tbody", "", rows.collect()) }
            </table>
        </div>
    }
}

fn head(props: &PageProps, link: &Link, verdict: Verdict) -> Html {
    let lang = props.model.lang();
    let name = props.link(Page::Scheme(link.scheme), "name", text(&link.name));
    let words = all(vec![text(say::remove(lang)), hidden(&[": ", &link.name].concat())]);
    let remove = props.act(Event::Compare(link.scheme), words);
    html! { <th scope="col">{ plate(lang, verdict, true) }{ name }{ remove }</th> }
}

#[cfg(test)]
mod tests {
    use crate::navigation::Page;
    use crate::site::Site;
    use crate::store::{Event, Model};
    use steunwijzer_advisor::lang::Lang;
    use steunwijzer_engine::rulebook::SchemeId;

    fn with(schemes: &[u16]) -> Model {
        let site = Site::new(steunwijzer_rules::rulebook());
        let day = site.rulebook.edition.date;
        let model = Model::new(site, day, Lang::Nl, Page::Advice);
        schemes.iter().fold(model, |model, row| model.after(Event::Compare(SchemeId(*row))))
    }

    #[test]
    fn a_fourth_scheme_is_refused_and_that_is_said() {
        let model = with(&[1, 2, 3, 4]);
        assert_eq!(model.compared, [1, 2, 3].map(SchemeId));
        assert!(model.folds.compare_full);
    }

    #[test]
    fn pressing_twice_takes_a_scheme_away_and_makes_room() {
        let model = with(&[1, 2, 3, 2, 4]);
        assert_eq!(model.compared, [1, 3, 4].map(SchemeId));
        assert!(!model.folds.compare_full);
    }
}
