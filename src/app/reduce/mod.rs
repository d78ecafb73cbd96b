//! The one function that changes the state. Each file beside this one holds the acts of one concern.

pub(super) mod along;
mod caret;
pub(super) mod commit;
pub(super) mod documents;
mod find;
mod mark;
pub(in crate::app) mod projects;
pub(super) mod reshape;
mod run;
pub(super) mod select;
mod undo;

pub(super) use undo::name;

use super::folder;
use super::search::{RESULTS, SEARCH_WORDS};
use super::{
    Action, Dialog, Effect, Env, Export, Focus, NoticeKind, Part, PickAct, Saved, Screen, Settings, State,
};
use crate::words::{help, said};

/// `id` of help.
pub const HELP: &str = "help";
/// `id` of the button that opens it.
pub const HELP_BUTTON: &str = "help-button";

/// `id` of what stands in the middle of the page.
pub const MAIN: &str = "main";

/// `id` of the heading of a screen, once the screen is there.
pub const HEADING: &str = "heading";

/// Where the focus goes when the button that had it is gone.
pub(super) fn back_to_work(state: &State) -> Effect {
    match state.screen {
        Screen::Read => Effect::Focus(Focus::Article),
        _ => Effect::FocusOn(MAIN.to_owned()),
    }
}

/// How many commands the palette remembers.
const RECENT: usize = 5;

/// Changes the state and says what is to be done outside, without doing anything else.
pub fn reduce(state: &mut State, action: Action, env: &Env<'_>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let out = &mut effects;
    match action {
        Action::Started(projects, settings) => projects::started(state, projects, settings, out),
        Action::Projects(projects) => state.projects = projects,
        Action::Keeping(keeping) => state.keeping = keeping,
        Action::Deleted(name, left) => projects::deleted(state, &name, left, out),
        Action::Opened(session) => projects::opened(state, *session, out),
        Action::Unreadable(project, faults) => projects::unreadable(state, &project, faults),
        Action::OpenedAgain(session) => along::opened_again(state, *session, out),
        Action::Followed(transaction) => along::followed(state, &transaction, out),
        Action::Gone(why) => projects::gone(state, why, out),
        Action::HandOver => along::hand_over(state, out),
        Action::ReadAlong(along) => along::set(state, along),
        Action::Alone(alone) => along::alone(state, alone),
        Action::WorkHere => out.push(Effect::TakeOver),
        Action::Saved(saved) => saved_is(state, saved),
        Action::Typing(typing) => state.typing = typing,
        Action::Stays(why) => projects::stays(state, &why),
        Action::Broken(why) => {
            state.notify(NoticeKind::Warning, why.clone(), false);
            state.broken = Some(why);
        }
        Action::Failed(what) => {
            state.read_again = None;
            if matches!(state.dialog, Some(Dialog::ReadingFiles { .. })) {
                state.dialog = None;
            }
            documents::not_read(state);
            // An export that was refused can be tried again.
            state.filing = None;
            if let Some(Dialog::Export(export)) = &mut state.dialog {
                export.progress = None;
            }
            state.notify(NoticeKind::Warning, what, false);
        }
        Action::ReadingFiles(done, total) => {
            documents::make_way(state);
            // Another dialog holds what a person typed.
            if state.dialog.is_none() {
                state.dialog = Some(Dialog::ReadingFiles { done, total });
            }
        }
        Action::ExampleRead(reading) => projects::example(state, *reading),
        Action::Exported(file) => {
            if matches!(state.dialog, Some(Dialog::Export(Export { progress: Some(_), .. }))) {
                state.dialog = None;
            }
            projects::filed(state, out);
            state.notify(NoticeKind::Info, said::saved_as(&file), false);
        }

        Action::NewProject(name) => {
            if projects::may_leave(state) {
                state.dialog = None;
                out.push(Effect::CreateProject(name));
            }
        }
        Action::OpenProject(id) => {
            let other = state.session.as_ref().is_none_or(|session| session.project.id != id);
            if other && !projects::may_leave(state) {
                return effects;
            }
            state.dialog = None;
            out.extend(other.then_some(Effect::LoadProject(id)));
        }
        Action::RenameProject(name) => projects::rename(state, name, env, out),
        Action::DuplicateProject => projects::duplicate(state, out),
        Action::DeleteProject => projects::delete(state, out),
        Action::Find(words, whole) => find::look(state, words, whole, out),
        Action::StepHit(by) => {
            find::step(state, by, out);
        }
        Action::Choose(action) => {
            state.dialog = None;
            if let Action::Run(command) = *action {
                let (recent, id) = (&mut state.settings.recent, command.info().id);
                recent.retain(|other| other != id);
                recent.insert(0, id.to_owned());
                recent.truncate(RECENT);
                out.push(Effect::KeepSettings(state.settings.clone()));
            }
            out.extend(reduce(state, *action, env));
        }
        Action::CloseFind => find::leave(state, out),
        Action::Name(name) => projects::name(state, name, env, out),

        Action::ChooseEncoding(at, encoding) => documents::choose_encoding(state, at, encoding, out),
        Action::StopReading => {
            (state.dialog, state.read_again) = (None, None);
            out.push(Effect::StopReading);
        }
        Action::RemoveDocuments(ids) => documents::remove(state, &ids, env, out),
        Action::SetMetadata(id, metadata) => documents::set_metadata(state, &id, *metadata, env, out),
        Action::OpenArticle(id) => documents::open(state, &id, out),
        Action::Show(screen) => show(state, screen, out),
        Action::Step(step) => out.extend(step.reduce(state, env)),

        Action::Select { spans, exact } => select::text(state, spans, exact, env, out),
        Action::Click { caret, ids, add } => select::click(state, caret, &ids, add, out),
        Action::Hover(ids) => select::hover(state, ids, out),
        Action::MoveCaret(caret) => caret::place(state, caret, out),
        Action::Mark(label) => mark::mark(state, &label, env, out),
        Action::Relate(kind) => out.push(Effect::Pick(PickAct::Relate(kind))),
        Action::Pen(label) => mark::pen(state, label, env, out),
        Action::SelectAnnotation { id, add, range } => select::annotation(state, id, add, range, out),
        Action::StepList(by) => select::step_list(state, by, out),
        Action::SelectAllShown => select::all_shown(state, out),
        Action::ClearSelection => select::set(state, Vec::new(), out),
        Action::Relabel(label) => mark::relabel(state, &label, env, out),
        Action::DragEnd { id, fragment, edge, to } => {
            reshape::drag_end(state, &id, fragment, edge, to, env, out)
        }
        Action::SetNote(note) => mark::note(state, &note, env, out),
        Action::SetUnsure(unsure) => mark::unsure(state, unsure, env, out),
        Action::SetAttribute(attribute, value) => {
            mark::attribute(state, &attribute, value.as_ref(), env, out)
        }
        Action::RemoveFragment(at) => reshape::remove_fragment(state, at, env, out),
        Action::Filter(filter) => {
            if let Some(reading) = state.session.as_mut().and_then(|session| session.reading.as_mut()) {
                reading.filter = filter;
            }
        }
        Action::Run(command) => run::run(state, command, env, out),

        Action::Toggle(part) => toggle(state, part, out),
        Action::CloseDrawer => state.layout.drawer = false,
        Action::ReachLabel(at) => state.layout.label = at,
        Action::TypeName(name) => state.layout.name = name,
        Action::Open(dialog) => {
            match &dialog {
                Dialog::Export(export) => out.push(Effect::PreviewExport(export.clone())),
                Dialog::Projects(_) => out.push(Effect::ListProjects),
                _ => {}
            }
            state.dialog = Some(dialog);
        }
        Action::Typed(dialog) => {
            let same = |open: &Dialog| std::mem::discriminant(open) == std::mem::discriminant(&dialog);
            if state.dialog.as_ref().is_some_and(same) {
                state.dialog = Some(dialog);
            }
        }
        Action::CloseDialog => close_dialog(state, out),
        Action::Export => {
            if let Some(Dialog::Export(export)) = &mut state.dialog {
                export.progress = Some((0, 1));
                let whole = !export.is_made();
                out.push(Effect::RunExport(export.clone()));
                projects::filing(state, whole);
            }
        }
        Action::Rescue => {
            if state.session.is_some() {
                let export = Export { format: "project".to_owned(), ..Export::default() };
                out.push(Effect::RunExport(export));
                projects::filing(state, true);
            }
        }
        Action::PutOffBackup => {
            if let Some(session) = state.session.as_mut() {
                session.put_off();
            }
            out.push(back_to_work(state));
        }
        Action::SaveRecords => out.push(Effect::SaveRecords),
        Action::CloseNotice => state.notice = None,
        Action::Settings(settings) => {
            follow(state, *settings, out);
            out.push(Effect::KeepSettings(state.settings.clone()));
        }
        Action::Follow(settings) => follow(state, *settings, out),
        Action::SetExact(exact) => {
            state.settings.exact = exact;
            state.speak(if exact { said::exactly() } else { said::snapping() });
            out.push(Effect::KeepSettings(state.settings.clone()));
        }
    }
    projects::open_example(state, out);
    let leaves = |effect: &Effect| {
        matches!(effect, Effect::LoadProject(_) | Effect::CreateProject(_) | Effect::AdoptProject(_))
    };
    if out.iter().any(leaves) {
        folder::leave(state, out);
    }
    documents::show_what_waits(state);
    effects
}

fn show(state: &mut State, screen: Screen, out: &mut Vec<Effect>) {
    state.screen = screen;
    state.layout.drawer = false;
    state.speak(screen.name());
    if screen == Screen::Settings {
        // For what it says of the room there is.
        out.push(Effect::ListProjects);
    }
    // What had the focus may be gone with the screen before, or with the menu.
    out.push(match (screen, state.search.opened) {
        // Back where the person was in the results, or to the field.
        (Screen::Search, Some(row)) => {
            Effect::FocusInList { list: RESULTS, row, element: format!("{RESULTS}-{row}") }
        }
        (Screen::Search, None) => Effect::FocusOn(SEARCH_WORDS.to_owned()),
        _ => Effect::FocusOn(HEADING.to_owned()),
    });
}

pub(in crate::app) fn follow(state: &mut State, settings: Settings, out: &mut Vec<Effect>) {
    // The marks of the open article are drawn with or without a role, all of them or not.
    let drawn = |settings: &Settings| (settings.quiet, settings.hide_suggestions);
    let others = drawn(&state.settings) != drawn(&settings);
    out.extend(others.then_some(Effect::PaintLabels));
    let language = state.settings.language != settings.language;
    out.extend(language.then_some(Effect::Speak(settings.language())));
    state.settings = settings;
}

fn toggle(state: &mut State, part: Part, out: &mut Vec<Effect>) {
    let layout = &mut state.layout;
    let open = match part {
        Part::Sidebar => &mut layout.sidebar_closed,
        Part::Drawer => &mut layout.drawer,
        Part::Sheet => &mut layout.sheet,
        Part::Filters => &mut layout.filters,
        Part::Several => &mut layout.several,
        Part::Guidelines => &mut layout.guidelines,
        Part::Help => &mut layout.help,
    };
    *open = !*open;
    if part == Part::Sheet && layout.sheet {
        // What it tells of stays in view above it.
        let selected = state.session.as_ref().and_then(|session| session.selected());
        out.extend(selected.map(|annotation| Effect::ScrollTo(annotation.fragments.hull())));
    }
    if part == Part::Help {
        state.speak(if state.layout.help { help::opened() } else { help::closed() });
        // The focus goes into it, and comes back when what had it is gone.
        out.push(match state.screen {
            _ if state.layout.help => Effect::FocusOn(HELP.to_owned()),
            Screen::Read => Effect::Focus(Focus::Article),
            _ => Effect::FocusOn(HELP_BUTTON.to_owned()),
        });
    }
}

fn saved_is(state: &mut State, saved: Saved) {
    if let Saved::NotSaved(why) = &saved
        && state.saved != saved
    {
        state.notify(NoticeKind::Warning, said::not_saved(why), false);
    }
    state.leaving &= saved != Saved::Saved;
    state.saved = saved;
}

fn close_dialog(state: &mut State, out: &mut Vec<Effect>) {
    state.read_again = None;
    match state.dialog.take() {
        Some(Dialog::ReadingFiles { .. } | Dialog::Correct(_)) => out.push(Effect::StopReading),
        // Files that are read meanwhile have nothing to do with what was pasted.
        Some(Dialog::Incoming(incoming)) if incoming.from_files() => out.push(Effect::StopReading),
        Some(Dialog::Export(Export { progress: Some(_), .. })) => {
            state.filing = None;
            out.push(Effect::StopExport);
        }
        _ => {}
    }
}
