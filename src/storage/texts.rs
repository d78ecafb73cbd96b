//! Texts by their fingerprint and by the documents that have them, so that a removal that is taken back finds its
//! text, and a packed transaction can be opened while the project is being changed.

use super::backend::{ALL_NUMBERS, Backend, Bytes, Place, StorageError, Table};
use super::record::{open_line, seal_line, text_sum};
use crate::edit::{Op, Transaction};
use crate::model::{Document, DocumentId, Project};
use crate::sorted::Map;
use crate::text::{Sha256, Text};
use crate::wire::op;
use std::cell::RefCell;
use std::rc::Rc;

/// Texts by their fingerprint and by the documents that have, or had, them. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Texts(Rc<RefCell<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    texts: Map<Sha256, Text>,
    documents: Map<DocumentId, Text>,
}

impl Texts {
    /// The text with this fingerprint.
    pub fn get(&self, fingerprint: &Sha256) -> Option<Text> {
        self.0.borrow().texts.get(fingerprint).cloned()
    }

    /// The text that a document has, or had.
    pub fn of(&self, document: &DocumentId) -> Option<Text> {
        self.0.borrow().documents.get(document).cloned()
    }

    /// Takes a text in.
    pub fn insert(&self, text: Text) {
        self.0.borrow_mut().texts.insert(text.sha256(), text);
    }

    /// Opens a transaction that the history keeps packed, given the texts that documents had behind it, or as far as
    /// they are known: those of others are taken as they are now.
    pub fn open(&self, packed: &str, behind: &dyn Fn(&DocumentId) -> Option<Text>) -> Option<Transaction> {
        let text_of = |id: &DocumentId| behind(id).or_else(|| self.of(id));
        op::decode(packed, &text_of, &|fingerprint| self.get(fingerprint)).ok()
    }

    /// The same, given the project behind it: what `History::undo` and `redo` ask for.
    pub fn open_in(&self, packed: &str, behind: &Project) -> Option<Transaction> {
        self.open(packed, &|id| behind.document(id).map(|document| document.text.clone()))
    }

    pub(super) fn learn(&self, document: &Document) {
        let mut inner = self.0.borrow_mut();
        inner.texts.insert(document.text.sha256(), document.text.clone());
        inner.documents.insert(document.id.clone(), document.text.clone());
    }

    pub(super) fn learn_project(&self, project: &Project) {
        project.documents().for_each(|document| self.learn(document));
    }

    pub(super) fn learn_transaction(&self, transaction: &Transaction) {
        for op in &transaction.ops {
            if let Op::AddDocument(document) | Op::RemoveDocument(document) = op {
                self.learn(document);
            }
        }
    }

    pub(super) fn fingerprints(&self) -> Vec<Sha256> {
        self.0.borrow().texts.keys().copied().collect()
    }
}

pub(super) fn text_value(text: &Text) -> (Place, Bytes) {
    (Place::new(Table::Texts, text.sha256().to_string(), 0), text.as_str().as_bytes().to_vec())
}

/// Which texts a record brings in: their fingerprints, each with a sum that tells sooner whether the text is as it was
/// written; sealed.
pub(super) fn write_uses(project: &str, number: u64, texts: &[Text]) -> Bytes {
    let one = |text: &Text| text.sha256().to_string() + SUM + &text_sum(text.as_str().as_bytes());
    let all: Vec<String> = texts.iter().map(one).collect();
    seal_line(project, number, &all.join(" "))
}

/// What stands between a text's fingerprint and its sum.
const SUM: &str = ":";

/// A text that a record brings in: its fingerprint, and its sum, which versions before the middle of 0.1 did not write.
pub(super) type Use = (String, Option<String>);

/// Reads what `write_uses` wrote; `None` if it is damaged.
pub(super) fn read_uses(project: &str, sealed: &[u8]) -> Option<Vec<Use>> {
    let (_, line) = open_line(project, sealed)?;
    let one = |entry: &str| match entry.split_once(SUM) {
        Some((name, sum)) => (name.to_owned(), Some(sum.to_owned())),
        None => (entry.to_owned(), None),
    };
    Some(line.split(' ').filter(|entry| !entry.is_empty()).map(one).collect())
}

/// The fingerprints alone; `None` if it is damaged.
pub(super) fn used_names(project: &str, sealed: &[u8]) -> Option<Vec<String>> {
    Some(read_uses(project, sealed)?.into_iter().map(|(name, _)| name).collect())
}

/// A text as it was read: what is known of it, and its bytes if there are any.
pub(super) type ReadText = (Use, Option<Bytes>);

/// Reads every text that a record of a project, or its beginning, brought in.
pub(super) async fn read_texts<B: Backend>(
    backend: &B,
    project: &str,
) -> Result<Vec<ReadText>, StorageError> {
    let uses = backend.scan(Table::Uses, project, ALL_NUMBERS).await?;
    let uses: Option<Vec<Vec<Use>>> = uses.iter().map(|(_, sealed)| read_uses(project, sealed)).collect();
    let Some(uses) = uses else {
        // Which are used is not known for sure: take every one that is good.
        let all = backend.all(Table::Texts).await?.into_iter();
        let all = all.map(|(place, bytes)| ((place.name, None), bytes));
        let good = all.filter(|((name, _), bytes)| text_of(name, None, bytes).is_some());
        return Ok(good.map(|(of, bytes)| (of, Some(bytes))).collect());
    };
    let uses: Map<String, Option<String>> = uses.into_iter().flatten().collect();
    let places = uses.keys().map(|name| Place::new(Table::Texts, name.as_str(), 0)).collect();
    let read = backend.read(places).await?;
    Ok(uses.into_iter().zip(read).collect())
}

/// The text of a fingerprint, if these bytes are that.
pub(super) fn text_of(name: &str, sum: Option<&str>, bytes: &[u8]) -> Option<Text> {
    let text = Text::new(str::from_utf8(bytes).ok()?).ok()?;
    match sum {
        Some(sum) if text_sum(bytes) == sum => Some(text.known_as(Sha256::from_hex(name)?)),
        _ => (text.sha256().to_string() == name).then_some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_its_sum_or_by_its_fingerprint() {
        let text = Text::new("Kapal itu tenggelam.").expect("it is a text");
        let (name, bytes) = (text.sha256().to_string(), text.as_str().as_bytes());
        let sum = text_sum(bytes);
        // A sum, none as earlier versions wrote, and one that is not its own.
        for sum in [Some(sum.as_str()), None, Some("0123456789abcdef")] {
            let read = text_of(&name, sum, bytes).expect("it is that text");
            assert_eq!((read.as_str(), read.sha256()), (text.as_str(), text.sha256()));
            for bit in 0..bytes.len() * 8 {
                let mut bad = bytes.to_vec();
                bad[bit / 8] ^= 1 << (bit % 8);
                assert!(text_of(&name, sum, &bad).is_none(), "bit {bit}");
            }
        }
        assert!(text_of(&name, Some(&sum), b"").is_none(), "it is gone");
    }
}
