//! The two file inputs. Always on the page, so that the browser's own pickers can be opened from anywhere.

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// `id` of the input behind *Add articles*.
const FILES: &str = "add-files";
/// `id` of the input behind *Open project*.
const PROJECT: &str = "open-project-file";

fn pick(id: &str) {
    let found =
        web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id(id));
    if let Some(input) = found.and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}

/// Opens the picker of *Add articles*.
pub fn pick_files() {
    pick(FILES);
}

/// Opens the picker of *Open project*.
pub fn pick_project() {
    pick(PROJECT);
}

/// Takes what was chosen, and empties the input: the same file may be chosen again.
fn take(event: &Event) -> Vec<File> {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return Vec::new() };
    let Some(list) = input.files() else { return Vec::new() };
    let files = (0..list.length()).filter_map(|n| list.get(n)).collect();
    input.set_value("");
    files
}

/// The two file inputs, out of sight; the buttons open them.
pub(crate) fn inputs(on_files: &Callback<Vec<File>>, on_project: &Callback<File>) -> Html {
    let on_files = {
        let on_files = on_files.clone();
        move |event: Event| {
            let files = take(&event);
            if !files.is_empty() {
                on_files.emit(files);
            }
        }
    };
    let on_project = {
        let on_project = on_project.clone();
        move |event: Event| {
            if let Some(file) = take(&event).into_iter().next() {
                on_project.emit(file);
            }
        }
    };
    html! {
        <div class="visually-hidden" aria-hidden="true">
            <input type="file" id={FILES} multiple={true} tabindex="-1" aria-label="Files to add" onchange={on_files} />
            <input type="file" id={PROJECT} tabindex="-1" aria-label="Project file" onchange={on_project} />
        </div>
    }
}
