//! What a municipality can do for this caller: its role, other support, buying, whom to involve.

use super::DeskEvent;
use super::intake::{sources, words};
use crate::dom::{el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::citation;
use crate::store::Event;
use steunwijzer_advisor::desk::{
    DefinitionRow, Fit, GoalChoice, alternatives, definitions, goals, involved, roles,
};
use steunwijzer_advisor::messages::desk as say;
use steunwijzer_advisor::municipal::{AlternativeRow, ItemRow, RoleRow, RouteRow, Side, Sign, SignRow};
use steunwijzer_advisor::present::Link;
use steunwijzer_advisor::show;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::truth::Truth;
use yew::{Html, html};

/// The sections; none while the civil servant's side is still to come.
pub(super) fn support(props: &PageProps) -> Vec<Html> {
    let Some(side) = props.model.side() else { return Vec::new() };
    vec![
        role_card(props, &side),
        alternative_list(props, &side),
        who(props, &side),
        own_definition(props),
        chosen_goals(props, &side),
        buying(props, &side),
    ]
}

fn section(id: &'static str, class: &'static str, title: &str, body: Vec<Html>) -> Html {
    html! {
        <section class={class} aria-labelledby={id}><h2 {id} class="h3">{ title }</h2>{ for body }</section>
    }
}

fn role_card(props: &PageProps, side: &Side<'_>) -> Html {
    let lang = props.model.lang();
    let all = roles(side);
    let is_shown = |fit: Fit| fit == Fit::Shown;
    let first = all.first().filter(|(fit, _)| is_shown(*fit)).map(|(_, role)| role.item.name);
    let title = match first {
        Some(name) => say::role_fits(lang, &name.to_lowercase()),
        None => say::role_none(lang).to_owned(),
    };
    let mut body = Vec::new();
    if first.is_none() {
        body.push(says("p", "", say::role_none_text(lang)));
    }
    for (at, (fit, role)) in all.iter().enumerate() {
        let name = role.item.name.to_lowercase();
        let (summary, is_open) = match fit {
            Fit::Shown if at == 0 => {
                body.push(el("div", "", role_body(props, role)));
                continue;
            }
            Fit::Shown => (say::role_also(lang, &name), false),
            Fit::Open => (say::role_maybe(lang, &name), false),
            Fit::NotShown => (say::role_not(lang, &name), false),
        };
        body.push(folded(&summary, "", is_open, role_body(props, role)));
    }
    section("uw-rol", "desk-role", &title, body)
}

fn role_body(props: &PageProps, role: &RoleRow<'_>) -> Vec<Html> {
    let lang = props.model.lang();
    let involve: Vec<String> = role.involve.iter().map(words).collect();
    let mut body = vec![says("p", "", role.item.text), signs(props, &role.signs)];
    body.push(titled(say::actions(lang), &role.actions));
    body.push(titled(say::watch(lang), &role.watch));
    body.push(line(say::involve(lang), &involve.join("; ")));
    body.push(sources(&role.item));
    body
}

/// The signs, each with what is known of it.
fn signs(props: &PageProps, signs: &[SignRow<'_>]) -> Html {
    let lang = props.model.lang();
    if signs.is_empty() {
        return Html::default();
    }
    let each = signs.iter().map(|sign| {
        let (class, state) = match sign.sign {
            Sign::Computed(Truth::Yes) => ("sign shown", say::sign_shown(lang)),
            Sign::Computed(Truth::No) => ("sign", say::sign_not(lang)),
            Sign::Computed(Truth::Open) => ("sign open", say::sign_open(lang)),
            Sign::Person => ("sign open", say::sign_judge(lang)),
        };
        el("li", "", vec![text(sign.text), text(" "), says("span", class, state)])
    });
    el("div", "", vec![says("p", "label", say::signs(lang)), el("ul", "desk-list", each.collect())])
}

/// A small heading with a list; nothing for an empty list.
fn titled(title: &str, items: &[ItemRow<'_>]) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let each = items.iter().map(|item| says("li", "", &words(item)));
    el("div", "", vec![says("p", "label", title), el("ul", "desk-list", each.collect())])
}

fn line(title: &str, words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    el("p", "", vec![says("strong", "", &[title, ": "].concat()), text(words)])
}

fn folded(summary: &str, tag: &str, is_open: bool, body: Vec<Html>) -> Html {
    let tag = (!tag.is_empty()).then(|| says("small", "", tag));
    html! {
        <details open={is_open} class="desk-fold">
            <summary><span>{ text(summary) }</span>{ for tag }</summary>
            <div>{ for body }</div>
        </details>
    }
}

fn schemes(props: &PageProps, links: &[Link]) -> Html {
    if links.is_empty() {
        return Html::default();
    }
    let lang = props.model.lang();
    let each = links
        .iter()
        .flat_map(|link| [text(" "), props.link(Page::Scheme(link.scheme), "", text(&link.name)), text(".")]);
    let mut parts = vec![says("strong", "", say::in_advice(lang))];
    parts.extend(each);
    el("p", "", parts)
}

fn alternative_list(props: &PageProps, side: &Side<'_>) -> Html {
    let lang = props.model.lang();
    let all = alternatives(side);
    let each = all.iter().map(|(fit, row)| {
        let tag = match fit {
            Fit::Shown => say::alternative_shown(lang),
            Fit::Open => say::alternative_open(lang),
            Fit::NotShown => say::alternative_not(lang),
        };
        folded(row.item.name, tag, false, alternative(props, row))
    });
    section("andere-steun", "desk-more", say::alternatives(lang), each.collect())
}

fn alternative(props: &PageProps, row: &AlternativeRow<'_>) -> Vec<Html> {
    let lang = props.model.lang();
    vec![
        says("p", "", row.item.text),
        line(say::decides(lang), row.decides),
        titled(say::watch(lang), &row.watch),
        line(say::first_step(lang), row.next),
        signs(props, &row.signs),
        schemes(props, &row.schemes),
        sources(&row.item),
    ]
}

fn who(props: &PageProps, side: &Side<'_>) -> Html {
    let lang = props.model.lang();
    let all = involved(side, &props.model.case);
    if all.is_empty() {
        return section(
            "wie-betrekken",
            "desk-more",
            say::involved(lang),
            vec![says("p", "", say::involved_none(lang))],
        );
    }
    let each = all.iter().map(|one| {
        let because = say::involved_because(lang, &one.because.join("; "));
        el("li", "", vec![says("strong", "", &words(&one.who)), says("span", "small", &because)])
    });
    section("wie-betrekken", "desk-more", say::involved(lang), vec![el("ul", "desk-who", each.collect())])
}

fn own_definition(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let body = match model.case.definition {
        None => vec![says("p", "", say::definition_unset(lang))],
        Some(chosen) => definitions(&model.view(), chosen).iter().map(|row| met(props, row)).collect(),
    };
    section("telt-mee", "desk-more", say::definition(lang), body)
}

fn met(props: &PageProps, row: &DefinitionRow<'_>) -> Html {
    let lang = props.model.lang();
    let state = match row.meets {
        Truth::Yes => say::meets(lang),
        Truth::No => say::meets_not(lang),
        Truth::Open => say::meets_open(lang),
    };
    let mut parts = vec![says("strong", "", &[row.name, ": "].concat()), text(state)];
    if !row.missing.is_empty() {
        parts.extend([text(" "), text(say::meets_missing(lang))]);
    }
    for (question, short) in &row.missing {
        let event = Event::Desk(DeskEvent::Seek((*question, Whose::Organisation)));
        parts.extend([text(" "), props.act(event, text(short)), text(";")]);
    }
    let cited = row.citations.iter().map(citation).collect();
    el("div", "", vec![el("p", "", parts), el("p", "small desk-sources", cited)])
}

fn chosen_goals(props: &PageProps, side: &Side<'_>) -> Html {
    let lang = props.model.lang();
    let chosen = goals(side, &props.model.case).into_iter().filter(|choice| choice.is_chosen);
    let each: Vec<Html> = chosen.map(|choice| goal(props, &choice)).collect();
    if each.is_empty() {
        return Html::default();
    }
    section("bij-doelen", "desk-more", say::goals_chosen(lang), each)
}

fn goal(props: &PageProps, choice: &GoalChoice<'_>) -> Html {
    let lang = props.model.lang();
    let row = &choice.goal;
    let departments: Vec<String> = row.departments.iter().map(words).collect();
    let global = row.global_goals.iter().map(|(number, name)| say::sdg(lang, name, &number.to_string()));
    let instruments: Vec<String> = row.instruments.iter().map(|one| words(&one.item)).collect();
    let pair =
        |title: &str, words: &str| el("p", "", vec![says("strong", "", title), text(" "), text(words)]);
    let links: Vec<Link> = row.instruments.iter().flat_map(|one| one.schemes.clone()).collect();
    let body = vec![
        pair(say::goal_departments(lang), &departments.join("; ")),
        pair(say::goal_sdgs(lang), &global.collect::<Vec<_>>().join("; ")),
        pair(say::goal_instruments(lang), &instruments.join("; ")),
        schemes(props, &links),
        sources(&row.item),
    ];
    folded(&words(&row.item), "", true, body)
}

fn buying(props: &PageProps, side: &Side<'_>) -> Html {
    let lang = props.model.lang();
    let each = side.routes().iter().map(|row| route(props, row)).collect();
    section("inkopen", "desk-more", say::routes(lang), each)
}

fn route(props: &PageProps, row: &RouteRow<'_>) -> Html {
    let lang = props.model.lang();
    let day = show::day(lang, props.model.interview.as_on);
    let mut body = vec![says("p", "", row.item.text)];
    if !row.thresholds.is_empty() {
        let each = row
            .thresholds
            .iter()
            .map(|figure| says("li", "", &say::route_threshold(lang, &figure.value, &figure.label)));
        body.push(says("p", "label", &say::routes_on(lang, &day)));
        body.push(el("ul", "desk-list", each.collect()));
    }
    body.extend([titled(say::watch(lang), &row.watch), schemes(props, &row.schemes), sources(&row.item)]);
    folded(row.item.name, "", false, body)
}
