//! Columns of text, each as wide as its widest cell.

use super::Lines;
use steunwijzer_advisor::coverage::Cells;

/// Space between two columns.
const GAP: usize = 2;

/// Puts rows under their heads; the first cell names the row.
pub(super) fn table(indent: usize, heads: &[&str], rows: &[Vec<String>], cells: Cells, lines: &mut Lines) {
    let width = |column: usize| {
        let all = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        all.chain(heads.get(column).map(|head| head.chars().count())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    for row in std::iter::once(&heads).chain(rows) {
        lines.line(indent, padded(row, &widths, cells).trim_end());
    }
}

fn padded(row: &[String], widths: &[usize], cells: Cells) -> String {
    let mut line = String::new();
    for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
        let space = " ".repeat(width.saturating_sub(cell.chars().count()));
        let at_end = column > 0 && cells == Cells::Numbers;
        let (before, after) = if at_end { (space.as_str(), "") } else { ("", space.as_str()) };
        line.push_str(
            &[if column > 0 { " ".repeat(GAP) } else { String::new() }, before.to_owned()].concat(),
        );
        line.push_str(cell);
        line.push_str(after);
    }
    line
}
