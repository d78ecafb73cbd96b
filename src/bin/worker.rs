//! The worker: receives a request, calls [`postil::work::handle`], posts the answer.
//!
//! `static/worker-boot.js` starts it, and keeps the messages that come before this has run. A message in is a list:
//! the request, then one `Uint8Array` per file. A message out is `["progress", done, total]` or
//! `["answer", answer, texts]`.

#[cfg(target_arch = "wasm32")]
fn main() {
    use js_sys::{Array, Uint8Array};
    use postil::work::{Progress, handle};
    use wasm_bindgen::{JsCast, prelude::*};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message: Array = event.data().unchecked_into();
        let request = message.get(0).as_string().unwrap_or_default();
        let bytes: Vec<Vec<u8>> =
            message.iter().skip(1).map(|file| file.unchecked_into::<Uint8Array>().to_vec()).collect();
        // A page that has gone away cannot be told anything, so what posting gives is not looked at.
        let mut told = 0;
        let (line, texts) = handle(&request, bytes, Some(&decoded), &mut |Progress { done, total }| {
            // A hundred times is often enough.
            if done - told >= total / 100 {
                told = done;
                let (done, total) = (JsValue::from_f64(done as f64), JsValue::from_f64(total as f64));
                let _ = answer.post_message(&Array::of3(&"progress".into(), &done, &total));
            }
        });
        let texts = Uint8Array::from(&texts[..]);
        let message = Array::of3(&"answer".into(), &line.into(), &texts);
        let _ = answer.post_message_with_transfer(&message, &Array::of1(&texts.buffer()));
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}

/// Text in an encoding that a page says it has. What is broken in it is replaced, as browsers do.
#[cfg(target_arch = "wasm32")]
fn decoded(bytes: &[u8], encoding: &str) -> Option<String> {
    postil::browser::files::decode_as(&bytes.into(), encoding).ok()
}

/// The worker runs in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
