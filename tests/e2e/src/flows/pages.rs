//! Articles of saved pages, through the picker of folders.

use anyhow::{Context, Result, ensure};

use super::{incoming, steps};
use crate::support::Browser;

const PAGE: &[u8] = include_bytes!("../../../fixtures/formats/html/news-json-ld.html");
const RUSSIAN: &[u8] = include_bytes!("../../../fixtures/formats/html/windows-1251.html");
const MARKDOWN: &[u8] = include_bytes!("../../../fixtures/formats/markdown/front.md");

/// A folder of pages and Markdown in folders is chosen and shown with what was found, each page in the encoding that it
/// says; what lies there unseen is passed over.
pub(crate) async fn a_folder_of_pages(browser: &mut Browser) -> Result<()> {
    browser.open().await?;
    // Something is there, so that the library shows its tools.
    steps::paste(browser, "First", "There is an article.").await?;
    incoming::library(browser).await?;
    browser.find("button", "Add a folder").await?;

    let folder = browser.scratch()?.join("pages");
    std::fs::create_dir_all(folder.join("deep"))?;
    for (name, bytes) in [
        ("bridge.html", PAGE),
        ("deep/bridge.html", RUSSIAN),
        ("deep/notes.md", MARKDOWN),
        (".DS_Store", b"\0\0\0\x01Bud1"),
        ("Thumbs.db", b"\xD0\xCF\x11\xE0"),
    ] {
        std::fs::write(folder.join(name), bytes)?;
    }
    browser.send_files("#add-folder", &[folder.as_path()]).await?;
    let preview = incoming::preview(browser).await?;
    ensure!(preview.says.contains("3 of 3 articles will be added"), "{}", preview.says);
    ensure!(preview.issues.is_empty(), "nothing is noticed: {:?}", preview.issues);
    for part in ["Port Alder Courier", "2023-10-27", "The Harbour Bridge in Port Alder", "Вестник порта"]
    {
        ensure!(preview.says.contains(part), "{part} is shown: {}", preview.says);
    }
    incoming::go_on(browser).await?;
    let project = incoming::project(browser).await?;
    let documents = project["documents"].as_array().context("documents")?;
    let bridge = documents.iter().find(|own| own["title"] == "Harbour bridge closed after inspection");
    let bridge = bridge.context("the page is there")?;
    ensure!(bridge["outlet"] == "Port Alder Courier" && bridge["mediaType"] == "text/html", "{bridge}");
    ensure!(
        bridge["published"] == "2023-10-27T18:05:00+01:00",
        "the preview names the day, the time is kept: {bridge}"
    );
    let text = bridge["text"].as_str().context("a text")?;
    ensure!(text.starts_with("The Harbour Bridge") && !text.contains("Subscribe"), "{text}");
    let russian = documents.iter().find(|own| own["language"] == "ru").context("the Russian page")?;
    ensure!(russian["text"].as_str().is_some_and(|text| text.contains("ещё один автобус")), "{russian}");
    Ok(())
}
