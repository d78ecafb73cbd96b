//! What was written as one file to be saved: as it is, or as a zip with a report of what could not be written.
//!
//! The zip is the same whenever it is made: the files stand in the order in which they were written, the report at the
//! end, and their time is the first that a zip knows, 1980.

use super::sink::{Chunks, Sink};
use super::{Losses, Made, Options, Output, Reason, Scope, file_name, first_lines};
use crate::sorted::Map;
use crate::wire::json::{record, to_string};
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The name of the report in a zip.
pub const REPORT: &str = "EXPORT-REPORT.json";

record! {
    /// What stands in the report.
    struct Report {
        /// The word of the format.
        must "format" format: String,
        /// What was chosen for it.
        must "options" options: Map<String, String>,
        /// The name of the project.
        must "project" project: String,
        /// What of it was chosen; nothing stands here where all of it is written.
        must "scope" scope: Scope,
        /// The files beside the report.
        must "files" files: Vec<String>,
        /// How often something was not written, by the word of the reason.
        must "lost" lost: Map<String, usize>,
    }
}

/// What was counted, by the word of the reason.
pub(crate) fn counts(losses: &Losses) -> Map<String, usize> {
    losses.iter().map(|(reason, count)| (reason.word().to_owned(), count)).collect()
}

/// Makes one file of what is written of a part of a project, while it is written: one file goes to the sink as it is, in
/// pieces; with the second one it becomes a zip.
pub struct Packing<'a> {
    project: &'a str,
    options: &'a Options,
    scope: &'a Scope,
    out: Chunks<'a>,
    /// Hears how far it is: done, of so many.
    tell: &'a mut dyn FnMut(usize, usize),
    names: Vec<String>,
    /// The beginning of the first file.
    start: Vec<u8>,
    zip: Option<ZipWriter<Cursor<Vec<u8>>>>,
    failed: Option<ZipError>,
    losses: Losses,
}

/// Of the first file so much is kept to show its first lines: more bytes than so many characters can have.
const START: usize = super::PREVIEW.0 * 4 + 4;

impl<'a> Packing<'a> {
    /// Nothing is written yet, of a project with this name.
    pub fn new(
        project: &'a str,
        options: &'a Options,
        scope: &'a Scope,
        sink: &'a mut dyn Sink,
        tell: &'a mut dyn FnMut(usize, usize),
    ) -> Self {
        Self {
            project,
            options,
            scope,
            out: Chunks::new(sink),
            tell,
            names: Vec::new(),
            start: Vec::new(),
            zip: None,
            failed: None,
            losses: Losses::default(),
        }
    }

    /// The zip that it has become.
    fn zip(&mut self) -> &mut ZipWriter<Cursor<Vec<u8>>> {
        self.zip.get_or_insert_with(|| ZipWriter::new(Cursor::new(Vec::new())))
    }

    fn begin(&mut self, name: &str) {
        let how = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let begun = self.zip().start_file(name, how);
        self.failed = self.failed.take().or(begun.err());
    }

    fn go_on(&mut self, bytes: &[u8]) {
        let written = self.zip().write_all(bytes);
        self.failed = self.failed.take().or(written.err().map(ZipError::Io));
    }

    /// What was made; the sink has it all.
    pub fn end(mut self) -> Result<Made, ZipError> {
        let format = self.options.format;
        // Half a character at the end is none of them.
        let start = first_lines(&String::from_utf8_lossy(&self.start));
        if self.names.len() == 1 && self.zip.is_none() {
            self.out.flush();
            let (name, media_type) = (format.file_name(self.project), format.media_type.to_owned());
            let (size, losses) = (self.out.size(), self.losses);
            return Ok(Made { name, media_type, size, start, losses, ..Made::default() });
        }
        let report = Report {
            format: format.word.to_owned(),
            options: self
                .options
                .iter()
                .map(|(option, value)| (option.word.to_owned(), value.to_owned()))
                .collect(),
            project: self.project.to_owned(),
            scope: self.scope.in_order(),
            files: self.names.clone(),
            lost: counts(&self.losses),
        };
        self.begin(REPORT);
        self.go_on((to_string(&report) + "\n").as_bytes());
        let zip = match (self.failed, self.zip) {
            (Some(failed), _) => return Err(failed),
            (None, zip) => zip.expect("was begun above"),
        };
        self.out.put(&zip.finish()?.into_inner());
        self.out.flush();
        let mut files = self.names;
        files.push(REPORT.to_owned());
        let ending = format.endings[0];
        let name = match ending {
            "zip" => file_name(self.project, ending),
            _ => file_name(self.project, &format!("{ending}.zip")),
        };
        let (media_type, size) = ("application/zip".to_owned(), self.out.size());
        Ok(Made { name, media_type, size, files, start, losses: self.losses, ..Made::default() })
    }
}

impl Output for Packing<'_> {
    fn file(&mut self, name: &str) {
        if let [first] = &self.names[..]
            && self.zip.is_none()
        {
            let first = first.clone();
            let before = self.out.take_back();
            self.begin(&first);
            self.go_on(&before);
        }
        if self.zip.is_some() || self.options.format.zipped {
            self.begin(name);
        }
        self.names.push(name.to_owned());
    }

    fn write(&mut self, bytes: &[u8]) {
        if self.names.is_empty() {
            return;
        }
        if self.names.len() == 1 && self.start.len() < START {
            self.start.extend_from_slice(&bytes[..bytes.len().min(START - self.start.len())]);
        }
        if self.zip.is_some() {
            return self.go_on(bytes);
        }
        self.out.put(bytes);
    }

    fn lost(&mut self, reason: Reason, count: usize) {
        self.losses.add(reason, count);
    }

    fn done(&mut self, done: usize, all: usize) {
        (self.tell)(done, all);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Format, PREVIEW};
    use std::io::Read as _;

    /// Files of so many bytes, and what is made of them.
    fn packed(sizes: &[usize]) -> (Made, Vec<u8>) {
        let options = Options::new(Format::named("csv").expect("a format"), Map::new());
        let (mut bytes, scope, mut tell) = (Vec::new(), Scope::default(), |_, _| {});
        let mut out = Packing::new("P", &options, &scope, &mut bytes, &mut tell);
        for (n, size) in sizes.iter().enumerate() {
            out.file(&format!("{n}.csv"));
            content(n, *size).chunks(7_777).for_each(|piece| out.write(piece));
        }
        let made = out.end().expect("a file");
        (made, bytes)
    }

    fn content(n: usize, size: usize) -> Vec<u8> {
        (0..size).map(|at| b'a' + ((at / 3 + n) % 26) as u8).collect()
    }

    #[test]
    fn a_long_file_is_whole_alone_and_in_a_zip() {
        const LONG: usize = 3_000_000;
        let (made, bytes) = packed(&[LONG]);
        assert!(bytes == content(0, LONG));
        assert_eq!((made.size, made.files.len()), (LONG as u64, 0));
        assert_eq!(made.start.len(), PREVIEW.0);
        let (made, bytes) = packed(&[LONG, LONG, 0]);
        assert_eq!(made.size, bytes.len() as u64);
        assert_eq!(made.files, ["0.csv", "1.csv", "2.csv", REPORT]);
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        for (n, size) in [LONG, LONG, 0].into_iter().enumerate() {
            let mut found = Vec::new();
            zip.by_name(&format!("{n}.csv")).expect("a file").read_to_end(&mut found).expect("bytes");
            assert!(found == content(n, size), "{n}");
        }
    }
}
