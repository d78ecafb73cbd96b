//! Everything is deleted from this browser, and what is left is shown.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::{Browser, Engine};

/// What the browser itself says is there of Postil.
const THERE: &str = "return (async () => {
    const databases = indexedDB.databases ? await indexedDB.databases() : [];
    const names = databases.map(({ name }) => name);
    const kept = Object.keys(localStorage);
    return [names, globalThis.caches ? await caches.keys() : [], kept].flat();
})()";

/// A person deletes everything on a shared machine: it asks, names what goes, offers the file, and shows that nothing is
/// left; another tab shows nothing of it any more.
pub(crate) async fn everything_is_deleted(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Secret", "Ada met Ben in Rome.").await?;
    steps::read(browser, "Secret").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;
    let first = browser.window().await?;
    // WebKitGTK's automation draws only the window that it began with.
    let second = match browser.engine() {
        Engine::WebKit => None,
        _ => Some(browser.new_tab().await?),
    };
    if let Some(second) = &second {
        browser.switch_to_window(second.clone()).await?;
        browser.open().await?;
        steps::read(browser, "Secret").await?;
        browser.switch_to_window(first.clone()).await?;
    }

    browser.click("link", "Settings").await?;
    browser.click("button", "Delete everything …").await?;
    browser.find("dialog", "Delete everything from this browser?").await?;
    let names =
        "return document.querySelector('dialog').textContent.includes('My project, 1 article, 1 annotation')";
    browser.until("it says what goes", names, vec![]).await?;
    browser.click("button", "Save “My project” as a file").await?;
    browser.downloaded(".json").await?;
    browser.click("button", "Delete everything").await?;
    browser.find("dialog", "Everything is deleted").await?;
    // A browser that is still taking a version in unregisters its service worker when it has done so.
    let nothing = "
        const left = Array.from(document.querySelectorAll('.remains li'), (one) => one.textContent);
        const says = document.querySelector('dialog').textContent;
        return left.length === 0 ? says.includes('no database, no cache')
            : left.length === 1 && left[0].includes('service worker');
    ";
    browser.until("nothing is left", nothing, vec![]).await?;
    let there = browser.js(THERE, vec![]).await?;
    ensure!(there == json!([]), "the browser has {there}");
    ensure!(!said(browser).await?, "the page shows nothing of it");
    let behind = "return document.querySelector('main').textContent.includes('Everything is deleted')
        && !document.body.textContent.includes('Opening')";
    ensure!(browser.js(behind, vec![]).await? == json!(true), "nothing is on its way");

    if let Some(second) = second {
        browser.switch_to_window(second).await?;
        browser.gone("article", "Secret").await?;
        ensure!(!said(browser).await?, "another tab shows nothing of it");
        ensure!(browser.js(THERE, vec![]).await? == json!([]), "and makes nothing anew");
        browser.close_window().await?;
        browser.switch_to_window(first).await?;
    }
    browser.click("button", "Begin anew").await?;
    browser.find("heading", "Begin with some articles").await?;
    ensure!(browser.all("link", Some("Secret")).await?.is_empty(), "it is gone for good");
    Ok(())
}

async fn said(browser: &Browser) -> Result<bool> {
    let words =
        "return ['Secret', 'Ada', 'My project'].some((word) => document.body.textContent.includes(word))";
    Ok(browser.js(words, vec![]).await? == json!(true))
}

/// After two hundred acts the page offers a file; with it there is quiet, also after a reload.
pub(crate) async fn much_work_is_offered_as_a_file(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::give_name(browser).await?;
    browser.js("document.querySelector('article').focus()", vec![]).await?;
    for _ in 0..10 {
        browser.press(&["Control+z", "Control+Shift+z"].repeat(10)).await?;
    }
    browser.find("region", "Backup").await?;
    let folders = browser.all("button", Some("Choose a backup folder …")).await?.len();
    ensure!(
        folders == usize::from(browser.engine() == Engine::Chromium),
        "a folder is offered where there are any"
    );
    browser.click("button", "Save as a file").await?;
    browser.downloaded(".json").await?;
    browser.gone("region", "Backup").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ben", "Person").await?;
    steps::saved(browser).await?;
    ensure!(browser.all("region", Some("Backup")).await?.is_empty(), "what is in the file is in the file");
    Ok(())
}
