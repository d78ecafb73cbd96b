//! Files that are not UTF-8: the person chooses and sees what that gives.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

/// File, its bytes, the encoding, what they say in it.
const FILES: [(&str, &[u8], &str, &str); 3] = [
    (
        "Western.txt",
        b"Caf\xE9 \x96 \x93na\xEFve\x94 fa\xE7ade, 5 \x80.",
        "windows-1252",
        "Café – “naïve” façade, 5 €.",
    ),
    (
        "Russian.txt",
        b"\xED\xCF\xD3\xCB\xD7\xC1 \xD0\xCF\xC4\xD4\xD7\xC5\xD2\xC4\xC9\xCC\xC1: 224 \xDE\xC5\xCC\xCF\xD7\xC5\xCB\xC1.",
        "koi8-r",
        "Москва подтвердила: 224 человека.",
    ),
    (
        "Chinese.txt",
        b"\xC4\xAA\xCB\xB9\xBF\xC6\xD6\xA4\xCA\xB5\xC1\xCB\xD5\xE2\xB4\xCE\xB7\xC3\xCE\xCA\xA1\xA3",
        "gb18030",
        "莫斯科证实了这次访问。",
    ),
];

/// What the preview of a file in an unknown encoding shows.
const PREVIEW: &str = "const found = Array.from(document.querySelectorAll('dialog .undecided'))
    .find((file) => file.textContent.includes(arguments[0]));
    return found ? found.querySelector('[aria-label=Preview]').textContent : null";

async fn previews(browser: &Browser, file: &str, text: &str) -> Result<()> {
    // A function of its own, with arguments of its own.
    let script =
        format!("const shown = function () {{ {PREVIEW} }}; return shown(arguments[0]) === arguments[1]");
    let done =
        browser.until(&format!("{file} reads “{text}”"), &script, vec![json!(file), json!(text)]).await;
    match done {
        Ok(()) => Ok(()),
        Err(error) => {
            Err(error.context(format!("it reads {}", browser.js(PREVIEW, vec![json!(file)]).await?)))
        }
    }
}

/// A file in an unknown encoding is not read before the person has chosen one; the preview follows the
/// choice, a wrong choice can be put right, and what was previewed is what comes in.
pub(crate) async fn unknown_ones_are_asked_for(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let mut paths = Vec::new();
    for (name, bytes, ..) in FILES {
        paths.push(incoming::file(browser, name, bytes)?);
    }
    paths.push(incoming::file(browser, "Known.txt", "Already UTF-8.")?);
    let paths: Vec<_> = paths.iter().map(|path| path.as_path()).collect();
    browser.add_files(&paths).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.rows.len() == 1, "the others wait for an encoding: {preview:?}");

    for (n, (name, _, encoding, text)) in FILES.into_iter().enumerate() {
        let combobox = format!("Encoding of {name}");
        if encoding != "windows-1252" {
            // A wrong one first: it is seen to be wrong.
            let western = browser.js(PREVIEW, vec![json!(name)]).await?;
            ensure!(western != text, "{name} does not read well as Western");
            incoming::choose(browser, &combobox, "windows-1251").await?;
            wait_for_rows(browser, n + 2).await?;
            let wrong = browser.js(PREVIEW, vec![json!(name)]).await?;
            ensure!(wrong != western && wrong != text, "the preview follows the choice: {wrong}");
        }
        incoming::choose(browser, &combobox, encoding).await?;
        previews(browser, name, text).await?;
        wait_for_rows(browser, n + 2).await?;
        // The list follows when the files were read again.
        let read = "return Array.from(document.querySelectorAll('dialog [aria-label=\"Articles that were read\"] li'))
            .some((row) => row.textContent.includes(arguments[0]))";
        browser.until(&format!("{name} is read so"), read, vec![json!(text)]).await?;
    }
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["Western", "Russian", "Chinese", "Known"]).await?;
    for (name, _, _, text) in FILES {
        steps::read(browser, name.trim_end_matches(".txt")).await?;
        let lines = browser.article_lines().await?;
        ensure!(lines == [text], "{name} came in as {lines:?}");
    }
    Ok(())
}

async fn wait_for_rows(browser: &Browser, count: usize) -> Result<()> {
    let script = "return document.querySelectorAll('dialog [aria-label=\"Articles that were read\"] li').length === arguments[0]";
    browser.until(&format!("{count} articles are read"), script, vec![json!(count)]).await
}

/// A byte order mark decides; CRLF and CR become LF, and that is recorded.
pub(crate) async fn marks_and_line_ends(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let text = "Привет, 世界 😀\r\nsecond line\r\n";
    let units = |to: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("\u{FEFF}{text}").encode_utf16().flat_map(to).collect()
    };
    let files = [
        incoming::file(browser, "Little.txt", units(u16::to_le_bytes))?,
        incoming::file(browser, "Big.txt", [units(u16::to_be_bytes), vec![0, b'!']].concat())?,
        incoming::file(browser, "Mac.txt", "one\rtwo\rfour")?,
        incoming::file(browser, "Mixed.txt", "\u{FEFF}one\r\ntwo\nthree")?,
    ];
    browser.add_files(&files.each_ref().map(|file| file.as_path())).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.rows.len() == 4 && preview.issues.is_empty(), "all are read: {preview:?}");
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["Little", "Big", "Mac", "Mixed"]).await?;

    for (title, line_ends) in [("Little", "crlf"), ("Big", "crlf"), ("Mac", "cr"), ("Mixed", "mixed")] {
        incoming::details(browser, title).await?;
        let facts = incoming::facts(browser).await?;
        ensure!(facts.get("Line ends").is_some_and(|ends| ends == line_ends), "{title}: {facts:?}");
        incoming::escape(browser, "Article details").await?;
    }
    let project = incoming::project(browser).await?;
    let documents = project["documents"].as_array().context("documents")?;
    for (at, text, ends) in [
        (0, "Привет, 世界 😀\nsecond line\n", json!({"crlf": 2, "cr": 0, "lf": 0})),
        (1, "Привет, 世界 😀\nsecond line\n!", json!({"crlf": 2, "cr": 0, "lf": 0})),
        (2, "one\ntwo\nfour", json!({"crlf": 0, "cr": 2, "lf": 0})),
        (3, "one\ntwo\nthree", json!({"crlf": 1, "cr": 0, "lf": 1})),
    ] {
        let document = &documents[at];
        ensure!(document["text"] == text, "{document}");
        ensure!(document["lineEnds"] == ends, "{document}");
    }
    Ok(())
}
