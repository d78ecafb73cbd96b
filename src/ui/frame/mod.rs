//! What stands around every screen: header, sidebar, strips, notices.

mod command;
mod header;
mod nav;
mod start;
mod strip;
mod toast;

pub(crate) use command::command_button;
pub(crate) use header::{HeaderProps, Status, header};
pub(crate) use nav::{Nav, nav};
pub(crate) use start::{erased, start};
pub(crate) use strip::{along, missing, name_strip, warnings};
pub(crate) use toast::{toast, waiting_toast};

use super::kit::{Button, Icon, class, on_escape};
use super::{Dispatch, act};
use crate::app::{Action, Layout, MAIN, Part};
use crate::words::frame as words;
use yew::prelude::*;

/// What stands where.
pub(crate) struct Parts<'a> {
    pub dispatch: &'a Dispatch,
    pub layout: &'a Layout,
    pub header: Html,
    pub warnings: Html,
    pub nav: Html,
    pub main: Html,
    /// What stands right of the text, and on narrow screens in a sheet below it.
    pub panel: Option<Html>,
    /// What the closed sheet says.
    pub sheet: String,
    /// The strip at the end of the page.
    pub strip: Html,
    /// Notices, dialogs, inputs.
    pub over: Html,
    /// Files are being dragged over the page.
    pub dragging: bool,
    /// Help is open.
    pub help: bool,
    /// The article is printed.
    pub printing: bool,
}

/// Places the parts.
pub(crate) fn frame(parts: Parts<'_>) -> Html {
    let Parts {
        dispatch,
        layout,
        header,
        warnings,
        nav,
        main,
        panel,
        sheet,
        strip,
        over,
        dragging,
        help,
        printing,
    } = parts;
    // What stands in the sheet has taken its Escape before.
    let leaves = {
        let dispatch = dispatch.clone();
        on_escape(layout.sheet, move |_| dispatch.emit(Action::Toggle(Part::Sheet)))
    };
    let nav_name = if layout.sidebar_closed { words::show_sidebar() } else { words::hide_sidebar() };
    let drawer_name = if layout.drawer { words::close_menu() } else { words::menu() };
    html! {
        <div
            class="app"
            data-nav={layout.sidebar_closed.then_some("closed")}
            data-drawer={layout.drawer.then_some("open")}
            data-sheet={layout.sheet.then_some("open")}
            data-help={help.then_some("open")}
            data-printing={printing.then_some("yes")}
            data-panel={panel.is_some().then_some("yes")}
        >
            <header class="header">
                { Button::new(nav_name, act(dispatch, Action::Toggle(Part::Sidebar)))
                    .class("beside-nav").icon(Icon::Sidebar).sign_only().quiet().expanded(!layout.sidebar_closed).html() }
                { Button::new(drawer_name, act(dispatch, Action::Toggle(Part::Drawer)))
                    .class("only-drawer").icon(Icon::Menu).sign_only().quiet().expanded(layout.drawer).html() }
                { header }
            </header>
            <div class="warnings">{ warnings }</div>
            <div class="sidebar">{ nav }</div>
            <div class="scrim" onclick={act(dispatch, Action::CloseDrawer)}></div>
            <main class="main" id={MAIN}>{ main }</main>
            <div class="panel" onkeydown={leaves}>
                <button type="button" class="sheet-handle only-narrow" aria-expanded={layout.sheet.to_string()}
                    onclick={act(dispatch, Action::Toggle(Part::Sheet))}>
                    <span class="sheet-text">{ sheet }</span>
                </button>
                <div class="panel-body">
                    { panel.unwrap_or_else(|| html! { <div></div> }) }
                </div>
            </div>
            <div class="strips">{ strip }</div>
            <div class="over">{ over }</div>
            <div class={class("drop", &[(dragging, "drop-on")])} aria-hidden="true">
                <p>{ words::drop_here() }</p>
            </div>
        </div>
    }
}
