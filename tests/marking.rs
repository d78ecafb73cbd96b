//! Marking by pointer and by keys, and what keys do to a mark: the app without a browser.

use crate::support::desk::Desk;
use postil::app::{Action, Caret, Command, Edge, Effect, Extend, Filter, Focus, Motion, Part, RegionAct};
use postil::model::LabelId;
use postil::text::Byte;

const TEXT: &str =
    "Ana Wibowo met the “Harbour Office” in Semarang.\nIt said 224 boats were lost, Ana Wibowo denied it.";

#[test]
fn a_selection_snaps_and_is_marked() {
    let mut desk = Desk::with(TEXT);
    desk.select("arbour Off").act(Action::Mark(LabelId::new("organisation")));
    assert_eq!(desk.marks(), ["organisation: Harbour Office"]);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Append(_))), "it is journalled");
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Patch { put, .. } if put.len() == 1)));
    assert!(desk.said().contains("Marked Organisation “Harbour Office”"), "{}", desk.said());

    desk.act(Action::Select { spans: vec![desk.find("arbour")], exact: true });
    desk.act(Action::Mark(LabelId::new("place")));
    assert_eq!(desk.marks(), ["organisation: Harbour Office", "place: arbour"], "Alt marks exactly, nested");
}

#[test]
fn a_label_without_a_selection_relabels_or_says_what_to_do() {
    let mut desk = Desk::with(TEXT);
    desk.act(Action::Mark(LabelId::new("person")));
    assert!(desk.said().contains("Select text first"), "{}", desk.said());
    assert!(desk.marks().is_empty());
    let id = desk.mark("Semarang", "person");
    desk.act(Action::SetNote("a city".into()));
    desk.act(Action::Mark(LabelId::new("place")));
    assert_eq!(desk.marks(), ["place: Semarang"]);
    let annotation = desk.session().annotation(&id).expect("its id stays").clone();
    assert_eq!(annotation.note, "a city", "and its note");
    assert!(annotation.origin.modified > Some(annotation.origin.created));
}

#[test]
fn the_same_mark_twice_is_said_and_then_done() {
    let mut desk = Desk::with(TEXT);
    desk.mark("Semarang", "place");
    desk.select("Semarang").act(Action::Mark(LabelId::new("place")));
    assert!(desk.said().contains("already"), "{}", desk.said());
    assert_eq!(desk.marks().len(), 1);
    desk.act(Action::Mark(LabelId::new("place")));
    assert_eq!(desk.marks().len(), 2, "doing it again does it");
}

#[test]
fn fragments_are_added_and_removed() {
    let mut desk = Desk::with(TEXT);
    desk.mark("Ana", "person");
    desk.run(Command::AddFragment);
    assert!(desk.said().contains("Now select"), "{}", desk.said());
    desk.select("Semarang");
    assert_eq!(desk.marks(), ["person: Ana + Semarang"]);
    desk.act(Action::RemoveFragment(0));
    assert_eq!(desk.marks(), ["person: Semarang"]);
    desk.act(Action::Select {
        spans: vec![desk.find("Ana Wibowo"), desk.find("Harbour Office")],
        exact: false,
    });
    desk.act(Action::Mark(LabelId::new("event")));
    assert_eq!(desk.marks()[0], "event: Ana Wibowo + Harbour Office", "Firefox's several ranges");
}

#[test]
fn the_pen_marks_span_after_span() {
    let mut desk = Desk::with(TEXT);
    desk.act(Action::Pen(Some(LabelId::new("place"))));
    desk.select("Semarang").select("Harbour");
    assert_eq!(desk.marks(), ["place: Harbour", "place: Semarang"]);
    desk.run(Command::Escape);
    desk.select("boats");
    assert_eq!(desk.marks().len(), 2, "Escape puts it away");
}

#[test]
fn the_whole_way_by_keyboard() {
    let mut desk = Desk::with(TEXT);
    desk.run(Command::Move(Motion::WordRight, Extend::Yes))
        .run(Command::Move(Motion::WordRight, Extend::Yes));
    desk.act(Action::Mark(LabelId::new("person")));
    assert_eq!(desk.marks(), ["person: Ana Wibowo"]);
    desk.run(Command::Move(Motion::ParagraphOn, Extend::No));
    desk.run(Command::Move(Motion::SentenceOn, Extend::Yes));
    desk.act(Action::Mark(LabelId::new("claim")));
    assert_eq!(desk.marks()[1], "claim: It said 224 boats were lost, Ana Wibowo denied it");
    desk.run(Command::PreviousAnnotation);
    assert!(desk.said().contains("Ana Wibowo"), "{}", desk.said());
    desk.run(Command::OpenAnnotation);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(postil::app::Focus::Inspector))));
    desk.run(Command::MoveEnd(Edge::End, Motion::Left));
    assert_eq!(desk.marks()[0], "person: Ana Wibow");
    desk.run(Command::MoveEnd(Edge::Start, Motion::WordRight));
    assert_eq!(desk.marks()[0], "person: Wibow");
    desk.run(Command::MoveEnd(Edge::Start, Motion::Left));
    assert_eq!(desk.marks()[0], "person: a Wibow", "a step into the space goes on to what is behind");
    desk.run(Command::MoveEnd(Edge::Start, Motion::Right));
    assert_eq!(desk.marks()[0], "person: Wibow");
    desk.run(Command::ToggleUnsure);
    assert!(desk.session().selected().is_some_and(|a| a.unsure));
    desk.run(Command::Delete);
    assert_eq!(desk.marks().len(), 1);
}

#[test]
fn a_click_takes_the_innermost_then_the_next_out() {
    let mut desk = Desk::with(TEXT);
    let outer = desk.mark("met the “Harbour Office” in", "claim");
    let inner = desk.mark("Harbour", "place");
    let at = Caret::at(desk.find("Harbour").start());
    let ids = vec![inner.clone(), outer.clone()];
    for expected in [&outer, &inner, &outer] {
        desk.act(Action::Click { caret: at, ids: ids.clone(), add: false });
        assert_eq!(
            desk.session().selected().map(|a| &a.id),
            Some(expected),
            "inner was selected by marking it"
        );
    }
    desk.run(Command::CycleAnnotations);
    assert_eq!(desk.session().selected().map(|a| &a.id), Some(&inner));
    desk.act(Action::Click { caret: at, ids: Vec::new(), add: false });
    assert!(desk.session().selected().is_none());
}

#[test]
fn several_are_changed_in_one_act() {
    let mut desk = Desk::with(TEXT);
    desk.mark("Semarang", "place");
    desk.mark("Harbour Office", "place");
    desk.mark("224 boats", "quantity");
    let before = desk.file();
    desk.act(Action::Filter(Filter { labels: [LabelId::new("place")].into(), ..Filter::default() }));
    assert_eq!(desk.session().list(0, 40).rows.len(), 2);
    desk.act(Action::SelectAllShown)
        .act(Action::Relabel(LabelId::new("event")))
        .act(Action::SetNote("why".into()));
    assert_eq!(desk.marks(), ["event: Harbour Office", "event: Semarang", "quantity: 224 boats"]);
    desk.act(Action::Run(Command::Delete));
    assert_eq!(desk.marks(), ["quantity: 224 boats"]);
    desk.run(Command::Undo).run(Command::Undo).run(Command::Undo);
    assert_eq!(desk.file(), before, "each was one step");
}

#[test]
fn the_sheet_leaves_its_mark_in_view_and_closes_with_the_article() {
    let mut desk = Desk::with(TEXT);
    desk.mark("Semarang", "place");
    let hull = desk.find("Semarang");
    desk.act(Action::Toggle(Part::Sheet));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(span) if *span == hull)));
    desk.act(Action::Toggle(Part::Filters));
    let first = desk.document();
    desk.act(Action::OpenArticle(first));
    assert!(desk.state.layout.sheet && desk.state.layout.filters, "the same article stays as it is");
    desk.paste("Another", "Another text.");
    assert!(!desk.state.layout.sheet, "the text of another article is to be seen");
    assert!(!desk.state.layout.filters);
    desk.act(Action::Toggle(Part::Sheet));
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(_))), "nothing is selected");
}

#[test]
fn fragments_move_with_their_ends_only() {
    let mut desk = Desk::with("one two three");
    let id = desk.mark("two", "cue");
    desk.act(Action::DragEnd { id, fragment: 0, edge: Edge::Start, to: Byte(0) });
    assert_eq!(desk.marks(), ["cue: one two"]);
    for _ in 0..20 {
        desk.run(Command::MoveEnd(Edge::End, Motion::Left));
    }
    assert_eq!(desk.marks(), ["cue: o"], "never to nothing");
}

#[test]
fn ends_move_as_seen_or_as_the_text_runs() {
    let moved = |logical: bool, motion: Motion| {
        let mut desk = Desk::with("زارت مروة جاكرتا.");
        desk.state.settings.logical = logical;
        desk.mark("مروة", "person");
        desk.run(Command::MoveEnd(Edge::End, motion));
        desk.marks().remove(0)
    };
    let longer = "person: مروة ج";
    assert_eq!(moved(false, Motion::Left), longer, "to the left as it is seen is on in Arabic");
    assert_eq!(moved(true, Motion::Right), longer, "right is on, whichever way the text runs");
    assert_ne!(moved(true, Motion::Left), longer);
}

#[test]
fn the_way_out_of_a_note_leads_back_to_where_the_person_was() {
    let mut desk = Desk::with("Ada met Ben.");
    desk.mark("Ada", "person");
    let goes = |desk: &Desk, to: Focus| matches!(desk.effects[..], [Effect::Focus(place)] if place == to);
    for (list, back) in [(true, Focus::List), (false, Focus::Article)] {
        desk.act(Action::step(RegionAct::Enter(Command::WriteNote, list)));
        assert!(goes(&desk, Focus::Note), "{:?}", desk.effects);
        desk.act(Action::step(RegionAct::Leave(true)));
        assert!(goes(&desk, back), "{:?}", desk.effects);
    }
}

#[test]
fn the_first_escape_stops_adding_wherever_the_focus_is() {
    let mut desk = Desk::with("Ada met Ben.");
    desk.mark("Ada", "person");
    desk.act(Action::step(RegionAct::Enter(Command::OpenAnnotation, false)));
    desk.run(Command::AddFragment);
    let adding = |desk: &Desk| desk.session().reading.as_ref().expect("open").adding_to.is_some();
    assert!(adding(&desk));
    desk.act(Action::step(RegionAct::Leave(false)));
    assert!(adding(&desk), "the text is selected then");
    desk.act(Action::step(RegionAct::Leave(true)));
    assert!(!adding(&desk));
    assert!(desk.said().starts_with("No fragment added"), "{}", desk.said());
    assert!(matches!(desk.effects[..], [Effect::Focus(Focus::Article)]), "{:?}", desk.effects);
    desk.act(Action::step(RegionAct::Leave(true)));
    assert!(desk.session().selected().is_some(), "it does nothing else");
}

#[test]
fn ends_that_go_by_words_end_at_words() {
    let mut desk = Desk::with("Said Kemlu (the ministry), \"on Monday\" in Moscow.");
    desk.mark("Kemlu (the ministry), \"on Monday\" in Moscow", "organisation");
    let mut moved = |edge, motion| {
        desk.run(Command::MoveEnd(edge, motion));
        desk.marks().remove(0)
    };
    assert_eq!(moved(Edge::End, Motion::WordLeft), "organisation: Kemlu (the ministry), \"on Monday\" in");
    assert_eq!(moved(Edge::End, Motion::WordLeft), "organisation: Kemlu (the ministry), \"on Monday\"");
    assert_eq!(moved(Edge::End, Motion::WordLeft), "organisation: Kemlu (the ministry), \"on");
    assert_eq!(moved(Edge::End, Motion::WordLeft), "organisation: Kemlu (the ministry)");
    assert_eq!(moved(Edge::Start, Motion::WordRight), "organisation: the ministry)");
}
