//! Files in and out: what is read from each kind, what is said of bad input, what an export holds.

use crate::support::generate;
use postil::formats::read::{File, read};
use postil::formats::{
    Content, FORMATS, Format, Issue, Options, PROJECT, Reading, Severity, Written, content, part,
    write::write,
};
use postil::model::{DocumentId, Project, Relation, Status, check};
use postil::wire::project::{self, Texts};
use proptest::prelude::*;

fn one(name: &str, bytes: &[u8]) -> Reading {
    read(&[File { name, bytes, text: None }], &mut |_| {})
}

#[test]
fn what_is_named_must_be_of_its_kind() {
    let row = concat!(
        r#"{"id":"d0","text":"Ani met Budi","annotations":[{"id":"a1","label":"Claim","start":0,"end":3,"quote":"Ani","#,
        r#""attributes":{"speakers":[{"entity":"d0"},{"text":"a clerk"}],"evidence":[{"document":"a1","text":"a letter"}]}}]}"#,
    );
    let reading = one("rows.jsonl", row.as_bytes());
    let project = &reading.annotated[0].project;
    assert_eq!(check(project), []);
    let own = project.all_annotations().next().expect("an annotation");
    let json = |key: &str| postil::wire::attribute_json(own.attributes.get(key).expect(key)).0.to_string();
    assert_eq!(json("speakers"), r#"[{"text":"a clerk"}]"#, "an article is nobody");
    assert_eq!(
        json("evidence"),
        r#"[{"text":"a letter","stance":"context"}]"#,
        "and an annotation no article"
    );
}

/// A small project file with something that a case replaces.
fn project_with(from: &str, to: &str) -> String {
    let file = include_str!("fixtures/small.project.json");
    assert!(file.contains(from), "the fixture holds {from}");
    file.replacen(from, to, 1)
}

#[test]
fn plain_text_is_taken_as_it_is() {
    let text = "Moskow\r\n\r\n<script>alert(1)</script> javascript:alert(1)";
    let reading = one("news/a.<b>.txt", text.as_bytes());
    assert_eq!(reading.issues, []);
    let document = &reading.documents[0];
    assert_eq!(document.text.as_str(), text.replace("\r\n", "\n"));
    assert_eq!(document.line_ends.crlf, 2);
    assert_eq!(document.metadata.title, "a.<b>");
    assert_eq!(document.media_type, "text/plain");
    assert_eq!(one("b.md", b"# Title").documents[0].media_type, "text/markdown");
}

#[test]
fn rows_with_metadata() {
    let rows = concat!(
        "{\"text\": \"One\", \"id\": \"x1\", \"title\": \"<b>T</b>\", \"outlet\": \"O\", \"url\": \"javascript:alert(1)\", ",
        "\"language\": \"id\", \"published\": 20231027, \"author\": \"Ani\", \"views\": 12345678901234567890123, \"n\": null}\r\n",
        "\n",
        "{\"text\": \"Two\\r\\nlines\", \"author\": [\"A\", \"B\"], \"title\": null, \"metadata\": {\"k\": [1.0, 2]}}\n",
    );
    let reading = one("rows.txt", rows.as_bytes());
    assert_eq!(reading.issues, []);
    let [first, second] = &reading.documents[..] else { panic!("two rows: {reading:?}") };
    assert_eq!(first.id.as_deref(), Some("x1"));
    let m = &first.metadata;
    assert_eq!((&*m.title, &*m.outlet, &*m.url), ("<b>T</b>", "O", "javascript:alert(1)"));
    assert_eq!((&*m.language, m.language_guessed, &*m.published), ("id", false, "20231027"));
    assert_eq!(m.byline, ["Ani"]);
    assert_eq!(&*m.other["views"].0, "12345678901234567890123");
    assert_eq!(&*m.other["n"].0, "null");
    assert_eq!(second.text.as_str(), "Two\nlines");
    assert_eq!(second.metadata.byline, ["A", "B"]);
    assert_eq!(&*second.metadata.other["k"].0, "[1.0,2]");
    assert_eq!(second.metadata.title, "rows, 3");

    let array = format!("[{}]", rows.trim().replace("\r\n\n", ",\n"));
    let again = one("rows.json", array.as_bytes());
    assert_eq!((again.documents.len(), again.issues.len()), (2, 0), "{:?}", again.issues);
    let single = one("row.json", b"{\n  \"text\": \"One\"\n}");
    assert_eq!(single.documents[0].metadata.title, "row");
}

/// Name, bytes, what is read (documents, projects, undecided), line, and pieces of what is said.
type Bad<'a> = (&'a str, Vec<u8>, (usize, usize, usize), Option<u32>, &'a [&'a str]);

#[test]
fn bad_input_is_named_and_says_what_to_do() {
    let project = |from, to| project_with(from, to).into_bytes();
    let half = &include_bytes!("fixtures/small.project.json")[..900];
    let cases: Vec<Bad<'_>> = vec![
        (
            "a.txt",
            vec![1, 2, 0, 0, 0xFE, 0x80, 0, 0, 0x10, 0],
            (0, 0, 0),
            None,
            &["a binary file", "save that as a .txt"],
        ),
        (
            "a.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            (0, 0, 0),
            None,
            &["a PNG image", "text recognition"],
        ),
        ("a.docx", b"PK\x03\x04\x14\0".to_vec(), (0, 0, 0), None, &["a zip that", "unpack it"]),
        ("a.txt", vec![], (0, 0, 0), None, &["empty", "add it again"]),
        ("a.txt", b"\xEF\xBB\xBF".to_vec(), (0, 0, 0), None, &["empty", "add it again"]),
        (
            "a.txt",
            "The first line is fine.\n\0The second has one odd character.".into(),
            (0, 0, 0),
            None,
            &["NUL", "line 2, column 1", "take that character out"],
        ),
        ("a.txt", b"Moscow \xCC\xEE\xF1".to_vec(), (0, 0, 1), None, &[]),
        (
            "a.jsonl",
            b"{\"text\": \"a\"}\n{\"text\": \"b\n{\"text\": \"c\"}\n".to_vec(),
            (2, 0, 0),
            Some(2),
            &["cut off", "left out, the others were read"],
        ),
        (
            "a.jsonl",
            b"{\"text\": \"a\"}\n{\"body\": \"b\"}".to_vec(),
            (1, 0, 0),
            Some(2),
            &["body", "Rename the key"],
        ),
        ("a.jsonl", b"{\"text\": \"a\"}\n{\"text\": 5}".to_vec(), (1, 0, 0), Some(2), &["`5` as `text`"]),
        (
            "a.jsonl",
            b"{\"text\": \"a\"}\n{\"text\": \"\\ud83d\"}".to_vec(),
            (1, 0, 0),
            Some(2),
            &["half a character"],
        ),
        ("a.jsonl", b"{\"text\": \"a\"}\n{\"text\": \"\\u0000\"}".to_vec(), (1, 0, 0), Some(2), &["NUL"]),
        (
            "a.json",
            b"[{\"text\": \"a\"},\n {\"te".to_vec(),
            (0, 0, 0),
            Some(2),
            &["ends in the middle", "get it again"],
        ),
        ("a.json", b"[{\"text\": \"a\"},\n 7]".to_vec(), (1, 0, 0), Some(2), &["`7`", "left out"]),
        ("a.json", b"[]".to_vec(), (0, 0, 0), None, &["empty list"]),
        ("p.json", half.to_vec(), (0, 0, 0), None, &["ends in the middle", "get it again"]),
        (
            "p.json",
            project("\"version\": 1", "\"version\": 2"),
            (0, 0, 0),
            None,
            &["version 2", "newer Postil"],
        ),
        (
            "p.json",
            project("\"end\":7,", "\"end\":700,"),
            (0, 1, 0),
            Some(34),
            &["(a-2), fragment 0", "700", "outside", "Left out"],
        ),
        ("p.json", project("\"end\":7,", "\"end\":0,"), (0, 1, 0), Some(34), &["start < end", "Left out"]),
        (
            "p.json",
            project("\"quote\":\"Marzouk\"", "\"quote\":\"Marzuk\""),
            (0, 1, 0),
            Some(34),
            &["“Marzuk”", "“Marzouk”"],
        ),
        (
            "p.json",
            project("{\"id\":\"a-3\"", "{\"id\":\"a-2\""),
            (0, 1, 0),
            Some(35),
            &["a-2 a second time"],
        ),
        (
            "p.json",
            project("\"refersTo\":\"e-1\"", "\"refersTo\":\"e-9\""),
            (0, 1, 0),
            Some(34),
            &["a reference to e-9", "Left out"],
        ),
        (
            "p.json",
            project("\"document\":\"d-1\"", "\"document\":\"d-9\""),
            (0, 1, 0),
            Some(34),
            &["the document d-9"],
        ),
        ("p.json", project("\"by\":\"p-1\"", "\"by\":\"p-9\""), (0, 1, 0), Some(34), &["p-9 as its maker"]),
        (
            "p.json",
            project("\"label\":\"person\",\"frag", "\"label\":\"none\",\"frag"),
            (0, 1, 0),
            Some(34),
            &["the label none"],
        ),
        (
            "p.json",
            project("Marzouk said", "Marzouk \\ud83dsaid"),
            (0, 1, 0),
            Some(31),
            &["surrogate", "Left out"],
        ),
        (
            "p.json",
            project("\"sha256\":\"", "\"sha256\":\"0"),
            (0, 1, 0),
            Some(31),
            &["sha256", "kept as it is"],
        ),
    ];
    for (name, bytes, (documents, projects, undecided), line, said) in cases {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
        let reading = one(name, &bytes);
        let counts = (reading.documents.len(), reading.projects.len(), reading.undecided.len());
        assert_eq!(counts, (documents, projects, undecided), "{name} {shown}: {:?}", reading.issues);
        for read in &reading.projects {
            assert_eq!(check(&read.project), [], "{name} {shown}");
        }
        if said.is_empty() {
            continue;
        }
        let issue = reading.issues.first().unwrap_or_else(|| panic!("an issue for {name} {shown}"));
        assert_eq!(issue.place.file, name);
        let all = format!("{} / {} / {} / {}", issue.place, issue.found, issue.expected, issue.done);
        assert!(line.is_none() || issue.place.line == line, "{name} {shown}: {all}");
        for piece in said {
            assert!(all.contains(piece), "{name} {shown}: no “{piece}” in {all}");
        }
        let whole = documents + projects == 0;
        assert_eq!(issue.severity == Severity::Refused, whole, "{name} {shown}: {all}");
    }
}

#[test]
fn what_refers_to_a_refused_record_is_refused_too() {
    // The document goes, with it both annotations, with them the relation.
    let reading = one("p.json", project_with("\"text\":\"Marzouk", "\"text\":\"\\u0000Marzouk").as_bytes());
    let refused: Vec<&str> = reading.issues.iter().filter_map(|issue| issue.place.path.as_deref()).collect();
    assert_eq!(
        refused,
        ["documents[0] (d-1)", "annotations[0] (a-2)", "annotations[1] (a-3)", "relations[0] (r-1)"]
    );
    // One annotation goes, with it the one that names it as its cue, with it the relation.
    let reading = one("p.json", project_with("\"end\":7,", "\"end\":70,").as_bytes());
    let refused: Vec<&str> = reading.issues.iter().filter_map(|issue| issue.place.path.as_deref()).collect();
    assert_eq!(refused, ["annotations[0] (a-2), fragment 0", "annotations[1] (a-3)", "relations[0] (r-1)"]);
}

#[test]
fn the_fixture_is_a_whole_project() {
    let file = include_str!("fixtures/small.project.json");
    let reading = one("p.json", file.as_bytes());
    assert_eq!(reading.issues, []);
    let saved = project::to_string(&reading.projects[0].project, Texts::Inline);
    let without = |text: &str| {
        text.lines().filter(|line| !line.contains("\"generator\"")).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(without(&saved), without(file), "an old file is saved as it was");
    // Pretty-printed by another program, it is the same project.
    let value: serde_json::Value = serde_json::from_str(file).expect("JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("JSON").replace('\n', "\r\n");
    let again = one("p.txt", pretty.as_bytes());
    assert_eq!(again.issues, []);
    assert_eq!(again.projects[0].project, reading.projects[0].project);
}

#[test]
fn unknown_keys_are_named() {
    let file =
        project_with("\"note\":\"<b>\"", "\"note\":\"<b>\",\"mood\":1").replacen("\"x-tool\"", "\"tool\"", 1);
    let reading = one("p.json", file.as_bytes());
    let found: Vec<&str> = reading.issues.iter().map(|issue| issue.found.as_str()).collect();
    assert_eq!(found, ["the unknown key `mood`", "the unknown key `tool`"]);
    assert_eq!(reading.projects[0].project.all_annotations().count(), 2);
}

#[test]
fn a_file_whose_encoding_was_chosen() {
    let bytes = b"\xCC\xEE\xF1\xEA\xE2\xE0";
    let undecided = one("a.txt", bytes);
    assert_eq!((undecided.undecided[0].index, &*undecided.undecided[0].start), (0, &bytes[..]));
    let reading = read(&[File { name: "a.txt", bytes, text: Some("Москва") }], &mut |_| {});
    assert_eq!(reading.documents[0].text.as_str(), "Москва");
}

#[test]
fn the_five_articles() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no folder of articles");
        return;
    };
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let files: Vec<(String, Vec<u8>)> = paths
        .iter()
        .map(|path| {
            (
                path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                std::fs::read(path).unwrap_or_default(),
            )
        })
        .collect();
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes, text: None }).collect();
    let reading = read(&files, &mut |_| {});
    assert_eq!(reading.issues, []);
    let languages: Vec<&str> = reading.documents.iter().map(|d| d.metadata.language.as_str()).collect();
    assert_eq!(languages, ["id", "id", "id", "en", "en"]);
    assert!(reading.documents.iter().all(|d| d.metadata.language_guessed));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Each line is a document; each quote is its slice by code points.
    #[test]
    fn json_lines_slices(size in 0usize..6, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let written = json_lines(&project);
        let written: Vec<&str> = written.split_inclusive('\n').collect();
        prop_assert_eq!(written.len(), project.documents().len());
        let mut related = 0;
        for line in written {
            prop_assert!(line.ends_with('\n') && line.matches('\n').count() == 1);
            let row: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let text: Vec<char> = row["text"].as_str().expect("a text").chars().collect();
            for mark in row["annotations"].as_array().expect("annotations") {
                prop_assert!(mark["label"].is_string() && mark["by"].is_string());
                for fragment in mark["fragments"].as_array().expect("fragments") {
                    let at = |key: &str| fragment[key].as_u64().expect("an offset") as usize;
                    let slice: String = text[at("start")..at("end")].iter().collect();
                    prop_assert_eq!(Some(slice.as_str()), fragment["quote"].as_str());
                }
            }
            for relation in row["relations"].as_array().into_iter().flatten() {
                let ends = relation["ends"].as_array().expect("ends");
                let homes: Vec<&str> = ends.iter().filter_map(|end| end["in"].as_str()).collect();
                prop_assert_eq!(homes.first().copied(), row["id"].as_str(), "on the line of its first end");
                related += 1;
            }
        }
        let in_registry = |id: &str| project.entities.contains_key(id) || project.claims.contains_key(id);
        // What is suggested or rejected is not written, nor what it is an end of.
        let left = |id: &str| project.all_annotations().any(|own| {
            own.id.as_str() == id && matches!(own.status, Status::Suggested | Status::Rejected)
        });
        let whole = |own: &&Relation| {
            let ends = own.arguments.iter().map(|end| end.target.as_str());
            !ends.chain(own.trigger.as_ref().map(|id| id.as_str())).any(left)
        };
        let in_articles = |own: &&Relation| !own.arguments.iter().all(|end| in_registry(&end.target));
        prop_assert_eq!(related, project.relations.values().filter(whole).filter(in_articles).count(), "each once");
    }

    /// The lines are read as articles with the same texts, and with what is marked in them.
    #[test]
    fn json_lines_come_in_again(size in 1usize..5, seed in any::<u64>()) {
        let project = generate::project(size, seed);
        let written = json_lines(&project);
        let mut reading = one("out.jsonl", written.as_bytes());
        // A mark at the very start of a text would be a byte order mark in a file, and an annotation of it alone nothing.
        let shorter = project.documents().any(|d| d.text.as_str().starts_with('\u{feff}'));
        // What names something that is not written.
        let known = |issue: &Issue| {
            issue.severity == Severity::Note || issue.done == postil::words::gathered::relation_left_out()
        };
        prop_assert!(shorter || reading.issues.iter().all(known), "{:?}", reading.issues);
        let marks = written.matches("\"fragments\":").count();
        let labels: usize = project.documents().map(|d| d.labels.len()).sum();
        let related = written.matches("\"ends\":").count();
        prop_assert_eq!(reading.annotated.len(), usize::from(marks + labels + related > 0));
        if let Some(set) = reading.annotated.first() {
            prop_assert_eq!(check(&set.project), vec![]);
            let name = |label: &postil::model::Label| label.name.clone();
            for (own, there) in set.project.documents().zip(project.documents()) {
                let (own, there) = (content(&set.project, own, &name), content(&project, there, &name));
                let held = |content: &Content| {
                    let all = content.marks.iter().filter(|mark| !mark.suggested);
                    let mut all: Vec<_> = all
                        .map(|mark| (mark.fragments.clone(), mark.label.clone(), mark.note.clone(), mark.unsure))
                        .collect();
                    // Two in one place stand by what they refer to, which has other names there.
                    all.sort();
                    all
                };
                if !shorter {
                    prop_assert_eq!(held(&own), held(&there));
                }
            }
            let linked = |project: &Project| project.all_annotations()
                .filter(|own| matches!(own.status, Status::Open | Status::Accepted) && own.refers_to.is_some()).count();
            prop_assert!(shorter || linked(&set.project) == linked(&project));
            let registries = written.matches("\"role\":").count();
            prop_assert!(set.project.relations.len() <= related && (related == 0 || registries > 0));
            let documents = set.project.documents().map(|own| postil::formats::NewDocument::of(own));
            reading.documents = documents.collect();
        }
        for (read, written) in reading.documents.iter().zip(project.documents()) {
            prop_assert_eq!(read.status, written.status);
            if !written.metadata.language.is_empty() {
                prop_assert_eq!(&read.metadata.language, &written.metadata.language);
                prop_assert_eq!(read.metadata.language_guessed, written.metadata.language_guessed);
            }
        }
        let texts: Vec<String> = reading.documents.iter().map(|d| d.text.as_str().to_owned()).collect();
        // A mark at the very start of a text would be a byte order mark in a file.
        let expected: Vec<String> = project.documents().map(|d| {
            let text = d.text.as_str();
            text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()
        }).collect();
        prop_assert_eq!(texts, expected);
    }

    /// Any part of a project is a project that loads without an issue.
    #[test]
    fn parts_are_projects(size in 1usize..6, seed in any::<u64>(), keep in any::<u8>()) {
        let project = generate::project(size, seed);
        let ids: Vec<DocumentId> =
            project.documents().enumerate().filter(|(n, _)| keep >> (n % 8) & 1 == 1).map(|(_, d)| d.id.clone()).collect();
        let part = part(&project, &ids);
        prop_assert_eq!(check(&part), vec![]);
        prop_assert_eq!(part.documents().len(), ids.len());
        let loaded = project::read(project::to_string(&part, Texts::Inline).as_bytes()).expect("a project");
        prop_assert_eq!(loaded.issues, vec![]);
    }

    /// Whatever comes, reading gives a value.
    #[test]
    fn any_change_of_a_project_file_is_survived(at in 0usize..3000, bytes in prop::collection::vec(any::<u8>(), 0..4)) {
        let mut file = include_bytes!("fixtures/small.project.json").to_vec();
        let at = at.min(file.len());
        let end = (at + bytes.len()).min(file.len());
        file.splice(at..end, bytes);
        for read in one("p.json", &file).projects {
            prop_assert_eq!(check(&read.project), vec![]);
        }
    }
}

/// As JSON Lines.
fn json_lines(project: &Project) -> String {
    let options = Options::new(Format::named("json-lines").expect("a format"), Default::default());
    let mut written = Written::default();
    assert!(write(project, &options, &mut written));
    String::from_utf8(written.files.remove(0).1).expect("UTF-8")
}

#[test]
fn every_format_says_what_it_is() {
    for format in FORMATS {
        assert!(
            !format.name.say().is_empty()
                && !format.description.say().is_empty()
                && !format.media_type.is_empty()
                && !format.endings.is_empty()
        );
        for option in format.options {
            assert!(option.values.len() > 1 && !option.name.say().is_empty(), "{}", option.word);
        }
        assert!(format.reads || format.writes, "{}", format.word);
    }
    assert_eq!(Format::named("project"), Some(&PROJECT));
}
