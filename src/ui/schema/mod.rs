//! The screen *Schema*: labels, their attributes and relation types; presets and files.
//!
//! Labels stand in a list; the one that is chosen is changed beside it. Each change is done at once and undone like
//! any other.

mod adds;
mod attribute;
mod delete;
mod drag;
mod guidelines;
mod label;
mod list;
mod merge;
mod relations;
mod screen;

pub(crate) use screen::{dialog, screen};

use super::Dispatch;
use crate::app::{Action, Place, SchemaScreen, Step};
use yew::prelude::*;

/// What a control does that hands over a value.
fn step<T: 'static, S: Step + 'static>(dispatch: &Dispatch, make: impl Fn(T) -> S + 'static) -> Callback<T> {
    dispatch.reform(move |value| Action::step(make(value)))
}

/// What is wrong in a field, if it is this one.
fn wrong(screen: &SchemaScreen, place: Place) -> Option<AttrValue> {
    let (at, why) = screen.wrong.as_ref()?;
    (*at == place).then(|| AttrValue::from(why.clone()))
}
