//! What a person does in the preview of what was read.

use super::gather::{Gather, Taken};
use super::labels::{Names, read_labels};
use super::read::{made, show_added};
use super::{Incoming, LabelTo, Standing};
use crate::app::reduce::{commit, projects};
use crate::app::{Correction, Dialog, Effect, Env, NoticeKind, Session, State, Step};
use crate::edit::{Act, Builder};
use crate::formats::OffsetUnit;
use crate::model::{Document, DocumentId, Project, Schema};
use crate::words::said;
use std::rc::Rc;

/// What a person does in the preview.
#[derive(Clone, Debug)]
pub enum IncomingAct {
    /// The nth document is to be taken, or not.
    Take(usize, bool),
    /// The nth document is to be a new version of the one that is there, or an article of its own.
    Correct(usize, bool),
    /// A label of the files becomes this.
    Label(String, LabelTo),
    /// Read the files again: offsets count this, or what is found out.
    Unit(Option<OffsetUnit>),
    /// Add what is taken. Much of it is made ready for that in slices: nothing is added before all of it is.
    Add,
    /// Go on with that.
    GoOn,
}

impl Step for IncomingAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Self::Add | Self::GoOn => {
                let Some(Dialog::Incoming(incoming)) = &mut state.dialog else { return effects };
                // Another preview than the one that it was begun in is not added.
                if matches!(self, Self::GoOn) && incoming.adding.is_none() {
                    return effects;
                }
                if is_ready(Rc::make_mut(incoming)) {
                    add(state, env, &mut effects);
                } else {
                    effects.push(Effect::Soon(Rc::new(Self::GoOn)));
                }
                return effects;
            }
            Self::Unit(unit) => {
                if let Some(Dialog::Incoming(incoming)) = &state.dialog {
                    state.read_again = Some(incoming.clone());
                }
                return vec![Effect::ReadIn(*unit)];
            }
            _ => {}
        }
        let Some(Dialog::Incoming(incoming)) = &mut state.dialog else { return effects };
        let incoming = Rc::make_mut(incoming);
        match self {
            Self::Take(at, take) => {
                if let Some(document) = incoming.documents.get_mut(*at) {
                    document.take = *take;
                }
            }
            Self::Correct(at, corrects) => {
                if let Some(document) = incoming.documents.get_mut(*at) {
                    document.corrects = *corrects;
                    document.take |= *corrects;
                }
            }
            Self::Label(name, to) => {
                incoming.labels.insert(name.clone(), to.clone());
            }
            Self::Unit(_) | Self::Add | Self::GoOn => {}
        }
        effects
    }
}

/// So many annotations are read between two looks at the page: some tens of milliseconds.
const SLICE: usize = 10_000;

/// Reads the annotations of the next articles that are taken, which the worker handed over as it wrote them. True when
/// there are no more.
fn is_ready(incoming: &mut Incoming) -> bool {
    let (first, total) = (incoming.adding.map_or(0, |(ready, _)| ready), incoming.documents.len());
    let mut read = 0;
    for at in first..total {
        if read >= SLICE {
            incoming.adding = Some((at, total));
            return false;
        }
        let row = &incoming.documents[at];
        if let Some((set, id)) = row.from.as_ref().filter(|_| row.take) {
            // They are read when they are first looked at.
            read += incoming.sets[*set].project.annotations(id).map_or(0, |all| all.iter().len());
        }
    }
    incoming.adding = None;
    true
}

fn add(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(Dialog::Incoming(incoming)) = &state.dialog else { return };
    let incoming = incoming.clone();
    // The preview stays where the open project does: the way out is there too.
    if incoming.project.is_some() && !projects::may_leave(state) {
        return;
    }
    (state.dialog, state.read_again) = (None, None);
    let corrections = incoming.corrections();
    let corrections = corrections.map(|(id, new)| Correction::of(id.clone()).with(new.clone()));
    state.corrections.extend(corrections);
    out.extend(incoming.project.clone().map(Effect::AdoptProject));
    let (mut added, mut taken) = (Vec::new(), Taken::default());
    let done = commit::act(state, env, out, Act::AddDocuments, |builder, session| {
        (added, taken) = take(&incoming, builder, session);
    });
    if !done {
        if taken.doubles > 0 {
            state.notify(NoticeKind::Info, said::all_there().to_owned(), false);
        }
        return;
    }
    let said = said::taken(added.len(), taken.added, taken.doubles);
    show_added(state, &added, said, out);
}

/// Adds the documents that are taken, and what files say of them.
fn take(incoming: &Incoming, builder: &mut Builder<'_>, session: &Session) -> (Vec<DocumentId>, Taken) {
    let here = &session.project;
    let mut documents = made(incoming, builder, session);
    let labels = read_labels(incoming.sets.iter().map(|set| &**set), &here.schema, &incoming.labels);
    let mut schema = Schema::clone(&here.schema);
    let chosen: Vec<Vec<(DocumentId, DocumentId)>> =
        (0..incoming.sets.len()).map(|n| of_set(incoming, n, here, &documents)).collect();
    let used = |n: &usize| !chosen[*n].is_empty();
    let names = (0..incoming.sets.len()).map(|n| match used(&n) {
        true => Names::of(&incoming.sets[n], &labels, &mut schema),
        false => Names::default(),
    });
    let names: Vec<Names> = names.collect();
    builder.set_schema(schema.clone());
    for n in (0..incoming.sets.len()).filter(used) {
        for (there, id) in &chosen[n] {
            let mut gather = Gather::new(here, &schema, &incoming.sets[n].project, &names[n], builder);
            match documents.iter_mut().find(|(_, document)| document.id == *id) {
                Some((_, document)) => document.labels = gather.document_labels(there, &document.labels),
                None => {
                    let known = here.document(id).map_or(&[][..], |document| &document.labels);
                    let labels = gather.document_labels(there, known);
                    builder.set_document_labels(id, labels);
                }
            }
        }
    }
    let mut added = Vec::with_capacity(documents.len());
    for (_, document) in documents {
        added.push(document.id.clone());
        builder.add_document(document);
    }
    let mut taken = Taken::default();
    for n in (0..incoming.sets.len()).filter(used) {
        let own = Gather::new(here, &schema, &incoming.sets[n].project, &names[n], builder).take(&chosen[n]);
        taken = Taken { added: taken.added + own.added, doubles: taken.doubles + own.doubles };
    }
    (added, taken)
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
