//! The files of a run: a project for the app, and the same text for the bare page.

use std::{
    fmt::Write,
    fs,
    ops::Range,
    path::{Path, PathBuf},
    rc::Rc,
};

use anyhow::{Context, Result};
use postil::{
    model::{
        Annotation, AnnotationId, Document, DocumentId, DocumentStatus, Fragments, How, Label, LabelId,
        Metadata, Origin, Person, PersonId, PersonKind, Project, ProjectId, Status, Timestamp, news,
    },
    text::{Byte, LineEnds, Span, Text},
    wire::project::{Texts, to_string},
};

use crate::text::{Dice, Kind, write};

/// A document that is measured.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) name: &'static str,
    pub(crate) bytes: usize,
    pub(crate) annotations: usize,
}

/// From the smallest to the largest.
pub(crate) const SIZES: [Size; 3] = [
    Size { name: "3 KB", bytes: 3_000, annotations: 25 },
    Size { name: "100 KB", bytes: 100_000, annotations: 1_000 },
    Size { name: "1 MB", bytes: 1_000_000, annotations: 10_000 },
];

/// The files of one size.
pub(crate) struct Files {
    /// Title of the document that is opened.
    pub(crate) title: String,
    /// Title of a short one, to come from.
    pub(crate) other: String,
    pub(crate) project: PathBuf,
    /// Name of the text beside the bare page.
    pub(crate) text: String,
    /// Name of a page that holds the text as paragraphs.
    pub(crate) page: String,
}

/// Writes the files of one size; what is served goes to `served`.
pub(crate) fn make(size: Size, folder: &Path, served: &Path) -> Result<Files> {
    let mut dice = Dice::new(2023 + size.bytes as u64);
    let written = write(size.bytes, &mut dice);
    let short = size.name.replace(' ', "").to_lowercase();
    let files = Files {
        title: format!("Report of {}", size.name),
        other: "A short note".to_owned(),
        project: folder.join(format!("{short}.json")),
        text: format!("{short}.txt"),
        page: format!("{short}.html"),
    };
    let mut project =
        Project::new(ProjectId::new(format!("speed-{short}")), format!("Speed {}", size.name), news(), TIME);
    let person = person(&mut project);
    let id = DocumentId::new("d1");
    project.insert_document(Rc::new(document("d0", &files.other, "There is little to read here.\n")?));
    project.insert_document(Rc::new(document("d1", &files.title, &written.text)?));
    annotate(&mut project, &id, &person, &written.marks(size.annotations, &mut dice), &mut 0)?;
    fs::write(&files.project, to_string(&project, Texts::Inline))?;
    fs::write(served.join(&files.text), &written.text)?;
    fs::write(served.join(&files.page), page(&written.text))?;
    Ok(files)
}

/// Somebody who annotates.
pub(crate) fn person(project: &mut Project) -> PersonId {
    let id = PersonId::new("a");
    let person =
        Person { id: id.clone(), name: "Ana".to_owned(), kind: PersonKind::Person, version: String::new() };
    project.people.insert(id.clone(), person);
    id
}

/// Marks a document; `next` numbers the annotations of the project.
pub(crate) fn annotate(
    project: &mut Project,
    id: &DocumentId,
    by: &PersonId,
    marks: &[(Kind, Range<u32>)],
    next: &mut usize,
) -> Result<()> {
    let (labels, claim) = labels();
    let annotations = project.annotations_mut(id).context("the document is in the project")?;
    for (kind, span) in marks {
        let label = match kind {
            Kind::Entity(n) => labels[n % labels.len()].clone(),
            Kind::Claim => claim.clone(),
        };
        annotations.insert(Rc::new(Annotation {
            id: AnnotationId::new(format!("n{next:05}")),
            document: id.clone(),
            label,
            fragments: Fragments::one(Span::new(Byte(span.start), Byte(span.end))).context("not empty")?,
            attributes: Default::default(),
            refers_to: None,
            note: String::new(),
            unsure: *next % 40 == 3,
            status: Status::Open,
            origin: Origin::new(by.clone(), How::Manual, TIME),
        }));
        *next += 1;
    }
    Ok(())
}

/// When everything of a run was done.
pub(crate) const TIME: Timestamp = Timestamp(1_700_000_000_000);

fn labels() -> (Vec<LabelId>, LabelId) {
    let entity = |label: &Label| label.kind == postil::model::Kind::Entity;
    let claim = |label: &&Label| label.kind == postil::model::Kind::Claim;
    let schema = news();
    let claim = schema.labels.iter().find(claim).map(|label| label.id.clone());
    let entities = schema.labels.iter().filter(|label| entity(label)).map(|label| label.id.clone()).collect();
    (entities, claim.unwrap_or_else(|| LabelId::new("claim")))
}

pub(crate) fn document(id: &str, title: &str, text: &str) -> Result<Document> {
    Ok(Document {
        id: DocumentId::new(id),
        order: 0,
        text: Text::new(text.to_owned()).ok().context("the text is no text")?,
        line_ends: LineEnds::default(),
        media_type: "text/plain".to_owned(),
        metadata: Metadata { title: title.to_owned(), language: "en".to_owned(), ..Metadata::default() },
        status: DocumentStatus::New,
        labels: Vec::new(),
        source: None,
    })
}

fn page(text: &str) -> String {
    let mut page = String::with_capacity(text.len() * 2);
    page.push_str(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Paragraphs</title>\
         <link rel=\"stylesheet\" href=\"bare.css\"></head><body><article>\n",
    );
    for paragraph in text.split('\n') {
        // Nothing in it needs escaping: it is made of words.
        let _ = writeln!(page, "<p dir=\"auto\">{paragraph}</p>");
    }
    page.push_str("</article></body></html>\n");
    page
}
