//! What a model predicted comes in, is accepted or refused by keys and by mouse, and nothing that was not in view is taken.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{incoming, steps};
use crate::support::Browser;

/// So many names stand in the first article, with scores that go down from 0.99.
const NAMES: usize = 40;

/// A file of Label Studio: two articles with predictions of one model.
fn predictions() -> Value {
    let region = |n: usize, start: usize, text: &str, label: &str, score: f64| {
        json!({"id": format!("r{n}"), "from_name": "label", "to_name": "text", "type": "labels", "score": score,
            "value": {"start": start, "end": start + text.len(), "text": text, "labels": [label]}})
    };
    let text: String = (0..NAMES).map(|n| format!("N{n:02} came. ")).collect();
    let names = (0..NAMES).map(|n| region(n, n * 10, &format!("N{n:02}"), "Person", (99 - n) as f64 / 100.0));
    let names: Vec<Value> = names.collect();
    json!([
        {"id": 1, "data": {"text": text}, "predictions": [{"model_version": "tagger-7", "result": names}]},
        {"id": 2, "data": {"text": "In Oslo it rained."}, "predictions": [{"model_version": "tagger-7", "result": [
            region(0, 3, "Oslo", "Place", 0.55),
        ]}]},
    ])
}

/// Adds the file and shows the list.
pub(crate) async fn come_in(browser: &Browser) -> Result<()> {
    let file = incoming::file(browser, "predictions.json", predictions().to_string())?;
    browser.add_files(&[&file]).await?;
    incoming::preview(browser).await?;
    incoming::go_on(browser).await?;
    browser.click("link", "Suggestions").await?;
    browser.find("list", "Suggestions to accept or refuse").await?;
    Ok(())
}

/// How many are listed, and the first quotes that are shown.
const LISTED: &str = "[Number(document.querySelector('.suggestion')?.getAttribute('aria-setsize') ?? 0),
    Array.from(document.querySelectorAll('.suggestion strong'), (one) => one.textContent).slice(0, 3)]";

/// The quote of the row that has the focus.
const AT: &str = "document.activeElement?.closest('.suggestion')?.querySelector('strong').textContent ?? ''";

/// Sets the threshold as a person does in the field for the number.
async fn at_least(browser: &Browser, least: &str) -> Result<()> {
    let set = "const field = document.querySelector('.suggestions-least');
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    browser.js(set, vec![json!(least)]).await?;
    Ok(())
}

async fn lists(browser: &Browser, total: usize, first: &[&str]) -> Result<()> {
    browser.comes_to("what is listed", LISTED, &json!([total, first])).await
}

/// Threshold, keys, undo, mouse; then the same in the article; the same file again brings nothing.
pub(crate) async fn go_by_keys_and_by_mouse(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    come_in(browser).await?;
    lists(browser, NAMES + 1, &["N00", "N01", "N02"]).await?;
    at_least(browser, "0.9").await?;
    lists(browser, 10, &["N00", "N01", "N02"]).await?;
    incoming::choose(browser, "Order", "least").await?;
    lists(browser, 10, &["N09", "N08", "N07"]).await?;
    incoming::choose(browser, "Order", "surest").await?;
    lists(browser, 10, &["N00", "N01", "N02"]).await?;

    // By keys, from row to row.
    browser.js("document.getElementById('suggestions-0').focus()", vec![]).await?;
    browser.press(&["ArrowDown"]).await?;
    browser.comes_to("the row with the focus", AT, &json!("N00")).await?;
    browser.press(&["Shift+A"]).await?;
    browser.hears("Accept: Person “N00”. 9 left.").await?;
    browser.comes_to("the row with the focus", AT, &json!("N01")).await?;
    browser.press(&["Shift+A"]).await?;
    browser.comes_to("the row with the focus", AT, &json!("N02")).await?;
    browser.press(&[";"]).await?;
    browser.comes_to("the row with the focus", AT, &json!("N03")).await?;
    browser.press(&["Shift+X"]).await?;
    browser.hears("Refuse: Person “N03”. 7 left.").await?;
    lists(browser, 7, &["N02", "N04", "N05"]).await?;
    browser.press(&["Control+z"]).await?;
    lists(browser, 8, &["N02", "N03", "N04"]).await?;

    // By mouse.
    browser.click("button", "Refuse Person “N03”").await?;
    lists(browser, 7, &["N02", "N04", "N05"]).await?;
    browser.choose("Label of “N02”", "Place").await?;
    browser.click("button", "Accept Place “N02”").await?;
    lists(browser, 6, &["N04", "N05", "N06"]).await?;

    // In the article, by the same keys; the filter holds there too.
    browser.js("document.querySelector('.suggestion-link').click()", vec![]).await?;
    browser.inspects(&["N04"]).await?;
    browser.press(&["Shift+A"]).await?;
    browser.inspects(&["N05"]).await?;
    browser.press(&["Shift+X"]).await?;
    browser.inspects(&["N06"]).await?;
    browser.click("button", "Accept").await?;
    browser.inspects(&["N07"]).await?;
    let drawn = "[document.querySelectorAll('.seg.suggested').length > 0, document.querySelectorAll('.seg.rejected').length,
        fragments().length > 6]";
    browser.comes_to("suggestions are drawn, and what was refused", drawn, &json!([true, 2, true])).await?;
    browser.click("link", "Suggestions").await?;
    browser.click("checkbox", "Show in the articles").await?;
    browser.click("link", "Library").await?;
    let title = incoming::articles(browser).await?.into_iter().next().unwrap_or_default();
    steps::read(browser, &title).await?;
    let hidden = "[document.querySelectorAll('.seg.suggested, .seg.rejected').length, document.querySelectorAll('.seg').length]";
    browser.comes_to("neither is drawn", hidden, &json!([0, 5])).await?;

    // What was refused, and what was not looked at yet, is not brought again.
    let file = incoming::file(browser, "predictions.json", predictions().to_string())?;
    browser.add_files(&[&file]).await?;
    incoming::preview(browser).await?;
    incoming::stop(browser).await?;
    let project = incoming::project(browser).await?;
    let statuses = project["annotations"].as_array().map(|all| {
        let with = |status: &str| all.iter().filter(|own| own["status"] == status).count();
        (with("accepted"), with("rejected"), with("suggested"))
    });
    ensure!(statuses == Some((5, 2, NAMES + 1 - 7)), "{statuses:?}");
    Ok(())
}

/// Of a list that is longer than the window only what was in view is accepted, after a look at it; one undo for all.
pub(crate) async fn nothing_unseen_is_taken(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    come_in(browser).await?;
    let count = "Array.from(document.querySelectorAll('.suggestions-all .button'), (one) =>
        one.textContent.match(/\\((\\d+) of (\\d+)\\)/)?.slice(1).map(Number))[0]";
    browser
        .comes_to(
            "some are in view, and not all",
            &format!("(([seen, all]) => [seen > 0, seen < all, all])({count})"),
            &json!([true, true, NAMES + 1]),
        )
        .await?;
    let seen = browser.ask(count, vec![]).await?[0].as_u64().unwrap_or_default();
    browser.js("document.querySelectorAll('.suggestions-all .button')[0].click()", vec![]).await?;
    browser.find("dialog", "Accept suggestions").await?;
    browser.click("button", &format!("Accept {seen}")).await?;
    browser.gone("dialog", "Accept suggestions").await?;
    browser.hears(&format!("Accept: {seen} suggestions. {} left.", NAMES + 1 - seen as usize)).await?;
    browser.click("button", "Undo").await?;
    browser.comes_to("all are back", &format!("{count}[1]"), &json!(NAMES + 1)).await?;
    // Scrolled to the end, all but those between are seen.
    browser.js("document.querySelector('.suggestions-place').scrollTop = 1e6", vec![]).await?;
    let grows = format!("{count}[0] > {seen} && {count}[0] < {}", NAMES + 1);
    browser.comes_to("those at the end are seen too", &grows, &json!(true)).await
}
