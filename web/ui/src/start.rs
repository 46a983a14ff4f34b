//! The start page. It is also drawn at build time, so it shows no text of the rules.

use crate::dom::{el, says, text};
use crate::icons::{self, Icon};
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::start as say;
use steunwijzer_advisor::present::verdict_word;
use steunwijzer_engine::advice::Verdict;
use yew::{Html, html};

pub(crate) fn start(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let has_told = !model.interview.answers.is_empty();
    let (begin, other) = if has_told {
        (say::go_on(lang), say::see_advice(lang))
    } else {
        (say::begin(lang), say::see_all(lang))
    };
    let actions = vec![
        props.link(order::begin(model), "forward sun", text(begin)),
        props.link(Page::Advice, "on-hero", text(other)),
    ];
    let words = vec![
        html! { <h1 class="display" tabindex="-1">{ say::title(lang) }</h1> },
        says("p", "lead", &say::lead(lang, model.rulebook().schemes.len())),
        el("p", "hero-actions", actions),
        el("p", "private", vec![Icon::Padlock.draw(), says("span", "", say::stays_here(lang))]),
    ];
    let hero = el("div", "wide-column", vec![el("div", "hero-text", words), signpost(lang)]);
    let section = |title: &str, rest: Html| el("section", "", vec![says("h2", "", title), rest]);
    el(
        "div",
        "start",
        vec![
            el("section", "hero", vec![hero]),
            el(
                "div",
                "wide-column",
                vec![
                    el("section", "promises", promises(lang)),
                    section(say::kinds(lang), el("dl", "kinds", kinds(lang))),
                    section(say::for_whom(lang), el("div", "ways", ways(props, begin))),
                ],
            ),
        ],
    )
}

fn signpost(lang: Lang) -> Html {
    let signs = [
        ("sign-plate fits", Verdict::Fits, say::sign_1(lang), say::sign_1_small(lang)),
        ("sign-plate open", Verdict::CannotTell, say::sign_2(lang), say::sign_2_small(lang)),
        ("sign-plate niet", Verdict::DoesNotFit, say::sign_3(lang), say::sign_3_small(lang)),
    ];
    let signs = signs.map(|(class, verdict, name, small)| {
        let words = vec![
            says("span", "word", verdict_word(lang, verdict)),
            says("span", "name", name),
            says("span", "small", small),
        ];
        el("li", class, vec![icons::verdict(verdict), el("span", "", words)])
    });
    html! { <ul class="signpost" aria-label={say::signs(lang)}>{ for signs }</ul> }
}

fn promises(lang: Lang) -> Vec<Html> {
    let promises = [
        (icons::verdict(Verdict::Fits), say::honest(lang), say::honest_text(lang)),
        (icons::verdict(Verdict::CannotTell), say::unknown(lang), say::unknown_text(lang)),
        (Icon::Source.draw(), say::source(lang), say::source_text(lang)),
    ];
    let drawn = promises
        .into_iter()
        .map(|(icon, title, words)| el("div", "", vec![icon, says("h2", "h3", title), says("p", "", words)]));
    drawn.collect()
}

fn kinds(lang: Lang) -> Vec<Html> {
    let kinds = [
        (say::kind_1(lang), say::kind_1_text(lang)),
        (say::kind_2(lang), say::kind_2_text(lang)),
        (say::kind_3(lang), say::kind_3_text(lang)),
        (say::kind_4(lang), say::kind_4_text(lang)),
        (say::kind_5(lang), say::kind_5_text(lang)),
    ];
    let drawn = kinds
        .into_iter()
        .map(|(name, words)| el("div", "", vec![says("dt", "", name), says("dd", "", words)]));
    drawn.collect()
}

fn ways(props: &PageProps, begin: &'static str) -> Vec<Html> {
    let lang = props.model.lang();
    let ways = [
        (say::owner(lang), say::owner_text(lang), order::begin(&props.model), begin),
        (say::civil(lang), say::civil_text(lang), Page::Desk, say::civil_link(lang)),
        (say::curious(lang), say::curious_text(lang), Page::Advice, say::see_all(lang)),
    ];
    let drawn = ways.into_iter().map(|(title, words, page, link)| {
        let link = el("p", "", vec![props.link(page, "", text(link))]);
        el("div", "card", vec![says("h3", "", title), says("p", "", words), link])
    });
    drawn.collect()
}
