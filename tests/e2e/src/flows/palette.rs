//! Everything by its name, from one field.

use anyhow::{Context, Result};

use super::steps;
use crate::support::Browser;

async fn open(browser: &Browser) -> Result<()> {
    browser.press(&["Control+k"]).await?;
    browser.find("dialog", "Commands").await?;
    Ok(())
}

/// Commands, labels and articles by a few letters of their name and Enter; the arrows and the pointer choose, too.
pub(crate) async fn does_what_is_named(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::paste(browser, "Second", "Cem met Dee in Oslo.").await?;
    steps::read(browser, "First").await?;
    browser.choose_word("Ada").await?;
    open(browser).await?;
    browser.type_text("pers").await?;
    browser.press(&["Enter"]).await?;
    browser.gone("dialog", "Commands").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;

    open(browser).await?;
    browser.type_text("second").await?;
    browser.press(&["Enter"]).await?;
    browser.reads("Second").await?;

    // From the last to the first and on: past the end comes the beginning.
    open(browser).await?;
    browser.type_text("previous article").await?;
    let chosen = "return document.querySelector('[role=option][aria-selected=true]')?.textContent.startsWith(arguments[0]) ?? false";
    browser.until("the first is chosen", chosen, vec!["Previous article<".into()]).await?;
    browser.press(&["ArrowUp"]).await?;
    browser.until("the last is chosen", chosen, vec!["Previous article in work".into()]).await?;
    browser.press(&["ArrowDown"]).await?;
    browser.until("the first is chosen again", chosen, vec!["Previous article<".into()]).await?;
    browser.press(&["Enter"]).await?;
    browser.reads("First").await?;

    open(browser).await?;
    browser.until("what was done last is first", chosen, vec!["Previous article".into()]).await?;
    browser.type_text("undo").await?;
    browser.click("option", "Undo").await?;
    browser.gone("dialog", "Commands").await?;
    browser.rows_are(&[]).await?;
    steps::saved(browser).await?;

    browser.reload().await?;
    steps::read(browser, "First").await?;
    open(browser).await?;
    browser.until("it is known still what was done last", chosen, vec!["Undo".into()]).await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Commands").await?;

    // What writes nothing works while text is typed, too.
    browser.press(&["/"]).await?;
    browser.type_text("Ada").await?;
    open(browser).await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Commands").await?;
    browser.press(&["Control+s"]).await?;
    browser.find("dialog", "Export").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Export").await?;
    // What writes is left to the field, and the browser, which need not know the key there, does with it what it does.
    let watch = "const seen = document.documentElement.dataset;
        addEventListener('keydown', (event) => { seen.last = `${event.key} ${event.defaultPrevented}`; });";
    browser.js(watch, vec![]).await?;
    browser.press(&["Control+z"]).await?;
    let left = "return document.documentElement.dataset.last === 'z false'";
    browser.until("undoing is left to the field", left, vec![]).await?;
    browser.press(&["Escape"]).await?;
    browser.find("link", "Second").await.context("nothing of the project was undone")?;
    browser.reads("First").await
}
