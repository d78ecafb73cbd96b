//! What a statement says beside its words. It stands in the attributes of an annotation of kind claim.
//!
//! The file form of a figure, a time and evidence is `wire`'s, as that of everything else; who reads statements below
//! it is handed the [`StatementForm`] that reads them.

use super::{AnnotationId, CERTAINTIES, DocumentId, Quantity, RawJson, STANCES};

/// Key of the chain of speakers, outermost last.
pub const SPEAKERS: &str = "speakers";
/// Key of the annotation that attributes the statement.
pub const CUE: &str = "cue";
/// Key of the stance.
pub const STANCE: &str = "stance";
/// Key of the certainty.
pub const CERTAINTY: &str = "certainty";
/// Key of the figure.
pub const QUANTITY: &str = "quantity";
/// Key of the time that the statement speaks of.
pub const TIME: &str = "time";
/// Key of the evidence.
pub const EVIDENCE: &str = "evidence";

/// How a report stands to a claim. In the order of [`STANCES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// On its own word.
    Asserts,
    /// On somebody else's.
    Reports,
    /// It is not so.
    Denies,
    /// It is hardly so.
    Doubts,
    /// Is it so?
    Questions,
    /// It will be so.
    Predicts,
}

impl Stance {
    /// Each of them, in the order of [`STANCES`].
    pub const ALL: [Self; 6] =
        [Self::Asserts, Self::Reports, Self::Denies, Self::Doubts, Self::Questions, Self::Predicts];

    /// As it stands in files.
    pub fn word(self) -> &'static str {
        STANCES[self as usize]
    }

    /// From a word of a file; `None` for a word of somebody's own.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.word() == word)
    }
}

/// How sure a report is. In the order of [`CERTAINTIES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It is so.
    Certain,
    /// It is likely so.
    Probable,
    /// It may be so.
    Possible,
}

impl Certainty {
    /// Each of them, in the order of [`CERTAINTIES`].
    pub const ALL: [Self; 3] = [Self::Certain, Self::Probable, Self::Possible];

    /// As it stands in files.
    pub fn word(self) -> &'static str {
        CERTAINTIES[self as usize]
    }

    /// From a word of a file; `None` for a word of somebody's own.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|certainty| certainty.word() == word)
    }
}

/// The time that a statement speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The annotation that names it.
    pub annotation: Option<AnnotationId>,
    /// In ISO 8601 or EDTF, as precise as the text (`2023-10`, `2023-10-07/2023-10-09`); empty where nobody has said.
    pub value: String,
}

/// What a piece of evidence does to a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EvidenceStance {
    /// It speaks for it.
    Supports,
    /// It speaks against it.
    Refutes,
    /// It is to be known beside it. What a file gives without a word is no more than this.
    #[default]
    Context,
}

/// What bears on a statement: a place in an article of the project, or an address outside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// In which document, where it is one of the project.
    pub document: Option<DocumentId>,
    /// The annotations that mark it.
    pub annotations: Vec<AnnotationId>,
    /// Its address, or empty.
    pub url: String,
    /// Its words, or what a person has to say of it.
    pub text: String,
    /// What it does.
    pub stance: EvidenceStance,
}

/// What reads the parts of a statement that the project carries as JSON; each gives `None` for what is something else,
/// or holds more than it knows, so that nothing is lost where it is written again. `wire::STATEMENT` is the one of files.
#[derive(Clone, Copy, Debug)]
pub struct StatementForm {
    /// Reads a figure.
    pub quantity: fn(&RawJson) -> Option<Quantity>,
    /// Reads a time.
    pub when: fn(&RawJson) -> Option<When>,
    /// Reads evidence.
    pub evidence: fn(&RawJson) -> Option<Vec<Evidence>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_file_has_its_meaning() {
        let stances: Vec<_> = STANCES.iter().map(|word| Stance::of(word).map(Stance::word)).collect();
        assert_eq!(stances, STANCES.iter().copied().map(Some).collect::<Vec<_>>());
        let sure: Vec<_> = CERTAINTIES.iter().map(|word| Certainty::of(word).map(Certainty::word)).collect();
        assert_eq!(sure, CERTAINTIES.iter().copied().map(Some).collect::<Vec<_>>());
        assert_eq!(Stance::of("Denies"), None);
    }
}
