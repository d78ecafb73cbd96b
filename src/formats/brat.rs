//! brat standoff: for each article its text (`.txt`) and what is marked in it (`.ann`), with `annotation.conf` and
//! `visual.conf` made of the schema.
//!
//! By <https://brat.nlplab.org/standoff.html> and <https://brat.nlplab.org/configuration.html>, and by brat's own reader,
//! which is stricter. UTF-8, LF, no byte order mark. Offsets count code points, the end is exclusive. Written are:
//!
//! | line | what it says |
//! | --- | --- |
//! | `T1⇥Person 0 5;9 14⇥first other` | an annotation; where a line ends inside a fragment, which brat refuses, it is taken apart there |
//! | `R1⇥Type Arg1:T1 Arg2:T2` | a relation of two annotations of the article, in the order of the type's roles |
//! | `A1⇥Name T1 Value` | an attribute that is a choice; one that is yes, and that the annotation is unsure, without a value |
//! | `N1⇥Reference T1 Postil:e-1⇥name` | the entity or the claim that it refers to, `Postil:NIL` for none; another for each id of the entity |
//! | `#1⇥AnnotatorNotes T1⇥words` | its note, in one line |
//!
//! Types are written in letters of ASCII, digits, `-` and `_`; `visual.conf` has the names as they are.
//!
//! An article that came from brat, of which nothing was changed, is written with the very lines that were read.
//!
//! Lost: relations of more than two, or across articles, or with an entity or a claim; values that are no choice, and a
//! no; who made what; what is known of articles, and their labels; the registries but names.
//!
//! ```text
//! T1⇥Person 0 7⇥Marzouk
//! N1⇥Reference T1 Postil:e-9⇥Mousa Abu Marzook
//! A1⇥Unsure T1
//! ```

mod conf;
mod lines;
mod read;

use super::naming::FileNames;
use super::write::{Writer, by_role, lost_around, paired, standing, stands};
use super::{Options, Output, Reason, first_of};
use crate::model::{Annotation, AttributeType, AttributeValue, Document, Project, Reference, Relation};
use crate::sorted::Map;
use crate::text::{Byte, Span};
use conf::Names;
use std::fmt::Write as _;

/// What brat's reader takes for the end of a line, in a text and in a note.
const LINE_ENDS: [char; 10] =
    ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];
/// What ids of the project's registries stand in.
const OWN: &str = "Postil";

/// The attribute that says that an annotation is unsure.
const UNSURE: &str = "Unsure";

pub(super) use read::BratReader;

/// Writes it.
pub(super) struct Brat;

impl Writer for Brat {
    /// The own names stand beside those of the files, in `visual.conf`.
    fn calls_labels(&self) -> bool {
        true
    }

    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        let names = Names::of(&project.schema);
        let related = paired(project, stands, out);
        let mut files = FileNames::default();
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let name = files.of(document, "txt");
            let stem = name.strip_suffix(".txt").unwrap_or(&name);
            let related = related.get(&document.id).map_or(&[][..], Vec::as_slice);
            let lines = match read::unchanged(project, document) {
                Some(lines) => lines,
                None => Lines::of(project, &names, document, related, out),
            };
            // First what is marked: a preview shows the beginning of the first file.
            out.file(&format!("{stem}.ann"));
            out.write(lines.as_bytes());
            out.file(&name);
            out.write(document.text.as_str().as_bytes());
            // At the beginning of a file it is taken for a byte order mark.
            out.lost(Reason::Characters, usize::from(document.text.as_str().starts_with('\u{FEFF}')));
            lost_around(document, true, out);
            out.done(n + 1, all);
        }
        out.file("annotation.conf");
        out.write(names.annotation_conf(&project.schema).as_bytes());
        out.file("visual.conf");
        out.write(names.visual_conf(&project.schema).as_bytes());
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}

/// The parts of a span between the ends of lines.
fn in_lines(span: Span, document: &Document) -> impl Iterator<Item = Span> + '_ {
    // At the beginning of a file it is taken for a byte order mark, and is gone.
    let mark = if document.text.as_str().starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() as u32 } else { 0 };
    let start = Byte(span.start().0.max(mark.min(span.end().0)));
    let slice = document.text.slice(Span::new(start, span.end()));
    let mut at = start.0;
    slice.split_inclusive(LINE_ENDS).filter_map(move |part| {
        let start = at;
        at += part.len() as u32;
        let length = part.trim_end_matches(LINE_ENDS).len() as u32;
        (length > 0).then(|| Span::new(Byte(start), Byte(start + length)))
    })
}

/// A text in one line.
fn one_line(text: &str, out: &mut dyn Output) -> String {
    out.lost(Reason::Characters, text.matches(LINE_ENDS).count());
    text.replace(LINE_ENDS, " ")
}

/// The lines of an article.
struct Lines<'a> {
    project: &'a Project,
    names: &'a Names,
    text: String,
    /// How many there are of each kind.
    counts: [usize; 5],
}

/// The letters that lines of a kind begin with.
const KINDS: [&str; 5] = ["T", "R", "A", "N", "#"];

impl<'a> Lines<'a> {
    /// All that is said of an article.
    fn of(
        project: &'a Project,
        names: &'a Names,
        document: &Document,
        related: &[&Relation],
        out: &mut dyn Output,
    ) -> String {
        let mut lines = Lines { project, names, text: String::new(), counts: [0; 5] };
        let mut written = Map::new();
        for annotation in standing(project, document, out) {
            if let Some(number) = lines.annotation(annotation, document, out) {
                written.insert(annotation.id.as_str(), number);
            }
        }
        for relation in related {
            lines.relation(relation, &written, out);
        }
        lines.text
    }

    /// A line of a kind, and its number.
    fn line(&mut self, kind: usize, words: &str) -> usize {
        self.counts[kind] += 1;
        let number = self.counts[kind];
        let _ = writeln!(self.text, "{}{number}\t{words}", KINDS[kind]);
        number
    }

    /// The lines of an annotation and the number of the first, if there is anything but line ends in it.
    fn annotation(
        &mut self,
        annotation: &Annotation,
        document: &Document,
        out: &mut dyn Output,
    ) -> Option<usize> {
        let spans = annotation.fragments.spans();
        let parts: Vec<Span> = spans.iter().flat_map(|&span| in_lines(span, document)).collect();
        if parts.is_empty() {
            out.lost(Reason::Blank, 1);
            return None;
        }
        let whole = parts.iter().map(|part| part.end().0 - part.start().0).sum::<u32>();
        let marked = spans.iter().map(|span| span.end().0 - span.start().0).sum::<u32>();
        out.lost(Reason::Broken, usize::from(whole != marked));
        // A reader takes what only the end of a line parts for one.
        let gaps = spans.windows(2).map(|pair| Span::new(pair[0].end(), pair[1].start()));
        let parted =
            |gap: &Span| !gap.is_empty() && document.text.slice(*gap).chars().all(|c| LINE_ENDS.contains(&c));
        out.lost(Reason::Joined, usize::from(gaps.filter(parted).count() > 0));
        let places: Vec<String> = parts
            .iter()
            .map(|&part| {
                let (start, end) = document.text.code_points(part);
                format!("{} {}", start.0, end.0)
            })
            .collect();
        let quotes: Vec<&str> = parts.iter().map(|&part| document.text.slice(part)).collect();
        let label = self.names.label(&annotation.label);
        let number = self.line(0, &format!("{label} {}\t{}", places.join(";"), quotes.join(" ")));
        self.attributes(annotation, number, out);
        self.references(annotation, number, out);
        if !annotation.note.is_empty() {
            let note = one_line(&annotation.note, out);
            self.line(4, &format!("AnnotatorNotes T{number}\t{note}"));
        }
        out.lost(Reason::Origins, 1);
        Some(number)
    }

    fn attributes(&mut self, annotation: &Annotation, number: usize, out: &mut dyn Output) {
        if annotation.unsure {
            self.line(2, &format!("{} T{number}", self.names.unsure));
        }
        for (id, value) in &annotation.attributes {
            let own = self.project.schema.attribute(id);
            let name = self.names.attributes.get(id);
            let said = match (own.map(|own| own.kind), value) {
                (Some(AttributeType::Flag), AttributeValue::Flag(true)) => Some(String::new()),
                (Some(AttributeType::Choice), AttributeValue::Text(chosen)) => {
                    self.names.value(id, chosen).map(|value| {
                        out.lost(Reason::Characters, usize::from(value != chosen));
                        format!(" {value}")
                    })
                }
                _ => None,
            };
            match name.zip(said) {
                Some((name, said)) => {
                    self.line(2, &format!("{name} T{number}{said}"));
                }
                None => out.lost(Reason::Attributes, 1),
            }
        }
    }

    fn references(&mut self, annotation: &Annotation, number: usize, out: &mut dyn Output) {
        let (id, name, others) = match &annotation.refers_to {
            None => return,
            Some(Reference::Nil(_)) => ("NIL", "NIL", &[][..]),
            Some(Reference::Claim(id)) => {
                let claim = self.project.claims.get(id);
                (id.as_str(), claim.map_or("", |claim| &claim.text), &[][..])
            }
            Some(Reference::Entity(id)) => {
                let entity = self.project.entities.get(id);
                (
                    id.as_str(),
                    entity.map_or("", |entity| &entity.name),
                    entity.map_or(&[][..], |entity| &entity.ids),
                )
            }
        };
        // Every name of the registry is one line, and what is empty there is still something to show.
        let name = if name.is_empty() { id.to_owned() } else { one_line(name, out) };
        let own = (OWN, id);
        let others: Vec<(&str, &str)> =
            others.iter().map(|other| (other.scheme.as_str(), other.id.as_str())).collect();
        for (base, id) in std::iter::once(own).chain(others) {
            let fit = |text: &str| text.replace(|c: char| c.is_whitespace() || LINE_ENDS.contains(&c), "_");
            let base = fit(base).replace(':', "_");
            self.line(3, &format!("Reference T{number} {base}:{}\t{name}", fit(id)));
        }
    }

    fn relation(&mut self, relation: &Relation, written: &Map<&str, usize>, out: &mut dyn Output) {
        let ends = by_role(self.project, relation);
        let numbers: Option<Vec<usize>> = ends.iter().map(|id| written.get(id).copied()).collect();
        // An end may be nothing but a line end, and is not there.
        let Some([one, other]) = numbers.as_deref() else { return out.lost(Reason::Relations, 1) };
        let name = self.names.relation(&relation.kind);
        self.line(1, &format!("{name} Arg1:T{one} Arg2:T{other}"));
        out.lost(Reason::Attributes, relation.attributes.len() + usize::from(relation.trigger.is_some()));
    }
}
