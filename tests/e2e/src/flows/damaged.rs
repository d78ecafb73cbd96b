//! A record of the browser's database that is not as it was written.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::steps;
use crate::support::Browser;

/// Flips one bit in the last record of the journal.
const DAMAGE: &str = "return new Promise((done, fail) => {
    const request = indexedDB.open('postil');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
        const write = request.result.transaction('journal', 'readwrite');
        write.objectStore('journal').openCursor(null, 'prev').onsuccess = ({ target }) => {
            const bytes = new Uint8Array(target.result.value);
            bytes[bytes.length - 2] ^= 1;
            target.result.update(ArrayBuffer.isView(target.result.value) ? bytes : bytes.buffer);
        };
        write.oncomplete = () => { request.result.close(); done(true); };
        write.onabort = () => fail(write.error);
    };
})";

/// The rest loads and can be worked on, the person is told, and saves what is damaged as a file.
pub(crate) async fn records_are_told_and_saved_as_a_file(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::mark(browser, "Ben", "Person").await?;
    steps::saved(browser).await?;
    ensure!(browser.js(DAMAGE, vec![]).await? == true, "a bit is flipped");

    browser.reload().await?;
    browser.find("button", "Save the damaged records").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await?;
    browser.click("button", "Save the damaged records").await?;
    let (path, bytes) = browser.downloaded("records.json").await?;
    let file: Value =
        serde_json::from_slice(&bytes).with_context(|| format!("{} is JSON", path.display()))?;
    let bad = file["quarantine"].as_array().context("it lists what is damaged")?;
    ensure!(bad.len() == 1, "one record is damaged: {bad:?}");
    ensure!(
        bad[0]["text"].as_str().is_some_and(|text| text.contains("person")),
        "its content is there: {bad:?}"
    );

    steps::mark(browser, "Rome", "Place").await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Place", "Rome")]).await
}
