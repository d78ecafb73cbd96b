//! Files of formats: written of a project, and read.

use postil::formats::read::{File, read};
use postil::formats::{Format, Options, Reading, Written, write::write};
use postil::model::Project;

/// A project in the format with this word; what is chosen goes by words of options and values.
pub fn export(project: &Project, format: &str, chosen: &[(&str, &str)]) -> Written {
    let mut out = Written::default();
    let chosen = chosen.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    assert!(write(project, &Options::new(Format::named(format).expect("a format"), chosen), &mut out));
    out
}

/// What files that are handed in together give.
pub fn read_files(files: &[(String, Vec<u8>)]) -> Reading {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes, text: None }).collect();
    read(&files, &mut |_| {})
}

/// The same for files of UTF-8.
pub fn read_texts(files: &[(&str, &str)]) -> Reading {
    let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    read_files(&files.collect::<Vec<_>>())
}

/// What one file gives.
pub fn read_one(name: &str, bytes: &[u8]) -> Reading {
    read(&[File { name, bytes, text: None }], &mut |_| {})
}
