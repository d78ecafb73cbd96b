//! Runs effects. What they answer goes back as actions.

use super::article::Article;
use super::export::Exporter;
use super::focus::{focus, show_row};
use super::open::Opener;
use super::pickers::{self, pick};
use super::reading::Reader;
use crate::app::{Action, Caret, Effect, Focus, NoticeKind, State};
use crate::edit::Actor;
use gloo_render::AnimationFrame;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use web_sys::File;
use yew::Callback;

/// Everything outside the state: the article view, the database, the worker, the page.
pub(super) struct Outside {
    dispatch: Callback<Action>,
    article: Article,
    opener: Opener,
    reader: Reader,
    exporter: Exporter,
    /// The notice that goes away by itself, by its serial.
    notice: RefCell<Option<(u64, Timeout)>>,
    /// A row of the list that is about to come into view.
    row: RefCell<Option<AnimationFrame>>,
}

/// How long a message stays that needs no eye, in milliseconds.
const NOTICE: u32 = 7_000;

impl Outside {
    pub(super) fn new(dispatch: Callback<Action>, article: Article) -> Self {
        Self {
            opener: Opener::new(dispatch.clone()),
            reader: Reader::new(dispatch.clone()),
            exporter: Exporter::new(dispatch.clone()),
            notice: RefCell::default(),
            dispatch,
            article,
            row: RefCell::default(),
        }
    }

    /// Opens the database. Answers `Started` or `Broken`. `actor` is taken on the first visit.
    pub(super) fn start(&self, actor: Actor) {
        self.opener.start(actor);
    }

    /// This copy of Postil, as it was kept; `None` before the database is open.
    pub(super) fn actor(&self) -> Option<Actor> {
        self.opener.actor()
    }

    /// Reads files that were chosen or dropped. Answers `FilesRead`.
    pub(super) fn read_files(&self, files: Vec<File>) {
        self.reader.read(files);
    }

    /// Before the article leaves the page.
    pub(super) fn leave_article(&self) {
        self.article.keep_place();
    }

    /// After effects: what storage does when there is time, and what goes away by itself.
    pub(super) fn rest(&self, state: &State) {
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
        if let Some(session) = &state.session {
            self.opener.rest(&session.project);
        }
    }

    pub(super) fn run(&self, effect: Effect, state: &State) {
        let article = &self.article;
        let project = state.session.as_ref().map(|session| &session.project);
        match effect {
            Effect::Append(transaction) => self.opener.append(&transaction),
            Effect::CreateProject(name) => self.opener.create(name, state.leaving),
            Effect::AdoptProject(session) => self.opener.adopt(session.project, state.leaving),
            Effect::LoadProject(id) => self.opener.load(id, state.leaving),
            Effect::DeleteProject(id, name) => self.opener.delete(id, name),
            Effect::ListProjects => self.opener.list(),
            Effect::KeepSettings(settings) => self.opener.keep(&settings),
            Effect::GuessLanguage(title, text) => self.reader.guess_language(title, text),
            Effect::StopReading => self.reader.stop(),
            Effect::ReadAs(index, encoding) => self.reader.read_as(index, &encoding),
            Effect::ShowArticle(id) => {
                let document = id.and_then(|id| project?.document(&id).cloned());
                article.show(document.as_deref(), state);
            }
            Effect::ReturnToPlace => article.return_to_place(),
            Effect::Patch { gone, put } => {
                article.with(|view| view.patch(&gone, &put));
            }
            Effect::PaintLabels => article.paint_labels(state),
            Effect::ShowSelected => article.show_selected(state),
            Effect::ShowHovered => article.show_hovered(state),
            Effect::ShowCaret => article.show_caret(state),
            Effect::MoveLine(lines, extend) => self.move_line(lines, extend, state),
            Effect::ScrollTo(span) => article.scroll_to(span),
            Effect::Focus(Focus::Article) => {
                article.with(|view| view.focus());
            }
            Effect::Focus(place) => focus(place),
            Effect::ShowRow(row) => {
                self.row.replace(Some(show_row(row)));
            }
            Effect::PreviewExport(export) => {
                if let Some(project) = project {
                    self.exporter.preview(&export, project);
                }
            }
            Effect::RunExport(export) => {
                if let Some(project) = project {
                    self.exporter.run(&export, project);
                }
            }
            Effect::SaveRecords => {
                if let Some(project) = project {
                    self.opener.save_records(project);
                }
            }
            Effect::StopExport => self.exporter.stop(),
            Effect::PickFiles => pick(pickers::FILES),
            Effect::PickProject => pick(pickers::PROJECT),
            Effect::FetchExample => self.reader.example(),
        }
    }

    fn move_line(&self, lines: i32, extend: bool, state: &State) {
        let Some(reading) = state.session.as_ref().and_then(|session| session.reading.as_ref()) else {
            return;
        };
        if let Some(focus) = self.article.line_from(reading.caret.focus, lines) {
            let anchor = if extend { reading.caret.anchor } else { focus };
            self.dispatch.emit(Action::MoveCaret(Caret { anchor, focus }));
        }
    }
}
