//! The advice on paper: two pages A4.

use crate::dom::el;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::messages::paper as say;
use yew::Html;

/// The paper as it will be printed.
pub(crate) fn paper(props: &PageProps) -> Html {
    el("div", "wide-column reading", vec![title(say::title(props.model.lang()))])
}
