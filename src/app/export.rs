//! What is exported: chosen in a dialog, made anew at each choice, and saved as it was made.
//!
//! The project's own file is made when it is saved, since a backup must not wait for anything. A file of any other format
//! is made by the worker as soon as it is chosen, so that the dialog says what it lacks before it is saved.

use super::{Dialog, Effect, Env, State, Step};
use crate::formats::{Made, PROJECT};
use crate::model::DocumentId;
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
    /// The chosen documents; all if `None`.
    pub documents: Option<Vec<DocumentId>>,
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
    /// Whether the worker makes the file.
    pub fn is_made(&self) -> bool {
        self.format != PROJECT.word
    }

    /// Whether articles are to be chosen and none is.
    pub fn is_empty(&self) -> bool {
        self.documents.as_ref().is_some_and(Vec::is_empty)
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
    /// The first lines of the project's own file.
    Preview(String),
    /// How far the project's own file is.
    Progress(u32, u32),
    /// What became of the file of a choice.
    Making(u32, Making),
}

impl Step for ExportAct {
    fn reduce(&self, state: &mut State, _: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let Some(Dialog::Export(export)) = &mut state.dialog else { return effects };
        match self {
            Self::Choose(next) => {
                let (choice, making) = (export.choice + 1, Making::Not);
                *export = Export { choice, making, preview: String::new(), progress: None, ..next.clone() };
                effects.push(Effect::PreviewExport(export.clone()));
            }
            Self::Again => {
                (export.choice, export.making) = (export.choice + 1, Making::Not);
                effects.push(Effect::PreviewExport(export.clone()));
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
        }
        effects
    }
}

/// What a file lacks, in a sentence.
fn lacks(made: &Made) -> String {
    if made.losses.is_empty() {
        return said::nothing_lost().to_owned();
    }
    let each = made.losses.iter().map(|(reason, count)| lost(count, reason.said()));
    each.collect::<Vec<_>>().join("; ")
}
