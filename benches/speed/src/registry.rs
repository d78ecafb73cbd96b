//! Who is spoken of, in a project of 200 articles with 20,000 mentions and 2,000 entities: linking, typing ahead,
//! creating and merging, beside a bare mark on the same page.

use std::{collections::BTreeMap, rc::Rc, thread::sleep, time::Duration};

use anyhow::{Context, Result, ensure};
use postil::model::{Entity, EntityId, LabelId, Project, ProjectId, Reference, news};
use serde_json::{Value, json};

use crate::{
    Setup,
    chrome::{Chrome, Key},
    files::{TIME, annotate, document, person},
    many::begun,
    stats::Figures,
    text::{Dice, Kind, write},
};

const ARTICLES: usize = 200;
/// In each article; with the sentences that are marked beside them there are more annotations.
const MENTIONS: usize = 100;
const ENTITIES: usize = 2_000;
/// Of those that could be linked to an entity of their name, one of so many is not.
const UNLINKED: usize = 3;
const NAME: &str = "Two thousand entities";

/// What is measured; the first is what the others are held against.
pub(crate) const ACTS: [&str; 6] = ["mark", "link", "letter", "create", "merge", "go on"];

/// One kind of act, in ms.
#[derive(Default)]
pub(crate) struct Act {
    /// The main thread's work from the input to the painted frame.
    pub(crate) work: Figures,
    /// The longest task of it and of what follows.
    pub(crate) longest: Figures,
}

const fn key(key: &'static str, code: &'static str, number: u32) -> Key {
    Key { key, code, number, control: false }
}

const LINK_FIRST: Key = key("=", "Equal", 187);
const BOX: Key = key("l", "KeyL", 76);
const ENTER: Key = key("Enter", "Enter", 13);
const ESCAPE: Key = key("Escape", "Escape", 27);
const BACKSPACE: Key = key("Backspace", "Backspace", 8);
const LABEL: Key = key("1", "Digit1", 49);
const LETTERS: [Key; 3] = [key("g", "KeyG", 71), key("m", "KeyM", 77), key("i", "KeyI", 73)];

/// Measures all of them, in the order of [`ACTS`].
pub(crate) fn run(setup: &Setup) -> Result<[Act; 6]> {
    let (project, names) = project()?;
    let mut page = Page { chrome: begun(setup, "registry", &project)?, done: Vec::new() };
    page.begin()?;
    page.chrome.record()?;
    for n in 0..=setup.acts {
        page.mark(n)?;
        page.link(n)?;
        page.letter(n)?;
        page.create(n)?;
    }
    page.merges(setup.acts, &names)?;
    let trace = page.chrome.recorded()?;
    let mut acts: [Act; 6] = Default::default();
    for (kind, name) in &page.done {
        let work = trace.work(name)?;
        acts[*kind].work.add(work.tasks);
        acts[*kind].longest.add(work.longest);
    }
    for (act, name) in acts.iter().zip(ACTS) {
        ensure!(act.work.median() > 0.0, "nothing is seen of the act {name}");
    }
    Ok(acts)
}

/// The project, and names of its entities.
fn project() -> Result<(Project, Vec<String>)> {
    let mut dice = Dice::new(21);
    let mut project = Project::new(ProjectId::new("speed-registry"), NAME.to_owned(), news(), TIME);
    let by = person(&mut project);
    let mut known: BTreeMap<(LabelId, String), EntityId> = BTreeMap::new();
    let mut next = 0;
    for at in 0..ARTICLES {
        let written = write(10_000, &mut dice);
        let document = document(&format!("d{at:03}"), &format!("Report {at}"), &written.text)?;
        let (id, text) = (document.id.clone(), document.text.clone());
        project.insert_document(Rc::new(document));
        let mut marks = written.marks(MENTIONS * 12 / 11 + 2, &mut dice);
        let mut mentions = 0;
        marks.retain(|(kind, _)| {
            mentions += usize::from(matches!(kind, Kind::Entity(_)));
            mentions <= MENTIONS
        });
        annotate(&mut project, &id, &by, &marks, &mut next)?;
        let all = project.annotations(&id).context("just added")?;
        let all: Vec<_> = all.iter().filter(|own| own.label.as_str() != "claim").cloned().collect();
        for own in all {
            let pair = (own.label.clone(), text.slice(own.fragments.hull()).to_owned());
            let there = known.contains_key(&pair);
            if !there && known.len() < ENTITIES {
                let entity = EntityId::new(format!("e{:04}", known.len()));
                project.entities.insert(entity.clone(), named(&entity, &pair));
                known.insert(pair.clone(), entity);
            }
            if there && dice.below(UNLINKED) == 0 {
                continue;
            }
            let any =
                || EntityId::new(format!("e{:04}", own.fragments.hull().start().0 as usize % known.len()));
            let to = known.get(&pair).cloned().unwrap_or_else(any);
            let annotations = project.annotations_mut(&id).context("just added")?;
            annotations.change(&own.id, |own| own.refers_to = Some(Reference::Entity(to)));
        }
    }
    ensure!(project.entities.len() == ENTITIES, "there are {} entities", project.entities.len());
    let names = project.entities.values().map(|entity| entity.name.clone()).collect();
    Ok((project, names))
}

fn named(id: &EntityId, (label, name): &(LabelId, String)) -> Entity {
    Entity::new(id.clone(), name.clone(), label.clone())
}

/// A name that is like none in the registry, nor like one that was made before: no two of them agree in their consonants,
/// by which names are compared across spellings.
fn unheard(n: usize) -> String {
    const APART: &[u8] = b"bdfglmnrs";
    let mut at = 0;
    let step = |place: u32| {
        at = (at + 1 + n / 8_usize.pow(place) % 8) % APART.len();
        [char::from(APART[at]), 'u']
    };
    format!("Bu{}", (0..6).flat_map(step).collect::<String>())
}

struct Page {
    chrome: Chrome,
    /// What was done and seen: number of the act, name in the trace.
    done: Vec<(usize, String)>,
}

fn pause(milliseconds: u64) {
    sleep(Duration::from_millis(milliseconds));
}

impl Page {
    /// Opens the first article, marks something once, since the first mark asks for a name, and lets the page rest.
    fn begin(&mut self) -> Result<()> {
        self.press("__bench.link(\"Report 0\")")?;
        self.chrome.until("the article is open", "__bench.article(\"Report 0\") !== null")?;
        pause(500);
        self.press_word(0.5, 2)?;
        self.chrome.key(LABEL)?;
        pause(500);
        self.chrome.until(
            "the question for a name is answered",
            "(__bench.agree(), !document.querySelector('dialog[open]'))",
        )?;
        pause(3000);
        Ok(())
    }

    fn press(&mut self, place: &str) -> Result<()> {
        let place = self.chrome.js(place)?;
        let at = place["x"].as_f64().zip(place["y"].as_f64()).context("there is something to press")?;
        self.chrome.point(at.0, at.1)?;
        pause(100);
        self.chrome.click(at.0, at.1, 1)
    }

    fn press_word(&mut self, share: f64, count: u32) -> Result<()> {
        self.chrome.js(&format!("__bench.to({share})"))?;
        pause(250);
        let word = self.chrome.js("__bench.word()")?;
        let at = word["x"].as_f64().zip(word["y"].as_f64()).context("there is a word to mark")?;
        self.chrome.click(at.0, at.1, count)?;
        pause(150);
        Ok(())
    }

    /// Watches for an act, does it, and notes it if its effect was seen; the first of each kind warms up.
    fn watched(
        &mut self,
        (kind, n): (&str, usize),
        (input, effect): (&str, &str),
        act: impl FnOnce(&mut Chrome) -> Result<()>,
    ) -> Result<()> {
        let mark = format!("{kind}:{n}");
        self.chrome.js(&format!("void __bench.arm({}, {}, {effect}, true)", json!(mark), json!(input)))?;
        act(&mut self.chrome)?;
        let limit = "new Promise((resolve) => setTimeout(() => resolve(null), 3000))";
        let seen = self.chrome.js(&format!("Promise.race([__bench.done, {limit}])"))? != Value::Null;
        pause(300);
        if let Some(kind) = ACTS.iter().position(|act| *act == kind).filter(|_| seen && n > 0) {
            self.done.push((kind, mark));
        }
        Ok(())
    }

    fn mark(&mut self, n: usize) -> Result<()> {
        self.press_word((n % 20) as f64 / 20.0, 2)?;
        self.watched(("mark", n), ("keydown", "__bench.effects.marks"), |chrome| chrome.key(LABEL))?;
        self.chrome.key(ESCAPE)?;
        self.chrome.key(ESCAPE)?;
        pause(200);
        Ok(())
    }

    /// With nothing selected the key goes to the next mention without a link, which may be in the next article; then it
    /// links that one, and goes on behind the frame that shows the link.
    fn link(&mut self, n: usize) -> Result<()> {
        self.watched(("go on", n), ("keydown", "__bench.effects.select"), |chrome| chrome.key(LINK_FIRST))?;
        self.watched(("link", n), ("keydown", "__bench.effects.anything"), |chrome| chrome.key(LINK_FIRST))
    }

    fn open_box(&mut self) -> Result<()> {
        self.chrome.key(BOX)?;
        self.chrome
            .until("the box is open", "document.activeElement?.getAttribute('role') === 'combobox'")?;
        self.chrome.until("something is offered", "document.querySelector('.refers-row') !== null")?;
        pause(200);
        Ok(())
    }

    fn letter(&mut self, n: usize) -> Result<()> {
        self.open_box()?;
        let letter = LETTERS[n % LETTERS.len()];
        self.watched(("letter", n), ("input", "__bench.effects.offered"), |chrome| chrome.key(letter))?;
        self.chrome.key(BACKSPACE)?;
        pause(200);
        self.chrome.key(ESCAPE)?;
        self.chrome.key(ESCAPE)?;
        pause(200);
        Ok(())
    }

    fn create(&mut self, n: usize) -> Result<()> {
        self.open_box()?;
        let name = unheard(n);
        self.chrome.page("Input.insertText", json!({ "text": name }))?;
        let first = "document.querySelector('.refers-chosen .refers-name')?.textContent";
        self.chrome.until("it is offered", &format!("{first}?.includes({})", json!(name)))?;
        pause(300);
        // A link changes nothing in the article: what is drawn first is the closed box.
        self.watched(("create", n), ("keydown", "__bench.effects.anything"), |chrome| chrome.key(ENTER))?;
        self.chrome.key(ESCAPE)?;
        self.chrome.key(ESCAPE)?;
        pause(200);
        Ok(())
    }

    /// On the card of one entity: others become part of it.
    fn merges(&mut self, acts: usize, names: &[String]) -> Result<()> {
        self.chrome.js("void (location.hash = '#entities')")?;
        self.chrome.until("the registry is open", "document.querySelector('.entity-link') !== null")?;
        pause(1000);
        self.press("__bench.place('.entity-link')")?;
        self.chrome.until("the card is open", "__bench.named('Merge with …') !== null")?;
        for n in 0..=acts {
            pause(500);
            self.press("__bench.named('Merge with …')")?;
            pause(300);
            let name = &names[(n * 97 + 31) % names.len()];
            self.chrome.page("Input.insertText", json!({ "text": name }))?;
            self.chrome
                .until("somebody is offered", "document.querySelector('.card-merge ul button') !== null")?;
            pause(300);
            let place = self.chrome.js("__bench.place('.card-merge ul button')")?;
            let at = place["x"].as_f64().zip(place["y"].as_f64()).context("somebody is offered")?;
            self.watched(("merge", n), ("click", "__bench.effects.anything"), |chrome| {
                chrome.click(at.0, at.1, 1)
            })?;
        }
        Ok(())
    }
}
