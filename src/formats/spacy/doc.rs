//! An article as spaCy's `Doc` has it.

use crate::formats::tokenised::Tokenised;
use crate::formats::write::{known_as, standing, unmapped};
use crate::formats::{Output, Reason};
use crate::model::{Annotation, AttributeValue, Document, Kind, LabelId, Project, RawJson, Reference};
use crate::sorted::{Map, Set, sort_by};
use crate::text::{Byte, Span, trimmed};
use crate::wire::attribute_json;
use crate::wire::json::to_string;
use std::ops::Range;

/// A token. Together they are the text, where a blank follows those that say so.
pub(super) struct Token {
    pub(super) span: Span,
    /// Whether a blank follows that is no token of its own.
    pub(super) space: bool,
    /// Whether a sentence begins with it.
    pub(super) starts: bool,
}

/// An annotation.
pub(super) struct Marked {
    pub(super) span: Span,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    pub(super) label: String,
    /// The id of what it refers to, or nothing.
    pub(super) kb_id: String,
    /// Whether it is one of the `ents`, which do not overlap.
    pub(super) is_ent: bool,
}

/// What is known of a span beside its label, by a name: each with where it stands.
pub(super) type SpanValues = Map<String, Map<Span, RawJson>>;

/// An article.
pub(super) struct Doc<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: Vec<Token>,
    /// In the order of the text.
    pub(super) spans: Vec<Marked>,
    /// Labels of whole articles, and whether it has them.
    pub(super) cats: Vec<(String, bool)>,
    /// What is known of it.
    pub(super) values: Map<String, RawJson>,
    pub(super) span_values: SpanValues,
}

impl<'a> Doc<'a> {
    /// `cats` are the labels that any article has.
    pub(super) fn new(
        project: &Project,
        document: &'a Document,
        cats: &Set<LabelId>,
        out: &mut dyn Output,
    ) -> Self {
        let text = &document.text;
        let mut marks: Vec<(Span, &Annotation)> = Vec::new();
        for annotation in standing(project, document, out) {
            let hull = annotation.fragments.hull();
            let Some(span) = trimmed(text, hull) else {
                out.lost(Reason::Blank, 1);
                continue;
            };
            out.lost(Reason::Trimmed, usize::from(span != hull));
            out.lost(Reason::Joined, usize::from(annotation.fragments.spans().len() > 1));
            out.lost(Reason::Origins, 1);
            marks.push((span, annotation));
        }
        sort_by(&mut marks, |(a, one), (b, other)| {
            a.start().cmp(&b.start()).then(b.end().cmp(&a.end())).then_with(|| one.id.cmp(&other.id))
        });
        let all: Vec<Span> = marks.iter().map(|(span, _)| *span).collect();
        let cut = Tokenised::new(text, &all, &all);
        out.lost(Reason::Cut, cut.cut);
        let tokens = with_gaps(document, &cut);
        let mut span_values = SpanValues::new();
        let mut spans = Vec::with_capacity(marks.len());
        let mut behind = Byte(0);
        for (span, annotation) in marks {
            let label = project.schema.label(&annotation.label);
            let is_ent = span.start() >= behind && label.is_none_or(|label| label.kind == Kind::Entity);
            if is_ent {
                behind = span.end();
            }
            say(project, annotation, span, &mut span_values, out);
            let first = tokens.partition_point(|token| token.span.start() < span.start());
            let last = tokens.partition_point(|token| token.span.end() <= span.end());
            let kb_id = kb_id(project, annotation);
            spans.push(Marked {
                span,
                tokens: first..last,
                label: name(project, &annotation.label).to_owned(),
                kb_id,
                is_ent,
            });
        }
        let has = |id: &LabelId| document.labels.iter().any(|own| own.label == *id);
        let mut by_name: Map<String, bool> = Map::new();
        for id in cats.iter() {
            *by_name.get_or_insert_with(name(project, id).to_owned(), || false) |= has(id);
        }
        let cats = by_name.into_iter().collect();
        Self { document, tokens, spans, cats, values: values(document, out), span_values }
    }

    /// Where the sentences stand.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Span> + '_ {
        let starts = (0..self.tokens.len()).filter(|&n| self.tokens[n].starts);
        let ends = starts.clone().skip(1).chain([self.tokens.len()]);
        starts
            .zip(ends)
            .map(|(start, end)| Span::new(self.tokens[start].span.start(), self.tokens[end - 1].span.end()))
    }
}

/// A label by its name; spaCy takes an empty one for none.
fn name<'p>(project: &'p Project, id: &'p LabelId) -> &'p str {
    let label = project.schema.label(id).map(|label| label.name.as_str());
    label.filter(|name| !name.is_empty()).unwrap_or(id.as_str())
}

/// The tokens with what lies between them: one blank belongs to the token before it, all else is a token.
fn with_gaps(document: &Document, cut: &Tokenised) -> Vec<Token> {
    let text = &document.text;
    let mut tokens: Vec<Token> = Vec::with_capacity(cut.tokens.len());
    let mut at = Byte(0);
    let gap = |until: Byte, tokens: &mut Vec<Token>, at: Byte| {
        let mut start = at;
        let first = tokens.is_empty();
        if let Some(last) = tokens.last_mut()
            && text.slice(Span::new(start, until)).starts_with(' ')
        {
            last.space = true;
            start = Byte(start.0 + 1);
        }
        if start < until {
            tokens.push(Token { span: Span::new(start, until), space: false, starts: first });
        }
    };
    for (n, &span) in cut.tokens.iter().enumerate() {
        gap(span.start(), &mut tokens, at);
        // White space before the first token belongs to its sentence.
        let starts = cut.starts[n] && n > 0 || tokens.is_empty();
        tokens.push(Token { span, space: false, starts });
        at = span.end();
    }
    gap(text.end(), &mut tokens, at);
    tokens
}

/// The id in a knowledge base, that of Wikidata before others; in the project's own where there is none.
fn kb_id(project: &Project, annotation: &Annotation) -> String {
    match &annotation.refers_to {
        None => String::new(),
        Some(Reference::Nil(_)) => "NIL".to_owned(),
        Some(Reference::Claim(id)) => id.to_string(),
        Some(Reference::Entity(id)) => {
            let known = project.entities.get(id).and_then(known_as);
            known.unwrap_or_else(|| id.to_string())
        }
    }
}

/// Takes what is known of an annotation. Of two in one place spaCy keeps one value of a name.
fn say(
    project: &Project,
    annotation: &Annotation,
    span: Span,
    values: &mut SpanValues,
    out: &mut dyn Output,
) {
    let mut say = |name: &str, value: RawJson, reason: Reason| {
        let own = values.get_or_insert_with(name.to_owned(), Map::new);
        match own.contains_key(&span) {
            true => out.lost(reason, 1),
            false => drop(own.insert(span, value)),
        }
    };
    if !annotation.note.is_empty() {
        say("note", RawJson(to_string(&annotation.note).into()), Reason::Notes);
    }
    if annotation.unsure {
        say("unsure", RawJson("true".into()), Reason::Unsure);
    }
    for (id, value) in &annotation.attributes {
        let name = project.schema.attribute(id).map(|own| own.name.as_str());
        let name = name.filter(|name| !name.is_empty()).unwrap_or(id.as_str());
        let json = match value {
            AttributeValue::Text(text) => RawJson(to_string(text).into()),
            value => attribute_json(value),
        };
        say(name, json, Reason::Attributes);
    }
}

/// What is known of an article.
fn values(document: &Document, out: &mut dyn Output) -> Map<String, RawJson> {
    let own = &document.metadata;
    let guessed = own.language_guessed && !own.language.is_empty();
    let status = to_string(&document.status);
    let mut values: Map<String, RawJson> = Map::new();
    let json = |text: &str| to_string(&text.to_owned());
    let texts = [
        ("id", document.id.as_str()),
        ("title", &own.title),
        ("outlet", &own.outlet),
        ("url", &own.url),
        ("language", &own.language),
        ("published", &own.published),
        ("retrieved", &own.retrieved),
        ("license", &own.license),
        ("split", &own.split),
    ];
    let texts = texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, json(text)));
    let others = [
        ("status", Some(status)),
        ("author", (!own.byline.is_empty()).then(|| to_string(&own.byline))),
        ("languageGuessed", guessed.then(|| "true".to_owned())),
        ("metadata", (!own.other.is_empty()).then(|| to_string(&own.other))),
    ];
    let others = others.into_iter().filter_map(|(key, json)| Some((key, json?)));
    for (key, json) in texts.chain(others) {
        values.insert(key.to_owned(), RawJson(json.into()));
    }
    out.lost(Reason::Metadata, unmapped(document));
    values
}
