//! What is handed in at once: files, and the files in zips, so that a reader finds what belongs together.

use super::OffsetUnit;
use super::read::File;
use crate::sorted::Map;
use crate::text::{DecodeError, Decoded, decode, from_string};
use std::borrow::Cow;

/// A file that was handed in, or that lies in a zip that was.
pub(super) struct Entry<'a> {
    /// Its name, with folders; that of a file in a zip stands behind the name of the zip.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Cow<'a, [u8]>,
    /// Its text where the person chose the encoding, or pasted it.
    pub(super) text: Option<&'a str>,
    /// Which of the files that were handed in, from 0.
    pub(super) index: usize,
    /// Whether it lies in a zip.
    pub(super) zipped: bool,
    /// Whether it was read, be it as a part of another one.
    pub(super) taken: bool,
}

/// So much of a file is looked at to tell its format, in bytes.
const START: usize = 8_192;

impl Entry<'_> {
    /// Its name without the folders.
    pub(super) fn base(&self) -> &str {
        super::plain::base(&self.name)
    }

    /// Its name, with folders, without the last ending; and that ending, without the dot.
    pub(super) fn stem(&self) -> (&str, &str) {
        let folders = self.name.len() - self.base().len();
        match self.base().rfind('.') {
            Some(dot) => (&self.name[..folders + dot], &self.name[folders + dot + 1..]),
            None => (&self.name, ""),
        }
    }

    /// Whether its name ends so, in capitals or not; without the dot.
    pub(super) fn ends(&self, ending: &str) -> bool {
        self.stem().1.eq_ignore_ascii_case(ending)
    }

    /// Whether it lies in a zip and says what the files beside it are.
    pub(super) fn speaks_of_others(&self) -> bool {
        let stem = super::plain::title(&self.name).to_ascii_uppercase();
        self.zipped && ["README", "LICENSE", "LICENCE", "CITATION", "CHANGELOG"].contains(&stem.as_str())
    }

    /// How its text begins, without a byte order mark and white space before it; empty for what is no text.
    pub(super) fn start(&self) -> Cow<'_, str> {
        if let Some(text) = self.text {
            return Cow::Borrowed(text.trim_start());
        }
        let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.bytes);
        let head = &bytes[..bytes.len().min(START)];
        match String::from_utf8_lossy(head) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_start()),
            Cow::Owned(text) => Cow::Owned(text.trim_start().to_owned()),
        }
    }

    /// Its text.
    pub(super) fn decoded(&self) -> Result<Decoded, DecodeError> {
        match self.text {
            Some(text) => from_string(text.to_owned()),
            None => decode(&self.bytes),
        }
    }
}

/// The name of a file in its zip, or without its folders.
pub(super) fn inner(name: &str, zipped: bool) -> &str {
    match name.split_once('/') {
        Some((_, inner)) if zipped => inner,
        _ => super::plain::base(name),
    }
}

/// What is handed in at once.
#[derive(Default)]
pub(super) struct Bundle<'a> {
    /// In the order in which it was handed in.
    pub(super) entries: Vec<Entry<'a>>,
    /// What offsets count, where somebody said it.
    pub(super) unit: Option<OffsetUnit>,
    names: Map<String, usize>,
}

impl<'a> Bundle<'a> {
    /// One without files, with what somebody said that offsets count in them.
    pub(super) fn wishing(unit: Option<OffsetUnit>) -> Self {
        Self { unit, ..Self::default() }
    }

    /// Takes a file as it is.
    pub(super) fn add(&mut self, file: &File<'a>, index: usize) {
        self.push(Entry {
            name: file.name.to_owned(),
            bytes: Cow::Borrowed(file.bytes),
            text: file.text,
            index,
            zipped: false,
            taken: false,
        });
    }

    /// Takes a file.
    pub(super) fn push(&mut self, entry: Entry<'a>) {
        self.names.insert(entry.name.clone(), self.entries.len());
        self.entries.push(entry);
    }

    /// Nothing of what lies in the zip that was handed in as this one is read.
    pub(super) fn forget(&mut self, index: usize) {
        self.entries.iter_mut().filter(|entry| entry.index == index).for_each(|entry| entry.taken = true);
    }

    /// The file with this name, folders and all, if it was not read yet.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied().filter(|at| !self.entries[*at].taken)
    }

    /// The file with this name in the folder of another one, or in one of those around it.
    pub(super) fn around(&self, at: usize, name: &str) -> Option<usize> {
        let mut folder = self.entries[at].name.as_str();
        loop {
            let cut = folder.rfind('/').map_or(0, |slash| slash + 1);
            if let Some(found) = self.named(&format!("{}{name}", &folder[..cut])) {
                return Some(found);
            }
            folder = folder[..cut].strip_suffix('/')?;
        }
    }

    /// Says that a file was read.
    pub(super) fn take(&mut self, at: usize) -> &Entry<'a> {
        self.entries[at].taken = true;
        &self.entries[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_find_each_other() {
        let mut bundle = Bundle::default();
        for (index, name) in
            ["z.zip/annotation.conf", "z.zip/a/one.txt", "z.zip/a/one.ann", "b.v1"].iter().enumerate()
        {
            bundle.add(&File { name, bytes: b"\xEF\xBB\xBF \n{}", text: None }, index);
        }
        assert_eq!(bundle.entries[2].stem(), ("z.zip/a/one", "ann"));
        assert_eq!(bundle.entries[3].stem(), ("b", "v1"));
        assert!(bundle.entries[2].ends("ANN"));
        assert_eq!(bundle.entries[2].start(), "{}");
        assert_eq!(bundle.named("z.zip/a/one.txt"), Some(1));
        assert_eq!(bundle.around(2, "annotation.conf"), Some(0));
        assert_eq!(bundle.around(3, "annotation.conf"), None);
        bundle.take(0);
        assert_eq!(bundle.around(2, "annotation.conf"), None);
    }
}
