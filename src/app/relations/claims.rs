//! Relations between claims, made at the open claim.

use super::{BETWEEN_CLAIMS, RelateAct, RelationRow, built_in, pick::checked};
use crate::app::reduce::commit;
use crate::app::{Effect, Env, NoticeKind, Session, State};
use crate::edit::Act;
use crate::model::{Argument, ClaimId, Filler, Relation, RelationId, RelationType, RelationTypeId, Role};
use crate::sorted::{Map, Set, sort_by};
use crate::text::{folded, holds_folded};
use crate::words::relations as words;
use std::borrow::Cow;

/// `id` of the box for the other claim, and the beginning of the ids of its rows.
pub const CLAIM_RELATION: &str = "relate-claim";

/// So many claims are offered.
const OFFERED: usize = 8;

/// A relation of the open claim that is being made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimTie {
    /// Its type; the first one where none was chosen.
    pub kind: Option<RelationTypeId>,
    /// What is typed in the box for the other claim, while it is open.
    pub words: Option<String>,
    /// The row that Enter takes, from 0.
    pub at: usize,
}

/// The two roles of a type that claims may fill.
fn roles(kind: &RelationType) -> Option<[&Role; 2]> {
    let mut roles = kind.roles.iter().filter(|role| role.fillers.contains(&Filler::Claim));
    Some([roles.next()?, roles.next()?])
}

impl Session {
    /// The types that can stand between claims: those that every project has, then those of the schema.
    pub fn claim_relation_types(&self) -> Vec<Cow<'_, RelationType>> {
        let common = BETWEEN_CLAIMS.iter().map(|(id, _)| RelationTypeId::new(*id));
        // The schema may have one of that id.
        let common = common.filter(|id| self.project.schema.relation_type(id).is_none());
        let common = common.filter_map(|id| built_in(&id)).map(Cow::Owned);
        let own = self.project.schema.relation_types.iter().filter(|kind| roles(kind).is_some());
        common.chain(own.map(Cow::Borrowed)).collect()
    }

    /// The relations of a claim.
    pub fn claim_relations(&self, claim: &ClaimId) -> Vec<RelationRow> {
        let all = self.relations_at(claim.as_str()).into_iter();
        all.map(|relation| self.row(relation, claim.as_str(), None)).collect()
    }

    /// Other claims whose words hold all that is typed, shortest first.
    pub fn other_claims(&self, claim: &ClaimId, typed: &str) -> Vec<(ClaimId, String)> {
        let wanted: Vec<String> = typed.split_whitespace().map(folded).collect();
        let fits = |text: &str| wanted.iter().all(|word| holds_folded(text, word));
        let others = self.project.claims.values().filter(|own| own.id != *claim && fits(&own.text));
        let mut found: Vec<(ClaimId, String)> =
            others.map(|own| (own.id.clone(), own.text.clone())).collect();
        sort_by(&mut found, |(_, a), (_, b)| a.len().cmp(&b.len()));
        found.truncate(OFFERED);
        found
    }

    /// Whether a relation would lead from a claim back to it, by others of its type. Each claim is looked at once, so a loop
    /// that came from a file ends.
    pub(super) fn claims_loop(&self, new: &Relation) -> bool {
        let [first, rest @ ..] = &new.arguments[..] else { return false };
        let claim = |target: &str| self.project.claims.contains_key(&ClaimId::new(target));
        if new.symmetric || !claim(&first.target) {
            return false;
        }
        let mut seen = Set::new();
        let mut open: Vec<String> = rest.iter().map(|end| end.target.clone()).collect();
        while let Some(here) = open.pop() {
            if here == first.target {
                return true;
            }
            if !seen.insert(here.clone()) {
                continue;
            }
            let others = self.relations_at(&here).into_iter();
            for relation in others.filter(|own| own.kind == new.kind && own.id != new.id) {
                if let [one, rest @ ..] = &relation.arguments[..]
                    && one.target == here
                {
                    open.extend(rest.iter().map(|end| end.target.clone()));
                }
            }
        }
        false
    }
}

/// The fields for a new relation.
pub(super) fn choosing(state: &mut State, act: &RelateAct) {
    let tie = &mut state.claims.relating;
    match act {
        RelateAct::ClaimKind(kind) => tie.kind = Some(kind.clone()),
        RelateAct::TypeClaim(words) => (tie.words, tie.at) = (Some(words.clone()), 0),
        RelateAct::ToClaim(row) => tie.at = *row,
        _ => tie.words = None,
    }
}

/// The open claim and another one are related.
pub(super) fn relate(state: &mut State, other: &ClaimId, env: &Env<'_>, out: &mut Vec<Effect>) {
    let (Some(session), Some(open)) = (state.session.as_ref(), state.claims.open.clone()) else { return };
    let types = session.claim_relation_types();
    let chosen = state.claims.relating.kind.as_ref();
    let kind = types.iter().find(|kind| chosen == Some(&kind.id)).or(types.first());
    let Some((kind, [from, to])) = kind.and_then(|kind| Some((kind, roles(kind)?))) else { return };
    let end = |role: &Role, claim: &ClaimId| Argument { role: role.name.clone(), target: claim.to_string() };
    let relation = Relation {
        id: RelationId::new(""),
        kind: kind.id.clone(),
        arguments: vec![end(from, &open), end(to, other)],
        symmetric: kind.symmetric,
        trigger: None,
        attributes: Map::new(),
    };
    let relation = match checked(session, relation) {
        Ok(relation) if session.is_there(&relation) => Err(words::there_already().to_owned()),
        checked => checked,
    };
    let relation = match relation {
        Ok(relation) => relation,
        // What is typed stays.
        Err(why) => return state.notify(NoticeKind::Info, why, false),
    };
    let text = session.relation_words(&relation);
    let done = commit::act(state, env, out, Act::Relate, |builder, _| {
        builder.relate(&relation.kind, relation.symmetric, relation.arguments);
    });
    if done {
        state.claims.relating.words = None;
        state.speak(text);
    }
}
