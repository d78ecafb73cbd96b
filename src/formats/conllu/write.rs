//! Writing CoNLL-U.

use super::brackets::{Ids, Mention, brackets};
use super::escapes::{field, one_line, spaces};
use super::head::{SentIds, metadata};
use crate::formats::tokenised::Tokenised;
use crate::formats::write::{Writer, known_as, standing};
use crate::formats::{Options, Output, Reason, file_name};
use crate::model::{Annotation, AttributeValue, Document, Entity, Kind, Project, Reference};
use crate::sorted::{Set, sort_by};
use crate::text::{Byte, Span, Text, trimmed};
use std::fmt::Write as _;
use std::ops::Range;

/// Keys of `other` that are no attributes.
const OWN_KEYS: [&str; 4] = ["link", "label", "unsure", "note"];

/// Writes it.
pub(in crate::formats) struct Conllu;

impl Writer for Conllu {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        out.file(&file_name(&project.name, options.format.endings[0]));
        let per_article = options.is("ids", "article");
        let (mut ids, mut sent_ids) = (Ids::default(), SentIds::default());
        // Entities of articles before, where each article has ids of its own.
        let mut before: Set<String> = Set::new();
        let mut begun = false;
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let marked = marked(project, document, out);
            let pieces: Vec<Span> = marked.iter().flat_map(|(_, pieces)| pieces.iter().copied()).collect();
            let wholes: Vec<Span> = marked.iter().map(|(_, pieces)| hull(pieces)).collect();
            let cut = Tokenised::new(&document.text, &pieces, &wholes);
            if cut.tokens.is_empty() {
                // There is no sentence without a token, and no document without a sentence.
                out.lost(Reason::Articles, 1);
                out.done(n + 1, all);
                continue;
            }
            let mentions: Vec<Mention> =
                marked.iter().map(|(own, pieces)| mention(project, own, pieces, &cut, out)).collect();
            let (entities, alone) = brackets(cut.tokens.len(), &mentions, &mut ids);
            out.lost(Reason::Links, alone);
            if per_article {
                let again = ids.forget().filter(|key| !before.insert(key.clone())).count();
                out.lost(Reason::Links, again);
            }
            out.lost(Reason::Cut, cut.cut);
            let id = sent_ids.of(document);
            let mut head = format!("# newdoc id = {id}\n");
            if !begun {
                head.push_str("# global.Entity = eid-etype-head-other\n");
            }
            begun = true;
            head.push_str(&metadata(project, document, &id, out));
            out.write(head.as_bytes());
            for (number, sentence) in cut.sentences().enumerate() {
                let rows = rows(&document.text, &cut, sentence, &entities, &format!("{id}-{}", number + 1));
                out.write(rows.as_bytes());
            }
            out.done(n + 1, all);
        }
        out.lost(Reason::Relations, project.relations.len());
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

fn hull(pieces: &[Span]) -> Span {
    let start = pieces.first().map_or(Byte(0), |piece| piece.start());
    Span::new(start, pieces.last().map_or(start, |piece| piece.end()))
}

/// The annotations that mark entities, in the order of the text, with what is to be seen of their fragments.
fn marked<'a>(
    project: &'a Project,
    document: &Document,
    out: &mut dyn Output,
) -> Vec<(&'a Annotation, Vec<Span>)> {
    let mut marked = Vec::new();
    for annotation in standing(project, document, out) {
        let label = project.schema.label(&annotation.label);
        if label.is_some_and(|label| label.kind != Kind::Entity) {
            out.lost(Reason::Kinds, 1);
            continue;
        }
        let own = annotation.fragments.spans();
        let seen: Vec<Span> = own.iter().filter_map(|&span| trimmed(&document.text, span)).collect();
        if seen.is_empty() {
            out.lost(Reason::Blank, 1);
            continue;
        }
        out.lost(Reason::Trimmed, usize::from(seen != own));
        marked.push((&**annotation, seen));
    }
    sort_by(&mut marked, |(one, a), (other, b)| {
        let (a, b) = (hull(a), hull(b));
        a.start().cmp(&b.start()).then(b.end().cmp(&a.end())).then_with(|| one.id.cmp(&other.id))
    });
    marked
}

/// An annotation in tokens, and what its brackets say.
fn mention(
    project: &Project,
    annotation: &Annotation,
    seen: &[Span],
    cut: &Tokenised,
    out: &mut dyn Output,
) -> Mention {
    let mut pieces: Vec<Range<usize>> = Vec::with_capacity(seen.len());
    for range in seen.iter().map(|&piece| cut.range(piece)) {
        match pieces.last_mut() {
            // With nothing between them that has a row, two fragments are one.
            Some(last) if last.end == range.start => last.end = range.end,
            _ => pieces.push(range),
        }
    }
    out.lost(Reason::Joined, usize::from(pieces.len() < seen.len()));
    let (key, entity) = match &annotation.refers_to {
        Some(Reference::Entity(id)) => (Some(id.to_string()), project.entities.get(id)),
        Some(Reference::Claim(_)) => {
            out.lost(Reason::Links, 1);
            (None, None)
        }
        Some(Reference::Nil(_)) | None => (None, None),
    };
    let name = |id| {
        let label = project.schema.label(id).map(|label| label.name.as_str());
        label.filter(|name| !name.trim().is_empty()).unwrap_or(id.as_str())
    };
    let own = name(&annotation.label);
    let shared = entity.map_or(own, |entity| name(&entity.label));
    let mut other = Vec::new();
    if let Some(link) = link(annotation, entity) {
        other.push(format!("link:{}", field(&link, false)));
    }
    if own != shared {
        other.push(format!("label:{}", field(own, false)));
    }
    if annotation.unsure {
        other.push("unsure".to_owned());
    }
    if !annotation.note.is_empty() {
        other.push(format!("note:{}", field(&annotation.note, false)));
    }
    attributes(project, annotation, &mut other, out);
    out.lost(Reason::Origins, 1);
    let mut fields = format!("-{}-1", field(shared, false));
    if !other.is_empty() {
        fields.push('-');
        fields.push_str(&other.join(","));
    }
    Mention { pieces, entity: key, fields }
}

/// The id of what a mention refers to in a knowledge base.
fn link(annotation: &Annotation, entity: Option<&Entity>) -> Option<String> {
    if matches!(annotation.refers_to, Some(Reference::Nil(_))) {
        return Some("NIL".to_owned());
    }
    entity.and_then(known_as)
}

/// Attributes by their names. One without a name, or with that of another, has no place.
fn attributes(project: &Project, annotation: &Annotation, other: &mut Vec<String>, out: &mut dyn Output) {
    let mut taken: Set<String> = OWN_KEYS.iter().map(|&key| key.to_owned()).collect();
    for (id, value) in &annotation.attributes {
        let name = project.schema.attribute(id).map_or(id.as_str(), |own| &own.name);
        let value = match value {
            AttributeValue::Text(text) if !text.is_empty() => Some(format!(":{}", field(text, false))),
            AttributeValue::Number(number) => Some(format!(":{}", field(number.as_str(), false))),
            AttributeValue::Flag(true) => Some(String::new()),
            AttributeValue::Flag(false) => Some(":no".to_owned()),
            _ => None,
        };
        match value.filter(|_| !name.is_empty() && taken.insert(name.to_owned())) {
            Some(value) => other.push(field(name, true) + &value),
            None => out.lost(Reason::Attributes, 1),
        }
    }
}

/// A sentence with its comments and the empty line behind it.
fn rows(text: &Text, cut: &Tokenised, sentence: Range<usize>, entities: &[String], id: &str) -> String {
    let gap = |before: usize| gap(text, &cut.tokens, before);
    let mut out = String::new();
    if sentence.start == 0 || gap(sentence.start).contains('\n') {
        out.push_str("# newpar\n");
    }
    let whole = Span::new(cut.tokens[sentence.start].start(), cut.tokens[sentence.end - 1].end());
    let _ = writeln!(out, "# sent_id = {id}");
    let line = one_line(text.slice(whole)).0;
    if !line.is_empty() {
        let _ = writeln!(out, "# text = {line}");
    }
    for n in sentence.clone() {
        let mut misc = Vec::new();
        if !entities[n].is_empty() {
            misc.push(format!("Entity={}", entities[n]));
        }
        match gap(n + 1) {
            "" => misc.push("SpaceAfter=No".to_owned()),
            // Behind the last token readers take none for granted.
            " " if n + 1 < cut.tokens.len() => {}
            gap => misc.push(format!("SpacesAfter={}", spaces(gap))),
        }
        if n == 0 && !gap(0).is_empty() {
            misc.push(format!("SpacesBefore={}", spaces(gap(0))));
        }
        let misc = if misc.is_empty() { "_".to_owned() } else { misc.join("|") };
        let form = text.slice(cut.tokens[n]);
        let number = n - sentence.start + 1;
        let tree = if number == 1 { "0\troot" } else { "1\tdep" };
        let _ = writeln!(out, "{number}\t{form}\t_\t_\t_\t_\t{tree}\t_\t{misc}");
    }
    out.push('\n');
    out
}

/// What stands before a token, or behind the last one.
fn gap<'a>(text: &'a Text, tokens: &[Span], before: usize) -> &'a str {
    let start = before.checked_sub(1).map_or(Byte(0), |n| tokens[n].end());
    text.slice(Span::new(start, tokens.get(before).map_or(text.end(), |token| token.start())))
}
