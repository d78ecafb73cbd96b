//! A walk through the app behind the proxy. What it does matters less than that nothing it touches asks
//! for anything of another origin or breaks the policy: that is checked after every flow, here too.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::{Browser, fixtures};

const TITLE: &str = "A pasted note";
const TEXT: &str =
    "Maria Zakharova spoke in Moscow on Friday.\n\nNobody answered. 👩‍👩‍👧 <b>Nothing</b> is bold.";

/// Pasting, adding files, reading, marking, undoing, exporting, coming back.
pub(crate) async fn walks_through_the_app(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, TITLE, TEXT).await?;
    let files = [fixtures::article(fixtures::ENGLISH)?, fixtures::article(fixtures::ARABIC)?];
    steps::add(browser, &files.each_ref().map(|file| file.as_path())).await?;

    steps::read(browser, TITLE).await?;
    ensure!(browser.article_lines().await?.concat().contains("<b>Nothing</b>"), "markup stays text");
    steps::mark(browser, "Maria Zakharova", "Person").await?;
    steps::give_name(browser).await?;
    steps::mark(browser, "Moscow", "Place").await?;
    browser.click("button", "Undo").await?;
    let one = "return document.querySelectorAll('article mark, article [data-annotations]').length";
    browser.until("one mark is left", &format!("{one} > 0"), vec![]).await?;
    // The header follows a frame behind the article.
    let redo = "return Array.from(document.querySelectorAll('.header button'))
                    .some((button) => button.getAttribute('aria-label')?.startsWith('Redo') && !button.disabled)";
    browser.until("there is something to do again", redo, vec![]).await?;
    browser.click("button", "Redo").await?;
    browser.click("button", "Keyboard").await?;
    browser.find("dialog", "Keyboard").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Keyboard").await?;
    // The room of long lists is set as a property of the element, which the policy allows; an attribute it would not.
    let room = "return document.querySelector('.article-list').style.getPropertyValue('--rows-after')";
    ensure!(browser.js(room, vec![]).await? == json!("0"), "the list has its room");
    for screen in ["Search", "Schema", "Statistics", "History", "Settings"] {
        browser.click("link", screen).await?;
        browser.find("heading", screen).await?;
    }
    steps::saved(browser).await?;

    let project = steps::export(browser).await?;
    ensure!(project["format"] == "postil-project", "the file says what it is");
    let quotes: Vec<_> = project["annotations"]
        .as_array()
        .context("the file has annotations")?
        .iter()
        .map(|annotation| annotation["fragments"][0]["quote"].clone())
        .collect();
    for quote in ["Maria Zakharova", "Moscow"] {
        ensure!(quotes.contains(&json!(quote)), "{quote} is in the file: {quotes:?}");
    }

    browser.reload().await?;
    steps::read(browser, fixtures::ARABIC).await?;
    steps::read(browser, TITLE).await?;
    browser.until("the marks are there again", &format!("{one} > 1"), vec![]).await?;
    Ok(())
}
