//! Finding words in the open article, and marking where they stand.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::app::{Action, Command, Dialog, Effect, Find, Focus};
use postil::model::LabelId;
use support::desk::Desk;

const TEXT: &str = "Iran said no. Iranian papers: IRAN did.\nIn Iran, Ana agreed.";

fn find(desk: &Desk) -> &Find {
    desk.session().reading.as_ref().and_then(|reading| reading.find.as_ref()).expect("the bar is open")
}

fn looking(words: &str, whole: bool) -> Desk {
    let mut desk = Desk::with(TEXT);
    desk.run(Command::Find);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(Focus::Find))));
    desk.act(Action::Find(words.into(), whole));
    desk
}

#[test]
fn hits_are_counted_and_gone_through_and_a_key_marks_one() {
    let mut desk = looking("iran", true);
    assert_eq!((find(&desk).hits.len(), desk.said()), (3, "3 hits"));
    desk.act(Action::StepHit(1));
    assert!(desk.said().starts_with("1 of 3: Iran said no."), "{}", desk.said());
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(Focus::Article))));
    desk.act(Action::Mark(LabelId::new("place")));
    // Enter in the article goes on, past the last to the first.
    desk.run(Command::OpenAnnotation);
    assert!(desk.said().starts_with("2 of 3: "), "{}", desk.said());
    desk.run(Command::NextHit).act(Action::Mark(LabelId::new("place")));
    assert_eq!(desk.marks(), ["place: Iran", "place: Iran"]);
    desk.run(Command::NextHit);
    assert_eq!(find(&desk).at, Some(0));
    desk.run(Command::PreviousHit);
    assert_eq!(find(&desk).at, Some(2));
    // Escape takes the selection back first, then puts the bar away; Enter opens annotations again.
    desk.run(Command::Escape).run(Command::Escape);
    assert!(desk.session().reading.as_ref().unwrap().find.is_none());
    desk.run(Command::OpenAnnotation);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(Focus::Inspector))));
}

#[test]
fn a_hit_is_marked_as_it_stands_there() {
    let mut desk = looking("iran", false);
    assert_eq!(find(&desk).hits.len(), 4);
    desk.act(Action::StepHit(1)).act(Action::StepHit(1)).act(Action::Mark(LabelId::new("place")));
    assert_eq!(desk.marks(), ["place: Iran"], "not Iranian, though marks snap to words");
    desk.act(Action::Find("nowhere".into(), false));
    assert_eq!(desk.said(), "Not found");
    desk.act(Action::StepHit(1));
    assert_eq!(find(&desk).at, None);
}

#[test]
fn all_that_were_not_left_out_are_marked_in_one_act() {
    let mut desk = looking("iran", true);
    desk.act(Action::StepHit(1)).act(Action::Mark(LabelId::new("place")));
    desk.act(Action::Open(Dialog::MarkHits(LabelId::new("place")))).act(Action::TakeHit(1, false));
    desk.act(Action::MarkHits(LabelId::new("place")));
    assert_eq!(desk.marks(), ["place: Iran", "place: Iran"], "one was there, one was left out");
    let notice = desk.state.notice.as_ref().expect("it says what it did");
    assert_eq!((notice.text.as_str(), notice.undo), ("1 marked as Place; 1 was before", true));
    assert_eq!(desk.state.dialog, None);
    desk.run(Command::Undo);
    assert_eq!(desk.marks(), ["place: Iran"]);
    desk.act(Action::TakeHit(1, true)).act(Action::MarkHits(LabelId::new("organisation")));
    assert_eq!(desk.marks().len(), 4);
    desk.run(Command::Undo);
    assert_eq!(desk.marks(), ["place: Iran"], "all of it in one undo");
}

#[test]
fn what_is_selected_is_looked_for_and_the_words_go_along_to_the_next_article() {
    let mut desk = Desk::with("Ana is not here, Ana.");
    desk.paste("Other", TEXT).select("Ana").run(Command::Find);
    assert_eq!((find(&desk).words.as_str(), find(&desk).hits.len()), ("Ana", 1));
    desk.run(Command::PreviousArticle);
    assert_eq!((find(&desk).words.as_str(), find(&desk).hits.len()), ("Ana", 2));
    desk.act(Action::CloseFind);
    assert!(desk.session().reading.as_ref().unwrap().find.is_none());
}
