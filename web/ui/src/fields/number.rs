//! Numbers, amounts of money, percentages and hours.

use super::{Field, Place};
use crate::store::Event;
use steunwijzer_advisor::messages::field as say;
use steunwijzer_engine::answers::Answer;
use steunwijzer_engine::rulebook::{AnswerType, Unit};
use yew::{Html, classes, html};

/// One field, or a lowest and a highest.
pub(super) fn number(field: &Field<'_>) -> Html {
    let lang = field.lang();
    let AnswerType::Number { unit, label, .. } = &field.question.answer else { return Html::default() };
    let unit_text = unit_text(field, *unit, field.props.model.text(*label));
    let hint = if is_money(*unit) { say::money_hint(lang) } else { "" };
    let roughly = Event::Roughly(field.key(), !field.draft.about);
    let toggle = if field.draft.about { say::exactly(lang) } else { say::about(lang) };
    let inputs = if field.draft.about {
        html! { <>
            <span class="between">{ say::low(lang) }</span>
            { input(field, 0, &unit_text, Some(say::low_of(lang, field.words()))) }
            <span class="between">{ say::high(lang) }</span>
            { input(field, 1, &unit_text, Some(say::high_of(lang, field.words()))) }
        </> }
    } else {
        input(field, 0, &unit_text, None)
    };
    html! { <>
        { field.label(Some(field.id.clone())) }
        { field.hint(hint) }
        { field.error() }
        <div class="line"><span class="typed">{ inputs }</span>{ field.not_known_box() }{ field.props.act(roughly, html! { toggle }) }</div>
        { field.readings() }
        { field.shown_back() }
    </> }
}

fn input(field: &Field<'_>, part: usize, unit: &str, name: Option<String>) -> Html {
    let id = if part == 0 { field.id.clone() } else { field.sub_id("high") };
    let by = match (field.place, &name) {
        (Place::Alone, None) => Some(field.label_id()),
        (Place::Alone | Place::Among | Place::Desk, _) => None,
    };
    let is_unknown = (field.asked.answer == Some(Answer::NotKnown)).then_some("unknown");
    let value = field.draft.parts.get(part).cloned().unwrap_or_default();
    let size = match &field.question.answer {
        AnswerType::Number { max, scale, .. } => {
            (max.to_string().len() - usize::from(*scale > 0)).clamp(3, 12)
        }
        AnswerType::YesNo
        | AnswerType::Choice(_)
        | AnswerType::Choices(_)
        | AnswerType::Date { .. }
        | AnswerType::Place => 12,
    };
    html! {
        <span class={classes!("with-unit", if size > 6 { "long" } else { "short" })}>
            <input type="text" inputmode="decimal" autocomplete="off" {id} class={classes!(is_unknown)} {value}
                oninput={field.typing(part)} aria-labelledby={by} aria-label={name}
                aria-describedby={field.described_by()} aria-invalid={field.draft.problem.is_some().then_some("true")} />
            <span class="unit" aria-hidden="true">{ unit }</span>
        </span>
    }
}

fn is_money(unit: Unit) -> bool {
    matches!(
        unit,
        Unit::Euro | Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear
    )
}

/// The sign or word behind the field.
fn unit_text(field: &Field<'_>, unit: Unit, label: &str) -> String {
    use steunwijzer_advisor::messages::show;
    let lang = field.lang();
    let bare = |text: String| text.trim_start_matches("1 ").trim_start_matches("2 ").trim().to_owned();
    match unit {
        Unit::Plain => label.to_owned(),
        Unit::Percent => "%".to_owned(),
        Unit::Hours | Unit::HoursPerWeek | Unit::HoursPerMonth | Unit::HoursPerYear => {
            bare(show::hours(lang, ""))
        }
        Unit::Days => bare(show::days(lang, 2)),
        Unit::Weeks | Unit::WeeksPerYear => bare(show::weeks(lang, 2)),
        Unit::Months | Unit::MonthsPerYear => bare(show::months(lang, 2)),
        Unit::Euro | Unit::EuroPerHour | Unit::EuroPerWeek | Unit::EuroPerMonth | Unit::EuroPerYear => {
            "€".to_owned()
        }
    }
}
