//! The files of a folder of rules.

use crate::diagnostic::File;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// All TOML files below a folder, in the order of their paths.
///
/// # Errors
/// If the folder or one of its files cannot be read, or is not UTF-8.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<Arc<File>>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|a: &Arc<File>, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Arc<File>>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{prefix}{}", name.to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if entry.path().extension().is_some_and(|extension| extension == "toml") {
            let text = fs::read_to_string(entry.path())?;
            files.push(Arc::new(File { path, text }));
        }
    }
    Ok(())
}
