//! Hints: at their moment, one at a time, never in the way, gone when put away, and not there for who wants none.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::Browser;

const TEXT: &str = "Ada met Ben in Rome on Monday.";

async fn hint(browser: &Browser, words: &str) -> Result<()> {
    browser.find("region", "Hint").await?;
    let shown = "const hints = document.querySelectorAll('.hint-strip');
        return hints.length === 1 && hints[0].textContent.includes(arguments[0])";
    browser.until(&format!("the hint “{words}”"), shown, vec![words.into()]).await
}

/// Where the first line of the article stands, and what has the focus.
async fn place(browser: &Browser) -> Result<serde_json::Value> {
    let script = "const line = document.querySelector('article [data-start]').getBoundingClientRect();
        return [line.top, line.left, document.activeElement?.closest('article') !== null]";
    browser.js(script, vec![]).await
}

/// How to mark, before anybody is asked for a name; then, that it can be taken back. The text stays where it is, and so
/// does the focus. What was put away does not come again.
pub(crate) async fn come_one_by_one_and_each_once(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", TEXT).await?;
    steps::read(browser, "First").await?;
    hint(browser, "or its key: 1 for Person").await?;
    ensure!(browser.all("textbox", Some("Name")).await?.is_empty(), "one thing at a time");
    let heard = "return [...document.querySelectorAll('[aria-live]')]
        .some((region) => region.textContent.includes('or its key: 1 for Person'))";
    browser.until("it is said", heard, vec![]).await?;
    let before = place(browser).await?;
    steps::mark(browser, "Ada", "Person").await?;
    browser.gone("region", "Hint").await?;
    steps::give_name(browser).await?;
    hint(browser, "Ctrl+Z takes back anything").await?;
    let after = place(browser).await?;
    ensure!(before[0] == after[0] && before[1] == after[1], "the text stays: {before}, {after}");
    browser.click("button", "Understood").await?;
    browser.gone("region", "Hint").await?;
    ensure!(place(browser).await?[2] == json!(true), "the focus is in the article");
    steps::mark(browser, "Ada met Ben", "Claim").await?;
    hint(browser, "Several marks lie here").await?;
    browser.click("link", "Schema").await?;
    hint(browser, "Labels, their keys").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    browser.click("link", "Schema").await?;
    browser.find("heading", "Schema").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Rome", "Place").await?;
    ensure!(browser.all("region", Some("Hint")).await?.is_empty(), "each comes once");
    Ok(())
}

/// In the settings they are switched off, and shown all once more.
pub(crate) async fn are_switched_off(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", TEXT).await?;
    steps::read(browser, "First").await?;
    browser.find("region", "Hint").await?;
    browser.click("link", "Settings").await?;
    browser.click("checkbox", "Do not show hints").await?;
    steps::read(browser, "First").await?;
    browser.find("textbox", "Name").await?;
    ensure!(browser.all("region", Some("Hint")).await?.is_empty(), "none is wanted");
    browser.click("link", "Settings").await?;
    browser.click("checkbox", "Do not show hints").await?;
    steps::read(browser, "First").await?;
    hint(browser, "Select words").await?;
    browser.click("button", "Understood").await?;
    browser.click("link", "Settings").await?;
    browser.click("button", "Show all hints again").await?;
    steps::read(browser, "First").await?;
    hint(browser, "Select words").await
}
