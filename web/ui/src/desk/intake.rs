//! The first meeting, the choices of the municipality, and the note.

use super::DeskEvent;
use super::sheet::head_and_body;
use crate::dom::{all, el, hidden, says, text};
use crate::page::PageProps;
use crate::parts::citation;
use crate::store::Event;
use steunwijzer_advisor::case::{CaseAction, Definition};
use steunwijzer_advisor::desk::{Fit, goals};
use steunwijzer_advisor::messages::desk as say;
use steunwijzer_advisor::municipal::{FollowUpRow, IntakeRow, ItemRow};
use steunwijzer_engine::answers::{Answer, Whose};
use yew::{Html, html};

/// The option of a question without options: that it was discussed.
const DISCUSSED: &str = "besproken";

/// The sections; none while the civil servant's side is still to come.
pub(super) fn intake(props: &PageProps) -> Vec<Html> {
    let model = &props.model;
    let lang = model.lang();
    let Some(side) = model.side() else { return Vec::new() };
    let rows = side.intake();
    let done = rows.iter().filter(|row| model.case.intake.contains_key(row.item.id)).count();
    let state = say::done_of(lang, &done.to_string(), &rows.len().to_string());
    let questions = rows.iter().map(|row| question(props, row)).collect();
    vec![
        head_and_body("kennismaken", say::intake(lang), &state, el("div", "desk-rows", questions)),
        head_and_body(
            "keuzes",
            say::settings(lang),
            "",
            el("div", "desk-rows", vec![definition(props), goal_chips(props)]),
        ),
    ]
}

/// The words of an item: its heading and its text, whichever there are.
pub(super) fn words(item: &ItemRow<'_>) -> String {
    let parts = [item.name, item.text].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(": ")
}

fn question(props: &PageProps, row: &IntakeRow<'_>) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let chosen = model.case.intake.get(row.item.id);
    let chip = |id: &str, words: &str| {
        let is_on = chosen.is_some_and(|chosen| chosen.contains(id));
        let event = Event::Case(CaseAction::Intake(row.item.id.to_owned(), id.to_owned()));
        toggle(props, words, &words_of(row), is_on, event)
    };
    let chips: Vec<Html> = match row.options.is_empty() {
        true => vec![chip(DISCUSSED, say::intake_done(lang))],
        false => row.options.iter().map(|option| chip(option.id, &words(option))).collect(),
    };
    let next = row.follow_ups.iter().map(|next| follow_up(props, next));
    let id = ["kennis-", row.item.id].concat();
    html! {
        <div class="desk-row desk-intake" key={id.clone()} role="group" aria-labelledby={id.clone()}>
            <div class="field">
                <p class="label" {id}>{ words_of(row) }</p>
                <div class="desk-chips">{ for chips }</div>
                <ul class="desk-next">{ for next }</ul>
            </div>
        </div>
    }
}

fn words_of(row: &IntakeRow<'_>) -> String {
    words(&row.item)
}

/// What to ask next, with links to the fields of the sheet that hold the answer.
fn follow_up(props: &PageProps, next: &FollowUpRow<'_>) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts = vec![text(&words(&next.item))];
    if next.is_ours {
        parts.push(text(" "));
        parts.push(says("span", "small", &["(", say::intake_ours(lang), ")"].concat()));
    }
    for (question, short) in &next.fills {
        let Some(asked) = model.question(*question) else { continue };
        let whose = match asked.list {
            None => Whose::Organisation,
            Some(list) => Whose::Record(list, 0),
        };
        let standing = model.answer((*question, whose));
        let answer = match standing {
            Some(Answer::NotKnown) => say::caller_unknown(lang).to_owned(),
            Some(answer) => {
                let words = model.site.words(lang);
                steunwijzer_advisor::show::answer(lang, model.rulebook(), words, asked, answer)
            }
            None => say::not_told(lang).to_owned(),
        };
        let is_told = asked
            .list
            .is_none_or(|list| model.interview.answers.records(list).is_some_and(|all| !all.is_empty()));
        let event = match asked.list {
            Some(list) if !is_told => DeskEvent::Add(list),
            Some(_) | None => DeskEvent::Seek((*question, whose)),
        };
        let link = props.act(Event::Desk(event), text(&say::go_to(lang, short)));
        parts.push(el("span", "desk-fills", vec![link, says("span", "small", &answer)]));
    }
    el("li", "", parts)
}

/// A button that is on or off.
fn toggle(props: &PageProps, words: &str, of: &str, is_on: bool, event: Event) -> Html {
    html! {
        <button type="button" class="chip" aria-pressed={is_on.to_string()} onclick={props.on(event)}>
            { text(words) }{ hidden(&[": ", of].concat()) }
        </button>
    }
}

fn definition(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let choices = [
        (Definition::Strict, say::definition_strict(lang)),
        (Definition::Broad, say::definition_broad(lang)),
    ];
    let chips = choices.into_iter().map(|(choice, words)| {
        let is_on = model.case.definition == Some(choice);
        toggle(props, words, say::definition(lang), is_on, Event::Case(CaseAction::Define(choice)))
    });
    setting("definitie", say::definition(lang), say::definition_hint(lang), chips.collect())
}

fn goal_chips(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let Some(side) = model.side() else { return Html::default() };
    let chips = goals(&side, &model.case).into_iter().map(|choice| {
        let name = words(&choice.goal.item);
        let event = Event::Case(CaseAction::Goal(choice.goal.item.id.to_owned()));
        let chip = toggle(props, &name, say::goals(lang), choice.is_chosen, event);
        match choice.fit {
            Fit::Shown => el("span", "desk-goal", vec![chip, says("span", "small", say::goal_fits(lang))]),
            Fit::Open | Fit::NotShown => el("span", "desk-goal", vec![chip]),
        }
    });
    setting("doelen", say::goals(lang), say::goals_hint(lang), chips.collect())
}

fn setting(id: &'static str, title: &str, hint: &str, chips: Vec<Html>) -> Html {
    html! {
        <div class="desk-row desk-intake" role="group" aria-labelledby={id}>
            <div class="field">
                <p class="label" {id}>{ title }</p>
                <p class="hint">{ hint }</p>
                <div class="desk-chips">{ for chips }</div>
            </div>
        </div>
    }
}

/// The sources of something, small.
pub(super) fn sources(item: &ItemRow<'_>) -> Html {
    let each = item.citations.iter().map(citation).collect();
    if item.citations.is_empty() { Html::default() } else { el("p", "small desk-sources", vec![all(each)]) }
}
