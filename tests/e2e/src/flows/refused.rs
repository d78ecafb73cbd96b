//! Files that cannot be read, in whole or in part: each is refused with a message that says what to do,
//! and the app goes on.

use anyhow::{Context, Result, ensure};

use super::{incoming, steps};
use crate::support::{Browser, fixtures};

/// File, its bytes, what the message says: what it is, and what to do.
const WHOLE: [(&str, &[u8], &[&str]); 9] = [
    ("noise.txt", b"\x01\x02\0\0\0\xFE\x80\0\0\x10\0\0\x07\x06\0\0", &["a binary file", "add that"]),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", &["a PNG image", "text recognition"]),
    ("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01", &["a JPEG image", "add that"]),
    ("paper.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", &["a PDF file", "Copy its text"]),
    ("empty.txt", b"", &["the file is empty", "add it again"]),
    ("mark.txt", b"\xEF\xBB\xBF", &["the file is empty", "add it again"]),
    ("nul.txt", b"one\ntwo\0 and much more of a good text", &["NUL", "line 2", "take that character out"]),
    (
        "half.json",
        b"[{\"text\": \"a\"},\n {\"te",
        &["half.json, line 2", "ends in the middle", "get it again"],
    ),
    ("cut.jsonl", b"{\"text\": \"a row that is cut in ha", &["cut.jsonl, line 1", "in the middle", "again"]),
];

/// Nothing of these files is read; after each the next is, and at the end a good one.
pub(crate) async fn whole_files(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    for (name, bytes, says) in WHOLE {
        let file = incoming::file(browser, name, bytes)?;
        browser.add_files(&[&file]).await?;
        let preview = incoming::preview(browser).await?;
        ensure!(preview.rows.is_empty() && !preview.can_add, "nothing of {name} is read: {preview:?}");
        ensure!(preview.notices(&[name]), "{name} is named: {preview:?}");
        ensure!(preview.notices(says), "{name}: {says:?} is said: {:#?}", preview.issues);
        incoming::stop(browser).await?;
    }
    // All of them at once, and a good one among them.
    let mut files = Vec::new();
    for (name, bytes, _) in WHOLE {
        files.push(incoming::file(browser, name, bytes)?);
    }
    files.insert(4, incoming::file(browser, "Good.txt", "A good one.")?);
    browser.add_files(&files.iter().map(|file| file.as_path()).collect::<Vec<_>>()).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.issues.len() == WHOLE.len(), "each is said: {:#?}", preview.issues);
    ensure!(preview.standings() == ["new"], "the good one is there: {preview:?}");
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["Good"]).await?;
    steps::read(browser, "Good").await?;
    browser.status("Saved").await
}

/// What is replaced in a good project file, by what, and what the message says.
const PARTS: [(&str, &str, &[&str]); 6] = [
    ("\"end\":7,", "\"end\":700,", &["line 34", "annotations[0] (a-2)", "700", "outside"]),
    ("\"end\":7,", "\"end\":0,", &["line 34", "annotations[0] (a-2)", "start < end"]),
    ("\"quote\":\"Marzouk\"", "\"quote\":\"Marzuk\"", &["line 34", "“Marzuk”", "“Marzouk”"]),
    ("{\"id\":\"a-3\"", "{\"id\":\"a-2\"", &["line 35", "a-2 a second time"]),
    ("\"refersTo\":\"e-1\"", "\"refersTo\":\"e-9\"", &["line 34", "a reference to e-9"]),
    ("\"document\":\"d-1\"", "\"document\":\"d-9\"", &["line 34", "the document d-9"]),
];

/// Project files with something wrong in them: a newer version and half a file are refused; a record that
/// cannot be is left out with its place, and the rest opens as a project of its own.
pub(crate) async fn project_files(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let good = std::fs::read_to_string(fixtures::root()?.join("tests/fixtures/small.project.json"))?;
    let newer = good.replacen("\"version\": 1", "\"version\": 2", 1);
    let half = good.get(..good.len() / 2).context("half a file")?.to_owned();
    let whole: [(&str, String, &[&str]); 2] = [
        ("newer.json", newer, &["newer.json", "version 2", "newer Postil", "reloading"]),
        ("half.json", half, &["half.json", "ends in the middle", "get it again"]),
    ];
    for (name, content, says) in whole {
        let file = incoming::file(browser, name, content)?;
        browser.open_file(&file).await?;
        let preview = incoming::opening(browser).await?;
        ensure!(!preview.can_add, "nothing of {name} is read: {preview:?}");
        ensure!(preview.notices(says), "{says:?} is said: {:#?}", preview.issues);
        incoming::stop(browser).await?;
    }
    for (from, to, says) in PARTS {
        let broken = good.replacen(from, to, 1);
        ensure!(broken != good, "{from} is in the file");
        let file = incoming::file(browser, "broken.json", broken)?;
        browser.open_file(&file).await?;
        let preview = incoming::opening(browser).await?;
        ensure!(preview.notices(says), "{says:?} is said: {:#?}", preview.issues);
        ensure!(preview.notices(&["Left out", "put it right"]), "what to do: {:#?}", preview.issues);
        ensure!(preview.can_add && preview.says.contains("Small"), "the rest can be opened: {preview:?}");
        incoming::stop(browser).await?;
        browser.find("heading", "Begin with some articles").await?;
    }
    // What is left opens: one annotation went, with it the one that names it and the relation.
    let file = incoming::file(browser, "broken.json", good.replacen("\"end\":7,", "\"end\":700,", 1))?;
    browser.open_file(&file).await?;
    let preview = incoming::opening(browser).await?;
    ensure!(preview.issues.len() == 3, "{:#?}", preview.issues);
    incoming::open_it(browser).await?;
    browser.find("button", "Small").await?;
    incoming::articles_are(browser, &["<script>alert(1)</script>"]).await?;
    let project = incoming::project(browser).await?;
    ensure!(project["annotations"].as_array().is_some_and(Vec::is_empty), "the rest: {project}");
    ensure!(project["entities"][0]["name"] == "Mousa Abu Marzouk", "the rest: {project}");
    Ok(())
}

/// Pasted text that cannot be taken: the dialog says why, where the person is, and keeps what stands in it.
pub(crate) async fn pasted_text(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.click("button", "Paste text").await?;
    browser.find("dialog", "Paste text").await?;
    browser.fill("Title", "Bridge").await?;
    // No key types this character; the clipboard may hold it.
    let put = "const area = document.querySelector('dialog textarea');
        const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
        value.set.call(area, 'One\\nTwo\\0 and more');
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    browser.js(put, vec![]).await?;
    // Until it is taken there is nothing to add.
    let ready = "return document.querySelector('dialog[open] .button-primary')?.disabled === false";
    browser.until("the text is taken", ready, vec![]).await?;
    browser.click("button", "Add").await?;
    let says = "return document.querySelector('dialog [role=alert]')?.textContent.includes('NUL') ?? false";
    browser.until("the dialog says what is wrong", says, vec![]).await?;
    let kept = "const dialog = document.querySelector('dialog[open]');
        return [dialog?.querySelector('input').value, dialog?.querySelector('textarea').value.length]";
    let kept = browser.js(kept, vec![]).await?;
    ensure!(kept == serde_json::json!(["Bridge", 17]), "what was typed stays: {kept}");
    Ok(())
}
