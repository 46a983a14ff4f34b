//! The two questions of the practice example, as a form to think with.

use super::sheet::Sheet;
use super::to_dossier;
use crate::dom::{all, el, says, text};
use crate::store::Event;
use steunwijzer_advisor::case::CaseAction;
use steunwijzer_advisor::messages::toolkit as say;
use steunwijzer_advisor::municipal::{GoalChoice, Reflection, Talk};
use yew::{Html, html};

/// Begin from the problem; judge the impact besides the business case; other lessons.
pub(super) fn practice(sheet: &mut Sheet<'_>) -> Vec<Html> {
    let side = sheet.side;
    let Some(reflection) = side.reflection(&sheet.props.model.case) else {
        return vec![sheet.list(&side.data.practice)];
    };
    let lang = sheet.lang();
    let mut parts = turn_around(sheet, &reflection);
    parts.extend(judge(sheet, &reflection));
    parts.extend([says("h3", "", say::more_lessons(lang)), sheet.rows("ul", "points", &reflection.others)]);
    parts
}

fn turn_around(sheet: &mut Sheet<'_>, reflection: &Reflection<'_>) -> Vec<Html> {
    let (lang, props) = (sheet.lang(), sheet.props);
    let boxes = reflection.goals.iter().map(|goal| {
        let onchange = props.on(Event::Case(CaseAction::Goal(goal.id.to_owned())));
        html! {
            <li><label class="tick"><input type="checkbox" checked={goal.is_chosen} {onchange} /><span>{ text(goal.name) }</span></label></li>
        }
    });
    let boxes = boxes.collect();
    let group = html! {
        <fieldset class="field choices">
            <legend class="label">{ say::choose_goal(lang) }</legend>
            <p class="hint">{ say::choose_goal_hint(lang) }</p>
            { el("ul", "ticks", boxes) }
        </fieldset>
    };
    let heading = el("h3", "", vec![text(reflection.turn_around.text)]);
    let source = el("p", "small", vec![sheet.refer(&reflection.turn_around.citations)]);
    vec![heading, source, group, chosen(sheet, &reflection.goals)]
}

/// For each chosen goal who owns it and what can be used.
fn chosen(sheet: &Sheet<'_>, goals: &[GoalChoice<'_>]) -> Html {
    let lang = sheet.lang();
    let rows: Vec<Html> = goals
        .iter()
        .filter(|goal| goal.is_chosen)
        .map(|goal| {
            let owners = [say::owners(lang), ": ", &goal.departments.join(", ")].concat();
            let instruments = [say::instruments(lang), ": ", &goal.instruments.join(", ")].concat();
            el("li", "", vec![says("h4", "", goal.name), says("p", "", &owners), says("p", "", &instruments)])
        })
        .collect();
    if rows.is_empty() {
        return says("p", "hint", say::no_goal(lang));
    }
    el("ul", "rows-with-names", rows)
}

fn judge(sheet: &mut Sheet<'_>, reflection: &Reflection<'_>) -> Vec<Html> {
    let lang = sheet.lang();
    let talks = reflection.talks.iter().map(|one| talk(sheet, one)).collect();
    vec![
        el("h3", "", vec![text(reflection.judge.text)]),
        el("p", "small", vec![text(say::talked(lang)), text(" "), sheet.refer(&reflection.judge.citations)]),
        all(talks),
        html! { <p class="label balance" role="status">{ reflection.balance }</p> },
        el("p", "small", vec![to_dossier(sheet.props, say::notes(lang))]),
    ]
}

fn talk(sheet: &mut Sheet<'_>, talk: &Talk<'_>) -> Html {
    let ticks = talk.ticks.iter().map(|tick| sheet.tick(tick, "")).collect();
    html! {
        <fieldset class="field"><legend class="label">{ text(talk.question.text) }</legend>{ el("ul", "ticks", ticks) }</fieldset>
    }
}
