//! Articles come in: by button, drop and paste, as text and as rows, and nothing before it was looked at.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

const PLAIN: &str = "The ferry left at noon.\n\nNobody was on it. 👩‍👩‍👧";
const MARKDOWN: &str = "# Harbour\n\n*Starred* and [linked](http://example.invalid/) text.\n";
/// A whole row, a row with nothing but its text, three bad ones, and a good one at the end.
const ROWS: &str = concat!(
    r#"{"id":"row-1","text":"The council met.","title":"Council","outlet":"Harbour Post","#,
    r#""url":"https://example.invalid/council","language":"en","published":"2026-11-20","#,
    r#""author":["Ada Example","Ben Example"],"views":12345678901234567890,"tags":["a","b"]}"#,
    "\n",
    r#"{"text":"Nothing but text."}"#,
    "\n",
    r#"{"body":"no text"}"#,
    "\n",
    r#"{"text":17}"#,
    "\n",
    r#"{"text":"cut off in the mid"#,
    "\n",
    r#"{"text":"The last one is good.","title":"Last"}"#,
    "\n",
);
const JSON: &str = r#"[
    {"text": "Rain is expected.", "title": "Weather", "author": "Cem Example"},
    7,
    {"text": "Snow is not.", "title": "More weather"}
]"#;

/// Several files of several kinds in one go: what they hold decides, not what they are called; the preview
/// counts and says what was noticed and where; Stop adds nothing; one bad row does not spoil the rest.
pub(crate) async fn files_of_every_kind(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let files = [
        incoming::file(browser, "Ferry.txt", PLAIN)?,
        incoming::file(browser, "Harbour.md", MARKDOWN)?,
        incoming::file(browser, "rows.jsonl", ROWS)?,
        incoming::file(browser, "weather.txt", JSON)?,
        incoming::file(browser, "prose.json", "Once upon a time there was no brace.\n")?,
    ];
    let files = files.each_ref().map(|file| file.as_path());
    browser.add_files(&files).await?;

    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("8 of 8 articles will be added"), "it counts: {}", preview.says);
    let titles: Vec<_> = preview.rows.iter().map(|(title, _)| title.as_str()).collect();
    let expected = ["Ferry", "Harbour", "Council", "rows, 2", "Last", "Weather", "More weather", "prose"];
    ensure!(titles == expected, "it lists {titles:?}");
    for parts in [
        ["rows.jsonl, line 3", "body", "Rename the key"],
        ["rows.jsonl, line 4", "17", "left out"],
        ["rows.jsonl, line 5", "cut off", "left out"],
        ["weather.txt, line 3", "7", "left out"],
    ] {
        ensure!(preview.notices(&parts), "{parts:?} is noticed: {:#?}", preview.issues);
    }
    ensure!(preview.issues.len() == 4, "and nothing else: {:#?}", preview.issues);
    let focused = browser.js("return document.activeElement.textContent.trim()", vec![]).await?;
    ensure!(focused == "Add", "what goes on has the focus, not {focused}");

    incoming::stop(browser).await?;
    ensure!(incoming::articles(browser).await?.is_empty(), "nothing is added");
    browser.find("heading", "Begin with some articles").await?;

    browser.add_files(&files).await?;
    incoming::preview(browser).await?;
    browser.press(&["Enter"]).await?;
    // An id of its own puts an article elsewhere: the list is sorted by id.
    let all = "return document.querySelectorAll('nav[aria-label=Articles] a').length === arguments[0]";
    browser.until("all are added", all, vec![json!(expected.len())]).await?;
    let mut titles = incoming::articles(browser).await?;
    titles.retain(|title| title != "Council");
    ensure!(
        titles == expected.into_iter().filter(|title| *title != "Council").collect::<Vec<_>>(),
        "{titles:?}"
    );
    browser.status("Saved").await?;

    // Of Markdown the text, without its marks.
    steps::read(browser, "Harbour").await?;
    let lines = browser.article_lines().await?;
    ensure!(lines == ["Harbour", "", "Starred and linked text."], "Markdown is read: {lines:?}");

    let project = incoming::project(browser).await?;
    let documents = project["documents"].as_array().context("documents")?;
    let one = |title: &str| documents.iter().find(|one| one["title"] == title).context("it is in the file");
    ensure!(one("Ferry")?["text"] == PLAIN, "the text as it was: {}", one("Ferry")?);
    ensure!(one("Harbour")?["mediaType"] == "text/markdown", "Markdown is known as such");
    let council = one("Council")?;
    for (key, value) in [
        ("id", json!("row-1")),
        ("outlet", json!("Harbour Post")),
        ("url", json!("https://example.invalid/council")),
        ("language", json!("en")),
        ("published", json!("2026-11-20")),
        ("byline", json!(["Ada Example", "Ben Example"])),
        // Digit by digit: serde_json reads it as u64, which holds it.
        ("metadata", json!({"views": 12345678901234567890_u64, "tags": ["a", "b"]})),
    ] {
        ensure!(council[key] == value, "{key} is kept: {council}");
    }
    ensure!(one("Weather")?["byline"] == json!(["Cem Example"]), "one author: {}", one("Weather")?);

    // The worker that read them is of this site, which stands below the root of its host.
    let base = browser.site().splitn(4, '/').nth(3).context("the site has a path")?.to_owned();
    ensure!(base.len() > 1, "the site is not at the root");
    let own = browser.proxy().record().own.clone();
    let worker = own.iter().any(|address| address.contains(&format!("/{base}worker")));
    ensure!(worker, "the worker came from below {base}: {own:?}");

    // One Undo takes all of them away again, one Redo brings them back.
    browser.click("button", "Undo").await?;
    incoming::articles_are(browser, &[]).await?;
    browser.click("button", "Redo").await?;
    browser.until("all are there again", all, vec![json!(expected.len())]).await
}

/// The same text from the same source says so and changes nothing; from another outlet or address it is a
/// document of its own, shown as a copy.
pub(crate) async fn the_same_text_again(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let text = "An agency wrote this, and two papers printed it.";
    let first = incoming::file(browser, "First.txt", text)?;
    steps::add(browser, &[&first]).await?;
    let before = incoming::project(browser).await?;

    // Again, under another name, with a mark and other line ends: the text is the same.
    let again = incoming::file(browser, "Again.txt", format!("\u{FEFF}{text}"))?;
    for file in [&first, &again] {
        browser.add_files(&[file]).await?;
        let preview = incoming::preview(browser).await?;
        ensure!(preview.standings() == ["already there"], "it says so: {preview:?}");
        ensure!(preview.says.contains("0 of 1 article"), "it counts: {}", preview.says);
        ensure!(!preview.can_add, "there is nothing to add");
        incoming::stop(browser).await?;
    }
    browser.click("button", "Paste text").await?;
    browser.fill("Text", text).await?;
    browser.click("button", "Add").await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.standings() == ["already there"], "a pasted one too: {preview:?}");
    incoming::stop(browser).await?;
    ensure!(incoming::project(browser).await? == before, "nothing has changed");

    let row = |title: &str, outlet: &str, url: &str| {
        format!("{}\n", json!({"text": text, "title": title, "outlet": outlet, "url": url}))
    };
    let rows = [row("Post", "Harbour Post", ""), row("Mail", "Harbour Mail", "https://example.invalid/mail")];
    let rows = incoming::file(browser, "rows.jsonl", rows.concat())?;
    browser.add_files(&[&rows]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.standings() == ["copy", "copy"], "other outlets: {preview:?}");
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["First", "Post", "Mail"]).await?;
    let copies = "return Array.from(document.querySelectorAll('nav[aria-label=Articles] li'))
        .filter((row) => row.querySelector('.copy')).map((row) => row.querySelector('a').textContent.trim())";
    let copies = browser.js(copies, vec![]).await?;
    ensure!(copies == json!(["Post", "Mail"]), "shown as copies: {copies}");

    browser.add_files(&[&rows]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.standings() == ["already there", "already there"], "now they are there: {preview:?}");
    incoming::stop(browser).await
}

/// Files and folders dropped on the page, and text that is pasted.
///
/// The events are made by a script: no driver drags files. A folder cannot be made by one:
/// what the page asks of it is answered by stand-ins.
pub(crate) async fn dropped_and_pasted(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    incoming::drop_files(browser, &[("One.txt", "One, dropped."), ("Two.txt", "Two, dropped.")]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("2 of 2 articles"), "{}", preview.says);
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["One", "Two"]).await?;

    // On the screen Read as well, and folders however deep.
    steps::read(browser, "One").await?;
    let files = [
        ("news/a.txt", "A, in a folder."),
        ("news/b.txt", "B, in a folder."),
        ("news/c.txt", "C, in a folder."),
        ("news/deep/d.txt", "D, in a folder of the folder."),
        ("beside.txt", "Beside the folder."),
    ];
    incoming::drop_folder(browser, &files).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("5 of 5 articles"), "{}", preview.says);
    incoming::go_on(browser).await?;
    let mut titles = incoming::articles(browser).await?;
    titles.sort();
    ensure!(titles == ["One", "Two", "a", "b", "beside", "c", "d"], "{titles:?}");

    steps::paste(browser, "Pasted", "Three, pasted.\nIn two lines.").await?;
    steps::read(browser, "Pasted").await?;
    let lines = browser.article_lines().await?;
    ensure!(lines.iter().any(|line| line.contains("In two lines.")), "{lines:?}");
    // Without a title the first line is one.
    browser.click("button", "Paste text").await?;
    // Not filled in: WebKit's driver leaves out line breaks.
    browser.find("textbox", "Text").await?.click().await?;
    browser.type_text("A first line").await?;
    browser.press(&["Enter"]).await?;
    browser.type_text("and a second").await?;
    browser.click("button", "Add").await?;
    browser.find("link", "A first line").await?;
    Ok(())
}

/// A large file shows how far it is and can be stopped; then nothing is added, and the app goes on.
pub(crate) async fn large_files_show_progress(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let sentence = "The harbour council met on Friday to speak about the bridge, and nobody knew why. ";
    let mut rows = String::new();
    for n in 0..6_000 {
        let row = json!({"text": format!("{n}. {}", sentence.repeat(60)), "title": format!("Row {n}")});
        writeln!(rows, "{row}")?;
    }
    let large = incoming::file(browser, "large.jsonl", &rows)?;
    browser.add_files(&[&large]).await?;
    browser.find("dialog", "Reading files").await?;
    // It moves.
    let moves = "const bar = document.querySelector('dialog [role=progressbar], dialog progress');
        return bar !== null && Number(bar.getAttribute('aria-valuenow') ?? bar.value) > 0";
    browser.until("the progress moves", moves, vec![]).await?;
    browser.click("button", "Cancel").await?;
    browser.gone("dialog", "Reading files").await?;

    let small = incoming::file(browser, "Small.txt", "A small one.")?;
    steps::add(browser, &[&small]).await?;
    incoming::articles_are(browser, &["Small"]).await?;

    browser.add_files(&[&large]).await?;
    let shown = "return document.querySelector('dialog[aria-label=\"Add articles\"]') !== null";
    browser.until_within(std::time::Duration::from_secs(150), "all is read", shown, vec![]).await?;
    let preview = incoming::now(browser).await?;
    let says = preview.says.replace(',', "");
    ensure!(says.contains("6000 of 6000 articles"), "{says}");
    browser.click("button", "Add").await?;
    let added = "return document.querySelector('nav[aria-label=Articles] li')?.getAttribute('aria-setsize') === '6001'";
    browser.until_within(std::time::Duration::from_secs(60), "all are added", added, vec![]).await?;
    let saved = "return Array.from(document.querySelectorAll('[role=status]')).some((status) => status.textContent === 'Saved')";
    browser.until_within(std::time::Duration::from_secs(60), "all are saved", saved, vec![]).await?;
    long_lists(browser).await
}

/// Of six thousand articles only the rows in view are made, the last ones when they are scrolled to.
async fn long_lists(browser: &mut Browser) -> Result<()> {
    let in_view = "const list = document.querySelector(arguments[0]);
        const row = list.querySelector(`[${arguments[1]}='${arguments[2]}']`);
        if (row === null || list.querySelectorAll(`[${arguments[1]}]`).length > 200) return false;
        const [outer, inner] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
        return inner.top >= outer.top && inner.bottom <= outer.bottom + 1";
    let lists = [(".article-list", "aria-posinset", [6001, 1]), (".doc-table", "aria-rowindex", [6002, 2])];
    for (list, count, ends) in lists {
        for (top, row) in [1e9, 0.0].into_iter().zip(ends) {
            let scroll = "document.querySelector(arguments[0]).scrollTop = arguments[1]";
            browser.js(scroll, vec![json!(list), json!(top)]).await?;
            let shown = format!("row {row} of {list} is in view");
            browser.until(&shown, in_view, vec![json!(list), json!(count), json!(row)]).await?;
        }
        browser.click("link", "Library").await?;
    }
    Ok(())
}

/// Text is pasted while files are being read: neither stops the other, and nothing that was typed goes.
pub(crate) async fn pasted_while_files_are_read(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let rows: String = (0..400).fold(String::new(), |mut rows, n| {
        let text = format!("{n}. {}", "The harbour council met on Friday. ".repeat(100));
        let _ = writeln!(rows, "{}", json!({"text": text, "title": format!("Row {n}")}));
        rows
    });
    let file = incoming::file(browser, "rows.jsonl", &rows)?;
    browser.click("button", "Paste text").await?;
    browser.fill("Title", "Pasted").await?;
    browser.fill("Text", "Nobody was on the ferry.").await?;
    browser.add_files(&[&file]).await?;
    browser.click("button", "Add").await?;
    browser.gone("dialog", "Paste text").await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("400 of 400 articles"), "{}", preview.says);
    incoming::stop(browser).await?;
    incoming::articles_are(browser, &["Pasted"]).await
}

/// A long article opens at its title, though its text takes the focus.
pub(crate) async fn a_long_article_opens_at_its_title(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let long = "The ferry left at noon and nobody was on it.\n\n".repeat(200);
    let file = incoming::file(browser, "Long.txt", &long)?;
    steps::add(browser, &[&file]).await?;
    steps::read(browser, "Long").await?;
    let focus = "return document.activeElement?.matches('article') ?? false";
    browser.until("the article has the focus", focus, vec![]).await?;
    let top = browser.js("return document.querySelector('.reader').scrollTop", vec![]).await?;
    ensure!(top.as_f64() == Some(0.0), "it is scrolled by {top}");
    // A dialog that closes gives the focus back, and moves nothing.
    browser.press(&["?"]).await?;
    browser.find("dialog", "Keyboard").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Keyboard").await?;
    browser.until("the article has the focus again", focus, vec![]).await?;
    let top = browser.js("return document.querySelector('.reader').scrollTop", vec![]).await?;
    ensure!(top.as_f64() == Some(0.0), "it is scrolled by {top} after a dialog");
    Ok(())
}

/// What was typed in a dialog goes when a person says so, and not by Escape, however often.
pub(crate) async fn typed_text_outlives_escape(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.click("button", "Paste text").await?;
    browser.find("dialog", "Paste text").await?;
    incoming::escape(browser, "Paste text").await?;
    browser.click("button", "Paste text").await?;
    browser.fill("Text", "Ana met Budi.").await?;
    browser.press(&["Escape"]).await?;
    browser.press(&["Escape"]).await?;
    browser.press(&["Escape"]).await?;
    let said = "const said = document.querySelector('dialog[open] .dialog-kept');
        return said !== null && said.getClientRects().length > 0";
    browser.until("it says so", said, vec![]).await?;
    let text = incoming::field(browser, "Text").await?;
    ensure!(text == "Ana met Budi.", "the text is {text}");
    browser.click("button", "Cancel").await?;
    browser.gone("dialog", "Paste text").await
}
