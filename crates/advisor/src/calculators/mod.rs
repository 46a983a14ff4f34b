//! Calculators: one sum each, with answers of its own.
//!
//! [`begin`] gives the answers to start with, [`asked`] the fields, [`advice`] judges the schemes of
//! a calculator, [`sheet`] is everything that comes out, ready to show. The page and the command
//! line both go this way. All of it takes the rulebook with the questions of the calculators
//! ([`Calculators::extend`](steunwijzer_engine::calculators::Calculators::extend)).

pub(crate) mod aid_room;
mod difficulty;
mod inputs;
mod keys;
mod loan;
mod sizes;
mod threshold;

pub use keys::{Key, keys, told};

use crate::interview::Asked;
use crate::messages::calculator as messages;
use crate::present::{CitationRow, FigureRow, LineRow, SchemePage, SubjectPage, View};
use crate::show::{self, Cents};
use inputs::Inputs;
use steunwijzer_engine::advice::{Advice, FigureUsed};
use steunwijzer_engine::advise_on;
use steunwijzer_engine::answers::{Answer, Answers, Whose};
use steunwijzer_engine::calculators::{Calculator, Special};
use steunwijzer_engine::date::Date;
use steunwijzer_engine::evaluate::Scope;
use steunwijzer_engine::number::Number;
use steunwijzer_engine::rulebook::{DefinitionId, ListId, QuestionId, Rulebook, Show, Unit};
use steunwijzer_engine::truth::Truth;
use steunwijzer_engine::value::Value;
use steunwijzer_engine::world::World;

/// Everything that comes out of a calculator.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its schemes, each with the judgement of the one record (or the organisation).
    pub schemes: Vec<(SchemePage, SubjectPage)>,
    /// Its definitions, and what is worked out besides.
    pub result: Outcome,
}

/// What is worked out besides schemes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// What it comes to, if there is one answer.
    pub finding: Option<Finding>,
    /// The sums, in order.
    pub lines: Vec<ResultLine>,
    /// What to know about them.
    pub notes: Vec<String>,
    /// Where it stands, beside the sources of the lines.
    pub citations: Vec<CitationRow>,
}

/// What a calculator comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The same for programs.
    pub code: &'static str,
    /// In a few words.
    pub text: String,
    /// Why, in a sentence; may be empty.
    pub reason: String,
}

/// A line of a sum.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultLine {
    /// As it is shown.
    pub row: LineRow,
    /// The number; none if the line is a word.
    pub number: Option<(Number, Unit)>,
    /// The figures that were used.
    pub figures: Vec<FigureUsed>,
}

/// The answers with which a calculator begins: what is given, and one record where one is asked.
pub fn begin(rulebook: &Rulebook, calculator: &Calculator) -> Answers {
    let mut answers = Answers::new(rulebook);
    for list in single_lists(rulebook, calculator) {
        // A list has room for one record, so this cannot fail.
        let _row = answers.add_record(rulebook, list);
    }
    for (id, slot) in &calculator.given {
        let whose = whose(rulebook, *id);
        // The compiler read it as an answer to this question; if it did not fit, it stays open.
        let _kept_open = answers.set(rulebook, *id, whose, Some(Answer::Known(*slot)));
    }
    answers
}

/// The lists of which a calculator asks one record.
fn single_lists(rulebook: &Rulebook, calculator: &Calculator) -> Vec<ListId> {
    let several = calculator.several.map(|several| several.list);
    let given = calculator.given.iter().map(|(id, _)| *id);
    let asked = calculator.asks.iter().copied().chain(given);
    let lists = asked.filter_map(|id| rulebook.questions.get(id.row())?.list);
    let mut found: Vec<ListId> = lists.filter(|list| Some(*list) != several).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// About whom a question is asked: the organisation, or the one record.
fn whose(rulebook: &Rulebook, id: QuestionId) -> Whose {
    let list = rulebook.questions.get(id.row()).and_then(|question| question.list);
    list.map_or(Whose::Organisation, |list| Whose::Record(list, 0))
}

/// What a calculator asks now, in order; of the list of several, record by record.
pub fn asked(rulebook: &Rulebook, calculator: &Calculator, answers: &Answers, as_on: Date) -> Vec<Asked> {
    let world = World::new(rulebook, answers, as_on);
    let several = calculator.several.map(|several| several.list);
    let list_of = |id: &QuestionId| rulebook.questions.get(id.row()).and_then(|question| question.list);
    let (repeated, single): (Vec<QuestionId>, Vec<QuestionId>) =
        calculator.asks.iter().partition(|id| several.is_some() && list_of(id) == several);
    let records = several.and_then(|list| Some((list, answers.records(list)?.len())));
    let records = records.map_or(vec![], |(list, count)| {
        (0..u16::try_from(count).unwrap_or(u16::MAX)).map(|row| Whose::Record(list, row)).collect()
    });
    let single = single.into_iter().map(|id| (id, whose(rulebook, id)));
    let repeated = records.into_iter().flat_map(|whose| repeated.iter().map(move |id| (*id, whose)));
    let all = single.chain(repeated).filter_map(|(question, whose)| {
        let found = rulebook.questions.get(question.row())?;
        let answer = answers.get(found, whose);
        let applies = world.applies(question, whose);
        let asked = Asked { question, whose, answer, counts: applies != Truth::No };
        (applies == Truth::Yes || answer.is_some()).then_some(asked)
    });
    match calculator.special {
        Some(Special::Difficulty) => {
            let inputs = Inputs::new(rulebook, answers);
            all.filter(|asked| difficulty::counts(&inputs, asked.question)).collect()
        }
        Some(Special::Loan | Special::Sizes | Special::Threshold | Special::AidRoom) | None => all.collect(),
    }
}

/// Judges the schemes of a calculator.
pub fn advice(rulebook: &Rulebook, calculator: &Calculator, answers: &Answers, as_on: Date) -> Advice {
    advise_on(rulebook, answers, as_on, calculator.schemes.iter().copied())
}

/// The answers of a calculator with those that were given elsewhere in the interview: about the
/// organisation, about one record of each list that is asked about once, and about all records of
/// the list of several. What the interview did not answer stays.
#[must_use]
pub fn take_over(
    rulebook: &Rulebook,
    calculator: &Calculator,
    own: &Answers,
    from: &Answers,
    record: u16,
) -> Answers {
    let mut answers = own.clone();
    if let Some(several) = calculator.several
        && let Some(records) = from.records(several.list)
    {
        answers.tell_none(several.list);
        for _ in records {
            // No longer than the list it comes from.
            let _row = answers.add_record(rulebook, several.list);
        }
    }
    for id in &calculator.asks {
        let Some(question) = rulebook.questions.get(id.row()) else { continue };
        let several = calculator.several.filter(|several| question.list == Some(several.list));
        let pairs = match (several, question.list) {
            (Some(several), _) => {
                let count = from.records(several.list).map_or(0, <[_]>::len);
                let rows = 0..u16::try_from(count).unwrap_or(u16::MAX);
                rows.map(|row| (Whose::Record(several.list, row), Whose::Record(several.list, row))).collect()
            }
            (None, Some(list)) => vec![(Whose::Record(list, record), Whose::Record(list, 0))],
            (None, None) => vec![(Whose::Organisation, Whose::Organisation)],
        };
        for (there, here) in pairs {
            if let Some(answer) = from.get(question, there) {
                // The same question takes the same answer.
                let _taken = answers.set(rulebook, *id, here, Some(answer));
            }
        }
    }
    answers
}

/// Everything that comes out of a calculator. The view holds its [`advice`].
pub fn sheet(view: &View<'_>, calculator: &Calculator) -> Sheet {
    let schemes = calculator.schemes.iter().filter_map(|id| {
        let page = view.page(*id)?;
        let subject = page.subjects.first()?.clone();
        Some((page, subject))
    });
    let inputs = Inputs::new(view.rulebook, view.answers);
    let mut result = match calculator.special {
        Some(Special::Loan) => loan::outcome(view, &inputs),
        Some(Special::Sizes) => sizes::outcome(view, &inputs, calculator),
        Some(Special::Difficulty) => difficulty::outcome(view, &inputs),
        Some(Special::Threshold) => threshold::outcome(view, &inputs),
        Some(Special::AidRoom) => aid_room::outcome(view, &inputs),
        None => Outcome::default(),
    };
    let defined = calculator.definitions.iter().filter_map(|id| defined(view, *id));
    result.lines.splice(0..0, defined);
    result.citations = view.citations(&calculator.sources);
    Sheet { schemes: schemes.collect(), result }
}

/// The value of a definition as a line.
fn defined(view: &View<'_>, id: DefinitionId) -> Option<ResultLine> {
    let definition = view.rulebook.definitions.get(id.row())?;
    let world = World::new(view.rulebook, view.answers, view.advice.as_on);
    let whose = definition.list.map_or(Whose::Organisation, |list| Whose::Record(list, 0));
    let value = Scope::new(&world, world.slots(whose)).value(definition.value);
    let lang = view.lang;
    let text = match value {
        Value::Truth(Truth::Yes) => crate::messages::show::yes(lang).to_owned(),
        Value::Truth(Truth::No) => crate::messages::show::no(lang).to_owned(),
        Value::Days(first, last) => show::days(lang, first, last),
        Value::Number(number) => {
            show::amount(lang, definition.unit.unwrap_or(Unit::Plain), number, Cents::IfAny)
        }
        Value::Truth(Truth::Open) | Value::Options(_) | Value::Choices(_) | Value::Places(_) => {
            messages::open(lang).to_owned()
        }
    };
    let number = match value {
        Value::Number(number) => definition.unit.map(|unit| (number, unit)),
        Value::Truth(_) | Value::Days(..) | Value::Options(_) | Value::Choices(_) | Value::Places(_) => None,
    };
    let row = LineRow {
        citations: view.citations(&definition.sources),
        ..plain(&definition.id, Show::Line, view.text(definition.text), text)
    };
    Some(ResultLine { row, number, figures: vec![] })
}

/// A line without working.
fn plain(id: &str, show: Show, label: &str, value: String) -> LineRow {
    LineRow {
        id: id.to_owned(),
        show,
        label: label.to_owned(),
        formula: String::new(),
        value,
        ceiling: None,
        figures: vec![],
        open: vec![],
        citations: vec![],
    }
}

/// A line with a word instead of a number.
fn word(id: &str, label: &str, value: &str) -> ResultLine {
    ResultLine { row: plain(id, Show::Line, label, value.to_owned()), number: None, figures: vec![] }
}

/// A line with a number.
fn line(view: &View<'_>, id: &str, show: Show, label: &str, (number, unit): (Number, Unit)) -> ResultLine {
    let value = show::amount(view.lang, unit, number, Cents::Always);
    ResultLine { row: plain(id, show, label, value), number: Some((number, unit)), figures: vec![] }
}

impl ResultLine {
    /// The same with its formula in words.
    fn by(mut self, formula: &str) -> ResultLine {
        formula.clone_into(&mut self.row.formula);
        self
    }

    /// The same with the figures it used.
    fn with_figures(mut self, view: &View<'_>, figures: &[FigureUsed]) -> ResultLine {
        let rows: Vec<FigureRow> = figures.iter().filter_map(|used| view.figure_row(used)).collect();
        self.row.figures = rows;
        self.figures = figures.to_vec();
        self
    }

    /// The same with the labels of what is missing.
    fn missing(mut self, open: Vec<String>) -> ResultLine {
        self.row.open = open;
        self
    }
}
