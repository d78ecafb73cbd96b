//! The page starts under the strict policy and stays sealed; and the harness would see it if not.

use anyhow::{Result, ensure};
use serde_json::json;

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

/// The harness is no blind eye: a foreign request, a broken policy and an uncaught error are all seen.
pub(crate) async fn harness_sees_what_it_must_refuse(browser: &mut Browser) -> Result<()> {
    browser.expect_trouble();
    browser.open().await?;
    ensure!(browser.reports().is_empty(), "nothing is reported yet: {:?}", browser.reports());

    let inline = "const script = document.createElement('script');
                  try { script.textContent = 'window.broken = true'; document.head.append(script); } catch {}
                  const style = document.createElement('div');
                  style.setAttribute('style', 'color: red');
                  fetch('http://postil.invalid/connect').catch(() => {});
                  window.dispatchEvent(new ErrorEvent('error', { message: 'made by the test' }));
                  return window.broken === true;";
    ensure!(browser.js(inline, vec![]).await? == json!(false), "an inline script must not run");
    let seen = "return ['trusted-types', 'style-src', 'connect-src', 'made by the test']
                    .every((part) => window.__probe.some((line) => line.includes(part)))";
    browser.until("the probe sees all of it", seen, vec![]).await?;

    // A navigation is no business of the policy: only the proxy stops it.
    let away = "location.href = 'http://postil.invalid/away'";
    let _ = browser.js(away, vec![]).await;
    for _ in 0..100 {
        if browser.proxy().record().refused.iter().any(|line| line.contains("postil.invalid/away")) {
            let reports = browser.reports();
            ensure!(
                reports.iter().any(|line| line.contains("connect-src")),
                "reports reach the proxy: {reports:?}"
            );
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("the proxy refused {:?}", browser.proxy().record().refused)
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
