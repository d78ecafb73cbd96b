//! What storage asks of a database: ordered values in named tables, and writes that happen as a whole or not at all.

use crate::words::storage as said;
use std::fmt;
use std::future::Future;
use std::ops::RangeInclusive;
use std::pin::Pin;

/// A table of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// What the list of projects shows; one value per project.
    Projects,
    /// Texts by their SHA-256, kept once.
    Texts,
    /// Which texts a record of a project brought in, so that a deleted project's texts can go.
    Uses,
    /// Records that are not yet packed, by project and number.
    Journal,
    /// Packed records, by project and number of the first.
    Segments,
    /// The state at some record, by project and slot.
    Snapshots,
    /// What could not be read, as it was found.
    Quarantine,
    /// The person's own settings.
    Settings,
    /// Who may write a project: a number that grows with every opening.
    Lease,
}

impl Table {
    /// Every table.
    pub const ALL: [Table; 9] = [
        Table::Projects,
        Table::Texts,
        Table::Uses,
        Table::Journal,
        Table::Segments,
        Table::Snapshots,
        Table::Quarantine,
        Table::Settings,
        Table::Lease,
    ];

    /// Its name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Table::Projects => "projects",
            Table::Texts => "texts",
            Table::Uses => "uses",
            Table::Journal => "journal",
            Table::Segments => "segments",
            Table::Snapshots => "snapshots",
            Table::Quarantine => "quarantine",
            Table::Settings => "settings",
            Table::Lease => "lease",
        }
    }
}

/// Where a value stands: a table, a name (mostly a project's id), and a number below 2^53.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The table.
    pub table: Table,
    /// The first part of the key.
    pub name: String,
    /// The second part of the key; 0 where a name has one value only.
    pub number: u64,
}

impl Place {
    /// A place in a table.
    pub fn new(table: Table, name: impl Into<String>, number: u64) -> Self {
        Self { table, name: name.into(), number }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.table.name(), self.name, self.number)
    }
}

/// Any number.
pub const ALL_NUMBERS: RangeInclusive<u64> = 0..=(1 << 53) - 1;

/// A value as the database keeps it.
pub type Bytes = Vec<u8>;

/// Writes that happen as a whole or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// What must stand there, compared inside the same transaction; if it does not, nothing is written.
    pub guard: Option<(Place, Option<Bytes>)>,
    /// Values to write over what stands there.
    pub puts: Vec<(Place, Bytes)>,
    /// Values to take away.
    pub deletes: Vec<Place>,
}

/// Why the database did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The guard of a batch did not hold: somebody else writes there now.
    Guard,
    /// The browser gives this site no more room.
    Quota,
    /// The browser closed the database, and opening it again did not help.
    Closed(String),
    /// Another tab keeps an older version of the database open.
    Blocked,
    /// The database was written by a newer version of Postil.
    Newer,
    /// There is no database: switched off, or not allowed in this window.
    Unavailable(String),
    /// Anything else, in the browser's words.
    Failed(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Guard => f.write_str(said::guard()),
            Self::Quota => f.write_str(said::quota()),
            Self::Closed(why) => f.write_str(&said::closed(why)),
            Self::Blocked => f.write_str(said::blocked()),
            Self::Newer => f.write_str(said::newer()),
            Self::Unavailable(why) => f.write_str(&said::unavailable(why)),
            Self::Failed(why) => f.write_str(&said::failed(why)),
        }
    }
}

impl std::error::Error for StorageError {}

/// A database. Clones speak to the same one. All of it happens in one thread.
#[expect(async_fn_in_trait, reason = "a page has one thread, so no future needs to be Send")]
pub trait Backend: Clone + 'static {
    /// Reads values, in the order asked; `None` where nothing stands.
    async fn read(&self, places: Vec<Place>) -> Result<Vec<Option<Bytes>>, StorageError>;

    /// Reads every value of a name within a range of numbers, ascending.
    async fn scan(
        &self,
        table: Table,
        name: &str,
        numbers: RangeInclusive<u64>,
    ) -> Result<Vec<(u64, Bytes)>, StorageError>;

    /// Reads a whole table, ascending.
    async fn all(&self, table: Table) -> Result<Vec<(Place, Bytes)>, StorageError>;

    /// Writes a batch; answers only when the database says that it is on the disk.
    async fn commit(&self, batch: Batch) -> Result<(), StorageError>;

    /// Runs a future beside the caller.
    fn spawn(&self, future: Pin<Box<dyn Future<Output = ()>>>);

    /// Waits.
    async fn pause(&self, milliseconds: u32);
}
