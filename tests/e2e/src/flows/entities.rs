//! Who and what is spoken of: names linked to entities in two articles, cards, merging, splitting, deleting.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WebElement;

use super::steps;
use crate::support::Browser;

const FIRST: (&str, &str) = ("Talks", "Yusuf Talmeri met Hanne Obuya in Brenhaven.\nTalmeri left early.");
const SECOND: (&str, &str) = ("Переговоры", "Юсуф Тальмери приехал вчера.\nMr Talmery stayed.");

/// What the box says.
const BOX: &str = "byRole('combobox', 'Entity').map((box) => box.value)";
/// What the box offers, as it is read out.
const OFFERED: &str = "byRole('option', null).filter((one) => one.closest('#refers-to-list')).map((one) => folded(textOf(one)))";
/// What is suggested below the box, and why.
const SUGGESTED: &str =
    "Array.from(document.querySelector('.refers-suggested')?.children ?? [], (part) => folded(textOf(part)))";
/// The registry: each name and its number of mentions.
const REGISTRY: &str = "Array.from(document.querySelectorAll('#entities > li'),
    (row) => ['.entity-name', '.figures'].map((part) => row.querySelector(part).textContent))";
/// The open card: its name, then its mentions.
const CARD: &str = "Array.from(document.querySelectorAll('#entity-card, .card-rows mark'),
    (part) => folded(part.textContent))";

async fn registry_is(browser: &Browser, rows: &[(&str, &str)]) -> Result<()> {
    browser.comes_to("the registry", REGISTRY, &json!(rows)).await
}

async fn card_is(browser: &Browser, parts: &[&str]) -> Result<()> {
    browser.comes_to("the card", CARD, &json!(parts)).await
}

/// Marks names in two articles, and goes back to the first.
async fn begin(browser: &Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(FIRST.0, FIRST.1).await?;
    steps::mark(browser, "Yusuf Talmeri", "Person").await?;
    steps::give_name(browser).await?;
    steps::mark(browser, "Brenhaven", "Place").await?;
    browser.drag_exactly("Talmeri left").await?;
    browser.press(&["Shift+Control+ArrowLeft", "1"]).await?;
    browser.rows_are(&[("Person", "Yusuf Talmeri"), ("Place", "Brenhaven"), ("Person", "Talmeri")]).await?;
    browser.paste(SECOND.0, SECOND.1).await?;
    steps::mark(browser, "Юсуф Тальмери", "Person").await?;
    steps::mark(browser, "Talmery", "Person").await?;
    browser.open_article(FIRST.0).await
}

/// What a script finds, once it is there.
async fn found(browser: &Browser, what: &str, script: &str, text: &str) -> Result<WebElement> {
    let there = format!("return ({script}) !== undefined");
    browser.until(what, &there, vec![json!(text)]).await?;
    let found = browser.execute(format!("return {script}"), vec![json!(text)]).await?.element();
    found.with_context(|| format!("it went away again: {what}"))
}

/// Opens an entity's card by its row.
async fn open_card(browser: &Browser, name: &str) -> Result<()> {
    let row = "Array.from(document.querySelectorAll('.entity-link'))
        .find((row) => row.querySelector('.entity-name').textContent === arguments[0])";
    found(browser, &format!("“{name}” is in the registry"), row, name).await?.click().await?;
    browser.find("heading", name).await?;
    Ok(())
}

/// Goes from the card to a mention, by what is marked.
async fn go_to(browser: &Browser, quote: &str) -> Result<()> {
    let link = "Array.from(document.querySelectorAll('.card-rows a'))
        .find((link) => link.querySelector('mark').textContent === arguments[0])";
    Ok(found(browser, &format!("“{quote}” is on the card"), link, quote).await?.click().await?)
}

/// The first mention makes the entity, the next ones are a key or a click away; the registry is put in order, and
/// everything is there again.
pub(crate) async fn are_linked_merged_and_split(browser: &mut Browser) -> Result<()> {
    begin(browser).await?;
    browser.click_row("Yusuf Talmeri", None).await?;
    browser.inspects(&["Yusuf Talmeri"]).await?;
    browser.comes_to("nothing is suggested yet", SUGGESTED, &json!([])).await?;
    browser.click("combobox", "Entity").await?;
    let offered = json!(["Create “Yusuf Talmeri”", "None in the registry"]);
    browser.comes_to("its own name is offered", OFFERED, &offered).await?;
    browser.type_text("Jusuf Talmeri").await?;
    browser.click("option", "Create “Jusuf Talmeri”").await?;
    browser.hears("Created Jusuf Talmeri").await?;
    browser.comes_to("the box says so", BOX, &json!(["Jusuf Talmeri"])).await?;

    browser.click_row("Talmeri", None).await?;
    browser.inspects(&["Talmeri"]).await?;
    let suggested = json!(["Jusuf Talmeri", "part of “Yusuf Talmeri” in this article"]);
    browser.comes_to("it is suggested, with the reason", SUGGESTED, &suggested).await?;
    browser.comes_to("and not taken by itself", BOX, &json!([""])).await?;
    browser.click("button", "Jusuf Talmeri").await?;
    browser.comes_to("it is linked", BOX, &json!(["Jusuf Talmeri"])).await?;
    let stands_out = "return Array.from(document.querySelectorAll('article .same'), (each) => each.textContent).join() === arguments[0]";
    browser.until("the other mention stands out", stands_out, vec![json!("Yusuf Talmeri")]).await?;

    // The place has none like it; the key goes on to the next article.
    browser.click_row("Brenhaven", None).await?;
    browser.inspects(&["Brenhaven"]).await?;
    browser.click("combobox", "Entity").await?;
    browser.click("option", "None in the registry").await?;
    browser.comes_to("none is an answer", BOX, &json!(["None in the registry"])).await?;
    browser.press(&["Shift+u"]).await?;
    browser.reads(SECOND.0).await?;
    browser.inspects(&["Юсуф Тальмери"]).await?;
    browser.press(&["="]).await?;
    browser.hears("Linked to Jusuf Talmeri. Selected Person “Talmery”").await?;
    // A mistake: an entity of its own.
    browser.click("combobox", "Entity").await?;
    browser.click("option", "Create “Talmery”").await?;
    browser.hears("Created Talmery").await?;

    browser.press(&["Shift+E"]).await?;
    card_is(browser, &["Talmery", "Talmery"]).await?;
    registry_is(browser, &[("Jusuf Talmeri", "3"), ("Talmery", "1")]).await?;
    go_to(browser, "Talmery").await?;
    browser.reads(SECOND.0).await?;
    browser.inspects(&["Talmery"]).await?;
    browser.back().await?;
    card_is(browser, &["Talmery", "Talmery"]).await?;

    let all = ["Jusuf Talmeri", "Yusuf Talmeri", "Talmeri", "Юсуф Тальмери", "Talmery"];
    open_card(browser, "Jusuf Talmeri").await?;
    card_is(browser, &all[..4]).await?;
    browser.click("button", "Merge with …").await?;
    browser.fill("Which entity is the same?", "talmery").await?;
    let offer = "Array.from(document.querySelectorAll('.card-merge li button'))
        .find((button) => button.textContent === arguments[0])";
    found(browser, "“Talmery” is offered", offer, "Talmery").await?.click().await?;
    browser.hears("Talmery is part of Jusuf Talmeri now").await?;
    card_is(browser, &all).await?;
    registry_is(browser, &[("Jusuf Talmeri", "4")]).await?;
    browser.click("button", "Undo").await?;
    registry_is(browser, &[("Jusuf Talmeri", "3"), ("Talmery", "1")]).await?;
    browser.click("button", "Redo").await?;
    card_is(browser, &all).await?;

    browser.click("checkbox", "Choose the mention Юсуф Тальмери").await?;
    browser.click("checkbox", "Choose the mention Talmery").await?;
    browser.click("button", "Make the ticked an entity of their own").await?;
    let own = "Юсуф Тальмери";
    browser.hears("Юсуф Тальмери is an entity of its own now, with 2 mentions").await?;
    card_is(browser, &[own, own, "Talmery"]).await?;
    browser.click("button", "Undo").await?;
    registry_is(browser, &[("Jusuf Talmeri", "4")]).await?;

    open_card(browser, "Jusuf Talmeri").await?;
    card_is(browser, &all).await?;
    browser.click("button", "Delete the entity").await?;
    browser.hears("Jusuf Talmeri deleted; 4 mentions stay, without a link").await?;
    registry_is(browser, &[]).await?;
    browser.click("button", "Undo").await?;
    registry_is(browser, &[("Jusuf Talmeri", "4")]).await?;

    steps::saved(browser).await?;
    browser.reload().await?;
    browser.click("link", "Entities").await?;
    registry_is(browser, &[("Jusuf Talmeri", "4")]).await?;
    open_card(browser, "Jusuf Talmeri").await?;
    card_is(browser, &all).await?;
    go_to(browser, "Talmeri").await?;
    browser.reads(FIRST.0).await?;
    browser.inspects(&["Talmeri"]).await?;
    browser.comes_to("still linked", BOX, &json!(["Jusuf Talmeri"])).await
}

/// An article without a pointer.
async fn type_article(browser: &Browser, title: &str, text: &str) -> Result<()> {
    browser.tab_to("button", "Paste text", false).await?;
    browser.press(&["Enter"]).await?;
    browser.find("dialog", "Paste text").await?;
    browser.comes_to("the first field has the focus", "focused()", &json!(["input", "Title"])).await?;
    browser.type_text(title).await?;
    browser.press(&["Tab"]).await?;
    browser.type_text(text).await?;
    browser.tab_to("button", "Add", false).await?;
    browser.press(&["Enter"]).await?;
    browser.reads(title).await
}

/// The same by keys alone, and what is said of it.
pub(crate) async fn go_by_keys_alone(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    type_article(browser, "One", "Talmeri spoke. Talmeri left.").await?;
    browser.press(&["Control+Home", "Control+Shift+ArrowRight", "1"]).await?;
    browser.hears("Marked Person “Talmeri”").await?;
    browser.press(&["Control+Home", "Alt+ArrowDown", "Control+Shift+ArrowRight", "1"]).await?;
    browser.hears("Marked Person “Talmeri”").await?;
    browser.press(&["Control+Home"]).await?;
    // The bar of the page stands before the article.
    browser.tab_to("button", "Paste text", true).await?;
    type_article(browser, "Two", "Тальмери ушёл.").await?;
    browser.press(&["Control+Home", "Control+Shift+ArrowRight", "1"]).await?;
    browser.hears("Marked Person “Тальмери”").await?;

    // The box: what is typed, the answers by arrows, Enter takes one and leads back.
    browser.press(&["l"]).await?;
    let in_box = "return document.activeElement?.id === 'refers-to'";
    browser.until("the focus is in the box", in_box, vec![]).await?;
    browser.type_text("Talmeri").await?;
    let chosen = "byRole('option', null).filter((one) => one.ariaSelected === 'true'
        && one.id === document.activeElement.getAttribute('aria-activedescendant')).map((one) => folded(textOf(one)))";
    browser.comes_to("a new one is chosen", chosen, &json!(["Create “Talmeri”"])).await?;
    browser.press(&["ArrowDown"]).await?;
    browser.comes_to("then none", chosen, &json!(["None in the registry"])).await?;
    browser.press(&["ArrowUp"]).await?;
    browser.comes_to("back", chosen, &json!(["Create “Talmeri”"])).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("Created Talmeri").await?;
    browser.reads("Two").await?;

    // One key links and goes on, over the end of the article.
    browser.press(&["Shift+u"]).await?;
    browser.reads("One").await?;
    browser.hears("Selected Person “Talmeri”").await?;
    browser.comes_to("with the reason", SUGGESTED, &json!(["Talmeri", "the same string"])).await?;
    browser.press(&["="]).await?;
    browser.hears("Linked to Talmeri. Selected Person “Talmeri”").await?;
    browser.press(&["="]).await?;
    browser.hears("Linked to Talmeri. Every mention is linked").await?;
    browser.press(&["Shift+}"]).await?;
    browser.hears("3 of 3. ").await?;
    browser.reads("Two").await?;
    browser.press(&["Shift+{"]).await?;
    browser.hears("2 of 3. ").await?;
    browser.reads("One").await?;

    // The card, to a mention and back.
    let on_card = json!(["h2", "Talmeri"]);
    browser.press(&["Shift+E"]).await?;
    browser.comes_to("the card has the focus", "focused()", &on_card).await?;
    card_is(browser, &["Talmeri", "Talmeri", "Talmeri", "Тальмери"]).await?;
    browser.tab_to("a", "Тальмери ушёл.", false).await?;
    browser.press(&["Enter"]).await?;
    browser.reads("Two").await?;
    browser.inspects(&["Тальмери"]).await?;
    browser.press(&["Shift+E"]).await?;
    browser.comes_to("the card has the focus again", "focused()", &on_card).await?;

    // Ticked, split and undone.
    browser.tab_to("input", "Choose the mention Тальмери", false).await?;
    browser.press(&["Space"]).await?;
    browser.find("button", "Make the ticked an entity of their own").await?;
    browser.tab_to("button", "Make the ticked an entity of their own", true).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("Тальмери is an entity of its own now, with 1 mention").await?;
    browser.comes_to("its card has the focus", "focused()", &json!(["h2", "Тальмери"])).await?;
    registry_is(browser, &[("Talmeri", "2"), ("Тальмери", "1")]).await?;

    // Merged again.
    browser.tab_to("button", "Merge with …", false).await?;
    browser.press(&["Enter"]).await?;
    let asked = json!(["input", "Which entity is the same?"]);
    browser.comes_to("the field has the focus", "focused()", &asked).await?;
    browser.press(&["Escape"]).await?;
    let button = json!(["button", "Merge with …"]);
    browser.comes_to("Escape leads back to the button", "focused()", &button).await?;
    browser.press(&["Enter"]).await?;
    browser.comes_to("the field has the focus again", "focused()", &asked).await?;
    browser.type_text("tal").await?;
    browser.tab_to("button", "Talmeri", false).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("Talmeri is part of Тальмери now").await?;
    registry_is(browser, &[("Тальмери", "3")]).await?;
    browser.press(&["Control+z"]).await?;
    registry_is(browser, &[("Talmeri", "2"), ("Тальмери", "1")]).await?;

    // Closed, and deleted from another one.
    browser.comes_to("the focus stays on the card", "focused()", &json!(["h2", "Тальмери"])).await?;
    browser.press(&["Escape"]).await?;
    let on_row = "document.activeElement?.querySelector('.entity-name')?.textContent ?? null";
    browser.comes_to("back on the row of the card", on_row, &json!("Тальмери")).await?;
    browser.press(&["Shift+Tab", "Enter"]).await?;
    browser.comes_to("the card has the focus", "focused()", &on_card).await?;
    browser.tab_to("button", "Delete the entity", false).await?;
    browser.press(&["Enter"]).await?;
    browser.hears("Talmeri deleted; 2 mentions stay, without a link").await?;
    registry_is(browser, &[("Тальмери", "1")]).await?;
    browser.comes_to("the focus is not lost", "focused()", &json!(["h1", "Entities"])).await?;
    browser.press(&["Control+z"]).await?;
    registry_is(browser, &[("Talmeri", "2"), ("Тальмери", "1")]).await
}
