//! What may stand in a field.

use super::record::Part;
use super::{Fault, Json, Seen, write};
use crate::model::Decimal;
use crate::sorted::Map;
use crate::words::wire as words;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::rc::Rc;

/// A value with a form in JSON.
pub(crate) trait Field: Sized {
    /// Whether `null` is a value as any other.
    const NULL: bool = false;

    /// From a file.
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault>;

    /// Into a file.
    fn write(&self, out: &mut String);

    /// Whether it is left out where it may be absent.
    fn is_empty(&self) -> bool {
        false
    }
}

impl Field for String {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        json.text()
    }

    fn write(&self, out: &mut String) {
        write::text(out, self);
    }

    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }
}

impl Field for bool {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        match json.get() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Fault::expected(json, words::true_or_false())),
        }
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn is_empty(&self) -> bool {
        !self
    }
}

#[inline(never)]
fn whole(json: Json<'_>, max: u64) -> Result<u64, Fault> {
    let number = json.get().parse().ok().filter(|number| *number <= max);
    number.ok_or_else(|| Fault::expected(json, &words::whole_number_to(max)))
}

#[inline(never)]
fn put(out: &mut String, number: u64) {
    // Writing into a string does not fail.
    let _ = write!(out, "{number}");
}

macro_rules! whole {
    ($($type:ty),*) => {
        $(impl Field for $type {
            fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
                whole(json, <$type>::MAX as u64).map(|number| number as $type)
            }

            fn write(&self, out: &mut String) {
                put(out, *self as u64);
            }
        })*
    };
}
whole!(u8, u32, u64, usize);

impl Field for i64 {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        json.get().parse().map_err(|_| Fault::expected(json, words::a_whole_number()))
    }

    fn write(&self, out: &mut String) {
        if *self < 0 {
            out.push('-');
        }
        put(out, self.unsigned_abs());
    }
}

impl Field for Decimal {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        Self::new(json.get()).ok_or_else(|| Fault::expected(json, words::a_number()))
    }

    fn write(&self, out: &mut String) {
        out.push_str(self.as_str());
    }
}

impl Field for char {
    fn read(json: Json<'_>, _: &mut Seen) -> Result<Self, Fault> {
        let text = json.text()?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => Err(Fault::expected(json, words::one_character())),
        }
    }

    fn write(&self, out: &mut String) {
        write::text(out, self.encode_utf8(&mut [0; 4]));
    }
}

impl<T: Field> Field for Option<T> {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        if json.is_null() && !T::NULL { Ok(None) } else { T::read(json, seen).map(Some) }
    }

    fn write(&self, out: &mut String) {
        match self {
            Some(value) => value.write(out),
            None => out.push_str("null"),
        }
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

macro_rules! behind {
    ($($pointer:ident),*) => {
        $(impl<T: Field> Field for $pointer<T> {
            fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
                T::read(json, seen).map(Self::new)
            }

            fn write(&self, out: &mut String) {
                (**self).write(out);
            }
        })*
    };
}
behind!(Box, Rc);

impl<T: Field> Field for Vec<T> {
    #[inline(never)]
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let mut list = Self::new();
        for (n, item) in json.list()?.into_iter().enumerate() {
            seen.enter(Part::Item(n));
            list.push(T::read(item, seen)?);
            seen.leave();
        }
        Ok(list)
    }

    #[inline(never)]
    fn write(&self, out: &mut String) {
        out.push('[');
        for (n, item) in self.iter().enumerate() {
            if n > 0 {
                out.push(',');
            }
            item.write(out);
        }
        out.push(']');
    }

    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}

impl<A: Field, B: Field> Field for (A, B) {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        match json.list()?[..] {
            [a, b] => Ok((A::read(a, seen)?, B::read(b, seen)?)),
            _ => Err(Fault::expected(json, words::a_pair())),
        }
    }

    fn write(&self, out: &mut String) {
        out.push('[');
        self.0.write(out);
        out.push(',');
        self.1.write(out);
        out.push(']');
    }
}

/// An object with any keys.
impl<T: Field> Field for Map<String, T> {
    fn read(json: Json<'_>, seen: &mut Seen) -> Result<Self, Fault> {
        let mut map = Map::new();
        for (key, value) in json.object()? {
            map.insert(key.into_owned(), T::read(value, seen)?);
        }
        Ok(map)
    }

    fn write(&self, out: &mut String) {
        out.push('{');
        for (key, value) in self {
            write::key(out, key);
            value.write(out);
        }
        out.push('}');
    }

    fn is_empty(&self) -> bool {
        Map::is_empty(self)
    }
}

/// Which of the words a text is.
#[inline(never)]
pub(crate) fn word(json: Json<'_>, words: &[&str]) -> Result<usize, Fault> {
    let text = json.chars()?;
    words.iter().position(|word| *word == text).ok_or_else(|| Fault::expected(json, &words.join(", ")))
}

/// A value that says what it is: an object with one key, or a text alone, whose value is the text.
#[inline(never)]
pub(crate) fn tagged(json: Json<'_>) -> Result<(Cow<'_, str>, Json<'_>), Fault> {
    if json.get().starts_with('"') {
        return Ok((json.chars()?, json));
    }
    let mut fields = json.object()?;
    match (fields.pop(), fields.is_empty()) {
        (Some(field), true) => Ok(field),
        _ => Err(Fault::expected(json, words::one_key())),
    }
}
