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
    /// What is to be written of the project that was handed over.
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
    /// Take pieces of the state of a project, with its texts. Nothing is answered: what is wrong with it is said when a
    /// file of it is asked for.
    Hand {
        /// Of which build the page is.
        build: String,
        /// The tag of the language in which the person is told what went wrong.
        language: String,
        /// Whether they are its first ones: what was handed over before goes.
        first: bool,
    },
    /// Write the project that was handed over.
    Write(WriteRequest),
}

impl Request {
    /// Of which build the page is.
    pub(super) fn build(&self) -> &str {
        match self {
            Self::Read { build, .. } | Self::Hand { build, .. } => build,
            Self::Write(request) => &request.build,
        }
    }

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
            Self::Hand { build, language, first } => json::tag(&mut out, "hand", &|out| {
                out.push('{');
                json::key(out, "build");
                json::text(out, build);
                json::key(out, "language");
                json::text(out, language);
                json::key(out, "first");
                first.write(out);
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
            "hand" => {
                let mut record = Record::open(json, &mut seen).ok()?;
                let (build, language) = (record.must("build").ok()?, record.must("language").ok()?);
                Some(Self::Hand { build, language, first: record.must("first").ok()? })
            }
            "write" => WriteRequest::read(json, &mut seen).ok().map(Self::Write),
            _ => None,
        }
    }
}
