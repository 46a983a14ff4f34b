//! The files of the small valid rulebook in `tests/rulebook/`.

use std::path::Path;
use std::sync::Arc;
use std::{fs, io};
use steunwijzer_compiler::diagnostic::File;

/// All its files, sorted by path.
pub(crate) fn rulebook() -> io::Result<Vec<Arc<File>>> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rulebook"), "")
}

fn files(folder: &Path, prefix: &str) -> io::Result<Vec<Arc<File>>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path(), &format!("{path}/"))?);
        } else {
            found.push(Arc::new(File { path, text: fs::read_to_string(entry.path())? }));
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}
