//! Many organisations at once: what is typed, what is shown meanwhile, what is said at the end.

use crate::edition;
use crate::failure::Failure;
use crate::text;
use clap::{Args, ValueEnum};
use std::io::{IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::messages::batch as say;
use steunwijzer_batch::{Comparing, Job, Judging, Outcome, Progress, compare, example, judge, what_if};
use steunwijzer_compiler::Edition;
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::SchemeId;

/// What is judged, and where it comes from and goes to.
#[derive(Debug, Args)]
pub(crate) struct Batch {
    /// One row for each organisation: .csv, .jsonl or .parquet; see docs/batch.md.
    input: PathBuf,
    /// The day for which everything is judged.
    #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = crate::arguments::day)]
    as_on: Date,
    /// Where the results go: a file (.csv, .jsonl or .parquet), or a folder for a file of the same name.
    #[arg(long, value_name = "FILE|DIR")]
    out: PathBuf,
    /// Changes of the rules to try out: who gains and who loses is written instead of verdicts.
    #[arg(long, value_name = "FILE")]
    what_if: Option<PathBuf>,
    /// Only these verdicts are written; all are counted.
    #[arg(long, value_name = "VERDICT", value_delimiter = ',')]
    only: Vec<Which>,
    /// Only these schemes are judged.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    schemes: Vec<String>,
    /// Columns that are no answers.
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    ignore: Vec<String>,
    /// How many rows are judged at a time. Without it: as many as the machine has cores.
    #[arg(long, value_name = "NUMBER")]
    threads: Option<NonZeroUsize>,
    /// Goes on with a run that was interrupted; begins if there is none.
    #[arg(long)]
    resume: bool,
    /// After so many rows the run can be taken up again.
    #[arg(long, value_name = "ROWS", default_value_t = 10_000)]
    checkpoint: u64,
    /// The language: nl or en.
    #[arg(long, default_value = "nl", value_parser = crate::arguments::lang)]
    lang: Lang,
}

/// Invented organisations to try things out with.
#[derive(Debug, Args)]
pub(crate) struct Example {
    /// How many.
    #[arg(long)]
    rows: u64,
    /// The same number gives the same organisations.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The file to write: .csv.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language: nl or en.
    #[arg(long, default_value = "nl", value_parser = crate::arguments::lang)]
    lang: Lang,
}

/// A verdict, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Which {
    /// Past.
    Fits,
    /// Nog niet te zeggen.
    #[value(alias = "open")]
    CannotTell,
    /// Past niet.
    DoesNotFit,
}

impl Which {
    fn verdict(self) -> Verdict {
        match self {
            Which::Fits => Verdict::Fits,
            Which::CannotTell => Verdict::CannotTell,
            Which::DoesNotFit => Verdict::DoesNotFit,
        }
    }
}

pub(crate) fn batch(rules: Option<&Path>, batch: &Batch) -> Result<String, Failure> {
    let now = edition::load(rules)?;
    let job = batch.job()?;
    let mut shown = Shown::new(batch.lang);
    let mut tell = |progress| shown.tell(progress);
    let Some(changes) = &batch.what_if else {
        let judging = batch.judging(&now)?;
        let outcome = judge(&job, &judging, &mut tell).map_err(|failure| Failure::Input(failure.0))?;
        let table = text::counts(&judging, &outcome.summary, batch.lang);
        return shown.end(&job, &outcome, table);
    };
    let place = edition::place(rules)?;
    if !place.is_dir() {
        let why = format!("{}: changes are tried out on a folder of rules, not on one file", place.display());
        return Err(Failure::Input(why));
    }
    let changed = what_if::compile(&place, changes).map_err(Failure::Rules)?;
    eprint!("{}", changed.warnings);
    let comparing = Comparing::new(batch.judging(&now)?, batch.judging(&changed.edition)?);
    let outcome = compare(&job, &comparing, &mut tell).map_err(|failure| Failure::Input(failure.0))?;
    let table = text::changes(&comparing, &outcome.summary, batch.lang);
    shown.end(&job, &outcome, table)
}

pub(crate) fn batch_example(rules: Option<&Path>, wanted: &Example) -> Result<String, Failure> {
    let edition = edition::load(rules)?;
    example(&edition.rulebook, wanted.rows, wanted.seed, &wanted.out)
        .map_err(|failure| Failure::Input(failure.0))?;
    let file = wanted.out.display().to_string();
    Ok(say::example(wanted.lang, &file, &wanted.rows.to_string()) + "\n")
}

impl Batch {
    fn job(&self) -> Result<Job, Failure> {
        let output = match (self.out.is_dir(), self.input.file_name()) {
            (true, Some(name)) => self.out.join(name),
            (true, None) | (false, _) => self.out.clone(),
        };
        let cores = std::thread::available_parallelism();
        Ok(Job {
            input: self.input.clone(),
            output,
            ignored: self.ignore.clone(),
            threads: self.threads.or(cores.ok()).map_or(1, NonZeroUsize::get),
            checkpoint: self.checkpoint,
            resume: self.resume,
        })
    }

    fn judging<'e>(&self, edition: &'e Edition) -> Result<Judging<'e>, Failure> {
        let rulebook = &edition.rulebook;
        let mut schemes = self
            .schemes
            .iter()
            .map(|id| crate::commands::scheme_named(rulebook, id))
            .collect::<Result<Vec<SchemeId>, Failure>>()?;
        if schemes.is_empty() {
            schemes = (0u16..).zip(&rulebook.schemes).map(|(row, _)| SchemeId(row)).collect();
        }
        schemes.sort_by_key(|id| id.row());
        schemes.dedup();
        let all = [Verdict::Fits, Verdict::CannotTell, Verdict::DoesNotFit];
        let wanted: Vec<Verdict> = self.only.iter().map(|one| one.verdict()).collect();
        let only = all.into_iter().filter(|verdict| wanted.is_empty() || wanted.contains(verdict)).collect();
        Ok(Judging { edition, as_on: self.as_on, schemes, only })
    }
}

/// What is shown while a run goes on: on a terminal a bar, else a line now and then.
struct Shown {
    lang: Lang,
    begin: Instant,
    last: Option<Instant>,
    terminal: bool,
}

/// Cells of the bar.
const BAR: u64 = 30;

impl Shown {
    fn new(lang: Lang) -> Shown {
        Shown { lang, begin: Instant::now(), last: None, terminal: std::io::stderr().is_terminal() }
    }

    fn tell(&mut self, progress: Progress) {
        let pause = if self.terminal { Duration::from_millis(200) } else { Duration::from_secs(5) };
        if self.last.unwrap_or(self.begin).elapsed() < pause {
            return;
        }
        self.last = Some(Instant::now());
        let line = self.line(progress);
        let written = if self.terminal {
            let done = usize::try_from(share(progress, BAR)).unwrap_or_default();
            let left = usize::try_from(BAR).unwrap_or_default().saturating_sub(done);
            write!(std::io::stderr(), "\r\x1b[K[{}{}] {line}", "#".repeat(done), "-".repeat(left))
        } else {
            writeln!(std::io::stderr(), "{line}")
        };
        // Nobody may be looking; the run goes on.
        let _told = written;
    }

    fn line(&self, progress: Progress) -> String {
        let rows = progress.rows.to_string();
        let percent = share(progress, 100).to_string();
        let left = self.time_left(progress).map_or("?".to_owned(), |left| self.time(left));
        let speed = self.speed(progress).to_string();
        match progress.bad {
            0 => say::progress(self.lang, &left, &percent, &rows, &speed),
            bad => say::progress_bad(self.lang, &bad.to_string(), &left, &percent, &rows, &speed),
        }
    }

    /// Rows each second, of this run.
    fn speed(&self, progress: Progress) -> u128 {
        let rows = u128::from(progress.rows - progress.before);
        (rows * 1000).checked_div(self.begin.elapsed().as_millis()).unwrap_or(rows)
    }

    /// If the rows to come are like those of this run.
    fn time_left(&self, progress: Progress) -> Option<Duration> {
        let own = progress.rows - progress.before;
        let all = u128::from(progress.rows) * u128::from(progress.of);
        let left = all.checked_div(u128::from(progress.at))?.saturating_sub(u128::from(progress.rows));
        let millis = (self.begin.elapsed().as_millis() * left).checked_div(u128::from(own))?;
        Some(Duration::from_millis(u64::try_from(millis).ok()?))
    }

    fn time(&self, time: Duration) -> String {
        let seconds = time.as_secs();
        match seconds / 60 {
            0 => say::seconds(self.lang, &seconds.to_string()),
            minutes => say::minutes(self.lang, &minutes.to_string(), &(seconds % 60).to_string()),
        }
    }

    /// What is said at the end; with bad rows the exit code tells too.
    fn end<S>(&self, job: &Job, outcome: &Outcome<S>, table: String) -> Result<String, Failure> {
        if self.terminal && self.last.is_some() {
            eprint!("\r\x1b[K");
        }
        let (lang, progress) = (self.lang, outcome.progress);
        let time = self.time(self.begin.elapsed());
        let speed = self.speed(progress).to_string();
        let mut lines = vec![table];
        lines.push(say::done(lang, &progress.bad.to_string(), &progress.rows.to_string(), &speed, &time));
        lines.extend(most_memory().map(|megabytes| say::memory(lang, &megabytes.to_string())));
        let megabytes = (outcome.bytes / 1_000_000).to_string();
        lines.push(say::results(lang, &job.output.display().to_string(), &megabytes));
        lines.push(say::counts(lang, &job.summary().display().to_string()));
        if progress.bad > 0 {
            lines.push(say::bad_rows(lang, &job.errors().display().to_string()));
        }
        let output = lines.join("\n") + "\n";
        if progress.bad == 0 { Ok(output) } else { Err(Failure::SomeRows(output)) }
    }
}

fn share(progress: Progress, of: u64) -> u64 {
    let all = u128::from(progress.at) * u128::from(of);
    all.checked_div(u128::from(progress.of)).and_then(|share| u64::try_from(share).ok()).unwrap_or(of)
}

/// The most memory that the program had, in megabytes; none where the system does not say.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024)
}
