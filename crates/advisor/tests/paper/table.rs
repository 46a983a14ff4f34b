//! The table of the verdicts.

use crate::{ALMERE, BOOK, TILBURG, view};
use steunwijzer_advisor::lang::Lang;

/// The cells of a file, read as a spreadsheet reads it.
fn cells(file: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    let mut letters = file.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => is_quoted = !is_quoted,
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            letter if letter == separator && !is_quoted => row.push(String::new()),
            letter => row.last_mut().unwrap().push(letter),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the file ends with a line");
    rows
}

fn table(lang: Lang, answers: &str) -> Vec<Vec<String>> {
    let separator = if lang == Lang::Nl { ';' } else { ',' };
    cells(&view(lang, answers, |view| view.verdicts_csv()), separator)
}

#[test]
fn every_line_has_a_cell_for_every_name_in_both_languages() {
    for lang in [Lang::Nl, Lang::En] {
        let table = table(lang, ALMERE);
        for row in &table {
            assert_eq!(row.len(), table[0].len(), "{row:?}");
        }
    }
}

#[test]
fn there_is_a_row_for_each_scheme_and_each_subject() {
    let subjects = view(Lang::Nl, ALMERE, |view| {
        view.advice.schemes.iter().map(|judged| judged.subjects.len()).sum::<usize>()
    });
    assert!(subjects > BOOK.schemes.len());
    assert_eq!(table(Lang::Nl, ALMERE).len() - 1, subjects);
}

#[test]
fn an_amount_is_a_number_with_its_unit() {
    let table = table(Lang::Nl, TILBURG);
    let lks = table.iter().find(|row| row[0] == "lks-participatiewet").expect("the wage-cost subsidy");
    assert_eq!(lks[7..10], ["1090,99", "1090,99", "euro per maand"]);
    assert_eq!(lks[5], "Past");
    assert!(lks[15].starts_with("https://"), "{}", lks[15]);
}

#[test]
fn days_are_written_so_that_every_spreadsheet_reads_them() {
    let table = table(Lang::En, TILBURG);
    let row = table.iter().find(|row| row[0] == "innovatiekrediet").expect("a scheme that closes");
    assert_eq!(row[11], "2026-12-31");
    assert_eq!(row[17], "2026-11-22");
}

#[test]
fn no_cell_begins_like_a_formula() {
    for row in table(Lang::Nl, ALMERE).iter().flatten() {
        assert!(!row.starts_with(['=', '+', '-', '@']), "{row}");
    }
}
