//! Hires and their cash flow in words, over the rules of this edition.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_advisor::present::plan::{CashPage, HiringPage, Labour, Setting, SettingRow, Settings};
use steunwijzer_engine::advise;
use steunwijzer_engine::rulebook::{Rulebook, Words};

static BOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);
static LABOUR: LazyLock<Labour> = LazyLock::new(|| Labour::new(&BOOK).expect("the rules have every name"));
static NL: LazyLock<Words> = LazyLock::new(|| {
    let questions = steunwijzer_rules::words(steunwijzer_rules::WORDS_NL).expect("words");
    let schemes = steunwijzer_rules::scheme_words(steunwijzer_rules::SCHEMES_NL).expect("words");
    questions.with_schemes(schemes).expect("of the same edition")
});

/// The employee of scenario S6.
const TILBURG: &str = r#"{ "place": "GM0855", "age": 27, "hours": 28, "loonwaarde": "55 %",
    "start": "2026-12-01", "pays_minimum": true, "register": true, "lks_group": true,
    "job_kind": "ordinary", "benefit": "bijstand", "history": "none", "papers": [] }"#;
/// Another employee in another municipality.
const UTRECHT: &str = r#"{ "place": "GM0344", "age": 40, "hours": 20, "loonwaarde": "20 %",
    "start": "2026-12-01", "pays_minimum": true, "register": true, "lks_group": true,
    "job_kind": "ordinary", "benefit": "bijstand", "history": "none", "papers": [] }"#;

fn look<T>(hires: &[&str], of: impl FnOnce(&View<'_>) -> T) -> T {
    let text = format!(r#"{{ "hires": [{}] }}"#, hires.join(", "));
    let answers = answers_file::read(&BOOK, &text).expect("answers");
    let advice = advise(&BOOK, &answers, "2026-11-21".parse().expect("a day"));
    let view = View {
        rulebook: &BOOK,
        words: &NL,
        lang: Lang::Nl,
        answers: &answers,
        advice: &advice,
        questions: &[],
    };
    of(&view)
}

fn hiring(hires: &[&str]) -> HiringPage {
    look(hires, |view| view.hiring(&LABOUR))
}

fn settings(set: &[(Setting, &str)]) -> Settings {
    let mut settings = Settings::default();
    for (setting, text) in set {
        settings.set(*setting, (*text).to_owned());
    }
    settings
}

fn cash(hires: &[&str], set: &[(Setting, &str)]) -> CashPage {
    let part = look(hires, |view| view.cash(&LABOUR, &settings(set)));
    *part.result.expect("a first working day is known")
}

fn row(set: &[(Setting, &str)], wanted: Setting) -> SettingRow {
    let part = look(&[TILBURG], |view| view.cash(&LABOUR, &settings(set)));
    part.settings.into_iter().find(|row| row.setting == wanted).expect("a setting")
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn s6_shows_both_subsidies_with_their_amounts() {
    let page = hiring(&[TILBURG]);
    let amounts = page.hires[0].subsidies.iter().map(|offer| plain(&offer.amount.text));
    assert_eq!(amounts.collect::<Vec<_>>(), ["€ 1.090,99 per maand", "€ 1.212,20 per maand"]);
}

#[test]
fn s6_says_which_subsidy_is_more() {
    let said = hiring(&[TILBURG]).hires[0].comparison.join(" ");
    assert!(plain(&said).contains("Het vaste bedrag is € 121,21 per maand meer."), "{said}");
}

#[test]
fn illness_shows_two_readings_and_where_they_stand() {
    let page = hiring(&[TILBURG]);
    let values = page.hires[0].illness.iter().map(|reading| plain(&reading.value));
    assert_eq!(values.collect::<Vec<_>>(), ["€ 0,00 per maand", "€ 1.090,99 per maand"]);
    assert_eq!(page.hires[0].illness_sources.len(), 2);
}

#[test]
fn every_line_of_a_subsidy_has_a_formula_or_a_figure() {
    let page = hiring(&[TILBURG]);
    for line in page.hires[0].subsidies.iter().flat_map(|offer| &offer.lines) {
        assert!(!line.formula.is_empty() || !line.figures.is_empty(), "{}", line.label);
    }
}

#[test]
fn hires_that_differ_get_sums_and_no_average() {
    let page = hiring(&[TILBURG, UTRECHT]);
    assert_eq!(page.totals.len(), 3);
    assert_eq!(page.average.first(), Some(&"Wij geven geen gemiddelde per werknemer."));
    assert!(page.average.len() > 1);
}

#[test]
fn one_hire_has_no_average_to_refuse() {
    assert!(hiring(&[TILBURG]).average.is_empty());
}

#[test]
fn s6_december_stands_in_the_table_to_the_cent() {
    let page = cash(&[TILBURG], &[]);
    let december = page.months[0].cells.iter().map(|cell| plain(cell)).collect::<Vec<_>>();
    assert_eq!(december[..3], ["€ 1.818,79", "€ 0,00", "€ 427,42"]);
}

#[test]
fn months_without_a_known_minimum_wage_are_a_range_that_says_what_is_assumed() {
    let page = cash(&[TILBURG], &[]);
    assert_eq!(page.months[0].mark, "");
    assert_eq!(page.months[1].mark, "nog niet bekend: aanname");
    assert!(page.months[1].cells[0].starts_with("tussen"));
    let note = plain(&page.notes.join(" "));
    assert!(note.contains("een stijging aan van 1,9 % tot 3,1 % per half jaar"), "{note}");
}

#[test]
fn without_an_assumed_rise_later_months_stay_unknown() {
    let page = cash(&[TILBURG], &[(Setting::GrowthLeast, ""), (Setting::GrowthMost, "")]);
    assert_eq!(page.months[1].cells[0], "nog onbekend");
    assert_eq!(page.months[1].mark, "nog niet bekend");
    assert!(page.charts.iter().all(|chart| chart.unknown.is_some()));
}

#[test]
fn a_later_payment_asks_for_more() {
    let advanced = |months| cash(&[TILBURG], &[(Setting::Delay, months)]).finding.join(" ");
    assert_ne!(advanced("2"), advanced("6"));
}

#[test]
fn a_default_is_an_assumption_until_the_visitor_sets_it() {
    assert!(row(&[], Setting::Delay).is_assumed);
    assert!(!row(&[(Setting::Delay, "3")], Setting::Delay).is_assumed);
}

#[test]
fn what_is_no_number_says_what_is_allowed_and_changes_nothing() {
    let wrong = [(Setting::Delay, "veel")];
    assert!(row(&wrong, Setting::Delay).problem.is_some_and(|why| why.contains("tussen")));
    assert_eq!(cash(&[TILBURG], &wrong).csv, cash(&[TILBURG], &[]).csv);
}

#[test]
fn the_file_holds_numbers_and_what_they_rest_on() {
    let page = cash(&[TILBURG, UTRECHT], &[]);
    let lines: Vec<&str> = page.csv.lines().skip(1).collect();
    assert_eq!(lines.len(), 24);
    for line in &lines {
        let (numbers, _) = line.rsplit_once(';').expect("columns");
        assert!(numbers.chars().all(|letter| letter.is_ascii_digit() || "-,;".contains(letter)), "{line}");
        assert_eq!(numbers.split(';').count(), 17);
    }
    let marks: Vec<&str> = lines.iter().filter_map(|line| Some(line.rsplit_once(';')?.1)).collect();
    assert_eq!(marks[0], "bekende cijfers");
    assert!(marks[1..].iter().all(|mark| *mark == "nog niet bekend: aanname"));
}

#[test]
fn the_file_marks_months_of_which_nothing_is_assumed() {
    let page = cash(&[TILBURG], &[(Setting::GrowthLeast, ""), (Setting::GrowthMost, "")]);
    let last = page.csv.lines().last().expect("months");
    assert!(last.ends_with(";nog niet bekend"), "{last}");
}

#[test]
fn the_lowest_point_says_that_it_rests_on_an_assumption() {
    let says = |settings: &[_]| cash(&[TILBURG], settings).finding.join(" ").contains("rust op een aanname");
    assert!(says(&[]));
    assert!(!says(&[(Setting::GrowthLeast, ""), (Setting::GrowthMost, "")]));
}

#[test]
fn the_assumed_rise_names_the_published_figures_it_rests_on() {
    let hint = plain(&row(&[], Setting::GrowthLeast).hint);
    assert!(hint.contains("van 1 januari 2024 tot en met 1 juli 2026"), "{hint}");
    assert!(!row(&[], Setting::GrowthMost).citations.is_empty());
}

#[test]
fn the_wage_of_a_hire_stays_with_that_hire_when_one_before_it_goes() {
    let mut set = settings(&[(Setting::Wage(0), "minimum"), (Setting::Wage(1), "month")]);
    set.forget_hire(0);
    assert_eq!((set.get(Setting::Wage(0)), set.get(Setting::Wage(1))), (Some("month"), None));
}

#[test]
fn bars_stay_inside_the_chart() {
    let page = cash(&[TILBURG, UTRECHT], &[]);
    for chart in &page.charts {
        for bar in &chart.bars {
            assert!(bar.x >= chart.left && bar.x + bar.width <= chart.width, "{bar:?}");
            assert!(bar.y >= 0 && bar.y + bar.height <= chart.height, "{bar:?}");
        }
    }
}
