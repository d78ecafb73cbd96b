//! What the parts of the view share: its elements, its annotations, and what is drawn.

use super::ViewEvent;
use super::cut::{Brush, Marked};
use super::index::Index;
use super::overlay::Overlay;
use super::paint::Palette;
use super::scroll::Reveal;
use crate::browser::selection::{Lean, Places};
use crate::model::AnnotationId;
use crate::sorted::Set;
use crate::text::{Byte, Span};
use gloo_render::AnimationFrame;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node, Selection};

/// Sections that are drawn for what is selected in them.
const MOST_PINNED: usize = 8;

/// A selection that is made before the next frame, with the layout that the frame needs anyway: one that an edit took
/// apart and nobody has set since, or a new one.
#[derive(Clone, Copy)]
pub(super) struct Pending {
    pub(super) anchor: Byte,
    pub(super) focus: Byte,
    /// Whether it is a new one, that is made wherever the selection is now.
    pub(super) anew: bool,
    /// Whether its focus is brought into view.
    pub(super) scroll: bool,
}

/// The shared core of a view. Borrows of its cells never outlive one call, and nothing calls out to
/// the owner while one is held.
pub(super) struct View {
    pub(super) document: Document,
    pub(super) host: Element,
    /// What scrolls; `None` for the page itself. Read through [`Self::scroller`].
    pub(super) scroller: RefCell<Option<Element>>,
    pub(super) places: Places,
    pub(super) sections: Vec<Element>,
    /// Each holds [`CHAPTER`](super::build::CHAPTER) sections, the last one what is left.
    pub(super) chapters: Vec<Element>,
    pub(super) overlay: Overlay,
    /// The layer of the buttons in the margin, and those in it.
    pub(super) margin: Element,
    pub(super) margin_buttons: RefCell<Vec<(Span, HtmlElement)>>,
    pub(super) mark: Element,
    pub(super) index: RefCell<Index>,
    pub(super) palette: RefCell<Palette>,
    pub(super) marked: RefCell<Marked>,
    /// Sections near the viewport.
    pub(super) near: RefCell<Set<usize>>,
    /// Sections that are drawn with their segments.
    pub(super) drawn: RefCell<Set<usize>>,
    /// Sections that are drawn wherever they are, since something in them is selected.
    pub(super) pinned: RefCell<Set<usize>>,
    /// What is looked for, in order.
    pub(super) hits: RefCell<Rc<[Span]>>,
    /// Whether any of it is highlighted.
    pub(super) hits_shown: Cell<bool>,
    /// The selection that is still to be made.
    pub(super) pending: Cell<Option<Pending>>,
    /// The chapter that was last brought into view, as long as the browser has not seen it come.
    pub(super) revealed: Cell<Option<usize>>,
    /// Whether a button is down in the article: text nodes must stay as they are.
    pub(super) held: Cell<bool>,
    /// A second look after scrolling that is still to come.
    pub(super) looking: RefCell<Option<AnimationFrame>>,
    /// Anchor and focus as they were last set from here, not by a person.
    pub(super) ends_set: Cell<Option<(Byte, Byte)>>,
    pub(super) on_event: Rc<dyn Fn(ViewEvent)>,
}

impl View {
    /// Tells the owner.
    pub(super) fn emit(&self, event: ViewEvent) {
        (self.on_event)(event);
    }

    /// The section that a block is in.
    pub(super) fn section_of(&self, block: usize) -> usize {
        self.places.blocks.section_of(block)
    }

    fn blocks_in(&self, section: usize) -> Range<usize> {
        self.places.blocks.sections().get(section).cloned().unwrap_or(0..0)
    }

    fn with_brush<T>(&self, draw: impl FnOnce(&Brush<'_>) -> T) -> T {
        draw(&Brush {
            document: &self.document,
            mark: &self.mark,
            text: &self.places.text,
            index: &self.index.borrow(),
            palette: &self.palette.borrow(),
            marked: &self.marked.borrow(),
        })
    }

    /// Draws the sections in which the selected annotations start, a few of them at most, so that what
    /// is selected is always in the document as segments.
    pub(super) fn pin(&self) {
        let starts: Set<usize> = {
            let (index, marked) = (self.index.borrow(), self.marked.borrow());
            let selected = marked.selected.iter().take(MOST_PINNED).filter_map(|id| index.get(id));
            let blocks = selected.map(|a| self.places.blocks.block_at(a.fragments.hull().start()));
            blocks.map(|block| self.section_of(block)).collect()
        };
        if *self.pinned.borrow() != starts {
            self.pinned.replace(starts);
            self.settle();
        }
    }

    /// Brings what is drawn in line with what is near the viewport.
    pub(super) fn settle(&self) {
        if self.held.get() {
            return;
        }
        let wanted: Set<usize> =
            self.near.borrow().iter().chain(self.pinned.borrow().iter()).copied().collect();
        let drawn = self.drawn.borrow().clone();
        for &section in drawn.difference(&wanted) {
            self.plain(section);
        }
        for &section in wanted.difference(&drawn) {
            self.draw(section);
        }
    }

    /// Cuts a section into its segments.
    pub(super) fn draw(&self, section: usize) {
        self.drawn.borrow_mut().insert(section);
        let blocks = self.blocks_in(section).filter(|&block| self.is_marked(block));
        self.rebuild(&blocks.collect::<Vec<_>>());
    }

    fn plain(&self, section: usize) {
        self.drawn.borrow_mut().remove(&section);
        let elements = &self.places.elements;
        let cut = self.blocks_in(section).filter(|&block| elements[block].child_element_count() > 0);
        let cut: Vec<usize> = cut.collect();
        self.keeping_selection(&cut, || {
            self.with_brush(|brush| {
                for &block in &cut {
                    brush.plain(&elements[block], self.places.blocks.get(block).span);
                }
            });
        });
    }

    /// Draws a section again that is drawn.
    pub(super) fn redraw(&self, section: usize) {
        let elements = &self.places.elements;
        let blocks = self.blocks_in(section);
        let blocks =
            blocks.filter(|&block| self.is_marked(block) || elements[block].child_element_count() > 0);
        self.rebuild(&blocks.collect::<Vec<_>>());
    }

    fn is_marked(&self, block: usize) -> bool {
        !self.index.borrow().in_block(block).is_empty()
    }

    /// Draws blocks again, those of them that are drawn at all. The selection is mended before the next frame.
    pub(super) fn refresh(&self, blocks: &Set<usize>) {
        let drawn: Vec<usize> = {
            let sections = self.drawn.borrow();
            blocks.iter().copied().filter(|&block| sections.contains(&self.section_of(block))).collect()
        };
        let pending = || {
            let (anchor, focus) = self.selected_in(&drawn)?;
            Some(Pending { anchor, focus, anew: false, scroll: false })
        };
        let pending = self.pending.get().or_else(pending);
        self.cut(&drawn);
        self.pending.set(pending);
    }

    fn rebuild(&self, blocks: &[usize]) {
        self.keeping_selection(blocks, || self.cut(blocks));
    }

    fn cut(&self, blocks: &[usize]) {
        self.with_brush(|brush| {
            for &block in blocks {
                brush.cut(&self.places.elements[block], block, self.places.blocks.get(block).span);
            }
        });
    }

    /// Sets classes on the segments of these annotations, as far as they are drawn.
    pub(super) fn toggle(&self, ids: &Set<AnnotationId>) {
        let mut blocks = Set::new();
        {
            let index = self.index.borrow();
            for annotation in ids.iter().filter_map(|id| index.get(id)) {
                blocks.extend(Index::blocks_of(&self.places.blocks, annotation));
            }
        }
        let drawn = self.drawn.borrow();
        self.with_brush(|brush| {
            for block in blocks.into_iter().filter(|&block| drawn.contains(&self.section_of(block))) {
                brush.toggle(&self.places.elements[block], block, self.places.blocks.get(block).span);
            }
        });
    }

    /// The browser's selection.
    pub(super) fn selection(&self) -> Option<Selection> {
        self.document.default_view()?.get_selection().ok()?
    }

    /// Rebuilds blocks and puts the selection back where it was.
    fn keeping_selection(&self, blocks: &[usize], rebuild: impl FnOnce()) {
        let ends = self.selected_in(blocks);
        rebuild();
        if let (Some((anchor, focus)), Some(selection)) = (ends, self.selection()) {
            self.select(&selection, anchor, focus);
        }
    }

    /// Anchor and focus of the selection, if one of them lies in these blocks.
    fn selected_in(&self, blocks: &[usize]) -> Option<(Byte, Byte)> {
        let selection = self.selection().filter(|_| !blocks.is_empty())?;
        let inside = |node: Option<Node>| {
            node.and_then(|node| self.places.block_of(&node)).is_some_and(|at| blocks.contains(&at))
        };
        if !inside(selection.anchor_node()) && !inside(selection.focus_node()) {
            return None;
        }
        self.places.ends(&selection)
    }

    /// Makes the selection that is still to be made: one that an edit took apart unless it was set elsewhere since, a new
    /// one unless a person types in a field, which would lose it.
    pub(super) fn mend_selection(self: &Rc<Self>) {
        // Out of the page nothing can be selected: it is made when the article comes back.
        if !self.host.is_connected() {
            return;
        }
        let (Some(pending), Some(selection)) = (self.pending.take(), self.selection()) else { return };
        const FIELDS: &str = "textarea, input:not([type=checkbox], [type=radio])";
        let types = || self.document.active_element().is_some_and(|on| on.matches(FIELDS) == Ok(true));
        if pending.anew && types() {
            // When the person comes back to the article, unless they select something else.
            self.pending.set(Some(Pending { scroll: false, ..pending }));
        } else if pending.anew || self.places.ends(&selection).is_some() {
            self.select(&selection, pending.anchor, pending.focus);
        }
        if pending.anew {
            self.ends_set.set(self.places.ends(&selection));
        }
        if pending.scroll {
            self.reveal(pending.focus, Reveal::Nearest);
        }
    }

    /// Sets the browser's selection.
    pub(super) fn select(&self, selection: &Selection, anchor: Byte, focus: Byte) {
        let lean = |own: Byte, other: Byte| if own > other { Lean::Before } else { Lean::After };
        let (Some((a, at)), Some((f, to))) =
            (self.places.node(anchor, lean(anchor, focus)), self.places.node(focus, lean(focus, anchor)))
        else {
            return;
        };
        let _ = selection.set_base_and_extent(&a, at, &f, to);
    }

    /// All annotations that are drawn at a node, innermost first.
    pub(super) fn hit(&self, node: &Node) -> Vec<AnnotationId> {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
        let mark = element.and_then(|element| element.closest("[data-annotations]").ok().flatten());
        let Some(mark) = mark.filter(|mark| self.places.article.contains(Some(mark))) else {
            return Vec::new();
        };
        let Some(at) = self.places.offset(&mark, 0, Lean::After) else { return Vec::new() };
        self.index.borrow().covering(self.places.blocks.block_at(at), at)
    }
}
