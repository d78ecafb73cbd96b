//! Plain text and Markdown (`.txt`, `.md`): the whole file is the text, and Markdown is not taken apart.
//!
//! The title is the file's name without its ending.

use super::NewDocument;
use crate::model::{DocumentSource, DocumentStatus, Metadata};
use crate::text::Decoded;

/// An article from the text of a file.
pub(super) fn read(name: &str, decoded: Decoded) -> NewDocument {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let markdown = matches!(ending.as_deref(), Some("md" | "markdown"));
    let (media_type, format) = if markdown { ("text/markdown", "markdown") } else { ("text/plain", "plain") };
    NewDocument {
        id: None,
        text: decoded.text,
        line_ends: decoded.line_ends,
        media_type: media_type.to_owned(),
        metadata: Metadata { title: title(name), ..Metadata::default() },
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
