//! `cargo xtask dist`: everything that is handed out, the same bytes every time.
//!
//! What is made of files alone is made here; what needs a library (zip, checksums, the page as one
//! file, licences) sits in `crates/xtask/dist` and runs as a program of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::process::{cargo, run, run_quietly};
use crate::{Outcome, hosting, places, site, tools};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Runs the command.
///
/// # Errors
/// A sentence that names the step that failed, or the files that differ.
pub(crate) fn run_all(arguments: &[String]) -> Outcome {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let folder = places::root().join("target/dist");
    match arguments.as_slice() {
        [] => build().and_then(|()| make(&places::site(), &folder)),
        ["--no-build"] => make(&places::site(), &folder),
        ["--again"] => again(&folder),
        ["--twice"] => twice(&folder),
        _ => Err("dist takes --no-build, --again, --twice, or nothing".to_owned()),
    }
}

/// Compiles and packs what the artefacts are made of.
fn build() -> Outcome {
    site::build()?;
    run(cargo(&["xtask", "npm"]).env("SOURCE_DATE_EPOCH", epoch(&edition_date()?)?.to_string()))
}

/// Makes all artefacts from a site, and from the npm package that is there, into a folder.
fn make(site: &Path, folder: &Path) -> Outcome {
    if folder.exists() {
        doing("emptying", folder, fs::remove_dir_all(folder))?;
    }
    let own_site = folder.join("site");
    copy_folder(site, &own_site, &[])?;
    static_pages(&own_site)?;
    settings(folder)?;
    npm_package(folder)?;
    bill_of_materials(folder)?;
    let licence = places::root().join("LICENSE");
    doing("copying", &licence, fs::copy(&licence, folder.join("LICENSE")))?;
    println!("packing what is handed out");
    let mut program = cargo(&["run", "--quiet", "--package", "xtask-dist", "--"]);
    run(program.arg(folder).args([VERSION, &edition_date()?]))?;
    println!("everything is in {}", folder.display());
    Ok(())
}

/// Makes everything once more from the wasm and the npm package that are there, and compares: the cheap
/// half of [`twice`], without compiling.
fn again(first: &Path) -> Outcome {
    let (site, second) = (places::root().join("target/again/site"), places::root().join("target/again/dist"));
    make(&places::site(), first)?;
    run(&mut site::pack(&site))?;
    make(&site, &second)?;
    compare(first, &second)
}

/// Makes everything here, and once more from a copy of the sources in another folder with a `target`
/// of its own, and compares.
fn twice(first: &Path) -> Outcome {
    build()?;
    make(&places::site(), first)?;
    let copy = places::root().join("target/twice");
    if copy.exists() {
        doing("emptying", &copy, fs::remove_dir_all(&copy))?;
    }
    copy_folder(places::root(), &copy, &["target", "node_modules", ".git"])?;
    println!("once more from {}", copy.display());
    let mut second = cargo(&["xtask", "dist"]);
    run(second.current_dir(&copy).env(places::TOOLS, places::tools()))?;
    compare(first, &copy.join("target/dist"))
}

fn compare(first: &Path, second: &Path) -> Outcome {
    let sums = |folder: &Path| {
        let path = folder.join("SHA256SUMS");
        doing("reading", &path, fs::read_to_string(&path))
    };
    let (first, second) = (sums(first)?, sums(second)?);
    let in_one = |own: &str, other: &str| -> Vec<String> {
        own.lines().filter(|line| !other.lines().any(|known| known == *line)).map(str::to_owned).collect()
    };
    let differences = [in_one(&first, &second), in_one(&second, &first)].concat();
    if !differences.is_empty() {
        return Err(format!("the second time gave other files:\n{}", differences.join("\n")));
    }
    println!("{} files, the same bytes twice", first.lines().count());
    Ok(())
}

/// The pages that need no script, into the site beside the page.
fn static_pages(site: &Path) -> Outcome {
    println!("writing the pages that need no script");
    let mut command = cargo(&["run", "--quiet", "--package", "steunwijzer", "--", "site", "--out"]);
    run(command.arg(site))
}

/// The npm package that [`build`] made.
fn npm_package(folder: &Path) -> Outcome {
    let made = places::npm();
    let mut found = false;
    for entry in doing("listing", &made, fs::read_dir(&made))? {
        let path = doing("listing", &made, entry)?.path();
        if path.extension().is_some_and(|end| end == "tgz") {
            let name = path.file_name().unwrap_or_default();
            doing("copying", &path, fs::copy(&path, folder.join(name)))?;
            found = true;
        }
    }
    if found { Ok(()) } else { Err("there is no npm package: `cargo xtask npm`".to_owned()) }
}

/// The settings for the servers of others.
fn settings(folder: &Path) -> Outcome {
    let site = folder.join("site");
    let mut entries = Vec::new();
    for entry in doing("listing", &site, fs::read_dir(&site))? {
        let path = doing("listing", &site, entry)?.path();
        let slash = if path.is_dir() { "/" } else { "" };
        entries.push(format!("{}{slash}", path.file_name().unwrap_or_default().to_string_lossy()));
    }
    entries.sort();
    let beside = folder.join("hosting");
    doing("creating", &beside, fs::create_dir_all(&beside))?;
    let within = hosting::in_the_site(&entries).map(|(name, text)| (site.join(name), text));
    let beside = hosting::beside_the_site().map(|(name, text)| (beside.join(name), text));
    for (path, text) in within.into_iter().chain(beside) {
        doing("writing", &path, fs::write(&path, text))?;
    }
    Ok(())
}

/// The bill of materials of the page (CycloneDX 1.5). The tool writes one beside every manifest;
/// that of the page is kept.
fn bill_of_materials(folder: &Path) -> Outcome {
    const NAME: &str = "steunwijzer-bill-of-materials";
    let tool = tools::ensure_cyclonedx()?;
    let mut command = Command::new(tool);
    command
        .args(["cyclonedx", "--manifest-path=web/app/Cargo.toml", "--format=json", "--spec-version=1.5"])
        .args(["--target=wasm32-unknown-unknown", "--no-build-deps", "--override-filename", NAME])
        .env("SOURCE_DATE_EPOCH", epoch(&edition_date()?)?.to_string())
        .current_dir(places::root());
    let ended = run_quietly(&mut command, &mut std::io::sink());
    let written = places::root().join(format!("web/app/{NAME}.json"));
    let kept = folder.join("steunwijzer.cdx.json");
    let copied = doing("copying", &written, fs::copy(&written, &kept));
    remove_named(&places::root().join("crates"), &format!("{NAME}.json"))?;
    remove_named(&places::root().join("web"), &format!("{NAME}.json"))?;
    ended.map_err(|failed| format!("{}\n{}", failed.reason, failed.lines.join("\n")))?;
    copied.map(|_| ())
}

fn remove_named(folder: &Path, name: &str) -> Outcome {
    for entry in doing("listing", folder, fs::read_dir(folder))? {
        let path = doing("listing", folder, entry)?.path();
        if path.is_dir() {
            remove_named(&path, name)?;
        } else if path.ends_with(name) {
            doing("removing", &path, fs::remove_file(&path))?;
        }
    }
    Ok(())
}

/// The day of the edition, as `rules/edition.toml` has it: the time of everything in an artefact.
fn edition_date() -> Result<String, String> {
    let path = places::root().join("rules/edition.toml");
    let text = doing("reading", &path, fs::read_to_string(&path))?;
    let line = text.lines().find_map(|line| line.strip_prefix("date = "));
    line.map(|date| date.trim().to_owned()).ok_or_else(|| format!("{} has no date", path.display()))
}

/// Seconds from 1970 to the midnight at which a day begins.
fn epoch(date: &str) -> Result<i64, String> {
    let parts: Vec<i64> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    let [year, month, day] = parts.as_slice() else { return Err(format!("`{date}` is no day")) };
    // Years that begin in March: the day that comes and goes is then the last.
    let (year, month) = if *month > 2 { (*year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469;
    Ok(days * 86_400)
}

/// Copies a folder, but not what bears one of these names.
fn copy_folder(from: &Path, to: &Path, without: &[&str]) -> Outcome {
    doing("creating", to, fs::create_dir_all(to))?;
    for entry in doing("listing", from, fs::read_dir(from))? {
        let path: PathBuf = doing("listing", from, entry)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if without.contains(&name.as_str()) {
            continue;
        }
        let target = to.join(&name);
        if path.is_dir() {
            copy_folder(&path, &target, without)?;
        } else {
            doing("copying", &path, fs::copy(&path, &target))?;
        }
    }
    Ok(())
}

/// Adds to an error of the file system what we were doing, and to which file.
fn doing<T>(what: &str, path: &Path, result: std::io::Result<T>) -> Result<T, String> {
    result.map_err(|error| format!("{what} {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{edition_date, epoch};

    #[test]
    fn a_day_is_so_many_seconds_after_1970() {
        assert_eq!(epoch("1970-01-01"), Ok(0));
        assert_eq!(epoch("2000-02-29"), Ok(951_782_400));
        assert_eq!(epoch("2026-11-21"), Ok(1_795_219_200));
        assert!(epoch("morgen").is_err());
    }

    #[test]
    fn the_edition_has_a_day() {
        assert!(epoch(&edition_date().unwrap()).unwrap() > 1_700_000_000);
    }
}
