//! What is looked for in the article, with a passing highlight (CSS Custom Highlight API, where the browser has it): no
//! element is made for it, so the text's nodes stay as they are.

use super::view::View;
use crate::text::Span;
use js_sys::{Array, Function, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// The name in the styles.
const HITS: &str = "postil-hits";
/// At most so many are shown at a time, near the viewport.
const MOST: usize = 500;

impl View {
    /// Shows other hits, in order; none to take them away.
    pub(super) fn set_hits(self: &Rc<Self>, hits: Rc<[Span]>) {
        self.hits.replace(hits);
        self.place_soon();
    }

    /// Shows the hits in what is drawn. Whatever draws anything again takes them off, and comes by here.
    pub(super) fn show_hits(&self) {
        let hits = self.hits.borrow();
        let ranges = Array::new();
        if !hits.is_empty() {
            let blocks = &self.places.blocks;
            for &section in self.drawn.borrow().iter() {
                let Some(own) = blocks.sections().get(section) else { continue };
                let (from, to) = (blocks.get(own.start).span.start(), blocks.get(own.end - 1).span.end());
                let first = hits.partition_point(|hit| hit.start() < from);
                let inside = hits[first..].iter().take_while(|hit| hit.start() <= to);
                let left = MOST.saturating_sub(ranges.length() as usize);
                for range in inside.take(left).filter_map(|&hit| self.places.range(hit)) {
                    ranges.push(&range);
                }
            }
        }
        if ranges.length() > 0 || self.hits_shown.get() {
            self.hits_shown.set(ranges.length() > 0);
            let _ = highlight(HITS, &ranges);
        }
    }
}

/// `CSS.highlights.set(name, new Highlight(...ranges))`; an error where there is no such API.
pub(super) fn highlight(name: &str, ranges: &Array) -> Result<(), JsValue> {
    let global = js_sys::global();
    let registry = Reflect::get(&Reflect::get(&global, &"CSS".into())?, &"highlights".into())?;
    let class: Function = Reflect::get(&global, &"Highlight".into())?.dyn_into()?;
    // WebKit does not paint anew where another highlight of this name was: only what is taken from it goes.
    let get: Function = Reflect::get(&registry, &"get".into())?.dyn_into()?;
    let before = get.call1(&registry, &name.into())?;
    if !before.is_undefined() {
        let clear: Function = Reflect::get(&before, &"clear".into())?.dyn_into()?;
        clear.call0(&before)?;
    }
    if ranges.length() == 0 {
        let delete: Function = Reflect::get(&registry, &"delete".into())?.dyn_into()?;
        delete.call1(&registry, &name.into())?;
        return Ok(());
    }
    let set: Function = Reflect::get(&registry, &"set".into())?.dyn_into()?;
    set.call2(&registry, &name.into(), &Reflect::construct(&class, ranges)?)?;
    Ok(())
}
