//! The columns of each table, as the card declares them.

/// What stands in a column.
pub(super) enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// Yes or no.
    Flag,
    /// Texts.
    Texts,
    /// Records.
    Records(&'static [Column]),
}

/// A column, or a field of a record.
pub(super) type Column = (&'static str, Kind);

use Kind::{Flag, Records, Text, Texts, Whole};

const FRAGMENT: &[Column] = &[("start", Whole), ("end", Whole), ("text", Text)];
const VALUE: &[Column] = &[("name", Text), ("value", Text)];

/// The configurations in their order; the first is loaded where none is asked for.
pub(super) const CONFIGS: &[(&str, &[Column])] = &[
    (
        "documents",
        &[
            ("id", Text),
            ("title", Text),
            ("text", Text),
            ("outlet", Text),
            ("author", Texts),
            ("url", Text),
            ("language", Text),
            ("published", Text),
            ("retrieved", Text),
            ("license", Text),
            ("split", Text),
            ("status", Text),
            ("labels", Texts),
            ("metadata", Text),
            (
                "spans",
                Records(&[("id", Text), ("start", Whole), ("end", Whole), ("label", Text), ("text", Text)]),
            ),
        ],
    ),
    (
        "mentions",
        &[
            ("id", Text),
            ("document", Text),
            ("label", Text),
            ("kind", Text),
            ("start", Whole),
            ("end", Whole),
            ("text", Text),
            ("fragments", Records(FRAGMENT)),
            ("entity", Text),
            ("claim", Text),
            ("kb_id", Text),
            ("attributes", Records(VALUE)),
            ("note", Text),
            ("unsure", Flag),
            ("status", Text),
            ("annotator", Text),
            ("how", Text),
            ("created", Text),
        ],
    ),
    (
        "entities",
        &[
            ("id", Text),
            ("name", Text),
            ("label", Text),
            ("aliases", Records(&[("value", Text), ("language", Text), ("script", Text)])),
            ("ids", Records(&[("scheme", Text), ("id", Text), ("url", Text)])),
            ("description", Text),
            ("note", Text),
        ],
    ),
    (
        "claims",
        &[
            ("id", Text),
            ("text", Text),
            ("language", Text),
            ("topic", Text),
            ("check_worthiness", Text),
            ("reference", Text),
            ("verdict", Text),
            ("verdict_scheme", Text),
            ("rating", Text),
            ("best_rating", Text),
            ("worst_rating", Text),
            ("justification", Text),
            ("verdict_by", Text),
            ("verdict_url", Text),
            ("verdict_date", Text),
        ],
    ),
    (
        "relations",
        &[
            ("id", Text),
            ("type", Text),
            ("symmetric", Flag),
            ("ends", Records(&[("role", Text), ("kind", Text), ("id", Text), ("document", Text)])),
            ("trigger", Text),
            ("attributes", Records(VALUE)),
        ],
    ),
];
