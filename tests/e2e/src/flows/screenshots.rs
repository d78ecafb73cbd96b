//! A task: pictures of every screen, light and dark, wide and narrow, in both languages, of the built site with the
//! example project. The best of them go into the README.

use std::{fs, path::Path, time::Duration};

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::{Browser, fixtures};

/// The article that is read, and a mark of it that is selected.
const ARTICLE: (&str, &str) = ("Tarrow reservoir lowered after leak", "Yusuf Talmeri");
/// The article that has no annotations yet, and what is marked in it.
const OTHER: (&str, [(&str, &str); 3]) = (
    "Tarrow Dam leak may be larger",
    [("Darya Sokolan", "Person"), ("Youssef Talmeri", "Person"), ("Lower Tarrow", "Place")],
);
/// Widths and heights: a desk and a telephone.
const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];
/// Name, what is shown by which link, and what opens a dialog over it.
const SCREENS: [(&str, &str, Option<&str>); 18] = [
    ("library", "#library", None),
    ("read", "#article", None),
    ("box", "#article", Some("l")),
    ("beside", "#article", Some("|")),
    ("entities", "#entities", None),
    ("card", "#entities", None),
    ("merge", "#entities", None),
    ("claims", "#claims", None),
    ("claim", "#claims", None),
    ("search", "#search", None),
    ("schema", "#schema", None),
    ("statistics", "#statistics", None),
    ("history", "#history", None),
    ("settings", "#settings", None),
    ("export", "#library", Some("Control+s")),
    ("palette", "#article", Some("Control+k")),
    ("print", "#article", Some("Control+p")),
    ("help", "#article", Some("F1")),
];
/// What is clicked on a screen: a row, and a button of its card; a claim.
const CLICKED: [(&str, &[&str]); 3] = [
    ("card", &["#entities-talmeri"]),
    ("merge", &["#entities-talmeri", "#entity-merge"]),
    ("claim", &["#claim-matrix-0-0"]),
];
/// Those of the README.
const BEST: [&str; 5] = [
    "en-light-1440-read",
    "en-light-1440-library",
    "en-light-1440-claims",
    "en-light-1440-schema",
    "en-dark-1440-statistics",
];

/// Writes `target/screenshots/*.png`, and the best to `docs`.
pub(crate) async fn screenshots(browser: &mut Browser) -> Result<()> {
    let root = fixtures::root()?;
    let (all, docs) = (root.join("target/screenshots"), root.join("docs"));
    fs::create_dir_all(&all)?;
    browser.open().await?;
    browser.click("button", "Example project").await?;
    browser.find("link", ARTICLE.0).await?;
    steps::give_name(browser).await?;
    // They come once each, and would be in some pictures alone.
    browser.click("link", "Settings").await?;
    browser.click("checkbox", "Do not show hints").await?;
    // Some work of today, so that no screen is empty.
    steps::read(browser, OTHER.0).await?;
    for (quote, label) in OTHER.1 {
        steps::mark(browser, quote, label).await?;
    }
    browser.click("link", "Schema").await?;
    let claim = "const claim = document.getElementById('schema-label-claim'); claim?.click(); return !!claim";
    browser.until("a label is open", claim, vec![]).await?;
    browser.click("link", "Search").await?;
    browser.fill("Search all articles", "Tarrow").await?;
    for language in ["en", "id"] {
        browser.click("link", "Settings").await?;
        browser.choose("Language", if language == "en" { "English" } else { "Bahasa Indonesia" }).await?;
        let spoken = "return document.documentElement.lang === arguments[0]";
        browser.until("the language is spoken", spoken, vec![json!(language)]).await?;
        for (width, height) in SIZES {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1.5, "mobile": false });
            browser.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            for theme in ["light", "dark"] {
                let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
                browser.cdp("Emulation.setEmulatedMedia", media).await?;
                for (name, link, keys) in SCREENS {
                    show(browser, name, link, keys).await?;
                    let name = format!("{language}-{theme}-{width}-{name}");
                    let path = all.join(format!("{name}.png"));
                    browser.screenshot(&path).await?;
                    put_away(browser, keys).await?;
                    if BEST.contains(&name.as_str()) {
                        keep(&path, &docs, &name)?;
                    }
                }
            }
        }
        browser.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    }
    println!("{} pictures in {}", SCREENS.len() * 8, all.display());
    Ok(())
}

/// Goes to a screen, and opens what is pressed for.
async fn show(browser: &Browser, name: &str, link: &str, keys: Option<&str>) -> Result<()> {
    let go = "
        const link = document.querySelector(`a[href^='${arguments[0]}']`);
        link.click();
        document.querySelectorAll('*').forEach((element) => { element.scrollTop = 0; });
    ";
    browser.js(go, vec![json!(link)]).await?;
    // Nothing lies over it.
    browser.js("document.querySelector('.toast button:last-child')?.click()", vec![]).await?;
    if link == "#article" {
        browser.click_text(ARTICLE.1).await?;
    }
    if let Some(keys) = keys {
        browser.press(&[keys]).await?;
    }
    if let "#entities" | "#claims" = link {
        show_card(browser, name, &link[1..]).await?;
    }
    // The pointer away, so that nothing is hovered; what is computed in slices and what fades comes to rest.
    browser.action_chain().move_to(1, 1).perform().await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    Ok(())
}

/// Opens the card of one who is spoken of in four articles, and what is asked on it, or a claim; or closes it.
async fn show_card(browser: &Browser, name: &str, screen: &str) -> Result<()> {
    let shown = "return document.querySelector('.screen.' + arguments[0]) !== null";
    browser.until("the screen is shown", shown, vec![json!(screen)]).await?;
    browser.js("document.querySelector('.card-head > button')?.click()", vec![]).await?;
    browser.until("no card is open", "return document.querySelector('.card-head') === null", vec![]).await?;
    for (_, clicked) in CLICKED.iter().filter(|(of, _)| *of == name) {
        for selector in *clicked {
            let there = "return document.querySelector(arguments[0]) !== null";
            browser.until(&format!("there is {selector}"), there, vec![json!(selector)]).await?;
            browser.js("document.querySelector(arguments[0]).click()", vec![json!(selector)]).await?;
        }
    }
    Ok(())
}

async fn put_away(browser: &Browser, keys: Option<&str>) -> Result<()> {
    match keys {
        // The same key closes it.
        Some(key @ ("F1" | "|")) => browser.press(&[key]).await,
        // Its list, then the sheet in which it stands on a narrow page.
        Some("l") => browser.press(&["Escape", "Escape"]).await,
        Some(_) => browser.press(&["Escape"]).await,
        None => Ok(()),
    }
}

fn keep(path: &Path, docs: &Path, name: &str) -> Result<()> {
    fs::create_dir_all(docs)?;
    let name = name.trim_start_matches("en-").replace("-1440", "");
    let kept = docs.join(format!("{name}.png"));
    fs::copy(path, &kept)?;
    println!("{}", kept.display());
    Ok(())
}
