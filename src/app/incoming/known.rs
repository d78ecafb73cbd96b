//! What is in the project already, by what tells whether something that comes in is the same.

use crate::formats::NewDocument;
use crate::model::{Document, DocumentId, Metadata, Project};
use crate::sorted::Map;

/// What tells one source from another: address and outlet. The name of a file says nothing: a copy may have any.
pub(super) type Source = (String, String);

pub(super) fn source(metadata: &Metadata) -> Source {
    (metadata.url.clone(), metadata.outlet.clone())
}

/// Whether what comes in names no other source than what is there: the address decides, else the outlet. What it does
/// not name cannot differ.
pub(super) fn same_source(there: &Source, new: &Source) -> bool {
    let ((url, outlet), (new_url, new_outlet)) = (there, new);
    if !new_url.is_empty() {
        return url == new_url;
    }
    new_outlet.is_empty() || outlet == new_outlet
}

/// The documents of a project by what a new version of one would have of it.
pub(super) struct Known<'a> {
    project: &'a Project,
    addresses: Map<&'a str, &'a Document>,
    titles: Map<&'a str, Vec<&'a Document>>,
}

impl<'a> Known<'a> {
    pub(super) fn new(project: &'a Project) -> Self {
        let (mut addresses, mut titles) = (Map::new(), Map::<_, Vec<_>>::new());
        for document in project.documents() {
            let Metadata { url, title, .. } = &document.metadata;
            if !url.is_empty() {
                addresses.insert(url.as_str(), &**document);
            }
            if !title.is_empty() {
                titles.get_or_insert_with(title.as_str(), Vec::new).push(&**document);
            }
        }
        Self { project, addresses, titles }
    }

    /// The one that what comes in may be a new version of. A title says so only where neither names another source.
    pub(super) fn version_of(&self, new: &NewDocument) -> Option<&'a Document> {
        let id = new.id.as_deref().map(DocumentId::new);
        // Data sets number their articles from 1: an id alone says nothing.
        let both = |there: &str, new: &str| there == new && !new.is_empty();
        let fits = |there: &&Document| {
            let (there, new) = (&there.metadata, &new.metadata);
            both(&there.title, &new.title) || both(&there.outlet, &new.outlet) || both(&there.url, &new.url)
        };
        let same_id = id.and_then(|id| self.project.document(&id)).map(|document| &**document).filter(fits);
        let same_address = || self.addresses.get(new.metadata.url.as_str()).copied();
        let same_title = || {
            let from = source(&new.metadata);
            let there = self.titles.get(new.metadata.title.as_str())?;
            let mut same = there.iter().filter(|there| same_source(&source(&there.metadata), &from));
            same.next().filter(|_| same.next().is_none()).copied()
        };
        same_id.or_else(same_address).or_else(same_title)
    }
}
