//! The article on the screen: all its text, the segments of its annotations near the viewport, a caret
//! and handles; and back, what the pointer did, as [`ViewEvent`]s in bytes.
//!
//! ```text
//! host.docview
//! ├─ article.article[lang][dir=auto][aria-label]    text nodes: the text without line breaks, only
//! │  └─ div.chapter                                  content-visibility: auto, 16 sections; .near: visible
//! │     └─ div.section                               content-visibility: auto, about 2 kB
//! │        └─ p.block[dir=auto][data-start=CODEPOINTS]
//! │           └─ text | mark.seg[data-annotations="id id"]
//! ├─ div.margin                                      buttons beside stretches of the text
//! └─ div.overlay[aria-hidden]                        caret, handles, arcs
//! ```
//!
//! Invariants: all text is always in the document; only sections near the viewport are cut into
//! segments; an edit rebuilds the blocks that it touches and no others; nothing here changes the text's
//! geometry. Positions are [`Byte`]s outside, UTF-16 only in `browser::selection`.
//!
//! Absent on purpose: yew, decisions (snapping, what a click selects, what a key does), colours.

mod arcs;
mod build;
mod cut;
mod drag;
mod events;
mod hits;
mod index;
mod lines;
mod margin;
mod overlay;
mod paint;
mod scroll;
mod view;
mod viewport;

pub use margin::Margin;
pub use paint::Paint;
pub use scroll::Reveal;

use crate::app::Arc;
use crate::browser::selection::Places;
use crate::model::{Annotation, AnnotationId, LabelId};
use crate::text::{Blocks, Byte, Span, Text};
use gloo_events::EventListener;
use std::rc::Rc;
use view::{Pending, View};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomRect, Element, HtmlElement};

/// What did it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// A mouse or a pen.
    #[default]
    Mouse,
    /// A finger.
    Touch,
}

/// An end of a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Its start.
    Start,
    /// Its end.
    End,
}

/// What a person did in the article. Nothing is snapped or trimmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewEvent {
    /// A selection is finished. One span, or several where the browser holds several ranges.
    Selected {
        /// Never empty, none of them empty.
        spans: Vec<Span>,
        /// What did it.
        by: By,
        /// Whether it is a word by a double click.
        double: bool,
        /// Whether Alt was held.
        exact: bool,
    },
    /// A click or a tap that selected nothing.
    Clicked {
        /// The nearest position.
        at: Byte,
        /// All annotations under the pointer, innermost first.
        ids: Vec<AnnotationId>,
        /// Whether Ctrl or ⌘ was held.
        command: bool,
        /// Whether Shift was held.
        shift: bool,
    },
    /// The pointer came over other annotations, innermost first; empty when it left them.
    Hovered {
        /// Which.
        ids: Vec<AnnotationId>,
    },
    /// A button in the margin was pressed.
    Margin {
        /// The start of the stretch along which it stands.
        at: Byte,
    },
    /// A handle of the selected annotation moves.
    HandleDragged {
        /// Whose.
        id: AnnotationId,
        /// Number of the fragment.
        fragment: usize,
        /// Which end.
        end: End,
        /// Where it is now.
        to: Byte,
        /// Whether it was let go there; a drag that is given up (Escape) never gets here.
        done: bool,
    },
}

/// The keyboard caret, or a selection with a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// Where it started.
    pub anchor: Byte,
    /// Where the caret is.
    pub focus: Byte,
}

/// One article on the screen. Dropping it takes everything off again.
pub struct DocView {
    view: Rc<View>,
    _watch: viewport::Watch,
    _listeners: Vec<EventListener>,
}

impl DocView {
    /// Builds the article in `host`, which gets the class `docview` and should be empty. `lang` is a
    /// BCP 47 tag or empty. The host must be in the page; it may leave it and come back in another place, as when another
    /// screen was shown meanwhile. An error means that the page itself is broken.
    pub fn mount(
        host: &Element,
        text: &Text,
        lang: &str,
        title: &str,
        on_event: Rc<dyn Fn(ViewEvent)>,
    ) -> Result<Self, JsValue> {
        let document = host.owner_document().ok_or(JsValue::NULL)?;
        host.class_list().add_1("docview")?;
        let article = article(&document, lang, title)?;
        let (letters, line) = measure(host, &article)?;
        let blocks = Rc::new(Blocks::new(text));
        let plan = build::Plan { document: &document, text, blocks: blocks.clone(), letters, line };
        let built = plan.build(article.clone())?;
        let overlay = overlay::Overlay::new(&document)?;
        host.append_child(&article)?;
        let margin = margin::layer(&document)?;
        host.append_child(&margin)?;
        host.append_child(&overlay.root)?;
        let mark = document.create_element("mark")?;
        let view = Rc::new(View {
            scroller: scroll::scroller(host).into(),
            host: host.clone(),
            places: built.places,
            sections: built.sections,
            chapters: built.chapters,
            overlay,
            margin,
            margin_buttons: Default::default(),
            mark,
            index: index::Index::new(&blocks, &[]).into(),
            palette: Default::default(),
            marked: Default::default(),
            near: Default::default(),
            drawn: Default::default(),
            pinned: Default::default(),
            hits: Default::default(),
            hits_shown: Default::default(),
            pending: Default::default(),
            revealed: Default::default(),
            held: Default::default(),
            looking: Default::default(),
            ends_set: Default::default(),
            document,
            on_event,
        });
        let mut listeners = events::listen(&view);
        listeners.extend(drag::listen(&view));
        listeners.push(margin::listen(&view));
        listeners.push(arcs::listen(&view));
        Ok(Self { _watch: viewport::Watch::new(&view)?, _listeners: listeners, view })
    }

    /// Says how labels look, and whether marks are quiet: not said by screen readers in the flow of the text. Draws
    /// again what is drawn.
    pub fn set_labels(&self, labels: impl IntoIterator<Item = (LabelId, Paint)>, quiet: bool) {
        self.view.palette.replace(paint::Palette::new(labels));
        let mark = &self.view.mark;
        // It cannot fail: the name and the value are plain.
        let _ = if quiet { mark.set_attribute("role", "none") } else { mark.remove_attribute("role") };
        self.redraw();
    }

    /// Replaces all annotations. Draws the first section at once, others when they come near.
    pub fn set_annotations(&self, annotations: &[Rc<Annotation>]) {
        self.view.index.replace(index::Index::new(&self.view.places.blocks, annotations));
        self.view.near.borrow_mut().insert(0);
        self.redraw();
        self.view.settle();
        self.view.pin();
        self.view.remake_handles();
    }

    /// An edit: takes annotations away and adds others. One with an id that is there replaces it.
    /// Rebuilds the blocks that these touch, as far as they are drawn, and no others.
    pub fn patch(&self, gone: &[AnnotationId], put: &[Rc<Annotation>]) {
        let mut touched = crate::sorted::Set::new();
        {
            let mut index = self.view.index.borrow_mut();
            let blocks = &self.view.places.blocks;
            for id in gone.iter().chain(put.iter().map(|annotation| &annotation.id)) {
                touched.extend(index.remove(blocks, id));
            }
            for annotation in put {
                touched.extend(index.insert(blocks, annotation.clone()));
            }
        }
        self.view.refresh(&touched);
        self.view.pin();
        self.view.remake_handles();
    }

    /// Which annotations are selected: classes only, but what was not drawn yet is drawn. One alone
    /// gets handles.
    pub fn set_selected(&self, ids: &[AnnotationId]) {
        let new = ids.iter().cloned().collect();
        let old = std::mem::replace(&mut self.view.marked.borrow_mut().selected, new);
        let changed = old.either(&self.view.marked.borrow().selected).cloned().collect();
        self.view.toggle(&changed);
        self.view.pin();
        self.view.remake_handles();
    }

    /// Which annotations speak of the same as the selected one: classes only.
    pub fn set_same(&self, ids: &[AnnotationId]) {
        let new = ids.iter().cloned().collect();
        let old = std::mem::replace(&mut self.view.marked.borrow_mut().same, new);
        let changed = old.either(&self.view.marked.borrow().same).cloned().collect();
        self.view.toggle(&changed);
    }

    /// Which relations are drawn as arcs between marks.
    pub fn set_arcs(&self, arcs: Vec<Arc>) {
        self.view.set_arcs(arcs);
    }

    /// Which annotations are hovered: classes only.
    pub fn set_hovered(&self, ids: &[AnnotationId]) {
        let new = ids.iter().cloned().collect();
        let old = std::mem::replace(&mut self.view.marked.borrow_mut().hovered, new);
        let changed = old.either(&self.view.marked.borrow().hovered).cloned().collect();
        self.view.toggle(&changed);
    }

    /// What is looked for, in order; highlighted as far as it is near the viewport.
    pub fn set_hits(&self, hits: Rc<[Span]>) {
        self.view.set_hits(hits);
    }

    /// Paints the caret and sets the browser's selection to it before the next frame; `None` takes both away, the
    /// selection at once. With `scroll`, brings the focus into view with the least motion.
    pub fn set_caret(&self, caret: Option<Caret>, scroll: bool) {
        let before = self.view.overlay.caret.replace(caret);
        self.view.pending.set(caret.map(|Caret { anchor, focus }| Pending {
            anchor,
            focus,
            anew: true,
            scroll,
        }));
        if caret.is_none()
            && before.is_some()
            && let Some(selection) = self.view.selection()
            && self.view.places.ends(&selection).is_some()
        {
            let _ = selection.remove_all_ranges();
            self.view.ends_set.set(None);
        }
        self.view.place_soon();
    }

    /// Brings a position into view.
    pub fn scroll_to(&self, at: Byte, how: Reveal) {
        // Not the caret any more, where that was to come into view by the same act.
        let pending = self.view.pending.get().map(|pending| Pending { scroll: false, ..pending });
        self.view.pending.set(pending);
        self.view.reveal(at, how);
    }

    /// Whether a position can be seen. Forces layout.
    pub fn shows(&self, at: Byte) -> bool {
        self.view.shows(at)
    }

    /// The position at the top of what can be seen; [`Self::scroll_to`] with [`Reveal::Top`] goes back.
    pub fn scroll_position(&self) -> Byte {
        self.view.top_position()
    }

    /// Where a span is drawn, in pixels of the window. Forces layout.
    pub fn rect(&self, span: Span) -> Option<DomRect> {
        Some(self.view.places.range(span)?.get_bounding_client_rect())
    }

    /// Gives the article the keyboard focus, without scrolling.
    pub fn focus(&self) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        if let Some(article) = self.view.places.article.dyn_ref::<HtmlElement>() {
            let _ = article.focus_with_options(&options);
        }
        self.view.place_soon();
    }

    /// Draws every section and lets none be skipped, as printing needs; the browser's own print
    /// command does this by itself.
    pub fn draw_all_for_print(&self) {
        self.view.draw_all();
    }

    /// Back from [`Self::draw_all_for_print`].
    pub fn draw_near(&self) {
        self.view.draw_near();
    }

    /// The `<article>`.
    pub fn article(&self) -> &Element {
        &self.view.places.article
    }

    /// Between places in the DOM and offsets in the text.
    pub fn places(&self) -> &Places {
        &self.view.places
    }

    fn redraw(&self) {
        let drawn: Vec<usize> = self.view.drawn.borrow().iter().copied().collect();
        for section in drawn {
            self.view.redraw(section);
        }
    }
}

impl Drop for DocView {
    fn drop(&mut self) {
        self.view.preview(&[]);
        self.view.hits.take();
        self.view.show_hits();
        self.view.places.article.remove();
        self.view.margin.remove();
        self.view.overlay.root.remove();
        let _ = self.view.host.class_list().remove_1("docview");
    }
}

fn article(document: &Document, lang: &str, title: &str) -> Result<Element, JsValue> {
    let article = document.create_element("article")?;
    article.set_class_name("article");
    for (name, value) in [("dir", "auto"), ("translate", "no"), ("tabindex", "0"), ("aria-label", title)] {
        article.set_attribute(name, value)?;
    }
    if !lang.is_empty() {
        article.set_attribute("lang", lang)?;
    }
    Ok(article)
}

/// Average letters in a line, and the height of a line in pixels. One layout of an empty article.
fn measure(host: &Element, article: &Element) -> Result<(f64, f64), JsValue> {
    host.append_child(article)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let width = f64::from(article.client_width());
    let style = window.get_computed_style(article)?;
    let pixels = |name: &str| {
        let value = style.as_ref()?.get_property_value(name).ok()?;
        // The browser's own: the standard library's tables for this weigh 14 KB.
        Some(js_sys::Number::parse_float(&value)).filter(|number| number.is_finite())
    };
    let font = pixels("font-size").unwrap_or(18.0);
    let line = pixels("line-height").unwrap_or(font * 1.9);
    article.remove();
    Ok(((width / (font * 0.47)).max(8.0), line))
}
