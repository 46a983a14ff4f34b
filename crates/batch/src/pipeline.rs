//! From one file to another: a reader, workers, a writer; bounded, in order, and able to go on.

use crate::bad;
use crate::changed::{Changed, Comparing};
use crate::checkpoint::{Checkpoint, code_of};
use crate::columns::{Columns, Who};
use crate::failure::Failure;
use crate::input::{Input, Raw};
use crate::judging::Judging;
use crate::output::{Block, Bytes, Format, Output};
use crate::summary::Summary;
use crate::table::Column;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, Scope, ScopedJoinHandle};
use steunwijzer_engine::answers::Answers;
use steunwijzer_engine::rulebook::Rulebook;

/// The most rows in a chunk, and about the most bytes.
const CHUNK: (usize, usize) = (64, 1 << 18);

/// Chunks that wait for a worker, and results that wait for the writer.
const WAITING: usize = 2;

/// What is done with each organisation, and what is counted of all.
pub(crate) trait Task: Sync {
    /// What is counted.
    type Summary: Serialize + DeserializeOwned + Send;
    /// The rules in which answers are read.
    fn rulebook(&self) -> &Rulebook;
    /// The columns of the results.
    fn columns(&self) -> &'static [Column];
    /// Counts of nobody.
    fn nothing_yet(&self) -> Self::Summary;
    /// Writes and counts one organisation.
    fn organisation(&self, who: &Who, answers: &Answers, to: &mut Block, summary: &mut Self::Summary);
    /// Adds counts.
    fn add(&self, summary: &mut Self::Summary, other: &Self::Summary);
    /// The counts as a file.
    fn summary_file(&self, summary: &Self::Summary) -> Vec<u8>;
    /// What makes this task another task, by name.
    fn identity(&self) -> Vec<(&'static str, String)>;
}

/// A file to go through.
#[derive(Clone, Debug)]
pub struct Job {
    /// The rows; the end of the name says how they are written.
    pub input: PathBuf,
    /// The results; the end of the name says how they are written.
    pub output: PathBuf,
    /// Columns that are no answers.
    pub ignored: Vec<String>,
    /// How many rows are judged at a time; at least one.
    pub threads: usize,
    /// After so many rows the run can be taken up again.
    pub checkpoint: u64,
    /// Whether a run that stopped is taken up.
    pub resume: bool,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows that were read, bad ones too.
    pub rows: u64,
    /// Bad rows among them.
    pub bad: u64,
    /// Rows that an earlier run had done.
    pub before: u64,
    /// How far the input was read: bytes, or rows of a parquet file.
    pub at: u64,
    /// How far it goes.
    pub of: u64,
}

/// A run that came to the end of its input.
#[derive(Clone, Debug)]
pub struct Outcome<S> {
    /// Rows that were read, and bad ones among them.
    pub progress: Progress,
    /// Counts and sums.
    pub summary: S,
    /// Bytes of the results.
    pub bytes: u64,
}

impl Job {
    /// The file of bad rows; there is none if all are good.
    pub fn errors(&self) -> PathBuf {
        self.beside("errors.csv")
    }

    /// The file of counts and sums.
    pub fn summary(&self) -> PathBuf {
        self.beside("summary.csv")
    }

    /// The file that says how far a run came; there is none after its end.
    pub fn checkpoint_file(&self) -> PathBuf {
        self.beside("checkpoint")
    }

    fn beside(&self, end: &str) -> PathBuf {
        let mut name = self.output.clone().into_os_string();
        name.push(".");
        name.push(end);
        PathBuf::from(name)
    }
}

/// Judges every organisation of a file. `tell` hears after each chunk how far the run is.
///
/// # Errors
/// If the input cannot be read as a whole, or the results cannot be written. Bad rows are no errors:
/// they stand in [`Job::errors`].
pub fn judge(
    job: &Job,
    judging: &Judging<'_>,
    tell: &mut dyn FnMut(Progress),
) -> Result<Outcome<Summary>, Failure> {
    run(job, judging, tell)
}

/// Judges every organisation of a file by two rulebooks, and writes what differs.
///
/// # Errors
/// As [`judge`].
pub fn compare(
    job: &Job,
    comparing: &Comparing<'_>,
    tell: &mut dyn FnMut(Progress),
) -> Result<Outcome<Changed>, Failure> {
    run(job, comparing, tell)
}

fn run<T: Task>(job: &Job, task: &T, tell: &mut dyn FnMut(Progress)) -> Result<Outcome<T::Summary>, Failure> {
    let mut input = Input::open(&job.input)?;
    let columns = Columns::new(task.rulebook(), input.names(), &job.ignored)
        .map_err(|failure| Failure::file(&job.input, failure))?;
    let mut files = Files::open(job, task)?;
    for _ in 0..files.progress.rows {
        let skipped = input.next().map_err(|problem| Failure::file(&job.input, problem))?;
        if skipped.is_none() {
            return Err(Failure::file(&job.input, "the file is shorter than it was"));
        }
    }
    let format = Format::of(&job.output)?;
    let worker = |chunks, done| work(task, &columns, format, chunks, done);
    thread::scope(|scope| {
        let (to_workers, from_workers) = workers(scope, job.threads.max(1), &worker);
        let reader = scope.spawn(move || read(input, to_workers));
        let written = write(task, &mut files, from_workers, tell);
        // The channels are closed now: a reader that has more to give stops as well.
        let read = joined(reader);
        written?;
        read.map_err(|problem| Failure::file(&job.input, problem))
    })?;
    files.finish(task)
}

/// Rows with how far the input was read after them.
struct Chunk {
    rows: Vec<Raw>,
    position: (u64, u64),
}

/// What came of a chunk.
struct Done<S> {
    lines: Block,
    errors: Vec<u8>,
    rows: u64,
    bad: u64,
    summary: S,
    position: (u64, u64),
}

type Ends<A, B> = (Vec<SyncSender<A>>, Vec<Receiver<B>>);

/// Starts workers, each with a channel of its own on both sides.
fn workers<'scope, S: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    number: usize,
    worker: &'scope (impl Fn(Receiver<Chunk>, SyncSender<Done<S>>) + Sync),
) -> Ends<Chunk, Done<S>> {
    let mut ends: Ends<Chunk, Done<S>> = (Vec::new(), Vec::new());
    for _ in 0..number {
        let (to_worker, chunks) = sync_channel(WAITING);
        let (done, from_worker) = sync_channel(WAITING);
        scope.spawn(move || worker(chunks, done));
        ends.0.push(to_worker);
        ends.1.push(from_worker);
    }
    ends
}

/// Gives chunks to the workers in turn.
fn read(mut input: Input, workers: Vec<SyncSender<Chunk>>) -> Result<(), String> {
    for worker in workers.iter().cycle() {
        let (mut rows, mut size) = (Vec::new(), 0);
        while rows.len() < CHUNK.0 && size < CHUNK.1 {
            let Some(row) = input.next()? else { break };
            size += row.size();
            rows.push(row);
        }
        let chunk = Chunk { rows, position: input.position() };
        if chunk.rows.is_empty() || worker.send(chunk).is_err() {
            break;
        }
    }
    Ok(())
}

fn work<T: Task>(
    task: &T,
    columns: &Columns<'_>,
    format: Format,
    chunks: Receiver<Chunk>,
    done: SyncSender<Done<T::Summary>>,
) {
    for chunk in chunks {
        let mut result = Done {
            lines: Block::new(format, task.columns()),
            errors: Vec::new(),
            rows: 0,
            bad: 0,
            summary: task.nothing_yet(),
            position: chunk.position,
        };
        for raw in chunk.rows {
            result.rows += 1;
            match columns.read(raw) {
                (who, Ok(answers)) => {
                    task.organisation(&who, &answers, &mut result.lines, &mut result.summary);
                }
                (who, Err(mistakes)) => {
                    result.bad += 1;
                    bad::add(&mut result.errors, &who, &mistakes);
                }
            }
        }
        if done.send(result).is_err() {
            return;
        }
    }
}

/// Writes what the workers made, in the turn in which they got it.
fn write<T: Task>(
    task: &T,
    files: &mut Files<'_, T::Summary>,
    workers: Vec<Receiver<Done<T::Summary>>>,
    tell: &mut dyn FnMut(Progress),
) -> Result<(), Failure> {
    for worker in workers.iter().cycle() {
        // A worker ends when no chunk comes any more: this was its turn, so none is missing.
        let Ok(done) = worker.recv() else { break };
        task.add(&mut files.summary, &done.summary);
        files.add(done.lines, &done.errors)?;
        let progress = &mut files.progress;
        progress.rows += done.rows;
        progress.bad += done.bad;
        (progress.at, progress.of) = done.position;
        tell(*progress);
        files.checkpoint_if_due()?;
    }
    Ok(())
}

/// What a thread gave. One that panicked has a mistake of ours in it, which must be seen.
fn joined<V>(thread: ScopedJoinHandle<'_, V>) -> V {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Everything that a run writes.
struct Files<'j, S> {
    job: &'j Job,
    about: Vec<(String, String)>,
    output: Output,
    errors: Bytes,
    summary: S,
    progress: Progress,
    /// Rows at the last checkpoint.
    saved: u64,
}

impl<'j, S: Serialize + DeserializeOwned> Files<'j, S> {
    fn open<T: Task<Summary = S>>(job: &'j Job, task: &T) -> Result<Files<'j, S>, Failure> {
        let format = Format::of(&job.output)?;
        let checkpoint = job.checkpoint_file();
        if format == Format::Parquet && job.resume {
            let why = "a parquet file has its index at the end, so half a file is no file: write .csv or \
                       .jsonl to be able to resume, or give the input in parts";
            return Err(Failure::file(&job.output, why));
        }
        if same_file(&job.input, &job.output) {
            return Err(Failure::file(&job.output, "this is the input: name another file for the results"));
        }
        if checkpoint.exists() && !job.resume {
            let why = "a run stopped halfway: go on with --resume, or remove this file to begin again";
            return Err(Failure::file(&checkpoint, why));
        }
        let about = about(job, task)?;
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |error| Failure::file(&path, error)
        };
        if checkpoint.exists() {
            let found: Checkpoint<S> = Checkpoint::read(&checkpoint, &about)?;
            let reopened = Bytes::reopen(&job.output, found.output).map_err(failed(&job.output))?;
            let errors = Bytes::reopen(&job.errors(), found.errors).map_err(failed(&job.errors()))?;
            let progress =
                Progress { rows: found.rows, bad: found.bad, before: found.rows, ..Progress::default() };
            let output = Output::Bytes(reopened);
            return Ok(Files {
                job,
                about,
                output,
                errors,
                summary: found.summary,
                progress,
                saved: found.rows,
            });
        }
        let output = Output::create(&job.output, format, task.columns()).map_err(failed(&job.output))?;
        let errors = Bytes::create(&job.errors(), bad::HEADER).map_err(failed(&job.errors()))?;
        let progress = Progress::default();
        Ok(Files { job, about, output, errors, summary: task.nothing_yet(), progress, saved: 0 })
    }

    fn add(&mut self, lines: Block, errors: &[u8]) -> Result<(), Failure> {
        self.output.add(lines).map_err(|error| Failure::file(&self.job.output, error))?;
        self.errors.add(errors).map_err(|error| Failure::file(&self.job.errors(), error))
    }

    fn checkpoint_if_due(&mut self) -> Result<(), Failure> {
        let Output::Bytes(output) = &mut self.output else { return Ok(()) };
        if self.progress.rows - self.saved < self.job.checkpoint {
            return Ok(());
        }
        let (output, errors) = (output.flush(), self.errors.flush());
        let checkpoint = Checkpoint {
            about: self.about.clone(),
            rows: self.progress.rows,
            bad: self.progress.bad,
            output: output.map_err(|error| Failure::file(&self.job.output, error))?,
            errors: errors.map_err(|error| Failure::file(&self.job.errors(), error))?,
            summary: &self.summary,
        };
        self.saved = self.progress.rows;
        checkpoint.write(&self.job.checkpoint_file())
    }

    fn finish<T: Task<Summary = S>>(mut self, task: &T) -> Result<Outcome<S>, Failure> {
        let job = self.job;
        let bytes = self.output.finish().map_err(|error| Failure::file(&job.output, error))?;
        self.errors.flush().map_err(|error| Failure::file(&job.errors(), error))?;
        fs::write(job.summary(), task.summary_file(&self.summary))
            .map_err(|error| Failure::file(&job.summary(), error))?;
        if self.progress.bad == 0 {
            fs::remove_file(job.errors()).map_err(|error| Failure::file(&job.errors(), error))?;
        }
        let checkpoint = job.checkpoint_file();
        if checkpoint.exists() {
            fs::remove_file(&checkpoint).map_err(|error| Failure::file(&checkpoint, error))?;
        }
        Ok(Outcome { progress: self.progress, summary: self.summary, bytes })
    }
}

/// What makes this run another run. Parquet files cannot be taken up, so their code is not worked out.
fn about<T: Task>(job: &Job, task: &T) -> Result<Vec<(String, String)>, Failure> {
    let mut about: Vec<(String, String)> =
        task.identity().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    about.push(("ignore".to_owned(), job.ignored.join(",")));
    if Format::of(&job.output)? != Format::Parquet {
        let code = code_of(&job.input).map_err(|error| Failure::file(&job.input, error))?;
        about.push(("input".to_owned(), code));
    }
    Ok(about)
}

fn same_file(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).ok().zip(fs::canonicalize(other).ok()).is_some_and(|(one, other)| one == other)
}
