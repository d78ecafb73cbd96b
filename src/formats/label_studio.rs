//! Label Studio JSON: `tasks.json`, a task for each article, and `config.xml`, the labelling interface made of the schema.
//!
//! By <https://labelstud.io/guide/task_format>, <https://labelstud.io/guide/export#Label-Studio-JSON-format-of-annotated-tasks>
//! and the tags at <https://labelstud.io/tags>. UTF-8. Offsets count code points, the end is exclusive.
//!
//! | there | here |
//! | --- | --- |
//! | `data` | `text`, `doc_id` and what is known of the article; `metadata` is what else came with it, a text where a number in it is too long for many programs |
//! | `annotations` | one for each person that marked something in the article, with the name in `created_username` |
//! | `predictions` | what was suggested and nobody has looked at, one for each rule (`model_version`); each region has its own `score`, the whole has the lowest |
//! | `Labels` | a fragment of an annotation; several of one annotation are tied by relations `same-span` |
//! | `Choices`, `Number`, `TextArea`, each `perRegion` | attributes; a value that is none of these stands in a text area as JSON (`postil="json"`), one that names a record as its id (`postil="annotation"`, `"entity"`) |
//! | `entity`, `claim`, `unsure` | what an annotation refers to, as brat has it (`Postil:e-9 name`, `wikidata:Q42`, `Postil:NIL`); that somebody is unsure |
//! | `meta` of a region | the note (`text`), and when it was made and changed (`created_at`, `updated_at`) |
//! | `origin` of a region | `prediction` for what a rule suggested and somebody took over |
//! | `document` | labels of the whole article |
//! | relations | those of two annotations by one person; `bi` for a symmetric one |
//!
//! Nobody is named in `completed_by`, which refuses who is not known there. Names in the configuration are in one line, and
//! the second of two that are the same has a number; `postil` there says of what kind a label or an attribute is.
//!
//! Lost: what attributes name that is not written; what is said of relations; relations of more than two, across articles or people, or with an entity or a claim; the names of roles; rejected
//! annotations; the registries but names.
//!
//! ```json
//! {"id":"a-2","from_name":"label","to_name":"text","type":"labels","origin":"manual",
//!  "value":{"start":0,"end":7,"text":"Marzouk","labels":["Person"]}}
//! ```

mod config;
mod read;
mod regions;
mod results;
mod xml;

use super::known::Known;
use super::members::{carried, text, text_if, value, yes};
use super::write::{Writer, paired, stands, unmapped};
use super::{Options, Output, Reason};
use crate::model::{Annotation, Decimal, Document, DocumentLabel, How, Project, Relation, Status, Timestamp};
use crate::sorted::Map;
use crate::wire::format_time;
use crate::wire::json::{Field as _, key};
use config::Config;
pub(super) use read::LabelStudioReader;
use regions::Regions;
use std::rc::Rc;

/// Writes it.
pub(super) struct LabelStudio;

impl Writer for LabelStudio {
    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        let all: Vec<&Annotation> =
            project.all_annotations().map(Rc::as_ref).filter(|own| written(own)).collect();
        let config = Config::of(project, &all);
        let known = Known::of(project, written);
        let related = paired(project, written, out);
        out.file("tasks.json");
        out.write(b"[");
        let count = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let related = related.get(&document.id).map_or(&[][..], Vec::as_slice);
            let task = task(n + 1, document, related, project, &config, &known, out);
            out.write(if n == 0 { b"\n" } else { b",\n" });
            out.write(task.as_bytes());
            out.done(n + 1, count);
        }
        out.write(b"\n]\n");
        out.file("config.xml");
        out.write(config.xml().as_bytes());
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

/// Whether an annotation is written: all but what somebody refused.
fn written(annotation: &Annotation) -> bool {
    stands(annotation) || annotation.status == Status::Suggested
}

/// Those that one person or one rule made.
#[derive(Default)]
struct Group<'a> {
    annotations: Vec<&'a Annotation>,
    labels: Vec<&'a DocumentLabel>,
}

fn task(
    number: usize,
    document: &Document,
    related: &[&Relation],
    project: &Project,
    config: &Config,
    known: &Known<'_>,
    output: &mut dyn Output,
) -> String {
    let mut groups: [Map<(&str, &str), Group<'_>>; 2] = [Map::new(), Map::new()];
    let name = |id| project.people.get(id).map(|person| person.name.as_str()).filter(|name| !name.is_empty());
    let mut rejected = 0;
    for annotation in project.annotations(&document.id).into_iter().flat_map(|all| all.iter()) {
        let origin = &annotation.origin;
        let by = name(&origin.by).unwrap_or(origin.by.as_str());
        let (kind, who) = match annotation.status {
            Status::Rejected => {
                rejected += 1;
                continue;
            }
            Status::Suggested if !origin.rule.is_empty() => (1, origin.rule.as_str()),
            Status::Suggested => (1, by),
            _ => (0, by),
        };
        groups[kind]
            .get_or_insert_with((who, origin.by.as_str()), Group::default)
            .annotations
            .push(annotation);
    }
    output.lost(Reason::Rejected, rejected);
    for label in &document.labels {
        let who = name(&label.origin.by).unwrap_or(label.origin.by.as_str());
        groups[0].get_or_insert_with((who, label.origin.by.as_str()), Group::default).labels.push(label);
    }
    let mut out = "{".to_owned();
    value(&mut out, "id", &(number as u32));
    data(&mut out, document, output);
    let mut regions = Regions::of(document, project, config, known);
    let mut left: Vec<&Relation> = related.to_vec();
    for (kind, list) in ["annotations", "predictions"].into_iter().enumerate() {
        key(&mut out, list);
        out.push('[');
        for (n, ((who, _), group)) in groups[kind].iter().enumerate() {
            out.push_str(if n == 0 { "{" } else { ",{" });
            if kind == 0 {
                text(&mut out, "created_username", who);
                times(&mut out, group);
            } else {
                text(&mut out, "model_version", who);
                if let Some(lowest) = lowest(group) {
                    value(&mut out, "score", lowest);
                }
            }
            regions.write(&mut out, group, &mut left, output);
            out.push('}');
        }
        out.push(']');
    }
    output.lost(Reason::Relations, left.len());
    out.push('}');
    out
}

/// When the first of them was made, and the last changed.
fn times(out: &mut String, group: &Group<'_>) {
    let origins =
        group.annotations.iter().map(|own| &own.origin).chain(group.labels.iter().map(|own| &own.origin));
    let origins: Vec<_> = origins.collect();
    let of = |time: Option<Timestamp>| time.map(format_time).unwrap_or_default();
    text_if(out, "created_at", &of(origins.iter().map(|own| own.created).min()));
    text_if(out, "updated_at", &of(origins.iter().map(|own| own.modified.unwrap_or(own.created)).max()));
}

/// The lowest score of theirs: Label Studio shows first of what a model is least sure.
fn lowest<'a>(group: &Group<'a>) -> Option<&'a Decimal> {
    let scores = group.annotations.iter().filter_map(|own| score(own));
    scores.reduce(|one, other| match other.compare(one) {
        Some(std::cmp::Ordering::Less) => other,
        _ => one,
    })
}

/// How sure the rule was, where Label Studio takes it: between 0 and 1.
fn score(annotation: &Annotation) -> Option<&Decimal> {
    let fits =
        |score: &&Decimal| score.to_string().parse().is_ok_and(|score: f64| (0.0..=1.0).contains(&score));
    annotation.origin.score.as_ref().filter(fits)
}

/// Whether more is known of how an annotation came to be than its region says.
fn has_more(annotation: &Annotation) -> bool {
    let origin = &annotation.origin;
    let suggested = annotation.status == Status::Suggested;
    let told = match origin.how {
        How::Manual => !suggested,
        How::Suggested => true,
        How::Propagated | How::Imported | How::Adjudicated => false,
    };
    // A suggestion goes by its rule, or by who made it.
    let named = suggested || origin.rule.is_empty();
    let scored = origin.score.is_none() || score(annotation).is_some();
    !(told && named && scored && origin.from.is_empty() && origin.source.is_none())
}

/// The text, and what is known of it.
fn data(out: &mut String, document: &Document, output: &mut dyn Output) {
    let own = &document.metadata;
    key(out, "data");
    out.push('{');
    text(out, config::TEXT, document.text.as_str());
    text(out, "doc_id", document.id.as_str());
    for (name, field) in [
        ("title", &own.title),
        ("outlet", &own.outlet),
        ("url", &own.url),
        ("language", &own.language),
        ("published", &own.published),
        ("retrieved", &own.retrieved),
        ("license", &own.license),
        ("split", &own.split),
    ] {
        text_if(out, name, field);
    }
    if !own.byline.is_empty() {
        value(out, "author", &own.byline);
    }
    if own.language_guessed {
        yes(out, "languageGuessed");
    }
    key(out, "status");
    document.status.write(out);
    if !own.other.is_empty() {
        key(out, "metadata");
        out.push('{');
        for (name, raw) in &own.other {
            key(out, name);
            out.push_str(&carried(raw));
        }
        out.push('}');
    }
    output.lost(Reason::Metadata, unmapped(document));
    out.push('}');
}
