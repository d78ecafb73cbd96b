//! The worker: receives a request, calls [`postil::work::handle`], posts the answer.
//!
//! `static/worker-boot.js` starts it, and keeps the messages that come before this has run.

#[cfg(target_arch = "wasm32")]
fn main() {
    use wasm_bindgen::{JsCast, prelude::*};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        // A page that has gone away cannot be told anything.
        let _ = answer.post_message(&event.data());
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// The worker runs in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
