//! One scheme of an advice.

use crate::amount::{AmountReport, amount};
use crate::names;
use serde::Serialize;
use serde_json::{Map, Value};
use steunwijzer_advisor::answers_file::value_of;
use steunwijzer_advisor::present::{ConditionRow, SchemePage, View};
use steunwijzer_engine::advice::{Because, Change, Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::answers::{Answer, Whose};
use steunwijzer_engine::notation;
use steunwijzer_engine::rulebook::{Citation, ListId, QuestionId, Rulebook, Scheme, SchemeId};

/// Everything about a scheme in an advice.
#[derive(Serialize)]
pub struct SchemeReport {
    id: String,
    name: String,
    kind: &'static str,
    help: &'static str,
    claim: &'static str,
    level: &'static str,
    status: &'static str,
    state_aid: &'static str,
    provider: String,
    decides: String,
    term: String,
    url: String,
    review: ReviewReport,
    verdict: &'static str,
    reason: String,
    amount: String,
    action: Option<ActionReport>,
    subjects: Vec<SubjectReport>,
    relations: Vec<RelationReport>,
}

#[derive(Serialize)]
struct ReviewReport {
    checked: String,
    before: String,
    second_check: bool,
}

#[derive(Serialize)]
struct ActionReport {
    label: String,
    text: String,
}

#[derive(Serialize)]
struct RelationReport {
    text: String,
    with: Vec<String>,
    sources: Vec<SourceReport>,
}

#[derive(Serialize)]
struct SubjectReport {
    subject: SubjectName,
    verdict: &'static str,
    because: BecauseReport,
    reason: String,
    checked: u16,
    of: u16,
    overdue: bool,
    conditions: Vec<ConditionReport>,
    amount: AmountReport,
    changes: Vec<ChangeReport>,
}

#[derive(Serialize)]
struct SubjectName {
    /// organisation, record, not-told or nobody.
    who: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u16>,
}

#[derive(Serialize)]
struct BecauseReport {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<String>,
}

#[derive(Serialize)]
struct ConditionReport {
    id: String,
    state: &'static str,
    text: String,
    background: bool,
    sources: Vec<SourceReport>,
    /// The answers it uses, by key, in the notation of an answers file.
    answers: Map<String, Value>,
    /// Keys it needs and that were not answered.
    open: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refer: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    routes: Vec<ConditionReport>,
}

/// A dated source of a rule.
#[derive(Serialize)]
pub struct SourceReport {
    id: String,
    title: String,
    at: String,
    publisher: String,
    url: String,
    content_date: String,
    checked: String,
    kind: &'static str,
    evidence: &'static str,
}

#[derive(Serialize)]
struct ChangeReport {
    becomes: &'static str,
    answers: Vec<ChangedReport>,
}

#[derive(Serialize)]
struct ChangedReport {
    key: String,
    to: Vec<Value>,
}

/// Everything about a scheme in an advice; `None` if it is of another edition.
pub fn report(view: &View<'_>, id: SchemeId) -> Option<SchemeReport> {
    let scheme = view.rulebook.schemes.get(id.row())?;
    let page = view.page(id)?;
    let judged = view.judged(id)?;
    let action = page.row.action.as_ref().filter(|_| view.words.has_schemes());
    let relations = scheme.relations.iter().map(|relation| RelationReport {
        text: view.words.get(relation.text).to_owned(),
        with: relation.with.iter().filter_map(|with| scheme_name(view.rulebook, *with)).collect(),
        sources: sources(view, &relation.sources),
    });
    Some(SchemeReport {
        id: scheme.id.clone(),
        name: page.row.name.clone(),
        kind: names::kind(scheme.kind),
        help: names::help(scheme.help()),
        claim: names::claim(scheme.claim),
        level: names::level(scheme.level),
        status: names::status(scheme.status),
        state_aid: names::state_aid(scheme.state_aid),
        provider: page.row.provider.clone(),
        decides: page.decides.clone(),
        term: page.row.term.clone(),
        url: page.url.clone(),
        review: ReviewReport {
            checked: scheme.review.checked.to_string(),
            before: scheme.review.before.to_string(),
            second_check: scheme.review.second_check,
        },
        verdict: names::verdict(judged.verdict),
        reason: sentence(view, &page.row.reason),
        amount: page.row.amount.text.clone(),
        action: action
            .map(|action| ActionReport { label: action.label.to_owned(), text: action.text.clone() }),
        subjects: subjects(view, id, scheme, &page, &judged.subjects),
        relations: relations.collect(),
    })
}

/// A sentence that quotes what is said of schemes; empty while that is not loaded, since a sentence
/// with a hole says something else.
fn sentence(view: &View<'_>, text: &str) -> String {
    if view.words.has_schemes() { text.to_owned() } else { String::new() }
}

fn subjects(
    view: &View<'_>,
    id: SchemeId,
    scheme: &Scheme,
    page: &SchemePage,
    judged: &[SubjectAdvice],
) -> Vec<SubjectReport> {
    let both = judged.iter().zip(&page.subjects);
    both.map(|(judged, shown)| SubjectReport {
        subject: subject_name(view.rulebook, judged.subject),
        verdict: names::verdict(judged.verdict),
        because: because(view.rulebook, judged.because),
        reason: sentence(view, &shown.reason),
        checked: judged.checked,
        of: judged.of,
        overdue: judged.overdue,
        conditions: shown.conditions.iter().filter_map(|row| condition(view, row, judged.subject)).collect(),
        amount: amount(view, scheme, judged, &shown.amount.text),
        changes: match judged.verdict {
            Verdict::DoesNotFit => change_reports(view, id, judged.subject),
            Verdict::Fits | Verdict::CannotTell => vec![],
        },
    })
    .collect()
}

fn subject_name(rulebook: &Rulebook, subject: Subject) -> SubjectName {
    let list = |list: ListId| rulebook.lists.get(list.row()).map(|list| list.id.clone());
    match subject {
        Subject::Organisation => SubjectName { who: "organisation", list: None, row: None },
        Subject::Record(own, row) => SubjectName { who: "record", list: list(own), row: Some(row) },
        Subject::Imagined(own) => SubjectName { who: "not-told", list: list(own), row: None },
        Subject::Nobody(own) => SubjectName { who: "nobody", list: list(own), row: None },
    }
}

fn because(rulebook: &Rulebook, because: Because) -> BecauseReport {
    let condition = because.condition().and_then(|id| rulebook.conditions.get(id.row()));
    let (parameter, day) = match because {
        Because::UnknownFigure(id) => (rulebook.parameters.get(id.row()), None),
        Because::Ended(day) | Because::Overdue(day) => (None, Some(day)),
        Because::ClosedNow { reopens, .. } => (None, reopens),
        Because::Fails(_)
        | Because::NeverTogether
        | Because::Nobody(_)
        | Because::StatusUnknown
        | Because::Unconfirmed(_)
        | Because::PersonDecides
        | Because::NotTold(_)
        | Because::Open(_)
        | Because::AllMet => (None, None),
    };
    BecauseReport {
        code: names::because(because),
        condition: condition.map(|condition| condition.id.clone()),
        parameter: parameter.map(|parameter| parameter.id.clone()),
        day: day.map(|day| day.to_string()),
    }
}

fn condition(view: &View<'_>, row: &ConditionRow, subject: Subject) -> Option<ConditionReport> {
    let condition = view.rulebook.conditions.get(row.condition.row())?;
    let mut answers = Map::new();
    for used in &row.answers {
        let Some(question) = view.rulebook.questions.get(used.question.row()) else { continue };
        let Some(whose) = view.whose(question, subject) else { continue };
        if let Some(answer) = view.answers.get(question, whose) {
            let key = names::key_of(view.rulebook, used.question, whose);
            answers.insert(key, value_of(notation::write(view.rulebook, question, answer)));
        }
    }
    let mut open: Vec<String> = row.open.iter().map(|id| open_key(view, *id, subject)).collect();
    open.dedup();
    Some(ConditionReport {
        id: row.id.clone(),
        state: names::state(row.state),
        text: row.text.clone(),
        background: condition.background,
        sources: sources(view, &condition.sources),
        answers,
        open,
        refer: condition.refer.and_then(|refer| scheme_name(view.rulebook, refer)),
        routes: row.routes.iter().filter_map(|route| self::condition(view, route, subject)).collect(),
    })
}

/// The key of an unanswered question; of a record that was not told, the key of its list.
fn open_key(view: &View<'_>, id: QuestionId, subject: Subject) -> String {
    let question = view.rulebook.questions.get(id.row());
    let whose = question.and_then(|question| view.whose(question, subject));
    names::key_of(view.rulebook, id, whose.unwrap_or(Whose::Organisation))
}

/// The sources of a rule.
pub fn sources(view: &View<'_>, citations: &[Citation]) -> Vec<SourceReport> {
    let cited = citations.iter().filter_map(|citation| {
        let source = view.rulebook.sources.get(citation.source.row())?;
        Some(SourceReport {
            id: source.id.clone(),
            title: view.words.get(source.title).to_owned(),
            at: view.words.get(citation.at).to_owned(),
            publisher: view.words.get(source.publisher).to_owned(),
            url: view.words.get(source.url).to_owned(),
            content_date: source.content_date.clone(),
            checked: source.checked.to_string(),
            kind: names::source_kind(source.kind),
            evidence: names::evidence(source.evidence),
        })
    });
    cited.collect()
}

fn scheme_name(rulebook: &Rulebook, id: SchemeId) -> Option<String> {
    rulebook.schemes.get(id.row()).map(|scheme| scheme.id.clone())
}

fn change_reports(view: &View<'_>, id: SchemeId, subject: Subject) -> Vec<ChangeReport> {
    view.proposals(id, subject).iter().map(|change| change_report(view, change)).collect()
}

fn change_report(view: &View<'_>, change: &Change) -> ChangeReport {
    let answers = change.answers.iter().filter_map(|changed| {
        let question = view.rulebook.questions.get(changed.question.row())?;
        let written = |slot| value_of(notation::write(view.rulebook, question, Answer::Known(slot)));
        Some(ChangedReport {
            key: names::key_of(view.rulebook, changed.question, changed.whose),
            to: changed.to.iter().copied().map(written).collect(),
        })
    });
    ChangeReport { becomes: names::verdict(change.becomes), answers: answers.collect() }
}
