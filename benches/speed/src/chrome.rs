//! A Chromium with a new profile, one page, and what a person can do to it: real keys, clicks, wheels.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{cdp::Cdp, trace::Trace};

/// Put into every page before its own scripts.
const MEASURE: &str = concat!(include_str!("measure.js"), include_str!("many.js"));

/// What is recorded: tasks, what they did, and our own marks.
const CATEGORIES: [&str; 5] = [
    "toplevel",
    "devtools.timeline",
    "disabled-by-default-devtools.timeline",
    "blink.user_timing",
    "__metadata",
];

/// A running browser; killed when dropped.
pub(crate) struct Chrome {
    process: Child,
    cdp: Cdp,
    /// How many traces were recorded.
    recordings: u32,
    _profile: TempDir,
}

impl Drop for Chrome {
    fn drop(&mut self) {
        // The browser ends its other processes by itself.
        let _ = self.cdp.browser("Browser.close", json!({}));
        for _ in 0..100 {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A key of the keyboard.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    pub(crate) key: &'static str,
    pub(crate) code: &'static str,
    pub(crate) number: u32,
    pub(crate) control: bool,
}

impl Chrome {
    /// Starts it.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        let profile = tempfile::Builder::new().prefix("postil-speed-").tempdir()?;
        let process = Command::new(program)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-sync",
                "--disable-extensions",
                "--disable-features=OptimizationHints,MediaRouter,Translate,SpareRendererForSitePerProcess",
                "--no-proxy-server",
                "--remote-debugging-port=0",
                "--window-size=1280,900",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let (port, path) = listening(profile.path())?;
        let mut cdp = Cdp::connect(port, &path)?;
        cdp.attach()?;
        let mut chrome = Self { process, cdp, recordings: 0, _profile: profile };
        chrome.page("Page.enable", json!({}))?;
        chrome.page("Runtime.enable", json!({}))?;
        chrome.page("Page.addScriptToEvaluateOnNewDocument", json!({ "source": MEASURE }))?;
        Ok(chrome)
    }

    /// A command to the page.
    pub(crate) fn page(&mut self, method: &str, params: Value) -> Result<Value> {
        self.cdp.page(method, params)
    }

    /// Its version.
    pub(crate) fn version(&mut self) -> Result<String> {
        let version = self.cdp.browser("Browser.getVersion", json!({}))?;
        Ok(version["product"].as_str().unwrap_or("a browser").to_owned())
    }

    /// Goes to an address and waits until it is loaded.
    pub(crate) fn goto(&mut self, address: &str) -> Result<()> {
        self.cdp.forget();
        self.page("Page.navigate", json!({ "url": address }))?;
        self.cdp.event("Page.loadEventFired", |_| ())?;
        Ok(())
    }

    /// Loads the page again.
    pub(crate) fn reload(&mut self) -> Result<()> {
        self.cdp.forget();
        self.page("Page.reload", json!({}))?;
        self.cdp.event("Page.loadEventFired", |_| ())?;
        Ok(())
    }

    /// Evaluates an expression, waiting for a promise.
    pub(crate) fn js(&mut self, expression: &str) -> Result<Value> {
        let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.page("Runtime.evaluate", params)?;
        if let Some(error) = answer.get("exceptionDetails") {
            bail!("{expression}: {}", error["exception"]["description"].as_str().unwrap_or("an error"));
        }
        Ok(answer["result"]["value"].take())
    }

    /// Waits until an expression is true.
    pub(crate) fn until(&mut self, what: &str, expression: &str) -> Result<()> {
        self.until_within(Duration::from_secs(60), what, expression)
    }

    /// The same for what takes longer.
    pub(crate) fn until_within(&mut self, limit: Duration, what: &str, expression: &str) -> Result<()> {
        let end = Instant::now() + limit;
        while Instant::now() < end {
            if self.js(expression)? == Value::Bool(true) {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        let says = self.js("document.body.innerText.slice(0, 600)")?;
        bail!("not within {} s: {what}; the page says: {says}", limit.as_secs())
    }

    /// Presses and lets go a key.
    pub(crate) fn key(&mut self, key: Key) -> Result<()> {
        let text = if key.key.chars().count() == 1 && !key.control { key.key } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let mut params = json!({
                "type": if kind == "keyDown" && text.is_empty() { "rawKeyDown" } else { kind },
                "key": key.key,
                "code": key.code,
                "windowsVirtualKeyCode": key.number,
                "modifiers": if key.control { 2 } else { 0 },
            });
            if kind == "keyDown" && !text.is_empty() {
                params["text"] = json!(text);
            }
            self.page("Input.dispatchKeyEvent", params)?;
        }
        Ok(())
    }

    /// Moves the mouse.
    pub(crate) fn point(&mut self, x: f64, y: f64) -> Result<()> {
        self.page("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y }))?;
        Ok(())
    }

    /// Clicks, `count` times in a row.
    pub(crate) fn click(&mut self, x: f64, y: f64, count: u32) -> Result<()> {
        for click in 1..=count {
            for kind in ["mousePressed", "mouseReleased"] {
                let params = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": click });
                self.page("Input.dispatchMouseEvent", params)?;
            }
        }
        Ok(())
    }

    /// Turns the wheel.
    pub(crate) fn wheel(&mut self, x: f64, y: f64, by: (f64, f64)) -> Result<()> {
        let params = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": by.0, "deltaY": by.1 });
        self.page("Input.dispatchMouseEvent", params)?;
        Ok(())
    }

    /// Scrolls as a hand does, and waits until it is done. `speed` is in pixels a second.
    pub(crate) fn scroll(&mut self, x: f64, y: f64, by: f64, speed: u32) -> Result<()> {
        let params =
            json!({ "x": x, "y": y, "yDistance": -by, "speed": speed, "gestureSourceType": "mouse" });
        self.page("Input.synthesizeScrollGesture", params)?;
        Ok(())
    }

    /// Starts to record.
    pub(crate) fn record(&mut self) -> Result<()> {
        // More than is needed for the figures, such as `disabled-by-default-v8.cpu_profiler`.
        let more = std::env::var("POSTIL_SPEED_CATEGORIES").unwrap_or_default();
        let categories: Vec<&str> = CATEGORIES.into_iter().chain(more.split_whitespace()).collect();
        let config = json!({
            "recordMode": "recordUntilFull",
            "traceBufferSizeInKb": 400_000,
            "includedCategories": categories,
            "excludedCategories": ["*"],
        });
        self.cdp
            .browser("Tracing.start", json!({ "transferMode": "ReportEvents", "traceConfig": config }))?;
        Ok(())
    }

    /// Ends the recording.
    pub(crate) fn recorded(&mut self) -> Result<Trace> {
        self.cdp.browser("Tracing.end", json!({}))?;
        let mut events = Vec::new();
        self.cdp.event("Tracing.tracingComplete", |event| {
            if event["method"] == "Tracing.dataCollected"
                && let Some(found) = event["params"]["value"].as_array_mut()
            {
                events.append(found);
            }
        })?;
        // For a look into DevTools: the folder in which each trace is kept.
        if let Some(folder) = std::env::var_os("POSTIL_SPEED_TRACES") {
            self.recordings += 1;
            let name = format!("{}-{}.json", self.process.id(), self.recordings);
            fs::write(Path::new(&folder).join(name), Value::Array(events.clone()).to_string())?;
        }
        Trace::new(&events)
    }

    /// Memory of the renderer that belongs to it (proportional set size) after a collection, in MiB.
    pub(crate) fn memory(&mut self, renderer: u64) -> Result<f64> {
        for _ in 0..3 {
            self.page("HeapProfiler.collectGarbage", json!({}))?;
            sleep(Duration::from_millis(300));
        }
        let file = format!("/proc/{renderer}/smaps_rollup");
        let rollup = fs::read_to_string(&file).with_context(|| format!("cannot read {file}"))?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:")).context("no Pss")?;
        let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib / 1024.0)
    }
}

/// The port and the path that the browser writes into its profile.
fn listening(profile: &Path) -> Result<(u16, String)> {
    for _ in 0..600 {
        let said = fs::read_to_string(profile.join("DevToolsActivePort")).unwrap_or_default();
        if let Some((port, path)) = said.split_once('\n').filter(|(_, path)| !path.is_empty()) {
            return Ok((port.parse()?, path.trim().to_owned()));
        }
        sleep(Duration::from_millis(50));
    }
    bail!("the browser does not start")
}
