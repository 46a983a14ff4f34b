//! Makes what is handed out: `xtask-dist FOLDER VERSION DATE`.
//!
//! `FOLDER/site` and whatever other artefacts lie in the folder are there already. Beside them come
//!
//! ```text
//! steunwijzer-enkel-bestand.html   the whole page as one file
//! LICENSES.txt                     the licences of all that the page is made of
//! steunwijzer-VERSION.zip          the site, the one file, how to host it
//! sri.txt                          the integrity of every script, style and module
//! SHA256SUMS                       every file
//! ```
//!
//! The same folder gives the same bytes: all files in the order of their names, all times those of
//! `DATE`, the day of the edition.

mod archive;
mod folder;
mod licences;
mod sbom;
mod single;
mod sums;
mod traces;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What stopped it, as a sentence.
type Result<T> = std::result::Result<T, String>;

/// The page as one file.
const SINGLE: &str = "steunwijzer-enkel-bestand.html";
const LICENCES: &str = "LICENSES.txt";

/// What stands beside the site in the archive, besides what is made here.
const TEXTS: [(&str, &str); 2] = [
    ("LEESMIJ.txt", include_str!("../texts/LEESMIJ.txt")),
    ("README.txt", include_str!("../texts/README.txt")),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, version, date] = arguments.as_slice() else {
        eprintln!("usage: xtask-dist FOLDER VERSION DATE");
        return ExitCode::FAILURE;
    };
    match make(Path::new(folder), version, date) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("making the artefacts failed: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn make(folder: &Path, version: &str, date: &str) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let site = folder.join("site");
    write(folder, SINGLE, single::page(&site, &root.join("web/static/start"))?.as_bytes())?;
    write(folder, LICENCES, licences::listing(&root)?.as_bytes())?;
    sbom::finish(folder, &root)?;
    let of_the_site = folder::files(&site)?.into_iter();
    // Whoever opens the archive sees the page that can be opened from there, not that of the site.
    let mut files: Vec<_> = of_the_site.map(|(name, bytes)| (format!("site/{name}"), bytes)).collect();
    for name in [SINGLE, LICENCES, "LICENSE", "hosting/nginx.conf", "hosting/Caddyfile"] {
        let path = folder.join(name);
        files.push((name.to_owned(), doing("reading", &path, fs::read(&path))?));
    }
    files.extend(TEXTS.map(|(name, text)| (name.to_owned(), text.replace('\n', "\r\n").into_bytes())));
    let name = format!("steunwijzer-{version}");
    write(folder, &format!("{name}.zip"), &archive::zip(&name, &files, date)?)?;
    traces::refuse(&folder::files(folder)?, &root)?;
    write(folder, "sri.txt", sums::integrity(&folder::files(folder)?).as_bytes())?;
    write(folder, sums::FILE, sums::checksums(&folder::files(folder)?).as_bytes())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    doing("writing", &path, fs::write(&path, bytes))
}

/// Adds to an error of the file system what we were doing, and to which file.
fn doing<T>(what: &str, path: &Path, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| format!("{what} {}: {error}", path.display()))
}
