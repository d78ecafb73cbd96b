//! axe-core finds nothing in any screen and dialog, in both themes, wide and narrow.

use std::env;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{folder, incoming, lacking, steps, suggestions};
use crate::support::{Browser, fixtures};

/// Where xtask says that the script of axe-core is.
pub(crate) const SCRIPT: &str = "POSTIL_E2E_AXE";

/// Violations as lines: rule, element, what to do. In the page's own world, so that the policy is not in its way.
const LOOK: &str = "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join('\\n'))))";

/// Every screen, in the two themes and in two widths.
pub(crate) async fn finds_nothing(browser: &mut Browser) -> Result<()> {
    let script = env::var(SCRIPT).context("xtask says where axe-core is")?;
    let axe = std::fs::read_to_string(script)?;
    folder::stand_in(browser).await?;
    browser.open().await?;
    look(browser, &axe, "the empty project").await?;
    browser
        .add_files(&[&fixtures::article(fixtures::ENGLISH)?, &fixtures::article(fixtures::ARABIC)?])
        .await?;
    incoming::preview(browser).await?;
    look(browser, &axe, "Add articles").await?;
    incoming::go_on(browser).await?;
    steps::read(browser, fixtures::ENGLISH).await?;
    look(browser, &axe, "an article without marks").await?;
    browser.click("link", "Entities").await?;
    browser.find("heading", "Entities").await?;
    look(browser, &axe, "Entities, empty").await?;
    steps::read(browser, fixtures::ENGLISH).await?;
    steps::mark(browser, "Marta Lindqvist", "Person").await?;
    steps::give_name(browser).await?;
    steps::mark(browser, "The bridge is safe", "Claim").await?;
    browser.find("region", "Hint").await?;
    look(browser, &axe, "an annotation").await?;
    entities(browser, &axe).await?;
    claims(browser, &axe).await?;
    browser.click("button", "Pen").await?;
    look(browser, &axe, "the pen").await?;
    browser.press(&["Escape"]).await?;
    browser.press(&["Control+k"]).await?;
    browser.find("dialog", "Commands").await?;
    look(browser, &axe, "Commands").await?;
    browser.press(&["Escape"]).await?;
    browser.click("button", "Find").await?;
    browser.fill("Find in the article", "bridge").await?;
    look(browser, &axe, "the search").await?;
    browser.click("button", "Mark all …").await?;
    browser.find("dialog", "Mark all hits").await?;
    look(browser, &axe, "Mark all hits").await?;
    browser.click("button", "Cancel").await?;
    browser.click("button", "Close the search").await?;
    browser.click("button", "Details").await?;
    browser.find("dialog", "Article details").await?;
    look(browser, &axe, "Article details").await?;
    browser.click("button", "New version of the text …").await?;
    browser.find("dialog", "New version of the text").await?;
    look(browser, &axe, "New version of the text").await?;
    let text = incoming::field(browser, "Text").await?.replace("Marta Lindqvist", "Mara Lindquist");
    browser.fill("Text", &text).await?;
    browser.click("button", "Compare").await?;
    browser.find("button", "Take the new text").await?;
    look(browser, &axe, "what a new version changes").await?;
    browser.click("button", "Cancel").await?;
    for (button, dialog) in [
        ("Keyboard", "Keyboard"),
        ("Export", "Export"),
        ("My project", "Projects"),
        (steps::PERSON, "Who is annotating?"),
    ] {
        browser.click("button", button).await?;
        browser.find("dialog", dialog).await?;
        look(browser, &axe, dialog).await?;
        browser.press(&["Escape"]).await?;
        browser.gone("dialog", dialog).await?;
    }
    browser.click("button", "My project").await?;
    browser.click("button", "Delete …").await?;
    browser.find("dialog", "Delete this project?").await?;
    look(browser, &axe, "Delete this project?").await?;
    browser.click("button", "Keep it").await?;
    browser.click("link", "Open questions").await?;
    browser.find("heading", "Open questions").await?;
    look(browser, &axe, "Open questions").await?;
    suggested(browser, &axe).await?;
    browser.click("link", "Schema").await?;
    browser.js("document.getElementById('schema-label-claim').click()", vec![]).await?;
    browser.find("button", "Delete this label …").await?;
    browser.js("document.getElementById('schema-attribute-stance').click()", vec![]).await?;
    look(browser, &axe, "Schema").await?;
    browser.click("button", "Delete this label …").await?;
    browser.find("dialog", "Delete this label?").await?;
    look(browser, &axe, "Delete this label?").await?;
    browser.click("button", "Cancel").await?;
    browser.click("button", "Presets …").await?;
    browser.find("dialog", "Presets").await?;
    look(browser, &axe, "Presets").await?;
    browser.click("button", "Look at Claims and attribution …").await?;
    browser.find("dialog", "Take in a schema").await?;
    look(browser, &axe, "Take in a schema").await?;
    browser.click("button", "Cancel").await?;
    browser.click("link", "History").await?;
    browser.find("table", "What was done").await?;
    look(browser, &axe, "History").await?;
    browser.click("button", "Forget the history …").await?;
    browser.find("dialog", "Forget the history?").await?;
    look(browser, &axe, "Forget the history?").await?;
    browser.click("button", "Keep it").await?;
    browser.click("link", "Settings").await?;
    browser.click("button", "Choose a backup folder …").await?;
    browser.find("button", "Stop the backups").await?;
    look(browser, &axe, "Settings with a backup folder").await?;
    folder::lose(browser).await?;
    look(browser, &axe, "a backup folder that is gone").await?;
    browser.click("button", "Stop the backups").await?;
    browser.click("button", "Delete everything …").await?;
    browser.find("dialog", "Delete everything from this browser?").await?;
    look(browser, &axe, "Delete everything from this browser?").await?;
    browser.click("button", "Keep everything").await?;
    browser.click("link", "Library").await?;
    look(browser, &axe, "Library").await?;
    browser.click("checkbox", "Choose all that are shown").await?;
    browser.click("button", "Edit details …").await?;
    browser.find("dialog", "Edit details").await?;
    look(browser, &axe, "Edit details").await?;
    incoming::escape(browser, "Edit details").await?;
    incoming::choose(browser, "Group by", "2").await?;
    look(browser, &axe, "the library with groups and a choice").await?;
    browser.click("link", "Search").await?;
    browser.fill("Search all articles", "bridge").await?;
    browser.find("link", fixtures::ENGLISH).await?;
    look(browser, &axe, "Search").await?;
    browser.click("link", "Statistics").await?;
    browser.find("heading", "Annotations by label").await?;
    browser
        .js("document.querySelectorAll('details').forEach((details) => { details.open = true; })", vec![])
        .await?;
    look(browser, &axe, "Statistics").await?;
    browser.click("link", "Library").await?;
    browser.click("button", "Paste text").await?;
    look(browser, &axe, "Paste text").await?;
    browser.press(&["Escape"]).await?;
    // Another language is said where the page says what it is in.
    browser.click("link", "Settings").await?;
    browser.choose("Language", "Bahasa Indonesia").await?;
    browser.find("heading", "Pengaturan").await?;
    look(browser, &axe, "the settings, in Indonesian").await?;
    lacking::pretend(browser).await?;
    browser.reload().await?;
    browser.find("region", "Http biasa").await?;
    // Asks how the browser keeps the data.
    browser.click("link", "Pengaturan").await?;
    browser.find("region", "Yang disimpan peramban ini").await?;
    look(browser, &axe, "what the browser does not do here").await
}

/// The box with its answers, and the registry with a card; ends where it began.
async fn entities(browser: &Browser, axe: &str) -> Result<()> {
    browser.click_row("Marta Lindqvist", None).await?;
    browser.click("combobox", "Entity").await?;
    browser.find("option", "None in the registry").await?;
    // On a narrow page it stands in the sheet, which is closed by then, and the box with it.
    look_in(browser, axe, "the box Entity", &[("dark", 1280), ("light", 1280)]).await?;
    browser.click("option", "Create “Marta Lindqvist”").await?;
    browser.press(&["Shift+E"]).await?;
    browser.find("heading", "Marta Lindqvist").await?;
    browser.fill("Add a name", "M. Lindqvist").await?;
    browser.press(&["Enter"]).await?;
    browser.find("button", "Remove the name M. Lindqvist").await?;
    browser.click("checkbox", "Choose the mention Marta Lindqvist").await?;
    browser.find("button", "Unlink the ticked").await?;
    look(browser, axe, "an entity's card").await?;
    browser.fill("New entity", "Mara Lindquist").await?;
    browser.press(&["Enter"]).await?;
    browser.find("heading", "Mara Lindquist").await?;
    browser.click("button", "Merge with …").await?;
    browser.find("textbox", "Which entity is the same?").await?;
    look(browser, axe, "Merge with …").await?;
    browser.click("button", "Close the card").await?;
    browser.gone("heading", "Mara Lindquist").await?;
    look(browser, axe, "Entities").await?;
    steps::read(browser, fixtures::ENGLISH).await?;
    // A suggestion, with its reason.
    steps::mark(browser, "Lindqvist", "Person").await?;
    browser.find("button", "Marta Lindqvist").await?;
    look(browser, axe, "a suggestion").await
}

/// A claim with its statement, the matrix, a relation, and two articles; ends where it began.
async fn claims(browser: &Browser, axe: &str) -> Result<()> {
    const CLAIM: &str = "The bridge is safe";
    browser.click("link", "Claims").await?;
    browser.find("heading", "Claims").await?;
    look(browser, axe, "Claims, empty").await?;
    steps::read(browser, fixtures::ENGLISH).await?;
    browser.click_row(CLAIM, None).await?;
    browser.click("combobox", "Claim").await?;
    browser.find("option", "Create “The bridge is safe”").await?;
    look_in(browser, axe, "the box Claim", &[("dark", 1280), ("light", 1280)]).await?;
    browser.click("option", "Create “The bridge is safe”").await?;
    look(browser, axe, "a statement").await?;
    browser.press(&["Shift+R"]).await?;
    browser.until("the box is open", "return document.activeElement.role === 'combobox'", vec![]).await?;
    look_in(browser, axe, "the box for a relation", &[("dark", 1280), ("light", 1280)]).await?;
    browser.press(&["Escape"]).await?;
    steps::read(browser, fixtures::ENGLISH).await?;
    browser.press(&["|"]).await?;
    browser.find("group", "Articles side by side").await?;
    look(browser, axe, "two articles").await?;
    browser.press(&["|"]).await?;
    browser.gone("group", "Articles side by side").await?;
    browser.click("link", "Claims").await?;
    browser.find("table", "Claim matrix").await?;
    look(browser, axe, "the matrix").await?;
    browser.js("document.getElementById('claim-matrix-0-0').click()", vec![]).await?;
    browser.find("heading", CLAIM).await?;
    look(browser, axe, "an open claim").await?;
    steps::read(browser, fixtures::ENGLISH).await
}

/// The list of suggestions, empty and not, the question about all of them, and one in its article.
async fn suggested(browser: &Browser, axe: &str) -> Result<()> {
    browser.click("link", "Suggestions").await?;
    browser.find("heading", "Suggestions").await?;
    look(browser, axe, "Suggestions, empty").await?;
    suggestions::come_in(browser).await?;
    look(browser, axe, "Suggestions").await?;
    browser.js("document.querySelector('.suggestions-all .button').click()", vec![]).await?;
    browser.find("dialog", "Accept suggestions").await?;
    look(browser, axe, "Accept suggestions").await?;
    browser.click("button", "Cancel").await?;
    browser.js("document.querySelector('.suggestion-link').click()", vec![]).await?;
    browser.find("region", "Annotation").await?;
    look(browser, axe, "a suggestion in its article").await
}

/// Looks at what is shown, in each theme and width; wide and light at the end, as the flow goes on.
async fn look(browser: &Browser, axe: &str, what: &str) -> Result<()> {
    look_in(browser, axe, what, &[("light", 390), ("dark", 390), ("dark", 1280), ("light", 1280)]).await
}

async fn look_in(browser: &Browser, axe: &str, what: &str, looks: &[(&str, u32)]) -> Result<()> {
    for (scheme, width) in looks {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        browser.cdp("Emulation.setEmulatedMedia", media).await?;
        let screen = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        browser.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
        // Colours fade over.
        let still = "return document.getAnimations().every((one) => !(one instanceof CSSTransition))";
        browser.until("nothing moves", still, vec![]).await?;
        browser.js(axe, vec![]).await?;
        let found = browser.js(LOOK, vec![]).await?;
        ensure!(found == Value::Array(Vec::new()), "{what}, {scheme}, {width} wide: {found:#}");
    }
    Ok(())
}
