//! A text cut into what quantities are read from: words, figures, signs.

use super::looks::look;
use super::numerals::{Numeral, digit, numeral};
use super::words::{CURRENCIES, MEASURES, SCALES, Table, Tongues, parts};
use crate::text::plain;

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// Letters; of Chinese, one character.
    Word,
    /// Digits that may be a quantity.
    Figure(Numeral),
    /// Digits that cannot: a time, a date, an ordinal, part of a name.
    Other,
    /// A sign.
    Sign(char),
    /// The end of a line, over which nothing is read.
    Break,
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Where it starts and ends, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it stands at the piece before without a blank.
    pub(super) glued: bool,
}

/// A text and its pieces.
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) list: Vec<Token>,
    pub(super) tongues: Tongues,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, tongues: Tongues) -> Self {
        let mut tokens = Self { text, list: Vec::new(), tongues };
        let mut at = 0;
        let mut glued = false;
        while let Some(char) = text[at..].chars().next() {
            look();
            let (kind, end) = tokens.piece(at, char);
            if let Some(kind) = kind {
                tokens.list.push(Token { kind, start: at, end, glued });
                glued = true;
            } else {
                glued = false;
            }
            at = end;
        }
        tokens
    }

    /// The piece at a place and where it ends; blanks are none.
    fn piece(&self, at: usize, char: char) -> (Option<Kind>, usize) {
        let behind = at + char.len_utf8();
        match char {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => (Some(Kind::Break), behind),
            char if char.is_whitespace() => (None, behind),
            // Joiners and marks of direction.
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {
                (None, behind)
            }
            char if digit(char).is_some() => {
                if let Some(end) = self.phone(at) {
                    return (Some(Kind::Other), end);
                }
                let (numeral, end) = numeral(self.text, at);
                match (numeral, self.suffix(end)) {
                    (_, Suffix::Other(end)) => (Some(Kind::Other), end),
                    (Some(numeral), Suffix::None) if !self.in_a_name(at) => {
                        (Some(Kind::Figure(numeral)), end)
                    }
                    _ => (Some(Kind::Other), end),
                }
            }
            char if is_han(char) => (Some(Kind::Word), behind),
            char if char.is_alphabetic() => self.word(at),
            char if char.is_alphanumeric() => (Some(Kind::Other), behind),
            char => (Some(Kind::Sign(char)), behind),
        }
    }

    /// A word, or a name with digits in it: Covid19. A currency may touch its figure: Rp500.
    fn word(&self, at: usize) -> (Option<Kind>, usize) {
        let mut end = letters(self.text, at);
        let goes_on = self.text[end..].chars().next().is_some_and(char::is_alphanumeric);
        let parted = is_spaced(self.text[at..].chars().next().unwrap_or(' '));
        if goes_on
            && parted
            && !listed(&self.text[at..end], CURRENCIES)
            && !self.text[end..].starts_with(is_han)
        {
            end = alphanumerics(self.text, end);
            return (Some(Kind::Other), end);
        }
        (Some(Kind::Word), end)
    }

    /// Whether digits at a place belong to a name or an ordinal: F-16, ke-7, #5, /5.
    fn in_a_name(&self, at: usize) -> bool {
        let [before @ .., last] = &self.list[..] else { return false };
        if last.end != at {
            return false;
        }
        let before_is = |is: &dyn Fn(&str) -> bool| {
            last.glued
                && before.last().is_some_and(|before| before.kind == Kind::Word && is(self.slice(before)))
        };
        match last.kind {
            // 5 million-10 million is no name.
            Kind::Sign('-' | '\u{2010}' | '\u{2011}') => {
                let counted =
                    before.iter().rev().nth(1).is_some_and(|token| matches!(token.kind, Kind::Figure(_)));
                let other = before.last().is_some_and(|before| before.kind == Kind::Other);
                last.glued && other
                    || before_is(&|word| word.starts_with(is_spaced) && !(counted && is_unit(word)))
            }
            Kind::Sign('#' | '@' | '_' | '=' | '/' | '\\' | '§' | '№' | ':' | '&' | '^') => true,
            // Of .5 and the like it is not known what stands before the point; Rp.500 is money.
            Kind::Sign('.' | ',') => last.glued && !before_is(&|word| listed(word, CURRENCIES)),
            Kind::Other => true,
            _ => false,
        }
    }

    /// Where a number to call ends: +62 21 555 0199.
    fn phone(&self, at: usize) -> Option<usize> {
        let plus = self.list.last().is_some_and(|last| last.end == at && last.kind == Kind::Sign('+'));
        let nought = self.text[at..].starts_with('0');
        if !plus && !nought {
            return None;
        }
        let end = run(self.text, at, 40, &|char| digit(char).is_some(), &|char| {
            matches!(char, ' ' | '\u{A0}' | '-' | '.')
        });
        let called = &self.text[at..end];
        let count = called.chars().filter(|char| digit(*char).is_some()).count();
        // 0.12345678 is none.
        let groups = called.chars().filter(|char| digit(*char).is_none()).count() > usize::from(!plus);
        ((8..=15).contains(&count) && groups).then_some(end)
    }

    /// What stands behind digits without a blank.
    fn suffix(&self, end: usize) -> Suffix {
        let rest = &self.text[end..];
        let Some(char) = rest.chars().next() else { return Suffix::None };
        if is_spaced(char) {
            let behind = letters(self.text, end);
            let word = &self.text[end..behind];
            let alone = !self.text[behind..].starts_with(|c: char| c.is_alphanumeric() && !is_han(c));
            let unit = alone && (is_unit(word) || listed(word, CURRENCIES) || listed(word, "b"));
            return if unit { Suffix::None } else { Suffix::Other(alphanumerics(self.text, end)) };
        }
        if char == '_' || char == '@' || char.is_numeric() {
            return Suffix::Other(alphanumerics(self.text, end + char.len_utf8()));
        }
        let next = rest[char.len_utf8()..].chars().next();
        let digit_next = next.is_some_and(|next| digit(next).is_some());
        match char {
            ':' | '/' | '.' | ',' | '\\' if digit_next => Suffix::Other(chain(self.text, end)),
            // An address: 5.com.
            '.' if next.is_some_and(char::is_lowercase) => Suffix::Other(alphanumerics(self.text, end + 1)),
            '-' | '\u{2010}' | '\u{2011}' if digit_next => {
                // 2023-10-07 and 021-555-0199, but not 200-300.
                let end = run(self.text, end, 40, &|char| digit(char).is_some(), &|char| {
                    matches!(char, '-' | '\u{2010}' | '\u{2011}')
                });
                let dashes = rest[..end - (self.text.len() - rest.len())]
                    .chars()
                    .filter(|char| digit(*char).is_none());
                if dashes.count() > 1 { Suffix::Other(end) } else { Suffix::None }
            }
            _ => Suffix::None,
        }
    }

    pub(super) fn slice(&self, token: &Token) -> &'a str {
        &self.text[token.start..token.end]
    }

    /// The word at a place.
    pub(super) fn word_at(&self, at: usize) -> Option<&'a str> {
        self.list.get(at).filter(|token| token.kind == Kind::Word).map(|token| self.slice(token))
    }

    /// The sign at a place.
    pub(super) fn sign_at(&self, at: usize) -> Option<char> {
        match self.list.get(at)?.kind {
            Kind::Sign(char) => Some(char),
            _ => None,
        }
    }

    /// Whether a token stands at the one before without a blank.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.glued)
    }

    /// Whether a hyphen stands between two words that belong together.
    pub(super) fn hyphen_at(&self, at: usize) -> bool {
        matches!(self.sign_at(at), Some('-' | '\u{2010}' | '\u{2011}'))
            && self.glued(at)
            && self.glued(at + 1)
    }

    /// Where a phrase that starts at a place ends.
    #[inline(never)]
    pub(super) fn starts(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut next = at;
        for part in parts(phrase, b'_') {
            if next > at && self.hyphen_at(next) {
                next += 1;
            }
            if !is(self.word_at(next)?, part) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Where a phrase that ends before a place starts, not before `free`.
    #[inline(never)]
    pub(super) fn ends(&self, before: usize, free: usize, phrase: &str) -> Option<usize> {
        let mut first = before;
        for part in phrase.rsplit('_') {
            if first < before && first > free && self.hyphen_at(first - 1) {
                first -= 1;
            }
            first = first.checked_sub(1).filter(|first| *first >= free)?;
            if !is(self.word_at(first)?, part) {
                return None;
            }
        }
        Some(first)
    }

    /// Where the longest phrase of a table that starts at a place ends.
    #[inline(never)]
    pub(super) fn behind(&self, at: usize, table: &Table) -> Option<usize> {
        self.word_at(at)?;
        self.all(table).filter_map(|phrase| self.starts(at, phrase)).max()
    }

    /// Where the longest phrase of a table that ends before a place starts.
    #[inline(never)]
    pub(super) fn before(&self, before: usize, free: usize, table: &Table) -> Option<usize> {
        self.word_at(before.checked_sub(1)?)?;
        self.all(table).filter_map(|phrase| self.ends(before, free, phrase)).min()
    }

    fn all<'t>(&self, table: &'t Table) -> impl Iterator<Item = &'t str> + use<'t> {
        let tongues = self.tongues;
        table.iter().filter(move |(of, _)| tongues.any(*of)).flat_map(|(_, phrases)| parts(phrases, b'|'))
    }
}

enum Suffix {
    /// Nothing that changes what the digits are; a unit or a scale is a word of its own.
    None,
    /// They are no figure; where that which they are ends.
    Other(usize),
}

/// Whether a word of a text is one of a table, where `*` stands for any ending.
#[inline(never)]
pub(super) fn is(word: &str, wanted: &str) -> bool {
    look();
    // Most words of a table begin with another letter.
    if let (Some(have), Some(first)) = (word.bytes().next(), wanted.bytes().next())
        && have.is_ascii()
        && have.to_ascii_lowercase() != first
    {
        return false;
    }
    let (stem, open) = wanted.strip_suffix('*').map_or((wanted, false), |stem| (stem, true));
    let mut have = word.chars().filter_map(plain);
    stem.chars().all(|char| have.next() == Some(char)) && (open || have.next().is_none())
}

/// Whether a word is a scale or a measure, which may stand at a figure without a blank.
fn is_unit(word: &str) -> bool {
    // 5G is no five grams.
    SCALES.iter().any(|(_, _, words)| listed(word, words))
        || !matches!(word, "G" | "L") && listed(word, MEASURES)
}

/// Whether a word is one of several.
#[inline(never)]
pub(super) fn listed(word: &str, words: &str) -> bool {
    parts(words, b'|').any(|wanted| is(word, wanted))
}

/// Whether a character is Chinese, where no blank stands between words.
pub(super) fn is_han(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// Whether a letter is of a script in which letters at digits are one word with them. Arabic and Hebrew put *and* and
/// *in* there; Chinese, Thai and others have no blanks.
pub(super) fn is_spaced(char: char) -> bool {
    char.is_alphabetic() && matches!(char, '\0'..='\u{58F}' | '\u{1E00}'..='\u{1FFF}')
}

/// Where letters that start at a place end, with their marks and the apostrophes between them.
fn letters(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut chars = text[at..].char_indices().peekable();
    while let Some((offset, char)) = chars.next() {
        look();
        let inside = matches!(char, '\'' | '’' | 'ʼ')
            && offset > 0
            && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let mark = matches!(char, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{AD}' | '\u{200C}' | '\u{200D}');
        // The square of km² and m².
        let square = char == '²' && offset > 0;
        if !(char.is_alphabetic() && !is_han(char) || mark || inside || square) {
            break;
        }
        end = at + offset + char.len_utf8();
    }
    end
}

/// Where letters and digits end, with what joins them: 14h30, 1.2.3, x86-64.
fn alphanumerics(text: &str, at: usize) -> usize {
    let joins = &|char: char| matches!(char, '.' | ':' | '-' | '_' | '@' | '/' | '\'' | '’');
    run(text, at, usize::MAX, &|char| char.is_alphanumeric() && !is_han(char), joins)
}

/// Where digits end, with what joins them: 10:30, 7/10/2023.
fn chain(text: &str, at: usize) -> usize {
    run(text, at, usize::MAX, &|char| digit(char).is_some(), &|char| {
        matches!(char, '.' | ',' | ':' | '-' | '/' | '\\' | '\u{2010}' | '\u{2011}')
    })
}

/// Where characters of a kind end, a joining one counted where one of the kind stands behind it; looked for in so many
/// characters at most, since what is looked at and not taken is looked at again.
fn run(text: &str, at: usize, most: usize, of: &dyn Fn(char) -> bool, joins: &dyn Fn(char) -> bool) -> usize {
    let mut end = at;
    let mut chars = text[at..].char_indices().take(most).peekable();
    while let Some((offset, char)) = chars.next() {
        look();
        let joined = joins(char) && chars.peek().is_some_and(|(_, next)| of(*next));
        if !of(char) && !joined {
            break;
        }
        end = at + offset + char.len_utf8();
    }
    end
}
