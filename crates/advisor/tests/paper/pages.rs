//! The two pages.

use crate::{ALMERE, BOOK, CLASH, TILBURG, paper, paper_of_desk, view};
use steunwijzer_advisor::lang::Lang;
use steunwijzer_advisor::paper::PaperRow;
use steunwijzer_engine::advice::Verdict;

fn rows(answers: &str) -> Vec<PaperRow> {
    paper(answers).groups.into_iter().flat_map(|group| group.rows).collect()
}

#[test]
fn every_row_names_a_source_that_stands_on_the_second_page() {
    for answers in ["{}", TILBURG, ALMERE] {
        let paper = paper(answers);
        let sources = paper.second.sources.len();
        let rows: Vec<&PaperRow> = paper.groups.iter().flat_map(|group| &group.rows).collect();
        assert!(!rows.is_empty(), "{answers}");
        for row in &rows {
            assert!(!row.notes.is_empty(), "{} has no source", row.name);
            assert!(
                row.notes.iter().all(|note| (1..=sources).contains(note)),
                "{}: {:?}",
                row.name,
                row.notes
            );
        }
        for number in 1..=sources {
            assert!(rows.iter().any(|row| row.notes.contains(&number)), "nobody names source {number}");
        }
    }
}

#[test]
fn the_count_of_a_group_says_how_many_are_left_out() {
    let paper = paper(ALMERE);
    let counts = [paper.counts[0].count, paper.counts[1].count, paper.counts[2].count];
    for (group, count) in paper.groups.iter().zip(counts) {
        assert_eq!(group.count, format!("{} van {count} regelingen", group.rows.len()));
        assert!(!group.rows.is_empty() && group.rows.len() < usize::from(count), "{:?}", group.verdict);
    }
}

#[test]
fn an_amount_stands_with_how_it_was_worked_out() {
    let rows = rows(TILBURG);
    let lks =
        rows.iter().find(|row| row.name.starts_with("Loonkostensubsidie")).expect("the wage-cost subsidy");
    assert_eq!(lks.amount.replace('\u{a0}', " "), "€ 1.090,99 per maand");
    assert!(lks.working.contains("€"), "{}", lks.working);
}

#[test]
fn an_assumption_is_named_only_if_an_amount_on_the_paper_rests_on_it() {
    let named = |answers| paper(answers).second.assumptions.shown.concat();
    assert!(named(TILBURG).contains("23,5"), "{}", named(TILBURG));
    assert_eq!(named("{}"), "");
}

#[test]
fn what_does_not_fit_has_no_amount() {
    for row in rows(TILBURG).iter().filter(|row| row.verdict == Verdict::DoesNotFit) {
        assert_eq!((row.amount.as_str(), row.working.as_str()), ("", ""), "{}", row.name);
    }
}

#[test]
fn what_was_asked_and_not_known_stands_apart_and_what_was_not_asked_is_counted() {
    let told = paper(CLASH).told;
    let unknown: Vec<&str> =
        told.facts.iter().filter(|fact| fact.is_unknown).map(|fact| fact.value.as_str()).collect();
    assert_eq!(unknown.len(), 1);
    assert!(told.rest.contains("niet beantwoord"), "{}", told.rest);
    assert!(told.facts.iter().any(|fact| fact.value.starts_with("Eenmanszaak")));
}

#[test]
fn a_clash_of_answers_stands_on_the_paper() {
    let count = view(Lang::Nl, CLASH, |view| view.conflicts().len());
    assert!(count > 0, "the answers do not clash");
    assert_eq!(paper(CLASH).second.conflicts.shown.len(), count);
    assert!(paper(ALMERE).second.conflicts.shown.is_empty());
}

#[test]
fn only_the_paper_of_the_desk_says_what_the_municipality_can_do() {
    assert_eq!(paper(ALMERE).second.support, None);
    let support = paper_of_desk(ALMERE).second.support.expect("the part for the municipality");
    assert!(support.roles.iter().any(|(role, _)| role.contains("Verbinder")), "{:?}", support.roles);
    assert!(!support.rows.is_empty());
}

#[test]
fn both_pages_carry_the_day_the_edition_and_its_code() {
    let frame = paper("{}").frame;
    assert!(
        frame.stamp.replace('\u{a0}', " ").starts_with("Advies op 22 november 2026, uitgave "),
        "{}",
        frame.stamp
    );
    assert!(frame.code.contains(&BOOK.edition.hash));
    assert_eq!(frame.numbers, ["1 van 2", "2 van 2"]);
}

#[test]
fn the_full_list_has_every_scheme_once() {
    let list = view(Lang::Nl, ALMERE, |view| view.whole_list());
    let mut all: Vec<u16> =
        list.groups.iter().flat_map(|group| &group.rows).map(|row| row.scheme.0).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), BOOK.schemes.len());
}

#[test]
fn both_languages_show_the_same_schemes() {
    // Texts differ in length: only what fits may differ, never the order.
    let schemes = |lang| {
        view(lang, TILBURG, |view| {
            let groups = view.paper(None).groups;
            groups
                .into_iter()
                .map(|group| group.rows.iter().map(|row| row.scheme).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        })
    };
    for (dutch, english) in schemes(Lang::Nl).into_iter().zip(schemes(Lang::En)) {
        let both = dutch.len().min(english.len());
        assert_eq!(dutch[..both], english[..both]);
    }
}
