//! Which way a paragraph is written.

use super::{Byte, Span, Text};

/// The paragraph around a position, without its line breaks.
pub fn paragraph(text: &Text, at: Byte) -> Span {
    let all = text.as_str();
    let start = all[..at.index()].rfind('\n').map_or(0, |lf| lf + 1);
    let end = all[at.index()..].find('\n').map_or(all.len(), |lf| at.index() + lf);
    Span::new(Byte(start as u32), Byte(end as u32))
}

/// Whether the paragraph around a position is written from the right: its first letter with a direction says so, as
/// `dir="auto"` has it (UAX #9, rules P2 and P3).
pub fn is_rtl(text: &Text, at: Byte) -> bool {
    text.slice(paragraph(text, at)).chars().find_map(direction).unwrap_or(false)
}

/// Whether a letter runs from the right; `None` for what has no direction of its own.
fn direction(char: char) -> Option<bool> {
    match char {
        // Hebrew to Arabic Extended-A, their presentation forms, the historic and African scripts of plane 1.
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}'
            if char.is_alphabetic() =>
        {
            Some(true)
        }
        '\u{200F}' | '\u{61C}' => Some(true),
        '\u{200E}' => Some(false),
        _ => char.is_alphabetic().then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        let cases = [
            ("plain", false),
            ("(224) مرحبا", true),
            ("שלום world", true),
            ("world שלום", false),
            ("123", false),
            ("", false),
        ];
        for (text, rtl) in cases {
            let text = Text::new(text).expect("no NUL");
            assert_eq!(is_rtl(&text, Byte(0)), rtl, "{text:?}");
        }
    }

    #[test]
    fn each_paragraph_for_itself() {
        let text = Text::new("abc\nمرحبا\n").expect("no NUL");
        assert_eq!(paragraph(&text, Byte(2)), Span::new(Byte(0), Byte(3)));
        assert!(!is_rtl(&text, Byte(3)) && is_rtl(&text, Byte(4)) && !is_rtl(&text, text.span().end()));
    }
}
