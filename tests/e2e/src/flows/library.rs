//! The library: order, filters, groups, statuses, and the details of several articles at once.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

/// Whether an element scrolls sideways.
pub(crate) const WIDER: &str =
    "const element = document.querySelector(arguments[0]); return element.scrollWidth > element.clientWidth";

/// Articles of two outlets, in an order that is none.
async fn three(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let row = |title: &str, outlet: &str, language: &str| {
        json!({"text": format!("Text of {title}."), "title": title, "outlet": outlet, "language": language})
            .to_string()
    };
    let rows =
        [row("Report 10", "Gazette", "en"), row("report 9", "Mirror", "id"), row("Émile", "Gazette", "en")];
    let file = incoming::file(browser, "rows.jsonl", rows.join("\n"))?;
    browser.add_files(&[&file]).await?;
    incoming::preview(browser).await?;
    incoming::go_on(browser).await?;
    incoming::library(browser).await
}

/// Waits until the table has these rows: titles, and groups in brackets.
async fn rows_are(browser: &Browser, rows: &[&str]) -> Result<()> {
    let script = "const rows = Array.from(document.querySelectorAll('.doc-body [role=row]'), (row) => {
            const title = row.querySelector('.doc-link');
            return title === null ? `[${row.innerText.trim().replace(/\\s+/g, ' ')}]` : title.textContent.trim();
        });
        return JSON.stringify(rows) === JSON.stringify(arguments[0]) ? true : (window.rowsWere = rows, false)";
    let done = browser.until(&format!("the rows are {rows:?}"), script, vec![json!(rows)]).await;
    match done {
        Ok(()) => Ok(()),
        Err(error) => {
            let were = browser.js("return window.rowsWere", vec![]).await?;
            Err(error.context(format!("the rows are {were}")))
        }
    }
}

/// The status that the table shows of an article.
async fn status_is(browser: &Browser, title: &str, status: &str) -> Result<()> {
    let script = "return document.querySelector(`select[aria-label=${JSON.stringify('Status of ' + arguments[0])}]`)?.value === arguments[1]";
    browser.until(&format!("{title} is {status}"), script, vec![json!(title), json!(status)]).await
}

/// The sidebar shows the article that is open, wherever it stands in the list, and does not move for one in view.
pub(crate) async fn the_open_article_is_in_view(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let row = |n: usize| json!({"text": format!("Text {n}."), "title": format!("Report {n}")}).to_string();
    let rows: Vec<String> = (1..=60).map(row).collect();
    let file = incoming::file(browser, "rows.jsonl", rows.join("\n"))?;
    browser.add_files(&[&file]).await?;
    incoming::preview(browser).await?;
    incoming::go_on(browser).await?;
    incoming::library(browser).await?;
    browser.click("link", "Report 8").await?;
    let seen = "const list = document.querySelector('.article-list');
        const row = list.querySelector('[aria-current]')?.closest('li');
        if (!row || row.textContent !== arguments[0]) return false;
        const [room, place] = [list, row].map((element) => element.getBoundingClientRect());
        return place.top >= room.top - 1 && place.bottom <= room.bottom + 1";
    browser.until("the eighth is in view", seen, vec![json!("Report 8")]).await?;
    incoming::library(browser).await?;
    browser.js("document.querySelector('.doc-table').scrollTop = 1e6", vec![]).await?;
    // The notice may lie over the last row, so no pointer clicks it.
    let open = "const links = Array.from(document.querySelectorAll('.doc-link'));
        const link = links.find((link) => link.textContent === 'Report 60');
        link?.click();
        return link !== undefined";
    browser.until("the last row is made", open, vec![]).await?;
    browser.until("the last is in view", seen, vec![json!("Report 60")]).await?;
    let top = "return document.querySelector('.article-list').scrollTop";
    let before = browser.js(top, vec![]).await?;
    browser.js("document.querySelector('.article-list li:nth-last-child(2) a').click()", vec![]).await?;
    browser.until("the one before it", seen, vec![json!("Report 59")]).await?;
    ensure!(browser.js(top, vec![]).await? == before, "it does not jump");
    Ok(())
}

/// By every way; the sidebar follows, and so does *Next article*.
pub(crate) async fn sorts_filters_and_groups(browser: &mut Browser) -> Result<()> {
    three(browser).await?;
    rows_are(browser, &["Report 10", "report 9", "Émile"]).await?;
    let wide = browser.js(WIDER, vec![json!(".library")]).await?;
    ensure!(wide == false, "nothing is to be scrolled sideways");
    browser.click("button", "Title").await?;
    rows_are(browser, &["Émile", "report 9", "Report 10"]).await?;
    let sorted = "return document.querySelector('[aria-sort]')?.getAttribute('aria-sort')";
    ensure!(browser.js(sorted, vec![]).await? == "ascending", "the column says so");
    browser.click("button", "Title").await?;
    rows_are(browser, &["Report 10", "report 9", "Émile"]).await?;
    ensure!(browser.js(sorted, vec![]).await? == "descending", "the column says so");
    incoming::articles_are(browser, &["Report 10", "report 9", "Émile"]).await?;
    incoming::choose(browser, "Group by", "2").await?;
    rows_are(browser, &["[en 2]", "Report 10", "Émile", "[id 1]", "report 9"]).await?;
    incoming::articles_are(browser, &["Report 10", "Émile", "report 9"]).await?;
    incoming::choose(browser, "Outlet", "Gazette").await?;
    rows_are(browser, &["[en 2]", "Report 10", "Émile"]).await?;
    steps::read(browser, "Report 10").await?;
    browser.press(&[">"]).await?;
    browser.find("article", "Émile").await?;
    incoming::library(browser).await?;
    rows_are(browser, &["[en 2]", "Report 10", "Émile"]).await?;
    browser.click("button", "Show all").await?;
    rows_are(browser, &["[en 2]", "Report 10", "Émile", "[id 1]", "report 9"]).await?;
    browser.click("button", "Title").await?;
    browser.click("button", "Title").await?;
    browser.reload().await?;
    rows_are(browser, &["Émile", "report 9", "Report 10"]).await?;
    ensure!(browser.js(sorted, vec![]).await? == "ascending", "the order is kept");
    steps::read(browser, "Report 10").await?;
    browser.reload().await?;
    browser.find("article", "Report 10").await?;
    incoming::articles_are(browser, &["Émile", "report 9", "Report 10"]).await
}

/// The first mark puts an article in work; the rest is set by the person, by mouse and by key, for one and for many.
pub(crate) async fn keeps_the_status(browser: &mut Browser) -> Result<()> {
    three(browser).await?;
    status_is(browser, "Report 10", "new").await?;
    steps::read(browser, "Report 10").await?;
    steps::mark(browser, "Text of", "Person").await?;
    steps::give_name(browser).await?;
    browser.click_text("Report").await?;
    browser.press(&["Shift+m"]).await?;
    browser.find("article", "report 9").await?;
    browser.press(&["Shift+d"]).await?;
    let read = "return document.querySelector('.article-status select').value";
    browser.until("it is done", &format!("{read} === 'done'"), vec![]).await?;
    incoming::library(browser).await?;
    status_is(browser, "Report 10", "in-work").await?;
    status_is(browser, "report 9", "done").await?;
    let progress = browser.text_of("group", "Progress").await?;
    ensure!(progress == "1 Done 1 In work 1 New", "the progress says {progress}");
    browser.click("checkbox", "Choose all that are shown").await?;
    incoming::choose(browser, "Set status", "checked").await?;
    for title in ["Report 10", "report 9", "Émile"] {
        status_is(browser, title, "checked").await?;
    }
    browser.click("button", "Undo").await?;
    status_is(browser, "report 9", "done").await?;
    status_is(browser, "Émile", "new").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    incoming::library(browser).await?;
    status_is(browser, "Report 10", "in-work").await?;
    // A row that goes elsewhere takes its status and the focus along.
    browser.click("button", "Status").await?;
    rows_are(browser, &["Émile", "Report 10", "report 9"]).await?;
    incoming::choose(browser, "Status of Émile", "checked").await?;
    rows_are(browser, &["Report 10", "report 9", "Émile"]).await?;
    for (title, status) in [("Report 10", "in-work"), ("report 9", "done"), ("Émile", "checked")] {
        status_is(browser, title, status).await?;
    }
    let focus = "return document.activeElement?.textContent === 'Émile'";
    browser.until("the focus goes with it", focus, vec![]).await
}

/// What differs says so and stays; what is typed is set for all; one undo.
pub(crate) async fn edits_several_at_once(browser: &mut Browser) -> Result<()> {
    three(browser).await?;
    browser.click("checkbox", "Choose Report 10").await?;
    browser.click("checkbox", "Choose report 9").await?;
    browser.click("button", "Edit details …").await?;
    browser.find("dialog", "Edit details").await?;
    ensure!(incoming::field(browser, "Outlet").await?.is_empty(), "they differ");
    let hint = "return document.querySelector('dialog input[aria-label=Outlet]').placeholder";
    ensure!(browser.js(hint, vec![]).await? == "Different values", "and it says so");
    browser.fill("Published", "2026-11-20").await?;
    browser.fill("Outlet", "Wrong").await?;
    browser.click("button", "Leave Outlet as it is").await?;
    browser.click("button", "Save").await?;
    browser.gone("dialog", "Edit details").await?;
    let project = incoming::project(browser).await?;
    let documents = project["documents"].as_array().context("documents")?;
    let of = |title: &str, key: &str| {
        documents.iter().find(|one| one["title"] == title).map(|one| one[key].clone())
    };
    ensure!(of("Report 10", "published") == Some(json!("2026-11-20")), "{documents:?}");
    ensure!(of("report 9", "published") == Some(json!("2026-11-20")), "{documents:?}");
    ensure!(of("report 9", "outlet") == Some(json!("Mirror")), "what differed stays: {documents:?}");
    ensure!(of("Émile", "published") != Some(json!("2026-11-20")), "it was not chosen: {documents:?}");
    browser.click("button", "Undo").await?;
    let project = incoming::project(browser).await?;
    ensure!(!project["documents"].to_string().contains("2026-11-20"), "one undo takes all of it back");
    Ok(())
}
