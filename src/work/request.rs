//! What a page asks.

use crate::formats::Scope;
use crate::sorted::Map;
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

record! {
    /// What is to be written; the state of the project, with its texts, travels beside the request, in pieces.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct WriteRequest {
        /// Of which build the page is.
        must "build" pub build: String,
        /// The word of the format.
        must "format" pub format: String,
        /// What was chosen for it: words of options and of values.
        must "options" pub options: Map<String, String>,
        /// What of the project is written.
        may "scope" pub scope: Scope,
        /// The tag of the language in which the person is told what went wrong.
        must "language" pub language: String,
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
        /// The tag of the language in which the person is told what was noticed.
        language: String,
        /// The word of what offsets count, where the person said it; else empty.
        unit: String,
    },
    /// Write a project.
    Write(WriteRequest),
}

impl Request {
    /// As the page sends it.
    pub fn write(&self) -> String {
        let mut out = String::new();
        match self {
            Self::Read { build, files, language, unit } => json::tag(&mut out, "read", &|out| {
                out.push('{');
                json::key(out, "build");
                json::text(out, build);
                json::key(out, "files");
                files.write(out);
                json::key(out, "language");
                json::text(out, language);
                json::key(out, "unit");
                json::text(out, unit);
                out.push('}');
            }),
            Self::Write(request) => json::tag(&mut out, "write", &|out| request.write(out)),
        }
        out
    }

    /// As the worker takes it; `None` if a page of another build sent it.
    pub(super) fn from_json(request: &str) -> Option<Self> {
        let (tag, json) = Json::new(request).and_then(tagged).ok()?;
        let mut seen = Seen::default();
        match &*tag {
            "read" => {
                let mut record = Record::open(json, &mut seen).ok()?;
                let (build, files) = (record.must("build").ok()?, record.must("files").ok()?);
                let (language, unit) = (record.may("language").ok()?, record.may("unit").ok()?);
                Some(Self::Read { build, files, language, unit })
            }
            "write" => WriteRequest::read(json, &mut seen).ok().map(Self::Write),
            _ => None,
        }
    }
}
