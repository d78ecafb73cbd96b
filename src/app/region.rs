//! Into region *Annotation* by key, and out of it again to where the person was.

use super::reduce::reduce;
use super::{Action, Command, Effect, Env, Focus, State, Step};

/// How the keyboard goes in and out.
#[derive(Clone, Copy, Debug)]
pub enum RegionAct {
    /// In, by a command; from the list of annotations, if true.
    Enter(Command, bool),
    /// Out: what is typed is kept, since its field loses the focus.
    Leave,
}

impl Step for RegionAct {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let effects = match self {
            Self::Enter(command, _) => reduce(state, Action::Run(*command), env),
            Self::Leave => Vec::new(),
        };
        let reading = state.session.as_mut().and_then(|session| session.reading.as_mut());
        let Some(reading) = reading else { return effects };
        match self {
            Self::Enter(_, list) => {
                reading.from_list = *list;
                effects
            }
            Self::Leave if reading.from_list => vec![Effect::Focus(Focus::List)],
            Self::Leave => vec![Effect::Focus(Focus::Article)],
        }
    }
}
