//! Articles of saved pages and of Markdown: whole texts, and what the files say of them.

use crate::support::files::read_texts;
use postil::formats::read::{File, Wishes, read_with};
use postil::formats::{NewDocument, Reading, Severity};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Windows-1251 as browsers decode it: as much as the fixture needs.
fn decoder(bytes: &[u8], label: &str) -> Option<String> {
    let char = |byte: &u8| match byte {
        0..=0x7f => char::from(*byte),
        0xc0..=0xff => char::from_u32(0x410 + u32::from(byte - 0xc0)).unwrap_or('?'),
        0x97 => '—',
        0xa8 => 'Ё',
        0xa9 => '©',
        0xab => '«',
        0xb8 => 'ё',
        0xbb => '»',
        _ => '?',
    };
    (label == "windows-1251").then(|| bytes.iter().map(char).collect())
}

fn read(name: &str, bytes: &[u8]) -> Reading {
    let wishes = Wishes { decoder: Some(&decoder), unit: None };
    read_with(&[File { name, bytes, text: None }], wishes, &mut |_| {})
}

/// The files of a fixture that are articles.
fn fixtures(format: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats").join(format);
    let entries = fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end != "txt" && end != "json")).collect();
    paths.sort();
    paths
}

fn said(document: &NewDocument) -> Value {
    let own = &document.metadata;
    json!({
        "title": own.title, "outlet": own.outlet, "authors": own.byline, "published": own.published,
        "language": own.language, "url": own.url, "guessed": own.language_guessed,
    })
}

#[test]
fn fixtures_give_their_text_and_metadata() {
    let (pages, notes) = (fixtures("html"), fixtures("markdown"));
    assert!(pages.len() >= 9 && notes.len() >= 2);
    for path in pages.iter().chain(&notes) {
        let name = path.file_name().expect("a name").to_string_lossy();
        let reading = read(&name, &fs::read(path).expect("a fixture"));
        assert_eq!(reading.issues, [], "{name}");
        let [document] = &reading.documents[..] else { panic!("one article in {name}") };
        let expected = fs::read_to_string(path.with_extension("txt")).expect("its text");
        assert_eq!(document.text.as_str().trim_end_matches('\n'), expected.trim_end_matches('\n'), "{name}");
        let metadata = fs::read_to_string(path.with_extension("json")).expect("its metadata");
        let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
        assert_eq!(said(document), metadata, "{name}");
    }
}

#[test]
fn a_plain_text_in_markdown_is_the_file_itself() {
    let path = &fixtures("markdown")[1];
    let file = fs::read_to_string(path).expect("a fixture");
    assert_eq!(read("plain.md", file.as_bytes()).documents[0].text.as_str(), file);
}

#[test]
fn an_encoding_that_nobody_knows_is_asked_for() {
    let page = b"<html><meta charset=klingon><p>\xCC\xEE\xF1\xEA\xE2\xE0";
    let reading = read("a.html", page);
    assert_eq!((reading.documents.len(), reading.undecided.len()), (0, 1));
    // A page that says it is something else, and is UTF-8, is UTF-8.
    let page = "<html><meta charset=windows-1251><p>Москва";
    assert_eq!(read("a.html", page.as_bytes()).documents[0].text.as_str(), "Москва");
}

#[test]
fn where_no_article_stands_out_all_is_taken_and_it_is_said() {
    let reading = read("a.html", b"<title>T</title><nav><a href=x>Home</a></nav><p>Two words.");
    assert_eq!(reading.documents[0].text.as_str(), "Home\n\nTwo words.");
    assert_eq!(reading.issues.iter().map(|issue| issue.severity).collect::<Vec<_>>(), [Severity::Note]);
    let reading = read("a.html", b"<html><script>1</script>");
    assert_eq!((reading.documents.len(), reading.issues[0].severity), (0, Severity::Refused));
}

#[test]
fn pages_that_would_hurt_do_not() {
    for piece in
        ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "<!--", "<![CDATA[", "&amp", "<p "]
    {
        let page = format!("<html>{}The end.", piece.repeat(20_000));
        let reading = read("a.html", page.as_bytes());
        assert!(reading.documents.len() + reading.issues.len() > 0, "{piece}");
    }
    let many = format!("<html>{}", "<i>".repeat(1_100_000));
    assert_eq!(read("a.html", many.as_bytes()).issues[0].severity, Severity::Refused);
}

#[test]
fn what_lies_in_a_folder_unseen_is_passed_over() {
    let reading = read_texts(&[
        ("set/.DS_Store", "\u{1}Bud1"),
        ("set/Thumbs.db", "x"),
        ("set/.git/HEAD", "ref: refs/heads/main"),
        ("set/one/a.txt", "Ada."),
        ("set/two/a.txt", "Ben."),
        (".hidden.txt", "By itself it is meant."),
    ]);
    let texts: Vec<_> = reading.documents.iter().map(|own| own.text.as_str()).collect();
    assert_eq!(texts[..2], ["Ada.", "Ben."]);
    assert_eq!(texts.last(), Some(&"By itself it is meant."));
}

#[test]
fn pages_markdown_and_annotations_come_together() {
    let reading = read_texts(&[
        ("set/a.html", "<html><title>A</title><p>Ada."),
        ("set/b.md", "# B\n\n*Ben*."),
        ("set/c.txt", "Cem."),
        ("set/d.txt", "Dora left."),
        ("set/d.ann", "T1\tPER 0 4\tDora\n"),
    ]);
    let titles: Vec<_> = reading.documents.iter().map(|own| own.metadata.title.as_str()).collect();
    assert_eq!(titles, ["A", "B", "c"]);
    assert_eq!(reading.annotated.len(), 1);
}
