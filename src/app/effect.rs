//! What is to be done outside.

use super::{Command, Export, FolderTask, PickAct, Session, Settings, Step};
use crate::edit::Transaction;
use crate::formats::OffsetUnit;
use crate::model::{Annotation, AnnotationId, DocumentId, Fragments, ProjectId, Timestamp};
use crate::text::{Blocks, Byte, Span, Text, WordBreaks};
use crate::words::Language;
use std::rc::Rc;

/// What the outside gives to an action.
pub struct Env<'a> {
    /// The time.
    pub now: Timestamp,
    /// Word boundaries around a position of a text in a language, where the browser knows better than UAX #29.
    pub words: &'a dyn Fn(&Text, &Blocks, Byte, &str) -> WordBreaks,
}

/// What is to be done outside, by the shell.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Write a transaction to the journal.
    Append(Rc<Transaction>),
    /// Make a new project with this name and open it.
    CreateProject(String),
    /// Write a project that was read from a file as a project of its own, and open it.
    AdoptProject(Box<Session>),
    /// Load a project.
    LoadProject(ProjectId),
    /// Delete a project, by its id and name, for good. Answered by `Deleted`.
    DeleteProject(ProjectId, String),
    /// Leave the open project to another tab that wants to work in it.
    HandOver,
    /// Work in the open project, which another tab works in. Answered by `OpenedAgain`.
    TakeOver,
    /// Read the open project anew. Answered by `OpenedAgain`.
    ReadAgain,
    /// Keep that all acts of a project before this counter are in a file.
    KeepBackup(ProjectId, u64),
    /// Ask for the list of projects. Answered by `Projects` and `Keeping`.
    ListProjects,
    /// Speak this language from now on, or what the browser asks for.
    Speak(Option<Language>),
    /// Keep the settings.
    KeepSettings(Settings),
    /// Guess the language of pasted text: title and text. Answered by `Action::pasted`, whatever comes of it.
    GuessLanguage(String, String),
    /// Stop the worker that reads files.
    StopReading,
    /// Read the files again, the one of this number as this encoding.
    ReadAs(usize, String),
    /// Read the files again, with offsets that count this, or what is found out.
    ReadIn(Option<OffsetUnit>),
    /// Show another article, or none, in the article view.
    ShowArticle(Option<DocumentId>),
    /// The open article comes back to the screen: scroll to where the reader was.
    ReturnToPlace,
    /// Redraw what an edit touched in the open article.
    Patch {
        /// Taken away.
        gone: Vec<AnnotationId>,
        /// New, or as they are now.
        put: Vec<Rc<Annotation>>,
    },
    /// The labels changed: draw their colours anew.
    PaintLabels,
    /// Show the selected annotations as selected.
    ShowSelected,
    /// Show which annotation is under the pointer.
    ShowHovered,
    /// Show the caret and the selection; scroll there if it is out of view.
    ShowCaret,
    /// Move the caret a line down (1) or up (-1); extends the selection if true. Answered by `MoveCaret`.
    MoveLine(i32, bool),
    /// Scroll the article to a span.
    ScrollTo(Span),
    /// Scroll the article to the first of these, in any order, unless one of them is in view.
    ScrollToOne(Vec<Span>),
    /// Move the focus.
    Focus(Focus),
    /// Move the focus to the element with this `id`.
    FocusOn(String),
    /// Move the focus to the element with this `id`, in a row of a windowed list that may not be made yet.
    FocusInList {
        /// `id` of the list.
        list: &'static str,
        /// The row.
        row: usize,
        /// `id` of the element.
        element: String,
    },
    /// Do a command whose code is loaded later. Answered by [`LaterCommand`].
    ///
    /// [`LaterCommand`]: super::LaterCommand
    Later(Command),
    /// Pick, or begin to: the code for that is loaded later, too.
    Pick(PickAct),
    /// Put an annotation that is linked around other text: what follows from that is loaded later, too.
    Reshape(AnnotationId, Fragments),
    /// Do this when the page has shown what it is now: so long work is done in slices.
    Soon(Rc<dyn Step>),
    /// Do this behind the next frame, which shows what was done first.
    Behind(Rc<dyn Step>),
    /// Scroll the list of annotations to a row.
    ShowRow(usize),
    /// Make the first lines of the project's own file, or the whole file in another format.
    PreviewExport(Export),
    /// Save the file that was made, or make the project's own.
    RunExport(Export),
    /// Save what the database could not read, and what it does not take, as a file of records.
    SaveRecords,
    /// Save a file: name, media type, content.
    SaveFile(String, &'static str, String),
    /// Print the page. Answered by `Print::Done`.
    Print,
    /// What only a screen asks for that is loaded when it is first opened.
    Task(Task),
    /// What is asked of the backup folder.
    Folder(FolderTask),
    /// Stop the export that runs.
    StopExport,
    /// Open the file picker of *Add articles*.
    PickFiles,
    /// Open the picker of *Add a folder*.
    PickFolder,
    /// Open the file picker of *Open project*.
    PickProject,
    /// Fetch the example project. Answered by `ExampleRead`.
    FetchExample,
}

/// What only the screens ask for that are opened now and then; the code for it is loaded with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Ask how much room the history takes. Answered by `HistoryAct::Weighed`.
    WeighHistory,
    /// Ask the browser to keep the data. Answered by `Keeping`.
    AskToKeep,
    /// Delete everything from this browser. Answered by `Gone`, then `DataAct::Erased`.
    Erase,
    /// Forget the history of the open project. Answered by `HistoryAct::Forgotten`.
    ForgetHistory,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The article.
    Article,
    /// Region *Annotation*.
    Inspector,
    /// The note of the selected annotation.
    Note,
    /// The list of annotations.
    List,
    /// The field for the words to find.
    Find,
}
