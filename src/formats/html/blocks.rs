//! The text of a page in blocks: paragraphs, headings, list items, rows of tables, as a browser would show them.
//!
//! White space runs together into one space, but for `<pre>`; a no-break space stays one. `<br>` is a line break, two of
//! them end the paragraph, as pages without `<p>` do. An item has `- ` or its number before it, two spaces more for each
//! list around it; the cells of a row have a tab between them; `<q>` has quotation marks. What is no letter of the text
//! is left out: soft hyphens, zero-width spaces, word joiners, byte order marks, control characters, and the readings
//! above Chinese characters. Joiners and direction marks stay: they change how a word is written.

use super::furniture::{hinted, is_furniture, is_mute};
use super::tree::Page;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) enum Kind {
    Paragraph,
    /// With its level.
    Heading(u8),
    Item,
    Row,
    Code,
}

/// A block.
#[derive(Clone, Debug)]
pub(in crate::formats) struct Block {
    pub(super) text: String,
    pub(super) kind: Kind,
    /// The innermost element of the page that holds it.
    pub(super) node: usize,
    /// How much there is to read: letters, and more for each character of scripts that need fewer.
    pub(super) letters: f32,
    /// How much of that is in links.
    pub(super) linked: f32,
    /// How much of that is a time that the page marks as one.
    pub(super) timed: f32,
}

impl Block {
    /// A block of its own.
    pub(in crate::formats) fn new(text: String, kind: Kind) -> Self {
        Self { text, kind, node: 0, letters: 0.0, linked: 0.0, timed: 0.0 }
    }
}

/// The blocks of a page: those of its furniture too, or not.
pub(super) fn blocks(page: &Page, furniture: bool) -> Vec<Block> {
    let mut letters = vec![0.0; page.nodes.len()];
    for (at, node) in page.nodes.iter().enumerate().rev() {
        letters[at] += node.text.as_deref().map_or(0.0, weigh);
        if at > 0 && !is_mute(node) {
            let own = letters[at];
            letters[node.parent] += own;
        }
    }
    let mut walk = Walk { page, letters, furniture, ..Walk::new(page) };
    walk.visit(0);
    walk.flush(0, Kind::Paragraph);
    walk.out
}

/// How much there is to read in a text.
pub(super) fn weigh(text: &str) -> f32 {
    text.chars().map(weight).sum()
}

fn weight(char: char) -> f32 {
    match char {
        // Chinese, Japanese and Korean say with one character what takes three letters elsewhere.
        '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{20000}'..='\u{3ffff}' => 3.0,
        char if char.is_alphanumeric() => 1.0,
        _ => 0.0,
    }
}

struct Walk<'a> {
    page: &'a Page,
    /// Of each node.
    letters: Vec<f32>,
    furniture: bool,
    out: Vec<Block>,
    run: Block,
    /// Before the next block of an item.
    bullet: String,
    /// The lists around, each with the number of its next item where it counts.
    lists: Vec<Option<i64>>,
    link: usize,
    time: usize,
    pre: usize,
    /// Within a cell of a row: nothing begins a line.
    cell: usize,
}

impl<'a> Walk<'a> {
    fn new(page: &'a Page) -> Self {
        Self {
            page,
            letters: Vec::new(),
            furniture: false,
            out: Vec::new(),
            run: empty(),
            bullet: String::new(),
            lists: Vec::new(),
            link: 0,
            time: 0,
            pre: 0,
            cell: 0,
        }
    }

    fn visit(&mut self, at: usize) {
        let page = self.page;
        let node = &page.nodes[at];
        if let Some(text) = &node.text {
            return self.say(text);
        }
        if is_mute(node) || self.is_left_out(at) {
            return;
        }
        match node.tag {
            "br" => self.line_break(node.parent),
            "hr" => self.flush(node.parent, Kind::Paragraph),
            "a" => self.counted(at, |walk| &mut walk.link),
            "time" => self.counted(at, |walk| &mut walk.time),
            "q" => {
                self.say("“");
                self.children(at);
                self.say("”");
            }
            _ if self.cell > 0 => {
                self.say(if node.is_block() { " " } else { "" });
                self.children(at);
                self.say(if node.is_block() { " " } else { "" });
            }
            "pre" | "listing" | "xmp" => {
                self.flush(node.parent, Kind::Paragraph);
                self.pre += 1;
                self.children(at);
                self.flush(at, Kind::Code);
                self.pre -= 1;
            }
            "ul" | "ol" | "menu" | "dir" => {
                self.flush(node.parent, Kind::Paragraph);
                let first = node.attribute("start").parse().unwrap_or(1);
                self.lists.push((node.tag == "ol").then_some(first));
                self.children(at);
                self.lists.pop();
            }
            "li" => self.item(at),
            "table" if self.is_data(at) => self.rows(at),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush(node.parent, Kind::Paragraph);
                self.children(at);
                self.flush(at, Kind::Heading(node.tag.as_bytes()[1] - b'0'));
            }
            _ if node.is_block() => {
                self.flush(node.parent, Kind::Paragraph);
                self.children(at);
                self.flush(at, Kind::Paragraph);
            }
            _ => self.children(at),
        }
    }

    fn children(&mut self, at: usize) {
        let page = self.page;
        page.nodes[at].children.iter().for_each(|child| self.visit(*child));
    }

    fn counted(&mut self, at: usize, count: impl Fn(&mut Self) -> &mut usize) {
        *count(self) += 1;
        self.children(at);
        *count(self) -= 1;
    }

    /// Whether it is furniture. What holds most of the page is not, nor the sentences of an article's own header, where
    /// many outlets put the first of them.
    fn is_left_out(&self, at: usize) -> bool {
        if self.furniture || !is_furniture(self.page, at) || self.letters[at] > 0.5 * self.letters[0] {
            return false;
        }
        let node = &self.page.nodes[at];
        let in_article =
            self.page.around(at).any(|outer| matches!(self.page.nodes[outer].tag, "article" | "main"));
        !(node.tag == "header" && in_article && !hinted(node))
    }

    fn item(&mut self, at: usize) {
        self.flush(self.page.nodes[at].parent, Kind::Paragraph);
        let depth = self.lists.len().max(1) - 1;
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.bullet = format!("{}{mark}", "  ".repeat(depth.min(8)));
        self.children(at);
        self.flush(at, Kind::Paragraph);
        self.bullet.clear();
    }

    /// Whether a table holds data, and not the page: rows of short cells.
    fn is_data(&self, table: usize) -> bool {
        let page = self.page;
        let (mut rows, mut cells) = (0, 0);
        for at in page.within(table).skip(1) {
            match page.nodes[at].tag {
                "tr" => rows += 1,
                "td" | "th" if self.letters[at] > 160.0 => return false,
                "td" | "th" => cells += 1,
                "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "blockquote" | "form" => return false,
                _ => {}
            }
        }
        rows >= 2 && cells >= 2 * rows
    }

    fn rows(&mut self, table: usize) {
        let page = self.page;
        self.flush(page.nodes[table].parent, Kind::Paragraph);
        let mut stack: Vec<usize> = page.nodes[table].children.iter().rev().copied().collect();
        while let Some(at) = stack.pop() {
            let node = &page.nodes[at];
            match node.tag {
                "tr" if !is_mute(node) => {
                    for (n, cell) in node.children.iter().enumerate() {
                        if n > 0 && !self.run.text.is_empty() {
                            self.run.text.truncate(self.run.text.trim_end_matches(' ').len());
                            self.run.text.push('\t');
                        }
                        self.cell += 1;
                        self.visit(*cell);
                        self.cell -= 1;
                    }
                    self.flush(at, Kind::Row);
                }
                "tbody" | "thead" | "tfoot" => stack.extend(node.children.iter().rev()),
                _ => {
                    self.visit(at);
                    self.flush(at, Kind::Paragraph);
                }
            }
        }
    }

    fn say(&mut self, text: &str) {
        let run = &mut self.run;
        for char in text.chars() {
            if self.pre > 0 && self.cell == 0 && matches!(char, '\n' | '\t' | ' ') {
                run.text.push(char);
                continue;
            }
            match char {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    if !run.text.is_empty() && !run.text.ends_with([' ', '\n', '\t']) {
                        run.text.push(' ');
                    }
                }
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
                char if char.is_control() => {}
                char => {
                    run.text.push(char);
                    let own = weight(char);
                    run.letters += own;
                    run.linked += if self.link > 0 { own } else { 0.0 };
                    run.timed += if self.time > 0 { own } else { 0.0 };
                }
            }
        }
    }

    fn line_break(&mut self, node: usize) {
        if self.cell > 0 {
            return self.say(" ");
        }
        if self.pre == 0 && self.run.text.ends_with('\n') {
            return self.flush(node, Kind::Paragraph);
        }
        if self.pre == 0 {
            self.run.text.truncate(self.run.text.trim_end_matches(' ').len());
        }
        if self.pre > 0 || !self.run.text.is_empty() {
            self.run.text.push('\n');
        }
    }

    /// Ends the block.
    fn flush(&mut self, node: usize, kind: Kind) {
        if self.cell > 0 {
            return self.say(" ");
        }
        let mut block = std::mem::replace(&mut self.run, empty());
        // No-break spaces alone are how pages make room.
        let text = match kind {
            Kind::Code => block.text.trim_end().trim_start_matches('\n'),
            _ => block.text.trim_matches([' ', '\n', '\t', '\u{a0}']),
        };
        if text.trim().is_empty() {
            return;
        }
        (block.text, block.node, block.kind) = (text.to_owned(), node, kind);
        if !self.bullet.is_empty() {
            block.text.insert_str(0, &std::mem::take(&mut self.bullet));
            block.kind = Kind::Item;
        }
        self.out.push(block);
    }
}

fn empty() -> Block {
    Block::new(String::new(), Kind::Paragraph)
}

/// The text of blocks: an empty line between them, but for items of a list and rows of a table.
pub(in crate::formats) fn joined<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> String {
    let mut out = String::new();
    let mut before = None;
    for block in blocks {
        let close = before == Some(block.kind) && matches!(block.kind, Kind::Item | Kind::Row);
        out.push_str(match before {
            None => "",
            Some(_) if close => "\n",
            Some(_) => "\n\n",
        });
        out.push_str(&block.text);
        before = Some(block.kind);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_what_a_browser_shows() {
        for (html, expected) in [
            ("<p>a \n b<p>c", "a b\n\nc"),
            ("a<br>b<br><br>c<br/> d", "a\nb\n\nc\nd"),
            ("<p>a&nbsp;b&shy;c&#8203;d</p>&nbsp;<p>e", "a\u{a0}bcd\n\ne"),
            ("<ul><li>a<li>b<ol start=3><li>c<li>d</ol></ul>e", "- a\n- b\n  3. c\n  4. d\n\ne"),
            ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\nb"),
            ("<pre>\n a\n   b\n</pre>c", " a\n   b\n\nc"),
            ("<blockquote>a<p>b</blockquote>", "a\n\nb"),
            ("<table><tr><th>a<th>b<tr><td><p>c</p><td>d</table>", "a\tb\nc\td"),
            ("<table><tr><td>a<br><br>b</table>", "a\n\nb"),
            ("a <b>b</b><i>c</i> d<script>e</script>", "a bc d"),
            ("<q>a</q><ruby>字<rt>ji</rt></ruby>", "“a”字"),
            ("a<span hidden>b</span>c<wbr>d", "acd"),
            ("<details><summary>a</summary>b</details>", "a\n\nb"),
            ("<dl><dt>a<dd>b</dl>", "a\n\nb"),
            ("e\u{301}\u{200d}\u{200f}", "e\u{301}\u{200d}\u{200f}"),
        ] {
            let page = Page::of(html).expect("a page");
            assert_eq!(joined(&blocks(&page, true)), expected, "{html}");
        }
    }
}
