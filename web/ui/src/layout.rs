//! What stands around every page: header, warnings about the edition, footer.

use crate::dom::{all, el, says, text};
use crate::icons::{self, Icon};
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use crate::parts::{Tone, jump, note};
use crate::store::{Event, Fold};
use steunwijzer_advisor::interview::Action;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::{
    access, aid, calculator, desk, dossier, embed_page, money, page as say, toolkit,
};
use steunwijzer_advisor::show;
use steunwijzer_engine::date::Months;
use yew::{Html, html};

/// An edition that is older than this is stale.
const STALE_AFTER: Months = Months(6);

/// The link for the keyboard that goes past the header.
pub(crate) fn skip_link(props: &PageProps) -> Html {
    jump(props, "skip", "inhoud".to_owned(), text(say::skip(props.model.lang())))
}

/// The header: logo, pages, language.
pub(crate) fn header(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let is_open = model.folds.menu;
    let asking = matches!(model.page, Page::Question(_) | Page::Records(..) | Page::Answers);
    let advising = matches!(model.page, Page::Advice | Page::Compared | Page::Scheme(_));
    let calculating = matches!(model.page, Page::Calculators | Page::Calculator(_));
    let item = |page: Page, words: &'static str, here: bool| {
        html! {
            <a href={page.address(&model.site)} onclick={props.follow(Event::Go(page))}
                aria-current={here.then_some("page")}>{ words }</a>
        }
    };
    html! {
        <header class={if is_open { "top unfolded" } else { "top" }}>
            <div class="wide-column">
                { props.link(Page::Start, "brand", html! { <>{ icons::logo() }<span>{ "Steunwijzer" }</span></> }) }
                <button type="button" class="menu-button" aria-expanded={is_open.to_string()} aria-controls="menu"
                    onclick={props.on(Event::Toggle(Fold::Menu))}>{ say::menu(lang) }{ Icon::Menu.draw() }</button>
                <div id="menu" class="menu">
                    <nav aria-label={say::main_menu(lang)}>
                        { item(order::begin(model), say::questions(lang), asking) }
                        { item(Page::Advice, say::advice(lang), advising) }
                        if model.has_plan() { { item(Page::Plan, money::menu(lang), model.page == Page::Plan) } }
                        { item(Page::Calculators, calculator::title(lang), calculating) }
                        { item(Page::Desk, desk::title(lang), model.page == Page::Desk) }
                        { item(Page::Dossier, say::keep(lang), model.page == Page::Dossier) }
                    </nav>
                    <div class="languages" role="group" aria-label={say::language(lang)}>
                        { language(props, Lang::Nl) }<span aria-hidden="true">{ "·" }</span>{ language(props, Lang::En) }
                    </div>
                </div>
            </div>
        </header>
    }
}

fn language(props: &PageProps, to: Lang) -> Html {
    let is_current = props.model.lang() == to;
    let name = to.name();
    let is_awaited = props.model.awaited == Some(to);
    let code = match to {
        Lang::Nl => "NL",
        Lang::En => "EN",
    };
    html! {
        <button type="button" class="linked" lang={to.code()} aria-label={[code, ", ", name].concat()}
            aria-pressed={is_current.to_string()} aria-busy={is_awaited.then_some("true")} onclick={props.on(Event::Act(Action::Speak(to)))}>{ code }{ is_awaited.then_some("…") }</button>
    }
}

/// Warnings when the device or the edition is of the wrong time.
pub(crate) fn warnings(props: &PageProps) -> Html {
    let model = &props.model;
    let (lang, edition) = (model.lang(), model.rulebook().edition.date);
    let day = |day| show::day(lang, day);
    let (title, more) = if model.today < edition {
        (say::clock_wrong(lang), say::clock_detail(lang, &day(edition), &day(model.today)))
    } else if edition.plus_months(STALE_AFTER) < model.today {
        (say::stale(lang), say::stale_detail(lang, &day(edition)))
    } else {
        return Html::default();
    };
    el("aside", "wide-column warnings", vec![note(Tone::Sun, title, vec![says("p", "", &more)])])
}

/// The footer: which edition this is, how sure, and what happens to answers.
pub(crate) fn footer(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let edition = &model.rulebook().edition;
    let links = vec![
        props.link(Page::About, "", text(say::how_sure(lang))),
        props.link(Page::Privacy, "", text(say::privacy(lang))),
        props.link(Page::Plan, "", text(money::menu(lang))),
        props.link(Page::Calculators, "", text(calculator::title(lang))),
        props.link(Page::Aid, "", text(aid::title(lang))),
        props.link(Page::Toolkit(None), "", text(toolkit::title(lang))),
        props.link(Page::Dossier, "", text(dossier::title(lang))),
        props.link(Page::Embed, "", text(embed_page::title(lang))),
        props.link(Page::Access, "", text(access::title(lang))),
        props.link(Page::Advice, "", text(&say::all_schemes(lang, model.rulebook().schemes.len()))),
    ];
    let column = vec![
        says("p", "", &say::edition(lang, &show::day(lang, edition.date))),
        html! { <nav aria-label={say::about_this(lang)}>{ all(links) }</nav> },
        says("p", "not-decision", say::not_decision(lang)),
    ];
    el("footer", "bottom", vec![el("div", "wide-column", column)])
}
