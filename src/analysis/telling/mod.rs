//! Which claim a statement may tell, by what it shares with the statements that are known to tell it and with the
//! claim's own words: over languages, since entities, figures, dates and speakers have none.
//!
//! A claim has what any of its tellings has. Everything shared weighs more the fewer claims have it, and the sum is held
//! against all that the statement has. Nothing is ever decided here: the person sees the reasons and chooses.

mod facts;
mod suggest;

use super::dates::Period;
use super::statement::{Who, claim_labels, statements_of};
use super::tokens::Lexicon;
use crate::model::{
    AnnotationId, ClaimId, DocumentId, EntityId, Project, Quantity, Reference, StatementForm,
};
use crate::sorted::{Map, Set};
use facts::{Facts, Figure, Key};

/// Something that a statement and a claim share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Both speak of this entity.
    Entity(EntityId),
    /// Both give a figure that counts the same.
    Quantity {
        /// Whether some number is allowed by both. If not, the tellings clash, or are of two claims.
        meets: bool,
        /// The figure of the statement: confirmed, or read from its words.
        ours: Quantity,
        /// The figure of the telling, or of the claim's own words, that comes nearest.
        theirs: Quantity,
    },
    /// Both speak of the same time.
    Date,
    /// Both stand on the same word.
    Speaker(Who),
    /// So many words, over languages too where they are alike.
    Words(usize),
}

/// A claim that a statement may tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimSuggestion {
    /// Which.
    pub claim: ClaimId,
    /// How alike they are: 0 for nothing in common, 1,000 for all that the statement has.
    pub score: u32,
    /// What they share; entities first, words last.
    pub reasons: Vec<Shared>,
}

/// A statement, or a claim's own words, as far as likeness goes.
#[derive(Clone, Debug)]
struct Telling {
    /// `None` for the claim's own words.
    source: Option<(DocumentId, AnnotationId)>,
    /// The number of its claim.
    claim: usize,
    /// Numbers of its keys.
    keys: Vec<usize>,
    figures: Vec<Figure>,
    period: Option<Period>,
}

/// A telling that has a key, with the weight that the key has there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Having {
    claim: usize,
    telling: usize,
    weight: u32,
}

/// All that is known to tell claims, made once and kept as the project changes.
#[derive(Clone, Debug)]
pub struct Tellings {
    form: StatementForm,
    lexicon: Lexicon,
    /// Claims by number. A number stays a claim's for good, and one that is gone has no tellings.
    claims: Vec<(ClaimId, Vec<usize>)>,
    /// How many of them have tellings.
    told: usize,
    claim_numbers: Map<ClaimId, usize>,
    /// `None` where one was taken out; its place is given out again.
    all: Vec<Option<Telling>>,
    free: Vec<usize>,
    keys: Map<Key, usize>,
    /// For each key by number, who has it, by claim.
    having: Vec<Vec<Having>>,
    of_document: Map<DocumentId, Vec<usize>>,
    /// Articles with a statement whose speaker is named in another one.
    abroad: Set<DocumentId>,
}

impl Tellings {
    /// Of no claims and statements yet: [`update`](Self::update) takes them in.
    pub fn new(form: StatementForm) -> Self {
        Self {
            form,
            lexicon: Lexicon::new(),
            claims: Vec::new(),
            told: 0,
            claim_numbers: Map::new(),
            all: Vec::new(),
            free: Vec::new(),
            keys: Map::new(),
            having: Vec::new(),
            of_document: Map::new(),
            abroad: Set::new(),
        }
    }

    /// Of all claims and of all statements that are linked to one.
    pub fn of(project: &Project, form: StatementForm) -> Self {
        let mut index = Self::new(form);
        let documents: Vec<DocumentId> = project.documents().map(|document| document.id.clone()).collect();
        let claims: Vec<ClaimId> = project.claims.keys().cloned().collect();
        index.update(project, &documents, &claims);
        index
    }

    /// Reads documents anew whose annotations have changed, or that were added or taken out, and the words of claims that
    /// have. Best many at once, and no more of them than there is time for.
    pub fn update(&mut self, project: &Project, documents: &[DocumentId], claims: &[ClaimId]) {
        for document in documents {
            self.abroad.remove(document);
            for at in self.of_document.remove(document).unwrap_or_default() {
                self.take_out(at);
            }
        }
        let mut facts = Vec::new();
        for claim in claims {
            self.take_out_words(claim);
            facts.extend(project.claims.get(claim).map(|claim| Facts::of_claim(claim, &self.lexicon)));
        }
        let labels = claim_labels(project);
        for document in documents {
            for annotation in statements_of(project, document, &labels, false) {
                if matches!(&annotation.refers_to, Some(Reference::Claim(_))) {
                    facts.push(Facts::of_statement(project, annotation, &self.form, &self.lexicon));
                }
            }
        }
        self.number(&facts);
        facts.into_iter().for_each(|facts| self.insert(facts));
    }

    /// Articles that are to be read anew whatever else changed: who speaks in them is named elsewhere.
    pub fn abroad(&self) -> impl Iterator<Item = &DocumentId> {
        self.abroad.iter()
    }

    /// Gives numbers to keys that have none, all at once: putting words into a sorted map one by one moves what is behind.
    fn number(&mut self, facts: &[Facts]) {
        let keys = facts.iter().flat_map(|facts| facts.keys.keys());
        let new: Set<Key> = keys.filter(|key| !self.keys.contains_key(*key)).cloned().collect();
        let first = self.having.len();
        self.having.resize(first + new.len(), Vec::new());
        self.keys.merge(new.into_iter().zip(first..).collect());
    }

    fn insert(&mut self, facts: Facts) {
        let Some(claim) = facts.claim else { return };
        let Self { claims, claim_numbers, all, free, keys, having, of_document, told, abroad, .. } = self;
        let claim = *claim_numbers.get_or_insert_with(claim.clone(), || {
            claims.push((claim, Vec::new()));
            claims.len() - 1
        });
        let telling = free.pop().unwrap_or_else(|| {
            all.push(None);
            all.len() - 1
        });
        let mut own: Vec<usize> = Vec::with_capacity(facts.keys.len());
        for (key, weight) in facts.keys {
            let number = keys[&key];
            let one = Having { claim, telling, weight };
            let at = having[number].partition_point(|other| *other < one);
            having[number].insert(at, one);
            own.push(number);
        }
        *told += usize::from(claims[claim].1.is_empty());
        claims[claim].1.push(telling);
        if let Some((document, _)) = &facts.source {
            of_document.get_or_insert_with(document.clone(), Vec::new).push(telling);
            if facts.abroad {
                abroad.insert(document.clone());
            }
        }
        let Facts { source, figures, period, .. } = facts;
        all[telling] = Some(Telling { source, claim, keys: own, figures, period });
    }

    fn take_out_words(&mut self, claim: &ClaimId) {
        let Some(&number) = self.claim_numbers.get(claim) else { return };
        let own = |at: &&usize| self.all[**at].as_ref().is_some_and(|telling| telling.source.is_none());
        if let Some(at) = self.claims[number].1.iter().find(own).copied() {
            self.take_out(at);
        }
    }

    fn take_out(&mut self, at: usize) {
        let Some(telling) = self.all[at].take() else { return };
        for key in telling.keys {
            self.having[key].retain(|one| one.telling != at);
        }
        let tellings = &mut self.claims[telling.claim].1;
        tellings.retain(|other| *other != at);
        self.told -= usize::from(tellings.is_empty());
        self.free.push(at);
    }
}
