//! From a DOM selection to offsets, as a table: where the ends are put, and what is meant by it.

use crate::fixture::{Fixture, document};
use postil::browser::selection::Lean;
use postil::text::{Byte, Span};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node, Range, Selection};

const TEXT: &str = "Ann 👩‍👩‍👧 met Bob.\nCarol\n\nقالت ماريا زاخاروفا\n俄罗斯 end";

fn selection() -> Selection {
    web_sys::window().and_then(|window| window.get_selection().ok()?).expect("a selection")
}

/// A place in the DOM: in which node, and where in it.
type Place = (Node, u32);

/// The text node of a block that holds a string, where the string starts.
fn at(fixture: &Fixture, block: usize, needle: &str, behind: bool) -> Place {
    let nodes = fixture.blocks()[block].child_nodes();
    for i in 0..nodes.length() {
        let node = nodes.get(i).expect("a child");
        let text = node.text_content().unwrap_or_default();
        if let Some(byte) = text.find(needle) {
            let byte = byte + if behind { needle.len() } else { 0 };
            let leaf = node.first_child().unwrap_or(node);
            return (leaf, text[..byte].encode_utf16().count() as u32);
        }
    }
    panic!("{needle:?} is not in one node of block {block}");
}

/// What comes out for a selection from one place to another.
fn selected(fixture: &Fixture, anchor: Place, focus: Place) -> Vec<String> {
    selection().set_base_and_extent(&anchor.0, anchor.1, &focus.0, focus.1).expect("selects");
    let spans = fixture.view().places().spans(&selection());
    spans.into_iter().map(|span| fixture.text.slice(span).to_owned()).collect()
}

fn node(element: &Element) -> Node {
    element.clone().into()
}

#[wasm_bindgen_test]
fn what_is_selected() {
    let fixture = Fixture::new(TEXT);
    let marks = [
        fixture.annotation("a", 0, &["met"]),
        fixture.annotation("b", 1, &["ماريا"]),
        fixture.annotation("c", 2, &["罗斯"]),
    ];
    // The same with and without segments.
    for list in [&marks[..0], &marks[..]] {
        fixture.view().set_annotations(list);
        let f = &fixture;
        let (blocks, article) = (f.blocks(), node(&f.article()));
        let body: Node = document().body().expect("body").into();
        let first = "Ann 👩‍👩‍👧 met Bob.";
        let cases: [(&str, Place, Place, &[&str]); 15] = [
            ("a word", at(f, 0, "met", false), at(f, 0, "met", true), &["met"]),
            ("backwards", at(f, 0, "met", true), at(f, 0, "met", false), &["met"]),
            ("an emoji sequence", at(f, 0, "👩", false), at(f, 0, "👧", true), &["👩‍👩‍👧"]),
            ("across segments", at(f, 0, "👩", false), at(f, 0, "Bob", true), &["👩‍👩‍👧 met Bob"]),
            ("across blocks", at(f, 0, "Bob", false), at(f, 1, "Car", true), &["Bob.\nCar"]),
            ("across blocks, backwards", at(f, 1, "Car", true), at(f, 0, "Bob", false), &["Bob.\nCar"]),
            ("triple click", at(f, 0, "Ann", false), (node(&blocks[1]), 0), &[first]),
            (
                "triple click before an empty line",
                at(f, 1, "Carol", false),
                (node(&blocks[2]), 0),
                &["Carol"],
            ),
            ("over an empty line", at(f, 1, "Carol", false), (node(&blocks[3]), 0), &["Carol"]),
            ("a whole block by its element", (node(&blocks[1]), 0), (node(&blocks[1]), 1), &["Carol"]),
            ("right to left", at(f, 3, "ماريا", false), at(f, 3, "ماريا", true), &["ماريا"]),
            ("Chinese", at(f, 4, "罗斯", false), at(f, 4, "罗斯", true), &["罗斯"]),
            ("the article's own children", (article.clone(), 0), (article.clone(), 1), &[TEXT]),
            ("beyond the article", (body.clone(), 0), at(f, 0, "Ann", true), &["Ann"]),
            ("collapsed", at(f, 0, "met", false), at(f, 0, "met", false), &[]),
        ];
        for (name, anchor, focus, expected) in cases {
            assert_eq!(selected(f, anchor, focus), expected, "{name}, {} annotations", list.len());
        }
    }
}

#[wasm_bindgen_test]
fn a_selection_elsewhere_is_none() {
    let fixture = Fixture::new(TEXT);
    let other = document().create_element("p").expect("p");
    other.set_text_content(Some("elsewhere"));
    document().body().expect("body").append_child(&other).expect("append");
    assert!(selected(&fixture, (node(&other), 0), (node(&other), 1)).is_empty());
    other.remove();
}

#[wasm_bindgen_test]
fn every_position_goes_to_the_dom_and_back() {
    let fixture = Fixture::new(TEXT);
    fixture.view().set_annotations(&[
        fixture.annotation("a", 0, &["met Bob"]),
        fixture.annotation("b", 1, &["Bob.\nCarol"]),
    ]);
    let places = fixture.view().places();
    for (byte, _) in TEXT.char_indices().chain([(TEXT.len(), ' ')]) {
        for lean in [Lean::After, Lean::Before] {
            let at = Byte(byte as u32);
            let (node, offset) = places.node(at, lean).expect("a place");
            assert_eq!(places.offset(&node, offset, lean), Some(at), "byte {byte}, {lean:?}");
        }
    }
}

#[wasm_bindgen_test]
fn a_span_as_a_range_reads_the_same() {
    let fixture = Fixture::new(TEXT);
    fixture.view().set_annotations(&[fixture.annotation("a", 0, &["met Bob"])]);
    for needle in ["Ann", "👩‍👩‍👧 met", "met Bob.", "ماريا", "end"] {
        let range: Range = fixture.view().places().range(fixture.span(needle)).expect("a range");
        assert_eq!(String::from(js_sys::Object::from(range).to_string()), needle);
    }
    let all: Span = fixture.text.span();
    let range = fixture.view().places().range(all).expect("a range");
    assert_eq!(fixture.view().places().span(&range), Some(all));
}
