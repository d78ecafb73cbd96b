//! A transaction as one line of the journal.
//!
//! A JSON object without line breaks: `v` (the version), `id` and `undoes` ([actor, counter]), `act`, `time`,
//! `person`, `ops`. Offsets count code points. A document stands here without its text, which is known by its
//! SHA-256; fragments stand with a fingerprint of their quotes.

use super::json::{self, Field, Json, Seen};
use super::line::{FieldTwin, Line, OpTwin, Ops, Version};
use super::twin::{AnnotationTwin, Bad, DocumentTwin, Quotes, fragments_from, fragments_of};
use super::{VERSION, WireError};
use crate::edit::{Act, Actor, AnnotationField, Op, Transaction, TransactionId};
use crate::model::{Annotation, AnnotationId, Document, DocumentId, Reference, Timestamp};
use crate::sorted::Map;
use crate::text::{Sha256, Text};
use crate::words::wire as said;
use std::rc::Rc;

/// Finds the text of a document of the project.
pub type TextOf<'a> = &'a dyn Fn(&DocumentId) -> Option<Text>;

/// Finds a text by its fingerprint.
pub type ByFingerprint<'a> = &'a dyn Fn(&Sha256) -> Option<Text>;

/// What a list of the history shows of a transaction that stays packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Its identity.
    pub id: TransactionId,
    /// What was done.
    pub act: Act,
    /// When.
    pub time: Timestamp,
    /// What it takes back.
    pub undoes: Option<TransactionId>,
}

/// Which text each document has while the ops of one transaction go by.
struct Known<'a> {
    own: Map<DocumentId, Text>,
    text_of: TextOf<'a>,
}

impl<'a> Known<'a> {
    /// A document that is first removed has the text until then; one that is first added has none before.
    fn new(documents: impl Iterator<Item = (DocumentId, Text, bool)>, text_of: TextOf<'a>) -> Self {
        let mut own = Map::new();
        let mut added = Vec::new();
        for (id, text, adds) in documents {
            if adds {
                added.push(id);
            } else if !added.contains(&id) && own.get(&id).is_none() {
                own.insert(id, text);
            }
        }
        Self { own, text_of }
    }

    fn get(&self, id: &DocumentId) -> Result<Text, WireError> {
        let text = self.own.get(id).cloned().or_else(|| (self.text_of)(id));
        text.ok_or_else(|| WireError::NoText { of: format!("document {id}") })
    }
}

/// Writes a transaction as one line, without a line break.
///
/// `text_of` gives the texts of the project's documents, before or after the transaction; those that the transaction
/// itself adds or removes need not be there. Fails where a text is missing or fragments lie outside it.
pub fn encode(transaction: &Transaction, text_of: TextOf<'_>) -> Result<String, WireError> {
    let mut line = Encoding::begin(transaction, text_of);
    line.go_on(transaction, usize::MAX)?;
    Ok(line.take())
}

/// The line of a transaction, as far as it is written: a long one is written in slices.
pub struct Encoding {
    out: String,
    /// How many ops are written.
    written: usize,
    known: Known<'static>,
}

impl Encoding {
    /// Begins one. `text_of` is asked now, so the project may change before the line is written.
    pub fn begin(transaction: &Transaction, text_of: TextOf<'_>) -> Self {
        let documents = transaction.ops.iter().filter_map(|op| match op {
            Op::AddDocument(document) => Some((document.id.clone(), document.text.clone(), true)),
            Op::RemoveDocument(document) => Some((document.id.clone(), document.text.clone(), false)),
            _ => None,
        });
        let mut known = Known::new(documents, &|_| None);
        let mut last = None;
        for id in transaction.ops.iter().filter_map(Op::document) {
            // Ops of one document stand together, most of them.
            if last.replace(id) != Some(id)
                && known.own.get(id).is_none()
                && let Some(text) = text_of(id)
            {
                known.own.insert(id.clone(), text);
            }
        }
        let line = Line {
            v: VERSION,
            id: close_id(&transaction.id),
            act: transaction.act,
            time: transaction.time,
            person: transaction.person.clone(),
            undoes: transaction.undoes.as_ref().map(close_id),
        };
        let mut out = json::to_string(&line);
        // The ops are its last key.
        out.pop();
        json::key(&mut out, "ops");
        out.push('[');
        Self { out, written: 0, known }
    }

    /// Writes about so many bytes more of the transaction that it was begun with; true when the line is whole. Fails as
    /// [`encode`] does.
    pub fn go_on(&mut self, transaction: &Transaction, bytes: usize) -> Result<bool, WireError> {
        let enough = self.out.len().saturating_add(bytes);
        for op in &transaction.ops[self.written..] {
            if self.out.len() >= enough {
                return Ok(false);
            }
            if self.written > 0 {
                self.out.push(',');
            }
            close(op, &mut self.known)?.write(&mut self.out);
            self.written += 1;
        }
        self.out.push_str("]}");
        Ok(true)
    }

    /// What is written is taken out: the line, once it is whole.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.out)
    }
}

/// Reads a line of the journal.
pub fn decode(
    line: &str,
    text_of: TextOf<'_>,
    by_fingerprint: ByFingerprint<'_>,
) -> Result<Transaction, WireError> {
    let Ops { ops: twins } = parse_line(line)?;
    let line: Line = parse_line(line)?;
    let mut documents = Vec::new();
    for op in &twins {
        if let OpTwin::AddDocument(twin) | OpTwin::RemoveDocument(twin) = op {
            let text = Sha256::from_hex(&twin.sha256).and_then(|sha256| by_fingerprint(&sha256));
            let text =
                text.ok_or_else(|| WireError::NoText { of: format!("fingerprint {}", twin.sha256) })?;
            documents.push((twin.id.clone(), text, matches!(op, OpTwin::AddDocument(_))));
        }
    }
    let mut texts = documents.clone().into_iter().map(|(_, text, _)| text);
    let mut known = Known::new(documents.into_iter(), text_of);
    let mut ops = Vec::with_capacity(twins.len());
    for (n, twin) in twins.into_iter().enumerate() {
        ops.push(open(twin, &mut known, &mut texts, n)?);
    }
    Ok(Transaction {
        id: open_id(line.id),
        person: line.person,
        time: line.time,
        act: line.act,
        undoes: line.undoes.map(open_id),
        ops,
    })
}

/// Reads what a list of the history needs; the ops are skipped, not looked at.
pub fn header(line: &str) -> Result<Header, WireError> {
    let line: Line = parse_line(line)?;
    Ok(Header { id: open_id(line.id), act: line.act, time: line.time, undoes: line.undoes.map(open_id) })
}

fn parse_line<T: Field>(line: &str) -> Result<T, WireError> {
    let json = Json::new(line).map_err(|fault| WireError::from_json(&fault, line))?;
    let mut seen = Seen::default();
    T::read(json, &mut seen).map_err(|fault| match Version::read(json, &mut Seen::default()) {
        Ok(Version { v }) if v > u64::from(VERSION) => WireError::Newer { version: v },
        _ => {
            let (line, column) = fault.place(line);
            WireError::NotJson { line, column, why: seen.place(&fault) }
        }
    })
}

fn close_id(id: &TransactionId) -> (String, u64) {
    (id.actor.0.to_string(), id.counter)
}

fn open_id((actor, counter): (String, u64)) -> TransactionId {
    TransactionId { actor: Actor(actor.into()), counter }
}

fn close(op: &Op, known: &mut Known<'_>) -> Result<OpTwin, WireError> {
    let annotation = |annotation: &Annotation, known: &Known<'_>| {
        let text = known.get(&annotation.document)?;
        let twin = AnnotationTwin::new(annotation, &text, Quotes::Without);
        twin.map(Box::new).ok_or_else(|| outside(&annotation.id))
    };
    Ok(match op.clone() {
        Op::AddDocument(document) => {
            known.own.insert(document.id.clone(), document.text.clone());
            OpTwin::AddDocument(Box::new(DocumentTwin::new(&document, false)))
        }
        Op::RemoveDocument(document) => OpTwin::RemoveDocument(Box::new(DocumentTwin::new(&document, false))),
        Op::AddAnnotation(a) => OpTwin::AddAnnotation(annotation(&a, known)?),
        Op::RemoveAnnotation(a) => OpTwin::RemoveAnnotation(annotation(&a, known)?),
        Op::SetAnnotation { document, id, from, to } => {
            let field = |field| close_field(field, &document, &id, known);
            let (from, to) = (field(from)?, field(to)?);
            OpTwin::SetAnnotation { document, id, from, to }
        }
        op => OpTwin::Other(op),
    })
}

fn outside(id: &AnnotationId) -> WireError {
    WireError::Record { path: format!("annotation {id}"), why: said::fragments_outside().to_owned() }
}

fn close_field(
    field: AnnotationField,
    document: &DocumentId,
    id: &AnnotationId,
    known: &Known<'_>,
) -> Result<FieldTwin, WireError> {
    let AnnotationField::Fragments(fragments) = field else { return Ok(FieldTwin::Other(field)) };
    let twins = fragments_of(&fragments, &known.get(document)?, Quotes::Without);
    twins.map(FieldTwin::Fragments).ok_or_else(|| outside(id))
}

fn bad(path: String) -> impl Fn(Bad) -> WireError {
    move |bad| WireError::Record {
        path: format!("{path}{}", bad.at),
        why: said::found_expected(&bad.found, &bad.expected),
    }
}

/// An id without a kind does not stand in the journal.
fn no_kind(id: String) -> Result<Reference, Bad> {
    Err(Bad { at: String::new(), found: said::id_alone(&id), expected: said::what_it_names().to_owned() })
}

fn open(
    twin: OpTwin,
    known: &mut Known<'_>,
    texts: &mut impl Iterator<Item = Text>,
    n: usize,
) -> Result<Op, WireError> {
    let mut document = |twin: DocumentTwin| -> Result<Rc<Document>, WireError> {
        let text = texts.next().ok_or_else(|| WireError::NoText { of: format!("document {}", twin.id) })?;
        Ok(Rc::new(twin.open(text)))
    };
    let annotation = |twin: AnnotationTwin, known: &Known<'_>| {
        let text = known.get(&twin.document)?;
        let path = format!("ops[{n}], annotation {}", twin.id);
        twin.open(&text, no_kind).map(Rc::new).map_err(bad(path))
    };
    Ok(match twin {
        OpTwin::AddDocument(twin) => {
            let document = document(*twin)?;
            known.own.insert(document.id.clone(), document.text.clone());
            Op::AddDocument(document)
        }
        OpTwin::RemoveDocument(twin) => Op::RemoveDocument(document(*twin)?),
        OpTwin::AddAnnotation(twin) => Op::AddAnnotation(annotation(*twin, known)?),
        OpTwin::RemoveAnnotation(twin) => Op::RemoveAnnotation(annotation(*twin, known)?),
        OpTwin::SetAnnotation { document, id, from, to } => {
            let field = |twin| match twin {
                FieldTwin::Other(field) => Ok(field),
                FieldTwin::Fragments(twins) => {
                    let fragments = fragments_from(twins, &known.get(&document)?);
                    fragments
                        .map(AnnotationField::Fragments)
                        .map_err(bad(format!("ops[{n}], annotation {id}")))
                }
            };
            let (from, to) = (field(from)?, field(to)?);
            Op::SetAnnotation { document, id, from, to }
        }
        OpTwin::Other(op) => op,
    })
}
