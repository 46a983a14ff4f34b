//! What a municipality can do: policy, buying, convincing colleagues. One page in parts that fold;
//! each has an address of its own.

mod coalition;
mod model;
mod policy;
mod practice;
mod procurement;
mod sheet;

pub(crate) use model::{Part, ToolkitEvent, ToolkitForm};

use crate::dom::{all, el, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, loading, note, print, title};
use crate::store::Event;
use sheet::Sheet;
use steunwijzer_advisor::messages::toolkit as say;
use yew::{Callback, Html, MouseEvent, html};

/// The toolkit of the municipality, with one part folded out.
pub(crate) fn toolkit(props: &PageProps, chosen: Option<Part>) -> Html {
    let lang = props.model.lang();
    let heading = title(say::title(lang));
    let Some(sheet) = Sheet::new(props) else {
        return el("div", "wide-column reading", vec![heading, loading(lang)]);
    };
    let mut content = vec![heading, says("p", "lead", say::lead(lang)), warnings(&sheet), jumps(props)];
    let open = chosen.unwrap_or(Part::Policy);
    content.extend(Part::ALL.into_iter().map(|part| fold(props, part, part == open, chosen == Some(part))));
    let words = all(vec![Icon::Print.draw(), text(say::print(lang))]);
    content.push(el("p", "buttons print", vec![print(props, "outlined", words)]));
    el("div", "wide-column reading toolkit", content)
}

/// How old the sources are, and what differs between municipalities. Stands on top.
fn warnings(sheet: &Sheet<'_>) -> Html {
    let side = &sheet.side;
    let list = &side.data.warnings;
    let rows = side.items(list);
    let points = rows.iter().map(|row| says("li", "", row.text)).collect();
    let background = says("p", "", say::background(sheet.lang()));
    note(Tone::Sun, side.title(list), vec![el("ul", "", points), background])
}

/// Links to the parts: each unfolds its part and moves the focus there.
fn jumps(props: &PageProps) -> Html {
    let model = &props.model;
    let links = Part::ALL.into_iter().map(|part| {
        let page = Page::Toolkit(Some(part));
        let (go, around) = (props.follow(Event::Go(page)), model.around.clone());
        let onclick = Callback::from(move |click: MouseEvent| {
            go.emit(click);
            // The page of this part may be the present one: then nothing else moves the focus.
            around.unfold(part.address());
        });
        html! { <li><a href={page.address(&model.site)} {onclick}>{ part.title(model.lang()) }</a></li> }
    });
    html! {
        <nav class="tool-jumps" aria-label={say::parts(model.lang())}><ul>{ for links }</ul></nav>
    }
}

/// A part. The part of the address takes the focus.
fn fold(props: &PageProps, part: Part, is_open: bool, is_goal: bool) -> Html {
    let lang = props.model.lang();
    let Some(mut sheet) = Sheet::new(props).map(|sheet| sheet.named(part.address())) else {
        return Html::default();
    };
    let content = match part {
        Part::Policy => policy::policy(&mut sheet),
        Part::Procurement => procurement::procurement(&mut sheet),
        Part::Colleagues => policy::colleagues(&mut sheet),
        Part::Tips => policy::tips(&mut sheet),
        Part::Practice => practice::practice(&mut sheet),
        Part::Coalition => coalition::coalition(&mut sheet),
        Part::Decisions => policy::decisions(&mut sheet),
        Part::Links => procurement::links(&mut sheet),
    };
    let sources = sheet.sources();
    html! {
        <details class="tool" id={part.address()} open={is_open}>
            <summary data-focus={is_goal.then_some("")}>{ Icon::Chevron.draw() }<h2>{ part.title(lang) }</h2></summary>
            <div class="tool-body">{ all(content) }{ sources }</div>
        </details>
    }
}

/// Lets the reader go to the dossier, where ticks and notes are kept.
fn to_dossier(props: &PageProps, words: &str) -> Html {
    props.link(Page::Dossier, "", text(words))
}
