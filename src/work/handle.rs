//! What the worker does.

use super::answer::{close, failed};
use super::written::make;
use super::{BUILD, Request};
use crate::formats::OffsetUnit;
use crate::formats::read::{Decoder, File, Wishes, read_with};
use crate::words::{self, Language, files};

/// How far a request has come: in bytes while it reads, in articles while it writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: u64,
    /// In all.
    pub total: u64,
}

/// Answers a request: a line of JSON, and bytes beside it, of each file that is read or in pieces of a project that is
/// written. Both again in the answer: texts, or the file. `decoder` is the browser's.
pub fn handle(
    request: &str,
    bytes: Vec<Vec<u8>>,
    decoder: Option<Decoder<'_>>,
    progress: &mut dyn FnMut(Progress),
) -> (String, Vec<u8>) {
    let answer = match Request::from_json(request) {
        Some(Request::Read { build, .. }) if build != BUILD => Err(files::other_build().to_owned()),
        Some(Request::Read { files: entries, .. }) if entries.len() != bytes.len() => {
            Err(files::helper_cut().to_owned())
        }
        Some(Request::Read { files, language, unit, .. }) => {
            words::speak(Language::of(&language).unwrap_or_default());
            let total = bytes.iter().map(|bytes| bytes.len() as u64).sum();
            let texts: Vec<Option<&str>> = files
                .iter()
                .zip(&bytes)
                .map(|(file, bytes)| if file.chosen { str::from_utf8(bytes).ok() } else { None })
                .collect();
            let files: Vec<File<'_>> = files
                .iter()
                .zip(&bytes)
                .zip(texts)
                .map(|((file, bytes), text)| File { name: &file.name, bytes, text })
                .collect();
            let wishes = Wishes { decoder, unit: OffsetUnit::of(&unit) };
            Ok(close(read_with(&files, wishes, &mut |done| progress(Progress { done, total }))))
        }
        Some(Request::Write(request)) if request.build != BUILD => Err(files::other_build().to_owned()),
        Some(Request::Write(request)) => {
            words::speak(Language::of(&request.language).unwrap_or_default());
            make(request, bytes, progress)
        }
        // An older page asks in words that a newer worker does not know.
        None => Err(files::other_build().to_owned()),
    };
    answer.unwrap_or_else(|why| (failed(why), Vec::new()))
}
