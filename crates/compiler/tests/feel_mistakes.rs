//! Every mistake in an expression is told with its place and its repair.

mod book;

use book::{Book, HIRES};
use steunwijzer_compiler::feel::{Expected, Mistake, Scope, Tables, value};
use steunwijzer_engine::rulebook::Unit;

/// What is expected of an expression, and where it stands.
#[derive(Clone, Copy)]
enum As {
    Condition,
    Anything,
    OfHire,
    Euro,
    EuroPerMonth,
    Percent,
}

fn mistake(text: &str, expected: As) -> Mistake {
    let mut book = Book::example();
    let mut tables = Tables::new();
    define(&mut book, &mut tables);
    let scope = Scope { subject: matches!(expected, As::OfHire).then_some(HIRES) };
    let expected = match expected {
        As::Condition | As::OfHire => Some(Expected::Truth),
        As::Anything => None,
        As::Euro => Some(Expected::Number(Unit::Euro)),
        As::EuroPerMonth => Some(Expected::Number(Unit::EuroPerMonth)),
        As::Percent => Some(Expected::Number(Unit::Percent)),
    };
    let result = value(text, &book, scope, expected, &mut tables);
    result.err().unwrap_or_else(|| panic!("`{text}` should not compile"))
}

/// One definition about a hire.
fn define(book: &mut Book, tables: &mut Tables) {
    let scope = Scope { subject: Some(HIRES) };
    let young = value("hire.age < 21", book, scope, None, tables).expect("a definition");
    let young = book::Defined { node: young.node, ty: young.ty, list: Some(HIRES), uses: young.uses };
    book.definitions.push(("is_young".to_owned(), young));
}

/// The text, what is expected of it, the words the mistake points at, the message, the help.
type Row = (&'static str, As, &'static str, &'static str, &'static str);

fn check(rows: &[Row]) {
    let mut wrong = Vec::new();
    for (text, expected, place, message, help) in rows {
        let found = mistake(text, *expected);
        let found = (&text[found.at], found.message, found.help.unwrap_or_default());
        if found != (place, (*message).to_owned(), (*help).to_owned()) {
            wrong.push(format!("{text}\n  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mistakes_in_characters() {
    check(&[
        ("org.fte & 3", As::Condition, "&", "`&` means nothing here", ""),
        ("org.fte && 3", As::Condition, "&&", "`&&` means nothing here", "write `and`"),
        ("org.active || org.anbi", As::Condition, "||", "`||` means nothing here", "write `or`"),
        ("!org.active", As::Condition, "!", "`!` means nothing here", "write `not(…)`"),
        ("org.form == \"bv\"", As::Condition, "==", "`==` means nothing here", "write `=`"),
        ("org.form <> \"bv\"", As::Condition, "<>", "`<>` means nothing here", "write `!=`"),
        (
            "org.form = 'bv'",
            As::Condition,
            "'",
            "`'` means nothing here",
            "write a text between double quotes: `\"bv\"`",
        ),
        (
            "org.fte ** 2 > 4",
            As::Condition,
            "**",
            "`**` means nothing here",
            "write the product in full: `x * x`",
        ),
        (
            "org.turnover > €500",
            As::Condition,
            "€",
            "`€` means nothing here",
            "write the bare number: its unit follows from what it stands beside",
        ),
        (
            "org.founded > @\"2020-01-01\"",
            As::Condition,
            "@",
            "`@` means nothing here",
            "write `date(\"2026-07-01\")`",
        ),
        (
            "{a: 1}",
            As::Condition,
            "{",
            "`{` means nothing here",
            "there are no contexts and no functions of one's own",
        ),
        (
            "org.form = \"bv",
            As::Condition,
            "\"bv",
            "a text that does not end",
            "close it with a double quote",
        ),
        ("org.active /* or", As::Condition, "/*", "a comment that does not end", "close it with `*/`"),
        (
            "12345678901234567890123456789012",
            As::Anything,
            "12345678901234567890123456789012",
            "`12345678901234567890123456789012` has more than 28 digits",
            "write a shorter number",
        ),
    ]);
}

#[test]
fn mistakes_in_grammar() {
    check(&[
        ("", As::Condition, "", "an empty expression", ""),
        ("  // nothing", As::Condition, "  // nothing", "an empty expression", ""),
        ("org.active and", As::Condition, "", "the end where a value was expected", ""),
        (
            "org.active org.anbi",
            As::Condition,
            "org.anbi",
            "`org.anbi` where an operator or the end was expected",
            "",
        ),
        ("(org.active", As::Condition, "", "the end where `)` was expected", ""),
        ("org.active)", As::Condition, ")", "`)` where an operator or the end was expected", ""),
        (
            "not org.active",
            As::Condition,
            "org.active",
            "`org.active` where `(` was expected",
            "write `not(…)`, with brackets",
        ),
        (
            "1 < org.fte < 10",
            As::Condition,
            "<",
            "a second comparison in a row",
            "join two comparisons: `a < b and b < c`",
        ),
        (
            "org.fte = null",
            As::Condition,
            "null",
            "there is no `null`",
            "an answer that is not known stays unknown by itself",
        ),
        ("if org.active then 1", As::Anything, "", "the end where `else` was expected", ""),
        ("if org.active 1 else 2", As::Anything, "1", "`1` where `then` was expected", ""),
        ("org.fte between 1 or 2", As::Condition, "or", "`or` where `and` was expected", ""),
        (
            "org.fte in [1..5",
            As::Condition,
            "",
            "the end where `]` or `)` was expected",
            "close the range: `]` includes its end, `)` does not",
        ),
        (
            "org.fte in [1, 5]",
            As::Condition,
            ",",
            "`,` where `..` was expected",
            "a range is `[1..5]`; a list of values stands in round brackets: `in (1, 5)`",
        ),
        (
            "for h in hires return h.hours",
            As::Anything,
            "for",
            "`for` stands inside `sum(…)` only",
            "write `sum(for x in list return …)`",
        ),
        (
            "sum(hires)",
            As::Anything,
            "hires",
            "`hires` where `for` was expected",
            "write `sum(for x in list return …)`",
        ),
        (
            "count hires",
            As::Anything,
            "hires",
            "`hires` where `(` was expected",
            "write `count(…)`, with brackets",
        ),
        (
            "some h.x in hires satisfies true",
            As::Condition,
            "h.x",
            "`h.x` where a name for the record was expected",
            "",
        ),
        (
            "some in in hires satisfies true",
            As::Condition,
            "in",
            "`in` where a name for the record was expected",
            "",
        ),
        ("max(1, 2", As::Anything, "", "the end where `)` was expected", ""),
        ("then", As::Anything, "then", "`then` where a value was expected", ""),
        ("org.form = , \"bv\"", As::Anything, ",", "`,` where a value was expected", ""),
        ("org.fte \"bv\"", As::Anything, "\"bv\"", "`\"bv\"` where an operator or the end was expected", ""),
    ]);
}

#[test]
fn mistakes_in_names() {
    check(&[
        ("org.fet < 3", As::Condition, "org.fet", "`org.fet` is not known", "did you mean `org.fte`?"),
        (
            "completely_else < 3",
            As::Condition,
            "completely_else",
            "`completely_else` is not known",
            "25 are known, none is like it",
        ),
        (
            "hire.hours > 3",
            As::Condition,
            "hire.hours",
            "`hire.hours` belongs to one record of `hires`",
            "loop over the records: `some x in hires satisfies x.hours …`",
        ),
        (
            "is_young",
            As::Condition,
            "is_young",
            "`is_young` belongs to one record of `hires`",
            "it can be used only where one record of `hires` is judged",
        ),
        (
            "hires",
            As::Condition,
            "hires",
            "`hires` is a list",
            "count it, or loop over it: `count(hires)`, `some x in hires satisfies …`",
        ),
        (
            "some h in hiers satisfies true",
            As::Condition,
            "hiers",
            "`hiers` is not a list",
            "did you mean `hires`?",
        ),
        (
            "some h in hires satisfies h",
            As::Condition,
            "h",
            "`h` is a whole record",
            "name one of its answers: `h.…`",
        ),
        (
            "some h in hires satisfies h.huors > 3",
            As::Condition,
            "h.huors",
            "`h.huors` is not known",
            "did you mean `h.hours`?",
        ),
        (
            "some h in hires satisfies some h in hires satisfies true",
            As::Condition,
            "h",
            "`h` already stands for a record",
            "choose another name for the record of this loop",
        ),
        (
            "some hire in hires satisfies hire.lks",
            As::OfHire,
            "hire",
            "`hire` already stands for a record",
            "choose another name for the record of this loop",
        ),
        (
            "org.form = \"stichtng\"",
            As::Condition,
            "\"stichtng\"",
            "`stichtng` is not an option here",
            "did you mean `stichting`?",
        ),
        (
            "org.form in (\"bv\", \"nvv\")",
            As::Condition,
            "\"nvv\"",
            "`nvv` is not an option here",
            "did you mean `nv`?",
        ),
        ("org.form in (\"bv\", \"nv\", \"bv\")", As::Condition, "\"bv\"", "`\"bv\"` stands here twice", ""),
        (
            "contains(org.themes, \"fod\")",
            As::Condition,
            "\"fod\"",
            "`fod` is not an option here",
            "did you mean `food`?",
        ),
        (
            "org.place in municipality(\"GM9999\")",
            As::Condition,
            "\"GM9999\"",
            "there is no municipality `GM9999`",
            "known: `GM0000`, `GM0001`, `GM0069`",
        ),
        (
            "org.place in province(\"Utrect\")",
            As::Condition,
            "\"Utrect\"",
            "there is no province `Utrect`",
            "did you mean `Utrecht`?",
        ),
        (
            "org.place in region(\"Elsewhere\")",
            As::Condition,
            "\"Elsewhere\"",
            "there is no region `Elsewhere`",
            "known: `Tens`, `Others`",
        ),
        (
            "roundup(org.fte, 2) > 1",
            As::Condition,
            "roundup",
            "there is no function `roundup`",
            "did you mean `round_up`?",
        ),
        (
            "org.fte on as_on",
            As::Anything,
            "org.fte",
            "`org.fte` is not a parameter",
            "only parameters have a key or another day",
        ),
        (
            "wml_hour",
            As::Anything,
            "wml_hour",
            "`wml_hour` has a figure for each key",
            "write the key behind it: `wml_hour[hire.age]`",
        ),
        (
            "wml_month[3]",
            As::Anything,
            "3",
            "`wml_month` has no key",
            "leave out what stands between `[` and `]`",
        ),
        (
            "wml_hour[org.turnover]",
            As::Anything,
            "org.turnover",
            "`org.turnover` is in euro, not a plain number",
            "",
        ),
        ("wml_hour[org.active]", As::Anything, "org.active", "`org.active` is yes or no, not a number", ""),
        ("wml_month on 2026", As::Anything, "2026", "`2026` is a bare number, not a date", ""),
    ]);
}

#[test]
fn mistakes_in_types() {
    check(&[
        (
            "org.fte",
            As::Condition,
            "org.fte",
            "`org.fte` is a plain number, not yes or no",
            "compare it with another number",
        ),
        (
            "org.form",
            As::Condition,
            "org.form",
            "`org.form` is one option of a choice, not yes or no",
            "compare it with one of its options",
        ),
        (
            "org.themes",
            As::Condition,
            "org.themes",
            "`org.themes` is several options of a choice, not yes or no",
            "ask for one of its options: `contains(…, \"…\")`",
        ),
        ("org.place", As::Condition, "org.place", "`org.place` is a municipality, not yes or no", ""),
        (
            "org.form",
            As::Anything,
            "org.form",
            "`org.form` is one option of a choice",
            "an expression gives yes or no, a number or a date",
        ),
        (
            "\"bv\"",
            As::Anything,
            "\"bv\"",
            "`\"bv\"` is a text",
            "an expression gives yes or no, a number or a date",
        ),
        ("org.active", As::Euro, "org.active", "`org.active` is yes or no, not in euro", ""),
        (
            "org.founded and org.active",
            As::Condition,
            "org.founded",
            "`org.founded` is a date, not yes or no",
            "",
        ),
        (
            "not(1)",
            As::Condition,
            "1",
            "`1` is a bare number, not yes or no",
            "compare it with another number",
        ),
        (
            "org.fte = \"bv\"",
            As::Condition,
            "org.fte = \"bv\"",
            "`org.fte` is a plain number, `\"bv\"` is a text",
            "only values of one type can be compared",
        ),
        (
            "org.founded > \"2020-01-01\"",
            As::Condition,
            "org.founded > \"2020-01-01\"",
            "`org.founded` is a date, `\"2020-01-01\"` is a text",
            "write `date(\"2020-01-01\")`",
        ),
        (
            "org.place = \"GM0001\"",
            As::Condition,
            "org.place = \"GM0001\"",
            "`org.place` is a municipality, `\"GM0001\"` is a text",
            "write `municipality(\"GM0001\")`",
        ),
        (
            "org.place = province(\"Utrecht\")",
            As::Condition,
            "org.place = province(\"Utrecht\")",
            "a place is not the same as a set of places",
            "write `in` instead of `=`",
        ),
        (
            "org.themes = \"food\"",
            As::Condition,
            "org.themes = \"food\"",
            "`org.themes` is several options of a choice, `\"food\"` is a text",
            "ask for one of its options: `contains(…, \"…\")`",
        ),
        (
            "contains(org.form, \"bv\")",
            As::Condition,
            "org.form",
            "`org.form` is one option of a choice, not several options of a choice",
            "",
        ),
        ("contains(org.themes, 3)", As::Condition, "3", "`3` where a text between quotes was expected", ""),
        (
            "org.form > \"bv\"",
            As::Condition,
            "org.form > \"bv\"",
            "`org.form` is one option of a choice: it has no order",
            "only numbers and dates come before or after each other",
        ),
        (
            "org.active < org.anbi",
            As::Condition,
            "org.active < org.anbi",
            "`org.active` is yes or no: it has no order",
            "only numbers and dates come before or after each other",
        ),
        (
            "org.form = org.size",
            As::Condition,
            "org.form = org.size",
            "`org.form` and `org.size` have other options",
            "only choices with the same options can be compared",
        ),
        (
            "org.active + 1",
            As::Anything,
            "org.active + 1",
            "`org.active` is yes or no, `1` is a bare number: no `+` between them",
            "",
        ),
        (
            "org.founded + org.founded",
            As::Anything,
            "org.founded + org.founded",
            "`org.founded` is a date, `org.founded` is a date: no `+` between them",
            "",
        ),
        ("-org.active", As::Anything, "org.active", "`org.active` is yes or no, not a number", ""),
        ("abs(org.founded)", As::Anything, "org.founded", "`org.founded` is a date, not a number", ""),
        (
            "if org.active then 1 else org.founded",
            As::Anything,
            "if org.active then 1 else org.founded",
            "`1` is a bare number, `org.founded` is a date",
            "both branches must be yes or no, both numbers or both dates",
        ),
        (
            "org.fte between 1 and org.founded",
            As::Condition,
            "org.fte between 1 and org.founded",
            "`org.fte` is a plain number, `org.founded` is a date",
            "only values of one type can be compared",
        ),
        (
            "date(\"2026-02-30\")",
            As::Anything,
            "\"2026-02-30\"",
            "`2026-02-30` is not a day",
            "write year, month and day: `date(\"2026-07-01\")`",
        ),
        (
            "date(2026, 13, 1)",
            As::Anything,
            "date(2026, 13, 1)",
            "`date(2026, 13, 1)` is not a day",
            "write year, month and day as whole numbers: `date(2026, 7, 1)`",
        ),
        (
            "duration(\"P1W\")",
            As::Anything,
            "\"P1W\"",
            "`P1W` is not a duration",
            "write years and months (`P1Y6M`) or days (`P42D`)",
        ),
        (
            "duration(\"P1Y2D\")",
            As::Anything,
            "\"P1Y2D\"",
            "`P1Y2D` is not a duration",
            "write years and months (`P1Y6M`) or days (`P42D`)",
        ),
        ("duration(5)", As::Anything, "5", "`5` where a text between quotes was expected", ""),
        (
            "years_and_months_duration(org.fte, as_on)",
            As::Anything,
            "org.fte",
            "`org.fte` is a plain number, not a date",
            "",
        ),
        ("max(1)", As::Anything, "max(1)", "`max` takes two values or more; here it has 1", ""),
        ("abs(1, 2)", As::Anything, "abs(1, 2)", "`abs` takes one value; here it has 2", ""),
        (
            "floor()",
            As::Anything,
            "floor()",
            "`floor` takes one value, or a value and a number of decimals; here it has 0",
            "",
        ),
        (
            "decimal(1)",
            As::Anything,
            "decimal(1)",
            "`decimal` takes a value and a number of decimals; here it has 1",
            "",
        ),
        ("modulo(1)", As::Anything, "modulo(1)", "`modulo` takes two values; here it has 1", ""),
        (
            "date()",
            As::Anything,
            "date()",
            "`date` takes a text, or a year, a month and a day; here it has 0",
            "",
        ),
        (
            "contains(org.themes)",
            As::Anything,
            "contains(org.themes)",
            "`contains` takes a question with several options and one option; here it has 1",
            "",
        ),
        (
            "round_up(org.fte, org.staff)",
            As::Anything,
            "org.staff",
            "`org.staff` is not a number of decimals",
            "write a whole number from -18 to 28",
        ),
        (
            "round_up(org.fte, 99)",
            As::Anything,
            "99",
            "`99` is not a number of decimals",
            "write a whole number from -18 to 28",
        ),
    ]);
}

#[test]
fn mistakes_in_units() {
    check(&[
        (
            "org.turnover > org.fte",
            As::Condition,
            "org.turnover > org.fte",
            "`org.turnover` is in euro, `org.fte` is a plain number",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "hire.hours > hire.term",
            As::OfHire,
            "hire.hours > hire.term",
            "`hire.hours` is in hours per week, `hire.term` is in months",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "org.turnover + wml_month",
            As::Anything,
            "org.turnover + wml_month",
            "`org.turnover` is in euro, `wml_month` is in euro per month",
            "both must count the same: multiply or divide until they do",
        ),
        ("org.share >= 50", As::Condition, "50", "`50` stands beside a percentage", "write `50 %`"),
        ("50 <= org.share", As::Condition, "50", "`50` stands beside a percentage", "write `50 %`"),
        (
            "org.share between 10 and 50 %",
            As::Condition,
            "10",
            "`10` stands beside a percentage",
            "write `10 %`",
        ),
        ("max(0, 100 % - org.share)", As::Anything, "0", "`0` stands beside a percentage", "write `0 %`"),
        ("org.share + 5", As::Anything, "5", "`5` stands beside a percentage", "write `5 %`"),
        (
            "org.share > org.fte",
            As::Condition,
            "org.share > org.fte",
            "`org.share` is a percentage, `org.fte` is a plain number",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "if org.active then org.turnover else wml_month",
            As::Anything,
            "if org.active then org.turnover else wml_month",
            "`org.turnover` is in euro, `wml_month` is in euro per month",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "min(org.turnover, wml_month)",
            As::Anything,
            "min(org.turnover, wml_month)",
            "`org.turnover` is in euro, `wml_month` is in euro per month",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "modulo(org.turnover, norm_week)",
            As::Anything,
            "modulo(org.turnover, norm_week)",
            "`org.turnover` is in euro, `norm_week` is in hours per week",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "wml_month",
            As::Euro,
            "wml_month",
            "`wml_month` is in euro per month, not in euro",
            "correct the formula, or the type and the `per` beside it",
        ),
        (
            "wml_month * duration(\"P12M\")",
            As::EuroPerMonth,
            "wml_month * duration(\"P12M\")",
            "`wml_month * duration(\"P12M\")` is in euro, not in euro per month",
            "correct the formula, or the type and the `per` beside it",
        ),
        (
            "0.5",
            As::Percent,
            "0.5",
            "`0.5` is a bare number, not a percentage",
            "write a percentage with its sign: `50 %`",
        ),
        (
            "org.founded + 6",
            As::Anything,
            "6",
            "`6` is a bare number, not months or days",
            "write a duration: `duration(\"P6M\")` or `duration(\"P42D\")`",
        ),
        (
            "org.founded + weeks",
            As::Anything,
            "weeks",
            "`weeks` is in weeks per year, not months or days",
            "write a duration: `duration(\"P6M\")` or `duration(\"P42D\")`",
        ),
        (
            "duration(\"P1Y\") + duration(\"P3D\")",
            As::Anything,
            "duration(\"P1Y\") + duration(\"P3D\")",
            "`duration(\"P1Y\")` is in months, `duration(\"P3D\")` is in days",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "as_on - org.founded < duration(\"P5Y\")",
            As::Condition,
            "as_on - org.founded < duration(\"P5Y\")",
            "`as_on - org.founded` is in days, `duration(\"P5Y\")` is in months",
            "both must count the same: multiply or divide until they do",
        ),
        (
            "org.founded + duration(\"P6M\") / 4",
            As::Anything,
            "duration(\"P6M\") / 4",
            "`duration(\"P6M\") / 4` need not be whole",
            "round it first: `floor(…)`",
        ),
    ]);
}

#[test]
fn mistakes_in_ranges() {
    check(&[
        (
            "org.turnover / org.fte",
            As::Anything,
            "org.fte",
            "`org.fte` can be zero, and divides",
            "write `max(org.fte, 1)`, or raise the lowest answer of the question",
        ),
        ("10 / 0", As::Anything, "0", "`0` is zero: nothing is divided by it", ""),
        (
            "modulo(org.staff, org.staff)",
            As::Anything,
            "org.staff",
            "`org.staff` can be zero, and divides",
            "write `max(org.staff, 1)`, or raise the lowest answer of the question",
        ),
        (
            "org.turnover / (org.owners - 3)",
            As::Anything,
            "(org.owners - 3)",
            "`(org.owners - 3)` can be zero, and divides",
            "write `max(org.owners - 3, 1)`, or raise the lowest answer of the question",
        ),
        (
            "org.turnover * org.turnover * org.turnover * org.turnover",
            As::Anything,
            "org.turnover * org.turnover * org.turnover * org.turnover",
            "`org.turnover * org.turnover * org.turnover * org.turnover` can outgrow 28 digits",
            "narrow the bounds of the questions in it, or use `min(…)`",
        ),
    ]);
}
