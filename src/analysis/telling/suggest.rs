//! Asking which claims a statement may tell.

use super::facts::{DATE, Facts, Held, Key};
use super::{ClaimSuggestion, Shared, Tellings};
use crate::model::{Annotation, AnnotationId, DocumentId, Project};
use crate::sorted::{Map, order};

/// So many claims are looked at more closely.
const LOOKED_AT: usize = 32;

/// What of a claim was held against a statement's figures and time: the figures that come nearest, if any can be held
/// against each other; whether the times meet.
type Beside<'a> = (Option<Held<'a>>, bool);

impl Tellings {
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
        // Of which more is shared than words as *people*; of which it is whom they speak of, or who says so.
        let mut speaks: Vec<bool> = vec![false; self.claims.len()];
        let mut named: Vec<bool> = vec![false; self.claims.len()];
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
            let (little, names) = (key.says_little(), matches!(key, Key::Entity(_) | Key::Speaker(_)));
            for (claim, weight) in &claims {
                scores[*claim] += rarity * weight.min(by);
                speaks[*claim] |= !little;
                named[*claim] |= names;
            }
        }
        // One that is not in the registry any more cannot be told.
        let there = |claim: &usize| scores[*claim] > 0 && project.claims.contains_key(&self.claims[*claim].0);
        let mut best: Vec<usize> = (0..scores.len()).filter(there).collect();
        let first = |scores: &[u32], claims: &[usize], many: usize| -> Vec<usize> {
            // Of equals the first by id: numbers are given as claims come.
            let by_score = |a: usize, b: usize| scores[claims[b]].cmp(&scores[claims[a]]);
            let by_id = |a: usize, b: usize| self.claims[claims[a]].0.cmp(&self.claims[claims[b]].0);
            let order = order(claims.len(), &|a, b| by_score(a, b).then_with(|| by_id(a, b)));
            order.into_iter().take(many).map(|at| claims[at]).collect()
        };
        // Figures and times are held against each other only where something else is shared.
        best = first(&scores, &best, limit.max(LOOKED_AT));
        let mut beside: Map<usize, Beside<'_>> = Map::new();
        for &claim in &best {
            let (held, by) = self.held_against(&facts, claim, &own);
            // Who counts 1,400 where all others count 224 tells another claim, though it is told in the same words.
            if held.0.is_some_and(|held| held.far) {
                scores[claim] /= 2;
            }
            scores[claim] += by;
            // 220 people and 224 may be the same people. A figure of another size weighs nothing: any small one is below
            // a great one.
            speaks[claim] |= held.0.is_some_and(|held| held.weight > 0);
            // Of another size, and told in words alone that are the same of all dead and all hostages.
            speaks[claim] &= named[claim] || !held.0.is_some_and(|held| held.far);
            beside.insert(claim, held);
        }
        best.retain(|claim| speaks[*claim]);
        let best = first(&scores, &best, limit);
        let suggestion = |claim: usize| ClaimSuggestion {
            claim: self.claims[claim].0.clone(),
            score: (1000 * u64::from(scores[claim]) / u64::from(whole.max(1))) as u32,
            reasons: self.reasons(&facts, claim, &beside[&claim], &own),
        };
        best.into_iter().map(suggestion).collect()
    }

    /// The figures and the time of a statement against those of the tellings of a claim and its own words, and how much
    /// that weighs.
    fn held_against<'a>(
        &'a self,
        facts: &'a Facts,
        claim: usize,
        own: &dyn Fn(usize) -> bool,
    ) -> (Beside<'a>, u32) {
        // Of those that weigh as much, the first article's: whichever was read first. The claim's own words count where
        // no telling has a figure: those who told it say more exactly what the figure is.
        type Nearest<'a> = (Held<'a>, Option<&'a (DocumentId, AnnotationId)>);
        let (mut nearest, mut date): (Option<Nearest<'a>>, bool) = (None, false);
        for at in self.claims[claim].1.iter().filter(|at| !own(**at)) {
            let Some(telling) = &self.all[*at] else { continue };
            date |= facts.period.zip(telling.period).is_some_and(|(one, other)| one.meets(&other));
            let Some(held) = facts.figure_against(&telling.figures) else { continue };
            let source = telling.source.as_ref();
            let comes_before = |(best, first): Nearest<'_>| match (source, first) {
                (Some(_), None) => true,
                (None, Some(_)) => false,
                _ => {
                    held.nearness() > best.nearness() || held.nearness() == best.nearness() && source < first
                }
            };
            if nearest.is_none_or(comes_before) {
                nearest = Some((held, source));
            }
        }
        let figure = nearest.map(|(held, _)| held);
        let weight = figure.map_or(0, |held| held.weight);
        ((figure, date), weight + if date { DATE } else { 0 })
    }

    /// What a statement shares with a claim.
    fn reasons(
        &self,
        facts: &Facts,
        claim: usize,
        (figure, date): &Beside<'_>,
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
        // That both can be so says nothing where one is many times the other.
        let figure = figure.filter(|held| !held.meets || !held.far);
        let figure = figure.map(|Held { meets, ours, theirs, .. }| Shared::Quantity {
            meets,
            ours: ours.clone(),
            theirs: theirs.clone(),
        });
        reasons.extend(figure);
        reasons.extend(date.then_some(Shared::Date));
        reasons.extend(speaker);
        reasons.extend((words > 0).then_some(Shared::Words(words)));
        reasons
    }

    /// How much it says that a claim has what so many claims have: four for each time that the number of all claims
    /// halves down to it. Whole numbers, so that it is the same on every machine.
    fn rarity(&self, having: usize) -> u32 {
        let ratio = (16 * (self.told as u64 + 1) / having.max(1) as u64).clamp(16, 1 << 15);
        ratio.pow(4).ilog2() - 15
    }
}
