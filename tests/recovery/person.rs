//! Somebody who works: random acts, each applied, taken into the history and appended to the journal.

use postil::edit::{
    Act, Actor, AnnotationField, Builder, Carried, History, Stamp, Transaction, TransactionId, UndoError,
    carry,
};
use postil::model::{
    Document, DocumentId, DocumentSource, DocumentStatus, Fragments, LabelId, Metadata, Person as Record,
    PersonId, PersonKind, Project, ProjectId, Timestamp, news,
};
use postil::sorted::Map;
use postil::storage::{Loaded, Memory, Session, Store};
use postil::text::{Byte, Changes, LineEnds, Span, Text};
use std::rc::Rc;

/// Random numbers that are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

pub(crate) fn actor() -> Actor {
    Actor("k3".into())
}

pub(crate) fn project_id() -> ProjectId {
    ProjectId::new("p1")
}

/// A project with a person and nothing else.
pub(crate) fn beginning() -> Project {
    let mut project = Project::new(project_id(), "Pilot".to_owned(), news(), Timestamp(1));
    let id = PersonId::new("ayu");
    let ayu =
        Record { id: id.clone(), name: "Ayu".to_owned(), kind: PersonKind::Person, version: String::new() };
    project.people.insert(id, ayu);
    project
}

/// A person at an open project.
pub(crate) struct Person {
    pub(crate) project: Project,
    pub(crate) history: History,
    pub(crate) session: Session<Memory>,
    pub(crate) loaded: Loaded,
    counter: u64,
    pub(crate) time: i64,
}

impl Person {
    /// Opens the project; its faults are in `loaded`.
    pub(crate) fn open(disk: &Memory, time: i64) -> Self {
        let store = Store::new(disk.clone());
        let (mut loaded, session) =
            disk.block_on(store.open(&project_id(), &actor(), Timestamp(time))).expect("the project opens");
        loaded.faults.extend(disk.block_on(session.check_states()));
        Self {
            project: loaded.project.clone(),
            history: loaded.history.clone(),
            session,
            counter: loaded.next_counter,
            loaded,
            time,
        }
    }

    fn stamp(&mut self) -> Stamp {
        self.time += 1;
        self.counter += 1;
        Stamp {
            id: TransactionId { actor: actor(), counter: self.counter - 1 },
            person: PersonId::new("ayu"),
            time: Timestamp(self.time),
        }
    }

    fn done(&mut self, transaction: Option<Transaction>) -> bool {
        let Some(transaction) = transaction else { return false };
        transaction.apply(&mut self.project).expect("a built transaction applies");
        let transaction = Rc::new(transaction);
        self.session.append(&transaction).expect("what was applied has a line");
        self.history.push(transaction.into());
        true
    }

    /// Marks the first word of a document so many times, as one act.
    pub(crate) fn mark_often(&mut self, times: usize) -> bool {
        let Some(document) = self.project.documents().next().cloned() else { return false };
        let label = self.project.schema.labels[0].id.clone();
        let stamp = self.stamp();
        let mut builder = Builder::new(&self.project, stamp, Act::Mark);
        for _ in 0..times {
            let word = Fragments::one(Span::new(Byte(0), Byte(5))).expect("not empty");
            builder.annotate(&document.id, &label, word);
        }
        let transaction = builder.finish();
        self.done(transaction)
    }

    pub(crate) fn add_document(&mut self, dice: &mut Dice) -> bool {
        let words = ["Warga ", "Jakarta ", "café ", "東京 ", "👩‍👩‍👧 ", "mengatakan "];
        let body: String = (0..3 + dice.below(12)).map(|_| words[dice.below(words.len())]).collect();
        let stamp = self.stamp();
        let mut builder = Builder::new(&self.project, stamp, Act::AddDocuments);
        let id = DocumentId::new(builder.new_id());
        builder.add_document(Document {
            order: 0,
            id,
            text: Text::new(body).expect("no NUL"),
            line_ends: LineEnds::default(),
            media_type: "text/plain".to_owned(),
            metadata: Metadata { title: "An article".to_owned(), ..Metadata::default() },
            status: DocumentStatus::New,
            labels: Vec::new(),
            source: None::<DocumentSource>,
        });
        let transaction = builder.finish();
        self.done(transaction)
    }

    pub(crate) fn annotate(&mut self, dice: &mut Dice) -> bool {
        let count = self.project.documents().len();
        let Some(document) = self.project.documents().nth(dice.below(count)).cloned() else { return false };
        let cuts: Vec<u32> = document.text.as_str().char_indices().map(|(at, _)| at as u32).collect();
        let (a, b) = (cuts[dice.below(cuts.len())], cuts[dice.below(cuts.len())]);
        let Some(span) = Fragments::one(Span::new(Byte(a.min(b)), Byte(a.max(b)))) else { return false };
        let labels = &self.project.schema.labels;
        let label: LabelId = labels[dice.below(labels.len())].id.clone();
        let stamp = self.stamp();
        let mut builder = Builder::new(&self.project, stamp, Act::Mark);
        builder.annotate(&document.id, &label, span);
        let transaction = builder.finish();
        self.done(transaction)
    }

    /// A text gets longer before and behind what it holds; some of its annotations go.
    pub(crate) fn correct(&mut self, dice: &mut Dice) -> bool {
        let count = self.project.documents().len();
        let Some(document) = self.project.documents().nth(dice.below(count)).cloned() else { return false };
        let text = Text::new(format!("Ralat {}: {}", self.time, document.text.as_str())).expect("no NUL");
        let changes = Changes::between(&document.text, &text);
        let mut places = Map::new();
        for annotation in self.project.annotations(&document.id).into_iter().flat_map(|all| all.iter()) {
            let carried = carry(&changes, &annotation.fragments);
            if let (Carried::Stays(place) | Carried::Moves(place), true) = (carried, dice.below(8) > 0) {
                places.insert(annotation.id.clone(), place);
            }
        }
        let stamp = self.stamp();
        let mut builder = Builder::new(&self.project, stamp, Act::CorrectText);
        builder.correct(Document { text, ..(*document).clone() }, &places);
        let transaction = builder.finish();
        self.done(transaction)
    }

    fn change(&mut self, dice: &mut Dice) -> bool {
        let count = self.project.all_annotations().count();
        let Some(annotation) = self.project.all_annotations().nth(dice.below(count)).cloned() else {
            return false;
        };
        let (home, id) = (&annotation.document, &annotation.id);
        let which = dice.below(4);
        let stamp = self.stamp();
        let mut builder = Builder::new(&self.project, stamp, Act::Note);
        match which {
            0 => builder.remove_annotations(home, std::slice::from_ref(id)),
            1 => builder.set(home, id, AnnotationField::Note(format!("note {}\nline", self.time))),
            2 => builder.set(home, id, AnnotationField::Unsure(!annotation.unsure)),
            _ => builder.remove_documents(std::slice::from_ref(home)),
        };
        let transaction = builder.finish();
        self.done(transaction)
    }

    /// Writes a note of so many bytes to the first annotation.
    pub(crate) fn note(&mut self, bytes: usize) -> bool {
        let Some(annotation) = self.project.all_annotations().next().cloned() else { return false };
        let stamp = self.stamp();
        let mut builder = Builder::new(&self.project, stamp, Act::Note);
        builder.set(&annotation.document, &annotation.id, AnnotationField::Note("x".repeat(bytes)));
        let transaction = builder.finish();
        self.done(transaction)
    }

    /// Takes back or does again; false where there is nothing to.
    pub(crate) fn take_back(&mut self, again: bool) -> bool {
        let stamp = self.stamp();
        let texts = self.loaded.texts.clone();
        let open = |packed: &str, project: &Project| texts.open_in(packed, project);
        let outcome = if again {
            self.history.redo(&mut self.project, stamp, &open)
        } else {
            self.history.undo(&mut self.project, stamp, &open)
        };
        match outcome {
            Ok(transaction) => {
                self.session.append(&transaction).expect("an undo has a line");
                true
            }
            Err(UndoError::Nothing) => false,
            Err(other) => panic!("{other:?}"),
        }
    }

    /// Does something; false if it came to nothing.
    pub(crate) fn act(&mut self, dice: &mut Dice) -> bool {
        match dice.below(13) {
            0 | 1 => self.add_document(dice),
            2..=6 => self.annotate(dice),
            7 | 8 => self.change(dice),
            9 | 10 => self.take_back(false),
            11 => self.correct(dice),
            _ => self.take_back(true),
        }
    }
}
