//! `cargo xtask size`: what a first visit costs, in bytes and in time, against the budgets.
//!
//! A kB is 1,000 bytes. The compressed files are those that are served: brotli at its
//! highest quality, written by the build.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::process::{self, run_quietly};
use crate::{Outcome, places, site, tools};

/// The wasm of the page, rule logic included.
const WASM_BUDGET: u64 = 150_000;
/// All files of a first visit with the Dutch texts.
const FIRST_LOAD_BUDGET: u64 = 250_000;

/// Sizes of one served file, in bytes.
struct File {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Builds the site and prints its sizes.
///
/// # Errors
/// When the build fails, a file is missing, or a budget is not met.
pub(crate) fn run() -> Outcome {
    site::build()?;
    let files = measure(&places::site())?;
    println!("\n{:<28} {:>12} {:>12}", "file", "raw", "brotli");
    for file in &files {
        let (raw, brotli) = (kilobytes(file.raw), kilobytes(file.brotli));
        println!("{:<28} {raw:>12} {brotli:>12}", file.name);
    }
    let sum = |wanted: &dyn Fn(&File) -> bool| -> u64 {
        files.iter().filter(|file| wanted(file)).map(|file| file.brotli).sum()
    };
    let wasm = sum(&|file| file.name.ends_with(".wasm"));
    let early =
        sum(&|file| is_first_load(file) && !["schemes.nl.bin", "sw.js"].contains(&file.name.as_str()));
    let dutch = sum(&is_first_load);
    let all = sum(&is_of_page);
    println!();
    let met = [
        judge("wasm of the page, rule logic included", wasm, WASM_BUDGET),
        judge("first load with the Dutch texts", dutch, FIRST_LOAD_BUDGET),
    ];
    println!("of which before the first question can be answered: {}", kilobytes(early));
    println!("all files of the page, which load before it is ready: {}", kilobytes(all));
    let sizes = if met.contains(&false) { Err("A budget is NOT met.".to_owned()) } else { Ok(()) };
    println!();
    speed().and(sizes)
}

/// Times of a first visit on a slow line, taken in a browser where there is one.
fn speed() -> Outcome {
    let tools = tools::ensure_node().and_then(|()| tools::find_chromium());
    let chromium = match tools {
        Ok(chromium) => chromium,
        Err(missing) => {
            println!("Speed is not measured. {missing}");
            return Ok(());
        }
    };
    run_quietly(&mut tools::browser_packages(), &mut std::io::sink()).map_err(|failed| failed.reason)?;
    process::run(
        Command::new("node").arg("speed.mjs").env("CHROMIUM", chromium).current_dir(places::browser_tests()),
    )
}

/// Whether the page itself loads a file: not what only other sites show.
fn is_of_page(file: &File) -> bool {
    let elsewhere = ["steunwijzer-", "kader.", "embed.json"];
    !elsewhere.iter().any(|begin| file.name.starts_with(begin))
}

/// Whether a file belongs to the first load: not the other language, nor the civil servant's side.
fn is_first_load(file: &File) -> bool {
    is_of_page(file) && !file.name.ends_with(".en.bin") && !file.name.starts_with("municipal.")
}

fn judge(what: &str, bytes: u64, budget: u64) -> bool {
    let met = bytes <= budget;
    let word = if met { "met" } else { "NOT met" };
    let (bytes, budget) = (kilobytes(bytes), kilobytes(budget));
    println!("{what}: {bytes} of {budget} brotli: {word}");
    met
}

/// Every file of the site with its compressed twin, largest first.
fn measure(folder: &Path) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    collect(folder, "", &mut files).map_err(|error| format!("cannot measure the site: {error}"))?;
    files.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<File>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let own_name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{own_name}");
        if path.is_dir() {
            // The folder of hashed files: its name says nothing to a reader.
            collect(&path, prefix, files)?;
        } else if !name.ends_with(".br") {
            let raw = fs::metadata(&path)?.len();
            let brotli = fs::metadata(folder.join(format!("{own_name}.br")))?.len();
            files.push(File { name, raw, brotli });
        }
    }
    Ok(())
}

/// Bytes as kilobytes with one decimal, rounded half up.
fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn kilobytes_are_thousands_rounded_half_up() {
        assert_eq!(kilobytes(0), "0.0 kB");
        assert_eq!(kilobytes(1_949), "1.9 kB");
        assert_eq!(kilobytes(1_950), "2.0 kB");
        assert_eq!(kilobytes(150_000), "150.0 kB");
    }
}
