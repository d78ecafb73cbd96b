//! The first load: until the page can be used, for the app and for an empty Yew page, with a warm cache and
//! with an empty one at 10 Mbit/s.

use anyhow::{Context, Result};
use serde_json::json;

use crate::{Setup, chrome::Chrome, stats::Figures};

/// Bytes a second.
const TEN_MBIT: f64 = 10e6 / 8.0;

/// Figures of a page, in ms since the navigation began.
#[derive(Default)]
pub(crate) struct Load {
    pub(crate) warm: Figures,
    pub(crate) slow: Figures,
}

/// Both pages.
pub(crate) struct Loads {
    pub(crate) app: Load,
    pub(crate) empty: Load,
}

/// Measures, turn by turn, so that both pages see the same machine.
pub(crate) fn run(setup: &Setup) -> Result<Loads> {
    let mut loads = Loads { app: Load::default(), empty: Load::default() };
    let (app, empty) = (setup.app.clone(), format!("{}empty/index.html", setup.bare));
    let mut chrome = Chrome::start(&setup.chromium)?;
    chrome.page("Network.enable", json!({}))?;
    // The cache of compiled code is written after some loads.
    for _ in 0..3 {
        once(&mut chrome, &app)?;
        once(&mut chrome, &empty)?;
    }
    for _ in 0..setup.acts {
        loads.app.warm.add(once(&mut chrome, &app)?);
        loads.empty.warm.add(once(&mut chrome, &empty)?);
    }
    let slow = json!({
        "offline": false, "latency": 0, "downloadThroughput": TEN_MBIT, "uploadThroughput": TEN_MBIT,
    });
    chrome.page("Network.emulateNetworkConditions", slow)?;
    for _ in 0..setup.acts {
        for (address, figures) in [(&app, &mut loads.app.slow), (&empty, &mut loads.empty.slow)] {
            chrome.page("Network.clearBrowserCache", json!({}))?;
            figures.add(once(&mut chrome, address)?);
        }
    }
    Ok(loads)
}

fn once(chrome: &mut Chrome, address: &str) -> Result<f64> {
    chrome.goto("about:blank")?;
    chrome.goto(address)?;
    chrome.js("__bench.first")?.as_f64().with_context(|| format!("{address} cannot be used after a minute"))
}

/// Figures of a whole page of paragraphs that is gone to: first text painted, and all of it there.
#[derive(Default)]
pub(crate) struct Visit {
    pub(crate) text: Figures,
    pub(crate) whole: Figures,
}

/// Goes to the page that holds the text as paragraphs.
pub(crate) fn visit(setup: &Setup, page: &str) -> Result<Visit> {
    let mut visit = Visit::default();
    let mut chrome = Chrome::start(&setup.chromium)?;
    let address = format!("{}{page}", setup.bare);
    for n in 0..=setup.acts {
        let whole = once(&mut chrome, &address)?;
        let paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
        let text = chrome.js(paint)?.as_f64().unwrap_or(whole);
        if n > 0 {
            visit.text.add(text);
            visit.whole.add(whole);
        }
    }
    Ok(visit)
}
