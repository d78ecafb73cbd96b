//! The folder to which backups are written by themselves: when, what is said, and under which names.

use crate::support::desk::Desk;
use postil::app::{
    Action, Command, Effect, FolderAct, FolderFault, FolderTask, GENERATIONS, Saved, Written, backup_name,
    day,
};
use postil::model::{ProjectId, Timestamp};

const MINUTE: i64 = 60_000;

/// A person who has chosen a folder, and to which the first file was written.
fn desk() -> Desk {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.act(Action::Saved(Saved::Saved));
    found(&mut desk, true, Written::default(), true);
    assert!(writes(&desk), "at once, so that they see that it works");
    wrote(&mut desk);
    desk
}

fn found(desk: &mut Desk, allowed: bool, written: Written, asked: bool) {
    let (name, project) = (Some("Backups".to_owned()), ProjectId::new("p"));
    desk.act(Action::step(FolderAct::Found { name, allowed, project, written, asked }));
}

fn writes(desk: &Desk) -> bool {
    desk.effects.iter().any(|effect| matches!(effect, Effect::Folder(FolderTask::Write)))
}

fn wrote(desk: &mut Desk) {
    let mut written = Written { from: desk.session().counter, time: 1, ..Written::default() };
    written.put("Test 2026-11-21.json");
    written.file = "Test 2026-11-21.json".to_owned();
    desk.act(Action::step(FolderAct::Wrote(ProjectId::new("p"), written)));
}

fn due(desk: &mut Desk) -> bool {
    desk.act(Action::step(FolderAct::Due));
    writes(desk)
}

#[test]
fn it_is_written_after_a_rest_and_not_before() {
    let mut desk = desk();
    desk.wait(60 * MINUTE);
    assert!(!due(&mut desk), "nothing was done");
    desk.mark("Ada", "person");
    desk.wait(MINUTE);
    assert!(!due(&mut desk));
    desk.wait(MINUTE);
    assert!(due(&mut desk));
    assert!(!due(&mut desk), "never two at once");
    desk.act(Action::step(FolderAct::Now));
    assert!(!writes(&desk), "not even when asked");
    wrote(&mut desk);
    desk.wait(60 * MINUTE);
    assert!(!due(&mut desk), "all of it is there");
}

#[test]
fn who_does_not_rest_is_not_forgotten() {
    let mut desk = desk();
    for _ in 0..9 {
        desk.mark("Ada", "person");
        desk.run(Command::Undo);
        desk.wait(MINUTE);
        assert!(!due(&mut desk));
    }
    desk.mark("Ada", "person");
    desk.wait(MINUTE);
    assert!(due(&mut desk), "ten minutes after the first act");
    wrote(&mut desk);
    for _ in 0..50 {
        assert!(!due(&mut desk));
        desk.mark("Ben", "person");
        desk.run(Command::Undo);
    }
    assert!(due(&mut desk), "a hundred acts");
}

#[test]
fn leaving_the_page_writes_what_is_not_there() {
    let mut desk = desk();
    desk.act(Action::step(FolderAct::Left));
    assert!(!writes(&desk));
    desk.mark("Ada", "person");
    desk.act(Action::step(FolderAct::Left));
    assert!(writes(&desk));
}

#[test]
fn leaving_a_project_for_another_writes_what_is_not_there() {
    let ways = || {
        let other = Action::OpenProject(ProjectId::new("q"));
        [other, Action::NewProject("New".into()), Action::DuplicateProject]
    };
    for way in ways() {
        let mut desk = desk();
        desk.act(way.clone());
        assert!(!writes(&desk), "{way:?}: all of it is there");
    }
    for way in ways() {
        let mut desk = desk();
        desk.mark("Ada", "person");
        let from = desk.session().counter;
        desk.act(way.clone());
        assert!(matches!(desk.effects[0], Effect::Folder(FolderTask::Write)), "{way:?}: while it is open");
        assert_eq!(desk.effects.len(), 2, "{way:?}");
        let mut other = desk.session().clone();
        other.project.id = ProjectId::new("q");
        desk.act(Action::Opened(Box::new(other)));
        let unfiled = desk.session().unfiled();
        let written = Written { from, time: 1, ..Written::default() };
        desk.act(Action::step(FolderAct::Wrote(ProjectId::new("p"), written)));
        assert!(
            matches!(&desk.effects[..], [Effect::KeepBackup(id, at)] if id.as_str() == "p" && *at == from)
        );
        assert_eq!(desk.session().unfiled(), unfiled, "of the other one nothing is written");
    }
}

#[test]
fn a_write_that_is_running_goes_on_whatever_is_found_meanwhile() {
    let mut desk = desk();
    desk.mark("Ada", "person");
    desk.act(Action::step(FolderAct::Now));
    assert!(writes(&desk));
    found(&mut desk, false, Written { from: 1, time: 1, ..Written::default() }, false);
    assert_eq!(desk.state.folder.trouble(), Some(&FolderFault::Permission));
    desk.act(Action::step(FolderAct::Now));
    assert!(!writes(&desk), "never two at once");
    desk.act(Action::step(FolderAct::Failed(FolderFault::Permission)));
    desk.act(Action::step(FolderAct::Now));
    assert!(writes(&desk));
}

#[test]
fn it_counts_for_the_reminder_only_when_it_is_written() {
    let mut desk = desk();
    desk.mark("Ada", "person");
    let before = desk.session().unfiled();
    assert!(before > 0);
    desk.act(Action::step(FolderAct::Now));
    assert_eq!(desk.session().unfiled(), before);
    // What is done while it is written is not in it.
    let from = desk.session().counter;
    desk.mark("Ben", "person");
    let written = Written { from, time: 1, ..Written::default() };
    desk.act(Action::step(FolderAct::Wrote(ProjectId::new("p"), written)));
    assert_eq!(desk.session().unfiled(), 1);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::KeepBackup(_, at) if *at == from)));
    assert!(desk.said().starts_with("Backed up"), "it was asked for: {}", desk.said());
    desk.wait(2 * MINUTE);
    assert!(due(&mut desk));
    wrote(&mut desk);
    assert!(!desk.said().starts_with("Backed up as Test 2026"), "what happens by itself is not said");
}

#[test]
fn a_fault_is_said_once_and_tried_again_later() {
    for fault in [FolderFault::Gone, FolderFault::Full, FolderFault::Other("It is locked.".to_owned())] {
        let mut desk = desk();
        desk.mark("Ada", "person");
        desk.wait(2 * MINUTE);
        assert!(due(&mut desk));
        desk.act(Action::step(FolderAct::Failed(fault.clone())));
        assert!(desk.said().starts_with("No backup was written"), "{}", desk.said());
        assert!(desk.said().contains("“Backups”") && desk.said().contains("another"), "{}", desk.said());
        assert_eq!(desk.state.folder.trouble(), Some(&fault));
        assert!(desk.session().unfiled() > 0);
        assert!(!due(&mut desk));
        desk.wait(5 * MINUTE);
        desk.act(Action::step(FolderAct::PutOff));
        assert!(due(&mut desk), "the disk may have room by now");
        desk.act(Action::step(FolderAct::Failed(fault.clone())));
        assert_eq!(desk.state.folder.trouble(), None, "the same again stays put away");
        desk.act(Action::step(FolderAct::Now));
        desk.act(Action::step(FolderAct::Failed(fault)));
        assert!(desk.state.folder.trouble().is_some(), "who asks is told");
        desk.act(Action::step(FolderAct::Now));
        wrote(&mut desk);
        assert_eq!(desk.state.folder.fault, None);
    }
}

#[test]
fn a_permission_that_is_gone_is_said_and_waited_for() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.act(Action::Saved(Saved::Saved));
    let before = Written { from: 1, time: 1, ..Written::default() };
    found(&mut desk, false, before.clone(), false);
    assert!(desk.said().contains("wants your permission again"), "{}", desk.said());
    assert_eq!(desk.state.folder.trouble(), Some(&FolderFault::Permission));
    desk.wait(60 * MINUTE);
    assert!(!due(&mut desk));
    desk.act(Action::step(FolderAct::Allow));
    assert!(matches!(desk.effects[..], [Effect::Folder(FolderTask::Allow)]));
    found(&mut desk, false, before.clone(), true);
    assert!(!writes(&desk), "the person said no");
    found(&mut desk, true, before, true);
    assert!(writes(&desk));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "the button is gone");
    assert_eq!(desk.state.folder.fault, None);
}

#[test]
fn only_the_tab_that_works_writes() {
    let mut desk = desk();
    desk.mark("Ada", "person");
    desk.act(Action::ReadAlong(true));
    desk.wait(60 * MINUTE);
    assert!(!due(&mut desk));
    for act in [FolderAct::Left, FolderAct::Now] {
        desk.act(Action::step(act));
        assert!(!writes(&desk));
    }
}

#[test]
fn it_is_switched_off() {
    let mut desk = desk();
    desk.mark("Ada", "person");
    desk.act(Action::step(FolderAct::Stop));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Folder(FolderTask::Forget))));
    desk.wait(60 * MINUTE);
    assert!(!due(&mut desk));
    // What was on its way then.
    wrote(&mut desk);
    assert_eq!(desk.state.folder.name, None);
}

#[test]
fn what_was_never_written_is_due_and_an_empty_project_is_not() {
    let mut desk = Desk::new();
    found(&mut desk, true, Written::default(), false);
    desk.wait(60 * MINUTE);
    assert!(!due(&mut desk), "there is nothing in it");
    desk.paste("Report", "Ada met Ben.");
    desk.wait(2 * MINUTE);
    assert!(due(&mut desk));
}

#[test]
fn names_have_the_day_and_five_stay() {
    assert_eq!(backup_name("My project: 1/2", "2026-11-21", 1), "My project 1 2 2026-11-21.json");
    assert_eq!(backup_name("A", "2026-11-21", 2), "A 2026-11-21 2.json");
    let long = backup_name(&"x".repeat(200), "2026-11-21", 1);
    assert!(long.ends_with("x 2026-11-21.json"), "{long}");
    let midnight = Timestamp(1_795_219_200_000);
    assert_eq!(day(midnight, 0), "2026-11-21");
    assert_eq!((day(midnight, 1), day(midnight, -420)), ("2026-11-20".into(), "2026-11-21".into()));

    let mut written = Written::default();
    for day in 1..=7 {
        written.put(&backup_name("A", &format!("2026-11-0{day}"), 1));
        assert!(written.files.len() - written.too_many().len() <= GENERATIONS);
    }
    assert_eq!(written.too_many(), ["A 2026-11-01.json", "A 2026-11-02.json"]);
    // The file of a day is written again.
    written.put("A 2026-11-07.json");
    assert_eq!(written.files.len(), 7);
    assert_eq!(Written::read(&written.write()), written);
    assert_eq!(Written::read("{]"), Written::default());
}
