//! Other tabs of this site: what they say to each other, and the lock of the one that works in a project.
//!
//! The lock only tells who is there: that two tabs never write is the business of the lease in the database. Where
//! there are no locks (plain http, old browsers) tabs ask each other.

use super::chance::pause;
use gloo_events::EventListener;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

/// How often a lock is asked for that is not free, and the pause between, in milliseconds: a page that is loaded again
/// may meet the lock of the one before.
const ATTEMPTS: (usize, u32) = (4, 60);

/// How long a lock is free that nobody wants, in milliseconds.
const MOMENT: u32 = 500;

#[wasm_bindgen]
extern "C" {
    /// The locks of this site.
    type Locks;

    #[wasm_bindgen(method, catch)]
    fn request(this: &Locks, name: &str, options: &Object, callback: &JsValue) -> Result<Promise, JsValue>;
}

/// A lock that this tab holds until this is dropped, or another tab takes it away.
pub struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// What asking for a lock came to.
pub enum Asked {
    /// It is this tab's.
    Mine(Lock),
    /// Another tab holds it.
    Others,
    /// There are no locks here.
    NoLocks,
}

/// Asks for the lock of this name; takes it away from another tab if `steal`.
pub async fn lock(name: &str, steal: bool) -> Asked {
    let Some(locks) = locks() else { return Asked::NoLocks };
    for attempt in 0..ATTEMPTS.0 {
        if attempt > 0 {
            pause(ATTEMPTS.1).await;
        }
        if let Some(lock) = request(&locks, name, Some(if steal { "steal" } else { "ifAvailable" })).await {
            return Asked::Mine(lock);
        }
    }
    Asked::Others
}

/// Waits until no tab holds the lock of this name, and still none a moment later: a tab that is loaded again, or takes a
/// project over, holds it by then. False where there are no locks.
pub async fn is_free(name: &str) -> bool {
    let Some(locks) = locks() else { return false };
    while request(&locks, name, None).await.map(drop).is_some() {
        pause(MOMENT).await;
        if request(&locks, name, Some("ifAvailable")).await.map(drop).is_some() {
            return true;
        }
    }
    false
}

fn locks() -> Option<Locks> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).unwrap_or_default();
    let locks = Reflect::get(&navigator, &"locks".into()).unwrap_or_default();
    locks.is_object().then(|| locks.unchecked_into())
}

/// Asks for a lock in this way; waits for it without one.
async fn request(locks: &Locks, name: &str, way: Option<&str>) -> Option<Lock> {
    let options = Object::new();
    if let Some(way) = way {
        Reflect::set(&options, &way.into(), &true.into()).ok()?;
    }
    let held: Rc<RefCell<Option<Function>>> = Rc::default();
    let granted = Promise::new(&mut |yes, no| {
        let (release, refused) = (held.clone(), no.clone());
        let callback = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                let _ = refused.call0(&JsValue::NULL);
                return JsValue::UNDEFINED;
            }
            let until = Promise::new(&mut |end, _| drop(release.borrow_mut().replace(end)));
            let _ = yes.call0(&JsValue::NULL);
            until.into()
        });
        let asked = locks.request(name, &options, &callback);
        // Ends when the lock is given back; fails where it is taken away.
        spawn_local(async move {
            if let Ok(asked) = asked
                && JsFuture::from(asked).await.is_ok()
            {
                return;
            }
            let _ = no.call0(&JsValue::NULL);
        });
    });
    JsFuture::from(granted).await.ok()?;
    held.take().map(Lock)
}

/// What the tabs of this site say to each other: a word, and the id of a project.
pub struct Channel(Option<(BroadcastChannel, EventListener)>);

impl Channel {
    /// Calls `heard` for each message of another tab.
    pub fn new(name: &str, heard: impl Fn(&str, &str) + 'static) -> Self {
        let channel = BroadcastChannel::new(name).ok();
        Self(channel.map(|channel| {
            let listener = EventListener::new(&channel, "message", move |event| {
                let data = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if let Some((word, id)) = data.as_deref().and_then(|data| data.split_once(' ')) {
                    heard(word, id);
                }
            });
            (channel, listener)
        }))
    }

    /// Says something to all other tabs.
    pub fn say(&self, word: &str, id: &str) {
        if let Some((channel, _)) = &self.0 {
            let _ = channel.post_message(&format!("{word} {id}").into());
        }
    }
}
