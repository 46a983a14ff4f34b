//! Verdicts and amounts of each organisation, with one rulebook.

use crate::columns::Who;
use crate::output::Block;
use crate::pipeline::Task;
use crate::summary::Summary;
use crate::table::{Cell, Column};
use rust_decimal::Decimal;
use std::borrow::Cow;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_compiler::Edition;
use steunwijzer_engine::advice::{Because, Subject, SubjectAdvice, Verdict};
use steunwijzer_engine::advise_on;
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{ListId, Rulebook, Scheme, SchemeId, Unit};
use steunwijzer_engine::world::World;
use steunwijzer_report::names;

/// Judging with one rulebook.
pub struct Judging<'e> {
    /// The rules.
    pub edition: &'e Edition,
    /// The day of the advice.
    pub as_on: Date,
    /// The schemes that are judged, in the order of the rulebook.
    pub schemes: Vec<SchemeId>,
    /// The verdicts that are written; all are counted.
    pub only: Vec<Verdict>,
}

/// What comes out for a scheme and a subject of an organisation.
pub(crate) struct Line<'e> {
    /// The row in the schemes that are judged.
    pub(crate) row: usize,
    pub(crate) scheme: &'e Scheme,
    /// The verdict about the organisation: the best of its subjects.
    pub(crate) together: Verdict,
    pub(crate) subject: Subject,
    pub(crate) verdict: Verdict,
    pub(crate) because: Because,
    /// What is shown as the amount: what it counts, the lowest and the highest.
    pub(crate) amount: Option<(Unit, Decimal, Decimal)>,
    /// How many things were not answered and keep it open, if that is counted.
    pub(crate) open: u64,
}

const COLUMNS: &[Column] = &[
    Column::whole("row"),
    Column::text("id"),
    Column::text("scheme"),
    Column::text("subject"),
    Column::text("verdict"),
    Column::text("scheme_verdict"),
    Column::text("claim"),
    Column::number("amount_lowest"),
    Column::number("amount_highest"),
    Column::text("unit"),
    Column::whole("open_questions"),
    Column::text("because"),
    Column::text("condition"),
];

impl<'e> Judging<'e> {
    fn rulebook(&self) -> &'e Rulebook {
        &self.edition.rulebook
    }

    /// Everything that comes out for an organisation, scheme by scheme, subject by subject. What is
    /// left to ask is counted only if somebody reads it: it takes a fifth of the time.
    pub(crate) fn lines(&self, answers: &Answers, counts_open: bool) -> Vec<Line<'e>> {
        let rulebook = self.rulebook();
        let advice = advise_on(rulebook, answers, self.as_on, self.schemes.iter().copied());
        let world = World::new(rulebook, answers, self.as_on);
        // The words and the language are not read: nothing here is a sentence.
        let view = View {
            rulebook,
            words: &self.edition.nl,
            lang: Lang::Nl,
            answers,
            advice: &advice,
            questions: &[],
        };
        let mut lines = Vec::with_capacity(advice.schemes.len());
        for (row, judged) in advice.schemes.iter().enumerate() {
            let Some(scheme) = rulebook.schemes.get(judged.scheme.row()) else { continue };
            let line = |subject: &SubjectAdvice| Line {
                row,
                scheme,
                together: judged.verdict,
                subject: subject.subject,
                verdict: subject.verdict,
                because: subject.because,
                amount: view.amount_limits(scheme, subject),
                open: match subject.verdict {
                    Verdict::CannotTell if counts_open => number(view.asks_left(&world, subject).len()),
                    Verdict::CannotTell | Verdict::Fits | Verdict::DoesNotFit => 0,
                },
            };
            lines.extend(judged.subjects.iter().map(line));
        }
        lines
    }

    fn write(&self, who: &Who, line: &Line<'e>, to: &mut Block) {
        let rulebook = self.rulebook();
        let condition = line.because.condition().and_then(|id| rulebook.conditions.get(id.row()));
        let (lowest, highest) = (line.amount.map(|(_, low, _)| low), line.amount.map(|(_, _, high)| high));
        to.line(&[
            Cell::Whole(who.row),
            Cell::text(&who.id),
            Cell::text(&line.scheme.id),
            Cell::Text(subject(rulebook, line.subject)),
            Cell::text(names::verdict(line.verdict)),
            Cell::text(names::verdict(line.together)),
            Cell::text(names::claim(line.scheme.claim)),
            Cell::number(lowest),
            Cell::number(highest),
            line.amount.map_or(Cell::Empty, |(unit, ..)| Cell::text(names::unit(unit))),
            Cell::Whole(line.open),
            Cell::text(names::because(line.because)),
            condition.map_or(Cell::Empty, |condition| Cell::text(&condition.id)),
        ]);
    }
}

impl Task for Judging<'_> {
    type Summary = Summary;

    fn rulebook(&self) -> &Rulebook {
        &self.edition.rulebook
    }

    fn columns(&self) -> &'static [Column] {
        COLUMNS
    }

    fn nothing_yet(&self) -> Summary {
        Summary::new(self.schemes.len())
    }

    fn organisation(&self, who: &Who, answers: &Answers, to: &mut Block, summary: &mut Summary) {
        let lines = self.lines(answers, self.only.contains(&Verdict::CannotTell));
        summary.add(&lines);
        for line in lines.iter().filter(|line| self.only.contains(&line.verdict)) {
            self.write(who, line, to);
        }
    }

    fn add(&self, summary: &mut Summary, other: &Summary) {
        summary.plus(other);
    }

    fn summary_file(&self, summary: &Summary) -> Vec<u8> {
        summary.file(self.rulebook(), &self.schemes)
    }

    fn identity(&self) -> Vec<(&'static str, String)> {
        let schemes = self.schemes.iter().filter_map(|id| self.rulebook().schemes.get(id.row()));
        let schemes: Vec<&str> = schemes.map(|scheme| scheme.id.as_str()).collect();
        let only: Vec<&str> = self.only.iter().map(|verdict| names::verdict(*verdict)).collect();
        vec![
            ("edition", self.rulebook().edition.hash.clone()),
            ("as-on", self.as_on.to_string()),
            ("schemes", schemes.join(",")),
            ("only", only.join(",")),
        ]
    }
}

/// Who is judged: `organisation`, `needs[0]`; `needs` if nothing was told of them.
pub(crate) fn subject(rulebook: &Rulebook, subject: Subject) -> Cow<'_, str> {
    let list = |id: ListId| rulebook.lists.get(id.row()).map_or("", |list| list.id.as_str());
    match subject {
        Subject::Organisation => Cow::Borrowed("organisation"),
        Subject::Record(id, row) => Cow::Owned(format!("{}[{row}]", list(id))),
        Subject::Imagined(id) | Subject::Nobody(id) => Cow::Borrowed(list(id)),
    }
}

pub(crate) fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
