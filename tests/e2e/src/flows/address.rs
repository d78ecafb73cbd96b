//! The address names what is shown.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

/// The browser's Back and Forward go through what was shown, and a page that is loaded again shows it again.
pub(crate) async fn leads_back_and_again(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "One", "Ada met Ben in Rome.").await?;
    steps::paste(browser, "Two", "Cyd stayed at home.").await?;
    steps::read(browser, "One").await?;
    steps::mark(browser, "Rome", "Place").await?;
    steps::read(browser, "Two").await?;
    browser.click("link", "Statistics").await?;
    browser.find("heading", "Statistics").await?;
    browser.comes_to("the address", "location.hash", &json!("#statistics")).await?;
    let focus = "document.activeElement.localName + ' ' + document.activeElement.textContent";
    browser.comes_to("the heading has the focus", focus, &json!("h1 Statistics")).await?;
    browser.click("link", "Schema").await?;
    browser.comes_to("the next one's", focus, &json!("h1 Schema")).await?;
    browser.js("history.back()", vec![]).await?;
    browser.comes_to("by Back", focus, &json!("h1 Statistics")).await?;
    browser.js("history.forward()", vec![]).await?;
    browser.comes_to("by Forward", focus, &json!("h1 Schema")).await?;
    browser.js("history.back()", vec![]).await?;
    browser.find("heading", "Statistics").await?;

    let back = "history.back()";
    browser.js(back, vec![]).await?;
    browser.reads("Two").await?;
    browser.comes_to("the article has it", "document.activeElement.ariaLabel", &json!("Two")).await?;
    browser.js(back, vec![]).await?;
    browser.reads("One").await?;
    browser.marks_are(&[(15, 19, "Rome")]).await?;
    browser.js("history.forward()", vec![]).await?;
    browser.reads("Two").await?;
    browser.js(back, vec![]).await?;
    browser.reads("One").await?;

    // Back closes a dialog, as on a telephone, and goes nowhere.
    browser.press(&["Control+k"]).await?;
    browser.find("dialog", "Commands").await?;
    browser.js(back, vec![]).await?;
    browser.gone("dialog", "Commands").await?;
    browser.reads("One").await?;

    steps::saved(browser).await?;
    browser.reload().await?;
    browser.reads("One").await?;
    browser.marks_are(&[(15, 19, "Rome")]).await?;

    // What is not there any more is not gone to.
    browser.js("location.hash = '#article/no-such'", vec![]).await?;
    browser
        .comes_to(
            "the address is put right",
            "location.hash.startsWith('#article/') && location.hash !== '#article/no-such'",
            &json!(true),
        )
        .await?;
    browser.reads("One").await
}
