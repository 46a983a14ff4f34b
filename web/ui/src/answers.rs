//! Everything that was answered, by topic, with a way to change each.

use crate::advice::clashes::clashes;
use crate::dom::{all, el, hidden, says, text};
use crate::navigation::Page;
use crate::order;
use crate::page::PageProps;
use crate::parts::title;
use steunwijzer_advisor::interview::Asked;
use steunwijzer_advisor::messages::{advice, answers as say, page, question};
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Ask;
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::rulebook::Topic;
use yew::Html;

pub(crate) fn answers(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let mut parts = vec![title(say::title(lang)), says("p", "lead", say::lead(lang))];
    parts.extend(clashes(props));
    parts.extend((0u16..).zip(&model.rulebook().topics).map(|(row, topic)| section(props, row, topic)));
    parts.extend(to_find_out(props));
    parts.push(el("p", "", vec![props.link(Page::Advice, "forward", text(question::to_advice(lang)))]));
    el("div", "wide-column reading", parts)
}

fn section(props: &PageProps, row: u16, topic: &Topic) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let name = model.text(topic.title);
    let asked = order::asked(model, topic);
    let told: Vec<&Asked> = asked.iter().filter(|one| one.answer.is_some()).collect();
    let none = topic.list.and_then(|list| match model.interview.answers.records(list) {
        Some([]) => model.rulebook().lists.get(list.row()).map(|list| model.text(list.none)),
        Some([..]) | None => None,
    });
    let mut parts = vec![says("h2", "", name)];
    match none {
        Some(none) => parts.push(says("p", "", none)),
        None if told.is_empty() => parts.push(says("p", "hint", say::none(lang))),
        None => parts.extend(given(props, &told)),
    }
    let more = all(vec![text(say::answer_topic(lang)), hidden(&[": ", name].concat())]);
    parts.push(el("p", "", vec![props.link(order::entry(model, row), "", more)]));
    el("section", "", parts)
}

/// The answers of a topic; of a list, record by record.
fn given(props: &PageProps, told: &[&Asked]) -> Vec<Html> {
    let mut parts = Vec::new();
    for own in told.chunk_by(|one, other| one.whose == other.whose) {
        let whose = own.first().map_or(Whose::Organisation, |one| one.whose);
        if let Whose::Record(list, row) = whose {
            parts.push(says("h3", "", &props.model.view().record_name(list, row)));
        }
        parts.push(el("dl", "given", own.iter().filter_map(|one| answer(props, one)).collect()));
    }
    parts
}

fn answer(props: &PageProps, asked: &Asked) -> Option<Html> {
    let model = &props.model;
    let lang = model.lang();
    let question = model.question(asked.question)?;
    let answer = asked.answer?;
    let words = show::answer(lang, model.rulebook(), model.site.words(lang), question, answer);
    let short = model.text(question.short);
    let class = match (asked.counts, answer) {
        (false, _) => "gone",
        (true, Answer::NotKnown) => "unknown",
        (true, Answer::Known(_)) => "",
    };
    let mut value = vec![says("span", class, &words), text(" ")];
    if !asked.counts {
        value.extend([says("span", "tag", say::not_counting(lang)), text(" ")]);
    }
    let page = Page::of(Ask::Question(asked.question, asked.whose), model.rulebook());
    let change = all(vec![text(page::change(lang)), hidden(&[": ", short].concat())]);
    value.push(props.link(page, "", change));
    Some(el("div", "", vec![says("dt", "", short), el("dd", "", value)]))
}

/// What was asked and not known, with where to find it.
fn to_find_out(props: &PageProps) -> Option<Html> {
    let lang = props.model.lang();
    let items = find_out_items(props);
    (!items.is_empty()).then(|| {
        let title = says("h2", "", advice::to_find_out(lang));
        let lead = says("p", "", say::find_out_lead(lang));
        el("section", "", vec![title, lead, el("ul", "plain", items)])
    })
}

/// Each question that was asked and not known, as an item of a list.
pub(crate) fn find_out_items(props: &PageProps) -> Vec<Html> {
    let model = &props.model;
    let found = model.view().to_find_out();
    let items = found.iter().map(|one| {
        let page = Page::of(Ask::Question(one.question, one.whose), model.rulebook());
        el("li", "", vec![props.link(page, "", text(&one.text)), says("p", "hint", &one.help)])
    });
    items.collect()
}
