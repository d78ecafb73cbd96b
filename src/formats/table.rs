//! The formats that can be written, as plain data: menus, help and tests read it.

use crate::words::{Word, files};

/// Names a format inside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Id {
    /// The project's own file.
    Project,
    /// One document per line.
    JsonLines,
}

/// What a format is called and what it can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Inside the program.
    pub id: Id,
    /// Its word in settings and test ids; never changes.
    pub word: &'static str,
    /// Shown in menus.
    pub name: Word,
    /// Of a file, without the dot.
    pub extension: &'static str,
    /// MIME type.
    pub media_type: &'static str,
    /// Whether a file of it opens to the same project.
    pub opens_again: bool,
    /// In a sentence, for whom it is.
    pub description: Word,
    /// What it does not hold, each in words; empty for nothing.
    pub loses: &'static [Word],
}

/// Every format that can be written.
pub const TABLE: &[Format] = &[
    Format {
        id: Id::Project,
        word: "project",
        name: files::FORMAT_PROJECT,
        extension: "json",
        media_type: "application/json",
        opens_again: true,
        description: files::FORMAT_PROJECT_FOR,
        loses: &[],
    },
    Format {
        id: Id::JsonLines,
        word: "json-lines",
        name: files::FORMAT_JSON_LINES,
        extension: "jsonl",
        media_type: "application/jsonl",
        opens_again: false,
        description: files::FORMAT_JSON_LINES_FOR,
        loses: &[
            files::LOSES_SUGGESTIONS,
            files::LOSES_RELATIONS,
            files::LOSES_REGISTRIES,
            files::LOSES_SCHEMA,
        ],
    },
];

impl Format {
    /// The row of a format.
    pub fn of(id: Id) -> &'static Self {
        TABLE.iter().find(|format| format.id == id).expect("every id has its row")
    }

    /// The format with this word.
    pub fn named(word: &str) -> Option<&'static Self> {
        TABLE.iter().find(|format| format.word == word)
    }

    /// A file name for a project.
    pub fn file_name(&self, project: &str) -> String {
        file_name(project, self.extension)
    }
}

/// A file name: a title, cleaned of what file systems refuse, and an extension.
pub fn file_name(title: &str, extension: &str) -> String {
    let clean: String =
        title.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let stem: String = words.join(" ").trim_matches('.').chars().take(80).collect();
    let stem = if stem.is_empty() { "project" } else { &stem };
    format!("{stem}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_one_row() {
        for format in TABLE {
            assert_eq!(Format::of(format.id), format);
            assert_eq!(Format::named(format.word), Some(format));
        }
    }

    #[test]
    fn file_names_are_clean() {
        let name = |project| Format::of(Id::Project).file_name(project);
        assert_eq!(name("My  project: part 1/2"), "My project part 1 2.json");
        assert_eq!(name("..."), "project.json");
        assert_eq!(name(""), "project.json");
        assert_eq!(name("Берита"), "Берита.json");
    }
}
