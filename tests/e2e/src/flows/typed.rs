//! What is typed and not taken yet is not called saved, and not lost; the keys go on where the pointer was used in between.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::Browser;

const TEXT: &str = "Ines Kolb sold plums to Jonas Weil in Bern.";
const NOTE: &str = "byRole('textbox', 'Note').map((note) => note.value)[0]";

/// An article with two marks, the first one selected.
async fn marked(browser: &Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste("Orchard", TEXT).await?;
    steps::mark(browser, "Jonas Weil", "Person").await?;
    steps::mark(browser, "Ines Kolb", "Person").await?;
    browser.click_text("Ines").await?;
    browser.selected_are(&["Ines Kolb"]).await
}

/// A note is typed and the browser goes back at once, and on; then another and the page is left.
pub(crate) async fn is_kept_when_the_page_is_left(browser: &mut Browser) -> Result<()> {
    marked(browser).await?;
    steps::saved(browser).await?;
    steps::to_the_note(browser).await?;
    browser.type_text("Fruit").await?;
    // Where typing rested before it could be asked, it is taken.
    let law = "!document.activeElement.hasAttribute('data-typed') || byRole('status').some(({ textContent }) => textContent.includes('Saving'))";
    ensure!(browser.ask(law, vec![]).await? == json!(true), "what is typed is not called saved");
    browser.js("history.back()", vec![]).await?;
    browser.find("heading", "My project").await?;
    browser.js("history.forward()", vec![]).await?;
    browser.reads("Orchard").await?;
    browser.click_text("Ines").await?;
    browser.comes_to("the note is there", NOTE, &json!("Fruit")).await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    browser.reads("Orchard").await?;
    browser.click_text("Ines").await?;
    browser.comes_to("and was saved", NOTE, &json!("Fruit")).await?;

    // The page asks before it is left with something typed; by then it is taken.
    steps::to_the_note(browser).await?;
    browser.press(&["Control+End"]).await?;
    browser.type_text(" seller").await?;
    let asks = "
        const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented;
    ";
    ensure!(browser.js(asks, vec![]).await? == json!(true), "the browser asks before the page is left");
    steps::saved(browser).await?;
    ensure!(browser.js(asks, vec![]).await? == json!(false), "nothing is typed any more");
    let project = steps::export(browser).await?;
    ensure!(project["annotations"].to_string().contains("Fruit seller"), "{}", project["annotations"]);

    // What is typed and taken back, and what a button takes, leave nothing behind.
    browser.click_text("Ines").await?;
    steps::to_the_note(browser).await?;
    browser.press(&["Control+End"]).await?;
    browser.type_text("s").await?;
    browser.press(&["Backspace"]).await?;
    browser.click("link", "Schema").await?;
    steps::saved(browser).await?;
    browser.fill("New label", "Fruit").await?;
    browser.click("button", "Add label").await?;
    steps::saved(browser).await?;
    ensure!(browser.js(asks, vec![]).await? == json!(false), "nothing is typed any more");
    Ok(())
}

/// Behind a click in region Annotation, a dialog and the find bar the next key does what it does in the article.
pub(crate) async fn keys_go_on_behind_the_pointer(browser: &mut Browser) -> Result<()> {
    marked(browser).await?;
    browser.click("button", "Unsure").await?;
    browser.hears("Unsure: Person").await?;
    let reads = "document.activeElement?.closest('[data-zone=article]') !== null";
    browser.comes_to("the focus is back in the article", reads, &json!(true)).await?;
    browser.press(&["]"]).await?;
    browser.selected_are(&["Jonas Weil"]).await?;

    browser.press(&["/"]).await?;
    browser.find("textbox", "Find in the article").await?;
    browser.type_text("plums").await?;
    browser.click("button", "Mark all …").await?;
    browser.find("dialog", "Mark all hits").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Mark all hits").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("textbox", "Find in the article").await?;

    // Where nothing has the focus the article's keys hold.
    browser.js("document.activeElement?.blur()", vec![]).await?;
    browser.press(&["["]).await?;
    browser.selected_are(&["Ines Kolb"]).await?;

    // Signs are keys on every screen, also beside a button.
    browser.click("link", "Library").await?;
    browser.find("heading", "My project").await?;
    browser.tab_to("button", "Help", false).await?;
    browser.press(&["?"]).await?;
    browser.find("dialog", "Keyboard").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Keyboard").await
}
