//! Labels of a whole document: what it is, or what it is about.

use super::reduce::commit;
use super::{Effect, Env, State, Step};
use crate::edit::Act;
use crate::model::{DocumentId, DocumentLabel, How, LabelId};
use crate::words::read as words;

/// A label is given to a whole document, or taken off it.
#[derive(Clone, Debug)]
pub struct LabelDocument(pub DocumentId, pub LabelId, pub bool);

impl Step for LabelDocument {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let Self(id, label, on) = self;
        let mut effects = Vec::new();
        let Some(session) = &state.session else { return effects };
        let Some(document) = session.project.document(id) else { return effects };
        let Some(name) = session.project.schema.label(label).map(|label| label.name.clone()) else {
            return effects;
        };
        let mut labels = document.labels.clone();
        let has = labels.iter().any(|own| own.label == *label);
        let done = commit::act(state, env, &mut effects, Act::EditDocument, |builder, _| {
            match (on, has) {
                (true, false) => {
                    labels.push(DocumentLabel { label: label.clone(), origin: builder.origin(How::Manual) });
                }
                (false, true) => labels.retain(|own| own.label != *label),
                _ => {}
            }
            builder.set_document_labels(id, labels);
        });
        if done {
            state.speak(if *on { words::article_labelled(&name) } else { words::article_unlabelled(&name) });
        }
        effects
    }
}
