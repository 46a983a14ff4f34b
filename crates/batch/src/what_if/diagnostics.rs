//! Where a mistake in changed rules stands: in the file of changes if it comes from there.

use super::merge::{Step, name};
use std::ops::Range;
use std::sync::Arc;
use steunwijzer_compiler::diagnostic::{Diagnostic, File};
use toml_edit::{Document, Table, TableLike};

/// What was changed: where it stands in the changed rule file and in the file of changes.
#[derive(Default)]
pub(super) struct Places {
    places: Vec<Place>,
    /// The paths of the files that were changed.
    files: Vec<String>,
}

struct Place {
    path: String,
    merged: Range<usize>,
    changes: Range<usize>,
}

impl Places {
    /// Takes down what was changed in a file; the file is as the compiler gets it.
    pub(super) fn add(&mut self, file: &File, changed: Vec<(Vec<Step>, Range<usize>)>) {
        self.files.push(file.path.clone());
        // The text was written by the library that reads it here.
        let Ok(document) = Document::parse(file.text.as_str()) else { return };
        for (way, changes) in changed {
            if let Some(merged) = find(document.as_table(), None, &way) {
                self.places.push(Place { path: file.path.clone(), merged, changes });
            }
        }
    }

    /// The mistake at its place in the file of changes, if it stands inside something changed. Else
    /// it stays in the rule file as it would be, and the path says so.
    pub(super) fn of_changes(&self, mistake: Diagnostic, changes: &Arc<File>) -> Diagnostic {
        let of_file = || self.places.iter().filter(|place| place.path == mistake.file.path);
        let inside =
            |place: &&Place| place.merged.start <= mistake.span.start && mistake.span.end <= place.merged.end;
        let smallest = of_file().filter(inside).min_by_key(|place| place.merged.len());
        let Some(place) = smallest else {
            if !self.files.contains(&mistake.file.path) {
                return mistake;
            }
            let path = format!("{} with {}", mistake.file.path, changes.path);
            let text = mistake.file.text.clone();
            return Diagnostic { file: Arc::new(File { path, text }), ..mistake };
        };
        let text = |file: &File, span: &Range<usize>| file.text.get(span.clone()).map(str::to_owned);
        let span = if text(&mistake.file, &place.merged) == text(changes, &place.changes) {
            let moved = |end: usize| place.changes.start + (end - place.merged.start);
            moved(mistake.span.start)..moved(mistake.span.end)
        } else {
            place.changes.clone()
        };
        Diagnostic { file: Arc::clone(changes), span, ..mistake }
    }
}

/// Where the value at the end of a way stands.
fn find(table: &dyn TableLike, span: Option<Range<usize>>, way: &[Step]) -> Option<Range<usize>> {
    match way {
        [] => span,
        [Step::Key(key)] => table.get(key)?.span(),
        [Step::Key(key), Step::Named(by, written), rest @ ..] => {
            let tables = table.get(key)?.as_array_of_tables()?;
            let named = |one: &&Table| name(*one).is_some_and(|(own, value)| own == *by && value == *written);
            let table = tables.iter().find(named)?;
            find(table, table.span(), rest)
        }
        [Step::Key(key), rest @ ..] => {
            let item = table.get(key)?;
            find(item.as_table_like()?, item.span(), rest)
        }
        [Step::Itself(key)] => table.key(key)?.span(),
        [Step::Named(..) | Step::Itself(_), ..] => None,
    }
}
