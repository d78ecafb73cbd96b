//! Export of a part of a project: filtered, split into files, with other names for labels; the split is taken back.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::incoming;
use crate::support::{Browser, fixtures};

/// Opens what stands behind a name in the dialog.
async fn unfold(browser: &Browser, name: &str) -> Result<()> {
    let open = "const summary = Array.from(document.querySelectorAll('dialog summary'))
        .find((summary) => summary.textContent === arguments[0]);
        if (summary !== undefined && !summary.parentElement.open) summary.click();
        return summary?.parentElement.open === true";
    browser.until(&format!("“{name}” is open"), open, vec![json!(name)]).await
}

/// How many articles of an exported project are in each split.
fn splits(project: &Value) -> Result<[usize; 4]> {
    let documents = project["documents"].as_array().context("documents")?;
    let count = |split: &Value| documents.iter().filter(|own| own["split"] == *split).count();
    Ok([json!("train"), json!("dev"), json!("test"), Value::Null].map(|split| count(&split)))
}

/// What was chosen is in the files, each of its split, under the names that were typed; Undo takes back both.
pub(crate) async fn is_split_and_named(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    browser.open_file(&fixtures::root()?.join("static/example.json")).await?;
    incoming::opening(browser).await?;
    incoming::open_it(browser).await?;
    // Until then it is the project before it that would be exported.
    browser.find("heading", "Example: the Tarrow Dam").await?;
    ensure!(splits(&incoming::project(browser).await?)? == [0, 0, 0, 5], "nothing is split yet");

    browser.click("button", "Export").await?;
    incoming::choose(browser, "Format", "conll").await?;
    // The worker has the project from here on, and must have it anew after each act.
    incoming::can_download(browser).await?;
    unfold(browser, "Split into train, dev and test").await?;
    browser.click("button", "Split").await?;
    let rows = "return JSON.stringify(Array.from(document.querySelectorAll('.split-table tbody tr'),
        (row) => Array.from(row.cells, (cell) => cell.textContent).slice(0, 2))) === JSON.stringify(arguments[0])";
    let expected = vec![json!([["train", "3"], ["dev", "1"], ["test", "1"]])];
    browser.until("the table shows the parts", rows, expected).await?;

    incoming::can_download(browser).await?;
    unfold(browser, "Names of labels in this format").await?;
    browser.fill("Person", "PER").await?;
    browser.press(&["Enter"]).await?;
    unfold(browser, "Choose articles and annotations").await?;
    browser.click("checkbox", "Place (7)").await?;
    incoming::choose(browser, "Files", "split").await?;
    let says = "return document.querySelector('dialog .chosen')?.textContent === arguments[0]";
    let counts = json!("5 of 5 articles, 39 of 46 annotations");
    browser.until("it says how much is written", says, vec![counts]).await?;
    let bytes = incoming::download(browser, "conll", ".conll.zip").await?;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).context("a zip")?;
    let mut all = String::new();
    for name in ["train.conll", "dev.conll", "test.conll"] {
        std::io::Read::read_to_string(&mut zip.by_name(name)?, &mut all)?;
    }
    ensure!(zip.len() == 4, "three parts and the report");
    ensure!(all.matches("-DOCSTART-").count() == 5, "every article: {all}");
    ensure!(all.contains(" B-PER") && !all.contains("-Person"), "under the name that was typed: {all}");
    ensure!(all.contains(" B-Organisation") && !all.contains("-Place"), "without places: {all}");

    let project = incoming::project(browser).await?;
    ensure!(splits(&project)? == [3, 1, 1, 0], "the project keeps the split");
    ensure!(project["schema"]["labels"][0]["equivalents"] == json!({"conll": "PER"}), "and the name");
    browser.click("button", "Undo").await?;
    browser.click("button", "Undo").await?;
    let project = incoming::project(browser).await?;
    ensure!(splits(&project)? == [0, 0, 0, 5], "Undo takes back the split");
    ensure!(project["schema"]["labels"][0]["equivalents"].is_null(), "and the name");

    // A text without what stands around the article.
    browser.click("button", "Export").await?;
    incoming::choose(browser, "Format", "json-lines").await?;
    unfold(browser, "Choose articles and annotations").await?;
    browser.click("checkbox", "Page furniture (4)").await?;
    incoming::can_download(browser).await?;
    let furniture =
        "return document.querySelector('dialog [aria-label=Preview]').textContent.includes('Ten walks')";
    ensure!(
        browser.js(furniture, vec![]).await? == true,
        "a label that is left out leaves the text as it is"
    );
    browser.click("checkbox", "Page furniture (4)").await?;
    let passage = "const boxes = Array.from(document.querySelectorAll('dialog fieldset'))
        .find((own) => own.querySelector('legend').textContent === 'Page furniture').querySelectorAll('label');
        Array.from(boxes).find((own) => own.textContent === 'Page furniture (4)').querySelector('input').click();
        return true";
    browser.js(passage, vec![]).await?;
    let bytes = incoming::download(browser, "json-lines", ".jsonl").await?;
    let text = String::from_utf8(bytes)?;
    ensure!(!text.contains("Ten walks"), "the passages are gone");
    for line in text.lines() {
        let row: Value = serde_json::from_str(line)?;
        for mark in row["annotations"].as_array().context("annotations")? {
            let at = |key: &str| mark[key].as_u64().map(|at| at as usize).context("an offset");
            let text = row["text"].as_str().context("a text")?;
            let slice: String = text.chars().skip(at("start")?).take(at("end")? - at("start")?).collect();
            ensure!(
                mark["fragments"].as_array().is_some_and(|all| all.len() > 1) || mark["text"] == slice,
                "{mark} is not “{slice}”"
            );
        }
    }
    Ok(())
}
