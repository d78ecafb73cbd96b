//! What a person is told and offered while something is not saved, and what stands in the list of projects.

use postil::app::{
    Action, Dialog, Effect, Env, Incoming, IncomingAct, Keeping, Saved, Session, State, reduce,
};
use postil::edit::{Actor, History};
use postil::model::{LabelId, Project, ProjectId, Timestamp, news};
use postil::storage::{Info, Texts};
use postil::text::{Byte, Span, WordBreaks};

struct Desk(State);

impl Desk {
    /// An open project with an article.
    fn new() -> Self {
        let mut desk = Self(State::new(Actor("test".into())));
        desk.open("p");
        desk.act(Action::pasted("Title".into(), "One two three.".into(), "en".into()));
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
        (export.format.as_str(), export.scope.is_whole()),
        ("project", true),
        "all of it, as it opens again"
    );
    assert!(matches!(desk.act(Action::SaveRecords)[..], [Effect::SaveRecords]));
}

/// What a project file gives.
fn from_file() -> Incoming {
    let project = Project::new(ProjectId::new("file"), "File".into(), news(), Timestamp(0));
    let session = Session::new(project, History::default(), Texts::default(), 1);
    Incoming { project: Some(Box::new(session)), ..Incoming::default() }
}

/// What goes to another project, each by its own way.
fn ways() -> [Action; 2] {
    [Action::OpenProject(ProjectId::new("other")), Action::NewProject("New".into())]
}

fn leaves(effects: &[Effect]) -> bool {
    let goes = |effect: &Effect| {
        matches!(effect, Effect::LoadProject(_) | Effect::CreateProject(_) | Effect::AdoptProject(_))
    };
    effects.iter().any(goes)
}

#[test]
fn a_project_that_is_not_saved_is_left_only_by_who_was_told() {
    for way in ways() {
        let mut desk = Desk::new();
        assert!(leaves(&desk.act(way.clone())), "what is being saved is waited for outside");
        desk.fail();
        assert!(!leaves(&desk.act(way.clone())), "it stays");
        let said = desk.0.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
        assert!(said.contains("“Project p” stays open") && said.contains("no more room"), "{said}");
        assert!(leaves(&desk.act(way.clone())), "asked again it goes");
        desk.act(Action::Saved(Saved::Saved));
        desk.fail();
        assert!(!leaves(&desk.act(way.clone())), "what failed later is told anew");
        desk.open("q");
        desk.fail();
        assert!(leaves(&desk.act(way)), "nothing was done in this one");
    }
}

#[test]
fn a_project_file_does_not_take_the_place_of_what_is_not_saved() {
    let mut desk = Desk::new();
    desk.fail();
    for expected in [false, true] {
        desk.act(Action::Open(Dialog::Incoming(from_file().into())));
        assert_eq!(leaves(&desk.act(Action::step(IncomingAct::Add))), expected);
    }
}

#[test]
fn a_write_that_fails_while_the_other_project_is_awaited_keeps_this_one_open() {
    let mut desk = Desk::new();
    let [way, _] = ways();
    assert!(leaves(&desk.act(way.clone())));
    desk.fail();
    desk.act(Action::Stays("The browser gives this site no more room.".into()));
    assert!(desk.0.session.is_some() && desk.0.leaving);
    assert!(leaves(&desk.act(way)), "they were told");
}

#[test]
fn the_list_of_projects_shows_what_stands_on_the_screen() {
    let mut desk = Desk::new();
    let stale = |id: &str| Info {
        id: ProjectId::new(id),
        name: format!("Project {id}"),
        documents: 0,
        annotations: 0,
        created: Timestamp(0),
        modified: Timestamp(0),
        opened: Timestamp(3),
        spent: 0,
        states: String::new(),
    };
    desk.act(Action::Projects(vec![stale("p"), stale("q")]));
    desk.act(Action::Select { spans: vec![Span::new(Byte(0), Byte(3))], exact: true });
    desk.act(Action::Mark(LabelId::new("person")));
    desk.act(Action::RenameProject("Renamed".into()));
    let effects = desk.act(Action::Open(Dialog::Projects(String::new())));
    assert!(matches!(effects[..], [Effect::ListProjects]), "it is asked for anew: {effects:?}");
    let listed = desk.0.listed();
    let of = |info: &Info| (info.name.clone(), info.documents, info.annotations, info.opened.0);
    assert_eq!(of(&listed[0]), ("Renamed".into(), 1, 1, 3));
    assert_eq!(listed[1], stale("q"), "the others are as the database has them");
}

#[test]
fn whether_the_browser_keeps_the_work_is_said_in_plain_words() {
    let mut desk = Desk::new();
    for (lasting, says) in
        [(Some(true), "until you delete"), (Some(false), "may delete"), (None, "does not say")]
    {
        desk.act(Action::Keeping(Keeping {
            lasting,
            used: Some(12),
            quota: None,
            refuses: false,
            damaged: 0,
        }));
        let words = desk.0.keeping.words();
        assert!(words.contains(says), "{words}");
        assert_eq!(words.contains("export"), lasting != Some(true), "and what to do: {words}");
    }
}

#[test]
fn a_file_that_is_saved_without_the_dialog_closes_none() {
    let mut desk = Desk::new();
    let typed = Dialog::Projects("New".into());
    desk.act(Action::Open(typed.clone()));
    desk.act(Action::SaveRecords);
    desk.act(Action::Exported("records.json".into()));
    assert_eq!(desk.0.dialog, Some(typed));

    let export = postil::app::Export { format: "project".into(), ..Default::default() };
    desk.act(Action::Open(Dialog::Export(export.clone())));
    desk.act(Action::step(postil::app::ExportAct::Progress(1, 2)));
    assert_eq!(desk.0.dialog, Some(Dialog::Export(export)), "that progress is another file's");
    desk.act(Action::Export);
    desk.act(Action::Exported("p.json".into()));
    assert_eq!(desk.0.dialog, None);
}

#[test]
fn a_project_that_may_not_be_left_keeps_the_dialog_that_asked() {
    let mut desk = Desk::new();
    desk.fail();
    let typed = Dialog::Projects("New".into());
    desk.act(Action::Open(typed.clone()));
    assert!(!leaves(&desk.act(Action::NewProject("New".into()))));
    assert_eq!(desk.0.dialog, Some(typed));
    let mut desk = Desk::new();
    desk.fail();
    let preview = Dialog::Incoming(from_file().into());
    desk.act(Action::Open(preview.clone()));
    assert!(!leaves(&desk.act(Action::step(IncomingAct::Add))));
    assert_eq!(desk.0.dialog, Some(preview));
    assert!(leaves(&desk.act(Action::step(IncomingAct::Add))), "chosen again");
}

#[test]
fn what_is_done_after_the_warning_is_warned_of_again() {
    let mut desk = Desk::new();
    desk.fail();
    assert!(!leaves(&desk.act(Action::NewProject("New".into()))));
    desk.act(Action::pasted("More".into(), "Four five six.".into(), "en".into()));
    desk.fail();
    assert!(!leaves(&desk.act(Action::NewProject("New".into()))), "of this nobody was told");
}

#[test]
fn a_deleted_project_gives_way_to_the_one_before_it() {
    let info = |id: &str, opened: i64| Info {
        id: ProjectId::new(id),
        name: format!("Project {id}"),
        documents: 0,
        annotations: 0,
        created: Timestamp(0),
        modified: Timestamp(0),
        opened: Timestamp(opened),
        spent: 0,
        states: String::new(),
    };
    let mut desk = Desk::new();
    let id = desk.0.session.as_ref().unwrap().project.id.clone();
    desk.act(Action::Open(Dialog::DeleteProject));
    let effects = desk.act(Action::DeleteProject);
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::DeleteProject(gone, _) if *gone == id)),
        "{effects:?}"
    );
    assert!(desk.0.session.is_none() && desk.0.dialog.is_none());
    let effects = desk.act(Action::Deleted("Gone".into(), vec![info("q", 3), info("r", 7)]));
    assert!(
        matches!(&effects[..], [Effect::LoadProject(next)] if next.as_str() == "r"),
        "the one that was open last: {effects:?}"
    );
    assert!(desk.0.notice.as_ref().is_some_and(|notice| notice.text.contains("Gone")));
    let effects = Desk::new().act(Action::Deleted("Last".into(), Vec::new()));
    assert!(matches!(effects[..], [Effect::CreateProject(_)]), "after the last a first one: {effects:?}");
}

#[test]
fn a_copy_is_made_of_what_stands_on_the_screen() {
    let mut desk = Desk::new();
    desk.act(Action::RenameProject("Mine".into()));
    let effects = desk.act(Action::DuplicateProject);
    let copied = effects.iter().find_map(|effect| match effect {
        Effect::AdoptProject(session) => Some(&session.project),
        _ => None,
    });
    assert_eq!(copied, desk.0.session.as_ref().map(|session| &session.project));
    desk.fail();
    assert!(!leaves(&desk.act(Action::DuplicateProject)), "not all of it is saved, and nobody was told");
}

#[test]
fn much_work_that_is_in_no_file_is_reminded_of_until_it_is() {
    let mut desk = Desk::new();
    let due = |desk: &Desk| desk.0.session.as_ref().is_some_and(|session| session.backup.due);
    let work = |desk: &mut Desk, acts: usize| {
        for n in 0..acts {
            desk.act(Action::RenameProject(format!(
                "Name {n} {:?}",
                desk.0.session.as_ref().map(|s| s.counter)
            )));
        }
    };
    work(&mut desk, 198);
    assert!(!due(&desk));
    work(&mut desk, 1);
    assert!(due(&desk), "200 acts with the article");

    // Put off until as much again was done.
    desk.act(Action::PutOffBackup);
    work(&mut desk, 199);
    assert!(!due(&desk));
    work(&mut desk, 1);
    assert!(due(&desk));

    // An act while the file is made is not in it.
    desk.act(Action::Rescue);
    work(&mut desk, 1);
    let effects = desk.act(Action::Exported("p.json".into()));
    assert!(matches!(&effects[..], [Effect::KeepBackup(_, 401)]), "{effects:?}");
    assert!(!due(&desk));
    assert_eq!(desk.0.session.as_ref().map(Session::unfiled), Some(1));

    // A file of another kind is no backup.
    desk.act(Action::Open(Dialog::Export(postil::app::Export {
        format: "json-lines".into(),
        ..Default::default()
    })));
    desk.act(Action::Export);
    assert!(desk.act(Action::Exported("p.jsonl".into())).is_empty());

    // A project that is opened again knows what is in a file.
    let session = desk.0.session.as_mut().expect("open");
    session.filed(Some(401));
    assert_eq!(session.unfiled(), 1);
    session.filed(None);
    assert_eq!(session.unfiled(), 401);
}
