//! The second page: what to do, what was assumed, what we know and where it stands.

use super::notes::Notes;
use super::space::{BOX, BOXED, HEADING, LINE, PAGE, Part, ROW, WIDE, height, lines, shared};
use super::support::{Support, support};
use crate::case::Case;
use crate::messages::paper as messages;
use crate::municipal::Side;
use crate::present::{CitationRow, FirstStep, StepTo, View};
use steunwijzer_engine::advice::Advice;
use steunwijzer_engine::rulebook::SchemeId;

/// The most of each that are looked at.
const MOST: usize = 6;
/// The most answers that settle something.
const MOST_SETTLING: usize = 3;
/// The height of a line of a source, and how many letters it holds.
const SOURCE: u32 = 12;
const SOURCE_WIDE: usize = 102;
/// The letters in a line of each column of other support.
const COLUMNS: [usize; 3] = [22, 22, 38];

/// The parts that share the room, and in which order each may add something.
const CONFLICTS: usize = 0;
const SETTLES: usize = 1;
const STEPS: usize = 2;
const ROLES: usize = 3;
const SUPPORT: usize = 4;
const FIND_OUT: usize = 5;
const ASSUMED: usize = 6;
const TURNS: [usize; 26] = [
    CONFLICTS, SETTLES, STEPS, ROLES, SUPPORT, ASSUMED, SETTLES, STEPS, SUPPORT, CONFLICTS, FIND_OUT, STEPS,
    SUPPORT, SETTLES, ASSUMED, FIND_OUT, ROLES, CONFLICTS, SUPPORT, FIND_OUT, ASSUMED, SUPPORT, FIND_OUT,
    ASSUMED, CONFLICTS, SUPPORT,
];

/// The second page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Second {
    /// The answers that settle most.
    pub settles: Vec<Settles>,
    /// What to do, in order, each with why.
    pub steps: Vec<(String, String)>,
    /// What the municipality can do, for an advice from a desk.
    pub support: Option<Support>,
    /// Answers that do not go together.
    pub conflicts: Counted,
    /// What was asked and not known, with where to find it.
    pub find_out: Counted,
    /// What is only assumed.
    pub assumptions: Counted,
    /// What we know of the place.
    pub coverage: Vec<String>,
    /// The title above the sources.
    pub sources_title: String,
    /// The sources, in the order of their numbers.
    pub sources: Vec<String>,
    /// How to see it again, in a sentence or two.
    pub reopen: String,
}

/// An answer that settles schemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settles {
    /// The question.
    pub question: String,
    /// How many schemes it decides about, and where to find the answer.
    pub why: String,
}

/// Sentences of which not all may be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Those that are shown.
    pub shown: Vec<String>,
    /// How many more there are, in words; empty if there are none.
    pub more: String,
}

impl View<'_> {
    pub(super) fn second(
        &self,
        desk: Option<(&Side<'_>, &Case)>,
        shown: &[SchemeId],
        notes: Notes,
    ) -> Second {
        let lang = self.lang;
        let (sources_title, sources) = self.sources(notes.rows());
        let settles = self.settles();
        let steps = self.paper_steps();
        let conflicts = self.conflicts();
        let find_out =
            self.to_find_out().into_iter().map(|one| join(&one.text, &one.help)).collect::<Vec<_>>();
        let assumed = self.assumptions_of(shown);
        let coverage = self.coverage().sentences;
        let reopen = messages::reopen_text(lang, &self.advice.schemes.len().to_string());
        let support = desk.map(|(side, case)| support(side, case));

        let fixed = 8
            + 2 * HEADING
            + HEADING
            + sources.iter().map(|source| lines(source, SOURCE_WIDE) * SOURCE).sum::<u32>()
            + 2 * BOX
            + height(&coverage.join(" "), BOXED)
            + if assumed.is_empty() { LINE } else { 0 }
            + BOX
            + LINE
            + height(&reopen, BOXED);
        let taken = shared(
            PAGE.saturating_sub(fixed),
            &parts(&conflicts, &settles, &steps, support.as_ref(), &find_out, &assumed),
            &TURNS,
        );
        let of = |part: usize| taken.get(part).copied().unwrap_or(0);
        Second {
            settles: settles.into_iter().take(of(SETTLES)).collect(),
            steps: steps.into_iter().take(of(STEPS)).collect(),
            support: support.map(|mut support| {
                support.roles.truncate(of(ROLES));
                support.rows.truncate(of(SUPPORT));
                support
            }),
            conflicts: self.counted(conflicts, of(CONFLICTS)),
            find_out: self.counted(find_out, of(FIND_OUT)),
            assumptions: self.counted(assumed, of(ASSUMED)),
            coverage,
            sources_title,
            sources,
            reopen,
        }
    }

    /// What to do first, with the scheme it is for. Questions stand above already.
    fn paper_steps(&self) -> Vec<(String, String)> {
        let step = |step: FirstStep| match step.to {
            StepTo::Scheme(link) => Some((step.what, [&link.name, ". ", &step.why].concat())),
            StepTo::Ask(_) => None,
        };
        self.first_steps().into_iter().filter_map(step).collect()
    }

    /// What the amounts of these schemes assume.
    fn assumptions_of(&self, shown: &[SchemeId]) -> Vec<String> {
        let schemes = self.advice.schemes.iter().filter(|judged| shown.contains(&judged.scheme));
        let advice = Advice { schemes: schemes.cloned().collect(), ..self.advice.clone() };
        View { advice: &advice, ..*self }.assumptions()
    }

    fn settles(&self) -> Vec<Settles> {
        let asks = self.asks().into_iter().take(MOST_SETTLING);
        asks.map(|ask| Settles { question: ask.text, why: join(&ask.reason, &ask.help) }).collect()
    }

    /// The title and the sources; a day of checking that all share stands in the title.
    fn sources(&self, rows: Vec<CitationRow>) -> (String, Vec<String>) {
        let lang = self.lang;
        let shared = rows.first().map(|first| first.checked.clone());
        let shared = shared.filter(|checked| rows.iter().all(|row| row.checked == *checked));
        let title = shared.as_ref().map_or_else(
            || messages::sources(lang).to_owned(),
            |checked| messages::sources_checked(lang, checked),
        );
        let sentence = |row: CitationRow| {
            let name =
                [row.name(), row.unconfirmed.map(|word| format!(" ({word})")).unwrap_or_default()].concat();
            match shared {
                Some(_) => messages::source(lang, &row.content, &name),
                None => messages::source_checked(lang, &row.checked, &row.content, &name),
            }
        };
        (title, rows.into_iter().map(sentence).collect())
    }

    fn counted(&self, mut all: Vec<String>, shown: usize) -> Counted {
        let more = all.len().saturating_sub(shown);
        all.truncate(shown);
        let more = if more == 0 { String::new() } else { messages::more(self.lang, more) };
        Counted { shown: all, more }
    }
}

/// The heights of what shares the room, in the order of their numbers.
fn parts(
    conflicts: &[String],
    settles: &[Settles],
    steps: &[(String, String)],
    support: Option<&Support>,
    find_out: &[String],
    assumed: &[String],
) -> [Part; 7] {
    let rows =
        |texts: &[String], per_line| texts.iter().take(MOST).map(|text| height(text, per_line) + 3).collect();
    let pairs = |pairs: &mut dyn Iterator<Item = String>| pairs.map(|text| height(&text, ROW) + 3).collect();
    let empty = Support::default();
    let support = support.unwrap_or(&empty);
    let involve = if support.involve.is_empty() { 0 } else { height(&support.involve, WIDE) };
    let tall = |row: &super::SupportRow| {
        let cells = [&row.name, &row.decides, &row.watch];
        cells.into_iter().zip(COLUMNS).map(|(cell, wide)| lines(cell, wide)).max().unwrap_or(1) * LINE + 8
    };
    // What is left out is counted in a line of its own.
    let count = |texts: &[String]| if texts.len() > 1 { LINE } else { 0 };
    // The heading stands above whichever of the two comes first.
    let heading = HEADING + involve;
    let (above_roles, above_rows) = if support.roles.is_empty() { (0, heading) } else { (heading, 0) };
    [
        Part { head: HEADING + count(conflicts), items: rows(conflicts, ROW) },
        Part { head: 0, items: pairs(&mut settles.iter().map(|one| join(&one.question, &one.why))) },
        Part { head: 0, items: pairs(&mut steps.iter().map(|(what, why)| join(what, why))) },
        Part {
            head: above_roles,
            items: pairs(&mut support.roles.iter().map(|(name, text)| join(name, text))),
        },
        Part { head: 26 + above_rows, items: support.rows.iter().map(tall).collect() },
        Part { head: HEADING + count(find_out), items: rows(find_out, ROW) },
        Part { head: count(assumed), items: rows(assumed, BOXED) },
    ]
}

fn join(one: &str, other: &str) -> String {
    if other.is_empty() { one.to_owned() } else { [one, " ", other].concat() }
}
