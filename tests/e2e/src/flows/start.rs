//! The page starts under the strict policy and stays sealed.

use anyhow::{Result, ensure};

use super::incoming;
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

/// What is done on the start page before the app is there is done: files that are chosen or dropped, a button that is
/// pressed, by key too.
pub(crate) async fn works_before_the_app_does(browser: &mut Browser) -> Result<()> {
    const CHOICES: &str = "return Array.from(document.querySelectorAll('.choice'), (choice) =>
        [choice.querySelector('path').getAttribute('d'), choice.innerText.replace(/\\s+/g, ' ').trim()].join('|')).join('\\n')";
    browser.open().await?;
    let app = browser.js(CHOICES, vec![]).await?;
    browser.reload_and_hold().await?;
    ensure!(browser.js(CHOICES, vec![]).await? == app, "the start page offers what the app does: {app}");

    browser.tab_to("button", "Paste text", false).await?;
    browser.press(&["Enter"]).await?;
    browser.status("“Paste text” opens in a moment").await?;
    browser.release().await?;
    browser.find("dialog", "Paste text").await?;

    browser.reload_and_hold().await?;
    let file = incoming::file(browser, "Early.txt", "Chosen early.")?;
    browser.add_files(&[&file]).await?;
    browser.status("Your files are read in a moment").await?;
    browser.release().await?;
    ensure!(incoming::preview(browser).await?.standings() == ["new"], "what was chosen is read");
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["Early"]).await?;
    browser.status("Saved").await?;

    browser.reload_and_hold().await?;
    incoming::drop_files(browser, &[("Dropped.txt", "Dropped early.")]).await?;
    browser.release().await?;
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &["Early", "Dropped"]).await
}

/// The pickers open on the start page already.
pub(crate) async fn opens_pickers_before_the_app_does(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.reload_and_hold().await?;
    for (name, picker) in [("Add articles", "add-files"), ("Open project", "open-project-file")] {
        let asked = "window.asked = null;
            addEventListener('click', (event) => {
                if (!event.target.matches('input')) return;
                window.asked = event.target.id;
                event.preventDefault();
            }, true);";
        browser.js(asked, vec![]).await?;
        browser.click("button", name).await?;
        let seen = browser.js("return window.asked", vec![]).await?;
        ensure!(seen == picker, "{name} asks for {picker}: {seen}");
    }
    browser.release().await
}

/// A browser that cannot run the app says so, and offers nothing that would not work.
pub(crate) async fn says_why_it_cannot_start(browser: &mut Browser) -> Result<()> {
    browser.expect_trouble();
    browser.open().await?;
    browser.reload_and_hold().await?;
    let fail = "sessionStorage.removeItem('__hold'); window.__fail(new Error('out of order'))";
    browser.js(fail, vec![]).await?;
    browser.find("heading", "Postil could not start").await?;
    browser.status("out of order").await?;
    ensure!(browser.all("button", None).await?.is_empty(), "no button is left");
    Ok(())
}
