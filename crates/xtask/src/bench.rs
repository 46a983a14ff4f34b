//! `cargo xtask bench`: our engine beside others on the synthetic model of `bench/`, in one run.

use std::process::Command;

use crate::process::{cargo, run, run_quietly};
use crate::{Outcome, places, tools};

/// A budget of the design: what a row of the table may take.
struct Budget {
    row: &'static str,
    most: f64,
    what: &'static str,
}

const BUDGETS: [Budget; 6] = [
    Budget { row: "Steunwijzer engine", most: 30.0, what: "all verdicts, native, µs" },
    Budget { row: "Steunwijzer engine, wasm for size", most: 60.0, what: "all verdicts, wasm, µs" },
    Budget { row: "next question, wasm for size", most: 1000.0, what: "next question, wasm, µs" },
    Budget {
        row: "next question, real rules, wasm for size",
        most: 1000.0,
        what: "next question, real rules, wasm, µs",
    },
    Budget { row: "plan, wasm for size", most: 16_000.0, what: "plan of 10 hires and 5 needs, wasm, µs" },
    Budget {
        row: "size of wasm for size in kB brotli",
        most: 25.0,
        what: "engine and rules with decimals, kB brotli",
    },
];

/// A row of the table: name, figure, share of wrong verdicts.
struct Row {
    name: String,
    figure: f64,
    wrong: String,
}

/// Runs the comparison and prints one table, with the budgets that are met and not met.
///
/// # Errors
/// A sentence that names the contestant that could not be built or run.
pub(crate) fn run_all(_arguments: &[String]) -> Outcome {
    tools::ensure_wasm_target()?;
    tools::ensure_node()?;
    println!("building the contestants (the first time takes minutes)");
    let model = places::root().join("target/bench/model.txt");
    let node = places::root().join("bench/node");
    run(&mut bench_cargo(&["build", "--release", "--package=bench-native", "--package=bench-pack"]))?;
    for profile in ["web", "web-fast"] {
        let target = "--target=wasm32-unknown-unknown";
        let packages = ["--package=bench-wasm", "--package=bench-plan"];
        run(&mut bench_cargo(&[&["build", target, "--profile", profile][..], &packages].concat()))?;
        for module in ["bench_wasm", "bench_plan"] {
            run(Command::new(places::root().join("target/bench/release/bench-pack"))
                .arg(format!("target/bench/wasm32-unknown-unknown/{profile}/{module}.wasm"))
                .arg(format!("target/bench/{profile}"))
                .current_dir(places::root()))?;
        }
    }
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund", "--silent"]).current_dir(&node))?;

    println!("running; figures are medians, the machine may be noisy: compare within one run");
    let mut rows = Vec::new();
    let native = places::root().join("target/bench/release/bench-native");
    rows.extend(rows_of(Command::new(native).arg(&model))?);
    for (label, profile) in [("wasm for size", "web"), ("wasm for speed", "web-fast")] {
        let folder = places::root().join("target/bench").join(profile);
        for script in ["wasm.mjs", "plan.mjs"] {
            let timed = &mut Command::new("node");
            rows.extend(rows_of(timed.arg(script).arg(label).arg(&folder).current_dir(&node))?);
        }
    }
    for script in ["json-logic.mjs", "publicodes.mjs"] {
        rows.extend(rows_of(Command::new("node").arg(script).arg(&model).current_dir(&node))?);
    }
    print(&rows);
    Ok(())
}

fn bench_cargo(arguments: &[&str]) -> Command {
    let mut command = cargo(arguments);
    command.args(["--quiet", "--manifest-path=bench/Cargo.toml", "--target-dir=target/bench"]);
    command
}

fn rows_of(command: &mut Command) -> Result<Vec<Row>, String> {
    let lines = run_quietly(command, &mut std::io::sink())
        .map_err(|failed| format!("{}\n{}", failed.reason, failed.lines.join("\n")))?;
    Ok(lines.iter().filter_map(|line| row(line)).collect())
}

fn row(line: &str) -> Option<Row> {
    let mut parts = line.split(" | ");
    let (name, figure, wrong) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Row { name: name.to_owned(), figure: figure.parse().ok()?, wrong: wrong.to_owned() })
}

#[allow(clippy::float_arithmetic)] // ratios of times; no money
fn print(rows: &[Row]) {
    let table = rows.iter().find(|row| row.name.starts_with("table")).map_or(1.0, |row| row.figure);
    println!("\n{:<42} {:>12} {:>9} {:>8}", "", "µs (or kB)", "× table", "wrong %");
    for Row { name, figure, wrong } in rows {
        let ratio = if name.starts_with("size") { "-".to_owned() } else { format!("{:.1}", figure / table) };
        println!("{name:<42} {figure:>12.1} {ratio:>9} {wrong:>8}");
    }
    println!();
    for budget in &BUDGETS {
        let Some(row) = rows.iter().find(|row| row.name == budget.row) else { continue };
        let verdict = if row.figure <= budget.most { "met" } else { "NOT met" };
        println!("budget {:<42} {:>8.1} of {:>6.1}: {verdict}", budget.what, row.figure, budget.most);
    }
}
