//! A modal dialog: the browser's own, so that the page behind it is inert.

use super::{Button, Icon, class, icon};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// What takes the focus when a dialog opens: the first of these that is there, since a query goes by the order of the
/// page. The first thing to fill in, else the button that goes on, else one that stops.
const FIRST: [&str; 3] = [
    ".dialog-body :is(input:not([type=checkbox], [type=radio]), select, textarea)",
    ".dialog-foot .button-primary:not(:disabled)",
    ".dialog-foot .button",
];

/// Props of [`Dialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct DialogProps {
    /// Its name and heading.
    pub title: AttrValue,
    /// Escape, the cross, or a click beside it.
    pub onclose: Callback<()>,
    /// Whether it holds what a person typed: a click beside it does not close it then.
    #[prop_or_default]
    pub guard: bool,
    /// What went wrong: said here too, since the page behind a modal dialog is out of reach.
    #[prop_or_default]
    pub warning: Option<AttrValue>,
    /// For more room.
    #[prop_or_default]
    pub wide: bool,
    pub children: Html,
    /// The buttons at its end.
    #[prop_or_default]
    pub footer: Html,
}

/// Opens when it comes to be, closes when it goes, and gives the focus back to what had it.
#[component]
pub(crate) fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let before = web_sys::window()
                .and_then(|window| window.document())
                .and_then(|document| document.active_element())
                .and_then(|element| element.dyn_into::<HtmlElement>().ok());
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
                // The first thing to fill in or to press, rather than the cross.
                let first = FIRST.iter().find_map(|selector| dialog.query_selector(selector).ok().flatten());
                if let Some(first) = first.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                    let _ = first.focus();
                }
            }
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
                if let Some(element) = before.filter(|element| element.is_connected()) {
                    let _ = element.focus();
                }
            }
        });
    }
    let oncancel = {
        let onclose = props.onclose.clone();
        move |event: Event| {
            // The state decides whether it is open; the element does not close itself. A file input's or a
            // picker's own cancel passes through here too and is none of this dialog's.
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                event.prevent_default();
                onclose.emit(());
            }
        }
    };
    let onmousedown = {
        let (onclose, guard) = (props.onclose.clone(), props.guard);
        move |event: MouseEvent| {
            // The frame fills the dialog, so the dialog itself is hit only beside it.
            if !guard && event.target_dyn_into::<HtmlDialogElement>().is_some() {
                onclose.emit(());
            }
        }
    };
    html! {
        <dialog
            class={class("dialog", &[(props.wide, "dialog-wide")])}
            ref={node}
            aria-label={props.title.clone()}
            {oncancel}
            {onmousedown}
        >
            <div class="dialog-frame">
                <header class="dialog-head">
                    <h2>{ &props.title }</h2>
                    { Button::new("Close", props.onclose.clone()).icon(Icon::Close).sign_only().quiet().html() }
                </header>
                <div class="dialog-warning" role="alert">
                    { for props.warning.iter().map(|text| html! { <p class="warning" dir="auto">{ icon(Icon::Warning) }<span>{ text }</span></p> }) }
                </div>
                <div class="dialog-body">{ props.children.clone() }</div>
                <footer class="dialog-foot">{ props.footer.clone() }</footer>
            </div>
        </dialog>
    }
}
