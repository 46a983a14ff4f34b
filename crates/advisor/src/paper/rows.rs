//! The few schemes of each verdict that matter.

use super::notes::Notes;
use super::space::{LINE, Part, ROW, height, lines, shared};
use crate::interview::by_us;
use crate::messages::{because, paper as messages};
use crate::present::{Action, CitationRow, View, claim_word};
use steunwijzer_engine::advice::{Because, State, SubjectAdvice, Verdict};
use steunwijzer_engine::order::in_order;
use steunwijzer_engine::rulebook::{Amounts, Claim, ConditionId, Help, Scheme, SchemeId, Show};

/// The letters in the line with the name: beside it stands the amount.
const NAME: usize = 72;
/// The plate of a group with the space above it.
const HEAD: u32 = 28;
/// The space around a row.
const AROUND: u32 = 8;
/// The most lines in a working.
const MOST_WORKED: usize = 4;

/// The groups in the order in which they stand, and in which order each may add a row.
const GROUPS: [Verdict; 3] = [Verdict::Fits, Verdict::CannotTell, Verdict::DoesNotFit];
const TURNS: [usize; 16] = [0, 1, 0, 2, 1, 0, 1, 0, 1, 2, 0, 1, 0, 1, 1, 0];
/// The most rows of a group that are looked at.
const MOST_ROWS: usize = 7;

/// The schemes of a verdict on the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperGroup {
    /// The verdict.
    pub verdict: Verdict,
    /// How many are shown: *5 van 14 regelingen*.
    pub count: String,
    /// The schemes.
    pub rows: Vec<PaperRow>,
}

/// A scheme on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    /// Which.
    pub scheme: SchemeId,
    /// The verdict.
    pub verdict: Verdict,
    /// Its name.
    pub name: String,
    /// The amount, or why there is none.
    pub amount: String,
    /// Why.
    pub reason: String,
    /// The numbers of its sources.
    pub notes: Vec<usize>,
    /// What to do.
    pub action: Option<Action>,
    /// How the amount was worked out; may be empty.
    pub working: String,
    /// The strength of the claim, how many conditions were checked, and the term.
    pub about: String,
}

impl PaperRow {
    fn height(&self) -> u32 {
        let action = self.action.as_ref().map_or(String::new(), |one| format!("{} {}", one.label, one.text));
        let said = [self.reason.as_str(), &action, &self.about].join(" ") + " 12, 13";
        // A long amount stands under the name.
        let name = if self.name.chars().count() + self.amount.chars().count() > NAME {
            lines(&self.name, ROW - 8) + lines(&self.amount, ROW - 8)
        } else {
            1
        };
        let working = if self.working.is_empty() { 0 } else { height(&self.working, ROW) };
        name * LINE + height(&said, ROW) + working + AROUND
    }
}

impl View<'_> {
    /// The groups, with as many rows as the room holds.
    pub(super) fn paper_groups(&self, room: u32, notes: &mut Notes) -> Vec<PaperGroup> {
        let groups = self.groups();
        let open = in_order(groups.cannot_tell, |id| self.paper_rank(*id));
        let fits = in_order(groups.fits, |id| (self.strength(*id).0, !self.gives_money(*id)));
        let all = [fits, open, groups.does_not_fit].map(|ids| self.kinds_in_turn(ids));
        let rows = |ids: &Vec<SchemeId>| -> Vec<PaperRow> {
            ids.iter().take(MOST_ROWS).filter_map(|id| self.paper_row(*id)).collect()
        };
        let rows = all.each_ref().map(rows);
        let parts =
            rows.each_ref().map(|rows| Part { head: 0, items: rows.iter().map(PaperRow::height).collect() });
        let taken = shared(room.saturating_sub(3 * HEAD), &parts, &TURNS);
        let mut groups = Vec::new();
        for (((verdict, ids), rows), taken) in GROUPS.into_iter().zip(&all).zip(rows).zip(taken) {
            let mut rows: Vec<PaperRow> = rows.into_iter().take(taken).collect();
            for row in &mut rows {
                row.notes = self.paper_notes(row, notes);
            }
            let count = messages::of_schemes(self.lang, ids.len(), &taken.to_string());
            groups.push(PaperGroup { verdict, count, rows });
        }
        groups
    }

    /// Of what is open: what an answer can settle before what we keep open ourselves, the strongest claim
    /// first, then what gives an amount, then that of which most is settled.
    fn paper_rank(&self, id: SchemeId) -> (bool, u8, bool, u32) {
        let Some(best) = self.best_subject(id) else { return (true, u8::MAX, true, 0) };
        let unsettled = u32::from(best.of - best.checked) * 100 / u32::from(best.of).max(1);
        (by_us(best.because), self.strength(id).0, !self.gives_money(id), unsettled)
    }

    /// Whether its amount is worked out. On the market an amount is what something costs as often.
    fn gives_money(&self, id: SchemeId) -> bool {
        let gives =
            |scheme: &Scheme| matches!(scheme.amounts, Amounts::Lines(_)) && scheme.claim != Claim::Market;
        self.scheme(id).is_some_and(gives)
    }

    /// Two of each of the five kinds of help in turn, in the order they have; what closes within days stays
    /// first.
    fn kinds_in_turn(&self, ids: Vec<SchemeId>) -> Vec<SchemeId> {
        let mut seen: Vec<Help> = Vec::new();
        let turn = |id: &SchemeId| {
            let Some((scheme, best)) = self.scheme(*id).zip(self.best_subject(*id)) else {
                return usize::MAX;
            };
            if best.verdict != Verdict::DoesNotFit && self.closes_soon(scheme, best) {
                return 0;
            }
            seen.push(scheme.help());
            seen.iter().filter(|help| **help == scheme.help()).count().div_ceil(2)
        };
        let turns: Vec<usize> = ids.iter().map(turn).collect();
        in_order(turns.into_iter().zip(ids), |(turn, _)| *turn).into_iter().map(|(_, id)| id).collect()
    }

    fn paper_row(&self, id: SchemeId) -> Option<PaperRow> {
        let row = self.row(id)?;
        let (scheme, best) = (self.scheme(id)?, self.best_subject(id)?);
        let fails = row.verdict == Verdict::DoesNotFit;
        Some(PaperRow {
            scheme: id,
            verdict: row.verdict,
            about: if fails { String::new() } else { self.about(scheme, best, &row.term) },
            working: match row.verdict {
                Verdict::Fits if row.amount.is_amount => self.working(scheme, best),
                Verdict::Fits | Verdict::CannotTell | Verdict::DoesNotFit => String::new(),
            },
            name: row.name,
            amount: if fails { String::new() } else { row.amount.text },
            reason: match best.because {
                Because::AllMet => self.how_many_fit(id),
                Because::Open(condition) => because::open(self.lang, &self.without_routes(condition)),
                Because::Fails(_)
                | Because::NeverTogether
                | Because::Nobody(_)
                | Because::Ended(_)
                | Because::ClosedNow { .. }
                | Because::StatusUnknown
                | Because::Overdue(_)
                | Because::UnknownFigure(_)
                | Because::Unconfirmed(_)
                | Because::PersonDecides
                | Because::NotTold(_) => row.reason,
            },
            notes: vec![],
            action: row.action,
        })
    }

    /// What a condition requires; of alternatives only what they are about.
    fn without_routes(&self, id: ConditionId) -> String {
        let text = self.condition(id).map_or("", |condition| self.text(condition.text));
        [text.trim_end_matches([':', '.']), "."].concat()
    }

    /// For how many of several it fits; empty if there is one.
    fn how_many_fit(&self, id: SchemeId) -> String {
        match self.fitting(id) {
            (fitting, of) if of > 1 => because::several_fit(self.lang, fitting, &of.to_string()),
            _ => String::new(),
        }
    }

    /// How many conditions were checked, the strength of the claim, and until when, if that is known.
    fn about(&self, scheme: &Scheme, best: &SubjectAdvice, term: &str) -> String {
        let claim = claim_word(self.lang, scheme.claim, scheme.level);
        let (checked, of) = (best.checked.to_string(), usize::from(best.of));
        let checked = match best.verdict {
            Verdict::Fits => messages::met(self.lang, &checked, of),
            Verdict::CannotTell | Verdict::DoesNotFit => messages::checked(self.lang, &checked, of),
        };
        let term = if best.window.is_some() { format!(" {}.", capital(term)) } else { String::new() };
        [&checked, " ", claim, ".", &term].concat()
    }

    /// The working in one sentence: of several lines each with its value, of one line its formula.
    fn working(&self, scheme: &Scheme, judged: &SubjectAdvice) -> String {
        let lines = self.line_rows(scheme, judged);
        let shown: Vec<_> = lines.iter().filter(|line| line.show == Show::Line).take(MOST_WORKED).collect();
        let total = || lines.iter().find(|line| line.show == Show::Total);
        let said: Vec<String> = match shown.as_slice() {
            [] => total().into_iter().map(|line| line.formula.trim_end_matches('.').to_owned()).collect(),
            [only] => vec![only.formula.trim_end_matches('.').to_owned()],
            several => several.iter().map(|line| format!("{}: {}", line.label, line.value)).collect(),
        };
        if said.is_empty() { String::new() } else { messages::working(self.lang, &said.join("; ")) }
    }

    /// The numbers of the sources of a row: that of its reason, and that of its amount if there is room.
    fn paper_notes(&self, row: &PaperRow, notes: &mut Notes) -> Vec<usize> {
        let Some((scheme, best)) = self.scheme(row.scheme).zip(self.best_subject(row.scheme)) else {
            return vec![];
        };
        let mut numbers: Vec<usize> =
            self.source_of_reason(scheme, best).map(|one| notes.number(one)).into_iter().collect();
        if !row.working.is_empty() {
            let lines = self.line_rows(scheme, best);
            let source = lines.into_iter().flat_map(|line| line.citations).next();
            numbers.extend(source.and_then(|one| notes.number_if_room(one)));
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Where the reason stands: the condition that decides, else the first that holds, else the first.
    fn source_of_reason(&self, scheme: &Scheme, judged: &SubjectAdvice) -> Option<CitationRow> {
        let met = judged.conditions.iter().find(|one| one.state == State::Met).map(|one| one.condition);
        let source = |id: ConditionId| self.citations(&self.condition(id)?.sources).into_iter().next();
        let first = judged.conditions.iter().map(|one| one.condition);
        let window = judged.window.and_then(|row| scheme.windows.get(usize::from(row)));
        let window = || self.citations(&window?.sources).into_iter().next();
        let deciding = judged.because.condition();
        deciding
            .into_iter()
            .chain(met)
            .find_map(source)
            .or_else(window)
            .or_else(|| first.into_iter().find_map(source))
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
