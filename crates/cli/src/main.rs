//! `steunwijzer`: advice on the command line, and what a keeper of the rules needs.
//!
//! Exit code 1: a mistake in the rules, or a source that is gone. Exit code 2: a mistake in what was given.
//! Exit code 3: of many rows some could not be judged.

mod arguments;
mod batch;
mod calc;
mod cited;
mod commands;
mod diff;
mod edition;
mod failure;
mod links;
mod needed;
mod personas;
mod report;
mod site;
mod text;

use arguments::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(output) => print(&output),
        Err(Failure::Found(output)) => {
            print(&output);
            ExitCode::FAILURE
        }
        Err(Failure::SomeRows(output)) => {
            print(&output);
            ExitCode::from(3)
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.code())
        }
    }
}

/// The whole output of a command: nothing is printed before all of it is there.
fn run(arguments: &Arguments) -> Result<String, Failure> {
    let rules = arguments.rules.as_deref();
    match &arguments.command {
        Command::Check => commands::check(rules),
        Command::Test => commands::test(rules),
        Command::Schemes { form } => commands::schemes(rules, form),
        Command::Questions { form } => commands::questions(rules, form),
        Command::Advise { told, form } => commands::advise(rules, told, form),
        Command::Explain { scheme, told, form } => commands::explain(rules, scheme, told, form),
        Command::Ask { told, form } => commands::ask(rules, told, form),
        Command::Compare { told, changes, form } => commands::compare(rules, told, changes, form),
        Command::Report { as_on, form } => commands::report(rules, *as_on, form),
        Command::QuestionsNeeded { personas, form } => commands::questions_needed(rules, personas, form),
        Command::Municipal { lang } => commands::municipal(rules, *lang),
        Command::Diff { old, new, personas, form } => commands::diff(old, new, personas.as_deref(), form),
        Command::Links { asking, form } => commands::links(rules, asking, form),
        Command::Calc { name, values, as_on, form } => {
            commands::calc(rules, name.as_deref(), values, *as_on, form)
        }
        Command::Plan { told, form } => commands::plan(rules, told, form),
        Command::Paper { told, desk, lang } => commands::paper(rules, told, *desk, *lang),
        Command::Verdicts { told, lang } => commands::verdicts(rules, told, *lang),
        Command::Deadlines { told, lang } => commands::deadlines(rules, told, *lang),
        Command::Dossier { file, form } => commands::dossier(rules, file, form),
        Command::Batch(wanted) => batch::batch(rules, wanted),
        Command::BatchExample(wanted) => batch::batch_example(rules, wanted),
        Command::Site { out, base, as_on } => site::site(rules, out, base.as_ref(), *as_on),
        Command::Export { file } => commands::export(rules, file),
    }
}

fn print(output: &str) -> ExitCode {
    // A reader that stops early (`| head`) is no failure of ours.
    match std::io::stdout().lock().write_all(output.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            eprintln!("cannot write: {error}");
            ExitCode::FAILURE
        }
        Ok(()) | Err(_) => ExitCode::SUCCESS,
    }
}
