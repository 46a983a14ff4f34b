//! What can be typed.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_engine::date::Date;

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

fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day that exists as year-month-day, such as 2026-11-21".to_owned())
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|_| "write nl or en".to_owned())
}
