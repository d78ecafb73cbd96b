//! Builds the article: chapters of sections of blocks, each block one text node. Nothing is measured here.

use crate::browser::selection::Places;
use crate::text::{Blocks, Text};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// Sections in a chapter. What the browser keeps an eye on in every frame, and walks through to find what is under the
/// pointer, are the chapters and the sections of those that are near: at 1 MB thirty of each instead of five hundred.
pub(super) const CHAPTER: usize = 16;

/// What an article is built from.
pub(super) struct Plan<'a> {
    pub(super) document: &'a Document,
    pub(super) text: &'a Text,
    pub(super) blocks: Rc<Blocks>,
    /// Width of a line, in average letters, and its height and the gap between paragraphs, in pixels:
    /// to guess how high a section will be.
    pub(super) letters: f64,
    pub(super) line: f64,
}

/// The elements of an article.
pub(super) struct Built {
    pub(super) places: Places,
    pub(super) sections: Vec<Element>,
    pub(super) chapters: Vec<Element>,
}

impl Plan<'_> {
    /// Fills the article. Elements are cloned from templates and appended chapter by chapter to a
    /// fragment, so that the page is touched once.
    pub(super) fn build(&self, article: Element) -> Result<Built, JsValue> {
        let all = self.document.create_document_fragment();
        let chapter = self.template("div", "chapter")?;
        let section = self.template("div", "section")?;
        let block = self.template("p", "block")?;
        block.set_attribute("dir", "auto")?;
        let mut elements = Vec::with_capacity(self.blocks.len());
        let mut sections = Vec::with_capacity(self.blocks.sections().len());
        let mut chapters = Vec::new();
        for ranges in self.blocks.sections().chunks(CHAPTER) {
            let whole: HtmlElement = chapter.clone_node()?.unchecked_into();
            let mut high = 0.0;
            for range in ranges {
                let part: HtmlElement = section.clone_node()?.unchecked_into();
                let mut height = 0.0;
                for number in range.clone() {
                    let this = self.blocks.get(number);
                    let p: Element = block.clone_node()?.unchecked_into();
                    let start = self.text.code_point(this.span.start()).0;
                    let length = self.text.code_point(this.span.end()).0 - start;
                    p.set_attribute("data-start", &start.to_string())?;
                    if this.continues() {
                        p.set_attribute("data-soft", "")?;
                        p.set_attribute("dir", direction(&self.text.as_str()[this.paragraph.index()..]))?;
                    }
                    match length {
                        // Not `:empty`: a block is that for a moment whenever it is drawn anew, and the blocks behind it
                        // would be styled anew, too.
                        0 => p.set_attribute("data-blank", "")?,
                        _ => p.set_text_content(Some(self.text.slice(this.span))),
                    }
                    part.append_child(&p)?;
                    height += self.height(length, this.span.len());
                    elements.push(p);
                }
                if self.blocks.get(range.start).continues() {
                    part.set_attribute("data-soft", "")?;
                }
                guess(&part, height)?;
                high += height;
                whole.append_child(&part)?;
                sections.push(part.into());
            }
            guess(&whole, high)?;
            all.append_child(&whole)?;
            chapters.push(whole.into());
        }
        article.append_child(&all)?;
        let places = Places { article, text: self.text.clone(), blocks: self.blocks.clone(), elements };
        Ok(Built { places, sections, chapters })
    }

    fn template(&self, tag: &str, class: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element(tag)?;
        element.set_class_name(class);
        Ok(element)
    }

    /// A guess at the height of a block, with the gap before it.
    fn height(&self, code_points: u32, bytes: u32) -> f64 {
        // Three bytes a character: most likely Chinese, Japanese or Korean, twice as wide.
        let wide = bytes * 2 > code_points * 5;
        let letters = f64::from(code_points) * if wide { 2.0 } else { 1.0 };
        (letters / self.letters).ceil().max(1.0) * self.line + self.line / 2.0
    }
}

/// How high the browser takes something to be that it has not laid out yet, in pixels.
fn guess(part: &HtmlElement, height: f64) -> Result<(), JsValue> {
    part.style().set_property("contain-intrinsic-block-size", &format!("auto {}px", height.round() as u64))
}

/// The direction of a paragraph that starts here: that of its first strong letter, as `dir="auto"` has it.
fn direction(text: &str) -> &'static str {
    let strong = text.chars().take_while(|&char| char != '\n').find(|char| char.is_alphabetic());
    match strong {
        Some(
            '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}',
        ) => "rtl",
        _ => "ltr",
    }
}
