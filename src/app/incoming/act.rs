//! What a person does in the preview of what was read.

use super::{LabelTo, adding};
use crate::app::{Dialog, Effect, Env, State, Step};
use crate::formats::OffsetUnit;
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
    /// Add what is taken.
    Add,
}

impl Step for IncomingAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self {
            Self::Add => {
                adding::begin(state, env, &mut effects);
                return effects;
            }
            Self::Unit(unit) => {
                if let Some(Dialog::Incoming(incoming)) = &state.dialog {
                    if incoming.adding.is_some() {
                        return effects;
                    }
                    state.read_again = Some(incoming.clone());
                }
                return vec![Effect::ReadIn(*unit)];
            }
            _ => {}
        }
        let Some(Dialog::Incoming(incoming)) = &mut state.dialog else { return effects };
        // It is being added as it was chosen.
        if incoming.adding.is_some() {
            return effects;
        }
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
            Self::Unit(_) | Self::Add => {}
        }
        effects
    }
}
