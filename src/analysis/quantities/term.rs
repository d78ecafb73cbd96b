//! An amount with its money or percent.

use super::amount::Amount;
use super::apart::Read;
use super::numerals::{Parted, shifted};
use super::tokens::{Kind, listed};
use super::words::{CURRENCIES, PERCENT, POINTS, SIGNS, Tongues};
use super::{Lead, Reader};
use crate::model::{Decimal, Figure};
use crate::text::folded;

/// An amount with what it is an amount of, where a sign or a word of money or percent says so.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// The first token and the one behind.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) amount: Amount,
    /// `$`, `Rp`, `%`: as written, but one sign for all words of percent, so that they compare.
    pub(super) unit: Option<String>,
    /// Whether an m at it may mean metres or millions.
    metres: bool,
}

impl Term {
    /// What it may mean in millions.
    pub(super) fn millions(&self, parted: Parted) -> Option<Decimal> {
        self.metres.then(|| shifted(&self.amount.value(parted).0, 6))
    }
}

impl Reader<'_> {
    /// What starts at a token: a sign of money, a figure, a number word.
    pub(super) fn term(&self, at: usize, joins: bool) -> Option<Term> {
        let tokens = &self.tokens;
        let before = self.money(at).or_else(|| self.hundredths(at));
        let start = before.as_ref().map_or(at, |(_, end)| *end);
        let minus = matches!(tokens.sign_at(start), Some('-' | '−')) && self.is_minus(start);
        let start = start + usize::from(minus);
        let figure = tokens.list.get(start).is_some_and(|token| matches!(token.kind, Kind::Figure(_)));
        if (before.is_some() || minus) && !figure {
            return None;
        }
        let mut amount = tokens.amount(start, joins)?;
        if minus {
            amount.figure = below_nought(&amount.figure);
        }
        let mut unit = before.map(|(unit, _)| unit);
        let metres = self.letter(&mut amount, unit.as_deref());
        let mut end = amount.end;
        if unit.is_none()
            && let Some((behind, next)) = self.behind(end)
        {
            unit = Some(behind);
            end = next;
        }
        Some(Term { first: at, end, amount, unit, metres })
    }

    /// Where what was read ends, if it is no quantity.
    pub(super) fn apart(&self, term: &Term, lead: Option<(Lead, usize)>, free: usize) -> Option<usize> {
        if term.unit.is_some() {
            return None;
        }
        let lead = match lead {
            Some((Lead::Bound(bound), _)) => Some(bound),
            _ => None,
        };
        self.tokens.apart(&Read { first: term.first, amount: &term.amount, lead }, free)
    }

    /// Money before its figure, and where it ends: $, US$, Rp, Rp.
    fn money(&self, at: usize) -> Option<(String, usize)> {
        let tokens = &self.tokens;
        let is_sign = |at| tokens.sign_at(at).is_some_and(|sign| SIGNS.contains(sign));
        if is_sign(at) {
            return Some((self.written(at, at + 1).1.to_owned(), at + 1));
        }
        let word = tokens.word_at(at)?;
        if word.len() <= 3
            && word.bytes().all(|byte| byte.is_ascii_uppercase())
            && is_sign(at + 1)
            && tokens.glued(at + 1)
        {
            return Some((self.written(at, at + 2).1.to_owned(), at + 2));
        }
        let known = word.starts_with(char::is_uppercase) && listed(word, CURRENCIES);
        let stop = usize::from(tokens.sign_at(at + 1) == Some('.'));
        known.then(|| (word.to_owned(), at + 1 + stop))
    }

    /// 百分之, which Chinese puts before a percent.
    fn hundredths(&self, at: usize) -> Option<(String, usize)> {
        Some(("%".to_owned(), self.tokens.starts(at, "百_分_之")?))
    }

    /// Money or percent behind an amount, and where it ends.
    fn behind(&self, at: usize) -> Option<(String, usize)> {
        let tokens = &self.tokens;
        match tokens.sign_at(at) {
            Some('%' | '％' | '٪') => return Some(("%".to_owned(), at + 1)),
            Some('‰') => return Some(("‰".to_owned(), at + 1)),
            Some(sign) if SIGNS.contains(sign) => {
                // 5 $10 are two.
                let next = tokens.list.get(at + 1);
                let another = next.is_some_and(|next| next.glued && matches!(next.kind, Kind::Figure(_)));
                return (!another).then(|| (self.written(at, at + 1).1.to_owned(), at + 1));
            }
            _ => {}
        }
        // A five-percent rise.
        let at = if tokens.hyphen_at(at) { at + 1 } else { at };
        let word = tokens.word_at(at)?;
        if let Some(end) = tokens.behind(at, POINTS) {
            return Some((folded(self.written(at, end).1), end));
        }
        if let Some(end) = tokens.behind(at, PERCENT) {
            return Some(("%".to_owned(), end));
        }
        (word.starts_with(char::is_uppercase) && listed(word, CURRENCIES)).then(|| (word.to_owned(), at + 1))
    }

    /// Takes a letter that stands for a scale: $5m, Rp 5 M, 1.5m people. Whether it may be metres as well.
    fn letter(&self, amount: &mut Amount, money: Option<&str>) -> bool {
        let tokens = &self.tokens;
        let Some(word) = tokens.word_at(amount.end).filter(|word| word.len() == 1) else { return false };
        let glued = tokens.glued(amount.end);
        if amount.scaled
            || amount.spelled
            || !(glued || money.is_some() && word.starts_with(char::is_uppercase))
        {
            return false;
        }
        // Indonesian money counts in miliar and triliun.
        let rupiah = money.is_some_and(|money| listed(money, "rp|idr"));
        let many = glued && tokens.are_many(amount.end + 1);
        let power = match word {
            "m" | "M" if rupiah && tokens.tongues.any(Tongues::ID) => 9,
            "T" if rupiah => 12,
            "m" | "M" if money.is_some() || word == "M" || many => 6,
            "b" | "B" if money.is_some() || many => 9,
            "m" => return true,
            _ => return false,
        };
        (amount.power, amount.scaled, amount.bare, amount.end) = (power, true, None, amount.end + 1);
        false
    }

    /// Whether a minus makes a figure smaller than nought, and is no dash and no bullet.
    fn is_minus(&self, at: usize) -> bool {
        let tokens = &self.tokens;
        let starts = at == 0 || tokens.sign_at(at) == Some('−');
        let parted = at > 0 && !tokens.glued(at) && tokens.word_at(at - 1).is_some();
        tokens.glued(at + 1) && (starts && !tokens.glued(at) || parted)
    }
}

fn below_nought(figure: &Figure) -> Figure {
    let minus = |number: &Decimal| {
        let mut all = String::from("-");
        all.push_str(number.as_str());
        Decimal::new(&all).expect("a minus before a number")
    };
    match figure {
        Figure::Clear(number) => Figure::Clear(minus(number)),
        Figure::Either { whole, fraction, point } => {
            Figure::Either { whole: minus(whole), fraction: minus(fraction), point: *point }
        }
    }
}
