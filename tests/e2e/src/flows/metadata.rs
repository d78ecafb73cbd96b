//! What is known about an article is shown, edited and kept; and whatever stands in it, in texts, notes and
//! names of files stays text.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

const TEXT: &str = "The delegation arrived in Moscow on Thursday and met the deputy foreign minister to discuss the \
                    release of hostages, according to the state news agency.";

const FIELDS: [(&str, &str); 6] = [
    ("Title", "A better title"),
    ("Outlet", "Harbour Post"),
    ("Authors", "Ada Example; Ben Example"),
    ("URL", "https://example.invalid/article?a=1&b=2"),
    ("Published", "2026-11-20"),
    ("Language", "en-GB"),
];

/// Title, outlet, authors, address, date and language are edited in one act, outlive a reload, and can be
/// undone; a language that was guessed is marked until somebody says it.
pub(crate) async fn is_edited_and_kept(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let file = incoming::file(browser, "Delegation.txt", TEXT)?;
    steps::add(browser, &[&file]).await?;
    let guessed = "return Array.from(document.querySelectorAll('main .guess'), (mark) => mark.textContent)";
    incoming::library(browser).await?;
    ensure!(browser.js(guessed, vec![]).await? == json!(["en"]), "the language is marked as a guess");

    incoming::details(browser, "Delegation").await?;
    let facts = incoming::facts(browser).await?;
    ensure!(facts.get("File").is_some_and(|file| file == "Delegation.txt"), "{facts:?}");
    for (name, value) in FIELDS {
        browser.fill(name, value).await?;
    }
    browser.click("button", "Save").await?;
    browser.gone("dialog", "Article details").await?;
    browser.find("link", "A better title").await?;
    ensure!(browser.js(guessed, vec![]).await? == json!([]), "the guess is no guess any more");
    browser.status("Saved").await?;

    browser.reload().await?;
    incoming::details(browser, "A better title").await?;
    for (name, value) in FIELDS {
        let kept = incoming::field(browser, name).await?;
        ensure!(kept == value, "{name} is kept: {kept}");
    }
    incoming::escape(browser, "Article details").await?;

    steps::read(browser, "A better title").await?;
    browser.find("link", "https://example.invalid/article?a=1&b=2").await?;
    let lang = browser.js("return document.querySelector('article').closest('[lang]').lang", vec![]).await?;
    ensure!(lang == "en-GB", "the article is in the language that it says: {lang}");
    browser.click("button", "Undo").await?;
    browser.find("link", "Delegation").await?;
    incoming::library(browser).await?;
    ensure!(browser.js(guessed, vec![]).await? == json!(["en"]), "a guess again");
    browser.click("button", "Redo").await?;
    browser.find("link", "A better title").await?;
    Ok(())
}

/// Markup that does something if it is taken for markup. Every `bad` sets a mark on the window.
const SCRIPT: &str = "<script>window.bad = 1</script>";
const IMAGE: &str = "<img src=x onerror='window.bad = 2'>";
const SVG: &str = "<svg onload=\"window.bad = 3\"><a xlink:href=\"javascript:window.bad=4\">x</a></svg>";
const LINK: &str = "javascript:window.bad=5";

/// Fails where markup was taken for markup.
async fn stays_text(browser: &Browser, place: &str) -> Result<()> {
    let script = "const out = [];
        if (window.bad !== undefined) out.push(`ran ${window.bad}`);
        for (const made of document.querySelectorAll('main img, main script, dialog img, dialog script,' +
            'nav img, nav script, [onerror], [onload], [onclick], iframe, object, embed'))
            out.push(made.outerHTML);
        for (const link of document.querySelectorAll('[href], [src]'))
            if (/^\\s*(javascript|data|vbscript):/i.test(link.getAttribute('href') ?? link.getAttribute('src')))
                out.push(link.outerHTML);
        return out;";
    let made = browser.js(script, vec![]).await?;
    ensure!(made == json!([]), "{place}: {made}");
    Ok(())
}

/// In text, title, outlet, authors, address, date, other keys, notes and names of files.
pub(crate) async fn markup_stays_text(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let row = json!({
        "text": format!("Before {SCRIPT} between {IMAGE} behind.\n\n{SVG}"),
        "title": format!("Title {SCRIPT}{IMAGE}"),
        "outlet": format!("Outlet {IMAGE}"),
        "url": LINK,
        "author": [format!("Author {IMAGE}"), SVG],
        "published": IMAGE,
        "language": format!("en\"{IMAGE}"),
        "key": {"<b>": IMAGE},
        IMAGE: SCRIPT,
    });
    // A slash cannot be in the name of a file.
    let named = format!("{IMAGE}.txt");
    let files = [
        incoming::file(browser, &named, "A text in a file of a bad name.")?,
        incoming::file(browser, "<svg onload=alert(1)>.jsonl", format!("{row}\n{{\"no\": \"text\"}}\n"))?,
        incoming::file(browser, "<img src=x onerror=alert(2)>.bin", b"\x89PNG\r\n\x1a\n\0")?,
    ];
    browser.add_files(&files.each_ref().map(|file| file.as_path())).await?;
    let preview = incoming::preview(browser).await?;
    let title = format!("Title {SCRIPT}{IMAGE}");
    ensure!(preview.rows.iter().any(|(shown, _)| *shown == title), "it is shown as text: {preview:?}");
    ensure!(preview.notices(&["<img src=x onerror=alert(2)>.bin"]), "{preview:?}");
    stays_text(browser, "the preview").await?;
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &[IMAGE, &title]).await?;
    incoming::library(browser).await?;
    stays_text(browser, "the library").await?;

    incoming::details(browser, &title).await?;
    let facts = incoming::facts(browser).await?;
    ensure!(facts.get("File").is_some_and(|file| file == "<svg onload=alert(1)>.jsonl"), "{facts:?}");
    ensure!(facts.contains_key(IMAGE), "other keys are shown as text: {facts:?}");
    ensure!(incoming::field(browser, "URL").await? == LINK, "the address is kept as it is");
    stays_text(browser, "the details").await?;
    incoming::escape(browser, "Article details").await?;

    steps::read(browser, &title).await?;
    let lines = browser.article_lines().await?;
    ensure!(lines.concat() == format!("Before {SCRIPT} between {IMAGE} behind.{SVG}"), "{lines:?}");
    let links = "return Array.from(document.querySelectorAll('main a'), (link) => link.getAttribute('href'))";
    let links = browser.js(links, vec![]).await?;
    ensure!(links == json!([]), "a javascript: address is no link: {links}");
    steps::mark(browser, "window.bad", "Person").await?;
    steps::give_name(browser).await?;
    let note = format!("A note {SCRIPT} {IMAGE}");
    browser.fill("Note", &note).await?;
    browser.press(&["Tab"]).await?;
    stays_text(browser, "the article and its panel").await?;
    browser.click("button", steps::PERSON).await?;
    browser.fill("Name", IMAGE).await?;
    browser.click("button", "Keep").await?;
    browser.find("button", IMAGE).await?;
    stays_text(browser, "the name").await?;

    // As the name of a project too, and in the preview of an export.
    browser.click("button", "My project").await?;
    browser.fill("Name of this project", IMAGE).await?;
    browser.press(&["Enter"]).await?;
    stays_text(browser, "the projects").await?;
    incoming::escape(browser, "Projects").await?;
    browser.click("button", "Export").await?;
    let preview = "return (document.querySelector('dialog [aria-label=Preview]')?.textContent ?? '').includes('<img src=x')";
    browser.until("the preview shows the name as text", preview, vec![]).await?;
    stays_text(browser, "the export").await?;
    incoming::escape(browser, "Export").await?;

    let project = incoming::project(browser).await?;
    ensure!(project["name"] == IMAGE, "the name of the project: {}", project["name"]);
    ensure!(project["annotations"][0]["note"] == note, "the note: {}", project["annotations"][0]);
    let documents = project["documents"].as_array().context("documents")?;
    let document = documents.iter().find(|document| document["title"] == title).context("it is there")?;
    for key in ["text", "outlet", "url", "published", "language"] {
        ensure!(document[key] == row[key], "{key} is as it was: {document}");
    }
    ensure!(document["metadata"][IMAGE] == SCRIPT, "{document}");
    browser.reload().await?;
    browser.find("link", &title).await?;
    stays_text(browser, "after a reload").await
}
