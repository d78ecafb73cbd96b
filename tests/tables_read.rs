//! Tables that are read: what was written comes back but for what was counted, and what others wrote is understood.

use crate::support::files::{export, read_files, read_one, read_texts};
use crate::support::{generate, hard};
use postil::formats::{Content, Mark, Reading, Reason, Severity, content};
use postil::model::{Document, Project, Reference, check};
use proptest::prelude::*;

fn said(project: &Project, document: &Document) -> Content {
    let mut said = content(project, document, &|label| label.name.clone());
    said.marks.retain(|mark| !mark.suggested);
    // An attribute without words is none in a table, and a label without a name has one when it is read.
    said.marks.iter_mut().filter(|mark| mark.label.is_empty()).for_each(|mark| mark.label = "_".to_owned());
    said.marks.iter_mut().for_each(|mark| mark.attributes.retain(|(_, value)| !value.is_empty()));
    said.marks.sort();
    said
}

/// What is marked: words and label, fragments with a line between them.
fn marks(reading: &Reading) -> Vec<(String, String)> {
    let [read] = &reading.annotated[..] else { panic!("{:?}", reading.issues) };
    let quoted = read.project.all_annotations().map(|own| {
        let text = &read.project.document(&own.document).expect("its article").text;
        let quotes: Vec<&str> = own.fragments.spans().iter().map(|&span| text.slice(span)).collect();
        (quotes.join("|"), own.label.to_string())
    });
    quoted.collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

fn noticed(reading: &Reading) -> Vec<(Option<u32>, Severity)> {
    reading.issues.iter().map(|issue| (issue.place.line, issue.severity)).collect()
}

/// What was written of a project comes back, and is written again byte for byte.
fn comes_back(project: &Project, format: &str, chosen: &[(&str, &str)]) -> Result<(), TestCaseError> {
    let out = export(project, format, chosen);
    let reading = read_files(&out.files);
    let bad: Vec<_> = reading.issues.iter().filter(|issue| issue.severity != Severity::Note).collect();
    // What an annotation nobody stands for was an end of, and what no mention speaks of, has no name here.
    prop_assert!(bad.iter().all(|issue| issue.done.contains("relation")), "{bad:?}");
    let Some(read) = reading.annotated.first() else { return Ok(()) };
    prop_assert_eq!(check(&read.project), vec![]);
    prop_assert_eq!(read.project.documents().len(), project.documents().len());
    for own in project.documents() {
        let again = read.project.document(&own.id).expect("its id");
        prop_assert_eq!(&again.text, &own.text);
        prop_assert_eq!(&again.metadata.outlet, &own.metadata.outlet);
        prop_assert_eq!(&again.metadata.other, &own.metadata.other);
        prop_assert_eq!(again.status, own.status);
        let (now, before) = (said(&read.project, again), said(project, own));
        // What names a record has another id, or nobody stands for the record.
        let named = |of: &Project, value: &String| of.entities.values().any(|own| own.name == *value);
        let entity = |value: &String| named(project, value) || named(&read.project, value);
        let plain = |value: &&String| !value.starts_with(['{', '[', 'e', 'a']) && !entity(value);
        // Columns may stand in another order than the attributes did, and of two marks in one place either may come first.
        let held = |said: &Content| {
            let of = |mark: &Mark| {
                let own = mark.attributes.iter().map(|(_, value)| value);
                let mut own: Vec<String> = own.filter(plain).cloned().collect();
                own.sort();
                (mark.fragments.clone(), mark.label.clone(), mark.note.clone(), mark.unsure, own)
            };
            let mut held: Vec<_> = said.marks.iter().map(of).collect();
            held.sort();
            held
        };
        prop_assert_eq!(held(&now), held(&before));
        prop_assert_eq!(&now.labels, &before.labels);
        let linked = |said: &Content| said.marks.iter().filter(|mark| !mark.refers_to.is_empty()).count();
        prop_assert!(linked(&now) >= linked(&before));
    }
    let told = out.losses.count(Reason::Relations) + bad.len();
    prop_assert_eq!(read.project.relations.len() + told, project.relations.len());
    let again = export(&read.project, format, &[]);
    prop_assert_eq!(&again.files, &out.files);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_was_written_comes_back(size in 1usize..6, seed in any::<u64>(), tabs in any::<bool>(), sheets in any::<bool>()) {
        let project = generate::project(size, seed);
        // What begins a text as a byte order mark would is taken for one.
        prop_assume!(project.documents().all(|own| !own.text.as_str().starts_with('\u{feff}')));
        let chosen = if sheets { [("for", "spreadsheets")] } else { [("for", "programs")] };
        comes_back(&project, if tabs { "tsv" } else { "csv" }, &chosen)?;
    }

    #[test]
    fn what_was_bent_is_read_or_refused(seed in any::<u64>(), bends in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8)) {
        let mut files = export(&generate::project(3, seed), "csv", &[]).files;
        for (at, byte) in bends {
            let file = &mut files[at as usize % 2].1;
            let at = at as usize % file.len().max(1);
            if let Some(own) = file.get_mut(at) {
                *own = byte;
            }
        }
        let reading = read_files(&files);
        // What could be read of it is written as it was.
        if let [read] = &reading.annotated[..] {
            prop_assert_eq!(check(&read.project), vec![]);
            if files.iter().all(|(_, bytes)| std::str::from_utf8(bytes).is_ok()) {
                // One that is no table any more is not among them.
                let out = export(&read.project, &read.format, &[]).files;
                prop_assert!(out.iter().all(|file| files.contains(file)), "{:?}", out);
            }
        }
    }
}

#[test]
fn hard_cases_come_back() {
    for format in ["csv", "tsv"] {
        comes_back(&hard::hard(), format, &[]).expect("the same");
    }
}

#[test]
fn what_others_wrote_is_read() {
    let file = include_bytes!("fixtures/formats/csv/others.csv");
    let reading = read_one("others.csv", file);
    let expected = pairs(&[("Ani", "PER"), ("Budi", "PER"), ("Rome", "LOC"), ("القاهرة", "LOC")]);
    assert_eq!(marks(&reading), expected);
    let expected =
        [(Some(12), Severity::LeftOut), (Some(10), Severity::LeftOut), (Some(11), Severity::LeftOut)];
    assert_eq!(noticed(&reading), expected, "{:?}", reading.issues);
    let project = &reading.annotated[0].project;
    let first = project.all_annotations().next().expect("an annotation");
    assert_eq!(first.attributes.len(), 1);
    assert!(matches!(first.refers_to, Some(Reference::Entity(_))));
    let ids: Vec<_> =
        project.entities.values().map(|own| (own.ids[0].scheme.as_str(), own.ids[0].id.as_str())).collect();
    assert_eq!(ids, [("wikidata", "Q42"), ("wikidata", "Q220")]);
    let again = export(project, "csv", &[]);
    assert_eq!(again.files, [("others.csv".to_owned(), file.to_vec())]);
}

#[test]
fn a_table_finds_its_texts_beside_it() {
    let table: &[u8] = include_bytes!("fixtures/formats/csv/r.tsv");
    let text: &[u8] = include_bytes!("fixtures/formats/csv/z.txt");
    let files = [("r.tsv".to_owned(), table.to_vec()), ("z.txt".to_owned(), text.to_vec())];
    let reading = read_files(&files);
    assert_eq!(marks(&reading), pairs(&[("Roma", "LOC"), ("Ani", "PER")]));
    // The offsets begin with 1, and the end is a part of the span, as R counts.
    assert_eq!(noticed(&reading), [(Some(2), Severity::Note); 2]);
    assert_eq!(export(&reading.annotated[0].project, "tsv", &[]).files, files);
    let alone = read_one("r.tsv", table);
    assert!(alone.annotated.is_empty() && alone.documents.is_empty());
    assert_eq!(noticed(&alone), [(Some(2), Severity::LeftOut)]);
}

#[test]
fn units_are_told_by_the_quotes() {
    for (start, end) in [(2, 5), (3, 6), (5, 8), (2, 4), (3, 6)] {
        let file = format!("context,from,to,type,quote\n😀 Ani,{start},{end},PER,Ani\n");
        let reading = read_one("a.csv", file.as_bytes());
        assert_eq!(marks(&reading), pairs(&[("Ani", "PER")]), "{start}-{end}");
    }
    // What fits nowhere is found by its words.
    let reading = read_one(
        "a.csv",
        b"context,from,to,type,quote\nAni saw Ani.,7,9,PER,Ani\nAni saw Ani.,0,3,PER,Ani\nBob,0,3,PER,Bob\n",
    );
    assert_eq!(marks(&reading), pairs(&[("Ani", "PER"), ("Ani", "PER"), ("Bob", "PER")]));
    assert_eq!(noticed(&reading), [(Some(2), Severity::Note)]);
}

#[test]
fn words_without_offsets_are_found() {
    let reading = read_one("a.csv", b"text,entity,label\n\"Ani, Anita, Ani. Bo bo Bo\",Ani,PER\n\"Ani, Anita, Ani. Bo bo Bo\",Bo,PER\n\"Ani, Anita, Ani. Bo bo Bo\",Bo,DOG\n\"Ani, Anita, Ani. Bo bo Bo\",Cy,DOG\n");
    let expected = pairs(&[("Ani", "PER"), ("Bo", "PER"), ("Ani", "PER"), ("Bo", "DOG")]);
    let mut found = marks(&reading);
    found.sort();
    let mut expected = expected;
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(noticed(&reading), [(Some(5), Severity::LeftOut), (Some(2), Severity::Note)]);
}

#[test]
fn tables_of_articles_are_articles() {
    let reading = read_texts(&[(
        "news.csv",
        "sep=;\nid;title;body;date;category;views\n7;T;Text, one;2023-10-27;\"A ; B\";1400\n",
    )]);
    let read = &reading.annotated[0].project;
    let document = read.documents().next().expect("an article");
    assert_eq!((document.metadata.title.as_str(), document.metadata.published.as_str()), ("T", "2023-10-27"));
    assert_eq!((document.text.as_str(), document.labels.len()), ("Text, one", 2));
    assert_eq!(&*document.metadata.other["views"].0, "\"1400\"");
    // Prose with commas in it is none.
    assert!(read_one("a.csv", b"Ani went home, and slept.\n").annotated.is_empty());
    assert!(read_one("a.txt", b"text, label\nAni went home\n").annotated.is_empty());
}

#[test]
fn relations_of_others_are_read() {
    let reading = read_texts(&[
        ("spans.csv", "id,doc,text,start,end,label\nT1,a,Ani met Bo,0,3,PER\nT2,a,Ani met Bo,8,10,PER\n"),
        ("rels.csv", "doc,from,to,type\na,T1,T2,met\na,T1,T9,met\n"),
    ]);
    let read = &reading.annotated[0].project;
    assert_eq!((read.annotation_count(), read.relations.len()), (2, 1));
    assert_eq!(noticed(&reading), [(Some(3), Severity::LeftOut)]);
}

#[test]
fn a_change_is_written_anew() {
    let file = include_bytes!("fixtures/formats/csv/others.csv");
    let mut project = read_one("others.csv", file).annotated.remove(0).project;
    let first = project.all_annotations().next().expect("an annotation").clone();
    project
        .annotations_mut(&first.document)
        .expect("its article")
        .change(&first.id, |own| own.note = "!".to_owned());
    let names =
        |out: postil::formats::Written| out.files.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(export(&project, "csv", &[])), ["spans.csv", "documents.csv"]);
    let fresh = read_one("others.csv", file).annotated.remove(0).project;
    for (format, chosen) in
        [("tsv", ("source", "keep")), ("csv", ("source", "anew")), ("csv", ("for", "spreadsheets"))]
    {
        assert_eq!(names(export(&fresh, format, &[chosen])).len(), 2, "{format} {chosen:?}");
    }
    assert_eq!(export(&fresh, "csv", &[]).losses.count(Reason::Attributes), 0);
}
