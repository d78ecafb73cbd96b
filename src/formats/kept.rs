//! What is kept of the files that articles came from, so that they can be written again as they were.
//!
//! A byte order mark and the line ends of Windows go where the format is one of JSON, which has the same values without.
//! Each article keeps its own pieces, with where they stood; what is about none of them stays with the one before it. All
//! of them together are the files. Whether the project says still what they say is found out by reading them again.

mod same;

use super::bundle::Bundle;
use super::gathering::Gathering;
use super::naming::called;
use super::read::File;
use super::readers::READERS;
use super::{Losses, Output, Reading, Reason};
use crate::model::{Document, DocumentId, Label, Project, RawJson, Status};
use same::{Beside, Grouped, Same, Speak};
use std::collections::BTreeMap;
use std::ops::Range;

/// What is kept, as it stands in `source.raw`: which of the articles it is of; how long each of the files is, in bytes and
/// in their order, which the first article alone says; file, place in it, and what stands there.
type Raw = (usize, Vec<(String, usize)>, Vec<(usize, usize, String)>);

/// The files of a set while they are read.
#[derive(Default)]
pub(super) struct Kept<'a> {
    /// Names within the set, and what is in them.
    files: Vec<(String, &'a str)>,
    /// Article, file, place in it.
    pieces: Vec<(DocumentId, usize, Range<usize>)>,
}

impl<'a> Kept<'a> {
    /// Takes a file; gives its number.
    pub(super) fn file(&mut self, name: &str, text: &'a str) -> usize {
        self.files.push((name.to_owned(), text));
        self.files.len() - 1
    }

    /// This piece of a file is about an article.
    pub(super) fn own(&mut self, article: &DocumentId, file: usize, at: Range<usize>) {
        self.pieces.push((article.clone(), file, at));
    }

    /// The same of a piece of the text of a file.
    pub(super) fn own_piece(&mut self, article: &DocumentId, file: usize, piece: &str) {
        let at = piece.as_ptr().addr().saturating_sub(self.files[file].1.as_ptr().addr());
        self.own(article, file, at..at + piece.len());
    }

    /// Gives each article what is kept of it. `set` is what was handed in.
    pub(super) fn keep(mut self, set: &str, gathering: &mut Gathering) {
        let articles = gathering.documents();
        let Some(first) = articles.first() else { return };
        self.pieces.sort_by_key(|(_, file, at)| (*file, at.start));
        let mut kept: BTreeMap<&DocumentId, Vec<(usize, usize, &str)>> = BTreeMap::new();
        let mut rest = &self.pieces[..];
        for (n, (_, text)) in self.files.iter().enumerate() {
            let count = rest.iter().take_while(|(_, file, _)| *file == n).count();
            let mut own = rest.split_off(..count).into_iter().flatten().peekable();
            let (mut begin, mut of) = (0, own.peek().map_or(first, |(id, ..)| id));
            let mut end = |of, begin: usize, end: usize| {
                if let Some(piece) = text.get(begin..end).filter(|piece| !piece.is_empty()) {
                    kept.entry(of).or_default().push((n, begin, piece));
                }
            };
            for (id, _, at) in own.filter(|(.., at)| at.end <= text.len()) {
                if id != of {
                    end(of, begin, at.start);
                    (begin, of) = (at.start, id);
                }
            }
            end(of, begin, text.len());
        }
        let sizes: Vec<(&str, usize)> =
            self.files.iter().map(|(name, text)| (name.as_str(), text.len())).collect();
        for (n, id) in articles.iter().enumerate() {
            let pieces = kept.get(id).map_or(&[][..], Vec::as_slice);
            let raw = serde_json::to_string(&(n, if n == 0 { &sizes[..] } else { &[] }, pieces));
            gathering.keep_raw(id, set, raw.ok().map(|raw| RawJson(raw.into())));
        }
    }
}

/// The files of a set: their names, and what is in them.
type Files = Vec<(String, String)>;

/// Writes the files that the articles of a project came from, if all came from files of this format, and nothing was
/// changed; `false`, and nothing written, otherwise.
pub(super) fn write(project: &Project, format: &str, out: &mut dyn Output) -> bool {
    let Some((files, losses)) = unchanged(project, format) else { return false };
    for (name, text) in files {
        out.file(&name);
        out.write(text.as_bytes());
    }
    losses.iter().for_each(|(reason, count)| out.lost(reason, count));
    true
}

/// The files, and what there is of which they do not speak.
fn unchanged(project: &Project, format: &str) -> Option<(Files, Losses)> {
    let mut sets: BTreeMap<&str, Vec<(&Document, Raw)>> = BTreeMap::new();
    for document in project.documents() {
        let source = document.source.as_ref().filter(|source| source.format == format)?;
        let raw = serde_json::from_str::<Raw>(&source.raw.as_ref()?.0).ok()?;
        sets.entry(&source.file).or_default().push((document, raw));
    }
    let here = Grouped::of(project);
    let (mut all, mut sum) = (Files::new(), Beside::default());
    for own in sets.into_values() {
        let files = put_together(&own)?;
        let twice = |name: &str| all.iter().any(|(own, _)| own == name);
        if files.iter().any(|(name, _)| twice(name)) {
            return None;
        }
        let beside = said_too(&files, &own, &here, format)?;
        sum.suggested += beside.suggested;
        sum.rejected += beside.rejected;
        sum.told += beside.told;
        all.extend(files);
    }
    let untold = here.elsewhere.len().saturating_sub(sum.told);
    // Such files have all that there are.
    let lacking = untold > 0 && ["csv", "tsv", "web-annotation"].contains(&format);
    if all.is_empty() || lacking {
        return None;
    }
    let rejected = project.all_annotations().filter(|own| own.status == Status::Rejected).count();
    let mut losses = Losses::default();
    losses.add(Reason::Rejected, rejected.saturating_sub(sum.rejected));
    losses.add(Reason::Suggested, sum.suggested);
    losses.add(Reason::Across, untold);
    losses.add(Reason::Entities, project.entities.len());
    losses.add(Reason::Claims, project.claims.len());
    Some((all, losses))
}

/// The files of a set, if all of their pieces are there.
fn put_together(own: &[(&Document, Raw)]) -> Option<Files> {
    let files = own.iter().find(|(_, raw)| raw.0 == 0).map(|(_, raw)| &raw.1)?;
    let mut pieces: Vec<&(usize, usize, String)> = own.iter().flat_map(|(_, raw)| &raw.2).collect();
    pieces.sort_by_key(|(file, place, _)| (*file, *place));
    let mut out: Files = files.iter().map(|(name, _)| (name.clone(), String::new())).collect();
    for (file, place, text) in pieces {
        let (_, so_far) = out.get_mut(*file)?;
        (so_far.len() == *place).then(|| so_far.push_str(text))?;
    }
    let whole = out.iter().zip(files).all(|((_, text), (_, size))| text.len() == *size);
    whole.then_some(out)
}

/// What there is beside that which the files say, if they say what the project says.
fn said_too(files: &Files, own: &[(&Document, Raw)], here: &Grouped<'_>, format: &str) -> Option<Beside> {
    let (_, reader) = READERS.iter().find(|(word, _)| *word == format)?;
    let mut bundle = Bundle::default();
    for (index, (name, text)) in files.iter().enumerate() {
        bundle.add(&File { name, bytes: text.as_bytes(), text: None }, index);
    }
    let mut reading = Reading::default();
    let at = (0..files.len()).find(|at| reader.knows(&bundle, *at))?;
    reader.read(&mut bundle, at, &mut reading, &mut |_| {});
    let [set] = &reading.annotated[..] else { return None };
    let said: Vec<&Document> = set.project.documents().map(|own| &**own).collect();
    let pairs = own.iter().map(|(document, raw)| Some((*said.get(raw.0)?, *document)));
    let pairs: Vec<(&Document, &Document)> = pairs.collect::<Option<_>>()?;
    let name = |label: &Label| called(label, format).to_owned();
    let there = Grouped::of(&set.project);
    let same = Same::new(&there, here, &name, Speak::of(format, files, &set.project));
    if said.len() == own.len() { same.holds(&pairs) } else { None }
}
