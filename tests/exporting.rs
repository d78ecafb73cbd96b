//! Dialog *Export*: what a choice makes, what comes late, what is saved.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Dialog, Effect, Export, ExportAct, Making, Splitting};
use postil::formats::{Aspect, Losses, Made, Reason, Scope};
use postil::sorted::Map;
use std::rc::Rc;

fn export(desk: &Desk) -> &Export {
    let Some(Dialog::Export(export)) = &desk.state.dialog else { panic!("the dialog is open") };
    export
}

/// Opens the dialog and chooses a format; what is to be made.
fn choose(desk: &mut Desk, format: &str) -> Export {
    desk.act(Action::Run(Command::Export));
    choose_again(desk, format)
}

fn choose_again(desk: &mut Desk, format: &str) -> Export {
    let chosen = Export { format: format.to_owned(), ..export(desk).clone() };
    desk.act(Action::step(ExportAct::Choose(chosen)));
    let [Effect::PreviewExport(export)] = &desk.effects[..] else { panic!("it is made: {:?}", desk.effects) };
    export.clone()
}

fn made() -> Made {
    let mut losses = Losses::default();
    losses.add(Reason::Nested, 12);
    losses.add(Reason::Notes, 1);
    Made { name: "Small.csv.zip".into(), start: "doc_id".into(), losses, ..Made::default() }
}

#[test]
fn what_a_file_lacks_is_said_before_it_is_saved() {
    let mut desk = Desk::with("Ada met Ben.");
    desk.act(Action::Run(Command::Export));
    assert!(export(&desk).is_ready(), "the project's own file is made when it is saved");
    let choice = choose_again(&mut desk, "csv").choice;
    assert!(!export(&desk).is_ready());
    desk.act(Action::step(ExportAct::Making(choice, Making::Running(1, 2))));
    assert!(!export(&desk).is_ready());
    desk.act(Action::step(ExportAct::Making(choice, Making::Done(Rc::new(made())))));
    assert!(export(&desk).is_ready());
    assert_eq!(export(&desk).preview, "doc_id");
    let said = &desk.state.spoken.1;
    for part in
        ["Small.csv.zip is ready", "12 annotations left out, since they lie in others", "1 note left out"]
    {
        assert!(said.contains(part), "{said}");
    }
    desk.act(Action::Export);
    assert!(
        matches!(&desk.effects[..], [Effect::RunExport(export)] if export.format == "csv"),
        "{:?}",
        desk.effects
    );
    desk.act(Action::Exported("Small.csv.zip".into()));
    assert_eq!(desk.state.dialog, None);
}

#[test]
fn what_comes_late_is_not_taken_for_the_choice() {
    let mut desk = Desk::with("Ada met Ben.");
    let first = choose(&mut desk, "csv").choice;
    let second = choose_again(&mut desk, "tsv").choice;
    desk.act(Action::step(ExportAct::Making(first, Making::Done(Rc::new(made())))));
    assert!(!export(&desk).is_ready(), "that was another file");
    assert_eq!(export(&desk).preview, "");
    desk.act(Action::step(ExportAct::Making(second, Making::Done(Rc::new(made())))));
    assert!(export(&desk).is_ready());
    desk.act(Action::CloseDialog);
    desk.act(Action::step(ExportAct::Making(second, Making::Done(Rc::new(made())))));
    assert_eq!(desk.state.dialog, None, "nobody waits for it");
}

#[test]
fn what_failed_can_be_tried_again() {
    let mut desk = Desk::with("Ada met Ben.");
    let choice = choose(&mut desk, "csv").choice;
    desk.act(Action::step(ExportAct::Making(choice, Making::Failed("It stopped.".into()))));
    assert!(!export(&desk).is_ready());
    assert_eq!(desk.state.spoken.1, "It stopped.");
    desk.act(Action::step(ExportAct::Again));
    assert!(
        matches!(&desk.effects[..], [Effect::PreviewExport(_), Effect::FocusOn(_)]),
        "{:?}",
        desk.effects
    );
    assert_eq!(export(&desk).making, Making::Not);
    assert_ne!(export(&desk).choice, choice);
}

#[test]
fn nothing_chosen_is_nothing_to_save() {
    let mut desk = Desk::with("Ada met Ben.");
    let scope = Scope { documents: Some(Vec::new()), ..Scope::default() };
    let chosen = Export { scope, ..choose(&mut desk, "project") };
    desk.act(Action::step(ExportAct::Choose(chosen)));
    assert!(!export(&desk).is_ready());
}

#[test]
fn what_was_chosen_is_chosen_the_next_time() {
    let mut desk = Desk::with("Ada met Ben.");
    choose(&mut desk, "csv");
    let mut chosen = export(&desk).clone();
    chosen.scope.put(Aspect::Status, "new", false);
    chosen.scope.documents = Some(Vec::new());
    chosen.options = Map::from_iter([("for".to_owned(), "spreadsheets".to_owned())]);
    desk.act(Action::step(ExportAct::Choose(chosen.clone())));
    let shares = Splitting { seed: "7".to_owned(), ..Splitting::default() };
    desk.act(Action::step(ExportAct::Splitting(shares.clone())));
    desk.act(Action::CloseDialog);

    desk.act(Action::Run(Command::Export));
    let again = export(&desk).clone();
    assert_eq!((&again.options, &*again.splitting), (&chosen.options, &shares));
    assert!(again.is_ready() && again.scope.is_whole(), "the whole project, as a backup is");
}
