//! Running other programs.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::places;

/// A silent step says every so often that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(30);

/// The cargo that started us, in the root of the repository.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(arguments).current_dir(places::root());
    command
}

/// Runs a command with its output on our screen.
///
/// # Errors
/// A sentence when it cannot start or does not succeed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} failed ({status})", name(command))),
        Err(error) => Err(format!("{} does not start: {error}", name(command))),
    }
}

/// The trimmed output of a command, or nothing when it is missing or fails.
pub(crate) fn output_of(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs a command quietly: every line of its output goes to `log` and comes back;
/// every half minute one line tells what it is at.
///
/// # Errors
/// A sentence when it does not start, and the output when it does not succeed.
pub(crate) fn run_quietly(command: &mut Command, log: &mut impl Write) -> Result<Vec<String>, Failed> {
    let mut lines = Vec::new();
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(
            |error| Failed {
                reason: format!("{} does not start: {error}", name(command)),
                lines: Vec::new(),
            },
        )?;
    let (sender, receiver) = mpsc::channel();
    send_lines(child.stdout.take(), sender.clone());
    send_lines(child.stderr.take(), sender);
    let begin = Instant::now();
    let mut last_sign = Instant::now();
    loop {
        match receiver.recv_timeout(HEARTBEAT) {
            Ok(line) => {
                // A log that cannot be written must not stop the tests.
                writeln!(log, "{line}").ok();
                lines.push(line);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
        if last_sign.elapsed() >= HEARTBEAT {
            last_sign = Instant::now();
            let at = lines.last().map_or("", |line| line.trim());
            println!("      {} s: {at}", begin.elapsed().as_secs());
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(lines),
        Ok(status) => Err(Failed { reason: format!("{} failed ({status})", name(command)), lines }),
        Err(error) => Err(Failed { reason: format!("{} was lost: {error}", name(command)), lines }),
    }
}

/// A command that did not succeed.
pub(crate) struct Failed {
    /// One sentence.
    pub(crate) reason: String,
    /// All it wrote.
    pub(crate) lines: Vec<String>,
}

fn send_lines(stream: Option<impl Read + Send + 'static>, sender: mpsc::Sender<String>) {
    let Some(stream) = stream else { return };
    std::thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            line.clear();
            if sender.send(text).is_err() {
                return;
            }
        }
    });
}

fn name(command: &Command) -> String {
    let mut words =
        vec![std::path::Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    format!("`{}`", words.join(" "))
}
