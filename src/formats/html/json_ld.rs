//! What a page says of itself in JSON-LD (schema.org): `NewsArticle` and its like, alone, in a list or in a `@graph`.
//! What is no JSON is passed over: pages have much that is none.

use super::tree::Page;
use serde_json::Value;

/// What is said of the article.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub(super) headline: String,
    pub(super) publisher: String,
    pub(super) authors: Vec<String>,
    pub(super) published: String,
    pub(super) language: String,
    pub(super) url: String,
    pub(super) license: String,
}

/// The first record that speaks of an article; of nothing else anything is taken.
pub(super) fn said(page: &Page) -> Said {
    let scripts = page.nodes.iter().enumerate().filter(|(_, node)| {
        node.tag == "script" && node.attribute("type").to_ascii_lowercase().contains("ld+json")
    });
    let values = scripts.filter_map(|(at, _)| {
        let texts = page.nodes[at].children.iter().filter_map(|at| page.nodes[*at].text.as_deref());
        let text: String = texts.collect();
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        serde_json::from_str::<Value>(text.trim_end_matches(';')).ok()
    });
    let values: Vec<Value> = values.collect();
    let mut records = Vec::new();
    values.iter().for_each(|value| gather(value, &mut records, 0));
    let article = records.iter().find(|record| types(record).any(is_article));
    let Some(article) = article else { return Said::default() };
    let named = |value: &Value| name(value, &records);
    Said {
        headline: unescaped(&first_text(article, &["headline", "name"])),
        publisher: article.get("publisher").and_then(named).unwrap_or_default(),
        authors: each(article.get("author").or_else(|| article.get("creator"))).filter_map(named).collect(),
        published: first_text(article, &["datePublished", "dateCreated", "uploadDate"]),
        language: article.get("inLanguage").and_then(named).unwrap_or_default(),
        url: address(article.get("mainEntityOfPage"))
            .or_else(|| address(article.get("url")))
            .unwrap_or_default(),
        license: address(article.get("license")).unwrap_or_default(),
    }
}

/// The records of a value: lists and graphs hold more of them.
fn gather<'v>(value: &'v Value, out: &mut Vec<&'v Value>, depth: usize) {
    if depth > 4 {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|one| gather(one, out, depth + 1)),
        Value::Object(own) => {
            out.push(value);
            for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                own.get(key).into_iter().for_each(|inner| gather(inner, out, depth + 1));
            }
        }
        _ => {}
    }
}

fn each(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (many, one) = match value {
        Some(Value::Array(all)) => (all.as_slice(), None),
        one => (&[][..], one),
    };
    many.iter().chain(one)
}

fn types(record: &Value) -> impl Iterator<Item = &str> {
    each(record.get("@type")).filter_map(Value::as_str)
}

fn is_article(kind: &str) -> bool {
    let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
    kind.ends_with("Article")
        || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report" | "SocialMediaPosting")
}

fn first_text(record: &Value, keys: &[&str]) -> String {
    let texts = keys.iter().filter_map(|key| each(record.get(key)).find_map(Value::as_str));
    texts
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// What something is called: itself where it is a text, else its name, which may stand in another record.
fn name(value: &Value, records: &[&Value]) -> Option<String> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => return all.iter().find_map(|one| name(one, records)),
        _ => {
            let own = first_text(value, &["name", "alternateName"]);
            let id = value.get("@id").and_then(Value::as_str).filter(|_| own.is_empty());
            match records
                .iter()
                .find(|record| id.is_some() && record.get("@id").and_then(Value::as_str) == id)
            {
                Some(record) => first_text(record, &["name", "alternateName"]),
                None => own,
            }
        }
    };
    Some(unescaped(text.trim())).filter(|text| !text.is_empty())
}

fn address(value: Option<&Value>) -> Option<String> {
    let value = value?;
    let text = value.as_str().map(str::to_owned);
    text.or_else(|| Some(first_text(value, &["@id", "url"]))).filter(|text| !text.is_empty())
}

/// Many pages escape what stands in JSON a second time, as in HTML.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    Page::of(&text.replace('<', "&lt;")).map_or_else(|| text.to_owned(), |page| page.words(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Said {
        said(&Page::of(&format!("<script type='application/ld+json'>{json}</script>")).expect("a page"))
    }

    #[test]
    fn articles_are_found_in_lists_and_graphs() {
        let article = r##"{"@type": ["NewsArticle"], "headline": "A &amp; b", "author": [{"name": "Ada"}, "Ben"],
            "publisher": {"@id": "#p"}, "datePublished": "2023", "mainEntityOfPage": {"@id": "https://e.invalid/"}}"##;
        let publisher = r##"{"@type": "Organization", "@id": "#p", "name": "Post"}"##;
        for json in [format!("[{article}, {publisher}]"), format!("{{\"@graph\": [{publisher}, {article}]}}")]
        {
            let said = of(&json);
            assert_eq!((said.headline.as_str(), said.publisher.as_str()), ("A & b", "Post"));
            assert_eq!(said.authors, ["Ada", "Ben"]);
            assert_eq!((said.published.as_str(), said.url.as_str()), ("2023", "https://e.invalid/"));
        }
    }

    #[test]
    fn what_is_no_json_says_nothing() {
        for json in ["", "{", "{\"@type\": \"WebSite\", \"name\": \"x\"}", &"[".repeat(10_000), "null"] {
            assert_eq!(of(json).headline, "");
        }
    }
}
