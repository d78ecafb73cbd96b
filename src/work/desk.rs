//! What the worker does.

use super::answer::{close, failed};
use super::written::make;
use super::{BUILD, FileEntry, Request};
use crate::formats::read::{Decoder, File, Wishes, read_with};
use crate::formats::{OffsetUnit, Sink};
use crate::model::Project;
use crate::wire::handed::Handed;
use crate::words::{self, Language, files, formats};

/// How far a request has come: in bytes while it reads, in articles while it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: u64,
    /// In all.
    pub total: u64,
}

/// The worker, and what lies before it from one request to the next.
#[derive(Default)]
pub struct Desk {
    project: Given,
}

/// The project of which files are to be made.
#[derive(Default)]
enum Given {
    #[default]
    None,
    /// It is on its way.
    Coming(Box<Handed>),
    /// It is there.
    Whole(Box<Project>),
}

impl Desk {
    /// Answers a request with a line of JSON, and bytes that go to the sink: texts, or the file; `None` where there is
    /// nothing to say yet. Beside the request come bytes: of each file that is read, or pieces of a project. `decoder` is
    /// the browser's.
    pub fn handle(
        &mut self,
        request: &str,
        bytes: Vec<Vec<u8>>,
        decoder: Option<Decoder<'_>>,
        out: &mut dyn Sink,
        progress: &mut dyn FnMut(Progress),
    ) -> Option<String> {
        let answer = match Request::from_json(request) {
            // What came of pieces is said when a file is asked for.
            Some(Request::Hand { build, .. }) if build != BUILD => return None,
            Some(request) if request.build() != BUILD => Err(files::other_build().to_owned()),
            Some(Request::Read { files, language, unit, .. }) => {
                speak(&language);
                read(&files, &bytes, Wishes { decoder, unit: OffsetUnit::of(&unit) }, out, progress)
            }
            Some(Request::Hand { first, language, .. }) => {
                speak(&language);
                let before =
                    if first { Given::Coming(Box::default()) } else { std::mem::take(&mut self.project) };
                // Not there meanwhile: where reading it ends the program, as for want of memory, a part of it is never
                // taken for all.
                if let Given::Coming(mut handed) = before {
                    bytes.iter().for_each(|piece| handed.take(piece));
                    self.project = Given::Coming(handed);
                }
                return None;
            }
            Some(Request::Write(request)) => {
                speak(&request.language);
                self.whole().and_then(|project| make(request, project, out, progress))
            }
            // An older page asks in words that a newer worker does not know.
            None => Err(files::other_build().to_owned()),
        };
        Some(answer.unwrap_or_else(failed))
    }

    /// The project, now that all of it has come.
    fn whole(&mut self) -> Result<&Project, String> {
        self.project = match std::mem::take(&mut self.project) {
            Given::Coming(handed) => {
                let read = handed.end().map_err(|error| formats::unread(&error.to_string()))?;
                // What the page wrote a moment ago lacks nothing.
                if let Some(issue) = read.issues.first() {
                    return Err(formats::unread(&issue.to_string()));
                }
                Given::Whole(Box::new(read.value))
            }
            other => other,
        };
        match &self.project {
            Given::Whole(project) => Ok(project),
            Given::None | Given::Coming(_) => Err(formats::unread(files::no_reason())),
        }
    }
}

fn speak(language: &str) {
    words::speak(Language::of(language).unwrap_or_default());
}

fn read(
    entries: &[FileEntry],
    bytes: &[Vec<u8>],
    wishes: Wishes<'_>,
    out: &mut dyn Sink,
    progress: &mut dyn FnMut(Progress),
) -> Result<String, String> {
    if entries.len() != bytes.len() {
        return Err(files::helper_cut().to_owned());
    }
    let total = bytes.iter().map(|bytes| bytes.len() as u64).sum();
    let files: Vec<File<'_>> = entries
        .iter()
        .zip(bytes)
        .map(|(entry, bytes)| {
            let text = if entry.chosen { str::from_utf8(bytes).ok() } else { None };
            File { name: &entry.name, bytes, text }
        })
        .collect();
    Ok(close(read_with(&files, wishes, &mut |done| progress(Progress { done, total })), out))
}
