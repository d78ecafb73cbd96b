//! A corrected article: another text in the place of the one it has, with its annotations.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

const OLD: &str =
    "Ana Wibowo met Budi in Semarang. The harbour of Jakrta was closed. Nobody was hurt in Bogor.";
const NEW: &str = "On Monday Ana Wibowo met Budi in Semarang. The harbour of Jakarta was closed.";
const LATER: &str = "Ralat: Ana Wibowo met Budi in Semarang. The harbour of Jakarta is open again.";

/// Rows of the list before and after.
const BEFORE: [(&str, &str); 4] =
    [("Person", "Budi"), ("Place", "Semarang"), ("Place", "Jakrta"), ("Place", "Bogor")];
const AFTER: [(&str, &str); 3] = [("Person", "Budi"), ("Place", "Semarang"), ("Place", "Jakarta")];

/// The first paragraph of the article.
async fn begins(browser: &Browser, with: &str) -> Result<()> {
    let script = "return document.querySelector('article').textContent.startsWith(arguments[0])";
    browser.until(&format!("the article begins with “{with}”"), script, vec![json!(with)]).await
}

/// A file of an article that is there with another text is taken as its new version, beside one that is an article of its
/// own.
pub(crate) async fn begins_in_the_preview_of_files(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let old = incoming::file(browser, "Harbour.txt", OLD)?;
    steps::add(browser, &[&old]).await?;
    steps::read(browser, "Harbour").await?;
    steps::mark(browser, "Budi", "Person").await?;
    let new = incoming::file(browser, "Harbour.txt", NEW)?;
    let other = incoming::file(browser, "Bridge.txt", "The bridge is open.")?;
    browser.add_files(&[&new, &other]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.standings() == ["other text", "new"], "{preview:?}");
    browser.click("checkbox", "As a new version").await?;
    let says = "document.querySelector('dialog .lead').textContent";
    let expected =
        "1 of 2 articles will be added. Compared with the text that is there, as a new version: 1 article.";
    browser.comes_to("what will be done", says, &json!(expected)).await?;
    incoming::go_on(browser).await?;
    browser.find("dialog", "New version of the text").await?;
    ensure!(incoming::field(browser, "Text").await? == NEW, "the text of the file is there");
    browser.click("button", "Compare").await?;
    browser.find("button", "Take the new text").await?;
    browser.tab_to("button", "Take the new text", false).await?;
    browser.press(&["Enter"]).await?;
    browser.gone("dialog", "New version of the text").await?;
    incoming::articles_are(browser, &["Harbour", "Bridge"]).await?;
    steps::read(browser, "Harbour").await?;
    begins(browser, "On Monday Ana").await?;
    browser.rows_are(&[("Person", "Budi")]).await
}

/// By key: the text is typed in place of the old one, what changed is shown, one annotation is placed and one deleted;
/// the new text is there after a reload, and one undo brings everything back. Then a file, by mouse, from the details.
pub(crate) async fn takes_its_annotations_along(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    steps::paste(browser, "Harbour", OLD).await?;
    steps::read(browser, "Harbour").await?;
    for (label, quote) in BEFORE {
        steps::mark(browser, quote, label).await?;
    }
    browser.press(&["Control+k"]).await?;
    browser.find("dialog", "Commands").await?;
    browser.type_text("new version").await?;
    browser.find("option", "New version of the text").await?;
    browser.press(&["Enter"]).await?;
    browser.find("dialog", "New version of the text").await?;
    ensure!(incoming::field(browser, "Text").await? == OLD, "the text is there, to be corrected");
    browser.click("button", "Compare").await?;
    browser.hears("nothing to take over").await?;

    browser.fill("Text", NEW).await?;
    browser.tab_to("button", "Compare", false).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("2 annotations in text that did not change; 2 annotations to decide").await?;
    let changed = "return Array.from(document.querySelectorAll('dialog del, dialog ins'), (part) => part.lastChild.textContent)";
    let changed = browser.js(changed, vec![]).await?;
    ensure!(changed == json!(["On Monday ", "Jakrta", "Jakarta", " Nobody was hurt in Bogor."]), "{changed}");
    let take = browser.find("button", "Take the new text").await?;
    ensure!(!take.is_enabled().await?, "not before all is decided");
    browser.tab_to("input", "Place it on “Jakarta”", false).await?;
    browser.press(&["Space"]).await?;
    browser.hears("1 still to decide").await?;
    // Other words are looked for as one types; the field keeps the focus, and nothing is chosen by leaving it.
    browser.press(&["Tab"]).await?;
    browser.type_text("Semarang").await?;
    browser.hears("1 hit").await?;
    let typed = browser.js("return document.activeElement.value", vec![]).await?;
    ensure!(typed == json!("Semarang"), "the field keeps the focus: {typed}");
    // The next group of choices begins with its only one.
    browser.press(&["Tab"]).await?;
    browser.press(&["Space"]).await?;
    browser.hears("0 still to decide").await?;
    browser.tab_to("button", "Take the new text", false).await?;
    browser.press(&["Enter"]).await?;
    browser.gone("dialog", "New version of the text").await?;
    browser.hears("kept: 3 annotations, deleted: 1 annotation").await?;
    browser.rows_are(&AFTER).await?;
    begins(browser, "On Monday Ana").await?;
    browser.marks_are(&[(25, 29, "Budi"), (33, 41, "Semarang"), (58, 65, "Jakarta")]).await?;

    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "Harbour").await?;
    browser.rows_are(&AFTER).await?;
    browser.click("button", "Undo").await?;
    begins(browser, "Ana Wibowo").await?;
    browser.rows_are(&BEFORE).await?;
    steps::mark(browser, "Ana Wibowo", "Person").await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&BEFORE).await?;

    let file = incoming::file(browser, "Harbour.txt", LATER)?;
    incoming::details(browser, "Harbour").await?;
    browser.click("button", "New version of the text …").await?;
    browser.find("button", "Choose a file …").await?;
    browser.add_files(&[&file]).await?;
    browser
        .until(
            "the file is in the field",
            "return document.getElementById('correct-text')?.value === arguments[0]",
            vec![json!(LATER)],
        )
        .await?;
    browser.click("button", "Compare").await?;
    browser.find("button", "Place the rest as offered first, as unsure").await?;
    // By keys: WebKit's driver scrolls the page to what it clicks, and not what lies over it.
    browser.tab_to("button", "Place the rest as offered first, as unsure", false).await?;
    browser.press(&["Enter"]).await?;
    browser.tab_to("button", "Delete the rest", false).await?;
    browser.press(&["Enter"]).await?;
    browser.tab_to("button", "Take the new text", false).await?;
    browser.press(&["Enter"]).await?;
    browser.gone("dialog", "New version of the text").await?;
    steps::read(browser, "Harbour").await?;
    begins(browser, "Ralat: Ana").await?;
    browser.rows_are(&AFTER).await?;
    browser.click("link", "History").await?;
    browser.find("table", "What was done").await?;
    browser.check_sealed().await
}
