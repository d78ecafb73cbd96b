//! How columns are called, by Postil and by others.
//!
//! A row of names per meaning, whatever its length: `rustfmt` would give each name a line.

use super::columns::Role;

/// Names of a meaning, each in small letters and figures alone.
pub(super) type Names = (Role, &'static [&'static str]);

/// Of tables of spans.
#[rustfmt::skip]
pub(super) const SPANS: &[Names] = &[
    (Role::Start, &["start", "begin", "startoffset", "offsetstart", "beginoffset", "offsetbegin", "startchar", "charstart", "startpos", "startposition", "startindex", "startidx", "startcharidx", "spanstart", "mentionstart", "beg", "beginning", "offset", "from"]),
    (Role::End, &["end", "stop", "endoffset", "offsetend", "stopoffset", "endchar", "charend", "endpos", "endposition", "endindex", "endidx", "endcharidx", "spanend", "mentionend", "finish", "to"]),
    (Role::Length, &["length", "len"]),
    (Role::Document, &["docid", "documentid", "articleid", "textid", "filename", "file", "doc", "document", "article", "docname", "documentname", "filepath", "sourcefile", "noteid", "exampleid"]),
    (Role::Label, &["label", "type", "entitytype", "category", "tag", "nertag", "ner", "entitylabel", "spantype", "mentiontype", "annotationtype", "class", "code", "labels"]),
    (Role::Quote, &["quote", "coveredtext", "annotatedtext", "spantext", "mentiontext", "mention", "surface", "surfaceform", "exact", "span", "entitytext", "entityname", "phrase", "segment", "term", "match", "string", "entity", "value"]),
    (Role::Text, &["context", "fulltext", "documenttext", "articletext", "doctext", "sentence", "paragraph", "content", "body"]),
    (Role::Id, &["annid", "annotationid", "spanid", "mentionid", "markid"]),
    (Role::Kind, &["layer", "kind"]),
    (Role::Fragment, &["fragment"]),
    (Role::Fragments, &["nfragments"]),
    (Role::Entity, &["entityid", "clusterid", "corefid"]),
    (Role::Claim, &["claimid"]),
    (Role::Base, &["kbid", "link", "wikidata", "wikidataid", "qid", "kb", "identifier", "conceptid", "cui", "uri", "iri", "normalization"]),
    (Role::Status, &["status"]),
    (Role::Unsure, &["unsure", "uncertain"]),
    (Role::Note, &["note", "notes", "comment", "comments"]),
    (Role::By, &["annotator", "coder", "annotatedby", "createdby", "annotatorid", "user", "username"]),
    (Role::Created, &["created", "createdat", "timestamp"]),
    (Role::Score, &["score", "confidence", "probability"]),
    (Role::Unit, &["offsetunit"]),
];

/// Of tables of articles; in a table of spans they are fields of the article where its text stands there, too.
#[rustfmt::skip]
pub(super) const FIELDS: &[Names] = &[
    (Role::Field("title"), &["title", "headline", "judul"]),
    (Role::Field("outlet"), &["outlet", "publisher", "newspaper", "media"]),
    (Role::Field("author"), &["author", "authors", "byline", "writer"]),
    (Role::Field("url"), &["url", "permalink"]),
    (Role::Field("language"), &["language", "lang"]),
    (Role::Field("published"), &["published", "publishedat", "publicationdate", "datepublished", "pubdate", "date", "tanggal"]),
    (Role::Field("retrieved"), &["retrieved", "retrievedat", "accessed"]),
    (Role::Field("license"), &["license", "licence"]),
    (Role::Field("split"), &["split"]),
    (Role::Field("status"), &["status"]),
    (Role::Field("metadata"), &["metadata"]),
];
#[rustfmt::skip]
pub(super) const DOCUMENTS: &[Names] = &[
    (Role::Text, &["text", "fulltext", "articletext", "documenttext", "content", "body", "article", "document", "isi", "teks"]),
    (Role::Document, &["docid", "documentid", "articleid", "textid", "id", "filename", "file", "uid", "doc", "name"]),
    (Role::Label, &["labels", "label", "category", "categories", "class"]),
];

/// Of tables of relations, each end in a row of its own.
#[rustfmt::skip]
pub(super) const ENDS: &[Names] = &[
    (Role::Id, &["relid", "relationid"]),
    (Role::Label, &["type", "label", "relation"]),
    (Role::Part, &["role"]),
    (Role::Target, &["target"]),
    (Role::TargetKind, &["targetkind"]),
    (Role::Home, &["docid"]),
    (Role::Symmetric, &["symmetric"]),
    (Role::Trigger, &["trigger"]),
];
/// Of tables of relations, each in a row.
#[rustfmt::skip]
pub(super) const PAIRS: &[Names] = &[
    (Role::Source, &["fromid", "sourceid", "headid", "subjectid", "arg1", "from", "source", "head", "subject"]),
    (Role::Target, &["toid", "targetid", "tailid", "objectid", "arg2", "to", "target", "tail", "object"]),
    (Role::Label, &["type", "label", "relation", "relationtype", "predicate"]),
    (Role::Home, &["docid", "documentid", "doc", "document", "file", "filename"]),
    (Role::Id, &["relid", "relationid", "id"]),
];
