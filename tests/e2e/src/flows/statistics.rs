//! Counts of the project, as plots, as tables and as files.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::Browser;

/// What was marked is counted; the plot, the table and both files say the same.
pub(crate) async fn counts_and_saves(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First, and \"last\"", "Ana met Budi in Semarang.").await?;
    browser.click("link", "Statistics").await?;
    let nothing =
        "return document.querySelector('.statistics')?.textContent.includes('no annotations yet') === true";
    browser.until("it says that there is nothing yet", nothing, vec![]).await?;
    steps::read(browser, "First, and \"last\"").await?;
    steps::mark(browser, "Ana", "Person").await?;
    steps::mark(browser, "Budi", "Person").await?;
    steps::mark(browser, "Semarang", "Place").await?;
    steps::give_name(browser).await?;
    browser.click("link", "Statistics").await?;
    browser.find("heading", "Annotations by label").await?;
    let row = "const table = document.querySelector(`article[aria-label=${JSON.stringify(arguments[0])}] table`);
        return Array.from(table.rows, (row) => Array.from(row.cells, (cell) => cell.textContent)).find((row) => row[0] === arguments[1]) ?? null";
    let labels = browser.js(row, vec![json!("Annotations by label"), json!("Person")]).await?;
    ensure!(labels == json!(["Person", "2", "66.66", "1", "3", "0"]), "the table says {labels}");
    let people = browser.js(row, vec![json!("Annotations by person"), json!(steps::PERSON)]).await?;
    ensure!(people == json!([steps::PERSON, "3", "100.00"]), "the table says {people}");
    let drawn = "return Array.from(document.querySelectorAll('article[aria-label=\"Annotations by label\"] svg text'), (text) => text.textContent)";
    ensure!(browser.js(drawn, vec![]).await? == json!(["Person", "2", "Place", "1"]), "and so does the plot");
    // What is said lies over what stands below.
    browser.click("button", "Close the message").await?;
    browser.click("button", "Save as CSV: Annotations by article").await?;
    let (_, csv) = browser.downloaded("Annotations by article.csv").await?;
    let csv = String::from_utf8(csv)?;
    ensure!(csv.contains("\r\n\"First, and \"\"last\"\"\",3,25,"), "the file has {csv:?}");
    browser.click("button", "Close the message").await?;
    browser.click("button", "Save as SVG: Annotations by label").await?;
    let (_, svg) = browser.downloaded("Annotations by label.svg").await?;
    let svg = String::from_utf8(svg)?;
    let bars = svg.matches("<rect class=\"bar\"").count();
    ensure!(svg.starts_with("<?xml") && bars == 2, "the file is a picture: {svg}");
    Ok(())
}
