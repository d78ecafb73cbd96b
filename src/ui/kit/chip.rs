//! A label's name in its colour.

use super::class;
use yew::prelude::*;

/// The class that gives a label's colour slot to what stands inside.
pub(crate) fn slot(colour: u8) -> String {
    format!("slot-{colour}")
}

/// A label's name in its colour. The swatch is drawn by the styles and never read out.
pub(crate) fn chip(colour: u8, name: &str) -> Html {
    html! { <span class={class("chip", &[(true, &slot(colour))])}>{ name }</span> }
}
