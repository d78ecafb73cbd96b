//! Marking with the mouse, and what a person does with marks.

use std::{fs, path::PathBuf};

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::common::keys::Key;

use super::steps;
use crate::support::{Browser, Engine, fixtures};

const TITLE: &str = "Ferry";

/// Invented; with brackets, quotation marks, a glued word, a clitic and Chinese without spaces.
const TEXT: &str = "Marta Velde, mayor of Ostrava Bay, said the new ferry line would open in March.
“We tested every boat,” Velde told Harbour News (the city paper), “and 1,200 people came.”
Replies went to Zakharovaofficial and kotanya, where 昨天市长访问了学校。";

/// Drag, double-click, Shift-click, over paragraphs and backwards; whole words without outer punctuation.
pub(crate) async fn takes_what_the_mouse_meant(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    ensure!(
        browser.article_lines().await? == TEXT.lines().collect::<Vec<_>>(),
        "the text is as it was pasted"
    );

    // The mark is drawn there and then, and nothing says meanwhile that it is saved.
    browser.choose_word("Marta").await?;
    let at_once = "(async () => {
        const key = { key: '1', code: 'Digit1', bubbles: true, cancelable: true };
        article().dispatchEvent(new KeyboardEvent('keydown', key));
        for (let turn = 0; turn < 50; turn++) await null;
        return [fragments().length, document.querySelector('header [role=status]').textContent];
    })()";
    let at_once = browser.ask(at_once, vec![]).await?;
    ensure!(at_once == json!([1, "Saving"]), "marks and what is said of them: {at_once}");
    browser.marks_are(&[(0, 5, "Marta")]).await?;
    browser.rows_are(&[("Person", "Marta")]).await?;
    browser.hears("Marked Person “Marta”").await?;
    browser.press(&["Control+z"]).await?;
    browser.marks_are(&[]).await?;

    // Another screen, and back: the marks are there, and so is the way to more of them.
    browser.press(&["Control+Shift+z"]).await?;
    browser.marks_are(&[(0, 5, "Marta")]).await?;
    browser.click("link", "Statistics").await?;
    browser.find("heading", "Statistics").await?;
    steps::read(browser, TITLE).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    browser.marks_are(&[(0, 5, "Marta")]).await?;
    browser.press(&["Control+z"]).await?;
    browser.marks_are(&[]).await?;

    // The comma goes; the label comes from its button.
    browser.drag_over("Marta Velde, ").await?;
    browser.click("button", "Person").await?;
    browser.marks_are(&[(0, 11, "Marta Velde")]).await?;

    browser.choose_word("Ostrava").await?;
    browser.shift_click_text("Bay").await?;
    browser.press(&["3"]).await?;
    browser.marks_are(&[(0, 11, "Marta Velde"), (22, 33, "Ostrava Bay")]).await?;

    // From inside a word to inside a word.
    browser.drag("erry", "lin").await?;
    browser.press(&["q"]).await?;
    browser.inspects(&["ferry line"]).await?;

    // Quotation marks and brackets around it are no part of it.
    browser.drag_over("“We tested every boat,”").await?;
    browser.press(&["c"]).await?;
    browser.inspects(&["We tested every boat"]).await?;
    browser.drag_over("(the city paper), ").await?;
    browser.press(&["2"]).await?;
    browser.inspects(&["the city paper"]).await?;

    // Over paragraphs, backwards too.
    browser.drag("March", "We").await?;
    browser.press(&["t"]).await?;
    browser.inspects(&["March. “We"]).await?;
    browser.press(&["Control+z"]).await?;
    browser.drag_back("people", "Replies").await?;
    browser.press(&["f"]).await?;
    browser.inspects(&["people came.” Replies"]).await?;
    browser
        .rows_are(&[
            ("Person", "Marta Velde"),
            ("Place", "Ostrava Bay"),
            ("Quantity", "ferry line"),
            ("Claim", "We tested every boat"),
            ("Organisation", "the city paper"),
            ("Page furniture", "people came.” Replies"),
        ])
        .await
}

/// Alt takes exactly what is selected, and so does the setting: a part of a glued word, a clitic, one
/// Chinese character.
pub(crate) async fn marks_exactly_when_asked(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    browser.drag_over("Zakharova").await?;
    browser.press(&["1"]).await?;
    browser.inspects(&["Zakharovaofficial"]).await?;
    browser.press(&["Control+z"]).await?;
    browser.marks_are(&[]).await?;

    browser.drag_exactly("Zakharova").await?;
    browser.press(&["1"]).await?;
    browser.inspects(&["Zakharova"]).await?;
    browser.drag_exactly("nya").await?;
    browser.press(&["u"]).await?;
    browser.inspects(&["nya"]).await?;
    browser.drag_exactly("市").await?;
    browser.press(&["3"]).await?;
    browser.inspects(&["市"]).await?;
    browser.press(&["Delete"]).await?;

    browser.press(&["x"]).await?;
    browser.hears("exactly").await?;
    browser.drag_over("天市").await?;
    browser.press(&["3"]).await?;
    browser.inspects(&["天市"]).await?;
    browser.drag_over(", where").await?;
    browser.press(&["t"]).await?;
    browser.inspects(&[", where"]).await?;
    browser.press(&["x"]).await?;
    browser.drag_over(", where ").await?;
    browser.press(&["t"]).await?;
    browser.inspects(&["where"]).await?;
    let first = TEXT.find("Zakharova").map_or(0, |at| TEXT[..at].chars().count());
    let ends = browser.ask("fragments()[0]", vec![]).await?;
    ensure!(ends == json!([first, first + 9, "Zakharova"]), "offsets are code points: {ends}");
    Ok(())
}

/// The label first, then span after span; a label's key changes the pen; Escape puts it away.
pub(crate) async fn marks_with_the_pen(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    browser.press(&["p"]).await?;
    browser.hears("Pen: ").await?;
    browser.press(&["2"]).await?;
    browser.hears("Pen: Organisation").await?;
    browser.choose_word("Harbour").await?;
    browser.rows_are(&[("Organisation", "Harbour")]).await?;
    browser.drag_over("the city paper").await?;
    browser.rows_are(&[("Organisation", "Harbour"), ("Organisation", "the city paper")]).await?;
    browser.click("button", "Place").await?;
    browser.drag_over("Ostrava Bay").await?;
    browser
        .rows_are(&[
            ("Place", "Ostrava Bay"),
            ("Organisation", "Harbour"),
            ("Organisation", "the city paper"),
        ])
        .await?;
    browser.press(&["Escape"]).await?;
    browser.hears("Pen put away").await?;
    browser.choose_word("mayor").await?;
    browser.comes_to("three marks", "fragments().length", &json!(3)).await
}

/// A click takes the innermost, the next one what is around it; the same label twice says so; the list,
/// the region and the article go in step; marks move no line.
pub(crate) async fn goes_through_what_lies_on_each_other(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    // WebKit lays out what comes into view a frame later.
    browser.comes_to("the text is laid out", "boxes().every((box) => box[1] > 0)", &json!(true)).await?;
    let before = browser.ask("boxes()", vec![]).await?;
    browser.drag("We", "came").await?;
    browser.press(&["c"]).await?;
    browser
        .inspects(&[
            "We tested every boat,” Velde told Harbour News (the city paper), “and 1,200 people came",
        ])
        .await?;
    browser.drag_over("Velde told Harbour News").await?;
    browser.press(&["u"]).await?;
    browser.inspects(&["Velde told Harbour News"]).await?;
    browser.drag_over("Harbour News").await?;
    browser.press(&["2"]).await?;
    browser.inspects(&["Harbour News"]).await?;
    browser.drag_over("News (the city").await?;
    browser.press(&["t"]).await?;
    browser.inspects(&["News (the city"]).await?;
    let moved = browser.ask("moved(...arguments)", vec![before]).await?;
    ensure!(moved == json!([]), "marks move no line: {moved}");

    // Not at the same place twice: that would be a double click.
    browser.click_text("Harb").await?;
    browser.inspects(&["Harbour News"]).await?;
    browser.selected_are(&["Harbour News"]).await?;
    browser.click_text("our N").await?;
    browser.inspects(&["Velde told Harbour News"]).await?;
    browser.press(&["."]).await?;
    browser
        .selected_are(&[
            "We tested every boat,” Velde told Harbour News (the city paper), “and 1,200 people came",
        ])
        .await?;
    browser.press(&["."]).await?;
    browser.inspects(&["Harbour News"]).await?;
    browser.click_row("News (the city", None).await?;
    browser.inspects(&["News (the city"]).await?;
    let shown = "Array.from(article().querySelectorAll('.selected'), (each) => each.textContent).join('')";
    browser.comes_to("the article shows it", shown, &json!("News (the city")).await?;

    // The pointer over it shows the innermost, in the article.
    browser.point_at("tested").await?;
    let over = "Array.from(article().querySelectorAll('.hovered'), (each) => each.textContent).join('')";
    let claim = "We tested every boat,” Velde told Harbour News (the city paper), “and 1,200 people came";
    browser.comes_to("what is under the pointer", over, &json!(claim)).await?;
    browser.point_at("Harbour").await?;
    browser.comes_to("what is under the pointer", over, &json!("Harbour News")).await?;

    browser.drag_over("Harbour News").await?;
    browser.press(&["2"]).await?;
    browser.hears("marked as Organisation already").await?;
    browser.comes_to("four marks", "rows().length", &json!(4)).await?;
    browser.press(&["2"]).await?;
    browser.comes_to("five marks", "rows().length", &json!(5)).await
}

/// Fragments, handles, relabel, delete.
pub(crate) async fn changes_a_mark(browser: &mut Browser) -> Result<()> {
    browser.open_and_listen().await?;
    browser.paste(TITLE, TEXT).await?;
    browser.drag_over("the new ferry").await?;
    browser.press(&["2"]).await?;
    browser.inspects(&["the new ferry"]).await?;
    browser.comes_to("it is drawn", "fragments().length", &json!(1)).await?;
    let id = "article().querySelector('[data-annotations]').dataset.annotations";
    let before = browser.ask(id, vec![]).await?;

    browser.press(&["+"]).await?;
    browser.hears("select the text to add").await?;
    browser.drag_over("open in March").await?;
    browser.inspects(&["the new ferry", "open in March"]).await?;
    browser.rows_are(&[("Organisation", "the new ferry … open in March")]).await?;
    browser.click("button", "Remove fragment 2").await?;
    browser.inspects(&["the new ferry"]).await?;

    browser.drag_handle("end", "line would").await?;
    browser.inspects(&["the new ferry line would"]).await?;
    browser.drag_handle("start", "new").await?;
    browser.inspects(&["new ferry line would"]).await?;
    ensure!(browser.ask(id, vec![]).await? == before, "it is still the same annotation");

    browser.choose("Label", "Event").await?;
    browser.rows_are(&[("Event", "new ferry line would")]).await?;
    browser.click("button", "Unsure").await?;
    browser.hears("Unsure").await?;
    browser.click("button", "Delete").await?;
    browser.marks_are(&[]).await?;
    browser.rows_are(&[]).await?;
    browser.click("button", "Undo").await?;
    browser.rows_are(&[("Event", "new ferry line would")]).await?;

    if browser.engine() == Engine::Firefox {
        // Only Firefox selects several stretches, with Ctrl.
        browser.press(&["Escape"]).await?;
        browser.drag_over("Marta Velde").await?;
        browser.drag_holding(Key::Control, "Ostrava Bay", "Ostrava Bay").await?;
        browser.press(&["1"]).await?;
        browser.inspects(&["Marta Velde", "Ostrava Bay"]).await?;
    }
    Ok(())
}

/// The articles that lie beside the project on some machines, as they were scraped; nothing to do where they
/// are absent. Part of a glued word, Cyrillic in brackets, and offsets held against the files.
pub(crate) async fn marks_scraped_articles(browser: &mut Browser) -> Result<()> {
    let root = fixtures::root()?;
    let folder = root.ancestors().skip(1).take(2).map(|folder| folder.join("shared/articles"));
    let Some(folder) = folder.into_iter().find(|folder| folder.is_dir()) else {
        browser.open().await?;
        return Ok(());
    };
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    browser.open_and_listen().await?;
    steps::add(browser, &files.iter().map(PathBuf::as_path).collect::<Vec<_>>()).await?;
    let marks =
        [(0, "Moskow", false), (3, "Maria Zakharova", true), (3, "ХАМАС", false), (4, "Moscow", false)];
    for (n, quote, exactly) in marks {
        let title = files[n].file_stem().unwrap_or_default().to_string_lossy().into_owned();
        browser.open_article(&title).await?;
        match exactly {
            true => browser.drag_exactly(quote).await?,
            false => browser.choose_word(quote).await?,
        }
        browser.press(&["1"]).await?;
        browser.inspects(&[quote]).await?;
        let text = fs::read_to_string(&files[n])?;
        let start = text.find(quote).map_or(usize::MAX, |at| text[..at].chars().count());
        let drawn = format!("fragments().find((each) => each[2] === {})?.[0] ?? null", json!(quote));
        browser.comes_to(&format!("where “{quote}” starts"), &drawn, &json!(start)).await?;
    }
    Ok(())
}
