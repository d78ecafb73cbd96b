//! Quantities as reports write them: *more than 1,400 people*, *sekitar 2,5 juta rupiah*, *не менее 224 заложников*.
//!
//! A text is cut into words, figures and signs (`tokens`); at each figure or number word an amount is read (`amount`),
//! dates, years and the like are left aside (`apart`), and what bounds it and what it counts is looked for beside it.
//! Nothing is read over the end of a line. Work grows with the length of the text.
//!
//! What is read is a suggestion: a person confirms it. Where a figure can mean two numbers, both are given.
//!
//! Of two bounding words before a figure the nearer counts. *Over* and *about* may mean something else before a figure
//! (talked about 200 people); that is not told apart. Number words are read in English, Indonesian and Russian; words
//! that bound also in German, French, Arabic and Chinese. *Dozens*, *ratusan* and *hundreds* are no quantities, and
//! *one* is one only where people are counted or a word bounds it.

mod amount;
mod apart;
mod looks;
mod numerals;
mod range;
mod term;
mod tokens;
mod units;
mod words;

use self::numerals::Parted;
use self::range::Upper;
use self::term::Term;
use self::tokens::{Kind, Tokens};
use self::words::{BETWEEN, FROM, Tongues, parts};
use crate::model::{Bound, Quantity};
use crate::text::{Byte, Span};

/// A quantity that was read from a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where it stands, in bytes of that text: words that bound it, figure and unit.
    pub span: Span,
    /// What it says, likelier than not.
    pub quantity: Quantity,
    /// What it may say as well: 1.400 of a text in a language that is not known.
    pub other: Option<Quantity>,
}

/// Every quantity of a text, in order, none over another. `language` is the text's (BCP 47), or empty: it says which
/// words are looked for, and whether 1.400 is more than a thousand.
///
/// The text may be a whole article or the few words of a mention.
pub fn quantities(text: &str, language: &str) -> Vec<Found> {
    let reader = Reader { tokens: Tokens::new(text, Tongues::of(language)), parted: Parted::of(language) };
    let mut found = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < reader.tokens.list.len() {
        match reader.step(at, free) {
            Step::Found(quantity, end) => {
                found.push(quantity);
                (at, free) = (end, end);
            }
            Step::Passed(end) => (at, free) = (end, end),
            Step::Nothing => at += 1,
        }
    }
    found
}

/// What stands at a place.
enum Step {
    /// A quantity, and the token behind it.
    Found(Found, usize),
    /// Figures that are none, and the token behind them.
    Passed(usize),
    Nothing,
}

/// How what stands before a figure bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    Bound(Bound),
    Between,
    From,
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    parted: Parted,
}

impl Reader<'_> {
    /// Reads what starts at a token; `free` is the first that no quantity has taken.
    fn step(&self, at: usize, free: usize) -> Step {
        let Some(lower) = self.term(at, true) else { return Step::Nothing };
        let lead = self.lead(at, free);
        if let Some(end) = self.apart(&lower, lead, free) {
            return Step::Passed(end.max(at + 1));
        }
        // Where *and* joins the ends of a range it does not join number words, unless nothing else is left.
        let parted =
            if lead.map(|(lead, _)| lead) == Some(Lead::Between) { self.term(at, false) } else { None };
        let opened = lead.map(|(lead, _)| lead);
        let ways = [parted.as_ref(), Some(&lower)];
        for lower in ways.into_iter().flatten() {
            match self.upper(lower, opened, lead.map_or(at, |(_, start)| start)) {
                Upper::Range(range) => {
                    return self.range(lower, &range, lead.map_or(at, |(_, start)| start), opened);
                }
                Upper::Score(end) => return Step::Passed(end),
                Upper::None => {}
            }
        }
        self.single(&lower, lead)
    }

    /// A figure that is no range.
    fn single(&self, term: &Term, lead: Option<(Lead, usize)>) -> Step {
        let (mut bound, start) = match lead {
            Some((Lead::Bound(bound), start)) => (bound, start),
            _ => (Bound::Equal, term.first),
        };
        let mut end = term.end;
        let mut trailing = |end: &mut usize| {
            if let Some((trails, behind)) = self.trailing(*end) {
                bound = if bound == Bound::Equal { trails } else { bound };
                *end = behind;
            }
        };
        trailing(&mut end);
        let (mut unit, people) = (term.unit.clone(), self.tokens.are_people(end));
        if unit.is_none()
            && let Some((noun, behind)) = self.tokens.noun(end)
        {
            unit = Some(noun);
            end = behind;
        }
        trailing(&mut end);
        let (mut low, mut other) = term.amount.value(self.parted);
        // People come in no fractions.
        if people
            && !term.amount.scaled
            && let Some(whole) = &mut other
            && whole.as_str().len() < low.as_str().len()
        {
            std::mem::swap(&mut low, whole);
        }
        let unit = unit.unwrap_or_default();
        let other = other
            .map(|low| (low, unit.clone()))
            .or_else(|| term.millions(self.parted).map(|low| (low, String::new())));
        let (span, written) = self.written(start, end);
        let make = |low, unit| Quantity { bound, low, high: None, unit, written: written.to_owned() };
        let other = other.map(|(low, unit)| make(low, unit));
        Step::Found(Found { span, quantity: make(low, unit), other }, end)
    }

    /// The words before a figure that bound it, and where they start. The longest counts: not less than 200.
    fn lead(&self, at: usize, free: usize) -> Option<(Lead, usize)> {
        let tokens = &self.tokens;
        let before = at.checked_sub(1).filter(|before| *before >= free)?;
        match tokens.sign_at(before) {
            Some('>') => return Some((Lead::Bound(Bound::More), before)),
            Some('<') => return Some((Lead::Bound(Bound::Less), before)),
            Some('≥') => return Some((Lead::Bound(Bound::AtLeast), before)),
            Some('≤') => return Some((Lead::Bound(Bound::AtMost), before)),
            Some('~' | '≈' | '±' | '∼') => return Some((Lead::Bound(Bound::About), before)),
            _ => {}
        }
        // ca. 200
        let short = tokens.sign_at(before) == Some('.')
            && before > free
            && tokens.word_at(before - 1).is_some_and(|word| tokens::listed(word, "ca|approx|circa"));
        let end = if short { before } else { at };
        tokens.word_at(end.checked_sub(1)?)?;
        let mut longest: Option<(Lead, usize)> = None;
        let mut take = |lead, start: Option<usize>| {
            if let Some(start) = start
                && longest.is_none_or(|(_, known)| start < known)
            {
                longest = Some((lead, start));
            }
        };
        take(Lead::Between, tokens.before(end, free, BETWEEN));
        for (of, bound, phrases) in words::LEADING {
            if tokens.tongues.any(*of) {
                let starts = parts(phrases, b'|').filter_map(|phrase| tokens.ends(end, free, phrase));
                take(Lead::Bound(*bound), starts.min());
            }
        }
        take(Lead::From, tokens.before(end, free, FROM));
        longest
    }

    /// What bounds a figure from behind, and where it ends.
    fn trailing(&self, at: usize) -> Option<(Bound, usize)> {
        let tokens = &self.tokens;
        if matches!(tokens.sign_at(at), Some('+' | '＋')) && tokens.glued(at) {
            return Some((Bound::AtLeast, at + 1));
        }
        let hyphen = tokens.hyphen_at(at);
        let from = if hyphen { at + 1 } else { at };
        tokens.word_at(from)?;
        let rows = words::TRAILING.iter().filter(|(of, ..)| tokens.tongues.any(*of));
        let phrases =
            rows.flat_map(|(_, bound, phrases)| parts(phrases, b'|').map(move |phrase| (*bound, phrase)));
        let (bound, phrase, end) = phrases
            .filter_map(|(bound, phrase)| Some((bound, phrase, tokens.starts(from, phrase)?)))
            .max_by_key(|(.., end)| *end)?;
        // 200-an and 200-odd have a hyphen, and nothing else has.
        let fits = matches!(phrase, "an" | "odd" | "plus") == hyphen;
        let compares = phrase == "lebih" && tokens.behind(end, words::COMPARING).is_some();
        // 200 people and over 30 cars: it bounds what comes.
        let before = phrase.contains('_')
            && tokens.list.get(end).is_some_and(|next| matches!(next.kind, Kind::Figure(_)));
        (fits && !compares && !before).then_some((bound, end))
    }

    /// The text from a token to before another.
    fn written(&self, start: usize, end: usize) -> (Span, &str) {
        let (from, to) = (self.tokens.list[start].start, self.tokens.list[end - 1].end);
        (Span::new(Byte(from as u32), Byte(to as u32)), &self.tokens.text[from..to])
    }
}
