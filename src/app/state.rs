//! Everything that the screen shows, and nothing that it does not.

use super::{Dialog, Layout, Library, Notice, NoticeKind, Session, Settings};
use crate::edit::{Actor, Stamp, TransactionId};
use crate::model::{PersonId, Timestamp};
use crate::storage::Info;
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
    /// What was suggested, in all articles.
    Suggestions,
    /// The registry of entities, and one card.
    Entities,
    /// The registry of claims, and the matrix.
    Claims,
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
    pub const VIEWS: [Self; 10] = [
        Self::Library,
        Self::Search,
        Self::Questions,
        Self::Suggestions,
        Self::Entities,
        Self::Claims,
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
            Self::Suggestions => words::suggestions_screen(),
            Self::Entities => words::entities_screen(),
            Self::Claims => words::claims_screen(),
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
    /// What the screen *Suggestions* shows.
    pub queue: super::QueueScreen,
    /// What the screen *Entities* shows.
    pub entities: super::EntitiesScreen,
    /// What the screen *Claims* shows.
    pub claims: super::ClaimsScreen,
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
    /// Whether something is typed that is no act yet.
    pub typing: bool,
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
    /// Whether the files that were handed in last were asked for to open a project.
    pub opening: bool,
    /// Files that were read before a project was open, or while another dialog is.
    pub waiting: Option<Box<dyn super::Waits>>,
    /// A preview whose files are read once more, for what was chosen in it.
    pub read_again: Option<Rc<super::Incoming>>,
    /// The example project, when it was read before a project was open.
    pub example: Option<Box<Session>>,
    /// Pasted texts whose preview gave way to files that are read.
    pub pasted: Vec<super::IncomingDocument>,
    /// New versions of articles that wait for one another.
    pub corrections: Vec<super::Correction>,
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
            queue: super::QueueScreen::default(),
            entities: super::EntitiesScreen::default(),
            claims: super::ClaimsScreen::default(),
            schema: super::SchemaScreen::default(),
            history: super::HistoryScreen::default(),
            printing: None,
            settings: Settings::default(),
            person: PersonId::new(format!("p-{}", actor.0)),
            actor,
            saved: Saved::Saved,
            typing: false,
            filing: None,
            hint: None,
            folder: super::Folder::default(),
            leaving: false,
            notice: None,
            spoken: (0, String::new()),
            opening: false,
            waiting: None,
            read_again: None,
            example: None,
            pasted: Vec::new(),
            corrections: Vec::new(),
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
