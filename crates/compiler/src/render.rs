//! Showing mistakes with the lines they stand in.

use crate::diagnostic::{Diagnostic, Severity};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};

/// Wide enough for a rule on one line; never the width of the terminal, so that the text is the
/// same everywhere.
const WIDTH: usize = 120;

/// Shows mistakes with file, line, column, the lines around them and the repair. Without colour
/// the text is plain ASCII and the same on every machine.
pub fn render(diagnostics: &[Diagnostic], colour: bool) -> String {
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::none() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .with_context_lines(1)
        .with_links(false)
        .without_syntax_highlighting();
    let mut shown = String::new();
    for diagnostic in diagnostics {
        let report = report(diagnostic);
        // Writing to a text cannot fail; should it, the message alone still helps.
        if handler.render_report(&mut shown, report.as_ref()).is_err() {
            shown.push_str(&diagnostic.message);
        }
        shown.push('\n');
    }
    shown
}

fn report(diagnostic: &Diagnostic) -> Report {
    let severity = match diagnostic.severity {
        Severity::Error => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
    };
    let label = LabeledSpan::new_with_span(None, diagnostic.span.clone());
    let mut report =
        MietteDiagnostic::new(diagnostic.message.clone()).with_severity(severity).with_label(label);
    if let Some(help) = &diagnostic.help {
        report = report.with_help(help.clone());
    }
    let source = NamedSource::new(diagnostic.file.path.as_str(), diagnostic.file.text.clone());
    Report::new(report).with_source_code(source)
}
