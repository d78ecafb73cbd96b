//! Runs the effects of the later part. What they answer goes back as actions.

use super::Dispatch;
use super::address::Address;
use super::export::Exporter;
use super::focus::{ARTICLES, Kept, LIST, Panel, Place, Reached, Wanted, show_row};
use super::folder::Folders;
use super::hints::Hints;
use super::lacking::Announcer;
use super::more::Outside;
use super::panes::Panes;
use super::reading::Reader;
use crate::app::{
    Action, Effect, LaterCommand, LinkAct, NoticeKind, PassageAct, Print, RegionAct, Screen, Session, State,
    Step,
};
use crate::browser::chance::{painted, pause};
use crate::browser::files::save;
use crate::model::DocumentId;
use gloo_events::EventListener;
use gloo_render::AnimationFrame;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File};

/// The article view, the worker, the page.
struct Later {
    dispatch: Dispatch,
    address: Address,
    panes: Panes,
    reader: Reader,
    exporter: Exporter,
    folders: Folders,
    lacking: Announcer,
    hints: Hints,
    /// The notice that goes away by itself, by its serial.
    notice: RefCell<Option<(u64, Timeout)>>,
    /// A row of the list that is about to come into view.
    row: RefCell<Option<AnimationFrame>>,
    /// The article that the sidebar was scrolled to, whether the sidebar lay over the page then, and what does it.
    listed: RefCell<Option<(DocumentId, bool, AnimationFrame)>>,
    /// The element that is to have the focus as soon as it is there.
    wanted: RefCell<Option<Wanted>>,
    _printing: [EventListener; 2],
    /// Where the focus is, for when that goes.
    kept: Kept,
    /// What the panel beside the article shows of what is selected.
    panel: Panel,
}

/// How long a message stays that needs no eye, in milliseconds.
const NOTICE: u32 = 7_000;

/// Makes all of it; nothing is started yet.
pub(super) fn outside(dispatch: &Dispatch) -> Box<dyn Outside> {
    Box::new(Later {
        dispatch: dispatch.clone(),
        address: Address::new(dispatch.clone()),
        panes: Panes::new(dispatch.clone()),
        reader: Reader::new(dispatch.clone()),
        exporter: Exporter::new(dispatch.clone()),
        folders: Folders::new(dispatch.clone()),
        lacking: Announcer::new(dispatch.clone()),
        hints: Hints::new(dispatch.clone()),
        notice: RefCell::default(),
        row: RefCell::default(),
        listed: RefCell::default(),
        wanted: RefCell::default(),
        _printing: [("beforeprint", Print::Begun), ("afterprint", Print::Done)].map(|(event, print)| {
            let dispatch = dispatch.clone();
            EventListener::new(&gloo_utils::window(), event, move |_| dispatch.emit(Action::step(print)))
        }),
        kept: Kept::new(),
        panel: Panel::new(),
    })
}

impl Outside for Later {
    fn articles(&self) -> [Element; 2] {
        self.panes.elements()
    }

    fn read_files(&self, files: Vec<File>) {
        self.reader.read(files);
    }

    fn leave_article(&self) {
        self.panes.keep_places();
    }

    fn rest(&self, state: &State) {
        self.folders.rest(state);
        self.exporter.rest(state);
        self.lacking.rest(state);
        self.hints.rest(state);
        self.address.follow(state);
        self.panes.rest(state);
        self.show_open(state);
        if state.session.as_ref().is_some_and(Session::waits_for_claims) {
            self.soon(Rc::new(LinkAct::Look));
        }
        if state.screen == Screen::Read && state.session.as_ref().is_some_and(Session::waits_for_passages) {
            self.soon(Rc::new(PassageAct::Look));
        }
        let wanted = self.wanted.take().filter(|wanted| wanted.screen == state.screen);
        wanted.into_iter().for_each(|wanted| self.focus_on(wanted.place, wanted.screen));
        self.kept.rest();
        self.panel.rest(state);
        let notice = state.notice.as_ref().filter(|notice| notice.kind == NoticeKind::Info);
        let (serial, timed) =
            (notice.map(|notice| notice.serial), self.notice.borrow().as_ref().map(|(of, _)| *of));
        if serial != timed {
            let dispatch = &self.dispatch;
            *self.notice.borrow_mut() = serial.map(|serial| {
                let dispatch = dispatch.clone();
                (serial, Timeout::new(NOTICE, move || dispatch.emit(Action::CloseNotice)))
            });
        }
    }

    fn run(&self, effect: Effect, state: &State) {
        let Some(effect) = self.panes.run(effect, state) else { return };
        let project = state.session.as_ref().map(|session| &session.project);
        match effect {
            Effect::GuessLanguage(title, text) => self.reader.guess_language(title, text),
            Effect::StopReading => self.reader.stop(),
            Effect::ReadAs(index, encoding) => self.reader.read_as(index, &encoding),
            Effect::ReadIn(unit) => self.reader.read_in(unit),
            Effect::Focus(place) => self.focus_on(Place::Named(place), state.screen),
            Effect::FocusOn(element) => self.focus_on(Place::Element(element), state.screen),
            Effect::FocusInList { list, row, element } => {
                self.focus_on(Place::InList(list, row, element), state.screen);
            }
            Effect::Later(command) => self.dispatch.emit(Action::step(LaterCommand(command))),
            Effect::Pick(act) => self.dispatch.emit(Action::step(act)),
            Effect::Reshape(id, fragments) => {
                self.dispatch.emit(Action::step(LinkAct::Reshape(id, fragments)));
            }
            Effect::Soon(step) => self.soon(step),
            Effect::Behind(step) => {
                let dispatch = self.dispatch.clone();
                spawn_local(async move {
                    painted().await;
                    dispatch.emit(Action::Step(step));
                });
            }
            Effect::ShowRow(row) => {
                self.row.replace(Some(show_row(format!("#{LIST}"), row)));
            }
            Effect::PreviewExport(export) => {
                if let Some(session) = &state.session {
                    self.exporter.preview(&export, session);
                }
            }
            Effect::RunExport(export) => {
                if let Some(project) = project {
                    self.exporter.run(&export, project);
                }
            }
            Effect::Folder(task) => self.folders.run(&task, state),
            Effect::StopExport => self.exporter.stop(),
            Effect::SaveFile(name, media_type, content) => {
                let _ = save(&name, media_type, &[content]);
            }
            Effect::Print => self.print(),
            Effect::FetchExample => self.reader.example(),
            // Not of this part: the database's and the pickers'.
            Effect::Append(_)
            | Effect::CreateProject(_)
            | Effect::AdoptProject(_)
            | Effect::LoadProject(_)
            | Effect::DeleteProject(..)
            | Effect::KeepBackup(..)
            | Effect::HandOver
            | Effect::TakeOver
            | Effect::ReadAgain
            | Effect::ListProjects
            | Effect::KeepSettings(_)
            | Effect::SaveRecords
            | Effect::Task(_)
            | Effect::PickFiles
            | Effect::PickFolder
            | Effect::Speak(_)
            | Effect::PickProject => {}
            // Of the articles.
            Effect::ShowArticle(_)
            | Effect::ReturnToPlace
            | Effect::Patch { .. }
            | Effect::PaintLabels
            | Effect::ShowSelected
            | Effect::ShowHovered
            | Effect::ShowCaret
            | Effect::MoveLine(..)
            | Effect::ScrollTo(_)
            | Effect::ScrollToOne(_) => {}
        }
    }
}

impl Later {
    /// Does something when the page has shown what it is now.
    fn soon(&self, step: Rc<dyn Step>) {
        let dispatch = self.dispatch.clone();
        spawn_local(async move {
            pause(0).await;
            dispatch.emit(Action::Step(step));
        });
    }

    /// Brings the open article into view in the sidebar, when it is opened and when the sidebar is.
    fn show_open(&self, state: &State) {
        let Some(session) = &state.session else { return };
        let Some(reading) = session.reading.as_ref().filter(|_| state.screen == Screen::Read) else { return };
        let (id, drawer) = (&reading.document, state.layout.drawer);
        let mut shown = self.listed.borrow_mut();
        if shown.as_ref().is_some_and(|(of, over, _)| of == id && *over == drawer) {
            return;
        }
        let documents = session.project.in_order();
        let row = session.listed().iter().position(|&n| documents[n].id == *id);
        *shown = row.map(|row| (id.clone(), drawer, show_row(ARTICLES.to_owned(), row)));
    }

    /// Asks the browser to print, which may take as long as the person likes.
    fn print(&self) {
        if gloo_utils::window().print().is_err() {
            self.dispatch.emit(Action::step(Print::Done));
        }
    }

    /// Now, or when it is there: its part of the page may still be on its way. The sheet opens for what stands in it.
    fn focus_on(&self, place: Place, screen: Screen) {
        let wanted = Wanted { place, screen };
        let reached = wanted.focus();
        if reached == Reached::InSheet {
            self.dispatch.emit(Action::step(RegionAct::Unfold));
        }
        self.wanted.replace((reached != Reached::Yes).then_some(wanted));
    }
}
