//! Schemes and their conditions in rows.

use super::amounts;
use super::entangled;
use super::expressions::{Expressions, parameters};
use super::ids::{Ids, unique};
use super::texts::Texts;
use crate::nearest::did_you_mean;
use crate::read::conditions::Condition as WrittenCondition;
use crate::read::schemes::{Relation as WrittenRelation, Scheme as Written, Window as WrittenWindow};
use steunwijzer_engine::rulebook::{
    Amounts, Citation, Condition, Confidence, Evidence, ListId, QuestionId, Relation, Role, Rulebook, Scheme,
    SchemeTexts, SubjectKind, Window,
};

/// Fills the tables of schemes and conditions.
pub(super) fn fill(
    rulebook: &mut Rulebook,
    written: &[Written],
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) {
    for scheme in written {
        let row = scheme_row(rulebook, scheme, expressions, ids, texts);
        rulebook.schemes.push(row);
    }
}

fn scheme_row(
    rulebook: &mut Rulebook,
    written: &Written,
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) -> Scheme {
    let subject = subject(written, expressions);
    let list = match subject {
        Some(SubjectKind::Each(list)) => Some(list),
        Some(SubjectKind::Organisation) | None => None,
    };
    expressions.set_lines(Vec::new());
    let routes = written.conditions.iter().flat_map(|condition| &condition.routes);
    let all = written.conditions.iter().chain(routes);
    unique(expressions.log, "condition", all.map(|condition| &condition.id));
    let first = rulebook.conditions.len();
    // Without a subject nothing that is said of it can be understood.
    let conditions = subject.map_or(&[][..], |_| written.conditions.as_slice());
    for condition in conditions {
        add_condition(rulebook, condition, list, expressions, ids, texts);
    }
    if written.review.confidence == Confidence::Low {
        doubt(rulebook.conditions.get_mut(first..).unwrap_or_default());
    }
    let own = rulebook.conditions.get(first..).unwrap_or_default();
    let entangled = entangled::inputs(own, &rulebook.questions, &expressions.tables);
    let conditions = (count(first), count(rulebook.conditions.len()));
    let amounts = match subject {
        Some(_) => amounts::rows(&written.amounts, list, expressions, ids, texts),
        None => Amounts::Unknown,
    };
    Scheme {
        id: written.id.value.clone(),
        kind: written.kind,
        labour: written.labour,
        subject: subject.unwrap_or(SubjectKind::Organisation),
        claim: written.claim,
        level: written.level,
        status: written.status,
        state_aid: written.state_aid,
        review: written.review,
        windows: written.windows.iter().map(|window| window_row(window, ids, texts)).collect(),
        conditions,
        entangled,
        amounts,
        texts: scheme_texts(written, texts),
        steps: written.steps.iter().map(|text| texts.add(text)).collect(),
        documents: written.documents.iter().map(|text| texts.add(text)).collect(),
        pitfalls: written
            .pitfalls
            .iter()
            .map(|(text, sources)| (texts.add(text), ids.citations(sources, texts)))
            .collect(),
        relations: written.relations.iter().map(|relation| relation_row(relation, ids, texts)).collect(),
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn subject(written: &Written, expressions: &Expressions<'_>) -> Option<SubjectKind> {
    let subject = &written.subject;
    if subject.as_str() == "organisation" {
        return Some(SubjectKind::Organisation);
    }
    if let Some(list) = expressions.book.list_with_item(subject) {
        return Some(SubjectKind::Each(list));
    }
    let items = expressions.book.lists.iter().map(|list| list.item.as_str());
    let known: Vec<&str> = items.chain(["organisation"]).collect();
    let message = format!("there is no subject `{}`", subject.value);
    expressions.log.error(subject.at, message, did_you_mean(subject, known.iter().copied()));
    expressions.log.add_broken(&written.id);
    None
}

fn add_condition(
    rulebook: &mut Rulebook,
    written: &WrittenCondition,
    list: Option<ListId>,
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) {
    let routes: Vec<Condition> = written
        .routes
        .iter()
        .map(|route| condition_row(rulebook, route, list, expressions, ids, texts))
        .collect();
    let mut condition = condition_row(rulebook, written, list, expressions, ids, texts);
    for route in &routes {
        add_new(&mut condition.questions, &route.questions);
    }
    if !routes.is_empty() {
        condition.place_only = routes.iter().all(|route| route.place_only);
    }
    condition.routes = u8::try_from(routes.len()).unwrap_or(u8::MAX);
    if routes.len() > usize::from(u8::MAX) {
        expressions.log.error(written.at, "this condition has too many routes", "255 is the most");
    }
    rulebook.conditions.push(condition);
    rulebook.conditions.extend(routes);
}

fn add_new(all: &mut Vec<QuestionId>, more: &[QuestionId]) {
    for question in more {
        if !all.contains(question) {
            all.push(*question);
        }
    }
}

fn condition_row(
    rulebook: &Rulebook,
    written: &WrittenCondition,
    list: Option<ListId>,
    expressions: &mut Expressions<'_>,
    ids: &Ids<'_>,
    texts: &mut Texts,
) -> Condition {
    let sources = ids.citations(&written.sources, texts);
    let background = written.background || unconfirmed(rulebook, &sources);
    let when = written.when.as_ref().filter(|_| written.role == Role::Test);
    let compiled = when.and_then(|when| expressions.condition(when, list));
    Condition {
        id: written.id.value.clone(),
        role: written.role,
        program: compiled.as_ref().map_or((0, 0), |compiled| expressions.tables.program(&compiled.steps)),
        routes: 0,
        background,
        place_only: compiled.as_ref().is_some_and(|compiled| compiled.place_only),
        minor: false, // marked when all of the scheme is known
        text: texts.add(&written.text),
        sources,
        refer: written.refer.as_ref().and_then(|id| ids.scheme(id)),
        parameters: compiled.as_ref().map(|compiled| parameters(&compiled.uses)).unwrap_or_default(),
        questions: compiled.map(|compiled| compiled.uses.questions).unwrap_or_default(),
    }
}

/// Settled meaning 3: what an editor wrote with low confidence is background. Where a scheme of a
/// municipality or province applies is not in doubt.
fn doubt(conditions: &mut [Condition]) {
    for condition in conditions.iter_mut().filter(|condition| !condition.place_only) {
        condition.background = true;
    }
}

/// Whether nothing but unconfirmed knowledge is cited.
fn unconfirmed(rulebook: &Rulebook, citations: &[Citation]) -> bool {
    let evidence =
        |citation: &Citation| rulebook.sources.get(citation.source.row()).map(|source| source.evidence);
    !citations.is_empty() && citations.iter().all(|citation| evidence(citation) == Some(Evidence::Background))
}

fn window_row(written: &WrittenWindow, ids: &Ids<'_>, texts: &mut Texts) -> Window {
    Window {
        opens: written.opens,
        closes: written.closes,
        closes_at: written.closes_at.clone().unwrap_or_default(),
        announced: written.announced,
        text: texts.add_optional(written.text.as_ref()),
        sources: ids.citations(&written.sources, texts),
    }
}

fn relation_row(written: &WrittenRelation, ids: &Ids<'_>, texts: &mut Texts) -> Relation {
    Relation {
        kind: written.kind,
        with: written.with.iter().filter_map(|id| ids.scheme(id)).collect(),
        text: texts.add(&written.text),
        sources: ids.citations(&written.sources, texts),
    }
}

fn scheme_texts(written: &Written, texts: &mut Texts) -> SchemeTexts {
    let words = &written.texts;
    SchemeTexts {
        name: texts.add(&words.name),
        summary: texts.add(&words.summary),
        provider: texts.add(&words.provider),
        decides: texts.add(&words.decides),
        lead_time: texts.add_optional(words.lead_time.as_ref()),
        url: texts.same_optional(words.apply.as_ref()),
    }
}
