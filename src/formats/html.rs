//! Saved pages (`.html`, `.htm`, `.xhtml`, and `.mhtml` as browsers save them): the article of a page and what the page
//! says of it, by the HTML standard as far as text goes.
//!
//! The text is what a reader view shows: the paragraphs, headings, lists, quotes and tables of the article with empty
//! lines between them, without the headline, which is the title ([`blocks`], [`main_text`] and [`furniture`] say how).
//! Offsets count in that text. The page itself is not kept. Where nothing reads as an article, all that is visible
//! becomes the text, and that is said. A page of more than 64 MB or a million elements is refused.

mod blocks;
mod charset;
mod furniture;
mod json_ld;
mod main_text;
mod metadata;
mod names;
mod tree;

use super::{Issue, NewDocument, Place, Severity, plain};
use crate::text::from_string;
use crate::words::pages as words;
use tree::Page;

pub(super) use blocks::{Block, Kind, joined};
pub(super) use charset::declared;

/// No page has more bytes.
const LONGEST: usize = 64 << 20;
/// A page begins with one of these, behind comments and what XML has before it.
const STARTS: &[&str] = &["<!doctype html", "<html", "<head", "<body"];

/// Whether a text is a page: it begins as one, or its name says so and it has an element.
pub(super) fn is_page(text: &str, name: &str) -> bool {
    let mut start = text.trim_start_matches('\u{feff}').trim_start();
    // Comments and instructions, of which browsers and programs write some before all else.
    while let Some((end, rest)) = [("<!--", "-->"), ("<?", "?>")]
        .iter()
        .find_map(|(open, close)| start.strip_prefix(open).map(|rest| (*close, rest)))
    {
        match rest.split_once(end) {
            Some((_, behind)) => start = behind.trim_start(),
            None => return false,
        }
    }
    let begins =
        |wanted: &&str| start.get(..wanted.len()).is_some_and(|own| own.eq_ignore_ascii_case(wanted));
    STARTS.iter().any(begins) || (is_named(name) && text.contains('<'))
}

/// Whether a name is that of a page.
pub(super) fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|ending| name.ends_with(ending))
}

/// An article of a page. What was noticed is added to the issues: also why there is none.
pub(super) fn read(name: &str, html: &str, issues: &mut Vec<Issue>) -> Option<NewDocument> {
    let issue = |severity, found: &str, expected: &str, done: &str| Issue {
        place: Place { file: name.to_owned(), ..Place::default() },
        severity,
        found: found.to_owned(),
        expected: expected.to_owned(),
        done: done.to_owned(),
    };
    let refused = |found: &str| issue(Severity::Refused, found, words::an_article(), words::not_read());
    let page = if html.len() > LONGEST { None } else { Page::of(html) };
    let Some(page) = page else {
        issues.push(refused(words::too_large()));
        return None;
    };
    let mut metadata = metadata::metadata(&page);
    let found = main_text::main_text(&page, &blocks::blocks(&page, false), &metadata.title);
    let text = match &found {
        Some(found) => joined(found),
        None => joined(&blocks::blocks(&page, true)),
    };
    let decoded = match from_string(text) {
        Ok(decoded) if !decoded.text.as_str().is_empty() => decoded,
        Ok(_) => {
            issues.push(refused(words::no_text()));
            return None;
        }
        Err(error) => {
            issues.push(refused(&error.to_string()));
            return None;
        }
    };
    if found.is_none() {
        issues.push(issue(Severity::Note, words::no_main_text(), "", words::all_visible()));
    }
    if metadata.title.is_empty() {
        metadata.title = plain::title(name);
    }
    Some(plain::article(name, "html", "text/html", metadata, decoded))
}

/// The visible text of a piece of HTML.
pub(super) fn visible(html: &str) -> String {
    Page::of(html).map_or_else(String::new, |page| joined(&blocks::blocks(&page, true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_what_is_a_page() {
        for (text, name, expected) in [
            ("<!DOCTYPE html>\n<p>a", "a.txt", true),
            ("\u{feff}<!-- saved from url=(1) -->\n<HTML>", "a", true),
            ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", "a.xml", true),
            ("<p>a", "a.htm", true),
            ("no element", "a.html", false),
            ("<p>a", "a.txt", false),
            ("<!-- never ended <html>", "a.txt", false),
            ("<?xml?><TEI>", "a.xml", false),
            ("é<html>", "a", false),
        ] {
            assert_eq!(is_page(text, name), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_article_is_said() {
        let mut issues = Vec::new();
        let own = read("a/b.html", "<nav>Menu</nav><p>Short.</p>", &mut issues).expect("a text");
        assert_eq!((own.text.as_str(), own.metadata.title.as_str()), ("Menu\n\nShort.", "b"));
        assert_eq!(issues.len(), 1);
        for empty in ["<p>", "<script>a</script>", "&nbsp;<img src=a>"] {
            assert!(read("b.html", empty, &mut issues).is_none());
            assert_eq!(issues.pop().map(|issue| issue.severity), Some(Severity::Refused));
        }
    }
}
