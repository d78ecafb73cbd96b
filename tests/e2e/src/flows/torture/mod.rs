//! A seeded random session under which things break, again and again: acts of all kinds, then a breakage, then a look
//! whether the law holds ([`law`]). The same seed gives the same acts and the same breakages.
//!
//! Not tested: a power cut, in which what the disk itself holds back is lost too. WebKitGTK's automation keeps no
//! profile: there the page is loaded again where others have the whole browser killed.

mod acts;
mod breakages;
mod dice;
mod law;

use std::{collections::BTreeMap, env, time::Duration};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use self::{acts::Act, breakages::Breakage, dice::Dice, law::Holdings};
use super::{incoming, steps};
use crate::support::Browser;

const SCRIPTS: &str = concat!(
    include_str!("../../support/page.js"),
    include_str!("../../support/article.js"),
    include_str!("page.js")
);

/// Every breakage at least once, the same in every run.
pub(crate) async fn every_breakage_once(browser: &mut Browser) -> Result<()> {
    Torture::begin(browser, 3).await?.rounds(Breakage::DECK.len(), None, false).await
}

/// A record that goes without a trace is seen to be missing: else the rounds would show nothing.
pub(crate) async fn sees_what_is_missing(browser: &mut Browser) -> Result<()> {
    let mut torture = Torture::begin(browser, 1).await?;
    let mark = Act::Mark { behind: 1, words: 1, label: "1" };
    torture.perform(&[Act::Show(0), mark]).await?;
    torture.when_saved(0).await?;
    let saved = torture.holdings().await?;
    torture.ask("loseLast('journal')", vec![]).await?;
    torture.reload().await?;
    let found = torture.holdings().await?;
    ensure!(saved.is_kept_in(&found).is_err(), "the annotation is missing");
    ensure!(saved.grew_to(&found).is_err(), "the annotation is missing");
    ensure!(saved.lacks_only(&found, &[]).is_err(), "no record speaks of it");
    Ok(())
}

/// Any number of rounds: `POSTIL_TORTURE_ROUNDS`, `POSTIL_TORTURE_SEED`, and `POSTIL_TORTURE_ONLY` for one breakage.
pub(crate) async fn torture(browser: &mut Browser) -> Result<()> {
    let number = |name: &str, usual: u64| -> Result<u64> {
        env::var(name).map_or(Ok(usual), |text| text.parse().with_context(|| format!("{name} is a number")))
    };
    let (rounds, seed) = (number("POSTIL_TORTURE_ROUNDS", 100)?, number("POSTIL_TORTURE_SEED", 1)?);
    let only = match env::var("POSTIL_TORTURE_ONLY") {
        Ok(name) => Some(Breakage::named(&name)?),
        Err(_) => None,
    };
    println!("{}: {rounds} rounds, seed {seed}", browser.engine());
    Torture::begin(browser, seed).await?.rounds(usize::try_from(rounds)?, only, true).await
}

struct Torture<'a> {
    browser: &'a mut Browser,
    dice: Dice,
    /// Acts so far.
    turn: usize,
    /// How often each breakage was tried, and what was found.
    tally: BTreeMap<Breakage, Tally>,
}

#[derive(Default)]
struct Tally {
    tried: usize,
    /// Of what was damaged, how much was missing, all of it offered as a file.
    set_aside: usize,
}

/// What one round does, thrown before it begins.
#[derive(Debug)]
struct Round {
    acts: Vec<Act>,
    breakage: Breakage,
    /// What is done while it is broken.
    meanwhile: Vec<Act>,
    /// A kill in the middle of work, at the nth time that the page says Saved.
    busy: Option<usize>,
    /// Numbers for what the breakage has to choose.
    throws: [usize; 2],
}

impl Round {
    fn thrown(dice: &mut Dice, breakage: Breakage) -> Self {
        let acts = acts::some(dice);
        let meanwhile = vec![acts::mark(dice), acts::mark(dice)];
        let busy = dice.one_in(3).then(|| 1 + dice.below(12));
        Self { acts, breakage, meanwhile, busy, throws: [dice.below(1 << 30), dice.below(1 << 30)] }
    }
}

impl<'a> Torture<'a> {
    /// Adds some articles, and says who works.
    async fn begin(browser: &'a mut Browser, seed: u64) -> Result<Self> {
        browser.open().await?;
        for name in ["a", "b", "c"] {
            acts::add_article(browser, name).await?;
        }
        let mut torture = Self { browser, dice: Dice::new(seed), turn: 0, tally: BTreeMap::new() };
        let mark = Act::Mark { behind: 0, words: 1, label: "1" };
        torture.perform(&[Act::Show(0), mark]).await?;
        steps::give_name(torture.browser).await?;
        Ok(torture)
    }

    /// Some rounds; their breakages are dealt from a deck, so that each has its turn.
    async fn rounds(mut self, rounds: usize, only: Option<Breakage>, tell: bool) -> Result<()> {
        let mut deck = Vec::new();
        for number in 1..=rounds {
            if deck.is_empty() {
                deck = Breakage::DECK.to_vec();
                self.dice.shuffle(&mut deck);
            }
            let breakage = only.or(deck.pop()).context("the deck has cards")?;
            let round = Round::thrown(&mut self.dice, breakage);
            let acts: Vec<_> = round.acts.iter().map(Act::to_string).collect();
            let said = format!("{number}: {}; {breakage}", acts.join(", "));
            let annotations = self.round(&round).await.with_context(|| format!("in round {said}"))?;
            if tell {
                println!("  {said}; {annotations} annotations");
            }
        }
        // What was mended stays so.
        let before = self.holdings().await?;
        self.reload().await?;
        self.nothing_is_called_damaged().await?;
        before.is_kept_in(&self.holdings().await?)?;
        for (breakage, tally) in self.tally.iter().filter(|_| tell) {
            println!(
                "  {breakage}: {} times; {} things set aside and offered, none missing",
                tally.tried, tally.set_aside
            );
        }
        Ok(())
    }

    /// Acts, breaks, and looks; gives the number of annotations.
    async fn round(&mut self, round: &Round) -> Result<usize> {
        self.perform(&round.acts).await?;
        self.when_saved(0).await?;
        let saved = self.holdings().await?;
        let set_aside = self.break_and_look(round, &saved).await?;
        let found = self.holdings().await?;
        self.is_shown(&found).await?;
        let tally = self.tally.entry(round.breakage).or_default();
        tally.tried += 1;
        tally.set_aside += set_aside;
        self.nothing_else_was_reported(round.breakage)?;
        Ok(found.annotations())
    }

    async fn perform(&mut self, acts: &[Act]) -> Result<()> {
        for act in acts {
            self.turn += 1;
            acts::perform(self.browser, act, self.turn).await?;
        }
        Ok(())
    }

    /// Loads the page again and waits until the project is open.
    async fn reload(&self) -> Result<()> {
        self.browser.reload().await?;
        self.opened().await
    }

    async fn opened(&self) -> Result<()> {
        let there = "return document.querySelector('.opening') === null";
        self.browser.until("the project is open", there, vec![]).await
    }

    /// Runs an expression over the functions of `page.js`.
    async fn ask(&self, expression: &str, args: Vec<Value>) -> Result<Value> {
        self.browser.js(&format!("{SCRIPTS}; return {expression};"), args).await
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

    /// What the project holds, from its file.
    async fn holdings(&self) -> Result<Holdings> {
        Ok(Holdings::of(&incoming::project(self.browser).await?))
    }

    /// The page shows what the file holds: the marks of an article.
    async fn is_shown(&self, found: &Holdings) -> Result<()> {
        acts::show(self.browser, 0).await?;
        let state = self.ask("seen()", vec![]).await?;
        let (title, marks) = read(&state)?;
        for id in found.of_article(&title) {
            let quote = found.quote(id);
            ensure!(marks.get(id) == quote.as_ref(), "{id} is shown as {:?}, not {quote:?}", marks.get(id));
        }
        Ok(())
    }

    async fn nothing_is_called_damaged(&self) -> Result<()> {
        let warnings = "Array.from(document.querySelectorAll('.warning'), (each) => each.textContent)";
        let warnings = self.ask(warnings, vec![]).await?;
        ensure!(warnings == json!([]), "the app reports {warnings}");
        Ok(())
    }

    /// A panic reports itself; nothing else is reported.
    fn nothing_else_was_reported(&mut self, breakage: Breakage) -> Result<()> {
        let reports = self.browser.reports();
        ensure!(breakage == Breakage::Panic || reports.is_empty(), "the page reported {reports:?}");
        self.browser.proxy().forget_reports();
        Ok(())
    }
}

/// The title of the article that is shown, and its marks: what each annotation covers, by id.
fn read(state: &Value) -> Result<(String, BTreeMap<String, String>)> {
    let title = state["title"].as_str().context("an article is shown")?.to_owned();
    let marks: Vec<(String, String)> = serde_json::from_value(state["marks"].clone())?;
    Ok((title, marks.into_iter().collect()))
}
