//! While the browser's database is slow, or refuses.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{incoming, projects, steps};
use crate::support::Browser;

const STUCK: &str = include_str!("unsaved.js");

/// From now on the database is `slow` or `full`, or as it should be.
pub(super) async fn stuck(browser: &Browser, how: &str) -> Result<()> {
    let script =
        format!("if (window.stuck === undefined) {{ {STUCK} }} window.stuck = arguments[0]; return true");
    browser.js(&script, vec![json!(how)]).await?;
    Ok(())
}

/// Whether the browser would ask before the page closes.
async fn asks(browser: &Browser) -> Result<bool> {
    let leave = "const event = new Event('beforeunload', { cancelable: true });
                 window.dispatchEvent(event);
                 return event.defaultPrevented";
    Ok(browser.js(leave, vec![]).await? == true)
}

/// Saving and Not saved are seen while they last; what is not saved is saved as a file by one button, the page does not
/// close on it unasked, and another project does not take its place before the person was told.
pub(crate) async fn says_so_and_lets_nobody_lose_it(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.find("button", "My project").await?;
    projects::new(browser, "My project", "Other").await?;
    projects::switch(browser, "Other", "My project").await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::read(browser, "First").await?;
    steps::saved(browser).await?;
    ensure!(!asks(browser).await?, "all is saved, so nothing is asked");

    stuck(browser, "slow").await?;
    steps::mark(browser, "Ada", "Person").await?;
    browser.status("Saving").await?;
    ensure!(asks(browser).await?, "what is on its way would go with the page");
    stuck(browser, "").await?;
    steps::saved(browser).await?;

    stuck(browser, "full").await?;
    steps::mark(browser, "Ben", "Person").await?;
    browser.status("Not saved").await?;
    ensure!(asks(browser).await?, "the page does not close on what is not saved");
    browser.click("button", "Save as a file").await?;
    let (path, bytes) = browser.downloaded(".json").await?;
    let file: Value =
        serde_json::from_slice(&bytes).with_context(|| format!("{} is JSON", path.display()))?;
    let marks = file["annotations"].as_array().map_or(0, Vec::len);
    ensure!(marks == 2, "the file holds what is not saved: {marks} annotations");

    projects::refused(browser, "My project", "Other", "“My project” stays open").await?;
    browser.click("button", "Close").await?;
    browser.gone("dialog", "Projects").await?;
    browser.find("button", "My project").await?;
    ensure!(browser.marked().await?.len() == 2, "nothing went away");
    stuck(browser, "").await?;
    steps::saved(browser).await?;
    ensure!(!asks(browser).await?, "it was tried again and is saved");
    projects::switch(browser, "My project", "Other").await?;

    // Who was told may leave all the same.
    steps::paste(browser, "Second", "Cem was here.").await?;
    steps::saved(browser).await?;
    stuck(browser, "full").await?;
    steps::paste(browser, "Third", "Dee was here.").await?;
    browser.status("Not saved").await?;
    projects::refused(browser, "Other", "My project", "“Other” stays open").await?;
    projects::choose(browser, "My project").await?;
    browser.gone("dialog", "Projects").await?;
    browser.find("button", "My project").await?;
    incoming::articles_are(browser, &["First"]).await?;
    steps::read(browser, "First").await?;
    ensure!(browser.marked().await?.len() == 2, "what was saved is there");
    stuck(browser, "").await
}
