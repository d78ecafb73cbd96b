//! What the main thread of the page did, from a trace: its tasks, what kind of work was in them, and the
//! acts that `measure.js` marks.
//!
//! The work of an act is the sum of the tasks from the one that got the input to the one that made the
//! frame with its effect (style, layout, paint and commit are in it), all of them, whatever they did. It is
//! counted in the thread's own processor time, so that what else the machine does is not in it.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// A task of the main thread. Times in µs.
#[derive(Clone, Copy, Debug)]
struct Task {
    start: f64,
    length: f64,
    /// The processor's time in it: what is left when other programs are counted out.
    work: f64,
}

impl Task {
    fn end(self) -> f64 {
        self.start + self.length
    }
}

/// What the main thread did.
pub(crate) struct Trace {
    /// The process of the page.
    pub(crate) renderer: u64,
    tasks: Vec<Task>,
    /// Style, layout, paint: kind, start, work.
    parts: Vec<(&'static str, f64, f64)>,
    /// When frames were handed to the compositor.
    commits: Vec<f64>,
    marks: BTreeMap<String, f64>,
}

/// The main thread's work for one act, in ms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Work {
    /// From the input to the end of the frame: tasks.
    pub(crate) tasks: f64,
    /// The same by the clock: from the task that got the input, waiting for the frame included.
    pub(crate) clock: f64,
    /// Tasks until the next act, or for half a second after the frame.
    pub(crate) all: f64,
    /// The longest of these tasks.
    pub(crate) longest: f64,
    /// Of `tasks`: style, layout, paint.
    pub(crate) style: f64,
    pub(crate) layout: f64,
    pub(crate) paint: f64,
}

const AFTER: f64 = 500_000.0;

impl Trace {
    /// Reads the events of a trace that holds at least one mark.
    pub(crate) fn new(events: &[Value]) -> Result<Self> {
        let name = |event: &Value| event["name"].as_str().unwrap_or("").to_owned();
        let first = events.iter().find(|event| name(event).starts_with("bench:"));
        let first = first.context("no act is in the trace")?;
        let (process, thread) = (&first["pid"], &first["tid"]);
        let mut trace = Self {
            renderer: process.as_u64().context("the trace has no process")?,
            tasks: Vec::new(),
            parts: Vec::new(),
            commits: Vec::new(),
            marks: BTreeMap::new(),
        };
        let mut other = Vec::new();
        for event in events.iter().filter(|event| event["pid"] == *process && event["tid"] == *thread) {
            let start = event["ts"].as_f64().unwrap_or(0.0);
            let length = event["dur"].as_f64().unwrap_or(0.0);
            let work = event["tdur"].as_f64().unwrap_or(length);
            let name = name(event);
            if let Some(mark) = name.strip_prefix("bench:") {
                trace.marks.insert(mark.to_owned(), start);
                continue;
            }
            if event["ph"] == "X" {
                match name.as_str() {
                    "RunTask" => trace.tasks.push(Task { start, length, work }),
                    "ThreadControllerImpl::RunTask" => other.push(Task { start, length, work }),
                    _ => trace.part(&name, start, length, work),
                }
            }
        }
        if trace.tasks.is_empty() {
            trace.tasks = other;
        }
        ensure!(!trace.tasks.is_empty(), "the trace has no tasks");
        trace.tasks.sort_by(|a, b| a.start.total_cmp(&b.start));
        trace.flatten();
        trace.commits.sort_by(f64::total_cmp);
        Ok(trace)
    }

    fn part(&mut self, name: &str, start: f64, length: f64, work: f64) {
        let kind = match name {
            "UpdateLayoutTree" | "Document::updateStyle" => "style",
            "Layout" => "layout",
            "PrePaint" | "Paint" | "Layerize" => "paint",
            "Commit" => {
                self.commits.push(start + length);
                "paint"
            }
            _ => return,
        };
        self.parts.push((kind, start, work));
    }

    /// Leaves out tasks that run inside others.
    fn flatten(&mut self) {
        let mut end = f64::MIN;
        self.tasks.retain(|task| {
            let outer = task.start >= end;
            if outer {
                end = task.end();
            }
            outer
        });
    }

    /// The longest task, in ms.
    pub(crate) fn longest(&self) -> f64 {
        self.tasks.iter().map(|task| task.work).fold(0.0, f64::max) / 1000.0
    }

    /// The work of an act.
    pub(crate) fn work(&self, act: &str) -> Result<Work> {
        let mark = |kind: &str| {
            let name = format!("{kind}:{act}");
            self.marks.get(&name).copied().with_context(|| format!("{name} is not in the trace"))
        };
        let (input, seen) = (mark("start")?, mark("seen")?);
        let first = self.tasks.partition_point(|task| task.end() < input);
        let framed = self.commits.iter().find(|commit| **commit >= seen).copied().context("no frame")?;
        let last = self.tasks.partition_point(|task| task.end() < framed);
        let tasks = self.tasks.get(first..=last).context("the tasks of an act are not in the trace")?;
        let (from, to) = (tasks[0].start, tasks[tasks.len() - 1].end());
        let starts = self.marks.iter().filter(|(name, at)| name.starts_with("start:") && **at > input);
        let next = starts.map(|(_, at)| *at).fold(to + AFTER, f64::min);
        let after = self.tasks.iter().filter(|task| task.start >= from && task.end() < next);
        let part = |kind: &str| {
            let parts = self.parts.iter().filter(|part| part.0 == kind && part.1 >= from && part.1 < to);
            parts.fold(0.0, |sum, part| sum + part.2 / 1000.0)
        };
        Ok(Work {
            tasks: tasks.iter().map(|task| task.work).sum::<f64>() / 1000.0,
            clock: (to - from) / 1000.0,
            all: after.clone().map(|task| task.work).sum::<f64>() / 1000.0,
            longest: after.map(|task| task.work).fold(0.0, f64::max) / 1000.0,
            style: part("style"),
            layout: part("layout"),
            paint: part("paint"),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Trace;

    fn event(name: &str, start: u32, length: u32) -> Value {
        json!({ "pid": 1, "tid": 2, "ph": "X", "name": name, "ts": start, "dur": length })
    }

    #[test]
    fn counts_from_the_input_to_the_frame_with_its_effect() {
        let events = [
            event("RunTask", 0, 1000),
            event("RunTask", 2000, 3000),
            event("bench:start:add", 2100, 0),
            event("bench:seen:add", 4000, 0),
            event("RunTask", 6000, 1000),
            event("RunTask", 8000, 2000),
            event("UpdateLayoutTree", 8100, 500),
            event("Commit", 9000, 500),
            event("RunTask", 20000, 7000),
        ];
        let trace = Trace::new(&events).expect("a trace");
        let work = trace.work("add").expect("the act");
        assert_eq!((work.tasks, work.clock, work.style), (6.0, 8.0, 0.5));
        assert_eq!((work.all, work.longest, trace.longest()), (13.0, 7.0, 7.0));
    }
}
