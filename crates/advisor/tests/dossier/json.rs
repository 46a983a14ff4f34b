//! The reader and writer of JSON, against a published one.

use proptest::prelude::*;
use serde_json::Value;
use steunwijzer_advisor::json::{DEEPEST, Json, Unreadable, read};

/// The same tree from the other reader; `None` where a key stands twice, which it does not tell.
fn of(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(yes) => Json::Bool(*yes),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Json::Whole(whole),
            None => Json::Fraction(number.to_string()),
        },
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(values) => Json::List(values.iter().map(of).collect()),
        Value::Object(entries) => {
            Json::Table(entries.iter().map(|(key, value)| (key.clone(), of(value))).collect())
        }
    }
}

fn trees() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

/// Text that is nearly JSON.
fn nearly() -> impl Strategy<Value = String> {
    let pieces = [
        "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "\\", "\\u00e9", "\\ud83d", "\\ude00", "null", "true",
        "false", "nul", "-", "0", "01", "12", ".5", "1.50", "e", "1e3", "E-2", " ", "\n", "é", "\u{1}",
        "\\n", "\u{feff}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn what_the_other_writes_is_read(tree in trees()) {
        for text in [tree.to_string(), format!("{tree:#}")] {
            prop_assert_eq!(read(&text).unwrap(), of(&tree));
        }
    }

    #[test]
    fn what_is_written_is_what_the_other_writes(tree in trees()) {
        let text = of(&tree).to_string();
        prop_assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), &tree);
        // The other writes two control characters with a letter.
        if !text.contains("\\u") {
            prop_assert_eq!(text, format!("{tree:#}"));
        }
    }

    #[test]
    fn both_refuse_the_same_texts(text in nearly()) {
        let other = serde_json::from_str::<Value>(&text);
        // A number that no float holds is refused there and kept as it is here.
        let too_large = other.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
        prop_assert!(too_large || read(&text).is_ok() == other.is_ok(), "{text:?}: {other:?}");
    }
}

#[test]
fn a_fraction_is_kept_as_it_was_written() {
    for number in ["1.50", "-0", "1e400", "12345678901234567890", "0.10"] {
        assert_eq!(read(number), Ok(Json::Fraction(number.to_owned())));
        assert_eq!(read(number).unwrap().to_string(), number);
    }
}

#[test]
fn a_key_that_stands_twice_is_seen() {
    let twice = Json::Table(vec![("a".to_owned(), Json::Whole(1)), ("a".to_owned(), Json::Whole(2))]);
    assert_eq!(read(r#"{"a": 1, "a": 2}"#), Ok(twice));
}

#[test]
fn the_place_of_a_mistake_is_named_in_characters() {
    let at = |text| read(text).unwrap_err();
    assert_eq!(at("{\n  \"é\": nul }"), Unreadable { line: 2, column: 8, too_deep: false });
    assert_eq!(at("[1,]"), Unreadable { line: 1, column: 4, too_deep: false });
    assert_eq!(at(""), Unreadable { line: 1, column: 1, too_deep: false });
    assert_eq!(at("1 2"), Unreadable { line: 1, column: 3, too_deep: false });
}

#[test]
fn what_lies_too_deep_is_refused_and_what_lies_as_deep_as_allowed_is_not() {
    let deep = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    assert!(read(&deep(DEEPEST)).is_ok());
    assert!(read(&deep(DEEPEST + 1)).unwrap_err().too_deep);
    assert!(read(&"[".repeat(400_000)).unwrap_err().too_deep);
}
