//! Where selectors find their words.

use crate::formats::OffsetUnit;
use crate::formats::places::Places;
use crate::text::{Span, Text};
use crate::wire::json::Json;

/// What a target says of its place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Selected {
    pub(super) position: Option<(u64, u64)>,
    pub(super) exact: String,
    prefix: String,
    suffix: String,
}

/// How a place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// At its offsets.
    Placed,
    /// At its offsets, which count UTF-16 units.
    Utf16,
    /// By its words.
    Quoted,
}

impl Selected {
    /// From the selectors of a target, each of which is meant to find the same.
    pub(super) fn of(selector: Json<'_>) -> Self {
        let mut own = Self::default();
        for one in selector.list().unwrap_or_else(|_| vec![selector]) {
            let fields = one.object().unwrap_or_default();
            let of = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
            let text = |name: &str| of(name).and_then(|json| json.text().ok()).unwrap_or_default();
            let number = |name: &str| of(name).and_then(|json| json.get().parse::<u64>().ok());
            match text("type").as_str() {
                "TextPositionSelector" => own.position = number("start").zip(number("end")),
                "TextQuoteSelector" => {
                    (own.exact, own.prefix, own.suffix) = (text("exact"), text("prefix"), text("suffix"));
                }
                _ => {}
            }
        }
        own
    }

    /// Whether it says anything of a place in a text.
    pub(super) fn is_some(&self) -> bool {
        self.position.is_some() || !self.exact.is_empty()
    }

    /// Finds it.
    pub(super) fn find(&self, text: &Text) -> Option<(Span, Found)> {
        let at = |unit| {
            let (start, end) = self.position?;
            let span = Places::new(text, unit).span(start, end).ok()?;
            (self.exact.is_empty() || text.slice(span) == self.exact).then_some(span)
        };
        if let Some(span) = at(OffsetUnit::CodePoints) {
            return Some((span, Found::Placed));
        }
        if let Some(span) = at(OffsetUnit::Utf16).filter(|_| !self.exact.is_empty()) {
            return Some((span, Found::Utf16));
        }
        self.quoted(text).map(|span| (span, Found::Quoted))
    }

    /// Where the words stand with the most of what stands around them; of several, the one that is nearest.
    fn quoted(&self, text: &Text) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let whole = text.as_str();
        let wished = self.position.and_then(|(start, _)| usize::try_from(start).ok()).unwrap_or(0);
        let around = |at: usize| {
            let before = whole[..at].chars().rev().zip(self.prefix.chars().rev()).take_while(|(a, b)| a == b);
            let behind = whole[at + self.exact.len()..].chars().zip(self.suffix.chars());
            before.count() + behind.take_while(|(a, b)| a == b).count()
        };
        let found = whole.match_indices(self.exact.as_str()).map(|(at, _)| at);
        // The last of the best is taken, so the distance counts against one.
        let best = found.max_by_key(|&at| (around(at), std::cmp::Reverse(at.abs_diff(wished))))?;
        Some(Span::new(crate::text::Byte(best as u32), crate::text::Byte((best + self.exact.len()) as u32)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(selectors: &str) -> Option<(String, u32, Found)> {
        let text = Text::new("😀 Ani met Ani. Then Ani left.").expect("a text");
        let selected = Selected::of(Json::new(selectors).expect("JSON"));
        selected.find(&text).map(|(span, found)| (text.slice(span).to_owned(), span.start().0, found))
    }

    #[test]
    fn words_are_found_where_offsets_are_wrong() {
        let quote = "{\"type\":\"TextQuoteSelector\",\"exact\":\"Ani\",\"prefix\":\"Then \"}";
        let at = |start: u64, end: u64| {
            format!("{{\"type\":\"TextPositionSelector\",\"start\":{start},\"end\":{end}}}")
        };
        let ani = |start, found| Some(("Ani".to_owned(), start, found));
        assert_eq!(find(&at(2, 5)), ani(5, Found::Placed));
        assert_eq!(find(&format!("[{},{quote}]", at(2, 5))), ani(5, Found::Placed));
        assert_eq!(find(&format!("[{},{quote}]", at(11, 14))), ani(13, Found::Utf16));
        assert_eq!(find(&format!("[{},{quote}]", at(90, 93))), ani(23, Found::Quoted));
        assert_eq!(find(quote), ani(23, Found::Quoted));
        assert_eq!(find("{\"type\":\"TextQuoteSelector\",\"exact\":\"Budi\"}"), None);
        assert_eq!(find(&at(3, 99)), None);
        assert_eq!(find("{\"type\":\"CssSelector\",\"value\":\"p\"}"), None);
    }
}
