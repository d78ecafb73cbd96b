//! Words in all articles of the project: looked for in slices, so that the page stays alive, shown article by article,
//! and marked all at once after a look at the list.

mod act;

pub use act::SearchAct;

use super::{HitState, Session, Ticks};
use crate::model::{Document, DocumentId, Documents, LabelId, Project, Reference};
use crate::text::{Sha256, Span, Wanted, find};
use std::rc::Rc;

/// `id` of the list of results, and the beginning of its rows' ids.
pub const RESULTS: &str = "search-results";
/// `id` of the field for the words.
pub const SEARCH_WORDS: &str = "search-words";

/// Bytes of text that a slice looks through before the page has its turn; it ends with the article that it is in.
const SLICE: usize = 250_000;
/// More hits than this are not looked for: nobody reads them, and they take room.
const MOST: usize = 100_000;

/// An article that holds the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub document: DocumentId,
    /// The text that was looked through.
    text: Sha256,
    /// Where.
    pub hits: Rc<[Span]>,
    /// The row of its heading; its hits follow.
    pub row: usize,
}

impl Found {
    /// The article, if it is still there with the text in which the hits were found.
    pub fn article<'a>(&self, project: &'a Project) -> Option<&'a Rc<Document>> {
        project.document(&self.document).filter(|document| document.text.sha256() == self.text)
    }
}

/// A row of the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultRow {
    /// The heading of the nth article.
    Article(usize),
    /// The nth article's hit.
    Hit(usize, usize),
}

/// What is looked for in all articles, and what was found so far.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The words, as they are typed.
    pub words: String,
    /// Whether they must be whole words.
    pub whole: bool,
    /// The articles that hold them, in the order of the list of articles.
    pub found: Rc<Vec<Found>>,
    /// How many hits these have.
    pub hits: usize,
    /// Whether there are more hits than are looked for.
    pub too_many: bool,
    /// How many articles were looked through, while the search runs.
    pub running: Option<usize>,
    /// The articles that are looked through: the list of documents, and places in it.
    articles: Option<(Documents, Rc<[usize]>)>,
    /// Counts up, so that a slice of an earlier search does nothing.
    run: u64,
    /// The hit that was opened last, by its row.
    pub opened: Option<usize>,
    /// Which hits *Mark* is to mark: article and hit.
    pub ticks: Ticks<(usize, usize)>,
    /// What *Mark* marks them as; the first label if nothing was chosen.
    pub label: Option<LabelId>,
    /// What they are linked to, where one looks for all that reads like a mention.
    pub links: Option<Reference>,
}

impl Search {
    /// How many articles are looked through.
    pub fn articles(&self) -> usize {
        self.articles.as_ref().map_or(0, |(_, listed)| listed.len())
    }

    /// How many rows the results have.
    pub fn rows(&self) -> usize {
        self.found.len() + self.hits
    }

    /// What stands in a row.
    pub fn row(&self, row: usize) -> ResultRow {
        let article = self.found.partition_point(|found| found.row <= row).saturating_sub(1);
        match row - self.found[article].row {
            0 => ResultRow::Article(article),
            hit => ResultRow::Hit(article, hit - 1),
        }
    }

    /// Whether *Mark* marks a hit, by the states of all; there are none while the search runs.
    pub fn takes(&self, article: usize, hit: usize, states: &[Vec<HitState>]) -> bool {
        let state = states.get(article).and_then(|states| states.get(hit));
        self.ticks.takes(&(article, hit), state.unwrap_or(&HitState::Free))
    }

    /// How many hits *Mark* marks.
    pub fn chosen(&self, states: &[Vec<HitState>]) -> usize {
        if states.is_empty() {
            return self.hits;
        }
        let of = |n: usize| (0..states[n].len()).filter(|hit| self.takes(n, *hit, states)).count();
        (0..states.len()).map(of).sum()
    }

    /// Tells it from earlier searches.
    pub(super) fn run(&self) -> u64 {
        self.run
    }

    /// Whether the open article was opened from the results.
    pub fn leads_back(&self, document: &DocumentId) -> bool {
        self.opened.filter(|row| *row < self.rows()).is_some_and(|row| {
            let (ResultRow::Article(article) | ResultRow::Hit(article, _)) = self.row(row);
            self.found[article].document == *document
        })
    }

    /// Begins anew. True if there is something to look for.
    fn begin(&mut self, session: &Session) -> bool {
        let (words, whole) = (std::mem::take(&mut self.words), self.whole);
        let (label, links, run) = (self.label.take(), self.links.take(), self.run + 1);
        *self = Self { words, whole, label, links, run, ..Self::default() };
        if Wanted::new(&self.words).is_none() {
            return false;
        }
        self.articles = Some((session.project.in_order().clone(), session.listed()));
        self.running = Some(0);
        true
    }

    /// Looks through some more. True if it is not through.
    fn go_on(&mut self) -> bool {
        let (Some(from), Some((documents, listed))) = (self.running, &self.articles) else { return false };
        let Some(wanted) = Wanted::new(&self.words) else { return false };
        let found = Rc::make_mut(&mut self.found);
        let (mut at, mut looked) = (from, 0);
        while at < listed.len() && looked < SLICE && !self.too_many {
            let document = &documents[listed[at]];
            looked += document.text.as_str().len();
            at += 1;
            let mut hits = find(&document.text, &wanted, self.whole);
            if hits.is_empty() {
                continue;
            }
            self.too_many = self.hits + hits.len() > MOST;
            hits.truncate(MOST - self.hits);
            let row = found.len() + self.hits;
            self.hits += hits.len();
            let text = document.text.sha256();
            found.push(Found { document: document.id.clone(), text, hits: hits.into(), row });
        }
        let more = at < listed.len() && !self.too_many;
        self.running = more.then_some(at);
        more
    }
}
