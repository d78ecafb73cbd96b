//! What can be chosen for the formats of the table.

use crate::formats::FormatOption;
use crate::words::formats as words;

/// What becomes of lines that were read and say the same still.
pub(super) const READ_LINES: FormatOption = FormatOption {
    word: "source",
    name: words::SOURCE,
    values: &[("keep", words::AS_READ), ("anew", words::ANEW)],
};

/// For whom a table is.
pub(super) const READER: FormatOption = FormatOption {
    word: "for",
    name: words::MADE_FOR,
    values: &[("programs", words::FOR_PROGRAMS), ("spreadsheets", words::FOR_SPREADSHEETS)],
};

/// How many files there are; see [`parts`](crate::formats::parts).
pub(super) const FILES: FormatOption = FormatOption {
    word: crate::formats::parts::FILES,
    name: words::FILES,
    values: &[
        ("one", words::ONE_FILE),
        ("each", words::FILE_EACH),
        ("split", words::FILE_SPLIT),
        ("person", words::FILE_PERSON),
    ],
};

/// The same for formats that have a file for each article by themselves.
pub(super) const FOLDERS: FormatOption = FormatOption {
    values: &[("one", words::TOGETHER), ("split", words::FOLDER_SPLIT), ("person", words::FOLDER_PERSON)],
    ..FILES
};

/// How columns are written; see [`columns`](crate::formats::columns).
pub(super) const IN_COLUMNS: &[FormatOption] = &[
    READ_LINES,
    FormatOption {
        word: "scheme",
        name: words::SCHEME,
        values: &[
            ("iob2", words::IOB2),
            ("iob1", words::IOB1),
            ("bioes", words::BIOES),
            ("bilou", words::BILOU),
        ],
    },
    FormatOption {
        word: "shape",
        name: words::COLUMNS,
        values: &[("conll2003", words::FOUR_COLUMNS), ("plain", words::TWO_COLUMNS)],
    },
    FormatOption {
        word: "separator",
        name: words::SEPARATOR,
        values: &[("blank", words::BLANK), ("tab", words::TAB)],
    },
    FormatOption {
        word: "levels",
        name: words::LEVELS,
        values: &[("outermost", words::OUTERMOST), ("each", words::EACH_LEVEL)],
    },
    FormatOption {
        word: "offsets",
        name: words::OFFSETS,
        values: &[
            ("none", words::NO_OFFSETS),
            ("columns", words::OFFSET_COLUMNS),
            ("comment", words::TEXT_COMMENT),
        ],
    },
    FILES,
];

/// How doccano's rows are written; see [`doccano`](crate::formats::doccano).
pub(super) const IN_ROWS_OF_DOCCANO: &[FormatOption] = &[
    READ_LINES,
    FormatOption {
        word: "task",
        name: words::TASK,
        values: &[("spans", words::SPANS), ("relations", words::RELATIONS)],
    },
    FormatOption {
        word: "unit",
        name: words::COUNTED,
        values: &[("utf16", words::UTF16), ("codepoint", words::CODE_POINTS), ("grapheme", words::GRAPHEMES)],
    },
    FILES,
];
