//! The elements of a page, as far as a reader of its text needs them.
//!
//! The tokens are those of the HTML standard (html5gum). The tree is made by the rules of the standard that move text:
//! which elements are empty, which end tags may be left out, that a block ends a paragraph. What only formats and is
//! closed in the wrong order ends with what is around it, which changes no text.
//!
//! What is deeper than [`DEPTH`] becomes flat, so that nothing that walks the tree can run out of stack; a page of more
//! than [`MOST`] elements is given up.

use super::names::{self, BLOCKS, EMPTY, IN_HEAD};
use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use std::convert::Infallible;

/// So deep elements lie in each other.
const DEPTH: usize = 200;
/// So many elements and texts a page may have.
const MOST: usize = 1_000_000;
/// Values of attributes that are longer are data, and no words.
const LONGEST: usize = 4_000;

/// An element or a text.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Its name; empty for a text, and for an element that is not told apart.
    pub(super) tag: &'static str,
    /// Its words, where it is a text.
    pub(super) text: Option<Box<str>>,
    attributes: Vec<(&'static str, Box<str>)>,
    /// What it lies in; the page itself lies in itself.
    pub(super) parent: usize,
    pub(super) children: Vec<usize>,
}

impl Node {
    /// The value of an attribute; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| *own == name).map_or("", |(_, value)| value)
    }

    /// Whether an attribute stands there, be it without a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| *own == name)
    }

    /// Whether it begins a line of its own.
    pub(super) fn is_block(&self) -> bool {
        BLOCKS.contains(&self.tag)
    }
}

/// A page. Its nodes stand in the order of their starts, the page itself first.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) nodes: Vec<Node>,
    /// The address from which a browser says it saved the page.
    pub(super) saved_from: String,
}

impl Page {
    /// The elements of a page; `None` where there are too many.
    pub(super) fn of(html: &str) -> Option<Self> {
        let mut builder = Builder {
            page: Self { nodes: vec![Node::default()], saved_from: String::new() },
            open: vec![0],
            beyond: 0,
            tag: "",
            attributes: Vec::new(),
            attribute: None,
        };
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| {
            builder.take(&event);
            None::<Infallible>
        });
        emitter.naively_switch_states(true);
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
        (builder.page.nodes.len() < MOST).then_some(builder.page)
    }

    /// The texts in a node, and the node itself, by their places.
    pub(super) fn within(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.end_of(node);
        node..end
    }

    /// The place behind the last node in this one.
    fn end_of(&self, mut node: usize) -> usize {
        while let Some(last) = self.nodes[node].children.last() {
            node = *last;
        }
        node + 1
    }

    /// The words in a node, with single spaces between them.
    pub(super) fn words(&self, node: usize) -> String {
        let texts: String =
            self.within(node).filter_map(|at| self.nodes[at].text.as_deref()).collect::<Vec<_>>().join("");
        texts.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What a node lies in, from the inside.
    pub(super) fn around(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let outer = |at: &usize| Some(self.nodes[*at].parent).filter(|parent| parent != at);
        std::iter::successors(outer(&node), outer)
    }
}

struct Builder {
    page: Page,
    /// The elements that are open, from the outside.
    open: Vec<usize>,
    /// So many more are open, which became flat.
    beyond: usize,
    tag: &'static str,
    attributes: Vec<(&'static str, Box<str>)>,
    attribute: Option<&'static str>,
}

impl Builder {
    fn take(&mut self, event: &CallbackEvent<'_>) {
        if self.page.nodes.len() >= MOST {
            return;
        }
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = names::tag(name).unwrap_or_default();
                self.attributes.clear();
                self.attribute = None;
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute =
                    names::attribute(name).filter(|name| self.attributes.iter().all(|own| own.0 != *name));
                if let Some(name) = self.attribute {
                    self.attributes.push((name, Box::default()));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                if self.attribute.is_some()
                    && value.len() <= LONGEST
                    && let Some((_, own)) = self.attributes.last_mut()
                {
                    *own = String::from_utf8_lossy(value).into();
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start(*self_closing),
            CallbackEvent::EndTag { name } => {
                if let Some(tag) = names::tag(name) {
                    self.end(tag);
                }
            }
            CallbackEvent::String { value } => {
                let text = String::from_utf8_lossy(value);
                // White space between elements of a head or a table is none of the page.
                if text.trim_ascii().is_empty()
                    && matches!(self.at(), "head" | "table" | "tbody" | "tr" | "ul")
                {
                    return;
                }
                if self.at() == "head" && !text.trim_ascii().is_empty() {
                    self.pop_to("head");
                }
                let node = Node { text: Some(text.into()), ..Node::default() };
                self.add(node);
            }
            CallbackEvent::Comment { value } => self.comment(&String::from_utf8_lossy(value)),
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// Browsers write where a page was saved from: `saved from url=(0042)https://…`, or, SingleFile, `url: https://…`.
    fn comment(&mut self, comment: &str) {
        let behind = comment.split_once("saved from url=").or_else(|| comment.split_once("url:"));
        let saved = comment.contains("saved from url") || comment.contains("SingleFile");
        if let Some((_, address)) = behind.filter(|_| saved && self.page.saved_from.is_empty()) {
            let address = address.trim_start();
            let address = match address.starts_with('(') {
                true => address.split_once(')').map_or("", |(_, rest)| rest),
                false => address,
            };
            let address = address.split_whitespace().next().unwrap_or_default();
            self.page.saved_from = address.to_owned();
        }
    }

    /// The name of the innermost element that is open.
    fn at(&self) -> &'static str {
        self.open.last().map_or("", |at| self.page.nodes[*at].tag)
    }

    fn add(&mut self, mut node: Node) -> usize {
        let (at, parent) = (self.page.nodes.len(), self.open.last().copied().unwrap_or_default());
        node.parent = parent;
        self.page.nodes[parent].children.push(at);
        self.page.nodes.push(node);
        at
    }

    /// Where the innermost open element of this name is, if none of these lies around it more closely.
    fn find(&self, tag: &str, not_beyond: &[&str]) -> Option<usize> {
        for (n, at) in self.open.iter().enumerate().skip(1).rev() {
            let own = self.page.nodes[*at].tag;
            if own == tag {
                return Some(n);
            }
            if not_beyond.contains(&own) {
                return None;
            }
        }
        None
    }

    fn close(&mut self, n: usize) {
        self.open.truncate(n);
        self.beyond = 0;
    }

    fn pop_to(&mut self, tag: &str) {
        if let Some(n) = self.find(tag, &[]) {
            self.close(n);
        }
    }

    fn start(&mut self, self_closing: bool) {
        let tag = self.tag;
        if matches!(tag, "html" | "body")
            && let Some(n) = self.find(tag, &[])
        {
            // A second one says more of the first.
            let at = self.open[n];
            for (name, value) in std::mem::take(&mut self.attributes) {
                if !self.page.nodes[at].has(name) {
                    self.page.nodes[at].attributes.push((name, value));
                }
            }
            return;
        }
        self.end_implied(tag);
        let node = Node { tag, attributes: std::mem::take(&mut self.attributes), ..Node::default() };
        let at = self.add(node);
        if EMPTY.contains(&tag) || (self_closing && tag == "svg") {
            return;
        }
        if self.open.len() >= DEPTH {
            self.beyond += 1;
        } else {
            self.open.push(at);
        }
    }

    /// Ends what a start tag ends without saying so.
    fn end_implied(&mut self, tag: &'static str) {
        const CELLS: &[&str] = &["td", "th", "caption", "table", "button", "object"];
        let in_head = self.open.iter().take(4).any(|at| self.page.nodes[*at].tag == "head");
        if in_head && !IN_HEAD.contains(&tag) {
            self.pop_to("head");
        }
        let implied: &[(&str, &[&str])] = match tag {
            "li" => &[("li", &["ul", "ol", "menu", "td", "th", "table"])],
            "dt" | "dd" => &[("dt", &["dl", "td", "th", "table"]), ("dd", &["dl", "td", "th", "table"])],
            "option" => &[("option", &["select", "datalist"])],
            "td" | "th" => &[("td", &["tr", "table"]), ("th", &["tr", "table"])],
            "tr" => &[("tr", &["table"]), ("caption", &["table"])],
            "tbody" | "thead" | "tfoot" => &[
                ("tbody", &["table"]),
                ("thead", &["table"]),
                ("tfoot", &["table"]),
                ("caption", &["table"]),
            ],
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let at = self.at();
                if matches!(at, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                    self.end(at);
                }
                &[]
            }
            // A link that was not ended would take all that follows for its words.
            "a" => &[("a", BLOCKS)],
            _ => &[],
        };
        for (tag, not_beyond) in implied {
            if let Some(n) = self.find(tag, not_beyond) {
                self.close(n);
            }
        }
        if BLOCKS.contains(&tag)
            && let Some(n) = self.find("p", CELLS)
        {
            self.close(n);
        }
    }

    fn end(&mut self, tag: &'static str) {
        if tag == "br" {
            let node = Node { tag, ..Node::default() };
            self.add(node);
            return;
        }
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        // A cell keeps what is in it; only what is of the table ends it.
        let of_table =
            matches!(tag, "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "table" | "body" | "html");
        let not_beyond: &[&str] = match of_table {
            true if matches!(tag, "table" | "body" | "html") => &[],
            true => &["table"],
            false => &["td", "th", "caption"],
        };
        let inline = !BLOCKS.contains(&tag);
        // What is behind the end of the body belongs to it still.
        if matches!(tag, "body" | "html") {
            return;
        }
        if let Some(n) = self.find(tag, if inline { BLOCKS } else { not_beyond }) {
            self.close(n);
        } else if inline && let Some(n) = self.find(tag, not_beyond).filter(|_| tag == "head" || tag == "a") {
            // A link around blocks.
            self.close(n);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree in short: names with what is in them in brackets, texts in quotation marks.
    fn short(page: &Page, at: usize) -> String {
        let node = &page.nodes[at];
        match &node.text {
            Some(text) => format!("'{text}'"),
            None => {
                let inner: Vec<String> = node.children.iter().map(|at| short(page, *at)).collect();
                format!("{}[{}]", node.tag, inner.join(" "))
            }
        }
    }

    #[test]
    fn what_may_be_left_out_is_understood() {
        for (html, expected) in [
            ("<p>a<p>b", "[p['a'] p['b']]"),
            ("<ul><li>a<li>b<ul><li>c</ul></ul>d", "[ul[li['a'] li['b' ul[li['c']]]] 'd']"),
            ("<table><tr><td>a<td>b<tr><td>c</table>", "[table[tr[td['a'] td['b']] tr[td['c']]]]"),
            ("<p>a<div>b</div>c</p>", "[p['a'] div['b'] 'c']"),
            ("<td><p>a</td>b", "[td[p['a']] 'b']"),
            ("<b>a<i>b</b>c</i>", "[['a' ['b' 'c']]]"),
            ("<a href=x>a<a href=y>b</a>", "[a['a'] a['b']]"),
            ("<a href=x><div>a</div></a>b", "[a[div['a']] 'b']"),
            ("a<br>b</br>c", "['a' br[] 'b' br[] 'c']"),
            ("<dl><dt>a<dd>b<dt>c</dl>", "[dl[dt['a'] dd['b'] dt['c']]]"),
            ("<html><head><title>t</title><p>a", "[html[head[title['t']] p['a']]]"),
            (
                "<script>if (a < b) '<p>'</script>&amp;&nbsp;&hellip;",
                "[script['if (a < b) '<p>''] '&\u{a0}…']",
            ),
            ("<div></p>a</div></div>b", "[div['a'] 'b']"),
        ] {
            let page = Page::of(html).expect("a page");
            assert_eq!(short(&page, 0), expected, "{html}");
        }
    }

    #[test]
    fn depth_is_bounded_and_text_is_kept() {
        for open in ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<p><span>"] {
            let page = Page::of(&format!("{}deep", open.repeat(10_000))).expect("a page");
            assert!(page.nodes.iter().any(|node| node.text.as_deref() == Some("deep")));
            let deepest = (0..page.nodes.len()).map(|at| page.around(at).take(DEPTH + 9).count()).max();
            assert!(deepest <= Some(DEPTH), "{deepest:?}");
        }
        assert!(Page::of(&"<b>".repeat(MOST)).is_none());
    }

    #[test]
    fn browsers_say_where_a_page_was_saved_from() {
        for comment in [
            "saved from url=(0025)https://example.invalid/a",
            " Page saved with SingleFile\n url: https://example.invalid/a\n",
        ] {
            let page = Page::of(&format!("<!--{comment}-->")).expect("a page");
            assert_eq!(page.saved_from, "https://example.invalid/a");
        }
    }
}
