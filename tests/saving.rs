//! What a person is told and offered while something is not saved, and what stands in the list of projects.

#![cfg(not(target_arch = "wasm32"))]

use postil::app::{Action, Effect, Env, Saved, Session, State, reduce};
use postil::edit::{Actor, History};
use postil::model::{Project, ProjectId, Timestamp, news};
use postil::storage::Texts;
use postil::text::WordBreaks;

struct Desk(State);

impl Desk {
    /// An open project with an article.
    fn new() -> Self {
        let mut desk = Self(State::new(Actor("test".into())));
        desk.open("p");
        desk.act(Action::Pasted("Title".into(), "One two three.".into(), "en".into()));
        desk
    }

    fn open(&mut self, id: &str) {
        let project = Project::new(ProjectId::new(id), format!("Project {id}"), news(), Timestamp(0));
        self.act(Action::Opened(Box::new(Session::new(project, History::default(), Texts::default(), 1))));
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        reduce(&mut self.0, action, &Env { now: Timestamp(5), words: &|_, _, _, _| WordBreaks::default() })
    }

    fn fail(&mut self) {
        self.act(Action::Saved(Saved::NotSaved("The browser gives this site no more room.".into())));
    }
}

#[test]
fn what_is_not_saved_is_saved_as_a_file_in_one_step() {
    let mut desk = Desk::new();
    desk.fail();
    let effects = desk.act(Action::Rescue);
    let [Effect::RunExport(export)] = &effects[..] else { panic!("it is saved: {effects:?}") };
    assert_eq!(
        (export.format.as_str(), &export.documents),
        ("project", &None),
        "all of it, as it opens again"
    );
    assert!(matches!(desk.act(Action::SaveRecords)[..], [Effect::SaveRecords]));
}
