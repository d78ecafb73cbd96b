//! An article on the screen: one document view, handed to the page as an element that Yew never looks into.

use crate::analysis::Repeated;
use crate::app::{Action, Arc, BesideAct, Caret, Edge, PassageAct, State, titled};
use crate::browser::docview::{Caret as ViewCaret, DocView, End, Margin, Paint, Reveal, ViewEvent};
use crate::model::{Annotation, AnnotationId, Document, DocumentId, Status};
use crate::sorted::Map;
use crate::text::{Byte, Span};
use crate::words::{number, passages};
use gloo_events::EventListener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Where the reader was in each article that was open: what stood at the top.
pub(crate) type ReadTo = Rc<RefCell<Map<DocumentId, Byte>>>;

/// The document view of an open article.
pub(crate) struct Article {
    element: Element,
    shown: RefCell<Option<(Rc<Document>, DocView)>>,
    read_to: ReadTo,
    /// Whether it draws no suggestions.
    hides: Cell<bool>,
    /// The hits that are highlighted.
    hits: RefCell<Rc<[Span]>>,
    /// The passages that have a button in the margin.
    passages: RefCell<Rc<[Repeated]>>,
    on_event: Rc<dyn Fn(ViewEvent)>,
    _focus: EventListener,
}

impl Article {
    /// Without an article. `second` says which of two views it is, and `worked_in` which of them is worked in: what a
    /// person does in the other one turns to it first.
    pub(crate) fn new(
        dispatch: Callback<Action>,
        second: bool,
        worked_in: Rc<Cell<bool>>,
        read_to: ReadTo,
    ) -> Self {
        let document = gloo_utils::document();
        let element = document.create_element("div").expect("an element of a known name can be made");
        element.set_class_name("article-host");
        let turn = {
            let (dispatch, worked_in) = (dispatch.clone(), worked_in.clone());
            move || {
                if worked_in.replace(second) != second {
                    dispatch.emit(Action::step(BesideAct::Turn(second)));
                }
            }
        };
        let turns = turn.clone();
        let focus = EventListener::new(&element, "focusin", move |_| turns());
        let on_event: Rc<dyn Fn(ViewEvent)> = Rc::new(move |event| match event {
            ViewEvent::Selected { spans, exact, .. } => {
                turn();
                dispatch.emit(Action::Select { spans, exact });
            }
            ViewEvent::Clicked { at, ids, command, shift } => {
                turn();
                // With Shift the browser extends its selection, which comes as `Selected`.
                if !shift {
                    dispatch.emit(Action::Click { caret: Caret::at(at), ids, add: command });
                }
            }
            ViewEvent::Hovered { ids } => {
                if worked_in.get() == second {
                    dispatch.emit(Action::Hover(ids));
                }
            }
            ViewEvent::Margin { at } => dispatch.emit(Action::step(PassageAct::GoInto(at))),
            ViewEvent::HandleDragged { id, fragment, end, to, done } => {
                if done {
                    turn();
                    let edge = if end == End::Start { Edge::Start } else { Edge::End };
                    dispatch.emit(Action::DragEnd { id, fragment, edge, to });
                }
            }
        });
        Self {
            element,
            shown: RefCell::default(),
            read_to,
            hides: Cell::default(),
            hits: RefCell::default(),
            passages: RefCell::default(),
            on_event,
            _focus: focus,
        }
    }

    /// What the page shows in the place of the article.
    pub(crate) fn element(&self) -> Element {
        self.element.clone()
    }

    /// Notes where the reader is, while the article is still in the page.
    pub(crate) fn keep_place(&self) {
        if let Some((document, view)) = self.shown.borrow().as_ref()
            && self.element.is_connected()
        {
            self.read_to.borrow_mut().insert(document.id.clone(), view.scroll_position());
        }
    }

    /// Goes back to where the reader was.
    pub(crate) fn return_to_place(&self) {
        if let Some((document, view)) = self.shown.borrow().as_ref()
            && let Some(at) = self.read_to.borrow().get(&document.id)
            && *at > Byte(0)
        {
            view.scroll_to(*at, Reveal::Top);
        }
    }

    /// Shows another article, or none.
    pub(crate) fn show(&self, document: Option<&Rc<Document>>, state: &State) {
        self.keep_place();
        let active = gloo_utils::document().active_element();
        let focused = active.is_some_and(|active| self.element.contains(Some(&active)));
        let mut shown = self.shown.borrow_mut();
        let before = shown.take().map(|(document, _)| document.id.clone());
        self.hits.take();
        self.passages.take();
        let Some(document) = document else { return };
        let metadata = &document.metadata;
        let view = DocView::mount(
            &self.element,
            &document.text,
            &metadata.language,
            titled(metadata),
            self.on_event.clone(),
        );
        match view {
            Ok(view) => {
                let _ = view.article().set_attribute("data-zone", "article");
                *shown = Some((document.clone(), view));
            }
            Err(error) => web_sys::console::error_2(&"the article could not be drawn".into(), &error),
        }
        drop(shown);
        self.hides.set(state.settings.hide_suggestions);
        self.paint_labels(state);
        self.draw_annotations(state);
        if let Some(at) = self.read_to.borrow_mut().get_mut(&document.id) {
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

    /// Shows an article, or none, unless it does so already. True if it is drawn anew.
    pub(crate) fn show_if_other(&self, document: Option<&Rc<Document>>, state: &State) -> bool {
        {
            let mut shown = self.shown.borrow_mut();
            match (shown.as_mut(), document) {
                (None, None) => return false,
                (Some((own, _)), Some(other)) if Rc::ptr_eq(own, other) => return false,
                (Some((own, _)), Some(other)) if drawn_alike(own, other) => {
                    *own = other.clone();
                    return false;
                }
                _ => {}
            }
        }
        self.show(document, state);
        true
    }

    /// Whether it shows this article.
    pub(crate) fn shows(&self, id: &DocumentId) -> bool {
        self.shown.borrow().as_ref().is_some_and(|(document, _)| document.id == *id)
    }

    /// Whether Tab stops at the article.
    pub(crate) fn reached_by_tab(&self, reached: bool) {
        let wanted = if reached { "0" } else { "-1" };
        self.with(|view| {
            // Setting it anew makes Chromium look whether what has the focus can have it, which asks for the layout.
            if view.article().get_attribute("tabindex").as_deref() != Some(wanted) {
                // It cannot fail: the name and the value are plain.
                let _ = view.article().set_attribute("tabindex", wanted);
            }
        });
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
        if self.hides.replace(state.settings.hide_suggestions) != state.settings.hide_suggestions {
            self.draw_annotations(state);
        }
    }

    /// Draws all annotations anew: those that the article shows.
    fn draw_annotations(&self, state: &State) {
        let shown = self.shown.borrow();
        let Some((document, view)) = shown.as_ref() else { return };
        let all = state.session.as_ref().and_then(|session| session.project.annotations(&document.id));
        let all = all.into_iter().flat_map(|all| all.iter()).filter(|own| self.draws(own));
        view.set_annotations(&all.cloned().collect::<Vec<_>>());
    }

    /// Whether an annotation is drawn, as the person chose.
    fn draws(&self, annotation: &Annotation) -> bool {
        !self.hides.get() || !matches!(annotation.status, Status::Suggested | Status::Rejected)
    }

    /// Shows what is selected, what speaks of the same, and what it is related to.
    pub(crate) fn show_selected(&self, selected: &[AnnotationId], same: &[AnnotationId], arcs: Vec<Arc>) {
        self.with(|view| {
            view.set_selected(selected);
            view.set_same(same);
            view.set_arcs(arcs);
        });
    }

    /// An edit in this article or the one beside it.
    pub(crate) fn patch(&self, gone: &[AnnotationId], put: &[Rc<Annotation>], state: &State) {
        let id = self.shown.borrow().as_ref().map(|(document, _)| document.id.clone());
        let project = state.session.as_ref().map(|session| &session.project);
        let now = id.and_then(|id| project?.document(&id));
        // Where its text is another one, places of marks are those of that text.
        if now.is_some() && self.show_if_other(now, state) {
            return;
        }
        if let Some((document, view)) = self.shown.borrow().as_ref() {
            let own = put.iter().filter(|annotation| annotation.document == document.id);
            let (own, hidden): (Vec<_>, Vec<_>) = own.cloned().partition(|own| self.draws(own));
            let gone: Vec<_> = gone.iter().chain(hidden.iter().map(|own| &own.id)).cloned().collect();
            view.patch(&gone, &own);
        }
    }

    /// Shows what is under the pointer.
    pub(crate) fn show_hovered(&self, hovered: Option<&AnnotationId>) {
        self.with(|view| view.set_hovered(hovered.map_or(&[], std::slice::from_ref)));
    }

    /// Shows the caret and what it selects.
    pub(crate) fn show_caret(&self, Caret { anchor, focus }: Caret) {
        self.with(|view| view.set_caret(Some(ViewCaret { anchor, focus }), true));
    }

    /// Highlights what is looked for, if that changed.
    pub(crate) fn show_hits(&self, hits: &Rc<[Span]>) {
        let none = hits.is_empty() && self.hits.borrow().is_empty();
        if !none && !Rc::ptr_eq(hits, &self.hits.borrow()) {
            self.hits.replace(hits.clone());
            self.with(|view| view.set_hits(hits.clone()));
        }
    }

    /// Takes away what belongs to the article that is worked in, because it is the other one.
    pub(crate) fn put_aside(&self) {
        self.show_hits(&Rc::default());
        self.show_passages(&Rc::default());
        self.with(|view| {
            view.set_hovered(&[]);
            view.set_caret(None, false);
        });
    }

    /// Shows in the margin which passages stand elsewhere too, if that changed.
    pub(crate) fn show_passages(&self, all: &Rc<[Repeated]>) {
        let none = all.is_empty() && self.passages.borrow().is_empty();
        if !none && !Rc::ptr_eq(all, &self.passages.borrow()) {
            self.passages.replace(all.clone());
            let margin = |passage: &Repeated| Margin {
                span: passage.span,
                text: number(passage.others.len() as u64),
                name: passages::in_margin(passage.others.len()),
            };
            self.with(|view| view.set_margin(&all.iter().map(margin).collect::<Vec<_>>()));
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

/// Whether a view shows the same of both.
fn drawn_alike(one: &Document, other: &Document) -> bool {
    let (own, others) = (&one.metadata, &other.metadata);
    one.id == other.id
        && one.text == other.text
        && own.title == others.title
        && own.language == others.language
}
