//! Calculators: one sum each, outside the interview.
//!
//! Each that was opened has a model of its own ([`Opened`]), with its own answers. Its page is drawn
//! with that model, so fields and sums are those of the other pages; events go to it.

mod model;
mod page;
mod result;

pub(crate) use model::{Opened, advice};
pub(crate) use page::calculator;

use crate::dom::{el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::messages::calculator as say;
use yew::Html;

/// All calculators.
pub(crate) fn list(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let items = (0u16..).zip(&model.site.calculators.all).map(|(row, calculator)| {
        let name = text(model.text(calculator.title));
        let link = el("h2", "h3", vec![props.link(Page::Calculator(row), "", name)]);
        el("li", "card", vec![link, says("p", "", model.text(calculator.summary))])
    });
    let list = el("ul", "plain calculators", items.collect());
    el("div", "wide-column reading", vec![title(say::title(lang)), says("p", "lead", say::lead(lang)), list])
}
