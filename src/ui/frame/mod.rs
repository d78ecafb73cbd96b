//! What stands around every screen: header, sidebar, strips, notices, the file inputs.

mod command;
mod header;
mod inputs;
mod nav;
mod strip;
mod toast;

pub(crate) use command::command_button;
pub(crate) use header::{HeaderProps, header};
pub(crate) use inputs::inputs;
pub use inputs::{pick_files, pick_project};
pub(crate) use nav::{Documents, Nav};
pub(crate) use strip::{NameStrip, warnings};
pub(crate) use toast::Toast;

use super::kit::{Button, Icon};
use yew::prelude::*;

/// Props of [`Frame`].
#[derive(Properties, PartialEq)]
pub(crate) struct FrameProps {
    pub header: Html,
    pub warnings: Html,
    pub nav: Html,
    pub main: Html,
    /// What stands right of the text, and on narrow screens in a sheet below it.
    pub panel: Option<Html>,
    /// What the closed sheet says.
    pub sheet: AttrValue,
    /// The strip at the end of the page.
    pub strip: Html,
    /// Notices, dialogs, inputs.
    pub over: Html,
    /// Files are being dragged over the page.
    pub dragging: bool,
    /// The sidebar's drawer closes when this changes: another article or screen is shown.
    pub place: AttrValue,
}

/// Places the parts. Knows only what is open and closed.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let nav_closed = use_state(|| false);
    let drawer = use_state(|| false);
    let sheet = use_state(|| false);
    {
        let drawer = drawer.setter();
        use_effect_with(props.place.clone(), move |_| drawer.set(false));
    }
    let toggle = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |()| state.set(!*state))
    };
    // Escape closes the drawer; where there is none it closes nothing.
    let onkeydown = {
        let drawer = drawer.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                drawer.set(false);
            }
        }
    };
    let nav_name = if *nav_closed { "Show the sidebar" } else { "Hide the sidebar" };
    let drawer_name = if *drawer { "Close the menu" } else { "Menu" };
    html! {
        <div
            class="app"
            data-nav={(*nav_closed).then_some("closed")}
            data-drawer={(*drawer).then_some("open")}
            data-sheet={(*sheet).then_some("open")}
            data-panel={props.panel.is_some().then_some("yes")}
        >
            <header class="header">
                { Button::new(nav_name, toggle(&nav_closed))
                    .class("only-wide").icon(Icon::Sidebar).sign_only().quiet().expanded(!*nav_closed).html() }
                { Button::new(drawer_name, toggle(&drawer))
                    .class("only-narrow").icon(Icon::Menu).sign_only().quiet().expanded(*drawer).html() }
                { props.header.clone() }
            </header>
            <div class="warnings">{ props.warnings.clone() }</div>
            <div class="sidebar" {onkeydown}>{ props.nav.clone() }</div>
            <div class="scrim" onclick={ let drawer = drawer.clone(); move |_: MouseEvent| drawer.set(false) }></div>
            <main class="main">{ props.main.clone() }</main>
            <div class="panel">
                <button type="button" class="sheet-handle only-narrow" aria-expanded={sheet.to_string()}
                    onclick={ let toggle = toggle(&sheet); move |_: MouseEvent| toggle.emit(()) }>
                    <span class="sheet-text">{ &props.sheet }</span>
                </button>
                <div class="panel-body">
                    { props.panel.clone().unwrap_or_else(|| html! { <div></div> }) }
                </div>
            </div>
            <div class="strips">{ props.strip.clone() }</div>
            <div class="over">{ props.over.clone() }</div>
            <div class={classes!("drop", props.dragging.then_some("drop-on"))} aria-hidden="true">
                <p>{ "Drop files to add them" }</p>
            </div>
        </div>
    }
}
