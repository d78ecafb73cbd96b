//! What the screens ask of the database that are opened now and then. Their code is loaded with them.

use super::Opener;
use crate::app::{Action, DataAct, HistoryAct, Remains, State, Task};
use crate::browser::erase;
use crate::words::history as words;
use wasm_bindgen_futures::spawn_local;

/// Does what a screen asks for. What comes of it is answered by actions.
pub(in crate::ui) fn task(task: Task, opener: &Opener, state: &State) {
    match task {
        Task::AskToKeep => opener.ask_to_keep(),
        Task::Erase => erase(opener),
        Task::WeighHistory => weigh_history(opener),
        Task::ForgetHistory => forget_history(opener, state),
    }
}

fn erase(opener: &Opener) {
    let own = opener.clone();
    own.let_go();
    own.say("erased", "-");
    own.answer(Action::Gone(None));
    spawn_local(async move {
        erase::erase().await;
        let erase::Left { names, workers, used } = erase::left().await;
        own.answer(Action::step(DataAct::Erased(Remains { names, workers, used })));
    });
}

fn weigh_history(opener: &Opener) {
    let own = opener.clone();
    spawn_local(async move {
        if let Some(session) = own.session()
            && let Ok(bytes) = session.history_size().await
        {
            own.answer(Action::step(HistoryAct::Weighed(bytes)));
        }
    });
}

fn forget_history(opener: &Opener, state: &State) {
    let (Some(desk), Some(session)) = (opener.session(), &state.session) else { return };
    if desk.info().id != session.project.id {
        return;
    }
    let (own, number) = (opener.clone(), session.history.entries().len());
    // The project is as the last act leaves it: what was done is handed to the journal in the order of the effects.
    let forgetting = desk.forget(&session.project, session.counter.saturating_sub(1));
    spawn_local(async move {
        match forgetting.await {
            Ok(()) => own.answer(Action::step(HistoryAct::Forgotten(number))),
            Err(why) => own.fail(words::not_forgotten(), why),
        }
    });
}
