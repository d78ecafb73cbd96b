//! Lines for a picture, which breaks none by itself. Without the letters of whoever looks at it their widths are guessed,
//! rather too wide than too narrow.

use unicode_segmentation::UnicodeSegmentation;

/// A letter of East Asia, in hundredths of an em.
const WIDE: usize = 104;
/// Marks that begin no line.
const CLOSING: [char; 14] =
    ['、', '。', '，', '．', '：', '；', '！', '？', '」', '』', '）', '】', '》', '…'];

/// Breaks a text into lines of at most so many hundredths of an em; what does not fit into `most` lines ends with `…`.
pub(super) fn wrap(text: &str, room: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for (piece, apart) in pieces(text) {
        let blank = if apart && !line.is_empty() { " " } else { "" };
        if width(&line) + width(blank) + width(&piece) <= room {
            line.push_str(blank);
            line.push_str(&piece);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        // A word that is longer than a line goes on in the next ones.
        for grapheme in piece.graphemes(true) {
            if width(&line) + width(grapheme) > room && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(grapheme);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while width(last) + width("…") > room {
                let Some((at, _)) = last.grapheme_indices(true).next_back() else { break };
                last.truncate(at);
            }
            last.push('…');
        }
    }
    lines
}

/// What stays together, and whether a blank stands before it: words; in scripts without blanks single letters, each with
/// the marks behind it that begin no line.
fn pieces(text: &str) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for word in text.split_whitespace() {
        if !word.chars().any(|char| of_char(char) == WIDE) {
            pieces.push((word.to_owned(), true));
            continue;
        }
        for (n, grapheme) in word.graphemes(true).enumerate() {
            match pieces.last_mut() {
                Some((last, _)) if n > 0 && grapheme.starts_with(CLOSING) => last.push_str(grapheme),
                _ => pieces.push((grapheme.to_owned(), n == 0)),
            }
        }
    }
    pieces
}

/// How wide a text is in a sans serif, in hundredths of an em.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).map(|grapheme| grapheme.chars().next().map_or(0, of_char)).sum()
}

fn of_char(char: char) -> usize {
    match char {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | 'f' | 't' | 'r' | '('
        | ')' => 36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 98,
        'A'..='Z' => 72,
        '\u{20}'..='\u{7e}' => 60,
        // Wide letters and signs of East Asia, and pictures.
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f000}'..='\u{3fffd}' => WIDE,
        _ => 66,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_where_they_must() {
        for (text, room, lines) in [
            ("", 600, &[][..]),
            ("one two three", 500, &["one two", "three"]),
            ("the bridge fell.", 530, &["the bridge", "fell."]),
            ("aaaaaaaaaa b", 300, &["aaaaa", "aaaaa", "b"]),
            ("東京で橋が落ちた。", 330, &["東京で", "橋が落", "ちた。"]),
            ("قال الوزير إن الجسر سقط", 700, &["قال الوزير", "إن الجسر", "سقط"]),
            ("a  b\n c", 900, &["a b c"]),
        ] {
            let found = wrap(text, room, 9);
            assert_eq!(found, lines, "{text}");
            assert!(found.iter().all(|line| width(line) <= room), "{found:?}");
        }
        assert_eq!(wrap("one two three four", 300, 2), ["one", "two…"]);
    }

    #[test]
    fn what_belongs_together_stays_together() {
        let family = "👩‍👩‍👧";
        assert!(wrap(&family.repeat(5), 200, 9).iter().all(|line| line.replace(family, "").is_empty()));
    }
}
