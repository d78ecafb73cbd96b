//! What this browser keeps, and the removal of all of it: for machines that several people use.

use super::{Dialog, Effect, Env, State, Step, Task};
use crate::words::data as words;

/// What is left after everything was deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remains {
    /// Databases, caches, entries of the local storage, by name.
    pub names: Vec<String>,
    /// Service workers.
    pub workers: u32,
    /// Bytes that the browser still counts for the whole site.
    pub used: Option<u64>,
}

impl Remains {
    /// Whether nothing of Postil is left.
    pub fn is_nothing(&self) -> bool {
        self.names.is_empty() && self.workers == 0
    }
}

/// What a person does with the data of this browser.
#[derive(Clone, Debug)]
pub enum DataAct {
    /// Ask the browser to keep the data.
    AskToKeep,
    /// Ask whether everything is to be deleted.
    AskToErase,
    /// Delete everything.
    Erase,
    /// Everything is deleted; this is left.
    Erased(Remains),
}

impl Step for DataAct {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        match self {
            Self::AskToKeep => vec![Effect::Task(Task::AskToKeep)],
            Self::AskToErase => {
                state.dialog = Some(Dialog::Erase(None));
                vec![Effect::ListProjects]
            }
            Self::Erase => vec![Effect::Task(Task::Erase)],
            Self::Erased(remains) => {
                state.speak(if remains.is_nothing() {
                    words::nothing_left()
                } else {
                    words::something_left()
                });
                state.dialog = Some(Dialog::Erase(Some(remains.clone())));
                Vec::new()
            }
        }
    }
}
