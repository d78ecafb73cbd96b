//! Looks at all documents and annotations once and counts.

use crate::app::relations::type_name;
use crate::app::titled;
use crate::model::{Annotation, DocumentId, LabelId, Project, Timestamp};
use crate::sorted::{Map, sort_by};
use crate::text::{Span, Text};
use crate::wire::format_time;
use std::rc::Rc;

/// What was counted of a label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelCount {
    /// Which.
    pub id: Option<LabelId>,
    /// Its name.
    pub name: String,
    /// Its colour slot.
    pub colour: u8,
    /// How many annotations have it.
    pub annotations: usize,
    /// In how many articles.
    pub articles: usize,
    /// The length of the annotation in the middle, in characters.
    pub median: usize,
    /// How many of them are unsure.
    pub unsure: usize,
}

/// What was counted of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleCount {
    /// Which.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// How long it is.
    pub characters: usize,
    /// How many annotations it has.
    pub annotations: usize,
    /// How many of its characters are marked, each once.
    pub marked: usize,
    /// How many of its annotations share text with another.
    pub overlapping: usize,
}

/// The counts of a project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Of each label of the schema, in its order.
    pub labels: Vec<LabelCount>,
    /// Of each article, in the order of adding.
    pub articles: Vec<ArticleCount>,
    /// Annotations by the day on which they were made (`2026-11-21`), in order; days without are not there.
    pub days: Vec<(String, usize)>,
    /// Annotations by who made them; the one who made most first.
    pub people: Vec<(String, usize)>,
    /// Relations by the name of their type; the most of a kind first.
    pub relations: Vec<(String, usize)>,
    /// Articles by status: new, in work, done, checked.
    pub status: [usize; 4],
    /// Pairs of annotations that share text, by the places of their labels; the same both ways.
    pub overlaps: Vec<Vec<usize>>,
    /// All annotations.
    pub annotations: usize,
    /// All characters.
    pub characters: usize,
    /// All marked characters.
    pub marked: usize,
}

/// The middle one of some lengths; of two, the shorter.
pub(super) fn median(lengths: &mut [usize]) -> usize {
    sort_by(lengths, Ord::cmp);
    lengths.get(lengths.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}

impl Statistics {
    /// Counts. `offset` is how many minutes the time of this place is ahead of UTC at a time.
    pub fn of(project: &Project, offset: &dyn Fn(Timestamp) -> i32) -> Self {
        let labels = &project.schema.labels;
        let place: Map<&str, usize> =
            labels.iter().enumerate().map(|(n, label)| (label.id.as_str(), n)).collect();
        let mut all = Self {
            labels: labels
                .iter()
                .map(|label| LabelCount {
                    id: Some(label.id.clone()),
                    name: label.name.clone(),
                    colour: label.colour,
                    ..LabelCount::default()
                })
                .collect(),
            overlaps: vec![vec![0; labels.len()]; labels.len()],
            ..Self::default()
        };
        let mut lengths: Vec<Vec<usize>> = vec![Vec::new(); labels.len()];
        let (mut days, mut people): (Map<i64, usize>, Map<&str, usize>) = (Map::new(), Map::new());
        let mut hours = Hours { offset, kept: None };
        for document in project.in_order().iter() {
            all.status[document.status as usize] += 1;
            let annotations: Vec<&Rc<Annotation>> =
                project.annotations(&document.id).into_iter().flat_map(|all| all.iter()).collect();
            let mut here = vec![false; labels.len()];
            for annotation in &annotations {
                *days.get_or_insert_with(hours.day(annotation.origin.created), || 0) += 1;
                *people.get_or_insert_with(annotation.origin.by.as_str(), || 0) += 1;
                let Some(&at) = place.get(annotation.label.as_str()) else { continue };
                all.labels[at].annotations += 1;
                all.labels[at].unsure += usize::from(annotation.unsure);
                all.labels[at].articles += usize::from(!std::mem::replace(&mut here[at], true));
                lengths[at].push(characters(&document.text, annotation.fragments.spans()));
            }
            let overlapping = overlapping(&annotations, &place, &mut all.overlaps);
            let count = ArticleCount {
                id: document.id.clone(),
                title: titled(&document.metadata).to_owned(),
                characters: document.text.lengths().code_points as usize,
                annotations: annotations.len(),
                marked: characters(&document.text, &union(&annotations)),
                overlapping,
            };
            all.annotations += count.annotations;
            all.characters += count.characters;
            all.marked += count.marked;
            all.articles.push(count);
        }
        for (label, lengths) in all.labels.iter_mut().zip(&mut lengths) {
            label.median = median(lengths);
        }
        all.days = days.iter().map(|(day, count)| (date(*day), *count)).collect();
        let name =
            |id: &str| project.people.get(id).map_or_else(|| id.to_owned(), |person| person.name.clone());
        all.people = people.iter().map(|(id, count)| (name(id), *count)).collect();
        let mut relations: Map<String, usize> = Map::new();
        for relation in project.relations.values() {
            *relations.get_or_insert_with(type_name(&project.schema, &relation.kind), || 0) += 1;
        }
        all.relations = relations.iter().map(|(name, count)| (name.clone(), *count)).collect();
        for counts in [&mut all.people, &mut all.relations] {
            sort_by(counts, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        }
        all
    }
}

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Asks for the offset of each hour once: to ask a browser takes a microsecond, and there may be many annotations.
struct Hours<'a> {
    offset: &'a dyn Fn(Timestamp) -> i32,
    kept: Option<(i64, i64)>,
}

impl Hours<'_> {
    /// The day of a time in the time of this place, counted from 1970.
    fn day(&mut self, time: Timestamp) -> i64 {
        let hour = time.0.div_euclid(HOUR);
        let offset = match self.kept {
            Some((of, offset)) if of == hour => offset,
            _ => i64::from((self.offset)(time)) * 60_000,
        };
        self.kept = Some((hour, offset));
        (time.0 + offset).div_euclid(DAY)
    }
}

/// `2026-11-21` of a day counted from 1970.
pub(super) fn date(day: i64) -> String {
    format_time(Timestamp(day * DAY)).split('T').next().unwrap_or_default().to_owned()
}

/// How many characters some spans have together.
fn characters(text: &Text, spans: &[Span]) -> usize {
    spans.iter().map(|span| text.slice(*span).chars().count()).sum()
}

/// All that is marked, each stretch once.
fn union(annotations: &[&Rc<Annotation>]) -> Vec<Span> {
    let mut spans: Vec<Span> =
        annotations.iter().flat_map(|annotation| annotation.fragments.spans().iter().copied()).collect();
    sort_by(&mut spans, |a, b| (a.start(), a.end()).cmp(&(b.start(), b.end())));
    let mut union: Vec<Span> = Vec::new();
    for span in spans {
        match union.last_mut() {
            Some(last) if span.start() <= last.end() => {
                *last = Span::new(last.start(), last.end().max(span.end()));
            }
            _ => union.push(span),
        }
    }
    union
}

/// Counts the pairs that share text; gives how many annotations are in one. The annotations stand in the order of the
/// text, so only those whose end is still ahead are looked at.
fn overlapping(
    annotations: &[&Rc<Annotation>],
    place: &Map<&str, usize>,
    overlaps: &mut [Vec<usize>],
) -> usize {
    let mut in_pair = vec![false; annotations.len()];
    let mut open: Vec<usize> = Vec::new();
    for (n, annotation) in annotations.iter().enumerate() {
        open.retain(|&other| annotations[other].fragments.hull().end() > annotation.fragments.hull().start());
        for &other in &open {
            let shared =
                annotation.fragments.spans().iter().any(|span| annotations[other].fragments.overlaps(*span));
            if !shared {
                continue;
            }
            (in_pair[n], in_pair[other]) = (true, true);
            let at = |annotation: &Annotation| place.get(annotation.label.as_str()).copied();
            if let (Some(a), Some(b)) = (at(annotation), at(annotations[other])) {
                overlaps[a][b] += 1;
                if a != b {
                    overlaps[b][a] += 1;
                }
            }
        }
        open.push(n);
    }
    in_pair.into_iter().filter(|&pair| pair).count()
}
