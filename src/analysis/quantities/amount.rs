//! How much: figures and number words with what multiplies them.

use super::numerals::{Parted, shifted};
use super::tokens::{Kind, Tokens, is, listed};
use super::words::{SCALES, Tongues, parts};
use crate::model::{Decimal, Figure};

/// Number words: the value of the first, the step to the next. `/` parts the forms of one. More than millions are made
/// with the words of `SCALES`.
const VALUES: &[(Tongues, u32, u32, &str)] = &[
    (
        Tongues::EN,
        1,
        1,
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen",
    ),
    (Tongues::EN, 20, 10, "twenty|thirty|forty/fourty|fifty|sixty|seventy|eighty|ninety"),
    (Tongues::ID, 1, 1, "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"),
    (Tongues::ID, 100, 100, "seratus"),
    (
        Tongues::OWN,
        1,
        1,
        "один/одна/одно/одного/одной/одну|два/две/двух/двое/двоих|три/трех/трое/троих|четыре/четырех/четверо|пять/пяти/пятеро|шесть/шести|семь/семи|восемь/восьми|девять/девяти|десять/десяти|одиннадцать/одиннадцати|двенадцать/двенадцати|тринадцать/тринадцати|четырнадцать/четырнадцати|пятнадцать/пятнадцати|шестнадцать/шестнадцати|семнадцать/семнадцати|восемнадцать/восемнадцати|девятнадцать/девятнадцати",
    ),
    (
        Tongues::OWN,
        20,
        10,
        "двадцать/двадцати|тридцать/тридцати|сорок/сорока|пятьдесят/пятидесяти|шестьдесят/шестидесяти|семьдесят/семидесяти|восемьдесят/восьмидесяти|девяносто/девяноста",
    ),
    (
        Tongues::OWN,
        100,
        100,
        "сто/ста|двести/двухсот|триста/трехсот|четыреста/четырехсот|пятьсот/пятисот|шестьсот/шестисот|семьсот/семисот|восемьсот/восьмисот|девятьсот/девятисот",
    ),
];

/// Words that say a scale and how often at once: tenths, and the power of ten.
const AT_ONCE: &[(Tongues, u32, u32, &str)] = &[
    (Tongues::ID, 10, 3, "seribu"),
    (Tongues::ID, 10, 6, "sejuta"),
    (Tongues::ID, 10, 9, "semiliar|semilyar"),
    (Tongues::ID, 10, 12, "setriliun"),
    (Tongues::ID, 120, 0, "selusin"),
    (Tongues::OWN, 10, 3, "тысяча|тысячу"),
    (Tongues::OWN, 10, 6, "миллион"),
    (Tongues::OWN, 10, 9, "миллиард"),
    (Tongues::OWN, 5, 6, "полмиллиона"),
    (Tongues::OWN, 5, 9, "полмиллиарда"),
    (Tongues::OWN, 15, 0, "полтора|полторы|полутора"),
];

/// Words that are read as one before a scale: *a* million, *half a* million; in tenths.
const ARTICLES: &[(Tongues, u32, &str)] =
    &[(Tongues::EN, 10, "a|an"), (Tongues::EN, 5, "half_a|half_an|half"), (Tongues::ID, 5, "setengah")];

/// Words behind a number that add a half to it.
const AND_A_HALF: &[(Tongues, &str)] =
    &[(Tongues::EN, "and_a_half"), (Tongues::ID, "setengah"), (Tongues::OWN, "с_половиной")];

/// Beyond this power no scale is taken: nothing is counted there.
const HIGHEST: u32 = 18;

/// How much.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// The token behind it.
    pub(super) end: usize,
    /// What was read, before its scale.
    pub(super) figure: Figure,
    /// Its scale, as a power of ten.
    pub(super) power: u32,
    /// Whether there was a scale at all.
    pub(super) scaled: bool,
    /// Whether it is in words.
    pub(super) spelled: bool,
    /// The value of digits without anything.
    pub(super) bare: Option<u32>,
}

impl Amount {
    /// What it means, and what else it can.
    pub(super) fn value(&self, parted: Parted) -> (Decimal, Option<Decimal>) {
        let (likely, other) = parted.settle(&self.figure, self.scaled);
        (shifted(&likely, self.power), other.map(|other| shifted(&other, self.power)))
    }

    /// Its value, where it is a whole number that fits.
    fn whole(&self) -> Option<u64> {
        match &self.figure {
            Figure::Clear(number) => shifted(number, self.power).as_str().parse().ok(),
            Figure::Either { .. } => None,
        }
    }
}

/// The value of a number word up to nineteen, of tens, of hundreds.
pub(super) fn value(word: &str, tongues: Tongues) -> Option<u32> {
    let own = !word.is_ascii();
    VALUES.iter().filter(|(of, ..)| tongues.any(*of) && (*of == Tongues::OWN) == own).find_map(
        |(_, from, step, words)| {
            let at = parts(words, b'|').position(|forms| parts(forms, b'/').any(|form| is(word, form)))?;
            Some(from + at as u32 * step)
        },
    )
}

impl Tokens<'_> {
    /// The amount that starts at a place. `joins`: whether *and* may join its parts, which it cannot where it joins the
    /// ends of a range.
    pub(super) fn amount(&self, at: usize, joins: bool) -> Option<Amount> {
        let mut all = self.part(at, joins)?;
        // 1 juta 200 ribu, two thousand five hundred: each part is smaller than what the one before counts in.
        let mut below = all.power;
        while (1..=HIGHEST).contains(&below)
            && let Some(sum) = all.whole()
        {
            let and = joins
                && self.tongues.any(Tongues::EN)
                && self.word_at(all.end).is_some_and(|word| is(word, "and"));
            let Some(next) = self.part(all.end + usize::from(and), joins) else { break };
            let Some(more) = next.whole() else { break };
            let fits = more < 10_u64.pow(below) && (next.spelled || next.scaled);
            let Some(sum) = sum.checked_add(more).filter(|_| fits && (!and || next.spelled && more < 100))
            else {
                break;
            };
            all = Amount { end: next.end, figure: whole(sum), power: 0, scaled: true, bare: None, ..all };
            below = next.power;
        }
        Some(all)
    }

    /// A figure or a group of number words with the scales behind it.
    fn part(&self, at: usize, joins: bool) -> Option<Amount> {
        let mut part = self.bare_part(at, joins)?;
        if let Some((tenths, end)) = self.half(&part) {
            part = Amount { figure: tenths_as(tenths), end, bare: None, ..part };
        }
        if let Some(end) = self.dozens(part.end)
            && let Some(count) = part.tenths()
        {
            return Some(Amount { figure: tenths_as(count * 12), end, scaled: true, bare: None, ..part });
        }
        while let Some((power, end)) = self.scale(part.end) {
            // Hundreds of number words are in their group; what is left over is none of it.
            if part.power + power > HIGHEST || power == 2 && part.spelled && !part.scaled {
                break;
            }
            (part.power, part.end, part.scaled, part.bare) = (part.power + power, end, true, None);
        }
        Some(part)
    }

    fn bare_part(&self, at: usize, joins: bool) -> Option<Amount> {
        let token = self.list.get(at)?;
        if let Kind::Figure(numeral) = &token.kind {
            let (figure, bare) = (numeral.figure.clone(), numeral.bare);
            return Some(Amount { end: at + 1, figure, power: 0, scaled: false, spelled: false, bare });
        }
        let word = self.word_at(at)?;
        let spelled = |tenths, end, power| Amount {
            end,
            figure: tenths_as(tenths),
            power,
            scaled: power > 0,
            spelled: true,
            bare: None,
        };
        if let Some((value, end)) = self.group(at, joins) {
            return Some(spelled(value * 10, end, 0));
        }
        let at_once =
            AT_ONCE.iter().filter(|(of, ..)| self.tongues.any(*of)).find(|(.., words)| listed(word, words));
        if let Some((_, tenths, power, _)) = at_once {
            return Some(spelled(*tenths, at + 1, *power));
        }
        // *A* and *half* count only before a scale.
        let articles = ARTICLES.iter().filter(|(of, ..)| self.tongues.any(*of));
        let (tenths, end) = articles
            .flat_map(|(_, tenths, words)| parts(words, b'|').map(move |words| (*tenths, words)))
            .find_map(|(tenths, words)| Some((tenths, self.starts(at, words)?)))?;
        if tenths == 10
            && let Some(behind) = self.word_at(end)
            && is(behind, "hundred")
        {
            let (value, end) = self.group_behind(100, end + 1, joins);
            return Some(spelled(value * 10, end, 0));
        }
        let counts = self.scale(end).is_some_and(|(power, _)| power > 2) || self.dozens(end).is_some();
        counts.then(|| spelled(tenths, end, 0))
    }

    /// Number words below ten thousand: two hundred and twenty-four, dua ratus dua puluh empat.
    fn group(&self, at: usize, joins: bool) -> Option<(u32, usize)> {
        value(self.word_at(at)?, self.tongues)?;
        Some(self.group_behind(0, at, joins))
    }

    fn group_behind(&self, mut sum: u32, at: usize, joins: bool) -> (u32, usize) {
        let (mut last, mut end) = (0, at);
        loop {
            let mut next = end;
            let hundreds = sum >= 100 && sum.is_multiple_of(100);
            let and = joins
                && hundreds
                && self.tongues.any(Tongues::EN)
                && self.word_at(next).is_some_and(|word| is(word, "and"));
            if and || end > at && self.hyphen_at(next) {
                next += 1;
            }
            let Some(word) = self.word_at(next) else { break };
            if let Some(value) = value(word, self.tongues) {
                let fits = match value {
                    0..=9 => sum.is_multiple_of(10) && sum % 100 != 10,
                    10..=99 => sum.is_multiple_of(100),
                    _ => sum == 0,
                };
                if !fits {
                    break;
                }
                (sum, last) = (sum + value, value);
            } else if and {
                break;
            } else if (1..=99).contains(&sum) && self.tongues.any(Tongues::EN) && is(word, "hundred") {
                (sum, last) = (sum * 100, 0);
            } else if !self.tongues.any(Tongues::ID) || !(1..=9).contains(&last) {
                break;
            } else if is(word, "ratus") && sum == last {
                (sum, last) = (sum * 100, 0);
            } else if is(word, "puluh") {
                (sum, last) = (sum + last * 9, 0);
            } else if is(word, "belas") {
                (sum, last) = (sum + 10, 0);
            } else {
                break;
            }
            end = next + 1;
        }
        (sum, end)
    }

    /// The scale at a place, and where it ends: with its full stop, where it is an abbreviation.
    fn scale(&self, at: usize) -> Option<(u32, usize)> {
        let at = if self.hyphen_at(at) { at + 1 } else { at };
        let word = self.word_at(at)?;
        let (_, power, _) =
            SCALES.iter().filter(|(of, ..)| self.tongues.any(*of)).find(|(.., words)| listed(word, words))?;
        let short = listed(word, "тыс|млн|млрд|трлн|mio|mrd|tsd|mln|md|mds|bn|mn|tn");
        Some((*power, if short { self.behind_stop(at + 1) } else { at + 1 }))
    }

    /// Behind the full stop of an abbreviation that the sentence goes on after.
    pub(super) fn behind_stop(&self, at: usize) -> usize {
        let goes_on = match self.list.get(at + 1) {
            // German nouns have capitals in the middle of a sentence too.
            Some(next) if self.tongues.any(Tongues::DE) => matches!(next.kind, Kind::Figure(_) | Kind::Word),
            Some(next) => {
                matches!(next.kind, Kind::Figure(_)) || self.slice(next).starts_with(char::is_lowercase)
            }
            None => false,
        };
        if self.sign_at(at) == Some('.') && goes_on { at + 1 } else { at }
    }

    /// Behind a dozen.
    fn dozens(&self, at: usize) -> Option<usize> {
        let word = self.word_at(at)?;
        let dozen = self.tongues.any(Tongues::EN) && is(word, "dozen")
            || self.tongues.any(Tongues::ID) && is(word, "lusin");
        dozen.then_some(at + 1)
    }

    /// Tenths with a half that is added in words, and where it ends.
    fn half(&self, part: &Amount) -> Option<(u32, usize)> {
        // Setengah alone would be a half of what follows.
        let words =
            AND_A_HALF.iter().filter(|(of, _)| self.tongues.any(*of) && (part.spelled || *of != Tongues::ID));
        let end = words.filter_map(|(_, words)| self.starts(part.end, words)).next()?;
        let tenths = part.tenths().filter(|tenths| tenths.is_multiple_of(10))?;
        Some((tenths + 5, end))
    }
}

impl Amount {
    /// Ten times what was read, where that is whole and small.
    fn tenths(&self) -> Option<u32> {
        let Figure::Clear(number) = &self.figure else { return None };
        let tenths: u32 = shifted(number, 1).as_str().parse().ok()?;
        (tenths < 1_000_000).then_some(tenths)
    }
}

fn whole(number: u64) -> Figure {
    Figure::Clear(Decimal::new(&number.to_string()).expect("digits are a number"))
}

fn tenths_as(tenths: u32) -> Figure {
    let mut written = (tenths / 10).to_string();
    if !tenths.is_multiple_of(10) {
        written.push('.');
        written.push(char::from(b'0' + (tenths % 10) as u8));
    }
    Figure::Clear(Decimal::new(&written).expect("digits are a number"))
}
