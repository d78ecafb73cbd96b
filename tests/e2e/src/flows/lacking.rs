//! What this browser does not do here: over plain http, and in what may be a private window. Neither can be had in a
//! test, so the page is shown what it would see there.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

const PLAIN: &str = "Object.defineProperty(window, 'isSecureContext', { value: false });";
const FORGETFUL: &str = "if (navigator.storage) {
    for (const [name, answer] of [['persist', false], ['persisted', false]]) {
        StorageManager.prototype[name] = async () => answer;
    }
    StorageManager.prototype.getDirectory = async () => { throw new DOMException('', 'SecurityError'); };
}";

/// Makes the page see both. Before it is opened.
pub(crate) async fn pretend(browser: &Browser) -> Result<()> {
    let script = [PLAIN, FORGETFUL].concat();
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
}

/// Each is said where it matters, put away by the person, and stays away.
pub(crate) async fn says_what_it_does_not_do(browser: &mut Browser) -> Result<()> {
    pretend(browser).await?;
    browser.open().await?;
    browser.find("region", "Plain http").await?;
    browser.find("heading", "Begin with some articles").await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    browser.find("region", "What this browser keeps").await?;
    steps::saved(browser).await?;
    browser.click("button", "Save as a file").await?;
    browser.downloaded(".json").await?;
    for region in ["Plain http", "What this browser keeps"] {
        let put_away = "return [...document.querySelectorAll('section')]
            .find((section) => section.ariaLabel === arguments[0]).querySelector('[aria-label=\"Put this away\"]').click()";
        browser.js(put_away, vec![region.into()]).await?;
        browser.gone("region", region).await?;
    }
    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;
    for region in ["Plain http", "What this browser keeps"] {
        browser.gone("region", region).await?;
    }
    Ok(())
}
