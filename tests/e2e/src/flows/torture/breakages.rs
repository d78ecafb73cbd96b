//! What breaks under the session, and what must be seen then.

use std::fmt;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use super::{
    Round, Torture,
    law::{Flipped, Holdings, is_offered},
    read,
};
use crate::flows::{incoming, unsaved};

/// Something that breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Breakage {
    Kill,
    Closed,
    Full,
    Record,
    Snapshot,
    Clock,
    Panic,
    Newer,
}

impl Breakage {
    /// What is dealt: each once, the one that happens most a few times more.
    pub(super) const DECK: [Self; 10] = [
        Self::Kill,
        Self::Kill,
        Self::Kill,
        Self::Closed,
        Self::Full,
        Self::Record,
        Self::Snapshot,
        Self::Clock,
        Self::Panic,
        Self::Newer,
    ];

    /// By the word that the command line has for it.
    pub(super) fn named(name: &str) -> Result<Self> {
        let found = Self::DECK.into_iter().find(|breakage| breakage.word() == name);
        found.with_context(|| format!("no breakage `{name}`: {}", Self::DECK.map(Self::word)[2..].join(", ")))
    }

    fn word(self) -> &'static str {
        match self {
            Self::Kill => "kill",
            Self::Closed => "closed",
            Self::Full => "full",
            Self::Record => "record",
            Self::Snapshot => "snapshot",
            Self::Clock => "clock",
            Self::Panic => "panic",
            Self::Newer => "newer",
        }
    }
}

impl fmt::Display for Breakage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kill => "the whole browser is killed",
            Self::Closed => "the database is closed under the app",
            Self::Full => "there is no more room",
            Self::Record => "a bit flips in a journal record",
            Self::Snapshot => "a bit flips in a snapshot",
            Self::Clock => "the clock goes backwards",
            Self::Panic => "the program breaks down",
            Self::Newer => "an old tab meets a newer database",
        })
    }
}

impl Torture<'_> {
    /// Breaks something, loads the page again, and looks whether the law holds. Gives how many things are set aside.
    pub(super) async fn break_and_look(&mut self, round: &Round, saved: &Holdings) -> Result<usize> {
        match round.breakage {
            Breakage::Kill => self.killed(round, saved).await?,
            Breakage::Closed => self.closed(round).await?,
            Breakage::Full => self.full(round, saved).await?,
            Breakage::Record => return self.flipped(&["journal", "segments"], round, saved).await,
            Breakage::Snapshot => return self.flipped(&["snapshots"], round, saved).await,
            Breakage::Clock => self.clock(round).await?,
            Breakage::Panic => self.panic(saved).await?,
            Breakage::Newer => self.newer(round, saved).await?,
        }
        self.nothing_is_called_damaged().await?;
        Ok(0)
    }

    /// Kills the whole browser; where its profile would go with it, loads the page again.
    async fn kill(&mut self) -> Result<()> {
        if self.browser.engine().keeps_profile() {
            self.browser.kill_and_restart().await?;
            self.browser.open().await?;
            self.opened().await
        } else {
            self.ask("closeUnasked()", vec![]).await?;
            self.reload().await
        }
    }

    async fn killed(&mut self, round: &Round, saved: &Holdings) -> Result<()> {
        let Some(nth) = round.busy else {
            self.kill().await?;
            return saved.is_kept_in(&self.holdings().await?);
        };
        // In the middle of work: marks that came behind the moment may or may not be there.
        super::acts::show(self.browser, round.throws[0]).await?;
        self.ask("keepMarking()", vec![]).await?;
        let state = self.when_saved(nth).await?;
        self.kill().await?;
        let found = self.holdings().await?;
        saved.grew_to(&found)?;
        for (id, text) in read(&state)?.1 {
            let there = found.quote(&id);
            ensure!(there.as_ref() == Some(&text), "{id} (“{text}”) was called saved and is {there:?}");
        }
        Ok(())
    }

    /// What is done now is called saved, and is there after a reload.
    async fn saved_and_kept(&mut self) -> Result<()> {
        self.when_saved(0).await?;
        let saved = self.holdings().await?;
        self.reload().await?;
        saved.is_kept_in(&self.holdings().await?)
    }

    async fn closed(&mut self, round: &Round) -> Result<()> {
        for act in &round.meanwhile {
            self.ask("closeUnderThePage()", vec![]).await?;
            self.perform(std::slice::from_ref(act)).await?;
        }
        self.saved_and_kept().await
    }

    /// What is not saved is said so and can be taken away as a file. Gives what that holds.
    async fn unsaved(&mut self, round: &Round, saved: &Holdings, why: &str) -> Result<Holdings> {
        self.perform(&round.meanwhile).await?;
        self.browser.status("Not saved").await?;
        let says =
            "return document.querySelector('.saved-reason')?.textContent.includes(arguments[0]) ?? false";
        self.browser.until(&format!("it says “{why}”"), says, vec![json!(why)]).await?;
        let file = self.file("Save as a file", ".json").await?;
        let file = Holdings::of(&serde_json::from_slice(&file).context("the file is JSON")?);
        ensure!(file.annotations() > saved.annotations(), "what is not saved is in the file");
        saved.grew_to(&file)?;
        Ok(file)
    }

    async fn full(&mut self, round: &Round, saved: &Holdings) -> Result<()> {
        unsaved::stuck(self.browser, "full").await?;
        let file = self.unsaved(round, saved, "no more room").await?;
        if round.busy.is_some() {
            self.kill().await?;
            return saved.is_kept_in(&self.holdings().await?);
        }
        // There is room again.
        unsaved::stuck(self.browser, "").await?;
        self.browser.status("Saved").await?;
        self.reload().await?;
        file.is_kept_in(&self.holdings().await?)
    }

    async fn flipped(&mut self, tables: &[&str], round: &Round, saved: &Holdings) -> Result<usize> {
        let flipped = self
            .ask("flip(...arguments)", vec![json!(tables), json!(round.throws[0]), json!(round.throws[1])]);
        let flipped: Option<Flipped> = serde_json::from_value(flipped.await?)?;
        let flipped = flipped.context("there is something to damage")?;
        self.reload().await?;
        let file = self.file("Save the damaged records", "records.json").await?;
        let quarantined = is_offered(&file, &flipped)?;
        let found = self.holdings().await?;
        if flipped.table == "journal" {
            saved.lacks_only(&found, &quarantined)?;
        } else {
            // The history and the states only say again what another record or state says.
            saved.is_kept_in(&found)?;
        }
        Ok(1)
    }

    async fn clock(&mut self, round: &Round) -> Result<()> {
        self.ask("turnBack(arguments[0])", vec![json!(round.throws[0] as u64 * 1000)]).await?;
        self.perform(&round.meanwhile).await?;
        self.saved_and_kept().await
    }

    async fn panic(&mut self, saved: &Holdings) -> Result<()> {
        self.ask("breakDialogs()", vec![]).await?;
        self.browser.click("button", "Keyboard").await?;
        let banner = "return /Everything up to .+ is saved/.test(document.querySelector('.panic[role=alert]')?.textContent)";
        self.browser.until("a banner says up to when all is saved", banner, vec![]).await?;
        let focus = "return document.activeElement?.textContent === 'Load the page again'";
        self.browser.until("its button has the focus", focus, vec![]).await?;
        self.browser.press(&["Enter"]).await?;
        let gone = "return document.querySelector('.panic') === null && document.readyState === 'complete'
            && !document.getElementById('start')";
        self.browser.until("the page is loaded again", gone, vec![]).await?;
        self.opened().await?;
        saved.is_kept_in(&self.holdings().await?)
    }

    async fn newer(&mut self, round: &Round, saved: &Holdings) -> Result<()> {
        self.ask("takeOver()", vec![]).await?;
        self.unsaved(round, saved, "newer version").await?;
        self.ask("closeUnasked()", vec![]).await?;
        self.reload().await?;
        let says = "return document.querySelector('.warning[role=alert]')?.textContent.includes('newer version') ?? false";
        self.browser.until("an old page says that the database is newer", says, vec![]).await?;
        // As if the older version had never met the newer one: nothing of the database may have changed.
        self.browser.goto(format!("{}icon.svg", self.browser.site())).await?;
        match self.ask("giveBack()", vec![]).await? {
            Value::Number(_) => {}
            other => bail!("the database is given back: {other}"),
        }
        self.browser.open().await?;
        self.opened().await?;
        saved.is_kept_in(&self.holdings().await?)
    }

    /// Presses a button, and gives the file that it saves.
    async fn file(&self, button: &str, ending: &str) -> Result<Vec<u8>> {
        incoming::forget_downloads(self.browser)?;
        self.browser.find("button", button).await?;
        // By a script: in a low window a notice may lie over it, which a person would close first.
        self.ask("byRole('button', arguments[0])[0].click()", vec![json!(button)]).await?;
        Ok(self.browser.downloaded(ending).await?.1)
    }
}
