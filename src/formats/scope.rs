//! What of a project is written: which articles, which annotations, which passages of the texts. It is chosen before a
//! format comes into it, so that no writer knows of it.

use super::part::{self, annotations, emptied, fill, outside};
use super::passages::without_passages;
use super::write::stands;
use super::{Losses, Reason};
use crate::model::{Annotation, Document, DocumentId, DocumentStatus, How, LabelId, Project};
use crate::sorted::{Map, Set};
use crate::wire::json::{Field, record};
use crate::words::{Word, scope as words};
use std::rc::Rc;

/// What articles and annotations are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// How far the work on an article has come.
    Status,
    /// Who published it.
    Outlet,
    /// In which language it is.
    Language,
    /// The labels of the whole article.
    Topic,
    /// For what it is: training, and the like.
    Split,
    /// The label of an annotation.
    Label,
    /// Who made it.
    Person,
    /// How it came to be.
    Origin,
}

impl Aspect {
    /// Those of articles, then those of annotations.
    pub const ALL: [Self; 8] = [
        Self::Status,
        Self::Outlet,
        Self::Language,
        Self::Topic,
        Self::Split,
        Self::Label,
        Self::Person,
        Self::Origin,
    ];

    /// Its word in a scope and in reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Outlet => "outlet",
            Self::Language => "language",
            Self::Topic => "document-label",
            Self::Split => "split",
            Self::Label => "label",
            Self::Person => "person",
            Self::Origin => "origin",
        }
    }

    /// In words.
    pub const fn name(self) -> Word {
        match self {
            Self::Status => words::STATUS,
            Self::Outlet => words::OUTLET,
            Self::Language => words::LANGUAGE,
            Self::Topic => words::TOPIC,
            Self::Split => words::SPLIT,
            Self::Label => words::LABEL,
            Self::Person => words::PERSON,
            Self::Origin => words::ORIGIN,
        }
    }

    /// The value of a status.
    pub fn word_of_status(status: DocumentStatus) -> String {
        word(&status)
    }

    /// The value of how something came to be.
    pub fn word_of_origin(how: How) -> String {
        word(&how)
    }

    /// Hands over what an article has; an empty word where it has nothing.
    fn of_document(self, document: &Document, each: &mut dyn FnMut(&str)) {
        let own = &document.metadata;
        match self {
            Self::Status => each(&Self::word_of_status(document.status)),
            Self::Outlet => each(own.outlet.trim()),
            Self::Language => each(own.language.trim()),
            Self::Split => each(own.split.trim()),
            Self::Topic if document.labels.is_empty() => each(""),
            Self::Topic => document.labels.iter().for_each(|own| each(own.label.as_str())),
            Self::Label | Self::Person | Self::Origin => {}
        }
    }

    /// Hands over what an annotation has.
    fn of_annotation(self, annotation: &Annotation, each: &mut dyn FnMut(&str)) {
        match self {
            Self::Label => each(annotation.label.as_str()),
            Self::Person => each(annotation.origin.by.as_str()),
            Self::Origin => each(&Self::word_of_origin(annotation.origin.how)),
            _ => {}
        }
    }
}

/// The word of a value in files.
fn word(value: &impl Field) -> String {
    let mut json = String::new();
    value.write(&mut json);
    json.trim_matches('"').to_owned()
}

/// What there is of an aspect, and how often.
pub type Counted = Map<Aspect, Map<String, usize>>;

/// What articles and annotations can be chosen by: of each aspect what there is, and how often.
pub fn counted(project: &Project) -> Counted {
    let mut all: Counted = Aspect::ALL.into_iter().map(|aspect| (aspect, Map::new())).collect();
    for aspect in Aspect::ALL {
        let counts = all.get_or_insert_with(aspect, Map::new);
        let mut count = |value: &str| match counts.get_mut(value) {
            Some(count) => *count += 1,
            None => drop(counts.insert(value.to_owned(), 1)),
        };
        match aspect {
            Aspect::Label | Aspect::Person | Aspect::Origin => {
                project.all_annotations().for_each(|own| aspect.of_annotation(own, &mut count));
            }
            _ => project.documents().for_each(|own| aspect.of_document(own, &mut count)),
        }
    }
    all
}

record! {
    /// What of a project is written; all of it by default.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Scope {
        /// The chosen documents; all if `None`.
        may "documents" pub documents: Option<Vec<DocumentId>>,
        /// By the word of an aspect, what is left out. What has several values is left out with the last of them.
        may "without" pub without: Map<String, Vec<String>>,
        /// What is marked with one of these labels is no part of the text.
        may "passages" pub passages: Vec<LabelId>,
        /// Whether such passages are masked and not left out.
        may "masked" pub masked: bool,
    }
}

/// A project that was chosen from another one.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// What is written.
    pub project: Project,
    /// What it lacks of the articles and annotations that were chosen.
    pub losses: Losses,
}

/// Hands over what something has of an aspect.
type Values<T> = fn(Aspect, &T, &mut dyn FnMut(&str));

impl Scope {
    /// Whether all of a project is written.
    pub fn is_whole(&self) -> bool {
        self.documents.is_none() && self.passages.is_empty() && self.without.values().all(Vec::is_empty)
    }

    /// The same in one order, whatever was chosen first, and without what says nothing.
    pub fn in_order(&self) -> Self {
        let sorted = |values: &Vec<String>| {
            let mut values = values.clone();
            values.sort_unstable();
            values
        };
        let without = self.without.iter().filter(|(_, values)| !values.is_empty());
        let mut passages = self.passages.clone();
        passages.sort_unstable();
        Self {
            documents: self.documents.clone(),
            without: without.map(|(aspect, values)| (aspect.clone(), sorted(values))).collect(),
            masked: self.masked && !passages.is_empty(),
            passages,
        }
    }

    /// Whether what has this value is written, as far as this aspect goes.
    pub fn takes(&self, aspect: Aspect, value: &str) -> bool {
        !self.without.get(aspect.word()).is_some_and(|without| without.iter().any(|own| own == value))
    }

    /// Takes what has a value, or leaves it out.
    pub fn put(&mut self, aspect: Aspect, value: &str, takes: bool) {
        let without = self.without.get_or_insert_with(aspect.word().to_owned(), Vec::new);
        without.retain(|own| own != value);
        if !takes {
            without.push(value.to_owned());
        }
    }

    /// Whether something has a value that is taken, of each aspect of which anything is left out.
    fn takes_all<T>(&self, own: &T, of: Values<T>) -> bool {
        Aspect::ALL.into_iter().filter(|aspect| self.without.contains_key(aspect.word())).all(|aspect| {
            let (mut any, mut takes) = (false, false);
            of(aspect, own, &mut |value| (any, takes) = (true, takes || self.takes(aspect, value)));
            takes || !any
        })
    }

    /// What is chosen of a project.
    pub fn chosen(&self, project: &Project) -> Chosen {
        if self.is_whole() {
            return Chosen { project: project.clone(), losses: Losses::default() };
        }
        let mut losses = Losses::default();
        let ticked: Option<Set<&DocumentId>> = self.documents.as_ref().map(|all| all.iter().collect());
        let mut taken: Vec<part::Taken> = Vec::new();
        for document in project.documents() {
            let is_ticked = ticked.as_ref().is_none_or(|all| all.contains(&document.id));
            if !is_ticked || !self.takes_all(&**document, Aspect::of_document) {
                continue;
            }
            let all = annotations(project, document);
            let chosen = |own: &&Rc<Annotation>| self.takes_all(&***own, Aspect::of_annotation);
            taken.push(match self.passages.is_empty() {
                // Nothing is asked of annotations: those of many articles are not looked at one by one.
                true if self.without.is_empty() => (document.clone(), all),
                true => (document.clone(), all.iter().filter(chosen).cloned().collect()),
                false => {
                    let is_passage =
                        |own: &&Rc<Annotation>| stands(own) && self.passages.contains(&own.label);
                    // What is no part of the text is so whoever said it.
                    let passages: Vec<&Rc<Annotation>> = all.iter().filter(is_passage).collect();
                    let others = all.iter().filter(|own| !is_passage(own)).filter(chosen);
                    without_passages(document, &passages, others, self.masked, &mut losses)
                }
            });
        }
        let mut own = emptied(project);
        fill(&mut own, project, taken, project.relations.values());
        losses.add(Reason::Outside, outside(project, &own));
        Chosen { project: own, losses }
    }
}
