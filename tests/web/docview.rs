//! What is drawn: the text whole and unchanged, segments near the viewport, and only what an edit touches.

use crate::fixture::{Fixture, all, annotation, document, frames, span};
use js_sys::Array;
use postil::app::Arc;
use postil::browser::docview::{Caret, Reveal};
use postil::model::{Annotation, AnnotationId};
use postil::text::CodePoint;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, MutationObserver, MutationObserverInit, Node};

const MIXED: &str =
    "Ann 👩‍👩‍👧 met Bob.\n\nقالت ماريا زاخاروفا في موسكو\n俄罗斯外交部 25日\ncafe\u{301} U\u{308}ber\n";

#[wasm_bindgen_test]
fn text_nodes_are_the_text_and_paragraphs_know_their_start() {
    for text in [MIXED, "", "\n", "\n\n\n", "a", "\u{301}\u{301}\u{301}", "<b>&amp;</b> <script>x</script>"] {
        let fixture = Fixture::new(text);
        assert_eq!(fixture.drawn(), fixture.shown(), "{text:?}");
        for block in fixture.blocks() {
            let start: u32 =
                block.get_attribute("data-start").and_then(|s| s.parse().ok()).expect("a number");
            let at = fixture.text.byte_of_code_point(CodePoint(start)).expect("inside");
            let drawn = block.text_content().unwrap_or_default();
            assert!(text[at.index()..].starts_with(&drawn), "{drawn:?} at {start}");
            assert_eq!(block.get_attribute("dir").as_deref(), Some("auto"));
        }
        assert_eq!(fixture.blocks().len(), text.split('\n').count(), "{text:?}");
    }
}

#[wasm_bindgen_test]
fn the_article_is_named_and_in_its_language() {
    let fixture = Fixture::in_language("x", "ar");
    let article = fixture.article();
    let expected =
        [("aria-label", "A title"), ("lang", "ar"), ("dir", "auto"), ("translate", "no"), ("tabindex", "0")];
    for (name, value) in expected {
        assert_eq!(article.get_attribute(name).as_deref(), Some(value));
    }
}

#[wasm_bindgen_test]
fn overlapping_marks_are_cut_and_the_text_stays() {
    let fixture = Fixture::new(MIXED);
    let list = [
        fixture.annotation("a", 0, &["Ann 👩‍👩‍👧 met"]),
        fixture.annotation("b", 1, &["👩‍👩‍👧 met Bob"]),
        fixture.annotation("c", 2, &["ماريا", "موسكو"]),
    ];
    fixture.view().set_annotations(&list);
    assert_eq!(fixture.drawn(), fixture.shown());
    let cut: Vec<(String, String)> = fixture
        .marks()
        .iter()
        .map(|m| {
            (m.get_attribute("data-annotations").unwrap_or_default(), m.text_content().unwrap_or_default())
        })
        .collect();
    let expected = [("a", "Ann "), ("a b", "👩‍👩‍👧 met"), ("b", " Bob"), ("c", "ماريا"), ("c", "موسكو")];
    assert_eq!(cut, expected.map(|(ids, text)| (ids.to_owned(), text.to_owned())));
    let badges: Vec<_> = fixture.marks().iter().map(|mark| mark.get_attribute("data-badge")).collect();
    assert_eq!(badges, [Some("L0".into()), Some("L1".into()), None, Some("L2".into()), None]);
    fixture.view().set_annotations(&[]);
    assert!(fixture.marks().is_empty());
    assert_eq!(fixture.drawn(), fixture.shown());
}

/// Another screen takes the article out of the page, and its own puts it into an element of the same kind.
#[wasm_bindgen_test]
async fn it_follows_into_another_place_of_the_page() {
    let text: String = (0..800).map(|n| format!("Paragraph {n} of a long article, with a name.\n")).collect();
    let mut fixture = Fixture::new(&text);
    let list = [
        fixture.annotation("first", 0, &["Paragraph 0 "]),
        fixture.annotation("last", 1, &["Paragraph 790 "]),
    ];
    fixture.view().set_annotations(&list);
    frames().await;
    assert_eq!(fixture.marks().len(), 1, "the last one is far away");

    let host = fixture.article().parent_element().expect("a host");
    let other: web_sys::HtmlElement = fixture.scroller.clone_node().expect("a clone").unchecked_into();
    host.remove();
    fixture.scroller.remove();
    frames().await;
    other.append_child(&host).expect("append");
    document().body().expect("body").append_child(&other).expect("append");
    fixture.scroller = other;
    frames().await;
    assert_eq!(fixture.marks()[0].text_content().as_deref(), Some("Paragraph 0 "), "it is drawn still");

    fixture.view().scroll_to(fixture.span("Paragraph 790 ").start(), Reveal::Top);
    frames().await;
    frames().await;
    assert!(fixture.scroller.scroll_top() > 1000, "the new place scrolls");
    let drawn: Vec<_> = fixture.marks().iter().filter_map(|mark| mark.text_content()).collect();
    assert!(drawn.contains(&"Paragraph 790 ".to_owned()), "what comes near is drawn: {drawn:?}");
}

#[wasm_bindgen_test]
fn marks_change_no_geometry() {
    let long = "Mr Bogdanov expressed his desire to have a meeting with members in Qatar, office and fjord. "
        .repeat(4);
    let text = format!(
        "{long}\n{}\n{}",
        "俄罗斯外交部发言人扎哈罗娃星期三在莫斯科表示,".repeat(4),
        "قالت وزارة الخارجية الروسية إن ماريا زاخاروفا أدلت بتصريح ".repeat(3)
    );
    let fixture = Fixture::new(&text);
    let rects = |fixture: &Fixture| -> Vec<[f64; 4]> {
        let text = fixture.text.as_str();
        let all = text.char_indices().filter(|(_, char)| *char != '\n');
        all.filter_map(|(at, char)| {
            let rect = fixture.view().rect(span(at, at + char.len_utf8()))?;
            Some([rect.left(), rect.top(), rect.width(), rect.height()])
        })
        .collect()
    };
    let before = rects(&fixture);
    let spans = [
        "Bogdanov",
        "desire to have a meeting",
        "have a meeting with members in Qatar",
        "ffi",
        "外交部",
        "发言人扎哈",
        "وزارة",
        "خار",
        "ماريا زاخاروفا",
    ];
    let list: Vec<_> = spans
        .iter()
        .enumerate()
        .map(|(i, needle)| fixture.annotation(&format!("a{i}"), i as u8, &[needle]))
        .collect();
    fixture.view().set_annotations(&list);
    fixture.view().set_selected(&[AnnotationId::new("a2")]);
    let after = rects(&fixture);
    assert_eq!(before.len(), after.len());
    for (i, (a, b)) in before.iter().zip(&after).enumerate() {
        let most = a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(most < 1.0, "character {i} moved by {most}: {a:?} {b:?}");
    }
}

/// What lies in a selected annotation does not look selected: it is washed as what is around it.
#[wasm_bindgen_test]
fn only_what_is_selected_looks_it() {
    let fixture = Fixture::new("The minister said that prices will fall.");
    let claim = fixture.annotation("claim", 3, &["minister said that prices will fall"]);
    let person = fixture.annotation("person", 5, &["minister"]);
    let again = fixture.annotation("again", 3, &["prices"]);
    let wash = |fixture: &Fixture| -> Vec<String> {
        let window = web_sys::window().expect("a window");
        let style = |mark: &Element| window.get_computed_style(mark).expect("valid").expect("a style");
        let marks = fixture.marks();
        marks.iter().map(|mark| style(mark).get_property_value("--fill").expect("a value")).collect()
    };
    let alone = |list: &[Rc<Annotation>]| {
        fixture.view().set_annotations(list);
        fixture.view().set_selected(&[AnnotationId::new("claim")]);
        wash(&fixture)
    };
    let plain = alone(std::slice::from_ref(&claim))[0].clone();
    let list = [claim, person, again];
    assert_eq!(alone(&list), vec![plain.clone(); 4], "minister, said that, prices, will fall");
    // The same where only classes change.
    fixture.view().set_selected(&[]);
    fixture.view().set_selected(&[AnnotationId::new("claim")]);
    assert_eq!(wash(&fixture), vec![plain.clone(); 4]);
    fixture.view().set_selected(&[AnnotationId::new("person")]);
    let inside = wash(&fixture);
    assert!(!inside.contains(&plain) && inside[0] != inside[1], "{inside:?}");
    assert_eq!(inside[1], inside[3]);
    // The same for what is pointed at.
    fixture.view().set_selected(&[]);
    fixture.view().set_hovered(&[AnnotationId::new("claim")]);
    let pointed = wash(&fixture);
    assert_eq!(pointed, vec![pointed[1].clone(); 4]);
    assert_ne!(pointed[1], plain, "it is not selected");
    fixture.view().set_hovered(&[AnnotationId::new("person")]);
    assert_eq!(wash(&fixture)[1], inside[1], "what is around it is as it was");
}

#[wasm_bindgen_test]
async fn only_sections_near_the_viewport_are_cut() {
    let text = (0..600).map(|i| format!("Paragraph {i} speaks of somebody.\n")).collect::<String>();
    let fixture = Fixture::new(&text);
    let list: Vec<_> =
        (0..600).map(|i| fixture.annotation(&format!("a{i}"), 0, &[&format!("Paragraph {i} ")])).collect();
    fixture.view().set_annotations(&list);
    frames().await;
    let drawn = fixture.marks().len();
    assert!((20..=200).contains(&drawn), "{drawn} of 600 are drawn");
    fixture.view().set_selected(&[AnnotationId::new("a400")]);
    let selected = fixture.article().query_selector("[data-annotations~=a400]").expect("valid");
    assert!(selected.expect("drawn where it is").class_list().contains("selected"));
    fixture.view().set_selected(&[]);
    assert!(fixture.article().query_selector("[data-annotations~=a400]").expect("valid").is_none());
    let last = fixture.span("Paragraph 590 ");
    fixture.view().scroll_to(last.start(), Reveal::Top);
    frames().await;
    frames().await;
    let article = fixture.article();
    assert!(article.query_selector("[data-annotations~=a590]").expect("valid").is_some());
    assert!(article.query_selector("[data-annotations~=a0]").expect("valid").is_none(), "made plain again");
    assert_eq!(fixture.drawn(), fixture.shown());
    fixture.view().draw_all_for_print();
    assert_eq!(fixture.marks().len(), 600);
    assert_eq!(fixture.drawn(), fixture.shown());
}

#[wasm_bindgen_test]
async fn a_place_is_found_again() {
    let text = (0..900)
        .map(|i| format!("Paragraph {i} speaks of somebody. ").repeat(1 + i % 9) + "\n")
        .collect::<String>();
    let fixture = Fixture::new(&text);
    for needle in ["Paragraph 500 ", "Paragraph 20 ", "Paragraph 830 "] {
        let at = fixture.span(needle).start();
        fixture.view().scroll_to(at, Reveal::Top);
        frames().await;
        frames().await;
        let top = fixture.scroller.get_bounding_client_rect().top();
        let rect = fixture.view().rect(fixture.span(needle)).expect("drawn");
        assert!((rect.top() - top).abs() < 60.0, "{needle} stands {} below the top", rect.top() - top);
        let found = fixture.view().scroll_position();
        assert!(found.0.abs_diff(at.0) < 300, "{needle}: {found:?}, not {at:?}");
    }
}

#[wasm_bindgen_test]
async fn an_edit_touches_its_blocks_only() {
    let text = (0..40).map(|i| format!("Paragraph {i} speaks of somebody.\n")).collect::<String>();
    let fixture = Fixture::new(&text);
    let list: Vec<_> =
        (0..40).map(|i| fixture.annotation(&format!("a{i}"), 0, &[&format!("Paragraph {i} ")])).collect();
    fixture.view().set_annotations(&list);
    frames().await;
    let touched = Rc::new(Cell::new(0));
    let count = touched.clone();
    let note = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
        let blocks = js_sys::Set::new(&wasm_bindgen::JsValue::UNDEFINED);
        for record in records.iter() {
            blocks.add(&record.unchecked_into::<web_sys::MutationRecord>().target().expect("a target"));
        }
        count.set(count.get() + blocks.size());
    });
    let observer = MutationObserver::new(note.as_ref().unchecked_ref()).expect("an observer");
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_attributes(true);
    observer.observe_with_options(&fixture.article(), &options).expect("observes");
    let marks = fixture.marks();

    fixture.view().patch(&[], &[fixture.annotation("new", 1, &["7 speaks of"])]);
    frames().await;
    assert_eq!(touched.take(), 1, "one block for one that is added");
    fixture.view().patch(&[AnnotationId::new("new")], &[]);
    frames().await;
    assert_eq!(touched.take(), 1, "one for one that goes");
    let across = annotation(
        "a3",
        2,
        vec![span(fixture.span("3 speaks").start().index(), fixture.span("4 speaks").end().index())],
    );
    fixture.view().patch(&[], &[across]);
    frames().await;
    assert_eq!(touched.take(), 2, "two for one that is stretched into the next");
    fixture.view().set_selected(&[AnnotationId::new("a9")]);
    frames().await;
    assert_eq!(touched.take(), 1, "one segment for a class");
    assert!(marks[20].is_connected(), "others are the same nodes");
    assert_eq!(fixture.drawn(), fixture.shown());
    observer.disconnect();
}

#[wasm_bindgen_test]
async fn an_edit_leaves_the_rest_of_its_block() {
    let fixture = Fixture::new("Ann met Bob, who met Cem, who met Dora.");
    let names = ["Ann", "Bob", "Cem", "Dora"];
    let list: Vec<_> = names.iter().map(|name| fixture.annotation(name, 0, &[*name])).collect();
    fixture.view().set_annotations(&list);
    let [ann, bob, cem, dora] = &fixture.marks()[..] else { panic!("four marks") };
    fixture.view().patch(&[AnnotationId::new("Bob")], &[fixture.annotation("Cem", 1, &["Cem"])]);
    assert_eq!(fixture.drawn(), fixture.shown());
    assert!(ann.is_connected() && dora.is_connected(), "what did not change is the same node");
    assert!(!bob.is_connected() && !cem.is_connected());
    fixture.view().patch(&[AnnotationId::new("Ann")], &[fixture.annotation("Bob", 0, &["Bob"])]);
    assert_eq!(fixture.drawn(), fixture.shown());
    assert!(!ann.is_connected() && dora.is_connected());
    assert_eq!(fixture.article().text_content().as_deref(), Some("Ann met Bob, who met Cem, who met Dora."));
    fixture.view().patch(&names.map(AnnotationId::new), &[]);
    assert_eq!(fixture.drawn(), fixture.shown());
    assert!(fixture.marks().is_empty());
}

/// The selected text in the window, by the browser's own selection.
fn selected_text() -> String {
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    selection.map(|selection| String::from(selection.to_string())).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn an_edit_among_ten_thousand_is_no_more_work() {
    let text = (0..1_000).map(|i| format!("Paragraph {i} speaks of nobody else.\n")).collect::<String>();
    let fixture = Fixture::new(&text);
    let in_one = |i: usize| {
        let start = fixture.span(&format!("Paragraph {i} ")).start().index();
        (start..start + 10).map(move |at| annotation(&format!("a{at}"), 0, vec![span(at, at + 2)]))
    };
    let list: Vec<_> = (0..1_000).flat_map(in_one).collect();
    fixture.view().set_annotations(&list);
    frames().await;
    let drawn = fixture.marks().len();
    assert!(drawn < 5_000, "only what is near the viewport is drawn, not {drawn}");
    let spot = fixture.span("3 speaks");
    fixture.view().set_caret(Some(Caret { anchor: spot.start(), focus: spot.end() }), false);
    frames().await;
    assert_eq!(selected_text(), "3 speaks");
    let marks = fixture.marks();

    fixture.view().patch(&[], &[fixture.annotation("new", 1, &["3 speaks of"])]);
    let same = marks.iter().filter(|mark| mark.is_connected()).count();
    assert!(
        marks.len() - same <= 14,
        "the segments of one paragraph are made anew, not {}",
        marks.len() - same
    );
    frames().await;
    assert_eq!(selected_text(), "3 speaks", "the selection is mended before the next frame");
    // What a person selects in between is not taken back.
    fixture.view().patch(&[AnnotationId::new("new")], &[]);
    fixture.view().set_caret(Some(Caret { anchor: spot.end(), focus: spot.end() }), false);
    frames().await;
    assert_eq!(selected_text(), "");
}

#[wasm_bindgen_test]
async fn a_megabyte_without_a_line_break() {
    let text = "Somebody said so, and nobody else. ".repeat(30_000);
    let fixture = Fixture::new(&text);
    assert_eq!(fixture.drawn().len(), text.len());
    assert!(fixture.blocks().len() > 200);
    let soft = fixture.blocks().iter().filter(|block| block.has_attribute("data-soft")).count();
    assert_eq!(soft, fixture.blocks().len() - 1);
    let list: Vec<_> =
        (0..10_000).map(|i| annotation(&format!("a{i}"), 0, vec![span(i * 100, i * 100 + 8)])).collect();
    fixture.view().set_annotations(&list);
    frames().await;
    assert!(!fixture.marks().is_empty());
    assert_eq!(fixture.drawn().len(), text.len());
}

#[wasm_bindgen_test]
fn soft_breaks_keep_the_direction_of_their_paragraph() {
    let text =
        format!("{}{}", "قالت وزارة الخارجية. ".repeat(200), "Then English follows at length. ".repeat(300));
    let fixture = Fixture::new(&text);
    let blocks = fixture.blocks();
    assert!(blocks.len() > 2);
    for block in &blocks {
        assert!(block.matches(":dir(rtl)").expect("a selector"), "{:?}", block.text_content());
    }
}

#[wasm_bindgen_test]
async fn caret_and_handles_are_no_part_of_the_text() {
    let fixture = Fixture::new("Ann met Bob.\n\nقالت ماريا");
    fixture.view().set_annotations(&[fixture.annotation("a", 0, &["met"])]);
    fixture.view().set_selected(&[AnnotationId::new("a")]);
    let at = fixture.span("Bob").start();
    fixture.view().set_caret(Some(Caret { anchor: at, focus: at }), false);
    frames().await;
    assert_eq!(fixture.drawn(), fixture.shown());
    let handles = all(&fixture.scroller, ".handle");
    assert_eq!(handles.len(), 2);
    for handle in handles {
        let rect = handle.get_bounding_client_rect();
        // A finger gets 24 pixels and more; for a mouse the line below is left alone.
        assert!(rect.width() >= 14.0 && rect.height() >= 14.0);
    }
    let x = |selector: &str| all(&fixture.scroller, selector)[0].get_bounding_client_rect().left();
    let bob = fixture.view().rect(fixture.span("Bob")).expect("drawn").left();
    assert!((x(".caret") + 1.0 - bob).abs() < 2.0, "caret at {}, Bob at {bob}", x(".caret"));
    // In a right-to-left paragraph the start is at the right.
    let at = fixture.span("ماريا").start();
    fixture.view().set_caret(Some(Caret { anchor: at, focus: at }), false);
    frames().await;
    let right = fixture.view().rect(fixture.span("ماريا")).expect("drawn").right();
    assert!((x(".caret") + 1.0 - right).abs() < 2.0, "caret at {}, word ends at {right}", x(".caret"));
    fixture.view().set_caret(None, false);
    fixture.view().set_selected(&[]);
    frames().await;
    assert!(all(&fixture.scroller, ".handle, .caret").is_empty());
}

#[wasm_bindgen_test]
async fn a_caret_far_away_comes_into_view() {
    let text = (0..900).map(|i| format!("Paragraph {i} speaks of somebody.\n")).collect::<String>();
    let fixture = Fixture::new(&text);
    for needle in ["Paragraph 700 ", "Paragraph 701 ", "Paragraph 2 "] {
        let at = fixture.span(needle).start();
        fixture.view().set_caret(Some(Caret { anchor: at, focus: at }), true);
        frames().await;
        frames().await;
        let seen = fixture.scroller.get_bounding_client_rect();
        let rect = fixture.view().rect(fixture.span(needle)).expect("drawn");
        assert!(seen.top() <= rect.top() && rect.bottom() <= seen.bottom(), "{needle} at {}", rect.top());
    }
    let before = fixture.scroller.scroll_top();
    let at = fixture.span("Paragraph 3 ").start();
    fixture.view().set_caret(Some(Caret { anchor: at, focus: at }), true);
    frames().await;
    assert_eq!(fixture.scroller.scroll_top(), before, "what is in view does not move");
}

#[wasm_bindgen_test]
async fn the_selection_survives_a_block_that_is_drawn_again() {
    let fixture = Fixture::new("Ann met Bob.\nCarol was there.");
    let (anchor, focus) = (fixture.span("met").start(), fixture.span("was").end());
    fixture.view().set_caret(Some(Caret { anchor, focus }), false);
    fixture
        .view()
        .patch(&[], &[fixture.annotation("a", 0, &["met Bob"]), fixture.annotation("b", 1, &["Carol was"])]);
    let selection = web_sys::window().and_then(|w| w.get_selection().ok()?).expect("a selection");
    frames().await;
    assert_eq!(
        fixture.view().places().ends(&selection),
        Some((anchor, focus)),
        "set and taken apart in one frame"
    );
    fixture.view().patch(&[], &[fixture.annotation("b", 1, &["was"])]);
    frames().await;
    assert_eq!(fixture.view().places().ends(&selection), Some((anchor, focus)), "in two");
    // Backwards it stays backwards.
    fixture.view().set_caret(Some(Caret { anchor: focus, focus: anchor }), false);
    fixture.view().patch(&[AnnotationId::new("a")], &[]);
    frames().await;
    assert_eq!(fixture.view().places().ends(&selection), Some((focus, anchor)));
}

#[wasm_bindgen_test]
fn nothing_is_left_behind() {
    let mut fixture = Fixture::new("Ann met Bob.");
    let article: Node = fixture.article().into();
    fixture.view = None;
    assert!(!article.is_connected());
    assert!(all(&fixture.scroller, "*").iter().all(|element| element.child_element_count() == 0));
    let event = web_sys::Event::new("selectionchange").expect("an event");
    assert!(document().dispatch_event(&event).expect("dispatched"));
    assert_eq!(fixture.told(), []);
}

#[wasm_bindgen_test]
async fn arcs_lead_from_mark_to_mark_and_are_no_part_of_the_text() {
    let far = "far away ".repeat(3_000);
    let fixture = Fixture::new(&format!("Ann met Bob.\n\nقالت ماريا\n\n{far}\n\nEve left."));
    let list = [("a", "Ann"), ("b", "Bob"), ("c", "ماريا"), ("d", "Eve")];
    let list: Vec<_> = list.iter().map(|(id, quote)| fixture.annotation(id, 0, &[quote])).collect();
    fixture.view().set_annotations(&list);
    let arc = |to: &str, leads| Arc {
        from: AnnotationId::new("a"),
        to: AnnotationId::new(to),
        name: "knows".to_owned(),
        leads,
    };
    fixture.view().set_arcs(vec![arc("b", Some(true)), arc("c", None), arc("d", Some(false))]);
    frames().await;
    assert_eq!(fixture.drawn(), fixture.shown());
    let origin = all(&fixture.scroller, ".overlay")[0].get_bounding_client_rect();
    let paths = all(&fixture.scroller, ".arcs path");
    let numbers = |path: &Element| -> Vec<f64> {
        let lines = path.get_attribute("d").unwrap_or_default();
        let parts = lines.split(|c: char| c.is_ascii_alphabetic() || c == ' ');
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    let middle = |quote: &str| {
        let rect = fixture.view().rect(fixture.span(quote)).expect("drawn");
        (rect.left() + rect.right()) / 2.0 - origin.left()
    };
    for (path, to) in paths.iter().zip(["Bob", "ماريا"]) {
        let drawn = numbers(path);
        assert!((drawn[0] - middle("Ann")).abs() < 2.0, "{drawn:?} begins at Ann");
        assert!((drawn[6] - middle(to)).abs() < 2.0, "{drawn:?} ends at {to}");
    }
    assert_eq!(numbers(&paths[0]).len(), 8 + 6, "with a head");
    assert_eq!(numbers(&paths[1]).len(), 8, "without one");
    let stub = numbers(&paths[2]);
    assert!((stub[3] - stub[1] - 13.0).abs() < 2.0, "{stub:?} is a stub downwards");
    fixture.view().set_arcs(Vec::new());
    assert!(all(&fixture.scroller, ".arcs path, .arc-name").is_empty());
}
