//! The advice: three groups of schemes, and what would make it better.

pub(crate) mod clashes;
mod filters;
mod first;
pub(crate) mod row;
mod side;
mod ways_out;

use crate::compared::bar;
use crate::dom::{all, el, hidden, says, text};
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use crate::parts::{Tone, loading, note, plate, stand_bar, title};
use crate::store::Event;
use steunwijzer_advisor::messages::{advice as say, answers, filter as say_filter, start};
use steunwijzer_advisor::present::{Filter, Order, View, verdict_word};
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::SchemeId;
use yew::Html;

/// The most schemes that a group shows before the visitor asks for all.
const MOST: usize = 4;

pub(crate) fn advice(props: &PageProps) -> Html {
    let model = &props.model;
    let shown = model.view().narrowed(&model.filter);
    let view = model.view_of(&shown);
    let groups = view.groups_in(model.filter.order);
    let mut head = head(props);
    head.extend(clashes::clashes(props));
    head.extend(ways_out::ways_out(props));
    head.extend(first::first_steps(props));
    head.push(filters::filters(props));
    let mut beside = vec![side::sums(props), side::coverage(props)];
    let lists = if model.awaits_schemes() {
        vec![loading(model.lang())]
    } else {
        beside.push(side::as_on(props));
        let none = shown.schemes.is_empty().then(|| nothing_passes(props));
        let mut lists: Vec<Html> = none.into_iter().collect();
        lists.extend([
            group(props, &view, Verdict::Fits, &groups.fits),
            group(props, &view, Verdict::CannotTell, &groups.cannot_tell),
            group(props, &view, Verdict::DoesNotFit, &groups.does_not_fit),
            bar(props),
        ]);
        lists
    };
    beside.extend(side::to_find_out(props));
    el(
        "div",
        "wide-column advice",
        vec![
            el("div", "head", head),
            el("div", "next", vec![side::next_question(props)]),
            el("div", "groups", lists),
            el("div", "side", beside),
        ],
    )
}

fn head(props: &PageProps) -> Vec<Html> {
    let model = &props.model;
    let lang = model.lang();
    let counts = model.judged.advice.counts;
    let name = match usize::from(counts.fits) {
        0 => say::title_none(lang).to_owned(),
        fits => say::title(lang, fits),
    };
    let lead = say::lead(lang, &counts.does_not_fit.to_string(), &counts.cannot_tell.to_string());
    let answers = el("p", "over", vec![props.link(Page::Answers, "", text(answers::title(lang)))]);
    let mut parts = vec![title(&name), says("p", "lead", &lead), stand_bar(counts), answers];
    let as_on = model.interview.as_on;
    if as_on != model.today {
        let mark = say::not_today(lang, &show::day(lang, as_on));
        let by_host = model.host.as_ref().is_some_and(|host| host.settings.as_on == Some(as_on));
        let why = if by_host { say::not_today_host(lang) } else { say::not_today_why(lang) };
        parts.push(note(Tone::Sun, &mark, vec![says("p", "", why)]));
    }
    if model.interview.answers.is_empty() {
        let more = say::nothing_text(lang, model.rulebook().schemes.len());
        let begin = props.link(order::begin(model), "forward", text(start::begin(lang)));
        let more = vec![says("p", "", &more), el("p", "", vec![begin])];
        parts.push(note(Tone::Dashed, say::nothing_told(lang), more));
    }
    parts
}

fn group(props: &PageProps, view: &View<'_>, verdict: Verdict, schemes: &[SchemeId]) -> Html {
    let lang = props.model.lang();
    let (at, advised) = match verdict {
        Verdict::Fits => (0, say::order_fits(lang)),
        Verdict::CannotTell => (1, say::order_open(lang)),
        Verdict::DoesNotFit => (2, say::order_not(lang)),
    };
    let chosen = props.model.filter.order;
    let order = if chosen == Order::Advised { advised } else { filters::order_word(lang, chosen) };
    let is_whole = props.model.filter.whole.get(at).copied().unwrap_or(false);
    let shown = if is_whole { schemes.len() } else { MOST };
    let rows = schemes.iter().take(shown).filter_map(|scheme| view.row(*scheme));
    let head = vec![
        el("h2", "", vec![plate(lang, verdict, false)]),
        says("span", "order", order),
        says("span", "count", &schemes.len().to_string()),
    ];
    let mut parts = vec![el("div", "group-head", head)];
    if schemes.is_empty() {
        parts.push(says("p", "hint", say::empty_group(lang)));
    }
    parts.push(el("ul", "rows", rows.map(|scheme| row::row(props, &scheme)).collect()));
    if schemes.len() > MOST {
        parts.push(el("p", "more", vec![fold(props, at, is_whole, verdict, schemes.len())]));
    }
    el("section", "group", parts)
}

fn nothing_passes(props: &PageProps) -> Html {
    note(Tone::Dashed, say_filter::none_pass(props.model.lang()), vec![filters::clear(props)])
}

/// Shows all schemes of a group, or the first few.
fn fold(props: &PageProps, at: usize, is_whole: bool, verdict: Verdict, count: usize) -> Html {
    let lang = props.model.lang();
    let filter = props.model.filter;
    let mut whole = filter.whole;
    if let Some(own) = whole.get_mut(at) {
        *own = !is_whole;
    }
    let words = match is_whole {
        true => say::show_less(lang).to_owned(),
        false => say::show_all(lang, &count.to_string()),
    };
    let name = hidden(&[": ", verdict_word(lang, verdict)].concat());
    props.act(Event::Show(Filter { whole, ..filter }), all(vec![text(&words), name]))
}
