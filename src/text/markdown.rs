//! A small part of Markdown, read into plain data: headings, paragraphs, lists, quotes, code, emphasis, links.
//!
//! What it does not know stays as it is written; no text makes it fail. There is no HTML in it: a tag is text.

/// A piece of a text that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of a level from 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, numbered or not.
    List(bool, Vec<Vec<Block>>),
    /// What somebody else says.
    Quote(Vec<Block>),
    /// Code, as it is.
    Code(String),
    /// A line across.
    Rule,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Code, as it is.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// A link: where to, unchecked, and its words.
    Link(String, Vec<Inline>),
    /// A line break.
    Break,
}

/// Deeper than this nothing is looked into.
const DEPTH: usize = 8;
/// A longer paragraph is plain text: looking for pairs in it would take too long.
const LONG: usize = 4_000;

/// Reads a text.
pub fn markdown(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n");
    blocks(&text.lines().collect::<Vec<_>>(), 0)
}

fn blocks(lines: &[&str], depth: usize) -> Vec<Block> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&line) = lines.get(at) {
        let start = line.trim_start();
        if start.is_empty() {
            at += 1;
        } else if let Some(fence) = fence(start) {
            let rest = &lines[at + 1..];
            let end = rest.iter().position(|line| line.trim_start().starts_with(fence)).unwrap_or(rest.len());
            out.push(Block::Code(rest[..end].join("\n")));
            at += end + 2;
        } else if let Some((level, words)) = heading(start) {
            out.push(Block::Heading(level, inlines(words, 0)));
            at += 1;
        } else if is_rule(start) {
            out.push(Block::Rule);
            at += 1;
        } else if start.starts_with('>') && depth < DEPTH {
            let quoted = lines[at..].iter().take_while(|line| line.trim_start().starts_with('>'));
            let inner: Vec<&str> = quoted
                .map(|line| {
                    let line = &line.trim_start()[1..];
                    line.strip_prefix(' ').unwrap_or(line)
                })
                .collect();
            at += inner.len();
            out.push(Block::Quote(blocks(&inner, depth + 1)));
        } else if let Some((numbered, _)) = marker(line)
            && depth < DEPTH
        {
            let (items, used) = list(&lines[at..], numbered, depth);
            out.push(Block::List(numbered, items));
            at += used;
        } else {
            let mut end = at + 1;
            while end < lines.len() && !begins(lines[end]) {
                end += 1;
            }
            out.push(Block::Paragraph(inlines(&lines[at..end].join("\n"), 0)));
            at = end;
        }
    }
    out
}

/// Whether a line ends the paragraph before it.
fn begins(line: &str) -> bool {
    let start = line.trim_start();
    start.is_empty()
        || fence(start).is_some()
        || heading(start).is_some()
        || is_rule(start)
        || start.starts_with('>')
        || marker(line).is_some()
}

fn fence(start: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|fence| start.starts_with(fence))
}

fn heading(start: &str) -> Option<(u8, &str)> {
    let level = start.bytes().take_while(|byte| *byte == b'#').count();
    let words = start[level..].strip_prefix([' ', '\t'])?;
    (1..=6).contains(&level).then(|| (level as u8, words.trim().trim_end_matches('#').trim_end()))
}

fn is_rule(start: &str) -> bool {
    let marks: String = start.chars().filter(|c| !c.is_whitespace()).collect();
    marks.len() >= 3 && ['-', '*', '_'].iter().any(|mark| marks.chars().all(|c| c == *mark))
}

/// The marker of a list item: whether it is a number, and in which column its words begin.
fn marker(line: &str) -> Option<(bool, usize)> {
    let start = line.trim_start();
    let indent = line.len() - start.len();
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let (numbered, width) = match start.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => (false, 1),
        b'.' | b')' if (1..=9).contains(&digits) => (true, digits + 1),
        _ => return None,
    };
    let words = &start[width..];
    (words.is_empty() || words.starts_with([' ', '\t'])).then(|| (numbered, indent + width + 1))
}

/// The items of a list, and how many lines they take.
fn list(lines: &[&str], numbered: bool, depth: usize) -> (Vec<Vec<Block>>, usize) {
    let mut items = Vec::new();
    let mut at = 0;
    while let Some((own, column)) = lines.get(at).and_then(|line| marker(line))
        && own == numbered
    {
        let mut inner = vec![lines[at].get(column..).unwrap_or_default()];
        at += 1;
        while let Some(&line) = lines.get(at) {
            let indent = line.len() - line.trim_start().len();
            let next = lines
                .get(at + 1)
                .is_some_and(|next| !next.trim().is_empty() && next.len() - next.trim_start().len() >= 2);
            if line.trim().is_empty() && next || !line.trim().is_empty() && indent >= 2 {
                inner.push(line.get(column.min(indent)..).unwrap_or_default());
            } else if !begins(line) {
                // A line that goes on where the one before stopped.
                inner.push(line);
            } else {
                break;
            }
            at += 1;
        }
        items.push(blocks(&inner, depth + 1));
        // Blank lines between items are none of the list's end.
        let blank = lines[at..].iter().take_while(|line| line.trim().is_empty()).count();
        if lines.get(at + blank).and_then(|line| marker(line)).is_some_and(|(own, _)| own == numbered) {
            at += blank;
        }
    }
    (items, at)
}

fn inlines(text: &str, depth: usize) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let found = match depth < DEPTH && text.len() <= LONG {
            true => inline(rest, before, depth),
            false => None,
        };
        let length = match found {
            Some((Inline::Text(text), length)) => {
                plain.push_str(&text);
                length
            }
            Some((inline, length)) => {
                if matches!(inline, Inline::Break) {
                    plain.truncate(plain.trim_end().len());
                }
                push(&mut out, &mut plain);
                out.push(inline);
                length
            }
            None => {
                plain.push(if c == '\n' { ' ' } else { c });
                c.len_utf8()
            }
        };
        before = rest[..length].chars().next_back().unwrap_or(c);
        rest = &rest[length..];
    }
    push(&mut out, &mut plain);
    out
}

fn push(out: &mut Vec<Inline>, plain: &mut String) {
    if !plain.is_empty() {
        out.push(Inline::Text(std::mem::take(plain)));
    }
}

/// What begins here, if it is more than a character, and how long it is.
fn inline(rest: &str, before: char, depth: usize) -> Option<(Inline, usize)> {
    match rest.chars().next()? {
        '\\' => {
            let next = rest[1..].chars().next()?;
            match next {
                '\n' => Some((Inline::Break, 2)),
                next if next.is_ascii_punctuation() => Some((Inline::Text(next.to_string()), 2)),
                _ => None,
            }
        }
        ' ' if rest.starts_with("  \n") => Some((Inline::Break, 3)),
        '`' => {
            let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
            let inside = &rest[ticks..];
            let end = inside.find(&rest[..ticks])?;
            let code = inside[..end].trim().replace('\n', " ");
            Some((Inline::Code(code), ticks + end + ticks))
        }
        mark @ ('*' | '_') => emphasis(rest, mark, before, depth),
        '[' => {
            let end = rest.find("](")?;
            let words = &rest[1..end];
            let to = &rest[end + 2..];
            let close = to.find([')', '\n']).filter(|at| to.as_bytes()[*at] == b')')?;
            if words.contains('\n') && words.contains("\n\n") || words.contains('[') {
                return None;
            }
            let address = to[..close].split_whitespace().next().unwrap_or_default();
            Some((Inline::Link(address.to_owned(), inlines(words, depth + 1)), end + 2 + close + 1))
        }
        '<' => {
            let end = rest.find('>')?;
            let address = &rest[1..end];
            is_address(address)
                .then(|| (Inline::Link(address.to_owned(), vec![Inline::Text(address.to_owned())]), end + 1))
        }
        'h' if !before.is_alphanumeric() && is_start_of_address(rest) => {
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"')).unwrap_or(rest.len());
            let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_', '\'']);
            is_address(address).then(|| {
                (Inline::Link(address.to_owned(), vec![Inline::Text(address.to_owned())]), address.len())
            })
        }
        _ => None,
    }
}

fn is_start_of_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

fn is_address(text: &str) -> bool {
    is_start_of_address(text) && !text.contains(char::is_whitespace) && text.len() > "https://".len()
}

fn emphasis(rest: &str, mark: char, before: char, depth: usize) -> Option<(Inline, usize)> {
    let double = rest[1..].starts_with(mark);
    let width = if double { 2 } else { 1 };
    let inside = &rest[width..];
    let first = inside.chars().next()?;
    // snake_case is a word.
    if first.is_whitespace() || first == mark || mark == '_' && before.is_alphanumeric() {
        return None;
    }
    let pair = &rest[..width];
    let mut from = 0;
    while let Some(found) = inside[from..].find(pair) {
        let at = from + found;
        let ends = inside[..at].chars().next_back().is_some_and(|c| !c.is_whitespace() && c != '\\');
        let behind = inside[at + width..].chars().next();
        // One mark of a pair ends nothing.
        let alone = double || behind != Some(mark) && !inside[..at].ends_with(mark);
        let word = mark == '_' && behind.is_some_and(char::is_alphanumeric);
        if ends && alone && !word {
            let words = inlines(&inside[..at], depth + 1);
            let inline = if double { Inline::Strong(words) } else { Inline::Emphasis(words) };
            return Some((inline, width + at + width));
        }
        from = at + width;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In short: `h1(…)`, `p(…)`, `ul[…|…]`, `*em*`, `**strong**`, `` `code` ``, `<to words>`.
    fn short(blocks: &[Block]) -> String {
        let all: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Block::Heading(level, words) => format!("h{level}({})", line(words)),
                Block::Paragraph(words) => format!("p({})", line(words)),
                Block::List(numbered, items) => {
                    let items: Vec<String> = items.iter().map(|item| short(item)).collect();
                    format!("{}[{}]", if *numbered { "ol" } else { "ul" }, items.join("|"))
                }
                Block::Quote(inner) => format!("q[{}]", short(inner)),
                Block::Code(code) => format!("code({code})"),
                Block::Rule => "rule".to_owned(),
            })
            .collect();
        all.join(" ")
    }

    fn line(words: &[Inline]) -> String {
        words
            .iter()
            .map(|inline| match inline {
                Inline::Text(text) => text.clone(),
                Inline::Code(code) => format!("`{code}`"),
                Inline::Emphasis(words) => format!("*{}*", line(words)),
                Inline::Strong(words) => format!("**{}**", line(words)),
                Inline::Link(to, words) => format!("<{to} {}>", line(words)),
                Inline::Break => "/".to_owned(),
            })
            .collect()
    }

    #[test]
    fn reads_what_it_knows_and_leaves_the_rest() {
        for (text, read) in [
            ("", ""),
            ("# One\n## Two ##\ntext\ngoes on", "h1(One) h2(Two) p(text goes on)"),
            ("#no heading", "p(#no heading)"),
            ("- a\n- b\n  more\n\n  - c\n\ntext", "ul[p(a)|p(b more) ul[p(c)]] p(text)"),
            ("1. a\n2) b\n- c", "ol[p(a)|p(b)] ul[p(c)]"),
            ("-x and 3.5", "p(-x and 3.5)"),
            ("> said\n> - twice\n\nso", "q[p(said) ul[p(twice)]] p(so)"),
            ("```\n*a*\n  b\n```\nc", "code(*a*\n  b) p(c)"),
            ("```\nopen", "code(open)"),
            ("a\n\n---\n\nb", "p(a) rule p(b)"),
            ("*a* **b *c* d** _e_ __f__", "p(*a* **b *c* d** *e* **f**)"),
            ("2 * 3 * 4, snake_case_word, *open", "p(2 * 3 * 4, snake_case_word, *open)"),
            ("`a * b` and ``x ` y``", "p(`a * b` and `x ` y`)"),
            ("\\*a\\* 1\\. x", "p(*a* 1. x)"),
            ("a  \nb\\\nc", "p(a/b/c)"),
            ("[the *site*](https://a.example/x) now", "p(<https://a.example/x the *site*> now)"),
            ("[x](javascript:alert(1))", "p(<javascript:alert(1 x>))"),
            (
                "<https://a.example> https://b.example/y. <b>bold</b>",
                "p(<https://a.example https://a.example> <https://b.example/y https://b.example/y>. <b>bold</b>)",
            ),
            ("[a] (b) [c", "p([a] (b) [c)"),
            ("Тест *слово* 😀 **ж**", "p(Тест *слово* 😀 **ж**)"),
        ] {
            assert_eq!(short(&markdown(text)), read, "{text:?}");
        }
    }

    #[test]
    fn nothing_makes_it_fail_or_take_long() {
        for piece in ["*", "_", "[", "`", "> ", "- ", "**a ", "[a](", "\\", "1. ", "  ", "ж*", "\n", "#"] {
            for times in [1, 2, 3, 17, 3_000] {
                markdown(&piece.repeat(times));
                markdown(&format!("{}\nх", piece.repeat(times)));
            }
        }
    }
}
