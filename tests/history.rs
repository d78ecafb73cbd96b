//! The screen *History*: what was done, going back, forgetting.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Dialog, Done, Effect, HistoryAct, LabelAct, LabelChange, Task};
use postil::edit::Past;
use postil::model::{AttributeId, AttributeValue, DocumentStatus, LabelId};
use postil::wire::op::encode;
use postil::words::{Language, speak};
use std::rc::Rc;

fn act(desk: &mut Desk, act: HistoryAct) {
    desk.act(Action::step(act));
}

fn shown(desk: &Desk) -> Vec<Rc<Done>> {
    desk.state.history.shown(desk.session())
}

fn lines(desk: &Desk) -> Vec<String> {
    let line = |done: &Rc<Done>| format!("{} | {} | {}", done.act, done.what, done.articles.join(", "));
    shown(desk).iter().map(line).collect()
}

fn worked() -> Desk {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.mark("Ada", "person");
    desk.mark("Ben", "person");
    desk.run(Command::Undo).run(Command::Redo);
    desk.paste("Second", "Nothing happened in Oslo.");
    desk.mark("Oslo", "place");
    desk
}

const DONE: [&str; 7] = [
    "Mark | Place “Oslo” | Second",
    "Add articles |  | Second",
    "Done again: Mark | Person “Ben” | Report",
    "Undone: Mark | Person “Ben” | Report",
    "Mark | Person “Ben” | Report",
    "Mark | Person “Ada” | Report",
    "Add articles |  | Report",
];

#[test]
fn it_says_what_was_done_to_what_in_which_article() {
    let mut desk = worked();
    assert_eq!(lines(&desk), DONE);
    assert!(shown(&desk).iter().all(|done| done.person.as_ref() == Some(&desk.state.person)));
    act(&mut desk, HistoryAct::Find("SECond ".into()));
    assert_eq!(lines(&desk), &DONE[..2]);
    desk.mark("happened", "event");
    assert_eq!(lines(&desk).len(), 3, "what is done meanwhile is there");
}

#[test]
fn it_is_said_in_the_language_that_is_spoken() {
    let desk = worked();
    assert_eq!(lines(&desk)[0], DONE[0]);
    speak(Language::Indonesian);
    assert_eq!(lines(&desk)[0], "Tandai | Place “Oslo” | Second");
    speak(Language::English);
    assert_eq!(lines(&desk), DONE);
}

#[test]
fn what_is_packed_is_read_likewise() {
    let mut desk = worked();
    let session = desk.state.session.as_mut().expect("open");
    session.project.documents().for_each(|document| session.texts.insert(document.text.clone()));
    let mut packed = postil::edit::History::default();
    let text_of = |id: &_| session.project.document(id).map(|document| document.text.clone());
    for entry in session.history.entries() {
        let mut entry = entry.clone();
        if let Past::Open(transaction) = &entry.past {
            entry.past = Past::Packed(encode(transaction, &text_of).expect("it has a line").into());
        }
        packed.push(entry);
    }
    session.history = packed;
    let acts: Vec<_> = shown(&desk).iter().map(|done| done.act.clone()).collect();
    let expected: Vec<_> = DONE.iter().map(|line| line.split(" | ").next().expect("an act")).collect();
    assert_eq!(acts, expected);
}

#[test]
fn going_back_is_a_step_that_is_undone_like_any_other() {
    let mut desk = worked();
    let before = desk.file();
    // Right after Ada was marked.
    act(&mut desk, HistoryAct::GoBack(2));
    assert!(matches!(&desk.effects[0], Effect::Append(_)), "one transaction, journalled");
    assert_eq!(desk.effects.iter().filter(|effect| matches!(effect, Effect::Append(_))).count(), 1);
    assert_eq!(desk.session().project.documents().len(), 1, "the second article was not there yet");
    assert_eq!(desk.session().project.annotation_count(), 1);
    assert_eq!(lines(&desk).len(), DONE.len() + 1, "what was done since is still listed");
    assert!(desk.state.notice.as_ref().is_some_and(|notice| notice.undo));
    desk.run(Command::Undo);
    let as_it_was = |file: &str| -> Vec<String> {
        file.lines().filter(|line| !line.contains("\"modified\"")).map(str::to_owned).collect()
    };
    assert_eq!(as_it_was(&desk.file()), as_it_was(&before));
    act(&mut desk, HistoryAct::GoBack(0));
    assert_eq!(desk.session().project.documents().len(), 0);
    desk.run(Command::Undo);
    assert_eq!(as_it_was(&desk.file()), as_it_was(&before));
    let now = desk.session().history.entries().len();
    act(&mut desk, HistoryAct::GoBack(now));
    assert_eq!(desk.session().history.entries().len(), now, "nothing changes where nothing differs");
}

#[test]
fn forgetting_asks_first_and_keeps_the_project() {
    let mut desk = worked();
    let before = desk.file();
    act(&mut desk, HistoryAct::AskToForget);
    assert!(matches!(desk.effects[..], [Effect::Task(Task::WeighHistory)]));
    act(&mut desk, HistoryAct::Weighed(1_234));
    assert_eq!(desk.state.dialog, Some(Dialog::ForgetHistory(Some(1_234))));
    act(&mut desk, HistoryAct::Forget);
    assert!(matches!(desk.effects[..], [Effect::Task(Task::ForgetHistory)]));
    assert_eq!(lines(&desk), DONE, "not before the database has forgotten it");
    let forgotten = desk.session().history.entries().len();
    act(&mut desk, HistoryAct::Forgotten(forgotten));
    assert!(lines(&desk).is_empty());
    assert_eq!(desk.file(), before);
    desk.run(Command::Undo);
    assert_eq!(desk.file(), before, "nothing can be undone");
    let id = desk.mark("happened", "event");
    assert!(!id.as_str().ends_with("-000001"), "{id}: ids go on");
    desk.run(Command::Undo);
    assert_eq!(lines(&desk).len(), 2);
}

#[test]
fn who_reads_along_neither_goes_back_nor_forgets() {
    let mut desk = worked();
    desk.act(Action::ReadAlong(true));
    let before = desk.file();
    for one in [HistoryAct::GoBack(1), HistoryAct::AskToForget, HistoryAct::Forget] {
        act(&mut desk, one);
        assert!(desk.effects.is_empty() && desk.state.dialog.is_none());
    }
    assert_eq!(desk.file(), before);
}

#[test]
fn it_names_what_was_set_and_keeps_its_quotes() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.mark("Ada", "claim");
    let stance = AttributeId::new("stance");
    for value in ["denies", "reports"] {
        desk.act(Action::SetAttribute(stance.clone(), Some(AttributeValue::Text(value.into()))));
    }
    desk.act(Action::SetAttribute(stance, None)).act(Action::SetNote("seen\ntwice".into()));
    desk.act(Action::Relabel(LabelId::new("person")));
    let expected = [
        "Relabel | Person “Ada”, Label: Claim → Person | Report",
        "Note | Person “Ada”, Note: → seen twice | Report",
        "Set an attribute | Person “Ada”, Stance: reports → nothing | Report",
        "Set an attribute | Person “Ada”, Stance: denies → reports | Report",
        "Set an attribute | Person “Ada”, Stance: → denies | Report",
    ];
    assert_eq!(lines(&desk)[..5], expected);
    act(&mut desk, HistoryAct::GoBack(1));
    let quoted = lines(&desk)[1..6].iter().all(|line| line.contains("“Ada”"));
    assert!(quoted, "what is gone is still quoted: {:?}", lines(&desk));
}

#[test]
fn undoing_what_was_done_again_is_an_undo() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.mark("Ada", "person");
    for command in [Command::Undo, Command::Redo, Command::Undo, Command::Redo] {
        desk.run(command);
    }
    let acts: Vec<_> = shown(&desk).iter().rev().skip(1).map(|done| done.act.clone()).collect();
    assert_eq!(acts, ["Mark", "Undone: Mark", "Done again: Mark", "Undone: Mark", "Done again: Mark"]);
}

#[test]
fn it_says_which_status_and_what_of_the_schema() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.run(Command::SetStatus(DocumentStatus::Done));
    let id = |id: &str| LabelId::new(id);
    let acts = [
        LabelAct::Add("Weapon".into()),
        LabelAct::Change(id("weapon"), LabelChange::Name("Senjata".into())),
        LabelAct::Change(id("weapon"), LabelChange::Key("7".into())),
        LabelAct::Change(id("weapon"), LabelChange::Description("What shoots".into())),
        LabelAct::Move(id("place"), -1),
        LabelAct::Delete(id("weapon")),
    ];
    acts.into_iter().for_each(|act| {
        desk.act(Action::step(act));
    });
    let what: Vec<_> = shown(&desk).iter().rev().skip(1).map(|done| done.what.clone()).collect();
    let expected = [
        "Status: New → Done",
        "Added: Weapon",
        "Weapon, Name: Weapon → Senjata",
        "Senjata, Key: 5 → 7",
        "Senjata, description",
        "another order",
        "Deleted: Senjata",
    ];
    assert_eq!(what, expected);
}
