//! Notices, and the dialog that is open.

use super::{Chord, Command, Correction, Export, Incoming, Printing, Remains, SchemaDialog, Several};
use crate::model::{DocumentId, LabelId, Metadata};
use std::rc::Rc;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something happened; goes away by itself.
    Info,
    /// Something needs an eye; stays until put away.
    Warning,
}

/// A short message at the edge, also read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Counts up, so that the same words twice are two notices.
    pub serial: u64,
    /// What is said.
    pub text: String,
    /// About what.
    pub kind: NoticeKind,
    /// Whether a button *Undo* stands beside it.
    pub undo: bool,
}

/// The dialog that is open, with what was typed in it so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Paste text.
    Paste {
        /// Its title; may be empty.
        title: String,
        /// The text; shared, since every key that is typed hands it on.
        text: Rc<str>,
    },
    /// Files are being read; done and total bytes.
    ReadingFiles {
        /// Bytes done.
        done: u64,
        /// Bytes in all.
        total: u64,
    },
    /// What was read, before anything is added.
    Incoming(Rc<Incoming>),
    /// Export; the last one's progress, if one runs.
    Export(Export),
    /// Metadata of a document; none before anything was changed.
    Document(DocumentId, Option<Box<Metadata>>),
    /// A corrected text for a document.
    Correct(Rc<Correction>),
    /// Metadata of several documents.
    Several(Rc<Several>),
    /// Projects of this browser; the name of a new one.
    Projects(String),
    /// Whether the open project is to be deleted.
    DeleteProject,
    /// Mark all hits with this label.
    MarkHits(LabelId),
    /// Marks of one passage that are offered for another.
    Passage(Rc<super::Offering>),
    /// Whether all suggestions that were in view are to be accepted, or refused.
    Suggestions(super::Verdict),
    /// Everything that can be done.
    Palette {
        /// What its name is to hold.
        words: String,
        /// The row that Enter does, from 0.
        at: usize,
    },
    /// What is to stand below the printed article.
    Print(Printing),
    /// Choose a key for a command: what was pressed so far.
    Key(Command, Option<Chord>),
    /// What is asked or shown before the schema changes.
    Schema(SchemaDialog),
    /// Whether everything is to be deleted from this browser; then what is left.
    Erase(Option<Remains>),
    /// Whether the history is to be forgotten: how many bytes it takes, once that is known.
    ForgetHistory(Option<u64>),
    /// All keys whose names hold these words.
    Keyboard(String),
    /// The person's name.
    Name(String),
}

impl Dialog {
    /// Whether its code is loaded with the screens that are opened now and then.
    pub fn is_seldom(&self) -> bool {
        matches!(
            self,
            Self::Correct(_)
                | Self::Erase(_)
                | Self::ForgetHistory(_)
                | Self::Key(..)
                | Self::Print(_)
                | Self::Schema(_)
                | Self::Suggestions(_)
        )
    }
}
