//! Short hints at the moments at which a new annotator needs them: one at a time, at the end of the page, said once, and
//! gone for good when put away, or when the person has done what it is about or gone elsewhere.

use super::reduce::back_to_work;
use super::{Chord, Command, Effect, Env, Screen, Session, State, Step};
use crate::edit::Act;
use crate::words::hints as words;

/// A hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// How to mark.
    Mark,
    /// That it can be taken back, and what more can be said.
    More,
    /// How to reach what lies under another mark.
    Overlap,
    /// That there is a pen.
    Pen,
    /// What the library can do.
    Library,
    /// What a schema is.
    Schema,
}

/// So many marks in a row with one label are many without a pen.
const MARKS: usize = 5;
/// Fewer articles need no library.
const ARTICLES: usize = 2;

impl Hint {
    /// All, the first that fits first.
    pub const ALL: [Self; 6] =
        [Self::Mark, Self::Overlap, Self::Pen, Self::More, Self::Library, Self::Schema];

    /// As the settings keep that it was put away.
    pub fn id(self) -> &'static str {
        match self {
            Self::Mark => "hint-mark",
            Self::More => "hint-more",
            Self::Overlap => "hint-overlap",
            Self::Pen => "hint-pen",
            Self::Library => "hint-library",
            Self::Schema => "hint-schema",
        }
    }

    /// What it says, with the keys that do it.
    pub fn words(self, session: &Session) -> String {
        let key =
            |command: Command| command.info().chords().first().map(Chord::to_string).unwrap_or_default();
        match self {
            Self::Mark => {
                let labels = &session.project.schema.labels;
                let label = labels.iter().find_map(|label| Some((label.key?, &label.name)));
                label.map_or_else(
                    || words::mark().to_owned(),
                    |(key, name)| words::mark_with(&Chord::of_char(key).to_string(), name),
                )
            }
            Self::More => words::more(&key(Command::Undo)),
            Self::Overlap => words::overlap(&key(Command::CycleAnnotations)),
            Self::Pen => words::pen(&key(Command::TogglePen)),
            Self::Library => words::library().to_owned(),
            Self::Schema => words::schema().to_owned(),
        }
    }

    fn screen(self) -> Screen {
        match self {
            Self::Mark | Self::More | Self::Overlap | Self::Pen => Screen::Read,
            Self::Library => Screen::Library,
            Self::Schema => Screen::Schema,
        }
    }

    /// Whether this is the moment.
    fn fits(self, session: &Session) -> bool {
        let just = || session.history.next_undo().is_some_and(|last| last.act == Act::Mark);
        match self {
            Self::Mark => unmarked(session),
            Self::More => session.selected().is_some(),
            Self::Overlap => session.selected().is_some_and(|selected| {
                let others = session.project.annotations(&selected.document);
                let hull = selected.fragments.hull();
                others.is_some_and(|others| others.overlapping(hull).nth(1).is_some())
            }),
            Self::Pen => just() && !pen(session) && same_again(session),
            Self::Library => session.project.in_order().len() >= ARTICLES,
            Self::Schema => true,
        }
    }

    /// Whether it has done what it is for.
    fn is_done(self, session: &Session) -> bool {
        match self {
            Self::Mark => session.reading.is_some() && !unmarked(session),
            Self::Pen => pen(session),
            _ => false,
        }
    }
}

/// Whether nothing is marked in the open article.
fn unmarked(session: &Session) -> bool {
    let reading = session.reading.as_ref();
    let marks = reading.and_then(|reading| session.project.annotations(&reading.document));
    marks.is_some_and(|marks| marks.is_empty())
}

fn pen(session: &Session) -> bool {
    session.reading.as_ref().is_some_and(|reading| reading.pen.is_some())
}

/// Whether the last acts were marks, and the label of the selected annotation stands as often in the article.
fn same_again(session: &Session) -> bool {
    let Some(selected) = session.selected() else { return false };
    let last = session.history.entries().iter().rev().take(MARKS);
    let label = &selected.label;
    let marks = session.project.annotations(&selected.document);
    last.filter(|entry| entry.act == Act::Mark).count() == MARKS
        && marks
            .is_some_and(|marks| marks.iter().filter(|mark| mark.label == *label).nth(MARKS - 1).is_some())
}

impl State {
    /// Whether the question for the person's name is shown.
    pub fn asks_name(&self) -> bool {
        // What is being picked stands there too, and comes first.
        let free = self.session.as_ref().is_some_and(|session| session.picking.is_none());
        free && !self.settings.asked && self.settings.name.is_empty()
    }

    /// Whether a hint may be shown: the person wants hints, has not put it away, and is where it belongs.
    fn may_hint(&self, hint: Hint) -> bool {
        let put_away = self.settings.put_away.iter().any(|id| id == hint.id());
        !self.settings.no_hints && !put_away && self.screen == hint.screen()
    }

    /// The hint that is shown next: the one that is shown already for as long as it belongs there, or one that fits.
    pub fn next_hint(&self) -> Option<Hint> {
        let session = self.session.as_ref().filter(|session| !session.along)?;
        // What stands in the way of everything stands in the way of hints.
        if self.dialog.is_some() {
            return self.hint;
        }
        let stays = |hint: &Hint| self.may_hint(*hint) && !hint.is_done(session);
        if let Some(now) = self.hint.filter(stays) {
            return Some(now);
        }
        // What else is said at the end of the page comes first; how to mark is needed before anybody is asked for a name.
        let busy = self.asks_name() || session.backup.due || self.folder.trouble().is_some();
        let fits = |hint: &Hint| (!busy || *hint == Hint::Mark) && self.may_hint(*hint) && hint.fits(session);
        Hint::ALL.into_iter().find(fits)
    }
}

/// What happens with hints.
#[derive(Clone, Copy, Debug)]
pub enum HintAct {
    /// This one is shown from now on, or none.
    Show(Option<Hint>),
    /// It is said, if it is still shown.
    Say(Hint),
    /// The person puts away the one that is shown.
    PutAway,
    /// Show hints, or do not.
    Want(bool),
    /// Show all of them once more.
    Again,
}

impl Step for HintAct {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        let mut out = Vec::new();
        match *self {
            Self::Show(hint) => {
                let session = state.session.as_ref();
                // How to mark is of use until something is marked.
                let over = |before: &Hint| {
                    *before != Hint::Mark || session.is_some_and(|session| before.is_done(session))
                };
                let before = state.hint.filter(|before| hint != Some(*before) && over(before));
                if let Some(before) = before.filter(|_| !state.settings.no_hints) {
                    put_away(state, before, &mut out);
                }
                state.hint = hint;
            }
            Self::Say(hint) => {
                let session = state.session.as_ref().filter(|_| state.hint == Some(hint));
                if let Some(says) = session.map(|session| hint.words(session)) {
                    state.speak(says);
                }
            }
            Self::PutAway => {
                if let Some(hint) = state.hint.take() {
                    put_away(state, hint, &mut out);
                    // The button is gone.
                    out.push(back_to_work(state));
                }
            }
            Self::Want(want) => {
                state.settings.no_hints = !want;
                out.push(Effect::KeepSettings(state.settings.clone()));
            }
            Self::Again => {
                state.settings.put_away.retain(|id| !Hint::ALL.iter().any(|hint| hint.id() == id));
                state.speak(words::shown_again());
                out.push(Effect::KeepSettings(state.settings.clone()));
            }
        }
        out
    }
}

fn put_away(state: &mut State, hint: Hint, out: &mut Vec<Effect>) {
    if !state.settings.put_away.iter().any(|id| id == hint.id()) {
        state.settings.put_away.push(hint.id().to_owned());
        out.push(Effect::KeepSettings(state.settings.clone()));
    }
}
