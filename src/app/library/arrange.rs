//! Filters, orders and groups the documents. Each step is computed anew only where something that it depends on
//! changed: typing in the filter compares no words, and neither does a column that was sorted by before.

use super::super::Session;
use super::folded::Folded;
use super::order::{LAST, Of, by_rank, day};
use super::{Column, Grouping, Sort, View};
use crate::app::status_name;
use crate::model::{Document, Documents};
use crate::sorted::order;
use crate::text::folded;
use crate::words::language;
use std::rc::Rc;

/// More outlets than this are not listed for a choice; the words find them.
const OUTLETS: usize = 200;

/// A row of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Above a group: its name, and how many documents follow.
    Group(String, usize),
    /// A document, by its place in the list of documents.
    Document(usize),
}

/// What the library shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Its rows.
    pub lines: Vec<Line>,
    /// The same without the headings of groups.
    pub documents: Rc<[usize]>,
}

/// What documents can be filtered by, and how many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By status: new, in work, done, checked.
    pub status: [usize; 4],
    /// Languages, in order; the empty one for those without.
    pub languages: Vec<(String, usize)>,
    /// Outlets, likewise; at most two hundred.
    pub outlets: Vec<(String, usize)>,
}

impl Session {
    /// What the library shows. The sidebar lists it from then on.
    pub fn arranged(&self, view: &View) -> Rc<Arranged> {
        let documents = self.project.in_order();
        if let Some(((of, counter, spoken, by), arranged)) = &*self.kept.library.arranged.borrow()
            && Rc::ptr_eq(of, documents)
            // What stands above a group is in words.
            && (*counter, *spoken, by) == (self.counter, language(), view)
        {
            return arranged.clone();
        }
        let mut found = self.ordered(view.sort);
        if view.filters() {
            found.retain(|&n| self.fits(&documents[n], view));
        }
        let wanted = folded(view.words.trim());
        if !wanted.is_empty() {
            let mut kept = self.kept.library.folded.borrow_mut();
            let folded = kept
                .take()
                .filter(|kept| kept.are_of(documents))
                .unwrap_or_else(|| Rc::new(Folded::of(documents)));
            let holding = folded.holding(&wanted);
            found.retain(|&n| holding[n]);
            *kept = Some(folded);
        }
        let arranged = Rc::new(self.grouped(found, view.grouping));
        *self.kept.library.listed.borrow_mut() = Some((documents.clone(), arranged.documents.clone()));
        let kept = ((documents.clone(), self.counter, language(), view.clone()), arranged.clone());
        *self.kept.library.arranged.borrow_mut() = Some(kept);
        arranged
    }

    /// Has the sidebar list the documents in the library's order, where the library did not show them yet.
    pub fn list_in_order(&self, view: &View) {
        if view.sort != Sort::default() && self.kept.library.arranged.borrow().is_none() {
            self.arranged(view);
        }
    }

    fn grouped(&self, found: Vec<usize>, grouping: Grouping) -> Arranged {
        let of = match grouping {
            Grouping::None => {
                let lines = found.iter().map(|&n| Line::Document(n)).collect();
                return Arranged { lines, documents: found.into() };
            }
            Grouping::Status => Of::Column(Column::Status),
            Grouping::Language => Of::Column(Column::Language),
            Grouping::Outlet => Of::Column(Column::Outlet),
            Grouping::Day => Of::Day,
        };
        let (documents, ranks) = (self.project.in_order(), self.ranks(of));
        let sorted = by_rank(&found, &ranks, false);
        let mut lines = Vec::new();
        for group in sorted.chunk_by(|&a, &b| ranks[a] == ranks[b]) {
            let document = &documents[group[0]];
            let metadata = &document.metadata;
            let name = match grouping {
                Grouping::Status => status_name(document.status),
                _ if ranks[group[0]] == LAST => grouping.without(),
                Grouping::Language => metadata.language.trim(),
                Grouping::Day => day(metadata.published.trim()),
                _ => metadata.outlet.trim(),
            };
            lines.push(Line::Group(name.to_owned(), group.len()));
            lines.extend(group.iter().map(|&n| Line::Document(n)));
        }
        Arranged { lines, documents: sorted.into() }
    }

    /// Whether a document is asked for, its words aside.
    fn fits(&self, document: &Document, view: &View) -> bool {
        let metadata = &document.metadata;
        let is =
            |asked: &Option<String>, value: &str| asked.as_ref().is_none_or(|asked| asked == value.trim());
        view.status.is_none_or(|status| status == document.status)
            && is(&view.language, &metadata.language)
            && is(&view.outlet, &metadata.outlet)
            && (!view.unmarked || self.project.annotations(&document.id).is_none_or(|all| all.is_empty()))
    }

    /// What the documents can be filtered by.
    pub fn facets(&self) -> Rc<Facets> {
        let documents = self.project.in_order();
        let mut kept = self.kept.library.facets.borrow_mut();
        match &*kept {
            Some((of, facets)) if Rc::ptr_eq(of, documents) => facets.clone(),
            _ => {
                let mut facets = Facets {
                    languages: values(documents, |document| &document.metadata.language),
                    outlets: values(documents, |document| &document.metadata.outlet),
                    ..Facets::default()
                };
                facets.outlets.truncate(OUTLETS);
                documents.iter().for_each(|document| facets.status[document.status as usize] += 1);
                kept.insert((documents.clone(), Rc::new(facets))).1.clone()
            }
        }
    }
}

/// The values of a field, in order, and how many documents have each.
fn values(documents: &Documents, field: impl Fn(&Document) -> &String) -> Vec<(String, usize)> {
    let keys: Vec<&str> = documents.iter().map(|document| field(document).trim()).collect();
    let by_value = order(keys.len(), &|a, b| keys[a].cmp(keys[b]));
    let mut values: Vec<(String, usize)> = Vec::new();
    for n in by_value {
        match values.last_mut() {
            Some((value, count)) if value == keys[n] => *count += 1,
            _ => values.push((keys[n].to_owned(), 1)),
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::super::Sort;
    use super::super::order::{Key, key};
    use super::*;
    use crate::edit::History;
    use crate::model::{DocumentId, DocumentStatus, Metadata, Project, ProjectId, Timestamp, news};
    use crate::storage::Texts;
    use crate::text::{LineEnds, Text};
    use proptest::prelude::*;
    use std::cmp::Reverse;

    fn document(n: usize, title: &str, outlet: &str, published: &str, status: DocumentStatus) -> Document {
        let metadata = Metadata {
            title: title.to_owned(),
            outlet: outlet.to_owned(),
            published: published.to_owned(),
            ..Metadata::default()
        };
        Document {
            id: DocumentId::new(format!("d{n}")),
            order: n as u32,
            text: Text::new(format!("{n}")).expect("it has no NUL"),
            line_ends: LineEnds::default(),
            media_type: "text/plain".into(),
            metadata,
            status,
            labels: Vec::new(),
            source: None,
        }
    }

    /// What the library shows, from the documents alone.
    fn from_scratch(project: &Project, view: &View) -> Vec<usize> {
        let documents = project.in_order();
        let of = Of::Column(view.sort.column);
        let wanted = folded(view.words.trim());
        let folded = |text: &str| folded(text).contains(&wanted);
        let mut all: Vec<usize> = (0..documents.len())
            .filter(|&n| view.status.is_none_or(|status| status == documents[n].status))
            .filter(|&n| folded(&documents[n].metadata.title) || folded(&documents[n].metadata.outlet))
            .collect();
        let empty = |n: usize| key(project, &documents[n], of) == Key::Empty;
        all.sort_by_key(|&n| key(project, &documents[n], of));
        if view.sort.down {
            // Stable in this direction, too, and what is empty stays last.
            all.sort_by_key(|&n| {
                (empty(n) && of != Of::Column(Column::Added), Reverse(key(project, &documents[n], of)))
            });
            if view.sort.column == Column::Added {
                all.reverse();
            }
        }
        let group = |n: usize| match view.grouping {
            Grouping::None => Key::Empty,
            Grouping::Status => Key::number(documents[n].status as usize),
            Grouping::Language => Key::words(&documents[n].metadata.language),
            Grouping::Outlet => Key::words(&documents[n].metadata.outlet),
            Grouping::Day => Key::words(day(&documents[n].metadata.published)),
        };
        all.sort_by_key(|&n| group(n));
        all
    }

    const STATUSES: [DocumentStatus; 3] = [DocumentStatus::New, DocumentStatus::InWork, DocumentStatus::Done];

    fn documents() -> impl Strategy<Value = Vec<Document>> {
        let one = ("[ab É]{0,2}[0-9]{0,2}", "[xyX]?", "(2026-11-0[1-3]( 12:0[01])?)?", 0..STATUSES.len());
        prop::collection::vec(one, 0..12).prop_map(|all| {
            let all = all.into_iter().enumerate();
            all.map(|(n, (title, outlet, published, at))| {
                document(n, &title, &outlet, &published, STATUSES[at])
            })
            .collect()
        })
    }

    fn views() -> impl Strategy<Value = View> {
        let status = prop::option::of(0..STATUSES.len());
        ("[ax ]{0,3}", status, 0..Column::ALL.len(), any::<bool>(), 0..Grouping::ALL.len()).prop_map(
            |(words, status, column, down, grouping)| View {
                words,
                status: status.map(|at| STATUSES[at]),
                sort: Sort { column: Column::ALL[column], down },
                grouping: Grouping::ALL[grouping],
                ..View::default()
            },
        )
    }

    proptest! {
        /// Whatever was shown before, and after any change to a document.
        #[test]
        fn what_is_kept_is_what_is_made_from_scratch(
            documents in documents(),
            acts in prop::collection::vec((views(), prop::option::of((any::<prop::sample::Index>(), 0..STATUSES.len()))), 1..12),
        ) {
            let mut project = Project::new(ProjectId::new("p"), "Test".into(), news(), Timestamp(0));
            project.insert_documents(documents.into_iter().map(Rc::new).collect());
            let mut session = Session::new(project, History::default(), Texts::default(), 1);
            for (view, change) in acts {
                if let Some((at, status)) = change
                    && !session.project.in_order().is_empty()
                {
                    let before = at.get(session.project.in_order().as_slice()).clone();
                    let title = format!("{}b", before.metadata.title);
                    let metadata = Metadata { title, ..before.metadata.clone() };
                    let changed = Document { status: STATUSES[status], metadata, ..(*before).clone() };
                    session.project.insert_document(Rc::new(changed));
                    session.counter += 1;
                }
                let arranged = session.arranged(&view);
                prop_assert_eq!(&*arranged.documents, from_scratch(&session.project, &view));
                let lines = arranged.lines.iter().filter_map(|line| match line {
                    Line::Document(n) => Some(*n),
                    Line::Group(..) => None,
                });
                prop_assert!(lines.eq(arranged.documents.iter().copied()));
            }
        }
    }
}
