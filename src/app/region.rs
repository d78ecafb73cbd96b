//! Into region *Annotation* by key, and out of it again to where the person was.

use super::reduce::reduce;
use super::{Action, Command, Effect, Env, Focus, Part, State, Step};

/// How the keyboard goes in and out.
#[derive(Clone, Copy, Debug)]
pub enum RegionAct {
    /// In, by a command; from the list of annotations, if true.
    Enter(Command, bool),
    /// Out: what is typed is kept, since its field loses the focus. By Escape, if true: that stops adding to an
    /// annotation, too, wherever the focus is.
    Leave(bool),
    /// Opens the sheet in which it stands on a narrow page, unless that is open.
    Unfold,
}

impl Step for RegionAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let reading = state.session.as_ref().and_then(|session| session.reading.as_ref());
        let adding = reading.is_some_and(|reading| reading.adding_to.is_some());
        let picking = state.session.as_ref().is_some_and(|session| session.picking.is_some());
        let mut effects = match self {
            Self::Enter(command, _) => reduce(state, Action::Run(*command), env),
            Self::Leave(true) if adding || picking => reduce(state, Action::Run(Command::Escape), env),
            Self::Unfold if !state.layout.sheet => reduce(state, Action::Toggle(Part::Sheet), env),
            Self::Leave(_) | Self::Unfold => Vec::new(),
        };
        let reading = state.session.as_mut().and_then(|session| session.reading.as_mut());
        let Some(reading) = reading else { return effects };
        match self {
            Self::Enter(_, list) => {
                reading.from_list = *list;
            }
            Self::Leave(escape) => {
                let to = if reading.from_list { Focus::List } else { Focus::Article };
                effects.push(Effect::Focus(to));
                // The sheet that it stands in on a narrow page, and the list with it.
                state.layout.sheet &= !escape || reading.from_list;
            }
            Self::Unfold => {}
        }
        effects
    }
}
