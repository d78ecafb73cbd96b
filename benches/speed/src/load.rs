//! The first load: until the page can be used, and until all of it is there, for the app and for an empty Yew page,
//! with a warm cache and with an empty one at 10 Mbit/s.

use anyhow::{Context, Result};
use serde_json::json;

use crate::{Setup, chrome::Chrome, stats::Figures};

/// Bytes a second.
const TEN_MBIT: f64 = 10e6 / 8.0;

/// Figures of a page.
#[derive(Default)]
pub(crate) struct Load {
    pub(crate) warm: Visit,
    pub(crate) slow: Visit,
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
    // Nothing is kept in the browser yet at the first visit.
    chrome.page("Network.setBypassServiceWorker", json!({ "bypass": true }))?;
    for _ in 0..setup.acts {
        for (address, figures) in [(&app, &mut loads.app.slow), (&empty, &mut loads.empty.slow)] {
            chrome.page("Network.clearBrowserCache", json!({}))?;
            figures.add(once(&mut chrome, address)?);
        }
    }
    Ok(loads)
}

/// When the page that is gone to could be used, and when all of it was there.
fn once(chrome: &mut Chrome, address: &str) -> Result<(f64, f64)> {
    chrome.goto("about:blank")?;
    chrome.goto(address)?;
    let mut when = |what: &str| {
        let at = chrome.js(&format!("__bench.{what}"))?.as_f64();
        at.with_context(|| format!("{address} is not there after a minute"))
    };
    Ok((when("first")?, when("whole")?))
}

/// Figures of a page that is gone to, in ms since the navigation began: the first of it that is of use, and all of it.
#[derive(Default)]
pub(crate) struct Visit {
    pub(crate) first: Figures,
    pub(crate) whole: Figures,
}

impl Visit {
    fn add(&mut self, (first, whole): (f64, f64)) {
        self.first.add(first);
        self.whole.add(whole);
    }
}

/// Goes to the page that holds the text as paragraphs.
pub(crate) fn visit(setup: &Setup, page: &str) -> Result<Visit> {
    let mut visit = Visit::default();
    let mut chrome = Chrome::start(&setup.chromium)?;
    let address = format!("{}{page}", setup.bare);
    for n in 0..=setup.acts {
        let (whole, _) = once(&mut chrome, &address)?;
        let paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
        let text = chrome.js(paint)?.as_f64().unwrap_or(whole);
        if n > 0 {
            visit.add((text, whole));
        }
    }
    Ok(visit)
}
