//! The files of a folder.

use std::fs;
use std::path::Path;

use crate::{Result, doing};

/// All files in a folder and the folders in it: names with `/`, in order, and contents.
pub(crate) fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    for entry in doing("listing", folder, fs::read_dir(folder))? {
        let path = doing("listing", folder, entry)?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = doing("reading", &path, fs::read(&path))?;
            files.push((name, bytes));
        }
    }
    Ok(())
}
