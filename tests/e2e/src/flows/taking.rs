//! Files with annotations: what is exported comes in again, and its labels are mapped before anything is added.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{incoming, steps};
use crate::support::{Browser, Engine};

const TITLE: &str = "Emoji and bridges";
/// Offsets differ in every unit.
const TEXT: &str = "😀 Ada e\u{301}crit.\n\n👩‍👩‍👧 Ben Example said: “𠮷野 was here”.\n\nCem was not.";
const MARKS: &[(&str, &str)] =
    &[("Ada", "Person"), ("Ben Example", "Person"), ("𠮷野", "Place"), ("Cem", "Person")];

/// Formats that are read and written, with the ending of the file that is saved.
const FORMATS: &[(&str, &str)] = &[("brat", ".zip"), ("conll", ".conll")];

/// Each format in Chromium, one of them elsewhere: export, remove the article, drop the file, look, add, compare.
pub(crate) async fn what_was_exported_comes_back(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    // From a file: WebKit's driver does not type what lies outside the first plane.
    let file = incoming::file(browser, &format!("{TITLE}.txt"), TEXT)?;
    steps::add(browser, &[&file]).await?;
    steps::read(browser, TITLE).await?;
    for (n, (quote, label)) in MARKS.iter().enumerate() {
        steps::mark(browser, quote, label).await?;
        if n == 0 {
            steps::give_name(browser).await?;
        }
    }
    let formats = if browser.engine() == Engine::Chromium { FORMATS } else { &FORMATS[..1] };
    for (format, ending) in formats {
        let bytes = incoming::download(browser, format, ending).await?;
        let file = incoming::file(browser, &format!("again{ending}"), &bytes)?;
        browser.click("link", "Library").await?;
        browser.click("checkbox", &format!("Choose {TITLE}")).await?;
        browser.click("button", "Remove").await?;
        incoming::articles_are(browser, &[]).await?;

        browser.add_files(&[&file]).await?;
        let preview = incoming::preview(browser).await?;
        ensure!(preview.standings() == ["new"] && preview.can_add, "{format}: {preview:?}");
        ensure!(preview.says.contains("With 4 annotations."), "{format}: {}", preview.says);
        // Labels of the same name are the same.
        let becomes =
            "return Array.from(document.querySelectorAll('[aria-label=\"Labels in the files\"] select'),
            (select) => select.selectedOptions[0].textContent)";
        let becomes = browser.js(becomes, vec![]).await?;
        let known = becomes.as_array().is_some_and(|all| all.iter().all(|own| own != "New label"));
        ensure!(known && becomes.to_string().contains("Person"), "{format}: {becomes}");
        let title = preview.rows[0].0.clone();
        incoming::go_on(browser).await?;
        steps::read(browser, &title).await?;
        let quotes = json!(MARKS.iter().map(|(quote, _)| quote).collect::<Vec<_>>());
        let marked = browser.marked().await?;
        let read: Vec<&str> = marked.iter().map(|(_, quote)| quote.as_str()).collect();
        ensure!(json!(read) == quotes, "{format}: {marked:?}");
        browser.status("Saved").await?;
        if title != TITLE {
            // The next format is to begin with what this one began with.
            browser.click("link", "Library").await?;
            browser.click("checkbox", &format!("Choose {title}")).await?;
            browser.click("button", "Remove").await?;
            for _ in 0..3 {
                browser.click("button", "Undo").await?;
            }
            incoming::articles_are(browser, &[TITLE]).await?;
        }
    }
    Ok(())
}

/// A label of the file becomes one that is there, a new one, or nothing; one undo takes all of it back.
pub(crate) async fn labels_are_mapped(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    let text = incoming::file(browser, "report.txt", "Ada met Ben in Rome on Monday.")?;
    let lines = "T1\tWHO 0 3\tAda\nT2\tWHO 8 11\tBen\nT3\tCity 15 19\tRome\nT4\tDay 23 29\tMonday\nT5\tDay 0 99\tnone\n";
    let marks = incoming::file(browser, "report.ann", lines)?;
    browser.add_files(&[&text, &marks]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("With 4 annotations."), "{}", preview.says);
    ensure!(preview.notices(&["report.ann, line 5", "outside the text"]), "{:?}", preview.issues);
    incoming::choose(browser, "WHO (2 annotations)", "=person").await?;
    incoming::choose(browser, "Day (1 annotation)", "nothing").await?;
    incoming::go_on(browser).await?;
    browser.status("1 article and 3 annotations added").await?;
    steps::read(browser, "report").await?;
    let marked = browser.marked().await?;
    let read: Vec<&str> = marked.iter().map(|(_, quote)| quote.as_str()).collect();
    ensure!(read == ["Ada", "Ben", "Rome"], "{marked:?}");
    browser.find("button", "City").await?;
    browser.click("button", "Undo").await?;
    incoming::articles_are(browser, &[]).await?;
    browser.gone("button", "City").await?;

    // Looked at, and not added.
    browser.add_files(&[&text, &marks]).await?;
    incoming::preview(browser).await?;
    incoming::stop(browser).await?;
    incoming::articles_are(browser, &[]).await
}
