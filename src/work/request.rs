//! What a page asks.

use serde::{Deserialize, Serialize};

/// A file that is handed in; its bytes travel beside the request, in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Its name, with folders; empty for pasted text.
    pub name: String,
    /// Whether the bytes are UTF-8 by the person's choice of an encoding (or pasted), and not as the file has them.
    #[serde(default)]
    pub chosen: bool,
}

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Read files.
    Read {
        /// Of which build the page is.
        build: String,
        /// The files.
        files: Vec<FileEntry>,
    },
}
