//! What is written of a claim, as it is typed, and what of that cannot be taken.

use crate::model::{Claim, Decimal, Rating, Verdict, is_date};
use crate::words::{claims as words, read};

/// What of a claim is changed, as it is typed or chosen.
#[derive(Clone, Debug)]
pub enum ClaimChange {
    /// Its words.
    Text(String),
    /// Its language.
    Language(String),
    /// Its topic.
    Topic(String),
    /// How much it wants checking.
    CheckWorthiness(String),
    /// What was found, in a word.
    Verdict(String),
    /// Whose words that is.
    Scheme(String),
    /// What was found, on a scale.
    Rating(String),
    /// The best of the scale.
    Best(String),
    /// The worst of the scale.
    Worst(String),
    /// Why.
    Justification(String),
    /// Who found it.
    By(String),
    /// Where that stands.
    Url(String),
    /// When.
    Date(String),
}

/// A field that does not take everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimField {
    /// The words of a new claim.
    New,
    /// Those of the open one.
    Text,
    /// The rating.
    Rating,
    /// The best of its scale.
    Best,
    /// The worst of its scale.
    Worst,
    /// The date of the verdict.
    Date,
    /// What `~` allows.
    Tolerance,
}

impl ClaimChange {
    /// The field in which it is typed, where that does not take everything.
    pub(super) fn field(&self) -> Option<ClaimField> {
        match self {
            Self::Text(_) => Some(ClaimField::Text),
            Self::Rating(_) => Some(ClaimField::Rating),
            Self::Best(_) => Some(ClaimField::Best),
            Self::Worst(_) => Some(ClaimField::Worst),
            Self::Date(_) => Some(ClaimField::Date),
            _ => None,
        }
    }

    /// Writes it into a claim, or says why it cannot be taken.
    pub(super) fn write(&self, claim: &mut Claim) -> Result<(), &'static str> {
        let typed = |text: &String| text.trim().to_owned();
        let mut verdict = claim.verdict.take().unwrap_or_default();
        match self {
            Self::Text(text) if text.trim().is_empty() => return Err(words::no_words()),
            // As it is typed: it is taken while a person goes on typing.
            Self::Text(text) => claim.text.clone_from(text),
            Self::Language(text) => claim.language = typed(text),
            Self::Topic(text) => claim.topic = typed(text),
            Self::CheckWorthiness(text) => claim.check_worthiness = typed(text),
            Self::Verdict(text) => verdict.label = typed(text),
            Self::Scheme(text) => verdict.scheme = typed(text),
            Self::Rating(text) => {
                let ends =
                    verdict.rating.take().map(|rating| (rating.best, rating.worst)).unwrap_or_default();
                verdict.rating = number(text)?.map(|value| Rating { value, best: ends.0, worst: ends.1 });
            }
            Self::Best(text) | Self::Worst(text) => {
                let end = number(text)?;
                match (&mut verdict.rating, self) {
                    (Some(rating), Self::Best(_)) => rating.best = end,
                    (Some(rating), _) => rating.worst = end,
                    // A scale without a rating on it says nothing.
                    (None, _) if end.is_some() => return Err(words::rating_first()),
                    (None, _) => {}
                }
            }
            Self::Justification(text) => verdict.justification.clone_from(text),
            Self::By(text) => verdict.by = typed(text),
            Self::Url(text) => verdict.url = typed(text),
            Self::Date(text) if !text.trim().is_empty() && !is_date(text.trim()) => {
                return Err(read::no_date());
            }
            Self::Date(text) => verdict.date = typed(text),
        }
        claim.verdict = (verdict != Verdict::default()).then_some(verdict);
        Ok(())
    }
}

/// A number as it is typed, with a point or a comma; `None` where nothing is.
fn number(typed: &str) -> Result<Option<Decimal>, &'static str> {
    let typed = typed.trim().replace(',', ".");
    if typed.is_empty() {
        return Ok(None);
    }
    Decimal::new(&typed).map(Some).ok_or(read::no_number())
}
