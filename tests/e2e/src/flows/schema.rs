//! A project that brings its own labels in its file.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

/// Its labels stand in the bar and no others; they mark by button and by their own key, with their own attributes and
/// defaults, and go out again as they came.
pub(crate) async fn of_a_file_marks(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let schema = json!({
        "labels": [
            {"id": "ship", "name": "Ship", "kind": "other", "colour": 5, "key": "z"},
            {"id": "order", "name": "Order", "kind": "claim", "colour": 9, "key": "y", "attributes": ["tone"]},
        ],
        "attributes": [
            {"id": "tone", "name": "Tone", "type": "choice", "values": ["calm", "stern"], "default": "calm"},
        ],
        "relationTypes": [],
    });
    let file = json!({
        "format": "postil-project", "version": 1, "id": "own", "name": "Harbour",
        "created": "2026-11-20T09:00:00.000Z", "modified": "2026-11-20T09:00:00.000Z",
        "offsets": {"unit": "codepoint", "end": "exclusive", "normalization": "none"},
        "schema": schema, "people": [], "entities": [], "claims": [],
        "documents": [{"id": "d-1", "title": "Ferry", "text": "The ferry Ada must not leave the harbour."}],
        "annotations": [], "relations": [],
    });
    let file = incoming::file(browser, "harbour.json", file.to_string())?;
    browser.open_file(&file).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.can_add && preview.issues.is_empty(), "{preview:?}");
    incoming::go_on(browser).await?;
    browser.find("button", "Harbour").await?;
    steps::read(browser, "Ferry").await?;
    browser.find("button", "Ship").await?;
    browser.find("button", "Order").await?;
    ensure!(browser.all("button", Some("Person")).await?.is_empty(), "there are no labels but its own");

    steps::mark(browser, "ferry Ada", "Ship").await?;
    browser.drag_over("must not leave the harbour").await?;
    browser.press(&["y"]).await?;
    browser
        .until(
            "the key of its own label marks",
            "return document.querySelectorAll('#annotations li').length === 2",
            vec![],
        )
        .await?;
    browser.find("combobox", "Tone").await?;
    incoming::choose(browser, "Tone", "stern").await?;
    steps::saved(browser).await?;

    let project = incoming::project(browser).await?;
    let marks = project["annotations"].as_array().cloned().unwrap_or_default();
    let of = |label: &str| marks.iter().find(|mark| mark["label"] == label);
    ensure!(of("ship").is_some_and(|mark| mark["fragments"][0]["quote"] == "ferry Ada"), "{marks:?}");
    ensure!(of("order").is_some_and(|mark| mark["attributes"]["tone"] == "stern"), "{marks:?}");
    ensure!(project["schema"]["labels"] == schema["labels"], "its labels: {}", project["schema"]);
    ensure!(incoming::slices_are_quotes(&project)? == 2, "two fragments");
    Ok(())
}
