//! Commands whose code is loaded after the start. The table of commands and the keys are there at once; what these do is
//! reached through `Effect::Later` alone.

use super::entities::link;
use super::statement::pick;
use super::{
    BesideAct, Command, Effect, EntityAct, Env, QueueAct, RelateAct, SearchAct, State, StatementAct, Step,
    Verdict, picking,
};

/// A command that was asked for by [`Effect::Later`].
#[derive(Clone, Copy, Debug)]
pub struct LaterCommand(pub Command);

impl Step for LaterCommand {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let out = &mut effects;
        match self.0 {
            Command::Suggestion(way) => return QueueAct::Next(way).reduce(state, env),
            Command::Accept => return QueueAct::Here(Verdict::Accept).reduce(state, env),
            Command::Refuse => return QueueAct::Here(Verdict::Refuse).reduce(state, env),
            Command::HideSuggestions => return QueueAct::Hide.reduce(state, env),
            Command::MarkSame => return SearchAct::Same.reduce(state, env),
            Command::OpenCard => return EntityAct::OpenSelected.reduce(state, env),
            Command::Beside => return BesideAct::Toggle.reduce(state, env),
            Command::OtherArticle => return BesideAct::TurnOver.reduce(state, env),
            Command::Relate => return RelateAct::Open.reduce(state, env),
            Command::WayBack => return RelateAct::WayBack.reduce(state, env),
            Command::TakeFigure => return StatementAct::TakeRead.reduce(state, env),
            Command::NextStance => return StatementAct::NextStance.reduce(state, env),
            Command::Pick(part) => pick::begin(state, part, out),
            Command::OpenAnnotation => picking::selected(state, env, out),
            Command::Escape => picking::give_up(state, out),
            command => link::run(command, state, env, out),
        }
        effects
    }
}
