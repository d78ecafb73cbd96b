//! What the pointer does, and what is told of it.

use crate::fixture::{Fixture, all, document, frames};
use postil::browser::docview::{By, Caret, End, ViewEvent};
use postil::model::AnnotationId;
use postil::text::Span;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, EventTarget, KeyboardEvent, KeyboardEventInit, MouseEvent, MouseEventInit, PointerEvent,
    PointerEventInit,
};

#[derive(Clone, Copy, Default)]
struct Keys {
    alt: bool,
    shift: bool,
    ctrl: bool,
}

fn fire(target: &EventTarget, name: &str, (x, y): (f64, f64), keys: Keys) {
    let init = PointerEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_client_x(x as i32);
    init.set_client_y(y as i32);
    init.set_pointer_type("mouse");
    init.set_alt_key(keys.alt);
    init.set_shift_key(keys.shift);
    init.set_ctrl_key(keys.ctrl);
    let event = PointerEvent::new_with_event_init_dict(name, &init).expect("an event");
    target.dispatch_event(&event).expect("dispatched");
}

fn press(target: &EventTarget, at: (f64, f64), count: i32, keys: Keys) {
    fire(target, "pointerdown", at, keys);
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_detail(count);
    let event = MouseEvent::new_with_mouse_event_init_dict("mousedown", &init).expect("an event");
    target.dispatch_event(&event).expect("dispatched");
}

/// The middle of a span, and the element there.
fn middle(fixture: &Fixture, span: Span) -> ((f64, f64), Element) {
    let rect = fixture.view().rect(span).expect("drawn");
    let at = ((rect.left() + rect.right()) / 2.0, (rect.top() + rect.bottom()) / 2.0);
    let element = document().element_from_point(at.0 as f32, at.1 as f32).expect("an element");
    (at, element)
}

fn click(fixture: &Fixture, needle: &str, count: i32, keys: Keys) -> Vec<ViewEvent> {
    let (at, element) = middle(fixture, fixture.span(needle));
    press(&element, at, count, keys);
    fire(&element, "pointerup", at, keys);
    fixture.told()
}

fn ids(list: &[&str]) -> Vec<AnnotationId> {
    list.iter().map(|&id| AnnotationId::new(id)).collect()
}

const TEXT: &str = "Ann Lee of the Daily News met Bob.\n俄罗斯外交部发言人";

async fn marked() -> Fixture {
    let fixture = Fixture::new(TEXT);
    fixture.view().set_annotations(&[
        fixture.annotation("outer", 0, &["Ann Lee of the Daily News"]),
        fixture.annotation("inner", 1, &["Daily News"]),
        fixture.annotation("news", 2, &["News"]),
    ]);
    // Until its first frame a section is skipped, and nothing can be hit in it.
    frames().await;
    fixture
}

#[wasm_bindgen_test]
async fn a_click_names_what_lies_under_it_innermost_first() {
    let fixture = marked().await;
    for (needle, expected) in [
        ("News", &["news", "inner", "outer"][..]),
        ("Daily", &["inner", "outer"]),
        ("Lee", &["outer"]),
        ("met", &[]),
    ] {
        let told = click(&fixture, needle, 1, Keys { ctrl: true, ..Keys::default() });
        let [ViewEvent::Clicked { at, ids: found, command: true, shift: false }] = &told[..] else {
            panic!("{needle}: {told:?}")
        };
        assert_eq!(found, &ids(expected), "{needle}");
        let span = fixture.span(needle);
        assert!(span.start() <= *at && *at <= span.end(), "{needle}: {at:?}");
    }
}

#[wasm_bindgen_test]
async fn a_double_click_selects_a_word() {
    let fixture = marked().await;
    for (needle, word) in [("Daily", "Daily"), ("Bob", "Bob"), ("外", "外交部")] {
        let told = click(&fixture, needle, 2, Keys::default());
        let [ViewEvent::Selected { spans, double: true, by: By::Mouse, exact: false }] = &told[..] else {
            panic!("{needle}: {told:?}")
        };
        assert_eq!(spans, &[fixture.span(word)], "{needle}");
        let shown = web_sys::window().and_then(|window| window.get_selection().ok()?).expect("a selection");
        assert_eq!(String::from(shown.to_string()), word, "what is shown is what is told");
    }
}

#[wasm_bindgen_test]
async fn a_drag_selects_when_it_ends_wherever_it_ends() {
    let fixture = marked().await;
    let (from, element) = middle(&fixture, fixture.span("Lee"));
    press(&element, from, 1, Keys::default());
    let (anchor, focus) = (fixture.span("Lee").start(), fixture.span("Daily").end());
    fixture.view().set_caret(Some(Caret { anchor, focus }), false);
    frames().await;
    assert_eq!(fixture.told(), [], "nothing before it ends");
    // An edit in the middle of a drag leaves the text nodes elsewhere alone.
    let body = document().body().expect("body");
    fire(&body, "pointerup", (from.0 + 60.0, from.1 + 300.0), Keys { alt: true, ..Keys::default() });
    let expected = ViewEvent::Selected {
        spans: vec![Span::new(anchor, focus)],
        by: By::Mouse,
        double: false,
        exact: true,
    };
    assert_eq!(fixture.told(), [expected]);
    fire(&body, "pointerup", from, Keys::default());
    assert_eq!(fixture.told(), [], "a button that went down elsewhere");
}

#[wasm_bindgen_test]
async fn hovering_tells_of_changes_only() {
    let fixture = marked().await;
    let over = |needle: &str| {
        let (at, element) = middle(&fixture, fixture.span(needle));
        fire(&element, "pointerover", at, Keys::default());
        fixture.told()
    };
    assert_eq!(over("News"), [ViewEvent::Hovered { ids: ids(&["news", "inner", "outer"]) }]);
    assert_eq!(over("News"), []);
    assert_eq!(over("met"), [ViewEvent::Hovered { ids: ids(&[]) }]);
    fixture.view().set_hovered(&ids(&["inner"]));
    let hovered = all(&fixture.article(), "mark.hovered");
    assert_eq!(hovered.len(), 2, "both segments of it");
    fixture.view().set_hovered(&[]);
    assert!(all(&fixture.article(), "mark.hovered").is_empty());
}

#[wasm_bindgen_test]
async fn a_handle_moves_its_end() {
    let fixture = marked().await;
    fixture.view().set_selected(&ids(&["inner"]));
    frames().await;
    let grip = |end: &str| all(&fixture.scroller, &format!(".handle[data-handle={end}]")).remove(0);
    let drag = |end: &str, needle: &str| {
        let (grip, rect) = (grip(end), grip(end).get_bounding_client_rect());
        let from = (rect.left() + 12.0, rect.top() + 8.0);
        fire(&grip, "pointerdown", from, Keys::default());
        let to = fixture.view().rect(fixture.span(needle)).expect("drawn");
        // The grip hangs below the line.
        fire(&grip, "pointermove", (to.right() - 1.0, to.bottom() + 6.0), Keys::default());
        grip
    };
    let end = drag("end", "met");
    fire(&end, "pointerup", (0.0, 0.0), Keys::default());
    let told = fixture.told();
    let (id, to) = (AnnotationId::new("inner"), fixture.span("met").end());
    let report = |done| ViewEvent::HandleDragged { id: id.clone(), fragment: 0, end: End::End, to, done };
    assert_eq!(told, [report(false), report(true)]);
    fire(&end, "pointerdown", (0.0, 0.0), Keys::default());
    fire(&end, "pointerup", (0.0, 0.0), Keys::default());
    assert_eq!(fixture.told(), [], "a press that moves nothing");
    let start = drag("start", "Lee");
    let [ViewEvent::HandleDragged { end: End::Start, to, done: false, .. }] = fixture.told()[..] else {
        panic!("the start moves")
    };
    assert_eq!(to, fixture.span("Lee").end());
    let init = KeyboardEventInit::new();
    init.set_key("Escape");
    let escape = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    document().dispatch_event(&escape).expect("dispatched");
    fire(&start, "pointerup", (0.0, 0.0), Keys::default());
    assert_eq!(fixture.told(), [], "given up");
}
