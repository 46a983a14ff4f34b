//! Up to three schemes side by side.

use super::{Link, View, claim_word, kind_word, verdict_word};
use crate::messages::compare as messages;
use crate::messages::condition;
use crate::show;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::rulebook::{RelationKind, SchemeId};

/// The most schemes that stand side by side.
pub const MOST_COMPARED: usize = 3;

/// Schemes side by side, ready to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The schemes, in the order in which they were chosen.
    pub schemes: Vec<(Link, Verdict)>,
    /// What is compared: a label, and a text for each scheme.
    pub rows: Vec<(&'static str, Vec<String>)>,
}

impl View<'_> {
    /// Schemes side by side: at most [`MOST_COMPARED`]. What the rulebook does not have is left out.
    pub fn side_by_side(&self, ids: &[SchemeId]) -> Comparison {
        let ids: Vec<SchemeId> =
            ids.iter().copied().filter(|id| self.judged(*id).is_some()).take(MOST_COMPARED).collect();
        let lang = self.lang;
        let columns: Vec<Vec<String>> = ids.iter().filter_map(|id| self.column(*id, &ids)).collect();
        let labels = [
            messages::verdict(lang),
            messages::why(lang),
            messages::amount(lang),
            messages::claim(lang),
            messages::decides(lang),
            messages::kind(lang),
            messages::term(lang),
            messages::lead_time(lang),
            messages::effort(lang),
            messages::first_step(lang),
            messages::together(lang),
            messages::checked(lang),
        ];
        let row = |at: usize| columns.iter().filter_map(|column| column.get(at).cloned()).collect();
        Comparison {
            schemes: ids.iter().filter_map(|id| Some((self.link(*id)?, self.judged(*id)?.verdict))).collect(),
            rows: labels.into_iter().zip(0..).map(|(label, at)| (label, row(at))).collect(),
        }
    }

    /// What is compared of one scheme, in the order of the labels.
    fn column(&self, id: SchemeId, all: &[SchemeId]) -> Option<Vec<String>> {
        let (scheme, best) = (self.scheme(id)?, self.best_subject(id)?);
        let lang = self.lang;
        let row = self.row(id)?;
        let amount = match row.amount.small.as_str() {
            "" => row.amount.text,
            small => [&row.amount.text, " (", small, ")"].concat(),
        };
        let lead_time = match self.text(scheme.texts.lead_time) {
            "" => messages::not_known(lang),
            told => told,
        };
        let step = scheme.steps.first().map_or(messages::not_known(lang), |step| self.text(*step));
        let checked = condition::checked_of(lang, &best.checked.to_string(), usize::from(best.of));
        let day = condition::checked_on(lang, &show::day(lang, scheme.review.checked));
        Some(vec![
            verdict_word(lang, row.verdict).to_owned(),
            row.reason,
            amount,
            claim_word(lang, scheme.claim, scheme.level).to_owned(),
            self.text(scheme.texts.decides).to_owned(),
            [kind_word(lang, scheme.kind), ", ", &row.provider].concat(),
            row.term,
            lead_time.to_owned(),
            row.effort.text,
            step.to_owned(),
            self.together(id, all),
            [&checked, " (", &day, ")"].concat(),
        ])
    }

    /// How a scheme goes with the others beside it, whichever of both rule files tells it.
    fn together(&self, id: SchemeId, all: &[SchemeId]) -> String {
        let others = all.iter().filter(|other| **other != id);
        let told = others.filter_map(|other| {
            let name = self.link(*other)?.name;
            Some(match self.relation_between(id, *other).or_else(|| self.relation_between(*other, id)) {
                Some(RelationKind::NotWith) => messages::not_with(self.lang, &name),
                Some(RelationKind::OnlyHighest) => messages::only_highest(self.lang, &name),
                Some(RelationKind::Beside) => messages::beside(self.lang, &name),
                None => messages::no_relation(self.lang, &name),
            })
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() { messages::alone(self.lang).to_owned() } else { told.join(" ") }
    }

    fn relation_between(&self, id: SchemeId, other: SchemeId) -> Option<RelationKind> {
        let relations = &self.scheme(id)?.relations;
        relations.iter().find(|relation| relation.with.contains(&other)).map(|relation| relation.kind)
    }
}
