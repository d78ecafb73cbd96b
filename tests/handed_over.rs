//! What the worker writes of a project as the page hands it over is what is written of the project's file.

use crate::support::generate;
use postil::formats::write::packed;
use postil::formats::{Aspect, FORMATS, Format, Made, Options, Scope};
use postil::model::{Annotation, Annotations, Project, Unread};
use postil::sorted::Map;
use postil::wire::handed::Handed;
use postil::wire::{project, state};
use postil::work::{BUILD, Desk, Request, WriteRequest, open_made};
use proptest::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// What is made of it, the bytes of that, and how far it was at the end.
type Answer = (Result<(Made, Vec<u8>), String>, Option<(u64, u64)>);

fn ask(format: &str, files: &str, scope: &Scope, handed: &[u8]) -> Answer {
    let options: Map<String, String> = [("files".to_owned(), files.to_owned())].into_iter().collect();
    let (build, language) = (BUILD.to_owned(), "en".to_owned());
    let request = WriteRequest { build, format: format.to_owned(), options, scope: scope.clone(), language };
    let mut last = None;
    let (begin, end) = handed.split_at(handed.len() / 2);
    let pieces = vec![begin.to_vec(), end.to_vec()];
    let (mut desk, mut bytes) = (Desk::default(), Vec::new());
    for (n, piece) in pieces.into_iter().enumerate() {
        let request =
            Request::Hand { build: BUILD.to_owned(), language: "en".to_owned(), first: n == 0 }.write();
        assert_eq!(desk.handle(&request, vec![piece], None, &mut bytes, &mut |_| {}), None);
    }
    let line = desk.handle(&Request::Write(request).write(), Vec::new(), None, &mut bytes, &mut |progress| {
        last = Some((progress.done, progress.total));
    });
    let line = line.expect("an answer");
    (open_made(&line).map(|made| (made, bytes)), last)
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let file: String = project::write(project, project::Texts::Inline).collect();
    let state: String = state::write_with_texts(project).collect();
    let mut some = Scope::default();
    some.put(Aspect::Status, "new", false);
    some.put(Aspect::Label, "person", false);
    for format in FORMATS.iter().filter(|format| format.writes) {
        for (files, scope) in
            [("one", &Scope::default()), ("each", &some), ("split", &Scope::default()), ("person", &some)]
        {
            let (now, then) = (
                ask(format.word, files, scope, state.as_bytes()),
                ask(format.word, files, scope, file.as_bytes()),
            );
            prop_assert_eq!(now, then, "{} {}", format.word, files);
        }
    }
    Ok(())
}

/// Annotations that nobody may read yet.
struct Refusing(Rc<Cell<bool>>, Vec<Rc<Annotation>>);

impl Unread for Refusing {
    fn count(&self) -> usize {
        self.1.len()
    }

    fn ids(&self, tell: &mut dyn FnMut(&str)) {
        self.1.iter().for_each(|own| tell(own.id.as_str()));
    }

    fn read(&self) -> Vec<Rc<Annotation>> {
        assert!(self.0.get(), "they are not needed yet");
        self.1.clone()
    }
}

/// Whoever shows the first lines of a large project does not wait for all of it.
#[test]
fn annotations_are_read_when_they_are_written() {
    let written = generate::project(4, 3);
    let mut project = written.clone();
    let (may, mut pieces) = (Rc::new(Cell::new(false)), 0);
    for document in written.documents() {
        let all = written.annotations(&document.id).expect("annotations").iter().cloned().collect();
        let later = Annotations::later(Box::new(Refusing(may.clone(), all)));
        *project.annotations_mut(&document.id).expect("a document") = later;
    }
    assert!(written.annotation_count() > 0);
    let file: String = project::write(&project, project::Texts::Inline)
        .inspect(|piece| {
            pieces += 1;
            if piece.ends_with("\"annotations\": [") {
                may.set(true);
            }
        })
        .collect();
    assert!(may.get() && pieces > written.annotation_count());
    assert_eq!(file, project::to_string(&written, project::Texts::Inline));
}

/// What was handed over stays for another file; what comes after it takes its place.
#[test]
fn several_files_are_made_of_what_is_handed_over_once() {
    let (one, other) = (generate::project(3, 1), generate::project(2, 2));
    let mut desk = Desk::default();
    let hand = |desk: &mut Desk, project: &Project| {
        for (n, piece) in state::write_with_texts(project).enumerate() {
            let request =
                Request::Hand { build: BUILD.to_owned(), language: "en".to_owned(), first: n == 0 }.write();
            desk.handle(&request, vec![piece.into_bytes()], None, &mut Vec::new(), &mut |_| {});
        }
    };
    let ask = |desk: &mut Desk, format: &str| {
        let (build, language, mut bytes) = (BUILD.to_owned(), "en".to_owned(), Vec::new());
        let (format, options, scope) = (format.to_owned(), Map::default(), Scope::default());
        let request = Request::Write(WriteRequest { build, format, options, scope, language }).write();
        let line = desk.handle(&request, Vec::new(), None, &mut bytes, &mut |_| {}).expect("an answer");
        open_made(&line).map(|made| (made, bytes))
    };
    assert!(ask(&mut desk, "csv").is_err(), "nothing is there");
    for project in [&one, &other] {
        hand(&mut desk, project);
        for word in ["json-lines", "conll", "json-lines"] {
            let options = Options::new(Format::named(word).expect("a format"), Map::default());
            let (made, bytes) = ask(&mut desk, word).expect("a file");
            let (direct, expected) = packed(project, &options).expect("a file");
            assert_eq!((made.size, bytes), (direct.size, expected), "{word}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn both_give_the_same(size in 0usize..5, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }

    #[test]
    fn wherever_it_is_cut_it_is_the_project(size in 0usize..4, seed in any::<u64>(), length in 1usize..300) {
        let project = generate::project(size, seed);
        for handed in [
            state::write_with_texts(&project).collect::<String>(),
            project::write(&project, project::Texts::Inline).collect(),
        ] {
            let mut coming = Handed::default();
            handed.as_bytes().chunks(length).for_each(|piece| coming.take(piece));
            let read = coming.end().expect("a project");
            prop_assert_eq!(&read.issues, &[]);
            prop_assert_eq!(&read.value, &project);
        }
    }
}
