//! What can be typed.

use crate::batch::{Batch, Example};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::date::Date;
use steunwijzer_site::Base;

/// Which help fits a social enterprise, judged by dated rules.
#[derive(Debug, Parser)]
#[command(name = "steunwijzer", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    /// The rules: a folder, or a file written by `export`. Without it: `rules` in this folder or
    /// one above it.
    #[arg(long, global = true, value_name = "DIR|FILE")]
    pub(crate) rules: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Looks for mistakes in the rules; exit code 1 if there are any.
    Check,
    /// Runs the worked cases in the rules; exit code 1 if one fails.
    Test,
    /// Lists every scheme.
    Schemes {
        #[command(flatten)]
        form: Form,
    },
    /// Lists every question, with what may be answered.
    Questions {
        #[command(flatten)]
        form: Form,
    },
    /// Judges every scheme for the answers in a file.
    Advise {
        #[command(flatten)]
        told: Told,
        #[command(flatten)]
        form: Form,
    },
    /// Shows everything about one scheme for the answers in a file.
    Explain {
        /// The id of the scheme.
        scheme: String,
        #[command(flatten)]
        told: Told,
        #[command(flatten)]
        form: Form,
    },
    /// Lists the open questions, the most useful first, with the reason.
    Ask {
        #[command(flatten)]
        told: Told,
        #[command(flatten)]
        form: Form,
    },
    /// Shows which verdicts and amounts differ when answers are replaced.
    Compare {
        #[command(flatten)]
        told: Told,
        /// The answers to replace, such as `org.legal_form=bv` or `hires[0].hours=28`.
        #[arg(required = true, value_name = "KEY=VALUE")]
        changes: Vec<String>,
        #[command(flatten)]
        form: Form,
    },
    /// Counts what the rules cover and how fresh they are.
    Report {
        /// The day for which freshness is judged. Without it: today in the Netherlands.
        #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = day)]
        as_on: Option<Date>,
        #[command(flatten)]
        form: Form,
    },
    /// Says what changed between two editions, and for whom it matters.
    Diff {
        /// The older edition: a folder of rules, or a file written by `export`.
        old: PathBuf,
        /// The newer edition.
        new: PathBuf,
        /// A folder with personas, as tests/scenarios/README.md describes them: verdicts that
        /// differ are listed.
        #[arg(long, value_name = "DIR")]
        personas: Option<PathBuf>,
        #[command(flatten)]
        form: Form,
    },
    /// Asks every source and address of the rules whether it is still there; exit code 1 if one is
    /// gone. One request at a time for each host.
    Links {
        #[command(flatten)]
        asking: Asking,
        #[command(flatten)]
        form: Form,
    },
    /// Measures how many questions invented visitors need until their verdicts are settled: in the
    /// order of the form, and with the most useful question each time.
    QuestionsNeeded {
        /// A folder with personas, as tests/scenarios/README.md describes them.
        #[arg(default_value = "tests/scenarios")]
        personas: PathBuf,
        #[command(flatten)]
        form: Form,
    },
    /// Prints the civil servant's side: roles, intake, support without money, procurement, policy.
    Municipal {
        /// The language: nl or en.
        #[arg(long, default_value = "nl", value_parser = lang)]
        lang: Lang,
    },
    /// Works out one sum, such as a wage-cost subsidy or a loan. Without a name: lists the
    /// calculators with their keys.
    Calc {
        /// The name of the calculator.
        name: Option<String>,
        /// What to reckon with, such as `hire.hours=28` or `received_aid[0].amount=5000`.
        #[arg(value_name = "KEY=VALUE")]
        values: Vec<String>,
        /// The day for which everything is reckoned. Without it: today in the Netherlands.
        #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = day)]
        as_on: Option<Date>,
        #[command(flatten)]
        form: Form,
    },
    /// Works out the money plan for the answers in a file: hires, cash flow, the finance of each need,
    /// room for aid.
    Plan {
        #[command(flatten)]
        told: Told,
        #[command(flatten)]
        form: Form,
    },
    /// Prints the two-page advice as text.
    Paper {
        #[command(flatten)]
        told: Told,
        /// With what the municipality can do, as from the desk.
        #[arg(long)]
        desk: bool,
        /// The language: nl or en.
        #[arg(long, default_value = "nl", value_parser = lang)]
        lang: Lang,
    },
    /// Prints the verdicts as a table for a spreadsheet (CSV): a row for each scheme and subject.
    Verdicts {
        #[command(flatten)]
        told: Told,
        /// The language: nl (semicolons, decimal comma) or en (commas, decimal point).
        #[arg(long, default_value = "nl", value_parser = lang)]
        lang: Lang,
    },
    /// Prints the days that matter as a calendar (iCalendar, RFC 5545).
    Deadlines {
        #[command(flatten)]
        told: Told,
        /// The language: nl or en.
        #[arg(long, default_value = "nl", value_parser = lang)]
        lang: Lang,
    },
    /// Opens a dossier and says what changed since it was saved, and for which verdict.
    Dossier {
        /// A file that the page saved, see docs/dossier.md, or a file with answers. `-` reads standard
        /// input.
        file: PathBuf,
        #[command(flatten)]
        form: Form,
    },
    /// Judges many organisations: verdicts and amounts for each row of a file. Exit code 3 if some rows
    /// could not be judged: they stand in a file of their own, with line and reason.
    Batch(Batch),
    /// Writes invented organisations as a file for `batch`.
    BatchExample(Example),
    /// Writes the static pages (a page for every scheme, question, kind, municipality and source, in
    /// both languages), the feed of changes and the open data.
    Site {
        /// The folder to write in; other files in it stay.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Where the folder will stand on the web, such as https://example.org/steun/. Without it
        /// there are no canonical links and no sitemap, and the pages also work from a disk.
        #[arg(long, value_name = "ADDRESS")]
        base: Option<Base>,
        /// The day for which freshness is judged. Without it: the day of the edition.
        #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = day)]
        as_on: Option<Date>,
    },
    /// Writes the rules as one file that `--rules` takes.
    Export {
        /// The file to write.
        file: PathBuf,
    },
}

/// What was answered, and for which day.
#[derive(Debug, Args)]
pub(crate) struct Told {
    /// A file with answers: one JSON object, see docs/answers.md. `-` reads standard input.
    pub(crate) answers: PathBuf,
    /// The day for which everything is judged. Without it: today in the Netherlands.
    #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = day)]
    pub(crate) as_on: Option<Date>,
}

/// How addresses are asked.
#[derive(Debug, Args)]
pub(crate) struct Asking {
    /// How many seconds one request may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub(crate) timeout: u64,
    /// How many seconds lie between two requests to one host.
    #[arg(long, value_name = "SECONDS", default_value_t = 1, value_parser = clap::value_parser!(u64).range(0..=60))]
    pub(crate) pause: u64,
    /// The most addresses of one host that are asked; the others are listed.
    #[arg(long, value_name = "NUMBER", default_value_t = 500)]
    pub(crate) per_host: usize,
    /// Only the addresses of this source or scheme.
    #[arg(long, value_name = "ID")]
    pub(crate) only: Option<String>,
}

/// How the output looks.
#[derive(Debug, Args)]
pub(crate) struct Form {
    /// The language: nl or en.
    #[arg(long, default_value = "nl", value_parser = lang)]
    pub(crate) lang: Lang,
    /// As JSON; for an advice as described by docs/advice.schema.json.
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day that exists as year-month-day, such as 2026-11-21".to_owned())
}

pub(crate) fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|_| "write nl or en".to_owned())
}
