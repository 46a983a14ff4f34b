//! No artefact tells where it was built.

use std::path::{Path, PathBuf};

use crate::{Result, doing};

/// Refuses files that hold the path of the repository or of cargo's folder.
pub(crate) fn refuse(files: &[(String, Vec<u8>)], root: &Path) -> Result<()> {
    let mut folders = vec![doing("finding", root, std::fs::canonicalize(root))?];
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    folders.extend(std::env::var_os("CARGO_HOME").map(PathBuf::from).or(home));
    for folder in &folders {
        let folder = folder.to_string_lossy();
        if let Some((name, _)) = files.iter().find(|(_, bytes)| holds(bytes, &format!("{folder}/"))) {
            return Err(format!("{name} tells that it was made in {folder}"));
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::refuse;
    use std::path::Path;

    #[test]
    fn a_file_with_the_folder_of_the_repository_is_refused() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = |text: String| [("app.wasm".to_owned(), text.into_bytes())];
        assert!(refuse(&file(format!("at {}/src/main.rs", root.display())), root).is_err());
        assert!(refuse(&file("at steunwijzer/src/main.rs".to_owned()), root).is_ok());
    }
}
