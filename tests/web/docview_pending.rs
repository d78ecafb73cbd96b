//! The selection that an act sets is made before the next frame: what can happen in between.

use crate::fixture::{Fixture, all, document, frames};
use postil::browser::docview::{Caret, Reveal};
use postil::text::Span;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::{HtmlInputElement, Selection};

fn selection() -> Selection {
    web_sys::window().and_then(|window| window.get_selection().ok()?).expect("a selection")
}

fn selected_text() -> String {
    String::from(selection().to_string())
}

fn over(span: Span) -> Option<Caret> {
    Some(Caret { anchor: span.start(), focus: span.end() })
}

fn long() -> Fixture {
    Fixture::new(&(0..900).map(|i| format!("Paragraph {i} speaks of somebody.\n")).collect::<String>())
}

#[wasm_bindgen_test]
async fn who_types_keeps_the_field_and_comes_back_to_what_is_selected() {
    let fixture = Fixture::new("Ann met Bob.");
    let field: HtmlInputElement = document().create_element("input").expect("input").unchecked_into();
    fixture.scroller.append_child(&field).expect("append");
    field.set_value("words");
    fixture.view().set_caret(over(fixture.span("met")), false);
    // Before the frame comes.
    field.focus().expect("focus");
    field.select();
    frames().await;
    assert!(document().active_element().is_some_and(|on| on == **field));
    assert_eq!((field.selection_start(), field.selection_end()), (Ok(Some(0)), Ok(Some(5))));
    fixture.view().focus();
    frames().await;
    assert_eq!(selected_text(), "met");
}

#[wasm_bindgen_test]
async fn what_is_taken_back_before_the_frame_is_never_selected() {
    let fixture = Fixture::new("Ann met Bob.");
    fixture.view().set_caret(over(fixture.span("met")), true);
    fixture.view().set_caret(None, false);
    frames().await;
    assert_eq!(selected_text(), "");
    assert!(all(&fixture.scroller, ".caret").is_empty());
    // The last of two counts.
    fixture.view().set_caret(over(fixture.span("Ann")), false);
    fixture.view().set_caret(over(fixture.span("Bob")), false);
    frames().await;
    assert_eq!(selected_text(), "Bob");
}

#[wasm_bindgen_test]
async fn where_an_act_leads_counts_and_not_where_its_caret_is() {
    let fixture = long();
    fixture.view().set_caret(over(fixture.span("Paragraph 700 ")), true);
    fixture.view().scroll_to(fixture.span("Paragraph 300 ").start(), Reveal::Nearest);
    frames().await;
    frames().await;
    assert!(fixture.view().shows(fixture.span("Paragraph 300 ").start()));
    assert!(!fixture.view().shows(fixture.span("Paragraph 700 ").start()));
}

#[wasm_bindgen_test]
async fn an_article_that_is_out_of_the_page_selects_when_it_comes_back() {
    let fixture = Fixture::new("Ann met Bob.");
    fixture.view().set_caret(over(fixture.span("met")), false);
    fixture.scroller.remove();
    frames().await;
    assert_eq!(selected_text(), "");
    document().body().expect("body").append_child(&fixture.scroller).expect("append");
    fixture.view().set_caret(over(fixture.span("Bob")), false);
    frames().await;
    assert_eq!(selected_text(), "Bob");
}

#[wasm_bindgen_test]
async fn an_article_that_is_gone_selects_nothing() {
    let mut fixture = Fixture::new("Ann met Bob.");
    fixture.view().set_caret(over(fixture.span("met")), true);
    fixture.view = None;
    frames().await;
    assert_eq!(selected_text(), "");
}
