//! Tables as files that open in a spreadsheet.
//!
//! A Dutch spreadsheet expects semicolons and a comma for decimals, an English one commas and a point.
//! A mark at the beginning says that the text is UTF-8: without it letters with accents come out wrong.

use crate::lang::Lang;
use crate::show::NBSP;
use rust_decimal::Decimal;
use steunwijzer_engine::date::Date;

/// Says that UTF-8 follows.
const MARK: char = '\u{feff}';

/// What a cell may begin with to be taken for a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known, or nothing applies.
    Empty,
    /// Text.
    Text(String),
    /// A number, with the decimals that it has.
    Number(Decimal),
    /// A day.
    Day(Date),
}

/// A table as a file: a line of names, then the rows.
pub fn csv(lang: Lang, names: &[String], rows: impl IntoIterator<Item = Vec<Cell>>) -> String {
    let separator = match lang {
        Lang::Nl => ";",
        Lang::En => ",",
    };
    let line = |cells: Vec<String>| cells.join(separator) + "\r\n";
    let names = names.iter().map(|name| text(separator, name)).collect();
    let mut file = String::from(MARK);
    file.push_str(&line(names));
    file.extend(
        rows.into_iter().map(|row| line(row.iter().map(|cell| written(lang, separator, cell)).collect())),
    );
    file
}

fn written(lang: Lang, separator: &str, cell: &Cell) -> String {
    match (cell, lang) {
        (Cell::Empty, _) => String::new(),
        (Cell::Text(words), _) => text(separator, words),
        (Cell::Number(number), Lang::Nl) => number.to_string().replace('.', ","),
        (Cell::Number(number), Lang::En) => number.to_string(),
        (Cell::Day(day), _) => day.to_string(),
    }
}

/// A text as a cell: in one line, never a formula, in quotes where it would fall apart.
pub fn text(separator: &str, words: &str) -> String {
    let words = words.replace(NBSP, " ").replace("\r\n", " ").replace('\n', " ");
    let words = if words.starts_with(FORMULA) { format!("'{words}") } else { words };
    if words.contains(separator) || words.contains(['"', '\r']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, csv};
    use crate::lang::Lang;
    use rust_decimal::Decimal;

    fn one(lang: Lang, cell: Cell) -> String {
        let file = csv(lang, &["x".to_owned()], [vec![cell]]);
        file.trim_start_matches('\u{feff}').trim_start_matches("x\r\n").trim_end_matches("\r\n").to_owned()
    }

    fn text(words: &str) -> String {
        one(Lang::Nl, Cell::Text(words.to_owned()))
    }

    #[test]
    fn the_file_begins_with_the_mark_and_every_line_ends_as_the_rfc_says() {
        let file = csv(Lang::Nl, &["a".to_owned(), "b".to_owned()], [vec![Cell::Empty, Cell::Empty]]);
        assert_eq!(file, "\u{feff}a;b\r\n;\r\n");
    }

    #[test]
    fn each_language_has_the_separator_and_the_decimals_of_its_spreadsheet() {
        let row = || [vec![Cell::Number(Decimal::new(109_099, 2)), Cell::Text("a".to_owned())]];
        assert!(csv(Lang::Nl, &[], row()).ends_with("1090,99;a\r\n"));
        assert!(csv(Lang::En, &[], row()).ends_with("1090.99,a\r\n"));
    }

    #[test]
    fn a_text_that_looks_like_a_formula_is_made_harmless() {
        for begin in ["=1+1", "+31", "-5", "@SUM(A1)", "\tx"] {
            assert_eq!(text(begin), format!("'{begin}"));
        }
        assert_eq!(text("\r=1"), "\"'\r=1\"");
        assert_eq!(text("1=1"), "1=1");
    }

    #[test]
    fn a_number_below_zero_stays_a_number() {
        assert_eq!(one(Lang::Nl, Cell::Number(Decimal::new(-550, 2))), "-5,50");
    }

    #[test]
    fn quotes_and_separators_stand_in_quotes() {
        assert_eq!(text("a;b"), "\"a;b\"");
        assert_eq!(text("zij zei \"ja\""), "\"zij zei \"\"ja\"\"\"");
        assert_eq!(text("a, b"), "a, b");
        assert_eq!(one(Lang::En, Cell::Text("a, b".to_owned())), "\"a, b\"");
    }

    #[test]
    fn a_text_stays_on_one_line_and_has_plain_spaces() {
        assert_eq!(text("€\u{a0}5\nper maand"), "€ 5 per maand");
    }
}
