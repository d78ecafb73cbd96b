//! What a person does in the library.

use super::super::reduce::{HEADING, commit, documents};
use super::{Column, DOCUMENTS, Grouping, Line, Several, SeveralField, Sort};
use crate::app::{Dialog, Effect, Env, NoticeKind, State, Step};
use crate::edit::Act;
use crate::model::{DocumentId, DocumentStatus, Project};
use crate::words;
use std::rc::Rc;

/// One of the things that a person does in the library.
#[derive(Clone, Debug)]
pub enum LibraryAct {
    /// Show only the documents that hold these words.
    Words(String),
    /// Show only those of this status, or all.
    Status(Option<DocumentStatus>),
    /// Show only those in this language, or all.
    Language(Option<String>),
    /// Show only those of this outlet, or all.
    Outlet(Option<String>),
    /// Show only those without annotations.
    Unmarked(bool),
    /// Show all again.
    ShowAll,
    /// Order by a column; a second time the other way round.
    Sort(Column),
    /// Order so.
    SortBy(Sort),
    /// Put together by this.
    Group(Grouping),
    /// Open or close the filters, where there is little room.
    Filters,
    /// Choose a document, or no longer.
    Choose(DocumentId, bool),
    /// The same for all that are shown from the one before to this one.
    ChooseTo(DocumentId, bool),
    /// Choose all documents that are shown, or none.
    ChooseShown(bool),
    /// Set the status of documents.
    SetStatus(Vec<DocumentId>, DocumentStatus),
    /// Set the status of a document in its row, which may go elsewhere with that.
    SetStatusOfRow(DocumentId, DocumentStatus),
    /// Edit the metadata of several documents.
    EditSeveral(Vec<DocumentId>),
    /// What was typed in a field for several documents; `None` leaves the field as it is in each.
    TypeSeveral(SeveralField, Option<String>),
    /// Write what was typed.
    SaveSeveral,
}

impl Step for LibraryAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let view = &mut state.library.view;
        match self.clone() {
            Self::Words(text) => view.words = text,
            Self::Status(status) => view.status = status,
            Self::Language(language) => view.language = language,
            Self::Outlet(outlet) => view.outlet = outlet,
            Self::Unmarked(unmarked) => view.unmarked = unmarked,
            Self::ShowAll => {
                let (sort, grouping) = (view.sort, view.grouping);
                *view = super::View { sort, grouping, ..super::View::default() };
            }
            Self::Sort(column) => {
                let down = view.sort.column == column && !view.sort.down;
                view.sort = Sort { column, down };
            }
            Self::SortBy(sort) => view.sort = sort,
            Self::Group(grouping) => view.grouping = grouping,
            Self::Filters => state.library.filters = !state.library.filters,
            Self::Choose(id, on) => choose(state, vec![id.clone()], on, id),
            Self::ChooseTo(id, on) => choose(state, range(state, &id), on, id),
            Self::ChooseShown(all) => choose_shown(state, all),
            Self::SetStatus(ids, status) => documents::set_status(state, &ids, status, env, &mut effects),
            Self::SetStatusOfRow(id, status) => {
                let before = row(state, &id);
                documents::set_status(state, std::slice::from_ref(&id), status, env, &mut effects);
                effects.extend(follow(state, before, row(state, &id)));
            }
            Self::EditSeveral(documents) => {
                state.dialog = Some(Dialog::Several(Rc::new(Several { documents, ..Several::default() })));
            }
            Self::TypeSeveral(field, text) => {
                if let Some(Dialog::Several(several)) = &mut state.dialog {
                    Rc::make_mut(several).put(field, text);
                }
            }
            Self::SaveSeveral => save_several(state, env, &mut effects),
        }
        match self {
            Self::Sort(_) | Self::SortBy(_) => {
                say_order(state);
                state.settings.order = state.library.view.sort.kept();
                effects.push(Effect::KeepSettings(state.settings.clone()));
            }
            Self::Words(_)
            | Self::Status(_)
            | Self::Language(_)
            | Self::Outlet(_)
            | Self::Unmarked(_)
            | Self::ShowAll => say_shown(state),
            _ => {}
        }
        effects
    }
}

/// The row in which the library shows a document.
fn row(state: &State, id: &DocumentId) -> Option<usize> {
    let session = state.session.as_ref()?;
    let documents = session.project.in_order();
    let arranged = session.arranged(&state.library.view);
    arranged.lines.iter().position(|line| matches!(line, Line::Document(n) if documents[*n].id == *id))
}

/// Where the focus goes when a document left its row, which shows another one now: with it, or to the title of what is
/// shown in its place. The next key must not change the status of a document that nobody chose.
fn follow(state: &State, before: Option<usize>, after: Option<usize>) -> Option<Effect> {
    if before == after {
        return None;
    }
    let lines = &state.session.as_ref()?.arranged(&state.library.view).lines;
    let from = before?.min(lines.len().saturating_sub(1));
    let is_document = |row: &usize| matches!(lines.get(*row), Some(Line::Document(_)));
    let row = after.or_else(|| (from..lines.len()).chain((0..from).rev()).find(is_document));
    Some(match row {
        Some(row) => Effect::FocusInList { list: DOCUMENTS, row, element: format!("{DOCUMENTS}-{row}") },
        None => Effect::FocusOn(HEADING.to_owned()),
    })
}

fn say_order(state: &mut State) {
    let Sort { column, down } = state.library.view.sort;
    state.speak(words::library::ordered(column.name(), down));
}

fn say_shown(state: &mut State) {
    let Some(session) = &state.session else { return };
    let shown = session.arranged(&state.library.view).documents.len();
    state.speak(words::library::shown(shown));
}

fn choose(state: &mut State, ids: Vec<DocumentId>, on: bool, last: DocumentId) {
    let chosen = &mut state.library.chosen;
    for id in ids {
        if on {
            chosen.insert(id);
        } else {
            chosen.remove(&id);
        }
    }
    state.library.last = Some(last);
}

/// What is shown from the document that was chosen last to this one; this one alone if that is not shown.
fn range(state: &State, to: &DocumentId) -> Vec<DocumentId> {
    let shown = state.session.as_ref().and_then(|session| {
        let arranged = session.arranged(&state.library.view);
        let documents = session.project.in_order();
        let place = |id: &DocumentId| arranged.documents.iter().position(|&n| documents[n].id == *id);
        let (from, to) = (place(state.library.last.as_ref()?)?, place(to)?);
        let range = &arranged.documents[from.min(to)..=from.max(to)];
        Some(range.iter().map(|&n| documents[n].id.clone()).collect())
    });
    shown.unwrap_or_else(|| vec![to.clone()])
}

/// Chooses what the library shows, and nothing else, or nothing at all.
fn choose_shown(state: &mut State, all: bool) {
    let shown = state.session.as_ref().filter(|_| all).map(|session| {
        let documents = session.project.in_order();
        session.arranged(&state.library.view).documents.iter().map(|&n| documents[n].id.clone()).collect()
    });
    state.library.chosen = shown.unwrap_or_default();
}

/// All of it is one act.
fn save_several(state: &mut State, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(Dialog::Several(several)) = &state.dialog else { return };
    let several = several.clone();
    let wrong =
        |project: &Project| SeveralField::ALL.iter().any(|field| several.wrong(project, *field).is_some());
    if state.session.as_ref().is_some_and(|session| wrong(&session.project)) {
        return;
    }
    state.dialog = None;
    let mut edited = 0;
    let done = commit::act(state, env, out, Act::EditDocument, |builder, session| {
        for document in several.documents.iter().filter_map(|id| session.project.document(id)) {
            let metadata = several.applied(&document.metadata);
            edited += usize::from(metadata != document.metadata);
            builder.set_metadata(&document.id, metadata);
        }
    });
    let said =
        if done { words::library::edited(edited) } else { words::library::nothing_changed().to_owned() };
    state.notify(NoticeKind::Info, said, done);
}
