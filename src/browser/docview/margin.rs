//! Buttons in the margin, each along a stretch of the text. They are no part of the article, and stand outside of it.

use super::overlay::place;
use super::view::View;
use super::{DocView, ViewEvent};
use crate::text::{Byte, Span};
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// A button that is wanted: along what, what it shows, what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// Along what it stands. Its start tells it from others.
    pub span: Span,
    /// What it shows.
    pub text: String,
    /// Its accessible name.
    pub name: String,
}

/// Where a button is drawn: from the top of the layer, and how high, in pixels.
type Extent = Option<(f64, f64)>;

/// The layer in which they stand.
pub(super) fn layer(document: &Document) -> Result<Element, JsValue> {
    let layer = document.create_element("div")?;
    layer.set_class_name("margin");
    Ok(layer)
}

/// Tells the owner which one was pressed.
pub(super) fn listen(view: &Rc<View>) -> EventListener {
    let weak = Rc::downgrade(view);
    EventListener::new(&view.margin, "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        let at = button.and_then(|button| button.get_attribute("data-at")?.parse().ok());
        if let (Some(view), Some(at)) = (weak.upgrade(), at) {
            view.emit(ViewEvent::Margin { at: Byte(at) });
        }
    })
}

impl DocView {
    /// Puts these buttons in the margin, in place of those that are there.
    pub fn set_margin(&self, wanted: &[Margin]) {
        self.view.margin.set_text_content(None);
        let made = wanted.iter().filter_map(|one| Some((one.span, self.view.margin_button(one).ok()?)));
        let made = made.collect();
        self.view.margin_buttons.replace(made);
        self.view.place_soon();
    }
}

impl View {
    fn margin_button(&self, wanted: &Margin) -> Result<HtmlElement, JsValue> {
        let button: HtmlElement = self.document.create_element("button")?.unchecked_into();
        let at = wanted.span.start().0.to_string();
        // By keys one goes through the list of the same passages, not through the margin.
        for (name, value) in [
            ("type", "button"),
            ("class", "margin-button"),
            ("tabindex", "-1"),
            ("data-at", &at),
            ("title", &wanted.name),
            ("aria-label", &wanted.name),
        ] {
            button.set_attribute(name, value)?;
        }
        let text = self.document.create_element("span")?;
        text.set_text_content(Some(&wanted.text));
        button.append_child(&text)?;
        button.set_hidden(true);
        self.margin.append_child(&button)?;
        Ok(button)
    }

    /// Where the buttons are to stand, by the layout as it is; nothing for what is far from the viewport.
    pub(super) fn margin_extents(&self) -> Vec<Extent> {
        let buttons = self.margin_buttons.borrow();
        if buttons.is_empty() {
            return Vec::new();
        }
        let base = self.margin.get_bounding_client_rect().top();
        let near = self.near.borrow();
        let extent = |span: &Span| {
            let section = self.section_of(self.places.blocks.block_at(span.start()));
            let rect = near.contains(&section).then(|| self.places.range(*span)).flatten()?;
            let rect = rect.get_bounding_client_rect();
            (rect.height() > 0.0).then(|| (rect.top() - base, rect.height()))
        };
        buttons.iter().map(|(span, _)| extent(span)).collect()
    }

    /// Puts them there.
    pub(super) fn place_margin(&self, extents: &[Extent]) {
        for ((_, button), extent) in self.margin_buttons.borrow().iter().zip(extents) {
            button.set_hidden(extent.is_none());
            if let Some((top, height)) = extent {
                place(button, "top", *top);
                place(button, "height", *height);
            }
        }
    }
}
