//! Two articles side by side: what is selected in one is gone to in the other, and both are worked in.

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::Browser;

const FIRST: (&str, &str) = ("Talks", "Yusuf Talmeri met Hanne Obuya in Brenhaven.");
const SECOND: &str = "Переговоры";

/// The open articles by name, in their order, and what stands out in each.
const OPEN: &str =
    "Array.from(document.querySelectorAll('article'), (each) => [each.getAttribute('aria-label'),
    Array.from(each.querySelectorAll('.same'), (mark) => mark.textContent).join()])";
/// Which heads of two articles are pressed.
const HEADS: &str = "Array.from(document.querySelectorAll('.pane-title button'), (head) => head.getAttribute('aria-pressed') === 'true')";
/// Whether each article can be seen: its middle is where it is drawn.
const SEEN: &str = "Array.from(document.querySelectorAll('article'), (each) => getComputedStyle(each).visibility === 'visible')";

/// A mention far down in the second article is scrolled to, marked beside, linked, undone; all by mouse, then by keys.
pub(crate) async fn two_articles_by_mouse_and_by_keys(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(FIRST.0, FIRST.1).await?;
    steps::mark(browser, "Yusuf Talmeri", "Person").await?;
    steps::give_name(browser).await?;
    browser.click("combobox", "Entity").await?;
    browser.click("option", "Create “Yusuf Talmeri”").await?;
    browser.hears("Created Yusuf Talmeri").await?;
    // Nobody sees the end of it without scrolling.
    let line =
        "Вода поднялась выше набережной, и до утра в старом городе не было ни света, ни связи, ни хлеба.\n";
    let text = format!("{}Юсуф Тальмери уехал из Бренхавена.", line.repeat(60));
    browser.paste(SECOND, &text).await?;
    steps::mark(browser, "Юсуф Тальмери", "Person").await?;
    browser.press(&["="]).await?;
    browser.hears("Linked to Yusuf Talmeri").await?;

    browser.open_article(FIRST.0).await?;
    browser.press(&["]"]).await?;
    browser.inspects(&["Yusuf Talmeri"]).await?;
    browser.click("button", "Side by side: another article beside this one").await?;
    browser.hears(&format!("{SECOND} stands beside")).await?;
    let both = json!([[FIRST.0, ""], [SECOND, "Юсуф Тальмери"]]);
    browser.comes_to("what speaks of the same stands out beside", OPEN, &both).await?;
    let scrolled = "return ((one) => one.top > 0 && one.bottom < innerHeight)(document.querySelector('article .same').getBoundingClientRect())";
    browser.until("it was scrolled to", scrolled, vec![]).await?;
    browser.comes_to("the first is worked in", HEADS, &json!([true, false])).await?;
    for (region, title) in [("First article", FIRST.0), ("Second article", SECOND)] {
        browser.find("region", &format!("{region}: {title}")).await?;
        browser.find("button", &format!("Details: {title}")).await?;
        browser.find("combobox", &format!("Status of {title}")).await?;
    }

    // By mouse, over there.
    browser.click_text("Юсуф Тальмери").await?;
    browser.inspects(&["Юсуф Тальмери"]).await?;
    browser.comes_to("the second is worked in", HEADS, &json!([false, true])).await?;
    let back = json!([[FIRST.0, "Yusuf Talmeri"], [SECOND, ""]]);
    browser.comes_to("and here it stands out", OPEN, &back).await?;
    browser.drag_over("Бренхавена").await?;
    browser.press(&["3"]).await?;
    browser.rows_are(&[("Person", "Юсуф Тальмери"), ("Place", "Бренхавена")]).await?;

    // By keys, and back.
    browser.press(&["\\"]).await?;
    browser.reads(FIRST.0).await?;
    browser.rows_are(&[("Person", "Yusuf Talmeri")]).await?;
    browser.press(&["Control+End", "ArrowLeft", "Control+Shift+ArrowLeft", "3"]).await?;
    browser.rows_are(&[("Person", "Yusuf Talmeri"), ("Place", "Brenhaven")]).await?;
    browser.press(&["Control+z", "Control+z"]).await?;
    browser.reads(SECOND).await?;
    browser.rows_are(&[("Person", "Юсуф Тальмери")]).await?;
    browser.press(&["Control+Shift+z"]).await?;
    browser.rows_are(&[("Person", "Юсуф Тальмери"), ("Place", "Бренхавена")]).await?;

    // What is closed leaves the other one.
    browser.click("button", &format!("Close {}", FIRST.0)).await?;
    browser.hears(&format!("{SECOND} stands alone again")).await?;
    browser.reads(SECOND).await?;
    browser.comes_to("one is left", OPEN, &json!([[SECOND, ""]])).await?;
    browser.press(&["Escape", "["]).await?;
    browser.press(&["|"]).await?;
    browser.hears(&format!("{} stands beside", FIRST.0)).await?;
    browser.comes_to("both can be seen", SEEN, &json!([true, true])).await?;
    // With half the room its paragraphs take more lines.
    browser
        .until("what is selected is still in view", &scrolled.replace(".same", ".selected"), vec![])
        .await?;
    narrow(browser).await
}

/// The text of an article changes while it stands beside: it is the text of the project that is shown there and marked.
pub(crate) async fn a_text_that_changes_beside(browser: &mut Browser) -> Result<()> {
    const OLD: &str = "Ana met Budi in Semarang.";
    const NEW: &str = "Yesterday Ana met Budi in Semarang.";
    browser.open_and_listen().await?;
    browser.paste("Bridge", "The bridge is open.").await?;
    browser.paste("Harbour", OLD).await?;
    steps::mark(browser, "Budi", "Person").await?;
    steps::give_name(browser).await?;
    browser.click("button", "Details").await?;
    browser.click("button", "New version of the text …").await?;
    browser.fill("Text", NEW).await?;
    browser.click("button", "Compare").await?;
    browser.click("button", "Take the new text").await?;
    browser.gone("dialog", "New version of the text").await?;
    // The button had the focus.
    browser.open_article("Harbour").await?;
    browser.press(&["|", "\\"]).await?;
    browser.reads("Bridge").await?;
    let texts = "Array.from(document.querySelectorAll('article'), (each) => each.textContent)";
    browser.comes_to("both texts", texts, &json!([NEW, "The bridge is open."])).await?;
    browser.press(&["Control+z"]).await?;
    browser.reads("Harbour").await?;
    browser.comes_to("the text of before", texts, &json!([OLD, "The bridge is open."])).await?;
    browser.drag_over("Semarang").await?;
    browser.press(&["3"]).await?;
    browser.rows_are(&[("Person", "Budi"), ("Place", "Semarang")]).await?;
    // Tab passes the article beside without going on in it.
    let passed = "[document.activeElement.closest('article') === null, document.querySelector('.pane-here').textContent]";
    for _ in 0..8 {
        browser.press(&["Tab"]).await?;
        browser.comes_to("this one is worked in", passed, &json!([true, "Harbour"])).await?;
    }
    Ok(())
}

/// Where there is room for one, the heads switch.
async fn narrow(browser: &Browser) -> Result<()> {
    browser.set_window_rect(0, 0, 520, 900).await?;
    browser.comes_to("one can be seen", SEEN, &json!([true, false])).await?;
    browser.click("button", FIRST.0).await?;
    browser.comes_to("the other one can be seen", SEEN, &json!([false, true])).await?;
    browser.press(&["|"]).await
}
