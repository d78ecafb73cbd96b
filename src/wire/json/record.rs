//! Objects with known keys.

use super::{Fault, Field, Json};
use crate::words::wire as said;
use std::borrow::Cow;

/// A step into a value.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Key(&'static str),
    Item(usize),
}

/// Where reading is, and the keys that nothing took.
#[derive(Default)]
pub(crate) struct Seen {
    /// Stays where it is when something is wrong.
    path: Vec<Part>,
    /// `origin.mood`, in the order in which the records end.
    pub(crate) unknown: Vec<String>,
}

impl Seen {
    /// One step further in.
    #[inline(never)]
    pub(super) fn enter(&mut self, part: Part) {
        self.path.push(part);
    }

    /// One step back.
    #[inline(never)]
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    /// What is wrong, with the innermost key in which it is.
    pub(crate) fn place(&self, fault: &Fault) -> String {
        let key = self.path.iter().rev().find_map(|part| match part {
            Part::Key(key) => Some(key),
            Part::Item(_) => None,
        });
        key.map_or_else(|| fault.why().to_owned(), |key| said::in_key(fault.why(), key))
    }

    /// Notes a key that nothing took.
    #[inline(never)]
    fn unknown(&mut self, key: &str) {
        let mut path = String::new();
        for part in &self.path {
            match part {
                Part::Key(key) => path.push_str(key),
                Part::Item(n) => path.push_str(&n.to_string()),
            }
            path.push('.');
        }
        path.push_str(key);
        self.unknown.push(path);
    }
}

/// An object whose fields are taken one by one.
pub(crate) struct Record<'a, 's> {
    json: Json<'a>,
    fields: Vec<(Cow<'a, str>, Option<Json<'a>>)>,
    seen: &'s mut Seen,
}

impl<'a, 's> Record<'a, 's> {
    /// Takes an object.
    #[inline(never)]
    pub(crate) fn open(json: Json<'a>, seen: &'s mut Seen) -> Result<Self, Fault> {
        let fields = json.object()?.into_iter().map(|(key, value)| (key, Some(value))).collect();
        Ok(Self { json, fields, seen })
    }

    /// The value of a key, which may stand there once.
    #[inline(never)]
    pub(crate) fn take(&mut self, key: &str) -> Result<Option<Json<'a>>, Fault> {
        let mut found = None;
        for (own, value) in &mut self.fields {
            if own == key
                && let Some(value) = value.take()
                && found.replace(value).is_some()
            {
                return Err(Fault::new(value, said::key_twice(key)));
            }
        }
        Ok(found)
    }

    /// The value of a key, and a step into it.
    #[inline(never)]
    fn enter(&mut self, key: &'static str) -> Result<Option<Json<'a>>, Fault> {
        let found = self.take(key)?;
        if found.is_some() {
            self.seen.enter(Part::Key(key));
        }
        Ok(found)
    }

    #[inline(never)]
    fn missing(&self, key: &str) -> Fault {
        Fault::new(self.json, said::no_key(key))
    }

    /// A field that must be there.
    #[inline(never)]
    pub(crate) fn must<T: Field>(&mut self, key: &'static str) -> Result<T, Fault> {
        let Some(json) = self.enter(key)? else { return Err(self.missing(key)) };
        let value = T::read(json, self.seen)?;
        self.seen.leave();
        Ok(value)
    }

    /// A field that may be absent.
    #[inline(never)]
    pub(crate) fn may<T: Field + Default>(&mut self, key: &'static str) -> Result<T, Fault> {
        let Some(json) = self.enter(key)? else { return Ok(T::default()) };
        let value = T::read(json, self.seen)?;
        self.seen.leave();
        Ok(value)
    }

    /// Notes the keys that nothing took.
    #[inline(never)]
    pub(crate) fn end(self) {
        for (key, value) in self.fields {
            if value.is_some() {
                self.seen.unknown(&key);
            }
        }
    }
}

/// The keys of a struct in files: a struct of the model, whose fields are named behind the keys, or one that is made
/// here. A field that `must` be there is always written; one that `may` be there is left out where it is empty; one
/// that `show`s itself may be absent and is always written.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident {
            $($(#[$field_meta:meta])* $mode:ident $key:literal $field_vis:vis $field:ident: $type:ty),* $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$field_meta])* $field_vis $field: $type),*
        }

        $crate::wire::json::record! { $name { $($mode $key $field),* } }
    };
    ($name:ident { $($mode:ident $key:literal $field:ident),* $(,)? }) => {
        impl $crate::wire::json::Field for $name {
            fn read(
                json: $crate::wire::json::Json<'_>,
                seen: &mut $crate::wire::json::Seen,
            ) -> Result<Self, $crate::wire::json::Fault> {
                let mut record = $crate::wire::json::Record::open(json, seen)?;
                let read = Self { $($field: $crate::wire::json::record!(@read $mode record $key)),* };
                record.end();
                Ok(read)
            }

            fn write(&self, out: &mut String) {
                out.push('{');
                $($crate::wire::json::record!(@write $mode out $key self.$field);)*
                out.push('}');
            }
        }
    };
    (@read must $record:ident $key:literal) => { $record.must($key)? };
    (@read $mode:ident $record:ident $key:literal) => { $record.may($key)? };
    (@write may $out:ident $key:literal $value:expr) => {
        if !$crate::wire::json::Field::is_empty(&$value) {
            $crate::wire::json::record!(@write must $out $key $value);
        }
    };
    (@write $mode:ident $out:ident $key:literal $value:expr) => {
        $crate::wire::json::key($out, $key);
        $crate::wire::json::Field::write(&$value, $out);
    };
}
pub(crate) use record;

/// An enum and its words in files.
macro_rules! words {
    ($model:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl crate::wire::json::Field for $model {
            fn read(
                json: crate::wire::json::Json<'_>,
                _: &mut crate::wire::json::Seen,
            ) -> Result<Self, crate::wire::json::Fault> {
                const ALL: &[$model] = &[$($model::$variant),*];
                crate::wire::json::word(json, &[$($word),*]).map(|n| ALL[n])
            }

            fn write(&self, out: &mut String) {
                crate::wire::json::text(out, match self {
                    $(Self::$variant => $word),*
                });
            }
        }
    };
}
pub(crate) use words;
