//! What only a browser decides, in headless Chromium. One module for each part.

#![cfg(target_arch = "wasm32")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[path = "web/docview.rs"]
mod docview;
#[path = "web/docview_events.rs"]
mod docview_events;
#[path = "web/docview_margin.rs"]
mod docview_margin;
#[path = "web/docview_pending.rs"]
mod docview_pending;
#[path = "web/docview_selection.rs"]
mod docview_selection;
#[path = "web/fixture.rs"]
mod fixture;
#[path = "web/idb.rs"]
mod idb;
