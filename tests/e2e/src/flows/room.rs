//! The text has its room, however narrow the window is.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

/// The sidebar waits behind its button before the text gets narrow, Escape puts it away again, and another article
/// begins at its head.
pub(crate) async fn is_kept_for_the_text(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    for title in ["First", "Second"] {
        let text = (1..=40).map(|n| format!("{title}, paragraph {n}.")).collect::<Vec<_>>().join("\n\n");
        steps::paste(browser, title, &text).await?;
    }
    steps::read(browser, "First").await?;
    let open = "return document.querySelector('.sidebar').getBoundingClientRect().left === 0";
    for width in [820, 1030] {
        size(browser, width).await?;
        let wide = "return document.querySelector('article').getBoundingClientRect().width >= 432";
        browser.until("the article has its 27 rem", wide, vec![]).await?;
        browser.click("button", "Menu").await?;
        browser.until("the drawer is open", open, vec![]).await?;
        browser.press(&["Escape"]).await?;
        let closed = "return getComputedStyle(document.querySelector('.sidebar')).visibility === 'hidden'";
        browser.until("the drawer is away", closed, vec![]).await?;
    }
    browser.js("document.querySelector('.reader').scrollTop = 700", vec![]).await?;
    browser.click("button", "Menu").await?;
    browser.until("the drawer is at rest", open, vec![]).await?;
    steps::read(browser, "Second").await?;
    let head = "return document.querySelector('.reader').scrollTop === 0";
    browser.until("another article begins at its head", head, vec![]).await
}

async fn size(browser: &Browser, width: u32) -> Result<()> {
    let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
    Ok(())
}
