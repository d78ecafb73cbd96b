//! The article on the screen: one document view, handed to the page as an element that Yew never looks into.

use crate::app::{Action, Caret, Edge, State};
use crate::browser::docview::{Caret as ViewCaret, DocView, End, Paint, Reveal, ViewEvent};
use crate::model::{Document, DocumentId};
use crate::sorted::Map;
use crate::text::{Byte, Span};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The document view of the open article.
pub(crate) struct Article {
    element: Element,
    shown: RefCell<Option<(DocumentId, DocView)>>,
    /// Where the reader was in each article that was open: what stood at the top.
    places: RefCell<Map<DocumentId, Byte>>,
    /// The hits that are highlighted.
    hits: RefCell<Rc<[Span]>>,
    on_event: Rc<dyn Fn(ViewEvent)>,
}

impl Article {
    /// Without an article.
    pub(crate) fn new(dispatch: Callback<Action>) -> Self {
        let document = gloo_utils::document();
        let element = document.create_element("div").expect("an element of a known name can be made");
        element.set_class_name("article-host");
        let on_event: Rc<dyn Fn(ViewEvent)> = Rc::new(move |event| match event {
            ViewEvent::Selected { spans, exact, .. } => dispatch.emit(Action::Select { spans, exact }),
            ViewEvent::Clicked { at, ids, command, shift } => {
                // With Shift the browser extends its selection, which comes as `Selected`.
                if !shift {
                    dispatch.emit(Action::Click { caret: Caret::at(at), ids, add: command });
                }
            }
            ViewEvent::Hovered { ids } => dispatch.emit(Action::Hover(ids)),
            ViewEvent::HandleDragged { id, fragment, end, to, done } => {
                if done {
                    let edge = if end == End::Start { Edge::Start } else { Edge::End };
                    dispatch.emit(Action::DragEnd { id, fragment, edge, to });
                }
            }
        });
        Self {
            element,
            shown: RefCell::default(),
            places: RefCell::default(),
            hits: RefCell::default(),
            on_event,
        }
    }

    /// What the page shows in the place of the article.
    pub(crate) fn element(&self) -> Element {
        self.element.clone()
    }

    /// Notes where the reader is, while the article is still in the page.
    pub(crate) fn keep_place(&self) {
        if let Some((id, view)) = self.shown.borrow().as_ref()
            && self.element.is_connected()
        {
            self.places.borrow_mut().insert(id.clone(), view.scroll_position());
        }
    }

    /// Goes back to where the reader was.
    pub(crate) fn return_to_place(&self) {
        if let Some((id, view)) = self.shown.borrow().as_ref()
            && let Some(at) = self.places.borrow().get(id)
            && *at > Byte(0)
        {
            view.scroll_to(*at, Reveal::Top);
        }
    }

    /// Shows another article, or none.
    pub(crate) fn show(&self, document: Option<&Document>, state: &State) {
        self.keep_place();
        let active = gloo_utils::document().active_element();
        let focused = active.is_some_and(|active| self.element.contains(Some(&active)));
        let mut shown = self.shown.borrow_mut();
        let before = shown.take().map(|(id, _)| id);
        self.hits.take();
        let Some(document) = document else { return };
        let metadata = &document.metadata;
        let view = DocView::mount(
            &self.element,
            &document.text,
            &metadata.language,
            &metadata.title,
            self.on_event.clone(),
        );
        match view {
            Ok(view) => {
                let _ = view.article().set_attribute("data-zone", "article");
                *shown = Some((document.id.clone(), view));
            }
            Err(error) => web_sys::console::error_2(&"the article could not be drawn".into(), &error),
        }
        drop(shown);
        self.paint_labels(state);
        let all = state.session.as_ref().and_then(|session| session.project.annotations(&document.id));
        let all: Vec<_> = all.into_iter().flat_map(|all| all.iter()).cloned().collect();
        self.with(|view| view.set_annotations(&all));
        if let Some(at) = self.places.borrow_mut().get_mut(&document.id) {
            // Its text may be another one than when the reader was there.
            *at = document.text.floor_grapheme((*at).min(document.text.end()));
        }
        // Another article begins at its head, not where the one before was left.
        if before.is_none_or(|id| id != document.id)
            && let Ok(Some(reader)) = self.element.closest(".reader")
        {
            reader.set_scroll_top(0);
        }
        self.return_to_place();
        if focused {
            // The element that had it is gone.
            self.with(|view| view.focus());
        }
    }

    /// Does something with the view, if there is one.
    pub(crate) fn with<T>(&self, act: impl FnOnce(&DocView) -> T) -> Option<T> {
        self.shown.borrow().as_ref().map(|(_, view)| act(view))
    }

    /// Draws the labels' colours.
    pub(crate) fn paint_labels(&self, state: &State) {
        if let Some(session) = &state.session {
            let labels = session.project.schema.labels.iter();
            let labels: Vec<_> = labels.map(|label| (label.id.clone(), Paint::of(label))).collect();
            self.with(|view| view.set_labels(labels, state.settings.quiet));
        }
    }

    /// Shows what is selected, what speaks of the same, and what it is related to.
    pub(crate) fn show_selected(&self, state: &State) {
        let Some(session) = &state.session else { return };
        if let Some(reading) = &session.reading {
            self.with(|view| {
                view.set_selected(&reading.selected);
                view.set_same(&session.same_here());
                view.set_arcs(session.arcs());
            });
        }
    }

    /// Shows what is under the pointer.
    pub(crate) fn show_hovered(&self, state: &State) {
        let reading = state.session.as_ref().and_then(|session| session.reading.as_ref());
        if let Some(reading) = reading {
            self.with(|view| view.set_hovered(reading.hovered.as_slice()));
        }
    }

    /// Shows the caret and what it selects.
    pub(crate) fn show_caret(&self, state: &State) {
        let reading = state.session.as_ref().and_then(|session| session.reading.as_ref());
        if let Some(Caret { anchor, focus }) = reading.map(|reading| reading.caret) {
            self.with(|view| view.set_caret(Some(ViewCaret { anchor, focus }), true));
        }
    }

    /// Highlights what is looked for, if that changed.
    pub(crate) fn show_hits(&self, state: &State) {
        let reading = state.session.as_ref().and_then(|session| session.reading.as_ref());
        let find = reading.and_then(|reading| reading.find.as_ref());
        let hits = find.map_or_else(Rc::default, |find| find.hits.clone());
        let none = hits.is_empty() && self.hits.borrow().is_empty();
        if !none && !Rc::ptr_eq(&hits, &self.hits.borrow()) {
            self.hits.replace(hits.clone());
            self.with(|view| view.set_hits(hits));
        }
    }

    /// Scrolls to a span with the least motion.
    pub(crate) fn scroll_to(&self, span: Span) {
        self.with(|view| view.scroll_to(span.start(), Reveal::Nearest));
    }

    /// Scrolls to the first of these spans, unless one of them begins in view.
    pub(crate) fn scroll_to_one(&self, spans: &[Span]) {
        self.with(|view| {
            if let Some(first) = spans.iter().min_by_key(|span| span.start())
                && !spans.iter().any(|span| view.shows(span.start()))
            {
                view.scroll_to(first.start(), Reveal::Nearest);
            }
        });
    }

    /// Where a caret comes to stand a line down (1) or up (-1).
    pub(crate) fn line_from(&self, at: Byte, lines: i32) -> Option<Byte> {
        self.with(|view| view.line_from(at, lines)).flatten()
    }
}
