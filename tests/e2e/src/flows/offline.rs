//! Without a network, and when a new version is put online. Of a release only: a development build keeps nothing.
//!
//! The page is opened again by its address: the driver of Firefox loads past the service worker when it is told to
//! load again, as Ctrl+Shift+R does.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::{Browser, Host};

/// Waits until the site is kept in this browser; `false` for a development build.
pub(super) async fn kept(browser: &Browser) -> Result<bool> {
    browser.open().await?;
    if browser
        .js("return !document.querySelector('script[type=module]').src.includes('build=')", vec![])
        .await?
        == true
    {
        return Ok(false);
    }
    browser.until("the site is kept", "return !!navigator.serviceWorker?.controller", vec![]).await?;
    Ok(true)
}

/// After one visit the whole main job is done without the server, the worker's part too.
pub(crate) async fn the_main_job_without_a_server(browser: &mut Browser) -> Result<()> {
    if !kept(browser).await? {
        return Ok(());
    }
    browser.proxy().host(Host::Gone);
    browser.open().await?;
    let file = incoming::file(browser, "First.txt", "Ada met Ben in Rome.")?;
    browser.add_files(&[&file]).await?;
    incoming::go_on(browser).await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;
    browser.open().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;

    // Another file of the site is itself, not the page.
    browser.goto(format!("{}icon.svg", browser.site())).await?;
    ensure!(
        browser.js("return document.documentElement.tagName", vec![]).await? == "svg",
        "the sign is shown"
    );
    browser.open().await
}

/// Which build the page is of.
const BUILD: &str =
    "return new URL(document.querySelector('script[type=module]').src).searchParams.get('build')";
const OFFERED: &str = "return !document.getElementById('update').hidden";

/// A new version waits until the person says so; what was done is there in it.
pub(crate) async fn a_new_version_waits(browser: &mut Browser) -> Result<()> {
    if !kept(browser).await? {
        return Ok(());
    }
    let old = browser.js(BUILD, vec![]).await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::saved(browser).await?;

    // Browsers may say again that the version which is in use took over.
    let again = "navigator.serviceWorker.dispatchEvent(new Event('controllerchange')); return true";
    browser.js(again, vec![]).await?;
    ensure!(browser.js(OFFERED, vec![]).await? == false, "the version that is in use is not offered");

    // Half of a new version is online: it is not taken.
    browser.proxy().host(Host::HalfNew);
    browser.open().await?;
    let caches = "return caches.keys().then((names) => names.length)";
    let refused = "return navigator.serviceWorker.getRegistration()
        .then((registration) => registration.update().then(() => new Promise((done) => {
            const { installing } = registration;
            if (!installing) return done(true);
            installing.addEventListener('statechange', () => {
                if (installing.state === 'redundant') done(true);
            });
        }), () => true))";
    browser.js(refused, vec![]).await?;
    ensure!(browser.js(OFFERED, vec![]).await? == false, "half a version is not offered");
    browser
        .until("half a version leaves nothing behind", &format!("{caches}.then((all) => all === 1)"), vec![])
        .await?;

    browser.proxy().host(Host::New);
    browser.open().await?;
    browser.until("the new version is offered", OFFERED, vec![]).await?;
    ensure!(browser.js(BUILD, vec![]).await? == old, "the old one goes on until the person says so");
    browser.open().await?;
    ensure!(browser.js(BUILD, vec![]).await? == old, "loading the page again is no answer");

    // Another tab is not loaded anew under the person's hands: it is asked there too.
    let first = browser.window().await?;
    let second = browser.new_tab().await?;
    browser.switch_to_window(second.clone()).await?;
    browser.open().await?;
    browser.js("window.before = true", vec![]).await?;
    browser.switch_to_window(first.clone()).await?;

    browser.until("it is offered again", OFFERED, vec![]).await?;
    browser.click("button", "Use it now").await?;
    let changed = format!("{BUILD} !== arguments[0] && !document.getElementById('start')");
    browser.until("the new version runs", &changed, vec![json!(old)]).await?;
    ensure!(browser.js(caches, vec![]).await? == 1, "the old version's files are gone");
    let now = browser.js(BUILD, vec![]).await?;
    now.as_str().context("the page is of a build")?;

    browser.switch_to_window(second).await?;
    browser.until("the other tab is asked", OFFERED, vec![]).await?;
    ensure!(browser.js("return window.before ?? false", vec![]).await? == true, "it was not loaded anew");
    browser.click("button", "Use it now").await?;
    browser.until("the other tab is of the new version", &changed, vec![json!(old)]).await?;
    browser.close_window().await?;
    browser.switch_to_window(first).await?;
    steps::read(browser, "First").await
}
