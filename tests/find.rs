//! Finding words in the open article, and marking where they stand.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Dialog, Effect, Find, Focus, HitState, HitsAct};
use postil::model::LabelId;

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
    desk.act(Action::Open(Dialog::MarkHits(LabelId::new("place"))))
        .act(Action::step(HitsAct::Take(1, false)));
    desk.act(Action::step(HitsAct::Mark(LabelId::new("place"))));
    assert_eq!(desk.marks(), ["place: Iran", "place: Iran"], "one was there, one was left out");
    let notice = desk.state.notice.as_ref().expect("it says what it did");
    assert_eq!((notice.text.as_str(), notice.undo), ("1 marked as Place; 1 was before", true));
    assert_eq!(desk.state.dialog, None);
    desk.run(Command::Undo);
    assert_eq!(desk.marks(), ["place: Iran"]);
    desk.act(Action::step(HitsAct::Take(1, true)))
        .act(Action::step(HitsAct::Mark(LabelId::new("organisation"))));
    assert_eq!(desk.marks().len(), 4);
    desk.run(Command::Undo);
    assert_eq!(desk.marks(), ["place: Iran"], "all of it in one undo");
}

#[test]
fn a_hit_inside_a_mark_of_its_label_is_offered_and_not_ticked() {
    let mut desk = Desk::with("Ada Marzook said. Marzook left. The Marzook plan. Marzook!");
    let person = LabelId::new("person");
    desk.mark("Ada Marzook", "person");
    let long = desk.session().list(0, 9).rows[0].id.clone();
    desk.run(Command::Find).act(Action::Find("marzook".into(), true));
    desk.act(Action::StepHit(1));
    while desk.session().reading.as_ref().unwrap().find.as_ref().unwrap().at != Some(1) {
        desk.act(Action::StepHit(1));
    }
    desk.act(Action::Mark(person.clone()));
    desk.act(Action::Open(Dialog::MarkHits(person.clone())));
    let states = |desk: &Desk, label: &str| desk.session().hit_states(find(desk), &LabelId::new(label));
    assert_eq!(
        states(&desk, "person"),
        [HitState::Inside(long), HitState::Marked, HitState::Free, HitState::Free]
    );
    assert_eq!(states(&desk, "place"), vec![HitState::Free; 4], "another label is another matter");
    let chosen = |desk: &Desk| find(desk).chosen(&states(desk, "person")).count();
    assert_eq!(chosen(&desk), 2);
    desk.act(Action::step(HitsAct::Take(1, true)));
    assert_eq!(chosen(&desk), 2, "nothing is marked twice");
    desk.act(Action::step(HitsAct::Take(3, false))).act(Action::step(HitsAct::Take(0, true)));
    desk.act(Action::step(HitsAct::Mark(person.clone())));
    assert_eq!(desk.said(), "2 marked as Person; 1 was before");
    assert_eq!(desk.marks().len(), 4);
    // With nothing left to mark the notice stays, and its Undo with it.
    desk.act(Action::step(HitsAct::Take(3, false))).act(Action::step(HitsAct::Mark(person)));
    assert!(desk.state.notice.as_ref().is_some_and(|notice| notice.undo));
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

#[test]
fn putting_the_bar_away_keeps_what_was_found() {
    let mut desk = looking("ana", true);
    desk.act(Action::CloseFind);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(Focus::Article))));
    desk.act(Action::Mark(LabelId::new("person")));
    assert_eq!(desk.marks(), ["person: Ana"], "the hit that was shown, without a step to it");
    // The one that was gone to stays, too.
    let mut desk = looking("iran", true);
    desk.act(Action::StepHit(1)).act(Action::StepHit(1)).run(Command::Find).act(Action::CloseFind);
    desk.act(Action::Mark(LabelId::new("place")));
    assert_eq!(desk.session().selected().expect("marked").fragments.hull(), desk.find("IRAN"));
    // What was selected meanwhile is not let go for it.
    let mut desk = looking("ana", true);
    let iran = desk.find("IRAN");
    desk.select("IRAN").act(Action::CloseFind);
    assert_eq!(desk.session().reading.as_ref().unwrap().caret.span(), iran);
    // Nothing found changes nothing.
    let mut desk = looking("nobody", true);
    desk.act(Action::CloseFind).act(Action::Mark(LabelId::new("person")));
    assert!(desk.marks().is_empty());
}
