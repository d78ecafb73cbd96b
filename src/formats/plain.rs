//! Plain text (`.txt`): the whole file is the text.
//!
//! The title is the file's name without its ending.

use super::NewDocument;
use crate::model::{DocumentSource, DocumentStatus, Metadata};
use crate::text::Decoded;

/// An article from the text of a file.
pub(super) fn read(name: &str, decoded: Decoded) -> NewDocument {
    article(name, "plain", "text/plain", Metadata { title: title(name), ..Metadata::default() }, decoded)
}

/// An article that a file is, or holds.
pub(super) fn article(
    name: &str,
    format: &str,
    media_type: &str,
    metadata: Metadata,
    decoded: Decoded,
) -> NewDocument {
    NewDocument {
        id: None,
        text: decoded.text,
        line_ends: decoded.line_ends,
        media_type: media_type.to_owned(),
        metadata,
        status: DocumentStatus::New,
        source: (!name.is_empty()).then(|| DocumentSource {
            format: format.to_owned(),
            file: base(name).to_owned(),
            raw: None,
        }),
    }
}

/// The name of a file without its folders.
pub(super) fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// The name of a file without its folders and its ending.
pub fn title(name: &str) -> String {
    let base = base(name);
    match base.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => base.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn titles() {
        for (name, expected) in [
            ("news/2023/a.b.txt", "a.b"),
            ("C:\\news\\a.md", "a"),
            (".txt", ".txt"),
            ("plain", "plain"),
            ("", ""),
            ("<script>alert(1)</script>.txt", "script>"),
            ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>"),
        ] {
            assert_eq!(title(name), expected, "{name}");
        }
    }
}
