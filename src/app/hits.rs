//! Marking the places where words stand: which of them it is for, and what is marked there already.

use super::reduce::{commit, select};
use super::search::Search;
use super::{Effect, Env, Find, Focus, HITS_LISTED, NoticeKind, Session, State, Step, quote};
use crate::edit::Act;
use crate::model::{AnnotationId, Annotations, Document, DocumentId, Fragments, LabelId, Reference};
use crate::sorted::{Set, sort_by};
use crate::text::{Byte, Span};
use crate::words::{said, search as words};
use std::cell::RefCell;
use std::rc::Rc;

/// Of the mark around a hit so much is shown.
const QUOTE: usize = 40;

/// How a hit stands to what is marked with a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitState {
    /// Nothing is in the way.
    Free,
    /// It lies inside a mark of that label, as a name does in a longer one: marked only if a person says so.
    Inside(AnnotationId),
    /// It is marked so already and refers to nothing, and what is marked is linked: this one, too.
    Linkable(AnnotationId),
    /// It is marked so already, or its article is gone: there is nothing to mark.
    Marked,
}

/// What a person said of hits; of the others their state decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticks<K> {
    out: Set<K>,
    within: Set<K>,
}

impl<K: Ord> Default for Ticks<K> {
    fn default() -> Self {
        Self { out: Set::default(), within: Set::default() }
    }
}

impl<K: Ord + Clone> Ticks<K> {
    /// Whether a hit is to be marked.
    pub fn takes(&self, hit: &K, state: &HitState) -> bool {
        match state {
            HitState::Free | HitState::Linkable(_) => !self.out.contains(hit),
            HitState::Inside(_) => self.within.contains(hit),
            HitState::Marked => false,
        }
    }

    /// A person takes it, or leaves it out.
    pub(super) fn set(&mut self, hit: K, take: bool) {
        let (to, from) =
            if take { (&mut self.within, &mut self.out) } else { (&mut self.out, &mut self.within) };
        // What is only taken back says nothing more: with another label the hit may lie inside a mark.
        if !from.remove(&hit) {
            to.insert(hit);
        }
    }
}

/// How each of the hits, which come in order, stands to what is marked with a label; `links` says whether what is marked
/// is linked, too.
fn states(all: &Annotations, label: &LabelId, links: bool, hits: &[Span]) -> Vec<HitState> {
    let own = all.iter().filter(|annotation| annotation.label == *label);
    let spans =
        own.flat_map(|annotation| annotation.fragments.spans().iter().map(|span| (*span, &annotation.id)));
    let mut spans: Vec<(Span, &AnnotationId)> = spans.collect();
    sort_by(&mut spans, |a, b| a.0.start().cmp(&b.0.start()));
    // Of what starts at or before a hit, what ends last.
    let mut last: Option<(Byte, &AnnotationId)> = None;
    let mut next = spans.into_iter().peekable();
    let mut state = |hit: &Span| {
        while let Some((span, id)) = next.next_if(|(span, _)| span.start() <= hit.start()) {
            if last.is_none_or(|(end, _)| end < span.end()) {
                last = Some((span.end(), id));
            }
        }
        let (end, id) = last?;
        let here = Fragments::one(*hit).and_then(|own| all.find(label, &own));
        match here {
            Some(here) if links && here.refers_to.is_none() => Some(HitState::Linkable(here.id.clone())),
            Some(_) => Some(HitState::Marked),
            None => (end >= hit.end()).then(|| HitState::Inside(id.clone())),
        }
    };
    hits.iter().map(|hit| state(hit).unwrap_or(HitState::Free)).collect()
}

/// The states of all hits, by article.
type Found = Rc<[Vec<HitState>]>;

/// What was computed of a search, and of what: its run, how many hits it had, the counter of the next transaction, the
/// label, whether what is marked is linked.
pub(super) type KeptHits = RefCell<Option<((u64, usize, u64, LabelId, bool), Found)>>;

impl Session {
    /// How each hit in the open article stands to what is marked there with a label.
    pub fn hit_states(&self, find: &Find, label: &LabelId) -> Vec<HitState> {
        let all = self.reading.as_ref().and_then(|reading| self.project.annotations(&reading.document));
        let listed = &find.hits[..find.hits.len().min(HITS_LISTED)];
        all.map_or_else(Vec::new, |all| states(all, label, false, listed))
    }

    /// The same of what was found in all articles, nothing while a search runs; computed anew only after the project, the
    /// hits or the label changed.
    pub fn found_states(&self, search: &Search) -> Found {
        let label = self.search_label(search).filter(|_| search.running.is_none());
        let Some(label) = label else { return Rc::default() };
        let key = (search.run(), search.hits, self.counter, label, self.links_of(search).is_some());
        let mut kept = self.kept.hits.borrow_mut();
        match &*kept {
            Some((of, found)) if *of == key => found.clone(),
            _ => {
                let one = |id: &DocumentId, hits: &[Span]| {
                    self.project.annotations(id).map(|all| states(all, &key.3, key.4, hits))
                };
                let found = search.found.iter().map(|found| {
                    let there = found.article(&self.project);
                    let states = there.and_then(|document| one(&document.id, &found.hits));
                    states.unwrap_or_else(|| vec![HitState::Marked; found.hits.len()])
                });
                let found = found.collect();
                kept.insert((key, found)).1.clone()
            }
        }
    }

    /// What is to be said of a hit beside its words: why it is not marked unless a person says so. Mostly nothing.
    pub fn hit_words(&self, document: &Document, state: &HitState) -> String {
        match state {
            HitState::Free => String::new(),
            HitState::Marked => words::marked().to_owned(),
            HitState::Linkable(_) => words::linkable().to_owned(),
            HitState::Inside(id) => {
                let around = self.project.annotation(&document.id, id);
                around.map_or_else(String::new, |around| words::inside(&quote(&document.text, around, QUOTE)))
            }
        }
    }

    /// What *Mark* links the found hits to, as long as it is in the registry.
    pub fn links_of<'a>(&self, search: &'a Search) -> Option<&'a Reference> {
        search.links.as_ref().filter(|to| self.name_of(to).is_some())
    }

    /// What *Mark* marks the found hits as: the label that was chosen, else the first.
    pub fn search_label(&self, search: &Search) -> Option<LabelId> {
        let schema = &self.project.schema;
        let chosen = search.label.clone().filter(|id| schema.label(id).is_some());
        chosen.or_else(|| schema.labels.first().map(|label| label.id.clone()))
    }
}

/// What a person does with the hits in the open article.
#[derive(Clone, Debug)]
pub enum HitsAct {
    /// Mark this one with the others, or leave it out.
    Take(usize, bool),
    /// Mark all that are to be marked, as one act.
    Mark(LabelId),
}

impl Step for HitsAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Self::Take(at, take) => {
                let reading = state.session.as_mut().and_then(|session| session.reading.as_mut());
                if let Some(find) = reading.and_then(|reading| reading.find.as_mut()) {
                    find.ticks.set(*at, *take);
                }
            }
            Self::Mark(label) => mark(state, label, env, &mut effects),
        }
        effects
    }
}

fn mark(state: &mut State, label: &LabelId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let (mut made, mut there) = (Vec::new(), 0);
    let done = commit::act(state, env, out, Act::Mark, |builder, session| {
        let Some(reading) = &session.reading else { return };
        let Some(find) = &reading.find else { return };
        let states = session.hit_states(find, label);
        there = states.iter().filter(|state| **state == HitState::Marked).count();
        for (hit, _) in find.chosen(&states) {
            let Some(fragments) = Fragments::one(hit) else { continue };
            made.push(builder.annotate(&reading.document, label, fragments));
        }
    });
    state.dialog = None;
    out.push(Effect::Focus(Focus::Article));
    // There was nothing to do, or it was refused, and why is said already.
    if !done {
        return;
    }
    let name = state.session.as_ref().and_then(|session| session.project.schema.label(label));
    let name = name.map_or_else(String::new, |label| label.name.clone());
    state.notify(NoticeKind::Info, said::marked_as(made.len(), &name, there), true);
    select::set(state, made, out);
}
