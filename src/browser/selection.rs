//! Between places in the DOM and offsets in the text.
//!
//! [`Places`] knows the block elements of one article. All arithmetic in UTF-16 stays inside one block
//! (4 kB); [`Text`] does the rest. Decides nothing about words: what comes out is exactly what was
//! selected, clamped to the article.

use crate::text::{Blocks, Byte, CodePoint, Span, Text, Utf16};
use js_sys::{JsString, Object};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CharacterData, Element, Node, Range, Selection};

/// Which neighbour a position between two characters leans to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lean {
    /// To the character before: ends of spans.
    Before,
    /// To the character behind: starts of spans, carets.
    After,
}

/// The block elements of one article, and the text that they show.
pub struct Places {
    /// The element that holds them.
    pub article: Element,
    /// The text.
    pub text: Text,
    /// Its blocks.
    pub blocks: Rc<Blocks>,
    /// One element for each block, in order.
    pub elements: Vec<Element>,
}

impl Places {
    /// The number of the block that a node lies in.
    pub fn block_of(&self, node: &Node) -> Option<usize> {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        let block = element.closest(".block").ok()??;
        let start: u32 = block.get_attribute("data-start")?.parse().ok()?;
        let at = self.text.byte_of_code_point(CodePoint(start))?;
        let number = self.blocks.block_at(at);
        (self.elements.get(number)? == &block).then_some(number)
    }

    /// The offset of a DOM position. A container that is no block, or lies outside the article, means a
    /// place between blocks: it leans to one of them.
    pub fn offset(&self, container: &Node, at: u32, lean: Lean) -> Option<Byte> {
        if let Some(number) = self.block_of(container) {
            let range = Range::new().ok()?;
            range.set_start(&self.elements[number], 0).ok()?;
            range.set_end(container, at).ok()?;
            return self.inside(number, string_length(&range));
        }
        let range = Range::new().ok()?;
        range.set_start(container, at).ok()?;
        let (mut low, mut high) = (0, self.elements.len());
        while low < high {
            let middle = (low + high) / 2;
            match range.compare_point(&self.elements[middle], 0).ok()? {
                -1 => low = middle + 1,
                _ => high = middle,
            }
        }
        let behind = low < self.elements.len() && (lean == Lean::After || low == 0);
        Some(match behind {
            true => self.blocks.get(low).span.start(),
            false => self.blocks.get(low.checked_sub(1)?).span.end(),
        })
    }

    /// The offset so many UTF-16 units into a block.
    fn inside(&self, number: usize, units: u32) -> Option<Byte> {
        let span = self.blocks.get(number).span;
        let at = Utf16(self.text.utf16(span.start()).0 + units);
        self.text.byte_of_utf16(at).map(|at| at.min(span.end()))
    }

    /// What one DOM range covers; `None` where it is empty. An end at the start of a block belongs to
    /// the block before, a start at the end of a block to the next: a triple click reaches there.
    pub fn span(&self, range: &Range) -> Option<Span> {
        let start = self.offset(&range.start_container().ok()?, range.start_offset().ok()?, Lean::After)?;
        let end = self.offset(&range.end_container().ok()?, range.end_offset().ok()?, Lean::Before)?;
        self.tighten(start, end)
    }

    /// Moves the ends of a span off line breaks.
    fn tighten(&self, mut start: Byte, mut end: Byte) -> Option<Span> {
        let text = self.text.as_str().as_bytes();
        while start < end && text[end.index() - 1] == b'\n' {
            end = Byte(end.0 - 1);
        }
        while start < end && text[start.index()] == b'\n' {
            start = Byte(start.0 + 1);
        }
        (start < end).then(|| Span::new(start, end))
    }

    /// What a selection covers: several spans where the browser holds several ranges.
    pub fn spans(&self, selection: &Selection) -> Vec<Span> {
        (0..selection.range_count())
            .filter_map(|i| selection.get_range_at(i).ok())
            .filter(|range| range.intersects_node(&self.article).unwrap_or(false))
            .filter_map(|range| self.span(&range))
            .collect()
    }

    /// Anchor and focus of a selection that has an end in the article.
    pub fn ends(&self, selection: &Selection) -> Option<(Byte, Byte)> {
        let (anchor, focus) = (selection.anchor_node()?, selection.focus_node()?);
        if !self.article.contains(Some(&anchor)) || !self.article.contains(Some(&focus)) {
            return None;
        }
        Some((
            self.offset(&anchor, selection.anchor_offset(), Lean::After)?,
            self.offset(&focus, selection.focus_offset(), Lean::After)?,
        ))
    }

    /// The DOM position of an offset: in a text node, or in the element of an empty block.
    pub fn node(&self, at: Byte, lean: Lean) -> Option<(Node, u32)> {
        let mut number = self.blocks.block_at(at);
        if lean == Lean::Before && number > 0 && self.blocks.get(number - 1).span.end() == at {
            number -= 1;
        }
        let span = self.blocks.get(number).span;
        let at = at.clamp(span.start(), span.end());
        let mut left = self.text.utf16(at).0 - self.text.utf16(span.start()).0;
        let block = self.elements.get(number)?;
        let mut child = block.first_child();
        let mut last = None;
        while let Some(node) = child {
            child = node.next_sibling();
            let Some(leaf) = leaf(&node) else { continue };
            let length = leaf.length();
            if left < length || (left == length && lean == Lean::Before) {
                return Some((leaf.into(), left));
            }
            left -= length;
            last = Some((leaf, length));
        }
        Some(last.map_or_else(|| (block.clone().into(), 0), |(leaf, length)| (leaf.into(), length)))
    }

    /// The DOM range of a span.
    pub fn range(&self, span: Span) -> Option<Range> {
        let range = Range::new().ok()?;
        let (start, start_offset) = self.node(span.start(), Lean::After)?;
        let (end, end_offset) = match span.is_empty() {
            true => (start.clone(), start_offset),
            false => self.node(span.end(), Lean::Before)?,
        };
        range.set_start(&start, start_offset).ok()?;
        range.set_end(&end, end_offset).ok()?;
        Some(range)
    }

    /// The offset nearest to a point of the window, and the node that was hit.
    pub fn at_point(&self, x: f64, y: f64) -> Option<(Byte, Node)> {
        let document = self.article.owner_document()?;
        let (node, offset) = caret_at_point(&document, x, y)?;
        if !self.article.contains(Some(&node)) {
            return None;
        }
        Some((self.offset(&node, offset, Lean::After)?, node))
    }
}

/// The text node that a child of a block is or holds.
fn leaf(node: &Node) -> Option<CharacterData> {
    match node.dyn_ref::<CharacterData>() {
        Some(text) => Some(text.clone()),
        None => node.first_child()?.dyn_into().ok(),
    }
}

/// How many UTF-16 units of text a range holds.
fn string_length(range: &Range) -> u32 {
    let object: &Object = range.as_ref();
    let string: JsString = object.to_string();
    string.length()
}

/// `caretPositionFromPoint`, or `caretRangeFromPoint` where that is missing (Safari before 26.2).
fn caret_at_point(document: &web_sys::Document, x: f64, y: f64) -> Option<(Node, u32)> {
    use js_sys::{Function, Reflect};
    if Reflect::has(document, &"caretPositionFromPoint".into()).ok()? {
        let found = document.caret_position_from_point(x as f32, y as f32)?;
        return Some((found.offset_node()?, found.offset()));
    }
    let method: Function = Reflect::get(document, &"caretRangeFromPoint".into()).ok()?.dyn_into().ok()?;
    let range: Range = method.call2(document, &x.into(), &y.into()).ok()?.dyn_into().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}
