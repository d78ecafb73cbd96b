//! Documents.

use super::annotation::OriginTwin;
use super::{is_false, words};
use crate::model::{
    Document, DocumentId, DocumentLabel, DocumentSource, DocumentStatus, LabelId, Metadata, RawJson,
};
use crate::sorted::Map;
use crate::text::{Lengths, LineEnds, Text};
use crate::wire::raw::{self, Raw};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! { DocumentStatusWord = DocumentStatus { New = "new", InWork = "in-work", Done = "done", Checked = "checked" } }

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::wire) struct LengthTwin {
    codepoints: u32,
    utf16: u32,
    utf8: u32,
}

/// The file form of a text's lengths.
pub(in crate::wire) fn lengths(lengths: Lengths) -> LengthTwin {
    LengthTwin { codepoints: lengths.code_points, utf16: lengths.utf16, utf8: lengths.utf8 }
}

#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct LineEndsTwin {
    #[serde(default)]
    crlf: u32,
    #[serde(default)]
    cr: u32,
    #[serde(default)]
    lf: u32,
}

impl LineEndsTwin {
    fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Serialize, Deserialize)]
pub(in crate::wire) struct DocumentLabelTwin {
    pub(in crate::wire) label: String,
    pub(in crate::wire) origin: OriginTwin,
}

#[derive(Serialize, Deserialize)]
struct SourceTwin {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    format: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    file: String,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "raw::present")]
    raw: Option<Raw>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::wire) struct DocumentTwin {
    pub(in crate::wire) id: String,
    #[serde(default)]
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::wire) text: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(in crate::wire) sha256: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::wire) length: Option<LengthTwin>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    outlet: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    byline: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    url: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    published: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    retrieved: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    license: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    media_type: String,
    #[serde(default, skip_serializing_if = "LineEndsTwin::is_none")]
    line_ends: LineEndsTwin,
    #[serde(default, skip_serializing_if = "is_false")]
    language_guessed: bool,
    #[serde(default = "new")]
    status: DocumentStatusWord,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    split: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::wire) labels: Vec<DocumentLabelTwin>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    metadata: BTreeMap<String, Raw>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceTwin>,
}

fn new() -> DocumentStatusWord {
    DocumentStatusWord::New
}

fn carried(other: &Map<String, RawJson>) -> BTreeMap<String, Raw> {
    other.iter().map(|(key, raw)| (key.clone(), Raw(raw.clone()))).collect()
}

fn taken(metadata: BTreeMap<String, Raw>) -> Map<String, RawJson> {
    metadata.into_iter().map(|(key, raw)| (key, raw.0)).collect()
}

impl DocumentTwin {
    /// The file form of a document, with its text or without.
    pub(in crate::wire) fn new(document: &Document, with_text: bool) -> Self {
        let m = &document.metadata;
        let LineEnds { crlf, cr, lf } = document.line_ends;
        let label = |own: &DocumentLabel| DocumentLabelTwin {
            label: own.label.to_string(),
            origin: (&own.origin).into(),
        };
        let source = |source: &DocumentSource| SourceTwin {
            format: source.format.clone(),
            file: source.file.clone(),
            raw: source.raw.clone().map(Raw),
        };
        Self {
            id: document.id.to_string(),
            title: m.title.clone(),
            text: with_text.then(|| document.text.as_str().to_owned()),
            sha256: document.text.sha256().to_string(),
            length: Some(lengths(document.text.lengths())),
            outlet: m.outlet.clone(),
            byline: m.byline.clone(),
            url: m.url.clone(),
            language: m.language.clone(),
            published: m.published.clone(),
            retrieved: m.retrieved.clone(),
            license: m.license.clone(),
            media_type: document.media_type.clone(),
            line_ends: LineEndsTwin { crlf, cr, lf },
            language_guessed: m.language_guessed,
            status: document.status.into(),
            split: m.split.clone(),
            labels: document.labels.iter().map(label).collect(),
            metadata: carried(&m.other),
            source: document.source.as_ref().map(source),
        }
    }

    /// The document, with the text that was found for it.
    pub(in crate::wire) fn open(self, text: Text) -> Document {
        let LineEndsTwin { crlf, cr, lf } = self.line_ends;
        let label = |twin: DocumentLabelTwin| DocumentLabel {
            label: LabelId::new(twin.label),
            origin: twin.origin.into(),
        };
        let source = |twin: SourceTwin| DocumentSource {
            format: twin.format,
            file: twin.file,
            raw: twin.raw.map(|raw| raw.0),
        };
        Document {
            id: DocumentId::new(self.id),
            text,
            line_ends: LineEnds { crlf, cr, lf },
            media_type: self.media_type,
            metadata: Metadata {
                title: self.title,
                outlet: self.outlet,
                byline: self.byline,
                url: self.url,
                language: self.language,
                language_guessed: self.language_guessed,
                published: self.published,
                retrieved: self.retrieved,
                license: self.license,
                split: self.split,
                other: taken(self.metadata),
            },
            status: self.status.into(),
            labels: self.labels.into_iter().map(label).collect(),
            source: self.source.map(source),
        }
    }
}

/// A document's metadata alone, as an op carries it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::wire) struct MetadataTwin {
    #[serde(default)]
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    outlet: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    byline: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    url: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    language: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    published: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    retrieved: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    license: String,
    #[serde(default, skip_serializing_if = "is_false")]
    language_guessed: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    split: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    metadata: BTreeMap<String, Raw>,
}

impl From<&Metadata> for MetadataTwin {
    fn from(m: &Metadata) -> Self {
        Self {
            title: m.title.clone(),
            outlet: m.outlet.clone(),
            byline: m.byline.clone(),
            url: m.url.clone(),
            language: m.language.clone(),
            published: m.published.clone(),
            retrieved: m.retrieved.clone(),
            license: m.license.clone(),
            language_guessed: m.language_guessed,
            split: m.split.clone(),
            metadata: carried(&m.other),
        }
    }
}

impl From<MetadataTwin> for Metadata {
    fn from(twin: MetadataTwin) -> Self {
        Self {
            title: twin.title,
            outlet: twin.outlet,
            byline: twin.byline,
            url: twin.url,
            language: twin.language,
            language_guessed: twin.language_guessed,
            published: twin.published,
            retrieved: twin.retrieved,
            license: twin.license,
            split: twin.split,
            other: taken(twin.metadata),
        }
    }
}
