//! The desk: everything on one sheet, in any order, for a civil servant with a caller.

mod model;

pub(crate) use model::{DeskEvent, DeskForm};

use crate::dom::el;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::messages::desk as say;
use yew::Html;

/// The desk.
pub(crate) fn desk(props: &PageProps) -> Html {
    el("div", "wide-column reading", vec![title(say::title(props.model.lang()))])
}
