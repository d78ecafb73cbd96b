//! Large files that come in and go out, beside the same code run natively and what reads them in Python, turn by turn; and
//! whether the page answers meanwhile.

use std::{path::Path, process::Command, thread::sleep, time::Duration};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{Setup, acts::saved, chrome::Chrome, stats::Figures};

/// How long the JSON Lines that come in are, in bytes.
const BYTES: &str = "100000000";
/// How many annotations go out.
const ANNOTATIONS: &str = "1000000";
/// Once each takes seconds.
const TURNS: usize = 2;
/// What is read.
const READ: [&str; 3] = ["large.jsonl", "large.conll", "large-brat.zip"];
/// What is written: its name here, the word of the format, and whether it is the first file since the dialog was opened.
/// For that the project is handed over to the worker; for another one it is there.
const WRITTEN: [(&str, &str, bool); 4] = [
    ("json-lines", "json-lines", true),
    ("conll, next", "conll", false),
    ("conll", "conll", true),
    ("json-lines, next", "json-lines", false),
];
/// The project that is written.
const MANY: &str = "many.project.json";
/// A page has so long for one of them.
const PATIENCE: Duration = Duration::from_secs(600);

/// A file that came in, or went out.
#[derive(Default)]
pub(crate) struct Exchanged {
    pub(crate) name: &'static str,
    pub(crate) bytes: u64,
    pub(crate) annotations: u64,
    /// In the page: from handing it in to its preview, or from choosing the format to a file that can be saved, in ms.
    pub(crate) page: Figures,
    /// The same code natively.
    pub(crate) native: Figures,
    /// A short script in plain Python that does the least. Nothing for what is written.
    pub(crate) script: Figures,
    /// The program for Python that people take otherwise. Nothing for what is written.
    pub(crate) program: Figures,
    /// The longest that the page did not come to draw meanwhile.
    pub(crate) held: Figures,
    /// The same while what came in is added to the project. Nothing for what is written.
    pub(crate) adding: Figures,
}

/// Makes the files, and reads each of them.
pub(crate) fn read(setup: &Setup) -> Result<Vec<Exchanged>> {
    let native = natively(setup)?;
    let folder = setup.folder.to_string_lossy();
    numbers(Command::new(native).args(["make", &folder, BYTES, ANNOTATIONS]))?;
    let script = setup.folder.join("large_readers.py");
    std::fs::write(&script, include_str!("readers.py"))?;
    let mut all = Vec::new();
    for name in READ {
        let path = setup.folder.join(name);
        let mut own = Exchanged { name, bytes: path.metadata()?.len(), ..Exchanged::default() };
        for _ in 0..TURNS {
            let (ms, count) = numbers(Command::new(native).arg("read").arg(&path))?;
            own.native.add(ms);
            own.annotations = count as u64;
            for (by, figures) in [("script", &mut own.script), ("program", &mut own.program)] {
                let (ms, found) = numbers(Command::new(&setup.python).arg(&script).arg(by).arg(&path))?;
                ensure!(found == count, "the {by} finds {found} in {name}, and not {count}");
                figures.add(ms);
            }
            hand_in(setup, &path, &mut own).with_context(|| format!("handing in {name}"))?;
        }
        all.push(own);
    }
    Ok(all)
}

fn natively(setup: &Setup) -> Result<&Path> {
    setup.native.as_deref().context("POSTIL_SPEED_NATIVE is not set; run `cargo xtask bench`")
}

/// What a program says: two numbers.
fn numbers(program: &mut Command) -> Result<(f64, f64)> {
    let out = program.output().with_context(|| format!("{program:?} does not start"))?;
    ensure!(out.status.success(), "{program:?}: {}", String::from_utf8_lossy(&out.stderr));
    let said = String::from_utf8_lossy(&out.stdout);
    let mut numbers = said.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok());
    Ok((numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default()))
}

/// A new page that has its empty project.
fn page(setup: &Setup) -> Result<Chrome> {
    let mut chrome = Chrome::start(&setup.chromium)?;
    chrome.goto(&setup.app)?;
    chrome.until("the app starts", "!document.getElementById('start')")?;
    saved(&mut chrome)?;
    sleep(Duration::from_secs(1));
    Ok(chrome)
}

/// Gives a file to the page, as its picker does.
fn choose(chrome: &mut Chrome, picker: &str, file: &Path) -> Result<()> {
    let find = json!({ "expression": format!("document.getElementById({})", json!(picker)) });
    let input = chrome.page("Runtime.evaluate", find)?;
    let files = json!({ "files": [file], "objectId": input["result"]["objectId"] });
    chrome.page("DOM.setFileInputFiles", files)?;
    Ok(())
}

/// Waits for what is being counted: ms, and the longest between two frames of that time.
fn counted(chrome: &mut Chrome, what: &str) -> Result<(f64, f64)> {
    chrome.until_within(
        PATIENCE,
        what,
        "Promise.race([__bench.framed.then(() => true), new Promise((go) => setTimeout(go, 500))])",
    )?;
    let seen: Value = chrome.js("__bench.framed")?;
    seen["ms"].as_f64().zip(seen["held"].as_f64()).with_context(|| what.to_owned())
}

/// Hands a file to a new page, and adds what was read.
fn hand_in(setup: &Setup, file: &Path, own: &mut Exchanged) -> Result<()> {
    let mut chrome = page(setup)?;
    chrome.js("void __bench.frames(() => __bench.ready('Add'))")?;
    choose(&mut chrome, "add-files", file)?;
    let (ms, held) = counted(&mut chrome, "the preview comes")?;
    own.page.add(ms);
    own.held.add(held);
    sleep(Duration::from_secs(1));
    chrome.js(
        "void (__bench.frames(() => !document.querySelector('dialog[open]')), __bench.ready('Add').click())",
    )?;
    let (_, held) = counted(&mut chrome, "it is added")?;
    own.adding.add(held);
    Ok(())
}

/// Opens the project with many annotations that [`read`] made, and makes the formats of it.
pub(crate) fn written(setup: &Setup) -> Result<Vec<Exchanged>> {
    let native = natively(setup)?;
    let file = setup.folder.join(MANY);
    let mut chrome = page(setup)?;
    chrome.js("void __bench.frames(() => __bench.ready('Open'))")?;
    choose(&mut chrome, "open-project-file", &file)?;
    counted(&mut chrome, "the project is read")?;
    chrome.js(
        "void (__bench.frames(() => !document.querySelector('dialog[open]')), __bench.ready('Open').click())",
    )?;
    counted(&mut chrome, "the project is open")?;
    chrome.until_within(PATIENCE, "it is saved", "Array.from(document.querySelectorAll('[role=status], output')).some((each) => /^Saved/.test(each.textContent.trim()))")?;
    let mut all: Vec<Exchanged> =
        WRITTEN.iter().map(|(name, ..)| Exchanged { name, ..Exchanged::default() }).collect();
    for _ in 0..TURNS {
        for (own, (_, format, first)) in all.iter_mut().zip(WRITTEN) {
            let (ms, bytes) = numbers(Command::new(native).arg("write").arg(&file).arg(format))?;
            own.native.add(ms);
            own.bytes = bytes as u64;
            own.annotations = ANNOTATIONS.parse()?;
            chrome.js(&format!("__bench.export({}, {first})", json!(format)))?;
            let (ms, held) = counted(&mut chrome, "the file is made")?;
            own.page.add(ms);
            own.held.add(held);
        }
    }
    Ok(all)
}
