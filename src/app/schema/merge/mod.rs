//! Taking in another schema, a preset or one from a file: what it would change is shown before it is done.
//!
//! Nothing is lost by it: labels are found by their id or, failing that, by their name; what the other schema leaves
//! open stays as it is; lists of attributes and values grow. An attribute of the same id and another type comes in
//! beside the one that is there.

mod act;
mod merging;

pub use act::MergeAct;

use self::merging::Merging;
use super::uses::Uses;
use crate::formats::{Issue, ReadSchema};
use crate::model::{Schema, attribution, conll_2003, nergrit, news, onto_notes_5};
use crate::sorted::Set;
use crate::words::schema as words;

/// A schema that comes with Postil.
#[derive(Clone, Copy)]
pub struct Preset {
    /// What it is called.
    pub name: fn() -> &'static str,
    /// For whom it is.
    pub about: fn() -> &'static str,
    /// Makes it.
    pub schema: fn() -> Schema,
}

/// Every schema that comes with Postil.
pub const PRESETS: [Preset; 5] = [
    Preset { name: words::preset_news, about: words::preset_news_about, schema: news },
    Preset { name: words::preset_conll, about: words::preset_conll_about, schema: conll_2003 },
    Preset { name: words::preset_onto, about: words::preset_onto_about, schema: onto_notes_5 },
    Preset { name: words::preset_nergrit, about: words::preset_nergrit_about, schema: nergrit },
    Preset { name: words::preset_claims, about: words::preset_claims_about, schema: attribution },
];

/// What becomes of a label or relation type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It comes in.
    Added,
    /// It is here and becomes another.
    Changed,
    /// It is here as it comes in.
    Same,
    /// It is here alone and stays.
    Kept,
    /// It is here alone, used nowhere, and goes.
    Removed,
}

/// One line of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeRow {
    /// Its name.
    pub name: String,
    /// Its colour slot; none for a relation type.
    pub colour: Option<u8>,
    /// What becomes of it.
    pub fate: Fate,
    /// In which way, in words; may be empty.
    pub how: String,
    /// For what comes in: its number, and whether it is taken.
    pub choice: Option<(usize, bool)>,
}

/// A schema that is looked at before it is taken in.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// Where it comes from: the name of a preset or a file.
    pub from: String,
    /// What comes in.
    pub incoming: Schema,
    /// Guidelines that come with it.
    pub guidelines: String,
    /// What was noticed in its file.
    pub issues: Vec<Issue>,
    /// What is not to be taken: labels by their number, relation types behind them.
    pub left_out: Set<usize>,
    /// Whether labels that are here alone and used nowhere go.
    pub remove_unused: bool,
    /// Whether its guidelines take the place of those that are here.
    pub take_guidelines: bool,
}

impl Merge {
    /// Of what was read from a file.
    pub fn of(read: ReadSchema, guidelines_here: &str) -> Self {
        let take_guidelines = !read.guidelines.is_empty() && guidelines_here.trim().is_empty();
        Self {
            from: read.file,
            incoming: read.schema,
            guidelines: read.guidelines,
            issues: read.issues,
            left_out: Set::new(),
            remove_unused: false,
            take_guidelines,
        }
    }

    /// What would become of a schema, line by line.
    pub fn result(&self, here: &Schema, uses: &Uses) -> (Schema, Vec<MergeRow>) {
        let mut merging = Merging::new(self, here, uses);
        for n in 0..self.incoming.labels.len() {
            merging.label(n);
        }
        for n in 0..self.incoming.relation_types.len() {
            merging.relation(n);
        }
        merging.finish()
    }
}
