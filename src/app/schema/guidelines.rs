//! The guidelines: what annotators are asked to do, in Markdown.

use crate::app::reduce::commit;
use crate::app::{Effect, Env, State, Step};
use crate::edit::Act;
use crate::words::schema as words;

/// The guidelines as they were typed.
#[derive(Clone, Debug)]
pub struct SetGuidelines(pub String);

impl Step for SetGuidelines {
    fn reduce(&self, state: &mut State, env: &Env<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let text = self.0.trim_end().to_owned();
        let done = commit::act(state, env, &mut effects, Act::EditGuidelines, |builder, _| {
            builder.set_guidelines(text);
        });
        if done {
            state.speak(words::guidelines_kept());
        }
        effects
    }
}
