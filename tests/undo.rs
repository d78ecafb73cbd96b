//! Undo and redo: exact, unlimited, and led to what they change.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Edge, Effect, Motion, Screen};
use postil::model::{AttributeId, AttributeValue, LabelId};
use std::collections::BTreeSet as Set;

const TEXT: &str =
    "Ana Wibowo met the “Harbour Office” in Semarang.\nIt said 224 boats were lost, Ana Wibowo denied it.";

#[test]
fn undo_and_redo_are_exact_and_unlimited() {
    let mut desk = Desk::new();
    let mut files = vec![desk.file()];
    let mut step = |desk: &mut Desk, act: &mut dyn FnMut(&mut Desk)| {
        act(desk);
        files.push(desk.file());
    };
    step(&mut desk, &mut |d| {
        d.paste("Report", TEXT);
    });
    step(&mut desk, &mut |d| {
        d.mark("Ana Wibowo", "person");
    });
    step(&mut desk, &mut |d| {
        d.act(Action::Relabel(LabelId::new("claim")));
    });
    step(&mut desk, &mut |d| {
        let value = AttributeValue::Text("denies".into());
        d.act(Action::SetAttribute(AttributeId::new("stance"), Some(value)));
    });
    step(&mut desk, &mut |d| {
        d.act(Action::SetUnsure(true));
    });
    step(&mut desk, &mut |d| {
        d.run(Command::MoveEnd(Edge::End, Motion::WordRight));
    });
    step(&mut desk, &mut |d| {
        d.act(Action::Run(Command::Delete));
    });
    step(&mut desk, &mut |d| {
        let id = d.document();
        d.act(Action::RemoveDocuments(vec![id]));
    });
    assert!(files.windows(2).all(|pair| pair[0] != pair[1]), "every act changes the file");
    for file in files.iter().rev().skip(1) {
        desk.run(Command::Undo);
        assert_eq!(&desk.file(), file, "undo goes back to the very bytes");
    }
    desk.run(Command::Undo);
    assert_eq!(desk.said(), "Nothing to undo");
    for file in files.iter().skip(1) {
        desk.run(Command::Redo);
        assert_eq!(&desk.file(), file, "redo goes on to the very bytes");
    }
    desk.run(Command::Undo).run(Command::Undo);
    let id = desk.session().project.documents().next().expect("it came back").id.clone();
    desk.act(Action::OpenArticle(id)).run(Command::NextAnnotation).act(Action::SetUnsure(false));
    desk.run(Command::Redo);
    assert_eq!(desk.said(), "Nothing to redo", "a new act ends what could be redone");
}

#[test]
fn undo_goes_to_what_it_changed_and_names_it() {
    let mut desk = Desk::with(TEXT);
    let first = desk.document();
    desk.mark("Semarang", "place");
    desk.paste("Other", "Another text");
    assert_ne!(desk.document(), first);
    let second = desk.document();
    desk.act(Action::OpenArticle(first.clone())).mark("Ana Wibowo", "person");
    desk.act(Action::OpenArticle(second)).run(Command::Undo);
    assert_eq!((desk.document(), desk.state.screen), (first, Screen::Read));
    desk.run(Command::Undo).run(Command::Undo);
    assert!(desk.said().contains("Undone: Mark, Place “Semarang”"), "{}", desk.said());
    desk.run(Command::Redo);
    assert_eq!(desk.session().selected().map(|a| a.label.to_string()).as_deref(), Some("place"));
}

#[test]
fn undo_of_many_scrolls_only_where_none_of_them_is_in_view() {
    let mut desk = Desk::with("Ana met Ben. Ana left.");
    desk.run(Command::Find).act(Action::Find("ana".into(), true));
    desk.act(Action::step(postil::app::HitsAct::Mark(LabelId::new("person"))));
    for (command, selected) in [(Command::Undo, 0), (Command::Redo, 2)] {
        desk.run(command);
        let spots = desk.effects.iter().find_map(|effect| match effect {
            Effect::ScrollToOne(spots) => Some(spots.iter().map(|span| span.start().0).collect::<Set<_>>()),
            _ => None,
        });
        assert_eq!(spots, Some(Set::from([0, 13])), "{command:?}");
        assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(_) | Effect::ShowCaret)));
        assert_eq!(desk.session().reading.as_ref().unwrap().selected.len(), selected);
    }
}

#[test]
fn a_notice_takes_back_only_what_it_is_about() {
    let mut desk = Desk::with("Ana was here.");
    assert!(desk.state.notice.as_ref().is_some_and(|notice| notice.undo), "the article can be taken back");
    desk.mark("Ana", "person");
    assert!(!desk.state.notice.as_ref().is_some_and(|notice| notice.undo), "or the mark would go instead");
}
