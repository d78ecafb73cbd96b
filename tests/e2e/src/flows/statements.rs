//! What a statement says, by keys: the focus stays where one works when a control takes itself away, and what is marked while
//! something is picked is the pick. Then tellings that conflict with each other only, in the matrix.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

const TEXT: &str =
    "The ministry said more than 200 are held.\nThe army counts 224 captives.\nA clerk counts 220 captives.";
/// Who speaks, as region *Annotation* lists it.
const SPEAKERS: &str = "Array.from(document.querySelectorAll('.speaker'), (row) => row.querySelector('input')?.value ?? folded(row.textContent))";

/// Tells the claim of the three with a figure that is read from the text.
async fn tell(browser: &Browser, quote: &str, read: &str) -> Result<()> {
    steps::mark(browser, quote, "Claim").await?;
    browser.press(&["l"]).await?;
    browser.until("the box", "return document.activeElement?.id === 'refers-to'", vec![]).await?;
    browser.type_text("People are held").await?;
    browser.press(&["Enter"]).await?;
    browser.hears("People are held").await?;
    browser.tab_to("button", &format!("Take {read}"), false).await?;
    browser.press(&["Enter"]).await?;
    browser.hears(read).await?;
    browser.comes_to("its field has the focus", "focused()", &json!(["input", "Quantity"])).await
}

/// Speakers, figures, picking, and the matrix.
pub(crate) async fn go_by_keys_alone(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste("Report", TEXT).await?;
    tell(browser, "more than 200 are held", "> 200").await?;
    steps::give_name(browser).await?;

    // Each that is taken off leaves the focus to the one beside it, the last one to the field.
    browser.click_row("more than 200 are held", None).await?;
    browser.click("combobox", "Add a speaker").await?;
    for name in ["Ministry", "Agency"] {
        browser.type_text(name).await?;
        browser.press(&["Enter"]).await?;
        browser.until("the field is empty", "return document.activeElement?.value === ''", vec![]).await?;
    }
    browser.comes_to("two speak", SPEAKERS, &json!(["Ministry", "Agency"])).await?;
    browser.tab_to("button", "Speaker 2: remove", true).await?;
    browser.press(&["Enter"]).await?;
    browser.comes_to("one speaks", SPEAKERS, &json!(["Ministry"])).await?;
    browser.comes_to("the one before", "focused()", &json!(["button", "Speaker 1: remove"])).await?;
    browser.press(&["Enter"]).await?;
    browser.comes_to("nobody speaks", SPEAKERS, &json!([])).await?;
    browser.comes_to("the field", "focused()", &json!(["input", "Add a speaker"])).await?;

    // What is marked while somebody is picked speaks.
    browser.click("button", "Pick the speaker in the text").await?;
    steps::mark(browser, "The ministry", "Organisation").await?;
    browser.hears("Speaker: Organisation “The ministry”").await?;
    browser.comes_to("it speaks", SPEAKERS, &json!(["“The ministry”"])).await?;

    tell(browser, "224 captives", "224 captives").await?;
    tell(browser, "220 captives", "220 captives").await?;
    browser.click("link", "Claims").await?;
    browser.find("table", "Claim matrix").await?;
    browser.tab_to("button", "Hold the row against 220 captives (Report)", false).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("The row is held against this statement now").await?;
    browser.comes_to("the claim has the focus", "focused()", &json!(["button", "People are held"])).await?;
    browser.gone("button", "Hold the row against 220 captives (Report)").await
}
