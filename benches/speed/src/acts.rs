//! Acts on an open article: the same on the app and on the bare page, each with real input.

use std::{collections::BTreeMap, thread::sleep, time::Duration};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    Setup,
    chrome::{Chrome, Key},
    files::Files,
    stats::Figures,
    trace::Trace,
};

const UNDO: Key = Key { key: "z", code: "KeyZ", number: 90, control: true };
const DELETE: Key = Key { key: "Delete", code: "Delete", number: 46, control: false };
const ESCAPE: Key = Key { key: "Escape", code: "Escape", number: 27, control: false };
/// The first label of the preset, by its key.
const LABEL: Key = Key { key: "1", code: "Digit1", number: 49, control: false };

/// The acts that are measured one by one, in the order of the tables.
pub(crate) const ACTS: [&str; 6] = ["open", "add", "undo", "select", "remove", "scroll"];

/// Figures of one kind of act, in ms.
#[derive(Default)]
pub(crate) struct Act {
    /// The main thread's work from the input to the painted frame.
    pub(crate) work: Figures,
    /// From the input to the painted frame by the clock.
    pub(crate) clock: Figures,
    /// Work from the input on, what follows the frame included.
    pub(crate) all: Figures,
    /// The longest task in that time.
    pub(crate) longest: Figures,
    pub(crate) style: Figures,
    pub(crate) layout: Figures,
    pub(crate) paint: Figures,
    /// Acts whose effect was not seen.
    pub(crate) missed: usize,
    /// Event Timing: 0 where below 16 ms.
    pub(crate) timing: Figures,
}

/// What was measured on one page.
#[derive(Default)]
pub(crate) struct Measured {
    pub(crate) acts: BTreeMap<&'static str, Act>,
    /// From the input to the painted frame of the very first opening.
    pub(crate) first: f64,
    /// The longest task while scrolling through the article, and the longest pause between two frames.
    pub(crate) longest: f64,
    pub(crate) pause: f64,
    /// Of the renderer, opened and scrolled, after a collection, in MiB.
    pub(crate) memory: f64,
}

/// A page with an article that is open or can be opened.
struct Page<'a> {
    chrome: Chrome,
    /// Names of the links that open the article and that leave it.
    open: &'a str,
    leave: &'a str,
    /// What shows that it was left.
    left: String,
    figures: Measured,
}

/// Measures the bare page.
pub(crate) fn bare(setup: &Setup, files: &Files) -> Result<Measured> {
    let mut chrome = Chrome::start(&setup.chromium)?;
    chrome.goto(&format!("{}bare.html?{}", setup.bare, files.text))?;
    chrome.until("the page starts", "document.readyState === 'complete'")?;
    sleep(Duration::from_millis(500));
    let left = "!document.querySelector('article p')".to_owned();
    let page = Page { chrome, open: "Text", leave: "None", left, figures: Measured::default() };
    page.measure(setup.acts)
}

/// Measures the app: the project comes in by its file, then the page is loaded again, as on the next day.
pub(crate) fn app(setup: &Setup, files: &Files) -> Result<Measured> {
    let mut chrome = Chrome::start(&setup.chromium)?;
    chrome.goto(&setup.app)?;
    chrome.until("the app starts", "!document.getElementById('start')")?;
    saved(&mut chrome)?;
    let input = chrome.page(
        "Runtime.evaluate",
        json!({ "expression": "document.querySelector('input[type=file][aria-label=\"Project file\"]')" }),
    )?;
    chrome.page(
        "DOM.setFileInputFiles",
        json!({ "files": [files.project], "objectId": input["result"]["objectId"] }),
    )?;
    let there = format!("(__bench.agree(), __bench.link({}) !== null)", json!(files.title));
    chrome.until("the project is open", &there)?;
    saved(&mut chrome)?;
    chrome.reload()?;
    let there = format!("__bench.link({}) !== null", json!(files.title));
    chrome.until("the project is open again", &there)?;
    saved(&mut chrome)?;
    let left = format!("__bench.article({}) !== null", json!(files.other));
    // The app may come back to the article that was open.
    let mut page =
        Page { chrome, open: &files.title, leave: &files.other, left, figures: Measured::default() };
    page.leave()?;
    page.measure(setup.acts)
}

/// Waits until the project is saved, and a second more.
pub(crate) fn saved(chrome: &mut Chrome) -> Result<()> {
    let status = "Array.from(document.querySelectorAll('[role=status], output')).some((each) => /^Saved/.test(each.textContent.trim()))";
    chrome.until("the project is saved", status)?;
    sleep(Duration::from_millis(1000));
    Ok(())
}

impl Page<'_> {
    fn measure(mut self, acts: usize) -> Result<Measured> {
        self.openings(acts)?;
        self.rounds(acts)?;
        self.wheel(acts)?;
        self.through()?;
        Ok(self.figures)
    }

    fn place(&mut self, expression: &str) -> Result<Option<(f64, f64)>> {
        let place = self.chrome.js(expression)?;
        Ok(place["x"].as_f64().zip(place["y"].as_f64()))
    }

    fn follow(&mut self, link: &str) -> Result<(f64, f64)> {
        let place = self.place(&format!("__bench.link({})", json!(link)))?;
        place.with_context(|| format!("there is no link “{link}”"))
    }

    fn leave(&mut self) -> Result<()> {
        let leave = self.leave;
        let (x, y) = self.follow(leave)?;
        self.chrome.click(x, y, 1)?;
        let left = self.left.clone();
        self.chrome.until("the article is left", &left)?;
        pause(200);
        Ok(())
    }

    fn arm(&mut self, act: &str, input: &str, seen: &str) -> Result<()> {
        self.chrome.js(&format!("void __bench.arm({}, {}, {seen})", json!(act), json!(input)))?;
        Ok(())
    }

    /// Waits for the effect of an act; what it says is for [`Self::note`].
    fn done(&mut self, act: &str) -> Result<Value> {
        let limit = "new Promise((resolve) => setTimeout(() => resolve(null), 3000))";
        let effect = self.chrome.js(&format!("Promise.race([__bench.done, {limit}])"))?;
        if effect.is_null() {
            self.missed(act)?;
        }
        // What comes after the frame belongs to the act as well.
        pause(300);
        Ok(effect)
    }

    /// Counts an act that had no effect to be seen; more than a few are an error.
    fn missed(&mut self, act: &str) -> Result<()> {
        let Some(kind) = ACTS.into_iter().find(|kind| act.starts_with(kind)) else { return Ok(()) };
        let act = self.figures.acts.entry(kind).or_default();
        act.missed += 1;
        ensure!(act.missed < 4, "nothing is seen of the act {kind}");
        Ok(())
    }

    /// Adds what the trace has about an act.
    fn note(&mut self, trace: &Trace, effect: &Value) -> Result<()> {
        if effect.is_null() {
            return Ok(());
        }
        let name = effect["name"].as_str().unwrap_or("");
        let kind = ACTS.into_iter().find(|act| name.starts_with(act)).context("an act without a name")?;
        let work = trace.work(name)?;
        let timing = self.chrome.js(&format!("__bench.timing({effect})"))?;
        let waited = effect["at"].as_f64().unwrap_or(0.0) - effect["stamp"].as_f64().unwrap_or(0.0);
        let act = self.figures.acts.entry(kind).or_default();
        act.work.add(work.tasks);
        act.clock.add(work.clock + waited.max(0.0));
        act.all.add(work.all);
        act.longest.add(work.longest);
        act.style.add(work.style);
        act.layout.add(work.layout);
        act.paint.add(work.paint);
        act.timing.add(timing.as_f64().unwrap_or(0.0));
        Ok(())
    }

    fn openings(&mut self, acts: usize) -> Result<()> {
        for n in 0..=acts {
            let open = self.open;
            let (x, y) = self.follow(open)?;
            self.chrome.point(x, y)?;
            pause(100);
            self.chrome.record()?;
            let act = format!("open:{n}");
            self.arm(&act, "click", &format!("__bench.effects.article({})", json!(open)))?;
            self.chrome.click(x, y, 1)?;
            let effect = self.done(&act)?;
            let trace = self.chrome.recorded()?;
            self.note(&trace, &effect)?;
            if n == 0 {
                self.figures.first = self.figures.acts["open"].clock.most();
                // The first one warms up; the figures are of those that follow.
                self.figures.acts.clear();
                self.walk()?;
                self.figures.memory = self.chrome.memory(trace.renderer)?;
            }
            if n < acts {
                self.leave()?;
            }
        }
        Ok(())
    }

    /// Through the article in some steps and back to its start.
    fn walk(&mut self) -> Result<()> {
        for step in 0..=20 {
            self.chrome.js(&format!("__bench.to({})", f64::from(step) / 20.0))?;
            pause(50);
        }
        self.chrome.js("__bench.to(0)")?;
        pause(300);
        Ok(())
    }

    /// Marks a word, takes it back, marks it again, selects the mark, removes it: each round elsewhere.
    fn rounds(&mut self, acts: usize) -> Result<()> {
        self.give_name()?;
        // The first round warms up.
        self.round(usize::MAX, 0.4)?;
        self.chrome.record()?;
        let mut effects = Vec::new();
        for n in 0..acts {
            effects.extend(self.round(n, (n as f64 + 0.5) / acts as f64)?);
        }
        let trace = self.chrome.recorded()?;
        effects.iter().try_for_each(|effect| self.note(&trace, effect))
    }

    /// The first mark asks who makes it.
    fn give_name(&mut self) -> Result<()> {
        self.chrome.js("__bench.to(0.5)")?;
        pause(300);
        let (x, y) = self.place("__bench.word()")?.context("there is no word to mark")?;
        self.chrome.click(x, y, 2)?;
        pause(200);
        self.chrome.key(LABEL)?;
        pause(500);
        let closed = "(__bench.agree(), !document.querySelector('dialog[open]'))";
        self.chrome.until("the question for a name is answered", closed)?;
        pause(300);
        self.chrome.key(UNDO)?;
        self.chrome.key(ESCAPE)?;
        pause(300);
        Ok(())
    }

    fn round(&mut self, n: usize, share: f64) -> Result<Vec<Value>> {
        self.chrome.js(&format!("__bench.to({share})"))?;
        pause(250);
        let (x, y) = self.place("__bench.word()")?.context("there is no word to mark")?;
        let mut effects = Vec::new();
        self.chrome.click(x, y, 2)?;
        pause(150);
        effects.push(self.act(n, "add", LABEL)?);
        effects.push(self.act(n, "undo", UNDO)?);
        self.chrome.click(x, y, 2)?;
        pause(150);
        self.act(n, "again", LABEL)?;
        self.chrome.key(ESCAPE)?;
        pause(100);
        self.chrome.key(ESCAPE)?;
        pause(150);
        let act = format!("select:{n}");
        self.arm(&act, "mousedown", "__bench.effects.select")?;
        self.chrome.click(x, y, 1)?;
        effects.push(self.done(&act)?);
        effects.push(self.act(n, "remove", DELETE)?);
        Ok(effects)
    }

    fn act(&mut self, n: usize, kind: &str, key: Key) -> Result<Value> {
        let act = format!("{kind}:{n}");
        self.arm(&act, "keydown", "__bench.effects.marks")?;
        self.chrome.key(key)?;
        self.done(&act)
    }

    /// Single turns of the wheel, down and up in turn: a short text has an end.
    fn wheel(&mut self, acts: usize) -> Result<()> {
        self.chrome.js("__bench.to(0.3)")?;
        pause(300);
        let (x, y) = self.place("__bench.wheel()")?.context("no article")?;
        self.chrome.record()?;
        let mut effects = Vec::new();
        for n in 0..acts {
            let act = format!("scroll:{n}");
            self.arm(&act, "wheel", "'scroll'")?;
            self.chrome.wheel(x, y, (0.0, if n % 2 == 0 { 120.0 } else { -120.0 }))?;
            effects.push(self.done(&act)?);
            pause(200);
        }
        let trace = self.chrome.recorded()?;
        effects.iter().try_for_each(|effect| self.note(&trace, effect))
    }

    /// Scrolls fast over many screens, and looks for the longest frame.
    fn through(&mut self) -> Result<()> {
        self.chrome.js("__bench.to(0)")?;
        pause(300);
        let (x, y) = self.place("__bench.wheel()")?.context("no article")?;
        self.chrome.record()?;
        self.chrome.js("void __bench.watch()")?;
        self.chrome.scroll(x, y, 20_000.0, 5_000)?;
        self.chrome.scroll(x, y, -8_000.0, 5_000)?;
        let pause = self.chrome.js("__bench.watched()")?;
        let trace = self.chrome.recorded()?;
        self.figures.longest = trace.longest();
        self.figures.pause = pause.as_f64().unwrap_or(0.0);
        Ok(())
    }
}

fn pause(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds));
}
