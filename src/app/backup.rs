//! How much of the open project is in no file yet, and when to say so.

use super::Session;
use crate::model::Timestamp;

/// A person is reminded after so many acts that are in no file.
const ACTS: u64 = 200;
/// Or after so many, the first of which is a day old.
const FEW: u64 = 20;
const DAY: i64 = 24 * 60 * 60 * 1_000;

/// What was last saved as a project file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The counter of the first act that is in no file.
    pub from: u64,
    /// When that act was done, if it was.
    pub since: Option<Timestamp>,
    /// Whether the person is to be reminded.
    pub due: bool,
    /// Not before this counter, because they put it off.
    pub(super) later: u64,
}

impl Session {
    /// A project was opened of which all acts before this counter are in a file; nothing is known of a new one, which
    /// may have come from a file.
    pub fn filed(&mut self, from: Option<u64>) {
        let first = self.history.entries().first().map(|entry| entry.id.counter);
        let from = from.or(first).unwrap_or(self.counter);
        let since = self.history.entries().iter().find(|entry| entry.id.counter >= from);
        self.backup = Backup { from, since: since.map(|entry| entry.time), ..Backup::default() };
    }

    /// How many acts are in no file.
    pub fn unfiled(&self) -> u64 {
        self.counter.saturating_sub(self.backup.from)
    }

    /// Something was done.
    pub(super) fn has_acted(&mut self, now: Timestamp) {
        let unfiled = self.unfiled();
        let backup = &mut self.backup;
        let old = now.0 - backup.since.get_or_insert(now).0 > DAY;
        backup.due |= self.counter >= backup.later && (unfiled >= ACTS || (old && unfiled >= FEW));
    }

    /// All acts before this counter are in a file now.
    pub(super) fn has_saved(&mut self, from: u64) {
        // What was done while the file was made is not in it.
        self.backup = Backup { from, since: None, ..Backup::default() };
    }

    /// The person puts it off.
    pub(super) fn put_off(&mut self) {
        self.backup.due = false;
        self.backup.later = self.counter + ACTS;
    }
}
