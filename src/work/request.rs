//! What a page asks.

use crate::wire::json::{self, Field, Json, Record, Seen, record, tagged};

record! {
    /// A file that is handed in; its bytes travel beside the request, in the same order.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FileEntry {
        /// Its name, with folders; empty for pasted text.
        must "name" pub name: String,
        /// Whether the bytes are UTF-8 by the person's choice of an encoding (or pasted), and not as the file has them.
        show "chosen" pub chosen: bool,
    }
}

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Read files.
    Read {
        /// Of which build the page is.
        build: String,
        /// The files.
        files: Vec<FileEntry>,
    },
}

impl Request {
    /// As the page sends it.
    pub fn write(&self) -> String {
        let Self::Read { build, files } = self;
        let mut out = String::new();
        json::tag(&mut out, "read", &|out| {
            out.push('{');
            json::key(out, "build");
            json::text(out, build);
            json::key(out, "files");
            files.write(out);
            out.push('}');
        });
        out
    }

    /// As the worker takes it; `None` if a page of another build sent it.
    pub(super) fn from_json(request: &str) -> Option<Self> {
        let (tag, json) = Json::new(request).and_then(tagged).ok()?;
        if tag != "read" {
            return None;
        }
        let mut seen = Seen::default();
        let mut record = Record::open(json, &mut seen).ok()?;
        Some(Self::Read { build: record.must("build").ok()?, files: record.must("files").ok()? })
    }
}
