//! Makes the folder of the npm package: `xtask-npm begin FOLDER`, then for each of the two modules
//! `xtask-npm module FOLDER NAME MODULE.wasm`.
//!
//! ```text
//! FOLDER/package/package.json, *.js, index.d.ts, README.md   those of crates/js/npm
//! FOLDER/package/glue/{advice,plan}.js                       what wasm-bindgen writes
//! FOLDER/package/files/                                      the modules, the words of each language
//! FOLDER/package/examples/, FOLDER/package/LICENSE
//! ```
//!
//! The glue is that of `wasm-pack build --target web`: the same library makes both. Its version is
//! that of `Cargo.lock`, so no tool has to be installed and none can disagree with the crate.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

/// What stopped it, as a sentence.
type Result<T> = std::result::Result<T, String>;

/// The folder that is packed; the packed file comes beside it.
const PACKAGE: &str = "package";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["begin", folder] => begin(Path::new(folder)),
        ["module", folder, name, module] => bind(Path::new(folder), name, Path::new(module)),
        _ => Err("usage: xtask-npm begin FOLDER | module FOLDER NAME MODULE.wasm".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("making the package failed: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Everything but the modules.
fn begin(folder: &Path) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let js = root.join("crates/js");
    // A file of an earlier build would be packed with the new ones.
    if folder.exists() {
        doing("emptying", folder, fs::remove_dir_all(folder))?;
    }
    let folder = &folder.join(PACKAGE);
    copy(&js.join("npm"), folder)?;
    copy(&js.join("examples"), &folder.join("examples"))?;
    let license = folder.join("LICENSE");
    doing("copying", &license, fs::copy(root.join("LICENSE"), &license))?;
    set_version(&folder.join("package.json"))?;
    let files = folder.join("files");
    doing("creating", &files, fs::create_dir_all(&files))?;
    let words = [
        ("words.nl.bin", steunwijzer_rules::WORDS_NL),
        ("words.en.bin", steunwijzer_rules::WORDS_EN),
        ("schemes.nl.bin", steunwijzer_rules::SCHEMES_NL),
        ("schemes.en.bin", steunwijzer_rules::SCHEMES_EN),
    ];
    for (name, bytes) in words {
        let place = files.join(name);
        doing("writing", &place, fs::write(&place, bytes))?;
    }
    Ok(())
}

/// A module without the names of functions, and its glue. The types are written by hand.
fn bind(folder: &Path, name: &str, module: &Path) -> Result<()> {
    let folder = folder.join(PACKAGE);
    let glue = folder.join("glue");
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&glue))
        .map_err(|error| format!("{}: {error:#}", module.display()))?;
    let (made, place) = (glue.join(format!("{name}_bg.wasm")), folder.join(format!("files/{name}.wasm")));
    doing("moving", &made, fs::rename(&made, &place))
}

/// Copies a folder with the folders in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    doing("creating", to, fs::create_dir_all(to))?;
    for entry in doing("listing", from, fs::read_dir(from))? {
        let path = doing("listing", from, entry)?.path();
        let place = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &place)?;
        } else {
            doing("copying", &path, fs::copy(&path, &place))?;
        }
    }
    Ok(())
}

/// The version of the package is that of the workspace.
fn set_version(file: &Path) -> Result<()> {
    let text = doing("reading", file, fs::read_to_string(file))?;
    let mut package: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    package.insert("version".to_owned(), env!("CARGO_PKG_VERSION").into());
    let text = serde_json::to_string_pretty(&package).map_err(|error| error.to_string())?;
    doing("writing", file, fs::write(file, text + "\n"))
}

/// Adds to an error of the file system what we were doing, and to which file.
fn doing<T>(what: &str, path: &Path, result: std::io::Result<T>) -> Result<T> {
    result.map_err(|error| format!("{what} {}: {error}", path.display()))
}
