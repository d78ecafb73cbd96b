//! Everything without a pointer, and keys of other keyboards.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::support::{Browser, Engine};

const TITLE: &str = "Orchard";

/// Invented; typed key by key, so it is short.
const TEXT: &str = "Ines Kolb sold plums. Two men paid well.\nNobody asked why.";

/// From the empty project to marks with a note, by keys alone; what happens is announced.
pub(crate) async fn works_without_a_pointer(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.tab_to("button", "Paste text", false).await?;
    browser.press(&["Enter"]).await?;
    browser.find("dialog", "Paste text").await?;
    browser.comes_to("the first field has the focus", "focused()", &json!(["input", "Title"])).await?;
    browser.type_text(TITLE).await?;
    browser.press(&["Tab"]).await?;
    for (n, line) in TEXT.lines().enumerate() {
        if n > 0 {
            browser.press(&["Enter"]).await?;
        }
        browser.type_text(line).await?;
    }
    browser.tab_to("button", "Add", false).await?;
    browser.press(&["Enter"]).await?;
    browser.reads(TITLE).await?;
    ensure!(
        browser.article_lines().await? == TEXT.lines().collect::<Vec<_>>(),
        "the text is as it was typed"
    );

    moves_the_caret(browser).await?;

    // A word.
    browser.press(&["Control+Home", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight", "1"]).await?;
    browser.hears("Marked Person “Ines Kolb”").await?;
    // A sentence.
    browser.press(&["Control+Home", "Alt+ArrowDown", "Alt+Shift+ArrowDown"]).await?;
    browser.hears("Two men paid well.").await?;
    browser.press(&["c"]).await?;
    browser.marks_are(&[(0, 9, "Ines Kolb"), (22, 39, "Two men paid well")]).await?;
    // A paragraph.
    browser.press(&["Control+End", "Shift+Home", "f"]).await?;
    browser.hears("Marked Page furniture “Nobody asked why").await?;

    // Through the annotations, and into the region.
    browser.press(&["Control+Home", "Escape", "]"]).await?;
    browser.selected_are(&["Ines Kolb"]).await?;
    browser.press(&["]"]).await?;
    browser.hears("Selected Claim “Two men").await?;
    browser.press(&["["]).await?;
    browser.hears("Selected Person “Ines Kolb”").await?;
    browser.press(&["Enter"]).await?;
    browser.until("the focus is in region Annotation", IN_REGION, vec![]).await?;
    browser.tab_to("textarea", "Note", false).await?;
    // Letters and digits that are keys in the article.
    browser.type_text("1 cat ] ? x").await?;
    browser.comes_to("nothing was marked", "rows().length", &json!(3)).await?;
    browser.press(&["Control+Enter"]).await?;
    browser.hears("Note: Person “Ines Kolb”").await?;
    let reads = "document.activeElement?.closest('[data-zone=article]') !== null";
    browser.comes_to("the focus is back in the article", reads, &json!(true)).await?;
    // Escape keeps what is typed, too, and the keys of the article go on.
    browser.press(&["n"]).await?;
    browser.until("the focus is in the note", IN_REGION, vec![]).await?;
    browser.press(&["Control+End"]).await?;
    browser.type_text(" and more").await?;
    browser.press(&["Escape"]).await?;
    browser.comes_to("the focus is back in the article", reads, &json!(true)).await?;
    browser.press(&["]"]).await?;
    browser.hears("Selected Claim “Two men").await?;
    browser.press(&["["]).await?;
    let note = "byRole('textbox', 'Note').map((note) => note.value)";
    browser.comes_to("the note was kept", note, &json!(["1 cat ] ? x and more"])).await?;
    browser.press(&["Control+z"]).await?;
    browser.comes_to("and is a step of its own", note, &json!(["1 cat ] ? x"])).await?;

    // Its ends.
    browser.press(&["Control+Alt+Shift+ArrowRight"]).await?;
    browser.hears("Ines Kolb sold").await?;
    browser.press(&["Alt+Shift+ArrowLeft"]).await?;
    browser.hears("Ines Kolb sol”").await?;
    browser.press(&["Control+Alt+ArrowRight"]).await?;
    browser.hears("“Kolb sol”").await?;
    browser.press(&["Alt+ArrowLeft", "Alt+ArrowLeft"]).await?;
    browser.inspects(&["es Kolb sol"]).await?;
    browser.press(&["Shift+!"]).await?;
    browser.hears("Unsure: Person").await?;
    browser.press(&["Control+z", "Control+z", "Control+z", "Control+z", "Control+z", "Control+z"]).await?;
    browser.inspects(&["Ines Kolb"]).await?;
    // Another label, then away with it.
    browser.press(&["2"]).await?;
    browser.hears("Organisation “Ines Kolb”").await?;
    browser.press(&["Delete"]).await?;
    browser.hears("Deleted Organisation “Ines Kolb”").await?;
    browser.comes_to("two are left", "rows().length", &json!(2)).await?;

    // Tab leaves the article, forwards and back.
    browser.press(&["Tab"]).await?;
    browser
        .until("the focus left the article", "return document.activeElement.tagName !== 'ARTICLE'", vec![])
        .await?;
    browser.press(&["Shift+Tab"]).await?;
    browser.reads(TITLE).await?;
    browser.press(&["?"]).await?;
    browser.find("dialog", "Keyboard").await?;
    browser.press(&["Escape"]).await?;
    browser.gone("dialog", "Keyboard").await?;
    browser.reads(TITLE).await
}

const IN_REGION: &str =
    "return document.querySelector('section[aria-label=Annotation]').contains(document.activeElement)";

/// On a narrow page what a key leads to stands in a sheet, which opens for it.
pub(crate) async fn opens_the_sheet_that_it_leads_into(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    browser.press(&["Control+Home", "Control+Shift+ArrowRight", "1"]).await?;
    browser.hears("Marked Person “Ines”").await?;
    browser.set_window_rect(0, 0, 500, 900).await?;
    let open = "document.querySelector('.sheet-handle').getAttribute('aria-expanded')";
    browser.comes_to("the sheet is closed", open, &json!("false")).await?;
    // A box closes its list first.
    let led = [
        ("n", "textarea", "Note", ["Escape"].as_slice()),
        ("l", "input", "Entity", &["Escape", "Escape"]),
        ("Shift+R", "input", "Add a relation", &["Escape", "Escape"]),
    ];
    for (key, role, name, out) in led {
        browser.press(&[key]).await?;
        browser.comes_to("it has the focus", "focused()", &json!([role, name])).await?;
        browser.comes_to("and can be seen", open, &json!("true")).await?;
        browser.press(out).await?;
        browser.reads(TITLE).await?;
        browser.comes_to("the sheet is closed again", open, &json!("false")).await?;
    }
    Ok(())
}

/// By character, word, sentence, paragraph and line; what stands at the caret is said.
async fn moves_the_caret(browser: &Browser) -> Result<()> {
    let steps = [
        ("Control+Home", "I"),
        ("ArrowRight", "n"),
        ("Control+ArrowRight", "Space"),
        ("Control+ArrowRight", "Space"),
        ("Control+ArrowLeft", "K"),
        ("Control+ArrowLeft", "I"),
        ("Alt+ArrowDown", "Space"),
        ("Alt+ArrowDown", "Line break"),
        ("Alt+ArrowUp", "T"),
        ("Alt+ArrowUp", "I"),
        ("Control+ArrowDown", "Line break"),
        ("Control+ArrowDown", "End of the article"),
        ("Control+ArrowUp", "N"),
        ("Control+ArrowUp", "I"),
        ("End", "Line break"),
        ("Home", "I"),
        ("ArrowDown", "N"),
        ("ArrowUp", "I"),
        ("Control+End", "End of the article"),
        ("Shift+ArrowLeft", "Selected: ."),
        ("Shift+Control+ArrowLeft", "Selected: why."),
        ("Shift+ArrowUp", "Selected: "),
        ("ArrowLeft", ""),
    ];
    for (key, said) in steps {
        browser.press(&[key]).await?;
        browser.hears(said).await.map_err(|error| error.context(format!("after {key}")))?;
    }
    Ok(())
}

/// Keys by character where it is ASCII, else by place; digits by place; nothing during composition.
///
/// The events are made by a script: WebDriver presses keys of one layout only.
pub(crate) async fn knows_other_layouts(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    let words = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy"];
    browser.paste("Trees", &words.join(" ")).await?;
    browser.press(&["Control+Home"]).await?;
    let marks = [
        ("French digit", "&", "Digit1", "Person"),
        ("French é", "é", "Digit2", "Organisation"),
        ("Arabic digit", "٣", "Digit3", "Place"),
        ("Persian digit", "۴", "Digit4", "Event"),
        ("Cyrillic es", "с", "KeyC", "Claim"),
        ("Arabic teh", "ف", "KeyT", "Time"),
        ("Greek theta", "θ", "KeyU", "Cue"),
        ("Dvorak: the character, not the place", "f", "KeyY", "Page furniture"),
        ("AZERTY: the character, not the place", "q", "KeyA", "Quantity"),
    ];
    let mut rows = Vec::new();
    for (word, (name, key, code, label)) in words.iter().zip(marks) {
        browser.press(&["Control+Shift+ArrowRight"]).await?;
        browser.hears(&format!("Selected: {word}")).await?;
        strike(browser, key, code, "{}").await?;
        rows.push((label, *word));
        browser.rows_are(&rows).await.map_err(|error| error.context(name))?;
        // The caret stands behind the word: on to the next one.
        browser.press(&["ArrowRight"]).await?;
    }

    browser.press(&["Control+Home", "Control+Shift+ArrowRight"]).await?;
    browser.hears("Selected: Alder").await?;
    let silent = [
        ("a letter of an input method", "c", "KeyC", "{ isComposing: true }"),
        ("a key that is being composed", "Process", "KeyC", "{}"),
        ("a dead key", "Dead", "KeyC", "{}"),
        ("a letter with Alt", "c", "KeyC", "{ altKey: true }"),
        ("a letter with Ctrl", "q", "KeyQ", "{ ctrlKey: true }"),
    ];
    for (name, key, code, more) in silent {
        strike(browser, key, code, more).await?;
        browser.comes_to(name, "rows().length", &json!(rows.len())).await?;
    }
    // Brackets on a French keyboard come by AltGr; on a Russian one they have places.
    browser.press(&["Control+Home", "Escape"]).await?;
    let alt_graph = match browser.engine() {
        // Does not take this modifier from a script.
        Engine::WebKit => "{}",
        _ => "{ modifierAltGraph: true, ctrlKey: true, altKey: true }",
    };
    strike(browser, "]", "Minus", alt_graph).await?;
    browser.selected_are(&["Alder"]).await?;
    strike(browser, "ъ", "BracketRight", "{}").await?;
    browser.selected_are(&["Birch"]).await?;
    strike(browser, "х", "BracketLeft", "{}").await?;
    browser.selected_are(&["Alder"]).await?;
    strike(browser, "я", "KeyZ", "{ ctrlKey: true }").await?;
    browser.comes_to("undo by its place", "rows().length", &json!(rows.len() - 1)).await?;
    strike(browser, "Я", "KeyZ", "{ ctrlKey: true, shiftKey: true }").await?;
    browser.comes_to("redo by its place", "rows().length", &json!(rows.len())).await
}

/// A key pressed where the focus is.
async fn strike(browser: &Browser, key: &str, code: &str, more: &str) -> Result<()> {
    let script = format!(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: arguments[0], code: arguments[1],
            bubbles: true, cancelable: true, ...{more} }}))"
    );
    browser.ask(&script, vec![json!(key), json!(code)]).await?;
    Ok(())
}
