//! The list of annotations: filtered, and several changed in one act.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::common::keys::Key;

use crate::support::Browser;

const TITLE: &str = "Harvest";
const TEXT: &str = "Anna met Boris at Calder. Dora wrote to Emil from Fenwick. Greta stayed.";
const MARKS: [(&str, &str, &str); 7] = [
    ("Anna", "1", "Person"),
    ("Boris", "1", "Person"),
    ("Calder", "3", "Place"),
    ("Dora", "1", "Person"),
    ("Emil", "1", "Person"),
    ("Fenwick", "3", "Place"),
    ("Greta", "1", "Person"),
];

/// An article with seven marks.
async fn begin(browser: &Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    for (n, (word, key, _)) in MARKS.into_iter().enumerate() {
        browser.choose_word(word).await?;
        browser.press(&[key]).await?;
        browser.comes_to(word, "rows().length", &json!(n + 1)).await?;
    }
    let rows: Vec<_> = MARKS.iter().map(|&(word, _, label)| (label, word)).collect();
    browser.rows_are(&rows).await
}

/// Presses a button of the filter; the bar of labels has buttons of the same names.
async fn show_only(browser: &Browser, name: &str) -> Result<()> {
    let script = "return Array.from(document.querySelectorAll('[aria-label=\"Show only\"] button'))
        .find((button) => button.textContent.trim() === arguments[0]) ?? null";
    let chip = browser.execute(script, vec![json!(name)]).await?.element();
    Ok(chip.with_context(|| format!("no chip {name}"))?.click().await?)
}

async fn quotes_are(browser: &Browser, expected: &[&str]) -> Result<()> {
    browser.comes_to("quotes of the list", "rows().map((row) => row[1])", &json!(expected)).await
}

/// By text, by label, by what is unsure; the keys of the list.
pub(crate) async fn is_filtered(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    // Letters in a field never mark, whatever is selected.
    browser.choose_word("wrote").await?;
    browser.fill("Filter annotations", "an").await?;
    quotes_are(browser, &["Anna"]).await?;
    browser.fill("Filter annotations", "c1").await?;
    quotes_are(browser, &[]).await?;
    browser.fill("Filter annotations", "e").await?;
    quotes_are(browser, &["Calder", "Emil", "Fenwick", "Greta"]).await?;
    browser.click("button", "Filter by label").await?;
    show_only(browser, "Place").await?;
    quotes_are(browser, &["Calder", "Fenwick"]).await?;
    show_only(browser, "Show all").await?;
    browser.comes_to("all", "rows().length", &json!(7)).await?;

    browser.click_row("Boris", None).await?;
    browser.press(&["Shift+!"]).await?;
    browser.hears("Unsure: Person “Boris”").await?;
    browser.press(&["ArrowDown"]).await?;
    browser.selected_are(&["Calder"]).await?;
    browser.press(&["ArrowDown", "ArrowUp", "ArrowDown"]).await?;
    browser.selected_are(&["Dora"]).await?;
    browser.press(&["Shift+!"]).await?;
    browser.hears("Unsure: Person “Dora”").await?;
    show_only(browser, "Unsure only").await?;
    quotes_are(browser, &["Boris", "Dora"]).await?;
    // All that is shown, and no more.
    browser.click_row("Boris", None).await?;
    browser.press(&["Control+a"]).await?;
    browser.selected_are(&["Boris", "Dora"]).await?;
    browser.press(&["2"]).await?;
    browser.rows_are(&[("Organisation", "Boris"), ("Organisation", "Dora")]).await?;
    show_only(browser, "Show all").await?;
    browser.comes_to("all", "rows().map((row) => row[0][0]).join('')", &json!("POPOPPP")).await
}

/// Ctrl and Shift select several; relabelled, noted and deleted in one act each.
pub(crate) async fn changes_several_at_once(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    browser.click_row("Anna", None).await?;
    // What is selected takes its room beside the list, whose rows move.
    browser.selected_are(&["Anna"]).await?;
    browser.click_row("Dora", Some(Key::Shift)).await?;
    browser.selected_are(&["Anna", "Boris", "Calder", "Dora"]).await?;
    browser.click_row("Calder", Some(Key::Control)).await?;
    browser.selected_are(&["Anna", "Boris", "Dora"]).await?;
    let drawn = "Array.from(article().querySelectorAll('.selected'), (each) => each.textContent)";
    browser.comes_to("the article shows them", drawn, &json!(["Anna", "Boris", "Dora"])).await?;

    browser.choose("Label", "Event").await?;
    let labels = "rows().map((row) => row[0][0]).join('')";
    browser.comes_to("relabelled", labels, &json!("EEPEPPP")).await?;
    browser.fill("Note", "Ask again").await?;
    browser.press(&["Control+Enter"]).await?;
    browser.hears("Note: 3 annotations").await?;
    browser.click_row("Greta", None).await?;
    browser.fill("Filter annotations", "ask").await?;
    quotes_are(browser, &["Anna", "Boris", "Dora"]).await?;
    browser.fill("Filter annotations", "r").await?;
    quotes_are(browser, &["Boris", "Calder", "Dora", "Greta"]).await?;

    browser.click_row("Calder", None).await?;
    browser.selected_are(&["Calder"]).await?;
    browser.click_row("Greta", Some(Key::Shift)).await?;
    browser.selected_are(&["Calder", "Dora", "Greta"]).await?;
    browser.press(&["Delete"]).await?;
    browser.hears("Deleted 3 annotations").await?;
    quotes_are(browser, &["Boris"]).await?;
    browser.press(&["Control+z"]).await?;
    quotes_are(browser, &["Boris", "Calder", "Dora", "Greta"]).await?;
    browser.press(&["Control+z", "Control+z"]).await?;
    browser.fill("Filter annotations", " ").await?;
    browser.comes_to("as it was", labels, &json!("PPPPPPP")).await
}
