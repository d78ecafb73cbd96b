//! Names of files in a zip, of which no two are the same.

use super::file_name;
use crate::model::Document;
use crate::sorted::Map;
use crate::text::folded;

/// Gives names to the files of documents, whether or not capitals count.
#[derive(Default)]
pub(super) struct FileNames {
    /// The names that are given, with the number that the next document of that title may have.
    taken: Map<String, usize>,
}

impl FileNames {
    /// A name by the title of a document that no other one has.
    pub(super) fn of(&mut self, document: &Document, ending: &str) -> String {
        self.named(&document.metadata.title, ending)
    }

    /// A name by a title that nothing else has.
    pub(super) fn named(&mut self, title: &str, ending: &str) -> String {
        let plain = file_name(title, ending);
        let mut n = self.taken.get(&folded(&plain)).copied().unwrap_or(1);
        loop {
            let name = if n == 1 { plain.clone() } else { file_name(&format!("{title} {n}"), ending) };
            n += 1;
            if !self.taken.contains_key(&folded(&name)) {
                self.taken.insert(folded(&name), 2);
                self.taken.insert(folded(&plain), n);
                return name;
            }
        }
    }
}
