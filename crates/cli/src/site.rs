//! `site`: the static pages and the open data in a folder.

use crate::edition;
use crate::failure::Failure;
use std::fs;
use std::path::Path;
use steunwijzer_engine::date::Date;
use steunwijzer_site::{Base, Options, site as make};

/// Folders of an earlier run that are replaced as a whole. Open data of other editions stays.
const REPLACED: [&str; 4] = ["nl", "en", "pages", "data/latest"];

/// A file that only this command writes: where it is, the folders are ours.
const OURS: &str = "pages/site.css";

/// Writes the site and says what it wrote.
pub(crate) fn site(
    rules: Option<&Path>,
    out: &Path,
    base: Option<&Base>,
    as_on: Option<Date>,
) -> Result<String, Failure> {
    refuse_foreign(out)?;
    let edition = edition::load(rules)?;
    let as_on = as_on.unwrap_or(edition.rulebook.edition.date);
    let site = make(&edition, &Options { base: base.cloned(), as_on });
    clear(out)?;
    let mut bytes = 0;
    for (path, content) in &site.files {
        let file = out.join(path);
        let folder = file.parent().unwrap_or(out);
        fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        fs::write(&file, content).map_err(|error| Failure::file(&file, &error))?;
        bytes += content.len();
    }
    let missing = match base {
        Some(_) => "",
        None => "without --base: no canonical links, no sitemap; links name index.html\n",
    };
    let (pages, files, size, out) = (site.pages, site.files.len(), bytes / 1_000_000, out.display());
    Ok(format!("{pages} pages, {files} files in all, {size} MB, in {out}\n{missing}"))
}

/// Refuses to write over the folders of somebody else.
fn refuse_foreign(out: &Path) -> Result<(), Failure> {
    let foreign = REPLACED.iter().map(|name| out.join(name)).find(|folder| folder.exists());
    match foreign.filter(|_| !out.join(OURS).is_file()) {
        Some(folder) => {
            let folder = folder.display();
            Err(Failure::Input(format!("{folder} was not written by this command: name another --out")))
        }
        None => Ok(()),
    }
}

/// Takes away the pages and sitemaps of an earlier run.
fn clear(out: &Path) -> Result<(), Failure> {
    for folder in REPLACED.iter().map(|name| out.join(name)).filter(|folder| folder.exists()) {
        fs::remove_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    }
    for entry in fs::read_dir(out).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("sitemap") && name.ends_with(".xml") {
            fs::remove_file(entry.path()).map_err(|error| Failure::file(&entry.path(), &error))?;
        }
    }
    Ok(())
}
