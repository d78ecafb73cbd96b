//! Names of records in the web.

use crate::model::{Document, ExternalId};

/// What a record of a project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Project,
    Page,
    Document,
    Annotation,
    /// A label that somebody gave to a whole document.
    DocumentLabel,
    Relation,
    Person,
    Entity,
    Claim,
}

impl Of {
    fn word(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Page => "page",
            Self::Document => "document",
            Self::Annotation => "annotation",
            Self::DocumentLabel => "document-label",
            Self::Relation => "relation",
            Self::Person => "person",
            Self::Entity => "entity",
            Self::Claim => "claim",
        }
    }
}

/// What every name of a record begins with.
const OWN: &str = "urn:x-postil:";

/// The name of a record of a project.
pub(super) fn own(project: &str, of: Of, id: &str) -> String {
    format!("{OWN}{}:{}:{}", encoded(project), of.word(), encoded(id))
}

/// Where an article was published, if that can stand as a name; otherwise its own.
pub(super) fn source(project: &str, document: &Document) -> String {
    let url = &document.metadata.url;
    if is_address(url) { url.clone() } else { own(project, Of::Document, document.id.as_str()) }
}

/// What somebody else's registry calls an entity.
pub(super) fn external(id: &ExternalId) -> String {
    match id.scheme.as_str() {
        _ if is_address(&id.url) => id.url.clone(),
        "wikidata" => format!("http://www.wikidata.org/entity/{}", encoded(&id.id)),
        scheme => format!("{OWN}id:{}:{}", encoded(scheme), encoded(&id.id)),
    }
}

/// Whether a text is an absolute address of the web, as RFC 3987 writes one.
pub(crate) fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let odd = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`[]".contains(c);
    // A percent sign begins two digits, and nothing else.
    let mut escapes = text.split('%').skip(1);
    let whole =
        |part: &str| part.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()) && !rest.contains(odd))
        && escapes.all(whole)
}

/// A text as a part of a name: everything but letters, digits and `-._~` by its bytes.
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_any_id() {
        assert_eq!(own("p 1", Of::Annotation, "a-1"), "urn:x-postil:p%201:annotation:a-1");
        assert_eq!(encoded("é/😀"), "%C3%A9%2F%F0%9F%98%80");
        let id = |scheme: &str, id: &str, url: &str| {
            external(&ExternalId { scheme: scheme.into(), id: id.into(), url: url.into() })
        };
        assert_eq!(id("wikidata", "Q42", ""), "http://www.wikidata.org/entity/Q42");
        assert_eq!(id("geonames", "1", "https://sws.geonames.org/1/"), "https://sws.geonames.org/1/");
        assert_eq!(id("own", "a b", "see there"), "urn:x-postil:id:own:a%20b");
    }

    #[test]
    fn addresses_are_absolute_and_clean() {
        for (text, fine) in [
            ("https://example.org/a?b=c#d", true),
            ("http://example.org/ä%20b", true),
            ("https://", false),
            ("https:///a", false),
            ("https://example.org/a b", false),
            ("https://example.org/100%", false),
            ("example.org", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(is_address(text), fine, "{text}");
        }
    }
}
