//! Markdown (`.md`, `.markdown`; CommonMark with tables, footnotes, tasks and strikethrough) that is read as an article.
//!
//! The text is what the Markdown says, without its marks: headings, emphasis and links as their words, an image as its
//! alternative text, code as it stands, quotes without their sign, items behind `- ` or their number, the cells of a row
//! with a tab between them, HTML as its text. Lines of a paragraph stay lines. An offset counts code points of that text,
//! as everywhere; the marks are not kept. A file without any of them is a plain text and stays as it is, letter by
//! letter.
//!
//! Front matter (between two lines of `---`) is a part of YAML: `key: value`, in quotation marks or not, and lists, in
//! brackets or in lines with `-`. `title`, `author`, `date`, `lang`, `outlet`, `url` and their like are metadata, other
//! keys are carried beside it. Without a title there, a heading at the start is the title; it stays in the text.

mod front_matter;

use super::html::{Block, Kind, joined, visible};
use super::{NewDocument, plain};
use crate::model::Metadata;
use crate::text::{Decoded, from_string};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Whether a name is that of such a file.
pub(super) fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".md", ".markdown"].iter().any(|ending| name.ends_with(ending))
}

/// An article of such a file.
pub(super) fn read(name: &str, decoded: Decoded) -> NewDocument {
    let mut metadata = Metadata::default();
    let source = decoded.text.as_str();
    let body = front_matter::take(source, &mut metadata).unwrap_or(source);
    let read = Reader::read(body);
    if metadata.title.is_empty() {
        metadata.title = read.title.clone().unwrap_or_else(|| plain::title(name));
    }
    let plain_text = read.only_text && same_letters(&read.text, body);
    let text = match plain_text {
        true if body.len() == source.len() => decoded.text.as_str().to_owned(),
        true => body.to_owned(),
        false => read.text,
    };
    // What is nothing but marks is kept as it is.
    let own = from_string(text).ok().filter(|own| !own.text.as_str().trim().is_empty());
    let decoded = match own {
        Some(own) => Decoded { text: own.text, ..decoded },
        None => decoded,
    };
    plain::article(name, "markdown", "text/markdown", metadata, decoded)
}

fn same_letters(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    letters(a) == letters(b)
}

struct Reader {
    out: Vec<Block>,
    run: String,
    /// The lists around, each with the number of its next item where it counts.
    lists: Vec<Option<u64>>,
    bullet: String,
    code: bool,
    html: String,
    title: Option<String>,
}

struct Read {
    text: String,
    title: Option<String>,
    /// Whether there were paragraphs alone.
    only_text: bool,
}

impl Reader {
    fn read(source: &str) -> Read {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        let mut reader = Self {
            out: Vec::new(),
            run: String::new(),
            lists: Vec::new(),
            bullet: String::new(),
            code: false,
            html: String::new(),
            title: None,
        };
        let mut only_text = true;
        for event in Parser::new_ext(source, options) {
            only_text &= matches!(
                event,
                Event::Start(Tag::Paragraph)
                    | Event::End(TagEnd::Paragraph)
                    | Event::Text(_)
                    | Event::SoftBreak
            );
            reader.take(event);
        }
        reader.flush(Kind::Paragraph);
        Read { text: joined(&reader.out), title: reader.title, only_text }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.run.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.run.push('\n'),
            Event::Rule => self.flush(Kind::Paragraph),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) => {
                if html.to_ascii_lowercase().starts_with("<br") {
                    self.run.push('\n');
                }
            }
            Event::FootnoteReference(name) => self.run.push_str(&format!("[{name}]")),
            Event::TaskListMarker(done) => self.run.push_str(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.flush(Kind::Item);
                self.lists.push(*first);
            }
            Tag::Item => {
                self.flush(Kind::Item);
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.bullet = format!("{}{mark}", "  ".repeat(self.lists.len().clamp(1, 9) - 1));
            }
            Tag::CodeBlock(_) => {
                self.flush(Kind::Item);
                self.code = true;
            }
            Tag::FootnoteDefinition(name) => {
                self.flush(Kind::Paragraph);
                self.bullet = format!("[{name}] ");
            }
            Tag::TableCell if !self.run.is_empty() => self.run.push('\t'),
            Tag::Paragraph | Tag::Heading { .. } | Tag::BlockQuote(_) | Tag::HtmlBlock | Tag::Table(_) => {
                self.flush(Kind::Item);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                if self.out.is_empty() && self.title.is_none() && !self.run.trim().is_empty() {
                    self.title = Some(self.run.split_whitespace().collect::<Vec<_>>().join(" "));
                }
                self.flush(Kind::Heading(level as u8));
            }
            TagEnd::CodeBlock => {
                self.flush(Kind::Code);
                self.code = false;
            }
            TagEnd::HtmlBlock => {
                self.run.push_str(&visible(&std::mem::take(&mut self.html)));
                self.flush(Kind::Paragraph);
            }
            TagEnd::Paragraph => self.flush(Kind::Paragraph),
            // The items of a list whose paragraphs are none of their own stand close together.
            TagEnd::Item => {
                self.flush(Kind::Item);
                self.bullet.clear();
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::TableHead | TagEnd::TableRow => self.flush(Kind::Row),
            _ => {}
        }
    }

    fn flush(&mut self, kind: Kind) {
        let run = std::mem::take(&mut self.run);
        let text = if self.code { run.trim_end_matches('\n') } else { run.trim() };
        if text.is_empty() {
            return;
        }
        // A row of a table whose first cells are empty keeps its tabs.
        let text = if kind == Kind::Row { run.trim_matches([' ', '\n']) } else { text };
        let kind = if kind == Kind::Item && self.lists.is_empty() { Kind::Paragraph } else { kind };
        let text = std::mem::take(&mut self.bullet) + text;
        self.out.push(Block::new(text, kind));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::decode;

    fn of(source: &str) -> NewDocument {
        read("notes/a.md", decode(source.as_bytes()).expect("a text"))
    }

    #[test]
    fn marks_are_taken_away() {
        for (source, expected) in [
            ("# A *b*\n\nc **d** [e](f) ![g](h) `i` ~~j~~ \\*k\\* &amp;", "A b\n\nc d e g i j *k* &"),
            ("a\nb  \nc", "a\nb\nc"),
            ("- a\n- b\n  1. c\n  2. d\n\ne", "- a\n- b\n  1. c\n  2. d\n\ne"),
            ("- a\n\n- b", "- a\n\n- b"),
            ("> a\n> b\n\nc", "a\nb\n\nc"),
            ("```rust\nfn a() {\n\n    b\n}\n```\n*c*", "fn a() {\n\n    b\n}\n\nc"),
            ("| a | b |\n|---|---|\n| c | d |", "a\tb\nc\td"),
            ("<div><p>a</p><p>b</p></div>\n\nc<br>d<i>e</i>", "a\n\nb\n\nc\nde"),
            ("a[^1]\n\n[^1]: b", "a[1]\n\n[1] b"),
            ("- [x] a\n- [ ] b", "- [x] a\n- [ ] b"),
            ("*a*\n\n***\n\nb", "a\n\nb"),
        ] {
            assert_eq!(of(source).text.as_str(), expected, "{source}");
        }
    }

    #[test]
    fn a_plain_text_stays_as_it_is() {
        for source in ["a\n\n\n\nb  c\n", "  a\nb\n\n", "1990 was a year.\n", "<", "***"] {
            assert_eq!(of(source).text.as_str(), source);
        }
    }

    #[test]
    fn titles_come_from_the_file() {
        assert_eq!(of("# A *b*\n\nc").metadata.title, "A b");
        assert_eq!(of("c\n\n# A").metadata.title, "a");
        assert_eq!(of("---\ntitle: T\n---\n# A").metadata.title, "T");
    }

    #[test]
    fn depth_does_no_harm() {
        for piece in ["> ", "- ", "*a ", "[", "<div>", "![", "1. "] {
            of(&piece.repeat(10_000));
        }
    }
}
