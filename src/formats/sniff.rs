//! What a text file is. Content decides; the name only where the content could be either.

use super::{html, markdown};
use serde::de::IgnoredAny;

/// What a text file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The project's own file.
    Project,
    /// A schema to be taken into a project.
    Schema,
    /// A JSON array of rows, or one row.
    Json,
    /// A JSON object per line.
    JsonLines,
    /// A page with an article.
    Page,
    /// An article in Markdown.
    Markdown,
    /// An article.
    Plain,
}

/// Says what a text is.
pub fn sniff(text: &str, name: &str) -> Kind {
    let start = text.trim_start();
    match start.as_bytes().first() {
        Some(b'{') => object(start, name),
        Some(b'[') if is_json(start) || begun(start, "[", &["{"]) || named_json(name) => Kind::Json,
        _ if named_json(name) && is_json(start) => Kind::Json,
        // A first line that is broken does not make JSON Lines an article.
        _ if named_json(name) && start.lines().any(is_row) => Kind::JsonLines,
        _ => article(start, name),
    }
}

fn object(start: &str, name: &str) -> Kind {
    let mut lines = start.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().is_some_and(is_row);
    let rest = lines.clone().next().is_some();
    if first && rest && !lines.all(|line| line.trim() == "}") {
        return Kind::JsonLines;
    }
    if start.contains("\"postil-schema\"") && start.contains("\"format\"") {
        return Kind::Schema;
    }
    // Our own file names its format near the start; elsewhere only where a program has sorted the keys.
    if start.contains("\"postil-project\"") && start.contains("\"format\"") {
        return Kind::Project;
    }
    if !first && start.lines().skip(1).any(is_row) && !is_json(start) {
        return Kind::JsonLines;
    }
    if first || begun(start, "{", &["\"", "}"]) || named_json(name) {
        Kind::Json
    } else {
        article(start, name)
    }
}

/// What a text is that is no JSON.
fn article(start: &str, name: &str) -> Kind {
    match () {
        () if html::is_page(start, name) => Kind::Page,
        () if markdown::is_named(name) => Kind::Markdown,
        () => Kind::Plain,
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// Whether a line is a whole JSON object.
fn is_row(line: &str) -> bool {
    line.trim_start().starts_with('{') && is_json(line)
}

/// Whether a text begins as JSON does, whatever follows: an article may begin with a bracket too.
fn begun(text: &str, open: &str, next: &[&str]) -> bool {
    text.strip_prefix(open).is_some_and(|rest| next.iter().any(|next| rest.trim_start().starts_with(next)))
}

fn named_json(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [".json", ".jsonl", ".ndjson"].iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (text, name, kind) in [
            ("", "a.txt", Kind::Plain),
            ("Moskow - Delegasi", "a.json", Kind::Plain),
            ("{\"text\": \"a\"}", "a.txt", Kind::Json),
            ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "a.txt", Kind::JsonLines),
            ("{\"text\": \"a\"}\n\n{\"text\": \"b", "a.txt", Kind::JsonLines),
            ("{\"text\": \"a\n{\"text\": \"b\"}\n", "a.txt", Kind::JsonLines),
            ("  [{\"text\": \"a\"}]", "a", Kind::Json),
            ("[{\"text\": \"a\"}, {\"te", "a.txt", Kind::Json),
            ("[\n  {\"text\": \"cut", "a.txt", Kind::Json),
            ("{\n  \"format\": \"postil-project\",\n  \"version\": 1", "x", Kind::Project),
            ("{\"version\":1,\"format\":\"postil-project\"}", "x", Kind::Project),
            ("{\n  \"format\": \"postil-schema\",\n  \"ver", "x", Kind::Schema),
            ("[ХАМАС] said", "a.txt", Kind::Plain),
            ("{sic} said", "a.md", Kind::Markdown),
            ("# Title\n\n{\"text\": \"code\"}", "a.md", Kind::Markdown),
            ("\n<!DOCTYPE html><p>a", "a.txt", Kind::Page),
            ("a <b>c</b>", "a.html", Kind::Page),
            ("<sic> said", "a.txt", Kind::Plain),
        ] {
            assert_eq!(sniff(text, name), kind, "{text}");
        }
    }
}
