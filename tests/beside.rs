//! Two articles side by side: which one is worked in, what follows in the other one, and what becomes of them.

use crate::support::desk::Desk;
use postil::app::{Action, Answer, BesideAct, Command, Effect, LinkAct, Screen};
use postil::model::{DocumentId, LabelId};

const FIRST: &str = "Mikhail Bogdanov met the delegation.\nBogdanov spoke in Moscow.";
const SECOND: &str = "Москва: Михаил Богданов принял гостей.\nБогданов благодарил.";
const THIRD: &str = "Nothing of it stands here.";

fn beside(desk: &mut Desk, act: BesideAct) {
    desk.act(Action::step(act));
}

/// Three articles, the first of them open.
fn three() -> (Desk, [DocumentId; 3]) {
    let mut desk = Desk::new();
    let ids = [("First", FIRST), ("Second", SECOND), ("Third", THIRD)].map(|(title, text)| {
        desk.paste(title, text);
        desk.document()
    });
    desk.act(Action::OpenArticle(ids[0].clone()));
    (desk, ids)
}

/// The articles as they stand, and which of them is worked in.
fn standing(desk: &Desk) -> (Vec<DocumentId>, usize) {
    let session = desk.session();
    let here = desk.document();
    match (&session.beside, session.second) {
        (None, _) => (vec![here], 0),
        (Some(aside), false) => (vec![here, aside.document.clone()], 0),
        (Some(aside), true) => (vec![aside.document.clone(), here], 1),
    }
}

fn redrawn(desk: &Desk) -> bool {
    desk.effects.iter().any(|effect| matches!(effect, Effect::ShowArticle(_)))
}

#[test]
fn the_next_article_stands_beside_and_goes_again() {
    let (mut desk, [first, second, _]) = three();
    desk.run(Command::Beside);
    assert_eq!(standing(&desk), (vec![first.clone(), second.clone()], 0));
    assert!(desk.said().starts_with("Second stands beside"), "{}", desk.said());
    desk.run(Command::Beside);
    assert_eq!(standing(&desk), (vec![first], 0));
    assert!(!redrawn(&desk), "the article that is left stands where it stood");
}

#[test]
fn the_text_stays_where_it_was_read_and_what_is_selected_in_view() {
    let (mut desk, _) = three();
    let returns = |desk: &Desk| desk.effects.iter().any(|effect| matches!(effect, Effect::ReturnToPlace));
    let scrolls = |desk: &Desk, to| {
        desk.effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(span) if *span == to))
    };
    desk.mark("Moscow", "place");
    let marked = desk.find("Moscow");
    // Half the room for the text, and all of it again.
    desk.run(Command::Beside);
    assert!(returns(&desk) && scrolls(&desk, marked));
    desk.run(Command::Beside);
    assert!(returns(&desk) && !scrolls(&desk, marked), "who read on elsewhere goes on there");
}

#[test]
fn what_is_looked_for_is_looked_for_in_the_article_that_is_worked_in() {
    let (mut desk, [first, second, third]) = three();
    desk.run(Command::Find).act(Action::Find("of it".into(), false));
    let hits = |desk: &Desk| {
        let find = desk.session().reading.as_ref().and_then(|reading| reading.find.as_ref());
        find.map(|find| (find.words.clone(), find.hits.len()))
    };
    let of = |hits| Some(("of it".to_owned(), hits));
    assert_eq!(hits(&desk), of(0));
    desk.act(Action::OpenArticle(third.clone()));
    assert_eq!(hits(&desk), of(1), "the bar stays, its hits are those of the other article");
    beside(&mut desk, BesideAct::Open(Some(second)));
    beside(&mut desk, BesideAct::Turn(true));
    assert_eq!(hits(&desk), of(0), "nothing above the two moves when one turns to the other");
    beside(&mut desk, BesideAct::Turn(false));
    assert_eq!(hits(&desk), of(1));
    desk.act(Action::OpenArticle(first));
    assert_eq!(hits(&desk), of(0));
    desk.act(Action::CloseFind);
    beside(&mut desk, BesideAct::Turn(true));
    assert_eq!(hits(&desk), None);
}

#[test]
fn who_goes_on_in_the_other_one_marks_there_and_comes_back_to_what_was_selected() {
    let (mut desk, [first, second, _]) = three();
    let own = desk.mark("Mikhail Bogdanov", "person");
    desk.run(Command::Beside).run(Command::OtherArticle);
    assert_eq!(standing(&desk), (vec![first.clone(), second.clone()], 1));
    assert_eq!(desk.said(), "Second");
    let other = desk.mark("Михаил Богданов", "person");
    assert_eq!(
        desk.session().project.annotation(&second, &other).map(|a| a.label.clone()),
        Some(LabelId::new("person"))
    );
    beside(&mut desk, BesideAct::Turn(false));
    assert_eq!(desk.document(), first);
    assert_eq!(desk.session().selected().map(|a| a.id.clone()), Some(own));
    desk.act(Action::ClearSelection);
    assert_eq!(
        desk.session().drawn_selected_beside(),
        [other],
        "what was selected beside still shows what speaks of it"
    );
    beside(&mut desk, BesideAct::Turn(false));
    assert_eq!(standing(&desk), (vec![first, second], 0), "turning to where one is changes nothing");
}

#[test]
fn what_speaks_of_the_same_stands_out_beside_and_its_article_comes_first() {
    let (mut desk, [_, second, third]) = three();
    desk.act(Action::OpenArticle(second.clone()));
    let there = desk.mark("Михаил Богданов", "person");
    desk.act(Action::step(LinkAct::Take(Answer::Create("Mikhail Bogdanov".into()))));
    let entity = desk.session().selected().and_then(|a| a.refers_to.clone());
    desk.act(Action::OpenArticle(third.clone()));
    // Of the third nothing speaks of it, and in the list the second stands before it all the same.
    desk.mark("Nothing", "person");
    let Some(postil::model::Reference::Entity(id)) = entity else { panic!("it was linked") };
    desk.act(Action::step(LinkAct::Take(Answer::Entity(id, "Mikhail Bogdanov".into(), String::new(), None))));
    desk.run(Command::Beside);
    assert_eq!(standing(&desk), (vec![third, second], 0));
    assert_eq!(desk.session().same_beside(), [there]);
    desk.act(Action::ClearSelection);
    assert!(desk.session().same_beside().is_empty());
}

#[test]
fn an_article_that_stands_beside_is_turned_to_and_not_opened_twice() {
    let (mut desk, [first, second, third]) = three();
    desk.run(Command::Beside);
    desk.act(Action::OpenArticle(second.clone()));
    assert_eq!(standing(&desk), (vec![first.clone(), second.clone()], 1));
    assert!(!redrawn(&desk));
    // Another one takes the place of the one that is worked in.
    desk.act(Action::OpenArticle(third.clone()));
    assert_eq!(standing(&desk), (vec![first.clone(), third.clone()], 1));
    // Closing the first has the other one stand alone, in the first place.
    beside(&mut desk, BesideAct::Close(false));
    assert_eq!(standing(&desk), (vec![third], 0));
    assert!(redrawn(&desk));
    beside(&mut desk, BesideAct::Open(Some(first.clone())));
    beside(&mut desk, BesideAct::Close(false));
    assert_eq!(standing(&desk), (vec![first], 0));
}

#[test]
fn acts_in_one_are_drawn_in_both_and_undone_in_both() {
    let (mut desk, [first, second, _]) = three();
    let one = desk.mark("Bogdanov", "person");
    desk.run(Command::Beside).run(Command::OtherArticle);
    desk.mark("Михаил Богданов", "person");
    desk.run(Command::Undo).run(Command::Undo);
    let gone = |effect: &Effect| matches!(effect, Effect::Patch { gone, .. } if gone.contains(&one));
    assert!(desk.effects.iter().any(gone), "the mark of the article beside is taken off there");
    assert_eq!(desk.document(), first, "undo shows what it changed");
    assert_eq!(standing(&desk), (vec![first, second], 0));
    assert!(desk.session().selected().is_none());
}

#[test]
fn an_article_that_is_removed_leaves_the_other_one() {
    let (mut desk, [first, second, third]) = three();
    desk.run(Command::Beside);
    desk.act(Action::RemoveDocuments(vec![second.clone()]));
    assert_eq!(standing(&desk), (vec![first.clone()], 0));
    desk.run(Command::Beside);
    assert_eq!(standing(&desk), (vec![first.clone(), third.clone()], 0));
    desk.act(Action::RemoveDocuments(vec![first]));
    assert_eq!(standing(&desk), (vec![third.clone()], 0));
    assert_eq!(desk.state.screen, Screen::Read);
    desk.act(Action::RemoveDocuments(vec![third]));
    assert_eq!(desk.state.screen, Screen::Library);
    desk.run(Command::Undo).run(Command::Undo).run(Command::Undo);
    assert_eq!(desk.session().project.in_order().len(), 3);
}

#[test]
fn alone_there_is_nothing_to_put_beside() {
    let mut desk = Desk::with(FIRST);
    desk.run(Command::Beside);
    assert!(desk.session().beside.is_none());
    assert_eq!(desk.said(), "There is no other article to put beside this one");
    desk.run(Command::OtherArticle);
    assert_eq!(desk.said(), "No article stands beside this one");
}
