//! Documents.

use super::annotation::OriginTwin;
use super::words;
use crate::model::{
    Document, DocumentId, DocumentLabel, DocumentSource, DocumentStatus, LabelId, Metadata, RawJson,
};
use crate::sorted::Map;
use crate::text::{Lengths, LineEnds, Text};
use crate::wire::json::{Pairs, record};
use crate::wire::raw::Raw;

words! { DocumentStatus { New = "new", InWork = "in-work", Done = "done", Checked = "checked" } }

record! {
    #[derive(Clone, Copy, PartialEq, Eq)]
    pub(in crate::wire) struct LengthTwin {
        must "codepoints" codepoints: u32,
        must "utf16" utf16: u32,
        must "utf8" utf8: u32,
    }
}

/// The file form of a text's lengths.
pub(in crate::wire) fn lengths(lengths: Lengths) -> LengthTwin {
    LengthTwin { codepoints: lengths.code_points, utf16: lengths.utf16, utf8: lengths.utf8 }
}

record! {
    #[derive(Clone, Copy, Default, PartialEq, Eq)]
    struct LineEndsTwin {
        show "crlf" crlf: u32,
        show "cr" cr: u32,
        show "lf" lf: u32,
    }
}

record! {
    pub(in crate::wire) struct DocumentLabelTwin {
        must "label" pub(in crate::wire) label: String,
        must "origin" pub(in crate::wire) origin: OriginTwin,
    }
}

record! {
    struct SourceTwin {
        may "format" format: String,
        may "file" file: String,
        may "raw" raw: Option<Raw>,
    }
}

record! {
    pub(in crate::wire) struct DocumentTwin {
        must "id" pub(in crate::wire) id: String,
        show "title" title: String,
        may "text" pub(in crate::wire) text: Option<String>,
        may "sha256" pub(in crate::wire) sha256: String,
        may "length" pub(in crate::wire) length: Option<LengthTwin>,
        may "outlet" outlet: String,
        may "byline" byline: Vec<String>,
        may "url" url: String,
        may "language" language: String,
        may "published" published: String,
        may "retrieved" retrieved: String,
        may "license" license: String,
        may "mediaType" media_type: String,
        may "lineEnds" line_ends: Option<LineEndsTwin>,
        may "languageGuessed" language_guessed: bool,
        show "status" status: DocumentStatus,
        may "split" split: String,
        may "labels" pub(in crate::wire) labels: Vec<DocumentLabelTwin>,
        may "metadata" metadata: Pairs<Raw>,
        may "source" source: Option<SourceTwin>,
    }
}

fn carried(other: &Map<String, RawJson>) -> Pairs<Raw> {
    Pairs(other.iter().map(|(key, raw)| (key.clone(), Raw(raw.clone()))).collect())
}

fn taken(metadata: Pairs<Raw>) -> Map<String, RawJson> {
    let mut other = Map::new();
    for (key, raw) in metadata.0 {
        other.insert(key, raw.0);
    }
    other
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
            line_ends: (document.line_ends != LineEnds::default()).then_some(LineEndsTwin { crlf, cr, lf }),
            language_guessed: m.language_guessed,
            status: document.status,
            split: m.split.clone(),
            labels: document.labels.iter().map(label).collect(),
            metadata: carried(&m.other),
            source: document.source.as_ref().map(source),
        }
    }

    /// The document, with the text that was found for it.
    pub(in crate::wire) fn open(self, text: Text) -> Document {
        let LineEndsTwin { crlf, cr, lf } = self.line_ends.unwrap_or_default();
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
            status: self.status,
            labels: self.labels.into_iter().map(label).collect(),
            source: self.source.map(source),
        }
    }
}

record! {
    /// A document's metadata alone, as an op carries it.
    pub(in crate::wire) struct MetadataTwin {
        show "title" title: String,
        may "outlet" outlet: String,
        may "byline" byline: Vec<String>,
        may "url" url: String,
        may "language" language: String,
        may "published" published: String,
        may "retrieved" retrieved: String,
        may "license" license: String,
        may "languageGuessed" language_guessed: bool,
        may "split" split: String,
        may "metadata" metadata: Pairs<Raw>,
    }
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
