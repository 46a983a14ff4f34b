//! Answers that cannot be true together, with a way to change each.

use crate::dom::{all, el, hidden, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{Tone, note};
use steunwijzer_advisor::messages::{advice as say, page};
use steunwijzer_advisor::show;
use steunwijzer_engine::advice::Ask;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::QuestionId;
use yew::Html;

pub(crate) fn clashes(props: &PageProps) -> Option<Html> {
    let model = &props.model;
    let lang = model.lang();
    let found = &model.judged.advice.conflicts;
    if found.is_empty() {
        return None;
    }
    let mut more = Vec::new();
    for (clash, words) in found.iter().zip(model.view().conflicts()) {
        let conflict = model.rulebook().conflicts.get(usize::from(clash.conflict))?;
        let answers = conflict.questions.iter().filter_map(|id| involved(props, *id, clash.whose));
        more.extend([says("p", "", &words), el("ul", "involved", answers.collect())]);
    }
    more.push(says("p", "", say::until_changed(lang)));
    Some(note(Tone::Sun, &say::conflicts(lang, found.len()), more))
}

/// An answer that takes part: its own if it is the organisation's, else that of the record. Of other
/// lists the answers stand in their own cards.
fn involved(props: &PageProps, id: QuestionId, whose: Whose) -> Option<Html> {
    let model = &props.model;
    let lang = model.lang();
    let question = model.question(id)?;
    let (page, answer) = match (question.list, whose) {
        (None, _) => (Page::Question(id), model.answer((id, Whose::Organisation))),
        (Some(own), Whose::Record(list, _)) if own == list => {
            (Page::of(Ask::Question(id, whose), model.rulebook()), model.answer((id, whose)))
        }
        (Some(own), _) => (Page::of(Ask::List(own), model.rulebook()), None),
    };
    let words = model.site.words(lang);
    let answer = answer.map(|answer| show::answer(lang, model.rulebook(), words, question, answer));
    let short = model.text(question.short);
    let change = all(vec![text(page::change(lang)), hidden(&[": ", short].concat())]);
    Some(el(
        "li",
        "",
        vec![
            says("span", "involved-name", short),
            says("strong", "", &answer.unwrap_or_default()),
            text(" "),
            props.link(page, "", change),
        ],
    ))
}
