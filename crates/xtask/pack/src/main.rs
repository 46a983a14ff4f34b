//! Packs the site: `xtask-pack MODULE.wasm FOLDER`.
//!
//! ```text
//! FOLDER/index.html            the page, its start screen already in it
//! FOLDER/sw.js                 the service worker: it keeps exactly these files
//! FOLDER/steunwijzer-<hash>.js   the box for somebody else's page, and embed.json about it
//! FOLDER/kader.html            the page for a frame, and steunwijzer-kader-<hash>.js for its host
//! FOLDER/assets-<hash>/…       module, glue, styles, words; the name changes with the contents
//! ```
//!
//! Every file has a brotli twin. Its version of wasm-bindgen is that of `Cargo.lock`, so
//! no tool has to be installed and none can disagree with the crate.

mod compress;
mod content;
mod embed;
mod frame;
mod templates;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

/// What stopped the packing, as a sentence.
type Result<T> = std::result::Result<T, String>;

/// Files of `web/static` that get their own place in the site.
const TEMPLATES: [&str; 4] = ["index.html", frame::PAGE, "sw.js", "content-security-policy.txt"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("usage: xtask-pack MODULE.wasm FOLDER");
        return ExitCode::FAILURE;
    };
    match pack(Path::new(module), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("packing failed: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn pack(module: &Path, folder: &Path) -> Result<()> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../web/static");
    // A file of an earlier build would be served, and kept for offline, beside the new ones.
    if folder.exists() {
        doing("emptying", folder, fs::remove_dir_all(folder))?;
    }
    let unnamed = folder.join("assets");
    doing("creating", &unnamed, fs::create_dir_all(&unnamed))?;
    bind(module, &unnamed)?;
    copy_static(&sources, &unnamed)?;
    for (name, words) in content::words() {
        let path = unnamed.join(name);
        doing("writing", &path, fs::write(&path, words))?;
    }
    let names = file_names(&unnamed)?;
    let hash = hash_of(&unnamed, &names)?;
    let assets = templates::Assets { folder: format!("assets-{hash}"), names };
    let named = folder.join(&assets.folder);
    doing("naming", &unnamed, fs::rename(&unnamed, named))?;

    let template = |name: &str| {
        let path = sources.join(name);
        doing("reading", &path, fs::read_to_string(&path))
    };
    let policy = template("content-security-policy.txt")?;
    let start = content::start_page();
    let frame = frame::write(&sources, folder, &assets, policy.trim())?;
    let element = embed::write(&sources, folder, &assets, &frame)?;
    let values = [
        ("policy", policy.trim()),
        ("start", &start),
        ("element", &element.to_string()),
        ("frame", &frame.to_string()),
    ];
    let page = templates::page(&template("index.html")?, &assets, &values)?;
    let worker = templates::worker(&template("sw.js")?, &assets, &page)?;
    for (name, text) in [("index.html", page), ("sw.js", worker)] {
        let path = folder.join(name);
        doing("writing", &path, fs::write(&path, text))?;
    }
    compress::folder(folder)
}

/// The module for the browser, without the names of functions, and its JavaScript glue.
fn bind(module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("app")
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| format!("{}: {error:#}", module.display()))
}

/// The parts of the stylesheet, in the order of their names.
const STYLES: &str = "styles";

/// The parts of the script that starts the page from a server; the page as one file has another end.
const START: [&str; 2] = ["start/common.js", "start/served.js"];

fn copy_static(from: &Path, to: &Path) -> Result<()> {
    let parts = file_names(&from.join(STYLES))?;
    join(from, parts.iter().map(|name| format!("{STYLES}/{name}")), &to.join("styles.css"))?;
    join(from, START.iter().map(|&name| name.to_owned()), &to.join("start.js"))?;
    for name in file_names(from)? {
        if !TEMPLATES.contains(&name.as_str()) {
            let source = from.join(&name);
            doing("copying", &source, fs::copy(&source, to.join(&name)))?;
        }
    }
    Ok(())
}

/// Writes files, one behind the other, as one.
fn join(from: &Path, names: impl Iterator<Item = String>, to: &Path) -> Result<()> {
    let mut whole = Vec::new();
    for name in names {
        let part = from.join(name);
        whole.extend(doing("reading", &part, fs::read(&part))?);
    }
    doing("writing", to, fs::write(to, whole))
}

/// Names of the files in a folder, sorted so that two builds are equal.
fn file_names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in doing("listing", folder, fs::read_dir(folder))? {
        let entry = doing("listing", folder, entry)?;
        if entry.path().is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// A short name for the contents of these files.
fn hash_of(folder: &Path, names: &[String]) -> Result<String> {
    let mut all = Vec::new();
    for name in names {
        let path = folder.join(name);
        all.extend_from_slice(name.as_bytes());
        all.extend(doing("reading", &path, fs::read(&path))?);
    }
    Ok(templates::short_hash(&all))
}

/// Adds to an error of the file system what we were doing, and to which file.
pub(crate) fn doing<T>(what: &str, path: &Path, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| format!("{what} {}: {error}", path.display()))
}
