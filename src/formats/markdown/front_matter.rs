//! What stands before the text of a Markdown file, between two lines of `---`.

use crate::model::{Metadata, RawJson};
use crate::wire;
use crate::wire::json;

/// Takes the front matter, if there is some: what it says goes into the metadata, what follows it is given back.
pub(super) fn take<'t>(source: &'t str, metadata: &mut Metadata) -> Option<&'t str> {
    let rest = source.strip_prefix("---")?;
    let (mut at, mut end) = (0, None);
    for (n, line) in rest.split_inclusive('\n').enumerate() {
        at += line.len();
        match line.trim_end() {
            "" if n == 0 => {}
            _ if n == 0 => return None,
            "---" | "..." => {
                end = Some((at - line.len(), at));
                break;
            }
            _ => {}
        }
    }
    let (close, behind) = end?;
    let all = pairs(&rest[..close])?;
    for (key, value) in all {
        put(&key, value, metadata);
    }
    Some(rest[behind..].trim_start_matches('\n'))
}

/// What a key has.
enum Value {
    One(String),
    Several(Vec<String>),
}

/// The keys with their values; `None` where this is no front matter but text between two lines.
fn pairs(block: &str) -> Option<Vec<(String, Value)>> {
    let mut out: Vec<(String, Value)> = Vec::new();
    for line in block.lines() {
        let inner = line.trim();
        if inner.is_empty() || inner.starts_with('#') {
            continue;
        }
        if let Some(item) = inner.strip_prefix("- ").or((inner == "-").then_some("")) {
            match out.last_mut() {
                Some((_, Value::Several(all))) => all.push(scalar(item)),
                Some((_, one @ Value::One(_))) => *one = Value::Several(vec![scalar(item)]),
                None => return None,
            }
            continue;
        }
        if line.starts_with([' ', '\t']) {
            // Text that goes on, or a part of a value: it belongs to what is above.
            match out.last_mut()? {
                (_, Value::One(text)) => {
                    let between =
                        if text.is_empty() || matches!(text.as_str(), "|" | ">") { "" } else { " " };
                    let before = if matches!(text.as_str(), "|" | ">") { "" } else { text.as_str() };
                    *text = format!("{before}{between}{inner}");
                }
                (_, Value::Several(all)) => all.push(scalar(inner)),
            }
            continue;
        }
        let (key, value) = line.split_once(':')?;
        let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_- .".contains(c));
        if !plain || !(value.is_empty() || value.starts_with([' ', '\t'])) {
            return None;
        }
        let value = value.trim();
        let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let value = match list {
            Some(list) => {
                Value::Several(list.split(',').map(scalar).filter(|item| !item.is_empty()).collect())
            }
            None => Value::One(scalar(value)),
        };
        out.push((key.trim().to_owned(), value));
    }
    (!out.is_empty()).then_some(out)
}

/// A value without its quotation marks, or without the remark behind it.
fn scalar(value: &str) -> String {
    let value = value.trim();
    for mark in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark)) {
            return match mark {
                '"' => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
                _ => inner.replace("''", "'"),
            };
        }
    }
    value.split(" #").next().unwrap_or(value).trim().to_owned()
}

fn put(key: &str, value: Value, metadata: &mut Metadata) {
    let field = match key.to_lowercase().as_str() {
        "title" | "headline" => &mut metadata.title,
        "outlet" | "site" | "source" | "publisher" | "publication" | "site_name" => &mut metadata.outlet,
        "url" | "link" | "canonical" | "permalink" | "source_url" => &mut metadata.url,
        "lang" | "language" | "locale" => &mut metadata.language,
        "date" | "published" | "pubdate" | "date_published" => &mut metadata.published,
        "retrieved" | "accessed" | "saved" => &mut metadata.retrieved,
        "license" | "licence" => &mut metadata.license,
        "split" => &mut metadata.split,
        "author" | "authors" | "byline" | "by" => {
            metadata.byline = match value {
                Value::One(one) => one.split(';').map(|name| name.trim().to_owned()).collect(),
                Value::Several(all) => all,
            };
            metadata.byline.retain(|name| !name.is_empty());
            return;
        }
        _ => return carry(key, &value, metadata),
    };
    match value {
        Value::One(one) if field.is_empty() => *field = one,
        value => carry(key, &value, metadata),
    }
}

/// Other keys stay with the article as they are.
fn carry(key: &str, value: &Value, metadata: &mut Metadata) {
    let mut out = String::new();
    match value {
        Value::One(one) => json::text(&mut out, one),
        Value::Several(all) => {
            out.push('[');
            for (n, one) in all.iter().enumerate() {
                out.push_str(if n > 0 { "," } else { "" });
                json::text(&mut out, one);
            }
            out.push(']');
        }
    }
    let raw: Option<RawJson> = wire::raw(&out).ok();
    if let Some(raw) = raw {
        metadata.other.insert(key.to_owned(), raw);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_metadata() {
        let mut own = Metadata::default();
        let source = "---\n# remark\ntitle: \"A: \\\"b\\\"\"\nauthor:\n  - Ada Example\n  - 'Ben''s'\ndate: 2023-10-27 # day\n\
            lang: id\nsite: Post\ntags: [a, b]\nsummary: >\n  one\n  two\n---\n\n# Text\n";
        assert_eq!(take(source, &mut own), Some("# Text\n"));
        assert_eq!(
            (own.title.as_str(), own.outlet.as_str(), own.language.as_str()),
            ("A: \"b\"", "Post", "id")
        );
        assert_eq!(
            (own.byline.join("|").as_str(), own.published.as_str()),
            ("Ada Example|Ben's", "2023-10-27")
        );
        let other: Vec<_> = own.other.iter().map(|(key, raw)| format!("{key} {}", raw.0)).collect();
        assert_eq!(other, ["summary \"one two\"", "tags [\"a\",\"b\"]"]);
    }

    #[test]
    fn lines_are_no_front_matter_by_themselves() {
        for source in [
            "---\nOnce upon a time\n---\na",
            "---\na: b",
            "----\na: b\n---\n",
            "a: b\n---\n",
            "---\n---\na",
            "---\nhttp://a\n---\n",
        ] {
            let mut own = Metadata::default();
            assert_eq!(take(source, &mut own), None, "{source}");
            assert_eq!(own, Metadata::default());
        }
    }
}
