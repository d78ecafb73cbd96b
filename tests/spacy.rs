//! spaCy: what is written is the text in tokens, and what is missing was counted.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::formats::{Format, Options, Reason, Written, write::write};
use postil::model::{Annotation, Project};
use postil::text::trimmed;
use proptest::prelude::*;
use serde_json::Value;
use std::io::Read as _;
use support::columns::is_written;
use support::{generate, hard::hard};

fn export(project: &Project, format: &str, files: &str) -> Written {
    let mut out = Written::default();
    let chosen = [("files".to_owned(), files.to_owned())].into_iter().collect();
    assert!(write(project, &Options::new(Format::named(format).expect("a format"), chosen), &mut out));
    out
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
        prop_assert_eq!(&bins.losses, &out.losses);
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
    assert_eq!(names("spacy-docbin", "split"), ["dev.spacy", "test.spacy", "train.spacy"]);
    assert_eq!(names("spacy-docbin", "one"), ["Hard cases.spacy"]);
}
