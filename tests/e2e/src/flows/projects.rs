//! Several projects in one browser.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

async fn projects(browser: &Browser, open: &str) -> Result<()> {
    browser.click("button", open).await?;
    browser.find("dialog", "Projects").await?;
    Ok(())
}

pub(super) async fn new(browser: &Browser, open: &str, name: &str) -> Result<()> {
    projects(browser, open).await?;
    // Below several projects it is out of view, where WebKit's driver does not type.
    let field = browser.find("textbox", "Name of the new project").await?;
    field.scroll_into_view().await?;
    browser.fill("Name of the new project", name).await?;
    browser.click("button", "New project").await?;
    browser.gone("dialog", "Projects").await?;
    browser.find("button", name).await?;
    Ok(())
}

/// Opens another project by the button of its row.
pub(super) async fn switch(browser: &Browser, open: &str, name: &str) -> Result<()> {
    projects(browser, open).await?;
    choose(browser, name).await?;
    browser.gone("dialog", "Projects").await?;
    browser.find("button", name).await?;
    Ok(())
}

/// Presses the button of another project's row, and the dialog says why it does not open.
pub(super) async fn refused(browser: &Browser, open: &str, name: &str, why: &str) -> Result<()> {
    projects(browser, open).await?;
    choose(browser, name).await?;
    let says =
        "return document.querySelector('dialog [role=alert]')?.textContent.includes(arguments[0]) ?? false";
    browser.until(&format!("the dialog says “{why}”"), says, vec![json!(why)]).await
}

/// Presses the button of another project's row.
pub(super) async fn choose(browser: &Browser, name: &str) -> Result<()> {
    let press = "const row = Array.from(document.querySelectorAll('dialog li'))
            .find((row) => row.querySelector('.project-name')?.textContent === arguments[0]);
        row?.querySelector('button')?.click();
        return row !== undefined";
    ensure!(browser.js(press, vec![json!(name)]).await? == true, "{name} is among the projects");
    Ok(())
}

/// New, switched, renamed; each keeps its own articles, annotations and undo; a reload opens the one that
/// was open last, though another was changed after it.
pub(crate) async fn several(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada was here first.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::give_name(browser).await?;

    new(browser, "My project", "Second project").await?;
    incoming::articles_are(browser, &[]).await?;
    browser.find("heading", "Begin with some articles").await?;
    let undo = browser.find("button", "Undo").await?;
    ensure!(!undo.is_enabled().await?, "a new project has nothing to undo");
    steps::paste(browser, "Other", "Ben was here second.").await?;
    steps::paste(browser, "Another", "Cem was here third.").await?;
    browser.status("Saved").await?;

    switch(browser, "Second project", "My project").await?;
    incoming::articles_are(browser, &["First"]).await?;
    // The one that was open last, not the one that was changed last.
    browser.reload().await?;
    browser.find("button", "My project").await?;
    incoming::articles_are(browser, &["First"]).await?;
    steps::read(browser, "First").await?;
    let marked = browser.marked().await?;
    ensure!(marked.len() == 1 && marked[0].1 == "Ada", "its annotation is there: {marked:?}");

    projects(browser, "My project").await?;
    // How it is kept, and what stands in it, as it is now.
    let says = "const dialog = document.querySelector('dialog');
                return dialog.querySelector('.keeping').textContent.includes('This browser')
                    && dialog.querySelector('li[aria-current]').textContent.includes('1 article · 1 annotation')";
    browser.until("the dialog says what is there and how it is kept", says, vec![]).await?;
    browser.fill("Name of this project", "Renamed").await?;
    browser.press(&["Enter"]).await?;
    browser.until(
        "the name is changed in the list",
        "return Array.from(document.querySelectorAll('.project-button')).some((button) => button.textContent.trim() === 'Renamed')",
        vec![],
    )
    .await?;
    incoming::escape(browser, "Projects").await?;
    browser.status("Saved").await?;
    switch(browser, "Renamed", "Second project").await?;
    incoming::articles_are(browser, &["Other", "Another"]).await?;
    browser.reload().await?;
    browser.find("button", "Second project").await?;
    incoming::articles_are(browser, &["Other", "Another"]).await?;
    switch(browser, "Second project", "Renamed").await?;
    incoming::articles_are(browser, &["First"]).await
}

/// A copy is a project of its own; deleting asks, offers the file first, and what is gone does not come back.
pub(crate) async fn copied_and_deleted(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada was here first.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await?;

    projects(browser, "My project").await?;
    browser.click("button", "Duplicate").await?;
    browser.gone("dialog", "Projects").await?;
    browser.find("button", "My project (copy)").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;
    steps::mark(browser, "here", "Place").await?;
    steps::saved(browser).await?;
    switch(browser, "My project (copy)", "My project").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;

    projects(browser, "My project").await?;
    browser.click("button", "Delete …").await?;
    browser.find("dialog", "Delete this project?").await?;
    browser.click("button", "Save it as a file").await?;
    let (file, _) = browser.downloaded(".json").await?;
    browser.click("button", "Keep it").await?;
    browser.gone("dialog", "Delete this project?").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;

    projects(browser, "My project").await?;
    browser.click("button", "Delete …").await?;
    browser.click("button", "Delete").await?;
    browser.find("button", "My project (copy)").await?;
    browser.reload().await?;
    browser.find("button", "My project (copy)").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Place", "here")]).await?;
    projects(browser, "My project (copy)").await?;
    let rows = "return document.querySelectorAll('dialog .project-row').length";
    ensure!(browser.js(rows, vec![]).await? == 1, "the other is in no list");
    browser.click("button", "Delete …").await?;
    browser.click("button", "Delete").await?;
    browser.find("heading", "Begin with some articles").await?;
    browser.find("button", "My project").await?;

    browser.open_file(&file).await?;
    incoming::open_it(browser).await?;
    incoming::articles_are(browser, &["First"]).await
}
