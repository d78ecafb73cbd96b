//! Ops that happen together or not at all.

use super::{Conflict, Op};
use crate::model::{Document, DocumentId, PersonId, Project, Timestamp};
use crate::sorted::Map;
use std::fmt;
use std::rc::Rc;

/// One copy of Postil in one browser: a short random string, drawn by the shell, never taken from a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Actor(pub Rc<str>);

/// Unique without randomness in the core: who, and that actor's how manieth.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransactionId {
    /// Whose.
    pub actor: Actor,
    /// From 1, without gaps in one actor's journal of one project.
    pub counter: u64,
}

impl fmt::Display for TransactionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.actor.0, self.counter)
    }
}

/// What a person would say was done; shown by undo, redo and the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Documents were added.
    AddDocuments,
    /// Documents were removed.
    RemoveDocuments,
    /// A document's metadata was edited.
    EditDocument,
    /// Documents were split into those to train with and those to judge by.
    Split,
    /// A document got a corrected text.
    CorrectText,
    /// The status of documents was set.
    SetStatus,
    /// Text was marked.
    Mark,
    /// Annotations were deleted.
    Delete,
    /// Annotations got another label.
    Relabel,
    /// The ends of an annotation moved, or it got or lost a fragment.
    Reshape,
    /// An attribute changed.
    SetAttribute,
    /// A note changed.
    Note,
    /// Unsure was set or taken off.
    Unsure,
    /// Suggestions were accepted.
    Accept,
    /// Suggestions were refused.
    Refuse,
    /// A person's name was set.
    NamePerson,
    /// The project was renamed.
    RenameProject,
    /// The schema changed.
    EditSchema,
    /// The guidelines changed.
    EditGuidelines,
    /// Mentions were linked to an entity, or no longer, or to none.
    LinkEntity,
    /// An entity came in or was edited.
    EditEntity,
    /// Entities became one.
    MergeEntities,
    /// Mentions of an entity became another one's.
    SplitEntity,
    /// Entities were deleted.
    DeleteEntities,
    /// Statements were linked to a claim, or no longer.
    LinkClaim,
    /// A claim came in or was edited.
    EditClaim,
    /// A claim was deleted.
    DeleteClaim,
    /// A claim is held against another statement.
    ChooseReference,
    /// Rows or columns of the matrix were moved.
    ArrangeMatrix,
    /// Records were related.
    Relate,
    /// A relation was changed: its direction, its ends.
    EditRelation,
    /// A relation was deleted.
    DeleteRelation,
    /// An earlier state came back.
    GoBack,
}

/// Ops that happen together or not at all, with who did them and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// Its identity.
    pub id: TransactionId,
    /// Which person acted.
    pub person: PersonId,
    /// When.
    pub time: Timestamp,
    /// What was done.
    pub act: Act,
    /// The transaction that this one takes back: a redo takes back an undo.
    pub undoes: Option<TransactionId>,
    /// The changes, in order.
    pub ops: Vec<Op>,
}

impl Transaction {
    /// Applies every op, or none and says why.
    pub fn apply(&self, project: &mut Project) -> Result<(), Conflict> {
        for (done, op) in self.ops.iter().enumerate() {
            if let Err(conflict) = op.apply(project) {
                for op in self.ops[..done].iter().rev() {
                    op.invert().apply(project).expect("what was just applied can be taken back");
                }
                return Err(conflict);
            }
        }
        Ok(())
    }

    /// The documents that got another text.
    pub fn corrected(&self) -> impl Iterator<Item = &Rc<Document>> {
        let mut before: Map<&DocumentId, &Rc<Document>> = Map::new();
        self.ops.iter().filter_map(move |op| match op {
            Op::RemoveDocument(document) => {
                before.insert(&document.id, document);
                None
            }
            Op::AddDocument(document) => {
                before.remove(&document.id).filter(|before| before.text != document.text).map(|_| document)
            }
            _ => None,
        })
    }

    /// The ops that take it back, in order.
    pub fn inverse(&self) -> Vec<Op> {
        self.ops.iter().rev().map(Op::invert).collect()
    }
}
