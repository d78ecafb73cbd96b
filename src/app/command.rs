//! Everything that a key, a menu or the palette can do, and the ways and ends that it speaks of.

mod table;

pub use table::{COMMANDS, CommandInfo};

use super::{Picked, Screen};
use crate::model::DocumentStatus;
use crate::words::commands as names;

/// A command without arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Take back the last act.
    Undo,
    /// Do it again.
    Redo,
    /// A character on, back; a word; a sentence; a paragraph; a line.
    Move(Motion, Extend),
    /// Select everything.
    SelectAll,
    /// The next annotation in the text.
    NextAnnotation,
    /// The one before.
    PreviousAnnotation,
    /// The next annotation out, of those under the caret or pointer.
    CycleAnnotations,
    /// Select the annotation at the caret and go to region *Annotation*.
    OpenAnnotation,
    /// Delete the selected annotations.
    Delete,
    /// Set or take off unsure.
    ToggleUnsure,
    /// Write a note.
    WriteNote,
    /// Go to the box that says what the selected annotation refers to.
    Link,
    /// Take what is suggested first, and go on.
    LinkFirst,
    /// Look for all that reads the same, in all articles, to mark and link it.
    MarkSame,
    /// Say that it is none of the registry.
    LinkNone,
    /// The next mention that refers to nothing.
    NextUnlinked,
    /// The next annotation, of any article, that refers to the same, or the one before.
    Place(Way),
    /// Open the card of the entity that the selected annotation refers to.
    OpenCard,
    /// The next click on a mark says this of the selected statement.
    Pick(Picked),
    /// Say how the selected annotation is related to another.
    Relate,
    /// Go back to where a relation was followed from.
    WayBack,
    /// Take the figure that was read from the selected annotation's text; again: the next reading.
    TakeFigure,
    /// The next stance of the selected statement; behind the last none.
    NextStance,
    /// The next suggestion, or the one before, in any article.
    Suggestion(Way),
    /// Accept the selected suggestions and go to the next.
    Accept,
    /// Refuse the selected suggestions and go to the next.
    Refuse,
    /// Show suggestions in the article, or none.
    HideSuggestions,
    /// The next selection becomes a fragment of the selected annotation.
    AddFragment,
    /// Move the start or the end of the selected annotation.
    MoveEnd(Edge, Motion),
    /// Take up the pen of the selected annotation's label, or the first one; or put it away.
    TogglePen,
    /// Mark exactly or snap to words.
    ToggleExact,
    /// Put away: pen, selection, dialog.
    Escape,
    /// Show a screen.
    Show(Screen),
    /// Everything that can be done, by name.
    Palette,
    /// Open another article beside the open one, or close it.
    Beside,
    /// Go on in the article beside.
    OtherArticle,
    /// Find in the article.
    Find,
    /// The next hit.
    NextHit,
    /// The hit before.
    PreviousHit,
    /// The next article.
    NextArticle,
    /// The one before.
    PreviousArticle,
    /// The next article of a kind, or the one before.
    GoTo(Aim, Way),
    /// Set how far the work on the open article has come.
    SetStatus(DocumentStatus),
    /// Put a corrected text in the place of the open article's.
    CorrectText,
    /// Dialog *Print*.
    Print,
    /// Dialog *Export*.
    Export,
    /// Dialog *Keyboard*.
    Keyboard,
    /// Help, beside the work.
    Help,
    /// Add articles.
    AddArticles,
    /// Add the articles in a folder.
    AddFolder,
    /// Dialog *Paste text*.
    PasteText,
    /// Open a project file.
    OpenProject,
    /// Open the example project that comes with Postil.
    Example,
}

/// A way through the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Motion {
    /// A character to the left as it is seen.
    Left,
    /// A character to the right as it is seen.
    Right,
    /// A word to the left.
    WordLeft,
    /// A word to the right.
    WordRight,
    /// A line up.
    LineUp,
    /// A line down.
    LineDown,
    /// To the start of this sentence or the one before.
    SentenceBack,
    /// To the end of this sentence or the next.
    SentenceOn,
    /// To the start of this paragraph or the one before.
    ParagraphBack,
    /// To the end of this paragraph or the next.
    ParagraphOn,
    /// To the start of the paragraph.
    ParagraphStart,
    /// To the end of the paragraph.
    ParagraphEnd,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

/// Whether a motion extends the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extend {
    /// It moves the caret alone.
    No,
    /// It extends the selection.
    Yes,
}

/// Which articles are gone to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aim {
    /// Those without annotations.
    Unmarked,
    /// Those of a status.
    Status(DocumentStatus),
}

/// Which way through the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Down.
    Next,
    /// Up.
    Previous,
}

/// An end of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// Its first fragment's start.
    Start,
    /// Its last fragment's end.
    End,
}

/// Where the sheet of keys shows a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Moving the caret.
    Caret,
    /// Marking.
    Mark,
    /// Annotations.
    Annotations,
    /// Everywhere.
    Everywhere,
}

impl Group {
    /// All, in the order of the sheet.
    pub const ALL: [Self; 4] = [Self::Mark, Self::Annotations, Self::Caret, Self::Everywhere];

    /// Its heading.
    pub fn name(self) -> &'static str {
        match self {
            Self::Caret => names::group_caret(),
            Self::Mark => names::group_mark(),
            Self::Annotations => names::group_annotations(),
            Self::Everywhere => names::group_everywhere(),
        }
    }
}
