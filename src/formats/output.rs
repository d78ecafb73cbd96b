//! What a writer writes to, and what it says of that which it could not write.

use crate::sorted::Map;
use crate::words::{Word, losses};

/// Declares the reasons once: variant, the word in reports, what is said of it.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $word:literal, $said:ident;)*) => {
        /// Why something of a project does not stand in what was written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Reason {
            $($(#[$doc])* $reason,)*
        }

        impl Reason {
            /// All of them, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$reason,)*];

            /// Its word in `EXPORT-REPORT.json`; never changes.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$reason => $word,)* }
            }

            /// The one with this word.
            pub fn of(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.word() == word)
            }

            /// What is said of it, behind a count: see [`losses::lost`].
            pub const fn said(self) -> Word {
                match self { $(Self::$reason => losses::$said,)* }
            }
        }
    };
}

reasons! {
    /// An annotation lies in another one that was written, and there is one level only.
    Nested = "nested-dropped", NESTED;
    /// An annotation crosses another one that was written.
    Crossing = "crossing-dropped", CROSSING;
    /// An annotation that marks no entity, where there is a place for entities alone.
    Kinds = "kinds-dropped", KINDS;
    /// A discontinuous annotation was written from its first fragment to its last.
    Joined = "fragments-joined", JOINED;
    /// A discontinuous annotation was written as one of its own for each fragment.
    Split = "fragments-split", SPLIT;
    /// A token was cut where an annotation begins or ends inside it.
    Cut = "tokens-cut", CUT;
    /// An annotation over the end of a line was written in pieces.
    Broken = "fragments-broken", BROKEN;
    /// White space or invisible signs at the ends of an annotation.
    Trimmed = "ends-trimmed", TRIMMED;
    /// Half of a character that a reader sees as one was marked, and the format marks the whole.
    Widened = "ends-widened", WIDENED;
    /// An annotation in which there is nothing but white space.
    Blank = "blank-dropped", BLANK;
    /// An annotation, in a format of something else.
    Annotations = "annotations-dropped", ANNOTATIONS;
    /// An attribute of an annotation.
    Attributes = "attributes-dropped", ATTRIBUTES;
    /// What an annotation refers to: an entity, a claim, or nothing in the registry.
    Links = "links-dropped", LINKS;
    /// A relation.
    Relations = "relations-dropped", RELATIONS;
    /// A relation whose ends are in several articles, or that are no annotations.
    Across = "relations-across-dropped", ACROSS;
    /// A note of an annotation.
    Notes = "notes-dropped", NOTES;
    /// That an annotation is unsure.
    Unsure = "unsure-dropped", UNSURE;
    /// A suggested annotation that nobody has accepted.
    Suggested = "suggested-dropped", SUGGESTED;
    /// A rejected annotation.
    Rejected = "rejected-dropped", REJECTED;
    /// Something of how an annotation came to be: who made it, when, how, from what.
    Origins = "origins-dropped", ORIGINS;
    /// A label of a whole article.
    DocumentLabels = "document-labels-dropped", DOCUMENT_LABELS;
    /// A field of an article, as outlet or date.
    Metadata = "metadata-dropped", METADATA;
    /// An entity, with its names and ids.
    Entities = "entities-dropped", ENTITIES;
    /// A claim, with its verdict.
    Claims = "claims-dropped", CLAIMS;
    /// A character that the format cannot hold, which was written as another one.
    Characters = "characters-replaced", CHARACTERS;
    /// A cell of a table that a spreadsheet would take for a formula.
    Defused = "cells-defused", DEFUSED;
    /// A relation or an attribute of what was chosen that names something which was not.
    Outside = "outside-dropped", OUTSIDE;
    /// A relation whose ends stand in several of the files.
    Apart = "apart-dropped", APART;
    /// A passage that is no part of the text, left out of it or masked.
    Passages = "passages-left-out", PASSAGES;
    /// An annotation of which nothing lies outside such passages.
    InPassages = "in-passages-dropped", IN_PASSAGES;
    /// An annotation of which a part lies in such a passage.
    Shortened = "passages-shortened", SHORTENED;
    /// An article without text, or without anything that the format could say of it.
    Articles = "articles-dropped", ARTICLES;
}

/// What could not be written, counted by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Losses(Map<Reason, usize>);

impl Losses {
    /// Counts more of a reason.
    pub fn add(&mut self, reason: Reason, count: usize) {
        if count > 0 {
            *self.0.get_or_insert_with(reason, || 0) += count;
        }
    }

    /// Whether nothing was lost.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How often something was lost for a reason.
    pub fn count(&self, reason: Reason) -> usize {
        self.0.get(&reason).copied().unwrap_or(0)
    }

    /// Those that are not zero, in the order of [`Reason::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Reason, usize)> + '_ {
        self.0.iter().map(|(reason, count)| (*reason, *count))
    }
}

/// Where a writer writes: files one after the other, each in pieces, and beside them what could not be written.
pub trait Output {
    /// Begins a file with this name, with folders if it has any, separated by `/`. What was begun before is whole.
    fn file(&mut self, name: &str);
    /// Goes on with the file that was begun last.
    fn write(&mut self, bytes: &[u8]);
    /// Counts what could not be written.
    fn lost(&mut self, reason: Reason, count: usize);
    /// So many of so many articles are through.
    fn done(&mut self, _: usize, _: usize) {}
}

/// Keeps in memory what is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Names and contents, in the order in which they were begun.
    pub files: Vec<(String, Vec<u8>)>,
    /// What could not be written.
    pub losses: Losses,
}

impl Output for Written {
    fn file(&mut self, name: &str) {
        self.files.push((name.to_owned(), Vec::new()));
    }

    fn write(&mut self, bytes: &[u8]) {
        if let Some((_, file)) = self.files.last_mut() {
            file.extend_from_slice(bytes);
        }
    }

    fn lost(&mut self, reason: Reason, count: usize) {
        self.losses.add(reason, count);
    }
}

/// Keeps what is written, and tells how far it is: done, of so many.
pub(super) struct Telling<'a> {
    /// What was written so far.
    pub(super) written: Written,
    /// Hears how far it is.
    tell: &'a mut dyn FnMut(usize, usize),
}

impl<'a> Telling<'a> {
    /// Nothing is written yet.
    pub(super) fn new(tell: &'a mut dyn FnMut(usize, usize)) -> Self {
        Self { written: Written::default(), tell }
    }
}

impl Output for Telling<'_> {
    fn file(&mut self, name: &str) {
        self.written.file(name);
    }

    fn write(&mut self, bytes: &[u8]) {
        self.written.write(bytes);
    }

    fn lost(&mut self, reason: Reason, count: usize) {
        self.written.lost(reason, count);
    }

    fn done(&mut self, done: usize, all: usize) {
        (self.tell)(done, all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_counted_in_their_order() {
        let mut out = Written::default();
        out.lost(Reason::Links, 2);
        out.lost(Reason::Nested, 1);
        out.lost(Reason::Links, 3);
        out.lost(Reason::Notes, 0);
        let all: Vec<_> = out.losses.iter().collect();
        assert_eq!(all, [(Reason::Nested, 1), (Reason::Links, 5)]);
        assert_eq!(out.losses.count(Reason::Notes), 0);
    }

    #[test]
    fn pieces_in_a_row_are_the_file() {
        let mut out = Written::default();
        out.file("a.txt");
        out.write(b"one ");
        out.write(b"two");
        out.file("b.txt");
        let files: Vec<(&str, &[u8])> =
            out.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        assert_eq!(files, [("a.txt", &b"one two"[..]), ("b.txt", &b""[..])]);
    }
}
