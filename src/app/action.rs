//! Everything that can happen.

use super::{Caret, Command, Edge, Effect, Env, Filter, Saved, Session, Settings, State};
use crate::edit::Transaction;
use crate::model::{
    AnnotationId, AttributeId, AttributeValue, DocumentId, LabelId, Metadata, ProjectId, RelationTypeId,
};
use crate::storage::Info;
use crate::text::{Byte, Span};
use std::fmt;
use std::rc::Rc;

/// What a screen does to the state that is loaded when it is first opened: its code is reached through the value alone,
/// and so it is loaded with the screen. The screens' actions are enums that implement this.
pub trait Step: fmt::Debug {
    /// Changes the state and says what is to be done outside.
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect>;
}

impl Action {
    /// A step as an action.
    pub fn step(step: impl Step + 'static) -> Self {
        Self::Step(Rc::new(step))
    }
}

/// Everything that can happen: what a person did, or what an effect answers.
#[derive(Clone, Debug)]
pub enum Action {
    // --- answers of effects ---
    /// The database was opened: its projects and the person's settings.
    Started(Vec<Info>, Settings),
    /// The list of projects changed.
    Projects(Vec<Info>),
    /// How the browser keeps them.
    Keeping(super::Keeping),
    /// A project was deleted: its name, and those that are left.
    Deleted(String, Vec<Info>),
    /// A project was loaded or made.
    Opened(Box<Session>),
    /// What could not be taken in of a project, found after it was opened.
    Unreadable(ProjectId, Vec<String>),
    /// The open project was read anew, because another tab works or worked in it.
    OpenedAgain(Box<Session>),
    /// Everything was deleted from this browser, in this tab or in another one, which is said then.
    Gone(Option<String>),
    /// Another tab, which works in the open project, did this.
    Followed(Rc<Transaction>),
    /// Another tab wants to work in the open project.
    HandOver,
    /// The open project is another tab's to work in, or this one's again.
    ReadAlong(bool),
    /// The tab that works in the open project, which this one reads along, is closed; or another one works in it again.
    Alone(bool),
    /// The state of saving changed.
    Saved(Saved),
    /// The open project stays open, because not all of it is saved, and why.
    Stays(String),
    /// Nothing can be saved here, and why.
    Broken(String),
    /// Something went wrong, in words that say what to do.
    Failed(String),
    /// Files are being read: bytes done, bytes in all.
    ReadingFiles(u64, u64),
    /// The example project was fetched and read.
    ExampleRead(Box<crate::formats::Reading>),
    /// An export was saved under this file name.
    Exported(String),

    // --- projects ---
    /// Begin a project with this name.
    NewProject(String),
    /// Open another project.
    OpenProject(ProjectId),
    /// Rename the open project.
    RenameProject(String),
    /// Make a project that is as the open one is, without its history, and open it.
    DuplicateProject,
    /// Work in the open project, which another tab works in.
    WorkHere,
    /// Delete the open project for good.
    DeleteProject,
    /// The person's name was given, or the question put away (`None`).
    Name(Option<String>),

    // --- finding in the article ---
    /// Look for these words; whole words only, if true.
    Find(String, bool),
    /// Go to the next hit (1) or the one before (-1).
    StepHit(isize),
    /// Put the bar away.
    CloseFind,

    // --- the palette ---
    /// Do what was chosen.
    Choose(Box<Action>),

    // --- documents ---
    /// Read a file of unknown encoding as this encoding: index among the undecided, label of the encoding,
    /// or nothing to leave the file out.
    ChooseEncoding(usize, String),
    /// Stop reading files.
    StopReading,
    /// Remove documents.
    RemoveDocuments(Vec<DocumentId>),
    /// Put new metadata in the place of a document's.
    SetMetadata(DocumentId, Box<Metadata>),
    /// Open an article.
    OpenArticle(DocumentId),
    /// Show a screen other than *Read*.
    Show(super::Screen),
    /// What a screen does that is loaded when it is first opened.
    Step(Rc<dyn Step>),

    // --- reading and marking ---
    /// Something is typed that is not taken yet, or no longer.
    Typing(bool),
    /// The pointer selected text; `exact` if Alt was held.
    Select {
        /// What was selected, as it was.
        spans: Vec<Span>,
        /// Alt was held.
        exact: bool,
    },
    /// The pointer clicked, selecting nothing: the annotations there, innermost first.
    Click {
        /// Where.
        caret: Caret,
        /// Which annotations cover it.
        ids: Vec<AnnotationId>,
        /// Ctrl or ⌘ was held: one more is selected.
        add: bool,
    },
    /// The pointer is over these, innermost first.
    Hover(Vec<AnnotationId>),
    /// The caret was moved by something that knows lines (up, down).
    MoveCaret(Caret),
    /// Mark the selection with a label, or relabel what is selected.
    Mark(LabelId),
    /// Begin a relation of a type at what is selected.
    Relate(RelationTypeId),
    /// Choose a label first, then mark span after span; `None` puts the pen away.
    Pen(Option<LabelId>),
    /// Select annotations in the list: one, or more with `add`.
    SelectAnnotation {
        /// Which.
        id: AnnotationId,
        /// Ctrl or ⌘: it joins or leaves the selection.
        add: bool,
        /// Shift: everything from the last to this one.
        range: bool,
    },
    /// Select the next annotation that the list shows (1), or the one before (-1).
    StepList(isize),
    /// Select every annotation that the list shows.
    SelectAllShown,
    /// Select nothing.
    ClearSelection,
    /// Give another label to the selected annotations.
    Relabel(LabelId),
    /// A handle was let go: an end of a fragment of an annotation goes there.
    DragEnd {
        /// Which annotation.
        id: AnnotationId,
        /// Number of the fragment.
        fragment: usize,
        /// Its start, or its end.
        edge: Edge,
        /// Where it was let go.
        to: Byte,
    },
    /// Write the note of the selected annotations.
    SetNote(String),
    /// Set or take off unsure on the selected annotations.
    SetUnsure(bool),
    /// Set an attribute of the selected annotations; `None` takes it off.
    SetAttribute(AttributeId, Option<AttributeValue>),
    /// Take a fragment from the selected annotation.
    RemoveFragment(usize),
    /// Filter the list.
    Filter(Filter),
    /// A command, by key, button or menu.
    Run(Command),

    // --- dialogs and notices ---
    /// Open a part of the page, or close it.
    Toggle(super::Part),
    /// Close the drawer, if it is open.
    CloseDrawer,
    /// The arrows went to this button of toolbar *Labels*.
    ReachLabel(usize),
    /// Something was typed in the strip that asks for the person's name.
    TypeName(String),
    /// Open a dialog.
    Open(super::Dialog),
    /// Something was typed in the open dialog: this takes its place.
    Typed(super::Dialog),
    /// Close the dialog.
    CloseDialog,
    /// Export now.
    Export,
    /// Save the open project as a file at once, because the database does not take it.
    Rescue,
    /// Save what the database could not read, and what it does not take, as a file of records.
    SaveRecords,
    /// Remind of a backup later.
    PutOffBackup,
    /// Put the notice away.
    CloseNotice,
    /// Follow the settings that were chosen in another tab.
    Follow(Box<Settings>),
    /// Choose other settings.
    Settings(Box<Settings>),
    /// Set whether marks take exactly what is selected.
    SetExact(bool),
}
