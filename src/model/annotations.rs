//! The annotations of one document.

use super::{Annotation, AnnotationId, Fragments, LabelId};
use crate::sorted::{Map, sort_by};
use crate::text::{Byte, Span};
use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;
use std::fmt;
use std::rc::{Rc, Weak};

/// Annotations that are known to be there and are read when they are first asked for: a project of a thousand
/// documents opens with most of them unread.
pub trait Unread {
    /// How many.
    fn count(&self) -> usize;
    /// Tells their ids.
    fn ids(&self, tell: &mut dyn FnMut(&str));
    /// Reads them.
    fn read(&self) -> Vec<Rc<Annotation>>;
}

/// The annotations of one document, by id and in the order of the text.
#[derive(Clone, Debug)]
pub struct Annotations(Kept);

#[derive(Clone, Debug)]
enum Kept {
    Read(Read),
    /// Clones share it, so that it is read once.
    Later(Rc<Later>),
}

struct Later {
    /// `None` once it is read.
    unread: RefCell<Option<Box<dyn Unread>>>,
    read: OnceCell<Read>,
}

/// Where an annotation stands in its document's order: by start, longer first, then by id.
type Place = (Byte, Reverse<Byte>, AnnotationId);

#[derive(Clone, Debug, Default, PartialEq)]
struct Read {
    by_id: Map<AnnotationId, Rc<Annotation>>,
    order: Vec<Place>,
}

/// Annotations that are not read yet, to be read before anybody asks for them. Does not keep them alive.
pub struct ReadAhead(Weak<Later>);

impl ReadAhead {
    /// Reads them; says how many they are, 0 if they were read or are needed no more.
    pub fn read(&self) -> usize {
        let Some(later) = self.0.upgrade().filter(|later| later.read.get().is_none()) else { return 0 };
        later.all().order.len()
    }
}

impl Later {
    #[inline(never)]
    fn all(&self) -> &Read {
        self.read.get_or_init(|| {
            let unread = self.unread.take();
            unread.map_or_else(Vec::new, |unread| unread.read()).into_iter().collect()
        })
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all().fmt(f)
    }
}

impl Default for Annotations {
    fn default() -> Self {
        Self(Kept::Read(Read::default()))
    }
}

impl PartialEq for Annotations {
    fn eq(&self, other: &Self) -> bool {
        self.all() == other.all()
    }
}

fn place(annotation: &Annotation) -> Place {
    let hull = annotation.fragments.hull();
    (hull.start(), Reverse(hull.end()), annotation.id.clone())
}

impl Annotations {
    /// Annotations that are read when they are first asked for.
    pub fn later(unread: Box<dyn Unread>) -> Self {
        Self(Kept::Later(Rc::new(Later { unread: RefCell::new(Some(unread)), read: OnceCell::new() })))
    }

    /// Annotations that clones share, as long as none of them is changed. Of those with one id the first is kept.
    pub fn shared(all: impl IntoIterator<Item = Rc<Annotation>>) -> Self {
        let read = OnceCell::from(all.into_iter().collect::<Read>());
        Self(Kept::Later(Rc::new(Later { unread: RefCell::new(None), read })))
    }

    /// What reads them before anybody asks; `None` if they are read.
    pub fn read_ahead(&self) -> Option<ReadAhead> {
        match &self.0 {
            Kept::Later(later) if later.read.get().is_none() => Some(ReadAhead(Rc::downgrade(later))),
            _ => None,
        }
    }

    #[inline(never)]
    fn all(&self) -> &Read {
        match &self.0 {
            Kept::Read(read) => read,
            Kept::Later(later) => later.all(),
        }
    }

    #[inline(never)]
    fn all_mut(&mut self) -> &mut Read {
        if let Kept::Later(later) = &self.0 {
            self.0 = Kept::Read(later.all().clone());
        }
        let Kept::Read(read) = &mut self.0 else { unreachable!() };
        read
    }

    /// How many.
    #[inline(never)]
    pub fn len(&self) -> usize {
        match &self.0 {
            Kept::Read(read) => read.order.len(),
            Kept::Later(later) => match &*later.unread.borrow() {
                Some(unread) => unread.count(),
                None => later.all().order.len(),
            },
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Tells all ids, without reading what is not read yet.
    pub fn ids(&self, tell: &mut dyn FnMut(&str)) {
        if let Kept::Later(later) = &self.0
            && let Some(unread) = &*later.unread.borrow()
        {
            return unread.ids(tell);
        }
        self.all().by_id.keys().for_each(|id| tell(id.as_str()));
    }

    /// In the order of their ids.
    pub fn by_id(&self) -> impl ExactSizeIterator<Item = &Rc<Annotation>> {
        self.all().by_id.values()
    }

    /// The annotation with this id.
    pub fn get(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.all().by_id.get(id)
    }

    /// In the order of the text: by start, longer first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Rc<Annotation>> + DoubleEndedIterator {
        let all = self.all();
        all.order.iter().map(|(.., id)| &all.by_id[id])
    }

    /// The `n`th in the order of the text.
    pub fn nth(&self, n: usize) -> Option<&Rc<Annotation>> {
        let all = self.all();
        all.order.get(n).map(|(.., id)| &all.by_id[id])
    }

    /// Where in the order of the text an annotation stands.
    pub fn position(&self, id: &AnnotationId) -> Option<usize> {
        let all = self.all();
        all.order.binary_search(&place(all.by_id.get(id)?)).ok()
    }

    /// The first in order that starts at or behind a position.
    pub fn first_from(&self, at: Byte) -> usize {
        self.all().order.partition_point(|(start, ..)| *start < at)
    }

    /// Whether this label stands on this very text.
    pub fn has(&self, label: &LabelId, fragments: &Fragments) -> bool {
        self.find(label, fragments).is_some()
    }

    /// The annotation with this label on this very text. Looks only at what starts at the same place.
    pub fn find(&self, label: &LabelId, fragments: &Fragments) -> Option<&Rc<Annotation>> {
        let start = fragments.hull().start();
        let beside = (self.first_from(start)..).map_while(|at| self.nth(at));
        let mut here = beside.take_while(|other| other.fragments.hull().start() == start);
        here.find(|other| &other.label == label && &other.fragments == fragments)
    }

    /// Those that share a byte with the span, in order. Linear in what starts before its end.
    pub fn overlapping(&self, span: Span) -> impl Iterator<Item = &Rc<Annotation>> {
        let all = self.all();
        let end = all.order.partition_point(|(start, ..)| *start < span.end());
        all.order[..end].iter().map(|(.., id)| &all.by_id[id]).filter(move |a| a.fragments.overlaps(span))
    }

    /// Takes a new one in; false, and nothing changed, if its id is taken.
    pub fn insert(&mut self, annotation: Rc<Annotation>) -> bool {
        let all = self.all_mut();
        if all.by_id.contains_key(&annotation.id) {
            return false;
        }
        let place = place(&annotation);
        let at = all.order.partition_point(|other| *other < place);
        all.order.insert(at, place);
        all.by_id.insert(annotation.id.clone(), annotation);
        true
    }

    /// Takes one out.
    pub fn remove(&mut self, id: &AnnotationId) -> Option<Rc<Annotation>> {
        let all = self.all_mut();
        let annotation = all.by_id.remove(id)?;
        let at = all.order.binary_search(&place(&annotation)).expect("order holds every annotation once");
        all.order.remove(at);
        Some(annotation)
    }

    /// Changes one in place; keeps the order. False if there is none.
    pub fn change(&mut self, id: &AnnotationId, change: impl FnOnce(&mut Annotation)) -> bool {
        let all = self.all_mut();
        let Some(annotation) = all.by_id.get_mut(id) else { return false };
        let before = place(annotation);
        change(Rc::make_mut(annotation));
        let after = place(annotation);
        if before != after {
            let at = all.order.binary_search(&before).expect("order holds every annotation once");
            all.order.remove(at);
            let at = all.order.partition_point(|other| *other < after);
            all.order.insert(at, after);
        }
        true
    }
}

impl FromIterator<Rc<Annotation>> for Read {
    fn from_iter<I: IntoIterator<Item = Rc<Annotation>>>(iter: I) -> Self {
        let mut all = Self::default();
        for annotation in iter {
            let key = place(&annotation);
            if !all.by_id.contains_key(&annotation.id) {
                all.order.push(key);
                all.by_id.insert(annotation.id.clone(), annotation);
            }
        }
        sort_by(&mut all.order, Ord::cmp);
        all
    }
}

impl FromIterator<Rc<Annotation>> for Annotations {
    /// Of annotations with one id the first is kept.
    fn from_iter<I: IntoIterator<Item = Rc<Annotation>>>(iter: I) -> Self {
        Self(Kept::Read(iter.into_iter().collect()))
    }
}
