//! The tables, and what passes and fails.

use std::{fs, thread::available_parallelism};

use anyhow::Result;

use crate::{
    Setup,
    acts::{ACTS, Measured},
    chrome::Chrome,
    exchange::Exchanged,
    files::Size,
    load::{Loads, Visit},
    many::{self, LIBRARY_ACTS, Opening},
    matrix, registry,
    stats::Figures,
};

/// Work of an act at the largest size, against that at the smallest.
const GROWTH: f64 = 1.5;
/// Opening, against the bare page.
const OPENING: f64 = 1.0;
const MEMORY: f64 = 2.0;
const WARM: f64 = 1.5;
const SLOW: f64 = 3.0;
/// Opening a project, against reading its bytes from the database.
const OPENING_MANY: f64 = 2.0;
/// Goals, in ms: reported, never failing.
const FRAME: f64 = 16.0;
const SCROLL: f64 = 50.0;
/// Two frames.
const LIBRARY: f64 = 33.3;
/// Linking and creating, against a bare mark in the same project: they draw the mark anew, too, look the next one up and
/// show it.
const LINKING: f64 = 4.0;
/// Reading a large file, against the same code natively.
const NATIVELY: f64 = 2.0;
/// Typing ahead.
const TYPING: f64 = 50.0;

/// What was measured so far.
pub(crate) struct Report {
    sizes: Vec<Row>,
    loads: Option<Loads>,
    opening: Option<Opening>,
    library: Option<[many::Act; 4]>,
    registry: Option<[registry::Act; 6]>,
    matrix: Option<[matrix::Act; matrix::ACTS.len()]>,
    exchanged: Vec<Exchanged>,
}

struct Row {
    size: Size,
    bare: Measured,
    app: Measured,
    visit: Visit,
}

impl Report {
    /// Begins with the machine.
    pub(crate) fn new(setup: &Setup) -> Result<Self> {
        let version = Chrome::start(&setup.chromium)?.version()?;
        let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let cores = available_parallelism().map_or(0, usize::from);
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        println!("{version}, {cores} cores of {}", model.map_or("an unknown processor", |(_, name)| name));
        println!("Load average before the run: {}", load.split(' ').take(3).collect::<Vec<_>>().join(" "));
        println!(
            "{} acts of each kind; median / 95th percentile; ms (work: processor time of the main thread)",
            setup.acts
        );
        Ok(Self {
            sizes: Vec::new(),
            loads: None,
            opening: None,
            library: None,
            registry: None,
            matrix: None,
            exchanged: Vec::new(),
        })
    }

    /// Prints the acts on one page.
    pub(crate) fn show(&self, page: &str, measured: &Measured) {
        println!("\n  {page}");
        println!(
            "  {:8} {:>15} {:>15} {:>7} {:>7} {:>7} {:>15} {:>9} {:>6}",
            "",
            "work to frame",
            "by the clock",
            "style",
            "layout",
            "paint",
            "work in all",
            "one task",
            "event"
        );
        for act in ACTS {
            let Some(figures) = measured.acts.get(act) else { continue };
            println!(
                "  {act:8} {:>15} {:>15} {:>7.1} {:>7.1} {:>7.1} {:>15} {:>9.1} {:>6}",
                both(&figures.work),
                both(&figures.clock),
                figures.style.median(),
                figures.layout.median(),
                figures.paint.median(),
                both(&figures.all),
                figures.longest.p95(),
                if figures.timing.median() > 0.0 {
                    format!("{:.0}", figures.timing.median())
                } else {
                    "<16".to_owned()
                },
            );
        }
        for (act, figures) in measured.acts.iter().filter(|(_, figures)| figures.missed > 0) {
            println!("  {act}: nothing was seen of {} acts, which are not counted", figures.missed);
        }
        println!(
            "  first opening {:.0} by the clock; scrolling through: longest task {:.1}, longest pause between frames {:.0}; renderer {:.0} MiB",
            measured.first, measured.longest, measured.pause, measured.memory
        );
    }

    /// Keeps a size for the verdict.
    pub(crate) fn add(&mut self, size: Size, bare: Measured, app: Measured, visit: Visit) {
        println!(
            "\n  a page of the same paragraphs, gone to: first text {}, whole {}",
            both(&visit.first),
            both(&visit.whole)
        );
        self.sizes.push(Row { size, bare, app, visit });
    }

    /// Prints and keeps the first load.
    pub(crate) fn loads(&mut self, loads: Loads) {
        let Loads { app, empty } = &loads;
        println!("  {:46} {:>15} {:>15}", "", "Postil", "empty Yew page");
        let row = |what: &str, app: &Figures, empty: &Figures| {
            println!("  {what:46} {:>15} {:>15}", both(app), both(empty))
        };
        row("warm cache, until it can be used", &app.warm.first, &empty.warm.first);
        row("warm cache, all of it", &app.warm.whole, &empty.warm.whole);
        row("10 Mbit/s, empty cache, until it can be used", &app.slow.first, &empty.slow.first);
        row("10 Mbit/s, empty cache, all of it", &app.slow.whole, &empty.slow.whole);
        self.loads = Some(loads);
    }

    /// Prints and keeps the opening of a large project.
    pub(crate) fn opening(&mut self, opening: Opening) {
        println!("  opened {}", both(&opening.open));
        println!("  its {:.1} MB read from the database {}", opening.bytes / 1e6, both(&opening.read));
        self.opening = Some(opening);
    }

    /// Prints and keeps the acts in the Library.
    pub(crate) fn library(&mut self, acts: [many::Act; 4]) {
        println!("  {:8} {:>15} {:>15} {:>15}", "", "work to frame", "by the clock", "longest task");
        for (name, act) in LIBRARY_ACTS.iter().zip(&acts) {
            println!(
                "  {name:8} {:>15} {:>15} {:>15}",
                both(&act.work),
                both(&act.clock),
                both(&act.longest)
            );
        }
        self.library = Some(acts);
    }

    /// Prints and keeps the acts on a registry.
    pub(crate) fn registry(&mut self, acts: [registry::Act; 6]) {
        println!("  {:8} {:>15} {:>15}", "", "work to frame", "longest task");
        for (name, act) in registry::ACTS.iter().zip(&acts) {
            println!("  {name:8} {:>15} {:>15}", both(&act.work), both(&act.longest));
        }
        self.registry = Some(acts);
    }

    /// Prints and keeps the acts in the matrix.
    pub(crate) fn matrix(&mut self, acts: [matrix::Act; matrix::ACTS.len()]) {
        println!("  {:13} {:>15} {:>15}", "", "work to frame", "longest task");
        for (name, act) in matrix::ACTS.iter().zip(&acts) {
            println!("  {name:13} {:>15} {:>15}", both(&act.work), both(&act.longest));
        }
        self.matrix = Some(acts);
    }

    /// Prints and keeps the large files.
    pub(crate) fn exchanged(&mut self, all: Vec<Exchanged>) {
        println!(
            "  {:16} {:>8} {:>12} {:>8} {:>8} {:>8} {:>8} {:>10} {:>10}",
            "", "MB", "annotations", "page s", "native", "script", "program", "held ms", "adding ms"
        );
        for own in &all {
            let seconds = |figures: &Figures| match figures.median() {
                0.0 => String::new(),
                median => format!("{:.2}", median / 1000.0),
            };
            println!(
                "  {:16} {:>8.1} {:>12} {:>8} {:>8} {:>8} {:>8} {:>10.0} {:>10.0}",
                own.name,
                own.bytes as f64 / 1e6,
                own.annotations,
                seconds(&own.page),
                seconds(&own.native),
                seconds(&own.script),
                seconds(&own.program),
                own.held.median(),
                own.adding.median()
            );
        }
        self.exchanged.extend(all);
    }

    /// Prints the ratios; `false` when one is not reached.
    pub(crate) fn verdict(&self) -> bool {
        println!("\nBeside the bare page (medians: Postil, bare, ratio)");
        for row in &self.sizes {
            for act in ACTS {
                let (Some(app), Some(bare)) = (row.app.acts.get(act), row.bare.acts.get(act)) else {
                    continue;
                };
                println!(
                    "  {:>7} {act:8} work {:>24}   clock {:>24}",
                    row.size.name,
                    pair(app.work.median(), bare.work.median()),
                    pair(app.clock.median(), bare.clock.median())
                );
            }
        }
        let mut passed = true;
        println!("\nRatios");
        let mut ratio = |what: &str, value: f64, base: f64, limit: f64| {
            let good = value <= base * limit;
            passed &= good;
            let word = if good { "pass" } else { "FAIL" };
            println!("  {word}  {what}: {} (at most {limit})", pair(value, base));
        };
        if let (Some(small), Some(large)) = (self.sizes.first(), self.sizes.last())
            && small.size.bytes < large.size.bytes
        {
            // Not of scrolling: the small document is one section, in which nothing comes into view anew.
            for act in ACTS.into_iter().filter(|act| !matches!(*act, "open" | "scroll")) {
                let (Some(large), Some(small)) = (large.app.acts.get(act), small.app.acts.get(act)) else {
                    continue;
                };
                ratio(&format!("growth of {act}, work"), large.work.median(), small.work.median(), GROWTH);
            }
        }
        if let Some(large) = self.sizes.last() {
            let name = large.size.name;
            if let (Some(app), Some(bare)) = (large.app.acts.get("open"), large.bare.acts.get("open")) {
                ratio(
                    &format!("opening {name}, by the clock"),
                    app.clock.median(),
                    bare.clock.median(),
                    OPENING,
                );
            }
            ratio(&format!("memory with {name}, MiB"), large.app.memory, large.bare.memory, MEMORY);
        }
        if let Some(Loads { app, empty }) = &self.loads {
            for (what, app, empty, limit) in
                [("warm cache", &app.warm, &empty.warm, WARM), ("10 Mbit/s", &app.slow, &empty.slow, SLOW)]
            {
                ratio(
                    &format!("first load until it can be used, {what}"),
                    app.first.median(),
                    empty.first.median(),
                    limit,
                );
            }
        }
        if let Some(opening) = &self.opening {
            // Turn by turn, so that both saw the same machine.
            ratio(
                "opening 1,000 articles, beside reading their bytes",
                opening.ratio.median(),
                1.0,
                OPENING_MANY,
            );
        }
        for own in &self.exchanged {
            let what = format!("{}, beside the same code natively, ms", own.name);
            ratio(&what, own.page.median(), own.native.median(), NATIVELY);
        }
        if let Some([mark, link, _, create, ..]) = &self.registry {
            for (name, act) in [("linking", link), ("creating", create)] {
                let what = format!("{name} among 20,000 mentions, beside a mark, work");
                ratio(&what, act.work.median(), mark.work.median(), LINKING);
            }
        }
        self.goals();
        passed
    }

    fn goals(&self) {
        println!("\nGoals (of this machine; they fail nothing)");
        let goal = |what: &str, value: f64, limit: f64| {
            let word = if value <= limit { "reached" } else { "MISSED " };
            println!("  {word}  {what}: {value:.1} ms (at most {limit})");
        };
        for (name, act) in LIBRARY_ACTS.iter().zip(self.library.iter().flatten()).skip(1) {
            let work = act.work.median();
            goal(&format!("{name} in the Library of 10,000, main thread's work"), work, LIBRARY);
        }
        for (name, act) in registry::ACTS.iter().zip(self.registry.iter().flatten()) {
            let limit = if *name == "letter" { TYPING } else { FRAME };
            goal(&format!("{name} among 2,000 entities, main thread's work"), act.work.median(), limit);
        }
        for (name, act) in matrix::ACTS.iter().zip(self.matrix.iter().flatten()) {
            let what = format!("{name} in a matrix of 200 by 100, main thread's work");
            goal(&what, act.work.median(), LIBRARY);
        }
        for own in &self.exchanged {
            if own.program.median() > 0.0 {
                let what = format!("{} comes in, beside a fifth of a program in Python", own.name);
                goal(&what, own.page.median(), own.program.median() / 5.0);
                goal(&format!("the page is held while {} is added", own.name), own.adding.median(), TYPING);
            }
            goal(&format!("the page is held while {} is made or read", own.name), own.held.median(), TYPING);
        }
        let Some(large) = self.sizes.last() else { return };
        let name = large.size.name;
        for act in ACTS.into_iter().filter(|act| *act != "open") {
            if let Some(figures) = large.app.acts.get(act) {
                goal(
                    &format!("{act} at {name}, main thread's work, 95th percentile"),
                    figures.work.p95(),
                    FRAME,
                );
            }
        }
        goal(&format!("longest task while scrolling through {name}"), large.app.longest, SCROLL);
        if let Some(open) = large.app.acts.get("open") {
            let whole = large.visit.whole.median();
            goal(
                &format!("opening {name}, beside going to a page of its paragraphs"),
                open.clock.median(),
                whole,
            );
        }
    }
}

fn both(figures: &Figures) -> String {
    format!("{:.1} / {:.1}", figures.median(), figures.p95())
}

fn pair(value: f64, base: f64) -> String {
    format!("{value:.1} : {base:.1} = {:.2}", value / base)
}
