//! Fields of one line and of several.

use super::property::with_property;
use crate::ui::typed;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// How long typing must rest before it is committed, where it is, in milliseconds.
const REST: u32 = 1_200;

/// A field, made step by step. The element itself keeps what is typed; see [`Field::html`].
#[derive(Default)]
pub(crate) struct Field {
    label: AttrValue,
    value: AttrValue,
    oninput: Callback<String>,
    onchange: Option<Callback<String>>,
    kind: &'static str,
    placeholder: Option<&'static str>,
    title: Option<&'static str>,
    hint: Option<&'static str>,
    wrong: Option<AttrValue>,
    bare: bool,
    clears: bool,
    rests: bool,
    escapes: Option<Callback<()>>,
    id: Option<AttrValue>,
    rows: Option<u32>,
}

impl Field {
    /// With its name, and what it holds.
    pub(crate) fn new(label: impl Into<AttrValue>, value: impl Into<AttrValue>) -> Self {
        Self { label: label.into(), value: value.into(), kind: "text", ..Self::default() }
    }

    /// At every key.
    pub(crate) fn oninput(self, oninput: Callback<String>) -> Self {
        Self { oninput, ..self }
    }

    /// On Enter and when the focus leaves, if it changed.
    pub(crate) fn onchange(self, onchange: Callback<String>) -> Self {
        Self { onchange: Some(onchange), ..self }
    }

    /// Another type of input than `text`.
    pub(crate) fn kind(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    /// What stands in it while it is empty.
    pub(crate) fn placeholder(self, placeholder: &'static str) -> Self {
        Self { placeholder: Some(placeholder), ..self }
    }

    /// Said while the pointer rests on it, and to screen readers behind its name.
    pub(crate) fn title(self, title: &'static str) -> Self {
        Self { title: Some(title), ..self }
    }

    /// A sentence below it.
    pub(crate) fn hint(self, hint: &'static str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Why what stands in it is not taken.
    pub(crate) fn wrong(self, wrong: Option<AttrValue>) -> Self {
        Self { wrong, ..self }
    }

    /// Keeps the name for screen readers only.
    pub(crate) fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    /// Is empty again after each commit, and keeps the focus.
    pub(crate) fn clears(self) -> Self {
        Self { clears: true, ..self }
    }

    /// Commits also while it has the focus, when typing rests.
    pub(crate) fn rests(self) -> Self {
        Self { rests: true, ..self }
    }

    /// On Escape.
    pub(crate) fn escapes(self, escapes: Option<Callback<()>>) -> Self {
        Self { escapes, ..self }
    }

    /// Its `id`.
    pub(crate) fn id(self, id: impl Into<AttrValue>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// Makes it a field of several lines that shows so many. Ctrl+Enter commits there.
    pub(crate) fn rows(self, rows: u32) -> Self {
        Self { rows: Some(rows), ..self }
    }

    /// The element. Its value is set where another is given than at the last rendering, and only then: what is typed
    /// and not committed stays.
    pub(crate) fn html(self) -> Html {
        let Self {
            label,
            value,
            oninput,
            onchange,
            kind,
            placeholder,
            title,
            hint,
            wrong,
            bare,
            clears,
            rests,
            escapes,
            id,
            rows,
        } = self;
        let title = title.filter(|title| !title.is_empty());
        let invalid = wrong.is_some().then_some("true");
        let described = format!("{}-wrong", id.as_ref().unwrap_or(&label).replace(' ', "-"));
        let describes = wrong.is_some().then(|| described.clone());
        let takes = onchange.is_some();
        let oninput = move |event: InputEvent| {
            let Some((element, text)) = typed(&event) else { return };
            oninput.emit(text.clone());
            if takes {
                typed::begin(&element, rests);
            }
            if rests {
                Timeout::new(REST, move || {
                    // Without the focus it is committed already.
                    let here = gloo_utils::document().active_element().as_ref() == Some(&element);
                    if here && text_in(&element).as_ref() == Some(&text) {
                        typed::take_one(&element);
                    }
                })
                .forget();
            }
        };
        let commit = Callback::from(move |event: Event| {
            if let (Some((element, text)), Some(onchange)) = (typed(&event), &onchange) {
                typed::end(&element);
                onchange.emit(text);
                if clears {
                    clear(&element);
                }
            }
        });
        let onkeydown = {
            let commit = commit.clone();
            move |event: KeyboardEvent| {
                if let Some(escapes) =
                    escapes.as_ref().filter(|_| event.key() == "Escape" && !composes(&event))
                {
                    event.prevent_default();
                    escapes.emit(());
                } else if rows.is_some() && event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
                    commit.emit(event.into());
                }
            }
        };
        let name = label.clone();
        let control = match rows {
            Some(rows) => html! {
                <textarea class="input" {id} aria-label={name} rows={rows.to_string()} {placeholder} {title} dir="auto"
                    aria-invalid={invalid} aria-describedby={describes} {oninput} onchange={commit} {onkeydown} />
            },
            None => html! {
                <input class="input" type={kind} {id} aria-label={name} {placeholder} {title} autocomplete="off" dir="auto"
                    aria-invalid={invalid} aria-describedby={describes} {oninput} onchange={commit} {onkeydown} />
            },
        };
        html! {
            <label class="field">
                if !bare {
                    <span class="field-label">{ label }</span>
                }
                { with_property(control, "value", value.as_str()) }
                // Always there: a child that comes would have the ones before it made anew.
                <span class="field-wrong" id={described} hidden={wrong.is_none()}>{ wrong.unwrap_or_default() }</span>
                { for hint.map(|hint| html! { <span class="hint">{ hint }</span> }) }
            </label>
        }
    }
}

/// What stands in a field.
fn text_in(element: &Element) -> Option<String> {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => Some(input.value()),
        None => element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value),
    }
}

fn clear(element: &Element) {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.set_value(""),
        None => element.dyn_ref::<HtmlTextAreaElement>().into_iter().for_each(|area| area.set_value("")),
    }
}

/// The field that an event comes from, and what stands in it.
fn typed(event: &Event) -> Option<(Element, String)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let text = text_in(&element)?;
    Some((element, text))
}

/// Whether a key belongs to a composition (IME).
pub(crate) fn composes(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// What a button beside a field does: it hands over what is typed in the input with this `id`, and empties it.
pub(crate) fn takes(id: &'static str, take: Callback<String>) -> Callback<()> {
    Callback::from(move |()| {
        let field = gloo_utils::document().get_element_by_id(id);
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            take.emit(field.value());
            field.set_value("");
        }
    })
}

/// On the element around a field: Enter does what its button does.
pub(crate) fn on_enter(act: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && !composes(&event) {
            event.prevent_default();
            act.emit(());
        }
    })
}

/// On the element around something: Escape acts where `open` says that there is something to close and nothing inside
/// took it.
pub(crate) fn on_escape(open: bool, act: impl Fn(&KeyboardEvent) + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if open && event.key() == "Escape" && !composes(&event) && !event.default_prevented() {
            event.prevent_default();
            act(&event);
        }
    })
}
