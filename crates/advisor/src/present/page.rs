//! Everything about one scheme.

use super::{Action, CitationRow, ConditionRow, Headline, LineRow, Link, Row, View};
use crate::messages::{condition as messages, record};
use crate::show;
use steunwijzer_engine::advice::{Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::rulebook::{Level, Relation, RelationKind, Scheme, SchemeId};

/// The question about where an employee lives.
const HIRE_PLACE: &str = "hire.place";

/// A scheme in full, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemePage {
    /// What its row shows.
    pub row: Row,
    /// What it is.
    pub summary: String,
    /// Who decides about what.
    pub decides: String,
    /// How long it takes; may be empty.
    pub lead_time: String,
    /// Where to apply; may be empty.
    pub url: String,
    /// Each subject, in the order in which they were told.
    pub subjects: Vec<SubjectPage>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What to bring.
    pub documents: Vec<String>,
    /// What goes wrong.
    pub pitfalls: Vec<Remark>,
    /// Other schemes it can or cannot go with.
    pub relations: Vec<RelationRow>,
    /// When the rule was checked: *nagekeken op 21 november 2026*.
    pub checked: String,
    /// When it must be checked again: *opnieuw nakijken voor 15 januari 2027*.
    pub check_again: String,
    /// Whether a second person checked it.
    pub second_check: bool,
}

/// The judgement of one subject, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectPage {
    /// Who.
    pub subject: Subject,
    /// The name of who: *Werknemer 1*.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Which municipality decides, when the rule only says *where the employee lives*.
    pub municipality: Option<String>,
    /// Why.
    pub reason: String,
    /// What to do.
    pub action: Option<Action>,
    /// Every smallest change that lifts *does not fit*.
    pub changes: Vec<String>,
    /// The conditions.
    pub conditions: Vec<ConditionRow>,
    /// How much the verdict rests on: *wij konden 3 van 8 voorwaarden nagaan*.
    pub checked_of: String,
    /// Set when the rule had to be checked again before the day of the advice.
    pub overdue: Option<String>,
    /// The amount.
    pub amount: Headline,
    /// The lines of the amount.
    pub lines: Vec<LineRow>,
    /// How long the amounts hold, and what is not known after that.
    pub holds: Vec<String>,
}

/// A text with its sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub citations: Vec<CitationRow>,
}

/// How a scheme goes with others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationRow {
    /// Which relation.
    pub kind: RelationKind,
    /// With these.
    pub with: Vec<Link>,
    /// What it means, and where it stands.
    pub remark: Remark,
}

impl View<'_> {
    /// Everything about a scheme; `None` only if there is no such scheme.
    pub fn page(&self, id: SchemeId) -> Option<SchemePage> {
        let scheme = self.scheme(id)?;
        let text = |text| self.text(text).to_owned();
        Some(SchemePage {
            row: self.row(id)?,
            summary: text(scheme.texts.summary),
            decides: text(scheme.texts.decides),
            lead_time: text(scheme.texts.lead_time),
            url: text(scheme.texts.url),
            subjects: self
                .judged(id)?
                .subjects
                .iter()
                .map(|judged| self.subject_page(id, scheme, judged))
                .collect(),
            steps: scheme.steps.iter().map(|step| text(*step)).collect(),
            documents: scheme.documents.iter().map(|document| text(*document)).collect(),
            pitfalls: scheme
                .pitfalls
                .iter()
                .map(|(pitfall, sources)| Remark { text: text(*pitfall), citations: self.citations(sources) })
                .collect(),
            relations: scheme.relations.iter().map(|relation| self.relation(relation)).collect(),
            checked: messages::checked_on(self.lang, &show::day(self.lang, scheme.review.checked)),
            check_again: messages::check_again(self.lang, &show::day(self.lang, scheme.review.before)),
            second_check: scheme.review.second_check,
        })
    }

    fn subject_page(&self, id: SchemeId, scheme: &Scheme, judged: &SubjectAdvice) -> SubjectPage {
        let overdue = || messages::overdue(self.lang, &show::day(self.lang, scheme.review.checked));
        SubjectPage {
            subject: judged.subject,
            name: self.subject_name(judged.subject),
            verdict: judged.verdict,
            municipality: self.deciding_municipality(scheme, judged),
            reason: self.reason(scheme, judged),
            action: self.action(id, scheme, judged),
            changes: match judged.verdict {
                Verdict::DoesNotFit => self.changes(id, judged),
                Verdict::Fits | Verdict::CannotTell => vec![],
            },
            conditions: self.condition_rows(judged),
            checked_of: messages::checked_of(self.lang, &judged.checked.to_string(), usize::from(judged.of)),
            overdue: judged.overdue.then(overdue),
            amount: self.headline(scheme, judged),
            lines: self.line_rows(scheme, judged),
            holds: self.holds(judged),
        }
    }

    /// A rule of the municipality where the employee lives: the name of that municipality.
    fn deciding_municipality(&self, scheme: &Scheme, judged: &SubjectAdvice) -> Option<String> {
        let municipal = scheme.level == Level::Municipal && judged.verdict != Verdict::DoesNotFit;
        let question = self.question(self.rulebook.question_id(HIRE_PLACE)?)?;
        let Subject::Record(list, _) = judged.subject else { return None };
        let place = self.place_name(self.answer(question, judged.subject)?)?;
        (municipal && question.list == Some(list)).then(|| record::municipality(self.lang, &place))
    }

    fn relation(&self, relation: &Relation) -> RelationRow {
        RelationRow {
            kind: relation.kind,
            with: relation.with.iter().filter_map(|scheme| self.link(*scheme)).collect(),
            remark: Remark {
                text: self.text(relation.text).to_owned(),
                citations: self.citations(&relation.sources),
            },
        }
    }
}
