//! What stands below a printed article.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Dialog, Effect, Print, Printing, Screen};

#[test]
fn the_legend_counts_and_notes_name_their_paragraph() {
    let mut desk = Desk::with("Ana met Budi.\n\nBudi left.\nAna stayed.");
    desk.mark("Ana", "person");
    desk.mark("left", "event");
    desk.act(Action::SetNote("why?".into()));
    desk.mark("stayed", "event");
    let session = desk.session();
    let legend: Vec<_> = session.legend().iter().map(|row| (row.label.name.clone(), row.count)).collect();
    assert_eq!(legend, [("Person".to_owned(), 1), ("Event".to_owned(), 2)]);
    let noted = |all| {
        session.noted(all).iter().map(|noted| (noted.paragraph, noted.quote.clone())).collect::<Vec<_>>()
    };
    assert_eq!(noted(false), [(2, "left".to_owned())], "the empty line has no number");
    assert_eq!(noted(true).len(), 3);
    assert_eq!(noted(true)[2], (3, "stayed".to_owned()));
}

#[test]
fn it_is_chosen_printed_and_over() {
    let mut desk = Desk::with("Ana met Budi.");
    desk.run(Command::Print);
    assert_eq!(desk.state.dialog, Some(Dialog::Print(Printing::default())));
    let all = Printing { all: true, ..Printing::default() };
    desk.act(Action::step(Print::Choose(all)));
    assert_eq!(desk.state.dialog, Some(Dialog::Print(all)));
    desk.act(Action::step(Print::Now(all)));
    assert!(matches!(desk.effects[..], [Effect::Print]) && desk.state.dialog.is_none());
    assert_eq!(desk.state.printing, Some(all));
    desk.act(Action::step(Print::Done));
    assert_eq!(desk.state.printing, None);
    desk.act(Action::Show(Screen::Library)).run(Command::Print);
    assert!(
        matches!(desk.effects[..], [Effect::Print]) && desk.state.dialog.is_none(),
        "the screen as it is"
    );
}

/// The browser's own menu prints the article as it is, and of the matrix the whole.
#[test]
fn the_browser_prints_by_itself() {
    let mut desk = Desk::with("Ana met Budi.");
    let mut begins_on = |screen| {
        desk.act(Action::Show(screen)).act(Action::step(Print::Begun));
        assert!(desk.effects.is_empty(), "the browser prints already");
        let sheet = desk.state.printing;
        desk.act(Action::step(Print::Done));
        assert_eq!(desk.state.printing, None);
        sheet
    };
    assert_eq!(begins_on(Screen::Read), None);
    assert_eq!(begins_on(Screen::Claims), Some(Printing::default()));
    // What was chosen in the dialog stays chosen.
    let all = Printing { all: true, ..Printing::default() };
    desk.act(Action::Show(Screen::Read)).act(Action::step(Print::Now(all))).act(Action::step(Print::Begun));
    assert_eq!(desk.state.printing, Some(all));
}
