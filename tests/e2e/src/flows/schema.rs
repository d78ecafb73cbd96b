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
    let file = incoming::with_schema(browser, &schema)?;
    browser.open_file(&file).await?;
    let preview = incoming::opening(browser).await?;
    ensure!(preview.can_add && preview.issues.is_empty(), "{preview:?}");
    incoming::open_it(browser).await?;
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

/// Waits until the list of labels on the screen reads like that.
async fn labels_are(browser: &Browser, labels: &[&str]) -> Result<()> {
    let names =
        "Array.from(document.querySelectorAll('.schema-row .schema-name'), (name) => name.textContent)";
    browser.comes_to("the labels of the screen", names, &json!(labels)).await
}

/// Drags a label by its grip over another, and drops it if it may go there. The events are made: no driver drags.
async fn drag(browser: &Browser, label: &str, over: &str) -> Result<bool> {
    let drag = "
        const row = (id) => document.getElementById(`schema-label-${id}`).closest('li');
        const dataTransfer = new DataTransfer();
        const fire = (element, type) =>
            element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        fire(row(arguments[0]).querySelector('[draggable]'), 'dragstart');
        const may = !fire(row(arguments[1]), 'dragover');
        if (may) fire(row(arguments[1]), 'drop');
        return may;
    ";
    Ok(browser.js(drag, vec![json!(label), json!(over)]).await? == json!(true))
}

/// Types into a field and commits it.
async fn enter(browser: &Browser, field: &str, text: &str) -> Result<()> {
    browser.fill(field, text).await?;
    browser.press(&["Enter"]).await
}

/// A schema is made from nothing but the screen: labels with keys and attributes, moved by key; one in use gives its
/// annotations to another; each act is taken back by itself.
pub(crate) async fn of_ones_own(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Harbour", "The ferry Ada must not leave the harbour.").await?;
    browser.click("link", "Schema").await?;
    browser.find("heading", "Schema").await?;
    let news =
        ["Person", "Organisation", "Place", "Event", "Claim", "Time", "Quantity", "Cue", "Page furniture"];
    labels_are(browser, &news).await?;

    // By its button.
    browser.fill("New label", "Ship").await?;
    browser.click("button", "Add label").await?;
    labels_are(browser, &[&news[..4], &["Ship"], &news[4..]].concat()).await?;
    enter(browser, "Key", "1").await?;
    let said = "document.querySelector('[aria-invalid]')?.parentElement.textContent.includes('1 marks with Person already') ?? false";
    browser.comes_to("the clash is said at the field", said, &json!(true)).await?;
    enter(browser, "Key", "z").await?;
    enter(browser, "New attribute", "Tone").await?;
    browser.fill("Add a value", "calm").await?;
    browser.click("button", "Add value").await?;
    let focus = "document.activeElement.ariaLabel + document.activeElement.value";
    browser.comes_to("the field is empty and has the focus", focus, &json!("Add a value")).await?;
    enter(browser, "Add a value", "stern").await?;
    browser.choose("New annotations get", "calm").await?;

    // By key: the label goes up, and the focus with it.
    browser.js("document.getElementById('schema-label-ship').focus()", vec![]).await?;
    browser.press(&["Alt+ArrowUp", "Alt+ArrowUp"]).await?;
    labels_are(browser, &[&news[..2], &["Ship"], &news[2..]].concat()).await?;
    browser.comes_to("the focus", "document.activeElement.id", &json!("schema-label-ship")).await?;

    // By its grip: to another place of its group, and nowhere else.
    ensure!(drag(browser, "ship", "person").await?, "a label may go to another place of its group");
    labels_are(browser, &[&["Ship"], &news[..4], &news[4..]].concat()).await?;
    ensure!(!drag(browser, "ship", "claim").await?, "it may not go into another group");
    browser.click("button", "Undo").await?;
    labels_are(browser, &[&news[..2], &["Ship"], &news[2..]].concat()).await?;

    steps::read(browser, "Harbour").await?;
    browser.drag_over("ferry Ada").await?;
    browser.press(&["z"]).await?;
    browser.rows_are(&[("Ship", "ferry Ada")]).await?;
    browser.find("combobox", "Tone").await?;
    browser
        .comes_to("a new one has the default", "byRole('combobox', 'Tone')[0].value", &json!("calm"))
        .await?;

    // Another type of an attribute that has a value asks first.
    browser.click("link", "Schema").await?;
    let kind = "byRole('combobox', 'Type')[0].selectedOptions[0].text";
    browser.choose("Type", "Number").await?;
    browser.find("dialog", "Change the type?").await?;
    let says =
        "document.querySelector('dialog .retyped').textContent.includes('Not readable as the new type: 1.')";
    browser.comes_to("what becomes of it", says, &json!(true)).await?;
    browser.click("button", "Cancel").await?;
    browser.gone("dialog", "Change the type?").await?;
    browser.comes_to("the type is as it was", kind, &json!("Choice")).await?;
    browser.choose("Type", "Number").await?;
    browser.click("button", "Change the type").await?;
    browser.gone("dialog", "Change the type?").await?;
    browser.fill("New annotations get", "1.400").await?;
    browser.press(&["Enter"]).await?;
    // By key: WebKit's driver does not scroll to it.
    browser.tab_to("button", "Take 1400", false).await?;
    browser.press(&["Enter"]).await?;
    browser
        .comes_to("it is taken", "byRole('textbox', 'New annotations get')[0].value", &json!("1400"))
        .await?;
    browser.click("button", "Undo").await?;
    browser.click("button", "Undo").await?;
    browser.comes_to("the type is as it was, too", kind, &json!("Choice")).await?;

    browser.click("link", "Schema").await?;
    browser.click("button", "Delete this label …").await?;
    browser.find("dialog", "Delete this label?").await?;
    browser.choose("Move to", "Place").await?;
    browser.click("button", "Delete").await?;
    browser.gone("dialog", "Delete this label?").await?;
    labels_are(browser, &news).await?;
    steps::read(browser, "Harbour").await?;
    browser.rows_are(&[("Place", "ferry Ada")]).await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&[("Ship", "ferry Ada")]).await?;
    steps::saved(browser).await?;
    browser.reload().await?;
    browser.find("link", "Harbour").await?;
    steps::read(browser, "Harbour").await?;
    browser.rows_are(&[("Ship", "ferry Ada")]).await
}

/// A preset is looked at before it is taken in; the schema goes out as a file and comes into another project; a file
/// that is cut off is refused in words.
pub(crate) async fn presets_and_files(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Harbour", "The ferry Ada must not leave the harbour.").await?;
    browser.click("link", "Schema").await?;
    browser.click("button", "Presets …").await?;
    browser.find("dialog", "Presets").await?;
    browser.click("button", "Look at CoNLL-2003 …").await?;
    browser.find("dialog", "Take in a schema").await?;
    let fates = "Array.from(document.querySelectorAll('.merge-row'), (row) =>
        row.querySelector('.merge-name').textContent + ' ' + row.querySelector('.badge').textContent)";
    let rows = browser.ask(fates, vec![]).await?;
    ensure!(rows[0] == "PER added" && rows[4] == "Person kept", "{rows}");
    browser.click("checkbox", "Take MISC").await?;
    browser.click("checkbox", "Remove labels that are only here and used nowhere").await?;
    browser.click("button", "Take it in").await?;
    browser.gone("dialog", "Take in a schema").await?;
    labels_are(browser, &["PER", "ORG", "LOC"]).await?;

    browser.click("button", "Save as a file").await?;
    let (path, bytes) = browser.downloaded("schema.json").await?;
    let saved: serde_json::Value = serde_json::from_slice(&bytes)?;
    ensure!(saved["format"] == "postil-schema" && saved["schema"]["labels"][2]["id"] == "LOC", "{saved}");
    browser.click("button", "Undo").await?;
    browser.find("button", "Presets …").await?;
    browser.open_file(&path).await?;
    browser.find("dialog", "Take in a schema").await?;
    browser.click("button", "Take it in").await?;
    browser.gone("dialog", "Take in a schema").await?;
    labels_are(
        browser,
        &[
            "Person",
            "Organisation",
            "Place",
            "Event",
            "PER",
            "ORG",
            "LOC",
            "Claim",
            "Time",
            "Quantity",
            "Cue",
            "Page furniture",
        ],
    )
    .await?;

    let cut =
        incoming::file(browser, "cut.json", String::from_utf8_lossy(&bytes[..bytes.len() / 2]).into_owned())?;
    browser.open_file(&cut).await?;
    let preview = incoming::opening(browser).await?;
    ensure!(
        !preview.can_add && preview.notices(&["cut.json", "a schema file that ends in the middle"]),
        "{preview:?}"
    );
    incoming::stop(browser).await
}

/// What is unsure in all articles stands in one list, with its note, and is a step away from its text.
pub(crate) async fn open_questions(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::paste(browser, "Second", "Cem met Dee in Oslo.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    browser.click("button", "Unsure").await?;
    browser.fill("Note", "The queen?").await?;
    steps::mark(browser, "Rome", "Place").await?;
    steps::read(browser, "Second").await?;
    browser.click("link", "Open questions").await?;
    let rows = "Array.from(document.querySelectorAll('.question'), (row) => row.innerText.replace(/\\s+/g, ' ').trim())";
    browser.comes_to("what is unsure", rows, &json!(["Person Ada Unsure The queen? First"])).await?;
    browser.click("button", "Incomplete").await?;
    browser.click("button", "Unsure").await?;
    browser.comes_to("nothing is incomplete", rows, &json!([])).await?;
    browser.click("button", "With a note").await?;
    browser.click("link", "Person Ada").await?;
    browser.reads("First").await?;
    browser.selected_are(&["Ada"]).await
}

/// Guidelines in Markdown are typed beside what becomes of them, and stand beside the article; no HTML comes of them,
/// and a link leads to the web or nowhere.
pub(crate) async fn guidelines(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Harbour", "The ferry Ada must not leave the harbour.").await?;
    browser.click("link", "Schema").await?;
    let text = "# Names\nMark **only** names, [as here](https://names.example/), not [there](javascript:alert(1)).\n- <b>Ships</b>";
    // WebKit's driver types no line break, but it has the key for one.
    browser.fill("Guidelines in Markdown", &text.replace('\n', "\u{E007}")).await?;
    browser.press(&["Control+Enter"]).await?;
    let shown = "(() => {
        const place = document.querySelector('.markdown');
        return [place?.querySelector('h3')?.textContent, place?.querySelector('strong')?.textContent,
            Array.from(place?.querySelectorAll('a') ?? [], (link) => link.href), place?.querySelector('li')?.textContent];
    })()";
    let expected = json!(["Names", "only", ["https://names.example/"], "<b>Ships</b>"]);
    browser.comes_to("what is typed is shown", shown, &expected).await?;
    steps::read(browser, "Harbour").await?;
    browser.click("button", "Guidelines").await?;
    browser.find("region", "Guidelines").await?;
    browser.comes_to("it is shown beside the article", shown, &expected).await?;
    steps::mark(browser, "ferry Ada", "Event").await?;
    browser.click("button", "Close the guidelines").await?;
    browser.gone("region", "Guidelines").await?;
    browser.click("button", "Undo").await?;
    browser.click("button", "Undo").await?;
    steps::saved(browser).await?;
    let project = incoming::project(browser).await?;
    ensure!(project.get("guidelines").is_none(), "taken back: {project}");
    Ok(())
}

/// A whole article gets labels under its title, and loses them again.
pub(crate) async fn of_whole_articles(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "Harbour", "The ferry Ada must not leave the harbour.").await?;
    steps::read(browser, "Harbour").await?;
    browser.choose("Label the whole article …", "Event").await?;
    browser.choose("Label the whole article …", "Claim").await?;
    let labels =
        "Array.from(document.querySelectorAll('.article-label .chip'), (label) => label.textContent)";
    browser.comes_to("its labels", labels, &json!(["Event", "Claim"])).await?;
    browser.click("button", "Take Event off the article").await?;
    browser.comes_to("one is off", labels, &json!(["Claim"])).await?;
    browser.click("button", "Undo").await?;
    browser.comes_to("and on again", labels, &json!(["Event", "Claim"])).await?;
    steps::saved(browser).await?;
    let project = incoming::project(browser).await?;
    let kept = &project["documents"][0]["labels"];
    ensure!(kept[0]["label"] == "event" && kept[1]["origin"]["how"] == "manual", "{kept}");
    Ok(())
}
