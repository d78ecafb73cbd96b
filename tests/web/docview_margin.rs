//! Buttons in the margin: beside their stretch, outside of the article, and told of when they are pressed.

use crate::fixture::{Fixture, all, frames};
use postil::browser::docview::{Margin, ViewEvent};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn wanted(fixture: &Fixture, stretches: &[&str]) -> Vec<Margin> {
    let one = |stretch: &&str| Margin {
        span: fixture.span(stretch),
        text: "2".to_owned(),
        name: format!("Beside {stretch}"),
    };
    stretches.iter().map(one).collect()
}

fn buttons(fixture: &Fixture) -> Vec<HtmlElement> {
    let found = all(&fixture.scroller, ".margin button").into_iter();
    found.map(|button| button.unchecked_into()).collect()
}

#[wasm_bindgen_test]
async fn buttons_stand_beside_their_stretch_and_not_in_the_text() {
    let fixture = Fixture::new("First paragraph.\n\nقالت ماريا زاخاروفا\nThird one.");
    fixture.view().set_margin(&wanted(&fixture, &["قالت ماريا زاخاروفا", "Third one."]));
    frames().await;
    assert_eq!(fixture.drawn(), fixture.shown(), "the text is the text");
    assert!(all(&fixture.article(), "button").is_empty());
    let article = fixture.article().get_bounding_client_rect();
    for (button, block) in buttons(&fixture).iter().zip(fixture.blocks().iter().skip(2)) {
        let (own, beside) = (button.get_bounding_client_rect(), block.get_bounding_client_rect());
        assert!(own.left() >= article.right() - 1.0, "{} {}", own.left(), article.right());
        assert!(own.top() >= beside.top() - 1.0 && own.bottom() <= beside.bottom() + 1.0);
        assert!(own.height() > 4.0 && own.width() > 4.0);
    }
    assert_eq!(
        buttons(&fixture)[0].get_attribute("aria-label").as_deref(),
        Some("Beside قالت ماريا زاخاروفا")
    );
    fixture.told();
    buttons(&fixture)[1].click();
    let at = fixture.span("Third one.").start();
    assert_eq!(fixture.told(), [ViewEvent::Margin { at }]);
    fixture.view().set_margin(&[]);
    assert!(buttons(&fixture).is_empty());
}

#[wasm_bindgen_test]
async fn what_is_far_away_has_no_button_until_it_is_near() {
    let text: String = (0..800).map(|n| format!("Paragraph {n} of a long article, with a name.\n")).collect();
    let fixture = Fixture::new(&text);
    fixture.view().set_margin(&wanted(&fixture, &["Paragraph 1 of", "Paragraph 790 of"]));
    frames().await;
    let hidden = || buttons(&fixture).iter().map(HtmlElement::hidden).collect::<Vec<_>>();
    assert_eq!(hidden(), [false, true]);
    fixture.scroller.set_scroll_top(fixture.scroller.scroll_height());
    frames().await;
    frames().await;
    assert!(!hidden()[1], "it came near");
    let own = buttons(&fixture)[1].get_bounding_client_rect();
    let place = fixture.view().rect(fixture.span("Paragraph 790 of")).expect("it is drawn");
    assert!((own.top() - place.top()).abs() < 2.0, "{} {}", own.top(), place.top());
}
