//! A task: pictures for the README, of the built site with the project's own example texts.

use std::fs;

use anyhow::Result;
use serde_json::json;

use super::steps;
use crate::support::{Browser, fixtures};

/// Quote and label, in the order in which they are marked.
const MARKS: [(&str, &str); 14] = [
    ("Port Alder", "Place"),
    ("Tuesday evening", "Time"),
    ("cracks in two of its main girders", "Claim"),
    ("Marta Lindqvist", "Person"),
    ("the bridge would stay closed for at least six weeks", "Claim"),
    ("at least six weeks", "Quantity"),
    ("18,000 vehicles", "Quantity"),
    ("Alder Crossings", "Organisation"),
    ("disputed", "Cue"),
    ("Tomas Okonjo", "Person"),
    ("the Port Alder Courier", "Organisation"),
    ("Ministry of Infrastructure", "Organisation"),
    ("Westhaven", "Place"),
    ("The bridge is safe", "Claim"),
];

/// Writes `docs/read-light.png` and `docs/read-dark.png`.
pub(crate) async fn screenshots(browser: &mut Browser) -> Result<()> {
    let screen = json!({ "width": 1500, "height": 900, "deviceScaleFactor": 1.5, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", screen).await?;
    browser.open().await?;
    let files = [fixtures::ARABIC, fixtures::INDONESIAN, fixtures::ENGLISH].map(fixtures::article);
    let files = files.into_iter().collect::<Result<Vec<_>>>()?;
    steps::add(browser, &files.iter().map(|file| file.as_path()).collect::<Vec<_>>()).await?;
    steps::read(browser, fixtures::ENGLISH).await?;
    for (quote, label) in MARKS {
        steps::mark(browser, quote, label).await?;
        if (quote, label) == MARKS[0] {
            steps::give_name(browser).await?;
        }
    }
    browser.click_text("bridge is safe").await?;
    steps::saved(browser).await?;
    // To the top, and the pointer away, so that nothing is hovered.
    browser
        .js("document.querySelectorAll('*').forEach((element) => { element.scrollTop = 0; })", vec![])
        .await?;
    browser.action_chain().move_to(1, 1).perform().await?;

    let folder = fixtures::root()?.join("docs");
    fs::create_dir_all(&folder)?;
    for scheme in ["light", "dark"] {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        browser.cdp("Emulation.setEmulatedMedia", media).await?;
        // Colours may fade over.
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        let path = folder.join(format!("read-{scheme}.png"));
        browser.screenshot(&path).await?;
        println!("{}", path.display());
    }
    Ok(())
}
