//! Files with annotations: what is exported comes in again, and its labels are mapped before anything is added.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{incoming, projects, steps};
use crate::support::{Browser, Engine};

const TITLE: &str = "Emoji and bridges";
/// Offsets differ in every unit.
const TEXT: &str = "😀 Ada e\u{301}crit.\n\n👩‍👩‍👧 Ben Example said: “𠮷野 was here”.\n\nCem was not.";
const MARKS: &[(&str, &str)] =
    &[("Ada", "Person"), ("Ben Example", "Person"), ("𠮷野", "Place"), ("Cem", "Person")];

/// How a file that is made again is held against the one that it came from.
#[derive(Clone, Copy)]
enum Same {
    /// Byte by byte.
    Bytes,
    /// Byte by byte; and, written anew, as values without these keys.
    Kept(&'static [&'static str]),
    /// As JSON values, one for each line where the file has lines, without these keys: what they say is the project's.
    Values(&'static [&'static str]),
}

/// A format that is read and written.
#[derive(Clone, Copy)]
struct Trip {
    format: &'static str,
    /// The ending of the file that is saved.
    ending: &'static str,
    same: Same,
    /// Whether it is gone through in all browsers: one of each kind.
    everywhere: bool,
}

const fn trip(format: &'static str, ending: &'static str, same: Same, everywhere: bool) -> Trip {
    Trip { format, ending, same, everywhere }
}

/// Every format that is read and written but the project's own, which opens as a project (see `export`).
const TRIPS: &[Trip] = &[
    trip("json-lines", ".jsonl", Same::Kept(&["id", "how"]), true),
    trip("csv", ".csv.zip", Same::Bytes, true),
    trip("tsv", ".tsv.zip", Same::Bytes, false),
    trip("conll", ".conll", Same::Bytes, false),
    trip("conll-u", ".conllu", Same::Bytes, false),
    trip("spacy-json", ".jsonl", Same::Values(&[]), false),
    trip("spacy-docbin", ".spacy", Same::Bytes, false),
    trip("brat", ".zip", Same::Bytes, true),
    trip("doccano", ".jsonl", Same::Values(&[]), false),
    trip("label-studio", ".zip", Same::Values(&["id"]), true),
    trip("cas-json", ".zip", Same::Values(&[]), false),
    trip("web-annotation", ".zip", Same::Values(&["sourceDate"]), false),
];

/// What the project is called whose files are exported.
const OWN: &str = "My project";

/// Each format in Chromium, one of each kind elsewhere: export, drop the file into another project, look, add, export
/// again, compare.
pub(crate) async fn what_was_exported_comes_back(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    // From a file: WebKit's driver does not type what lies outside the first plane.
    let file = incoming::file(browser, &format!("{TITLE}.txt"), TEXT)?;
    steps::add(browser, &[&file]).await?;
    steps::read(browser, TITLE).await?;
    for (n, (quote, label)) in MARKS.iter().enumerate() {
        steps::mark(browser, quote, label).await?;
        if n == 0 {
            steps::give_name(browser).await?;
        }
    }
    let mut faults = Vec::new();
    let all = browser.engine() == Engine::Chromium;
    for trip in TRIPS.iter().filter(|trip| all || trip.everywhere) {
        let first = incoming::download(browser, trip.format, trip.ending).await?;
        let file = incoming::file(browser, &format!("{TITLE}{}", trip.ending), &first)?;
        projects::new(browser, OWN, trip.format).await?;
        browser.add_files(&[&file]).await?;
        let again = goes_in(browser, trip).await.with_context(|| trip.format)?;
        faults.extend(differ(trip, &first, &again).with_context(|| trip.format)?);
        if let Same::Kept(without) = trip.same {
            browser.click("button", "Export").await?;
            incoming::choose(browser, "Format", trip.format).await?;
            incoming::choose(browser, "Files that were read", "anew").await?;
            let anew = incoming::download(browser, trip.format, trip.ending).await?;
            ensure!(anew != first, "{}: written anew", trip.format);
            let values = Trip { same: Same::Values(without), ..*trip };
            faults.extend(differ(&values, &first, &anew).with_context(|| trip.format)?);
        }
        projects::switch(browser, trip.format, OWN).await?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// So many that they are put together in slices, and saved as one long record, are all there when the page was loaded
/// again.
pub(crate) async fn many_come_in_and_are_kept(browser: &mut Browser) -> Result<()> {
    const ROWS: usize = 4;
    const MARKS: usize = 15_000;
    browser.open().await?;
    let marks: Vec<Value> = (0..MARKS).map(|at| json!([4 * at, 4 * at + 3, "Person"])).collect();
    let text = "Ada Ben Cem\n".repeat(MARKS / 3);
    let row = |n: usize| json!({"text": format!("{text}{n}"), "title": format!("Row {n}"), "label": marks});
    let rows: String = (0..ROWS).map(|n| row(n).to_string() + "\n").collect();
    let file = incoming::file(browser, "many.jsonl", &rows)?;
    browser.add_files(&[&file]).await?;
    let within = Duration::from_secs(120);
    let shown = "return document.querySelector('dialog[aria-label=\"Add articles\"]') !== null";
    browser.until_within(within, "all is read", shown, vec![]).await?;
    let says = incoming::now(browser).await?.says;
    ensure!(says.contains("With 60,000 annotations."), "{says}");
    browser.click("button", "Add").await?;
    browser
        .until_within(
            within,
            "all is added",
            "return document.querySelector('dialog[open]') === null",
            vec![],
        )
        .await?;
    let saved = "return Array.from(document.querySelectorAll('[role=status]')).some((status) => status.textContent === 'Saved')";
    browser.until_within(within, "all is saved", saved, vec![]).await?;
    browser.reload().await?;
    let there = "return Array.from(document.querySelectorAll('nav[aria-label=Articles] li'))
        .filter((row) => row.textContent.includes('15,000')).length === 4";
    browser.until_within(within, "all is there", there, vec![]).await?;
    incoming::library(browser).await?;
    let says = browser.js("return document.querySelector('main').textContent", vec![]).await?;
    ensure!(says.to_string().contains("4 articles · 60,000 annotations"), "{says}");
    Ok(())
}

/// Looks at the preview, adds what was read and saves it again.
async fn goes_in(browser: &Browser, trip: &Trip) -> Result<Vec<u8>> {
    let preview = incoming::preview(browser).await?;
    ensure!(preview.standings() == ["new"] && preview.can_add, "{preview:?}");
    ensure!(preview.says.contains("With 4 annotations."), "{}", preview.says);
    // Labels of the same name are the same.
    let becomes =
        "return Array.from(document.querySelectorAll('[aria-label=\"Labels in the files\"] select'),
        (select) => select.selectedOptions[0].textContent)";
    let becomes = browser.js(becomes, vec![]).await?;
    let known = becomes.as_array().is_some_and(|all| all.iter().all(|own| own != "New label"));
    ensure!(known && becomes.to_string().contains("Person"), "{becomes}");
    let title = preview.rows[0].0.clone();
    incoming::go_on(browser).await?;
    steps::read(browser, &title).await?;
    let quotes = json!(MARKS.iter().map(|(quote, _)| quote).collect::<Vec<_>>());
    let marked = browser.marked().await?;
    // Columns have tokens and no text: those of a name in Han are parted by blanks.
    let read: Vec<String> = marked.iter().map(|(_, quote)| quote.replace("𠮷 野", "𠮷野")).collect();
    ensure!(json!(read) == quotes, "{marked:?}");
    browser.status("Saved").await?;
    incoming::download(browser, trip.format, trip.ending).await
}

/// What differs between a file and the one that was made from it.
fn differ(trip: &Trip, first: &[u8], again: &[u8]) -> Result<Vec<String>> {
    let (first, again) = (members(trip, first)?, members(trip, again)?);
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    if names(&first) != names(&again) {
        return Ok(vec![format!("{}: {:?} became {:?}", trip.format, names(&first), names(&again))]);
    }
    let mut faults = Vec::new();
    for ((name, one), (_, other)) in first.iter().zip(&again) {
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (one, other) = match trip.same {
            Same::Values(without) if name.contains("json") => {
                let plain =
                    |bytes: &[u8]| values(bytes, |key| without.contains(&key), |text| is_own(trip, text));
                (plain(one)?, plain(other)?)
            }
            _ => (shown(one), shown(other)),
        };
        if one != other {
            let lines = one.lines().zip(other.lines()).filter(|(one, other)| one != other);
            let lines = lines.take(12).map(|(one, other)| format!("{one}\n  became {other}"));
            faults.push(format!("{}, {name}:\n{}", trip.format, lines.collect::<Vec<_>>().join("\n")));
        }
    }
    Ok(faults)
}

/// The files of a zip by name, or the one file. What was lost is said for each project anew.
fn members(trip: &Trip, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    if !trip.ending.ends_with("zip") {
        return Ok(vec![(trip.ending.to_owned(), bytes.to_vec())]);
    }
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).context("a zip")?;
    let mut all = Vec::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n)?;
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content)?;
        let name = file.name()?.into_owned();
        if name != "EXPORT-REPORT.json" {
            all.push((name, content));
        }
    }
    all.sort();
    Ok(all)
}

/// Whether a text names one of the two projects, or a record by an address that begins with the project's.
fn is_own(trip: &Trip, text: &str) -> bool {
    text == OWN || text == trip.format || text.starts_with("urn:x-postil:")
}

/// JSON, or lines of JSON, as values without some keys, and without some texts.
fn values(bytes: &[u8], key: impl Fn(&str) -> bool, text: impl Fn(&str) -> bool) -> Result<String> {
    let all = serde_json::Deserializer::from_slice(bytes).into_iter::<Value>();
    let mut all = all.collect::<Result<Vec<_>, _>>().context("it is JSON")?;
    all.iter_mut().for_each(|value| strip(value, &key, &text));
    Ok(serde_json::to_string_pretty(&all)?)
}

fn strip(value: &mut Value, key: &impl Fn(&str) -> bool, text: &impl Fn(&str) -> bool) {
    match value {
        Value::Object(keys) => {
            keys.retain(|own, _| !key(own));
            keys.values_mut().for_each(|value| strip(value, key, text));
        }
        Value::Array(all) => all.iter_mut().for_each(|value| strip(value, key, text)),
        Value::String(own) if text(own) => own.clear(),
        _ => {}
    }
}

/// A label of the file becomes one that is there, a new one, or nothing; one undo takes all of it back.
pub(crate) async fn labels_are_mapped(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let text = incoming::file(browser, "report.txt", "Ada met Ben in Rome on Monday.")?;
    let lines = "T1\tWHO 0 3\tAda\nT2\tWHO 8 11\tBen\nT3\tCity 15 19\tRome\nT4\tDay 23 29\tMonday\nT5\tDay 0 99\tnone\n";
    let marks = incoming::file(browser, "report.ann", lines)?;
    browser.add_files(&[&text, &marks]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("With 4 annotations."), "{}", preview.says);
    ensure!(preview.notices(&["report.ann, line 5", "outside the text"]), "{:?}", preview.issues);
    incoming::choose(browser, "WHO (2 annotations)", "=person").await?;
    incoming::choose(browser, "Day (1 annotation)", "nothing").await?;
    incoming::go_on(browser).await?;
    let said = "return document.querySelector('.toast-text')?.textContent === arguments[0]";
    let added = "1 article and 3 annotations added";
    browser.until(added, said, vec![json!(added)]).await?;
    steps::read(browser, "report").await?;
    let marked = browser.marked().await?;
    let read: Vec<&str> = marked.iter().map(|(_, quote)| quote.as_str()).collect();
    ensure!(read == ["Ada", "Ben", "Rome"], "{marked:?}");
    browser.find("button", "City").await?;
    browser.click("button", "Undo").await?;
    incoming::articles_are(browser, &[]).await?;
    browser.gone("button", "City").await?;

    // Looked at, and not added.
    browser.add_files(&[&text, &marks]).await?;
    incoming::preview(browser).await?;
    incoming::stop(browser).await?;
    incoming::articles_are(browser, &[]).await
}

/// What offsets count in a file is found out and shown; somebody who knows better says so, and the file is read so.
pub(crate) async fn offsets_are_counted_as_said(browser: &mut Browser) -> Result<()> {
    const COUNT: &str = "Offsets in the files count";
    browser.open().await?;
    // In UTF-16 it would be a blank and "Ad".
    let row = "{\"text\":\"\u{1F600} Ada met Ben.\",\"label\":[[2,5,\"PER\"]]}\n";
    let file = incoming::file(browser, "rows.jsonl", row)?;
    for (unit, quote) in [("", "Ada"), ("utf-16", " Ad"), ("bytes", ""), ("graphemes", "Ada")] {
        browser.add_files(&[&file]).await?;
        incoming::preview(browser).await?;
        let shown = "return Array.from(document.querySelectorAll('select'))
            .find((select) => select.getAttribute('aria-label') === arguments[0])?.selectedOptions[0].textContent
            === 'found out: code points'";
        browser.until("what was found out is shown", shown, vec![json!(COUNT)]).await?;
        if !unit.is_empty() {
            incoming::choose(browser, COUNT, unit).await?;
        }
        if quote.is_empty() {
            // In the middle of the emoji: nothing is marked, and it is said.
            let said = "return Array.from(document.querySelectorAll('[aria-label=\"What was noticed\"] li'))
                .some((item) => item.textContent.includes('rows.jsonl, line 1'))";
            browser.until("what cannot be is said", said, vec![]).await?;
            incoming::stop(browser).await?;
            continue;
        }
        incoming::go_on(browser).await?;
        let title = incoming::articles(browser).await?;
        steps::read(browser, title.first().context("an article")?).await?;
        let marked = browser.marked().await?;
        ensure!(marked.len() == 1 && marked[0].1 == quote, "{unit}: {marked:?}");
        browser.click("button", "Undo").await?;
        incoming::articles_are(browser, &[]).await?;
    }
    Ok(())
}
