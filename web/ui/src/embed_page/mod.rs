//! The page for who puts Steunwijzer on a site of their own: choices, the code, and what goes with it.

mod code;
mod explained;
mod model;
mod preview;

pub(crate) use model::{EmbedEvent, EmbedForm};

use crate::document;
use crate::dom::{all, el, says, text};
use crate::page::PageProps;
use crate::parts::{Tone, chips, note, outward, title};
use crate::store::Event;
use code::{Files, Script, folder_of};
use model::{Copied, KINDS, Mode, Theme, Way};
use preview::Preview;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::embed_page as say;
use steunwijzer_advisor::present::help_word;
use steunwijzer_advisor::show;
use yew::{Callback, Event as Change, Html, MouseEvent, html};

/// Choices, the code that follows from them, a preview, and what a webmaster has to know.
pub(crate) fn embed_page(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let files = files();
    let head = vec![title(say::title(lang)), says("p", "lead", say::lead(lang))];
    let build = vec![
        el("div", "head", head),
        choices(props),
        el("div", "outcome", vec![code(props, files.as_ref()), preview(props, files.as_ref())]),
    ];
    let more = explained::explained(props, files.as_ref());
    el("div", "wide-column embed-page", [build, more].concat())
}

/// What this build made for other sites: the head of the page says it, so that nothing is asked for.
/// None for a page without such files.
fn files() -> Option<Files> {
    let page = gloo::utils::document();
    let script = |name: &str| {
        let meta = page.query_selector(&["meta[name=", name, "]"].concat()).ok().flatten()?;
        Script::read(&meta.get_attribute("content")?)
    };
    Some(Files {
        folder: folder_of(&page.base_uri().ok().flatten()?).to_owned(),
        element: script("steunwijzer-element")?,
        frame: script("steunwijzer-frame")?,
    })
}

fn choices(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let form = &model.embed;
    let own = |event| Event::Embed(event);
    let languages =
        [Lang::Nl, Lang::En].map(|one| (one.name(), model.embed_lang() == one, own(EmbedEvent::Speak(one))));
    let themes =
        Theme::ALL.map(|one| (theme_word(lang, one), form.theme == one, own(EmbedEvent::Theme(one))));
    let kinds = KINDS.map(|one| (help_word(lang, one), form.shows(one), own(EmbedEvent::Kind(one))));
    let mut parts = vec![
        says("h2", "", say::choices(lang)),
        ways(props),
        chips(props, say::speech(lang), languages.to_vec()),
        municipality(props),
        mode(props),
        all(vec![chips(props, say::kinds(lang), kinds.to_vec()), says("p", "hint", say::kinds_why(lang))]),
        chips(props, say::theme(lang), themes.to_vec()),
        as_on(props),
    ];
    if form.way == Way::Element {
        parts.push(share(props));
    }
    el("div", "choices", parts)
}

fn ways(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let each = [
        (Way::Element, say::way_element(lang), say::way_element_why(lang)),
        (Way::Frame, say::way_frame(lang), say::way_frame_why(lang)),
    ];
    let each = each.map(|(way, name, why)| {
        let onchange = props.on(Event::Embed(EmbedEvent::Way(way)));
        html! {
            <label class="option">
                <input type="radio" name="inbouw-hoe" checked={props.model.embed.way == way} {onchange} />
                <span>{ name }<small>{ why }</small></span>
            </label>
        }
    });
    html! {
        <div class="field" role="radiogroup" aria-labelledby="inbouw-hoe">
            <p class="label" id="inbouw-hoe">{ say::way(lang) }</p>
            <div class="options">{ for each }</div>
        </div>
    }
}

/// A list of which one is chosen: what it is, the names of its choices, and what choosing one does.
fn picker(
    props: &PageProps,
    id: &'static str,
    words: [&'static str; 2],
    choices: Vec<(String, bool)>,
    chosen: impl Fn(usize) -> EmbedEvent + 'static,
) -> Html {
    let options = choices.iter().enumerate().map(|(row, (name, is_chosen))| {
        html! { <option value={row.to_string()} selected={*is_chosen}>{ text(name) }</option> }
    });
    let send = props.send.clone();
    let onchange = Callback::from(move |change: Change| {
        if let Ok(row) = document::value(&change).parse() {
            send.emit(Event::Embed(chosen(row)));
        }
    });
    let [label, hint] = words;
    let hint_id = [id, "-uitleg"].concat();
    html! {
        <div class="field">
            <label class="label" for={id}>{ label }</label>
            <p class="hint" id={hint_id.clone()}>{ hint }</p>
            <select {id} {onchange} aria-describedby={hint_id}>{ for options }</select>
        </div>
    }
}

/// The municipalities of today, by name.
fn municipality(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let all = (0u16..).zip(&model.rulebook().municipalities);
    let mut rows: Vec<_> = all.filter(|(_, own)| own.until.is_none_or(|last| model.today <= last)).collect();
    rows.sort_by(|(_, one), (_, other)| one.name.cmp(&other.name));
    let chosen = model.embed.municipality;
    let mut choices = vec![(say::municipality_no(lang).to_owned(), chosen.is_none())];
    choices.extend(rows.iter().map(|(row, own)| (own.name.clone(), chosen == Some(*row))));
    let rows: Vec<u16> = rows.into_iter().map(|(row, _)| row).collect();
    let words = [say::municipality(lang), say::municipality_why(lang)];
    picker(props, "inbouw-gemeente", words, choices, move |at| {
        EmbedEvent::Municipality(at.checked_sub(1).and_then(|at| rows.get(at).copied()))
    })
}

fn mode(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut modes = vec![
        (Mode::Advisor, say::mode_advisor(lang).to_owned()),
        (Mode::Desk, say::mode_desk(lang).to_owned()),
    ];
    modes.extend(
        (0u16..)
            .zip(&model.site.calculators.all)
            .map(|(row, own)| (Mode::Calculator(row), say::mode_sum(lang, model.text(own.title)))),
    );
    let choices = modes.iter().map(|(mode, name)| (name.clone(), *mode == model.embed.mode)).collect();
    let modes: Vec<Mode> = modes.into_iter().map(|(mode, _)| mode).collect();
    picker(props, "inbouw-wat", [say::mode(lang), ""], choices, move |at| {
        EmbedEvent::Mode(modes.get(at).copied().unwrap_or_default())
    })
}

fn theme_word(lang: Lang, theme: Theme) -> &'static str {
    match theme {
        Theme::Light => say::theme_light(lang),
        Theme::Dark => say::theme_dark(lang),
        Theme::Auto => say::theme_auto(lang),
    }
}

fn as_on(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let send = props.send.clone();
    // The browser gives a whole day, or nothing.
    let onchange = Callback::from(move |change: Change| {
        send.emit(Event::Embed(EmbedEvent::AsOn(document::value(&change).parse().ok())));
    });
    let day = props.model.embed.as_on.map_or_else(String::new, |day| day.to_string());
    html! {
        <div class="field">
            <label class="label" for="inbouw-dag">{ say::as_on(lang) }</label>
            <p class="hint" id="inbouw-dag-uitleg">{ say::as_on_why(lang) }</p>
            <input type="date" id="inbouw-dag" value={day} {onchange} aria-describedby="inbouw-dag-uitleg" />
        </div>
    }
}

fn share(props: &PageProps) -> Html {
    let lang = props.model.lang();
    let onchange = props.on(Event::Embed(EmbedEvent::Share));
    html! {
        <div class="field">
            <label class="tick"><input type="checkbox" checked={props.model.embed.shares()} {onchange} aria-describedby="inbouw-vraagt" /><span>{ say::share(lang) }</span></label>
            <p class="hint" id="inbouw-vraagt">{ say::share_why(lang) }</p>
        </div>
    }
}

fn code(props: &PageProps, files: Option<&Files>) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let heading = says("h2", "", say::code(lang));
    let Some(files) = files else {
        let why = vec![says("p", "", say::no_files_why(lang))];
        return el("section", "", vec![heading, note(Tone::Dashed, say::no_files(lang), why)]);
    };
    let attributes = model.embed_attributes();
    let code = match model.embed.way {
        Way::Element => files.element(&attributes),
        Way::Frame => files.frame(&attributes),
    };
    let edition = show::day(lang, model.rulebook().edition.date);
    let parts = vec![
        heading,
        says("p", "", say::code_where(lang)),
        copied(props, Copied::Code, say::code(lang), html! { <pre>{ code }</pre> }),
        says("p", "hint", say::code_hash(lang)),
        says("p", "hint", &say::code_edition(lang, &edition)),
        says("p", "hint", say::code_old(lang)),
    ];
    el("section", "", parts)
}

fn preview(props: &PageProps, files: Option<&Files>) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let attributes = model.embed_attributes();
    let mut parts = vec![says("h2", "", say::preview(lang)), says("p", "hint", say::preview_why(lang))];
    parts.extend(files.map(|files| {
        let address = files.frame_address(&attributes);
        el("p", "", vec![outward(&address, text(say::preview_page(lang)))])
    }));
    let (spoken, theme, today) = (model.embed_lang(), model.embed.theme, model.today);
    // In another language only when its words are there; they come before the page is ready.
    if model.site.words(spoken).has_schemes() {
        let key = attributes.iter().map(|(name, value)| [name, "=", value, ";"].concat()).collect::<String>();
        let folder = files.map_or("", |files| files.folder.as_str());
        let site = model.site.clone().away_from(folder);
        parts.push(html! { <Preview {key} {site} lang={spoken} {today} {attributes} {theme} /> });
    }
    el("section", "", parts)
}

/// A text with a button that copies it, and whether that worked.
fn copied(props: &PageProps, what: Copied, name: &'static str, content: Html) -> Html {
    let lang = props.model.lang();
    let id = match what {
        Copied::Code => "inbouw-code",
        Copied::Privacy(Lang::Nl) => "inbouw-privacy-nl",
        Copied::Privacy(Lang::En) => "inbouw-privacy-en",
    };
    let (send, around) = (props.send.clone(), props.model.around.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let worked = around.copy_text_of(&["#", id].concat());
        send.emit(Event::Embed(EmbedEvent::Copied(what, worked)));
    });
    let told = match props.model.embed.copied {
        Some((own, true)) if own == what => say::copied(lang),
        Some((own, false)) if own == what => say::not_copied(lang),
        Some(_) | None => "",
    };
    html! { <>
        // Can be reached and selected with the keyboard.
        <div class="link" {id} tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label={name}>{ content }</div>
        <p class="buttons">
            <button type="button" class="outlined" {onclick} aria-label={[say::copy(lang), ": ", name].concat()}>{ say::copy(lang) }</button>
            <span role="status">{ told }</span>
        </p>
    </> }
}
