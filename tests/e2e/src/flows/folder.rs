//! The folder to which backups are written by themselves. Its picker cannot be driven, so a folder of the site's own
//! stands in for what a person would choose; it is written to as any other.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::steps;
use crate::support::Browser;

/// A picker that chooses at once, and a permission that a test can take back. Both outlive a reload.
const PICKER: &str = "if (navigator.storage?.getDirectory) {
    window.showDirectoryPicker = async () => {
        const root = await navigator.storage.getDirectory();
        return root.getDirectoryHandle('Backups', { create: true });
    };
    FileSystemHandle.prototype.queryPermission = async () => sessionStorage.getItem('permission') ?? 'granted';
    FileSystemHandle.prototype.requestPermission = async () => {
        sessionStorage.setItem('permission', 'granted');
        return 'granted';
    };
}";

/// The files in the folder: name and text, by name.
const FILES: &str = "const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Backups');
    const files = [];
    for await (const [name, handle] of folder.entries()) files.push([name, await (await handle.getFile()).text()]);
    return files.sort();";

/// Puts the stand-in in the place of the picker. Before the page is opened.
pub(crate) async fn stand_in(browser: &Browser) -> Result<()> {
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PICKER })).await.map(drop)
}

async fn files(browser: &Browser) -> Result<Vec<(String, String)>> {
    let found = browser.js(&format!("return (async () => {{ {FILES} }})()"), vec![]).await?;
    serde_json::from_value(found).context("names and texts")
}

/// The annotations in the newest file.
async fn annotations(browser: &Browser) -> Result<usize> {
    let files = files(browser).await?;
    let (_, text) = files.last().context("there is a file")?;
    let project: Value = serde_json::from_str(text).context("it is whole")?;
    Ok(project["annotations"].as_array().map_or(0, Vec::len))
}

/// The person turns to another page.
async fn leave(browser: &Browser) -> Result<()> {
    let script = "Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        delete document.hidden;";
    browser.js(script, vec![]).await.map(drop)
}

async fn says(browser: &Browser, words: &str) -> Result<()> {
    let shown =
        "return document.getElementById('settings-folder').parentElement.textContent.includes(arguments[0])";
    browser.until(&format!("the settings say “{words}”"), shown, vec![words.into()]).await
}

/// A project with an article, which was written to the folder that was chosen.
async fn with_a_folder(browser: &Browser) -> Result<()> {
    stand_in(browser).await?;
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    browser.click("link", "Settings").await?;
    browser.find("region", "Backup folder").await?;
    browser.click("button", "Choose a backup folder …").await?;
    says(browser, "Backups go to the folder “Backups”.").await?;
    says(browser, "Everything is in it.").await?;
    Ok(())
}

/// A folder is chosen; the file is written there at once, when the page is left, when asked; what fails is said with
/// what to do; after a reload all of it is known still; and it is switched off.
pub(crate) async fn is_written_by_itself(browser: &mut Browser) -> Result<()> {
    with_a_folder(browser).await?;
    let first = files(browser).await?;
    ensure!(first.len() == 1, "one file: {first:?}");
    let name = first[0].0.clone();
    ensure!(name.starts_with("My project 20") && name.ends_with(".json"), "its name has the day: {name}");
    says(browser, &name).await?;

    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::give_name(browser).await?;
    steps::saved(browser).await?;
    leave(browser).await?;
    until_annotations(browser, 1).await?;
    ensure!(files(browser).await?.len() == 1, "one file a day");

    // After a reload the browser wants the permission again, and says so.
    browser.js("sessionStorage.setItem('permission', 'prompt')", vec![]).await?;
    browser.reload().await?;
    browser.find("region", "Backup").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ben", "Person").await?;
    leave(browser).await?;
    ensure!(annotations(browser).await? == 1, "nothing is written without");
    browser.click("button", "Allow it again").await?;
    browser.gone("region", "Backup").await?;
    until_annotations(browser, 2).await?;

    // It is taken back while the page is open.
    browser.js("sessionStorage.setItem('permission', 'denied')", vec![]).await?;
    steps::mark(browser, "Rome", "Place").await?;
    leave(browser).await?;
    browser.find("region", "Backup").await?;
    browser.click("button", "Later").await?;
    browser.gone("region", "Backup").await?;
    browser.click("link", "Settings").await?;
    says(browser, "the browser wants your permission again").await?;
    browser.click("button", "Allow it again").await?;
    until_annotations(browser, 3).await?;
    says(browser, "Everything is in it.").await?;

    lose(browser).await?;
    let again = "return (async () => { const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('Backups', { create: true });
        const file = await folder.getFileHandle(arguments[0], { create: true });
        const writing = await file.createWritable();
        await writing.write('of another hand');
        await writing.close(); })()";
    browser.js(again, vec![json!("A.json")]).await?;
    // Both places offer it.
    let now = browser.all("button", Some("Back up now")).await?;
    now.first().context("a button")?.click().await?;
    until_annotations(browser, 3).await?;
    browser.gone("button", "Later").await?;
    let there = files(browser).await?;
    ensure!(there.iter().any(|(_, text)| text == "of another hand"), "another file is left alone");

    browser.click("button", "Stop the backups").await?;
    browser.find("button", "Choose a backup folder …").await?;
    browser.reload().await?;
    browser.click("link", "Settings").await?;
    browser.find("button", "Choose a backup folder …").await?;
    ensure!(files(browser).await?.len() == 2, "what is in the folder stays");
    Ok(())
}

/// The folder goes away, which is said when it is written to.
pub(crate) async fn lose(browser: &Browser) -> Result<()> {
    let remove = "return (async () => (await navigator.storage.getDirectory())
        .removeEntry('Backups', { recursive: true }))()";
    browser.js(remove, vec![]).await?;
    browser.click("button", "Back up now").await?;
    says(browser, "is not there any more").await?;
    browser.find("button", "Later").await.map(drop)
}

async fn until_annotations(browser: &Browser, wanted: usize) -> Result<()> {
    for _ in 0..100 {
        if annotations(browser).await.is_ok_and(|found| found == wanted) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    ensure!(annotations(browser).await? == wanted, "the newest file has {wanted} annotations");
    Ok(())
}

/// Two projects of one name, and a day's file that somebody else wrote: nothing is written over but one's own.
pub(crate) async fn leaves_other_files_alone(browser: &mut Browser) -> Result<()> {
    with_a_folder(browser).await?;
    browser.click("button", "My project").await?;
    browser.fill("Name of the new project", "My project").await?;
    browser.click("button", "New project").await?;
    browser.find("heading", "Begin with some articles").await?;
    steps::paste(browser, "Second", "Carl met Dora.").await?;
    browser.click("link", "Settings").await?;
    says(browser, "There is no backup of this project in it yet.").await?;
    browser.click("button", "Back up now").await?;
    says(browser, "Everything is in it.").await?;
    let there = files(browser).await?;
    let holds = |at: usize, title: &str| there.get(at).is_some_and(|(_, text)| text.contains(title));
    ensure!(there.len() == 2 && there[0].0.ends_with(" 2.json"), "a name of its own: {there:?}");
    ensure!(holds(0, "Second") && holds(1, "First"), "each its own: {there:?}");
    Ok(())
}

/// Six files of the days before, as if they had been written then, and one that looks the same and was not.
const OLD: &str = "return (async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Backups');
    const days = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `My project 2020-01-${day}.json`);
    for (const name of days) await folder.getFileHandle(name, { create: true });
    const answer = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    const database = await answer(indexedDB.open('postil-folder'));
    const store = database.transaction('kept', 'readwrite').objectStore('kept');
    const key = (await answer(store.getAllKeys())).find((key) => key.startsWith('written/'));
    const written = JSON.parse(await answer(store.get(key)));
    written.files = [...days.slice(0, 6), ...written.files];
    await answer(store.put(JSON.stringify(written), key));
    database.close();
})()";

/// The last five stay, and what was not written by Postil.
pub(crate) async fn keeps_the_last_five(browser: &mut Browser) -> Result<()> {
    with_a_folder(browser).await?;
    browser.js(OLD, vec![]).await?;
    ensure!(files(browser).await?.len() == 8, "all are there");
    browser.click("button", "Back up now").await?;
    // By their names alone: what is in a file cannot be read while it is removed.
    let six = "return (async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Backups');
        let names = 0;
        for await (const _ of folder.keys()) names += 1;
        return names === 6;
    })()";
    browser.until("what is too many is removed", six, vec![]).await?;
    let names: Vec<String> = files(browser).await?.into_iter().map(|(name, _)| name).collect();
    let old = ["03", "04", "05", "06", "07"].map(|day| format!("My project 2020-01-{day}.json"));
    ensure!(names.len() == 6 && names[..5] == old, "four of one's own, the other and today's: {names:?}");
    Ok(())
}

/// Where the browser has no such folders nothing speaks of them.
pub(crate) async fn is_not_offered_elsewhere(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    browser.click("link", "Settings").await?;
    browser.find("heading", "Data in this browser").await?;
    ensure!(browser.all("region", Some("Backup folder")).await?.is_empty(), "there is no such thing here");
    Ok(())
}
