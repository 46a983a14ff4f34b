//! What to do first this week.

use crate::dom::{el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use steunwijzer_advisor::messages::{advice, first_steps as say};
use steunwijzer_advisor::present::{FirstStep, StepTo};
use yew::Html;

/// At most three steps; nothing when there is nothing to do.
pub(super) fn first_steps(props: &PageProps) -> Option<Html> {
    let model = &props.model;
    let lang = model.lang();
    if model.awaits_schemes() || model.interview.answers.is_empty() {
        return None;
    }
    let steps = model.view().first_steps();
    let items = steps.iter().map(|one| step(props, one)).collect();
    (!steps.is_empty()).then(|| {
        let head = vec![says("h2", "", say::title(lang)), says("p", "hint", say::lead(lang))];
        el("section", "first-steps", vec![el("div", "", head), el("ol", "steps", items)])
    })
}

fn step(props: &PageProps, step: &FirstStep) -> Html {
    let lang = props.model.lang();
    let what = match &step.to {
        StepTo::Scheme(link) => {
            let name = props.link(Page::Scheme(link.scheme), "name", text(&link.name));
            vec![name, text(". "), text(&step.what)]
        }
        StepTo::Ask(ask) => {
            let page = Page::of(*ask, props.model.rulebook());
            vec![text(&step.what), text(" "), props.link(page, "strong", text(advice::answer_now(lang)))]
        }
    };
    let why = vec![Icon::Clock.draw(), text(&step.why)];
    el("li", "", vec![el("p", "", what), el("p", "small", why)])
}
