//! Things that break under a person who works: the connection to the database, a saved state, the clock, the program
//! itself, the version of the database. What was done is there afterwards, or the page says that it is not saved.

use anyhow::{Result, ensure};
use serde_json::json;

use super::steps;
use crate::support::Browser;

async fn begin(browser: &Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome on Monday.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::saved(browser).await
}

/// What was marked is there after a reload, and nothing is called damaged.
async fn all_is_there(browser: &Browser, marks: &[(&str, &str)]) -> Result<()> {
    browser.reload().await?;
    steps::read(browser, "First").await?;
    browser.rows_are(marks).await?;
    let warnings = browser.js("return document.querySelectorAll('.warning').length", vec![]).await?;
    ensure!(warnings == json!(0), "nothing is called damaged");
    Ok(())
}

/// Asks for another version of the database, which closes the page's connection, and takes that back.
const CLOSE: &str = "return new Promise((done, fail) => {
    const request = indexedDB.open('postil', 99);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = (event) => { event.preventDefault(); done(true); };
    request.onsuccess = () => fail(new Error('it was to be taken back'));
})";

/// The browser closes the database under the page: it is opened again, and nobody notices.
pub(crate) async fn a_closed_database_is_opened_again(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    for (quote, label) in [("Ben", "Person"), ("Rome", "Place")] {
        ensure!(browser.js(CLOSE, vec![]).await? == true, "the connection is closed");
        steps::mark(browser, quote, label).await?;
        steps::saved(browser).await?;
    }
    all_is_there(browser, &[("Person", "Ada"), ("Person", "Ben"), ("Place", "Rome")]).await
}

/// A newer Postil changes the database under an old tab: the tab says that it cannot save, why, and saves a file.
pub(crate) async fn an_old_tab_meets_a_newer_database(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    let newer = "return new Promise((done, fail) => {
        const request = indexedDB.open('postil', 99);
        request.onsuccess = () => { request.result.close(); done(true); };
        request.onblocked = request.onerror = () => fail(request.error);
    })";
    ensure!(browser.js(newer, vec![]).await? == true, "the tab lets go of the database");
    steps::mark(browser, "Ben", "Person").await?;
    browser.status("Not saved").await?;
    let why = "return document.querySelector('.saved-reason').textContent.includes('newer version')";
    browser.until("it says why", why, vec![]).await?;
    browser.click("button", "Save as a file").await?;
    let (_, file) = browser.downloaded(".json").await?;
    let file = String::from_utf8_lossy(&file);
    ensure!(file.contains("\"Ben\""), "what is not saved is in the file");
    browser.expect_trouble();
    Ok(())
}

/// Flips a bit in every saved state of the project.
const DAMAGE: &str = "return new Promise((done, fail) => {
    const request = indexedDB.open('postil');
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
        const write = request.result.transaction('snapshots', 'readwrite');
        let count = 0;
        write.objectStore('snapshots').openCursor().onsuccess = ({ target }) => {
            if (!target.result) return;
            const bytes = new Uint8Array(target.result.value);
            bytes[bytes.length - 9] ^= 4;
            target.result.update(ArrayBuffer.isView(target.result.value) ? bytes : bytes.buffer);
            count += 1;
            target.result.continue();
        };
        write.oncomplete = () => { request.result.close(); done(count); };
        write.onabort = () => fail(write.error);
    };
})";

/// A saved state with a flipped bit: the project is put together from the journal, the person is told, and the damaged
/// state is kept for them as a file.
pub(crate) async fn a_damaged_state_is_put_together_again(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    steps::mark(browser, "Ben", "Person").await?;
    steps::saved(browser).await?;
    ensure!(browser.js(DAMAGE, vec![]).await?.as_u64() > Some(0), "a state is damaged");
    browser.reload().await?;
    browser.find("button", "Save the damaged records").await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben")]).await?;
    browser.click("button", "Save the damaged records").await?;
    let (_, file) = browser.downloaded("records.json").await?;
    ensure!(String::from_utf8_lossy(&file).contains("snapshots/"), "the damaged state is in the file");
    steps::mark(browser, "Rome", "Place").await?;
    steps::saved(browser).await?;
    all_is_there(browser, &[("Person", "Ada"), ("Person", "Ben"), ("Place", "Rome")]).await
}

/// The clock goes back by a day in the middle of work: everything is saved, and undo takes back the last act.
pub(crate) async fn a_clock_goes_backwards(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    let back = "const now = Date.now; Date.now = () => now() - 86_400_000; return true";
    browser.js(back, vec![]).await?;
    steps::mark(browser, "Ben", "Person").await?;
    steps::mark(browser, "Rome", "Place").await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben")]).await?;
    steps::saved(browser).await?;
    all_is_there(browser, &[("Person", "Ada"), ("Person", "Ben")]).await?;
    browser.click("button", "Redo").await?;
    browser.rows_are(&[("Person", "Ada"), ("Person", "Ben"), ("Place", "Rome")]).await?;
    steps::saved(browser).await?;
    all_is_there(browser, &[("Person", "Ada"), ("Person", "Ben"), ("Place", "Rome")]).await
}

/// The program breaks down: a plain banner says up to when all is saved, and the work is there when the page is loaded
/// again. What breaks it here is a browser that takes no dialog into the page.
pub(crate) async fn the_program_breaks_down(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    browser.expect_trouble();
    let breaks = "const insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = function (node, ...more) {
            if (node.nodeName === 'DIALOG') throw new DOMException('made by the test', 'HierarchyRequestError');
            return insert.call(this, node, ...more);
        };
        return true";
    browser.js(breaks, vec![]).await?;
    browser.click("button", "Keyboard").await?;
    let banner = "return /Everything up to .+ is saved/.test(document.querySelector('.panic[role=alert]')?.textContent)";
    browser.until("a banner says so", banner, vec![]).await?;
    let focus = "return document.activeElement?.textContent === 'Load the page again'";
    browser.until("its button has the focus", focus, vec![]).await?;
    browser.press(&["Enter"]).await?;
    browser
        .until("the page is loaded again", "return document.querySelector('.panic') === null", vec![])
        .await?;
    steps::read(browser, "First").await?;
    browser.rows_are(&[("Person", "Ada")]).await
}
