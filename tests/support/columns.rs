//! Columns: projects with marks written into their texts, and what is read of a project that was written.

use super::by_hand::by_hand;
use super::generate::{self, Dice};
use postil::formats::columns::{
    ColumnOptions, Levels, Offsets, ReadColumns, ReadDocument, Scheme, Separator, Shape, lines_of, read,
    write,
};
use postil::formats::{Reason, Written, part};
use postil::model::{Annotation, Document, DocumentId, LabelId, Metadata, PersonId, Project, Status};
use postil::text::{Byte, Span, Text, trimmed};

pub fn written_again(read: &ReadColumns) -> String {
    let sources = read.documents.iter().filter_map(|read| read.document.source.as_ref());
    sources.filter_map(lines_of).collect()
}

/// Options of any kind.
pub fn options(d: &mut Dice) -> ColumnOptions {
    ColumnOptions {
        scheme: *d.pick(&Scheme::ALL),
        shape: *d.pick(&[Shape::Conll2003, Shape::Plain]),
        separator: *d.pick(&[Separator::Blank, Separator::Tab]),
        levels: *d.pick(&[Levels::Outermost, Levels::Each]),
        offsets: *d.pick(&[Offsets::None, Offsets::Columns, Offsets::Comment]),
        alone: d.one_in(2),
        labels: if d.one_in(3) {
            [(LabelId::new("person"), "PER".to_owned())].into_iter().collect()
        } else {
            Default::default()
        },
    }
}

pub fn export(project: &Project, options: &ColumnOptions) -> Written {
    let mut out = Written::default();
    if !options.alone {
        write(project, options, &mut out);
        return out;
    }
    for document in project.documents() {
        write(&part(project, std::slice::from_ref(&document.id)), options, &mut out);
    }
    out
}

/// A project of articles whose marks are written into them: `[Label:text]`, nested as they are.
pub fn marked(articles: &[&str]) -> Project {
    let d = &mut Dice::new(7);
    let mut project = generate::project(0, 7);
    project.name = "Hard cases".to_owned();
    let people: Vec<PersonId> = project.people.keys().cloned().collect();
    for (n, article) in articles.iter().enumerate() {
        let (mut text, mut open, mut found) = (String::new(), Vec::new(), Vec::new());
        let mut rest = *article;
        while let Some(char) = rest.chars().next() {
            rest = &rest[char.len_utf8()..];
            match char {
                '[' => {
                    let (label, behind) = rest.split_once(':').expect("a label");
                    open.push((label, text.len() as u32));
                    rest = behind;
                }
                ']' => {
                    let (label, start) = open.pop().expect("a mark that was opened");
                    found.push((label, vec![Span::new(Byte(start), Byte(text.len() as u32))]));
                }
                char => text.push(char),
            }
        }
        let mut document = generate::document(d, format!("d{n}"));
        document.text = Text::new(text).expect("no NUL");
        document.order = n as u32;
        document.metadata = Metadata { title: format!("Article {n}"), ..Metadata::default() };
        let id = document.id.clone();
        project.insert_document(std::rc::Rc::new(document));
        for (label, spans) in found {
            mark(&mut project, &id, label, spans, &people[0]);
        }
    }
    project
}

pub fn mark(project: &mut Project, document: &DocumentId, label: &str, spans: Vec<Span>, by: &PersonId) {
    let label = project.schema.labels.iter().find(|own| own.name == label).expect("a label").id.clone();
    let count = project.annotation_count();
    let annotation = by_hand(format!("a{count}"), document, label, spans, by);
    project.annotations_mut(document).expect("its annotations").insert(std::rc::Rc::new(annotation));
}

pub fn is_written(annotation: &Annotation) -> bool {
    matches!(annotation.status, Status::Open | Status::Accepted)
}

/// What is read of a project that was written, against what is there and what the report says.
pub fn check_round_trip(project: &Project, options: &ColumnOptions) {
    let out = export(project, options);
    let lost = |reason| out.losses.count(reason);
    let mut read_back: Vec<ReadDocument> = Vec::new();
    for (name, bytes) in &out.files {
        let read = read(name, bytes);
        // Without a document a file is empty, and that is said.
        if !bytes.is_empty() {
            assert_eq!(read.issues, [], "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(written_again(&read).as_bytes(), bytes);
        if options.alone && read.documents.is_empty() {
            assert!(bytes.is_empty());
        }
        read_back.extend(read.documents);
    }
    let all: Vec<&Annotation> = project.all_annotations().map(|annotation| &**annotation).collect();
    let shown = all.iter().filter(|annotation| is_written(annotation)).count();
    let count: usize = read_back.iter().map(|read| read.marks.len()).sum();
    assert_eq!(count, shown - lost(Reason::Nested) - lost(Reason::Crossing) - lost(Reason::Blank));
    let suggested = all.iter().filter(|annotation| annotation.status == Status::Suggested).count();
    assert_eq!((lost(Reason::Suggested), lost(Reason::Rejected)), (suggested, all.len() - shown - suggested));
    if options.levels == Levels::Each {
        assert_eq!(lost(Reason::Nested), 0);
    }
    if options.offsets != Offsets::Comment {
        return;
    }
    let mut exact = 0;
    let documents: Vec<&Document> = project.documents().map(|document| &**document).collect();
    assert_eq!(read_back.len(), documents.len());
    for (read, document) in read_back.iter().zip(documents) {
        assert_eq!(read.document.id.as_deref(), Some(document.id.as_str()));
        assert_eq!(read.document.text, document.text);
        let own = project.annotations(&document.id).expect("its annotations");
        let mut left: Vec<&Annotation> = own.iter().map(|one| &**one).filter(|one| is_written(one)).collect();
        for mark in &read.marks {
            // Of those that are read alike, the one that says least is lost.
            let alike = |one: &&Annotation| trimmed(&document.text, one.fragments.hull()) == Some(mark.span);
            let same = |one: &&Annotation| alike(one) && one.fragments.spans() == [mark.span];
            let place = left.iter().position(same).or_else(|| left.iter().position(alike));
            let one = left.remove(place.expect("an annotation that was there"));
            exact += usize::from(one.fragments.spans() == [mark.span]);
        }
    }
    assert!(exact + lost(Reason::Joined) + lost(Reason::Trimmed) >= count);
}
