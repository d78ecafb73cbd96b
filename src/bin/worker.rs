//! The worker: receives a request, hands it to the [`postil::work::Desk`], posts the answer.
//!
//! `static/worker-boot.js` starts it, and keeps the messages that come before this has run. A message in is a list:
//! the request, then one `Uint8Array` per file, or pieces of a project. A message out is `["progress", done, total]` or
//! the list `"answer"`, the answer, and its bytes in pieces.

#[cfg(target_arch = "wasm32")]
fn main() {
    use js_sys::{Array, Uint8Array};
    use postil::work::{Desk, Progress};
    use wasm_bindgen::{JsCast, prelude::*};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = scope.clone();
    let mut desk = Desk::default();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let request = message.get(0).as_string().unwrap_or_default();
        let bytes: Vec<Vec<u8>> =
            message.iter().skip(1).map(|file| file.unchecked_into::<Uint8Array>().to_vec()).collect();
        // A page that has gone away cannot be told anything, so what posting gives is not looked at.
        let mut told = 0;
        let mut pieces = Pieces(Array::new());
        let line =
            desk.handle(&request, bytes, Some(&decoded), &mut pieces, &mut |Progress { done, total }| {
                // A hundred times is often enough.
                if done - told >= total / 100 {
                    told = done;
                    let (done, total) = (JsValue::from_f64(done as f64), JsValue::from_f64(total as f64));
                    let _ = answer.post_message(&Array::of3(&"progress".into(), &done, &total));
                }
            });
        let Some(line) = line else { return };
        let message = Array::of2(&"answer".into(), &line.into()).concat(&pieces.0);
        let buffers: Array =
            pieces.0.iter().map(|piece| piece.unchecked_into::<Uint8Array>().buffer()).collect();
        let _ = answer.post_message_with_transfer(&message, &buffers);
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Bytes outside of the program's own memory, as `Uint8Array`s: it cannot give back what it has grown to.
#[cfg(target_arch = "wasm32")]
struct Pieces(js_sys::Array);

#[cfg(target_arch = "wasm32")]
impl postil::formats::Sink for Pieces {
    fn put(&mut self, bytes: &[u8]) {
        self.0.push(&js_sys::Uint8Array::from(bytes));
    }

    fn take_back(&mut self) -> Vec<u8> {
        use wasm_bindgen::JsCast as _;
        let mut all = Vec::new();
        for piece in std::mem::take(&mut self.0) {
            all.extend_from_slice(&piece.unchecked_into::<js_sys::Uint8Array>().to_vec());
        }
        all
    }
}

/// Text in an encoding that a page says it has. What is broken in it is replaced, as browsers do.
#[cfg(target_arch = "wasm32")]
fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    postil::browser::files::decode_as(&bytes.into(), encoding).ok()
}

/// The worker runs in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
