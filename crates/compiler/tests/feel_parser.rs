//! The parser takes any text: it gives a tree or a mistake inside the text, and never fails.

#![allow(clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod book;
mod print;

use book::{Book, HIRES};
use print::print;
use proptest::prelude::*;
use steunwijzer_compiler::feel::{Scope, Tables, parse, value};

/// Something of every form.
const VALID: [&str; 24] = [
    "org.fte < 10 and not(org.active)",
    "org.form in (\"bv\", \"nv\") or org.form != \"stichting\"",
    "contains(org.themes, \"circular\")",
    "org.turnover between 500 and 5000",
    "org.turnover in [500..5000)",
    "org.turnover in ((500..5000], 9, >= 10000)",
    "if org.turnover <= 10000 then 12 else 24",
    "org.place in (municipality(\"GM0001\"), province(\"Drenthe\"), region(\"Tens\"))",
    "hire.place = org.place",
    "hire.start <= as_on + duration(\"P6M\")",
    "years_and_months_duration(org.founded, as_on) < duration(\"P5Y\")",
    "as_on - hire.start <= duration(\"P42D\")",
    "sum(for h in hires return if h.lks then h.hours else 0)",
    "some h in hires satisfies h.hours >= 12",
    "every n in hires satisfies not(n.lks)",
    "count(hires) > 1",
    "min(1, 2, 3) * max(org.fte, 1) / modulo(7, 4)",
    "decimal(org.fte / 3, 2) + floor(-1.5) - ceiling(.5, 0)",
    "wml_hour[hire.age] on hire.start",
    "wml_month on (as_on - duration(\"P1Y\"))",
    "100 % - org.share",
    "-(-3) - -3 * (2 + 1) // the rest is a comment",
    "(1 + /* one */ 1) = 2",
    "org.fte in (1)",
];

#[test]
fn the_valid_texts_of_these_tests_compile() {
    for text in VALID {
        let scope = Scope { subject: Some(HIRES) };
        let compiled = value(text, &Book::example(), scope, None, &mut Tables::new());
        assert!(compiled.is_ok(), "{text}: {compiled:?}");
    }
}

#[test]
fn a_printed_tree_reads_as_the_same_tree() {
    for text in VALID {
        let printed = print(&parse(text).expect(text));
        let again = print(&parse(&printed).expect(&printed));
        assert_eq!(printed, again);
    }
}

#[test]
fn operators_bind_as_in_feel() {
    let printed = |text: &str| print(&parse(text).expect(text));
    assert_eq!(printed("a or b and c = 1 + 2 * -d"), "(a) or ((b) and ((c) = ((1) + ((2) * (-(d))))))");
    assert_eq!(printed("1 - 2 - 3"), "((1) - (2)) - (3)");
    assert_eq!(printed("-a * b"), "(-(a)) * (b)");
    assert_eq!(printed("w on a.b * 2"), "(w on (a.b)) * (2)");
    assert_eq!(printed("if a then b else c or d"), "if (a) then (b) else ((c) or (d))");
    assert_eq!(
        printed("a and some x in l satisfies b and c"),
        "(a) and (some x in l satisfies ((b) and (c)))"
    );
    assert_eq!(printed("x in (1..2)"), "(x) in (((1)..(2)))");
    assert_eq!(printed("x in ([1..2], (3 + 4) * 5)"), "(x) in ([(1)..(2)], (((3) + (4)) * (5)))");
}

#[test]
fn deep_nesting_is_refused_and_never_overflows_the_stack() {
    let deep = 100_000;
    for (open, inside, close) in [
        ("(", "1", ")"),
        ("-", "1", ""),
        ("not(", "true", ")"),
        ("if true then ", "1", " else 2"),
        ("1 + ", "1", ""),
        ("1 / ", "1", ""),
        ("x in ((", "1", "))"),
        ("x in [(", "1", ")..2]"),
        ("max(1, ", "1", ")"),
        ("w[", "1", "]"),
        ("w on (", "1", ")"),
        ("some x in l satisfies ", "1", ""),
        ("sum(for x in l return ", "1", ")"),
        ("true and (", "true", ")"),
    ] {
        let text = format!("{}{inside}{}", open.repeat(deep), close.repeat(deep));
        let mistake = parse(&text).expect_err(open);
        assert_eq!(mistake.message, "nested deeper than 64 levels", "{open}");
    }
}

#[test]
fn long_rows_are_not_deep() {
    let all = vec!["org.active"; 20_000].join(" and ");
    assert!(value(&all, &Book::example(), Scope::default(), None, &mut Tables::new()).is_ok());
    let list = vec!["(1)"; 20_000].join(", ");
    let text = format!("org.fte in ({list})");
    assert!(value(&text, &Book::example(), Scope::default(), None, &mut Tables::new()).is_ok());
}

/// Compiles; a mistake must lie inside the text, between characters.
fn compile(text: &str) {
    let scope = Scope { subject: Some(HIRES) };
    if let Err(mistake) = value(text, &Book::example(), scope, None, &mut Tables::new()) {
        assert!(text.get(mistake.at.clone()).is_some(), "{text:?}: {mistake:?}");
        assert!(!mistake.message.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_text_gives_a_tree_or_a_mistake(text in any::<String>()) {
        compile(&text);
    }

    #[test]
    fn any_row_of_tokens_gives_a_tree_or_a_mistake(
        tokens in prop::collection::vec(
            prop::sample::select(VALID.join(" ").split(' ').map(str::to_owned).collect::<Vec<_>>()),
            0..30,
        ),
    ) {
        compile(&tokens.join(" "));
    }

    #[test]
    fn a_valid_text_with_a_change_gives_a_tree_or_a_mistake(
        text in prop::sample::select(VALID.to_vec()),
        at in any::<prop::sample::Index>(),
        removed in 0usize..4,
        added in "[ -~€é]{0,3}",
    ) {
        let characters: Vec<char> = text.chars().collect();
        let at = at.index(characters.len());
        let before = characters[..at].iter();
        let behind = characters.get(at + removed..).unwrap_or_default().iter();
        let text: String = before.copied().chain(added.chars()).chain(behind.copied()).collect();
        compile(&text);
    }
}
