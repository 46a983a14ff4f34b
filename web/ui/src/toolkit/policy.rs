//! Making policy as a checklist; convincing colleagues; tips; who decides.

use super::sheet::Sheet;
use super::to_dossier;
use crate::dom::{all, el, says, text};
use crate::icons::Icon;
use steunwijzer_advisor::messages::toolkit as say;
use steunwijzer_advisor::municipal::{Progress, StepRow};
use yew::{Html, html};

/// What to have beforehand, and the seven steps.
pub(super) fn policy(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let (lang, side, props) = (sheet.lang(), sheet.side, sheet.props);
    let steps = side.steps(&props.model.case);
    let all_done = [&Progress::of_all(&steps).words(lang), ". "].concat();
    let kept =
        vec![text(&all_done), text(say::kept(lang)), text(" "), to_dossier(props, say::to_dossier(lang))];
    let mut parts = vec![
        sheet.list(&side.data.policy_needs),
        says("h3", "", side.title(&side.data.policy_steps)),
        el("p", "small", kept),
    ];
    let each = steps.iter().zip(1usize..).map(|(row, number)| step(sheet, row, number)).collect();
    parts.extend([el("ol", "policy-steps", each), sheet.list(&side.data.room)]);
    parts
}

fn step(sheet: &mut Sheet<'_>, step: &StepRow<'_>, number: usize) -> Html {
    let lang = sheet.lang();
    let name = say::step(lang, &number.to_string());
    // A step of one thing has a tick that says no more than "done": then its name is the step.
    let of = if step.ticks.len() == 1 { name.as_str() } else { "" };
    let ticks = step.ticks.iter().map(|tick| sheet.tick(tick, of)).collect();
    let id = ["stap-", step.item.id].concat();
    let source = sheet.refer(&step.item.citations);
    html! {
        <li class={if step.progress.is_complete() { "done" } else { "" }}>
            <h4 id={id.clone()}>{ [name.as_str(), ". ", step.item.text].concat() }</h4>
            <p class="small">{ progress(sheet, step.progress) }{ text(" ") }{ source }</p>
            <ul class="ticks" aria-labelledby={id}>{ all(ticks) }</ul>
        </li>
    }
}

fn progress(sheet: &Sheet<'_>, progress: Progress) -> Html {
    let lang = sheet.lang();
    let words = text(&[&progress.words(lang), "."].concat());
    if progress.is_complete() {
        return el(
            "span",
            "complete",
            vec![Icon::Tick.draw(), says("strong", "", say::complete(lang)), text(": "), words],
        );
    }
    el("span", "", vec![words])
}

/// Convincing colleagues, what goes wrong, and how entrepreneurs differ.
pub(super) fn colleagues(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let data = sheet.side.data;
    [&data.convincing, &data.bottlenecks, &data.entrepreneurs, &data.attitude]
        .map(|list| sheet.list(list))
        .into()
}

/// The six tips, and the advice of cities.
pub(super) fn tips(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let side = sheet.side;
    let tips = &side.data.tips;
    let rows = side.items(tips);
    vec![says("h3", "", side.title(tips)), sheet.rows("ol", "points", &rows), sheet.list(&side.data.boosts)]
}

/// Who decides about what, and the desks.
pub(super) fn decisions(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let side = sheet.side;
    let mut each = Vec::new();
    for decision in side.decisions() {
        let mut parts = sheet.item(&decision.item);
        let who: Vec<&str> = decision.by.iter().map(|body| body.text).collect();
        if !who.is_empty() {
            parts.push(says("p", "small", &[say::decides(sheet.lang()), ": ", &who.join(", ")].concat()));
        }
        each.push(el("li", "", parts));
    }
    let desks: Vec<_> = side.desks().into_iter().map(|desk| desk.item).collect();
    vec![
        says("h3", "", side.title(&side.data.decisions)),
        el("ul", "rows-with-names", each),
        says("h3", "", side.title(&side.data.desks)),
        sheet.rows("ul", "rows-with-names", &desks),
    ]
}
