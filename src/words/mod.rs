//! Every word that Postil says, in each of its languages, side by side.
//!
//! [`words!`] makes a function of each: one that lacks a language does not compile. What holds figures or names is made
//! by a function with arguments. Which language is spoken is set once, by the settings or from what the browser asks
//! for; each thread has its own, so a test can speak another.
//!
//! # Glossary
//!
//! One word per idea in Indonesian too. People are *Anda*; a button says what it does in the plain form (*Tambahkan*),
//! what was done is said in the passive (*ditambahkan*).
//!
//! | English | Indonesian | | English | Indonesian |
//! | --- | --- | --- | --- | --- |
//! | project | proyek | | speaker | narasumber |
//! | article, document | artikel, dokumen | | note | catatan |
//! | outlet | media | | unsure | ragu |
//! | published | terbit | | suggestion | saran |
//! | to mark, a mark | menandai, tanda | | library | pustaka |
//! | annotation | anotasi | | schema | skema |
//! | label | label | | undo, redo | urungkan, ulangi |
//! | span | rentang | | find, hit | cari, hasil |
//! | fragment | fragmen | | file | berkas |
//! | entity | entitas | | browser | peramban |
//! | claim | klaim | | key | tombol |
//! | statement | pernyataan | | caret | kursor |
//! | relation | relasi | | database | basis data |
//! | attribute | atribut | | encoding | pengodean |
//! | choice | pilihan | | backup | cadangan |
//!
//! May import: nothing. Absent on purpose: names of attributes, classes, formats and keys, which are no words.

pub mod acts;
pub mod archives;
pub mod backup;
pub mod brat;
pub mod cas;
pub mod claims;
pub mod columns;
pub mod commands;
pub mod conflicts;
pub mod conllu;
pub mod correct;
pub mod data;
pub mod dialogs;
pub mod entities;
mod figures;
pub mod files;
pub mod formats;
pub mod frame;
pub mod gathered;
pub mod help;
pub mod hints;
pub mod history;
pub mod lacking;
pub mod library;
pub mod losses;
pub mod pages;
pub mod passages;
pub mod print;
pub mod questions;
pub mod read;
pub mod relations;
pub mod said;
pub mod schema;
pub mod scope;
mod screens;
pub mod search;
pub mod settings;
pub mod spans;
pub mod statement;
pub mod statistics;
pub mod storage;
pub mod suggestions;
pub mod tabs;
pub mod text;
mod things;
pub mod wire;

use std::cell::Cell;
use std::fmt::{Display, Write};

pub use figures::{bytes, count, decimal_sign, number};
pub use screens::*;
pub use things::*;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Indonesian.
    Indonesian,
    /// English from right to left: shows in tests what a language of that direction would meet.
    Mirrored,
}

impl Language {
    /// Those that a person can choose.
    pub const ALL: [Self; 2] = [Self::English, Self::Indonesian];

    /// As BCP 47 calls it; also how the settings keep it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Indonesian => "id",
            Self::Mirrored => "en-x-mirrored",
        }
    }

    /// What it calls itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Indonesian => "Bahasa Indonesia",
            Self::Mirrored => "hsilgnE",
        }
    }

    /// The language of a tag, whatever stands behind its first part: `id`, `id-ID`, and `in` as it was called once.
    pub fn of(tag: &str) -> Option<Self> {
        if tag.eq_ignore_ascii_case(Self::Mirrored.tag()) {
            return Some(Self::Mirrored);
        }
        let first = tag.split(['-', '_']).next()?;
        let is = |name: &str| first.eq_ignore_ascii_case(name);
        match () {
            () if is("en") => Some(Self::English),
            () if is("id") || is("in") => Some(Self::Indonesian),
            () => None,
        }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(self) -> bool {
        self == Self::Mirrored
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that is spoken.
pub fn language() -> Language {
    SPOKEN.get()
}

/// Speaks this language from now on.
pub fn speak(language: Language) {
    SPOKEN.set(language);
}

/// Of the same in each language, the one that is spoken.
pub fn pick<T>(english: T, indonesian: T) -> T {
    match language() {
        Language::English | Language::Mirrored => english,
        Language::Indonesian => indonesian,
    }
}

/// The same in each language, English first, with [`BETWEEN`] in between: one text takes less room than two. A table
/// holds these; the functions of [`words!`] say them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(&'static str);

/// What stands between two languages, and in no text.
const BETWEEN: u8 = 1;

impl Word {
    /// In the language that is spoken.
    pub fn say(&self) -> &'static str {
        self::say(self.0)
    }

    /// With arguments in the places of their names. One function for all: made by `format!`, each of the many would be
    /// twice as large.
    #[inline(never)]
    fn with(self, names: &str, args: &[&dyn Display]) -> String {
        let mut rest = self.say();
        let mut text = String::with_capacity(rest.len() + 16 * args.len());
        while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            rest = &rest[open + 1..];
            let close = rest.find('}').unwrap_or(rest.len());
            let at = names.split(", ").position(|name| name == &rest[..close]);
            if let Some(arg) = at.and_then(|at| args.get(at)) {
                let _ = write!(text, "{arg}");
            }
            rest = rest.get(close + 1..).unwrap_or_default();
        }
        text.push_str(rest);
        text
    }
}

/// Of a text in both languages, the one that is spoken. A call on purpose: inlined, each of the many would be larger.
#[inline(never)]
fn say(both: &'static str) -> &'static str {
    let at = both.bytes().position(|byte| byte == BETWEEN).unwrap_or(both.len());
    pick(&both[..at], both.get(at + 1..).unwrap_or(both))
}

/// Makes a function of each: `name: "English", "Indonesian";`, or with arguments, which the texts name:
/// `name(file: &str): "Saved as {file}", "Disimpan sebagai {file}";`. What needs more than that is a function that calls
/// [`pick`].
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $(($($arg:ident: $type:ty),+))?: $english:literal, $indonesian:literal;)+) => {
        $($crate::words::word! { $(#[$doc])* $name ($($($arg: $type),+)?) $english, $indonesian })+
    };
}

/// One function of [`words!`].
macro_rules! word {
    ($(#[$doc:meta])* $name:ident () $english:literal, $indonesian:literal) => {
        $(#[$doc])*
        #[doc = concat!("“", $english, "”")]
        pub fn $name() -> &'static str {
            $crate::words::say(concat!($english, "\u{1}", $indonesian))
        }
    };
    ($(#[$doc:meta])* $name:ident ($($arg:ident: $type:ty),+) $english:literal, $indonesian:literal) => {
        $(#[$doc])*
        #[doc = concat!("“", $english, "”")]
        pub fn $name($($arg: $type),+) -> String {
            if false {
                // So that the compiler looks whether the texts name the arguments.
                let _ = (format_args!($english), format_args!($indonesian));
            }
            let word = $crate::words::Word(concat!($english, "\u{1}", $indonesian));
            word.with(stringify!($($arg),+), &[$(&$arg),+])
        }
    };
}

/// Makes a [`Word`] of each, for a table: `ADD: "Add", "Tambahkan";`.
macro_rules! names {
    ($($name:ident: $english:literal, $indonesian:literal;)+) => {
        $(
            #[doc = concat!("“", $english, "”")]
            pub const $name: Word = Word(concat!($english, "\u{1}", $indonesian));
        )+
    };
}

use {names, word, words};

#[cfg(test)]
#[expect(unreachable_pub, reason = "words are public where they are used")]
mod tests {
    use super::*;

    words! {
        greeting: "Hello", "Halo";
        saved_as(file: &str): "Saved as {file}", "Disimpan sebagai {file}";
    }

    #[test]
    fn the_language_that_is_spoken_is_heard() {
        assert_eq!((greeting(), saved_as("a.json").as_str()), ("Hello", "Saved as a.json"));
        speak(Language::Indonesian);
        assert_eq!((greeting(), saved_as("a.json").as_str()), ("Halo", "Disimpan sebagai a.json"));
        speak(Language::Mirrored);
        assert_eq!(greeting(), "Hello");
    }

    #[test]
    fn tags_name_languages() {
        for language in Language::ALL {
            assert_eq!(Language::of(language.tag()), Some(language));
        }
        assert_eq!(Language::of("id-ID"), Some(Language::Indonesian));
        assert_eq!(Language::of("IN"), Some(Language::Indonesian));
        assert_eq!(Language::of("en_GB"), Some(Language::English));
        assert_eq!(Language::of("ar"), None);
        assert_eq!(Language::of(""), None);
    }
}
