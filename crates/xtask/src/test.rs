//! `cargo xtask test`: everything, in order, with progress and times.

use std::fs::{self, File};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::counts::Counts;
use crate::process::{Failed, cargo, run_quietly};
use crate::{Outcome, npm, places, site, tools};

/// So many lines of a failed step are repeated on the screen.
const SHOWN_LINES: usize = 80;

/// Gets a tool onto the machine; gives back what the commands need in their environment.
type Prepare = fn() -> Result<Vec<(&'static str, String)>, String>;

/// One step: what it checks and the commands that do so.
struct Step {
    title: &'static str,
    prepare: Prepare,
    commands: Vec<Command>,
}

/// How one step ended.
struct Ended {
    title: &'static str,
    time: Duration,
    counts: Counts,
    /// Whether the counts are of tests, or of the step itself.
    has_tests: bool,
}

/// Runs all steps; a failed step does not stop the others.
///
/// # Errors
/// When any step failed.
pub(crate) fn run() -> Outcome {
    let begin = Instant::now();
    let steps = steps();
    let number = steps.len();
    fs::create_dir_all(places::logs()).map_err(|error| format!("no folder for logs: {error}"))?;
    let ended: Vec<Ended> =
        steps.into_iter().enumerate().map(|(index, step)| run_step(step, index + 1, number)).collect();
    let sum = summarise(&ended, begin.elapsed());
    match sum.failed {
        0 => Ok(()),
        // The count above is the last line; the exit code says the rest.
        _ => std::process::exit(1),
    }
}

fn steps() -> Vec<Step> {
    let nothing: Prepare = || Ok(Vec::new());
    let plain =
        |title, arguments: &[&str]| Step { title, prepare: nothing, commands: vec![cargo(arguments)] };
    let mut browser = Command::new("node");
    browser
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .current_dir(places::browser_tests());
    let mut site_tests = Command::new("node");
    site_tests
        .args(["--test", "--test-concurrency=1", "--test-reporter=spec"])
        .current_dir(places::site_tests());
    let pages = ["run", "--quiet", "-p", "steunwijzer", "--", "site", "--out", places::STATIC_SITE];
    vec![
        plain("format", &["fmt", "--all", "--check"]),
        plain("lints", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]),
        plain("unit, property, conformance and scenario tests", &["test", "--workspace", "--no-fail-fast"]),
        plain("rule files: check", &["run", "--quiet", "-p", "steunwijzer", "--", "check"]),
        plain("rule files: cases", &["run", "--quiet", "-p", "steunwijzer", "--", "test"]),
        Step {
            title: "site",
            prepare: || tools::ensure_wasm_target().map(|()| Vec::new()),
            commands: site::commands().into_iter().map(|(_, command)| command).collect(),
        },
        Step {
            title: "packages of the browser tests",
            prepare: || tools::ensure_node().map(|()| Vec::new()),
            commands: vec![tools::browser_packages(), tools::site_packages()],
        },
        Step {
            title: "static pages",
            prepare: || Ok(vec![("CHROMIUM", tools::ensure_chromium()?)]),
            commands: vec![cargo(&pages), site_tests],
        },
        Step {
            title: "npm package",
            prepare: || Ok(vec![("CHROMIUM", tools::ensure_chromium()?)]),
            commands: npm::commands().into_iter().map(|(_, command)| command).chain(npm::tests()).collect(),
        },
        plain("what is handed out, the same bytes twice", &["xtask", "dist", "--again"]),
        Step {
            title: "browser",
            prepare: || Ok(vec![("CHROMIUM", tools::ensure_chromium()?)]),
            commands: vec![browser],
        },
    ]
}

fn run_step(step: Step, index: usize, number: usize) -> Ended {
    println!("[{index}/{number}] {} …", step.title);
    let begin = Instant::now();
    let result = run_commands(step.prepare, step.commands, index);
    let time = begin.elapsed();
    let (lines, failure) = match result {
        Ok(lines) => (lines, None),
        Err(Failed { reason, lines }) => (lines, Some(reason)),
    };
    let mut counts = Counts::of(&lines);
    let has_tests = counts != Counts::default();
    match &failure {
        None if !has_tests => counts.passed = 1,
        // Failed before or beside its tests: that is a failure of its own.
        Some(_) if counts.failed == 0 => counts.failed = 1,
        None | Some(_) => {}
    }
    let ended = Ended { title: step.title, time, counts, has_tests };
    if let Some(reason) = failure {
        let told: Vec<&String> = lines.iter().filter(|line| tells(line)).collect();
        for line in told.iter().skip(told.len().saturating_sub(SHOWN_LINES)) {
            println!("      {line}");
        }
        println!("      {reason}");
        println!("      All of its output: target/xtask-logs/{index}.log");
    }
    println!("[{index}/{number}] {}", ended.line());
    ended
}

/// Whether a line of output helps to find a fault: progress and passed tests do not.
fn tells(line: &str) -> bool {
    let line = line.trim();
    let progress = ["Compiling ", "Checking ", "Running ", "Downloaded ", "✔ "];
    !line.is_empty() && !line.ends_with("... ok") && !progress.iter().any(|start| line.starts_with(start))
}

fn run_commands(prepare: Prepare, commands: Vec<Command>, index: usize) -> Result<Vec<String>, Failed> {
    let failed = |reason| Failed { reason, lines: Vec::new() };
    let environment = prepare().map_err(failed)?;
    let mut log = File::create(places::logs().join(format!("{index}.log")))
        .map_err(|error| failed(format!("no log: {error}")))?;
    let mut all = Vec::new();
    for mut command in commands {
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        match run_quietly(&mut command, &mut log) {
            Ok(lines) => all.extend(lines),
            Err(Failed { reason, lines }) => {
                all.extend(lines);
                return Err(Failed { reason, lines: all });
            }
        }
    }
    Ok(all)
}

impl Ended {
    fn line(&self) -> String {
        let word = if self.counts.failed == 0 { "ok" } else { "FAILED" };
        let tests = if self.has_tests {
            format!(", {} passed, {} failed", self.counts.passed, self.counts.failed)
        } else {
            String::new()
        };
        format!("{}: {word}, {} s{tests}", self.title, self.time.as_secs())
    }
}

/// Prints the table of steps; its last line is the sum over all tests and steps.
fn summarise(ended: &[Ended], time: Duration) -> Counts {
    let mut sum = Counts::default();
    println!("\nSummary");
    for step in ended {
        println!("  {}", step.line());
        sum.add(step.counts);
    }
    let seconds = time.as_secs();
    println!("  all: {} min {} s", seconds / 60, seconds % 60);
    println!("{} passed, {} failed", sum.passed, sum.failed);
    sum
}
