//! Hints come at their moment, one at a time, and each once.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Effect, Hint, HintAct, Screen, Settings};
use postil::words::{Language, speak};

/// What the page does after every act.
fn settle(desk: &mut Desk) -> Option<Hint> {
    let next = desk.state.next_hint();
    if next != desk.state.hint {
        desk.act(Action::step(HintAct::Show(next)));
    }
    desk.state.hint
}

/// A person who was asked for the name, in an article without marks.
fn desk() -> Desk {
    let mut desk = Desk::with("Ada met Ben in Rome. Eve met Ian in Bonn.");
    desk.act(Action::Name(None));
    desk
}

#[test]
fn a_first_article_goes_from_hint_to_hint() {
    let mut desk = desk();
    assert_eq!(settle(&mut desk), Some(Hint::Mark));
    desk.select("Ada");
    assert_eq!(settle(&mut desk), Some(Hint::Mark), "it stays until it is done");
    desk.act(Action::Mark(postil::model::LabelId::new("person")));
    assert_eq!(settle(&mut desk), Some(Hint::More), "one that is done gives way to the next");
    assert_eq!(desk.state.settings.put_away, ["hint-mark"]);
    desk.act(Action::step(HintAct::PutAway));
    assert!(matches!(desk.effects[..], [Effect::KeepSettings(_), Effect::Focus(_)]), "the focus is not lost");
    desk.mark("Ada met Ben", "claim");
    assert_eq!(settle(&mut desk), Some(Hint::Overlap));
    desk.act(Action::step(HintAct::PutAway));
    for name in ["Ben", "Eve", "Ian", "Rome"] {
        assert_eq!(settle(&mut desk), None, "{name}");
        desk.mark(name, "person");
    }
    assert_eq!(settle(&mut desk), Some(Hint::Pen));
    desk.run(Command::TogglePen);
    assert_eq!(settle(&mut desk), None, "it is in use");
    desk.run(Command::TogglePen);
    assert_eq!(settle(&mut desk), None, "each comes once");
}

#[test]
fn a_hint_of_a_screen_goes_with_it() {
    let mut desk = desk();
    desk.act(Action::Show(Screen::Library));
    assert_eq!(settle(&mut desk), None, "one article needs no library");
    desk.paste("Other", "Carl met Dora.");
    desk.act(Action::Show(Screen::Library));
    assert_eq!(settle(&mut desk), Some(Hint::Library));
    desk.act(Action::Show(Screen::Schema));
    assert_eq!(settle(&mut desk), Some(Hint::Schema));
    desk.act(Action::Show(Screen::Library));
    assert_eq!(settle(&mut desk), None);
    assert_eq!(desk.state.settings.put_away, ["hint-library", "hint-schema"]);
    // How to mark is of use until something is marked.
    let id = desk.document();
    desk.act(Action::OpenArticle(id.clone()));
    assert_eq!(settle(&mut desk), Some(Hint::Mark));
    desk.act(Action::Show(Screen::Library));
    assert_eq!(settle(&mut desk), None);
    desk.act(Action::OpenArticle(id));
    assert_eq!(settle(&mut desk), Some(Hint::Mark));
}

#[test]
fn what_else_is_said_comes_first() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    assert!(desk.state.asks_name());
    assert_eq!(settle(&mut desk), Some(Hint::Mark), "how to begin comes before the question for the name");
    desk.mark("Ada", "person");
    assert_eq!(settle(&mut desk), None);
    desk.act(Action::Name(None));
    assert_eq!(settle(&mut desk), Some(Hint::More));
}

#[test]
fn a_hint_says_which_keys_do_it_and_is_said_once_it_is_shown() {
    let mut desk = desk();
    settle(&mut desk);
    let before = desk.said().to_owned();
    desk.act(Action::step(HintAct::Say(Hint::Pen)));
    assert_eq!(desk.said(), before, "this one is not shown");
    desk.act(Action::step(HintAct::Say(Hint::Mark)));
    assert!(desk.said().ends_with("or its key: 1 for Person."), "{}", desk.said());
    speak(Language::Indonesian);
    let said = Hint::More.words(desk.session());
    assert!(said.starts_with("Ctrl+Z mengurungkan"), "{said}");
}

#[test]
fn who_wants_none_sees_none_and_may_think_better_of_it() {
    let mut desk = desk();
    settle(&mut desk);
    desk.act(Action::step(HintAct::Want(false)));
    assert_eq!(settle(&mut desk), None);
    desk.mark("Ada", "person");
    assert_eq!(settle(&mut desk), None);
    let [Effect::KeepSettings(kept)] = &desk.act(Action::step(HintAct::Want(true))).effects[..] else {
        panic!("it is kept")
    };
    assert_eq!(Settings::read(&kept.write()), *kept);
    assert_eq!(settle(&mut desk), Some(Hint::More));
    desk.act(Action::step(HintAct::PutAway));
    assert_eq!(settle(&mut desk), None);
    desk.act(Action::step(HintAct::Again));
    assert_eq!(settle(&mut desk), Some(Hint::More));
}
