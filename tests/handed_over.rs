//! What the worker writes of a project as the page hands it over is what is written of the project's file.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::formats::{Aspect, FORMATS, Made, Scope};
use postil::model::Project;
use postil::sorted::Map;
use postil::wire::{project, state};
use postil::work::{BUILD, Request, WriteRequest, handle, open_made};
use proptest::prelude::*;
use support::generate;

/// What is made of it, the bytes of that, and how far it was at the end.
type Answer = (Result<(Made, Vec<u8>), String>, Option<(u64, u64)>);

fn ask(format: &str, files: &str, scope: &Scope, handed: &[u8]) -> Answer {
    let options: Map<String, String> = [("files".to_owned(), files.to_owned())].into_iter().collect();
    let (build, language) = (BUILD.to_owned(), "en".to_owned());
    let request = WriteRequest { build, format: format.to_owned(), options, scope: scope.clone(), language };
    let mut last = None;
    let (begin, end) = handed.split_at(handed.len() / 2);
    let pieces = vec![begin.to_vec(), end.to_vec()];
    let (line, bytes) = handle(&Request::Write(request).write(), pieces, None, &mut |progress| {
        last = Some((progress.done, progress.total));
    });
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn both_give_the_same(size in 0usize..5, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }
}
