//! What is exported: chosen in a dialog, made anew at each choice, and saved as it was made.
//!
//! The project's own file is made when it is saved, since a backup must not wait for anything. A file of any other format
//! is made by the worker as soon as it is chosen, so that the dialog says what it lacks before it is saved.

mod names;
mod split;

pub use names::{name_in, shares_name};
pub use split::{SplitRow, Splitting, split_rows};

use super::{Dialog, Effect, Env, State, Step};
use crate::formats::{Counted, Made, PROJECT, Scope, counted};
use crate::model::{LabelId, Project};
use crate::sorted::Map;
use crate::words::{dialogs as said, losses::lost};
use std::rc::Rc;

/// `id` of what the dialog says of the file.
pub const MADE: &str = "export-made";

/// What is to be exported, and how far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// Word of the format in the table of formats.
    pub format: String,
    /// What of the project is written.
    pub scope: Scope,
    /// What was chosen for the format: words of options and of values.
    pub options: Map<String, String>,
    /// The first lines of the file.
    pub preview: String,
    /// While the project's file is saved: records done and in all.
    pub progress: Option<(u32, u32)>,
    /// Counts choices, so that what was made for an earlier one is not taken for this.
    pub choice: u32,
    /// How far the file is that the worker makes.
    pub making: Making,
    /// What can be chosen, once somebody looks.
    pub there: Option<Rc<There>>,
    /// How articles are to be split.
    pub splitting: Rc<Splitting>,
}

/// What there is in a project to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct There {
    /// By aspect and value.
    pub counted: Counted,
    /// By split.
    pub splits: Vec<(String, SplitRow)>,
}

impl There {
    fn of(project: &Project) -> Self {
        Self { counted: counted(project), splits: split_rows(project) }
    }
}

/// How far a file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Making {
    /// It is not begun, or it is the project's own.
    #[default]
    Not,
    /// Done and in all; of the project on its way to the worker, then of what the worker writes.
    Running(u32, u32),
    /// It can be saved.
    Done(Rc<Made>),
    /// There is none, and why.
    Failed(String),
}

impl Export {
    /// Whether the worker makes the file: of the project's own format, where a part of the project is written.
    pub fn is_made(&self) -> bool {
        self.format != PROJECT.word || !self.scope.is_whole()
    }

    /// Whether articles are to be chosen and none is.
    pub fn is_empty(&self) -> bool {
        self.scope.documents.as_ref().is_some_and(Vec::is_empty)
    }

    /// What to begin with the next time: what was chosen for formats, and how articles are split. But all of the project,
    /// and its own format: who wants a backup shall not get a part that was left out of sight.
    fn again(&self) -> Self {
        Self {
            format: PROJECT.word.to_owned(),
            options: self.options.clone(),
            splitting: self.splitting.clone(),
            ..Self::default()
        }
    }

    /// Whether it can be saved now.
    pub fn is_ready(&self) -> bool {
        let made = !self.is_made() || matches!(self.making, Making::Done(_));
        made && !self.is_empty() && self.progress.is_none()
    }
}

/// What happens in dialog *Export* and to what it makes.
#[derive(Clone, Debug)]
pub enum ExportAct {
    /// Another format, scope or option.
    Choose(Export),
    /// Make it once more, after it failed.
    Again,
    /// Somebody looks at what can be chosen.
    Look,
    /// How articles are to be split.
    Splitting(Splitting),
    /// Split them, or take them out of their splits.
    Split(bool),
    /// What a label is called in the format.
    Call(LabelId, String),
    /// The first lines of the project's own file.
    Preview(String),
    /// How far the project's own file is.
    Progress(u32, u32),
    /// What became of the file of a choice.
    Making(u32, Making),
}

impl Step for ExportAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Self::Split(splits) => {
                let Some(Dialog::Export(export)) = &state.dialog else { return effects };
                let splitting = splits.then(|| export.splitting.clone());
                split::set(state, splitting.as_deref(), env, &mut effects);
                return effects;
            }
            Self::Call(label, name) => {
                names::set(state, label, name, env, &mut effects);
                return effects;
            }
            _ => {}
        }
        let Some(Dialog::Export(export)) = &mut state.dialog else { return effects };
        match self {
            Self::Choose(next) => {
                let (choice, splitting) = (export.choice, export.splitting.clone());
                let there = export.there.clone();
                *export = Export {
                    choice,
                    there,
                    splitting,
                    preview: String::new(),
                    progress: None,
                    ..next.clone()
                };
                remade(export, &mut effects);
            }
            Self::Again => {
                remade(export, &mut effects);
                // The button that had the focus is gone.
                effects.push(Effect::FocusOn(MADE.to_owned()));
            }
            Self::Preview(preview) => export.preview.clone_from(preview),
            // Not that of a file which is saved without the dialog.
            Self::Progress(done, all) => export.progress = export.progress.map(|_| (*done, *all)),
            Self::Making(choice, making) if *choice == export.choice => {
                export.making = making.clone();
                let said = match making {
                    Making::Not | Making::Running(..) => return effects,
                    Making::Done(made) => {
                        export.preview.clone_from(&made.start);
                        said::is_ready(&made.name, &lacks(made))
                    }
                    Making::Failed(why) => why.clone(),
                };
                state.speak(said);
            }
            // Of an earlier choice.
            Self::Making(..) => {}
            Self::Look if export.there.is_none() => {
                let project = state.session.as_ref().map(|session| &session.project);
                export.there = project.map(There::of).map(Rc::new);
            }
            Self::Splitting(splitting) => export.splitting = Rc::new(splitting.clone()),
            Self::Look | Self::Split(_) | Self::Call(..) => {}
        }
        if matches!(self, Self::Choose(_) | Self::Splitting(_)) {
            remember(state);
        }
        effects
    }
}

/// What is chosen is chosen when the dialog is opened again.
fn remember(state: &mut State) {
    if let (Some(Dialog::Export(export)), Some(session)) = (&state.dialog, &mut state.session) {
        session.export = Some(export.again());
    }
}

/// The file is made anew.
fn remade(export: &mut Export, out: &mut Vec<Effect>) {
    (export.choice, export.making) = (export.choice + 1, Making::Not);
    out.push(Effect::PreviewExport(export.clone()));
}

/// What a file lacks, in a sentence.
fn lacks(made: &Made) -> String {
    if made.losses.is_empty() {
        return said::nothing_lost().to_owned();
    }
    let each = made.losses.iter().map(|(reason, count)| lost(count, reason.said()));
    each.collect::<Vec<_>>().join("; ")
}
