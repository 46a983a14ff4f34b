//! The verdicts as a table: a row for each scheme and each subject of it.

use super::csv::{Cell, csv};
use crate::messages::export as messages;
use crate::present::{View, claim_word, kind_word, verdict_word};
use crate::show;
use std::collections::BTreeSet;
use steunwijzer_engine::advice::{SubjectAdvice, Verdict};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Scheme, SchemeId};

impl View<'_> {
    /// The verdicts as a file for a spreadsheet, in the order of the advice.
    pub fn verdicts_csv(&self) -> String {
        let lang = self.lang;
        let names = [
            messages::id(lang),
            messages::name(lang),
            messages::subject(lang),
            messages::kind(lang),
            messages::provider(lang),
            messages::verdict(lang),
            messages::reason(lang),
            messages::low(lang),
            messages::high(lang),
            messages::unit(lang),
            messages::claim(lang),
            messages::closes(lang),
            messages::closes_at(lang),
            messages::lead_time(lang),
            messages::first_step(lang),
            messages::sources(lang),
            messages::checked(lang),
            messages::judged_on(lang),
            messages::edition(lang),
        ];
        let names = names.map(str::to_owned);
        let groups = self.groups();
        let all = groups.fits.into_iter().chain(groups.cannot_tell).chain(groups.does_not_fit);
        csv(lang, &names, all.flat_map(|id| self.verdict_rows(id)))
    }

    fn verdict_rows(&self, id: SchemeId) -> Vec<Vec<Cell>> {
        let Some((scheme, judged)) = self.scheme(id).zip(self.judged(id)) else { return vec![] };
        let sources = text(&self.addresses(id));
        judged.subjects.iter().map(|subject| self.verdict_cells(scheme, subject, sources.clone())).collect()
    }

    fn verdict_cells(&self, scheme: &Scheme, judged: &SubjectAdvice, sources: Cell) -> Vec<Cell> {
        let lang = self.lang;
        let edition = &self.rulebook.edition;
        let [low, high, unit] = self.amount_cells(scheme, judged);
        let (closes, hour) = self.last_moment(scheme, judged);
        vec![
            text(&scheme.id),
            text(self.text(scheme.texts.name)),
            text(&self.subject_name(judged.subject)),
            text(kind_word(lang, scheme.kind)),
            text(self.text(scheme.texts.provider)),
            text(verdict_word(lang, judged.verdict)),
            text(&self.reason(scheme, judged)),
            low,
            high,
            unit,
            text(claim_word(lang, scheme.claim, scheme.level)),
            closes.map_or(Cell::Empty, Cell::Day),
            text(hour),
            text(self.text(scheme.texts.lead_time)),
            text(scheme.steps.first().map_or("", |step| self.text(*step))),
            sources,
            Cell::Day(scheme.review.checked),
            Cell::Day(self.advice.as_on),
            text(&[&edition.date.to_string(), " ", &edition.hash].concat()),
        ]
    }

    /// The lowest and highest amount with what it counts: empty where no amount is shown.
    fn amount_cells(&self, scheme: &Scheme, judged: &SubjectAdvice) -> [Cell; 3] {
        let Some((unit, low, high)) = self.amount_limits(scheme, judged) else {
            return [Cell::Empty, Cell::Empty, Cell::Empty];
        };
        [Cell::Number(low), Cell::Number(high), text(&show::unit(self.lang, unit))]
    }

    /// The last day, and its hour, of the round that is open or opens next.
    fn last_moment<'s>(&self, scheme: &'s Scheme, judged: &SubjectAdvice) -> (Option<Date>, &'s str) {
        let window = judged.window.and_then(|row| scheme.windows.get(usize::from(row)));
        let to_come = window.filter(|window| window.closes.is_some_and(|day| day >= self.advice.as_on));
        to_come
            .filter(|_| judged.verdict != Verdict::DoesNotFit)
            .map_or((None, ""), |window| (window.closes, window.closes_at.as_str()))
    }

    /// The addresses of every source of a scheme, each once.
    fn addresses(&self, id: SchemeId) -> String {
        let citations = self.rulebook.conditions_of(id).iter().flat_map(|condition| &condition.sources);
        let rows: BTreeSet<usize> = citations.map(|citation| citation.source.row()).collect();
        let sources = rows.into_iter().filter_map(|row| self.rulebook.sources.get(row));
        let addresses: Vec<&str> =
            sources.map(|source| self.text(source.url)).filter(|url| !url.is_empty()).collect();
        addresses.join(" ")
    }
}

fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::Text(words.to_owned()) }
}
