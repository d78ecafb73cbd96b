//! From what to what a transaction set a label, a value, a note, a status or the schema, in words.

mod schema;

use super::{Session, status_name, value_text};
use crate::edit::{Act, AnnotationField, DocumentField, Op, ProjectField, Transaction};
use crate::model::{Annotation, AttributeType, AttributeValue, EntityId};
use crate::words::{history as said, read};

/// A note is cut after this many characters.
const NOTE: usize = 60;

/// `Stance: denies → reports`, where it is one for all annotations or articles; the old one only where all had the same.
/// What was changed of the schema, and which records are related how.
pub(super) fn change(session: &Session, transaction: &Transaction) -> Option<String> {
    match transaction.act {
        Act::EditSchema => {
            return transaction.ops.iter().find_map(|op| match op {
                Op::SetProject { from: ProjectField::Schema(from), to: ProjectField::Schema(to) } => {
                    schema::change(from, to)
                }
                _ => None,
            });
        }
        Act::Relate | Act::EditRelation | Act::DeleteRelation => {
            return transaction.ops.iter().find_map(|op| match op {
                Op::SetRelation { from, to } => Some(session.relation_words(to.as_ref().or(from.as_ref())?)),
                _ => None,
            });
        }
        Act::SetAttribute | Act::Relabel | Act::Note | Act::SetStatus => {}
        _ => return None,
    }
    let status = |status| (said::status().to_owned(), status_name(status).to_owned());
    let field = |op: &Op| match op {
        Op::SetAnnotation { document, id, from, to } => {
            let of = session.project.annotation(document, id);
            let of = of.map(|of| &**of);
            set(session, of, from).zip(set(session, of, to))
        }
        Op::SetDocument { from: DocumentField::Status(from), to: DocumentField::Status(to), .. } => {
            Some((status(*from), status(*to)))
        }
        _ => None,
    };
    let mut set = transaction.ops.iter().filter_map(field);
    let ((name, from), (_, to)) = set.next()?;
    let mut from = Some(from);
    for ((other, before), (_, after)) in set {
        if other != name || after != to {
            return None;
        }
        from = from.filter(|from| *from == before);
    }
    let from = from.filter(|from| !from.is_empty()).map_or_else(String::new, |from| format!("{from} "));
    let to = if to.is_empty() { said::no_value() } else { &to };
    Some(format!("{name}: {from}→ {to}"))
}

/// What is set, and to what.
fn set(session: &Session, of: Option<&Annotation>, field: &AnnotationField) -> Option<(String, String)> {
    let schema = &session.project.schema;
    Some(match field {
        AnnotationField::Label(id) => {
            let name = schema.label(id).map_or_else(|| id.to_string(), |label| label.name.clone());
            (read::label().to_owned(), name)
        }
        AnnotationField::Note(note) => {
            let end = note.char_indices().nth(NOTE).map_or(note.len(), |(end, _)| end);
            let more = if end < note.len() { "…" } else { "" };
            (read::note().to_owned(), format!("{}{more}", note[..end].replace('\n', " ")))
        }
        AnnotationField::Attribute(id, value) => {
            let attribute = session.attribute(id);
            let shown = match (attribute.as_ref().map(|attribute| attribute.kind), value) {
                (_, Some(AttributeValue::Flag(flag))) => {
                    if *flag { read::yes() } else { read::no() }.to_owned()
                }
                (Some(AttributeType::Entity), Some(AttributeValue::Text(id))) => {
                    let entity = session.project.entities.get(&EntityId::new(id.as_str()));
                    entity.map_or_else(|| id.clone(), |entity| entity.name.clone())
                }
                // An id says nothing to anybody.
                (Some(AttributeType::Annotation), Some(_)) if of.is_none() => read::annotation().to_owned(),
                (_, Some(value)) => match of {
                    Some(of) => session.value_words(of, id, value),
                    None => value_text(Some(value)),
                },
                (_, None) => String::new(),
            };
            (attribute.map_or_else(|| id.to_string(), |attribute| attribute.name.clone()), shown)
        }
        _ => return None,
    })
}
