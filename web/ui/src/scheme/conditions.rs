//! Conditions: what is required, whether it holds, the answer used, where it stands.

use crate::dom::{all, el, says, text};
use crate::icons::{self, Icon};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{citation, overdue_tag};
use crate::terms::new_terms;
use steunwijzer_advisor::glossary::Term;
use steunwijzer_advisor::messages::scheme as say;
use steunwijzer_advisor::present::{ConditionRow, SubjectPage};
use steunwijzer_engine::advice::{Ask, State, Subject, Verdict};
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::QuestionId;
use yew::Html;

/// The conditions. Words that ask for an explanation get one where they first stand on the page.
pub(super) fn conditions(props: &PageProps, subject: &SubjectPage, seen: &mut Vec<Term>) -> Html {
    let lang = props.model.lang();
    let mut parts = vec![says("h2", "", say::conditions(lang))];
    if subject.conditions.is_empty() {
        parts.push(says("p", "", say::no_conditions(lang)));
    } else {
        let rows = subject.conditions.iter().map(|row| condition(props, subject, row, seen)).collect();
        parts.extend([says("p", "hint", &subject.checked_of), el("ul", "conditions", rows)]);
    }
    el("section", "", parts)
}

fn condition(props: &PageProps, subject: &SubjectPage, row: &ConditionRow, seen: &mut Vec<Term>) -> Html {
    let lang = props.model.lang();
    let (icon, class) = drawing(row.state);
    let mut line = vec![says("strong", class, &row.state_word), text(". "), text(&answers_used(props, row))];
    line.extend(sources(props, row));
    line.extend(subject.overdue.as_deref().map(overdue_tag));
    let mut parts = vec![says("p", "", &row.text), el("p", "small", line), new_terms(props, &row.text, seen)];
    parts.extend(row.open.iter().filter_map(|id| answer_link(props, subject.subject, *id)));
    parts.extend(row.refer.as_ref().map(|link| {
        let words = text(&say::see_instead(lang, &link.name));
        el("p", "small", vec![props.link(Page::Scheme(link.scheme), "", words)])
    }));
    if !row.routes.is_empty() {
        parts.push(el(
            "ul",
            "routes",
            row.routes.iter().map(|route| condition(props, subject, route, seen)).collect(),
        ));
    }
    el("li", "condition", vec![el("span", "mark", vec![icon]), el("div", "", parts)])
}

fn answers_used(props: &PageProps, row: &ConditionRow) -> String {
    let words = match row.answers.as_slice() {
        [] => return String::new(),
        [one] => one.text.clone(),
        several => {
            several.iter().map(|one| [&one.label, ": ", &one.text].concat()).collect::<Vec<_>>().join("; ")
        }
    };
    [&say::you_answered(props.model.lang(), &words), " "].concat()
}

fn sources(props: &PageProps, row: &ConditionRow) -> Option<Html> {
    let mut each = vec![text(say::source(props.model.lang())), text(" ")];
    for (one, at) in row.citations.iter().zip(0usize..) {
        each.extend([text(if at > 0 { "; " } else { "" }), citation(one)]);
    }
    (!row.citations.is_empty()).then(|| all(each))
}

/// A link to a question that is open.
fn answer_link(props: &PageProps, subject: Subject, id: QuestionId) -> Option<Html> {
    let model = &props.model;
    let question = model.question(id)?;
    let ask = match (question.list, subject) {
        (None, _) => Ask::Question(id, Whose::Organisation),
        (Some(own), Subject::Record(list, row)) if own == list => Ask::Question(id, Whose::Record(list, row)),
        (Some(own), _) => Ask::List(own),
    };
    let words = text(&say::answer_this(model.lang(), model.text(question.ask)));
    Some(el("p", "small", vec![props.link(Page::of(ask, model.rulebook()), "", words)]))
}

fn drawing(state: State) -> (Html, &'static str) {
    match state {
        State::Met => (icons::verdict(Verdict::Fits), "fits"),
        State::NotMet => (icons::verdict(Verdict::DoesNotFit), "niet"),
        State::Open | State::OpenByUs => (icons::verdict(Verdict::CannotTell), "open"),
        State::Judged => (Icon::Person.draw(), ""),
        State::ToDo => (Icon::Source.draw(), ""),
        State::Remark => (Icon::Info.draw(), ""),
        State::NotNeeded => (Icon::Ring.draw(), "niet"),
    }
}
