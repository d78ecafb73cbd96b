//! spaCy: its `Doc` as JSON (`.jsonl`, `.json`), and many of them in a DocBin (`.spacy`), which it trains from.
//!
//! As spaCy 3 writes and reads them: `Doc.to_json` and `Doc.from_json` (<https://spacy.io/api/doc#to_json>), and
//! <https://spacy.io/api/docbin>. Offsets count code points, the end is exclusive.
//!
//! | what | where it stands |
//! | --- | --- |
//! | tokens | those of [`tokens`](crate::text::tokens), cut where an annotation begins or ends inside them; white space other than one blank is a token, so that the text is rebuilt |
//! | annotations | all of them in the span group `sc`, which the span categoriser takes; those of entities in `ents`, too, the outermost alone, since they may not overlap |
//! | what they refer to | `kb_id`: the id of the entity in Wikidata, or `geonames:1642911`, or its id in the project; that of a claim; `NIL` |
//! | labels of articles | `cats`, 1.0 or 0.0 for each label that any article has |
//! | what is known of articles | `meta` in JSON, which spaCy passes over: under `_` it would refuse names that the program has not made known; `doc.user_data["title"]` in a DocBin |
//! | attributes, notes, `unsure` | `span_attributes` in JSON, in the form of `underscore_span`; in a DocBin `span._.note` once the program has called `Span.set_extension("note", default=None)` |
//!
//! A DocBin is zlib over MessagePack: `tokens` is a matrix of 64 bits with a row for each token (ORTH, ENT_IOB, ENT_TYPE,
//! SENT_START, ENT_KB_ID), in which a string is a number (see `hash`); `strings` has the strings themselves.
//!
//! Lost: the gaps of annotations of several fragments, relations, who made what, the registries. Of two annotations in
//! one place the second has no note, attributes and doubt where the first has them.
//!
//! ```json
//! {"text":"Marzouk tiba.","ents":[{"start":0,"end":7,"label":"Person"}],"sents":[{"start":0,"end":13}],
//!  "tokens":[{"id":0,"start":0,"end":7},{"id":1,"start":8,"end":12},{"id":2,"start":12,"end":13}],
//!  "spans":{"sc":[{"start":0,"end":7,"label":"Person","kb_id":"Q42"}]},"meta":{"id":"a-1","title":"Delegasi"}}
//! ```

mod doc;
mod docbin;
mod hash;
mod json;
mod msgpack;
mod read;
mod read_docbin;
mod unpack;

use super::parts::FILES;
use super::write::Writer;
use super::{Options, Output, Reason, file_name};
use crate::model::{LabelId, Project};
use crate::sorted::Set;
use doc::Doc;
use docbin::DocBin;

pub(super) use read::SpacyReader;
pub(super) use read_docbin::DocBinReader;

/// Writes `Doc`s as JSON.
pub(super) struct SpacyJson;

impl Writer for SpacyJson {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        // A file of one article is JSON as it is.
        let ending = if options.is(FILES, "each") { "json" } else { options.format.endings[0] };
        out.file(&file_name(&project.name, ending));
        docs(project, out, &mut |doc, out| out.write(json::line(doc).as_bytes()));
    }
}

/// Writes DocBins.
pub(super) struct SpacyDocBin;

impl Writer for SpacyDocBin {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        let mut bin = DocBin::default();
        docs(project, out, &mut |doc, _| bin.add(doc));
        out.file(&file_name(&project.name, options.format.endings[0]));
        out.write(&bin.bytes());
    }
}

/// Makes a `Doc` of each article, and counts what no `Doc` holds.
fn docs(project: &Project, out: &mut dyn Output, take: &mut dyn FnMut(&Doc<'_>, &mut dyn Output)) {
    let labels = project.documents().flat_map(|document| document.labels.iter().map(|own| own.label.clone()));
    let cats: Set<LabelId> = labels.collect();
    let all = project.documents().len();
    for (n, document) in project.documents().enumerate() {
        let doc = Doc::new(project, document, &cats, out);
        take(&doc, out);
        out.done(n + 1, all);
    }
    out.lost(Reason::Relations, project.relations.len());
    out.lost(Reason::Entities, project.entities.len());
    out.lost(Reason::Claims, project.claims.len());
}
