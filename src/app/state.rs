//! Everything that the screen shows, and nothing that it does not.

use super::selected::Kept;
use super::{Export, Incoming, Library, Selected, Settings};
use crate::edit::{Actor, History, Stamp, TransactionId};
use crate::model::{
    Annotation, AnnotationId, AttributeId, Document, DocumentId, Fragments, LabelId, Metadata, PersonId,
    Project, Timestamp,
};
use crate::sorted::Set;
use crate::storage::{Info, Texts};
use crate::text::{Blocks, Byte, Span, Text};
use crate::words;
use std::rc::Rc;

/// Whether the work is in the browser's database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Everything is.
    Saved,
    /// Something is on its way.
    Saving,
    /// Something could not be written, and why.
    NotSaved(String),
}

/// How the browser keeps the work, as far as it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Whether it keeps the data until the person deletes it.
    pub lasting: Option<bool>,
    /// How many bytes the data of this site take.
    pub used: Option<u64>,
    /// How many they may take in all.
    pub quota: Option<u64>,
    /// Whether it refuses pages a store of files, as Firefox and Safari do in a private window.
    pub refuses: bool,
    /// How many damaged records of the open project are kept beside it.
    pub damaged: usize,
}

impl Keeping {
    /// Below so many bytes the browser gives little room, as some do in a private window.
    pub const LITTLE: u64 = 300_000_000;

    /// Whether there are signs that the work is gone when the window closes. No browser says so of a private window;
    /// one that refuses to keep the data and gives little room, or no store of files, does what they do there.
    pub fn may_forget(&self) -> bool {
        let little = self.quota.is_some_and(|quota| quota < Self::LITTLE);
        self.lasting == Some(false) && (self.refuses || little)
    }

    /// Whether the data last, in words that say what to do.
    pub fn words(&self) -> &'static str {
        match self.lasting {
            Some(true) => words::said::keeps(),
            Some(false) => words::said::may_delete(),
            None => words::said::keeps_unknown(),
        }
    }
}

/// The screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The documents of the project.
    #[default]
    Library,
    /// One article with its marks.
    Read,
    /// Words in all articles.
    Search,
    /// What is unsure, noted or incomplete in all articles.
    Questions,
    /// Labels, attributes, relation types.
    Schema,
    /// Counts and plots.
    Statistics,
    /// What was done when.
    History,
    /// What the person chooses for this browser.
    Settings,
}

impl Screen {
    /// Those that navigation *Views* names, in its order.
    pub const VIEWS: [Self; 7] = [
        Self::Library,
        Self::Search,
        Self::Questions,
        Self::Schema,
        Self::Statistics,
        Self::History,
        Self::Settings,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Library | Self::Read => words::library(),
            Self::Search => words::search(),
            Self::Questions => words::questions(),
            Self::Schema => words::schema(),
            Self::Statistics => words::statistics(),
            Self::History => words::history(),
            Self::Settings => words::settings(),
        }
    }

    /// Whether its code is loaded when it is first opened.
    pub fn is_seldom(self) -> bool {
        !matches!(self, Self::Library | Self::Read)
    }
}

/// Where the keyboard is in the article: `anchor` stays, `focus` moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// Where the selection began.
    pub anchor: Byte,
    /// Where the caret stands.
    pub focus: Byte,
}

impl Caret {
    /// A caret that selects nothing.
    pub fn at(at: Byte) -> Self {
        Self { anchor: at, focus: at }
    }

    /// What is selected.
    pub fn span(self) -> Span {
        Span::new(self.anchor, self.focus)
    }
}

/// What the list of annotations shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only quotes and notes that hold this, ignoring case and spaces around it.
    pub text: String,
    /// Only these labels; all if empty.
    pub labels: Set<LabelId>,
    /// Only what is unsure.
    pub unsure: bool,
    /// Only what lacks a value that it should have.
    pub incomplete: bool,
    /// Only what has this value of an attribute.
    pub value: Option<ValueFilter>,
}

/// A value of an attribute that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueFilter {
    /// Of which attribute.
    pub attribute: AttributeId,
    /// Which value, as [`value_text`](super::value_text) shows it; any at all, or none.
    pub is: Wanted,
}

/// Which value is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// This one.
    This(String),
    /// Any.
    Any,
    /// None, where the label has the attribute.
    Nothing,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        let any = self.unsure || self.incomplete || self.value.is_some();
        self.text.trim().is_empty() && self.labels.is_empty() && !any
    }
}

/// The article that is open.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Which document.
    pub document: DocumentId,
    /// Its paragraphs.
    pub blocks: Rc<Blocks>,
    /// The caret, and with it what the keyboard selects.
    pub caret: Caret,
    /// What the mouse selected, as it was selected: several spans with Firefox's Ctrl. Empty when the caret rules.
    pub spans: Vec<Span>,
    /// Whether the next mark takes exactly what is selected (Alt was held).
    pub exact: bool,
    /// The selected annotations.
    pub selected: Selected,
    /// The one under the pointer.
    pub hovered: Option<AnnotationId>,
    /// In pen mode: the label that marks span after span.
    pub pen: Option<LabelId>,
    /// What the list shows.
    pub filter: Filter,
    /// Where *add a fragment* would add the next selection.
    pub adding_to: Option<AnnotationId>,
    /// What is looked for, while the bar for it is open.
    pub find: Option<super::Find>,
    /// Whether the keyboard came to region *Annotation* from the list: it goes back there.
    pub from_list: bool,
    /// Whether a note for several annotations takes the place of theirs, where they differ; else it is added to each.
    pub replaces_notes: bool,
    /// A mark that would be the same label twice on one span: doing it again does it.
    pub doubled: Option<(LabelId, Fragments)>,
}

impl Reading {
    /// The article has another text: what stood at a place in it stands there no more.
    pub(in crate::app) fn take_text(&mut self, text: &Text) {
        self.blocks = Rc::new(Blocks::new(text));
        self.caret = Caret::at(text.floor_grapheme(self.caret.focus.min(text.end())));
        self.spans.clear();
        self.exact = false;
        self.doubled = None;
        if let Some(find) = &mut self.find {
            find.look(text);
        }
    }
}

/// The open project.
#[derive(Clone, Debug)]
pub struct Session {
    /// The project.
    pub project: Project,
    /// What was done in it.
    pub history: History,
    /// All texts that the project or its history speaks of.
    pub texts: Texts,
    /// The counter of this actor's next transaction.
    pub counter: u64,
    /// The open article, if any.
    pub reading: Option<Reading>,
    /// Whether another tab works in it: this one shows what that one does.
    pub along: bool,
    /// Whether that tab is closed by now.
    pub alone: bool,
    /// What of it is in no file.
    pub backup: super::Backup,
    /// What loading it could not read, in words.
    pub faults: Vec<String>,
    /// Values that were typed and not taken.
    pub(super) refused: Vec<super::Refused>,
    /// What was computed of the list and the selection.
    pub(super) kept: Kept,
}

impl Session {
    /// A project as it was loaded.
    pub fn new(project: Project, history: History, texts: Texts, counter: u64) -> Self {
        Self {
            project,
            history,
            texts,
            counter,
            reading: None,
            along: false,
            alone: false,
            backup: super::Backup { from: counter, ..super::Backup::default() },
            faults: Vec::new(),
            refused: Vec::new(),
            kept: Kept::default(),
        }
    }

    /// The open document.
    pub fn document(&self) -> Option<&Rc<Document>> {
        self.project.document(&self.reading.as_ref()?.document)
    }

    /// An annotation of the open document.
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.project.annotation(&self.reading.as_ref()?.document, id)
    }

    /// The annotation that region *Annotation* shows.
    pub fn selected(&self) -> Option<&Rc<Annotation>> {
        self.annotation(self.reading.as_ref()?.selected.last()?)
    }
}

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
    Correct(Rc<super::Correction>),
    /// Metadata of several documents.
    Several(Rc<super::Several>),
    /// Projects of this browser; the name of a new one.
    Projects(String),
    /// Whether the open project is to be deleted.
    DeleteProject,
    /// Mark all hits with this label.
    MarkHits(LabelId),
    /// Everything that can be done.
    Palette {
        /// What its name is to hold.
        words: String,
        /// The row that Enter does, from 0.
        at: usize,
    },
    /// What is to stand below the printed article.
    Print(super::Printing),
    /// Choose a key for a command: what was pressed so far.
    Key(super::Command, Option<super::Chord>),
    /// What is asked or shown before the schema changes.
    Schema(super::SchemaDialog),
    /// Whether everything is to be deleted from this browser; then what is left.
    Erase(Option<super::Remains>),
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
        )
    }
}

/// A part of the page that opens and closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The list of articles, on wide screens.
    Sidebar,
    /// The same on narrow screens, over the page.
    Drawer,
    /// The panel beside the article, on narrow screens a sheet below it.
    Sheet,
    /// The choice of labels above the list of annotations.
    Filters,
    /// In the list of annotations every click takes one more: fingers have no Ctrl.
    Several,
    /// Help, beside the work.
    Help,
    /// The guidelines beside the article.
    Guidelines,
}

/// What of the page is open, and where its controls stand. Nothing of it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The sidebar is away.
    pub sidebar_closed: bool,
    /// The drawer is open.
    pub drawer: bool,
    /// The sheet is open.
    pub sheet: bool,
    /// The choice of labels is open.
    pub filters: bool,
    /// Every click in the list of annotations takes one more.
    pub several: bool,
    /// Help is open.
    pub help: bool,
    /// The guidelines stand beside the article.
    pub guidelines: bool,
    /// Which button of toolbar *Labels* Tab reaches, from 0.
    pub label: usize,
    /// What stands in the strip that asks for the person's name.
    pub name: String,
}

/// The whole state of the app.
#[derive(Clone, Debug)]
pub struct State {
    /// Projects of this browser.
    pub projects: Vec<Info>,
    /// The open project; none while one loads.
    pub session: Option<Session>,
    /// How the browser keeps them.
    pub keeping: Keeping,
    /// Whether the page came over plain http.
    pub insecure: bool,
    /// Which screen is shown.
    pub screen: Screen,
    /// Which dialog is open.
    pub dialog: Option<Dialog>,
    /// What else is open.
    pub layout: Layout,
    /// What the library shows.
    pub library: Library,
    /// What is looked for in all articles.
    pub search: super::Search,
    /// What the screen *Open questions* shows.
    pub questions: super::Questions,
    /// What is open on the screen *Schema*.
    pub schema: super::SchemaScreen,
    /// What the screen *History* shows.
    pub history: super::HistoryScreen,
    /// While the open article is printed: what stands below it.
    pub printing: Option<super::Printing>,
    /// What the person chose.
    pub settings: Settings,
    /// This copy of Postil.
    pub actor: Actor,
    /// The person at the keyboard.
    pub person: PersonId,
    /// Whether the work is saved.
    pub saved: Saved,
    /// While the open project is saved as a file: the counter of the first act that is not in it.
    pub filing: Option<(crate::model::ProjectId, u64)>,
    /// The hint that is shown.
    pub hint: Option<super::Hint>,
    /// The folder to which backups are written.
    pub folder: super::Folder,
    /// Whether the person was told that the open project is not saved, when they went to leave it: the next time
    /// they may.
    pub leaving: bool,
    /// The last notice.
    pub notice: Option<Notice>,
    /// What the live region says, with a serial.
    pub spoken: (u64, String),
    /// Files that were read before a project was open, or while another dialog is.
    pub waiting: Option<Box<crate::formats::Reading>>,
    /// The example project, when it was read before a project was open.
    pub example: Option<Box<Session>>,
    /// Pasted texts whose preview gave way to files that are read.
    pub pasted: Vec<super::IncomingDocument>,
    /// Everything was deleted from this browser.
    pub erased: bool,
    /// Why nothing can be saved here at all (private mode without a database …), if so.
    pub broken: Option<String>,
}

impl State {
    /// Before anything is loaded.
    pub fn new(actor: Actor) -> Self {
        Self {
            projects: Vec::new(),
            session: None,
            keeping: Keeping::default(),
            insecure: false,
            screen: Screen::Library,
            dialog: None,
            layout: Layout::default(),
            library: Library::default(),
            search: super::Search::default(),
            questions: super::Questions::default(),
            schema: super::SchemaScreen::default(),
            history: super::HistoryScreen::default(),
            printing: None,
            settings: Settings::default(),
            person: PersonId::new(format!("p-{}", actor.0)),
            actor,
            saved: Saved::Saved,
            filing: None,
            hint: None,
            folder: super::Folder::default(),
            leaving: false,
            notice: None,
            spoken: (0, String::new()),
            waiting: None,
            example: None,
            pasted: Vec::new(),
            erased: false,
            broken: None,
        }
    }

    /// The projects of this browser; the open one as it is on the screen, which the database may not know yet.
    pub fn listed(&self) -> Vec<Info> {
        let mut projects = self.projects.clone();
        if let Some(session) = &self.session
            && let Some(info) = projects.iter_mut().find(|info| info.id == session.project.id)
        {
            *info = Info::of(&session.project, info.opened);
        }
        projects
    }

    /// Takes on the actor that this browser kept, and with it its person.
    pub fn belong_to(&mut self, actor: Actor) {
        self.person = PersonId::new(format!("p-{}", actor.0));
        self.actor = actor;
    }

    /// The stamp of the next transaction in the open project.
    pub(super) fn stamp(&self, now: Timestamp) -> Option<Stamp> {
        let counter = self.session.as_ref()?.counter;
        let id = TransactionId { actor: self.actor.clone(), counter };
        Some(Stamp { id, person: self.person.clone(), time: now })
    }

    /// Says something to screen readers.
    pub(super) fn speak(&mut self, text: impl Into<String>) {
        self.spoken = (self.spoken.0 + 1, text.into());
    }

    /// Shows and says something.
    pub(super) fn notify(&mut self, kind: NoticeKind, text: impl Into<String>, undo: bool) {
        let text = text.into();
        let serial = self.notice.as_ref().map_or(0, |notice| notice.serial) + 1;
        self.speak(text.clone());
        self.notice = Some(Notice { serial, text, kind, undo });
    }
}
