//! How sure this is and who answers for it; what happens to answers.

use crate::dom::{el, says, text};
use crate::dossier::wipe;
use crate::embed;
use crate::navigation::Page;
use crate::overview::overview;
use crate::page::PageProps;
use crate::parts::title;
use crate::surroundings::Surroundings;
use steunwijzer_advisor::messages::{about as say, page, privacy};
use steunwijzer_advisor::show;
use yew::Html;

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
        el("p", "", vec![props.link(Page::Access, "", text(say::access_text(lang)))]),
    ]);
    el("div", "wide-column reading", parts)
}

pub(crate) fn privacy(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let own = [
        privacy::point_1(lang),
        privacy::point_2(lang),
        privacy::point_3(lang),
        privacy::point_4(lang),
        privacy::point_5(lang),
        privacy::point_6(lang),
    ];
    let (lead, points) = match props.model.around {
        Surroundings::OwnPage => (privacy::lead(lang), own.to_vec()),
        Surroundings::Embedded(_) => embed::privacy(&props.model),
    };
    el(
        "div",
        "wide-column reading",
        vec![
            title(privacy::title(lang)),
            says("p", "lead", lead),
            list(&points),
            el("p", "", vec![props.link(Page::Dossier, "", text(privacy::keep(lang)))]),
            says("h2", "", privacy::wipe(lang)),
            wipe(props),
        ],
    )
}
