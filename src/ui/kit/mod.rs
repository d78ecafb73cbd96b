//! Domain-free pieces: buttons, dialogs, fields, windowed lists.
//!
//! May import: yew, web-sys. Absent on purpose: the state, actions, the model.

mod button;
mod check;
mod chip;
mod class;
mod combo;
mod dialog;
mod drag;
mod field;
mod icon;
mod keycaps;
mod live;
mod progress;
mod property;
mod readings;
mod score;
mod select;
mod window;

pub(crate) use button::Button;
pub(crate) use check::check;
pub(crate) use chip::{chip, slot};
pub(crate) use class::class;
pub(crate) use combo::Combo;
pub(crate) use dialog::{Modal, Modals};
pub(crate) use drag::{carried, carry};
pub(crate) use field::{Field, composes, on_enter, on_escape, takes};
pub(crate) use icon::{Icon, icon};
pub(crate) use keycaps::{is_mac, keycaps, letter_cap};
pub(crate) use live::live_region;
pub(crate) use progress::progress;
pub(crate) use property::with_property;
pub(crate) use readings::readings;
pub(crate) use score::score;
pub(crate) use select::{Choice, Select, select};
pub(crate) use window::{Made, Window, row_height};
