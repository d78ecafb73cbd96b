//! What an element keeps on its own, and is told only where it changes.

use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// The element with a property, which is set where another value is given than at the last rendering, and only then.
/// Yew's own `value` would be put back at each rendering, whatever a person is typing.
pub(crate) fn with_property(element: Html, name: &'static str, value: impl Into<JsValue>) -> Html {
    let VNode::VTag(mut tag) = element else { return element };
    Rc::make_mut(&mut tag).add_property(name, value);
    VNode::VTag(tag)
}
