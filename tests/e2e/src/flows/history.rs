//! The screen History: going back as a step, and forgetting what was done.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::Browser;

/// Rows of the list, newest first: act and object.
const ROWS: &str = "return Array.from(document.querySelectorAll('.history-body .history-what'),
    (cell) => Array.from(cell.children, (part) => part.textContent).filter(Boolean).join(' | '))";

/// A person goes back to before the last mark, takes that back, and forgets the history; all of it stays so.
pub(crate) async fn goes_back_and_is_forgotten(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::mark(browser, "Ben", "Person").await?;
    steps::paste(browser, "Second", "Nothing happened in Oslo.").await?;
    steps::read(browser, "Second").await?;
    steps::mark(browser, "Oslo", "Place").await?;
    browser.click("link", "History").await?;
    browser.find("table", "What was done").await?;
    let all =
        ["Mark | Place “Oslo”", "Add articles", "Mark | Person “Ben”", "Mark | Person “Ada”", "Add articles"];
    rows(browser, &all).await?;
    browser.fill("Article", "second").await?;
    rows(browser, &all[..2]).await?;
    browser.fill("Article", "s").await?;
    rows(browser, &all).await?;

    // To right after Ada was marked: the fourth row.
    let buttons = "document.querySelectorAll('.history-body button')[2].click()";
    browser.js(buttons, vec![]).await?;
    browser.until("it is a step of its own", &format!("{ROWS}.length === 6"), vec![]).await?;
    browser.gone("link", "Second").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;
    browser.click("button", "Undo").await?;
    browser.find("link", "Second").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben")]).await?;
    steps::read(browser, "Second").await?;
    browser.rows_are(&[("Place", "Oslo")]).await?;

    browser.click("link", "History").await?;
    browser.click("button", "Forget the history …").await?;
    browser.find("dialog", "Forget the history?").await?;
    let says = "return /7 acts go from this browser, which frees [\\d.]+ k?B/.test(document.querySelector('dialog').textContent)";
    browser.until("it says how much room it takes", says, vec![]).await?;
    browser.click("button", "Forget it").await?;
    rows(browser, &[]).await?;
    ensure!(!browser.find("button", "Undo").await?.is_enabled().await?, "nothing is left to undo");
    browser.reload().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben")]).await?;
    ensure!(!browser.find("button", "Undo").await?.is_enabled().await?, "not after a reload either");
    let warnings = browser.js("return document.querySelectorAll('.warning').length", vec![]).await?;
    ensure!(warnings == json!(0), "nothing is called missing");
    steps::mark(browser, "Rome", "Place").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben"), ("Place", "Rome")]).await
}

async fn rows(browser: &Browser, expected: &[&str]) -> Result<()> {
    let script = format!("return JSON.stringify((() => {{ {ROWS} }})()) === arguments[0]");
    browser
        .until(&format!("{expected:?} is listed"), &script, vec![json!(serde_json::to_string(expected)?)])
        .await
}
