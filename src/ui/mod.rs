//! Everything that a person sees around the article.
//!
//! [`view()`] makes the whole page from the state; the shell calls it, applies the actions that come back and runs
//! their effects. The shell is the only component. Everything else is a plain function of what it shows and of one
//! [`Dispatch`], and remembers nothing: what is remembered is the state, or stays in the element (what is being typed,
//! how far a list is scrolled). These functions know nothing of files, storage or offsets;
//! the shell's own parts do: `open` (the database), `reading` and `export` (files), `article` (the document view),
//! `input` (keys, dragged files), `typed` (what is typed and not taken yet), `pickers` (the file inputs).
//!
//! The page's wasm is in three parts. The first is what the start needs; `address`, `article`, `backup`, `dialogs`, `export`,
//! `focus`, `folder`, `hints`, `lacking`, `library`, `panes`, `read`, `reading` and `run` are in the later one, which is
//! fetched right after the start. What stands in the first part calls the later one only through [`More`] (`more`), and
//! goes on without it until it is there: actions change the state, and the effects that need the later part wait. A third
//! part (`screens`) has the screens that are opened now and then: `claims`, `correct`, `entities`, `help`, `history`,
//! `questions`, `schema`, `search`, `settings`, `statistics`, `suggestions`. Each later part brings its own style sheet
//! (`xtask/src/finish.rs`).
//!
//! May import: everything below. Absent on purpose: parsing, offset arithmetic, format strings, inline styles
//! (geometry is set through CSSOM on a node), markup made from strings.

mod address;
mod article;
mod backup;
mod claims;
mod correct;
mod dialogs;
mod entities;
mod export;
mod facts;
pub mod focus;
mod folder;
mod frame;
mod help;
mod hints;
mod history;
mod input;
mod kit;
mod lacking;
mod library;
mod markdown;
mod more;
mod open;
mod panes;
mod panic;
mod pickers;
mod print;
mod questions;
mod read;
mod reading;
mod relations;
mod run;
mod schema;
mod screens;
mod search;
mod settings;
mod shell;
mod statistics;
mod suggestions;
mod typed;
mod view;

pub use more::{Loading, More, ShellProps};
pub use panic::install as install_panic_banner;
pub use screens::Screens;
pub use shell::Shell;
pub use view::{Slots, Windows, view};

use crate::app::Action;

/// Where every control sends what a person did. Made once, by the shell; compares by pointer.
pub type Dispatch = yew::Callback<Action>;

/// For a control that always does the same.
fn act<E: 'static>(dispatch: &Dispatch, action: Action) -> yew::Callback<E> {
    dispatch.reform(move |_| action.clone())
}

/// For a control that does what comes of its event, if anything.
fn maybe<E: 'static>(dispatch: &Dispatch, of: impl Fn(E) -> Option<Action> + 'static) -> yew::Callback<E> {
    let dispatch = dispatch.clone();
    yew::Callback::from(move |event| {
        if let Some(action) = of(event) {
            dispatch.emit(action);
        }
    })
}
