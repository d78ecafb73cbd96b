//! What the box *Entity* or *Claim* offers for the selected annotation.

use super::Linking;
use crate::analysis::names::{Mention, Reason, Suggestion};
use crate::analysis::{ClaimSuggestion, Shared};
use crate::app::Session;
use crate::model::{Annotation, ClaimId, EntityId, Kind, Reference};
use crate::sorted::{Map, Set};
use crate::text::{folded, holds_folded};
use std::rc::Rc;

/// So many entities or claims are offered.
const OFFERED: usize = 8;
/// So many suggestions stay in sight where nothing holds what is typed.
const STAY: usize = 3;
/// So many suggested claims are known, to come first among what is typed.
const KNOWN: usize = 32;
/// What is less alike than this, of 1,000, shares something by chance. Of the claims that come first rightly in
/// `tests/tellings.rs` one of 66 is below; where the claim is not in the registry, one in four that would come first.
const ALIKE: u32 = 170;

/// One answer to what an annotation speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// This entity: what it is called, the name that was found, and why it is suggested, if it is.
    Entity(EntityId, String, String, Option<Reason>),
    /// This claim, in its own words, and what the statement shares with it; nothing where it is not suggested.
    Claim(ClaimId, String, Rc<[Shared]>),
    /// A new one, called this.
    Create(String),
    /// Somebody looked: none in the registry.
    Nil,
    /// Nothing is said.
    Nothing,
}

impl Answer {
    /// Whether it is the same answer, whatever speaks for it and however a new one is called.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Entity(one, ..), Self::Entity(two, ..)) => one == two,
            (Self::Claim(one, ..), Self::Claim(two, ..)) => one == two,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Session {
    /// What kind of registry an annotation refers to: entities for a mention, claims for a statement.
    pub fn registry_of(&self, annotation: &Annotation) -> Kind {
        self.project.schema.label(&annotation.label).map_or(Kind::Other, |label| label.kind)
    }

    /// What an annotation marks, as a name: in one line, its fragments with a blank between them.
    pub fn named(&self, annotation: &Annotation) -> String {
        let Some(document) = self.project.document(&annotation.document) else { return String::new() };
        let spans = annotation.fragments.spans().iter();
        let words = spans.flat_map(|span| document.text.slice(*span).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }

    /// The box that is open for the selected annotation.
    pub fn linking(&self) -> Option<&Linking> {
        let reading = self.reading.as_ref()?;
        reading.linking.as_ref().filter(|linking| reading.selected.last() == Some(&linking.of))
    }

    /// What may be meant by an annotation, best first; kept until the project or the annotation is another one. None as
    /// long as statements are still read for it.
    pub fn suggestions(&self, annotation: &Rc<Annotation>) -> Rc<[Answer]> {
        let key = (self.counter, annotation.id.clone());
        let mut kept = self.kept.suggested.borrow_mut();
        match &*kept {
            Some((of, found)) if *of == key => found.clone(),
            _ => match self.look_for_suggestions(annotation) {
                Some(found) => kept.insert((key, found.into())).1.clone(),
                None => Rc::default(),
            },
        }
    }

    fn look_for_suggestions(&self, annotation: &Annotation) -> Option<Vec<Answer>> {
        match self.registry_of(annotation) {
            Kind::Entity if !self.project.entities.is_empty() => Some(self.suggested_entities(annotation)),
            Kind::Claim if !self.project.claims.is_empty() => self.suggested_claims(annotation),
            _ => Some(Vec::new()),
        }
    }

    fn suggested_claims(&self, statement: &Annotation) -> Option<Vec<Answer>> {
        let found = self.tellings()?.suggest_claims(&self.project, statement, KNOWN);
        let alike = found.into_iter().filter(|suggestion| suggestion.score >= ALIKE);
        let answer = |suggestion: ClaimSuggestion| {
            let text = self.project.claims.get(&suggestion.claim)?.text.clone();
            Some(Answer::Claim(suggestion.claim, text, suggestion.reasons.into()))
        };
        Some(alike.filter_map(answer).collect())
    }

    fn suggested_entities(&self, annotation: &Annotation) -> Vec<Answer> {
        let (quote, document) = (self.named(annotation), self.document());
        let others = self.others(annotation, &quote);
        let others: Vec<(&str, Option<&EntityId>)> =
            others.iter().map(|(name, entity)| (name.as_str(), *entity)).collect();
        let mention = Mention {
            quote: &quote,
            language: document.map_or("", |document| &document.metadata.language),
            label: Some(&annotation.label),
            others: &others,
        };
        let found = self.names().suggest(&mention, OFFERED);
        let choice = |suggestion: Suggestion| {
            let name = self.project.entities.get(&suggestion.entity)?.name.clone();
            Some(Answer::Entity(suggestion.entity, name, suggestion.name, Some(suggestion.reason)))
        };
        found.into_iter().filter_map(choice).collect()
    }

    /// What else the same article names: what is linked, and longer names that hold this one.
    fn others(&self, of: &Annotation, name: &str) -> Map<String, Option<&EntityId>> {
        let mut others = Map::new();
        let Some(all) = self.project.annotations(&of.document) else { return others };
        let wanted = folded(name);
        for other in all.iter().filter(|other| other.id != of.id) {
            let entity = match &other.refers_to {
                Some(Reference::Entity(id)) => Some(id),
                None if self.registry_of(other) == Kind::Entity => None,
                _ => continue,
            };
            let named = self.named(other);
            if entity.is_some() || named.len() > name.len() && holds_folded(&named, &wanted) {
                let kept = others.get_or_insert_with(named, || entity);
                *kept = kept.or(entity);
            }
        }
        others
    }

    /// The rows of the box, and which of them is meant before anybody goes to another one.
    ///
    /// While nothing is typed: what is suggested, a new one, and then what else there is. Else what holds the words, of it
    /// what is suggested first, then a new one. Where nothing holds them, what is suggested stays in sight above the new
    /// one, which is meant: who types a claim in words of their own should see that it is there already.
    pub(super) fn rows_of(&self, annotation: &Rc<Annotation>, words: &str) -> (Vec<Answer>, usize) {
        let (kind, words) = (self.registry_of(annotation), words.trim());
        let mut rows = match (kind, words.is_empty()) {
            (Kind::Entity, true) => self.suggestions(annotation).to_vec(),
            (Kind::Entity, false) => {
                let found = self.names().type_ahead(words, Some(&annotation.label), OFFERED);
                let row = |(id, matched): (EntityId, String)| {
                    let name = self.project.entities.get(&id)?.name.clone();
                    Some(Answer::Entity(id, name, matched, None))
                };
                found.into_iter().filter_map(row).collect()
            }
            _ => self.claims_with(annotation, words),
        };
        // What it refers to comes first as long as nothing is typed: Enter then changes nothing by mistake.
        let now = annotation.refers_to.as_ref().filter(|_| words.is_empty());
        let is_now = |row: &Answer| match (row, now) {
            (Answer::Entity(id, ..), Some(Reference::Entity(to))) => id == to,
            (Answer::Claim(id, ..), Some(Reference::Claim(to))) => id == to,
            _ => false,
        };
        let there = rows.iter().position(is_now).map(|at| rows.remove(at));
        let named = || {
            let name = self.name_of(now?)?;
            Some(match now? {
                Reference::Entity(id) => Answer::Entity(id.clone(), name.clone(), name, None),
                Reference::Claim(id) => Answer::Claim(id.clone(), name, Rc::default()),
                Reference::Nil(_) => return None,
            })
        };
        rows.splice(0..0, there.or_else(named));
        let found = !rows.is_empty();
        if !found {
            rows.extend(self.suggestions(annotation).iter().take(STAY).cloned());
        }
        let new = if words.is_empty() { self.named(annotation) } else { words.to_owned() };
        // Behind what is suggested, if anything is: where nothing speaks for a claim, what is chosen first says nothing
        // false.
        let suggested = |row: &Answer| matches!(row, Answer::Claim(_, _, reasons) if !reasons.is_empty());
        let at = match kind == Kind::Claim && words.is_empty() {
            true => rows.iter().take_while(|row| suggested(row) || is_now(row)).count(),
            false => rows.len(),
        };
        rows.insert(at, Answer::Create(new));
        if kind == Kind::Entity && annotation.refers_to != Some(Reference::Nil(crate::model::Nil)) {
            rows.push(Answer::Nil);
        }
        if annotation.refers_to.is_some() {
            rows.push(Answer::Nothing);
        }
        (rows, if found { 0 } else { at })
    }

    /// The rows of the box.
    pub fn link_choices(&self, annotation: &Rc<Annotation>, words: &str) -> Vec<Answer> {
        self.rows_of(annotation, words).0
    }

    /// The claims that hold all of these words, those that are suggested first.
    fn claims_with(&self, statement: &Rc<Annotation>, words: &str) -> Vec<Answer> {
        let wanted: Vec<String> = words.split_whitespace().map(folded).collect();
        let holds = |text: &str| wanted.iter().all(|word| holds_folded(text, word));
        let fits = |id: &ClaimId| {
            self.project.claims.get(id).is_some_and(|claim| holds(&claim.text) || holds(&claim.topic))
        };
        let suggestions = self.suggestions(statement);
        let known: Set<&ClaimId> = suggestions.iter().filter_map(claim_of).collect();
        let suggested = suggestions.iter().filter(|answer| claim_of(answer).is_some_and(fits)).cloned();
        let others =
            self.project.claims.values().filter(|claim| !known.contains(&claim.id) && fits(&claim.id));
        let others = others.map(|claim| Answer::Claim(claim.id.clone(), claim.text.clone(), Rc::default()));
        suggested.chain(others).take(OFFERED).collect()
    }
}

fn claim_of(answer: &Answer) -> Option<&ClaimId> {
    match answer {
        Answer::Claim(id, ..) => Some(id),
        _ => None,
    }
}
