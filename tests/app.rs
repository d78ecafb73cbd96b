//! What acts do to the state, and what they ask for: the app without a browser. Marking and undo have their own files.

use crate::support::desk::Desk;
use postil::app::{
    Action, Command, Dialog, Effect, Env, Filter, IncomingAct, LibraryAct, Screen, Session, Settings,
    Standing, State, reduce, title,
};
use postil::edit::{Actor, History};
use postil::model::{DocumentId, LabelId, Project, ProjectId, Timestamp, news};
use postil::storage::Texts;
use postil::text::{Byte, Span, WordBreaks};

const TEXT: &str =
    "Ana Wibowo met the “Harbour Office” in Semarang.\nIt said 224 boats were lost, Ana Wibowo denied it.";

#[test]
fn the_library_finds_and_chooses() {
    let mut desk = Desk::with(TEXT);
    desk.paste("Harbour", "Another text").paste("Third", "A third text");
    desk.act(Action::Show(Screen::Library));
    let titles = |desk: &Desk| -> Vec<String> {
        let documents = desk.session().project.in_order();
        let found = desk.session().arranged(&desk.state.library.view);
        found.documents.iter().map(|&n| documents[n].metadata.title.clone()).collect()
    };
    assert_eq!(titles(&desk), ["Report", "Harbour", "Third"]);
    desk.act(Action::step(LibraryAct::Words(" HARB".into())));
    assert_eq!(titles(&desk), ["Harbour"]);
    desk.act(Action::step(LibraryAct::ChooseShown(true)));
    let chosen: Vec<DocumentId> = desk.state.library.chosen.iter().cloned().collect();
    assert_eq!(chosen, [desk.session().project.in_order()[1].id.clone()]);

    let mut metadata = desk.session().project.in_order()[1].metadata.clone();
    metadata.title = "Renamed".into();
    desk.act(Action::SetMetadata(chosen[0].clone(), Box::new(metadata)));
    assert!(titles(&desk).is_empty(), "what was found is looked for anew when a document changed");
    desk.act(Action::step(LibraryAct::Words("rename".into())));
    assert_eq!(titles(&desk), ["Renamed"]);

    desk.act(Action::RemoveDocuments(chosen.clone()));
    assert!(desk.state.library.chosen.is_empty() && titles(&desk).is_empty());
    desk.run(Command::Undo);
    assert_eq!(titles(&desk), ["Renamed"]);

    desk.act(Action::step(LibraryAct::Choose(chosen[0].clone(), true)))
        .act(Action::step(LibraryAct::Choose(chosen[0].clone(), false)));
    assert!(desk.state.library.chosen.is_empty());
    desk.act(Action::OpenArticle(chosen[0].clone())).act(Action::Show(Screen::Library));
    assert_eq!(titles(&desk), ["Renamed"], "what was looked for stays");
    let ids: Vec<DocumentId> = desk.session().project.in_order().iter().map(|one| one.id.clone()).collect();
    desk.act(Action::step(LibraryAct::ChooseTo(ids[0].clone(), true)));
    assert_eq!(desk.state.library.chosen.len(), 1, "what is not shown begins no range");
    desk.act(Action::step(LibraryAct::ShowAll));
    desk.act(Action::step(LibraryAct::Choose(ids[2].clone(), true)));
    desk.act(Action::step(LibraryAct::ChooseTo(ids[0].clone(), true)));
    assert_eq!(desk.state.library.chosen.len(), 3, "from the one before to this one");
    desk.act(Action::step(LibraryAct::ChooseTo(ids[1].clone(), false)));
    assert_eq!(desk.state.library.chosen.iter().cloned().collect::<Vec<_>>(), [ids[2].clone()]);
    desk.act(Action::step(LibraryAct::ShowAll));
    assert_eq!(titles(&desk).len(), 3);
}

#[test]
fn copies_are_known_until_they_go() {
    let mut desk = Desk::with(TEXT);
    let first = desk.document();
    desk.paste("Report", TEXT);
    // Pasted again it stands in the preview, not taken: the person takes it all the same.
    desk.act(Action::step(IncomingAct::Take(0, true))).act(Action::step(IncomingAct::Add));
    let second = desk.session().project.in_order()[1].id.clone();
    let copies = |desk: &Desk| desk.session().copies().iter().cloned().collect::<Vec<_>>();
    assert_eq!(copies(&desk), std::slice::from_ref(&second));
    desk.act(Action::RemoveDocuments(vec![first]));
    assert!(copies(&desk).is_empty(), "alone it is a copy of nothing");
}

#[test]
fn the_list_is_a_window_and_is_filtered_by_text() {
    let mut desk = Desk::with(&"word ".repeat(300));
    desk.act(Action::SetExact(true));
    for n in 0..60u32 {
        desk.act(Action::Select { spans: vec![Span::new(Byte(n * 5), Byte(n * 5 + 4))], exact: true });
        desk.act(Action::Mark(LabelId::new("cue")));
    }
    let window = desk.session().list(10, 5);
    assert_eq!((window.total, window.rows.len(), window.rows[0].index), (60, 5, 10));
    desk.act(Action::Filter(Filter { text: "WORD".into(), ..Filter::default() }));
    assert_eq!(desk.session().list(58, 40).rows.len(), 2);
    desk.act(Action::Filter(Filter { text: "none such".into(), ..Filter::default() }));
    assert_eq!(desk.session().list(0, 40).total, 0);
}

#[test]
fn the_same_text_from_the_same_source_changes_nothing() {
    let mut desk = Desk::with(TEXT);
    let before = desk.file();
    desk.paste("Report", TEXT);
    let Some(Dialog::Incoming(incoming)) = &desk.state.dialog else { panic!("it asks") };
    assert!(matches!(incoming.documents[0].standing, Standing::AlreadyThere(_)));
    desk.act(Action::step(IncomingAct::Add));
    assert_eq!(desk.file(), before);
    // The person can insist: a document of its own.
    desk.paste("Report", TEXT)
        .act(Action::step(IncomingAct::Take(0, true)))
        .act(Action::step(IncomingAct::Add));
    assert_eq!(desk.session().project.documents().len(), 2);
}

#[test]
fn who_made_it_is_on_every_annotation_and_a_name_can_change() {
    let mut desk = Desk::with(TEXT);
    desk.act(Action::Name(Some(" Sari ".into())));
    let id = desk.mark("Semarang", "place");
    let by = desk.session().annotation(&id).expect("marked").origin.by.clone();
    assert_eq!(desk.session().project.people[&by].name, "Sari");
    desk.act(Action::Name(Some("Sari W.".into())));
    assert_eq!(desk.session().project.people[&by].name, "Sari W.", "what they made says so at once");
    assert!(
        desk.effects.iter().any(|effect| matches!(effect, Effect::KeepSettings(s) if s.name == "Sari W."))
    );
}

#[test]
fn a_pasted_nul_is_refused_and_said() {
    let mut desk = Desk::new();
    let typed = Dialog::Paste { title: "T".to_owned(), text: "a\nb\0c".into() };
    desk.run(Command::PasteText).act(Action::Typed(typed.clone())).paste("T", "a\nb\0c");
    assert_eq!(desk.session().project.documents().len(), 0);
    assert!(desk.said().contains("line 2"), "it says where: {}", desk.said());
    assert_eq!(desk.state.dialog, Some(typed), "what was typed is still there");
}

#[test]
fn a_first_visit_begins_a_project_and_a_later_one_opens_the_newest() {
    let mut state = State::new(Actor("test".into()));
    let env = Env { now: Timestamp(1), words: &|_, _, _, _| WordBreaks::default() };
    let effects = reduce(&mut state, Action::Started(Vec::new(), Settings::default()), &env);
    assert!(matches!(&effects[..], [Effect::CreateProject(_)]));
    let info = |id: &str, modified| {
        let project = Project::new(ProjectId::new(id), id.into(), news(), Timestamp(modified));
        postil::storage::Info::of(&project, Timestamp(modified))
    };
    let effects =
        reduce(&mut state, Action::Started(vec![info("old", 1), info("new", 5)], Settings::default()), &env);
    assert!(matches!(&effects[..], [Effect::LoadProject(id)] if id.as_str() == "new"));
}

#[test]
fn files_that_are_read_before_a_project_is_open_wait_for_it() {
    let mut state = State::new(Actor("test".into()));
    let env = Env { now: Timestamp(1), words: &|_, _, _, _| WordBreaks::default() };
    reduce(&mut state, Action::files_read(Box::default()), &env);
    assert_eq!(state.dialog, None);
    let project = Project::new(ProjectId::new("p"), "P".into(), news(), Timestamp(1));
    let session = Session::new(project, History::default(), Texts::default(), 1);
    reduce(&mut state, Action::Opened(Box::new(session)), &env);
    assert!(matches!(state.dialog, Some(Dialog::Incoming(_))));
}

#[test]
fn help_opens_and_closes_and_says_so() {
    let mut desk = Desk::new();
    assert!(desk.run(Command::Help).state.layout.help);
    assert_eq!(desk.said(), "Help is open, at the end of the page");
    assert!(matches!(&desk.effects[..], [Effect::FocusOn(id)] if id == "help"), "{:?}", desk.effects);
    assert!(!desk.act(Action::Toggle(postil::app::Part::Help)).state.layout.help);
}

#[test]
fn a_hint_goes_when_it_was_followed_or_given_up() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    let said = |desk: &Desk| desk.state.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    desk.mark("Ada", "person");
    desk.run(Command::AddFragment);
    assert!(said(&desk).starts_with("Now select"));
    desk.select("Ben");
    assert_eq!(desk.marks(), ["person: Ada + Ben"]);
    assert_eq!(said(&desk), "", "the fragment is there");
    desk.run(Command::AddFragment).run(Command::Escape);
    assert_eq!(said(&desk), "", "nothing is to be selected any more");
    desk.act(Action::ClearSelection).act(Action::Mark(LabelId::new("place")));
    assert!(said(&desk).starts_with("Select text first"));
    desk.mark("Rome", "place");
    assert_eq!(said(&desk), "");
}

#[test]
fn the_page_is_called_after_what_it_shows() {
    let mut desk = Desk::with("Ada met Ben.");
    let project = desk.session().project.name.clone();
    assert_eq!(title(&desk.state), format!("Report – {project} – Postil"));
    desk.run(Command::Show(Screen::History));
    assert_eq!(title(&desk.state), format!("History – {project} – Postil"));
    desk.state.session = None;
    assert_eq!(title(&desk.state), "Postil");
}
