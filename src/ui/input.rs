//! Keys and dragged files, wherever on the page they come from.

use super::kit::is_mac;
use super::shell::{Msg, Shell};
use crate::app::{Action, Command, Hit, Key, Motion, RegionAct, Zone, lookup};
use crate::browser::files::dropped;
use crate::model::Schema;
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, KeyboardEvent};
use yew::html::Scope;

/// What a key press depends on; the shell keeps it up to date.
#[derive(Default)]
pub(super) struct Keys {
    /// The labels and their keys.
    pub(super) schema: Option<Rc<Schema>>,
    /// Whether a dialog is open: keys belong to it.
    pub(super) dialog: bool,
    /// Whether the pen is out.
    pub(super) pen: bool,
    /// Whether something could not be saved: the browser then asks before the page closes.
    pub(super) unsaved: bool,
}

/// Listens on the window until what it returns is dropped.
pub(super) fn listen(link: &Scope<Shell>, known: Rc<RefCell<Keys>>) -> Vec<EventListener> {
    let window = gloo_utils::window();
    let active = EventListenerOptions::enable_prevent_default();
    let on = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(&window, name, active, move |event| act(event))
    };
    let (keys, over, leave, drop) = (link.clone(), link.clone(), link.clone(), link.clone());
    let leaving = known.clone();
    vec![
        on(
            "beforeunload",
            Box::new(move |event| {
                if leaving.borrow().unsaved {
                    event.prevent_default();
                }
            }),
        ),
        on(
            "keydown",
            Box::new(move |event| {
                if let Some(msg) = key(event, &known) {
                    keys.send_message(msg);
                }
            }),
        ),
        on(
            "dragover",
            Box::new(move |event| {
                if holds_files(event) {
                    event.prevent_default();
                    over.send_message(Msg::Dragging(true));
                }
            }),
        ),
        on(
            "dragleave",
            Box::new(move |event| {
                // Leaving the window, not one element for another.
                if event.dyn_ref::<DragEvent>().is_some_and(|drag| drag.related_target().is_none()) {
                    leave.send_message(Msg::Dragging(false));
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event| {
                if !holds_files(event) {
                    return;
                }
                event.prevent_default();
                drop.send_message(Msg::Dragging(false));
                if let Some(transfer) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) {
                    let link = drop.clone();
                    // Entries must be asked for before the event is over; what is in them comes later.
                    let files = dropped(&transfer);
                    wasm_bindgen_futures::spawn_local(async move {
                        link.send_message(Msg::Files(files.await, false))
                    });
                }
            }),
        ),
    ]
}

fn holds_files(event: &Event) -> bool {
    let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// What a key press does, decided while the event is there to be stopped.
fn key(event: &Event, keys: &RefCell<Keys>) -> Option<Msg> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    if event.default_prevented() {
        return None;
    }
    let key = pressed(event);
    let keys = keys.borrow();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let zone = if keys.dialog { Zone::Editable } else { zone(target.as_ref()) };
    let action = keys.action(&key, zone)?;
    event.prevent_default();
    Some(Msg::Act(action))
}

/// A key press as the app knows it.
pub(super) fn pressed(event: &KeyboardEvent) -> Key {
    // AltGr is Ctrl and Alt on Windows, and writes a character.
    let writes = event.get_modifier_state("AltGraph");
    Key {
        key: event.key(),
        // What AltGr writes is a character (`]` on a German keyboard): its place, a digit's, says nothing.
        code: if writes { String::new() } else { event.code() },
        ctrl: !writes && if is_mac() { event.meta_key() } else { event.ctrl_key() },
        alt: !writes && event.alt_key(),
        shift: event.shift_key(),
        composing: event.is_composing() || event.key_code() == 229,
    }
}

impl Keys {
    fn action(&self, key: &Key, zone: Zone) -> Option<Action> {
        let list = zone == Zone::List;
        Some(match lookup(key, zone, self.schema.as_deref())? {
            Hit::Label(label) if list => Action::Relabel(label),
            // In pen mode a label's key changes the pen.
            Hit::Label(label) if self.pen => Action::Pen(Some(label)),
            Hit::Label(label) => Action::Mark(label),
            Hit::Run(Command::SelectAll) if list => Action::SelectAllShown,
            Hit::Run(Command::Move(Motion::LineUp, _)) if list => Action::StepList(-1),
            Hit::Run(Command::Move(Motion::LineDown, _)) if list => Action::StepList(1),
            // In a list the other motions scroll, as the browser has it.
            Hit::Run(Command::Move(..)) if list => return None,
            Hit::Run(command @ (Command::WriteNote | Command::OpenAnnotation)) => {
                Action::step(RegionAct::Enter(command, list))
            }
            Hit::Run(command) => Action::Run(command),
        })
    }
}

/// What has the focus. Controls inside a list or the article keep their own keys.
fn zone(target: Option<&Element>) -> Zone {
    let Some(target) = target else { return Zone::Elsewhere };
    let editable = target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    if editable || target.closest("input, textarea, select, dialog").ok().flatten().is_some() {
        return Zone::Editable;
    }
    let zone = target.closest("[data-zone]").ok().flatten().and_then(|zone| zone.get_attribute("data-zone"));
    match zone.as_deref() {
        Some("article") => Zone::Article,
        Some("list") => Zone::List,
        _ => Zone::Elsewhere,
    }
}
