//! What stands in two articles: shown in the margin and the panel, gone to, and its marks taken over. And what is told
//! again in other words: the claim is suggested.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

const PASSAGE: &str =
    "The harbour office said on Thursday that 224 boats are still held at Brenhaven and asked for help.";
const CHANGED: &str = "The harbour office said on Thursday that 229 boats are still held at Brenhaven, and asked for help at once.";
const FIRST: &str = "Boats held";
const SECOND: &str = "Boats still held";

/// What is offered: its quote, and whether it is ticked.
const OFFERED: &str = "Array.from(document.querySelectorAll('dialog .hit'),
    (row) => [row.querySelector('strong').textContent, row.querySelector('input').checked])";
/// What is suggested below the box, and why.
const SUGGESTED: &str =
    "Array.from(document.querySelector('.refers-suggested')?.children ?? [], (part) => folded(textOf(part)))";
/// Whether the text of the article is what its text nodes say, and no button is in it.
const ALONE: &str = "document.querySelectorAll('article button').length";

/// A passage of two articles: its marks are offered, taken in one act, and taken back; one goes to the other place.
pub(crate) async fn are_found_and_their_marks_taken(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(FIRST, &format!("Boats held\n{PASSAGE}")).await?;
    steps::mark(browser, "Brenhaven", "Place").await?;
    steps::give_name(browser).await?;
    steps::mark(browser, "224 boats", "Quantity").await?;
    browser.paste(SECOND, &format!("Another head\n{CHANGED}")).await?;

    browser.click("button", "Stands also elsewhere (1)").await?;
    browser.hears("Stands in 1 other place").await?;
    browser.comes_to("the margin is no part of the article", ALONE, &json!(0)).await?;
    browser.click("button", "Offer its 2 marks …").await?;
    browser.find("dialog", "Marks of the other passage").await?;
    let offered = json!([["229 boats", false], ["Brenhaven", true]]);
    browser.comes_to("both are offered, and what reads the same is ticked", OFFERED, &offered).await?;
    browser.click("button", "Take over 1 mark").await?;
    browser.hears("1 mark taken over, with their links").await?;
    browser.rows_are(&[("Place", "Brenhaven")]).await?;
    browser.press(&["Control+z"]).await?;
    browser.rows_are(&[]).await?;

    // By keys: the section's button, the passage, the place.
    browser.click("button", "Go there").await?;
    browser.reads(FIRST).await?;
    browser.click("button", "Go there").await?;
    browser.reads(SECOND).await?;
    browser.click("button", "Show beside").await?;
    browser.reads(FIRST).await?;
    let both = "Array.from(document.querySelectorAll('article'), (each) => each.getAttribute('aria-label'))";
    browser.comes_to("they stand side by side", both, &json!([SECOND, FIRST])).await
}

/// A statement of another article is suggested the claim that the first tells, and the key takes it.
pub(crate) async fn claims_are_suggested(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(FIRST, PASSAGE).await?;
    steps::mark(browser, "224 boats are still held at Brenhaven", "Claim").await?;
    steps::give_name(browser).await?;
    browser.click("combobox", "Claim").await?;
    browser.type_text("Boats are held at Brenhaven").await?;
    browser.click("option", "Create “Boats are held at Brenhaven”").await?;
    browser.hears("Created Boats are held at Brenhaven").await?;
    browser.paste(SECOND, "Some boats are held at Brenhaven, it is said.").await?;
    steps::mark(browser, "Some boats are held at Brenhaven", "Claim").await?;
    let suggested = json!(["Boats are held at Brenhaven", "3 words in common"]);
    browser.comes_to("it is suggested, with the reason", SUGGESTED, &suggested).await?;
    browser.click_row("Some boats are held at Brenhaven", None).await?;
    browser.press(&["="]).await?;
    browser.hears("Linked to Boats are held at Brenhaven. Every statement tells a claim").await
}
