//! What stands to what and how: made by the pointer and by keys, within an article and across two, and between claims.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

const FIRST: (&str, &str) =
    ("Harbour", "Ada Lind of the Harbour Guild spoke.\nThe pier of Brenhaven is closed.");
const SECOND: (&str, &str) = ("North", "In Nordhavn the guild has a house.");

/// The relations of the selected annotation: type, way, other end with its role and article, what is wrong.
const LIST: &str = "Array.from(document.querySelectorAll('.relations .relation'), (row) =>
    ['.relation-kind', '.relation-way', '.relation-text', '.relation-what .hint', '.relation-why']
        .map((part) => folded(row.querySelector(part)?.textContent ?? '')))";
/// The names at the arcs that are drawn.
const ARCS: &str =
    "Array.from(document.querySelectorAll('.arcs path'), (path) => path.getAttribute('d') !== '')
    .map((drawn, n) => drawn ? document.querySelectorAll('.arc-name')[n].textContent : null)";

async fn begin(browser: &Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(SECOND.0, SECOND.1).await?;
    steps::mark(browser, "Nordhavn", "Place").await?;
    steps::give_name(browser).await?;
    browser.paste(FIRST.0, FIRST.1).await?;
    steps::mark(browser, "Ada Lind", "Person").await?;
    steps::mark(browser, "Harbour Guild", "Organisation").await?;
    steps::mark(browser, "Brenhaven", "Place").await
}

/// The box, clicks, another article, jumping there and back, turning, deleting, undo; and after a reload all is there.
pub(crate) async fn are_made_by_clicks(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    browser.click_row("Ada Lind", None).await?;
    browser.inspects(&["Ada Lind"]).await?;
    browser.click("combobox", "Add a relation").await?;
    browser
        .click("option", "Belongs to m member (Person, Organisation) → body (Organisation, Place)")
        .await?;
    browser.hears("Belongs to: Person “Ada Lind” as “member”. Pick “body” (Organisation, Place)").await?;
    browser.click_text("Ada Lind").await?;
    browser.hears("This is the mark itself").await?;
    browser.click_text("Harbour Guild").await?;
    browser.hears("Belongs to: “Ada Lind” → “Harbour Guild”").await?;
    browser.inspects(&["Ada Lind"]).await?;
    let made = json!([["Belongs to", "→", "“Harbour Guild”", "body", ""]]);
    browser.comes_to("it is listed", LIST, &made).await?;
    browser.comes_to("and drawn", ARCS, &json!(["Belongs to"])).await?;

    // What does not fit is refused, and picking goes on, in the other article too.
    browser.click_row("Harbour Guild", None).await?;
    browser.inspects(&["Harbour Guild"]).await?;
    browser.press(&["i"]).await?;
    browser.hears("Located in: Organisation “Harbour Guild” as “what”. Pick “where” (Place)").await?;
    browser.click_text("Ada Lind").await?;
    browser.hears("Person “Ada Lind” cannot be “where”: that may be Place.").await?;
    browser.open_article(SECOND.0).await?;
    browser.click_text("Nordhavn").await?;
    browser.hears("Located in: “Harbour Guild” → “Nordhavn”").await?;
    browser.reads(FIRST.0).await?;
    browser.inspects(&["Harbour Guild"]).await?;
    let both = json!([
        ["Belongs to", "←", "“Ada Lind”", "member", ""],
        ["Located in", "→", "“Nordhavn”", "where in “North”", ""],
    ]);
    browser.comes_to("both are listed", LIST, &both).await?;
    browser.comes_to("one is drawn", ARCS, &json!(["Belongs to"])).await?;

    // There and back.
    browser.click("button", "Located in: go to “Nordhavn”").await?;
    browser.reads(SECOND.0).await?;
    browser.inspects(&["Nordhavn"]).await?;
    browser
        .comes_to(
            "from there",
            LIST,
            &json!([["Located in", "←", "“Harbour Guild”", "what in “Harbour”", ""]]),
        )
        .await?;
    browser.click("button", "Back to where you came from").await?;
    browser.reads(FIRST.0).await?;
    browser.inspects(&["Harbour Guild"]).await?;

    browser.click("button", "Turn round Belongs to: “Ada Lind”").await?;
    browser.hears("It cannot be turned round: Person “Ada Lind” cannot be “body”").await?;
    browser.click("button", "Delete Belongs to: “Ada Lind”").await?;
    browser.hears("Deleted Belongs to: “Ada Lind” → “Harbour Guild”").await?;
    browser.comes_to("no longer drawn", ARCS, &json!([])).await?;
    browser.click("button", "Undo").await?;
    browser.hears("Undone: Delete relation, Belongs to").await?;
    browser.comes_to("both again", LIST, &both).await?;

    steps::saved(browser).await?;
    browser.reload().await?;
    browser.open_article(FIRST.0).await?;
    browser.click_row("Harbour Guild", None).await?;
    browser.inspects(&["Harbour Guild"]).await?;
    browser.comes_to("after a reload", LIST, &both).await
}

/// By keys alone: the key of a type, the marks by brackets, Enter; the box; and claims on their screen.
pub(crate) async fn go_by_keys_alone(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    browser.click_row("Harbour Guild", None).await?;
    browser.inspects(&["Harbour Guild"]).await?;
    browser.press(&["i", "]", "Enter"]).await?;
    browser.hears("Located in: “Harbour Guild” → “Brenhaven”").await?;
    browser.press(&["Shift+r"]).await?;
    let in_box = "return document.activeElement?.id === 'relate'";
    browser.until("the focus is in the box", in_box, vec![]).await?;
    browser.type_text("bel").await?;
    let chosen = "byRole('option', null).filter((one) => one.ariaSelected === 'true'
        && one.id === document.activeElement.getAttribute('aria-activedescendant'))
        .map((one) => folded(one.querySelector('.refers-name').textContent))";
    browser.comes_to("the type is chosen", chosen, &json!(["Belongs to"])).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("as “member”. Pick “body”").await?;
    // Another role, then given up.
    browser.press(&["m"]).await?;
    browser.hears("as “body”. Pick “member”").await?;
    browser.press(&["["]).await?;
    browser.hears("Selected Person “Ada Lind”").await?;
    browser.press(&["Escape"]).await?;
    browser.hears("Nothing picked").await?;
    browser.inspects(&["Harbour Guild"]).await?;
    browser.press(&["m", "m", "[", "Enter"]).await?;
    browser.hears("Belongs to: “Ada Lind” → “Harbour Guild”").await?;
    let both = json!([
        ["Located in", "→", "“Brenhaven”", "where", ""],
        ["Belongs to", "←", "“Ada Lind”", "member", ""],
    ]);
    browser.comes_to("both are listed", LIST, &both).await?;
    browser.tab_to("button", "Located in: go to “Brenhaven”", false).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("Selected Place “Brenhaven”. Shift+B goes back").await?;
    browser.press(&["Shift+B"]).await?;
    browser.inspects(&["Harbour Guild"]).await?;
    browser.press(&["Control+z"]).await?;
    browser.hears("Undone: Relate, Belongs to").await?;

    // Between claims.
    browser.click("link", "Claims").await?;
    for claim in ["Nobody came", "Somebody came"] {
        browser.fill("New claim, in your own words", claim).await?;
        browser.press(&["Enter"]).await?;
        browser.find("heading", claim).await?;
    }
    browser.choose("Type", "Contradicts").await?;
    browser.click("combobox", "The other claim").await?;
    browser.type_text("nob").await?;
    browser.press(&["Enter"]).await?;
    browser.hears("Contradicts: Somebody came – Nobody came").await?;
    Ok(())
}
