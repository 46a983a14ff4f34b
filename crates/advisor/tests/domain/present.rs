//! What is shown: groups and their order, reasons, actions, amounts, coverage.

use crate::small::{Told, answered, rulebook, scheme};
use proptest::prelude::*;
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::present::{ActionKind, Groups, Row};
use steunwijzer_engine::advice::{State, Verdict};
use steunwijzer_engine::date::Date;

const DAY: &str = "2026-11-21";
const FITTING: &str = r#"{ "org.place": "GM0344", "org.legal_form": "stichting", "org.fte": 3,
    "hires": [{ "age": 20, "start": "2026-12-01" }] }"#;

fn row(id: &str, as_on: &str, answers: &str) -> Row {
    Told::on(as_on, answers).view(Lang::Nl).row(scheme(id)).unwrap()
}

#[test]
fn the_strongest_claim_stands_first() {
    let told = Told::on(DAY, FITTING);
    let fits = vec![scheme("youth-bonus"), scheme("garden-fund")];
    assert_eq!(told.view(Lang::Nl).groups(), Groups { fits, ..Groups::default() });
}

#[test]
fn what_fits_says_how_much_was_checked_and_the_first_step() {
    let row = row("garden-fund", DAY, FITTING);
    assert_eq!(row.verdict, Verdict::Fits);
    assert_eq!(row.reason, "U voldoet aan de 3 voorwaarden die wij konden nagaan.");
    let action = row.action.unwrap();
    assert_eq!((action.kind, action.text.as_str()), (ActionKind::FirstStep, "Vraag het aan."));
    assert_eq!(row.term, "sluit op 31\u{a0}december 2026");
}

#[test]
fn what_fails_names_the_condition_and_the_answer() {
    let row =
        row("garden-fund", DAY, r#"{ "org.place": "GM0307", "org.legal_form": "bv", "org.fte": "50.5" }"#);
    assert_eq!(row.reason, "Niet voldaan: U bent klein. U antwoordde: 50,5 fte.");
}

#[test]
fn what_fails_and_exists_elsewhere_is_a_referral() {
    let row = row("garden-fund", DAY, r#"{ "org.place": "GM0307", "org.legal_form": "bv", "org.fte": 50 }"#);
    let ActionKind::Refer(link) = row.action.unwrap().kind else { panic!("no referral") };
    assert_eq!((link.id.as_str(), link.name.as_str()), ("youth-bonus", "Jongerentoeslag"));
}

#[test]
fn what_is_open_names_the_question_that_settles_most() {
    let row = row("garden-fund", DAY, r#"{ "org.place": "GM0344", "org.legal_form": "stichting" }"#);
    let action = row.action.unwrap();
    assert_eq!(action.label, "Nodig:");
    assert_eq!(action.text, "Hoeveel voltijdbanen hebt u?");
}

#[test]
fn what_was_not_known_is_to_find_out_and_not_asked_again() {
    let told = Told::on(DAY, r#"{ "org.place": "GM0344", "org.legal_form": "stichting", "org.fte": "?" }"#);
    let view = told.view(Lang::Nl);
    let action = view.row(scheme("garden-fund")).unwrap().action.unwrap();
    assert_eq!(action.kind, ActionKind::FindOut);
    assert_eq!(view.to_find_out()[0].text, "Hoeveel voltijdbanen hebt u?");
    assert!(view.asks().iter().all(|ask| ask.text != "Hoeveel voltijdbanen hebt u?"));
}

#[test]
fn an_overdue_rule_is_no_answer_away() {
    let row = row("youth-bonus", "2027-06-01", FITTING);
    assert_eq!(row.verdict, Verdict::CannotTell);
    assert!(row.reason.contains("niet opnieuw nagekeken sinds 21\u{a0}november 2026"), "{}", row.reason);
    assert_eq!(row.action.unwrap().kind, ActionKind::NoAnswer);
}

#[test]
fn a_closed_round_says_when_it_closed() {
    let row = row("garden-fund", "2027-01-05", FITTING);
    assert_eq!(row.verdict, Verdict::DoesNotFit);
    assert_eq!(row.reason, "Nu dicht. De laatste ronde sloot op 31\u{a0}december 2026.");
    assert_eq!(row.term, "nu dicht");
}

#[test]
fn a_closing_day_is_still_open() {
    assert_eq!(row("garden-fund", "2026-12-31", FITTING).verdict, Verdict::Fits);
}

#[test]
fn nobody_is_hired_is_the_reason() {
    let row = row("youth-bonus", DAY, r#"{ "hires": [] }"#);
    assert_eq!((row.verdict, row.reason.as_str()), (Verdict::DoesNotFit, "U neemt niemand aan."));
}

#[test]
fn an_amount_is_never_shown_to_whom_it_does_not_fit() {
    let row = row("youth-bonus", DAY, r#"{ "hires": [{ "age": 40 }] }"#);
    assert!(!row.amount.is_amount);
    assert_eq!(row.amount.text, "niet van toepassing");
}

#[test]
fn an_amount_that_rests_on_no_answer_is_not_a_range() {
    let row = row("youth-bonus", DAY, "{}");
    assert_eq!(row.amount.text, "hangt af van uw antwoorden");
    assert!(row.amount.small.contains("Leeftijd"), "{}", row.amount.small);
}

#[test]
fn an_amount_is_shown_with_its_cents() {
    assert_eq!(row("youth-bonus", DAY, FITTING).amount.text, "€\u{a0}180,75 per maand");
}

#[test]
fn no_amount_is_said_and_never_zero() {
    assert_eq!(row("garden-fund", DAY, FITTING).amount.text, "in overleg");
}

#[test]
fn two_records_are_judged_apart_and_counted() {
    let answers =
        r#"{ "hires": [{ "age": 40, "start": "2026-12-01" }, { "age": 20, "start": "2026-12-01" }] }"#;
    let told = Told::on(DAY, answers);
    let page = told.view(Lang::Nl).page(scheme("youth-bonus")).unwrap();
    let verdicts: Vec<Verdict> = page.subjects.iter().map(|subject| subject.verdict).collect();
    assert_eq!(verdicts, [Verdict::DoesNotFit, Verdict::Fits]);
    assert!(page.row.reason.starts_with("Past voor 1 van 2."), "{}", page.row.reason);
    assert_eq!(page.subjects[1].name, "Werknemer 2");
}

#[test]
fn alternatives_stand_inside_their_group() {
    let told = Told::on(DAY, FITTING);
    let page = told.view(Lang::Nl).page(scheme("garden-fund")).unwrap();
    let group = page.subjects[0].conditions.iter().find(|one| one.id == "one-of-routes").unwrap();
    let states: Vec<State> = group.routes.iter().map(|route| route.state).collect();
    assert_eq!(states, [State::Met, State::NotNeeded]);
}

#[test]
fn a_condition_shows_the_answer_and_the_dated_source() {
    let told = Told::on(DAY, FITTING);
    let page = told.view(Lang::Nl).page(scheme("garden-fund")).unwrap();
    let place = &page.subjects[0].conditions[0];
    assert_eq!((place.state_word.as_str(), place.answers[0].text.as_str()), ("Voldaan", "Utrecht"));
    assert!(place.citations[0].checked.starts_with("nagekeken op "), "{}", place.citations[0].checked);
}

#[test]
fn an_open_condition_says_how_many_answers_it_needs() {
    let told = Told::on(DAY, r#"{ "org.legal_form": "stichting" }"#);
    let page = told.view(Lang::Nl).page(scheme("garden-fund")).unwrap();
    assert_eq!(page.subjects[0].conditions[1].state_word, "Nog open: beantwoord 1 vraag");
}

#[test]
fn another_legal_form_is_proposed_with_what_follows() {
    let told = Told::on(DAY, r#"{ "org.place": "GM0307", "org.legal_form": "bv", "org.fte": 50 }"#);
    let page = told.view(Lang::Nl).page(scheme("garden-fund")).unwrap();
    assert_eq!(page.subjects[0].changes, ["Rechtsvorm: Nog geen. Dan past deze regeling."]);
}

#[test]
fn rules_of_the_place_are_counted_and_more_may_exist() {
    let coverage = |place: &str| {
        let told = Told::on(DAY, &format!(r#"{{ "org.place": "{place}" }}"#));
        told.view(Lang::Nl).coverage()
    };
    let utrecht = coverage("GM0344");
    assert_eq!((utrecht.municipal, utrecht.municipality.as_deref()), (1, Some("Utrecht")));
    assert!(utrecht.sentences[0].contains("kennen wij 1 regeling"), "{}", utrecht.sentences[0]);
    assert!(utrecht.sentences[0].contains("Er kunnen er meer zijn."), "{}", utrecht.sentences[0]);
}

#[test]
fn without_a_place_no_local_rules_are_counted() {
    let told = Told::on(DAY, "{}");
    let sentences = told.view(Lang::Nl).coverage().sentences;
    assert!(sentences[0].contains("nog geen gemeente"), "{}", sentences[0]);
}

#[test]
fn a_clash_is_told_and_its_answers_count_as_open() {
    let told = Told::on(DAY, r#"{ "org.place": "GM0344", "org.legal_form": "stichting", "org.fte": 950 }"#);
    let view = told.view(Lang::En);
    assert_eq!(view.conflicts(), ["No foundation is that large."]);
    assert_eq!(view.row(scheme("garden-fund")).unwrap().verdict, Verdict::CannotTell);
}

#[test]
fn english_says_the_same() {
    let told = Told::on(DAY, FITTING);
    let row = told.view(Lang::En).row(scheme("youth-bonus")).unwrap();
    assert_eq!(row.amount.text, "€180.75 per month");
    assert_eq!(row.claim_word, "Statutory right");
    assert_eq!(told.view(Lang::En).counts(), "2 fit, 0 cannot be told yet, 0 do not fit");
}

#[test]
fn an_overdue_rule_that_is_met_says_so() {
    let told = Told::on("2027-06-01", FITTING);
    let page = told.view(Lang::Nl).page(scheme("youth-bonus")).unwrap();
    assert!(page.row.reason.starts_with("Uw antwoorden passen. Maar"), "{}", page.row.reason);
    assert!(page.subjects[0].overdue.is_some());
}

proptest! {
    #[test]
    fn every_scheme_has_a_reason_and_an_amount_in_words_whatever_was_told(
        choices in prop::collection::vec((any::<u8>(), any::<u64>()), 0..8),
        day in 18_000i64..24_000,
        english: bool,
    ) {
        let told = Told::of(answered(&choices), Date::from_day_number(day));
        let view = told.view(if english { Lang::En } else { Lang::Nl });
        let groups = view.groups();
        let shown = groups.fits.len() + groups.cannot_tell.len() + groups.does_not_fit.len();
        prop_assert_eq!(shown, rulebook().schemes.len());
        for id in groups.fits.into_iter().chain(groups.cannot_tell).chain(groups.does_not_fit) {
            let page = view.page(id).unwrap();
            prop_assert!(!page.row.reason.is_empty() && !page.row.amount.text.is_empty());
            prop_assert!(page.subjects.iter().all(|subject| !subject.conditions.is_empty()));
        }
    }
}
