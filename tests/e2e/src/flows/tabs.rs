//! Two tabs of one project: one works, the other reads along, and they change places.

use anyhow::{Context, Result, ensure};

use super::steps;
use crate::support::Browser;

const WORK_HERE: &str = "Work here";

/// What one does the other shows; what the reader tries comes to nothing, until it takes over.
pub(crate) async fn one_works_and_the_other_reads_along(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome on Monday.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;

    let first = browser.window().await?;
    let second = browser.new_tab().await?;
    browser.switch_to_window(second.clone()).await?;
    browser.open().await?;
    browser.find("region", "Reading along").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;

    // The reader changes nothing, and says why.
    browser.drag_over("Rome").await?;
    browser.click("button", "Place").await?;
    said(browser, "another tab works in this project").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;

    // What is done in the first tab comes to the second.
    browser.switch_to_window(first.clone()).await?;
    ensure!(browser.all("button", Some(WORK_HERE)).await?.is_empty(), "the first tab works");
    steps::mark(browser, "Ben", "Person").await?;
    steps::saved(browser).await?;
    browser.switch_to_window(second.clone()).await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben")]).await?;

    // The second takes over where it is, and the first reads along: what is typed there arrives.
    browser.switch_to_window(first.clone()).await?;
    browser.click_text("Ben").await?;
    steps::to_the_note(browser).await?;
    browser.type_text("who?").await?;
    browser.switch_to_window(second.clone()).await?;
    browser.click("button", WORK_HERE).await?;
    browser.gone("region", "Reading along").await?;
    steps::mark(browser, "Rome", "Place").await?;
    steps::saved(browser).await?;
    browser.switch_to_window(first.clone()).await?;
    browser.find("region", "Reading along").await?;
    let all = [("Person", "Ada"), ("Person", "Ben"), ("Place", "Rome")];
    browser.rows_are(&all).await?;
    browser.click_text("Monday").await?;
    let false_alarm = "return document.querySelector('.toasts').textContent.includes('Nothing was changed')";
    ensure!(browser.js(false_alarm, vec![]).await? == false, "the note arrived");
    browser.click_text("Ben").await?;
    let note = "byRole('textbox', 'Note').map((note) => note.value)[0]";
    browser.comes_to("the note is there", note, &serde_json::json!("who?")).await?;
    ensure!(!browser.find("button", "Undo").await?.is_enabled().await?, "a reader takes nothing back");

    // And back again; undo knows what the other tab did.
    browser.click("button", WORK_HERE).await?;
    browser.gone("region", "Reading along").await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&all[..2]).await?;
    steps::saved(browser).await?;
    browser.switch_to_window(second.clone()).await?;
    browser.rows_are(&all[..2]).await?;

    // A tab that is closed stands in nobody's way.
    browser.switch_to_window(first.clone()).await?;
    browser.close_window().await?;
    browser.switch_to_window(second).await?;
    let told = "return document.querySelector('.along')?.textContent.includes('is closed') === true";
    browser.until("the reader is told", told, vec![]).await?;
    browser.reload().await?;
    steps::read(browser, "First").await.context("after the first tab was closed")?;
    ensure!(browser.all("button", Some(WORK_HERE)).await?.is_empty(), "nobody else works in it");
    steps::mark(browser, "Monday", "Event").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben"), ("Event", "Monday")]).await
}

/// Where there are no locks, as on plain http, tabs ask each other who works.
pub(crate) async fn ask_each_other_without_locks(browser: &mut Browser) -> Result<()> {
    without_locks(browser).await?;
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome on Monday.").await?;
    steps::saved(browser).await?;
    let first = browser.window().await?;
    let second = browser.new_tab().await?;
    browser.switch_to_window(second.clone()).await?;
    without_locks(browser).await?;
    browser.open().await?;
    browser.click("button", WORK_HERE).await?;
    browser.gone("region", "Reading along").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;
    browser.switch_to_window(first).await?;
    browser.find("region", "Reading along").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;
    browser.close_window().await?;
    browser.switch_to_window(second).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ben", "Person").await
}

async fn without_locks(browser: &Browser) -> Result<()> {
    let script = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })";
    browser
        .cdp("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": script }))
        .await
        .map(|_| ())
}

/// Waits until the live region says something with these words.
async fn said(browser: &Browser, words: &str) -> Result<()> {
    let heard = "return Array.from(document.querySelectorAll('[aria-live]'))
                     .some((region) => region.textContent.includes(arguments[0]))";
    browser.until(&format!("“{words}” is said"), heard, vec![words.into()]).await
}
