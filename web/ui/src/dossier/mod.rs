//! The dossier: saving, opening, comparing, sharing, wiping.

mod model;

pub(crate) use model::{DossierEvent, DossierForm};

use crate::dom::el;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::messages::dossier as say;
use yew::Html;

/// The page of the dossier.
pub(crate) fn dossier(props: &PageProps) -> Html {
    el("div", "wide-column reading", vec![title(say::title(props.model.lang()))])
}
