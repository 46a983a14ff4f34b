//! What expressions become: predicates on integers where one answer is tested, nodes elsewhere.

#![allow(clippy::expect_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "helpers of tests")]

mod book;

use book::{Book, Defined, HIRES, decimal};
use steunwijzer_compiler::feel::{
    CompiledCondition, Dimension, Expected, LineName, Measure, Scope, Tables, Type, condition, prune, value,
};
use steunwijzer_engine::expression::{Input, Node, NodeId, Of};
use steunwijzer_engine::municipal::Municipal;
use steunwijzer_engine::rulebook::{Predicate, Step, Unit};

const HIRE: Scope = Scope { subject: Some(HIRES) };
const ORGANISATION: Scope = Scope { subject: None };

fn compiled(text: &str, book: &Book, tables: &mut Tables) -> CompiledCondition {
    let scope = if text.contains("hire.") { HIRE } else { ORGANISATION };
    condition(text, book, scope, tables).unwrap_or_else(|mistake| panic!("`{text}`: {mistake:?}"))
}

/// The program in words: each test as `name low..high`, `name {options}`, `name has n` or `node`.
fn program(text: &str) -> String {
    let book = Book::example();
    let mut tables = Tables::new();
    let compiled = compiled(text, &book, &mut tables);
    let words: Vec<String> = compiled.steps.iter().map(|step| in_words(step, &book, &tables)).collect();
    words.join(" ")
}

fn in_words(step: &Step, book: &Book, tables: &Tables) -> String {
    let name = |input: &Input| book.questions[input.question.row()].id.as_str();
    match step {
        Step::Always(truth) => truth.to_string(),
        Step::And => "and".to_owned(),
        Step::Or => "or".to_owned(),
        Step::Not => "not".to_owned(),
        Step::Test(id) => match &tables.predicates()[id.row()] {
            Predicate::Within(input, low, high) => format!("{}:{low}..{high}", name(input)),
            Predicate::OneOf(input, options) => format!("{}:{options:b}", name(input)),
            Predicate::Has(input, option) => format!("{} has {option}", name(input)),
            Predicate::PlaceIn(input, set) => {
                let set = &tables.place_sets()[set.row()];
                let count: u32 = set.iter().map(|word| word.count_ones()).sum();
                format!("{} in {count}", name(input))
            }
            Predicate::Expression(_) => "node".to_owned(),
        },
    }
}

#[test]
fn numbers_become_limits_on_scaled_integers() {
    assert_eq!(program("org.fte < 10"), "org.fte:0..999");
    assert_eq!(program("org.fte <= 10"), "org.fte:0..1000");
    assert_eq!(program("10 < org.fte"), "org.fte:1001..10000");
    assert_eq!(program("org.fte >= 10"), "org.fte:1000..10000");
    assert_eq!(program("org.fte = 10"), "org.fte:1000..1000");
    assert_eq!(program("org.fte != 10"), "org.fte:1000..1000 not");
    assert_eq!(program("org.share >= 50 %"), "org.share:5000..10000");
    assert_eq!(program("hire.term <= duration(\"P1Y6M\")"), "hire.term:0..18");
    assert_eq!(program("org.fte between 2 and 4"), "org.fte:200..400");
    assert_eq!(program("org.fte in (2..4]"), "org.fte:201..400");
    assert_eq!(program("org.fte in [2..4)"), "org.fte:200..399");
    assert_eq!(program("org.fte in ([2..4), >= 9)"), "org.fte:200..399 org.fte:900..10000 or");
    assert_eq!(program("org.staff in (1, 2, 3)"), "org.staff:1..3");
    assert_eq!(program("org.fte > 250000 / 10000 + 5"), "org.fte:3001..10000");
}

#[test]
fn more_decimals_than_the_question_has_round_to_the_safe_side() {
    assert_eq!(program("org.fte < 10.005"), "org.fte:0..1000");
    assert_eq!(program("org.fte <= 10.005"), "org.fte:0..1000");
    assert_eq!(program("org.fte > 10.005"), "org.fte:1001..10000");
    assert_eq!(program("org.fte >= 10.005"), "org.fte:1001..10000");
    assert_eq!(program("org.fte = 10.005"), "false");
}

#[test]
fn dates_become_limits_on_day_numbers() {
    assert_eq!(program("org.founded >= date(\"2020-01-01\")"), "org.founded:18262..22279");
    assert_eq!(program("org.founded < date(2020, 1, 1)"), "org.founded:10957..18261");
    assert_eq!(program("org.founded < date(\"2019-07-01\") + duration(\"P6M\")"), "org.founded:10957..18261");
    assert_eq!(program("org.founded <= as_on"), "node");
}

#[test]
fn options_become_sets_of_bits() {
    assert_eq!(program("org.form = \"bv\""), "org.form:1");
    assert_eq!(program("org.form in (\"nv\", \"bv\")"), "org.form:11");
    assert_eq!(program("org.form != \"stichting\""), "org.form:100 not");
    assert_eq!(program("org.form = \"bv\" or org.form = \"nv\""), "org.form:11");
    assert_eq!(program("contains(org.themes, \"care\")"), "org.themes has 1");
    assert_eq!(program("org.active"), "org.active:10");
    assert_eq!(program("org.active = false"), "org.active:10 not");
    assert_eq!(program("org.form = org.form_before"), "node");
}

#[test]
fn places_become_one_set() {
    assert_eq!(program("org.place in province(\"Drenthe\")"), "org.place in 40");
    assert_eq!(program("org.place = municipality(\"GM0003\")"), "org.place in 1");
    let all = "org.place in (municipality(\"GM0069\"), province(\"Drenthe\"), region(\"Tens\"))";
    assert_eq!(program(all), "org.place in 44");
    assert_eq!(program("hire.place = org.place"), "node");
}

#[test]
fn a_condition_about_places_alone_says_so() {
    let (book, mut tables) = (Book::example(), Tables::new());
    assert!(compiled("org.place in province(\"Drenthe\")", &book, &mut tables).place_only);
    assert!(compiled("hire.place = org.place", &book, &mut tables).place_only);
    let mixed = compiled("org.place in province(\"Drenthe\") and org.active", &book, &mut tables);
    assert!(!mixed.place_only);
}

#[test]
fn truths_are_joined_in_postfix_order() {
    assert_eq!(program("org.active and not(org.anbi)"), "org.active:10 org.anbi:10 not and");
    assert_eq!(
        program("org.active or org.anbi and org.fte < 1"),
        "org.anbi:10 org.fte:0..99 and org.active:10 or"
    );
    assert_eq!(program("true and org.active"), "org.active:10");
    assert_eq!(program("org.active or true"), "true");
    assert_eq!(program("not(not(org.active))"), "org.active:10");
    assert_eq!(program("\"a\" < \"b\""), "true");
    assert_eq!(program("org.fte < 5 and org.fte > 7"), "false");
}

#[test]
fn a_long_row_needs_a_low_stack_only() {
    let row = |count: usize| {
        let parts: Vec<String> = (0..count).map(|row| format!("org.fte = {row}.5 or org.anbi")).collect();
        parts.join(" or ")
    };
    let (book, mut tables) = (Book::example(), Tables::new());
    let steps = compiled(&row(40), &book, &mut tables).steps;
    let (mut height, mut highest) = (0i32, 0);
    for step in &steps {
        height += match step {
            Step::Test(_) | Step::Always(_) => 1,
            Step::And | Step::Or => -1,
            Step::Not => 0,
        };
        highest = highest.max(height);
    }
    assert_eq!(height, 1);
    assert!(highest <= 8, "{highest} values on the stack");
}

#[test]
fn a_definition_in_a_condition_is_tested_answer_by_answer() {
    let mut book = Book::example();
    let mut tables = Tables::new();
    let small = "org.fte < 50 and org.turnover <= 10000000";
    let small = value(small, &book, ORGANISATION, Some(Expected::Truth), &mut tables).expect("small");
    let small = Defined { node: small.node, ty: small.ty, list: None, uses: small.uses };
    book.definitions.push(("is_small".to_owned(), small));
    let compiled = compiled("is_small and org.active", &book, &mut tables);
    let words: Vec<String> = compiled.steps.iter().map(|step| in_words(step, &book, &tables)).collect();
    assert_eq!(words.join(" "), "org.fte:0..4999 org.turnover:0..1000000000 and org.active:10 and");
    assert_eq!(compiled.uses.questions.len(), 3);
}

#[test]
fn the_same_test_is_stored_once() {
    let (book, mut tables) = (Book::example(), Tables::new());
    let one = compiled("org.fte < 10 and org.active", &book, &mut tables).steps;
    let rows = tables.program(&one);
    let two = compiled("org.fte < 10.0 and org.active", &book, &mut tables).steps;
    assert_eq!(one, two);
    assert_eq!(tables.program(&two), rows);
    assert_eq!(tables.predicates().len(), 2);
    assert_eq!(tables.steps().len(), 3);
}

#[test]
fn answers_are_read_from_the_organisation_the_subject_or_a_loop() {
    let (book, mut tables) = (Book::example(), Tables::new());
    let text = "hire.lks and some h in hires satisfies h.hours > hire.hours and h.place = org.place";
    compiled(text, &book, &mut tables);
    let inputs: Vec<(&str, Of)> = tables
        .nodes()
        .iter()
        .filter_map(|node| match node {
            Node::Input(input) => Some((book.questions[input.question.row()].id.as_str(), input.of)),
            _ => None,
        })
        .collect();
    let expected = [
        ("hire.lks", Of::Subject),
        ("hire.hours", Of::Loop(0)),
        ("hire.hours", Of::Subject),
        ("hire.place", Of::Loop(0)),
        ("org.place", Of::Organisation),
    ];
    assert_eq!(inputs, expected);
}

#[test]
fn uses_count_how_often_an_answer_is_read() {
    let (book, mut tables) = (Book::example(), Tables::new());
    let text = "org.fte < 3 or org.fte > 9 or wml_month > 2000 or count(hires) > 1";
    let uses = compiled(text, &book, &mut tables).uses;
    assert_eq!(uses.inputs.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [2]);
    assert_eq!(uses.parameters.len(), 1);
    assert_eq!(uses.lists, [HIRES]);
}

#[test]
fn what_no_answer_can_change_is_worth_a_note() {
    let (book, mut tables) = (Book::example(), Tables::new());
    let notes = |text: &str, tables: &mut Tables| -> Vec<String> {
        let compiled = compiled(text, &book, tables);
        compiled.notes.into_iter().map(|note| format!("{} | {}", &text[note.at], note.message)).collect()
    };
    assert_eq!(
        notes("org.active and org.fte >= 0", &mut tables),
        ["org.fte >= 0 | `org.fte >= 0` is always true"]
    );
    assert_eq!(notes("org.fte > 100", &mut tables), ["org.fte > 100 | `org.fte > 100` is never true"]);
    assert_eq!(notes("org.fte > 99", &mut tables), Vec::<String>::new());
    let empty = notes("org.fte between 20 and 10", &mut tables);
    assert_eq!(empty, ["20 and 10 | nothing lies between `20` and `10`"]);
    let empty = notes("org.fte in [20..10]", &mut tables);
    assert_eq!(empty, ["20..10 | nothing lies between `20` and `10`"]);
}

fn typed(text: &str) -> Type {
    let (book, mut tables) = (Book::example(), Tables::new());
    let scope = if text.contains("hire.") { HIRE } else { ORGANISATION };
    value(text, &book, scope, None, &mut tables).unwrap_or_else(|m| panic!("`{text}`: {m:?}")).ty
}

#[test]
fn units_follow_through_products_and_quotients() {
    let of = |unit| Type::Number(Measure::of(unit));
    assert_eq!(typed("hire.hours * weeks"), of(Unit::HoursPerYear));
    assert_eq!(typed("wml_hour[hire.age] * hire.hours"), of(Unit::EuroPerWeek));
    assert_eq!(typed("wml_month * duration(\"P3M\")"), of(Unit::Euro));
    assert_eq!(typed("hire.hours / norm_week"), Type::Number(Measure::Ratio));
    assert_eq!(typed("wml_month * hire.hours / norm_week"), of(Unit::EuroPerMonth));
    assert_eq!(typed("min(100 % - org.share, cap) * wml_month * (1 + 8 %)"), of(Unit::EuroPerMonth));
    assert_eq!(typed("org.turnover / max(org.fte, 1)"), of(Unit::Euro));
    assert_eq!(typed("max(0, org.turnover - 5000)"), of(Unit::Euro));
    assert_eq!(typed("if org.active then 12 else org.turnover"), of(Unit::Euro));
    assert_eq!(typed("1 + 8 %"), Type::Number(Measure::Percent));
    assert_eq!(typed("as_on - org.founded"), of(Unit::Days));
    assert_eq!(typed("years_and_months_duration(org.founded, as_on)"), of(Unit::Months));
    assert_eq!(typed("org.founded - duration(\"P42D\")"), Type::Date);
    assert_eq!(typed("org.founded + term"), Type::Date);
    assert_eq!(typed("count(hires)"), of(Unit::Plain));
    assert_eq!(typed("sum(for h in hires return h.hours)"), of(Unit::HoursPerWeek));
    assert_eq!(typed("hire.hours / norm_week >= 80 %"), Type::Truth);
    assert_eq!(
        typed("org.turnover * org.turnover"),
        Type::Number(Measure::Of(Dimension::EURO.times(Dimension::EURO)))
    );
}

#[test]
fn ranges_follow_from_the_bounds_of_questions_and_figures() {
    let (mut book, mut tables) = (Book::example(), Tables::new());
    let line = LineName { index: 0, unit: Unit::Euro, range: (decimal("0"), decimal("500")) };
    book.lines.push(("first".to_owned(), line));
    let mut range = |text: &str| {
        let compiled = value(text, &book, HIRE, None, &mut tables).expect(text);
        compiled.range.map(|(low, high)| (low.normalize().to_string(), high.normalize().to_string()))
    };
    let of = |low: &str, high: &str| Some((low.to_owned(), high.to_owned()));
    assert_eq!(range("hire.hours / norm_week"), of("0", "1.6666666666666666666666666667"));
    assert_eq!(range("min(100 % - org.share, cap)"), of("0", "0.7"));
    assert_eq!(range("first * 2 + 10"), of("10", "1010"));
    assert_eq!(range("sum(for h in hires return h.hours - 10)"), of("-30", "150"));
    assert_eq!(range("count(hires)"), of("0", "3"));
    assert_eq!(range("if org.active then 3 else org.staff"), of("0", "50"));
    assert_eq!(range("wml_hour[hire.age]"), of("4.49", "14.96"));
    assert_eq!(range("round_up(org.turnover, -3)"), of("0", "100000000"));
    assert_eq!(range("date(\"2031-01-31\") - org.founded"), of("31", "11353"));
    assert_eq!(range("org.active"), None);
}

#[test]
fn nodes_that_only_became_predicates_are_left_out() {
    let (book, mut tables) = (Book::example(), Tables::new());
    compiled("org.fte < 10 and org.active", &book, &mut tables);
    compiled("org.founded <= as_on and org.fte < 10", &book, &mut tables);
    let mut rulebook = book.rulebook(&tables);
    let before = rulebook.nodes.len();
    prune(&mut rulebook, &mut Municipal::default());
    assert!(rulebook.nodes.len() < before);
    let left = rulebook.predicates.iter().find_map(|predicate| match predicate {
        Predicate::Expression(node) => Some(*node),
        _ => None,
    });
    assert_eq!(left, Some(NodeId(2)), "the day of foundation, the day of the advice, their comparison");
    assert_eq!(rulebook.nodes.len(), 3);
    assert_eq!(rulebook.check_indices(), Ok(()));
}

#[test]
fn what_is_proved_of_a_line_does_not_hold_for_a_line_with_other_limits() {
    let mut book = Book::example();
    let mut tables = Tables::new();
    let mut divides = |low: &str| {
        let range = (decimal(low), decimal("500"));
        book.lines = vec![("first".to_owned(), LineName { index: 0, unit: Unit::Euro, range })];
        value("1000 / first", &book, ORGANISATION, None, &mut tables).is_ok()
    };
    assert!(divides("1"));
    assert!(!divides("0"));
}

#[test]
fn a_computed_literal_is_as_good_as_a_written_one() {
    let (book, mut tables) = (Book::example(), Tables::new());
    let mut compiles = |text: &str| value(text, &book, ORGANISATION, None, &mut tables).is_ok();
    assert!(compiles("2.5 - 2.5"));
    assert!(compiles("as_on - duration(\"P6M\")"), "zero is whole, however it came about");
}
