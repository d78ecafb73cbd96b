//! What reads formats with annotations. Another one is a line here, beside its row in the [table](super::table).

use super::Reading;
use super::brat::BratReader;
use super::bundle::Bundle;
use super::cas::CasReader;
use super::columns::ColumnsReader;
use super::conllu::ConlluReader;
use super::doccano::DoccanoReader;
use super::json_lines::JsonLinesReader;
use super::label_studio::LabelStudioReader;
use super::project_zip::ProjectZip;
use super::spacy::{DocBinReader, SpacyReader};
use super::spans::SpansReader;
use super::web_annotation::WebAnnotationReader;

/// Reads a format with annotations.
pub(super) trait Reader {
    /// Whether a file is what this reader begins with. It is asked of every file: a look at the name and at how the file
    /// starts must do. Content decides, where it can.
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool;

    /// Reads it, [takes](Bundle::take) it and what belongs to it, and adds what it says to the reading. `done` hears how many
    /// bytes of that file are through.
    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64));
}

/// All of them, by the words of their formats; who comes first is asked first.
pub(super) const READERS: &[(&str, &dyn Reader)] = &[
    ("project-zip", &ProjectZip),
    ("spacy-docbin", &DocBinReader),
    ("brat", &BratReader),
    ("cas-json", &CasReader),
    ("label-studio", &LabelStudioReader),
    ("web-annotation", &WebAnnotationReader),
    ("spacy-json", &SpacyReader),
    ("doccano", &DoccanoReader),
    ("conll-u", &ConlluReader),
    ("json-lines", &JsonLinesReader),
    ("csv", &SpansReader { tabs: false }),
    ("tsv", &SpansReader { tabs: true }),
    // What has columns of tags may be of many programs.
    ("conll", &ColumnsReader),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{FORMATS, Format, PROJECT};

    #[test]
    fn every_format_that_can_be_read_has_its_reader() {
        // A project is no set of articles: it is opened.
        // And what is one article is told apart by `sniff`.
        let sets = |format: &&Format| format.word != PROJECT.word && (format.writes || format.unit.is_some());
        for format in FORMATS.iter().filter(sets) {
            let has = READERS.iter().any(|(word, _)| *word == format.word);
            assert_eq!(has, format.reads, "{}", format.word);
        }
    }
}
