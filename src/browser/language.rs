//! The language of the page. `static/boot.js` finds it before the app is there, by what was kept or by what the browser
//! asks for, and says it in `<html lang dir>`.

use crate::words::{self, Language};
use web_sys::Element;

/// Key of the chosen language in the local storage: the database answers too late for the first words.
const KEPT: &str = "postil-language";

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

/// What the page says that it is in.
pub fn of_page() -> Option<Language> {
    Language::of(&root()?.get_attribute("lang")?)
}

/// The first that the browser asks for and Postil speaks; else English.
pub fn asked() -> Language {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let known = |tag: wasm_bindgen::JsValue| Language::of(&tag.as_string()?);
    languages.and_then(|all| all.iter().find_map(known)).unwrap_or_default()
}

/// The language that is spoken as the browser asks for it, with its region: times are written otherwise in Britain than
/// in America.
pub fn locale() -> String {
    let spoken = words::language();
    let plain = if spoken == Language::Mirrored { Language::English } else { spoken };
    let tags = web_sys::window().map(|window| window.navigator().languages());
    let own = |tag: wasm_bindgen::JsValue| tag.as_string().filter(|tag| Language::of(tag) == Some(plain));
    tags.and_then(|all| all.iter().find_map(own)).unwrap_or_else(|| plain.tag().to_owned())
}

/// Says in the page what it is in.
pub fn show(language: Language) {
    if let Some(root) = root() {
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("dir", if language.is_rtl() { "rtl" } else { "ltr" });
    }
}

/// Keeps the choice for the next start; none is what the browser asks for. Where nothing can be kept it is guessed anew.
pub fn keep(language: Option<Language>) {
    let Some(Ok(Some(kept))) = web_sys::window().map(|window| window.local_storage()) else { return };
    let _ = match language {
        Some(language) => kept.set_item(KEPT, language.tag()),
        None => kept.remove_item(KEPT),
    };
}
