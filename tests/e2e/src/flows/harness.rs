//! The harness itself: what the flows rely on is looked at by flows of its own, because a test that
//! cannot fail shows nothing.

use anyhow::{Result, bail, ensure};
use serde_json::json;

use crate::support::Browser;

/// A foreign request, a broken policy and an uncaught error are all seen.
pub(crate) async fn sees_what_it_must_refuse(browser: &mut Browser) -> Result<()> {
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
    let _ = browser.js("location.href = 'http://postil.invalid/away'", vec![]).await;
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
    bail!("the proxy refused {:?}", browser.proxy().record().refused)
}

/// The profile outlives a browser that is killed with its process tree, and the killed one is really
/// gone: else a test of lost work would prove nothing.
pub(crate) async fn kills_the_browser_and_keeps_its_profile(browser: &mut Browser) -> Result<()> {
    const DATABASE: &str = "const opened = new Promise((done, fail) => {
            const request = indexedDB.open('harness', 1);
            request.onupgradeneeded = () => request.result.createObjectStore('kept');
            request.onsuccess = () => done(request.result);
            request.onerror = () => fail(request.error);
        });";
    browser.open().await?;
    let write = "return opened.then((database) => new Promise((done) => {
            const write = database.transaction('kept', 'readwrite', { durability: 'strict' });
            write.objectStore('kept').put('before', 'word');
            write.oncomplete = () => { window.alive = true; done(true); };
        }));";
    browser.js(&format!("{DATABASE} {write}"), vec![]).await?;
    browser.kill_and_restart().await?;
    browser.open().await?;
    let read = "return opened.then((database) => new Promise((done) => {
            const read = database.transaction('kept').objectStore('kept').get('word');
            read.onsuccess = () => done([read.result ?? null, window.alive ?? null]);
        }));";
    let found = browser.js(&format!("{DATABASE} {read}"), vec![]).await?;
    ensure!(found == json!(["before", null]), "found {found}");
    Ok(())
}
