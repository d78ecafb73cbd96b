//! What has figures and is no quantity: dates, years, times of day, numbers that name something.

use super::amount::Amount;
use super::tokens::{Kind, Tokens, is_spaced, listed};
use super::words::{AND, TO, Table, Tongues};
use crate::model::Bound;

/// Months; in English and German with a capital, since *may* and *march* are other words too.
const MONTHS: &Table = &[
    (Tongues::EN, "january|february|march|april|may|june|july|august|september|october|november|december"),
    (Tongues::EN, "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"),
    (
        Tongues::ID,
        "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|agu|okt|des|jan|feb|nov",
    ),
    (
        Tongues::OWN,
        "январ*|феврал*|март|марта|марте|апрел*|май|мая|мае|июн*|июл*|август|августа|августе|сентябр*|октябр*|ноябр*|декабр*",
    ),
    (Tongues::DE, "januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember"),
    (Tongues::FR, "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"),
    (Tongues::OWN, "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|月|日|号|號"),
];
/// Before the day of a month.
const DAY: &Table = &[(Tongues::ID, "tanggal|tgl")];
/// Before a year.
const BEFORE_YEAR: &Table = &[
    (
        Tongues::EN,
        "in|since|by|of|until|till|during|before|after|from|early|late|mid|year|summer|winter|spring|autumn",
    ),
    (Tongues::ID, "tahun|sejak|pada|di|akhir|awal|pertengahan|hingga|sampai|thn|periode"),
    (Tongues::OWN, "в|с|до|к|после|год|года|году|годом|عام|سنة|في"),
    (Tongues::DE, "im|seit|jahr|jahre|in|jahres|anfang|ende"),
    (Tongues::FR, "en|depuis|annee|l'annee|de|avant|apres|fin|debut"),
];
/// Behind a year.
const BEHIND_YEAR: &Table = &[
    (Tongues::OWN, "г|гг|год|года|году|годом|годов|年"),
    (Tongues::EN, "ad|bc|ce|bce"),
    (Tongues::ID, "masehi|sm"),
];
/// Before a time of day.
const BEFORE_TIME: &Table = &[(Tongues::ID, "pukul|jam|pkl"), (Tongues::DE, "um|gegen")];
/// Behind a time of day.
const BEHIND_TIME: &Table = &[
    (Tongues::EN, "am|pm|a.m|p.m|o'clock|gmt|utc"),
    (Tongues::ID, "wib|wita|wit|gmt"),
    (Tongues::DE, "uhr"),
    (Tongues::OWN, "时|時|点|點|мск"),
];
/// Before the number of something.
const NUMBERED: &Table = &[
    (
        Tongues::EN,
        "no|nos|number|article|articles|resolution|resolutions|section|chapter|page|pages|room|flight|channel|route|highway",
    ),
    (
        Tongues::EN,
        "boeing|airbus|version|volume|phase|level|grade|row|line|verse|paragraph|clause|unit|platform|gate|district|group",
    ),
    (
        Tongues::ID,
        "no|nomor|pasal|ayat|halaman|hal|bab|resolusi|kamar|bagian|penerbangan|edisi|peringkat|juz|butir|nomer|rt|rw|blok|ke",
    ),
    (
        Tongues::OWN,
        "номер|статья|статьи|статье|статью|ст|пункт|пункта|резолюция|резолюции|резолюцию|страница|глава|рейс|рейса",
    ),
    (Tongues::DE, "nr|nummer|artikel|absatz|seite|kapitel|paragraf|resolution|flug|zimmer"),
    (Tongues::FR, "no|numero|article|page|chapitre|resolution|vol|chambre"),
    (Tongues::OWN, "第|رقم|المادة"),
];
/// Behind number words that they make an ordinal or a part.
const ORDINALS: &Table = &[
    (
        Tongues::EN,
        "first|second|third|thirds|fourth|fourths|fifth|fifths|sixth|sixths|seventh|eighth|eighths|ninth|tenth|tenths|quarters",
    ),
    (Tongues::EN, "hundredth|thousandth|millionth"),
    (Tongues::ID, "pertiga|perempat|perlima|perseratus|per_tiga|per_empat"),
];

/// What was read, as far as it matters here.
pub(super) struct Read<'a> {
    /// The first token.
    pub(super) first: usize,
    pub(super) amount: &'a Amount,
    /// How it is bounded by what stands before it.
    pub(super) lead: Option<Bound>,
}

impl Tokens<'_> {
    /// Where what was read ends, if it is no quantity. Money and percents are not asked about.
    pub(super) fn apart(&self, read: &Read<'_>, free: usize) -> Option<usize> {
        let Read { first, amount, lead } = read;
        if amount.spelled {
            return self.apart_in_words(read);
        }
        if amount.scaled {
            return None;
        }
        let end = amount.end;
        self.date(*first, free)
            .or_else(|| self.is_time(*first, end, free).then_some(end))
            .or_else(|| self.is_year(read, free).then_some(end))
            .or_else(|| self.is_ordinal(*first, end).then_some(end))
            .or_else(|| (lead.is_none() && self.is_number_of(*first, end, free)).then_some(end))
    }

    /// One is mostly no figure, nor is a name such as Lima; twenty-first and two thirds are none either.
    fn apart_in_words(&self, read: &Read<'_>) -> Option<usize> {
        let Read { first, amount, lead } = read;
        let end = amount.end;
        let behind = if self.hyphen_at(end) { end + 1 } else { end };
        if let Some(end) = self.behind(behind, ORDINALS) {
            return Some(end);
        }
        // Years that are spoken: nineteen eighty-four.
        if let Some(next) =
            self.amount(end, true).filter(|next| next.spelled && !next.scaled && !amount.scaled)
        {
            return Some(next.end);
        }
        let alone = *first + 1 == end;
        let word = self.word_at(*first)?;
        let one = alone && listed(word, "one|satu|один|одна|одно|одного|одной|одну");
        if one && lead.is_none() && !self.are_people(end) {
            return Some(end);
        }
        let stops = !self.list.get(end).is_some_and(|next| matches!(next.kind, Kind::Word));
        let name = alone && word.starts_with(char::is_uppercase) && (stops && end < self.list.len());
        (name && lead.is_none()).then_some(end)
    }

    /// Where a date ends that starts at a place, or goes on there behind its month: 7–9 October, October 7.
    fn date(&self, at: usize, free: usize) -> Option<usize> {
        self.day(at)?;
        let mut end = at + 1;
        // Two days, as in 7, 8 and 9 October, are as many as are joined without naming the month again.
        for _ in 0..2 {
            end = self.joined_day(end, true).unwrap_or(end);
        }
        let month =
            |at| self.month(at).or_else(|| self.month(at + 1).filter(|_| self.sign_at(at) == Some('.')));
        if let Some(end) = month(end).or_else(|| month(at + 1)) {
            return Some(end);
        }
        let stop = usize::from(at > 0 && self.sign_at(at - 1) == Some('.'));
        let before = at.checked_sub(1 + stop).filter(|before| *before >= free.saturating_sub(1))?;
        let named = self.before(at, 0, DAY).is_some();
        if !named
            && (self.month(before) != Some(before + 1)
                || self.slice(&self.list[before]).starts_with(super::tokens::is_han))
        {
            return None;
        }
        // In May 20 people came: whoever is counted is no day.
        if !named && self.are_people(at + 1) {
            return None;
        }
        Some(self.joined_day(at + 1, false).unwrap_or(at + 1))
    }

    /// Behind a sign, or if `words` a word, that joins days, and the day.
    fn joined_day(&self, at: usize, words: bool) -> Option<usize> {
        let dash = matches!(self.sign_at(at), Some('-' | '–' | '—' | '\u{2011}'));
        let behind = if dash {
            at + 1
        } else {
            self.behind(at, AND).or_else(|| self.behind(at, TO)).filter(|_| words)?
        };
        self.day(behind)?;
        Some(behind + 1)
    }

    fn day(&self, at: usize) -> Option<u32> {
        match &self.list.get(at)?.kind {
            Kind::Figure(numeral) => numeral.bare.filter(|day| (1..=31).contains(day)),
            _ => None,
        }
    }

    /// Where a month ends, with its full stop.
    fn month(&self, at: usize) -> Option<usize> {
        let word = self.word_at(at)?;
        let small = word.is_ascii() && word.starts_with(char::is_lowercase);
        if small && !self.tongues.any(Tongues::FR) && !self.tongues.any(Tongues::ID)
            || listed(word, "may|march") && small
        {
            return None;
        }
        self.behind(at, MONTHS)
    }

    fn is_time(&self, first: usize, end: usize, free: usize) -> bool {
        if self
            .before(first, free, BEFORE_TIME)
            .is_some_and(|at| !listed(self.word_at(at).unwrap_or_default(), "um|gegen"))
        {
            return true;
        }
        if self.behind(end, BEHIND_TIME).is_some() {
            return true;
        }
        // a.m.
        let initial = |at: usize, letters: &str| self.word_at(at).is_some_and(|word| listed(word, letters));
        initial(end, "a|p") && self.sign_at(end + 1) == Some('.') && initial(end + 2, "m")
    }

    fn is_year(&self, read: &Read<'_>, free: usize) -> bool {
        let Read { first, amount, lead } = read;
        let Some(year) = amount.bare.filter(|year| (1000..=2100).contains(year)) else { return false };
        let end = amount.end;
        let joined = matches!(self.sign_at(end), Some('-' | '–' | '—'))
            && matches!(self.list.get(end + 1).map(|next| &next.kind), Some(Kind::Figure(_)));
        let countable = self.is_countable(end) || joined && self.is_countable(end + 2);
        let small = self.noun(end).is_some()
            && !self.word_at(end).is_some_and(|word| word.starts_with(char::is_uppercase));
        let month = first.checked_sub(1).is_some_and(|before| {
            let before = if matches!(self.sign_at(before), Some(',' | '.')) {
                before.saturating_sub(1)
            } else {
                before
            };
            self.month(before).is_some()
        });
        let cue = month || self.before(*first, free, BEFORE_YEAR).is_some();
        if self.behind(end, BEHIND_YEAR).is_some() || month {
            return true;
        }
        let usual = (1900..=2099).contains(&year);
        match lead {
            Some(Bound::More | Bound::AtLeast | Bound::Less) => false,
            Some(Bound::About | Bound::AtMost) => usual && !countable && !small,
            _ if !usual => cue && !countable && !small,
            // Nobody counts two thousand of anything exactly, but it is written.
            _ if year == 2000 && small => cue,
            _ => cue || !countable,
        }
    }

    /// 7. and 7-й, and the number of a list.
    fn is_ordinal(&self, first: usize, end: usize) -> bool {
        let one = first + 1 == end;
        if one && self.hyphen_at(end) {
            let ending = self.word_at(end + 1).unwrap_or_default();
            let cardinal = listed(ending, "ти|ми|и") || listed(ending, "an|odd|plus");
            return !cardinal && ending.starts_with(is_spaced) && !self.tongues.any(Tongues::EN);
        }
        let line_starts = first == 0 || self.list[first - 1].kind == Kind::Break;
        let parted = self.list.get(end + 1).is_some_and(|next| !next.glued && next.kind != Kind::Break);
        let of_list =
            line_starts && parted && self.glued(end) && matches!(self.sign_at(end), Some('.' | ')'));
        let short = self.list[first].end - self.list[first].start <= 2;
        let stopped =
            self.sign_at(end) == Some('.') && self.glued(end) && parted && self.word_at(end + 1).is_some();
        of_list && short || one && short && stopped && self.tongues == Tongues::of("de")
    }

    /// The number of an article, a page, a flight; (27) and [1]; Formula 1.
    fn is_number_of(&self, first: usize, end: usize, free: usize) -> bool {
        let before = first.checked_sub(1);
        let sign = before.and_then(|before| self.sign_at(before));
        let stop = usize::from(sign == Some('.'));
        if matches!(sign, Some('№' | '§' | '#')) || self.before(first - stop, free, NUMBERED).is_some() {
            return true;
        }
        if matches!(sign, Some('(' | '[')) && matches!(self.sign_at(end), Some(')' | ']')) {
            return true;
        }
        let Some(name) =
            before.filter(|before| *before > 0 && *before >= free).and_then(|before| self.word_at(before))
        else {
            return false;
        };
        let begins = match self.list[first - 2].kind {
            Kind::Break => true,
            Kind::Sign(sign) => !matches!(sign, ',' | '-' | '–' | '—' | '\''),
            _ => false,
        };
        let bare = matches!(&self.list[first].kind, Kind::Figure(numeral) if numeral.bare.is_some());
        let german = self.tongues == Tongues::of("de");
        let percent = self
            .sign_at(end)
            .is_some_and(|sign| !matches!(sign, '.' | ',' | ';' | ':' | ')' | '!' | '?' | '”' | '"' | '\''));
        bare && !german
            && !begins
            && !percent
            && name.starts_with(char::is_uppercase)
            && self.noun(end).is_none()
    }
}
