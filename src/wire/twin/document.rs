//! Documents.

use crate::model::{Document, DocumentId, DocumentLabel, DocumentSource, DocumentStatus, Metadata, RawJson};
use crate::sorted::Map;
use crate::text::{Lengths, LineEnds, Text};
use crate::wire::json::{record, words};

words! { DocumentStatus { New = "new", InWork = "in-work", Done = "done", Checked = "checked" } }

record! {
    Lengths { must "codepoints" code_points, must "utf16" utf16, must "utf8" utf8 }
}
record! {
    LineEnds { show "crlf" crlf, show "cr" cr, show "lf" lf }
}
record! {
    DocumentLabel { must "label" label, must "origin" origin }
}
record! {
    DocumentSource { may "format" format, may "file" file, may "raw" raw }
}
record! {
    /// A document, whose text may stand elsewhere.
    pub(in crate::wire) struct DocumentTwin {
        must "id" pub(in crate::wire) id: DocumentId,
        may "order" order: Option<u32>,
        show "title" title: String,
        may "text" pub(in crate::wire) text: Option<String>,
        may "sha256" pub(in crate::wire) sha256: String,
        may "length" pub(in crate::wire) length: Option<Lengths>,
        may "outlet" outlet: String,
        may "byline" byline: Vec<String>,
        may "url" url: String,
        may "language" language: String,
        may "published" published: String,
        may "retrieved" retrieved: String,
        may "license" license: String,
        may "mediaType" media_type: String,
        may "lineEnds" line_ends: Option<LineEnds>,
        may "languageGuessed" language_guessed: bool,
        show "status" status: DocumentStatus,
        may "split" split: String,
        may "labels" pub(in crate::wire) labels: Vec<DocumentLabel>,
        may "metadata" other: Map<String, RawJson>,
        may "source" source: Option<DocumentSource>,
    }
}

impl DocumentTwin {
    /// The file form of a document, with its text or without.
    pub(in crate::wire) fn new(document: &Document, with_text: bool) -> Self {
        let m = document.metadata.clone();
        Self {
            id: document.id.clone(),
            order: Some(document.order).filter(|order| *order > 0),
            title: m.title,
            text: with_text.then(|| document.text.as_str().to_owned()),
            sha256: document.text.sha256().to_string(),
            length: Some(document.text.lengths()),
            outlet: m.outlet,
            byline: m.byline,
            url: m.url,
            language: m.language,
            published: m.published,
            retrieved: m.retrieved,
            license: m.license,
            media_type: document.media_type.clone(),
            line_ends: Some(document.line_ends).filter(|ends| *ends != LineEnds::default()),
            language_guessed: m.language_guessed,
            status: document.status,
            split: m.split,
            labels: document.labels.clone(),
            other: m.other,
            source: document.source.clone(),
        }
    }

    /// The document, with the text that was found for it.
    pub(in crate::wire) fn open(self, text: Text) -> Document {
        Document {
            id: self.id,
            order: self.order.unwrap_or_default(),
            text,
            line_ends: self.line_ends.unwrap_or_default(),
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
                other: self.other,
            },
            status: self.status,
            labels: self.labels,
            source: self.source,
        }
    }
}

record! {
    // A document's metadata alone, as an op carries it.
    Metadata {
        show "title" title,
        may "outlet" outlet,
        may "byline" byline,
        may "url" url,
        may "language" language,
        may "published" published,
        may "retrieved" retrieved,
        may "license" license,
        may "languageGuessed" language_guessed,
        may "split" split,
        may "metadata" other,
    }
}
