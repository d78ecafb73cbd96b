//! Export: what is saved is what was made, in a form that other programs read.
//!
//! Files are saved to the folder of downloads of each engine and read from there.

use std::{io::Write as _, process::Command, process::Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{incoming, steps};
use crate::support::{Browser, fixtures};

const TITLE: &str = "Emoji and bridges";
/// Offsets differ in every unit: emoji of one and of several code points, combining marks, Han outside the
/// first plane.
const TEXT: &str = "😀 Ada e\u{301}crit.\n\n👩‍👩‍👧 Ben Example said: “𠮷野 was here”.\n\nCem was not.";

/// Checks a file against the schema that the project publishes.
fn valid(project: &Value) -> Result<()> {
    let schema = std::fs::read(fixtures::root()?.join("schema/postil-project-1.schema.json"))?;
    let schema = serde_json::from_slice(&schema).context("the schema is JSON")?;
    let validator = jsonschema::draft202012::new(&schema).context("the schema is one")?;
    let errors: Vec<_> = validator.iter_errors(project).map(|error| error.to_string()).collect();
    ensure!(errors.is_empty(), "the file is as the schema says: {errors:#?}");
    Ok(())
}

/// The same check as in the README, by another program. Says nothing where there is no Python.
fn python_agrees(bytes: &[u8]) -> Result<()> {
    let script = "import json, sys\n\
        p = json.load(sys.stdin.buffer)\n\
        t = {d['id']: d['text'] for d in p['documents']}\n\
        assert all(t[a['document']][f['start']:f['end']] == f['quote'] for a in p['annotations'] for f in a['fragments'])";
    let started = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut python) = started else { return Ok(()) };
    python.stdin.take().context("it takes input")?.write_all(bytes)?;
    let done = python.wait_with_output()?;
    ensure!(done.status.success(), "Python: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}

/// Both formats, all of the project or chosen articles, with a preview; twice the same bytes; slices are
/// their quotes; the project file is as its schema says.
pub(crate) async fn both_formats(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    // From a file: WebKit's driver does not type what lies outside the first plane.
    let file = incoming::file(browser, &format!("{TITLE}.txt"), TEXT)?;
    steps::add(browser, &[&file]).await?;
    steps::paste(browser, "Second", "Nothing is marked here.").await?;
    steps::read(browser, TITLE).await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::give_name(browser).await?;
    for (quote, label) in [("Ben Example", "Person"), ("𠮷野", "Place"), ("Cem", "Person")] {
        steps::mark(browser, quote, label).await?;
    }
    browser.status("Saved").await?;

    let first = incoming::download(browser, "project", ".json").await?;
    let again = incoming::download(browser, "project", ".json").await?;
    ensure!(first == again, "two saves give the same bytes");
    let project: Value = serde_json::from_slice(&first)?;
    valid(&project)?;
    ensure!(incoming::slices_are_quotes(&project)? == 4, "four fragments: {project}");
    python_agrees(&first)?;
    ensure!(project["people"][0]["name"] == steps::PERSON, "who made it: {}", project["people"]);

    // A reload changes nothing of the file.
    browser.reload().await?;
    browser.find("link", TITLE).await?;
    ensure!(incoming::download(browser, "project", ".json").await? == first, "nor does a reload");

    let lines = incoming::download(browser, "json-lines", ".jsonl").await?;
    let lines = String::from_utf8(lines)?;
    let lines: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    ensure!(lines.len() == 2, "a line per article: {lines:?}");
    ensure!(lines[0]["title"] == TITLE && lines[0]["text"] == TEXT, "{}", lines[0]);
    let marks = lines[0]["annotations"].as_array().context("annotations")?;
    ensure!(marks.len() == 4, "{marks:?}");
    for mark in marks {
        let at = |key: &str| mark[key].as_u64().map(|at| at as usize).context("an offset");
        let slice: String = TEXT.chars().skip(at("start")?).take(at("end")? - at("start")?).collect();
        ensure!(mark["text"] == slice && mark["fragments"][0]["quote"] == slice, "{mark} is not “{slice}”");
        ensure!(mark["by"] == steps::PERSON, "{mark}");
    }

    // Chosen articles, with the preview of the first lines.
    browser.click("button", "Export").await?;
    let shows = "const shown = document.querySelector('dialog [aria-label=Preview]')?.textContent ?? '';
        return arguments[0].every((part) => shown.includes(part)) && !arguments[1].some((part) => shown.includes(part))";
    let whole = vec![json!(["postil-project", "\"offsets\""]), json!([])];
    browser.until("the preview shows the project", shows, whole).await?;
    incoming::choose(browser, "Format", "json-lines").await?;
    let both = vec![json!([TITLE, "Nothing is marked here."]), json!(["postil-project"])];
    browser.until("the preview follows the format", shows, both).await?;
    browser.click("radio", "Chosen articles").await?;
    browser.click("checkbox", TITLE).await?;
    let chosen = vec![json!(["Nothing is marked here."]), json!([TITLE])];
    browser.until("the preview follows the choice", shows, chosen).await?;
    let part = incoming::download(browser, "json-lines", ".jsonl").await?;
    let part: Value = serde_json::from_slice(&part).context("one line")?;
    ensure!(part["title"] == "Second", "the chosen one alone: {part}");

    // Nothing chosen, nothing to save.
    browser.click("button", "Export").await?;
    browser.click("radio", "Chosen articles").await?;
    browser.click("checkbox", TITLE).await?;
    browser.click("checkbox", "Second").await?;
    let off = "return Array.from(document.querySelectorAll('dialog button'))
        .find((button) => button.textContent.trim() === 'Download').disabled";
    browser.until("there is nothing to download", off, vec![]).await?;
    browser.click("checkbox", "Second").await?;
    let part = incoming::download(browser, "project", ".json").await?;
    let part: Value = serde_json::from_slice(&part)?;
    valid(&part)?;
    let titles: Vec<_> =
        part["documents"].as_array().context("documents")?.iter().map(|d| &d["title"]).collect();
    ensure!(titles == ["Second"], "the chosen one alone: {titles:?}");
    ensure!(part["annotations"] == json!([]), "and its annotations: {}", part["annotations"]);
    Ok(())
}

/// What a format cannot hold is counted before it is saved; what is saved is what was counted, and twice the same.
pub(crate) async fn what_is_lost(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let path = fixtures::root()?.join("static/example.json");
    let project: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    browser.open_file(&path).await?;
    incoming::opening(browser).await?;
    incoming::open_it(browser).await?;
    browser.find("button", project["name"].as_str().context("a name")?).await?;

    browser.click("button", "Export").await?;
    incoming::choose(browser, "Format", "csv").await?;
    incoming::can_download(browser).await?;
    browser.find("region", "What this file does not hold").await?;
    let shown = "return Array.from(document.querySelectorAll('.losses li'), (row) => row.textContent)";
    let rows: Vec<String> = serde_json::from_value(browser.js(shown, vec![]).await?)?;
    for (list, said) in
        [("entities", "entities of the registry left out"), ("claims", "claims of the registry left out")]
    {
        let count = project[list].as_array().context("a list")?.len();
        ensure!(rows.contains(&format!("{count} {said}")), "{list}: {rows:?}");
    }
    let spoken =
        "return Array.from(document.querySelectorAll('[aria-live]'), (region) => region.textContent).join()";
    let spoken = browser.js(spoken, vec![]).await?;
    ensure!(
        spoken.as_str().is_some_and(|said| said.contains("is ready") && said.contains(&rows[0])),
        "{spoken}"
    );
    let begins = "return document.querySelector('dialog [aria-label=Preview]').textContent.startsWith('doc_id,ann_id,')";
    browser.until("the preview shows the first table", begins, vec![]).await?;

    // Another choice is made anew.
    incoming::choose(browser, "Made for", "spreadsheets").await?;
    let marked = "return document.querySelector('dialog [aria-label=Preview]').textContent.startsWith('\u{feff}doc_id')";
    browser.until("the preview follows the option", marked, vec![]).await?;
    incoming::choose(browser, "Made for", "programs").await?;
    browser.until("and back", begins, vec![]).await?;

    let first = incoming::download(browser, "csv", ".csv.zip").await?;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&first)).context("a zip")?;
    let mut file = |name: &str| -> Result<String> {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(name)?, &mut text)?;
        Ok(text)
    };
    let report: Value = serde_json::from_str(&file("EXPORT-REPORT.json")?)?;
    let lost = report["lost"].as_object().context("counts")?;
    let mut counted: Vec<u64> = lost.values().filter_map(Value::as_u64).collect();
    let said = rows.iter().filter_map(|row| row.split(' ').next()?.replace(',', "").parse().ok());
    let mut said: Vec<u64> = said.collect();
    counted.sort_unstable();
    said.sort_unstable();
    ensure!(counted == said, "the report is what was shown: {report} and {rows:?}");

    let table = |text: &str| -> Result<Vec<std::collections::BTreeMap<String, String>>> {
        Ok(csv::Reader::from_reader(text.as_bytes()).deserialize().collect::<Result<_, _>>()?)
    };
    let (spans, documents) = (table(&file("spans.csv")?)?, table(&file("documents.csv")?)?);
    let fragments = project["annotations"].as_array().context("annotations")?.iter();
    let fragments =
        fragments.filter(|own| ["open", "accepted"].iter().any(|status| own["status"] == *status));
    let fragments: usize = fragments.filter_map(|own| Some(own["fragments"].as_array()?.len())).sum();
    ensure!(spans.len() == fragments, "{} rows for {fragments} fragments", spans.len());
    for row in &spans {
        let of = documents.iter().find(|own| own["doc_id"] == row["doc_id"]).context("its article")?;
        let (start, end): (usize, usize) = (row["start"].parse()?, row["end"].parse()?);
        let slice: String = of["text"].chars().skip(start).take(end - start).collect();
        ensure!(slice == row["text"], "{row:?} is not “{slice}”");
    }
    ensure!(
        incoming::download(browser, "csv", ".csv.zip").await? == first,
        "two exports give the same bytes"
    );
    Ok(())
}

/// A project file opens as a project of its own and is saved as it was; opened a second time it is a copy,
/// under another id and name and the same in everything else, from a zip too. Nothing is merged.
pub(crate) async fn opens_again(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Mine", "This is in my own project.").await?;
    let path = fixtures::root()?.join("tests/fixtures/small.project.json");
    let file = std::fs::read_to_string(&path)?;
    browser.open_file(&path).await?;
    let preview = incoming::opening(browser).await?;
    ensure!(preview.issues.is_empty() && preview.rows.is_empty(), "{preview:?}");
    for part in ["Small", "1 article", "2 annotations", "project of its own"] {
        ensure!(preview.says.contains(part), "it says {part}: {}", preview.says);
    }
    incoming::open_it(browser).await?;
    browser.find("button", "Small").await?;
    incoming::articles_are(browser, &["<script>alert(1)</script>"]).await?;

    let saved = incoming::download(browser, "project", ".json").await?;
    let saved = String::from_utf8(saved)?;
    let without = |text: &str, keys: &[&str]| -> Vec<String> {
        let kept =
            |line: &&str| !keys.iter().any(|key| line.trim_start().starts_with(&format!("\"{key}\":")));
        text.lines().filter(kept).map(str::to_owned).collect()
    };
    ensure!(
        without(&saved, &["generator"]) == without(&file, &["generator"]),
        "an old file is saved as it was:\n{saved}"
    );
    valid(&serde_json::from_str(&saved)?)?;

    // What is saved opens again, beside the one that is there: as a copy.
    let own = incoming::file(browser, "saved.json", &saved)?;
    for n in 0..2 {
        browser.open_file(&own).await?;
        incoming::opening(browser).await?;
        incoming::open_it(browser).await?;
        browser.find("button", "Small (copy)").await?;
        incoming::articles_are(browser, &["<script>alert(1)</script>"]).await?;
        let copy = String::from_utf8(incoming::download(browser, "project", ".json").await?)?;
        ensure!(without(&copy, &["id", "name"]) == without(&saved, &["id", "name"]), "copy {n}:\n{copy}");
        ensure!(copy != saved, "it has an id of its own");
        // By this the next one, of the same name, is told from it.
        steps::paste(browser, "Added to a copy", "A text that is only here.").await?;
    }
    // With its texts in files of their own it is the same.
    let zip = incoming::download(browser, "project-zip", ".zip").await?;
    let copy = String::from_utf8(incoming::download(browser, "project", ".json").await?)?;
    let packed = incoming::file(browser, "packed.zip", &zip)?;
    browser.open_file(&packed).await?;
    incoming::opening(browser).await?;
    incoming::open_it(browser).await?;
    browser.find("button", "Small (copy) (copy)").await?;
    incoming::articles_are(browser, &["<script>alert(1)</script>", "Added to a copy"]).await?;
    let again = String::from_utf8(incoming::download(browser, "project", ".json").await?)?;
    ensure!(without(&again, &["id", "name"]) == without(&copy, &["id", "name"]), "of a zip:\n{again}");
    ensure!(again != copy, "it has an id of its own");
    // The one that was open before is as it was.
    browser.click("button", "Small (copy) (copy)").await?;
    let rows = "return Array.from(document.querySelectorAll('dialog .project-name'), (name) => name.textContent).sort()";
    let there = browser.js(rows, vec![]).await?;
    ensure!(
        there == json!(["My project", "Small", "Small (copy)", "Small (copy)", "Small (copy) (copy)"]),
        "{there}"
    );
    incoming::escape(browser, "Projects").await
}

/// Articles of the workplace's own, with a person's name or a word that is in each, their languages.
const ARTICLES: [(&str, &str, &str); 5] = [
    ("000_19d69e6cee32fc2c", "Maria Zakharova", "id"),
    ("001_2bc08d52c0fd3850", "Abu Marzouk", "id"),
    ("002_6505913a4826127b", "Ismail Chania", "id"),
    ("003_5ab9d9fe485b6ff5", "ХАМАС", "en"),
    ("004_1b10641f0375aade", "Mousa Abu Marzook", "en"),
];

/// Real articles, as they were scraped: read, marked, found again, saved. They are other people's writing
/// and stand beside the project, not in it: without them nothing is done.
pub(crate) async fn real_articles(browser: &mut Browser) -> Result<()> {
    // Drivers take no path with dots in it.
    let folder = fixtures::root()?.join("..").canonicalize()?.join("shared/articles");
    let paths = ARTICLES.map(|(title, ..)| folder.join(format!("{title}.txt")));
    if !paths.iter().all(|path| path.is_file()) {
        println!("no articles in {}: nothing is checked", folder.display());
        browser.open().await?;
        return Ok(());
    }
    browser.open().await?;
    browser.add_files(&paths.each_ref().map(|path| path.as_path())).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.standings() == ["new"; 5] && preview.issues.is_empty(), "{preview:?}");
    incoming::go_on(browser).await?;
    incoming::articles_are(browser, &ARTICLES.map(|(title, ..)| title)).await?;
    let guesses = "return Array.from(document.querySelectorAll('nav[aria-label=Articles] .language'), (tag) => tag.textContent)";
    let guesses = browser.js(guesses, vec![]).await?;
    ensure!(guesses == json!(ARTICLES.map(|(.., language)| language)), "{guesses}");

    for (n, (title, quote, _)) in ARTICLES.into_iter().enumerate() {
        steps::read(browser, title).await?;
        steps::mark(browser, quote, "Person").await?;
        if n == 0 {
            steps::give_name(browser).await?;
        }
    }
    browser.status("Saved").await?;
    browser.reload().await?;
    for (title, quote, _) in ARTICLES {
        steps::read(browser, title).await?;
        let script = "return document.querySelectorAll('article [data-annotations]').length > 0";
        browser.until("the mark is there again", script, vec![]).await?;
        let marked = browser.marked().await?;
        ensure!(marked.len() == 1 && marked[0].1 == quote, "{title}: {marked:?}");
    }
    let bytes = incoming::download(browser, "project", ".json").await?;
    let project: Value = serde_json::from_slice(&bytes)?;
    valid(&project)?;
    ensure!(incoming::slices_are_quotes(&project)? == 5, "five quotes");
    python_agrees(&bytes)?;
    let documents = project["documents"].as_array().context("documents")?;
    for ((title, _, language), path) in ARTICLES.into_iter().zip(&paths) {
        let document = documents.iter().find(|one| one["title"] == title).context("it is in the file")?;
        ensure!(document["language"] == language && document["languageGuessed"] == true, "{title}");
        let text = std::fs::read_to_string(path)?.replace("\r\n", "\n").replace('\r', "\n");
        ensure!(document["text"] == text.trim_start_matches('\u{FEFF}'), "the text of {title} is as it was");
    }
    Ok(())
}
