//! A project as a zip: what is packed comes back whole, and a text that is missing is said.

use crate::support::{files, generate};
use postil::formats::{
    Format, Options, Severity, Written,
    write::{packed, write},
};
use postil::model::Project;
use postil::wire::project::{Texts, to_string};
use proptest::prelude::*;

fn written(project: &Project) -> (Options, Written) {
    let options = Options::new(Format::named("project-zip").expect("a format"), Default::default());
    let mut out = Written::default();
    assert!(write(project, &options, &mut out));
    (options, out)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_is_packed_comes_back(size in 0usize..5, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let (options, out) = written(&project);
        prop_assert!(out.losses.is_empty());
        prop_assert_eq!(&out, &written(&project).1, "the same twice");
        let (made, bytes) = packed(&project, &options).expect("a zip");
        prop_assert!(made.name.ends_with(".zip") && !made.name.ends_with(".zip.zip"));
        let read = files::read_files(&[(made.name, bytes)]);
        prop_assert_eq!(&read.issues, &vec![]);
        let [own] = &read.projects[..] else { panic!("one project") };
        prop_assert_eq!(to_string(&own.project, Texts::Inline), to_string(&project, Texts::Inline));
    }
}

#[test]
fn a_text_that_is_missing_or_changed_is_said() {
    let project = generate::project(3, 7);
    let (_, mut out) = written(&project);
    let at = out.files.iter().position(|(name, _)| name.starts_with("texts/")).expect("a text");
    out.files[at].1.extend_from_slice(b"!");
    let read = files::read_files(&out.files);
    let [own] = &read.projects[..] else { panic!("one project: {:?}", read.issues) };
    assert_eq!(own.project.documents().len(), project.documents().len() - 1);
    assert!(read.issues.iter().any(|issue| issue.severity == Severity::LeftOut), "{:?}", read.issues);
    assert!(read.documents.is_empty(), "the texts are no articles of their own");
}
