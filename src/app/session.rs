//! The open project, and the article that is open in it.

use super::Selected;
use super::selected::Kept;
use crate::edit::History;
use crate::model::{
    Annotation, AnnotationId, AttributeId, Document, DocumentId, Fragments, LabelId, Project,
};
use crate::sorted::Set;
use crate::storage::Texts;
use crate::text::{Blocks, Byte, Span, Text};
use std::rc::Rc;

/// Where the keyboard is in the article: `anchor` stays, `focus` moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caret {
    /// Where the selection began.
    pub anchor: Byte,
    /// Where the caret stands.
    pub focus: Byte,
}

impl Caret {
    /// A caret that selects nothing.
    pub fn at(at: Byte) -> Self {
        Self { anchor: at, focus: at }
    }

    /// What is selected.
    pub fn span(self) -> Span {
        Span::new(self.anchor, self.focus)
    }
}

/// What the list of annotations shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only quotes and notes that hold this, ignoring case and spaces around it.
    pub text: String,
    /// Only these labels; all if empty.
    pub labels: Set<LabelId>,
    /// Only what is unsure.
    pub unsure: bool,
    /// Only what lacks a value that it should have.
    pub incomplete: bool,
    /// Only what has this value of an attribute.
    pub value: Option<ValueFilter>,
}

/// A value of an attribute that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueFilter {
    /// Of which attribute.
    pub attribute: AttributeId,
    /// Which value, as [`value_text`](super::value_text) shows it; any at all, or none.
    pub is: Wanted,
}

/// Which value is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// This one.
    This(String),
    /// Any.
    Any,
    /// None, where the label has the attribute.
    Nothing,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        let any = self.unsure || self.incomplete || self.value.is_some();
        self.text.trim().is_empty() && self.labels.is_empty() && !any
    }
}

/// The article that is open.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Which document.
    pub document: DocumentId,
    /// Its paragraphs.
    pub blocks: Rc<Blocks>,
    /// The caret, and with it what the keyboard selects.
    pub caret: Caret,
    /// What the mouse selected, as it was selected: several spans with Firefox's Ctrl. Empty when the caret rules.
    pub spans: Vec<Span>,
    /// Whether the next mark takes exactly what is selected (Alt was held).
    pub exact: bool,
    /// The selected annotations.
    pub selected: Selected,
    /// The one under the pointer.
    pub hovered: Option<AnnotationId>,
    /// In pen mode: the label that marks span after span.
    pub pen: Option<LabelId>,
    /// What the list shows.
    pub filter: Filter,
    /// Where *add a fragment* would add the next selection.
    pub adding_to: Option<AnnotationId>,
    /// What is looked for, while the bar for it is open.
    pub find: Option<super::Find>,
    /// The box that says what the selected annotation refers to, while it is open.
    pub linking: Option<super::Linking>,
    /// The field for one more speaker of a statement, while it is open.
    pub naming: Option<super::Linking>,
    /// The box that says how the selected annotation is related, while it is open.
    pub relating: Option<super::Linking>,
    /// Whether the keyboard came to region *Annotation* from the list: it goes back there.
    pub from_list: bool,
    /// Whether a note for several annotations takes the place of theirs, where they differ; else it is added to each.
    pub replaces_notes: bool,
    /// What of its repeated passages the panel shows.
    pub repeated: super::Unfolded,
    /// A mark that would be the same label twice on one span: doing it again does it.
    pub doubled: Option<(LabelId, Fragments)>,
}

impl Reading {
    /// At the beginning of an article.
    pub(in crate::app) fn of(document: &Document) -> Self {
        Self {
            document: document.id.clone(),
            blocks: Rc::new(Blocks::new(&document.text)),
            caret: Caret::at(Byte(0)),
            spans: Vec::new(),
            exact: false,
            selected: Selected::default(),
            hovered: None,
            pen: None,
            filter: Filter::default(),
            adding_to: None,
            find: None,
            linking: None,
            naming: None,
            relating: None,
            from_list: false,
            replaces_notes: false,
            repeated: Default::default(),
            doubled: None,
        }
    }

    /// The article has another text: what stood at a place in it stands there no more.
    pub(in crate::app) fn take_text(&mut self, text: &Text) {
        self.blocks = Rc::new(Blocks::new(text));
        self.caret = Caret::at(text.floor_grapheme(self.caret.focus.min(text.end())));
        self.spans.clear();
        self.exact = false;
        self.doubled = None;
        if let Some(find) = &mut self.find {
            find.look(text);
        }
    }
}

/// The open project.
#[derive(Clone, Debug)]
pub struct Session {
    /// The project.
    pub project: Project,
    /// What was done in it.
    pub history: History,
    /// All texts that the project or its history speaks of.
    pub texts: Texts,
    /// The counter of this actor's next transaction.
    pub counter: u64,
    /// The open article, if any.
    pub reading: Option<Reading>,
    /// The article beside it, while two are open. What is done is done in `reading`: who goes on in this one has the two
    /// change places.
    pub beside: Option<Box<Reading>>,
    /// Whether `reading` stands behind `beside`, on the right where text runs from the left.
    pub second: bool,
    /// Whether another tab works in it: this one shows what that one does.
    pub along: bool,
    /// Whether that tab is closed by now.
    pub alone: bool,
    /// What is being picked in the text.
    pub picking: Option<super::Picking>,
    /// Where the person was before each jump along a relation, the last one last.
    pub way_back: Vec<(DocumentId, AnnotationId)>,
    /// What of it is in no file.
    pub backup: super::Backup,
    /// What loading it could not read, in words.
    pub faults: Vec<String>,
    /// What was chosen in dialog *Export* last.
    pub(super) export: Option<super::Export>,
    /// Values that were typed and not taken.
    pub(super) refused: Vec<super::Refused>,
    /// What was computed of the list and the selection.
    pub(in crate::app) kept: Kept,
}

impl Session {
    /// A project as it was loaded.
    pub fn new(project: Project, history: History, texts: Texts, counter: u64) -> Self {
        Self {
            project,
            history,
            texts,
            counter,
            reading: None,
            beside: None,
            second: false,
            along: false,
            alone: false,
            picking: None,
            way_back: Vec::new(),
            backup: super::Backup { from: counter, ..super::Backup::default() },
            faults: Vec::new(),
            export: None,
            refused: Vec::new(),
            kept: Kept::default(),
        }
    }

    /// The articles that are open: the one that is worked in, then the one beside it.
    pub(in crate::app) fn open(&mut self) -> impl Iterator<Item = &mut Reading> {
        self.reading.as_mut().into_iter().chain(self.beside.as_deref_mut())
    }

    /// The label of the pen, if it is out. While something is picked the pen rests.
    pub fn pen(&self) -> Option<&LabelId> {
        self.reading.as_ref()?.pen.as_ref().filter(|_| self.picking.is_none())
    }

    /// The open document.
    pub fn document(&self) -> Option<&Rc<Document>> {
        self.project.document(&self.reading.as_ref()?.document)
    }

    /// An annotation of the open document.
    pub fn annotation(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.project.annotation(&self.reading.as_ref()?.document, id)
    }

    /// The annotation that region *Annotation* shows.
    pub fn selected(&self) -> Option<&Rc<Annotation>> {
        self.annotation(self.reading.as_ref()?.selected.last()?)
    }
}
