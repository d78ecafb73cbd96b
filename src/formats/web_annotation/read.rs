//! Reading W3C Web Annotation: pages, collections and single annotations, with the texts beside them.
//!
//! The text of a target is the file that its state names (`cached`), or the one that is called as its source, or the only one
//! there is. A position is believed where the quote says the same, in code points or in UTF-16; else the words are looked
//! for, by what stands around them. Bodies become a label (`classifying`, `tagging`), attributes (`describing` with a
//! name), what is referred to (`identifying`) and notes; `linking` relates annotations.

use super::bodies::Bodies;
use super::iri::decoded;
use super::locate::{Found, Selected};
use crate::formats::bundle::{Bundle, inner};
use crate::formats::gathering::Gathering;
use crate::formats::kept::Kept;
use crate::formats::original::Original;
use crate::formats::readers::Reader;
use crate::formats::{NewDocument, OffsetUnit, Place, Reading, Severity, first_of, plain};
use crate::model::{DocumentId, Fragments};
use crate::sorted::Map;
use crate::text::{Span, Text};
use crate::wire::json::Json;
use crate::words::{brat as beside, files, gathered};

/// Reads it.
pub(in crate::formats) struct WebAnnotationReader;

impl Reader for WebAnnotationReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let start = bundle.entries[at].start();
        start.starts_with(['{', '['])
            && (start.contains("/ns/anno.jsonld\"")
                || start.contains("\"Annotation\"") && start.contains("\"target\""))
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let (index, zipped) = (bundle.entries[at].index, bundle.entries[at].zipped);
        let set = match bundle.entries[at].name.split_once(".zip/").filter(|_| zipped) {
            Some((zip, _)) => format!("{zip}.zip"),
            None => bundle.entries[at].name.clone(),
        };
        let mut gathering = Gathering::new("web-annotation", &set);
        let mut pages = Vec::new();
        for next in at..bundle.entries.len() {
            let entry = &bundle.entries[next];
            let together = entry.zipped == zipped && (!zipped || entry.index == index);
            if together && !entry.taken && self.knows(bundle, next) {
                let entry = bundle.take(next);
                let place = Place { file: entry.name.clone(), ..Place::default() };
                match entry.decoded() {
                    Ok(decoded) => pages.push((next, decoded.text)),
                    Err(error) => {
                        gathering.at_place(
                            &place,
                            Severity::Refused,
                            error.to_string(),
                            "",
                            &files::not_read(""),
                        );
                    }
                }
            }
        }
        let mut items = Vec::new();
        for (at, text) in &pages {
            match Json::new(text.as_str()) {
                Ok(json) => {
                    items.extend(annotations(json).into_iter().enumerate().map(|(n, json)| (*at, n, json)))
                }
                Err(fault) => {
                    let place = Place { file: bundle.entries[*at].name.clone(), ..Place::default() };
                    let found = files::no_json(fault.why());
                    gathering.at_place(&place, Severity::Refused, found, "", &files::not_read(""));
                }
            }
        }
        let mut texts = Texts::default();
        for (at, _, item) in &items {
            for target in targets(*item) {
                texts.load(target, *at, bundle);
            }
            if let Some(target) = targets(*item).first() {
                texts.describe(*target, *at, bundle);
            }
        }
        texts.settle(&mut gathering);
        let mut bodies = Bodies::default();
        for (n, (at, number, item)) in items.iter().enumerate() {
            gathering.in_file(&bundle.entries[*at].name);
            let path = files::row(number + 1);
            annotation(*item, *at, path, &texts, bundle, &mut bodies, &mut gathering);
            done(n as u64);
        }
        bodies.relate(&mut gathering);
        texts.kept(&pages, &items, bundle, zipped).keep(&set, &mut gathering);
        gathering.finish(reading);
    }
}

/// The value of a key of an object.
pub(super) fn member<'a>(json: Json<'a>, key: &str) -> Option<Json<'a>> {
    let fields = json.object().ok()?;
    fields.into_iter().find(|(own, value)| own == key && !value.is_null()).map(|(_, value)| value)
}

/// A text; of an object its name.
pub(super) fn text(json: Json<'_>, key: &str) -> String {
    member(json, key).and_then(|json| json.text().ok()).unwrap_or_default()
}

/// One or several.
pub(super) fn several<'a>(json: Json<'a>, key: &str) -> Vec<Json<'a>> {
    member(json, key).map(|json| json.list().unwrap_or_else(|_| vec![json])).unwrap_or_default()
}

/// The annotations of a file.
fn annotations(json: Json<'_>) -> Vec<Json<'_>> {
    if let Ok(list) = json.list() {
        return list;
    }
    let page = member(json, "first").filter(|first| first.get().starts_with('{')).unwrap_or(json);
    match member(page, "items").and_then(|items| items.list().ok()) {
        Some(items) => items,
        None if member(json, "target").is_some() => vec![json],
        None => Vec::new(),
    }
}

/// The targets; those of a group are its members.
fn targets(item: Json<'_>) -> Vec<Json<'_>> {
    let one = |target| match member(target, "items").and_then(|items| items.list().ok()) {
        Some(items) => items,
        None => vec![target],
    };
    several(item, "target").into_iter().flat_map(one).collect()
}

/// What the target is a part of.
fn source(target: Json<'_>) -> String {
    match target.text() {
        Ok(name) => name,
        Err(_) => {
            let source = member(target, "source").unwrap_or(target);
            source.text().unwrap_or_else(|_| text(source, "id"))
        }
    }
}

/// A text, and the article that is made of it.
struct Article {
    original: Original,
    new: Option<NewDocument>,
    id: Option<DocumentId>,
}

/// The texts beside the annotations, by the names of their files.
#[derive(Default)]
struct Texts(Map<String, Article>);

impl Texts {
    /// The name of the file with the text of a target.
    fn name(&self, target: Json<'_>, at: usize, bundle: &Bundle<'_>) -> Option<String> {
        let cached = member(target, "state").map(|state| decoded(&text(state, "cached"))).unwrap_or_default();
        let source = source(target);
        let last = decoded(source.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default());
        let stem = last.rsplit_once('.').map_or(last.as_str(), |(stem, _)| stem);
        let own = bundle.entries[at].stem().0.rsplit('/').next().unwrap_or_default();
        let folder = bundle.entries[at]
            .name
            .rsplit_once('/')
            .map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let wished = [cached, last.clone(), format!("{stem}.txt"), format!("{own}.txt")];
        let there = |name: &str| self.0.contains_key(name) || bundle.named(name).is_some();
        let found = wished.iter().filter(|name| name.ends_with(".txt"));
        let found = found.map(|name| format!("{folder}{name}")).find(|name| there(name));
        found.or_else(|| {
            let texts = bundle.entries.iter().filter(|entry| entry.ends("txt"));
            let mut names = texts.map(|entry| entry.name.clone()).filter(|name| there(name));
            names.next().filter(|_| names.next().is_none())
        })
    }

    /// Reads the text of a target, if it was not read yet.
    fn load(&mut self, target: Json<'_>, at: usize, bundle: &mut Bundle<'_>) {
        let Some(name) = self.name(target, at, bundle) else { return };
        let Some(found) = bundle.named(&name) else { return };
        let entry = bundle.take(found);
        let raw = entry.text.map(str::to_owned).or_else(|| String::from_utf8(entry.bytes.to_vec()).ok());
        let Ok(read) = entry.decoded() else { return };
        let raw = raw.unwrap_or_else(|| read.text.as_str().to_owned());
        let mut new = plain::read(&name, read);
        if let Some(source) = &mut new.source {
            source.format = "web-annotation".to_owned();
        }
        if let Some(original) = Original::new(raw) {
            self.0.insert(name, Article { original, new: Some(new), id: None });
        }
    }

    /// Takes what a target says of its source.
    fn describe(&mut self, target: Json<'_>, at: usize, bundle: &Bundle<'_>) {
        let Some(name) = self.name(target, at, bundle) else { return };
        let address = source(target);
        let Some(new) = self.0.get_mut(&name).and_then(|article| article.new.as_mut()) else { return };
        let own = &mut new.metadata;
        if own.url.is_empty() && super::is_address(&address) {
            own.url = address;
        }
        let Some(about) = member(target, "source").filter(|about| about.get().starts_with('{')) else {
            return;
        };
        for (key, field) in [
            ("schema:headline", &mut own.title),
            ("schema:publisher", &mut own.outlet),
            ("schema:datePublished", &mut own.published),
            ("schema:license", &mut own.license),
            ("schema:url", &mut own.url),
            ("language", &mut own.language),
        ] {
            let said = text(about, key);
            if !said.is_empty() {
                *field = said;
            }
        }
        let authors = several(about, "schema:author");
        own.byline.extend(authors.into_iter().filter_map(|author| author.text().ok()));
        new.id = Some(text(about, "schema:identifier")).filter(|id| !id.is_empty()).or(new.id.take());
    }

    /// Puts the articles into the project.
    fn settle(&mut self, gathering: &mut Gathering) {
        let names: Vec<String> = self.0.keys().cloned().collect();
        for name in names {
            if let Some(article) = self.0.get_mut(&name)
                && let Some(new) = article.new.take()
            {
                article.id = Some(gathering.document(new));
            }
        }
    }

    /// What is about which article, of pages and their items.
    fn kept<'a>(
        &'a self,
        pages: &'a [(usize, Text)],
        items: &[(usize, usize, Json<'a>)],
        bundle: &Bundle<'_>,
        zipped: bool,
    ) -> Kept<'a> {
        let mut kept = Kept::default();
        // They stand page by page.
        let mut rest = items;
        for (at, page) in pages {
            let file = kept.file(inner(&bundle.entries[*at].name, zipped), page.as_str());
            let own = rest.iter().take_while(|(of, ..)| of == at).count();
            for (_, _, item) in rest.split_off(..own).into_iter().flatten() {
                let article = targets(*item).first().and_then(|target| self.get(*target, *at, bundle));
                if let Some((_, document)) = article {
                    kept.own_piece(document, file, item.get());
                }
            }
        }
        for (name, article) in &self.0 {
            let text = article.original.raw.as_str();
            let file = kept.file(inner(name, zipped), text);
            if let Some(document) = &article.id {
                kept.own(document, file, 0..text.len());
            }
        }
        kept
    }

    /// The article of a target.
    fn get(&self, target: Json<'_>, at: usize, bundle: &Bundle<'_>) -> Option<(&Original, &DocumentId)> {
        let article = self.0.get(&self.name(target, at, bundle)?)?;
        Some((&article.original, article.id.as_ref()?))
    }
}

/// Reads an annotation.
fn annotation(
    item: Json<'_>,
    at: usize,
    path: String,
    texts: &Texts,
    bundle: &Bundle<'_>,
    bodies: &mut Bodies,
    gathering: &mut Gathering,
) {
    let left_out = |found: String, expected: &str, gathering: &mut Gathering| {
        let done = gathered::annotation_left_out();
        gathering.at_path(path.clone(), Severity::LeftOut, found, expected, done);
    };
    let motivation = several(item, "motivation").first().and_then(|own| own.text().ok()).unwrap_or_default();
    if motivation == "linking" && bodies.link(item) {
        return;
    }
    let all = targets(item);
    let selected: Vec<(Json<'_>, Selected)> =
        all.iter().filter_map(|target| Some((*target, Selected::of(member(*target, "selector")?)))).collect();
    let Some((first, _)) = selected.first() else {
        let whole = all.first().and_then(|target| texts.get(*target, at, bundle));
        match whole {
            Some((_, document)) if motivation != "describing" => bodies.whole(item, document, gathering),
            // What is known of an article was taken with it.
            Some(_) => {}
            None => left_out(beside::no_text().to_owned(), &first_of(&name_of(&all)), gathering),
        }
        return;
    };
    let Some((original, document)) = texts.get(*first, at, bundle) else {
        return left_out(beside::no_text().to_owned(), &first_of(&source(*first)), gathering);
    };
    let mut spans = Vec::new();
    for (_, selected) in &selected {
        match place(selected, original) {
            Some((span, found)) => {
                spans.push(span);
                if found != Found::Placed {
                    let (said, done) = match found {
                        Found::Utf16 => {
                            (gathered::counts_in(OffsetUnit::Utf16.name()), gathered::by_quotes())
                        }
                        _ => (gathered::elsewhere(&first_of(&selected.exact)), gathered::by_quote()),
                    };
                    gathering.at_path(path.clone(), Severity::Note, said, "", done);
                }
            }
            None if selected.is_some() => {
                let found = gathered::other_quote(&first_of(&selected.exact));
                left_out(found, gathered::inside(), gathering);
            }
            None => left_out(gathered::odd_records(1), "TextPositionSelector, TextQuoteSelector", gathering),
        }
    }
    if let Some(fragments) = Fragments::join(spans) {
        bodies.marked(item, document, fragments, gathering);
    }
}

fn name_of(targets: &[Json<'_>]) -> String {
    targets.first().map(|target| source(*target)).unwrap_or_default()
}

/// A place in the article, found in the text as the file has it.
fn place(selected: &Selected, original: &Original) -> Option<(Span, Found)> {
    let raw: &Text = &original.raw;
    let (span, found) = selected.find(raw)?;
    let places = original.places(OffsetUnit::Bytes);
    let own = original.span(&places, span.start().0.into(), span.end().0.into()).ok()?;
    Some((own, found))
}
