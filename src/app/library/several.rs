//! Editing the metadata of several documents at once: what differs stays as it is unless something is typed there.

use crate::model::{DocumentId, Metadata, Project, may_be_date};
use crate::sorted::Map;
use crate::words::library as words;

/// A field that can be set for several documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SeveralField {
    /// Who published them.
    Outlet,
    /// Their authors.
    Authors,
    /// Their language.
    Language,
    /// When they were published.
    Published,
    /// Under what licence.
    License,
    /// `train`, `dev`, `test` or a word of the person's.
    Split,
}

impl SeveralField {
    /// All, in the order of the dialog.
    pub const ALL: [Self; 6] =
        [Self::Outlet, Self::Authors, Self::Language, Self::Published, Self::License, Self::Split];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Outlet => words::outlet(),
            Self::Authors => words::authors(),
            Self::Language => words::language(),
            Self::Published => words::published(),
            Self::License => words::licence(),
            Self::Split => words::split(),
        }
    }

    /// What stands there.
    pub fn read(self, metadata: &Metadata) -> String {
        match self {
            Self::Outlet => metadata.outlet.clone(),
            Self::Authors => metadata.byline.join("; "),
            Self::Language => metadata.language.clone(),
            Self::Published => metadata.published.clone(),
            Self::License => metadata.license.clone(),
            Self::Split => metadata.split.clone(),
        }
    }

    fn write(self, metadata: &mut Metadata, text: &str) {
        let text = text.trim().to_owned();
        match self {
            Self::Outlet => metadata.outlet = text,
            Self::Authors => metadata.set_byline(&text),
            Self::Language => {
                metadata.language = text;
                metadata.language_guessed = false;
            }
            Self::Published => metadata.published = text,
            Self::License => metadata.license = text,
            Self::Split => metadata.split = text,
        }
    }
}

/// What is to be set for several documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Several {
    /// Which.
    pub documents: Vec<DocumentId>,
    /// What was typed; a field that is not here stays as it is in each.
    pub typed: Map<SeveralField, String>,
}

impl Several {
    /// What a field holds in all of them; `None` where they differ.
    pub fn shared(&self, project: &Project, field: SeveralField) -> Option<String> {
        let mut values = self
            .documents
            .iter()
            .filter_map(|id| project.document(id))
            .map(|document| field.read(&document.metadata));
        let first = values.next()?;
        values.all(|value| value == first).then_some(first)
    }

    /// Why what was typed in a field cannot be set, if so.
    pub fn wrong(&self, project: &Project, field: SeveralField) -> Option<&'static str> {
        let typed = self.typed.get(&field).filter(|_| field == SeveralField::Published)?;
        let before = self.shared(project, field).unwrap_or_default();
        (!may_be_date(&before, typed)).then(words::published_forms)
    }

    pub(super) fn put(&mut self, field: SeveralField, text: Option<String>) {
        match text {
            Some(text) => drop(self.typed.insert(field, text)),
            None => drop(self.typed.remove(&field)),
        }
    }

    /// Metadata with what was typed.
    pub(super) fn applied(&self, metadata: &Metadata) -> Metadata {
        let mut metadata = metadata.clone();
        self.typed.iter().for_each(|(field, text)| field.write(&mut metadata, text));
        metadata
    }
}
