//! W3C Web Annotation: JSON-LD, with the texts beside it.
//!
//! By <https://www.w3.org/TR/annotation-model/> and <https://www.w3.org/TR/annotation-vocab/> (2017-02-23). UTF-8. Offsets
//! count code points of the text beside the annotations (`state.cached`), which is the article as it is here; the end is
//! exclusive. Beside each position stand the words and 32 characters around them.
//!
//! Either `collection.jsonld`, with a page for each article and one for the relations, or all in one page. In a page:
//!
//! | motivation | body | target |
//! | --- | --- | --- |
//! | `describing` | the title | an article, as `source` with `language`, `schema:headline`, `schema:publisher`, `schema:author`, `schema:datePublished`, `schema:license`, `schema:identifier` |
//! | `classifying`, an annotation | its label (`classifying`); an attribute (`describing`, its name in `label`, its value as text, as JSON, or the record that it names as `source`); an entity or a claim (`identifying`), by the names of Postil and of other registries, or `NIL`; the note (`commenting`); `unsure`, `accepted` (`assessing`) | each fragment, with both selectors |
//! | `classifying`, a label of a whole article | the label | the article |
//! | `linking`, a relation | its type (`classifying`), attributes, `symmetric` (`assessing`), and all its ends but the first, the role in `label` | its first end |
//!
//! The source of an article is its URL where that is one; other names are `urn:x-postil:PROJECT:KIND:ID`. That several
//! targets are the fragments of one annotation is a convention.
//!
//! Lost: suggested and rejected annotations, and what attributes name of them; rules, scores, from what something was made; triggers; when an article was
//! retrieved, its split, and what else came with it; the registries but names; all of the schema but names.
//!
//! ```json
//! {"id":"urn:x-postil:p:annotation:a-2","type":"Annotation","motivation":"classifying","created":"2023-10-27T09:15:00.000Z",
//!  "body":[{"type":"TextualBody","purpose":"classifying","value":"Person","format":"text/plain"}],
//!  "target":{"type":"SpecificResource","source":"https://example.org/1","selector":[
//!   {"type":"TextPositionSelector","start":0,"end":7},{"type":"TextQuoteSelector","exact":"Marzouk","suffix":" said"}]}}
//! ```

mod bodies;
mod iri;
mod items;
mod locate;
mod read;

use super::members::{text, value};
use super::naming::FileNames;
use super::write::{Writer, standing};
use super::{Options, Output, Reason};
use crate::model::Project;
use crate::wire::json::key;
use iri::Of;
pub(super) use iri::is_address;
use items::Items;
pub(super) use read::WebAnnotationReader;

/// What all terms are defined in.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
/// The file of the collection.
const COLLECTION: &str = "collection.jsonld";

/// Writes it.
pub(super) struct WebAnnotation;

impl Writer for WebAnnotation {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        let mut pages =
            Pages { project, each: options.is("files", "each"), count: 0, items: 0, last: String::new() };
        let items = Items::of(project);
        // The collection and the page of relations have names, too.
        let mut files = FileNames::keeping(["collection.txt", "relations.txt"]);
        let related = !project.relations.is_empty();
        let all = project.documents().len();
        if !pages.each {
            pages.begin_all(out);
        }
        let mut names = Vec::new();
        for (n, document) in project.documents().enumerate() {
            let name = files.of(document, "txt");
            let stem = name.strip_suffix(".txt").unwrap_or(&name);
            let standing = standing(project, document, out);
            let page = items.article(document, &name, &standing, out);
            pages.page(&format!("{stem}.jsonld"), &page, n + 1 < all || related, out);
            if pages.each {
                out.file(&name);
                out.write(document.text.as_str().as_bytes());
            }
            names.push(name);
            out.done(n + 1, all);
        }
        if related {
            pages.page("relations.jsonld", &items.relations(out), false, out);
        }
        pages.end(out);
        if !pages.each {
            for (name, document) in names.iter().zip(project.documents()) {
                out.file(name);
                out.write(document.text.as_str().as_bytes());
            }
        }
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

/// The pages of a collection while they are written: a file for each, or all as one page.
struct Pages<'a> {
    project: &'a Project,
    each: bool,
    count: usize,
    items: u32,
    /// What the page that was written last is called.
    last: String,
}

impl Pages<'_> {
    fn id(&self, of: Of, id: &str) -> String {
        iri::own(self.project.id.as_str(), of, id)
    }

    fn page_id(&self, number: usize) -> String {
        self.id(Of::Page, &number.to_string())
    }

    /// The head of the collection.
    fn head(&self) -> String {
        let mut head = "{".to_owned();
        text(&mut head, "@context", CONTEXT);
        text(&mut head, "id", &self.id(Of::Project, self.project.id.as_str()));
        text(&mut head, "type", "AnnotationCollection");
        text(&mut head, "label", &self.project.name);
        head
    }

    /// Begins the one page.
    fn begin_all(&self, out: &mut dyn Output) {
        out.file(COLLECTION);
        let mut head = self.head();
        key(&mut head, "first");
        head.push('{');
        text(&mut head, "id", &self.page_id(1));
        text(&mut head, "type", "AnnotationPage");
        value(&mut head, "startIndex", &0u32);
        key(&mut head, "items");
        out.write(head.as_bytes());
        out.write(b"[");
    }

    /// Writes the annotations of an article, or of the relations.
    fn page(&mut self, file: &str, items: &[String], more: bool, out: &mut dyn Output) {
        self.count += 1;
        if self.each {
            let mut head = "{".to_owned();
            self.last = self.page_id(self.count);
            text(&mut head, "@context", CONTEXT);
            text(&mut head, "id", &self.last);
            text(&mut head, "type", "AnnotationPage");
            text(&mut head, "partOf", &self.id(Of::Project, self.project.id.as_str()));
            value(&mut head, "startIndex", &self.items);
            if self.count > 1 {
                text(&mut head, "prev", &self.page_id(self.count - 1));
            }
            if more {
                text(&mut head, "next", &self.page_id(self.count + 1));
            }
            key(&mut head, "items");
            head.push('[');
            out.file(file);
            out.write(head.as_bytes());
        }
        for (n, item) in items.iter().enumerate() {
            let begins = n == 0 && (self.each || self.items == 0);
            out.write(if begins { b"\n" } else { b",\n" });
            out.write(item.as_bytes());
        }
        self.items += items.len() as u32;
        if self.each {
            out.write(b"\n]}\n");
        }
    }

    /// The end of the one page, or the collection of all.
    fn end(&self, out: &mut dyn Output) {
        let mut end = String::new();
        if self.each {
            out.file(COLLECTION);
            end = self.head();
            if self.count > 0 {
                text(&mut end, "first", &self.page_id(1));
                text(&mut end, "last", &self.last);
            }
        } else {
            end.push_str("\n]}");
        }
        value(&mut end, "total", &self.items);
        end.push_str("}\n");
        out.write(end.as_bytes());
    }
}
