//! The views of the open articles: one, or two side by side.
//!
//! Effects of acts go to the one that is worked in. The other one shows what speaks of the same as what is selected, and
//! goes to its place there when that changes.

use super::Dispatch;
use super::article::{Article, ReadTo};
use crate::app::{Action, Caret, Effect, Focus, Screen, Session, State};
use crate::model::AnnotationId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// Both views; the second one is empty while one article is open.
pub(super) struct Panes {
    dispatch: Dispatch,
    views: [Article; 2],
    /// Whether the second one is worked in.
    second: Rc<Cell<bool>>,
    /// Whether two were open and which was worked in, when that was looked at last.
    stood: Cell<(bool, bool)>,
    /// What spoke of the same beside, when that was looked at last.
    same: RefCell<Vec<AnnotationId>>,
}

impl Panes {
    /// Without an article.
    pub(super) fn new(dispatch: Dispatch) -> Self {
        let (second, read_to) = (Rc::<Cell<bool>>::default(), ReadTo::default());
        let view = |which| Article::new(dispatch.clone(), which, second.clone(), read_to.clone());
        Self {
            views: [view(false), view(true)],
            dispatch,
            second,
            stood: Cell::default(),
            same: RefCell::default(),
        }
    }

    /// What the page shows in the places of the articles.
    pub(super) fn elements(&self) -> [Element; 2] {
        self.views.each_ref().map(Article::element)
    }

    /// Notes where the reader is, while the articles are still in the page.
    pub(super) fn keep_places(&self) {
        self.views.iter().for_each(Article::keep_place);
    }

    fn here(&self) -> &Article {
        let [first, second] = &self.views;
        if self.second.get() { second } else { first }
    }

    fn aside(&self) -> &Article {
        let [first, second] = &self.views;
        if self.second.get() { first } else { second }
    }

    /// Runs an effect of the articles; gives any other one back.
    pub(super) fn run(&self, effect: Effect, state: &State) -> Option<Effect> {
        let session = state.session.as_ref();
        self.second.set(session.is_some_and(|session| session.second));
        let here = self.here();
        let reading = session.and_then(|session| session.reading.as_ref());
        match effect {
            Effect::ShowArticle(id) => {
                let document = id.and_then(|id| session?.project.document(&id));
                if document.is_some_and(|document| here.shows(&document.id)) {
                    // All of it may have been read anew, and what stands beside, too.
                    self.aside().show(None, state);
                }
                here.show(document, state);
            }
            Effect::ReturnToPlace => self.views.iter().for_each(Article::return_to_place),
            Effect::Patch { gone, put } => self.views.iter().for_each(|view| view.patch(&gone, &put, state)),
            Effect::PaintLabels => self.views.iter().for_each(|view| view.paint_labels(state)),
            Effect::ShowSelected => {
                if let (Some(session), Some(reading)) = (session, reading) {
                    here.show_selected(&reading.selected, &session.same_here(), session.arcs());
                    let aside = session.drawn_selected_beside();
                    self.aside().show_selected(&aside, &session.same_beside(), Vec::new());
                }
            }
            Effect::ShowHovered => {
                here.show_hovered(reading.and_then(|reading| reading.hovered.as_ref()));
            }
            Effect::ShowCaret => {
                if let Some(reading) = reading {
                    here.show_caret(reading.caret);
                }
            }
            Effect::MoveLine(lines, extend) => {
                let line = |caret: Caret| {
                    let focus = here.line_from(caret.focus, lines)?;
                    let anchor = if extend { caret.anchor } else { focus };
                    Some(Action::MoveCaret(Caret { anchor, focus }))
                };
                let moved = reading.and_then(|reading| line(reading.caret));
                moved.into_iter().for_each(|action| self.dispatch.emit(action));
            }
            Effect::ScrollTo(span) => here.scroll_to(span),
            Effect::ScrollToOne(spans) => here.scroll_to_one(&spans),
            Effect::Focus(Focus::Article) => {
                here.with(|view| view.focus());
            }
            other => return Some(other),
        }
        None
    }

    /// After effects: the other article, and what is looked for.
    pub(super) fn rest(&self, state: &State) {
        let Some(session) = &state.session else { return };
        self.second.set(session.second);
        // Out of the page nothing is drawn.
        if state.screen != Screen::Read {
            return;
        }
        let beside = session.beside.as_ref().map(|reading| &reading.document);
        let (here, aside) = (self.here(), self.aside());
        here.show_if_other(session.document(), state);
        let other = aside.show_if_other(beside.and_then(|id| session.project.document(id)), state);
        // Tab leads from the text to its own panel; to go on in the other one takes a click or a key.
        here.reached_by_tab(true);
        aside.reached_by_tab(false);
        let stands = (beside.is_some(), session.second);
        if self.stood.replace(stands) != stands {
            aside.put_aside();
        }
        let find = session.reading.as_ref().and_then(|reading| reading.find.as_ref());
        here.show_hits(&find.map_or_else(Rc::default, |find| find.hits.clone()));
        here.show_passages(&session.repeated());
        if beside.is_some() {
            self.follow(session, other);
        }
    }

    /// The other article goes to where it speaks of what is selected.
    fn follow(&self, session: &Session, other: bool) {
        let same = session.same_beside();
        let changed = *self.same.borrow() != same;
        if other {
            self.aside().show_selected(&session.drawn_selected_beside(), &same, Vec::new());
        }
        if (changed || other)
            && let Some(reading) = &session.beside
        {
            let annotations = same.iter().filter_map(|id| session.project.annotation(&reading.document, id));
            let places: Vec<_> = annotations.map(|annotation| annotation.fragments.hull()).collect();
            self.aside().scroll_to_one(&places);
            self.same.replace(same);
        }
    }
}
