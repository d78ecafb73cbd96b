//! A seeded random session in which the whole browser is killed right after the status says **Saved**, again
//! and again on the same profile. Nothing that was called saved may be missing.
//!
//! Not tested: a power cut, in which what the disk itself holds back is lost too. WebKitGTK's automation keeps
//! no profile: there the page is reloaded instead.

use std::{collections::BTreeMap, env, fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::support::Browser;

const SCRIPTS: &str = concat!(
    include_str!("../support/page.js"),
    include_str!("../support/article.js"),
    include_str!("kill.js")
);

/// How many articles there are, and words in each.
const ARTICLES: usize = 3;
const WORDS: usize = 120;

/// The marks of an article: what each annotation covers, by id.
type Marks = BTreeMap<String, String>;

/// Ten kills, the same in every run.
pub(crate) async fn ten_kills_lose_nothing(browser: &mut Browser) -> Result<()> {
    Torture::begin(browser, 1).await?.rounds(10, false).await
}

/// Any number of kills: `POSTIL_TORTURE_ROUNDS` and `POSTIL_TORTURE_SEED`.
pub(crate) async fn torture(browser: &mut Browser) -> Result<()> {
    let number = |name: &str, usual: u64| -> Result<u64> {
        env::var(name).map_or(Ok(usual), |text| text.parse().with_context(|| format!("{name} is a number")))
    };
    let (rounds, seed) = (number("POSTIL_TORTURE_ROUNDS", 100)?, number("POSTIL_TORTURE_SEED", 1)?);
    let name = browser.engine();
    println!("{name}: {rounds} kills, seed {seed}");
    Torture::begin(browser, seed).await?.rounds(rounds, true).await?;
    println!("{name}: nothing that was called saved was missing");
    Ok(())
}

struct Torture<'a> {
    browser: &'a mut Browser,
    dice: u64,
    /// What was last called saved, by the title of the article.
    saved: BTreeMap<String, Marks>,
    /// Whether work went on behind the moment that was called saved.
    busy: bool,
}

impl<'a> Torture<'a> {
    /// Adds the articles.
    async fn begin(browser: &'a mut Browser, seed: u64) -> Result<Self> {
        browser.open().await?;
        let folder = browser.scratch()?;
        let mut saved = BTreeMap::new();
        let mut files: Vec<PathBuf> = Vec::new();
        for article in 0..ARTICLES {
            let title = format!("article-{article}");
            let words: Vec<String> = (0..WORDS).map(|word| format!("word{article}x{word}")).collect();
            let path = folder.join(format!("{title}.txt"));
            fs::write(&path, words.join(" "))?;
            files.push(path);
            saved.insert(title, Marks::new());
        }
        let files: Vec<_> = files.iter().map(PathBuf::as_path).collect();
        browser.add_files(&files).await?;
        browser.click("button", "Add").await?;
        for title in saved.keys() {
            browser.find("link", title).await?;
        }
        Ok(Self { browser, dice: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1, saved, busy: false })
    }

    fn below(&mut self, end: usize) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        (self.dice >> 11) as usize % end
    }

    async fn rounds(mut self, rounds: u64, tell: bool) -> Result<()> {
        // The first kill comes right behind the adding.
        self.when_saved(0).await?;
        for round in 0..rounds {
            if round > 0 {
                self.round().await.with_context(|| format!("in round {round}"))?;
            }
            self.kill().await.with_context(|| format!("behind kill {}", round + 1))?;
            self.check().await.with_context(|| format!("behind kill {}", round + 1))?;
            if tell && (round + 1) % 10 == 0 {
                let marks: usize = self.saved.values().map(Marks::len).sum();
                println!("  {} kills, {marks} annotations", round + 1);
            }
        }
        Ok(())
    }

    /// Some acts, up to a moment at which the status says Saved.
    async fn round(&mut self) -> Result<()> {
        let title = format!("article-{}", self.below(ARTICLES));
        self.show(&title).await?;
        self.browser.js("document.querySelector('article').focus()", vec![]).await?;
        self.busy = self.below(3) == 0;
        let state = if self.busy {
            // In the middle of work: marks that came later may or may not be there.
            let nth = 1 + self.below(12);
            self.browser.js(&format!("{SCRIPTS}; keepMarking();"), vec![]).await?;
            self.when_saved(nth).await?
        } else {
            self.acts().await?;
            self.when_saved(0).await?
        };
        let (now, marks) = read(&state)?;
        if now == title {
            self.saved.insert(title, marks);
        } else {
            // Undo went to another article: what stands where is looked up.
            for title in self.saved.keys().cloned().collect::<Vec<_>>() {
                let marks = self.show(&title).await?;
                self.saved.insert(title, marks);
            }
            self.when_saved(0).await?;
        }
        Ok(())
    }

    async fn acts(&mut self) -> Result<()> {
        let mut keys: Vec<&str> = vec!["Control+Home"];
        let mut undone = false;
        for _ in 0..1 + self.below(6) {
            match self.below(8) {
                0 if !undone => {
                    undone = true;
                    keys.push("Control+z");
                    if self.below(2) == 0 {
                        keys.push("Control+Shift+z");
                    }
                }
                1 => keys.extend(["]", "Delete"]),
                2 => keys.extend(["]", "]", "["]),
                _ => {
                    keys.extend(vec!["Control+ArrowRight"; 1 + self.below(9)]);
                    keys.extend(vec!["Control+Shift+ArrowRight"; 1 + self.below(2)]);
                    keys.push(["1", "2", "3", "t", "q"][self.below(5)]);
                }
            }
        }
        self.browser.press(&keys).await
    }

    /// Waits until the status comes to say Saved for the nth time (0: until it does) and takes down what is seen.
    async fn when_saved(&self, nth: usize) -> Result<Value> {
        let script = format!(
            "{SCRIPTS}; const [nth, done] = arguments;
             if (nth > 0) whenSaved(nth, done);
             else requestAnimationFrame(() => requestAnimationFrame(() => whenSaved(0, done)));"
        );
        let waiting = self.browser.execute_async(script, vec![json!(nth)]);
        let state = tokio::time::timeout(Duration::from_secs(20), waiting).await;
        Ok(state.context("the status does not come to say Saved")??.json().clone())
    }

    async fn kill(&mut self) -> Result<()> {
        if self.browser.engine().keeps_profile() {
            self.browser.kill_and_restart().await?;
            self.browser.open().await
        } else {
            self.browser.reload().await
        }
    }

    /// Shows an article and gives its marks.
    async fn show(&self, title: &str) -> Result<Marks> {
        self.browser.click("link", title).await?;
        self.browser.find("article", title).await?;
        let state = self.browser.js(&format!("{SCRIPTS}; return seen();"), vec![]).await?;
        Ok(read(&state)?.1)
    }

    /// Everything that was called saved is there. What is there beyond it was not called so in time, and stays.
    async fn check(&mut self) -> Result<()> {
        for (title, saved) in self.saved.clone() {
            let found = self.show(&title).await?;
            if !self.busy {
                let more: Vec<_> = found.iter().filter(|(id, _)| !saved.contains_key(*id)).collect();
                ensure!(more.is_empty(), "{more:?} in {title} were not there when it was called saved");
            }
            for (id, text) in &saved {
                match found.get(id) {
                    Some(there) => ensure!(there == text, "{id} in {title} covers “{there}”, not “{text}”"),
                    None => bail!("{id} (“{text}”) in {title} was called saved and is gone"),
                }
            }
            self.saved.insert(title, found);
        }
        let faults = self.browser.js(
            "return Array.from(document.querySelectorAll('.warning'), (each) => each.textContent)",
            vec![],
        );
        let faults = faults.await?;
        ensure!(faults == json!([]), "the app reports {faults}");
        Ok(())
    }
}

fn read(state: &Value) -> Result<(String, Marks)> {
    let title = state["title"].as_str().context("an article is shown")?.to_owned();
    let marks: Vec<(String, String)> = serde_json::from_value(state["marks"].clone())?;
    Ok((title, marks.into_iter().collect()))
}
