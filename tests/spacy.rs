//! spaCy: what is written is the text in tokens, and what is missing was counted.

use crate::support::columns::is_written;
use crate::support::{files, generate, hard::hard};
use postil::formats::{Reason, Written};
use postil::model::{Annotation, AnnotationId, AttributeValue, Document, Project};
use postil::text::{Span, trimmed};
use postil::wire::attribute_json;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};

fn export(project: &Project, format: &str, files: &str) -> Written {
    files::export(project, format, &[("files", files)])
}

/// Start and end of a piece, which lies in the text.
fn place(own: &Value, points: &[char]) -> (usize, usize) {
    let at = |key: &str| own[key].as_u64().expect("an offset") as usize;
    let (start, end) = (at("start"), at("end"));
    assert!(start < end && end <= points.len(), "{own}");
    (start, end)
}

fn list(own: &Value) -> &Vec<Value> {
    own.as_array().expect("a list")
}

/// Holds a line against what `Doc.from_json` asks for; how many spans it has.
fn strict(line: &str) -> (Value, usize) {
    let doc: Value = serde_json::from_str(line).expect("JSON");
    let points: Vec<char> = doc["text"].as_str().expect("a text").chars().collect();
    let (mut at, mut bounds) = (0, (std::collections::BTreeSet::new(), std::collections::BTreeSet::new()));
    for (n, token) in list(&doc["tokens"]).iter().enumerate() {
        let (start, end) = place(token, &points);
        assert_eq!(token["id"], n);
        // Between two tokens there is a blank or nothing.
        assert!(start == at || start == at + 1 && points[at] == ' ' && n > 0, "{line}");
        bounds.0.insert(start);
        bounds.1.insert(end);
        at = end;
    }
    assert!(at == points.len() || at + 1 == points.len() && points[at] == ' ');
    let aligned = |own: &Value| {
        let (start, end) = place(own, &points);
        assert!(bounds.0.contains(&start) && bounds.1.contains(&end), "{own} in {line}");
        (start, end)
    };
    let mut behind = 0;
    for sentence in list(&doc["sents"]) {
        let (start, end) = aligned(sentence);
        assert!(behind <= start);
        behind = end;
    }
    let spans = list(&doc["spans"]["sc"]);
    let mut last = 0;
    for ent in list(&doc["ents"]) {
        let (start, end) = aligned(ent);
        assert!(last <= start, "entities do not overlap");
        let same = |span: &&Value| ["start", "end", "label"].iter().all(|key| span[*key] == ent[*key]);
        assert!(spans.iter().any(|span| same(&span)), "each is a span, too");
        last = end;
    }
    for span in spans {
        aligned(span);
        assert!(span["kb_id"].is_string() && span["label"].as_str().is_some_and(|label| !label.is_empty()));
    }
    assert!(doc["cats"].as_object().expect("labels").values().all(Value::is_f64));
    let count = spans.len();
    (doc, count)
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project, "spacy-json", "one");
    let lost = |reason| out.losses.count(reason);
    let file = std::str::from_utf8(&out.files[0].1).expect("UTF-8");
    let docs: Vec<(Value, usize)> = file.split_terminator('\n').map(strict).collect();
    let texts: Vec<&str> = docs.iter().map(|(doc, _)| doc["text"].as_str().expect("a text")).collect();
    prop_assert_eq!(texts, project.documents().map(|own| own.text.as_str()).collect::<Vec<_>>());
    let standing: Vec<&Annotation> =
        project.all_annotations().map(|own| &**own).filter(|own| is_written(own)).collect();
    prop_assert_eq!(docs.iter().map(|(_, spans)| spans).sum::<usize>() + lost(Reason::Blank), standing.len());
    let seen = |own: &&&Annotation| {
        let text = &project.document(&own.document).expect("its article").text;
        trimmed(text, own.fragments.hull()).is_some()
    };
    let written: Vec<&Annotation> = standing.iter().filter(seen).copied().collect();
    let joined = written.iter().filter(|own| own.fragments.spans().len() > 1).count();
    prop_assert_eq!(lost(Reason::Joined), joined);
    let values = |keep: &dyn Fn(&str) -> bool| {
        let all = docs.iter().filter_map(|(doc, _)| doc.get("span_attributes"));
        let all = all.flat_map(|own| own.as_object().expect("names").iter());
        all.filter(|(name, _)| keep(name)).map(|(_, values)| list(values).len()).sum::<usize>()
    };
    let had = written
        .iter()
        .map(|own| own.attributes.len() + usize::from(!own.note.is_empty()) + usize::from(own.unsure))
        .sum::<usize>();
    let gone = lost(Reason::Attributes) + lost(Reason::Notes) + lost(Reason::Unsure);
    prop_assert_eq!(values(&|_| true) + gone, had);
    let linked = |doc: &Value| list(&doc["spans"]["sc"]).iter().filter(|span| span["kb_id"] != "").count();
    let links = written.iter().filter(|own| own.refers_to.is_some()).count();
    prop_assert_eq!(docs.iter().map(|(doc, _)| linked(doc)).sum::<usize>(), links);
    // A DocBin loses the same, and each file of it can be unpacked.
    for files in ["one", "split"] {
        let bins = export(project, "spacy-docbin", files);
        // What goes from part to part is told apart from what goes in any file.
        let torn = bins.losses.count(Reason::Apart);
        for (reason, count) in out.losses.iter() {
            let own = bins.losses.count(reason);
            let of_parts = matches!(reason, Reason::Relations | Reason::Attributes);
            prop_assert!(own == count || of_parts && own + torn >= count, "{}", reason.word());
        }
        for (name, bytes) in &bins.files {
            let mut plain = Vec::new();
            flate2::read::ZlibDecoder::new(&bytes[..]).read_to_end(&mut plain).expect("zlib");
            prop_assert_eq!(plain[0], 0x8A, "{}", name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..7, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }
}

#[test]
fn hard_cases_are_whole() {
    let project = hard();
    check(&project).expect("all is counted");
    let names = |format, files| -> Vec<String> {
        export(&project, format, files).files.into_iter().map(|(name, _)| name).collect()
    };
    assert_eq!(names("spacy-json", "each").len(), project.documents().len());
    assert_eq!(names("spacy-docbin", "split"), ["train.spacy", "dev.spacy", "test.spacy"]);
    assert_eq!(names("spacy-docbin", "one"), ["Hard cases.spacy"]);
}

/// What is read of a project that was written, against what is there.
fn comes_back(project: &Project, format: &str) -> Result<(), TestCaseError> {
    let out = export(project, format, "one");
    let read =
        files::read_one(if format == "spacy-json" { "own.jsonl" } else { "own.spacy" }, &out.files[0].1);
    // Without a token in any article nothing tells the file from rows of JSON.
    // A byte order mark at the start of a text is taken off, as in every row of JSON.
    let marked = |own: &std::rc::Rc<postil::model::Document>| own.text.as_str().starts_with('\u{FEFF}');
    if project.documents().all(|own| own.text.as_str().is_empty()) || project.documents().any(marked) {
        return Ok(());
    }
    prop_assert_eq!(&read.issues, &[]);
    let again = &read.annotated[0].project;
    prop_assert_eq!(again.documents().len(), project.documents().len());
    for (document, copy) in project.documents().zip(again.documents()) {
        prop_assert_eq!(document.status, copy.status);
        let (text, own) = (document.text.as_str(), &document.metadata);
        prop_assert_eq!(text, copy.text.as_str());
        prop_assert_eq!((&own.byline, &own.published), (&copy.metadata.byline, &copy.metadata.published));
        let label = |of: &Project, own: &Annotation| {
            let label = of.schema.label(&own.label).expect("a label");
            if label.name.is_empty() { label.id.to_string() } else { label.name.clone() }
        };
        let marks = |of: &Project, id| {
            let all = of.annotations(id).expect("its annotations").iter().filter(|own| is_written(own));
            let all = all.filter_map(|own| {
                let span = trimmed(&document.text, own.fragments.hull())?;
                Some((span, label(of, own), own.refers_to.is_some()))
            });
            let mut all: Vec<_> = all.collect();
            all.sort();
            all
        };
        prop_assert_eq!(marks(project, &document.id), marks(again, &copy.id));
        prop_assert_eq!(said(project, document), said(again, copy));
    }
    Ok(())
}

/// What is said of each place of an article, by its name, as JSON: of two annotations there the first says it.
fn said(project: &Project, document: &Document) -> BTreeMap<(Span, String), Value> {
    let all =
        project.annotations(&document.id).expect("its annotations").iter().filter(|own| is_written(own));
    let mut all: Vec<(Span, &AnnotationId, &Annotation)> = all
        .filter_map(|own| Some((trimmed(&document.text, own.fragments.hull())?, &own.id, &**own)))
        .collect();
    all.sort_by_key(|(span, id, _)| (span.start(), Reverse(span.end()), (*id).clone()));
    let mut said = BTreeMap::new();
    for (span, _, own) in all {
        let mut say = |name: &str, value: Value| {
            said.entry((span, name.to_owned())).or_insert(value);
        };
        if !own.note.is_empty() {
            say("note", json!(own.note));
        }
        if own.unsure {
            say("unsure", json!(true));
        }
        for (id, value) in &own.attributes {
            let name = project.schema.attribute(id).map_or("", |own| &own.name);
            let value = match value {
                AttributeValue::Text(text) => json!(text),
                value => serde_json::from_str(&attribute_json(value).0).expect("JSON"),
            };
            say(if name.is_empty() { id.as_str() } else { name }, value);
        }
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn our_own_files_come_back(size in 1usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        comes_back(&project, "spacy-json")?;
        comes_back(&project, "spacy-docbin")?;
    }

    #[test]
    fn mutated_files_are_read(
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{}\",:0-9a-z]|\\PC"), 1..8),
    ) {
        let mut text = String::from_utf8(export(&hard(), "spacy-json", "one").files.remove(0).1).expect("UTF-8");
        for (at, put) in changes {
            let at = text.floor_char_boundary(at.index(text.len()));
            text.insert_str(at, &put);
        }
        files::read_one("a.jsonl", text.as_bytes());
    }

    /// What is packed is changed, since a change of what packs it is noticed at once.
    #[test]
    fn mutated_bins_are_read(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8)) {
        let mut bytes = inflated(&export(&hard(), "spacy-docbin", "one").files[0].1);
        for (at, put) in changes {
            let at = at.index(bytes.len());
            bytes[at] = put;
        }
        files::read_one("a.spacy", &deflated(&bytes));
    }
}

fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(bytes).read_to_end(&mut out).expect("zlib");
    out
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    zlib.write_all(bytes).expect("memory");
    zlib.finish().expect("memory")
}

/// Written by spaCy 3.8: `DocBin(attrs=…)` of the same texts, the first with `store_user_data`.
#[test]
fn bins_of_spacy_are_read() {
    for (name, bytes, linked) in [
        ("full.spacy", &include_bytes!("fixtures/formats/spacy-docbin/full.spacy")[..], 2),
        ("few.spacy", include_bytes!("fixtures/formats/spacy-docbin/few.spacy"), 1),
        ("many.spacy", include_bytes!("fixtures/formats/spacy-docbin/many.spacy"), 2),
        ("words.spacy", include_bytes!("fixtures/formats/spacy-docbin/words.spacy"), 1),
    ] {
        let read = files::read_one(name, bytes);
        assert_eq!(read.issues, [], "{name}");
        let project = &read.annotated[0].project;
        let documents: Vec<_> = project.documents().collect();
        let texts: Vec<&str> = documents.iter().map(|own| own.text.as_str()).collect();
        assert_eq!(texts, ["😀 Ani met Budi in Rome .  She left.", "القاهرة جميلة", ""], "{name}");
        let mut marks: Vec<(String, &str)> = project
            .all_annotations()
            .map(|own| {
                let text = &project.document(&own.document).expect("its article").text;
                (text.slice(own.fragments.hull()).to_owned(), own.label.as_str())
            })
            .collect();
        marks.sort();
        let mut expected = vec![("Ani met Budi", "MEETING"), ("Budi", "PERSON"), ("Rome", "CITY")];
        if name != "words.spacy" {
            expected.extend([("Ani", "PERSON"), ("Rome", "GPE"), ("القاهرة", "GPE")]);
        }
        expected.sort();
        let expected: Vec<_> = expected.into_iter().map(|(quote, label)| (quote.to_owned(), label)).collect();
        assert_eq!(marks, expected, "{name}");
        assert_eq!(project.entities.len(), linked, "{name}");
        assert_eq!(documents[0].labels.len(), 1);
        let full = name == "full.spacy";
        assert_eq!(documents[0].metadata.title == "A meeting", full);
        assert_eq!(documents[0].metadata.other.get("n").is_some(), full);
        assert_eq!(project.all_annotations().any(|own| !own.attributes.is_empty()), full);
    }
}

#[test]
fn what_is_no_bin_is_refused() {
    for bytes in [
        &b"x\x9c\x03\x00\x00\x00\x00\x01"[..],
        &deflated(b"\x81\xa5attrs\x90"),
        &deflated(&[0x91; 100_000]),
        b"x\x9cabc",
    ] {
        let read = files::read_one("a.spacy", bytes);
        assert!(read.annotated.is_empty() && read.issues.len() == 1, "{:?}", read.issues);
    }
}

#[test]
fn files_of_spacy_are_read() {
    let file = r#"[{"text": "Ani tiba \ud83d\ude00 di Jakarta", "ents": [{"start": 0, "end": 3, "label": "PERSON"}],
        "cats": {"news": 1.0, "sport": 0.1}, "tokens": [{"id": 0, "start": 0, "end": 3}],
        "spans": {"sc": [{"start": 14, "end": 21, "label": "GPE", "kb_id": "Q3630"}, {"start": 0, "end": 3, "label": "PERSON", "kb_id": ""},
        {"start": 20, "end": 99, "label": "GPE", "kb_id": ""}]}, "_": {"outlet": "Antara"},
        "underscore_span": {"sure": [{"start": 0, "end": 3, "value": 0.5}]}}]"#;
    let read = files::read_one("doc.json", file.as_bytes());
    assert_eq!(read.issues.len(), 1, "{:?}", read.issues);
    let project = &read.annotated[0].project;
    let document = project.documents().next().expect("a document");
    assert_eq!((&*document.metadata.outlet, document.labels.len()), ("Antara", 1));
    let quotes: Vec<&str> =
        project.all_annotations().map(|own| document.text.slice(own.fragments.hull())).collect();
    assert_eq!(quotes, ["Ani", "Jakarta"]);
    let entity = project.entities.values().next().expect("an entity");
    assert_eq!((&*entity.name, &*entity.ids[0].id), ("Jakarta", "Q3630"));
}

#[test]
fn what_is_carried_stands_in_one_line() {
    let file = "[{\"text\": \"Ani\", \"ents\": [{\"start\": 0, \"end\": 3, \"label\": \"PERSON\"}], \"tokens\": [{\"id\": 0, \"start\": 0, \"end\": 3}],
        \"underscore_span\": {\"born\": [{\"start\": 0, \"end\": 3, \"value\": {\n  \"year\": 1990\n}}]}}]";
    let read = files::read_one("doc.json", file.as_bytes());
    let project = &read.annotated[0].project;
    let state: String = postil::wire::state::write_with_texts(project).collect();
    let issues = postil::wire::state::Issues::default();
    let again =
        postil::wire::state::read(&state.into_bytes().into(), 0, &|_| None, &issues).expect("a state");
    assert_eq!(again.value.all_annotations().count(), 1);
    assert_eq!(issues.found(), []);
    assert_eq!(again.value, *project);
}
