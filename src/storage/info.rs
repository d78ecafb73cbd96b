//! What is known of a project without opening it.

use crate::edit::{Op, ProjectField, Transaction};
use crate::model::{Project, ProjectId, Timestamp};
use crate::wire::json::{Field, Json, Seen, record, to_string};

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
    /// Counters up to this one were given to acts that are forgotten.
    pub spent: u64,
    /// Which states of it are kept, sealed; empty where that is not known.
    pub states: String,
}

record! {
    struct Wire {
        must "format" format: u32,
        must "id" id: String,
        must "name" name: String,
        must "documents" documents: u64,
        must "annotations" annotations: u64,
        must "created" created: i64,
        must "modified" modified: i64,
        must "opened" opened: i64,
        show "spent" spent: u64,
        show "states" states: String,
    }
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
        let of_each = project.documents().filter_map(|document| project.annotations(&document.id));
        let annotations: usize = of_each.map(|all| all.len()).sum();
        Self {
            id: project.id.clone(),
            name: project.name.clone(),
            documents: project.documents().len() as u64,
            annotations: annotations as u64,
            created: project.created,
            modified: project.modified,
            opened,
            spent: 0,
            states: String::new(),
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
            spent: self.spent,
            states: self.states.clone(),
        };
        to_string(&wire).into_bytes()
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, InfoError> {
        record! {
            struct Version {
                must "format" format: u32,
            }
        }
        let text = str::from_utf8(bytes).map_err(|_| InfoError::Unreadable)?;
        let json = Json::new(text).map_err(|_| InfoError::Unreadable)?;
        let mut seen = Seen::default();
        let version = Version::read(json, &mut seen).map_err(|_| InfoError::Unreadable)?;
        if version.format > FORMAT {
            return Err(InfoError::Newer);
        }
        let wire = Wire::read(json, &mut seen).map_err(|_| InfoError::Unreadable)?;
        Ok(Self {
            id: ProjectId::new(wire.id),
            name: wire.name,
            documents: wire.documents,
            annotations: wire.annotations,
            created: Timestamp(wire.created),
            modified: Timestamp(wire.modified),
            opened: Timestamp(wire.opened),
            spent: wire.spent,
            states: wire.states,
        })
    }
}
