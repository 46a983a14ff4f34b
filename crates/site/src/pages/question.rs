//! Questions: what we ask, what may be answered, and which schemes use it.

use crate::address::Page;
use crate::layout::{Content, Script, Writer};
use crate::parts::fact;
use maud::{Markup, html};
use steunwijzer_advisor::messages::{diff as words, fixed as common, fixed_question as say};
use steunwijzer_advisor::show;
use steunwijzer_engine::expression::Node;
use steunwijzer_engine::rulebook::{AnswerType, Question, QuestionId, TextId, Unit};

pub(super) fn list(writer: &Writer<'_>) -> Content {
    let lang = writer.lang;
    let rulebook = writer.known.rulebook;
    let body = html! {
        p class="lead" { (say::lead(lang)) }
        @for topic in &rulebook.topics {
            h2 { (writer.text(topic.title)) }
            ul class="rows" {
                @for id in &topic.questions {
                    @if let Some(question) = rulebook.questions.get(id.row()) {
                        li {
                            a href=(writer.to(Page::Question(*id))) { (writer.text(question.ask)) }
                            span class="small" { (common::count_schemes(lang, writer.known.users(*id).len())) }
                        }
                    }
                }
            }
        }
    };
    Content {
        title: common::questions(lang).to_owned(),
        about: say::lead(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    }
}

pub(super) fn page(writer: &Writer<'_>, id: QuestionId) -> Option<Content> {
    let lang = writer.lang;
    let rulebook = writer.known.rulebook;
    let question = rulebook.questions.get(id.row())?;
    let users = writer.known.users(id);
    let topic = rulebook.topics.iter().find(|topic| topic.questions.contains(&id));
    let guards = guards(writer, question);
    let body = html! {
        (under(writer, say::why(lang), question.why))
        (under(writer, say::find(lang), question.help))
        h2 { (say::answers(lang)) }
        (answers(writer, question))
        p { (say::not_known(lang)) }
        @if question.changeable { p { (say::changeable(lang)) } }
        @if !guards.is_empty() { p { (say::depends(lang)) " " (writer.question_links(&guards)) } }
        dl class="facts" {
            (fact(say::topic(lang), &html! { (topic.map_or("", |topic| writer.text(topic.title))) }))
        }
        h2 { (say::used_by(lang)) }
        @if users.is_empty() { p { (say::used_by_none(lang)) } }
        @else {
            p { (common::count_schemes(lang, users.len())) "." }
            (writer.schemes(users))
        }
    };
    Some(Content {
        title: writer.text(question.ask).to_owned(),
        about: say::about(lang).to_owned(),
        body,
        data: vec![],
        script: Script::None,
    })
}

fn under(writer: &Writer<'_>, heading: &str, text: TextId) -> Markup {
    let text = writer.text(text);
    html! { @if !text.is_empty() { h2 { (heading) } p { (text) } } }
}

/// The questions that decide whether this one is asked.
fn guards(writer: &Writer<'_>, question: &Question) -> Vec<QuestionId> {
    let mut guards = Vec::new();
    if let Some(node) = question.ask_if {
        writer.known.rulebook.visit(node, &mut |node| {
            if let Node::Input(input) = node
                && !guards.contains(&input.question)
            {
                guards.push(input.question);
            }
        });
    }
    guards
}

fn answers(writer: &Writer<'_>, question: &Question) -> Markup {
    let lang = writer.lang;
    match &question.answer {
        AnswerType::YesNo => html! { p { (words::yes_no(lang)) } },
        AnswerType::Place => html! { p { (words::place(lang)) } },
        AnswerType::Choice(options) | AnswerType::Choices(options) => {
            let many = matches!(question.answer, AnswerType::Choices(_));
            html! {
                p { @if many { (words::choices(lang)) } @else { (words::choice(lang)) } }
                ul { @for option in options { li { (writer.text(option.text)) } } }
            }
        }
        AnswerType::Number { unit, scale, min, max, label } => {
            let kind = match (unit, writer.text(*label)) {
                (Unit::Plain, "") => say::number_bare(lang).to_owned(),
                (Unit::Plain, label) => say::number_unit(lang, label),
                _ => show::unit(lang, *unit),
            };
            let [low, high] = [min, max].map(|end| show::scaled(lang, *unit, *scale, *end));
            html! { p { (say::number(lang, &kind)) " " (say::number_between(lang, &high, &low)) } }
        }
        AnswerType::Date { min, max } => {
            html! { p { (say::date(lang, &show::day(lang, *max), &show::day(lang, *min))) } }
        }
    }
}
