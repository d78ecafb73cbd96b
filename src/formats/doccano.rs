//! doccano JSONL: an article per line with what is marked in it, as doccano imports it.
//!
//! By doccano's own importer and exporter (<https://github.com/doccano/doccano>, `backend/data_import`,
//! `backend/data_export`), version 1.8. UTF-8, LF. Offsets count UTF-16 code units, as doccano's page does; or code
//! points, or grapheme clusters, for projects that count these. The end is exclusive.
//!
//! | key | what stands there |
//! | --- | --- |
//! | `text` | the article; one without text, which doccano refuses, is left out |
//! | `label` | for sequence labelling: `[start, end, label]` for each fragment |
//! | `entities`, `relations` | for relations instead: `{id, label, start_offset, end_offset}` for each fragment, and `{id, from_id, to_id, type}` |
//! | `doc_id`, `offset_unit`, `status` | the article's id; `utf16`, `codepoint` or `grapheme`; how far the work is |
//! | `title`, `outlet`, `author`, `url` … | what is known of the article: those columns that any article fills |
//! | anything else | what came with the article: texts, yes and no and small whole numbers as they are, other JSON as text |
//!
//! Every line has the same keys and none is null: doccano loses the whole import otherwise. A key that doccano or a
//! column here needs for itself gets a number behind it, as does the second of two labels of one name; a label has at most
//! 95 characters there. The fragments of one annotation are tied together by relations `same-span`, where there are
//! relations. A doccano project must allow overlapping, or its importer drops what is nested.
//!
//! Lost: attributes, links, notes, who made what; the registries; relations of more than two, or across articles, or with
//! an entity or a claim. For sequence labelling all relations, and that fragments belong together.
//!
//! ```json
//! {"text":"Marzouk said","label":[[0,7,"Person"]],"doc_id":"a-1","offset_unit":"utf16","status":"new","title":"x"}
//! ```

mod columns;
mod read;

use super::members::{text, value};
use super::naming::{Names, apart};
use super::places::Places;
use super::write::{Writer, by_role, lost_within, paired, standing, stands};
use super::{OffsetUnit, Options, Output, Reason};
use crate::model::{Annotation, Document, Fragments, LabelId, Project, Relation, RelationTypeId};
use crate::sorted::{Map, Set};
use crate::text::Span;
use crate::wire::json::{key, record, text as quoted};
use columns::Columns;
pub(super) use read::DoccanoReader;

/// The units that a project of doccano counts in, the likeliest first, with their words in options and rows.
const UNITS: [(OffsetUnit, &str); 3] = [
    (OffsetUnit::Utf16, "utf16"),
    (OffsetUnit::CodePoints, "codepoint"),
    (OffsetUnit::Graphemes, "grapheme"),
];

/// The unit with this word.
fn unit(word: &str) -> Option<OffsetUnit> {
    UNITS.iter().find(|(_, own)| *own == word).map(|(unit, _)| *unit)
}

/// What ties the fragments of one annotation together.
const SAME: &str = "same-span";
/// So many characters of a label's name fit, with a number behind them.
const LONGEST: usize = 95;

record! {
    /// A fragment, where there are relations.
    struct Entity {
        must "id" id: u32,
        must "label" label: String,
        must "start_offset" start: u32,
        must "end_offset" end: u32,
    }
}
record! {
    /// A relation of two fragments.
    struct Link {
        must "id" id: u32,
        must "from_id" from: u32,
        must "to_id" to: u32,
        must "type" kind: String,
    }
}

/// Writes it.
pub(super) struct Doccano;

impl Writer for Doccano {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        let relations = options.is("task", "relations");
        let unit = unit(options.value("unit")).unwrap_or(OffsetUnit::Utf16);
        let fit = |name: &str| name.chars().take(LONGEST).collect();
        let labels = project.schema.labels.iter().map(|own| (&own.id, own.id.as_str(), own.name.as_str()));
        let kinds = &project.schema.relation_types;
        let kinds = kinds.iter().map(|own| (&own.id, own.id.as_str(), own.name.as_str()));
        let mut taken = Set::new();
        let same = apart(SAME.to_owned(), " ", &mut taken);
        let rows = Rows {
            project,
            unit,
            relations,
            same,
            labels: Names::of(labels, fit, &mut Set::new()),
            kinds: Names::of(kinds, fit, &mut taken),
            columns: Columns::of(project, unit, out),
        };
        let related = match relations {
            true => paired(project, stands, out),
            false => {
                out.lost(Reason::Relations, project.relations.len());
                Map::new()
            }
        };
        out.file("all.jsonl");
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let related = related.get(&document.id).map_or(&[][..], Vec::as_slice);
            if document.text.as_str().is_empty() {
                out.lost(Reason::Articles, 1);
            } else {
                let row = rows.row(document, related, out);
                out.write(row.as_bytes());
            }
            out.done(n + 1, all);
        }
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

/// A fragment.
struct Mark<'a> {
    annotation: &'a str,
    /// Whether it is the first of its annotation.
    begins: bool,
    label: &'a str,
    start: u32,
    end: u32,
}

/// What is the same for all rows.
struct Rows<'a> {
    project: &'a Project,
    unit: OffsetUnit,
    relations: bool,
    /// Name of the relation between fragments of one annotation.
    same: String,
    labels: Names<LabelId>,
    kinds: Names<RelationTypeId>,
    columns: Columns<'a>,
}

impl Rows<'_> {
    fn row(&self, document: &Document, related: &[&Relation], output: &mut dyn Output) -> String {
        let places = Places::new(&document.text, self.unit);
        let mut out = "{".to_owned();
        text(&mut out, "text", document.text.as_str());
        let standing = standing(self.project, document, output);
        standing.iter().for_each(|annotation| lost_within(annotation, output));
        let mut marks = Vec::new();
        for annotation in &standing {
            let label = self.labels.get(&annotation.label).unwrap_or(annotation.label.as_str());
            for (n, span) in self.spans(annotation, &places, output).into_iter().enumerate() {
                let (start, end) = (places.offset(span.start()), places.offset(span.end()));
                marks.push(Mark { annotation: annotation.id.as_str(), begins: n == 0, label, start, end });
            }
        }
        if self.relations {
            self.entities(&marks, related, &mut out, output);
        } else {
            key(&mut out, "label");
            out.push('[');
            for (n, mark) in marks.iter().enumerate() {
                out.push_str(if n == 0 { "[" } else { ",[" });
                out.push_str(&format!("{},{},", mark.start, mark.end));
                quoted(&mut out, mark.label);
                out.push(']');
            }
            out.push(']');
        }
        self.columns.write(document, &mut out);
        out.push_str("}\n");
        out
    }

    /// The fragments of an annotation, as far as they can be told apart.
    fn spans(&self, annotation: &Annotation, places: &Places<'_>, out: &mut dyn Output) -> Vec<Span> {
        let own = annotation.fragments.spans();
        let whole: Vec<Span> = own.iter().map(|&span| places.whole(span)).collect();
        out.lost(Reason::Widened, usize::from(whole != own));
        let spans = Fragments::join(whole).map(|joined| joined.spans().to_vec()).unwrap_or_default();
        out.lost(Reason::Split, usize::from(spans.len() > 1 && !self.relations));
        spans
    }

    fn entities(&self, marks: &[Mark<'_>], related: &[&Relation], out: &mut String, output: &mut dyn Output) {
        let (mut entities, mut links): (Vec<Entity>, Vec<Link>) = (Vec::new(), Vec::new());
        let mut first: Map<&str, u32> = Map::new();
        let mut link = |from: u32, to: u32, kind: &str| {
            links.push(Link { id: links.len() as u32, from, to, kind: kind.to_owned() });
        };
        for (id, mark) in (0..).zip(marks) {
            if mark.begins {
                first.insert(mark.annotation, id);
            } else {
                link(id - 1, id, &self.same);
            }
            entities.push(Entity { id, label: mark.label.to_owned(), start: mark.start, end: mark.end });
        }
        for relation in related {
            let ends = by_role(self.project, relation);
            let numbers: Vec<u32> = ends.iter().filter_map(|id| first.get(*id).copied()).collect();
            let [from, to] = numbers[..] else {
                output.lost(Reason::Relations, 1);
                continue;
            };
            link(from, to, self.kinds.get(&relation.kind).unwrap_or(relation.kind.as_str()));
            let beside = relation.attributes.len() + usize::from(relation.trigger.is_some());
            output.lost(Reason::Attributes, beside);
        }
        value(out, "entities", &entities);
        value(out, "relations", &links);
    }
}
