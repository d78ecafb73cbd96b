//! What acts do to the state, and what they ask for: the app without a browser.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::app::{
    Action, Caret, Command, Dialog, Edge, Effect, Env, Extend, Filter, Focus, LibraryAct, Motion, Part,
    RegionAct, Screen, Session, Settings, Standing, State, reduce, title,
};
use postil::edit::{Actor, History};
use postil::model::{AttributeId, AttributeValue, DocumentId, LabelId, Project, ProjectId, Timestamp, news};
use postil::storage::Texts;
use postil::text::{Byte, Span, WordBreaks};
use std::collections::BTreeSet as Set;
use support::desk::Desk;

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
fn undo_and_redo_are_exact_and_unlimited() {
    let mut desk = Desk::new();
    let mut files = vec![desk.file()];
    let mut step = |desk: &mut Desk, act: &mut dyn FnMut(&mut Desk)| {
        act(desk);
        files.push(desk.file());
    };
    step(&mut desk, &mut |d| {
        d.paste("Report", TEXT);
    });
    step(&mut desk, &mut |d| {
        d.mark("Ana Wibowo", "person");
    });
    step(&mut desk, &mut |d| {
        d.act(Action::Relabel(LabelId::new("claim")));
    });
    step(&mut desk, &mut |d| {
        let value = AttributeValue::Text("denies".into());
        d.act(Action::SetAttribute(AttributeId::new("stance"), Some(value)));
    });
    step(&mut desk, &mut |d| {
        d.act(Action::SetUnsure(true));
    });
    step(&mut desk, &mut |d| {
        d.run(Command::MoveEnd(Edge::End, Motion::WordRight));
    });
    step(&mut desk, &mut |d| {
        d.act(Action::Run(Command::Delete));
    });
    step(&mut desk, &mut |d| {
        let id = d.document();
        d.act(Action::RemoveDocuments(vec![id]));
    });
    assert!(files.windows(2).all(|pair| pair[0] != pair[1]), "every act changes the file");
    for file in files.iter().rev().skip(1) {
        desk.run(Command::Undo);
        assert_eq!(&desk.file(), file, "undo goes back to the very bytes");
    }
    desk.run(Command::Undo);
    assert_eq!(desk.said(), "Nothing to undo");
    for file in files.iter().skip(1) {
        desk.run(Command::Redo);
        assert_eq!(&desk.file(), file, "redo goes on to the very bytes");
    }
    desk.run(Command::Undo).run(Command::Undo);
    let id = desk.session().project.documents().next().expect("it came back").id.clone();
    desk.act(Action::OpenArticle(id)).run(Command::NextAnnotation).act(Action::SetUnsure(false));
    desk.run(Command::Redo);
    assert_eq!(desk.said(), "Nothing to redo", "a new act ends what could be redone");
}

#[test]
fn undo_goes_to_what_it_changed_and_names_it() {
    let mut desk = Desk::with(TEXT);
    let first = desk.document();
    desk.mark("Semarang", "place");
    desk.paste("Other", "Another text");
    assert_ne!(desk.document(), first);
    let second = desk.document();
    desk.act(Action::OpenArticle(first.clone())).mark("Ana Wibowo", "person");
    desk.act(Action::OpenArticle(second)).run(Command::Undo);
    assert_eq!((desk.document(), desk.state.screen), (first, Screen::Read));
    desk.run(Command::Undo).run(Command::Undo);
    assert!(desk.said().contains("Undone: Mark, Place “Semarang”"), "{}", desk.said());
    desk.run(Command::Redo);
    assert_eq!(desk.session().selected().map(|a| a.label.to_string()).as_deref(), Some("place"));
}

#[test]
fn undo_of_many_scrolls_only_where_none_of_them_is_in_view() {
    let mut desk = Desk::with("Ana met Ben. Ana left.");
    desk.run(Command::Find).act(Action::Find("ana".into(), true));
    desk.act(Action::step(postil::app::HitsAct::Mark(LabelId::new("person"))));
    for (command, selected) in [(Command::Undo, 0), (Command::Redo, 2)] {
        desk.run(command);
        let spots = desk.effects.iter().find_map(|effect| match effect {
            Effect::ScrollToOne(spots) => Some(spots.iter().map(|span| span.start().0).collect::<Set<_>>()),
            _ => None,
        });
        assert_eq!(spots, Some(Set::from([0, 13])), "{command:?}");
        assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::ScrollTo(_) | Effect::ShowCaret)));
        assert_eq!(desk.session().reading.as_ref().unwrap().selected.len(), selected);
    }
}

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
    desk.act(Action::TakeIncoming(0, true)).act(Action::AddIncoming);
    let second = desk.session().project.in_order()[1].id.clone();
    let copies = |desk: &Desk| desk.session().copies().iter().cloned().collect::<Vec<_>>();
    assert_eq!(copies(&desk), std::slice::from_ref(&second));
    desk.act(Action::RemoveDocuments(vec![first]));
    assert!(copies(&desk).is_empty(), "alone it is a copy of nothing");
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
fn the_same_text_from_the_same_source_changes_nothing() {
    let mut desk = Desk::with(TEXT);
    let before = desk.file();
    desk.paste("Report", TEXT);
    let Some(Dialog::Incoming(incoming)) = &desk.state.dialog else { panic!("it asks") };
    assert!(matches!(incoming.documents[0].standing, Standing::AlreadyThere(_)));
    desk.act(Action::AddIncoming);
    assert_eq!(desk.file(), before);
    // The person can insist: a document of its own.
    desk.paste("Report", TEXT).act(Action::TakeIncoming(0, true)).act(Action::AddIncoming);
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
    reduce(&mut state, Action::FilesRead(Box::default()), &env);
    assert_eq!(state.dialog, None);
    let project = Project::new(ProjectId::new("p"), "P".into(), news(), Timestamp(1));
    let session = Session::new(project, History::default(), Texts::default(), 1);
    reduce(&mut state, Action::Opened(Box::new(session)), &env);
    assert!(matches!(state.dialog, Some(Dialog::Incoming(_))));
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
fn a_notice_takes_back_only_what_it_is_about() {
    let mut desk = Desk::with("Ana was here.");
    assert!(desk.state.notice.as_ref().is_some_and(|notice| notice.undo), "the article can be taken back");
    desk.mark("Ana", "person");
    assert!(!desk.state.notice.as_ref().is_some_and(|notice| notice.undo), "or the mark would go instead");
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
fn the_page_is_called_after_what_it_shows() {
    let mut desk = Desk::with("Ada met Ben.");
    let project = desk.session().project.name.clone();
    assert_eq!(title(&desk.state), format!("Report – {project} – Postil"));
    desk.run(Command::Show(Screen::History));
    assert_eq!(title(&desk.state), format!("History – {project} – Postil"));
    desk.state.session = None;
    assert_eq!(title(&desk.state), "Postil");
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
