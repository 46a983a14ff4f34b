//! The accessibility statement.

use crate::dom::el;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::messages::access as say;
use yew::Html;

/// What was tested, and how.
pub(crate) fn access(props: &PageProps) -> Html {
    el("div", "wide-column reading", vec![title(say::title(props.model.lang()))])
}
