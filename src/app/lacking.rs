//! What this browser does not do here, where a person would count on it: said once, and put away for good.

use super::reduce::back_to_work;
use super::{Effect, Env, State, Step};
use crate::words::lacking as words;

/// Something that a person would count on, and that is not so here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// The page came over plain http: browsers leave much out there.
    Https,
    /// The browser keeps nothing for good, as in a private window. That it is one no browser says.
    Memory,
}

impl Lacking {
    /// All, in the order in which they are said.
    pub const ALL: [Self; 2] = [Self::Https, Self::Memory];

    /// As the settings keep that it was put away.
    pub fn id(self) -> &'static str {
        match self {
            Self::Https => "plain-http",
            Self::Memory => "forgetful",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Https => words::http(),
            Self::Memory => words::memory(),
        }
    }

    /// What it means, and what to do.
    pub fn words(self) -> &'static str {
        match self {
            Self::Https => words::plain_http(),
            Self::Memory => words::may_forget(),
        }
    }

    /// Whether a setting is of a place, and so of no use in another browser.
    pub(super) fn is_id(id: &str) -> bool {
        Self::ALL.iter().any(|lacking| lacking.id() == id)
    }
}

impl State {
    /// What is to be said of this browser, unless it was put away.
    pub fn lacking(&self) -> impl Iterator<Item = Lacking> {
        // There is something to lose once there is an act, or articles.
        let work = self.session.as_ref().is_some_and(|session| {
            !session.history.entries().is_empty() || !session.project.in_order().is_empty()
        });
        // What was put away is known by then.
        let open = self.session.is_some();
        Lacking::ALL.into_iter().filter(move |lacking| {
            let so = match lacking {
                Lacking::Https => open && self.insecure,
                Lacking::Memory => work && self.keeping.may_forget(),
            };
            so && !self.settings.put_away.iter().any(|id| id == lacking.id())
        })
    }
}

/// What happens with it.
#[derive(Clone, Copy, Debug)]
pub enum LackingAct {
    /// The page came over plain http.
    Insecure,
    /// It is shown, and to be said.
    Say(Lacking),
    /// The person puts it away.
    PutAway(Lacking),
}

impl Step for LackingAct {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        match *self {
            Self::Insecure => state.insecure = true,
            Self::Say(lacking) => state.speak(lacking.words()),
            Self::PutAway(lacking) => {
                state.settings.put_away.push(lacking.id().to_owned());
                return vec![Effect::KeepSettings(state.settings.clone()), back_to_work(state)];
            }
        }
        Vec::new()
    }
}
