//! The screen *Open questions*: what is unsure, has a note or lacks something, in all articles of the project.

use super::reduce::reduce;
use super::{Action, Effect, Env, Session, State, Step};
use crate::model::{AnnotationId, DocumentId};
use std::rc::Rc;

/// What the screen shows: whatever fits one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questions {
    /// What its maker is unsure of.
    pub unsure: bool,
    /// What has a note.
    pub noted: bool,
    /// What lacks a value that it should have.
    pub incomplete: bool,
}

impl Default for Questions {
    fn default() -> Self {
        Self { unsure: true, noted: false, incomplete: false }
    }
}

/// Annotations of any articles: by article, in the order of the text.
pub(super) type Found = Rc<[(DocumentId, AnnotationId)]>;

impl Session {
    /// The annotations that are asked for; looked for anew only after the project or the question changed.
    pub fn questions(&self, wanted: &Questions) -> Found {
        let mut kept = self.kept.questions.borrow_mut();
        if let Some((counter, by, found)) = &*kept
            && *counter == self.counter
            && by == wanted
        {
            return found.clone();
        }
        let mut found = Vec::new();
        for document in self.project.documents() {
            let all = self.project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
            let fits = all.filter(|a| {
                wanted.unsure && a.unsure
                    || wanted.noted && !a.note.is_empty()
                    || wanted.incomplete && self.is_incomplete(a)
            });
            found.extend(fits.map(|a| (document.id.clone(), a.id.clone())));
        }
        kept.insert((self.counter, wanted.clone(), found.into())).2.clone()
    }
}

/// What a person does on the screen.
#[derive(Clone, Debug)]
pub enum QuestionsAct {
    /// Look at other annotations.
    Show(Questions),
    /// Open an article and select an annotation there.
    Go(DocumentId, AnnotationId),
}

impl Step for QuestionsAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        match self {
            Self::Show(questions) => {
                state.questions = questions.clone();
                Vec::new()
            }
            Self::Go(document, id) => {
                let mut effects = reduce(state, Action::OpenArticle(document.clone()), env);
                let select = Action::SelectAnnotation { id: id.clone(), add: false, range: false };
                effects.extend(reduce(state, select, env));
                effects
            }
        }
    }
}
