//! Finding words in an article, by keyboard and by mouse, and marking where they stand.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::Browser;

const TEXT: &str =
    "Müller met Bogdanov. Ms Muller said no.\n\nالتقى أحمد وأَحمد. MULLER agreed.\n\nМарзук и МАРЗУК.";

/// Waits until these words, in order, are highlighted as what is looked for, where the browser can do that.
async fn lit(browser: &Browser, words: &[&str]) -> Result<()> {
    let lit =
        "window.CSS?.highlights ? Array.from(CSS.highlights.get('postil-hits') ?? [], String) : arguments[0]";
    let lit = lit.replace("arguments[0]", &json!(words).to_string());
    browser.comes_to("what is highlighted", &lit, &json!(words)).await
}

/// By keys alone: `/`, words without case or accents, Enter from hit to hit, a label's key.
pub(crate) async fn goes_through_the_hits_by_key(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    steps::paste(browser, "Note", TEXT).await?;
    steps::read(browser, "Note").await?;
    browser.press(&["/"]).await?;
    browser.find("textbox", "Find in the article").await?;
    browser.type_text("muller").await?;
    browser.hears("3 hits").await?;
    lit(browser, &["Müller", "Muller", "MULLER"]).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("1 of 3").await?;
    browser.press(&["1"]).await?;
    browser.rows_are(&[("Person", "Müller")]).await?;
    // The text was drawn again around the mark.
    lit(browser, &["Müller", "Muller", "MULLER"]).await?;
    browser.press(&["Enter"]).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("3 of 3").await?;
    browser.press(&["2"]).await?;
    browser.rows_are(&[("Person", "Müller"), ("Organisation", "MULLER")]).await?;
    // With the bar still open: what is typed takes the place of the words.
    browser.press(&["/"]).await?;
    browser.type_text("agreed").await?;
    browser.hears("1 hit").await?;
    lit(browser, &["agreed"]).await?;
    browser.press(&["Escape"]).await?;
    browser.gone("textbox", "Find in the article").await?;
    lit(browser, &[]).await?;
    // What was found is selected.
    browser.press(&["3"]).await?;
    browser.rows_are(&[("Person", "Müller"), ("Organisation", "MULLER"), ("Place", "agreed")]).await?;
    browser.press(&["["]).await?;
    // The article has the focus again: its keys work.
    browser.press(&["["]).await?;
    browser.selected_are(&["Müller"]).await
}

/// By mouse: all of them after a look at the list, in one undo; other scripts too.
pub(crate) async fn marks_all_hits(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Note", TEXT).await?;
    steps::read(browser, "Note").await?;
    browser.click("button", "Find").await?;
    for (words, hits) in [("марзук", 2), ("احمد", 2), ("nobody", 0)] {
        browser.fill("Find in the article", words).await?;
        let count = "return document.querySelector('.find-count').textContent.startsWith(arguments[0])";
        let says = if hits == 0 { "Not found".to_owned() } else { format!("{hits} hits") };
        browser.until(&format!("{words}: {says}"), count, vec![says.into()]).await?;
    }
    ensure!(!browser.find("button", "Mark all …").await?.is_enabled().await?, "there is nothing to mark");
    browser.fill("Find in the article", "muller").await?;
    browser.click("button", "Mark all …").await?;
    browser.find("dialog", "Mark all hits").await?;
    let boxes = "return document.querySelectorAll('dialog input[type=checkbox]').length";
    ensure!(browser.js(boxes, vec![]).await? == 3, "each is listed");
    browser.js("document.querySelectorAll('dialog input[type=checkbox]')[1].click()", vec![]).await?;
    browser.click("button", "Mark 2").await?;
    browser.gone("dialog", "Mark all hits").await?;
    browser.rows_are(&[("Person", "Müller"), ("Person", "MULLER")]).await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&[]).await?;
    browser.click("button", "Close the search").await?;
    browser.gone("textbox", "Find in the article").await
}
