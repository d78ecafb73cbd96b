//! Many documents: opening a project of 1,000 articles beside reading its bytes from the database, and the Library of
//! 10,000.

use std::{fs, path::PathBuf, rc::Rc, thread::sleep, time::Duration};

use anyhow::{Context, Result};
use postil::{
    model::{Document, DocumentStatus, Project, ProjectId, news},
    wire::project::{Texts, to_string},
};
use serde_json::{Value, json};

use crate::{
    Setup,
    acts::saved,
    chrome::{Chrome, Key},
    files::{TIME, annotate, document, person},
    stats::Figures,
    text::{Dice, write},
};

/// Articles of the project that is opened, and annotations of each.
const ARTICLES: (usize, usize) = (1_000, 50);
/// Documents of the Library.
const DOCUMENTS: usize = 10_000;
/// Names of the projects.
const LARGE: &str = "A thousand articles";
const LIBRARY: &str = "Ten thousand documents";
const SMALL: &str = "My project";

/// Opening, and reading the same bytes; in ms.
#[derive(Default)]
pub(crate) struct Opening {
    pub(crate) open: Figures,
    pub(crate) read: Figures,
    /// One by the other, turn by turn.
    pub(crate) ratio: Figures,
    pub(crate) bytes: f64,
}

/// One kind of act in the Library, in ms.
#[derive(Default)]
pub(crate) struct Act {
    /// The main thread's work from the input to the painted frame.
    pub(crate) work: Figures,
    pub(crate) clock: Figures,
    pub(crate) longest: Figures,
}

/// The acts in the Library; the first changes neither the order nor the filter.
pub(crate) const LIBRARY_ACTS: [&str; 4] = ["tick", "sort", "letter", "status"];

/// Opens the large project and reads its bytes, turn by turn.
pub(crate) fn open(setup: &Setup) -> Result<Opening> {
    let mut dice = Dice::new(7);
    let mut project = Project::new(ProjectId::new("speed-many"), LARGE.to_owned(), news(), TIME);
    let by = person(&mut project);
    let mut n = 0;
    for at in 0..ARTICLES.0 {
        let written = write(3_000, &mut dice);
        let document = document(&format!("d{at:04}"), &format!("Report {at} of the river"), &written.text)?;
        let id = document.id.clone();
        project.insert_document(Rc::new(document));
        annotate(&mut project, &id, &by, &written.marks(ARTICLES.1, &mut dice), &mut n)?;
    }
    let mut chrome = begun(setup, "many", &project)?;
    let mut opening = Opening::default();
    let count = ARTICLES.0;
    for turn in 0..=setup.acts {
        chrome.js(&format!("__bench.switchTo({}, {}, 0)", json!(LARGE), json!(SMALL)))?;
        sleep(Duration::from_millis(500));
        let read = chrome.js(&format!("__bench.read({})", json!(LARGE)))?;
        sleep(Duration::from_millis(200));
        let open = chrome.js(&format!("__bench.switchTo({}, {}, {count})", json!(SMALL), json!(LARGE)))?;
        sleep(Duration::from_millis(500));
        let (read, open, bytes) = (read["ms"].as_f64(), open.as_f64(), read["bytes"].as_f64());
        let (read, open) = read.zip(open).context("the project opens")?;
        // The first turn warms up.
        if turn > 0 {
            opening.open.add(open);
            opening.read.add(read);
            opening.ratio.add(open / read);
            opening.bytes = bytes.unwrap_or(0.0);
        }
    }
    Ok(opening)
}

/// Acts in the Library, in the order of [`LIBRARY_ACTS`].
pub(crate) fn library(setup: &Setup) -> Result<[Act; 4]> {
    let mut dice = Dice::new(11);
    let mut project = Project::new(ProjectId::new("speed-library"), LIBRARY.to_owned(), news(), TIME);
    for at in 0..DOCUMENTS {
        let place = at * 7_919 % DOCUMENTS;
        let subject = ["Flood", "Drought", "Bridge", "Election"][dice.below(4)];
        let text = write(200, &mut dice).text;
        let own = document(&format!("d{place:05}"), &format!("{subject} at the river, part {at}"), &text)?;
        let mut own = Document {
            status: [DocumentStatus::New, DocumentStatus::InWork, DocumentStatus::Done][dice.below(3)],
            ..own
        };
        own.metadata.outlet = ["Gazette", "Mirror", "Echo", ""][dice.below(4)].to_owned();
        own.metadata.published = format!("2023-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28));
        own.metadata.byline = vec![format!("Author {}", dice.below(300))];
        project.insert_document(Rc::new(own));
    }
    let mut chrome = begun(setup, "library", &project)?;
    let mut acts: [Act; 4] = Default::default();
    chrome.record()?;
    let mut done = Vec::new();
    for n in 0..=setup.acts {
        for (kind, name) in LIBRARY_ACTS.into_iter().enumerate() {
            let mark = format!("{name}:{n}");
            if act(&mut chrome, &mark, n)? && n > 0 {
                done.push((kind, mark));
            }
        }
    }
    let trace = chrome.recorded()?;
    for (kind, mark) in done {
        let work = trace.work(&mark)?;
        acts[kind].work.add(work.tasks);
        acts[kind].clock.add(work.clock);
        acts[kind].longest.add(work.longest);
    }
    Ok(acts)
}

/// Does an act and takes back what the next one must not find. `false` where nothing was seen of it.
fn act(chrome: &mut Chrome, mark: &str, n: usize) -> Result<bool> {
    const BACKSPACE: Key = Key { key: "Backspace", code: "Backspace", number: 8, control: false };
    let kind = mark.split(':').next().unwrap_or("");
    let (input, effect) = match kind {
        "tick" => ("click", "anything"),
        "sort" => ("click", "library"),
        "letter" => ("input", "library"),
        _ => ("change", "library"),
    };
    let columns = ["Title", "Published", "Outlet", "Characters"];
    let place = match kind {
        "tick" => Some("__bench.box()".to_owned()),
        "sort" => Some(format!("__bench.column({})", json!(columns[n % columns.len()]))),
        "letter" => Some("__bench.words()".to_owned()),
        _ => None,
    };
    let place = place.map(|place| chrome.js(&place)).transpose()?;
    let at = place.as_ref().and_then(|place| place["x"].as_f64().zip(place["y"].as_f64()));
    if let Some((x, y)) = at {
        chrome.point(x, y)?;
    }
    if kind == "letter" {
        let (x, y) = at.context("there is a field for words")?;
        chrome.click(x, y, 1)?;
    }
    sleep(Duration::from_millis(150));
    chrome.js(&format!("void __bench.arm({}, {}, __bench.effects.{effect})", json!(mark), json!(input)))?;
    match (kind, at) {
        ("letter", _) => {
            let letter = ["f", "b", "d", "e"][n % 4];
            chrome.key(Key { key: letter, code: "KeyF", number: 70, control: false })?;
        }
        (_, Some((x, y))) => chrome.click(x, y, 1)?,
        _ => drop(chrome.js(&format!("__bench.status({})", 1 + n % 3))?),
    }
    let limit = "new Promise((resolve) => setTimeout(() => resolve(null), 3000))";
    let seen = chrome.js(&format!("Promise.race([__bench.done, {limit}])"))? != Value::Null;
    sleep(Duration::from_millis(250));
    match (kind, at) {
        ("letter", _) => chrome.key(BACKSPACE)?,
        ("tick", Some((x, y))) => chrome.click(x, y, 1)?,
        ("status", _) => drop(chrome.js("__bench.status(0)")?),
        _ => {}
    }
    sleep(Duration::from_millis(250));
    Ok(seen)
}

/// A page with the project open, beside the small one that the app begins with.
pub(crate) fn begun(setup: &Setup, name: &str, project: &Project) -> Result<Chrome> {
    let file: PathBuf = setup.folder.join(format!("{name}.json"));
    fs::write(&file, to_string(project, Texts::Inline))?;
    let mut chrome = Chrome::start(&setup.chromium)?;
    chrome.goto(&setup.app)?;
    chrome.until("the app starts", "!document.getElementById('start')")?;
    saved(&mut chrome)?;
    let find = "document.querySelector('input[type=file][aria-label=\"Project file\"]')";
    let input = chrome.page("Runtime.evaluate", json!({ "expression": find }))?;
    let files = json!({ "files": [file], "objectId": input["result"]["objectId"] });
    chrome.page("DOM.setFileInputFiles", files)?;
    let shown = format!("__bench.shows({}, {})", json!(project.name), project.documents().len());
    chrome.until("the project is open", &format!("(__bench.agree(), {shown})"))?;
    saved(&mut chrome)?;
    chrome.reload()?;
    chrome.until("the project is open again", &shown)?;
    saved(&mut chrome)?;
    Ok(chrome)
}
