//! What the lines of an article of brat say.

use super::conf::Shown;
use super::{LINE_ENDS, OWN, UNSURE};
use crate::formats::gathering::Gathering;
use crate::formats::places::{Places, Quoted, detect};
use crate::formats::{Misplaced, NewDocument, OffsetUnit, Severity};
use crate::model::{
    Annotation, AnnotationId, AttributeType, AttributeValue, DocumentId, ExternalId, Fragments, Kind, Nil,
    Reference, RelationId,
};
use crate::sorted::Map;
use crate::text::{Byte, Span, Text};
use crate::words::{brat as words, gathered};

/// The units in which other programs have counted.
const UNITS: &[OffsetUnit] = &[OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Bytes];

/// What is no part of a text any more since it was read, though offsets may count it: a byte order mark, and the carriage
/// returns of Windows.
pub(super) struct Folded(Vec<u64>);

impl Folded {
    /// Their places, in code points.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let pairs = text.chars().zip(text.chars().skip(1).chain(['\0'])).enumerate();
        let gone = |at: usize, pair: (char, char)| at == 0 && pair.0 == '\u{FEFF}' || pair == ('\r', '\n');
        Self(pairs.filter(|(at, pair)| gone(*at, *pair)).map(|(at, _)| at as u64).collect())
    }

    /// The place without them.
    fn without(&self, at: u64) -> u64 {
        at - self.0.partition_point(|own| *own < at) as u64
    }
}

/// A text-bound line.
struct Marked<'a> {
    line: u32,
    id: &'a str,
    label: &'a str,
    fragments: Vec<(u64, u64)>,
    quote: &'a str,
}

impl Marked<'_> {
    /// Where its fragments stand; else which of them stands nowhere, and why.
    fn spans(
        &self,
        places: &Places<'_>,
        folded: Option<&Folded>,
    ) -> Result<Vec<Span>, (Misplaced, u64, u64)> {
        let of = |at: u64| folded.map_or(at, |folded| folded.without(at));
        let span =
            |&(start, end): &(u64, u64)| places.span(of(start), of(end)).map_err(|why| (why, start, end));
        self.fragments.iter().map(span).collect()
    }
}

/// An article on its way.
pub(super) struct Article<'a, 'l> {
    gathering: &'a mut Gathering,
    shown: &'a Shown,
    pub(super) document: DocumentId,
    text: Text,
    folded: Option<Folded>,
    /// Annotations by their ids in the file; of an event, its trigger.
    marks: Map<&'l str, AnnotationId>,
}

impl<'a, 'l> Article<'a, 'l> {
    pub(super) fn of(
        new: NewDocument,
        folded: Option<Folded>,
        shown: &'a Shown,
        gathering: &'a mut Gathering,
    ) -> Self {
        let text = new.text.clone();
        let document = gathering.document(new);
        Self { gathering, shown, document, text, folded, marks: Map::new() }
    }

    pub(super) fn read(mut self, lines: &'l str) {
        let all = || {
            lines
                .split('\n')
                .enumerate()
                .map(|(n, line)| (n as u32 + 1, line.strip_suffix('\r').unwrap_or(line)))
        };
        let mut marked = Vec::new();
        for (n, line) in all().filter(|(_, line)| line.starts_with('T')) {
            match text_bound(n, line) {
                Some(one) => marked.push(one),
                None => self.refuse(n, line),
            }
        }
        self.annotations(marked);
        // An event may name one that comes later: what triggers each is known before any is read.
        for (_, line) in all().filter(|(_, line)| line.starts_with('E')) {
            let parts = line
                .split_once('\t')
                .and_then(|(id, rest)| Some((id, rest.split_whitespace().next()?.split_once(':')?.1)));
            if let Some((id, trigger)) = parts
                && let Some(mark) = self.marks.get(trigger).cloned()
            {
                self.marks.insert(id, mark);
            }
        }
        for (n, line) in all() {
            let (id, rest) = line.split_once('\t').unwrap_or((line, ""));
            let fine = match id.as_bytes().first() {
                None | Some(b'T') => true,
                Some(b'R') => self.relation(rest),
                Some(b'*') => self.equal(rest),
                Some(b'E') => self.event(id, rest),
                Some(b'A' | b'M') => self.attribute(rest),
                Some(b'N') => self.reference(rest),
                Some(b'#') => self.note(rest),
                Some(_) => false,
            };
            if !fine && !line.trim().is_empty() {
                self.refuse(n, line);
            }
        }
    }

    fn refuse(&mut self, line: u32, words: &str) {
        let found = super::first_of(words);
        self.gathering.at_line(line, Severity::LeftOut, found, words::a_line(), gathered::carried());
    }

    /// The annotations, once it is known what their offsets count.
    fn annotations(&mut self, marked: Vec<Marked<'l>>) {
        let text = self.text.clone();
        let fits = |folded: Option<&Folded>| {
            let places = Places::new(&text, OffsetUnit::CodePoints);
            // White space at the ends tells one place from the next where the rest fits either.
            let fit = |mark: &Marked<'_>| {
                let spans = mark.spans(&places, folded).unwrap_or_default();
                let pieces: Vec<&str> = spans.iter().map(|span| text.slice(*span)).collect();
                match pieces.join(" ") == mark.quote.trim_start_matches('\u{FEFF}') {
                    _ if pieces.is_empty() => 0,
                    true => 2,
                    false => usize::from(reads_so(&pieces, mark.quote)),
                }
            };
            marked.iter().map(fit).sum::<usize>()
        };
        let folded = self.folded.take().filter(|folded| fits(Some(folded)) > fits(None));
        let of = |at: u64| folded.as_ref().map_or(at, |folded| folded.without(at));
        let own = marked.iter().filter(|mark| mark.fragments.len() == 1).map(|mark| {
            let (start, end) = mark.fragments[0];
            Quoted { text: &text, start: of(start), end: of(end), quote: mark.quote }
        });
        let found = detect(UNITS, own).map_or(OffsetUnit::CodePoints, |(unit, _)| unit);
        let unit = self.gathering.counts(found);
        if unit != OffsetUnit::CodePoints && unit == found {
            let line = marked.first().map_or(1, |mark| mark.line);
            self.gathering.at_line(
                line,
                Severity::Note,
                gathered::counts_in(unit.name()),
                OffsetUnit::CodePoints.name(),
                gathered::by_quotes(),
            );
        }
        let places = Places::new(&text, unit);
        for mark in marked {
            let spans = match mark.spans(&places, folded.as_ref()) {
                Ok(spans) => spans,
                Err((why, start, end)) => {
                    self.gathering.at_line(
                        mark.line,
                        Severity::LeftOut,
                        why.found(start, end),
                        gathered::inside(),
                        gathered::annotation_left_out(),
                    );
                    continue;
                }
            };
            let there: Vec<&str> = spans.iter().map(|span| text.slice(*span)).collect();
            if !reads_so(&there, mark.quote) {
                let (found, wanted) = (
                    gathered::other_quote(&super::first_of(mark.quote)),
                    gathered::in_text(&super::first_of(&there.join(" "))),
                );
                self.gathering.at_line(
                    mark.line,
                    Severity::LeftOut,
                    found,
                    &wanted,
                    gathered::annotation_left_out(),
                );
                continue;
            }
            let Some(fragments) = Fragments::join(joined_over_lines(&text, spans)) else { continue };
            let label = self.gathering.label_shown(mark.label, self.shown.name(mark.label), Kind::Entity);
            let own = self.gathering.annotation(&self.document, &label, fragments);
            if self.marks.contains_key(mark.id) {
                self.gathering.at_line(
                    mark.line,
                    Severity::LeftOut,
                    gathered::twice(mark.id),
                    "",
                    gathered::annotation_left_out(),
                );
                continue;
            }
            self.marks.insert(mark.id, own.id.clone());
            self.gathering.keep(own);
        }
    }

    fn target(&self, id: &str) -> Option<AnnotationId> {
        self.marks.get(id).cloned()
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Annotation)) -> bool {
        let Some(id) = self.target(id) else { return false };
        self.gathering.change(&self.document, &id, change);
        true
    }

    fn relation(&mut self, rest: &str) -> bool {
        let mut words = rest.split_whitespace();
        let Some(kind) = words.next() else { return false };
        let ends: Option<Vec<(&str, AnnotationId)>> = words
            .map(|word| word.split_once(':').and_then(|(role, id)| Some((role, self.target(id)?))))
            .collect();
        let Some(ends) = ends.filter(|ends| ends.len() >= 2) else { return false };
        self.relate(kind, false, &ends);
        true
    }

    fn relate(&mut self, kind: &str, symmetric: bool, ends: &[(&str, AnnotationId)]) -> RelationId {
        let roles: Vec<&str> = ends.iter().map(|(role, _)| *role).collect();
        let kind = self.gathering.relation_type(self.shown.name(kind), symmetric, &roles);
        self.gathering.relate(&kind, ends.iter().map(|(role, id)| ((*role).to_owned(), id.to_string())))
    }

    fn equal(&mut self, rest: &str) -> bool {
        let mut words = rest.split_whitespace();
        let Some(kind) = words.next() else { return false };
        let ends: Option<Vec<(&str, AnnotationId)>> =
            words.map(|id| Some((words::ARG, self.target(id)?))).collect();
        let Some(ends) = ends.filter(|ends| ends.len() >= 2) else { return false };
        self.relate(kind, true, &ends);
        true
    }

    fn event(&mut self, id: &str, rest: &str) -> bool {
        let mut words = rest.split_whitespace();
        let (Some((kind, _)), Some(trigger)) =
            (words.next().and_then(|word| word.split_once(':')), self.target(id))
        else {
            return false;
        };
        let ends: Option<Vec<(&str, AnnotationId)>> = words
            .map(|word| {
                let (role, id) = word.split_once(':')?;
                Some((role.trim_end_matches(|c: char| c.is_ascii_digit()), self.target(id)?))
            })
            .collect();
        let Some(mut ends) = ends else { return false };
        match ends.len() {
            // The trigger itself says that much.
            0 => return true,
            1 => ends.insert(0, (words::TRIGGER, trigger.clone())),
            _ => {}
        }
        let relation = self.relate(kind, false, &ends);
        self.gathering.express(&relation, trigger);
        true
    }

    fn attribute(&mut self, rest: &str) -> bool {
        let mut words = rest.splitn(3, ' ').map(str::trim);
        let (Some(name), Some(id)) = (words.next(), words.next()) else { return false };
        let value = words.next().filter(|value| !value.is_empty());
        let Some(own) = self.target(id) else { return false };
        if name == UNSURE && value.is_none() {
            return self.change(id, |own| own.unsure = true);
        }
        let Some(label) = self.gathering.label_of(&self.document, &own) else { return false };
        let kind = if value.is_some() { AttributeType::Choice } else { AttributeType::Flag };
        let key = self.gathering.attribute(&label, self.shown.name(name), kind, value);
        let value = value.map_or(AttributeValue::Flag(true), |value| AttributeValue::Text(value.to_owned()));
        self.change(id, |own| {
            own.attributes.insert(key, value);
        })
    }

    fn reference(&mut self, rest: &str) -> bool {
        let (head, name) = rest.split_once('\t').unwrap_or((rest, ""));
        let mut words = head.split_whitespace();
        let (Some(_), Some(id), Some(to)) = (words.next(), words.next(), words.next()) else { return false };
        let Some(own) = self.target(id) else { return false };
        let (base, key) = to.split_once(':').unwrap_or(("", to));
        if base == OWN && key == "NIL" {
            return self.change(id, |own| own.refers_to = Some(Reference::Nil(Nil)));
        }
        let name = Some(name.trim()).filter(|name| !name.is_empty()).unwrap_or(key);
        let Some(label) = self.gathering.label_of(&self.document, &own) else { return false };
        let refers = self.gathering.referred(&self.document, &own);
        // Further lines of one annotation are further ids of what it refers to.
        let entity = refers.unwrap_or_else(|| self.gathering.entity(to, name, &label));
        if base != OWN
            && let Some(entity) = self.gathering.entity_mut(&entity)
            && !entity.ids.iter().any(|own| own.scheme == base && own.id == key)
        {
            entity.ids.push(ExternalId { scheme: base.to_owned(), id: key.to_owned(), url: String::new() });
        }
        self.change(id, |own| own.refers_to = Some(Reference::Entity(entity)))
    }

    fn note(&mut self, rest: &str) -> bool {
        let (head, note) = rest.split_once('\t').unwrap_or((rest, ""));
        let Some(id) = head.split_whitespace().nth(1) else { return false };
        self.change(id, |own| {
            if !own.note.is_empty() {
                own.note.push('\n');
            }
            own.note.push_str(note);
        })
    }
}

fn text_bound(line: u32, words: &str) -> Option<Marked<'_>> {
    let (id, rest) = words.split_once('\t')?;
    let (head, quote) = rest.split_once('\t').unwrap_or((rest, ""));
    let (label, places) = head.split_once(' ')?;
    let fragment = |place: &str| {
        let (start, end) = place.trim().split_once(' ')?;
        Some((start.parse().ok()?, end.trim().parse().ok()?))
    };
    let fragments: Option<Vec<(u64, u64)>> = places.split(';').map(fragment).collect();
    let mut fragments = fragments?;
    fragments.sort_unstable();
    Some(Marked { line, id, label, fragments, quote })
}

/// Whether pieces of a text read like a quote: as brat joins them, or but for white space and marks of omission.
fn reads_so(pieces: &[&str], quote: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{FEFF}' && !LINE_ENDS.contains(c))
            .collect::<String>()
    };
    let own: String = pieces.iter().map(|piece| plain(piece)).collect();
    let omitted = |quote: &str| plain(&quote.replace("[...]", "").replace(" ... ", ""));
    plain(quote) == own || pieces.len() > 1 && omitted(quote) == own
}

/// Fragments between which there is nothing but the end of a line are one.
fn joined_over_lines(text: &Text, spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if goes_on(text, last.end(), span.start()) => {
                *last = Span::new(last.start(), span.end())
            }
            _ => joined.push(span),
        }
    }
    joined
}

fn goes_on(text: &Text, end: Byte, start: Byte) -> bool {
    end < start && text.slice(Span::new(end, start)).chars().all(|c| LINE_ENDS.contains(&c))
}
