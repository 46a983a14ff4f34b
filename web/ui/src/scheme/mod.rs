//! One scheme in full: verdict, conditions, amount, steps, what goes with it.

mod conditions;
mod verdict_box;
mod working;

pub(crate) use working::{sources, table};

use crate::compared::{bar, toggle};
use crate::dom::{all, el, says, text};
use crate::navigation::Page;
use crate::page::PageProps;
use crate::parts::{chips, citation, loading, title, verdict_icon};
use crate::store::Event;
use crate::terms::new_terms;
use steunwijzer_advisor::glossary::Term;
use steunwijzer_advisor::messages::{self, scheme as say};
use steunwijzer_advisor::present::{RelationRow, Remark, SchemePage, SubjectPage};
use steunwijzer_engine::advice::{Subject, Verdict};
use steunwijzer_engine::rulebook::{Kind, RelationKind, SchemeId};
use yew::Html;

/// One scheme in full: for the subject that was chosen, else the one that the advice was narrowed
/// to, else the one that decides the verdict.
pub(crate) fn scheme(props: &PageProps, id: SchemeId) -> Html {
    let model = &props.model;
    let lang = model.lang();
    let back = el("p", "over", vec![props.link(Page::Advice, "", text(say::back(lang)))]);
    if model.awaits_schemes() {
        let head = vec![back, title(messages::loading::title(lang)), loading(lang)];
        return el("div", "wide-column scheme-page", vec![el("div", "head", head)]);
    }
    let Some(page) = model.whole_view().page(id) else { return Html::default() };
    let of = |wanted: Option<Subject>| page.subjects.iter().find(|one| Some(one.subject) == wanted);
    let best = || page.subjects.iter().find(|one| one.verdict == page.row.verdict);
    let chosen = of(model.folds.subject).or_else(|| of(model.filter.subject)).or_else(best);
    let Some(subject) = chosen.or(page.subjects.first()) else { return Html::default() };
    let mut seen = Vec::new();
    let mut head = vec![back, title(&page.row.name), says("p", "lead", &page.summary)];
    head.push(new_terms(props, &page.summary, &mut seen));
    head.push(el("p", "", vec![toggle(props, id, &page.row.name)]));
    head.push(bar(props));
    if page.subjects.len() > 1 {
        let each = page
            .subjects
            .iter()
            .map(|one| (one.name.as_str(), one.subject == subject.subject, Event::Choose(one.subject)));
        head.push(chips(props, say::for_whom(lang), each.collect()));
    }
    el(
        "div",
        "wide-column scheme-page",
        vec![
            el("div", "head", head),
            verdict_box::verdict_box(props, &page, subject),
            el("div", "body", body(props, &page, subject, &mut seen)),
        ],
    )
}

fn body(props: &PageProps, page: &SchemePage, subject: &SubjectPage, seen: &mut Vec<Term>) -> Vec<Html> {
    let lang = props.model.lang();
    let lines = |texts: &[String]| texts.iter().map(|line| says("li", "", line)).collect();
    let pitfalls = page.pitfalls.iter().map(remark).collect();
    let mut parts = vec![conditions::conditions(props, subject, seen)];
    parts.extend(working::working(props, subject));
    parts.extend(to_plan(props, page.row.scheme));
    parts.extend(section(say::changes(lang), "ul", "lines", lines(&subject.changes)));
    parts.extend(section(say::what_to_do(lang), "ol", "steps", lines(&page.steps)));
    parts.extend(section(say::documents(lang), "ul", "lines", lines(&page.documents)));
    parts.extend(section(say::pitfalls(lang), "ul", "lines", pitfalls));
    for (kind, title) in [
        (RelationKind::Beside, say::beside(lang)),
        (RelationKind::NotWith, say::not_with(lang)),
        (RelationKind::OnlyHighest, say::only_highest(lang)),
    ] {
        parts.extend(section(title, "ul", "lines", relations(props, page, kind)));
    }
    parts
}

/// Money for a wage also stands in the plan, with the months in which it comes.
fn to_plan(props: &PageProps, id: SchemeId) -> Option<Html> {
    let scheme = props.model.rulebook().schemes.get(id.row())?;
    let words = text(messages::money::from_scheme(props.model.lang()));
    (scheme.kind == Kind::WageSubsidy).then(|| el("p", "to-plan", vec![props.link(Page::Plan, "", words)]))
}

/// A list under a heading; nothing when the list is empty.
fn section(title: &str, list: &'static str, class: &'static str, items: Vec<Html>) -> Option<Html> {
    (!items.is_empty()).then(|| el("section", "", vec![says("h2", "", title), el(list, class, items)]))
}

fn remark(remark: &Remark) -> Html {
    let mut parts = vec![text(&remark.text)];
    parts.extend(remark.citations.iter().map(|row| el("p", "small", vec![citation(row)])));
    el("li", "", parts)
}

/// Other schemes of one relation, each with its verdict now.
fn relations(props: &PageProps, page: &SchemePage, kind: RelationKind) -> Vec<Html> {
    let own = page.relations.iter().filter(|relation| relation.kind == kind);
    own.map(|relation| relation_row(props, relation)).collect()
}

fn relation_row(props: &PageProps, relation: &RelationRow) -> Html {
    let lang = props.model.lang();
    let with = relation.with.iter().filter_map(|link| {
        let row = props.model.whole_view().row(link.scheme)?;
        let amount = if row.verdict == Verdict::DoesNotFit { "" } else { row.amount.text.as_str() };
        Some(el(
            "p",
            "related",
            vec![
                verdict_icon(lang, row.verdict),
                props.link(Page::Scheme(link.scheme), "name", text(&link.name)),
                says("span", "amount", amount),
            ],
        ))
    });
    let mut parts: Vec<Html> = with.collect();
    parts.push(says("p", "small", &relation.remark.text));
    el("li", "", vec![all(parts)])
}
