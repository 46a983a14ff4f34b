//! The topics as nodes on a line. Any can be pressed: numbers are names, not an order.

use crate::dom::{all, el, hidden, says, text};
use crate::icons::Icon;
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use crate::store::Model;
use steunwijzer_advisor::messages::{question as say, show};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::Topic;
use yew::{Html, html};

pub(crate) fn topics(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let here = model.page.topic(model.rulebook());
    let nodes = (0u16..).zip(&model.rulebook().topics).map(|(row, topic)| node(props, row, topic, here));
    let parts = vec![
        el(
            "p",
            "topics-head",
            vec![here_words(model, here), props.link(Page::Answers, "", text(say::topics(lang)))],
        ),
        el("ol", "", nodes.collect()),
        says("p", "hint", say::free_order(lang)),
        el("p", "", vec![props.link(Page::Answers, "", text(say::your_answers(lang)))]),
    ];
    html! { <nav class="topics" aria-label={say::topics(lang)}>{ all(parts) }</nav> }
}

fn here_words(model: &Model, here: Option<u16>) -> Html {
    let Some(topic) = here.and_then(|row| model.topic(row)) else { return Html::default() };
    let words = vec![says("strong", "", model.text(topic.title)), text(" "), text(&state(model, topic))];
    el("span", "", words)
}

fn node(props: &PageProps, row: u16, topic: &Topic, here: Option<u16>) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let is_here = here == Some(row);
    let is_done = is_done(model, topic);
    let mark = match is_done && !is_here {
        true => Icon::Tick.draw(),
        false => text(&(u32::from(row) + 1).to_string()),
    };
    let (class, words) = match (is_here, is_done) {
        (true, true) => ("here done", say::topic_now(lang)),
        (true, false) => ("here", say::topic_now(lang)),
        (false, true) => ("done", say::topic_done(lang)),
        (false, false) => ("", ""),
    };
    let content = vec![
        html! { <span class="node" aria-hidden="true">{ mark }</span> },
        el("span", "name", vec![text(model.text(topic.title)), says("small", "", &state(model, topic))]),
        hidden(words),
    ];
    let link = props.link(order::entry(model, row), "", all(content));
    html! { <li {class} aria-current={is_here.then_some("step")}>{ link }</li> }
}

fn is_done(model: &Model, topic: &Topic) -> bool {
    let progress = order::progress(model, topic);
    let is_told = topic.list.is_none_or(|list| model.interview.answers.records(list).is_some());
    let is_empty = topic.list.is_some_and(|list| model.interview.answers.records(list) == Some(&[]));
    is_told && progress.done == progress.of && (progress.of > 0 || is_empty)
}

/// How far a topic is, in a few words.
fn state(model: &Model, topic: &Topic) -> String {
    let lang = model.lang();
    if let Some(list) = topic.list {
        return match model.interview.answers.records(list) {
            None => String::new(),
            Some([]) => say::told_none(lang).to_owned(),
            Some(records) => say::records(lang, records.len()),
        };
    }
    let progress = order::progress(model, topic);
    if progress.done == 0 {
        return String::new();
    }
    let unknown = |id| model.answer((id, Whose::Organisation)) == Some(Answer::NotKnown);
    let unknowns = topic.questions.iter().filter(|id| unknown(**id)).count();
    let answered = say::answered(lang, &progress.done.to_string(), &progress.of.to_string());
    match unknowns {
        0 => answered,
        count => [&answered, ", ", &count.to_string(), "× ", show::not_known(lang)].concat(),
    }
}
