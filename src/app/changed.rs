//! From what to what a transaction set a label, a value or a note, in words.

use super::{Session, value_text};
use crate::edit::{Act, AnnotationField, Op, Transaction};
use crate::model::{AttributeType, AttributeValue, EntityId};
use crate::words::{history as said, read};

/// A note is cut after this many characters.
const NOTE: usize = 60;

/// `Stance: denies → reports`, where it is one for all annotations; the old one only where all had the same.
pub(super) fn change(session: &Session, transaction: &Transaction) -> Option<String> {
    if ![Act::SetAttribute, Act::Relabel, Act::Note].contains(&transaction.act) {
        return None;
    }
    let field = |op: &Op| match op {
        Op::SetAnnotation { from, to, .. } => set(session, from).zip(set(session, to)),
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
fn set(session: &Session, field: &AnnotationField) -> Option<(String, String)> {
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
            let attribute = schema.attribute(id);
            let shown = match (attribute.map(|attribute| attribute.kind), value) {
                (_, Some(AttributeValue::Flag(flag))) => {
                    if *flag { read::yes() } else { read::no() }.to_owned()
                }
                (Some(AttributeType::Entity), Some(AttributeValue::Text(id))) => {
                    let entity = session.project.entities.get(&EntityId::new(id.as_str()));
                    entity.map_or_else(|| id.clone(), |entity| entity.name.clone())
                }
                // An id says nothing to anybody.
                (Some(AttributeType::Annotation), Some(_)) => read::annotation().to_owned(),
                _ => value_text(value.as_ref()),
            };
            (attribute.map_or_else(|| id.to_string(), |attribute| attribute.name.clone()), shown)
        }
        _ => return None,
    })
}
