//! What was written as one file to be saved: as it is, or as a zip with a report of what could not be written.
//!
//! The zip is the same whenever it is made: the files stand in the order in which they were written, the report at the
//! end, and their time is the first that a zip knows, 1980.

use super::{Losses, Made, Options, Scope, Written, file_name, first_lines};
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

/// Makes one file of what was written of a part of a project with this name.
pub fn pack(
    project: &str,
    options: &Options,
    scope: &Scope,
    written: Written,
) -> Result<(Made, Vec<u8>), ZipError> {
    let format = options.format;
    let Written { mut files, losses } = written;
    let start = files.first().map_or(&[][..], |(_, bytes)| bytes);
    // More bytes than so many characters can have: half a character at the end is none of them.
    let start = first_lines(&String::from_utf8_lossy(&start[..start.len().min(super::PREVIEW.0 * 4 + 4)]));
    if files.len() == 1 && !format.zipped {
        let bytes = files.remove(0).1;
        let (name, media_type) = (format.file_name(project), format.media_type.to_owned());
        let size = bytes.len() as u64;
        let made = Made { name, media_type, size, start, losses, ..Made::default() };
        return Ok((made, bytes));
    }
    let mut names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let report = Report {
        format: format.word.to_owned(),
        options: options.iter().map(|(option, value)| (option.word.to_owned(), value.to_owned())).collect(),
        project: project.to_owned(),
        scope: scope.in_order(),
        files: names.clone(),
        lost: counts(&losses),
    };
    files.push((REPORT.to_owned(), (to_string(&report) + "\n").into_bytes()));
    names.push(REPORT.to_owned());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name, how)?;
        zip.write_all(&bytes)?;
    }
    let bytes = zip.finish()?.into_inner();
    let ending = format.endings[0];
    let name = match ending {
        "zip" => file_name(project, ending),
        _ => file_name(project, &format!("{ending}.zip")),
    };
    let media_type = "application/zip".to_owned();
    let size = bytes.len() as u64;
    Ok((Made { name, media_type, size, files: names, start, losses, ..Made::default() }, bytes))
}
