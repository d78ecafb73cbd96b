//! What a person chooses for this browser: it holds at once, and after the page is loaded again.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::Browser;

async fn open(browser: &Browser) -> Result<()> {
    browser.click("link", "Settings").await?;
    browser.find("heading", "Keys").await?;
    Ok(())
}

/// A key of one's own is given, a clash is said and taken over, and a key can be taken away.
pub(crate) async fn changes_keys(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    open(browser).await?;
    browser.click("button", "Add a key: Find in the article; Enter goes through the hits").await?;
    browser.find("dialog", "Press the key").await?;
    browser.press(&["Control+k"]).await?;
    browser.status("It does something else now: All commands, by name.").await?;
    browser.press(&["1"]).await?;
    browser.status("In this project it marks as Person").await?;
    browser.press(&["Control+j"]).await?;
    browser.status("This key is free.").await?;
    browser.click("button", "Use it").await?;
    browser.gone("dialog", "Press the key").await?;

    browser.click("button", "Add a key: All keys").await?;
    browser.find("dialog", "Press the key").await?;
    browser.press(&["Control+k"]).await?;
    browser.click("button", "Take it over").await?;
    browser.gone("dialog", "Press the key").await?;
    browser
        .click("button", "Remove P: Pen: every selection is marked at once; a label's key changes the pen")
        .await?;
    steps::saved(browser).await?;

    browser.open().await?;
    steps::read(browser, "First").await?;
    browser.press(&["Control+j"]).await?;
    browser.find("textbox", "Find in the article").await?;
    browser.press(&["Escape"]).await?;
    browser.press(&["Control+k"]).await?;
    browser.find("dialog", "Keyboard").await?;
    let caps = "return [...document.querySelectorAll('.key-row')].find((row) => row.firstChild.textContent.startsWith('Find in the article')).lastChild.textContent";
    ensure!(browser.js(caps, vec![]).await? == json!("/CtrlJ"), "the sheet shows the keys that hold");
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Keyboard").await?;
    let pen = "return document.querySelector('[aria-label=Pen]')?.getAttribute('aria-keyshortcuts') ?? null";
    ensure!(browser.js(pen, vec![]).await?.is_null(), "the pen has no key any more");
    Ok(())
}

const LOOK: &str = "
    const root = document.documentElement, sample = getComputedStyle(document.querySelector('.settings-sample'));
    return [root.dataset.theme ?? '', getComputedStyle(root).colorScheme, sample.fontSize, Math.round(parseFloat(sample.lineHeight))]";

/// Theme, size and lines are seen at once, before the app after a reload, and go into a file and out of it.
pub(crate) async fn changes_the_look_and_takes_it_along(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    open(browser).await?;
    browser.choose("Theme", "Dark").await?;
    browser.choose("Text size", "200 %").await?;
    browser.choose("Line spacing", "Very wide").await?;
    let dark = json!(["dark", "dark", "36px", 94]);
    browser.comes_to("the sample is large and dark", &format!("(() => {{{LOOK}}})()"), &dark).await?;
    let theme = browser.js("return localStorage.getItem('postil-theme')", vec![]).await?;
    ensure!(theme == "dark", "the start page finds the theme");
    browser.click("button", "Save the settings as a file").await?;
    let (file, saved) = browser.downloaded("postil-settings.json").await?;
    ensure!(String::from_utf8(saved)?.starts_with("{\"format\":\"postil-settings\""), "it says what it is");

    browser.choose("Theme", "Light").await?;
    browser.choose("Text size", "100 %").await?;
    let wrong = incoming::file(browser, "wrong.json", "{\"format\": \"postil-project\"}")?;
    let input = ".settings input[type=file]";
    browser.send_files(input, &[&wrong]).await?;
    let says = "return document.querySelector('.toast-text')?.textContent.includes(arguments[0]) ?? false";
    let why = "The settings were not loaded: it is a file of another kind";
    browser.until("it is said why not", says, vec![json!(why)]).await?;
    ensure!(
        browser.js("return document.documentElement.dataset.theme", vec![]).await? == "light",
        "nothing changed"
    );
    browser.send_files(input, &[&file]).await?;
    browser.comes_to("what the file says holds", &format!("(() => {{{LOOK}}})()"), &dark).await?;
    browser.open().await?;
    open(browser).await?;
    browser.comes_to("it was kept", &format!("(() => {{{LOOK}}})()"), &dark).await
}

/// Marks are not said by screen readers where the text is to be quiet.
pub(crate) async fn quiet_text_has_no_marks(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    let roles = "[...document.querySelectorAll('article mark')].map((mark) => mark.getAttribute('role'))";
    browser.comes_to("a mark is one", roles, &json!([null])).await?;
    open(browser).await?;
    browser.click("checkbox", "Quiet text: screen readers read the article without its marks").await?;
    steps::read(browser, "First").await?;
    browser.comes_to("it has no role", roles, &json!(["none"])).await?;
    steps::mark(browser, "Rome", "Place").await?;
    browser.comes_to("nor has a new one", roles, &json!(["none", "none"])).await
}

/// The article, the legend and the notes are what is printed, and nothing else.
pub(crate) async fn prints(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    steps::paste(browser, "First", "Ada met Ben in Rome.\n\nBen stayed.").await?;
    steps::read(browser, "First").await?;
    steps::mark(browser, "Ada", "Person").await?;
    steps::to_the_note(browser).await?;
    browser.type_text("Who is she?").await?;
    browser.press(&["Control+Enter"]).await?;
    browser.js(
        "window.print = () => {
            window.paper = [document.querySelector('.print-sheet').textContent, document.querySelector('.app').dataset.printing];
            dispatchEvent(new Event('afterprint'));
        }",
        vec![],
    )
    .await?;
    browser.click_text("stayed").await?;
    browser.press(&["Control+p"]).await?;
    browser.find("dialog", "Print").await?;
    browser.click("button", "Print").await?;
    browser.until("it is printed", "return Boolean(window.paper)", vec![]).await?;
    let paper = browser.js("return window.paper", vec![]).await?;
    let text = paper[0].as_str().unwrap_or_default();
    ensure!(text.contains("PerPerson1") && text.contains("¶ 1") && text.contains("Who is she?"), "{text}");
    ensure!(paper[1] == "yes", "the paragraphs are numbered");
    browser.until("it is over", "return !document.querySelector('.print-sheet')", vec![]).await
}
