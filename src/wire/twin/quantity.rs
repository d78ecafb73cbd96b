//! Figures with bounds, as they stand in the attributes of annotations.

use crate::model::{Bound, Decimal, Quantity, RawJson};
use crate::wire::json::{Field, Json, Seen, record, to_string};

record! {
    struct QuantityTwin {
        may "op" op: String,
        may "low" low: Option<Decimal>,
        may "high" high: Option<Decimal>,
        may "unit" unit: String,
        may "written" written: String,
    }
}

/// The file form of a quantity.
pub(in crate::wire) fn write(quantity: &Quantity) -> RawJson {
    let Quantity { bound, low, high, unit, written } = quantity.clone();
    let op = bound.sign().to_owned();
    let json = to_string(&QuantityTwin { op, low: Some(low), high, unit, written });
    RawJson(json.into())
}

/// A quantity from its file form; `None` for what is none, or holds more.
pub(in crate::wire) fn read(json: &RawJson) -> Option<Quantity> {
    let mut seen = Seen::default();
    let twin = QuantityTwin::read(Json::new(&json.0).ok()?, &mut seen).ok()?;
    if !seen.unknown.is_empty() {
        return None;
    }
    let bound = match twin.op.as_str() {
        "" => Bound::Equal,
        op => Bound::SIGNS.iter().find(|(_, sign, typed)| *sign == op || *typed == op)?.0,
    };
    // Some write what is at most as its upper end alone.
    let (low, high) = match (twin.low, twin.high) {
        (Some(low), high) => (low, high),
        (None, Some(high)) if bound != Bound::Range => (high, None),
        _ => return None,
    };
    let bound = if high.is_some() { Bound::Range } else { bound };
    Some(Quantity { bound, low, high, unit: twin.unit, written: twin.written })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Figure;

    #[test]
    fn quantities_come_back() {
        for text in ["12", "≥ 12 people", "3–5 km", "~ 0.50"] {
            let mut clear = |read| match read {
                Figure::Clear(number) => Some(number),
                Figure::Either { .. } => None,
            };
            let quantity = Quantity::parse(text, &mut clear).expect(text);
            assert_eq!(read(&write(&quantity)), Some(quantity));
        }
        let raw = |json: &str| RawJson(json.into());
        assert_eq!(read(&raw(r#"{"op":">","low":200}"#)).expect("read").to_string(), "> 200");
        assert_eq!(read(&raw(r#"{"op":"<=","high":7}"#)).expect("read").to_string(), "≤ 7");
        for other in ["[]", "{}", r#"{"low":1,"mood":"high"}"#, r#"{"op":"?","low":1}"#] {
            assert_eq!(read(&raw(other)), None, "{other}");
        }
    }
}
