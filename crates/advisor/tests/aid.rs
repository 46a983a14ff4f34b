//! The aid account in words, over the rules of this edition.

#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests")]

use std::sync::LazyLock;
use steunwijzer_advisor::answers_file;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::View;
use steunwijzer_advisor::present::plan::aid::{AidAsked, AidSheet, Ceiling, DeclarationSheet, Owner};
use steunwijzer_engine::advice::Verdict;
use steunwijzer_engine::advise;
use steunwijzer_engine::date::Date;
use steunwijzer_engine::rulebook::{Rulebook, SchemeId, Words};

static BOOK: LazyLock<Rulebook> = LazyLock::new(steunwijzer_rules::rulebook);
static NL: LazyLock<Words> = LazyLock::new(|| words(steunwijzer_rules::WORDS_NL));

const AID: &str = r#"{ "received_aid": [
    { "amount": "280000", "date": "2025-03-01", "regime": "general" },
    { "amount": "10000", "date": "2024-01-15", "regime": "general" } ] }"#;

fn words(bytes: &[u8]) -> Words {
    steunwijzer_rules::words(bytes).expect("the words of this edition")
}

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Looks at the account of these answers as on 21 November 2026.
fn look<T>(answers: &str, of: impl FnOnce(&View<'_>) -> T) -> T {
    let answers = answers_file::read(&BOOK, answers).expect("answers");
    let advice = advise(&BOOK, &answers, day("2026-11-21"));
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

fn asked(on: &str, owners: &[Owner], new_aid: &str) -> impl Fn(&View<'_>) -> AidAsked {
    let (on, owners, new_aid) = (day(on), owners.to_vec(), new_aid.to_owned());
    move |view| AidAsked {
        day: on,
        owners: owners.clone(),
        new_aid: view.read_new_aid(&new_aid).expect("an amount").map(|amount| (Ceiling::General, amount)),
    }
}

fn sheet(answers: &str, asked: impl Fn(&View<'_>) -> AidAsked) -> AidSheet {
    look(answers, |view| view.aid_sheet(&asked(view)).expect("a sheet"))
}

fn declaration(answers: &str, asked: impl Fn(&View<'_>) -> AidAsked) -> DeclarationSheet {
    look(answers, |view| view.aid_declaration(&asked(view)).expect("a declaration"))
}

/// What is left under the general ceiling, with plain spaces.
fn left(sheet: &AidSheet) -> String {
    let [_, left] = &sheet.rooms.first().expect("the general ceiling").lines;
    left.value.replace('\u{a0}', " ")
}

#[test]
fn the_room_is_that_of_the_day_that_was_asked() {
    assert_eq!(left(&sheet(AID, asked("2026-11-21", &[], ""))), "€ 10.000,00");
    assert_eq!(left(&sheet(AID, asked("2028-03-01", &[], ""))), "€ 20.000,00");
    assert_eq!(left(&sheet(AID, asked("2028-03-02", &[], ""))), "€ 300.000,00");
}

#[test]
fn the_calendar_names_the_aid_that_comes_free() {
    let sheet = sheet(AID, asked("2026-11-21", &[], ""));
    let general = sheet.rooms.first().expect("the general ceiling");
    let row = general.calendar.get(1).expect("a change");
    assert_eq!(row.day.replace('\u{a0}', " "), "16 januari 2027");
    assert!(row.why.starts_with("Steun 2 telt niet meer mee"), "{}", row.why);
}

#[test]
fn aid_of_the_group_counts_and_aid_of_a_firm_that_may_not_belong_to_it_gives_a_range() {
    let of = |owner| left(&sheet(AID, asked("2026-11-21", &[owner], "")));
    assert_eq!(of(Owner::Group), of(Owner::Own));
    assert_eq!(of(Owner::NotKnown), "tussen € 10.000,00 en € 290.000,00");
}

#[test]
fn new_aid_that_is_a_cent_too_much_loses_cover_as_a_whole() {
    let code = |amount| {
        let found = sheet(AID, asked("2026-11-21", &[], amount)).new_aid;
        found.expect("new aid was told").code
    };
    assert_eq!(code("10.000"), "fits");
    assert_eq!(code("10.000,01"), "loses-cover");
}

#[test]
fn an_amount_that_cannot_be_read_is_refused() {
    look(AID, |view| {
        assert!(view.read_new_aid("veel").is_err());
        assert_eq!(view.read_new_aid(" "), Ok(None));
    });
}

#[test]
fn before_aid_is_told_the_room_is_a_range_and_says_so() {
    let sheet = sheet("{}", asked("2026-11-21", &[], ""));
    assert_eq!(left(&sheet), "tussen € 0,00 en € 300.000,00");
    assert!(sheet.not_told.is_some());
}

#[test]
fn every_scheme_that_fits_stands_once_under_what_its_aid_is() {
    let told = r#"{ "org.legal_form": "bv", "org.place": "GM0855", "org.founded": "2023-11-01",
        "hires": [{ "place": "GM0855", "age": 27, "start": "2026-12-01", "hours": 28, "lks_group": true,
            "loonwaarde": "55 %", "pays_minimum": true, "register": true, "job_kind": "ordinary",
            "benefit": "bijstand", "history": "none" }], "received_aid": [] }"#;
    look(told, |view| {
        let all = view.aid_sheet(&asked("2026-11-21", &[], "")(view)).expect("a sheet").schemes;
        let fitting = view.advice.schemes.iter().filter(|judged| judged.verdict == Verdict::Fits);
        let mut count = 0;
        for judged in fitting {
            count += 1;
            let named =
                |list: &[(SchemeId, String)]| list.iter().filter(|(id, _)| *id == judged.scheme).count();
            let row = all.rows.iter().any(|row| row.scheme == judged.scheme);
            let found = named(&all.not_counted) + named(&all.other_rules) + usize::from(row);
            assert_eq!(found, 1, "scheme {:?}", judged.scheme);
        }
        assert!(count > 2, "{count} schemes fit");
    });
}

#[test]
fn aid_of_a_scheme_that_fits_says_whether_it_fits_the_room() {
    let told = |aid: &str| {
        let own = r#""org.legal_form": "bv", "org.founded": "2016-11-22", "org.fte": "49.99",
            "needs": [{ "place": "GM0599", "themes": ["circular"], "amount": "300000" }]"#;
        look(&["{ ", own, ", \"received_aid\": ", aid, " }"].concat(), |view| {
            let all = view.aid_sheet(&asked("2026-11-22", &[], "")(view)).expect("a sheet").schemes;
            let id = BOOK.scheme_id("rdam-circulaire-initiatieven").expect("the scheme");
            all.rows.iter().find(|row| row.scheme == id).map(|row| row.fit.code)
        })
    };
    assert_ne!(told("[]"), None);
    assert_eq!(told(r#"[{ "amount": "300000", "date": "2025-03-01", "regime": "general" }]"#), None);
}

#[test]
fn the_declaration_has_a_row_for_each_award_that_counts_and_a_total() {
    let made = declaration(AID, asked("2026-11-21", &[], "25.000"));
    let names: Vec<&str> = made.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Steun 2", "Steun 1"]);
    let period = made.period.replace('\u{a0}', " ");
    assert!(period.contains("van 21 november 2023 tot en met 21 november 2026"), "{period}");
    let general = made.totals.first().expect("the general ceiling");
    assert_eq!(general.used.replace('\u{a0}', " "), "€ 290.000");
    assert_eq!(made.new_aid.expect("new aid was told").1.code, "loses-cover");
}

#[test]
fn aid_older_than_three_years_is_no_row() {
    let made = declaration(AID, asked("2027-01-16", &[], ""));
    assert_eq!(made.rows.len(), 1);
}

#[test]
fn what_was_not_told_about_an_award_is_still_to_fill_in_and_to_check() {
    let made = declaration(r#"{ "received_aid": [{ "regime": "general" }] }"#, asked("2026-11-21", &[], ""));
    let row = made.rows.first().expect("a row");
    assert_eq!([row.amount.as_str(), row.day.as_str()], ["nog invullen", "nog invullen"]);
    assert!(
        made.checks.iter().any(|check| check.starts_with("Steun 1: zoek het bedrag op")),
        "{:?}",
        made.checks
    );
}

#[test]
fn without_any_aid_told_the_declaration_is_not_finished() {
    let made = declaration("{}", asked("2026-11-21", &[], ""));
    assert!(made.rows.is_empty());
    assert!(made.none.is_some_and(|words| words.contains("nog niet af")));
    assert!(made.checks.first().is_some_and(|check| check.starts_with("Vul eerst alle steun in")));
}

#[test]
fn room_for_general_aid_is_not_for_farming_itself() {
    let careful = |answers: &str| {
        let sheet = sheet(answers, asked("2026-11-21", &[], ""));
        sheet.rooms.iter().filter_map(|room| room.careful.clone()).collect::<Vec<_>>().join(" ")
    };
    let farm = r#"{ "org.sectors": ["farming_fishery"], "received_aid": [] }"#;
    assert!(careful(farm).contains("niet voor eigen teelt"));
    assert!(!careful(r#"{ "org.sectors": ["care"], "received_aid": [] }"#).contains("teelt"));
    assert!(careful(r#"{ "org.sectors": "?", "received_aid": [] }"#).contains("niet voor eigen teelt"));
}

#[test]
fn a_stack_of_a_farm_does_not_count_on_room_for_general_aid() {
    let room = |sectors: &str| {
        let answers = format!(r#"{{ "org.sectors": {sectors}, "received_aid": [] }}"#);
        look(&answers, |view| view.general_room().limits().map(|(low, high)| (low.is_zero(), high.is_zero())))
    };
    assert_eq!(room(r#"["farming_fishery"]"#), Some((true, false)));
    assert_eq!(room(r#"["care"]"#), Some((false, false)));
    assert_eq!(room(r#""?""#), Some((true, false)), "a sector that is not known may be farming");
}
