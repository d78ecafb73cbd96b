//! What changed, as a person reads it: whole words, with some of what stands around them.

use crate::text::{Byte, Change, Changes, Span, Text};

/// So many characters are shown on each side of a change.
const AROUND: usize = 60;

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What is the same in both texts.
    Same(String),
    /// What was taken out.
    Gone(String),
    /// What was put in.
    Put(String),
}

/// Changes that stand close together, with what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// In the order of the text.
    pub pieces: Vec<Piece>,
}

/// The first `most` passages that changed.
pub(super) fn passages(changes: &Changes, most: usize) -> Vec<Passage> {
    let (old, new) = (changes.old(), changes.new_text());
    let mut passages: Vec<Passage> = Vec::new();
    let mut at = Byte(0);
    for change in whole_words(changes) {
        let before = old.slice(Span::new(at, change.gone.start()));
        match passages.last_mut() {
            Some(last) if before.chars().nth(2 * AROUND).is_none() && !before.contains("\n\n") => {
                last.pieces.push(Piece::Same(before.to_owned()));
            }
            _ => {
                if let Some(last) = passages.last_mut() {
                    last.pieces.push(Piece::Same(start_of(before)));
                }
                if passages.len() == most {
                    return passages;
                }
                passages.push(Passage { pieces: vec![Piece::Same(end_of(before))] });
            }
        }
        let pieces = passages.last_mut().map(|last| &mut last.pieces);
        let piece =
            |text: &Text, span: Span| Some(text.slice(span).to_owned()).filter(|text| !text.is_empty());
        if let Some(pieces) = pieces {
            pieces.extend(piece(old, change.gone).map(Piece::Gone));
            pieces.extend(piece(new, change.put).map(Piece::Put));
        }
        at = change.gone.end();
    }
    if let Some(last) = passages.last_mut() {
        last.pieces.push(Piece::Same(start_of(old.slice(Span::new(at, old.end())))));
    }
    passages
}

/// The changes, each grown to whole words; those between which only white space stands are one.
fn whole_words(changes: &Changes) -> Vec<Change> {
    let (old, new) = (changes.old(), changes.new_text());
    let mut grown: Vec<Change> = Vec::new();
    let mut at = Byte(0);
    for (n, change) in changes.all().iter().enumerate() {
        let next = changes.all().get(n + 1).map_or(old.end(), |next| next.gone.start());
        let before = old.slice(Span::new(at, change.gone.start()));
        let after = old.slice(Span::new(change.gone.end(), next));
        at = change.gone.end();
        let (gone, put) = (old.slice(change.gone), new.slice(change.put));
        let begins = |part: &str| part.chars().next().is_some_and(char::is_alphanumeric);
        let ends = |part: &str| part.chars().next_back().is_some_and(char::is_alphanumeric);
        let back = if begins(gone) || begins(put) { word(before.chars().rev()) } else { 0 };
        let on = if ends(gone) || ends(put) { word(after.chars()) } else { 0 };
        let grow = |span: Span| Span::new(Byte(span.start().0 - back), Byte(span.end().0 + on));
        let whole = Change { gone: grow(change.gone), put: grow(change.put) };
        match grown.last_mut() {
            Some(last) if joins(old, last, &whole) => {
                last.gone = Span::new(last.gone.start(), whole.gone.end());
                last.put = Span::new(last.put.start(), whole.put.end());
            }
            _ => grown.push(whole),
        }
    }
    grown
}

/// How many bytes of a word some characters begin with; `1,200` is one.
fn word(chars: impl Iterator<Item = char>) -> u32 {
    let mut chars = chars.peekable();
    let mut length = 0;
    while let Some(char) = chars.next() {
        let goes_on = matches!(char, ',' | '.' | '-' | '\'' | '’')
            && chars.peek().is_some_and(|next| next.is_alphanumeric());
        if !(goes_on || char.is_alphanumeric()) {
            break;
        }
        length += char.len_utf8() as u32;
    }
    length
}

/// Whether two changes read better as one.
fn joins(old: &Text, last: &Change, next: &Change) -> bool {
    if next.gone.start() <= last.gone.end() {
        return true;
    }
    let between = old.slice(Span::new(last.gone.end(), next.gone.start()));
    let replaced = |change: &Change| !change.gone.is_empty() && !change.put.is_empty();
    !between.contains('\n') && between.trim().is_empty() && replaced(last) && replaced(next)
}

/// The last words before a change, of its paragraph.
fn end_of(before: &str) -> String {
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let near = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let cut = if near > line { "…" } else { "" };
    format!("{cut}{}", &before[line.max(near)..])
}

/// The first words behind a change, of its paragraph.
fn start_of(after: &str) -> String {
    let line = after.find('\n').unwrap_or(after.len());
    let near = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let cut = if near < line { "…" } else { "" };
    format!("{}{cut}", &after[..line.min(near)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> Vec<String> {
        let changes = Changes::between(&Text::new(old).unwrap(), &Text::new(new).unwrap());
        let piece = |piece: &Piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Gone(text) => format!("[{text}]"),
            Piece::Put(text) => format!("{{{text}}}"),
        };
        passages(&changes, 10).iter().map(|passage| passage.pieces.iter().map(piece).collect()).collect()
    }

    #[test]
    fn changes_are_shown_as_words() {
        assert_eq!(shown("In Jakrta today.", "In Jakarta today."), ["In [Jakrta]{Jakarta} today."]);
        assert_eq!(
            shown("Ada Smyth Jonas met", "Ada Smith Jones met"),
            ["Ada [Smyth Jonas]{Smith Jones} met"]
        );
        assert_eq!(shown("Ada met Ben.", "Today Ada met Ben."), ["{Today }Ada met Ben."]);
        assert_eq!(shown("of 1,200 people", "of 1,400 people"), ["of [1,200]{1,400} people"]);
        assert_eq!(shown("One. Two. Three.", "One. Three."), ["One. [Two. ]Three."]);
        assert_eq!(shown("Ada met Ben.", "Ada met old Ben."), ["Ada met {old }Ben."]);
        let far = "x ".repeat(100);
        let (old, new) = (format!("Ada {far}Ben."), format!("Eva {far}Bea."));
        let both = shown(&old, &new);
        assert_eq!(both.len(), 2);
        assert!(both[0].starts_with("[Ada]{Eva} x x") && both[0].ends_with('…'), "{both:?}");
        assert!(both[1].starts_with('…') && both[1].ends_with("[Ben]{Bea}."), "{both:?}");
    }
}
