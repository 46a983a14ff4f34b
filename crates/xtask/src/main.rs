//! The project's own commands, started as `cargo xtask …`.
//!
//! This crate has no dependencies on purpose: it compiles in seconds, also when a rule
//! file or another crate is broken. The heavy part of building the site sits in
//! `crates/xtask/pack` and runs as a program of its own.

mod bench;
mod counts;
mod dist;
mod editors;
mod hosting;
mod npm;
mod places;
mod process;
mod remap;
mod serve;
mod server;
mod site;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port 8080] [--open no] [--no-build] [--log]
               build the site and serve it on 127.0.0.1 (port 0: any free port)
  build        build the site into target/site
  npm          build the npm package into target/npm
  test         format, lints, tests, rule files, site, browser: everything
  dist [--twice | --no-build | --again]
               make all that is handed out into target/dist; --twice: also from a copy, and compare;
               --no-build: from the site that is there; --again: so, twice, and compare
  size         build, then measure bytes and times of a first visit
  bench        measure the engine beside other engines
  schema [--check]
               write the JSON Schemas of rule files for editors, or check that they are up to date
  new-scheme ID --kind KIND [--subject S] [--place GM0000]
               begin the file of a new scheme: docs/regels-schrijven.md";

/// What a command gives back: nothing, or a sentence for the person who typed it.
pub(crate) type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let (command, rest) = arguments.split_first().ok_or(USAGE)?;
    match command.as_str() {
        "serve" => serve::run(rest),
        "build" => without_arguments(rest).and_then(|()| site::build()),
        "npm" => without_arguments(rest).and_then(|()| npm::build()),
        "test" => without_arguments(rest).and_then(|()| test::run()),
        "dist" => dist::run_all(rest),
        "size" => without_arguments(rest).and_then(|()| size::run()),
        "bench" => bench::run_all(rest),
        "schema" | "new-scheme" => editors::run(command, rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("no command `{other}`\n\n{USAGE}")),
    }
}

fn without_arguments(rest: &[String]) -> Outcome {
    match rest.first() {
        None => Ok(()),
        Some(extra) => Err(format!("this command takes no `{extra}`\n\n{USAGE}")),
    }
}
