//! A mounted article with the real styles, and what it told.

use js_sys::{Array, Function, Promise, Reflect};
use postil::browser::docview::{DocView, Paint, ViewEvent};
use postil::model::{
    Annotation, AnnotationId, DocumentId, Fragments, How, LabelId, Origin, PersonId, Status, Timestamp,
};
use postil::text::{Byte, Span, Text};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, IntersectionObserver, Node};

/// An article in a box of 600 by 400 pixels. Gone when dropped.
pub(crate) struct Fixture {
    pub(crate) view: Option<DocView>,
    pub(crate) text: Text,
    pub(crate) scroller: HtmlElement,
    told: Rc<RefCell<Vec<ViewEvent>>>,
}

impl Fixture {
    pub(crate) fn new(text: &str) -> Self {
        Self::in_language(text, "en")
    }

    pub(crate) fn in_language(text: &str, lang: &str) -> Self {
        style();
        let text = Text::new(text).expect("no NUL");
        let scroller: HtmlElement = document().create_element("div").expect("div").unchecked_into();
        for (name, value) in [
            ("overflow-y", "auto"),
            ("height", "400px"),
            ("width", "600px"),
            ("position", "fixed"),
            ("inset", "0"),
        ] {
            scroller.style().set_property(name, value).expect("a property");
        }
        let host = document().create_element("div").expect("div");
        scroller.append_child(&host).expect("append");
        document().body().expect("body").append_child(&scroller).expect("append");
        let told: Rc<RefCell<Vec<ViewEvent>>> = Rc::default();
        let log = told.clone();
        let view = DocView::mount(&host, &text, lang, "A title", Rc::new(move |e| log.borrow_mut().push(e)))
            .expect("mounts");
        let paint = |slot: u8| (LabelId::new(format!("l{slot}")), Paint { slot, badge: format!("L{slot}") });
        view.set_labels((0..12).map(paint), false);
        Self { view: Some(view), text, scroller, told }
    }

    pub(crate) fn view(&self) -> &DocView {
        self.view.as_ref().expect("mounted")
    }

    /// What was told since the last call.
    pub(crate) fn told(&self) -> Vec<ViewEvent> {
        self.told.take()
    }

    pub(crate) fn article(&self) -> Element {
        self.view().article().clone()
    }

    pub(crate) fn blocks(&self) -> Vec<Element> {
        all(&self.article(), ".block")
    }

    pub(crate) fn marks(&self) -> Vec<Element> {
        all(&self.article(), "mark")
    }

    /// The span of the first place where a string stands.
    pub(crate) fn span(&self, needle: &str) -> Span {
        let start = self.text.as_str().find(needle).expect("in the text");
        span(start, start + needle.len())
    }

    /// An annotation of such strings.
    pub(crate) fn annotation(&self, id: &str, label: u8, needles: &[&str]) -> Rc<Annotation> {
        annotation(id, label, needles.iter().map(|needle| self.span(needle)).collect())
    }

    /// The text of the document without line breaks, which the text nodes must show.
    pub(crate) fn shown(&self) -> String {
        self.text.as_str().replace('\n', "")
    }

    /// The text nodes of the article, joined.
    pub(crate) fn drawn(&self) -> String {
        self.article().text_content().unwrap_or_default()
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        self.view = None;
        self.scroller.remove();
    }
}

pub(crate) fn document() -> Document {
    web_sys::window().expect("window").document().expect("document")
}

pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let list = root.query_selector_all(selector).expect("a selector");
    (0..list.length()).filter_map(|i| list.get(i)).map(Node::unchecked_into).collect()
}

pub(crate) fn span(start: usize, end: usize) -> Span {
    Span::new(Byte(start as u32), Byte(end as u32))
}

pub(crate) fn annotation(id: &str, label: u8, spans: Vec<Span>) -> Rc<Annotation> {
    Rc::new(Annotation {
        id: AnnotationId::new(id),
        document: DocumentId::new("d"),
        label: LabelId::new(format!("l{label}")),
        fragments: Fragments::new(spans).expect("ascending spans"),
        attributes: Default::default(),
        refers_to: None,
        note: String::new(),
        unsure: false,
        status: Status::Open,
        origin: Origin {
            by: PersonId::new("p"),
            how: How::Manual,
            rule: String::new(),
            score: None,
            created: Timestamp(0),
            modified: None,
            from: Vec::new(),
            source: None,
        },
    })
}

/// Waits until observers had their turn and what they lead to is drawn. A browser that is busy may let frames pass before
/// it looks what is in view, so that an observer of our own says when it did.
pub(crate) async fn frames() {
    observed().await;
    for _ in 0..4 {
        let next = Promise::new(&mut |resolve: Function, _| {
            web_sys::window().expect("window").request_animation_frame(&resolve).expect("a frame");
        });
        JsFuture::from(next).await.expect("a frame");
    }
}

/// Waits for the browser's next look at what is in view; every observer hears of it in the same turn.
async fn observed() {
    let mut observer = None;
    let told = Promise::new(&mut |resolve: Function, _| {
        let made = IntersectionObserver::new(&resolve).expect("an observer");
        made.observe(&document().document_element().expect("a root"));
        observer = Some(made);
    });
    JsFuture::from(told).await.expect("a look");
    if let Some(observer) = observer {
        observer.disconnect();
    }
}

/// The project's own style sheets, once for the page.
fn style() {
    let global: JsValue = document().into();
    let sheets: Array = get(&global, "adoptedStyleSheets").unchecked_into();
    if sheets.length() > 0 {
        return;
    }
    let class: Function = get(&js_sys::global(), "CSSStyleSheet").unchecked_into();
    let sheet = Reflect::construct(&class, &Array::new()).expect("a sheet");
    let css = concat!(
        include_str!("../../styles/tokens.css"),
        include_str!("../../styles/article.css"),
        include_str!("../../styles/marks.css"),
    );
    let replace: Function = get(&sheet, "replaceSync").unchecked_into();
    replace.call1(&sheet, &css.into()).expect("valid styles");
    Reflect::set(&global, &"adoptedStyleSheets".into(), &Array::of1(&sheet)).expect("adopted");
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("an object")
}
