//! How sure this is and who answers for it; what happens to answers.

use crate::dom::{el, says};
use crate::overview::overview;
use crate::page::PageProps;
use crate::parts::title;
use crate::store::{Event, Fold};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::messages::{about as say, page, privacy};
use steunwijzer_advisor::show;
use yew::{Html, html};

fn list(points: &[&str]) -> Html {
    el("ul", "", points.iter().map(|point| says("li", "", point)).collect())
}

pub(crate) fn about(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let edition = &model.rulebook().edition;
    let checked = say::checked(lang, &show::day(lang, edition.date));
    let lead = [say::lead(lang), " ", page::not_decision(lang)].concat();
    let mut parts = vec![
        title(say::title(lang)),
        says("p", "lead", &lead),
        says("h2", "", say::how(lang)),
        list(&[say::how_1(lang), say::how_2(lang), say::how_3(lang), say::how_4(lang), say::how_5(lang)]),
        says("h2", "", say::who(lang)),
        says("p", "", model.text(edition.answers_for)),
        says("p", "", &checked),
        says("p", "hint", &say::code(lang, &edition.hash)),
    ];
    parts.extend(overview(props));
    parts.extend([
        says("h2", "", say::report(lang)),
        says("p", "", model.text(edition.report)),
        says("h2", "", say::access(lang)),
        says("p", "", say::access_text(lang)),
    ]);
    el("div", "wide-column reading", parts)
}

pub(crate) fn privacy(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let points = [
        privacy::point_1(lang),
        privacy::point_2(lang),
        privacy::point_3(lang),
        privacy::point_4(lang),
        privacy::point_5(lang),
        privacy::point_6(lang),
    ];
    el(
        "div",
        "wide-column reading",
        vec![title(privacy::title(lang)), says("p", "lead", privacy::lead(lang)), list(&points), wipe(props)],
    )
}

/// Wiping everything, after one more question.
fn wipe(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    if model.interview.answers.is_empty() {
        return says("p", "hint", privacy::wiped(lang));
    }
    let toggle = props.on(Event::Toggle(Fold::Wipe));
    if !model.folds.wipe {
        return html! { <p><button type="button" class="outlined" onclick={toggle}>{ privacy::wipe(lang) }</button></p> };
    }
    let wipe = props.on(Event::Act(Action::StartAgain));
    html! {
        <div class="card" role="group" aria-labelledby="wissen">
            <h2 id="wissen" class="h3">{ privacy::wipe_sure(lang) }</h2>
            { says("p", "", privacy::wipe_text(lang)) }
            <p class="buttons">
                <button type="button" class="danger" onclick={wipe}>{ privacy::wipe(lang) }</button>
                <button type="button" class="linked" onclick={toggle}>{ privacy::keep(lang) }</button>
            </p>
        </div>
    }
}
