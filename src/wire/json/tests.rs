//! Against serde_json.

use super::{Field, Json, Seen, to_string};
use crate::model::Decimal;
use proptest::prelude::*;
use serde_json::Value;

/// The value, through the reader under test.
fn value(json: Json<'_>) -> Option<Value> {
    Some(match json.get().as_bytes()[0] {
        b'"' => Value::String(json.text().ok()?),
        b'[' => Value::Array(json.list().ok()?.into_iter().map(value).collect::<Option<_>>()?),
        b'{' => {
            let fields = json.object().ok()?.into_iter();
            Value::Object(
                fields.map(|(key, json)| Some((key.into_owned(), value(json)?))).collect::<Option<_>>()?,
            )
        }
        b'-' | b'0'..=b'9' => match json.get().parse::<i64>() {
            Ok(whole) => Value::from(whole),
            Err(_) => Value::from(json.get().parse::<f64>().ok()?),
        },
        b't' => Value::Bool(true),
        b'f' => Value::Bool(false),
        _ => Value::Null,
    })
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_serde_json_writes_is_read(expected in any_json(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&expected) } else { serde_json::to_string(&expected) };
        let text = text.expect("JSON");
        prop_assert_eq!(Json::new(&text).ok().and_then(value), Some(expected));
    }

    #[test]
    fn texts_are_written_alike(text in any::<String>()) {
        prop_assert_eq!(to_string(&text), serde_json::to_string(&text).expect("JSON"));
    }

    #[test]
    fn numbers_come_back_as_they_were_written(number in any::<f64>().prop_filter("JSON has no others", |n| n.is_finite())) {
        let written = serde_json::to_string(&number).expect("JSON");
        let decimal = Decimal::new(&written).expect("a number");
        prop_assert_eq!(to_string(&decimal), written.clone());
        let json = Json::new(&written).expect("JSON");
        prop_assert_eq!(Decimal::read(json, &mut Seen::default()).ok(), Some(decimal));
    }

    /// The same texts are refused, for the same kind of reason, in the same line.
    #[test]
    fn what_is_no_json_is_refused(
        valid in any_json(),
        at in any::<prop::sample::Index>(),
        cut in any::<bool>(),
        with in prop::sample::select(vec!["", "\"", "\\", "\\ud83d", "{", "]", ",", ":", "0", "-", ".", "e", "\n", "nul", "\u{7}"]),
    ) {
        let mut text = serde_json::to_string_pretty(&valid).expect("JSON");
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        if cut {
            text.truncate(at);
        }
        text.insert_str(at, with);
        // Values that nothing reads: serde_json, too, then leaves surrogates aside.
        let theirs = serde_json::from_str::<&serde_json::value::RawValue>(&text);
        match (Json::new(&text), theirs) {
            (Ok(ours), Ok(theirs)) => prop_assert_eq!(ours.get(), theirs.get()),
            (Err(ours), Err(theirs)) => {
                // A number that is cut off is no end for them.
                prop_assert!(ours.is_cut() || !theirs.is_eof(), "{} {} {}", text, ours.why(), theirs);
                if !ours.is_cut() {
                    prop_assert!(theirs.line().abs_diff(ours.place(&text).0 as usize) <= 1);
                }
            }
            (ours, theirs) => prop_assert!(false, "{text}: {ours:?} {theirs:?}"),
        }
    }
}

#[test]
fn half_a_surrogate_pair_is_no_text() {
    for (json, text) in [
        (r#""\ud83d\ude00""#, Some("😀")),
        (r#""\ud83d""#, None),
        (r#""\ude00""#, None),
        (r#""\ud83dx""#, None),
    ] {
        assert_eq!(Json::new(json).expect("JSON").text().ok().as_deref(), text);
    }
}

#[test]
fn depth_is_no_danger() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert!(Json::new(&deep).is_ok());
    assert!(Json::new(&deep[1..]).is_err_and(|fault| !fault.is_cut()));
}
