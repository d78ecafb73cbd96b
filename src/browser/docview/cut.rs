//! Cuts one block into segments, or makes it plain text again.
//!
//! A drawn block is a row of text nodes and `<mark>`s with one text node each. It is always made whole, which is little:
//! a block is at most 4 kB; of what was in it before, the pieces at both ends that are the same stay.

use super::index::{Index, inner};
use super::paint::{Palette, standing};
use crate::model::{Annotation, AnnotationId};
use crate::sorted::{Set, sort_by};
use crate::text::{Lanes, Segment, Span, Text, segments};
use std::fmt::Write;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

/// Lanes that are drawn, by the letter of their classes; what does not fit is counted.
const LANES: [&str; 3] = ["a", "b", "c"];

/// Ids whose segments carry a class.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) selected: Set<AnnotationId>,
    pub(super) hovered: Set<AnnotationId>,
    /// What speaks of the same as the one that is selected.
    pub(super) same: Set<AnnotationId>,
}

/// The classes for selected, hovered and same, by a bit each.
const CLASSES: [&str; 8] = [
    "",
    " selected",
    " hovered",
    " selected hovered",
    " same",
    " selected same",
    " hovered same",
    " selected hovered same",
];

impl Marked {
    /// The classes of a segment that these annotations cover, each with a space before it.
    fn classes<'a>(&self, over: impl Iterator<Item = &'a Annotation> + Clone) -> &'static str {
        let any = |ids: &Set<AnnotationId>| {
            !ids.is_empty() && over.clone().any(|annotation| ids.contains(&annotation.id))
        };
        let bits = [&self.selected, &self.hovered, &self.same].into_iter().map(|ids| usize::from(any(ids)));
        CLASSES[bits.rev().fold(0, |sum, bit| sum * 2 + bit)]
    }

    /// The selected annotation that a segment is washed by, or else the one that is pointed at, where that is not its
    /// innermost one: only what is selected, or pointed at, may look it.
    fn chosen<'a>(&self, over: impl Iterator<Item = &'a Annotation> + Clone) -> Option<&'a Annotation> {
        if self.selected.is_empty() && self.hovered.is_empty() {
            return None;
        }
        let first = innermost(over.clone())?;
        let of = |ids: &Set<AnnotationId>| {
            innermost(over.clone().filter(|annotation| ids.contains(&annotation.id)))
        };
        let chosen = of(&self.selected).or_else(|| of(&self.hovered))?;
        (chosen.id != first.id).then_some(chosen)
    }
}

fn innermost<'a>(over: impl Iterator<Item = &'a Annotation>) -> Option<&'a Annotation> {
    over.min_by(|a, b| inner(a).cmp(&inner(b)))
}

/// The annotations of a block, by id, so that the order is the same after every edit, and its
/// segments and lanes, whose keys are places in that list.
struct Layout<'a> {
    annotations: Vec<&'a Annotation>,
    segments: Vec<Segment<usize>>,
    lanes: Lanes<usize>,
}

impl<'a> Layout<'a> {
    fn new(annotations: &'a [Rc<Annotation>], block: Span) -> Self {
        let mut annotations: Vec<&Annotation> = annotations.iter().map(|annotation| &**annotation).collect();
        sort_by(&mut annotations, |a, b| a.id.cmp(&b.id));
        let pieces: Vec<(usize, Span)> = annotations
            .iter()
            .enumerate()
            .flat_map(|(key, annotation)| annotation.fragments.spans().iter().map(move |&span| (key, span)))
            .filter(|(_, span)| span.overlaps(block))
            .collect();
        Self { segments: segments(block, &pieces), lanes: Lanes::new(&pieces), annotations }
    }

    fn over<'s>(&'s self, segment: &'s Segment<usize>) -> impl Iterator<Item = &'a Annotation> + Clone + 's {
        segment.covering.iter().map(|cover| self.annotations[cover.key])
    }
}

/// What is drawn from.
pub(super) struct Brush<'a> {
    pub(super) document: &'a Document,
    /// An empty `<mark>`, to be cloned.
    pub(super) mark: &'a Element,
    pub(super) text: &'a Text,
    pub(super) index: &'a Index,
    pub(super) palette: &'a Palette,
    pub(super) marked: &'a Marked,
}

impl Brush<'_> {
    /// Draws a block with its segments.
    pub(super) fn cut(&self, block: &Element, number: usize, span: Span) {
        let annotations = self.index.in_block(number);
        if annotations.is_empty() {
            if block.child_element_count() > 0 {
                self.plain(block, span);
            }
            return;
        }
        let layout = Layout::new(annotations, span);
        let mut pieces: Vec<Node> = Vec::new();
        let mut words = Words::default();
        for segment in &layout.segments {
            let text = self.text.slice(segment.span);
            if segment.covering.is_empty() {
                pieces.push(self.document.create_text_node(text).into());
                continue;
            }
            if let Ok(mark) = self.mark.clone_node() {
                let mark: Element = mark.unchecked_into();
                self.dress(&mark, segment, &layout, &mut words);
                mark.set_text_content(Some(text));
                pieces.push(mark.into());
            }
        }
        replace(self.document, block, &pieces);
    }

    /// Draws a block as plain text.
    pub(super) fn plain(&self, block: &Element, span: Span) {
        block.set_text_content(Some(self.text.slice(span)));
    }

    /// Gives a segment its classes, ids and badge.
    fn dress(&self, mark: &Element, segment: &Segment<usize>, layout: &Layout<'_>, words: &mut Words) {
        words.clear();
        words.classes.push_str("seg");
        let mut more = 0;
        for cover in &segment.covering {
            let annotation = layout.annotations[cover.key];
            let paint = self.palette.of(&annotation.label);
            let lane = layout.lanes.lane(cover.key).unwrap_or_default() as usize;
            match LANES.get(lane) {
                Some(lane) => {
                    let _ = write!(words.classes, " {lane}{}", paint.slot);
                    if cover.ends {
                        let _ = write!(words.classes, " e{lane}");
                    }
                }
                None => more += 1,
            }
            let first = annotation.fragments.hull().start() == segment.span.start();
            if first && !paint.badge.is_empty() {
                join(&mut words.badge, &paint.badge);
            }
            join(&mut words.ids, annotation.id.as_str());
        }
        if let Some(innermost) = innermost(layout.over(segment)) {
            let _ = write!(words.classes, " t{}", self.palette.of(&innermost.label).slot);
            words.classes.push_str(standing(innermost));
        }
        words.classes.push_str(self.marked.classes(layout.over(segment)));
        mark.set_class_name(&words.classes);
        self.wash(mark, self.marked.chosen(layout.over(segment)));
        let _ = mark.set_attribute("data-annotations", &words.ids);
        if !words.badge.is_empty() {
            let _ = mark.set_attribute("data-badge", &words.badge);
        }
        if more > 0 {
            let _ = mark.set_attribute("data-more", &more.to_string());
        }
    }

    /// The colour slot that washes a segment in the place of its innermost annotation's.
    fn wash(&self, mark: &Element, chosen: Option<&Annotation>) {
        match chosen {
            Some(chosen) => {
                let slot = self.palette.of(&chosen.label).slot;
                let _ = mark.set_attribute("data-chosen", &slot.to_string());
            }
            None => {
                let _ = mark.remove_attribute("data-chosen");
            }
        }
    }

    /// Sets the classes for selected, hovered and same on the segments of a drawn block, and nothing else.
    pub(super) fn toggle(&self, block: &Element, number: usize, span: Span) {
        let layout = Layout::new(self.index.in_block(number), span);
        let mut mark = block.first_element_child();
        for segment in layout.segments.iter().filter(|segment| !segment.covering.is_empty()) {
            let Some(element) = mark else { return };
            let list = element.class_list();
            let now = self.marked.classes(layout.over(segment));
            let _ = list.toggle_with_force("selected", now.contains("selected"));
            let _ = list.toggle_with_force("hovered", now.contains("hovered"));
            let _ = list.toggle_with_force("same", now.contains("same"));
            self.wash(&element, self.marked.chosen(layout.over(segment)));
            mark = element.next_element_sibling();
        }
    }
}

/// Puts new pieces in the place of a block's, as far as they differ: what stays need not be styled anew.
fn replace(document: &Document, block: &Element, pieces: &[Node]) {
    let mut old = Vec::new();
    let mut next = block.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        old.push(node);
    }
    let same = |(old, new): &(&Node, &Node)| old.is_equal_node(Some(new));
    let start = old.iter().zip(pieces).take_while(same).count();
    let (old, new) = (&old[start..], &pieces[start..]);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let (new, (gone, rest)) = (&new[..new.len() - end], old.split_at(old.len() - end));
    let fresh = document.create_document_fragment();
    for node in new {
        let _ = fresh.append_child(node);
    }
    let _ = block.insert_before(&fresh, gone.first().or(rest.first()));
    for node in gone {
        let _ = block.remove_child(node);
    }
}

/// Buffers that are used again for each segment.
#[derive(Default)]
struct Words {
    classes: String,
    ids: String,
    badge: String,
}

impl Words {
    fn clear(&mut self) {
        self.classes.clear();
        self.ids.clear();
        self.badge.clear();
    }
}

fn join(list: &mut String, word: &str) {
    if !list.is_empty() {
        list.push(' ');
    }
    list.push_str(word);
}
