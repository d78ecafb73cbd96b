//! Words in all articles: found in slices, opened in their place, marked in one act.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Effect, Focus, ResultRow, Screen, SearchAct};
use postil::model::LabelId;
use std::rc::Rc;

fn act(desk: &mut Desk, act: SearchAct) {
    desk.act(Action::step(act));
}

/// Does what is to be done soon, until nothing is. Gives how often.
fn settle(desk: &mut Desk) -> usize {
    let mut slices = 0;
    loop {
        let soon = desk.effects.iter().find_map(|effect| match effect {
            Effect::Soon(step) => Some(Rc::clone(step)),
            _ => None,
        });
        let Some(step) = soon else { return slices };
        slices += 1;
        desk.act(Action::Step(step));
    }
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.paste("First", "Müller met Bogdanov. Ms Muller said no.");
    desk.paste("Second", "Nobody was there.");
    desk.paste("Third", "MULLER agreed; the Mullers did not.");
    desk.run(Command::Show(Screen::Search));
    desk
}

/// How many hits *Mark* marks.
fn chosen(desk: &Desk) -> usize {
    desk.state.search.chosen(&desk.session().found_states(&desk.state.search))
}

#[test]
fn words_are_found_article_by_article() {
    let mut desk = desk();
    act(&mut desk, SearchAct::Words("muller".into()));
    assert_eq!(settle(&mut desk), 0, "a small project takes one slice");
    let search = &desk.state.search;
    assert_eq!((search.found.len(), search.hits, search.rows(), search.running), (2, 4, 6, None));
    let rows: Vec<ResultRow> = (0..6).map(|row| search.row(row)).collect();
    let (article, hit) = (ResultRow::Article, ResultRow::Hit);
    assert_eq!(rows, [article(0), hit(0, 0), hit(0, 1), article(1), hit(1, 0), hit(1, 1)]);
    assert!(desk.said().contains("4 hits in 2 articles"), "{}", desk.said());
    act(&mut desk, SearchAct::Whole(true));
    assert_eq!(desk.state.search.hits, 3);
    act(&mut desk, SearchAct::Words("  ".into()));
    assert_eq!(desk.state.search.rows(), 0);
}

#[test]
fn it_is_left_for_the_article_that_is_open_or_for_the_library() {
    let mut desk = desk();
    let open = desk.document();
    act(&mut desk, SearchAct::Leave);
    assert_eq!((desk.state.screen, desk.document()), (Screen::Read, open.clone()));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Focus(Focus::Article))));
    desk.act(Action::RemoveDocuments(vec![open])).run(Command::Show(Screen::Search));
    assert!(desk.session().reading.is_none());
    act(&mut desk, SearchAct::Leave);
    assert_eq!(desk.state.screen, Screen::Library);
}

#[test]
fn a_hit_opens_its_article_with_the_hit_selected_and_leads_back() {
    let mut desk = desk();
    act(&mut desk, SearchAct::Words("muller".into()));
    act(&mut desk, SearchAct::Open(5));
    assert_eq!(desk.state.screen, Screen::Read);
    let document = desk.session().document().expect("it is open").clone();
    let reading = desk.session().reading.as_ref().expect("it is open");
    assert_eq!(document.metadata.title, "Third");
    assert_eq!(document.text.slice(reading.caret.span()), "Muller", "of Mullers");
    assert_eq!(reading.find.as_ref().and_then(|find| find.at), Some(1), "the bar goes on from there");
    assert!(desk.state.search.leads_back(&document.id));
    desk.act(Action::Mark(LabelId::new("person")));
    assert_eq!(desk.marks(), ["person: Muller"], "as it was looked for");
    desk.run(Command::Show(Screen::Search));
    let back = |effect: &Effect| matches!(effect, Effect::FocusInList { row: 5, .. });
    assert!(desk.effects.iter().any(back), "it goes on from there");
    assert_eq!(desk.state.search.rows(), 6, "the results are still there");
    desk.act(Action::RemoveDocuments(vec![document.id.clone()]));
    desk.run(Command::Show(Screen::Search));
    act(&mut desk, SearchAct::Open(4));
    assert!(desk.said().contains("removed"), "{}", desk.said());
}

#[test]
fn all_that_were_not_left_out_are_marked_in_one_act() {
    let mut desk = desk();
    act(&mut desk, SearchAct::Words("muller".into()));
    act(&mut desk, SearchAct::Take(0, false));
    assert_eq!(chosen(&desk), 2);
    act(&mut desk, SearchAct::Take(2, true));
    act(&mut desk, SearchAct::Take(5, false));
    assert_eq!(chosen(&desk), 2);
    act(&mut desk, SearchAct::Label(LabelId::new("organisation")));
    act(&mut desk, SearchAct::Mark);
    let to_the_words = |effect: &Effect| matches!(effect, Effect::FocusOn(id) if id == "search-words");
    assert!(desk.effects.iter().any(to_the_words), "the button that had the focus is of no more use");
    assert_eq!(desk.session().project.annotation_count(), 2);
    act(&mut desk, SearchAct::Mark);
    assert_eq!(desk.session().project.annotation_count(), 2, "not twice");
    assert_eq!(chosen(&desk), 0, "the button has nothing to do");
    let notice = desk.state.notice.as_ref().expect("what was done is still said");
    assert_eq!((notice.text.as_str(), notice.undo), ("2 marked as Organisation", true));
    desk.run(Command::Undo);
    assert_eq!(desk.session().project.annotation_count(), 0);
}

#[test]
fn a_long_search_goes_on_in_slices_and_an_earlier_one_stops() {
    let mut desk = Desk::new();
    for n in 0..8 {
        desk.paste(&format!("Long {n}"), &format!("{n} {} needle", "hay ".repeat(50_000)));
    }
    act(&mut desk, SearchAct::Words("hay needle".into()));
    assert!(desk.state.search.running.is_some(), "it is not through");
    let early = desk.effects.clone();
    act(&mut desk, SearchAct::Words("needle".into()));
    let later = desk.effects.clone();
    let before = desk.state.search.running;
    desk.effects = early;
    assert_eq!(settle(&mut desk), 1, "a slice of the earlier search does nothing");
    assert_eq!(desk.state.search.running, before);
    desk.effects = later;
    assert!(settle(&mut desk) >= 2);
    assert_eq!((desk.state.search.hits, desk.state.search.running), (8, None));
    act(&mut desk, SearchAct::Words("hay".into()));
    act(&mut desk, SearchAct::Stop);
    let found = desk.state.search.hits;
    assert_eq!((settle(&mut desk), desk.state.search.running), (0, None));
    assert!(found > 0 && found < 400_000, "what was found stays: {found}");
}
