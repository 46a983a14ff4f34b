//! Two variants side by side: which answers, verdicts and amounts differ.

use crate::messages::dossier as messages;
use crate::present::View;
use crate::show;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::answers::Whose;
use steunwijzer_engine::rulebook::{List, ListId, Question, SchemeId};

/// An answer that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDifference {
    /// What was asked, with the name of the record.
    pub label: String,
    /// The answer in the first variant.
    pub one: String,
    /// The answer in the other.
    pub other: String,
}

/// The judgement of a scheme in one variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The verdict.
    pub verdict: Verdict,
    /// The amount, or why there is none.
    pub amount: String,
}

/// A scheme of which the verdict or the amount differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeDifference {
    /// Which.
    pub scheme: SchemeId,
    /// Its name.
    pub name: String,
    /// In the first variant.
    pub one: Side,
    /// In the other.
    pub other: Side,
}

/// What differs between two variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Answers, and the day of the advice; in the order of the questions.
    pub answers: Vec<AnswerDifference>,
    /// Schemes with another verdict.
    pub verdicts: Vec<SchemeDifference>,
    /// Schemes with the same verdict and another amount.
    pub amounts: Vec<SchemeDifference>,
}

/// Compares two variants judged by the same rules.
pub fn compare(one: &View<'_>, other: &View<'_>) -> Comparison {
    let (verdicts, amounts) = schemes(one, other)
        .into_iter()
        .partition(|found: &SchemeDifference| found.one.verdict != found.other.verdict);
    Comparison { answers: answers(one, other), verdicts, amounts }
}

fn schemes(one: &View<'_>, other: &View<'_>) -> Vec<SchemeDifference> {
    let each = one.advice.schemes.iter().filter_map(|judged| {
        let (before, after) = (one.row(judged.scheme)?, other.row(judged.scheme)?);
        let differs = before.verdict != after.verdict || before.amount.text != after.amount.text;
        differs.then_some(SchemeDifference {
            scheme: judged.scheme,
            name: before.name,
            one: Side { verdict: before.verdict, amount: before.amount.text },
            other: Side { verdict: after.verdict, amount: after.amount.text },
        })
    });
    each.collect()
}

fn answers(one: &View<'_>, other: &View<'_>) -> Vec<AnswerDifference> {
    let lang = one.lang;
    let mut found = Vec::new();
    if one.advice.as_on != other.advice.as_on {
        found.push(AnswerDifference {
            label: messages::as_on(lang).to_owned(),
            one: show::day(lang, one.advice.as_on),
            other: show::day(lang, other.advice.as_on),
        });
    }
    let own = one.rulebook.questions.iter().filter(|question| question.list.is_none());
    found.extend(own.filter_map(|question| answer(one, other, question, Whose::Organisation)));
    for (row, list) in (0..).zip(&one.rulebook.lists) {
        records(one, other, ListId(row), list, &mut found);
    }
    found
}

/// How many records were told, and what differs in each.
fn records(one: &View<'_>, other: &View<'_>, id: ListId, list: &List, found: &mut Vec<AnswerDifference>) {
    let told = |view: &View<'_>| view.answers.records(id).map(<[_]>::len);
    if told(one) != told(other) {
        let in_words = |number| match number {
            None => messages::not_told(one.lang).to_owned(),
            Some(0) => one.text(list.none).to_owned(),
            Some(number) => messages::records(one.lang, number),
        };
        found.push(AnswerDifference {
            label: one.list_title(id).to_owned(),
            one: in_words(told(one)),
            other: in_words(told(other)),
        });
    }
    let most = told(one).max(told(other)).unwrap_or_default();
    for row in 0..u16::try_from(most).unwrap_or(u16::MAX) {
        let own = one.rulebook.questions.iter().filter(|question| question.list == Some(id));
        found.extend(own.filter_map(|question| answer(one, other, question, Whose::Record(id, row))));
    }
}

fn answer(one: &View<'_>, other: &View<'_>, question: &Question, whose: Whose) -> Option<AnswerDifference> {
    let (before, after) = (one.answers.get(question, whose), other.answers.get(question, whose));
    let in_words = |answer: Option<_>| match answer {
        Some(answer) => show::answer(one.lang, one.rulebook, one.words, question, answer),
        None => messages::not_told(one.lang).to_owned(),
    };
    let short = one.text(question.short);
    (before != after).then(|| AnswerDifference {
        label: match whose {
            Whose::Organisation => short.to_owned(),
            Whose::Record(list, row) => [&one.record_name(list, row), ": ", short].concat(),
        },
        one: in_words(before),
        other: in_words(after),
    })
}
