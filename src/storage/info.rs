//! What is known of a project without opening it.

use crate::edit::{Op, ProjectField, Transaction};
use crate::model::{Project, ProjectId, Timestamp};
use serde::{Deserialize, Serialize};

/// The version of everything that storage writes.
const FORMAT: u32 = 1;

/// What is known of a project without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// Its identity.
    pub id: ProjectId,
    /// Its name.
    pub name: String,
    /// How many documents it has.
    pub documents: u64,
    /// How many annotations it has.
    pub annotations: u64,
    /// When it was begun.
    pub created: Timestamp,
    /// When the last act happened.
    pub modified: Timestamp,
    /// When it was last opened here.
    pub opened: Timestamp,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    format: u32,
    id: String,
    name: String,
    documents: u64,
    annotations: u64,
    created: i64,
    modified: i64,
    opened: i64,
}

/// Why the info of a project could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InfoError {
    Newer,
    Unreadable,
}

impl Info {
    /// Of a project, opened now.
    pub fn of(project: &Project, opened: Timestamp) -> Self {
        Self {
            id: project.id.clone(),
            name: project.name.clone(),
            documents: project.documents().len() as u64,
            annotations: project.all_annotations().count() as u64,
            created: project.created,
            modified: project.modified,
            opened,
        }
    }

    /// Follows a transaction that was applied.
    pub(super) fn follow(&mut self, transaction: &Transaction) {
        self.modified = transaction.time;
        for op in &transaction.ops {
            match op {
                Op::AddDocument(_) => self.documents += 1,
                Op::RemoveDocument(_) => self.documents = self.documents.saturating_sub(1),
                Op::AddAnnotation(_) => self.annotations += 1,
                Op::RemoveAnnotation(_) => self.annotations = self.annotations.saturating_sub(1),
                Op::SetProject { to: ProjectField::Name(name), .. } => self.name.clone_from(name),
                _ => {}
            }
        }
    }

    pub(super) fn write(&self) -> Vec<u8> {
        let wire = Wire {
            format: FORMAT,
            id: self.id.as_str().to_owned(),
            name: self.name.clone(),
            documents: self.documents,
            annotations: self.annotations,
            created: self.created.0,
            modified: self.modified.0,
            opened: self.opened.0,
        };
        serde_json::to_vec(&wire).expect("strings and numbers have a JSON form")
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, InfoError> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let version: Version = serde_json::from_slice(bytes).map_err(|_| InfoError::Unreadable)?;
        if version.format > FORMAT {
            return Err(InfoError::Newer);
        }
        let wire: Wire = serde_json::from_slice(bytes).map_err(|_| InfoError::Unreadable)?;
        Ok(Self {
            id: ProjectId::new(wire.id),
            name: wire.name,
            documents: wire.documents,
            annotations: wire.annotations,
            created: Timestamp(wire.created),
            modified: Timestamp(wire.modified),
            opened: Timestamp(wire.opened),
        })
    }
}
