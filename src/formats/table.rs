//! The formats, as plain data: dialogs, the README and tests read it, and no reader or writer is linked for it.
//!
//! Another format is a file beside this one, a row here, and an arm in [`write`](super::write).

mod choices;

use super::{Format, FormatOption, Holds, OffsetUnit};
use crate::words::{Word, formats as words};
use choices::{FILES, FOLDERS, IN_COLUMNS, IN_ROWS_OF_DOCCANO, READ_LINES, READER};

/// The project's own format. The page writes it itself, since backups must not wait for anything; all the others are
/// written by the worker.
pub const PROJECT: Format = Format {
    word: "project",
    name: words::PROJECT,
    endings: &["json"],
    media_type: "application/json",
    reads: true,
    writes: true,
    zipped: false,
    unit: Some(OffsetUnit::CodePoints),
    options: &[],
    holds: Holds::ALL,
    description: words::PROJECT_FOR,
};

/// What tables and rows hold: all but what is no annotation that somebody stands for, and what needs an own format.
const IN_ROWS: &[Holds] = &[
    Holds::Nested,
    Holds::Crossing,
    Holds::Discontinuous,
    Holds::Attributes,
    Holds::Links,
    Holds::Relations,
    Holds::Notes,
    Holds::Makers,
    Holds::DocumentLabels,
    Holds::Metadata,
];

/// A format of tables of spans, articles and relations.
const fn table(
    word: &'static str,
    name: Word,
    endings: &'static [&'static str],
    media_type: &'static str,
) -> Format {
    Format {
        word,
        name,
        endings,
        media_type,
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::CodePoints),
        options: &[READ_LINES, READER, FILES],
        holds: IN_ROWS,
        description: words::TABLE_FOR,
    }
}

/// A format of articles without annotations, which is read alone.
const fn article(
    word: &'static str,
    name: Word,
    endings: &'static [&'static str],
    media_type: &'static str,
    description: Word,
) -> Format {
    Format {
        writes: false,
        unit: None,
        options: &[],
        holds: &[Holds::Metadata],
        description,
        ..table(word, name, endings, media_type)
    }
}

/// What a `Doc` of spaCy holds.
const IN_DOC: &[Holds] = &[
    Holds::Nested,
    Holds::Crossing,
    Holds::Attributes,
    Holds::Links,
    Holds::Notes,
    Holds::DocumentLabels,
    Holds::Metadata,
];

/// Every format.
pub const FORMATS: &[Format] = &[
    PROJECT,
    Format {
        word: "project-zip",
        name: words::PROJECT_ZIP,
        endings: &["zip"],
        media_type: "application/zip",
        zipped: true,
        description: words::PROJECT_ZIP_FOR,
        ..PROJECT
    },
    Format {
        word: "json-lines",
        name: words::JSON_LINES,
        endings: &["jsonl", "ndjson"],
        media_type: "application/jsonl",
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::CodePoints),
        options: &[READ_LINES, FILES],
        holds: IN_ROWS,
        description: words::JSON_LINES_FOR,
    },
    table("csv", words::CSV, &["csv"], "text/csv"),
    table("tsv", words::TSV, &["tsv"], "text/tab-separated-values"),
    Format {
        word: "conll",
        name: words::CONLL,
        endings: &["conll", "iob2", "bio"],
        media_type: "text/plain",
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::Tokens),
        options: IN_COLUMNS,
        holds: &[Holds::Nested],
        description: words::CONLL_FOR,
    },
    Format {
        word: "conll-u",
        name: words::CONLLU,
        endings: &["conllu"],
        media_type: "text/plain",
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::Tokens),
        options: &[
            READ_LINES,
            FormatOption {
                word: "ids",
                name: words::ENTITY_IDS,
                values: &[("project", words::IDS_OF_PROJECT), ("article", words::IDS_OF_ARTICLE)],
            },
            FILES,
        ],
        holds: &[
            Holds::Nested,
            Holds::Crossing,
            Holds::Discontinuous,
            Holds::Attributes,
            Holds::Links,
            Holds::Notes,
            Holds::DocumentLabels,
            Holds::Metadata,
        ],
        description: words::CONLLU_FOR,
    },
    Format {
        word: "spacy-json",
        name: words::SPACY_JSON,
        endings: &["jsonl", "json"],
        media_type: "application/jsonl",
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::CodePoints),
        options: &[READ_LINES, FILES],
        holds: IN_DOC,
        description: words::SPACY_JSON_FOR,
    },
    Format {
        word: "spacy-docbin",
        name: words::DOCBIN,
        endings: &["spacy"],
        media_type: "application/octet-stream",
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::CodePoints),
        options: &[FILES],
        holds: IN_DOC,
        description: words::DOCBIN_FOR,
    },
    Format {
        word: "hugging-face",
        name: words::HUGGING_FACE,
        endings: &["jsonl"],
        media_type: "application/jsonl",
        reads: false,
        writes: true,
        zipped: true,
        unit: Some(OffsetUnit::CodePoints),
        options: &[],
        holds: &[
            Holds::Nested,
            Holds::Crossing,
            Holds::Discontinuous,
            Holds::Attributes,
            Holds::Links,
            Holds::Relations,
            Holds::Notes,
            Holds::Makers,
            Holds::DocumentLabels,
            Holds::Metadata,
            Holds::Registries,
        ],
        description: words::HUGGING_FACE_FOR,
    },
    Format {
        word: "brat",
        name: words::BRAT,
        endings: &["ann"],
        media_type: "text/plain",
        reads: true,
        writes: true,
        zipped: true,
        unit: Some(OffsetUnit::CodePoints),
        options: &[FOLDERS],
        holds: &[
            Holds::Nested,
            Holds::Crossing,
            Holds::Discontinuous,
            Holds::Attributes,
            Holds::Links,
            Holds::Relations,
            Holds::Notes,
        ],
        description: words::BRAT_FOR,
    },
    Format {
        word: "doccano",
        name: words::DOCCANO,
        endings: &["jsonl"],
        media_type: "application/jsonl",
        reads: true,
        writes: true,
        zipped: false,
        unit: Some(OffsetUnit::Utf16),
        options: IN_ROWS_OF_DOCCANO,
        holds: &[Holds::Nested, Holds::Crossing, Holds::Relations, Holds::DocumentLabels, Holds::Metadata],
        description: words::DOCCANO_FOR,
    },
    Format {
        word: "label-studio",
        name: words::LABEL_STUDIO,
        endings: &["json"],
        media_type: "application/json",
        reads: true,
        writes: true,
        zipped: true,
        unit: Some(OffsetUnit::CodePoints),
        options: &[READ_LINES, FOLDERS],
        holds: &[
            Holds::Nested,
            Holds::Crossing,
            Holds::Discontinuous,
            Holds::Attributes,
            Holds::Links,
            Holds::Relations,
            Holds::Notes,
            Holds::Makers,
            Holds::DocumentLabels,
            Holds::Metadata,
        ],
        description: words::LABEL_STUDIO_FOR,
    },
    Format {
        word: "cas-json",
        name: words::CAS_JSON,
        endings: &["json"],
        media_type: "application/json",
        reads: true,
        writes: true,
        zipped: true,
        unit: Some(OffsetUnit::Utf16),
        options: &[FOLDERS],
        holds: IN_ROWS,
        description: words::CAS_JSON_FOR,
    },
    Format {
        word: "web-annotation",
        name: words::WEB_ANNOTATION,
        endings: &["jsonld"],
        media_type: "application/ld+json",
        reads: true,
        writes: true,
        zipped: true,
        unit: Some(OffsetUnit::CodePoints),
        options: &[
            READ_LINES,
            FormatOption {
                values: &[
                    ("each", words::FILE_EACH),
                    ("one", words::ONE_FILE),
                    ("split", words::FOLDER_SPLIT),
                    ("person", words::FOLDER_PERSON),
                ],
                ..FILES
            },
        ],
        holds: IN_ROWS,
        description: words::WEB_ANNOTATION_FOR,
    },
    Format {
        word: "claim-review",
        name: words::CLAIM_REVIEW,
        endings: &["jsonld"],
        media_type: "application/ld+json",
        reads: false,
        writes: true,
        zipped: false,
        unit: None,
        options: &[],
        holds: &[],
        description: words::CLAIM_REVIEW_FOR,
    },
    article("html", words::HTML, &["html", "htm", "xhtml", "mhtml", "mht"], "text/html", words::HTML_FOR),
    article("markdown", words::MARKDOWN, &["md", "markdown"], "text/markdown", words::MARKDOWN_FOR),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_one_row() {
        for format in FORMATS {
            assert_eq!(Format::named(format.word), Some(format));
        }
        assert_eq!(PROJECT.lacks().count(), 0);
    }

    #[test]
    fn file_names_are_clean() {
        let name = |project| PROJECT.file_name(project);
        assert_eq!(name("My  project: part 1/2"), "My project part 1 2.json");
        assert_eq!(name("..."), "project.json");
        assert_eq!(name(""), "project.json");
        assert_eq!(name("Берита"), "Берита.json");
    }
}
