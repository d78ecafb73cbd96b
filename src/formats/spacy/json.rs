//! A `Doc` as JSON, in a line.

use super::doc::Doc;
use crate::text::Span;
use crate::wire::json::{Field, key, text, to_string};

/// What `Doc.to_json` gives.
pub(super) fn line(doc: &Doc<'_>) -> String {
    let whole = &doc.document.text;
    let mut out = "{".to_owned();
    let place = |out: &mut String, span: Span| {
        let (start, end) = whole.code_points(span);
        for (name, at) in [("start", start), ("end", end)] {
            key(out, name);
            at.0.write(out);
        }
    };
    key(&mut out, "text");
    text(&mut out, whole.as_str());
    key(&mut out, "ents");
    list(&mut out, doc.spans.iter().filter(|own| own.is_ent), |out, own| {
        place(out, own.span);
        key(out, "label");
        text(out, &own.label);
    });
    key(&mut out, "sents");
    list(&mut out, doc.sentences(), place);
    key(&mut out, "cats");
    out.push('{');
    for (name, has) in &doc.cats {
        key(&mut out, name);
        out.push_str(if *has { "1.0" } else { "0.0" });
    }
    out.push('}');
    key(&mut out, "tokens");
    list(&mut out, doc.tokens.iter().enumerate(), |out, (n, token)| {
        key(out, "id");
        n.write(out);
        place(out, token.span);
    });
    key(&mut out, "spans");
    out.push_str("{\"sc\":");
    list(&mut out, doc.spans.iter(), |out, own| {
        place(out, own.span);
        for (name, value) in [("label", &own.label), ("kb_id", &own.kb_id)] {
            key(out, name);
            text(out, value);
        }
    });
    out.push('}');
    key(&mut out, "meta");
    out.push_str(&to_string(&doc.values));
    if !doc.span_values.is_empty() {
        key(&mut out, "span_attributes");
        out.push('{');
        for (name, values) in &doc.span_values {
            key(&mut out, name);
            list(&mut out, values.iter(), |out, (span, value)| {
                place(out, *span);
                key(out, "value");
                value.write(out);
            });
        }
        out.push('}');
    }
    out.push_str("}\n");
    out
}

/// A list of objects.
fn list<T>(out: &mut String, items: impl Iterator<Item = T>, write: impl Fn(&mut String, T)) {
    out.push('[');
    for (n, item) in items.enumerate() {
        out.push_str(if n == 0 { "{" } else { ",{" });
        write(out, item);
        out.push('}');
    }
    out.push(']');
}
