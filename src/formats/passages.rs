//! Passages that are no part of a text, as what stands around the article on its page: left out or masked. The places of
//! what stays are those of the text that is written.

use super::part::Taken;
use super::{Losses, Reason};
use crate::model::{Annotation, Document, Fragments};
use crate::sorted::sort_by;
use crate::text::{Byte, Span, Text};
use std::rc::Rc;

/// Stands for each character that is masked.
const MASK: char = '░';

/// An article without its passages, and with those of the other annotations of which something stays.
pub(super) fn without_passages<'a>(
    document: &Rc<Document>,
    passages: &[&Rc<Annotation>],
    others: impl Iterator<Item = &'a Rc<Annotation>>,
    masked: bool,
    losses: &mut Losses,
) -> Taken {
    losses.add(Reason::Passages, passages.len());
    let cut = Cut::of(&document.text, passages, masked);
    let Some((text, kept)) = cut else { return (document.clone(), others.cloned().collect()) };
    let mut left = Vec::new();
    for annotation in others {
        let pieces = annotation.fragments.spans().iter().flat_map(|span| moved(&kept, *span));
        let Some(fragments) = Fragments::new(pieces.collect()) else {
            losses.add(Reason::InPassages, 1);
            continue;
        };
        let shorter = || annotation.fragments.spans().iter().any(|span| !is_kept(&kept, *span));
        losses.add(Reason::Shortened, usize::from(shorter()));
        let mut own = annotation.clone();
        Rc::make_mut(&mut own).fragments = fragments;
        left.push(own);
    }
    let mut own = document.clone();
    let article = Rc::make_mut(&mut own);
    article.text = text;
    // It speaks of the text as it was.
    if let Some(source) = &mut article.source {
        source.raw = None;
    }
    (own, left.into_iter().collect())
}

/// A stretch of the text before, and where it begins in the new one.
type Kept = (Span, Byte);

/// How passages are taken out of a text.
struct Cut<'a> {
    text: &'a Text,
    /// In order, with something between them.
    passages: Vec<Span>,
    masked: bool,
}

impl<'a> Cut<'a> {
    /// The text that is written, and what stays in it; `None` if that is all.
    fn of(text: &'a Text, marked: &[&Rc<Annotation>], masked: bool) -> Option<(Text, Vec<Kept>)> {
        let mut spans: Vec<Span> =
            marked.iter().flat_map(|annotation| annotation.fragments.spans().iter().copied()).collect();
        if !masked {
            spans.iter_mut().for_each(|span| *span = with_lines(text, *span));
        }
        sort_by(&mut spans, Ord::cmp);
        let mut passages: Vec<Span> = Vec::new();
        for span in spans {
            match passages.last_mut() {
                Some(last) if span.start() <= last.end() => {
                    *last = Span::new(last.start(), last.end().max(span.end()));
                }
                _ => passages.push(span),
            }
        }
        if passages.is_empty() {
            return None;
        }
        Self { text, passages, masked }.whole()
    }

    fn whole(&self) -> Option<(Text, Vec<Kept>)> {
        let (new, kept) = self.write(&[])?;
        // Where two sides would become one character, as halves of a flag do, a line end keeps them apart.
        let apart: Vec<Byte> = kept
            .iter()
            .filter(|(_, at)| new.floor_grapheme(*at) != *at)
            .map(|(before, _)| before.start())
            .collect();
        if apart.is_empty() { Some((new, kept)) } else { self.write(&apart) }
    }

    /// Writes the text, with a line end before the stretches that begin at one of these places.
    fn write(&self, apart: &[Byte]) -> Option<(Text, Vec<Kept>)> {
        let all = self.text;
        let (mut new, mut kept, mut at) = (String::new(), Vec::new(), Byte(0));
        let ends = self.passages.iter().copied().chain([Span::new(all.end(), all.end())]);
        for passage in ends {
            let stays = Span::new(at, passage.start());
            if !stays.is_empty() {
                if apart.contains(&stays.start()) {
                    // A mask is as long as what it masks.
                    if self.masked {
                        new.pop();
                    }
                    new.push('\n');
                }
                kept.push((stays, Byte(new.len() as u32)));
                new.push_str(all.slice(stays));
            }
            if self.masked {
                new.extend(all.slice(passage).chars().map(|char| if char == '\n' { char } else { MASK }));
            }
            at = passage.end();
        }
        // Longer than positions can count is a mask alone.
        Some((Text::new(new).ok()?, kept))
    }
}

/// A passage of whole lines takes its line ends along, so that no empty paragraph stays behind.
fn with_lines(text: &Text, span: Span) -> Span {
    let (before, behind) = (&text.as_str()[..span.start().index()], &text.as_str()[span.end().index()..]);
    let (begins, ends) = (before.is_empty() || before.ends_with('\n'), behind.starts_with('\n'));
    let more = (behind.len() - behind.trim_start_matches('\n').len()) as u32;
    let less = (before.len() - before.trim_end_matches('\n').len()) as u32;
    match (begins, behind.is_empty()) {
        (true, false) if ends => Span::new(span.start(), Byte(span.end().0 + more)),
        (true, true) => Span::new(Byte(span.start().0 - less), span.end()),
        _ => span,
    }
}

/// What stays of a span, where it stands now. What comes together by the cut is one piece.
fn moved(kept: &[Kept], span: Span) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for (stays, at) in touched(kept, span) {
        let start = at.0 + (span.start().max(stays.start()).0 - stays.start().0);
        let end = at.0 + (span.end().min(stays.end()).0 - stays.start().0);
        match pieces.last_mut() {
            Some(last) if last.end() == Byte(start) => *last = Span::new(last.start(), Byte(end)),
            _ => pieces.push(Span::new(Byte(start), Byte(end))),
        }
    }
    pieces
}

fn is_kept(kept: &[Kept], span: Span) -> bool {
    touched(kept, span).any(|(stays, _)| stays.contains(span))
}

/// The stretches that share something with a span.
fn touched(kept: &[Kept], span: Span) -> impl Iterator<Item = &Kept> {
    let first = kept.partition_point(|(stays, _)| stays.end() <= span.start());
    kept[first..].iter().take_while(move |(stays, _)| stays.start() < span.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without what stands in the span, and where the other span is.
    fn check(text: &str, passage: &str, mark: &str, masked: bool, expected: (&str, &[&str])) {
        let span = |piece: &str| {
            let at = text.find(piece).expect("a piece of the text") as u32;
            Span::new(Byte(at), Byte(at + piece.len() as u32))
        };
        let text = Text::new(text).expect("no NUL");
        let passages = match masked {
            true => vec![span(passage)],
            false => vec![with_lines(&text, span(passage))],
        };
        let (new, kept) = Cut { text: &text, passages, masked }.write(&[]).expect("a text");
        let pieces: Vec<&str> = moved(&kept, span(mark)).into_iter().map(|piece| new.slice(piece)).collect();
        assert_eq!((new.as_str(), &pieces[..]), expected);
    }

    #[test]
    fn what_stays_is_found_again() {
        let text = "Ada met Ben.\n\nREAD ALSO: Cem\n\nThey left.";
        let gone = "Ada met Ben.\n\nThey left.";
        check(text, "READ ALSO: Cem", "They left", false, (gone, &["They left"]));
        check(text, "READ ALSO: Cem", "Cem", false, (gone, &[]));
        check(text, "READ ALSO: Cem", "Ben.\n\nREAD ALSO: Cem\n\nThey", false, (gone, &["Ben.\n\nThey"]));
        check(
            text,
            "ALSO: ",
            "READ ALSO: Cem",
            false,
            ("Ada met Ben.\n\nREAD Cem\n\nThey left.", &["READ Cem"]),
        );
        let mask = "Ada met Ben.\n\n░░░░░░░░░░░░░░\n\nThey left.";
        check(
            text,
            "READ ALSO: Cem",
            "Ben.\n\nREAD ALSO: Cem\n\nThey",
            true,
            (mask, &["Ben.\n\n", "\n\nThey"]),
        );
        check("One.\n\nMore", "More", "One", false, ("One.", &["One"]));
        check("All", "All", "l", false, ("", &[]));
        check("a😀\nb", "😀\nb", "a", true, ("a░\n░", &["a"]));
    }

    #[test]
    fn what_comes_together_becomes_no_character() {
        let text = Text::new("🇮-🇩 a\t\u{301}b").expect("no NUL");
        let cut = |passage: (u32, u32), masked| {
            let passages = vec![Span::new(Byte(passage.0), Byte(passage.1))];
            let (new, _) = Cut { text: &text, passages, masked }.whole().expect("a text");
            new.as_str().to_owned()
        };
        assert_eq!(cut((4, 5), false), "🇮\n🇩 a\t\u{301}b");
        assert_eq!(cut((4, 5), true), "🇮░🇩 a\t\u{301}b");
        assert_eq!(cut((10, 12), true), "🇮-🇩 ░\n\u{301}b");
    }
}
