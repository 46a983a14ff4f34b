//! How a mistake is shown.

use std::sync::Arc;
use steunwijzer_compiler::diagnostic::{Diagnostic, File, Severity};
use steunwijzer_compiler::render;

fn mistake() -> Diagnostic {
    let text = "id   = \"één\"\nkind = \"fnud\"\nlast = 1\n".to_owned();
    let start = text.find("\"fnud\"").unwrap_or_default();
    Diagnostic {
        severity: Severity::Error,
        file: Arc::new(File { path: "schemes/funds/one.toml".to_owned(), text }),
        span: start..start + 6,
        message: "`fnud` is not known here".to_owned(),
        help: Some("did you mean `fund`?".to_owned()),
    }
}

#[test]
fn a_mistake_shows_its_place_its_lines_and_its_repair() {
    let shown = render(&[mistake()], false);
    let expected = "  x `fnud` is not known here
   ,-[schemes/funds/one.toml:2:8]
 1 | id   = \"één\"
 2 | kind = \"fnud\"
   :        ^^^^^^
 3 | last = 1
   `----
  help: did you mean `fund`?

";
    assert_eq!(shown, expected);
}

#[test]
fn colour_changes_how_it_looks_and_not_what_it_says() {
    let shown = render(&[mistake()], true);
    assert!(shown.contains('\u{1b}'));
    assert!(shown.contains("schemes/funds/one.toml:2:8"));
}

#[test]
fn columns_count_letters_and_not_bytes() {
    let text = "nl = \"één\" # x\n".to_owned();
    let start = text.find('x').unwrap_or_default();
    let file = Arc::new(File { path: "a.toml".to_owned(), text });
    let diagnostic = Diagnostic { file, span: start..start + 1, ..mistake() };
    assert_eq!(diagnostic.line_column(), (1, 14));
}
