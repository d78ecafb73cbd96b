//! While the later part of the app is on its way, and when it does not come. Of a release only: a development build is
//! one part.

use anyhow::{Result, ensure};

use super::{incoming, steps};
use crate::support::{Browser, Host};

/// Opens the page of a host that this browser keeps nothing of; `false` for a development build.
async fn opened(browser: &Browser, host: Host) -> Result<bool> {
    browser.proxy().host(host);
    browser.open().await?;
    let script = "return document.querySelector('script[type=module]').src.includes('build=')";
    Ok(browser.js(script, vec![]).await? == true)
}

/// What is chosen, pressed or opened meanwhile waits, and is done.
pub(crate) async fn is_waited_for(browser: &mut Browser) -> Result<()> {
    if !opened(browser, Host::Slow).await? {
        return Ok(());
    }
    browser.find("heading", "Begin with some articles").await?;
    browser.click("button", "Paste text").await?;
    browser.status("What you chose opens in a moment").await?;
    ensure!(browser.all("dialog", None).await?.is_empty(), "a dialog needs the later part");
    browser.proxy().host(Host::HalfNew);
    browser.find("dialog", "Paste text").await?;
    browser.fill("Title", "First").await?;
    browser.fill("Text", "Ada met Ben in Rome.").await?;
    browser.click("button", "Add").await?;
    steps::added(browser, "First").await?;
    steps::saved(browser).await?;

    ensure!(opened(browser, Host::Slow).await?, "it is still a release");
    browser.find("heading", "Opening the project …").await?;
    incoming::articles_are(browser, &["First"]).await?;
    browser.click("link", "First").await?;
    browser.proxy().host(Host::HalfNew);
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;

    ensure!(opened(browser, Host::Slow).await?, "it is still a release");
    let files = ["Second", "Third"].map(|name| incoming::file(browser, &format!("{name}.txt"), name));
    for file in files {
        browser.add_files(&[&file?]).await?;
    }
    browser.status("Your files are read in a moment").await?;
    browser.proxy().host(Host::HalfNew);
    ensure!(incoming::preview(browser).await?.standings() == ["new", "new"], "both files are read");
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["First", "Second", "Third"]).await
}

/// It is said why it does not come, and what helps; what was pressed is done then.
pub(crate) async fn is_missed(browser: &mut Browser) -> Result<()> {
    if !opened(browser, Host::Replaced).await? {
        return Ok(());
    }
    browser.status("A newer version of Postil is online").await?;
    browser.proxy().host(Host::HalfNew);
    browser.js("window.before = true", vec![]).await?;
    browser.click("button", "Load the page again").await?;
    let again =
        "return !window.before && document.readyState === 'complete' && !document.getElementById('start')";
    browser.until("the page is loaded again", again, vec![]).await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::saved(browser).await?;

    ensure!(opened(browser, Host::Torn).await?, "it is still a release");
    browser.status("could not be loaded").await?;
    browser.find("heading", "Opening the project …").await?;
    browser.click("button", "Paste text").await?;
    browser.click("button", "Try again").await?;
    browser.status("could not be loaded").await?;
    browser.proxy().host(Host::HalfNew);
    browser.click("button", "Try again").await?;
    browser.find("dialog", "Paste text").await?;
    browser.fill("Title", "Second").await?;
    browser.fill("Text", "Ben met Ada in Oslo.").await?;
    browser.click("button", "Add").await?;
    steps::added(browser, "Second").await
}
