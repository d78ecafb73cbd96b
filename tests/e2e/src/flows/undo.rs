//! Taking back, doing again, coming back; and who did it.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::common::keys::Key;

use crate::support::Browser;

const FIRST: (&str, &str) = ("Quarry", "Ilse Brandt runs the quarry near Dunmoor with Piet Aalders.");
const SECOND: (&str, &str) = ("Canal", "The canal at Lowen froze, said Jonah Reyes.");

/// Each act in one step, over a reload, bulk acts and whole articles included, down to nothing and up again.
pub(crate) async fn takes_back_everything_and_does_it_again(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(FIRST.0, FIRST.1).await?;
    browser.drag_over("Ilse Brandt").await?;
    browser.press(&["1"]).await?;
    browser.drag_over("Piet Aalders").await?;
    browser.press(&["1"]).await?;
    browser.drag_over("Dunmoor").await?;
    browser.press(&["3"]).await?;
    browser.rows_are(&[("Person", "Ilse Brandt"), ("Place", "Dunmoor"), ("Person", "Piet Aalders")]).await?;

    browser.click_row("Ilse Brandt", None).await?;
    browser.click_row("Piet Aalders", Some(Key::Control)).await?;
    browser.choose("Label", "Organisation").await?;
    browser
        .rows_are(&[("Organisation", "Ilse Brandt"), ("Place", "Dunmoor"), ("Organisation", "Piet Aalders")])
        .await?;

    browser.paste(SECOND.0, SECOND.1).await?;
    browser.drag_over("Jonah Reyes").await?;
    browser.press(&["1"]).await?;
    browser.rows_are(&[("Person", "Jonah Reyes")]).await?;
    browser.click("link", "Library").await?;
    browser.click("checkbox", &format!("Choose {}", SECOND.0)).await?;
    browser.click("button", "Remove").await?;
    browser.hears("Removed 1 article with 1 annotation").await?;
    browser.gone("link", SECOND.0).await?;
    // What was done: two articles, four marks, one bulk relabel, one removal.
    let acts = 8;

    browser.status("Saved").await?;
    browser.reload().await?;
    browser
        .until("the project is open", "return document.querySelector('.opening') === null", vec![])
        .await?;
    browser.ask("listen()", vec![]).await?;
    browser.find("button", "Undo").await?;
    browser.press(&["Control+z"]).await?;
    browser.find("link", SECOND.0).await?;
    browser.find("columnheader", "Title").await.context("undo stays where the person is")?;
    browser.open_article(SECOND.0).await?;
    browser.rows_are(&[("Person", "Jonah Reyes")]).await?;
    browser.press(&["Control+z"]).await?;
    browser.rows_are(&[]).await?;
    browser.press(&["Control+z"]).await?;
    browser.gone("link", SECOND.0).await?;
    browser.open_article(FIRST.0).await?;
    browser.press(&["Control+z"]).await?;
    browser.rows_are(&[("Person", "Ilse Brandt"), ("Place", "Dunmoor"), ("Person", "Piet Aalders")]).await?;
    for _ in 0..acts - 4 {
        browser.press(&["Control+z"]).await?;
    }
    browser.find("heading", "Begin with some articles").await?;
    let enabled = "byRole('button', 'Undo').map((button) => button.disabled)";
    browser.comes_to("nothing is left to undo", enabled, &json!([true])).await?;
    browser.press(&["Control+z"]).await?;
    browser.hears("Nothing to undo").await?;

    for _ in 0..4 {
        browser.press(&["Control+Shift+z"]).await?;
    }
    browser.open_article(FIRST.0).await?;
    browser.rows_are(&[("Person", "Ilse Brandt"), ("Place", "Dunmoor"), ("Person", "Piet Aalders")]).await?;
    browser.status("Saved").await?;
    browser.reload().await?;
    browser
        .until("the project is open", "return document.querySelector('.opening') === null", vec![])
        .await?;
    browser.ask("listen()", vec![]).await?;
    for _ in 0..4 {
        browser.press(&["Control+y"]).await?;
    }
    browser.gone("link", SECOND.0).await?;
    let redo = "byRole('button', 'Redo').map((button) => button.disabled)";
    browser.comes_to("nothing is left to redo", redo, &json!([true])).await?;
    browser.open_article(FIRST.0).await?;
    browser
        .rows_are(&[("Organisation", "Ilse Brandt"), ("Place", "Dunmoor"), ("Organisation", "Piet Aalders")])
        .await?;
    browser.marks_are(&[(0, 11, "Ilse Brandt"), (33, 40, "Dunmoor"), (46, 58, "Piet Aalders")]).await
}

/// The name is asked once, kept, can be changed, and stands with what was marked.
pub(crate) async fn asks_once_who_is_there(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.find("region", "Who is annotating?").await?;
    browser.paste(FIRST.0, FIRST.1).await?;
    // Marking works without an answer.
    browser.drag_over("Dunmoor").await?;
    browser.press(&["3"]).await?;
    browser.rows_are(&[("Place", "Dunmoor")]).await?;
    browser.fill("Name", "Noor").await?;
    browser.click("button", "Keep").await?;
    browser.gone("region", "Who is annotating?").await?;
    browser.drag_over("Ilse Brandt").await?;
    browser.press(&["1"]).await?;
    browser.inspects(&["Ilse Brandt"]).await?;
    let by = "byRole('region', 'Annotation')[0].innerText.includes('Noor')";
    browser.comes_to("the mark carries the name", by, &json!(true)).await?;

    browser.status("Saved").await?;
    browser.reload().await?;
    browser.find("button", "Noor").await?;
    let asked = browser.all("region", Some("Who is annotating?")).await?;
    ensure!(asked.is_empty(), "the name is not asked twice");
    browser.open_article(FIRST.0).await?;
    browser.click_row("Ilse Brandt", None).await?;
    browser.comes_to("the mark carries the name", by, &json!(true)).await?;

    browser.click("button", "Noor").await?;
    browser.find("dialog", "Who is annotating?").await?;
    browser.fill("Name", "Noor Haas").await?;
    browser.click("button", "Keep").await?;
    browser.find("button", "Noor Haas").await?;
    Ok(())
}
