//! What the worker does.

use super::answer::{close, failed};
use super::{BUILD, OTHER_BUILD, Request};
use crate::formats::read::{File, read};

/// How far a request has come, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Done.
    pub done: u64,
    /// In all.
    pub total: u64,
}

/// Answers a request: a line of JSON, and bytes beside it for each file. Both again in the answer.
pub fn handle(request: &str, bytes: &[Vec<u8>], progress: &mut dyn FnMut(Progress)) -> (String, Vec<u8>) {
    let answer = match Request::from_json(request) {
        Some(Request::Read { build, .. }) if build != BUILD => Err(OTHER_BUILD.to_owned()),
        Some(Request::Read { files, .. }) if files.len() != bytes.len() => {
            Err("The files did not reach the helper in full. Add them again.".to_owned())
        }
        Some(Request::Read { files, .. }) => {
            let total = bytes.iter().map(|bytes| bytes.len() as u64).sum();
            let texts: Vec<Option<&str>> = files
                .iter()
                .zip(bytes)
                .map(|(file, bytes)| if file.chosen { str::from_utf8(bytes).ok() } else { None })
                .collect();
            let files: Vec<File<'_>> = files
                .iter()
                .zip(bytes)
                .zip(texts)
                .map(|((file, bytes), text)| File { name: &file.name, bytes, text })
                .collect();
            Ok(read(&files, &mut |done| progress(Progress { done, total })))
        }
        // An older page asks in words that a newer worker does not know.
        None => Err(OTHER_BUILD.to_owned()),
    };
    match answer {
        Ok(reading) => close(&reading),
        Err(why) => (failed(why), Vec::new()),
    }
}
