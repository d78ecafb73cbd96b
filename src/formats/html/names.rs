//! The names of elements and attributes that a reader of a page's text needs.

/// Elements that begin a line of their own, and end a paragraph that is open.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// The other elements that are told apart; all that are left format a piece of text, as far as this goes.
const OTHERS: &[&str] = &[
    "a", "audio", "base", "br", "button", "canvas", "col", "datalist", "embed", "head", "iframe", "img",
    "input", "link", "meta", "noscript", "object", "param", "q", "rp", "rt", "script", "select", "source",
    "span", "style", "svg", "template", "textarea", "time", "title", "track", "video", "wbr",
];

/// Elements without content.
pub(super) const EMPTY: &[&str] =
    &["base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// What may stand in a head; anything else begins the body.
pub(super) const IN_HEAD: &[&str] =
    &["base", "link", "meta", "noscript", "script", "style", "template", "title", "head", "html"];

/// The attributes that are kept.
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "aria-modal",
    "class",
    "content",
    "datetime",
    "dir",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "itemprop",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "start",
    "style",
    "title",
    "type",
];

/// The element with this name, if it is told apart.
pub(super) fn tag(name: &[u8]) -> Option<&'static str> {
    named(BLOCKS, name).or_else(|| named(OTHERS, name))
}

/// The attribute with this name, if it is kept.
pub(super) fn attribute(name: &[u8]) -> Option<&'static str> {
    named(ATTRIBUTES, name)
}

fn named(table: &[&'static str], name: &[u8]) -> Option<&'static str> {
    table.iter().copied().find(|own| own.as_bytes() == name)
}
