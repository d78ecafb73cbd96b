//! Which claims a statement may tell. What is known of all tellings is read in slices when it is first asked for, so that
//! the page stays alive, and then kept up with each act.

use crate::analysis::{Shared, Statement, Tellings, Who};
use crate::app::Session;
use crate::app::follow::Follower;
use crate::edit::{Op, ProjectField, Transaction};
use crate::model::{Annotation, ClaimId, DocumentId, EntityId, Kind, Project, Reference};
use crate::sorted::Map;
use crate::wire;
use crate::words::entities as words;
use std::cell::RefMut;

/// So many annotations are looked at in a slice; it ends with the article that it is in. The linked statements among them
/// take most of the time.
const SLICE: usize = 600;
/// So many claims are read in a slice.
const CLAIMS: usize = 150;

/// What is known of all tellings, and what of the project is to be read for it.
#[derive(Debug)]
pub(super) struct KeptTellings {
    index: Tellings,
    /// All of the project: nothing was read yet, or which annotations are statements has changed.
    all: bool,
    documents: Map<DocumentId, ()>,
    claims: Map<ClaimId, ()>,
    /// Whether it is being read, slice by slice.
    reading: bool,
}

impl Default for KeptTellings {
    fn default() -> Self {
        let index = Tellings::new(wire::STATEMENT);
        Self { index, all: true, documents: Map::new(), claims: Map::new(), reading: false }
    }
}

impl Follower for KeptTellings {
    fn follow(&mut self, transaction: &Transaction) {
        for op in &transaction.ops {
            match op {
                Op::SetClaim { from, to } => {
                    if let Some(claim) = from.as_ref().or(to.as_ref()) {
                        self.claims.insert(claim.id.clone(), ());
                    }
                }
                Op::SetProject { to: ProjectField::Schema(_), .. } => self.all = true,
                _ => {
                    if let Some(id) = op.document().filter(|id| !self.documents.contains_key(*id)) {
                        self.documents.insert(id.clone(), ());
                    }
                }
            }
        }
        if !self.documents.is_empty() {
            self.documents.extend(self.index.abroad().map(|id| (id.clone(), ())));
        }
    }
}

impl KeptTellings {
    fn is_read(&self) -> bool {
        !self.all && self.documents.is_empty() && self.claims.is_empty()
    }

    /// Reads some more of what is to be read.
    fn slice(&mut self, project: &Project) {
        if std::mem::take(&mut self.all) {
            self.index = Tellings::new(wire::STATEMENT);
            self.documents = project.documents().map(|document| (document.id.clone(), ())).collect();
            self.claims = project.claims.keys().map(|id| (id.clone(), ())).collect();
        }
        let (mut documents, mut looked) = (Vec::new(), 0);
        while looked < SLICE
            && let Some(id) = pop(&mut self.documents)
        {
            looked += 1 + project.annotations(&id).map_or(0, |all| all.len());
            documents.push(id);
        }
        let claims: Vec<ClaimId> = std::iter::from_fn(|| pop(&mut self.claims)).take(CLAIMS).collect();
        self.index.update(project, &documents, &claims);
    }
}

/// Takes the last key out.
fn pop<K: Ord + Clone>(map: &mut Map<K, ()>) -> Option<K> {
    let key = map.last()?.0.clone();
    map.remove(&key);
    Some(key)
}

/// A reason for a suggestion, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// What is shared.
    pub text: String,
    /// Whether it speaks against it.
    pub clashes: bool,
}

impl Session {
    fn kept_tellings(&self) -> RefMut<'_, KeptTellings> {
        self.kept.followers.get()
    }

    /// What is known of all tellings, after a slice of reading; `None` while there is more to be read.
    pub(super) fn tellings(&self) -> Option<RefMut<'_, Tellings>> {
        let mut kept = self.kept_tellings();
        if !kept.is_read() {
            kept.slice(&self.project);
        }
        let read = kept.is_read();
        kept.reading &= !read;
        read.then(|| RefMut::map(kept, |kept| &mut kept.index))
    }

    /// Whether somebody waits for suggestions that nobody works on: a statement without a claim is shown, or its box is
    /// open.
    pub fn waits_for_claims(&self) -> bool {
        let asks = |of: &Annotation| of.refers_to.is_none() || self.linking().is_some();
        let waits = self.selected().is_some_and(|of| self.registry_of(of) == Kind::Claim && asks(of));
        // Where there are no claims none is suggested.
        waits && !self.project.claims.is_empty() && {
            let kept = self.kept_tellings();
            !kept.is_read() && !kept.reading
        }
    }

    /// Whether all of them are read.
    pub(super) fn has_read_tellings(&self) -> bool {
        self.kept_tellings().is_read()
    }

    /// Reads some more. True if there is more to be read.
    pub(super) fn read_tellings(&self) -> bool {
        self.kept_tellings().reading = true;
        self.tellings().is_none()
    }

    /// Why a claim is suggested for a statement, in few words.
    pub fn grounds(&self, statement: &Annotation, reasons: &[Shared]) -> Vec<Ground> {
        let own = Statement::read(statement, &wire::STATEMENT);
        let name = |id: &EntityId| self.name_of(&Reference::Entity(id.clone())).unwrap_or_default();
        let ground = |shared: &Shared| {
            let mut clashes = false;
            let text = match shared {
                Shared::Entity(id) | Shared::Speaker(Who::Entity(id)) if name(id).is_empty() => return None,
                Shared::Entity(id) => name(id),
                Shared::Speaker(Who::Entity(id)) => words::says_so(&name(id)),
                Shared::Speaker(Who::Text(text)) => words::says_so(text),
                Shared::Speaker(Who::Outlet) => return None,
                Shared::Quantity { meets, ours, theirs } => {
                    let (ours, theirs) = (ours.to_string(), theirs.to_string());
                    clashes = !meets;
                    match meets {
                        true if ours == theirs => words::figure_agrees(&ours),
                        true => words::figures_meet(&ours, &theirs),
                        false => words::figures_clash(&ours, &theirs),
                    }
                }
                Shared::Date => own.when.as_ref().map(|when| when.value.clone()).unwrap_or_default(),
                Shared::Words(n) => words::words_shared(*n),
            };
            Some(Ground { text, clashes })
        };
        reasons.iter().filter_map(ground).collect()
    }

    /// Whether what is kept of the tellings suggests what a reading of all of them would, for every statement.
    #[doc(hidden)]
    pub fn tellings_agree(&self) -> bool {
        while self.read_tellings() {}
        let (kept, anew) = (self.kept_tellings(), Tellings::of(&self.project, wire::STATEMENT));
        let ask = |index: &Tellings, of: &Annotation| index.suggest_claims(&self.project, of, usize::MAX);
        let mut statements =
            self.project.all_annotations().filter(|annotation| self.registry_of(annotation) == Kind::Claim);
        statements.all(|of| ask(&kept.index, of) == ask(&anew, of))
    }
}
