//! Files with annotations on their way into a project: labels are mapped, all is one step, nothing comes twice, and what was
//! not changed is written as it was read.

use crate::support::desk::Desk;
use crate::support::files;
use postil::app::{Action, Command, Dialog, IncomingAct, LabelTo, read_labels};
use postil::formats::read::{File, Wishes, read, read_with};
use postil::formats::{OffsetUnit, Reading, content};
use postil::model::{
    Annotation, Attribute, AttributeId, AttributeType, AttributeValue, Decimal, How, Kind, LabelId, Project,
    Reference, Schema, check,
};
use std::io::{Cursor, Write as _};
use std::path::Path;
use zip::{ZipWriter, write::SimpleFileOptions};

const TEXT: &str = "Ada met Bob in Rome.";
const LINES: &str = "T1\tPER 0 3\tAda\n\
    T2\tPER 8 11\tBob\n\
    T3\tCity 15 19\tRome\n\
    A1\tTone T1 calm\n\
    N1\tReference T3 Wikidata:Q220\tRome\n\
    R1\tKnows Arg1:T1 Arg2:T2\t\n\
    #1\tAnnotatorNotes T2\twho is this?\n";

fn brat() -> Reading {
    files::read_texts(&[("a.txt", TEXT), ("a.ann", LINES)])
}

fn hand_in(desk: &mut Desk, reading: Reading) {
    desk.act(Action::files_read(Box::new(reading)));
}

fn project(desk: &Desk) -> &Project {
    &desk.state.session.as_ref().expect("a project").project
}

/// What each label of the open preview becomes.
fn labels(desk: &Desk) -> Vec<(String, usize, LabelTo)> {
    let Some(Dialog::Incoming(incoming)) = &desk.state.dialog else { return Vec::new() };
    let sets = incoming.sets.iter().map(|set| &**set);
    let labels = read_labels(sets, &project(desk).schema, &incoming.labels);
    labels.into_iter().map(|label| (label.name, label.uses, label.to)).collect()
}

#[test]
fn labels_are_mapped_and_all_is_one_step() {
    let mut desk = Desk::new();
    let before = project(&desk).clone();
    hand_in(&mut desk, brat());
    let person = LabelTo::Own(LabelId::new("person"));
    // What data sets call a person is known; it can be something else.
    assert_eq!(labels(&desk), [("PER".into(), 2, person.clone()), ("City".into(), 1, LabelTo::New)]);
    desk.act(Action::step(IncomingAct::Label("PER".into(), LabelTo::New)));
    assert_eq!(labels(&desk)[0], ("PER".into(), 2, LabelTo::New));
    desk.act(Action::step(IncomingAct::Label("PER".into(), person)));
    desk.act(Action::step(IncomingAct::Add));

    let now = project(&desk);
    assert_eq!((now.documents().len(), now.annotation_count(), now.relations.len()), (1, 3, 1));
    let document = now.documents().next().expect("an article");
    let said = content(now, document, &|label| label.name.clone());
    let names: Vec<&str> = said.marks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(names, ["Person", "Person", "City"]);
    assert_eq!(said.marks[0].attributes, [("Tone".to_owned(), "calm".to_owned())]);
    assert_eq!(said.marks[1].note, "who is this?");
    assert_eq!(said.marks[2].refers_to, "Rome");
    assert_eq!(now.entities.values().next().map(|own| own.ids[0].id.as_str()), Some("Q220"));
    let annotation = now.all_annotations().next().expect("an annotation");
    assert_eq!((annotation.origin.how, annotation.origin.by.as_str() == "import"), (How::Imported, false));
    let by = &now.people[&annotation.origin.by];
    assert_eq!(by.name, "a.ann");
    let city = now.schema.labels.iter().find(|label| label.name == "City").expect("a new label");
    assert_eq!((city.kind, city.key), (Kind::Entity, None));
    let person = now.schema.label(&LabelId::new("person")).expect("the label");
    assert_eq!(person.equivalents.get("brat").map(String::as_str), Some("PER"), "it is known again");

    desk.act(Action::Run(Command::Undo));
    assert_eq!(project(&desk).annotation_count(), 0);
    assert_eq!((&project(&desk).schema, project(&desk).entities.len()), (&before.schema, 0));
    assert_eq!(project(&desk).documents().len(), 0);
    desk.act(Action::Run(Command::Redo));
    assert_eq!(project(&desk).annotation_count(), 3);
}

#[test]
fn nothing_comes_twice() {
    let mut desk = Desk::new();
    hand_in(&mut desk, brat());
    desk.act(Action::step(IncomingAct::Add));
    let before = project(&desk).clone();
    hand_in(&mut desk, brat());
    assert!(labels(&desk).iter().all(|(_, _, to)| matches!(to, LabelTo::Own(_))), "{:?}", labels(&desk));
    desk.act(Action::step(IncomingAct::Add));
    let now = project(&desk);
    assert_eq!((now.documents().len(), now.annotation_count(), now.relations.len()), (1, 3, 1));
    assert_eq!(now.entities.len(), before.entities.len());
    assert_eq!(now.schema, before.schema);

    // One more annotation of the same text is added to the article that is there.
    let more = format!("{LINES}T4\tCity 0 3\tAda\nR2\tKnows Arg1:T2 Arg2:T4\n");
    hand_in(&mut desk, files::read_texts(&[("a.txt", TEXT), ("a.ann", &more)]));
    desk.act(Action::step(IncomingAct::Add));
    let now = project(&desk);
    assert_eq!((now.documents().len(), now.annotation_count(), now.relations.len()), (1, 4, 2));
}

#[test]
fn a_label_can_be_left_out() {
    let mut desk = Desk::new();
    hand_in(&mut desk, brat());
    desk.act(Action::step(IncomingAct::Label("PER".into(), LabelTo::Nothing)));
    desk.act(Action::step(IncomingAct::Add));
    let now = project(&desk);
    assert_eq!((now.annotation_count(), now.relations.len(), now.entities.len()), (1, 0, 1));
    assert!(now.schema.labels.iter().all(|label| label.name != "PER"));
}

#[test]
fn mentions_under_a_label_of_claims_tell_claims() {
    let mut desk = Desk::new();
    let label = project(&desk).schema.labels.iter().find(|label| label.kind == Kind::Claim);
    let id = label.expect("the preset has one").id.clone();
    hand_in(&mut desk, brat());
    desk.act(Action::step(IncomingAct::Label("City".into(), LabelTo::Own(id.clone()))));
    desk.act(Action::step(IncomingAct::Add));
    let now = project(&desk);
    let statement = now.all_annotations().find(|own| own.label == id).expect("a statement");
    let Some(Reference::Claim(claim)) = &statement.refers_to else { panic!("{statement:?}") };
    assert_eq!(now.claims[claim].text, "Rome");
    assert!(now.entities.is_empty());
}

/// Two people marked the same text: one article, and what each of them said.
#[test]
fn two_files_of_one_text_are_one_article() {
    let mut desk = Desk::new();
    let other = "T1\tPER 0 3\tAda\n";
    let two =
        files::read_texts(&[("x/a.txt", TEXT), ("x/a.ann", LINES), ("y/a.txt", TEXT), ("y/a.ann", other)]);
    hand_in(&mut desk, two);
    desk.act(Action::step(IncomingAct::Add));
    assert_eq!((project(&desk).documents().len(), project(&desk).annotation_count()), (1, 4));
}

/// Some formats have nothing but words: where the project has a number, or yes or no, they are read so, if all of them can be.
#[test]
fn words_are_read_as_what_the_project_has() {
    let file = "T1\tPER 0 3\tAda\nA1\tweight T1 1.50\nA2\tsure T1 no\nA3\tage T1 old\n\
                T2\tPER 8 11\tBob\nA4\tweight T2 7\nA5\tsure T2 yes\nA6\tage T2 40\n";
    let mut desk = Desk::new();
    let kinds =
        [("weight", AttributeType::Number), ("sure", AttributeType::Flag), ("age", AttributeType::Number)];
    let project_here = &mut desk.state.session.as_mut().expect("a project").project;
    let mut schema = Schema::clone(&project_here.schema);
    schema.attributes.extend(kinds.map(|(name, kind)| Attribute {
        id: AttributeId::new(name),
        name: name.to_owned(),
        kind,
        values: Vec::new(),
        required: false,
        default: String::new(),
    }));
    project_here.schema = schema.into();
    hand_in(&mut desk, files::read_texts(&[("a.txt", TEXT), ("a.ann", file)]));
    desk.act(Action::step(IncomingAct::Add));
    let said: Vec<AttributeValue> = project(&desk)
        .all_annotations()
        .flat_map(|own| own.attributes.values().cloned().collect::<Vec<_>>())
        .collect();
    let number = |text: &str| AttributeValue::Number(Decimal::new(text).expect("a number"));
    let flag = AttributeValue::Flag;
    assert!(
        [number("1.50"), number("7"), flag(true), flag(false)].iter().all(|own| said.contains(own)),
        "{said:?}"
    );
    assert!(
        ["old", "40"].iter().all(|own| said.contains(&AttributeValue::Text((*own).to_owned()))),
        "{said:?}"
    );
}

/// What offsets count is found out, and said; somebody who knows better says so, and it counts.
#[test]
fn a_person_says_what_offsets_count() {
    use OffsetUnit::{CodePoints, Graphemes, Utf16};
    let text = "\u{1F600}\u{1F600} Ada met Bob.";
    let of = |name: &str, file: &str, unit: Option<OffsetUnit>| {
        let files = [("a.txt", text), (name, file)];
        let all = files.map(|(name, text)| File { name, bytes: text.as_bytes(), text: None });
        let all = if name.ends_with(".ann") { &all[..] } else { &all[1..] };
        let reading = read_with(all, Wishes { unit, ..Wishes::default() }, &mut |_| {});
        assert_eq!(reading.unit, unit);
        let set = &reading.annotated[0];
        let document = set.project.documents().next().expect("an article");
        let quote = |own: &Annotation| document.text.slice(own.fragments.hull()).to_owned();
        (set.unit, set.project.all_annotations().map(|own| quote(own)).collect::<Vec<_>>())
    };
    let ada = |unit| (Some(unit), vec!["Ada".to_owned()]);
    let ann = "T1\tPER 5 8\tAda\n";
    assert_eq!(of("a.ann", ann, None), ada(Utf16));
    assert_eq!(of("a.ann", ann, Some(CodePoints)).0, Some(CodePoints));
    let row = format!(r#"{{"text":"{text}","label":[[3,6,"PER"]]}}"#);
    assert_eq!(of("a.jsonl", &row, None), ada(CodePoints));
    assert_eq!(of("a.jsonl", &row, Some(Graphemes)), ada(Graphemes));
    assert_ne!(of("a.jsonl", &row, Some(Utf16)).1, ["Ada"]);
    let tasks = format!(
        r#"[{{"data":{{"text":"{text}"}},"annotations":[{{"result":[{{"id":"r","from_name":"l","to_name":"t","type":"labels",
            "value":{{"start":5,"end":8,"text":"Ada","labels":["PER"]}}}}]}}]}}]"#
    );
    assert_eq!(of("tasks.json", &tasks, None), ada(Utf16));
    assert_eq!(of("tasks.json", &tasks, Some(CodePoints)).0, Some(CodePoints));
}

/// Of a file of which some articles are left out, entities come along that those which come in speak of in any way.
#[test]
fn what_an_article_names_comes_with_it() {
    let mut desk = Desk::new();
    let rows = [
        r#"{"id":"a","text":"Ada met Bob.","annotations":[
            {"id":"m","label":"PER","start":0,"end":3,"attributes":{"employer":"E1"}}],"relations":[
            {"type":"works for","ends":[{"role":"who","id":"m"},{"role":"whom","id":"E2","entity":"Bank","label":"ORG"}]}]}"#,
        r#"{"id":"b","text":"The Port is big.","annotations":[{"id":"n","label":"ORG","start":4,"end":8,"entity":"E1"}],
            "relations":[{"type":"works for","ends":[{"role":"who","id":"n"},{"role":"whom","id":"E3","entity":"Rail","label":"ORG"}]}]}"#,
    ];
    let rows = rows.map(|row| row.replace('\n', "")).join("\n");
    hand_in(&mut desk, files::read_texts(&[("rows.jsonl", &rows)]));
    desk.act(Action::step(IncomingAct::Take(1, false)));
    desk.act(Action::step(IncomingAct::Add));
    let project = project(&desk);
    assert_eq!(check(project), vec![]);
    let names: Vec<&str> = project.entities.values().map(|own| own.name.as_str()).collect();
    assert_eq!((names.len(), names.contains(&"Port"), names.contains(&"Bank")), (2, true, true), "{names:?}");
    let ada = project.all_annotations().next().expect("what is marked");
    assert_eq!((ada.attributes.len(), project.relations.len()), (1, 1));
}

/// Whoever says what offsets count has mapped labels and left articles out before, perhaps.
#[test]
fn what_was_chosen_stays_chosen_when_files_are_read_again() {
    let mut desk = Desk::new();
    let both =
        || files::read_texts(&[("a.txt", TEXT), ("a.ann", LINES), ("b.txt", "Another one."), ("b.ann", "")]);
    hand_in(&mut desk, both());
    desk.act(Action::step(IncomingAct::Label("PER".into(), LabelTo::New)));
    desk.act(Action::step(IncomingAct::Take(1, false)));
    desk.act(Action::step(IncomingAct::Unit(Some(OffsetUnit::Utf16))));
    desk.act(Action::ReadingFiles(0, 1));
    hand_in(&mut desk, both());
    assert_eq!(labels(&desk)[0], ("PER".into(), 2, LabelTo::New));
    let taken = |desk: &Desk| match &desk.state.dialog {
        Some(Dialog::Incoming(incoming)) => incoming.documents.iter().map(|own| own.take).collect(),
        _ => Vec::new(),
    };
    assert_eq!(taken(&desk), [true, false]);

    // It is forgotten where they are not read again after all.
    for given_up in [Action::CloseDialog, Action::StopReading, Action::Failed("no".into())] {
        desk.act(Action::step(IncomingAct::Unit(None)));
        desk.act(Action::ReadingFiles(0, 1));
        desk.act(given_up);
        hand_in(&mut desk, both());
        assert_eq!(taken(&desk), [true, true], "files are looked at anew");
        assert_ne!(labels(&desk)[0].2, LabelTo::New);
        desk.act(Action::step(IncomingAct::Label("PER".into(), LabelTo::New)));
        desk.act(Action::step(IncomingAct::Take(1, false)));
    }
    desk.act(Action::step(IncomingAct::Unit(None)));
    hand_in(&mut desk, files::read_texts(&[("c.txt", "Ada is here."), ("c.ann", "T1\tPER 0 3\tAda\n")]));
    assert_ne!(labels(&desk)[0].2, LabelTo::New, "nor is it for other files");
}

/// What is on the screen is not what was asked for.
#[test]
fn nothing_is_added_while_files_are_read_again() {
    let mut desk = Desk::new();
    let both = || files::read_texts(&[("a.txt", TEXT), ("a.ann", LINES)]);
    hand_in(&mut desk, both());
    let before = project(&desk).documents().len();
    desk.act(Action::step(IncomingAct::Unit(Some(OffsetUnit::Utf16))));
    desk.act(Action::step(IncomingAct::Add));
    assert!(matches!(&desk.state.dialog, Some(Dialog::Incoming(own)) if own.adding.is_none()));
    assert_eq!(project(&desk).documents().len(), before);
    hand_in(&mut desk, both());
    desk.act(Action::step(IncomingAct::Add));
    assert_eq!(project(&desk).documents().len(), before + 1);
    // Where they cannot be read as was asked, those can be added that are there.
    hand_in(&mut desk, files::read_texts(&[("c.txt", "Ada is here."), ("c.ann", "T1\tPER 0 3\tAda\n")]));
    desk.act(Action::step(IncomingAct::Unit(None)));
    desk.act(Action::Failed("no".into()));
    desk.act(Action::step(IncomingAct::Add));
    assert_eq!(project(&desk).documents().len(), before + 2);
}

/// An id that is one of a claim is none of an annotation.
#[test]
fn what_an_attribute_names_must_be_an_annotation() {
    let row = r#"{"text":"Marzouk said","id":"d","annotations":[{"id":"a","label":"claim","kind":"claim","start":0,"end":7,"claim":"c","attributes":{"time":{"annotation":"ID","value":"2031"}}}]}"#;
    for id in ["a", "c", "d", "nobody"] {
        let reading = files::read_one("rows.jsonl", row.replace("ID", id).as_bytes());
        let read = &reading.annotated[0].project;
        assert_eq!(check(read), []);
        let own = read.all_annotations().next().expect("an annotation");
        let Some(AttributeValue::When(when)) = own.attributes.values().next() else { panic!("{own:?}") };
        assert_eq!(when.annotation.is_some(), id == "a", "{id}");
    }
}

#[test]
fn a_zip_is_read_as_its_files() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("news/a.txt", TEXT),
        ("news/a.ann", LINES),
        ("news/b.txt", "An article alone."),
        ("rows.jsonl", "{\"text\": \"One\"}\n{\"text\": \"Two\"}\n"),
        ("__MACOSX/._a.txt", "rubbish"),
        ("news/README.md", "What these files are."),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a file");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    let bytes = zip.finish().expect("a zip").into_inner();
    let (mut last, file) = (0, File { name: "all.zip", bytes: &bytes, text: None });
    let reading = read(&[file], &mut |done| {
        assert!(done >= last, "it goes on");
        last = done;
    });
    assert_eq!(last, bytes.len() as u64, "to the end");
    assert_eq!((reading.documents.len(), reading.annotated.len()), (3, 1), "{:?}", reading.issues);
    assert_eq!(reading.annotated[0].file, "all.zip");
    assert!(reading.issues.is_empty(), "{:?}", reading.issues);
}

#[test]
fn zips_that_are_none_are_refused_with_a_reason() {
    // A gigabyte of blanks that is said to be small.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..8 {
        zip.start_file(format!("{n}.txt"), SimpleFileOptions::default()).expect("a file");
        let blanks = vec![b' '; 1 << 20];
        (0..8).for_each(|_| zip.write_all(&blanks).expect("blanks"));
    }
    let bomb = zip.finish().expect("a zip").into_inner();
    let office = {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("[Content_Types].xml", SimpleFileOptions::default()).expect("a file");
        zip.finish().expect("a zip").into_inner()
    };
    let cut = &bomb[..bomb.len() / 2];
    for (bytes, word) in
        [(&bomb[..], "unpacks to more"), (&office[..], "office"), (cut, "cannot be unpacked")]
    {
        let reading = read(&[File { name: "a.zip", bytes, text: None }], &mut |_| {});
        assert_eq!(reading.issues.len(), 1, "{:?}", reading.issues);
        assert!(reading.issues[0].found.contains(word), "{:?}", reading.issues);
        assert!(reading.documents.is_empty() && reading.annotated.is_empty());
    }
}

/// What others wrote, taken in and written again.
#[test]
fn what_was_not_changed_is_written_as_it_was_read() {
    let rows = "-DOCSTART- -X- -X- O\n\nAda NNP B-NP I-PER\nmet VBD B-VP O\nBob NNP B-NP I-PER\n\n\
        Rome NNP B-NP I-LOC\nParis NNP B-NP B-LOC\n\n-DOCSTART- -X- -X- O\n\nNobody NN B-NP O\n\n";
    let mut desk = Desk::new();
    hand_in(&mut desk, files::read_texts(&[("eng.testa", rows)]));
    desk.act(Action::step(IncomingAct::Add));
    let out = files::export(project(&desk), "conll", &[]);
    assert_eq!(out.files, [("eng.testa".to_owned(), rows.as_bytes().to_vec())]);

    let mut desk = Desk::new();
    hand_in(&mut desk, brat());
    desk.act(Action::step(IncomingAct::Add));
    let of = |desk: &Desk| {
        let out = files::export(project(desk), "brat", &[]);
        let file = out.files.iter().find(|(name, _)| name.ends_with(".ann")).expect("annotations");
        String::from_utf8(file.1.clone()).expect("UTF-8")
    };
    assert_eq!(of(&desk), LINES);
    let document = project(&desk).documents().next().expect("one").id.clone();
    desk.act(Action::OpenArticle(document)).mark("met", "event");
    assert_ne!(of(&desk), LINES, "what was changed is written anew");
    desk.act(Action::Run(Command::Undo));
    assert_eq!(of(&desk), LINES);
}

#[test]
fn samples_are_written_as_they_were_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    if !folder.is_dir() {
        println!("no samples beside the project");
        return;
    }
    for name in ["brat/TDT", "brat/tutorial-news"] {
        let mut read_files = Vec::new();
        for entry in std::fs::read_dir(folder.join(name)).expect("a folder") {
            let path = entry.expect("a file").path();
            let base = path.file_name().expect("a name").to_string_lossy().into_owned();
            if base != "README" {
                read_files.push((base, std::fs::read(&path).expect("it reads")));
            }
        }
        read_files.sort();
        let all: Vec<File<'_>> =
            read_files.iter().map(|(name, bytes)| File { name, bytes, text: None }).collect();
        let reading = read(&all, &mut |_| {});
        assert!(reading.issues.is_empty(), "{:?}", reading.issues);
        let mut desk = Desk::new();
        hand_in(&mut desk, reading);
        desk.act(Action::step(IncomingAct::Add));
        let out = files::export(project(&desk), "brat", &[]);
        for (name, bytes) in read_files.iter().filter(|(name, _)| name.ends_with(".ann")) {
            let own = out.files.iter().find(|(own, _)| own == name);
            assert_eq!(
                own.map(|(_, bytes)| String::from_utf8_lossy(bytes)),
                Some(String::from_utf8_lossy(bytes))
            );
        }
    }
}
