//! Acts over many records: what refers to what goes, and how long ten thousand take.

use postil::app::{Action, Caret, Command, Dialog, Effect, Env, Filter, Session, State, reduce};
use postil::edit::{Actor, History, Op};
use postil::model::{
    Annotation, AnnotationId, AttributeId, AttributeValue, DocumentId, Fragments, LabelId, Metadata, Project,
    ProjectId, Speaker, Timestamp, check, news,
};
use postil::storage::Texts;
use postil::text::{Byte, Span, WordBreaks};
use postil::wire::project::{Texts as Form, to_string};
use std::rc::Rc;
use std::time::{Duration, Instant};

struct Desk(State, i64);

impl Desk {
    /// A project with articles, in this order; the last one is open.
    fn with(texts: &[&str]) -> Self {
        let mut desk = Self(State::new(Actor("test".into())), 0);
        let project = Project::new(ProjectId::new("p"), "Test".into(), news(), Timestamp(0));
        desk.act(Action::Opened(Box::new(Session::new(project, History::default(), Texts::default(), 1))));
        for text in texts {
            desk.act(Action::pasted("Title".into(), (*text).into(), "id".into()));
        }
        desk
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        self.1 += 1;
        reduce(
            &mut self.0,
            action,
            &Env { now: Timestamp(self.1), words: &|_, _, _, _| WordBreaks::default() },
        )
    }

    fn session(&self) -> &Session {
        self.0.session.as_ref().expect("a project is open")
    }

    fn selected(&self) -> &[AnnotationId] {
        &self.session().reading.as_ref().expect("an article is open").selected
    }

    fn documents(&self) -> Vec<DocumentId> {
        self.session().project.documents().map(|document| document.id.clone()).collect()
    }

    fn mark(&mut self, start: u32, end: u32, label: &str) -> AnnotationId {
        self.act(Action::Select { spans: vec![Span::new(Byte(start), Byte(end))], exact: true });
        self.act(Action::Mark(LabelId::new(label)));
        self.selected()[0].clone()
    }

    fn file(&self) -> String {
        assert_eq!(check(&self.session().project), []);
        to_string(&self.session().project, Form::Inline)
    }
}

fn speaker(id: &AnnotationId) -> Action {
    let chain = AttributeValue::Speakers(vec![Speaker::Annotation(id.clone())]);
    Action::SetAttribute(AttributeId::new("speakers"), Some(chain))
}

#[test]
fn articles_whose_annotations_name_each_other_go_together_and_come_back() {
    let mut desk = Desk::with(&["He said that.", "She said this."]);
    let ids = desk.documents();
    desk.act(Action::OpenArticle(ids[0].clone()));
    let first = desk.mark(0, 12, "claim");
    desk.act(Action::OpenArticle(ids[1].clone()));
    let second = desk.mark(0, 13, "claim");
    desk.act(speaker(&first));
    desk.act(Action::OpenArticle(ids[0].clone()));
    desk.act(Action::SelectAnnotation { id: first, add: false, range: false });
    desk.act(speaker(&second));
    let before = desk.file();
    let effects = desk.act(Action::RemoveDocuments(ids));
    assert_eq!(desk.documents(), [], "{:?}", desk.0.notice);
    let [Effect::Append(transaction), ..] = &effects[..] else { panic!("{effects:?}") };
    // One look at the project for all of them: nothing is mended first that goes a moment later.
    let mended = transaction.ops.iter().filter(|op| matches!(op, Op::SetAnnotation { .. })).count();
    assert_eq!(mended, 0, "{:?}", transaction.ops);
    desk.file();
    desk.act(Action::Run(Command::Undo));
    assert_eq!(desk.file(), before);
}

#[test]
fn undo_selects_each_annotation_once() {
    let mut desk = Desk::with(&["One two three"]);
    for (start, end) in [(0, 3), (4, 7), (8, 13)] {
        desk.mark(start, end, "person");
    }
    desk.act(Action::SelectAllShown);
    desk.act(Action::Relabel(LabelId::new("place")));
    desk.act(Action::Run(Command::Undo));
    assert_eq!(desk.selected().len(), 3);
}

#[test]
fn the_drawn_article_follows_its_details_back_and_forth() {
    let mut desk = Desk::with(&["One two three"]);
    let id = desk.documents()[0].clone();
    let shows =
        |effects: Vec<Effect>| effects.iter().any(|effect| matches!(effect, Effect::ShowArticle(Some(_))));
    let metadata = Metadata { title: "Other".into(), language: "ar".into(), ..Metadata::default() };
    assert!(shows(desk.act(Action::SetMetadata(id, Box::new(metadata)))));
    assert!(shows(desk.act(Action::Run(Command::Undo))), "its language is part of the page");
}

#[test]
fn an_export_that_the_browser_refuses_can_be_tried_again() {
    let mut desk = Desk::with(&["One two three"]);
    desk.act(Action::Run(Command::Export));
    desk.act(Action::Export);
    desk.act(Action::Failed("The browser refused to save the file.".into()));
    let Some(Dialog::Export(export)) = &desk.0.dialog else { panic!("the dialog stays") };
    assert_eq!(export.progress, None);
}

#[test]
fn ten_thousand_are_selected_relabelled_and_deleted_quickly() {
    let mut desk = Desk::with(&[&"word ".repeat(10_000)]);
    let first = desk.mark(0, 4, "person");
    let session = desk.0.session.as_mut().expect("a project is open");
    let document = session.project.documents().next().expect("it was added").id.clone();
    let one = session.project.annotation(&document, &first).expect("it was marked").clone();
    let all = session.project.annotations_mut(&document).expect("it is there");
    for n in 1..10_000 {
        let span = Span::new(Byte(n * 5), Byte(n * 5 + 4));
        let fragments = Fragments::one(span).expect("not empty");
        let id = AnnotationId::new(format!("a{n:05}"));
        assert!(all.insert(Annotation { id, fragments, ..(*one).clone() }.into()));
    }
    let began = Instant::now();
    desk.act(Action::SelectAllShown);
    let (first, last) = (desk.selected()[0].clone(), desk.selected()[9_999].clone());
    desk.act(Action::SelectAnnotation { id: first, add: false, range: true });
    desk.act(Action::SelectAnnotation { id: last, add: false, range: true });
    assert_eq!(desk.selected().len(), 10_000);
    desk.act(Action::Relabel(LabelId::new("place")));
    desk.act(Action::Run(Command::Undo));
    assert_eq!(desk.selected().len(), 10_000);
    desk.act(Action::Run(Command::Delete));
    desk.act(Action::Run(Command::Undo));
    // Half a second in a build without optimisation is common; what grows with the square takes many.
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}

/// What the list shows and what the selected have in common are looked for once, and not at every act.
#[test]
fn what_is_shown_and_selected_is_computed_once_until_it_changes() {
    let mut desk = Desk::with(&["One two three four five"]);
    let two = desk.mark(4, 7, "place");
    for (start, end) in [(0, 3), (8, 13), (14, 18)] {
        desk.mark(start, end, "person");
    }
    desk.act(Action::Filter(Filter { labels: [LabelId::new("person")].into(), ..Filter::default() }));
    desk.act(Action::SelectAllShown);
    let (shown, bulk) = (desk.session().shown(), desk.session().bulk().expect("three are selected"));
    assert_eq!((shown.len(), bulk.count, bulk.label.as_ref()), (3, 3, Some(&LabelId::new("person"))));
    for act in [
        Action::Hover(vec![two.clone()]),
        Action::MoveCaret(Caret::at(Byte(9))),
        Action::Run(Command::ToggleExact),
        Action::Filter(Filter { labels: [LabelId::new("person")].into(), ..Filter::default() }),
    ] {
        desk.act(act);
        assert!(Rc::ptr_eq(&shown, &desk.session().shown()));
        assert!(Rc::ptr_eq(&bulk, &desk.session().bulk().expect("they still are")));
        assert!(desk.session().list(0, 9).rows.iter().all(|row| row.selected));
    }

    desk.act(Action::SetUnsure(true));
    assert!(desk.session().bulk().is_some_and(|bulk| bulk.unsure), "an act is seen");
    desk.act(Action::SelectAnnotation { id: shown[0].clone(), add: true, range: false });
    assert_eq!(desk.session().bulk().map(|bulk| bulk.count), Some(2), "and another selection");
    desk.act(Action::SelectAnnotation { id: shown[1].clone(), add: false, range: false });
    assert!(desk.session().bulk().is_none());
    desk.act(Action::Filter(Filter::default()));
    assert_eq!(desk.session().shown().len(), 4, "and another filter");
    desk.act(Action::Relabel(LabelId::new("place")));
    desk.act(Action::Filter(Filter { labels: [LabelId::new("place")].into(), ..Filter::default() }));
    assert_eq!(desk.session().shown().len(), 2);
    desk.act(Action::Run(Command::Undo));
    assert_eq!(&*desk.session().shown(), &[two][..], "and what is taken back");
    let article = desk.session().reading.as_ref().expect("open").document.clone();
    desk.act(Action::pasted("Other".into(), "Another text".into(), "en".into()));
    assert!(desk.session().shown().is_empty(), "and another article");
    desk.act(Action::OpenArticle(article));
    assert_eq!(desk.session().shown().len(), 4);
}
