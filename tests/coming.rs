//! Files and pasted text that come in at the same time, and removed articles that come back.

use postil::app::{
    Action, Command, Dialog, Effect, Env, Incoming, IncomingAct, Screen, Session, State, reduce,
};
use postil::edit::{Actor, History};
use postil::formats::{NewDocument, ReadProject, Reading};
use postil::model::{LabelId, Metadata, Project, ProjectId, Timestamp, news};
use postil::storage::Texts;
use postil::text::{Byte, LineEnds, Span, Text, WordBreaks};
use postil::wire::project::{Texts as Form, to_string};

struct Desk(State);

impl Desk {
    fn new() -> Self {
        let mut desk = Self(State::new(Actor("test".into())));
        let project = Project::new(ProjectId::new("p"), "Test".into(), news(), Timestamp(0));
        desk.act(Action::Opened(Box::new(Session::new(project, History::default(), Texts::default(), 1))));
        desk
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        reduce(&mut self.0, action, &Env { now: Timestamp(5), words: &|_, _, _, _| WordBreaks::default() })
    }

    fn paste(&mut self, text: &str) {
        self.act(Action::paste("Pasted".into(), text.into()));
        self.act(Action::pasted("Pasted".into(), text.into(), "en".into()));
    }

    fn session(&self) -> &Session {
        self.0.session.as_ref().expect("a project is open")
    }

    /// The texts that the open preview shows.
    fn shown(&self) -> Vec<&str> {
        let Some(Dialog::Incoming(incoming)) = &self.0.dialog else { return Vec::new() };
        let Incoming { documents, .. } = &**incoming;
        documents.iter().map(|incoming| incoming.document.text.as_str()).collect()
    }
}

fn typed() -> Dialog {
    Dialog::Paste { title: "Pasted".into(), text: "One two".into() }
}

fn read(texts: &[&str]) -> Action {
    Action::files_read(Box::new(reading(texts)))
}

fn reading(texts: &[&str]) -> Reading {
    let document = |text: &&str| NewDocument {
        id: None,
        text: Text::new(*text).expect("a text"),
        line_ends: LineEnds::default(),
        media_type: "text/plain".into(),
        metadata: Metadata::default(),
        status: postil::model::DocumentStatus::New,
        source: None,
    };
    let documents = texts.iter().map(document).collect();
    Reading { documents, ..Reading::default() }
}

#[test]
fn files_that_are_read_do_not_take_away_what_is_typed() {
    let mut desk = Desk::new();
    desk.act(Action::Open(typed()));
    desk.act(Action::ReadingFiles(1, 2));
    assert_eq!(desk.0.dialog, Some(typed()), "progress waits");
    desk.act(read(&["From a file"]));
    assert_eq!(desk.0.dialog, Some(typed()), "and so does what was read");
    desk.paste("One two");
    assert_eq!(desk.session().project.documents().len(), 1);
    assert_eq!(desk.shown(), ["From a file"], "it is shown when the other dialog has gone");

    let mut desk = Desk::new();
    desk.act(Action::Open(typed()));
    desk.act(read(&["From a file"]));
    desk.act(Action::CloseDialog);
    assert_eq!(desk.shown(), ["From a file"]);
}

#[test]
fn pasted_text_does_not_take_away_what_was_read() {
    let mut desk = Desk::new();
    desk.act(read(&["From a file"]));
    desk.paste("One two");
    assert_eq!(desk.shown(), ["From a file"]);
    assert_eq!(desk.session().project.documents().len(), 1, "it is added beside the preview");
    desk.paste("One two");
    assert_eq!(desk.shown(), ["From a file", "One two"], "what needs a look is looked at with the rest");
}

#[test]
fn an_article_that_comes_back_is_opened_with_nothing_selected() {
    let mut desk = Desk::new();
    desk.paste("One two three");
    for (start, end) in [(0, 3), (4, 7)] {
        desk.act(Action::Select { spans: vec![Span::new(Byte(start), Byte(end))], exact: true });
        desk.act(Action::Mark(LabelId::new("person")));
    }
    let reading = |desk: &Desk| desk.session().reading.clone().expect("an article is open");
    let id = reading(&desk).document;
    desk.act(Action::RemoveDocuments(vec![id.clone()]));
    assert!(desk.session().reading.is_none());
    desk.act(Action::Run(Command::Undo));
    assert_eq!(desk.0.screen, Screen::Library, "the person is not taken away");
    let effects = desk.act(Action::OpenArticle(id.clone()));
    let now = reading(&desk);
    assert_eq!((now.document, desk.0.screen), (id.clone(), Screen::Read));
    assert!(now.selected.is_empty(), "{:?}", now.selected);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(_))), "it opens at its start");
    assert_eq!(desk.session().project.annotations(&id).map(|all| all.len()), Some(2));
}

/// The ids that the rows of a file give their documents say nothing of their order.
#[test]
fn documents_stand_in_the_order_in_which_they_were_added() {
    let mut desk = Desk::new();
    let mut rows = reading(&["zebra", "row 10", "row 9", "apple"]);
    rows.documents.iter_mut().for_each(|row| row.id = Some(row.text.as_str().to_owned()));
    desk.act(Action::files_read(Box::new(rows)));
    desk.act(Action::step(IncomingAct::Add));
    desk.paste("Pasted last");
    let order = ["zebra", "row 10", "row 9", "apple", "Pasted last"];
    let texts =
        |project: &Project| project.documents().map(|d| d.text.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&desk.session().project), order);

    let ids: Vec<_> = desk.session().project.documents().map(|document| document.id.clone()).collect();
    desk.act(Action::RemoveDocuments(vec![ids[0].clone(), ids[2].clone()]));
    assert_eq!(texts(&desk.session().project), ["row 10", "apple", "Pasted last"]);
    desk.act(Action::Run(Command::Undo));
    assert_eq!(texts(&desk.session().project), order, "each comes back to its place");

    let file = to_string(&desk.session().project, Form::Inline);
    let again = postil::wire::project::read(file.as_bytes()).expect("it reads").value;
    assert_eq!(texts(&again), order, "it survives the file");
    let at = |text: &str| file.find(&format!("\"text\":\"{text}\"")).expect("it is in the file");
    assert!(at("apple") < at("row 10") && at("row 10") < at("row 9"), "whose records are sorted by id");
    assert_eq!(to_string(&again, Form::Inline), file);

    desk.act(Action::OpenArticle(ids[0].clone()));
    desk.act(Action::Run(Command::NextArticle));
    assert_eq!(desk.session().reading.as_ref().map(|reading| &reading.document), Some(&ids[1]));
}

#[test]
fn what_was_pasted_comes_back_with_files_that_are_read() {
    let mut desk = Desk::new();
    desk.paste("One two");
    desk.paste("One two");
    assert_eq!(desk.shown(), ["One two"], "it is there already, so it is looked at");
    desk.act(Action::ReadingFiles(1, 2));
    assert!(matches!(desk.0.dialog, Some(Dialog::ReadingFiles { .. })), "it says how far it is");
    desk.act(read(&["From a file"]));
    assert_eq!(desk.shown(), ["From a file", "One two"]);

    let mut desk = Desk::new();
    desk.paste("One two");
    desk.paste("One two");
    desk.act(Action::ReadingFiles(1, 2));
    desk.act(Action::StopReading);
    assert_eq!(desk.shown(), ["One two"], "reading was stopped, not pasting");
    let effects = desk.act(Action::CloseDialog);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::StopReading)), "nothing of files is in it");
}

#[test]
fn two_sets_of_files_wait_for_one_dialog() {
    let mut desk = Desk::new();
    desk.act(Action::Open(typed()));
    desk.act(read(&["First"]));
    desk.act(read(&["Second"]));
    assert_eq!(desk.0.dialog, Some(typed()));
    desk.act(Action::CloseDialog);
    assert_eq!(desk.shown(), ["First", "Second"]);
}

#[test]
fn pasted_text_that_needs_a_look_waits_for_what_is_typed_elsewhere() {
    let mut desk = Desk::new();
    desk.paste("One two");
    let name = Dialog::Name("Ad".into());
    desk.act(Action::Open(name.clone()));
    desk.act(Action::pasted("Again".into(), "One two".into(), "en".into()));
    assert_eq!(desk.0.dialog, Some(name));
    desk.act(Action::CloseDialog);
    assert_eq!(desk.shown(), ["One two"]);
}

#[test]
fn a_document_behind_the_last_possible_place_is_taken_in() {
    let mut desk = Desk::new();
    desk.paste("One two");
    let project = &mut desk.0.session.as_mut().expect("a project is open").project;
    let mut last = postil::model::Document::clone(project.documents().next().expect("a document"));
    last.id = postil::model::DocumentId::new("last");
    last.order = u32::MAX;
    assert!(project.insert_document(last.into()));
    desk.paste("Behind it");
    assert_eq!(desk.session().project.documents().len(), 3);
}

/// *Open project* with a file of articles says that it was no project, and *Add articles* with a project opens it.
#[test]
fn what_was_asked_for_is_known_when_it_was_read() {
    let shown = |opening: bool, action: Action| {
        let mut desk = Desk::new();
        desk.0.opening = opening;
        desk.act(action);
        let Some(Dialog::Incoming(incoming)) = &desk.0.dialog else { panic!("{:?}", desk.0.dialog) };
        (incoming.opening, incoming.only_opens())
    };
    let project = || {
        let project = Project::new(ProjectId::new("other"), "Other".into(), news(), Timestamp(0));
        let projects = vec![ReadProject { file: "other.json".into(), project }];
        Action::files_read(Box::new(Reading { projects, ..Reading::default() }))
    };
    assert_eq!(shown(true, project()), (true, true));
    assert_eq!(shown(false, project()), (false, true));
    assert_eq!(shown(true, read(&["An article"])), (true, false));
    assert_eq!(shown(false, read(&["An article"])), (false, false));
    assert_eq!(shown(true, read(&[])), (true, true), "a file that could not be read");
    assert_eq!(shown(false, read(&[])), (false, false));

    let mut desk = Desk::new();
    desk.0.opening = true;
    desk.paste("One two");
    desk.paste("One two");
    let Some(Dialog::Incoming(incoming)) = &desk.0.dialog else { panic!("it is there already") };
    assert!(!incoming.opening, "nothing of files is in it");
}
