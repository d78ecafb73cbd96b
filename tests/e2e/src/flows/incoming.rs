//! What flows about files begin with: files made for the test, the preview of what was read, the details
//! of an article, a file that was saved.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::Browser;

/// A project file with an article and this schema.
pub(crate) fn with_schema(browser: &Browser, schema: &Value) -> Result<PathBuf> {
    let project = json!({
        "format": "postil-project", "version": 1, "id": "own", "name": "Harbour",
        "created": "2026-11-20T09:00:00.000Z", "modified": "2026-11-20T09:00:00.000Z",
        "offsets": {"unit": "codepoint", "end": "exclusive", "normalization": "none"},
        "schema": schema, "people": [], "entities": [], "claims": [],
        "documents": [{"id": "d-1", "title": "Ferry", "text": "The ferry Ada must not leave the harbour."}],
        "annotations": [], "relations": [],
    });
    file(browser, "harbour.json", project.to_string())
}

/// Makes a file for this test. A name may hold what a path may not: it is only shown then.
pub(crate) fn file(browser: &Browser, name: &str, bytes: impl AsRef<[u8]>) -> Result<PathBuf> {
    let path = browser.scratch()?.join(name);
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// The preview of what was read.
#[derive(Debug, Deserialize)]
pub(crate) struct Preview {
    /// All that it says.
    pub(crate) says: String,
    /// Title and standing of each article: `new`, `copy`, `already there`.
    pub(crate) rows: Vec<(String, String)>,
    /// What was noticed.
    pub(crate) issues: Vec<String>,
    /// Whether there is something to add.
    pub(crate) can_add: bool,
}

impl Preview {
    /// The standings of the articles.
    pub(crate) fn standings(&self) -> Vec<&str> {
        self.rows.iter().map(|(_, standing)| standing.as_str()).collect()
    }

    /// Whether one of the issues holds all of these.
    pub(crate) fn notices(&self, parts: &[&str]) -> bool {
        self.issues.iter().any(|issue| parts.iter().all(|part| issue.contains(part)))
    }
}

/// Waits for the preview of what was read.
pub(crate) async fn preview(browser: &Browser) -> Result<Preview> {
    browser.find("dialog", "Add articles").await?;
    now(browser).await
}

/// Waits for the preview of a project that is to be opened.
pub(crate) async fn opening(browser: &Browser) -> Result<Preview> {
    browser.find("dialog", "Open project").await?;
    now(browser).await
}

/// The preview as it is now.
pub(crate) async fn now(browser: &Browser) -> Result<Preview> {
    let script = "const dialog = document.querySelector('dialog:is([aria-label=\"Add articles\"], [aria-label=\"Open project\"])');
        const folded = (node) => (node?.innerText ?? '').replace(/\\s+/g, ' ').trim();
        const items = (name) => Array.from(dialog.querySelectorAll(`[aria-label=\"${name}\"] li`));
        const add = Array.from(dialog.querySelectorAll('button')).find((button) => ['Add', 'Open'].includes(folded(button)));
        return {
            says: folded(dialog),
            rows: items('Articles that were read')
                .map((row) => [folded(row.querySelector('label')), folded(row.querySelector('[data-standing]'))]),
            issues: items('What was noticed').map(folded),
            can_add: !add.disabled,
        };";
    serde_json::from_value(browser.js(script, vec![]).await?).context("the preview can be read")
}

/// Adds what the preview shows.
pub(crate) async fn go_on(browser: &Browser) -> Result<()> {
    browser.click("button", "Add").await?;
    browser.gone("dialog", "Add articles").await
}

/// Opens the project that the preview shows.
pub(crate) async fn open_it(browser: &Browser) -> Result<()> {
    browser.click("button", "Open").await?;
    browser.gone("dialog", "Open project").await
}

/// Adds nothing, opens nothing.
pub(crate) async fn stop(browser: &Browser) -> Result<()> {
    browser.click("button", "Cancel").await?;
    browser.gone("dialog", "Open project").await?;
    browser.gone("dialog", "Add articles").await
}

/// The titles in the list of articles.
pub(crate) async fn articles(browser: &Browser) -> Result<Vec<String>> {
    let script = "return Array.from(document.querySelectorAll('nav[aria-label=Articles] a'),
                      (link) => link.textContent.trim())";
    serde_json::from_value(browser.js(script, vec![]).await?).context("titles are strings")
}

/// Waits until these are the titles in the list of articles.
pub(crate) async fn articles_are(browser: &Browser, titles: &[&str]) -> Result<()> {
    let script = "return JSON.stringify(Array.from(document.querySelectorAll('nav[aria-label=Articles] a'),
                      (link) => link.textContent.trim())) === JSON.stringify(arguments[0])";
    let done = browser.until(&format!("the articles are {titles:?}"), script, vec![json!(titles)]).await;
    match done {
        Ok(()) => Ok(()),
        Err(error) => Err(error.context(format!("the articles are {:?}", articles(browser).await?))),
    }
}

/// Chooses in a combobox what has this value.
pub(crate) async fn choose(browser: &Browser, name: &str, value: &str) -> Result<()> {
    let chosen = "return Array.from(document.querySelectorAll('select'))
        .some((select) => select.getAttribute('aria-label') === arguments[0] && select.value === arguments[1])";
    let what = format!("{name} is {value}");
    let arguments = vec![json!(name), json!(value)];
    // WebKit's driver now and then clicks an option without choosing it; a person would click again.
    for _ in 0..3 {
        let select = browser.find("combobox", name).await?;
        let option = thirtyfour::By::Css(format!("option[value=\"{value}\"]"));
        // It may also say that the option cannot be clicked.
        let _ = select.find(option).await?.click().await;
        let limit = std::time::Duration::from_secs(4);
        if browser.until_within(limit, &what, chosen, arguments.clone()).await.is_ok() {
            return Ok(());
        }
    }
    // A driver that will not choose at all is helped: the page is told what a choice tells it.
    let tell = "const select = Array.from(document.querySelectorAll('select'))
        .find((select) => select.getAttribute('aria-label') === arguments[0]);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.js(tell, arguments.clone()).await?;
    browser.until(&what, chosen, arguments).await
}

/// Opens the details of an article, from the library.
pub(crate) async fn details(browser: &Browser, title: &str) -> Result<()> {
    library(browser).await?;
    browser.click("button", &format!("Details of {title}")).await?;
    browser.find("dialog", "Article details").await?;
    Ok(())
}

/// Shows the library.
pub(crate) async fn library(browser: &Browser) -> Result<()> {
    browser.click("link", "Library").await?;
    browser.find("table", "Articles").await?;
    Ok(())
}

/// What stands below the fields in the details: name and value.
pub(crate) async fn facts(browser: &Browser) -> Result<BTreeMap<String, String>> {
    let script = "return Object.fromEntries(Array.from(document.querySelectorAll('dialog dt'),
                      (name) => [name.textContent, name.nextElementSibling.textContent]))";
    serde_json::from_value(browser.js(script, vec![]).await?).context("facts are strings")
}

/// What a field of the open dialog holds.
pub(crate) async fn field(browser: &Browser, name: &str) -> Result<String> {
    let field = browser.find("textbox", name).await?;
    Ok(field.prop("value").await?.unwrap_or_default())
}

/// Closes the dialog by Escape.
pub(crate) async fn escape(browser: &Browser, dialog: &str) -> Result<()> {
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", dialog).await
}

/// Takes away what was saved so far.
pub(crate) fn forget_downloads(browser: &Browser) -> Result<()> {
    for entry in std::fs::read_dir(browser.downloads())? {
        std::fs::remove_file(entry?.path())?;
    }
    Ok(())
}

/// Waits until the file of the dialog can be saved.
pub(crate) async fn can_download(browser: &Browser) -> Result<()> {
    let on = "const button = Array.from(document.querySelectorAll('dialog button'))
        .find((button) => button.textContent.trim() === 'Download');
        return button !== undefined && !button.disabled";
    browser.until("the file can be saved", on, vec![]).await
}

/// Saves through the dialog in the format of this word, and gives the bytes. What was saved before is gone.
pub(crate) async fn download(browser: &Browser, format: &str, ending: &str) -> Result<Vec<u8>> {
    forget_downloads(browser)?;
    if browser.all("dialog", Some("Export")).await?.is_empty() {
        browser.click("button", "Export").await?;
    }
    choose(browser, "Format", format).await?;
    can_download(browser).await?;
    browser.click("button", "Download").await?;
    let (_, bytes) = browser.downloaded(ending).await?;
    browser.gone("dialog", "Export").await?;
    Ok(bytes)
}

/// Saves the project and reads it.
pub(crate) async fn project(browser: &Browser) -> Result<Value> {
    serde_json::from_slice(&download(browser, "project", ".json").await?).context("the file is JSON")
}

/// Every fragment of an exported project is its quote, counted in code points. Gives their number.
pub(crate) fn slices_are_quotes(project: &Value) -> Result<usize> {
    let none = Vec::new();
    let list = |key: &str| project[key].as_array().unwrap_or(&none);
    let mut count = 0;
    for annotation in list("annotations") {
        let document = list("documents").iter().find(|document| document["id"] == annotation["document"]);
        let text =
            document.and_then(|document| document["text"].as_str()).context("its document is there")?;
        for fragment in annotation["fragments"].as_array().context("it has fragments")? {
            let at = |key: &str| fragment[key].as_u64().context("an offset is a number");
            let (start, end) = (at("start")? as usize, at("end")? as usize);
            let slice: String = text.chars().skip(start).take(end - start).collect();
            ensure!(fragment["quote"] == slice, "{fragment} is not “{slice}”");
            count += 1;
        }
    }
    Ok(count)
}

/// Drops files anywhere on the page: name and content. Made by a script, since no driver drags files.
pub(crate) async fn drop_files(browser: &Browser, files: &[(&str, &str)]) -> Result<()> {
    let script = format!(
        "const transfer = new DataTransfer();
         for (const [name, content] of arguments[0]) transfer.items.add(new File([content], name));
         {DROP}"
    );
    let taken = browser.js(&script, vec![json!(files)]).await?;
    ensure!(taken == true, "the page takes the drop");
    Ok(())
}

/// Drops a folder with these files in it, by path. No driver drags folders and no script can make one, so
/// what the page asks of a folder is answered by stand-ins.
pub(crate) async fn drop_folder(browser: &Browser, files: &[(&str, &str)]) -> Result<()> {
    let script = format!(
        "const file = (name, content) =>
             ({{ name, isFile: true, isDirectory: false, file: (done) => done(new File([content], name)) }});
         const folder = (name, entries) => ({{
             name, isFile: false, isDirectory: true,
             createReader: () => {{
                 // In batches, and an empty one at the end, as browsers do.
                 const left = [...entries];
                 return {{ readEntries: (done) => done(left.splice(0, 2)) }};
             }},
         }});
         const grow = (files) => {{
             const folders = new Map();
             const entries = [];
             for (const [path, content] of files) {{
                 const [first, ...rest] = path.split('/');
                 if (rest.length === 0) entries.push(file(first, content));
                 else folders.set(first, [...(folders.get(first) ?? []), [rest.join('/'), content]]);
             }}
             for (const [name, inner] of folders) entries.push(folder(name, grow(inner)));
             return entries;
         }};
         const items = grow(arguments[0]).map((entry) => ({{
             kind: 'file',
             webkitGetAsEntry: () => entry,
             getAsFile: () => {{ let own = null; entry.file?.((file) => {{ own = file; }}); return own; }},
         }}));
         const transfer = {{ types: ['Files'], files: [], items }};
         {DROP}"
    );
    let taken = browser.js(&script, vec![json!(files)]).await?;
    ensure!(taken == true, "the page takes the drop");
    Ok(())
}

/// Sends the events of a drop of `transfer`; true if the page took it.
const DROP: &str = "let taken = true;
    for (const kind of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(kind, { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'dataTransfer', { value: transfer });
        const prevented = !document.querySelector('main').dispatchEvent(event);
        if (kind !== 'dragenter') taken &&= prevented;
    }
    return taken;";
