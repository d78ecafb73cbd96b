//! Adds what is taken of the files that were read, with what they say of it.
//!
//! The transaction is put together in slices, between which the page answers: nothing is added before it is whole.

use super::gather::{Gather, Gathered, Taken};
use super::labels::{Names, read_labels};
use super::read::{made, show_added};
use super::{Incoming, Standing};
use crate::app::reduce::{along, commit, projects};
use crate::app::{Correction, Dialog, Effect, Env, NoticeKind, Session, State, Step};
use crate::edit::{Act, Builder, Draft};
use crate::model::{Document, DocumentId, Project, ProjectId, Schema, Timestamp};
use crate::sorted::Map;
use crate::words::said;
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

/// So many annotations are read, looked through or made between two looks at the page: some tens of milliseconds.
const SLICE: usize = 4_000;

/// Begins to add what the open preview takes.
pub(super) fn begin(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    // While files are read again what is shown of them is not what was asked for.
    let is_current = state.read_again.is_none();
    let Some(Dialog::Incoming(open)) = &mut state.dialog else { return };
    if is_current && open.adding.is_none() {
        let open = Rc::make_mut(open);
        open.adding = Some((0, open.documents.len()));
        open.run = Rc::default();
        let adding = Adding { run: open.run.clone(), ..Adding::default() };
        go_on(state, env, Box::new(adding), out);
    }
}

/// What was begun goes on. It is taken out, since there may be much of it.
struct GoOn(Cell<Option<Box<Adding>>>);

impl fmt::Debug for GoOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GoOn")
    }
}

impl Step for GoOn {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(adding) = self.0.take() {
            go_on(state, env, adding, &mut effects);
        }
        effects
    }
}

fn go_on(state: &mut State, env: &Env<'_>, mut adding: Box<Adding>, out: &mut Vec<Effect>) {
    let Some(Dialog::Incoming(open)) = &state.dialog else { return };
    // Another preview than the one that it was begun in is not added.
    if open.adding.is_none() || !Rc::ptr_eq(&open.run, &adding.run) {
        return;
    }
    let whole = adding.slice(open, state, env);
    let Some(Dialog::Incoming(open)) = &mut state.dialog else { return };
    let open = Rc::make_mut(open);
    if whole {
        open.adding = None;
        return add(state, adding.making, out);
    }
    let total = open.documents.len();
    open.adding = Some((adding.ready(), total));
    out.push(Effect::Soon(Rc::new(GoOn(Cell::new(Some(adding))))));
}

/// Adds what was put together.
fn add(state: &mut State, making: Option<Making>, out: &mut Vec<Effect>) {
    let Some(Dialog::Incoming(incoming)) = &state.dialog else { return };
    let incoming = incoming.clone();
    // The preview stays where the open project does: the way out is there too.
    if incoming.project.is_some() && !projects::may_leave(state) {
        return;
    }
    if making.as_ref().is_some_and(|making| !making.draft.is_empty()) && along::refuses(state) {
        return;
    }
    (state.dialog, state.read_again) = (None, None);
    let corrections = incoming.corrections();
    let corrections = corrections.map(|(id, new)| Correction::of(id.clone()).with(new.clone()));
    state.corrections.extend(corrections);
    out.extend(incoming.project.clone().map(Effect::AdoptProject));
    let Some(Making { draft, sets, added, .. }) = making else { return };
    let taken =
        |count: fn(&Taken) -> usize| sets.iter().filter_map(|own| own.taken.as_ref()).map(count).sum();
    let (new, doubles) = (taken(|own| own.added), taken(|own| own.doubles));
    if commit::finish(state, out, draft) {
        show_added(state, &added, said::taken(added.len(), new, doubles), out);
    } else if new == 0 && doubles > 0 {
        state.notify(NoticeKind::Info, said::all_there().to_owned(), false);
    }
}

/// What was done up to now.
#[derive(Default)]
struct Adding {
    /// That of its preview.
    run: Rc<()>,
    /// So many articles have their annotations read, which the worker handed over as it wrote them.
    read: usize,
    making: Option<Making>,
}

impl Adding {
    /// Goes on for a slice. True when there is no more to be done.
    fn slice(&mut self, incoming: &Incoming, state: &State, env: &Env<'_>) -> bool {
        let mut left = SLICE;
        for row in &incoming.documents[self.read..] {
            if left == 0 {
                return false;
            }
            if let Some((set, id)) = row.from.as_ref().filter(|_| row.take) {
                // They are read when they are first looked at.
                let read = incoming.sets[*set].project.annotations(id).map_or(0, |all| all.iter().len());
                left = left.saturating_sub(read);
            }
            self.read += 1;
        }
        let (Some(session), Some(draft)) = (&state.session, commit::begin(state, env, Act::AddDocuments))
        else {
            return true;
        };
        // Begun anew where something was done meanwhile.
        let of_now = |making: &Making| {
            making.of == (session.project.id.clone(), session.project.modified)
                && making.draft.id() == draft.id()
        };
        let making = self.making.take().filter(of_now);
        let making = making.unwrap_or_else(|| Making::begin(incoming, session, draft));
        let (making, whole) = making.go_on(incoming, &session.project, &mut left);
        self.making = Some(making);
        whole
    }

    /// How many articles that is: each is read, looked through and made.
    fn ready(&self) -> usize {
        let sets = self.making.iter().flat_map(|making| &making.sets);
        (self.read + sets.map(OfSet::done).sum::<usize>()) / 3
    }
}

/// A transaction that is put together.
struct Making {
    /// Of which project, as it was changed last when this was begun.
    of: (ProjectId, Timestamp),
    draft: Draft,
    /// The schema that the project will have.
    schema: Schema,
    sets: Vec<OfSet>,
    /// The new articles.
    added: Vec<DocumentId>,
}

impl Making {
    /// Takes the articles, and what files call what they say of them.
    fn begin(incoming: &Incoming, session: &Session, draft: Draft) -> Self {
        let here = &session.project;
        let mut builder = Builder::of(here, draft);
        let mut documents = made(incoming, &mut builder, session);
        let labels = read_labels(incoming.sets.iter().map(|set| &**set), &here.schema, &incoming.labels);
        let mut schema = Schema::clone(&here.schema);
        let sets = incoming.sets.iter().enumerate().filter_map(|(n, set)| {
            let chosen = of_set(incoming, n, here, &documents);
            (!chosen.is_empty()).then(|| OfSet::new(n, Names::of(set, &labels, &mut schema), chosen))
        });
        let mut sets: Vec<OfSet> = sets.collect();
        builder.set_schema(schema.clone());
        let places = documents.iter().enumerate().map(|(at, (_, document))| (document.id.clone(), at));
        let places: Map<DocumentId, usize> = places.collect();
        for own in &mut sets {
            let set = &incoming.sets[own.n].project;
            let mut gather = Gather {
                here,
                schema: &schema,
                set,
                names: &own.names,
                builder: &mut builder,
                own: &mut own.gathered,
            };
            for (there, id) in &own.documents {
                match places.get(id) {
                    Some(&at) => {
                        let (_, document) = &mut documents[at];
                        document.labels = gather.document_labels(there, &document.labels);
                    }
                    None => {
                        let known = here.document(id).map_or(&[][..], |document| &document.labels);
                        let labels = gather.document_labels(there, known);
                        gather.builder.set_document_labels(id, labels);
                    }
                }
            }
        }
        let mut added = Vec::with_capacity(documents.len());
        for (_, document) in documents {
            added.push(document.id.clone());
            builder.add_document(document);
        }
        Self { of: (here.id.clone(), here.modified), draft: builder.into_draft(), schema, sets, added }
    }

    /// Takes what files say of the articles, so many annotations of it. True when that is all.
    fn go_on(mut self, incoming: &Incoming, here: &Project, left: &mut usize) -> (Self, bool) {
        let mut builder = Builder::of(here, self.draft);
        let whole = self.sets.iter_mut().all(|own| {
            let set = &incoming.sets[own.n].project;
            own.go_on(here, &self.schema, set, &mut builder, left)
        });
        (Self { draft: builder.into_draft(), ..self }, whole)
    }
}

/// What is taken of one file.
struct OfSet {
    /// Which.
    n: usize,
    /// What its names are here.
    names: Names,
    /// The articles that are taken, each with the one that it is here.
    documents: Vec<(DocumentId, DocumentId)>,
    gathered: Gathered,
    /// How many of these were looked through.
    looked: usize,
    /// When all is taken.
    taken: Option<Taken>,
}

impl OfSet {
    fn new(n: usize, names: Names, documents: Vec<(DocumentId, DocumentId)>) -> Self {
        Self { n, names, documents, gathered: Gathered::default(), looked: 0, taken: None }
    }

    fn go_on(
        &mut self,
        here: &Project,
        schema: &Schema,
        set: &Project,
        builder: &mut Builder<'_>,
        left: &mut usize,
    ) -> bool {
        if self.taken.is_some() {
            return true;
        }
        let own = &mut self.gathered;
        let mut gather = Gather { here, schema, set, names: &self.names, builder, own };
        while let Some((there, here)) = self.documents.get(self.looked) {
            if *left == 0 {
                return false;
            }
            *left = left.saturating_sub(gather.look(there, here));
            self.looked += 1;
            if self.looked == self.documents.len() {
                gather.registries(&self.documents);
            }
        }
        if !gather.annotations(left) {
            return false;
        }
        self.taken = Some(gather.relations(&self.documents));
        true
    }

    /// How many articles were looked through, and how many were made.
    fn done(&self) -> usize {
        let (made, wanted) = self.gathered.made();
        self.looked + self.documents.len() * made / wanted.max(1)
    }
}

/// Which articles of a file are taken, each with the one that it is, or will be, here.
fn of_set(
    incoming: &Incoming,
    n: usize,
    here: &Project,
    documents: &[(usize, Document)],
) -> Vec<(DocumentId, DocumentId)> {
    let rows = incoming.documents.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.take && !row.corrects);
    let of = rows.filter_map(|(at, row)| {
        let (_, there) = row.from.as_ref().filter(|(set, _)| *set == n)?;
        let own = match &row.standing {
            Standing::AlreadyThere(id) if here.document(id).is_some() => id.clone(),
            // Two files say something of one text: of two people, for instance.
            Standing::AlreadyThere(_) => {
                let text = row.document.text.sha256();
                documents.iter().find(|(_, made)| made.text.sha256() == text)?.1.id.clone()
            }
            _ => {
                let made = documents.binary_search_by_key(&at, |(at, _)| *at).ok()?;
                documents[made].1.id.clone()
            }
        };
        Some((there.clone(), own))
    });
    of.collect()
}
