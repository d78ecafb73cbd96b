//! The matrix of claims: ordered, filtered, arranged, held against another statement, saved in every form, printed, and
//! taken back.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::support::Browser;

const KEPT: &str = "Tarrow Hydro kept the leak from the authority";
const KNOWN: &str = "The leak had been known since the spring";
const LEAK: &str = "About 40 litres of water a second leak through the wall of the dam";
const STABLE: &str = "The dam is stable, and nobody has to leave home";
const GAZETTE: &str = "Tarrow reservoir lowered after leak";
const SADA: &str = "خفض منسوب سد تارو بعد تسرّب";
const WARTA: &str = "Air Waduk Tarrow diturunkan";
const VESTNIK: &str = "На плотине Тарроу обнаружили течь";
const MIRROR: &str = "Tarrow Dam leak may be larger";
/// What the cell says that conflicts.
const CLASH: &str = "conflicts, reports, 55 litres, laporan pemeriksaan, 1 statement";

/// The matrix of the example.
async fn begin(browser: &Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.click("button", "Example project").await?;
    browser.find("button", "Example: the Tarrow Dam").await?;
    browser.click("link", "Claims").await?;
    browser.find("table", "Claim matrix").await?;
    Ok(())
}

async fn rows_are(browser: &Browser, claims: &[&str]) -> Result<()> {
    let rows = "Array.from(document.querySelectorAll('.claim-text'), (text) => text.textContent)";
    browser.comes_to("rows", rows, &json!(claims)).await
}

async fn columns_are(browser: &Browser, titles: &[&str]) -> Result<()> {
    let columns =
        "Array.from(document.querySelectorAll('.matrix-column .matrix-name'), (name) => name.textContent)";
    browser.comes_to("columns", columns, &json!(titles)).await
}

/// Waits until the cells of a claim's row say this, as it is read out; silent ones are left out.
async fn cells_are(browser: &Browser, claim: &str, cells: &[&str]) -> Result<()> {
    let said = format!(
        "Array.from(Array.from(document.querySelectorAll('.rows > .matrix-row'))
            .find((row) => row.querySelector('.claim-text').textContent === {})?.querySelectorAll('.claim-cell') ?? [],
            (cell) => nameOf(cell)).filter((said) => said !== 'silent')",
        json!(claim)
    );
    browser.comes_to(&format!("cells of “{claim}”"), &said, &json!(cells)).await
}

/// Drags the nth head of a row or column over another, and drops it there. The events are made: no driver drags.
async fn drag(browser: &Browser, kind: &str, from: usize, to: usize) -> Result<()> {
    let drag = "
        const heads = document.querySelectorAll(`[data-head=${arguments[0]}]`);
        const dataTransfer = new DataTransfer();
        const fire = (element, type) =>
            element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        const grip = heads[arguments[1]];
        fire(grip.querySelector('[draggable]') ?? grip, 'dragstart');
        const may = !fire(heads[arguments[2]], 'dragover');
        if (may) fire(heads[arguments[2]], 'drop');
        return may;
    ";
    let may = browser.js(drag, vec![json!(kind), json!(from), json!(to)]).await?;
    ensure!(may == json!(true), "{kind} {from} may go to {to}");
    Ok(())
}

/// Saves in a form, and gives what the file holds.
async fn saved(browser: &Browser, button: &str, ending: &str) -> Result<String> {
    browser.click("button", button).await?;
    let (_, bytes) = browser.downloaded(ending).await?;
    // What is said lies over what stands below.
    browser.click("button", "Close the message").await?;
    Ok(String::from_utf8(bytes)?)
}

/// Ordered and filtered, moved by keys and by the mouse; another reference; and each act is taken back by itself.
pub(crate) async fn are_arranged_and_judged(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    rows_are(browser, &[KEPT, KNOWN, LEAK, STABLE]).await?;
    columns_are(browser, &[GAZETTE, SADA, WARTA, VESTNIK, MIRROR]).await?;
    let reference = "reference, reports, ~ 40 litres, Dariya Sokolan, 1 statement";
    cells_are(browser, LEAK, &[reference, CLASH]).await?;
    browser.choose("Order", "Conflicts first").await?;
    rows_are(browser, &[LEAK, STABLE, KEPT, KNOWN]).await?;
    browser.choose("Topic", "Safety").await?;
    rows_are(browser, &[STABLE]).await?;
    browser.choose("Topic", "Every topic").await?;
    browser.choose("Language", "ar").await?;
    columns_are(browser, &[SADA]).await?;
    browser.choose("Language", "Every language").await?;
    rows_are(browser, &[LEAK, STABLE, KEPT, KNOWN]).await?;

    // By keys, and the focus goes along.
    browser.js("document.getElementById('claim-matrix-0-0').focus()", vec![]).await?;
    browser.press(&["Alt+ArrowDown"]).await?;
    browser.hears("Row 2 of 4").await?;
    rows_are(browser, &[STABLE, LEAK, KEPT, KNOWN]).await?;
    browser.comes_to("the focus", "document.activeElement.id", &json!("claim-matrix-1-0")).await?;
    browser.press(&["ArrowRight", "Alt+ArrowRight"]).await?;
    browser.hears("Column 2 of 5").await?;
    columns_are(browser, &[SADA, GAZETTE, WARTA, VESTNIK, MIRROR]).await?;
    browser.comes_to("the focus", "document.activeElement.id", &json!("claim-matrix-1-2")).await?;
    // By the mouse.
    drag(browser, "row", 2, 0).await?;
    rows_are(browser, &[KEPT, STABLE, LEAK, KNOWN]).await?;
    drag(browser, "column", 4, 1).await?;
    columns_are(browser, &[SADA, MIRROR, GAZETTE, WARTA, VESTNIK]).await?;

    browser.click("button", CLASH).await?;
    browser.find("heading", LEAK).await?;
    let quote = "Array.from(document.querySelectorAll('.told-quote'),
        (quote) => [quote.querySelector('mark').textContent, quote.lang, quote.dir])";
    let told = json!([["rembesan itu mencapai 55 liter per detik", "id", "ltr"]]);
    browser.comes_to("the statement of the cell", quote, &told).await?;
    browser.click("button", "Hold the row against this").await?;
    browser.hears("The row is held against this statement now").await?;
    let other = "conflicts, reports, ~ 40 litres, Dariya Sokolan, 1 statement";
    let held = "reference, reports, 55 litres, laporan pemeriksaan, 1 statement";
    cells_are(browser, LEAK, &[other, held]).await?;

    browser.click("button", "Undo").await?;
    cells_are(browser, LEAK, &[reference, CLASH]).await?;
    browser.click("button", "Undo").await?;
    columns_are(browser, &[SADA, GAZETTE, WARTA, VESTNIK, MIRROR]).await?;
    browser.click("button", "Undo").await?;
    rows_are(browser, &[STABLE, LEAK, KEPT, KNOWN]).await?;
    browser.click("button", "Undo").await?;
    columns_are(browser, &[GAZETTE, SADA, WARTA, VESTNIK, MIRROR]).await?;
    browser.click("button", "Undo").await?;
    rows_are(browser, &[KEPT, KNOWN, LEAK, STABLE]).await
}

/// Every form says what the screen shows, with signs that are drawn; the browser's own print prints all of it.
pub(crate) async fn are_saved_and_printed(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    let svg = saved(browser, "Save as SVG", "Claim matrix.svg").await?;
    let drawn = |sign: &str| svg.matches(&format!("class=\"sign sign-{sign}\"")).count();
    ensure!(svg.starts_with("<?xml") && svg.contains("55 litres"), "a picture: {svg}");
    ensure!((drawn("conflict"), drawn("reference"), drawn("agree")) == (2, 5, 2), "with its signs: {svg}");

    let csv = saved(browser, "Save as CSV", "Claim matrix.csv").await?;
    ensure!(csv.starts_with("\u{feff}claim_id,claim,topic,column,standing,reference,why,"), "{csv}");
    ensure!(csv.lines().count() == 1 + 4 * 5, "a line for each cell: {csv}");
    let line = csv.lines().find(|line| line.contains("figures-apart")).unwrap_or_default();
    ensure!(line.starts_with(&format!("leak,{LEAK},Leak,{WARTA},conflict,no,figures-apart,")), "{line}");
    ensure!(line.contains(",exact,55,,litres,"), "{line}");

    let html = saved(browser, "Save as HTML", "Claim matrix.html").await?;
    ensure!(
        html.contains("<svg class=\"sign conflict\"") && html.contains("<b dir=\"auto\">55 litres</b>"),
        "{html}"
    );
    let report = saved(browser, "Report of all claims shown as HTML", "Claim report.html").await?;
    ensure!(report.contains("<blockquote dir=\"rtl\" lang=\"ar\">"), "quotes say their language: {report}");
    let report = saved(browser, "Report of all claims shown as Markdown", "Claim report.md").await?;
    for part in ["\n> rembesan itu mencapai 55 liter per detik\n", "\n≠ conflicts: no number fits both · "]
    {
        ensure!(report.contains(part), "“{part}” in {report}");
    }

    // What a browser does before it prints by its own menu.
    let paper = "dispatchEvent(new Event('beforeprint'));
        return Promise.resolve().then(() =>
            Array.from(document.querySelectorAll('.print-claims tr'), (row) => row.cells.length));";
    let cells: Value = browser.js(paper, vec![]).await?;
    ensure!(cells == json!([6, 6, 6, 6, 6]), "the whole matrix stands on the paper: {cells}");
    browser.js("dispatchEvent(new Event('afterprint'))", vec![]).await?;
    browser.until("it is over", "return !document.querySelector('.print-claims')", vec![]).await
}
