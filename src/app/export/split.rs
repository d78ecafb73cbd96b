//! Splits the articles of a project into parts for training and judging, as one act.

use super::{Export, remade};
use crate::analysis::{Splittable, split};
use crate::app::reduce::commit;
use crate::app::{Dialog, Effect, Env, NoticeKind, State};
use crate::edit::Act;
use crate::model::{DocumentId, LabelId, Project, SPLITS, Status};
use crate::sorted::Map;
use crate::words::{self, scope as said};

/// How articles are to be split, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splitting {
    /// The share of each of [`SPLITS`].
    pub shares: [String; 3],
    /// What is drawn by.
    pub seed: String,
    /// Whether articles stay in the split that they are in.
    pub keeps: bool,
}

impl Default for Splitting {
    fn default() -> Self {
        Self { shares: ["80", "10", "10"].map(str::to_owned), seed: "1".to_owned(), keeps: false }
    }
}

impl Splitting {
    /// Shares and seed; `None` where one is no number, or there are no shares.
    pub fn numbers(&self) -> Option<([u32; 3], u64)> {
        let mut shares = [0; 3];
        for (share, typed) in shares.iter_mut().zip(&self.shares) {
            *share = match typed.trim() {
                "" => 0,
                typed => typed.parse().ok().filter(|share| *share <= 1_000_000)?,
            };
        }
        let seed = self.seed.trim().parse().ok()?;
        (shares != [0; 3]).then_some((shares, seed))
    }
}

/// What is in a part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SplitRow {
    /// How many articles.
    pub articles: usize,
    /// How often each label stands in them, as far as somebody stands for it.
    pub labels: Map<LabelId, usize>,
}

impl SplitRow {
    /// How many annotations.
    pub fn annotations(&self) -> usize {
        self.labels.values().sum()
    }
}

/// What is in each part, by its name; those of [`SPLITS`] first, and what is in none by an empty name.
pub fn split_rows(project: &Project) -> Vec<(String, SplitRow)> {
    let mut rows: Map<(usize, String), SplitRow> = Map::new();
    for document in project.documents() {
        let name = document.metadata.split.trim();
        let place = SPLITS.iter().position(|own| *own == name).unwrap_or(SPLITS.len());
        let row = rows.get_or_insert_with((place, name.to_owned()), SplitRow::default);
        row.articles += 1;
        for (label, count) in labels_of(project, &document.id) {
            *row.labels.get_or_insert_with(label, || 0) += count;
        }
    }
    rows.into_iter().map(|((_, name), row)| (name, row)).collect()
}

/// How often each label stands in an article.
fn labels_of(project: &Project, document: &DocumentId) -> Map<LabelId, usize> {
    let mut labels: Map<LabelId, usize> = Map::new();
    for own in project.annotations(document).into_iter().flat_map(|all| all.iter()) {
        if matches!(own.status, Status::Open | Status::Accepted) {
            *labels.get_or_insert_with(own.label.clone(), || 0) += 1;
        }
    }
    labels
}

/// Which part each article gets.
fn parts(project: &Project, splitting: &Splitting) -> Option<Map<DocumentId, &'static str>> {
    let (shares, seed) = splitting.numbers()?;
    let mut articles = Vec::new();
    for document in project.documents() {
        let own = document.metadata.split.trim();
        let stays = SPLITS.iter().position(|name| splitting.keeps && *name == own);
        // What is in a split of another name stays there.
        if splitting.keeps && stays.is_none() && !own.is_empty() {
            continue;
        }
        let mut labels = labels_of(project, &document.id);
        document.labels.iter().for_each(|own| *labels.get_or_insert_with(own.label.clone(), || 0) += 1);
        articles.push(Splittable { id: document.id.clone(), labels, stays });
    }
    Some(split(&articles, &shares, seed).into_iter().map(|(id, part)| (id, SPLITS[part])).collect())
}

/// Splits the articles, or takes them out of their splits where nothing is asked for.
pub(super) fn set(state: &mut State, splitting: Option<&Splitting>, env: &Env<'_>, out: &mut Vec<Effect>) {
    let Some(session) = &state.session else { return };
    let parts = match splitting {
        Some(splitting) => match parts(&session.project, splitting) {
            Some(parts) => parts,
            None => return,
        },
        None => session.project.documents().map(|own| (own.id.clone(), "")).collect(),
    };
    let done = commit::act(state, env, out, Act::Split, |builder, session| {
        for (id, part) in &parts {
            let Some(document) = session.project.document(id) else { continue };
            let mut metadata = document.metadata.clone();
            (*part).clone_into(&mut metadata.split);
            builder.set_metadata(id, metadata);
        }
    });
    let said = match (done, splitting) {
        (false, _) => words::library::nothing_changed().to_owned(),
        (true, Some(_)) => said::was_split(&words::articles(parts.len())),
        (true, None) => said::was_unsplit().to_owned(),
    };
    if done && let Some(Dialog::Export(export)) = &mut state.dialog {
        remade(export, out);
        look_again(export, state.session.as_ref().map(|session| &session.project));
    }
    state.notify(NoticeKind::Info, said, done);
}

/// Counts anew what can be chosen, where it was looked at.
pub(super) fn look_again(export: &mut Export, project: Option<&Project>) {
    if export.there.is_some() {
        export.there = project.map(super::There::of).map(std::rc::Rc::new);
    }
}
