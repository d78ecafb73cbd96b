//! What each command does.

use super::{caret, documents, find, mark, reduce, reshape, select, show, toggle, undo};
use crate::app::{Action, Command, Correction, Dialog, Effect, Env, Export, Part, Printing, Screen, State};
use crate::formats::PROJECT;
use std::rc::Rc;

/// Does a command, or asks for what does it to be loaded.
pub(super) fn run(state: &mut State, command: Command, env: &Env<'_>, out: &mut Vec<Effect>) {
    match command {
        Command::Undo => undo::undo(state, env, out),
        Command::Redo => undo::redo(state, env, out),
        Command::Move(motion, extend) => caret::go(state, motion, extend, env, out),
        Command::SelectAll => caret::select_all(state, out),
        Command::NextAnnotation => select::step(state, 1, out),
        Command::PreviousAnnotation => select::step(state, -1, out),
        Command::CycleAnnotations => select::cycle(state, out),
        Command::OpenAnnotation => mark::open(state, env, out),
        Command::Delete => mark::delete(state, env, out),
        Command::ToggleUnsure => {
            let now = state.session.as_ref().and_then(|session| session.selected()).map(|a| a.unsure);
            if let Some(unsure) = now {
                mark::unsure(state, !unsure, env, out);
            }
        }
        Command::WriteNote => mark::write_note(state, out),
        Command::Link
        | Command::LinkFirst
        | Command::LinkNone
        | Command::MarkSame
        | Command::NextUnlinked
        | Command::Place(_)
        | Command::TakeFigure
        | Command::NextStance
        | Command::Beside
        | Command::OtherArticle
        | Command::OpenCard
        | Command::Pick(_)
        | Command::Relate
        | Command::WayBack
        | Command::Suggestion(_)
        | Command::Accept
        | Command::Refuse
        | Command::HideSuggestions => out.push(Effect::Later(command)),
        Command::AddFragment => reshape::add_fragment(state, env, out),
        Command::MoveEnd(edge, motion) => reshape::move_end(state, edge, motion, env, out),
        Command::TogglePen => mark::toggle_pen(state),
        Command::ToggleExact => {
            let exact = !state.settings.exact;
            out.extend(reduce(state, Action::SetExact(exact), env));
        }
        Command::Escape => mark::escape(state, out),
        Command::Show(screen) => show(state, screen, out),
        Command::Palette => state.dialog = Some(Dialog::Palette { words: String::new(), at: 0 }),
        Command::Find => find::open(state, out),
        Command::NextHit => {
            find::step(state, 1, out);
        }
        Command::PreviousHit => {
            find::step(state, -1, out);
        }
        Command::NextArticle => documents::step(state, 1, out),
        Command::PreviousArticle => documents::step(state, -1, out),
        Command::GoTo(aim, way) => documents::go_to(state, aim, way, out),
        Command::SetStatus(status) => documents::set_status_here(state, status, env, out),
        Command::CorrectText => {
            let open = state.session.as_ref().and_then(|session| session.reading.as_ref());
            if let Some(reading) = open.filter(|_| state.screen == Screen::Read) {
                state.dialog = Some(Dialog::Correct(Rc::new(Correction::of(reading.document.clone()))));
            }
        }
        // Of the matrix the rows out of view are printed too; another screen is printed as it is.
        Command::Print if state.screen != Screen::Read => {
            state.printing = (state.screen == Screen::Claims).then(Printing::default);
            out.push(Effect::Print);
        }
        Command::Print if state.dialog.is_some() => {}
        Command::Print => state.dialog = Some(Dialog::Print(Printing::default())),
        Command::Export => {
            if let Some(session) = state.session.as_ref().filter(|_| state.dialog.is_none()) {
                let first = || Export { format: PROJECT.word.to_owned(), ..Export::default() };
                let export = session.export.clone().unwrap_or_else(first);
                out.extend(reduce(state, Action::Open(Dialog::Export(export)), env));
            }
        }
        Command::Help => toggle(state, Part::Help, out),
        Command::Keyboard => state.dialog = Some(Dialog::Keyboard(String::new())),
        Command::AddArticles => out.push(Effect::PickFiles),
        Command::AddFolder => out.push(Effect::PickFolder),
        Command::PasteText => {
            state.dialog = Some(Dialog::Paste { title: String::new(), text: "".into() });
        }
        Command::OpenProject => out.push(Effect::PickProject),
        Command::Example => {
            // What was said when it could not be fetched.
            state.notice = None;
            out.push(Effect::FetchExample);
        }
    }
}
