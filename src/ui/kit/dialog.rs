//! A modal dialog: the browser's own, so that the page behind it is inert.

use super::{Button, Icon, class, icon, on_escape};
use crate::words::dialogs;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What takes the focus when a dialog opens: the first of these that is there, since a query goes by the order of the
/// page. The first thing to fill in, else the button that goes on, else one that stops.
const FIRST: [&str; 3] = [
    ".dialog-body :is(input:not([type=checkbox], [type=radio]), select, textarea)",
    ".dialog-foot .button-primary:not(:disabled)",
    ".dialog-foot .button",
];

/// A dialog; what stands in it comes with [`Modal::html`].
#[derive(Default)]
pub(crate) struct Modal {
    /// Tells it from other dialogs: with another key it is another one, which opens anew.
    pub key: &'static str,
    /// Its name and heading.
    pub title: &'static str,
    /// Escape, the cross, or a click beside it.
    pub onclose: Callback<()>,
    /// Whether a click beside it does not close it.
    pub guard: bool,
    /// Whether it holds what a person typed and nothing else keeps: neither a click beside it nor Escape closes it then.
    /// Escape says so.
    pub typed: bool,
    /// What went wrong: said here too, since the page behind a modal dialog is out of reach.
    pub warning: Option<AttrValue>,
    /// For more room.
    pub wide: bool,
    /// The buttons at its end.
    pub footer: Html,
}

impl Modal {
    /// The element. [`Modals::settle`] opens it.
    pub(crate) fn html(self, inside: Html) -> Html {
        let Self { key, title, onclose, guard, typed, warning, wide, footer } = self;
        let oncancel = {
            let onclose = onclose.clone();
            move |event: Event| {
                // The state decides whether it is open; the element does not close itself. A file input's or a
                // picker's own cancel passes through here too and is none of this dialog's.
                if let Some(dialog) = event.target_dyn_into::<HtmlDialogElement>() {
                    event.prevent_default();
                    if typed {
                        say_kept(&dialog);
                    } else {
                        onclose.emit(());
                    }
                }
            }
        };
        // A browser closes a dialog at the second Escape whatever is done about the event above.
        let onkeydown = on_escape(typed, |event| {
            let inside = event.target_dyn_into::<Element>();
            let dialog = inside.and_then(|element| element.closest("dialog").ok().flatten());
            dialog.iter().for_each(say_kept);
        });
        let onmousedown = {
            let onclose = onclose.clone();
            move |event: MouseEvent| {
                // The frame fills the dialog, so the dialog itself is hit only beside it.
                if !guard && !typed && event.target_dyn_into::<HtmlDialogElement>().is_some() {
                    onclose.emit(());
                }
            }
        };
        html! {
            <dialog {key} class={class("dialog", &[(wide, "dialog-wide")])} aria-label={title} {oncancel} {onkeydown} {onmousedown}>
                <div class="dialog-frame">
                    <header class="dialog-head">
                        <h2>{ title }</h2>
                        { Button::new(dialogs::close(), onclose).icon(Icon::Close).sign_only().quiet().html() }
                    </header>
                    <div class="dialog-warning" role="alert">
                        if typed {
                            <p class="dialog-kept hint">{ dialogs::typed_is_kept() }</p>
                        }
                        { for warning.map(|text| html! { <p class="warning" dir="auto">{ icon(Icon::Warning) }<span>{ text }</span></p> }) }
                    </div>
                    <div class="dialog-body">{ inside }</div>
                    <footer class="dialog-foot">{ footer }</footer>
                </div>
            </dialog>
        }
    }
}

/// Shows that what was typed is kept. The page knows that and no more, so it is not in the state; it goes with the
/// element.
fn say_kept(dialog: &Element) {
    let _ = dialog.set_attribute("data-kept", "");
}

/// Opens dialogs as they come onto the page. After the last one the focus goes back to what had it.
#[derive(Default)]
pub(crate) struct Modals {
    before: Option<HtmlElement>,
}

impl Modals {
    /// After a rendering: `place` holds the dialog, if there is one.
    pub(crate) fn settle(&mut self, place: &NodeRef) {
        let inside = place.cast::<Element>().and_then(|place| place.first_element_child());
        let dialog = inside.and_then(|element| element.dyn_into::<HtmlDialogElement>().ok());
        match dialog {
            Some(dialog) if !dialog.open() => {
                if self.before.is_none() {
                    let active = gloo_utils::document().active_element();
                    self.before = active.and_then(|element| element.dyn_into().ok());
                }
                let _ = dialog.show_modal();
                // The first thing to fill in or to press, rather than the cross.
                let first = FIRST.iter().find_map(|selector| dialog.query_selector(selector).ok().flatten());
                if let Some(first) = first.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                    // A text that stands there is read from its beginning; the caret stands behind what was put in.
                    if let Some(area) = first.dyn_ref::<HtmlTextAreaElement>() {
                        let _ = area.set_selection_range(0, 0);
                    }
                    let _ = first.focus();
                }
            }
            Some(_) => {}
            None => {
                if let Some(element) = self.before.take().filter(|element| element.is_connected()) {
                    // It stands where it stood: a long article would come to where its text begins.
                    let options = web_sys::FocusOptions::new();
                    options.set_prevent_scroll(true);
                    let _ = element.focus_with_options(&options);
                }
            }
        }
    }
}
