//! The file inputs of index.html. They are there before the app is, and what was chosen by then waits in them.

use super::shell::{Msg, Shell};
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::html::Scope;

/// `id` of the input behind *Add articles*.
pub(super) const FILES: &str = "add-files";
/// `id` of the input behind *Add a folder*.
pub(super) const FOLDER: &str = "add-folder";
/// `id` of the input behind *Open project*.
pub(super) const PROJECT: &str = "open-project-file";

fn input(id: &str) -> Option<HtmlInputElement> {
    gloo_utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Opens the browser's picker.
pub(super) fn pick(id: &str) {
    if let Some(input) = input(id) {
        input.click();
    }
}

/// Whether this browser lets a person choose a folder: on phones not all do.
pub(super) fn takes_folders() -> bool {
    input(FOLDER)
        .is_some_and(|input| js_sys::Reflect::has(&input, &"webkitdirectory".into()).unwrap_or(false))
}

/// Hands over what was chosen, now and until what it returns is dropped.
pub(super) fn listen(link: &Scope<Shell>) -> impl Iterator<Item = EventListener> {
    let listener = |(input, opening): (HtmlInputElement, bool)| {
        let (link, chosen) = (link.clone(), input.clone());
        let take = move || {
            let files: Vec<_> = chosen
                .files()
                .iter()
                .flat_map(|list| (0..list.length()).filter_map(|n| list.get(n)))
                .collect();
            // Emptied: the same file may be chosen again.
            chosen.set_value("");
            if !files.is_empty() {
                link.send_message(Msg::Files(files, opening));
            }
        };
        take();
        EventListener::new(&input, "change", move |_| take())
    };
    let pickers = [(FILES, false), (FOLDER, false), (PROJECT, true)];
    pickers.into_iter().filter_map(|(id, opening)| Some((input(id)?, opening))).map(listener)
}
