//! What a municipality can do: policy, buying, convincing colleagues.

use crate::dom::el;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::messages::toolkit as say;
use yew::Html;

/// The toolkit of the municipality.
pub(crate) fn toolkit(props: &PageProps) -> Html {
    el("div", "wide-column reading", vec![title(say::title(props.model.lang()))])
}
