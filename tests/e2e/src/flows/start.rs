//! The page starts under the strict policy and stays sealed.

use anyhow::{Result, ensure};

use crate::support::Browser;

/// The app starts, from a path that is not the root, and asks for nothing of another origin. That
/// nothing broke the policy is checked after every flow.
pub(crate) async fn starts_and_stays_sealed(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    ensure!(browser.title().await?.contains("Postil"), "the title names the app");
    browser.reload().await?;
    let own = browser.proxy().record().own.clone();
    ensure!(
        own.iter().any(|address| address.ends_with("_bg.wasm")),
        "the wasm came through the proxy: {own:?}"
    );
    Ok(())
}

/// Before the wasm is there, and where scripts are off, the page says what it is.
pub(crate) async fn shows_a_start_page_without_the_app(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let source = browser
        .js("return fetch('./').then((answer) => answer.text())", vec![])
        .await?
        .as_str()
        .unwrap_or_default()
        .to_owned();
    for part in ["id=\"start\"", "<noscript>", "Nothing leaves this machine"] {
        ensure!(source.contains(part), "the page without its app has {part}");
    }
    Ok(())
}
