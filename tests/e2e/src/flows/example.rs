//! The example project that comes with Postil.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, offline, projects, steps};
use crate::support::{Browser, Host};

const NAME: &str = "Example: the Tarrow Dam";
const REPORTS: [&str; 5] = [
    "Tarrow reservoir lowered after leak",
    "خفض منسوب سد تارو بعد تسرّب",
    "Air Waduk Tarrow diturunkan",
    "На плотине Тарроу обнаружили течь",
    "Tarrow Dam leak may be larger",
];
/// Of the Arabic one.
const MARKS: [&str; 12] = [
    "كيلمورا",
    "خفض منسوب المياه في خزان سد تارو",
    "سد تارو",
    "داريا سوكولان",
    "هيئة مياه كيلمورا",
    "نحو 40 لترًا في الثانية",
    "السد مستقر، ولا حاجة إلى إخلاء أي منزل",
    "اقرأ أيضًا: مواعيد العبّارات في عطلة الصيف",
    "تارو هيدرو",
    "ونفى",
    "يوسف تالميري",
    "إعلان",
];

async fn asked_for(browser: &Browser) -> Result<()> {
    browser.click("button", "Example project").await
}

/// From the empty start one click opens it, without a question and with nothing to undo; it is saved; from another empty
/// project, and pressed before the app is there, it opens as a copy.
pub(crate) async fn opens_with_one_click(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    asked_for(browser).await?;
    browser.find("button", NAME).await?;
    incoming::articles_are(browser, &REPORTS).await?;
    let dialogs = browser.all("dialog", None).await?;
    ensure!(dialogs.is_empty(), "it opens without a question");
    let undo = browser.find("button", "Undo").await?;
    ensure!(!undo.is_enabled().await?, "there is nothing to undo");
    steps::read(browser, REPORTS[1]).await?;
    browser.comes_to("the marks are listed", "rows().map((row) => row[1])", &json!(MARKS)).await?;
    let drawn: Vec<String> = browser.marked().await?.into_iter().map(|(_, quote)| quote).collect();
    ensure!(drawn.len() == MARKS.len(), "all are drawn: {drawn:?}");
    browser.reload().await?;
    browser.find("button", NAME).await?;
    incoming::articles_are(browser, &REPORTS).await?;

    projects::switch(browser, NAME, "My project").await?;
    browser.find("heading", "Begin with some articles").await?;
    browser.reload_and_hold().await?;
    asked_for(browser).await?;
    browser.status("“Example project” opens in a moment").await?;
    browser.release().await?;
    browser.find("button", &format!("{NAME} (copy)")).await?;
    incoming::articles_are(browser, &REPORTS).await
}

/// Where it cannot be fetched that is said, and the next time it opens.
pub(crate) async fn says_that_it_cannot_be_fetched(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser
        .js(
            "window.kept = fetch;
            window.fetch = (address) => `${address}`.endsWith('example.json')
                ? Promise.reject(new TypeError('gone')) : window.kept(address)",
            vec![],
        )
        .await?;
    asked_for(browser).await?;
    let said = "return document.querySelector('aside[aria-label=Message]')?.textContent.includes('could not be fetched') ?? false";
    browser.until("the message says so", said, vec![]).await?;
    browser.js("window.fetch = window.kept", vec![]).await?;
    asked_for(browser).await?;
    browser.find("button", NAME).await?;
    incoming::articles_are(browser, &REPORTS).await
}

/// After one visit it opens without the server.
pub(crate) async fn opens_without_a_server(browser: &mut Browser) -> Result<()> {
    if !offline::kept(browser).await? {
        return Ok(());
    }
    browser.proxy().host(Host::Gone);
    browser.open().await?;
    asked_for(browser).await?;
    browser.find("button", NAME).await?;
    incoming::articles_are(browser, &REPORTS).await
}
