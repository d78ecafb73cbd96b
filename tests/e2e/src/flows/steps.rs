//! What many flows begin with: articles added, a name given, words marked. Each step waits for what a
//! person would wait for, and fails with what was missing.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::support::Browser;

/// The name that the flows give when they are asked who annotates.
pub(crate) const PERSON: &str = "Ada Example";

/// Pastes an article and waits until it is in the list.
pub(crate) async fn paste(browser: &Browser, title: &str, text: &str) -> Result<()> {
    browser.click("button", "Paste text").await?;
    browser.find("dialog", "Paste text").await?;
    browser.fill("Title", title).await?;
    browser.fill("Text", text).await?;
    browser.click("button", "Add").await?;
    added(browser, title).await
}

/// Adds files and waits until the last is in the list under its title.
pub(crate) async fn add(browser: &Browser, files: &[&Path]) -> Result<()> {
    browser.add_files(files).await?;
    let last = files.last().and_then(|file| file.file_stem()).context("there is a file")?;
    added(browser, &last.to_string_lossy()).await
}

/// Goes through the preview, if there is one, and waits for the article's link.
pub(crate) async fn added(browser: &Browser, title: &str) -> Result<()> {
    for _ in 0..200 {
        if !browser.all("link", Some(title)).await?.is_empty() {
            return browser.gone("dialog", "Add articles").await;
        }
        if !browser.all("dialog", Some("Add articles")).await?.is_empty() {
            for button in browser.all("button", Some("Add")).await? {
                if button.is_enabled().await? {
                    // It may be gone by now: then the article is there.
                    let _ = button.click().await;
                }
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("no link “{title}” in the list of articles")
}

/// Opens an article by its link and waits for its text.
pub(crate) async fn read(browser: &Browser, title: &str) -> Result<()> {
    browser.click("link", title).await?;
    let shown = "const article = document.querySelector('article');
                 return article !== null && article.querySelector('[data-start]') !== null";
    browser.until(&format!("the text of “{title}” is shown"), shown, vec![]).await?;
    browser.find("article", title).await?;
    Ok(())
}

/// Answers the question for the person's name, which comes after the first annotation.
pub(crate) async fn give_name(browser: &Browser) -> Result<()> {
    browser.fill("Name", PERSON).await?;
    browser.click("button", "Keep").await?;
    browser.gone("textbox", "Name").await?;
    // The button that changes it says who it is.
    browser.find("button", PERSON).await?;
    Ok(())
}

/// Drags over the first occurrence of a quote, marks it by the label's button, and waits until one more
/// annotation is drawn.
pub(crate) async fn mark(browser: &Browser, quote: &str, label: &str) -> Result<()> {
    let before = browser.marked().await?.len();
    browser.drag_over(quote).await?;
    browser.click("button", label).await?;
    let drawn = "return new Set(Array.from(document.querySelectorAll('article [data-annotations]'),
                     (segment) => segment.dataset.annotations.split(' ')).flat().filter(Boolean)).size > arguments[0]";
    browser.until(&format!("“{quote}” is marked as {label}"), drawn, vec![json!(before)]).await?;
    Ok(())
}

/// Goes to the note of the selected annotation by its key. The page is made first: what is typed before that would be
/// keys of the article.
pub(crate) async fn to_the_note(browser: &Browser) -> Result<()> {
    browser.press(&["n"]).await?;
    let focused = "return document.activeElement?.id === 'annotation-note'";
    browser.until("the focus is in the note", focused, vec![]).await
}

/// Waits until everything is in the browser's database.
pub(crate) async fn saved(browser: &Browser) -> Result<()> {
    browser.status("Saved").await
}

/// Saves the project through the dialog and gives what the file holds.
pub(crate) async fn export(browser: &Browser) -> Result<serde_json::Value> {
    browser.click("button", "Export").await?;
    browser.find("dialog", "Export").await?;
    browser.find("combobox", "Format").await?;
    browser.click("button", "Download").await?;
    let (path, bytes) = browser.downloaded(".json").await?;
    ensure!(bytes.ends_with(b"}\n") || bytes.ends_with(b"}"), "{} is whole", path.display());
    serde_json::from_slice(&bytes).context("the file is JSON")
}
