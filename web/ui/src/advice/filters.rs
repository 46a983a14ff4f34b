//! For whom, and which kind of help.

use crate::dom::el;
use crate::filter::Filter;
use crate::page::PageProps;
use crate::parts::chips;
use crate::store::{Event, Model};
use steunwijzer_advisor::messages::advice as say;
use steunwijzer_advisor::present::help_word;
use steunwijzer_engine::advice::Subject;
use steunwijzer_engine::rulebook::{Help, ListId, SubjectKind};
use yew::Html;

const HELPS: [Help; 5] = [Help::Subsidies, Help::Crowdfunding, Help::Loans, Help::InKind, Help::WageCosts];

pub(super) fn filters(props: &PageProps) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let filter = model.filter;
    let show = |filter: Filter| Event::Show(filter);
    let mut parts = Vec::new();
    let subjects = subjects(model);
    if !subjects.is_empty() {
        let names: Vec<String> = subjects.iter().map(|subject| model.view().subject_name(*subject)).collect();
        let all = (say::everyone(lang), filter.subject.is_none(), show(Filter { subject: None, ..filter }));
        let each = subjects.iter().zip(&names).map(|(subject, name)| {
            let own = Some(*subject);
            (name.as_str(), filter.subject == own, show(Filter { subject: own, ..filter }))
        });
        parts.push(chips(props, say::for_whom(lang), std::iter::once(all).chain(each).collect()));
    }
    let all = (say::all_kinds(lang), filter.help.is_none(), show(Filter { help: None, ..filter }));
    let each = HELPS.into_iter().map(|help| {
        (help_word(lang, help), filter.help == Some(help), show(Filter { help: Some(help), ..filter }))
    });
    parts.push(chips(props, say::kind(lang), std::iter::once(all).chain(each).collect()));
    el("div", "filters", parts)
}

/// The records that some scheme is judged for.
fn subjects(model: &Model) -> Vec<Subject> {
    let lists = (0u16..).zip(&model.rulebook().lists).map(|(row, _)| ListId(row));
    let judged = lists.filter(|list| {
        model.rulebook().schemes.iter().any(|scheme| scheme.subject == SubjectKind::Each(*list))
    });
    let records = judged.flat_map(|list| {
        let records = model.interview.answers.records(list).unwrap_or_default();
        (0u16..).zip(records).map(move |(row, _)| Subject::Record(list, row))
    });
    records.collect()
}
