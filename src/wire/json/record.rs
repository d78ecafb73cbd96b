//! Objects with known keys.

use super::{Fault, Field, Json};

/// Where reading is, and the keys that nothing took.
#[derive(Default)]
pub(crate) struct Seen {
    path: String,
    /// `origin.mood`, in the order in which the records end.
    pub(crate) unknown: Vec<String>,
}

impl Seen {
    /// One step further in; gives back what [`Seen::leave`] needs.
    #[inline(never)]
    pub(super) fn enter(&mut self, part: &str) -> usize {
        let before = self.path.len();
        if before > 0 {
            self.path.push('.');
        }
        self.path.push_str(part);
        before
    }

    pub(super) fn leave(&mut self, before: usize) {
        self.path.truncate(before);
    }
}

/// An object whose fields are taken one by one.
pub(crate) struct Record<'a, 's> {
    json: Json<'a>,
    fields: Vec<(String, Option<Json<'a>>)>,
    seen: &'s mut Seen,
}

impl<'a, 's> Record<'a, 's> {
    /// Takes an object.
    #[inline(never)]
    pub(crate) fn open(json: Json<'a>, seen: &'s mut Seen) -> Result<Self, Fault> {
        let mut fields = Vec::new();
        for (key, value) in json.object()? {
            fields.push((key, Some(value)));
        }
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
                return Err(Fault::new(value, format!("the key `{key}` a second time")));
            }
        }
        Ok(found)
    }

    #[inline(never)]
    fn needed(&mut self, key: &str) -> Result<Json<'a>, Fault> {
        self.take(key)?.ok_or_else(|| Fault::new(self.json, format!("no `{key}`")))
    }

    fn read<T: Field>(&mut self, key: &str, json: Json<'a>) -> Result<T, Fault> {
        let before = self.seen.enter(key);
        let value = T::read(json, self.seen).map_err(|fault| fault.within(key));
        self.seen.leave(before);
        value
    }

    /// A field that must be there.
    #[inline(never)]
    pub(crate) fn must<T: Field>(&mut self, key: &str) -> Result<T, Fault> {
        let json = self.needed(key)?;
        self.read(key, json)
    }

    /// A field that may be absent.
    #[inline(never)]
    pub(crate) fn may<T: Field + Default>(&mut self, key: &str) -> Result<T, Fault> {
        match self.take(key)? {
            Some(json) => self.read(key, json),
            None => Ok(T::default()),
        }
    }

    /// Notes the keys that nothing took.
    #[inline(never)]
    pub(crate) fn end(self) {
        for (key, value) in self.fields {
            if value.is_some() {
                let before = self.seen.enter(&key);
                self.seen.unknown.push(self.seen.path.clone());
                self.seen.leave(before);
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
