//! Which claim a statement may tell, by what it shares with the statements that are known to tell it and with the
//! claim's own words: over languages, since entities, figures, dates and speakers have none.
//!
//! A claim has what any of its tellings has. Everything shared weighs more the fewer claims have it, and the sum is held
//! against all that the statement has. Nothing is ever decided here: the person sees the reasons and chooses.

mod facts;

use super::dates::Period;
use super::statement::{Who, claim_labels, statements_of};
use super::tokens::Lexicon;
use super::units::Unit;
use crate::model::{
    Annotation, AnnotationId, ClaimId, DocumentId, EntityId, LabelId, Project, Quantity, Reference,
    StatementForm,
};
use crate::sorted::{Map, Set, order};
use facts::{DATE, Facts, Key};

/// Something that a statement and a claim share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Both speak of this entity.
    Entity(EntityId),
    /// Both give a figure that counts the same.
    Quantity {
        /// Whether some number is allowed by both. If not, the tellings clash, or are of two claims.
        meets: bool,
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

/// So many claims are looked at more closely.
const LOOKED_AT: usize = 32;

/// A statement, or a claim's own words, as far as likeness goes.
#[derive(Clone, Debug)]
struct Telling {
    /// `None` for the claim's own words.
    source: Option<(DocumentId, AnnotationId)>,
    /// The number of its claim.
    claim: usize,
    /// Numbers of its keys.
    keys: Vec<usize>,
    quantity: Option<(Quantity, Unit)>,
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
    claim_numbers: Map<ClaimId, usize>,
    /// `None` where one was taken out; its place is given out again.
    all: Vec<Option<Telling>>,
    free: Vec<usize>,
    keys: Map<Key, usize>,
    /// For each key by number, who has it, by claim.
    having: Vec<Vec<Having>>,
    of_document: Map<DocumentId, Vec<usize>>,
}

impl Tellings {
    /// Of all claims and of all statements that are linked to one.
    pub fn of(project: &Project, form: StatementForm) -> Self {
        let mut index = Self {
            form,
            lexicon: Lexicon::new(),
            claims: project.claims.keys().map(|id| (id.clone(), Vec::new())).collect(),
            claim_numbers: project.claims.keys().enumerate().map(|(n, id)| (id.clone(), n)).collect(),
            all: Vec::new(),
            free: Vec::new(),
            keys: Map::new(),
            having: Vec::new(),
            of_document: Map::new(),
        };
        let mut facts: Vec<Facts> =
            project.claims.values().map(|claim| Facts::of_claim(claim, &index.lexicon)).collect();
        let labels = claim_labels(project);
        for document in project.documents() {
            index.read(project, &document.id, &labels, &mut facts);
        }
        // Numbers are given out at once, in order: putting words into a sorted map one by one moves what is behind.
        let keys: Set<Key> = facts.iter().flat_map(|facts| facts.keys.keys()).cloned().collect();
        index.having = vec![Vec::new(); keys.len()];
        index.keys = keys.iter().enumerate().map(|(n, key)| (key.clone(), n)).collect();
        facts.into_iter().for_each(|facts| index.insert(facts));
        index
    }

    /// Reads a document anew: its annotations have changed, or it was added or taken out.
    pub fn update_document(&mut self, project: &Project, document: &DocumentId) {
        for at in self.of_document.remove(document).unwrap_or_default() {
            self.take_out(at);
        }
        let mut facts = Vec::new();
        self.read(project, document, &claim_labels(project), &mut facts);
        facts.into_iter().for_each(|facts| self.insert(facts));
    }

    /// Reads a claim's own words anew: they have changed, or it was added or taken out.
    pub fn update_claim(&mut self, project: &Project, claim: &ClaimId) {
        if let Some(&number) = self.claim_numbers.get(claim) {
            let own = |at: &&usize| self.all[**at].as_ref().is_some_and(|telling| telling.source.is_none());
            if let Some(at) = self.claims[number].1.iter().find(own).copied() {
                self.take_out(at);
            }
        }
        if let Some(claim) = project.claims.get(claim) {
            self.insert(Facts::of_claim(claim, &self.lexicon));
        }
    }

    /// The claims that a statement may tell, most alike first, at most `limit`. What is known of the statement itself
    /// does not count, so that a link can be looked over.
    pub fn suggest_claims(
        &self,
        project: &Project,
        statement: &Annotation,
        limit: usize,
    ) -> Vec<ClaimSuggestion> {
        let facts = Facts::of_statement(project, statement, &self.form, &self.lexicon);
        let own = |at: usize| {
            let source = self.all[at].as_ref().and_then(|telling| telling.source.as_ref());
            source.is_some_and(|(_, id)| *id == statement.id)
        };
        let mut scores: Vec<u32> = vec![0; self.claims.len()];
        let mut whole = facts.most_by_figures();
        for (key, by) in &facts.keys {
            let having = self.keys.get(key).map_or(&[][..], |number| &self.having[*number]);
            // Of the tellings of one claim, which stand together, the one where it weighs most.
            let mut claims: Vec<(usize, u32)> = Vec::new();
            for one in having.iter().filter(|one| !own(one.telling)) {
                match claims.last_mut() {
                    Some((claim, weight)) if *claim == one.claim => *weight = one.weight.max(*weight),
                    _ => claims.push((one.claim, one.weight)),
                }
            }
            let rarity = self.rarity(claims.len());
            whole += by * rarity;
            claims.iter().for_each(|(claim, weight)| scores[*claim] += rarity * weight.min(by));
        }
        // One that is not in the registry any more cannot be told.
        let there = |claim: &usize| scores[*claim] > 0 && project.claims.contains_key(&self.claims[*claim].0);
        let mut best: Vec<usize> = (0..scores.len()).filter(there).collect();
        let first = |scores: &[u32], claims: &[usize], many: usize| -> Vec<usize> {
            // Of equals the first by number.
            let order = order(claims.len(), &|a, b| scores[claims[b]].cmp(&scores[claims[a]]));
            order.into_iter().take(many).map(|at| claims[at]).collect()
        };
        // Figures and times are held against each other only where something else is shared.
        best = first(&scores, &best, limit.max(LOOKED_AT));
        let mut beside: Map<usize, (Option<bool>, bool)> = Map::new();
        for &claim in &best {
            let (mut meets, mut date, mut by_figure) = (None, false, 0);
            for telling in self.claims[claim].1.iter().filter(|at| !own(**at)) {
                let Some(telling) = &self.all[*telling] else { continue };
                let (met, by) = facts.figure_against(telling.quantity.as_ref());
                meets = meets.max(met);
                by_figure = by_figure.max(by);
                date |= facts.period.zip(telling.period).is_some_and(|(one, other)| one.meets(&other));
            }
            scores[claim] += by_figure + if date { DATE } else { 0 };
            beside.insert(claim, (meets, date));
        }
        let best = first(&scores, &best, limit);
        let suggestion = |claim: usize| ClaimSuggestion {
            claim: self.claims[claim].0.clone(),
            score: (1000 * u64::from(scores[claim]) / u64::from(whole.max(1))) as u32,
            reasons: self.reasons(&facts, claim, beside[&claim], &own),
        };
        best.into_iter().map(suggestion).collect()
    }

    /// What a statement shares with a claim.
    fn reasons(
        &self,
        facts: &Facts,
        claim: usize,
        (meets, date): (Option<bool>, bool),
        own: &dyn Fn(usize) -> bool,
    ) -> Vec<Shared> {
        let (mut reasons, mut speaker, mut words) = (Vec::new(), None, 0);
        for key in facts.keys.keys() {
            let having = self.keys.get(key).map_or(&[][..], |number| &self.having[*number]);
            let from = having.partition_point(|one| one.claim < claim);
            let mut of_claim = having[from..].iter().take_while(|one| one.claim == claim);
            match key {
                _ if of_claim.all(|one| own(one.telling)) => {}
                Key::Entity(id) => reasons.push(Shared::Entity(id.clone())),
                Key::Speaker(who) => speaker = Some(Shared::Speaker(who.clone())),
                Key::Word(_) => words += 1,
                // Said by the figures.
                Key::Unit(_) => {}
            }
        }
        reasons.extend(meets.map(|meets| Shared::Quantity { meets }));
        reasons.extend(date.then_some(Shared::Date));
        reasons.extend(speaker);
        reasons.extend((words > 0).then_some(Shared::Words(words)));
        reasons
    }

    /// The statements of a document that are linked to a claim.
    fn read(&self, project: &Project, document: &DocumentId, labels: &Set<LabelId>, into: &mut Vec<Facts>) {
        for annotation in statements_of(project, document, labels, false) {
            if matches!(&annotation.refers_to, Some(Reference::Claim(_))) {
                into.push(Facts::of_statement(project, annotation, &self.form, &self.lexicon));
            }
        }
    }

    fn insert(&mut self, facts: Facts) {
        let Some(claim) = facts.claim else { return };
        let Self { claims, claim_numbers, all, free, keys, having, of_document, .. } = self;
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
            let number = *keys.get_or_insert_with(key, || {
                having.push(Vec::new());
                having.len() - 1
            });
            let one = Having { claim, telling, weight };
            let at = having[number].partition_point(|other| *other < one);
            having[number].insert(at, one);
            own.push(number);
        }
        claims[claim].1.push(telling);
        if let Some((document, _)) = &facts.source {
            of_document.get_or_insert_with(document.clone(), Vec::new).push(telling);
        }
        let Facts { source, quantity, period, .. } = facts;
        all[telling] = Some(Telling { source, claim, keys: own, quantity, period });
    }

    fn take_out(&mut self, at: usize) {
        let Some(telling) = self.all[at].take() else { return };
        for key in telling.keys {
            self.having[key].retain(|one| one.telling != at);
        }
        self.claims[telling.claim].1.retain(|other| *other != at);
        self.free.push(at);
    }

    /// How much it says that a claim has what so many claims have: four for each time that the number of all claims
    /// halves down to it. Whole numbers, so that it is the same on every machine.
    fn rarity(&self, having: usize) -> u32 {
        let ratio = (16 * (self.claims.len() as u64 + 1) / having.max(1) as u64).clamp(16, 1 << 15);
        ratio.pow(4).ilog2() - 15
    }
}
