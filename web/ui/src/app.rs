//! The whole: one store, one page at a time.

use crate::about::{about, privacy};
use crate::advice::advice;
use crate::answers::answers;
use crate::compared::compared;
use crate::dom::el;
use crate::dossier::{DossierEvent, Memory, Task};
use crate::embed::{self, HostEvent, Settings, Teller, Tells, Told};
use crate::interview::question;
use crate::layout::{footer, header, skip_link, warnings};
use crate::navigation::{self, Page};
use crate::newer::{self, NewerEvent, Refresh};
use crate::page::PageProps;
use crate::parts;
use crate::plan::plan;
use crate::records::records;
use crate::scheme::scheme;
use crate::site::Site;
use crate::start::start;
use crate::store::{Event, Model};
use crate::surroundings::Surroundings;
use crate::{access, aid, calculators, desk, dossier, embed_page, paper, toolkit};
use std::rc::Rc;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::compare as say_compare;
use steunwijzer_advisor::messages::{about, advice, answers, calculator, loading, money, page as say};
use steunwijzer_advisor::messages::{
    access as say_access, desk as say_desk, dossier as say_dossier, embed_page as say_embed_page,
    paper as say_paper, toolkit as say_toolkit,
};
use steunwijzer_advisor::messages::{aid as say_aid, declaration as say_declaration, privacy, site, start};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use yew::{
    Callback, Html, Properties, component, hook, html, use_effect, use_effect_with, use_mut_ref, use_reducer,
};

/// What is drawn now.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Shown {
    /// Changes when the advisor begins anew.
    pub(crate) life: u32,
    /// The advisor; none while it rests.
    pub(crate) app: Option<Props>,
}

/// The advisor, or nothing.
#[component]
pub(crate) fn Root(shown: &Shown) -> Html {
    match &shown.app {
        Some(props) => html! { <App key={shown.life} ..props.clone() /> },
        None => Html::default(),
    }
}

/// With what the advisor starts.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// Changes when more words arrive; the rest counts only at the start.
    pub(crate) site: Site,
    pub(crate) lang: Lang,
    pub(crate) today: Date,
    pub(crate) page: Page,
    /// Whether this device remembers something.
    pub(crate) memory: Memory,
    /// The answers of a link that was followed.
    pub(crate) shared: Option<String>,
    pub(crate) around: Surroundings,
    /// The site around the box; none on a page of its own.
    pub(crate) host: Option<HostProps>,
    /// What the page before a reload handed over.
    pub(crate) brought: Option<String>,
    /// Brings the newer edition, if there is one.
    pub(crate) refresh: Option<Refresh>,
}

/// What the site around the box sees and asks.
#[derive(Clone, PartialEq)]
pub(crate) struct HostProps {
    /// What it asks for now.
    pub(crate) settings: Settings,
    /// The language it speaks now, if it changed after the start.
    pub(crate) lang: Option<Lang>,
    /// The answers that it filled in last.
    pub(crate) filled: Option<Answers>,
    /// The answers of an earlier box that was taken away.
    pub(crate) kept: Option<Answers>,
    pub(crate) tell: Teller,
}

/// The advisor.
#[component]
pub(crate) fn App(props: &Props) -> Html {
    let Props { site, lang, today, page, memory, shared, around, host, brought, refresh } = props.clone();
    let store = {
        let site = site.clone();
        let (around, settings) = (around.clone(), host.as_ref().map(|host| host.settings.clone()));
        use_reducer(move || {
            let mut model = Model::new(site, today, lang, page);
            model.around = around;
            let model = match settings {
                Some(settings) => model.in_box(settings),
                None => model,
            };
            let model = model.with_past(memory, shared);
            match brought {
                Some(brought) => model.with_brought(&brought),
                None => model,
            }
        })
    };
    let model: Rc<Model> = Rc::new((*store).clone());
    let send = {
        let dispatcher = store.dispatcher();
        Callback::from(move |event: Event| dispatcher.dispatch(event))
    };
    let page_props = PageProps { model: Rc::clone(&model), send: send.clone() };

    {
        let send = send.clone();
        use_effect_with(site, move |site| send.emit(Event::Received(site.clone())));
    }
    use_host(host.as_ref(), &send);
    {
        let (model, send) = (Rc::clone(&model), send.clone());
        use_effect_with((), move |()| {
            let listener = (!model.around.is_embedded()).then(|| {
                navigation::listen(move |address, step| {
                    if let Some(shared) = navigation::take_shared(&model.site) {
                        send.emit(Event::Arrive(Page::Dossier, step));
                        return send.emit(Event::Dossier(DossierEvent::Link(shared)));
                    }
                    send.emit(Event::Arrive(Page::at(&address, &model.site), step));
                })
            });
            move || drop(listener)
        });
    }
    let is_first = use_mut_ref(|| true);
    {
        let model = Rc::clone(&model);
        use_effect_with((model.page, model.step), move |_| {
            // The page as it was opened keeps the focus where the browser has it.
            if is_first.replace(false) {
                return model.around.settle_address(model.page, model.step, &model.site);
            }
            model.around.show_address(model.page, model.step, &model.site);
            model.around.to_top();
            model.around.focus_page();
        });
    }
    {
        let title = title(&model);
        let (lang, around) = (model.lang(), model.around.clone());
        use_effect_with((title, lang), move |(title, lang)| {
            around.name(&say::title(*lang, title), lang.code());
        });
    }
    let alarmed = model.around.clone();
    use_effect_with(model.alarm, move |alarm| {
        if *alarm > 0 {
            alarmed.focus("#fouten h2");
        }
    });

    {
        let send = send.clone();
        use_effect_with(model.task(), move |task| {
            let worked = task.run();
            if matches!(task, Task::Write(_)) {
                send.emit(Event::Dossier(DossierEvent::Remembered(worked)));
            }
        });
    }

    {
        let model = Rc::clone(&model);
        // After every change: yew makes new headings and does not know this attribute.
        use_effect(move || {
            if let Some(host) = &model.host {
                model.around.level_headings(host.settings.heading);
            }
        });
    }
    {
        let send = send.clone();
        use_effect_with(refresh.clone(), move |refresh| {
            if refresh.is_some() {
                send.emit(Event::Newer(NewerEvent::Found));
            }
        });
    }
    {
        let send = send.clone();
        use_effect_with(model.newer.clone(), move |newer| newer::go(newer, refresh, send));
    }

    let lang = model.lang();
    // Announced when it changes: once, and briefly.
    let counts = model.before.map_or_else(String::new, |_| model.view().counts());
    if let (Some(own), Some(host)) = (&model.host, host) {
        // Not a main: that is the page around it.
        return html! {
            <section class="sw box" lang={lang.code()} aria-label={site::name(lang)}>
                { embed::before(&page_props, own) }
                { warnings(&page_props) }
                <div id="inhoud" tabindex="-1">{ content(&page_props) }</div>
                { embed::after(&page_props, own) }
                <p class="hidden" role="status">{ counts }</p>
                if let Some(told) = Told::of(&model) { <Tells {told} kept={embed::written(&model)} tell={host.tell} /> }
            </section>
        };
    }
    html! {
        <div class="sw" lang={lang.code()}>
            { skip_link(&page_props) }
            { header(&page_props) }
            { warnings(&page_props) }
            { newer::notice(&page_props) }
            <main id="inhoud" tabindex="-1">{ content(&page_props) }</main>
            { footer(&page_props) }
            <p class="hidden" role="status">{ counts }</p>
        </div>
    }
}

/// Takes over what the site around the box changes.
#[hook]
fn use_host(host: Option<&HostProps>, send: &Callback<Event>) {
    let is_first = use_mut_ref(|| true);
    let settings = host.map(|host| host.settings.clone());
    let to = send.clone();
    use_effect_with(settings, move |settings| {
        // The first were taken over at the start.
        if let (Some(settings), false) = (settings, is_first.replace(false)) {
            to.emit(Event::Host(HostEvent::Settings(settings.clone())));
        }
    });
    let to = send.clone();
    use_effect_with(host.and_then(|host| host.lang), move |lang| {
        if let Some(lang) = lang {
            to.emit(Event::Host(HostEvent::Lang(*lang)));
        }
    });
    let to = send.clone();
    use_effect_with(host.and_then(|host| host.filled.clone()), move |filled| {
        if let Some(answers) = filled {
            to.emit(Event::Host(HostEvent::Fill(answers.clone())));
        }
    });
    let to = send.clone();
    use_effect_with(host.and_then(|host| host.kept.clone()), move |kept| {
        if let Some(answers) = kept {
            to.emit(Event::Host(HostEvent::Restore(answers.clone())));
        }
    });
}

fn content(props: &PageProps) -> Html {
    let model = &props.model;
    if let Some(question) = dossier::resume(props) {
        return question;
    }
    if model.awaits_schemes() && speaks_of_schemes(model.page) {
        let parts = vec![parts::title(loading::title(model.lang())), parts::loading(model.lang())];
        return el("div", "wide-column", vec![el("div", "head", parts)]);
    }
    match model.page {
        Page::Start => start(props),
        Page::Question(id) => question(props, id),
        Page::Records(topic, row) => records(props, topic, row),
        Page::Answers => answers(props),
        Page::Advice => advice(props),
        Page::Plan => plan(props),
        Page::Scheme(id) => scheme(props, id),
        Page::About => about(props),
        Page::Privacy => privacy(props),
        Page::Desk => desk::desk(props),
        Page::Toolkit(part) => toolkit::toolkit(props, part),
        Page::Dossier => dossier::dossier(props),
        Page::Compared => compared(props),
        Page::Paper => paper::paper(props),
        Page::Access => access::access(props),
        Page::Embed => embed_page::embed_page(props),
        Page::Aid => aid::aid(props),
        Page::Declaration => aid::declaration(props),
        Page::Calculators => calculators::list(props),
        Page::Calculator(row) => calculators::calculator(props, row),
    }
}

/// Whether a page cannot be shown without the words of schemes, of which those of sums are part.
fn speaks_of_schemes(page: Page) -> bool {
    match page {
        Page::Plan
        | Page::Aid
        | Page::Declaration
        | Page::Desk
        | Page::Toolkit(_)
        | Page::Dossier
        | Page::Paper
        | Page::Compared
        | Page::Embed
        | Page::Calculators
        | Page::Calculator(_) => true,
        Page::Start
        | Page::Question(_)
        | Page::Records(..)
        | Page::Answers
        | Page::Advice
        | Page::Scheme(_)
        | Page::About
        | Page::Access
        | Page::Privacy => false,
    }
}

/// What the browser calls the page.
fn title(model: &Model) -> String {
    let lang = model.lang();
    let fits = usize::from(model.judged.advice.counts.fits);
    match model.page {
        Page::Start => start::title(lang).to_owned(),
        Page::Question(id) => model.question(id).map_or("", |question| model.text(question.ask)).to_owned(),
        Page::Records(row, record) => {
            let topic = model.topic(row);
            let title = topic.map_or("", |topic| model.text(topic.title));
            match topic.and_then(|topic| topic.list).zip(record) {
                Some((list, record)) => [title, ", ", &model.view().record_name(list, record)].concat(),
                None => title.to_owned(),
            }
        }
        Page::Answers => answers::title(lang).to_owned(),
        Page::Advice if fits == 0 => advice::title_none(lang).to_owned(),
        Page::Advice => advice::title(lang, fits),
        Page::Scheme(id) => {
            let scheme = model.rulebook().schemes.get(id.row());
            match scheme {
                Some(_) if model.awaits_schemes() => loading::title(lang).to_owned(),
                Some(scheme) => model.text(scheme.texts.name).to_owned(),
                None => String::new(),
            }
        }
        Page::Compared => say_compare::title(lang).to_owned(),
        Page::Plan => money::title(lang).to_owned(),
        Page::About => about::title(lang).to_owned(),
        Page::Privacy => privacy::title(lang).to_owned(),
        Page::Desk => say_desk::title(lang).to_owned(),
        Page::Toolkit(_) => say_toolkit::title(lang).to_owned(),
        Page::Dossier => say_dossier::title(lang).to_owned(),
        Page::Paper => say_paper::title(lang).to_owned(),
        Page::Access => say_access::title(lang).to_owned(),
        Page::Embed => say_embed_page::title(lang).to_owned(),
        Page::Aid => say_aid::title(lang).to_owned(),
        Page::Declaration => say_declaration::title(lang).to_owned(),
        Page::Calculators => calculator::title(lang).to_owned(),
        Page::Calculator(row) => match model.site.calculators.get(row) {
            Some(_) if model.awaits_schemes() => loading::title(lang).to_owned(),
            Some(calculator) => model.text(calculator.title).to_owned(),
            None => String::new(),
        },
    }
}
