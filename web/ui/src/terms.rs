//! Words explained where they are used: each folds out in place.

use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::page::PageProps;
use crate::parts::citation;
use steunwijzer_advisor::glossary::{Term, terms_in};
use yew::{Html, html};

/// The words in a text that ask for an explanation, each with a button that opens it.
pub(crate) fn terms(props: &PageProps, words: &str) -> Html {
    explained(props, terms_in(props.model.lang(), words))
}

/// The same, of the words that were not explained before on this page.
pub(crate) fn new_terms(props: &PageProps, words: &str, seen: &mut Vec<Term>) -> Html {
    let new: Vec<Term> =
        terms_in(props.model.lang(), words).into_iter().filter(|term| !seen.contains(term)).collect();
    seen.extend(&new);
    explained(props, new)
}

fn explained(props: &PageProps, terms: Vec<Term>) -> Html {
    if terms.is_empty() {
        return Html::default();
    }
    let each = terms.into_iter().map(|term| {
        let explained = props.model.view().explained(term);
        let mut parts = vec![text(explained.text)];
        if let Some(row) = &explained.citation {
            parts.extend([text(" "), el("span", "small", vec![citation(row)])]);
        }
        html! {
            <details key={term.name(props.model.lang())}>
                <summary>{ Icon::Info.draw() }{ says("span", "", &explained.question) }</summary>
                { el("p", "", parts) }
            </details>
        }
    });
    el("div", "terms", each.collect())
}
