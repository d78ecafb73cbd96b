//! How the page looks, as the person chose: attributes and custom properties of the root element, which the styles
//! follow.
//!
//! The theme is kept in `localStorage` too, where `boot.js` finds it before the page is painted for the first time; the
//! rest is kept in the database alone.

use crate::app::Settings;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where `boot.js` finds the theme.
const THEME: &str = "postil-theme";

/// Shows the page as these settings say.
pub fn apply(settings: &Settings) {
    let Some(root) = root() else { return };
    let _ = match settings.theme.as_str() {
        theme @ ("light" | "dark") => root.set_attribute("data-theme", theme),
        _ => root.remove_attribute("data-theme"),
    };
    let _ = if settings.quiet {
        root.set_attribute("data-quiet", "")
    } else {
        root.remove_attribute("data-quiet")
    };
    let style = root.style();
    let steps = [
        ("--article-size", settings.size, format!("calc(1.125rem * {} / 100)", settings.size())),
        ("--article-leading", settings.leading, format!("calc({} / 100)", settings.leading())),
        ("--article-measure", settings.measure, format!("{}ch", settings.measure())),
    ];
    for (name, chosen, value) in steps {
        // Nothing where the person chose nothing: the style sheet has its own.
        let _ = if chosen == 0 {
            style.remove_property(name).map(drop)
        } else {
            style.set_property(name, &value)
        };
    }
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let _ = storage.map(|storage| match settings.theme.as_str() {
        "" => storage.remove_item(THEME),
        theme => storage.set_item(THEME, theme),
    });
}

fn root() -> Option<HtmlElement> {
    web_sys::window()?.document()?.document_element()?.dyn_into().ok()
}
