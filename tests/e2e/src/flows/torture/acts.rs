//! What the random session does: as a person does it, by keys and by the controls of the page.

use std::fmt;

use anyhow::{Context, Result};

use super::dice::Dice;
use crate::{
    flows::{incoming, steps},
    support::Browser,
};

/// An act. What it names by a number is taken from what is there.
#[derive(Clone, Debug)]
pub(super) enum Act {
    Show(usize),
    Mark { behind: usize, words: usize, label: &'static str },
    Delete(usize),
    Relabel(usize, &'static str),
    Note(usize),
    Unsure(usize),
    Undo,
    UndoAndRedo,
    Status(&'static str),
    LabelArticle(&'static str),
    AddArticle,
    AddLabel,
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show(nth) => write!(f, "article {nth}"),
            Self::Mark { behind, words, label } => write!(f, "mark {behind}+{words} by {label}"),
            Self::Delete(nth) => write!(f, "delete {nth}"),
            Self::Relabel(nth, label) => write!(f, "relabel {nth} by {label}"),
            Self::Note(nth) => write!(f, "note {nth}"),
            Self::Unsure(nth) => write!(f, "unsure {nth}"),
            Self::Undo => f.write_str("undo"),
            Self::UndoAndRedo => f.write_str("undo and redo"),
            Self::Status(key) => write!(f, "status {key}"),
            Self::LabelArticle(label) => write!(f, "label the article {label}"),
            Self::AddArticle => f.write_str("add an article"),
            Self::AddLabel => f.write_str("add a label"),
        }
    }
}

const LABELS: [&str; 5] = ["1", "2", "3", "t", "q"];
const STATUSES: [&str; 3] = ["Shift+i", "Shift+d", "Shift+c"];
const OF_ARTICLES: [&str; 3] = ["Event", "Claim", "Place"];
/// So many articles are enough.
const MOST: usize = 8;

/// A mark somewhere.
pub(super) fn mark(dice: &mut Dice) -> Act {
    Act::Mark { behind: dice.below(12), words: 1 + dice.below(2), label: dice.one_of(LABELS) }
}

/// Some acts: a mark, so that there is something, and others.
pub(super) fn some(dice: &mut Dice) -> Vec<Act> {
    let mut acts = vec![Act::Show(dice.below(100)), mark(dice)];
    for _ in 0..dice.below(5) {
        acts.push(match dice.below(14) {
            0 => Act::Delete(dice.below(3)),
            1 => Act::Relabel(dice.below(3), dice.one_of(LABELS)),
            2 => Act::Note(dice.below(3)),
            3 => Act::Unsure(dice.below(3)),
            4 => Act::Undo,
            5 => Act::UndoAndRedo,
            6 => Act::Status(dice.one_of(STATUSES)),
            7 => Act::LabelArticle(dice.one_of(OF_ARTICLES)),
            8 => Act::AddArticle,
            9 => Act::AddLabel,
            10 => Act::Show(dice.below(100)),
            _ => mark(dice),
        });
    }
    acts
}

/// The words of an article.
fn text(name: &str) -> String {
    (0..120).map(|word| format!("word{name}x{word}")).collect::<Vec<_>>().join(" ")
}

/// Adds an article of this name.
pub(super) async fn add_article(browser: &Browser, name: &str) -> Result<()> {
    steps::paste(browser, &format!("Article {name}"), &text(name)).await
}

/// Does an act; `turn` is its own, and names what it makes. Comes to nothing where there is nothing to do it to.
pub(super) async fn perform(browser: &Browser, act: &Act, turn: usize) -> Result<()> {
    let doing = async {
        match act {
            Act::Show(nth) => show(browser, *nth).await,
            Act::AddArticle if incoming::articles(browser).await?.len() < MOST => {
                add_article(browser, &turn.to_string()).await
            }
            Act::AddArticle => Ok(()),
            Act::AddLabel => {
                browser.click("link", "Schema").await?;
                browser.fill("New label", &format!("Label {turn}")).await?;
                browser.press(&["Enter"]).await
            }
            Act::Undo => {
                leave_field(browser).await?;
                browser.press(&["Control+z"]).await
            }
            Act::UndoAndRedo => {
                leave_field(browser).await?;
                browser.press(&["Control+z", "Control+Shift+z"]).await
            }
            in_article => {
                article(browser).await?;
                perform_in_article(browser, in_article, turn).await
            }
        }
    };
    doing.await.with_context(|| format!("at the act “{act}”"))
}

async fn perform_in_article(browser: &Browser, act: &Act, turn: usize) -> Result<()> {
    let select = |nth: usize, then: &'static str| {
        let mut keys = vec!["Control+Home"];
        keys.extend(vec!["]"; nth + 1]);
        keys.extend((!then.is_empty()).then_some(then));
        keys
    };
    match act {
        Act::Mark { behind, words, label } => {
            let mut keys = vec!["Control+Home"];
            keys.extend(vec!["Control+ArrowRight"; *behind]);
            keys.extend(vec!["Control+Shift+ArrowRight"; *words]);
            keys.push(label);
            browser.press(&keys).await
        }
        Act::Delete(nth) => browser.press(&select(*nth, "Delete")).await,
        Act::Relabel(nth, label) => browser.press(&select(*nth, label)).await,
        Act::Unsure(nth) => browser.press(&select(*nth, "!")).await,
        Act::Note(nth) => {
            browser.press(&select(*nth, "")).await?;
            if browser.all("textbox", Some("Note")).await?.is_empty() {
                return Ok(());
            }
            browser.fill("Note", &format!("Note of {turn}")).await?;
            leave_field(browser).await
        }
        Act::Status(key) => browser.press(&[key]).await,
        Act::LabelArticle(label) => {
            // An article may have it already.
            let choice = browser.choose("Label the whole article …", label).await;
            choice.or_else(|why| if why.to_string().contains("has no") { Ok(()) } else { Err(why) })
        }
        _ => Ok(()),
    }
}

/// Undo in a field is the field's own.
async fn leave_field(browser: &Browser) -> Result<()> {
    browser.js("document.activeElement?.blur()", vec![]).await?;
    Ok(())
}

/// Shows an article, if none is shown, and gives it the focus.
async fn article(browser: &Browser) -> Result<()> {
    if browser.js("return document.querySelector('article [data-start]') === null", vec![]).await? == true {
        show(browser, 0).await?;
    }
    browser.js("document.querySelector('article').focus()", vec![]).await?;
    Ok(())
}

/// Shows the nth of the articles, counted round and round; adds one where there is none.
pub(super) async fn show(browser: &Browser, nth: usize) -> Result<()> {
    let mut titles = incoming::articles(browser).await?;
    if titles.is_empty() {
        add_article(browser, "again").await?;
        titles = incoming::articles(browser).await?;
    }
    steps::read(browser, &titles[nth % titles.len()]).await
}
