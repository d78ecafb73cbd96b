//! Keys, what is typed, and dragged files, wherever on the page they come from.

use super::kit::is_mac;
use super::shell::{Msg, Shell};
use super::typed;
use crate::app::{Action, Command, Hit, Key, Motion, RegionAct, Zone, lookup};
use crate::browser::files::dropped;
use crate::model::Schema;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, KeyboardEvent};
use yew::html::Scope;

/// What a key press depends on; the shell keeps it up to date.
#[derive(Default)]
pub(super) struct Keys {
    /// The labels and their keys.
    pub(super) schema: Option<Rc<Schema>>,
    /// Whether a dialog is open: all keys are its own.
    pub(super) dialog: bool,
    /// Whether the pen is out and does not rest.
    pub(super) pen: bool,
    /// Whether something is not saved, or not yet: the browser then asks before the page closes.
    pub(super) unsaved: bool,
    /// Whether the drawer is open: Escape closes it, wherever the focus is.
    pub(super) drawer: bool,
    /// Whether an article is shown: keys that nothing else has are its own.
    pub(super) reading: bool,
    /// Whether something is typed that is not taken yet.
    pub(super) typing: bool,
}

/// Listens on the window until what it returns is dropped.
pub(super) fn listen(link: &Scope<Shell>, known: Rc<RefCell<Keys>>) -> Vec<EventListener> {
    let window = gloo_utils::window();
    let active = EventListenerOptions::enable_prevent_default();
    let on = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(&window, name, active, move |event| act(event))
    };
    let (keys, over, leave, drop) = (link.clone(), link.clone(), link.clone(), link.clone());
    let (types, takes) = (link.clone(), link.clone());
    let (leaving, begins, ends) = (known.clone(), known.clone(), known.clone());
    // Whether the last thing that a person did was done with a pointer.
    let pointed = Rc::new(Cell::new(false));
    let (points, pressed, clicked) = (pointed.clone(), pointed.clone(), pointed.clone());
    let clicks = link.clone();
    vec![
        on(
            "beforeunload",
            Box::new(move |event| {
                // Who stays finds it saved. Who leaves was asked: a browser may not finish a write then.
                if typed::take_all() || leaving.borrow().unsaved {
                    event.prevent_default();
                }
            }),
        ),
        // The page may be closed while it is hidden, without another word.
        on("visibilitychange", Box::new(|_| typed::take_resting())),
        on(
            "input",
            Box::new(move |event| {
                let waits = || element(event).is_some_and(|field| typed::waits(&field));
                if !begins.borrow().typing && waits() {
                    types.send_message(Msg::Act(Action::Typing(true)));
                }
            }),
        ),
        // Where a field holds again what it held at first, the browser says nothing of a change.
        on(
            "focusout",
            Box::new(|event| {
                element(event).filter(typed::waits).iter().for_each(typed::take_one);
            }),
        ),
        on("pointerdown", Box::new(move |_| points.set(true))),
        on(
            "change",
            Box::new(move |event| {
                if ends.borrow().typing {
                    takes.send_message(Msg::Act(Action::Typing(typed::any())));
                }
                if pointed.get() {
                    lead_back(event, "select", &takes);
                }
            }),
        ),
        on(
            "click",
            Box::new(move |event| {
                if clicked.get() {
                    lead_back(event, "button, [type=checkbox], [type=radio]", &clicks);
                }
            }),
        ),
        on(
            "keydown",
            Box::new(move |event| {
                pressed.set(false);
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

fn is_body(element: &Element) -> bool {
    element.tag_name() == "BODY"
}

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Who pressed a control of region *Annotation* with the pointer goes on in the article, or in the list: the keys are
/// for those. Unless what was pressed took the focus elsewhere.
fn lead_back(event: &Event, controls: &str, link: &Scope<Shell>) {
    let control = element(event).and_then(|target| target.closest(controls).ok()?);
    let inside =
        |control: &Element| control.closest("[data-zone=region]").is_ok_and(|region| region.is_some());
    let Some(control) = control.filter(inside) else { return };
    let link = link.clone();
    Timeout::new(0, move || {
        let active = gloo_utils::document().active_element();
        let nowhere = |active: &Element| active == &control || is_body(active);
        if active.as_ref().is_none_or(nowhere) {
            link.send_message(Msg::Act(Action::step(RegionAct::Leave(false))));
        }
    })
    .forget();
}

/// What a key press does, decided while the event is there to be stopped.
fn key(event: &Event, keys: &RefCell<Keys>) -> Option<Msg> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    if event.default_prevented() {
        return None;
    }
    let key = pressed(event);
    let keys = keys.borrow();
    if keys.drawer && !keys.dialog && !key.composing && key.key == "Escape" && is_drawer() {
        event.prevent_default();
        return Some(Msg::Act(Action::CloseDrawer));
    }
    if keys.dialog {
        return None;
    }
    let target = element(event);
    let zone = match target {
        // Nothing has the focus.
        Some(target) if keys.reading && is_body(&target) => Zone::Article,
        target => zone(target.as_ref()),
    };
    let action = keys.action(&key, zone)?;
    event.prevent_default();
    // What is typed comes before what is done with it.
    if zone == Zone::Editable {
        typed::take_all();
    }
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

/// Whether the page has a drawer now: a window that was made wider has none, though it was open.
fn is_drawer() -> bool {
    let button = gloo_utils::document().query_selector(".only-drawer").ok().flatten();
    button.is_some_and(|button| button.get_client_rects().length() > 0)
}

impl Keys {
    fn action(&self, key: &Key, zone: Zone) -> Option<Action> {
        let list = zone == Zone::List;
        Some(match lookup(key, zone, self.schema.as_deref())? {
            Hit::Label(label) if list => Action::Relabel(label),
            // In pen mode a label's key changes the pen.
            Hit::Label(label) if self.pen => Action::Pen(Some(label)),
            Hit::Label(label) => Action::Mark(label),
            Hit::Relation(kind) => Action::Relate(kind),
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
    let typed_in = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, dialog";
    if editable || target.closest(typed_in).ok().flatten().is_some() {
        return Zone::Editable;
    }
    let zone = target.closest("[data-zone]").ok().flatten().and_then(|zone| zone.get_attribute("data-zone"));
    match zone.as_deref() {
        Some("article") => Zone::Article,
        Some("list") => Zone::List,
        _ => Zone::Elsewhere,
    }
}
