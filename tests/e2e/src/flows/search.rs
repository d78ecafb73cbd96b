//! Words in all articles: found, opened in their place, and marked after a look at the list.

use anyhow::{Result, ensure};
use serde_json::json;

use super::library::WIDER;
use super::steps;
use crate::support::Browser;

async fn rows_are(browser: &Browser, rows: usize) -> Result<()> {
    let script = "return document.querySelectorAll('#search-results > li').length === arguments[0]";
    browser.until(&format!("there are {rows} rows"), script, vec![json!(rows)]).await
}

/// By keys alone: there, to a hit, marked, and back to where it was.
pub(crate) async fn finds_in_all_articles_by_key(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    steps::paste(browser, "First", "Müller met Bogdanov. Ms Muller said no.").await?;
    steps::paste(browser, "Second", "Nobody was there.").await?;
    steps::paste(browser, "Third", "التقى أحمد. MULLER agreed.").await?;
    steps::read(browser, "Second").await?;
    browser.press(&["Control+Shift+f"]).await?;
    browser.find("textbox", "Search all articles").await?;
    let there = "return document.activeElement?.id === arguments[0]";
    browser.until("the field has the focus", there, vec![json!("search-words")]).await?;
    browser.type_text("muller").await?;
    browser.hears("3 hits in 2 articles").await?;
    rows_are(browser, 5).await?;
    browser.press(&["Enter"]).await?;
    browser.find("article", "First").await?;
    browser.press(&["1"]).await?;
    browser.rows_are(&[("Person", "Müller")]).await?;
    browser.press(&["F3"]).await?;
    browser.press(&["1"]).await?;
    browser.rows_are(&[("Person", "Müller"), ("Person", "Muller")]).await?;
    browser.press(&["Control+Shift+f"]).await?;
    browser.until("it goes on from the hit", there, vec![json!("search-results-1")]).await?;
    rows_are(browser, 5).await?;
    // Out of it: the first time the words go.
    browser.tab_to("input", "Search all articles", true).await?;
    browser.press(&["Escape"]).await?;
    rows_are(browser, 0).await?;
    browser.press(&["Escape"]).await?;
    browser.reads("First").await
}

/// By mouse: what was left out is not marked; one undo takes all of it back.
pub(crate) async fn marks_in_all_articles(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Müller met Bogdanov. Ms Muller said no.").await?;
    steps::paste(browser, "Third", "MULLER agreed.").await?;
    browser.click("link", "Search").await?;
    browser.fill("Search all articles", "muller").await?;
    rows_are(browser, 5).await?;
    browser.click("checkbox", "Mark Muller").await?;
    browser.click("button", "Mark 2").await?;
    let done = "const button = document.querySelector('.search-mark button');
        const marked = Array.from(document.querySelectorAll('.result-there'), (there) => there.textContent);
        return button.disabled && button.textContent === 'Mark 0' && JSON.stringify(marked) === JSON.stringify(arguments[0])";
    let marked = json!(["marked already", "marked already"]);
    browser.until("nothing is left to mark", done, vec![marked]).await?;
    let wide = browser.js(WIDER, vec![json!(".search")]).await?;
    ensure!(wide == false, "nothing is to be scrolled sideways");
    browser.click("link", "Library").await?;
    let count = "return document.querySelector('.library-title .hint').textContent.includes(arguments[0])";
    browser.until("two are marked", count, vec![json!("2 annotations")]).await?;
    browser.click("link", "Search").await?;
    let context = "return document.querySelector('#search-results-2')?.textContent ?? ''";
    let context = browser.js(context, vec![]).await?;
    ensure!(context == "Müller met Bogdanov. Ms Muller said no.", "the context is {context}");
    browser.js("document.querySelector('#search-results-4').click()", vec![]).await?;
    browser.find("article", "Third").await?;
    browser.rows_are(&[("Person", "MULLER")]).await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&[]).await?;
    steps::read(browser, "Third").await?;
    browser.rows_are(&[]).await
}
