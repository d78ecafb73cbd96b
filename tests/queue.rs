//! Suggestions: listed by score, label and article, accepted and refused one by one or all that were in view, in the list
//! and in the article.

use crate::support::desk::Desk;
use crate::support::files;
use postil::app::{
    Action, Command, Dialog, Effect, IncomingAct, Queue, QueueAct, QueueOrder, Screen, Session, Verdict, Way,
};
use postil::edit::History;
use postil::model::{
    Annotation, Decimal, DocumentStatus, EntityId, How, LabelId, Project, Reference, Status,
};
use postil::storage::Texts;
use std::rc::Rc;

/// Makes what is marked a suggestion of a rule with a score; none without.
fn suggest(project: &mut Project, quotes: &[(&str, Option<&str>)]) {
    let texts: Vec<_> = project.documents().cloned().collect();
    for document in texts {
        let all = project.annotations_mut(&document.id).expect("it is there");
        let ids: Vec<_> = all.iter().map(|own| own.id.clone()).collect();
        for id in ids {
            let own = all.get(&id).expect("it is there");
            let quote = document.text.slice(own.fragments.hull()).to_owned();
            if let Some((_, score)) = quotes.iter().find(|(wanted, _)| *wanted == quote) {
                all.change(&id, |own: &mut Annotation| {
                    own.status = Status::Suggested;
                    own.origin.how = How::Suggested;
                    own.origin.rule = "model-1".into();
                    own.origin.score = score.and_then(Decimal::new);
                });
            }
        }
    }
}

/// Two articles with six marks, five of them suggestions.
fn desk() -> Desk {
    let mut desk = Desk::with("Ada met Ben in Rome. Cem did not.");
    for (quote, label) in [("Ada", "person"), ("Ben", "person"), ("Rome", "place"), ("Cem", "person")] {
        desk.mark(quote, label);
    }
    desk.paste("Second", "In Oslo, Ada spoke to Dee.");
    desk.mark("Oslo", "place");
    desk.mark("Dee", "person");
    let mut project = desk.session().project.clone();
    suggest(
        &mut project,
        &[
            ("Ada", Some("0.95")),
            ("Ben", Some("0.4")),
            ("Rome", None),
            ("Oslo", Some("0.8")),
            ("Dee", Some("0.799")),
        ],
    );
    let counter = desk.session().counter;
    let session = Session::new(project, History::default(), Texts::default(), counter);
    desk.act(Action::Opened(Box::new(session)));
    desk
}

fn quotes(desk: &Desk) -> Vec<String> {
    let session = desk.session();
    let named = |one: &postil::app::Queued| {
        let own = session.project.annotation(&one.document, &one.id).expect("it is there");
        session.named(own)
    };
    session.queued(&desk.state.queue.shows).iter().map(named).collect()
}

fn act(desk: &mut Desk, act: QueueAct) {
    desk.act(Action::step(act));
}

fn show(desk: &mut Desk, change: impl FnOnce(&mut Queue)) -> Vec<String> {
    let mut shows = Queue::default();
    change(&mut shows);
    act(desk, QueueAct::Show(shows));
    quotes(desk)
}

fn status(desk: &Desk, quote: &str) -> Status {
    let id = desk.marked(quote);
    let mut all = desk.session().project.all_annotations();
    all.find(|own| own.id == id).expect("it is there").status
}

fn selected(desk: &Desk) -> String {
    let session = desk.session();
    session.selected().map_or_else(String::new, |own| session.named(own))
}

#[test]
fn they_are_listed_by_score_label_and_article() {
    let mut desk = desk();
    assert_eq!(quotes(&desk), ["Ada", "Ben", "Rome", "Oslo", "Dee"]);
    assert_eq!(
        show(&mut desk, |shows| shows.least = 80),
        ["Ada", "Oslo"],
        "0.799 is not 0.80, and Rome has none"
    );
    assert_eq!(show(&mut desk, |shows| shows.label = Some(LabelId::new("place"))), ["Rome", "Oslo"]);
    let second = desk.session().project.documents().next_back().expect("two").id.clone();
    assert_eq!(show(&mut desk, |shows| shows.document = Some(second)), ["Oslo", "Dee"]);
    assert_eq!(
        show(&mut desk, |shows| shows.order = QueueOrder::Surest),
        ["Ada", "Oslo", "Dee", "Ben", "Rome"]
    );
    assert_eq!(
        show(&mut desk, |shows| shows.order = QueueOrder::LeastSure),
        ["Ben", "Dee", "Oslo", "Ada", "Rome"],
        "what has no score is last"
    );
    let by = desk.session().queued_by();
    let labels: Vec<_> = by.labels.iter().map(|(label, count)| (label.as_str(), *count)).collect();
    assert_eq!(labels, [("person", 3), ("place", 2)]);
    assert_eq!(by.documents.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [3, 2]);
}

#[test]
fn in_the_list_one_is_accepted_or_refused_and_the_next_comes() {
    let mut desk = desk();
    desk.act(Action::Show(Screen::Suggestions));
    act(&mut desk, QueueAct::Step(1));
    let goes = |desk: &Desk, to: &str| {
        desk.effects
            .iter()
            .any(|effect| matches!(effect, Effect::FocusInList { element, .. } if element == to))
    };
    assert!(goes(&desk, "suggestions-0"));
    act(&mut desk, QueueAct::Judge(None, Verdict::Accept));
    assert_eq!((status(&desk, "Ada"), desk.said()), (Status::Accepted, "Accept: Person “Ada”. 4 left."));
    assert!(goes(&desk, "suggestions-0"), "what stood behind it has moved up");
    act(&mut desk, QueueAct::Relabel(None, LabelId::new("organisation")));
    act(&mut desk, QueueAct::Judge(None, Verdict::Refuse));
    assert_eq!(
        (status(&desk, "Ben"), desk.said()),
        (Status::Rejected, "Refuse: Organisation “Ben”. 3 left.")
    );
    desk.run(Command::Undo);
    assert_eq!((status(&desk, "Ben"), desk.state.screen), (Status::Suggested, Screen::Suggestions));
    assert_eq!(quotes(&desk), ["Ben", "Rome", "Oslo", "Dee"]);
    act(&mut desk, QueueAct::Step(-1));
    assert_eq!(desk.state.queue.at.as_ref(), Some(&desk.marked("Ben")));
    act(&mut desk, QueueAct::Step(-1));
    assert_eq!(desk.said(), "No suggestion before");
    // As with the first mark.
    let document = desk.session().project.documents().next().expect("two").clone();
    assert_eq!(document.status, DocumentStatus::InWork);
}

#[test]
fn all_that_were_in_view_are_judged_at_once_and_nothing_else() {
    let mut desk = desk();
    desk.act(Action::Show(Screen::Suggestions));
    act(&mut desk, QueueAct::Seen(0..2));
    act(&mut desk, QueueAct::Seen(1..3));
    act(&mut desk, QueueAct::Ask(Verdict::Accept));
    assert_eq!(desk.state.dialog, Some(Dialog::Suggestions(Verdict::Accept)));
    let statuses =
        |desk: &Desk| desk.session().project.all_annotations().map(|own| own.status).collect::<Vec<_>>();
    let before = statuses(&desk);
    act(&mut desk, QueueAct::JudgeSeen(Verdict::Accept));
    assert_eq!(quotes(&desk), ["Oslo", "Dee"], "these were not in view");
    let notice = desk.state.notice.as_ref().expect("it says what it did");
    assert_eq!((notice.text.as_str(), notice.undo), ("Accept: 3 suggestions. 2 left.", true));
    assert_eq!(desk.state.dialog, None);
    desk.run(Command::Undo);
    assert_eq!(quotes(&desk).len(), 5, "all of it in one undo");
    assert_eq!(statuses(&desk), before);
    // What the filter leaves out is not taken, though it was in view.
    assert_eq!(show(&mut desk, |shows| shows.least = 90), ["Ada"]);
    act(&mut desk, QueueAct::JudgeSeen(Verdict::Refuse));
    assert_eq!([status(&desk, "Ada"), status(&desk, "Ben")], [Status::Rejected, Status::Suggested]);
    // Rows that are not there.
    act(&mut desk, QueueAct::Seen(7..90));
    act(&mut desk, QueueAct::JudgeSeen(Verdict::Refuse));
    assert_eq!(status(&desk, "Ben"), Status::Suggested);
}

#[test]
fn in_the_article_keys_go_from_one_to_the_next_in_any_article() {
    let mut desk = desk();
    let first = desk.session().project.documents().next().expect("two").id.clone();
    desk.act(Action::OpenArticle(first.clone()));
    desk.run(Command::Suggestion(Way::Next));
    assert_eq!((selected(&desk).as_str(), desk.said()), ("Ada", "Suggestion: Person “Ada”, 0.95; 1 of 5"));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(_))));
    desk.run(Command::Suggestion(Way::Previous));
    assert_eq!(desk.said(), "No suggestion before");
    desk.run(Command::Accept);
    assert_eq!((selected(&desk).as_str(), status(&desk, "Ada")), ("Ben", Status::Accepted));
    assert!(
        desk.said().starts_with("Accept: Person “Ada”. 4 left. Suggestion: Person “Ben”"),
        "{}",
        desk.said()
    );
    desk.run(Command::Refuse);
    desk.run(Command::Accept);
    assert_eq!(selected(&desk), "Oslo", "in the next article");
    assert_ne!(desk.document(), first);
    desk.run(Command::Undo);
    assert_eq!((selected(&desk).as_str(), status(&desk, "Rome")), ("Rome", Status::Suggested));
    desk.run(Command::Accept).run(Command::Accept).run(Command::Accept);
    assert_eq!((desk.said(), quotes(&desk).len()), ("Accept: Person “Dee”. 0 left.", 0));
    desk.run(Command::Suggestion(Way::Next));
    assert_eq!(desk.said(), "No suggestions");
    // What a person made is no suggestion; what was refused may be taken all the same.
    desk.run(Command::Accept);
    assert_eq!(desk.said(), "Select a suggestion first");
    desk.act(Action::OpenArticle(first));
    let ben = desk.marked("Ben");
    desk.act(Action::SelectAnnotation { id: ben, add: false, range: false }).run(Command::Accept);
    assert_eq!(status(&desk, "Ben"), Status::Accepted);
}

#[test]
fn the_next_is_found_from_the_caret_and_follows_the_filter() {
    let mut desk = desk();
    let first = desk.session().project.documents().next().expect("two").id.clone();
    desk.act(Action::OpenArticle(first));
    desk.select("Cem").run(Command::Suggestion(Way::Next));
    assert_eq!(selected(&desk), "Oslo", "behind the caret, in the next article");
    desk.run(Command::Suggestion(Way::Previous)).run(Command::Suggestion(Way::Previous));
    assert_eq!(selected(&desk), "Ben");
    show(&mut desk, |shows| shows.least = 80);
    desk.act(Action::ClearSelection).run(Command::Suggestion(Way::Next));
    assert_eq!(selected(&desk), "Oslo");
    // Going through them shows them again.
    desk.run(Command::HideSuggestions);
    assert!(desk.state.settings.hide_suggestions);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::PaintLabels)));
    desk.run(Command::Suggestion(Way::Previous));
    assert!(!desk.state.settings.hide_suggestions);
}

#[test]
fn another_label_of_another_kind_refers_to_nothing() {
    let desk = desk();
    let id = desk.marked("Ada");
    let document = desk.session().project.documents().next().expect("two").id.clone();
    let mut project = desk.session().project.clone();
    let all = project.annotations_mut(&document).expect("it is there");
    // An entity that is not there is none that the invariants let through: only the field is looked at.
    all.change(&id, |own| own.refers_to = Some(Reference::Entity(EntityId::new("e"))));
    let session = Session::new(project, History::default(), Texts::default(), 1);
    let mut state = desk.state.clone();
    state.session = Some(session);
    let relabel: Rc<dyn postil::app::Step> =
        Rc::new(QueueAct::Relabel(Some(id.clone()), LabelId::new("claim")));
    let env = postil::app::Env {
        now: postil::model::Timestamp(9_000),
        words: &|_, _, _, _| postil::text::WordBreaks::default(),
    };
    postil::app::reduce(&mut state, Action::Step(relabel), &env);
    let own = state.session.as_ref().and_then(|session| session.project.annotation(&document, &id));
    let own = own.expect("it is there");
    assert_eq!((own.label.as_str(), own.status), ("claim", Status::Suggested));
    assert_eq!(own.refers_to, None);
}

#[test]
fn the_same_predictions_bring_nothing_again() {
    let json = "[{\"data\":{\"text\":\"Ani met Budi\"},\"predictions\":[{\"model_version\":\"m1\",\"result\":[\
        {\"id\":\"a\",\"from_name\":\"l\",\"to_name\":\"t\",\"type\":\"labels\",\"score\":0.25,\"value\":{\"start\":0,\"end\":3,\"text\":\"Ani\",\"labels\":[\"Person\"]}},\
        {\"id\":\"b\",\"from_name\":\"l\",\"to_name\":\"t\",\"type\":\"labels\",\"score\":0.5,\"value\":{\"start\":8,\"end\":12,\"text\":\"Budi\",\"labels\":[\"Person\"]}}]}]}]";
    let mut desk = Desk::new();
    let come_in = |desk: &mut Desk| {
        let reading = files::read_texts(&[("tasks.json", json)]);
        desk.act(Action::files_read(Box::new(reading)));
        desk.act(Action::step(IncomingAct::Add));
    };
    come_in(&mut desk);
    assert_eq!(quotes(&desk), ["Ani", "Budi"]);
    let ani = desk.marked("Ani");
    act(&mut desk, QueueAct::Judge(Some(ani), Verdict::Refuse));
    come_in(&mut desk);
    assert_eq!((quotes(&desk), desk.session().project.annotation_count()), (vec!["Budi".to_owned()], 2));
    assert_eq!(status(&desk, "Ani"), Status::Rejected);
}
