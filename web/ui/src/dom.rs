//! Elements as plain functions. `html!` writes out the making of every element where it stands;
//! for the simple ones a call takes a fifth of the room in the module.

use yew::virtual_dom::VText;
use yew::{AttrValue, Html, html};

/// An element with a class (none if empty) and children.
pub(crate) fn el(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ for children }</@> }
}

/// Text.
pub(crate) fn text(text: &str) -> Html {
    Html::VText(VText::new(AttrValue::from(text.to_owned())))
}

/// An element with nothing but text in it.
pub(crate) fn says(tag: &'static str, class: &'static str, words: &str) -> Html {
    el(tag, class, vec![text(words)])
}

/// Words for who does not see the page.
pub(crate) fn hidden(words: &str) -> Html {
    says("span", "hidden", words)
}

/// Several things without an element around them.
pub(crate) fn all(children: Vec<Html>) -> Html {
    html! { <>{ for children }</> }
}
