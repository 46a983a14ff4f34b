//! The accessibility statement.

use crate::dom::{el, says};
use crate::page::PageProps;
use crate::parts::{Tone, note, title};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::access as say;
use steunwijzer_advisor::show;
use yew::Html;

/// What was tested and how, what was not, and what is known to be wrong.
pub(crate) fn access(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let edition = show::day(lang, model.rulebook().edition.date);
    let parts = vec![
        title(say::title(lang)),
        says("p", "lead", say::lead(lang)),
        note(Tone::Grey, say::status(lang), vec![says("p", "", say::status_why(lang))]),
        says("p", "hint", &say::of(lang, &edition)),
        says("h2", "", say::tested(lang)),
        says("p", "", say::tested_how(lang)),
        tested(lang),
        says("h2", "", say::untested(lang)),
        list(&[say::untested_1(lang), say::untested_2(lang), say::untested_3(lang), say::untested_4(lang)]),
        says("h2", "", say::limits(lang)),
        list(&[say::limits_1(lang), say::limits_2(lang), say::limits_3(lang), say::limits_4(lang)]),
        says("h2", "", say::report(lang)),
        says("p", "", say::report_text(lang)),
    ];
    el("div", "wide-column reading", parts)
}

/// Each has a test in `tests/browser`.
fn tested(lang: Lang) -> Html {
    let tests = [
        (say::axe(lang), say::axe_how(lang)),
        (say::keyboard(lang), say::keyboard_how(lang)),
        (say::narrow(lang), say::narrow_how(lang)),
        (say::spacing(lang), say::spacing_how(lang)),
        (say::colours(lang), say::colours_how(lang)),
        (say::motion(lang), say::motion_how(lang)),
        (say::targets(lang), say::targets_how(lang)),
    ];
    let row = |(name, how)| el("div", "", vec![says("dt", "", name), says("dd", "", how)]);
    el("dl", "given tested", tests.into_iter().map(row).collect())
}

fn list(points: &[&str]) -> Html {
    el("ul", "", points.iter().map(|point| says("li", "", point)).collect())
}
