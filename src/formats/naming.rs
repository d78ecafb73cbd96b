//! Names of which no two are the same: of files in a zip, and of what a schema has in a file that tells things apart by
//! their names alone.

use super::file_name;
use crate::model::{Document, Label};
use crate::sorted::{Map, Set};
use crate::text::folded;

/// Gives names to the files of documents, whether or not capitals count.
#[derive(Default)]
pub(super) struct FileNames {
    /// The names that are given, with the number that the next document of that title may have.
    taken: Map<String, usize>,
}

impl FileNames {
    /// So that no document gets one of these names.
    pub(super) fn keeping<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { taken: names.into_iter().map(|name| (folded(name), 2)).collect() }
    }

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

/// What a label is called in files of a format: as they came, or as a person chose, or by its own name.
pub(super) fn called<'a>(label: &'a Label, format: &str) -> &'a str {
    label.equivalents.get(format).filter(|name| !name.is_empty()).unwrap_or(&label.name)
}

/// A name that is not taken yet, and is from now on: as wished, or with a number behind it.
pub(super) fn apart(name: String, between: &str, taken: &mut Set<String>) -> String {
    let numbered = std::iter::once(name.clone()).chain((2..).map(|n| format!("{name}{between}{n}")));
    let free = numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// What records of one kind are called in a file.
pub(super) struct Names<I>(Map<I, String>);

impl<I: Ord + Clone> Names<I> {
    /// By the names of the records, or their ids where a name says nothing; `fit` makes of either what the file can hold.
    pub(super) fn of<'a>(
        records: impl IntoIterator<Item = (&'a I, &'a str, &'a str)>,
        fit: impl Fn(&str) -> String,
        taken: &mut Set<String>,
    ) -> Self
    where
        I: 'a,
    {
        let name = |(id, word, name): (&'a I, &str, &str)| {
            let wished = [name, word].into_iter().map(&fit).find(|name| !name.is_empty());
            (id.clone(), apart(wished.unwrap_or_else(|| "x".to_owned()), " ", taken))
        };
        Self(records.into_iter().map(name).collect())
    }

    /// Of one of them.
    pub(super) fn get(&self, id: &I) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_are_the_same() {
        let all = [(1, "a", "Person"), (2, "b", " "), (3, "c", "Person"), (4, "Person 2", ""), (5, "", "")];
        let fit = |name: &str| name.trim().to_owned();
        let names = Names::of(all.iter().map(|(id, word, name)| (id, *word, *name)), fit, &mut Set::new());
        let given: Vec<_> = (1..=6).map(|id| names.get(&id)).collect();
        let expected = [Some("Person"), Some("b"), Some("Person 2"), Some("Person 2 2"), Some("x"), None];
        assert_eq!(given, expected);
    }
}
