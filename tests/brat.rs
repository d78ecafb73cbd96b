//! brat standoff: what is written reads as brat's own reader reads it, and what is missing was counted.

use crate::support::columns::is_written;
use crate::support::{files, generate};
use postil::formats::{Reason, Written};
use postil::model::{Annotation, AttributeType, AttributeValue, Project, Reference};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn export(project: &Project) -> Written {
    files::export(project, "brat", &[])
}

/// What stands in the files of one article.
#[derive(Debug, Default)]
struct Read {
    /// Numbers of annotations with type and what is marked.
    marks: BTreeMap<String, (String, String)>,
    relations: Vec<(String, String, String)>,
    /// What has which attribute with which value.
    attributes: BTreeSet<(String, String, String)>,
    references: Vec<(String, String)>,
    notes: BTreeMap<String, String>,
}

/// Reads as brat's reader does: whatever is wrong is refused.
fn read(text: &str, lines: &str) -> Read {
    let points: Vec<char> = text.chars().collect();
    let mut read = Read::default();
    let mut ids = BTreeSet::new();
    // As Python parts lines.
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}'];
    for line in lines.split_terminator(ends) {
        let (id, rest) = line.split_once('\t').expect("an id and a tab");
        assert!(ids.insert(id.to_owned()), "{id} is there once");
        let target = |id: &str, read: &Read| {
            assert!(read.marks.contains_key(id), "{id} is there before it is named: {line}");
            id.to_owned()
        };
        match id.chars().next().expect("a kind") {
            'T' => {
                let (head, quote) = rest.split_once('\t').expect("what is marked");
                let (kind, places) = head.split_once(' ').expect("places");
                assert!(kind.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)), "{kind}");
                let (mut slices, mut last) = (Vec::new(), 0);
                for place in places.split(';') {
                    let (start, end) = place.split_once(' ').expect("start and end");
                    let (start, end): (usize, usize) =
                        (start.parse().expect("a number"), end.parse().expect("a number"));
                    assert!(last <= start && start < end && end <= points.len(), "{line}");
                    last = end;
                    slices.push(points[start..end].iter().collect::<String>());
                }
                assert!(!slices.iter().any(|slice| slice.contains(ends)), "{line}");
                assert_eq!(slices.join(" "), quote);
                read.marks.insert(id.to_owned(), (kind.to_owned(), quote.to_owned()));
            }
            'R' => {
                let words: Vec<&str> = rest.split(' ').collect();
                let [kind, one, other] = words[..] else { panic!("{line}") };
                let end = |word: &str, role: &str| target(word.strip_prefix(role).expect("a role"), &read);
                let ends = (kind.to_owned(), end(one, "Arg1:"), end(other, "Arg2:"));
                read.relations.push(ends);
            }
            'A' => {
                let words: Vec<&str> = rest.split(' ').collect();
                assert!((2..=3).contains(&words.len()), "{line}");
                let of = target(words[1], &read);
                let value = words.get(2).copied().unwrap_or_default().to_owned();
                assert!(read.attributes.insert((of, words[0].to_owned(), value)));
            }
            'N' => {
                let (head, name) = rest.split_once('\t').expect("a name");
                assert!(!name.is_empty());
                let words: Vec<&str> = head.split(' ').collect();
                let ["Reference", of, id] = words[..] else { panic!("{line}") };
                let (base, id) = id.split_once(':').expect("a base and an id");
                assert!(!base.is_empty());
                read.references.push((target(of, &read), format!("{base}:{id}")));
            }
            '#' => {
                let (head, note) = rest.split_once('\t').expect("a note");
                let of = head.strip_prefix("AnnotatorNotes ").expect("a note of an annotator");
                read.notes.insert(target(of, &read), note.to_owned());
            }
            _ => panic!("{line}"),
        }
    }
    read
}

fn articles(out: &Written) -> Vec<Read> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let of = |name: &str| {
        let name = format!("{}.ann", name.strip_suffix(".txt").expect("a text"));
        out.files.iter().find(|(own, _)| *own == name).map(|(_, bytes)| text(bytes)).expect("its annotations")
    };
    let texts = out.files.iter().filter(|(name, _)| name.ends_with(".txt"));
    texts.map(|(name, bytes)| read(&text(bytes), &of(name))).collect()
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project);
    let names: BTreeSet<String> = out.files.iter().map(|(name, _)| name.to_lowercase()).collect();
    prop_assert_eq!(names.len(), out.files.len(), "no two files have one name");
    prop_assert_eq!(out.files.len(), 2 * project.documents().len() + 2);
    let (read, lost) = (articles(&out), |reason| out.losses.count(reason));
    let sum = |of: fn(&Read) -> usize| read.iter().map(of).sum::<usize>();
    let standing: Vec<_> = project.all_annotations().filter(|annotation| is_written(annotation)).collect();
    prop_assert_eq!(sum(|own| own.marks.len()) + lost(Reason::Blank), standing.len());
    prop_assert_eq!(
        project.all_annotations().count() - standing.len(),
        lost(Reason::Suggested) + lost(Reason::Rejected)
    );
    prop_assert_eq!(
        sum(|own| own.relations.len()) + lost(Reason::Relations) + lost(Reason::Across),
        project.relations.len()
    );
    if lost(Reason::Blank) == 0 {
        let notes = standing.iter().filter(|own| !own.note.is_empty()).count();
        prop_assert_eq!(sum(|own| own.notes.len()), notes);
        let linked = |own: &&&std::rc::Rc<Annotation>| own.refers_to.is_some();
        let own = |of: &Read| of.references.iter().filter(|(_, id)| id.starts_with("Postil:")).count();
        prop_assert_eq!(read.iter().map(own).sum::<usize>(), standing.iter().filter(linked).count());
        let unsure = standing.iter().filter(|own| own.unsure).count();
        let all: usize = standing.iter().map(|own| own.attributes.len()).sum();
        let of_relations: usize = project
            .relations
            .values()
            .map(|own| own.attributes.len() + usize::from(own.trigger.is_some()))
            .sum();
        // Those of relations that are left out go with them.
        let kept = sum(|own| own.attributes.len()) - unsure;
        prop_assert!(
            all - kept <= lost(Reason::Attributes) && lost(Reason::Attributes) <= all - kept + of_relations
        );
    }
    prop_assert_eq!(lost(Reason::Entities), project.entities.len());
    prop_assert_eq!(lost(Reason::Claims), project.claims.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..6, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }
}

/// The example project: each figure by hand.
#[test]
fn the_example_keeps_what_brat_can_hold() {
    let project =
        postil::wire::project::read(include_bytes!("../static/example.json")).expect("the example").value;
    check(&project).expect("all is counted");
    let out = export(&project);
    let read = articles(&out);
    let quotes: BTreeSet<&str> =
        read.iter().flat_map(|own| own.marks.values()).map(|(_, quote)| quote.as_str()).collect();
    for annotation in project.all_annotations().filter(|annotation| is_written(annotation)) {
        let document = project.document(&annotation.document).expect("its article");
        let said: Vec<&str> =
            annotation.fragments.spans().iter().map(|&span| document.text.slice(span)).collect();
        assert!(quotes.contains(said.join(" ").as_str()), "{said:?}");
        // A choice and a yes are written.
        for (id, value) in &annotation.attributes {
            let kind = project.schema.attribute(id).map(|own| own.kind);
            if matches!((kind, value), (Some(AttributeType::Choice), AttributeValue::Text(_))) {
                assert!(read.iter().any(|own| !own.attributes.is_empty()));
            }
        }
        if let Some(Reference::Entity(id)) = &annotation.refers_to {
            let id = format!("Postil:{id}");
            assert!(read.iter().any(|own| own.references.iter().any(|(_, own)| *own == id)), "{id}");
        }
    }
    let conf = String::from_utf8(out.files[out.files.len() - 2].1.clone()).expect("UTF-8");
    for part in
        ["[entities]\nPerson\n", "\n[relations]\n", "\n[events]\n", "\n[attributes]\nUnsure\tArg:<ENTITY>\n"]
    {
        assert!(conf.contains(part), "{part} in {conf}");
    }
}
