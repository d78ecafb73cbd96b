//! The pieces in which a text is drawn: blocks, and sections of blocks.
//!
//! A block is the text between two line breaks. One that is longer than [`LONGEST`] is cut, at the end
//! of a sentence or else behind white space or else between two graphemes, so that the browser can
//! skip what is off screen in a text without line breaks too.

use super::sentences::sentence_starts;
use super::source::is_grapheme_boundary;
use super::{Byte, Span, Text};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// No block is longer, in bytes.
pub const LONGEST: usize = 4096;

/// A section is closed once it has this many blocks …
const SECTION_BLOCKS: usize = 20;

/// … or this many bytes. A section is laid out and painted as a whole, so small ones make every act cheaper; that they are
/// many costs little where they stand in chapters, as in the view of the article. At 1 MB undo takes 14 ms and opening 75
/// with 2 kB in chapters, 17 and 87 with 4 kB without.
const SECTION_BYTES: usize = 2_000;

/// A piece of one paragraph: mostly the whole of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its text, without the line break. Empty for an empty line.
    pub span: Span,
    /// The first byte of its paragraph, from which its direction is taken.
    pub paragraph: Byte,
    /// Whether its end is a soft break: the paragraph goes on in the next block.
    pub soft: bool,
}

impl Block {
    /// Whether its start is a soft break: it goes on with the paragraph of the block before.
    pub fn continues(&self) -> bool {
        self.span.start() != self.paragraph
    }
}

/// All blocks of a text, in order; there is always at least one.
#[derive(Clone, Debug)]
pub struct Blocks {
    list: Vec<Block>,
    sections: Vec<Range<usize>>,
}

impl Blocks {
    /// Cuts a text into blocks. Takes time in proportion to the text, whatever it holds.
    pub fn new(text: &Text) -> Self {
        let mut list = Vec::new();
        let mut start = 0;
        for paragraph in text.as_str().split('\n') {
            cut(paragraph, start, &mut list);
            start += paragraph.len() + 1;
        }
        let sections = sections(&list);
        Self { list, sections }
    }

    /// All blocks, in the order of the text.
    pub fn list(&self) -> &[Block] {
        &self.list
    }

    /// The block with this index. Panics behind the last.
    pub fn get(&self, index: usize) -> &Block {
        &self.list[index]
    }

    /// How many there are: at least one.
    #[expect(clippy::len_without_is_empty, reason = "a text has at least one block")]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The index of the block that holds a position. A line break belongs to the block before it, a
    /// soft break to the block behind it, and what lies behind the end to the last block.
    pub fn block_at(&self, at: Byte) -> usize {
        self.list.partition_point(|block| block.span.start() <= at).saturating_sub(1)
    }

    /// The indices of the blocks that hold some of a span; for an empty span, the one it stands in.
    pub fn touched(&self, span: Span) -> Range<usize> {
        let first = self.block_at(span.start());
        let behind = self.list.partition_point(|block| block.span.start() < span.end());
        first..behind.max(first + 1)
    }

    /// The sections: ranges of block indices, in order, without gaps.
    pub fn sections(&self) -> &[Range<usize>] {
        &self.sections
    }

    /// The index of the section that holds a block.
    pub fn section_of(&self, block: usize) -> usize {
        self.sections.partition_point(|section| section.start <= block).saturating_sub(1)
    }
}

/// Appends the blocks of one paragraph that starts at byte `start` of the text.
fn cut(paragraph: &str, start: usize, list: &mut Vec<Block>) {
    let first = Byte(start as u32);
    let mut from = 0;
    loop {
        let rest = &paragraph[from..];
        let length = if rest.len() <= LONGEST { rest.len() } else { soft_break(rest) };
        let begin = Byte((start + from) as u32);
        let soft = length < rest.len();
        let span = Span::new(begin, Byte(begin.0 + length as u32));
        list.push(Block { span, paragraph: first, soft });
        if !soft {
            return;
        }
        from += length;
    }
}

/// Where to cut a string that is longer than [`LONGEST`]: never at 0, never behind [`LONGEST`].
fn soft_break(rest: &str) -> usize {
    let window = &rest[..rest.floor_char_boundary(LONGEST)];
    // A sentence or a word is only looked for in the second half, so that blocks do not get small.
    let half = window.floor_char_boundary(LONGEST / 2);
    // The window's own end is no boundary of the text.
    let fits = |at: &usize| *at > half && *at < window.len() && is_grapheme_boundary(rest, *at);
    let sentence = || sentence_starts(&window[half..]).skip(1).map(|at| half + at).filter(fits).last();
    let space = || {
        let behind = |(at, char): (usize, char)| at + char.len_utf8();
        window.char_indices().rev().filter(|(_, char)| char.is_whitespace()).map(behind).find(fits)
    };
    // The last grapheme of the window may go on behind it: cut before it, unless it is all there is.
    let grapheme = || window.grapheme_indices(true).next_back().map(|(at, _)| at).filter(|&at| at > 0);
    sentence().or_else(space).or_else(grapheme).unwrap_or(window.len())
}

fn sections(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut sections = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for (index, block) in blocks.iter().enumerate() {
        bytes += block.span.len() as usize;
        if index + 1 - first == SECTION_BLOCKS || bytes >= SECTION_BYTES || index + 1 == blocks.len() {
            sections.push(first..index + 1);
            (first, bytes) = (index + 1, 0);
        }
    }
    sections
}
