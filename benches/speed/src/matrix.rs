//! The claim matrix of 200 claims and 100 articles: another order of its rows, and scrolling through it.

use std::{rc::Rc, thread::sleep, time::Duration};

use anyhow::{Context, Result, ensure};
use postil::model::{Claim, ClaimId, LabelId, Project, ProjectId, Reference, news};
use serde_json::{Value, json};

use crate::{
    Setup,
    chrome::Chrome,
    files::{TIME, annotate, document, person},
    many::begun,
    stats::Figures,
    text::{Dice, write},
};

const CLAIMS: usize = 200;
const ARTICLES: usize = 100;
/// Statements of each article.
const STATEMENTS: usize = 50;
const NAME: &str = "Two hundred claims";

/// What is measured: another order of the rows, a notch of the wheel down and across, and a jump of a whole screen.
pub(crate) const ACTS: [&str; 5] = ["order", "down", "across", "screen down", "screen across"];
/// Orders of rows to choose among.
const ORDERS: usize = 5;
/// A notch of a wheel, in px.
const NOTCH: f64 = 120.0;
/// More rows or columns than were made, in px.
const SCREEN: f64 = 700.0;
/// So many notches go one way, and then back: over more rows or columns than were made.
const NOTCHES: usize = 8;

/// One kind of act, in ms.
#[derive(Default)]
pub(crate) struct Act {
    /// The main thread's work from the input to the painted frame.
    pub(crate) work: Figures,
    /// The longest task of it and of what follows.
    pub(crate) longest: Figures,
}

/// Measures all of them, in the order of [`ACTS`].
pub(crate) fn run(setup: &Setup) -> Result<[Act; ACTS.len()]> {
    let mut chrome = begun(setup, "matrix", &project()?)?;
    chrome.js("void (location.hash = '#claims')")?;
    chrome.until("the matrix is there", "document.querySelector('.claim-cell') !== null")?;
    pause(2000);
    chrome.record()?;
    let mut done = Vec::new();
    for n in 0..=setup.acts {
        for (kind, name) in ACTS.into_iter().enumerate() {
            let mark = format!("{name}:{n}");
            if act(&mut chrome, kind, &mark, n)? && n > 0 {
                done.push((kind, mark));
            }
        }
    }
    let trace = chrome.recorded()?;
    let mut acts: [Act; ACTS.len()] = Default::default();
    for (kind, mark) in done {
        let work = trace.work(&mark)?;
        acts[kind].work.add(work.tasks);
        acts[kind].longest.add(work.longest);
    }
    for (act, name) in acts.iter().zip(ACTS) {
        ensure!(act.work.median() > 0.0, "nothing is seen of the act {name}");
    }
    Ok(acts)
}

/// Does an act. `false` where nothing was seen of it.
fn act(chrome: &mut Chrome, kind: usize, mark: &str, n: usize) -> Result<bool> {
    let (input, effect) = if kind == 0 { ("change", "__bench.effects.rows") } else { ("wheel", "'scroll'") };
    let place = chrome.js("__bench.place('#claim-matrix')")?;
    let at = place["x"].as_f64().zip(place["y"].as_f64()).context("there is a matrix")?;
    chrome.js(&format!("void __bench.arm({}, {}, {effect}, true)", json!(mark), json!(input)))?;
    // There and back.
    let way = |back: bool| if back { -1.0 } else { 1.0 };
    let notch = NOTCH * way(n / NOTCHES % 2 == 1);
    let screen = SCREEN * way(n % 2 == 1);
    let by = match kind {
        0 => {
            chrome.js(&format!("__bench.order({})", 1 + n % (ORDERS - 1)))?;
            None
        }
        1 => Some((0.0, notch)),
        2 => Some((notch, 0.0)),
        3 => Some((0.0, screen)),
        _ => Some((screen, 0.0)),
    };
    if let Some(by) = by {
        chrome.wheel(at.0, at.1, by)?;
    }
    let limit = "new Promise((resolve) => setTimeout(() => resolve(null), 3000))";
    let seen = chrome.js(&format!("Promise.race([__bench.done, {limit}])"))? != Value::Null;
    pause(400);
    Ok(seen)
}

fn project() -> Result<Project> {
    let mut dice = Dice::new(31);
    let mut project = Project::new(ProjectId::new("speed-matrix"), NAME.to_owned(), news(), TIME);
    let by = person(&mut project);
    for at in 0..CLAIMS {
        let id = ClaimId::new(format!("c{at:03}"));
        project.claims.insert(id.clone(), Claim::new(id, format!("Claim {at} of what was reported")));
    }
    let mut next = 0;
    for at in 0..ARTICLES {
        let written = write(3_000, &mut dice);
        let mut document = document(&format!("d{at:03}"), &format!("Report {at}"), &written.text)?;
        document.metadata.published = format!("2023-{:02}-{:02}", 1 + at % 12, 1 + at % 28);
        let id = document.id.clone();
        project.insert_document(Rc::new(document));
        annotate(&mut project, &id, &by, &written.marks(STATEMENTS, &mut dice), &mut next)?;
        let annotations = project.annotations_mut(&id).context("just added")?;
        let all: Vec<_> = annotations.iter().map(|own| own.id.clone()).collect();
        for own in all {
            let claim = ClaimId::new(format!("c{:03}", dice.below(CLAIMS)));
            annotations.change(&own, |own| {
                own.label = LabelId::new("claim");
                own.refers_to = Some(Reference::Claim(claim));
            });
        }
    }
    Ok(project)
}

fn pause(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds));
}
