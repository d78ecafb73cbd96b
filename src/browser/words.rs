//! Word boundaries as the browser knows them: `Intl.Segmenter`, which has dictionaries for Thai, Chinese
//! and Japanese and costs nothing to load.
//!
//! Engines differ, so none of this ends up in files: it serves the caret, snapping and double clicks.
//! Where letters are written with spaces between words, UAX #29 in `text` is left to decide.

use crate::text::{Blocks, Byte, Span, Text, Utf16, WordBreaks};
use js_sys::{Array, Function, Iterator, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The word boundaries of the block that holds a position and of its neighbours, as far as a dictionary
/// is needed for them: for [`crate::text::snap`] and the steps of a caret there. `lang` is a BCP 47 tag
/// or empty.
pub fn breaks_near(text: &Text, blocks: &Blocks, at: Byte, lang: &str) -> WordBreaks {
    let number = blocks.block_at(at);
    let near = number.saturating_sub(1)..(number + 2).min(blocks.len());
    let mut breaks = WordBreaks::default();
    for number in near {
        hand_in(&mut breaks, text, blocks.get(number).span, lang);
    }
    breaks
}

/// Adds the boundaries of one block, if it needs a dictionary and the browser has one.
pub fn hand_in(breaks: &mut WordBreaks, text: &Text, block: Span, lang: &str) {
    let slice = text.slice(block);
    if slice.chars().any(needs_dictionary)
        && let Ok(boundaries) = boundaries(slice, lang)
    {
        breaks.hand_in(text, block, boundaries);
    }
}

/// Whether a letter belongs to a script that is written without spaces: Thai, Lao, Burmese, Khmer, Han,
/// Hiragana, Katakana.
fn needs_dictionary(char: char) -> bool {
    matches!(char,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The starts of the segments of a string; an error where the browser has no `Intl.Segmenter`
/// (Firefox before 126).
fn boundaries(text: &str, lang: &str) -> Result<Vec<Utf16>, JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into())?;
    let class: Function = Reflect::get(&intl, &"Segmenter".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into())?;
    let locales = if lang.is_empty() { JsValue::UNDEFINED } else { lang.into() };
    // A tag that is no tag throws: then the browser's own language will do.
    let segmenter = Reflect::construct(&class, &Array::of2(&locales, &options))
        .or_else(|_| Reflect::construct(&class, &Array::of2(&JsValue::UNDEFINED, &options)))?;
    let segment: Function = Reflect::get(&segmenter, &"segment".into())?.dyn_into()?;
    let segments = segment.call1(&segmenter, &text.into())?;
    let make: Function = Reflect::get(&segments, &js_sys::Symbol::iterator())?.dyn_into()?;
    let iterator: Iterator = make.call0(&segments)?.unchecked_into();
    let index = JsValue::from("index");
    (&iterator)
        .into_iter()
        .map(|item| Ok(Utf16(Reflect::get(&item?, &index)?.as_f64().unwrap_or_default() as u32)))
        .collect()
}
