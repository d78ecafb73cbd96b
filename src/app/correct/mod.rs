//! A corrected article: another text in the place of the one it has, what becomes of its annotations, and the preview
//! that shows both before anything changes.
//!
//! What a person does there are [`Step`](super::Step)s: their code is loaded with the dialog. Only [`Correction`] itself
//! is of the first part: it opens empty and takes in what files hold.

mod act;
mod passage;

pub use act::{CorrectAct, SUMMARY, TEXT};
pub use passage::{Passage, Piece};

use crate::app::{Dialog, NoticeKind, State};
use crate::edit::Carried;
use crate::formats::{NewDocument, Reading, Undecided};
use crate::model::{Annotation, Document, DocumentId, Fragments};
use crate::text::Changes;
use crate::words::{self, correct as said};
use std::rc::Rc;

/// How many annotations that wait for a decision are shown at a time.
pub const PAGE: usize = 50;
/// How many places that changed are shown.
pub const SHOWN: usize = 100;

/// Dialog *New version of the text*: what was chosen in it so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Of which article.
    pub document: DocumentId,
    /// What stands in the field; the text that the article has, before anything was typed.
    pub text: Option<Rc<str>>,
    /// The file that it was read from.
    pub read: Option<Rc<NewDocument>>,
    /// A file whose encoding the person must choose.
    pub undecided: Option<Undecided>,
    /// What is wrong with what was chosen.
    pub wrong: Option<String>,
    /// How far the person is.
    pub stage: Stage,
}

/// How far a correction is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The text is being put in.
    Text,
    /// The texts are being compared, the annotations looked for.
    Comparing(Rc<Look>),
    /// What comes of it is shown.
    Preview(Rc<Look>),
}

/// What becomes of an annotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Fate {
    /// As it is.
    pub annotation: Rc<Annotation>,
    /// Where it goes, or may go.
    pub carried: Carried,
    /// What the person decided, where they are asked.
    pub choice: Option<Choice>,
    /// Words that were looked for and not found.
    pub missed: String,
    /// At how many places the words that were looked for stand; the nearest are shown.
    pub found: usize,
    /// So many of the places were offered, or chosen before; behind them stand those that were found.
    pub offered: usize,
    /// The first that was found, among all places.
    pub first: Option<usize>,
}

/// What a person decides about an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It goes to the nth place that is offered; marked unsure, if true.
    Place(usize, bool),
    /// It is deleted.
    Delete,
}

/// What was found out so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The document as it is to be; its status, labels and what is known about it stay.
    pub new: Rc<Document>,
    /// What changed; nothing before it is compared.
    pub changes: Option<Rc<Changes>>,
    /// The first places that changed, for the preview.
    pub passages: Rc<[Passage]>,
    /// The annotations that were looked at, in the order of the text.
    pub fates: Vec<Fate>,
    /// The first of the annotations to decide that is shown, from 0.
    pub from: usize,
    /// Tells one comparison from another.
    run: u64,
}

impl Correction {
    /// Before anything was chosen.
    pub fn of(document: DocumentId) -> Self {
        Self { document, text: None, read: None, undecided: None, wrong: None, stage: Stage::Text }
    }

    /// With a text that was read from a file.
    pub(super) fn with(self, document: NewDocument) -> Self {
        Self { text: Some(document.text.as_str().into()), read: Some(Rc::new(document)), ..self }
    }

    /// Takes in what files hold.
    pub(super) fn read(&mut self, reading: Reading, own: Option<&Rc<Document>>) {
        self.undecided = reading.undecided.into_iter().next();
        self.wrong = None;
        let mut documents = reading.documents;
        let same = |new: &NewDocument| {
            own.is_some_and(|own| {
                let (new, own, id) =
                    (&new.metadata, &own.metadata, new.id.as_deref() == Some(own.id.as_str()));
                id || !new.url.is_empty() && new.url == own.url
                    || !new.title.is_empty() && new.title == own.title
            })
        };
        let at = match documents.len() {
            1 => Some(0),
            _ => documents.iter().position(same),
        };
        match at.map(|at| documents.swap_remove(at)) {
            Some(document) => *self = self.clone().with(document),
            None if self.undecided.is_some() => {}
            None if documents.is_empty() => self.wrong = Some(said::no_article().to_owned()),
            None => {
                self.wrong = Some(said::several_articles(&words::number(documents.len() as u64)));
            }
        }
    }
}

/// Another tab changed the project: what was compared with an older text holds no more.
pub(super) fn follow(state: &mut State) {
    let (Some(session), Some(Dialog::Correct(correction))) = (&state.session, &mut state.dialog) else {
        return;
    };
    let Some(own) = session.project.document(&correction.document) else {
        state.dialog = None;
        state.notify(NoticeKind::Warning, said::gone_meanwhile(), false);
        return;
    };
    let (Stage::Comparing(look) | Stage::Preview(look)) = &correction.stage else { return };
    if look.changes.as_ref().is_some_and(|changes| *changes.old() != own.text) {
        let correction = Rc::make_mut(correction);
        correction.stage = Stage::Text;
        correction.wrong = Some(said::changed_meanwhile().to_owned());
        state.speak(said::changed_meanwhile());
    }
}

impl Look {
    /// The annotations that a person is asked about, with the places that are offered.
    pub fn asked(&self) -> impl Iterator<Item = (usize, &Fate, &[Fragments])> {
        self.fates.iter().enumerate().filter_map(|(n, fate)| match &fate.carried {
            Carried::Asks(offers) => Some((n, fate, &offers[..])),
            _ => None,
        })
    }

    /// How many stay, how many move, how many a person is asked about, and how many of these are not decided.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for fate in &self.fates {
            match fate.carried {
                Carried::Stays(_) => counts[0] += 1,
                Carried::Moves(_) => counts[1] += 1,
                Carried::Asks(_) => {
                    counts[2] += 1;
                    counts[3] += usize::from(fate.choice.is_none());
                }
            }
        }
        counts
    }
}

impl Fate {
    fn new(annotation: Rc<Annotation>, carried: Carried) -> Self {
        let offered = if let Carried::Asks(offers) = &carried { offers.len() } else { 0 };
        Self { annotation, carried, choice: None, missed: String::new(), found: 0, offered, first: None }
    }

    /// Where it goes, and whether as unsure; nowhere if it is deleted or not decided.
    pub fn place(&self) -> Option<(&Fragments, bool)> {
        match (&self.carried, self.choice) {
            (Carried::Stays(place) | Carried::Moves(place), _) => Some((place, false)),
            (Carried::Asks(offers), Some(Choice::Place(at, unsure))) => Some((offers.get(at)?, unsure)),
            _ => None,
        }
    }
}
