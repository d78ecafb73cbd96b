//! What a figure counts: the noun behind it.
//!
//! The unit is the next word, in small letters as written, unless it is one that only joins. A second word is taken
//!
//! - in English, up to and with the first plural within three words: *foreign hostages*, *people*;
//! - in Indonesian, behind a classifier: *orang sandera*, but not *orang tewas*;
//! - in German, behind an adjective, up to the first noun: *israelische Geiseln*;
//! - in Russian, behind an adjective: *израильских заложников*.
//!
//! In Chinese it is one character, the classifier or *人*. Measures stand alone, with what they are measured by: *km/jam*.

use super::amount::value;
use super::tokens::{Kind, Tokens, is, is_han, listed};
use super::words::{MEASURES, PEOPLE, Table, Tongues, parts};
use crate::text::{fold, folded};

/// Words that only join, or say what happened: no unit, and the end of one.
const JOINING: &Table = &[
    (
        Tongues::EN,
        "of|in|on|at|to|from|by|for|with|and|or|but|was|were|is|are|be|been|being|had|has|have|who|which|that|the|a|an|as|per",
    ),
    (
        Tongues::EN,
        "than|will|would|could|may|might|can|must|shall|should|said|says|since|including|during|after|before|when|while|into|out",
    ),
    (
        Tongues::EN,
        "over|under|between|so|not|also|only|more|less|fewer|it|they|he|she|we|i|you|his|her|their|its|our|my|this|these|those",
    ),
    (
        Tongues::EN,
        "there|if|because|against|among|about|around|until|till|near|via|each|both|whom|whose|do|did|does|now|then|still|up|down|off",
    ),
    (
        Tongues::EN,
        "through|throughout|across|within|without|above|below|where|how|what|yet|just|nearly|almost|at|least|most|some|all|took|came|went",
    ),
    (
        Tongues::ID,
        "yang|di|ke|dari|dan|atau|pada|untuk|dengan|oleh|dalam|adalah|ini|itu|telah|sudah|akan|sedang|juga|saat|karena|sebagai",
    ),
    (
        Tongues::ID,
        "tidak|bukan|belum|agar|bahwa|serta|namun|tetapi|tapi|sejak|hingga|sampai|setelah|sebelum|ketika|termasuk|antara|atas|bawah",
    ),
    (
        Tongues::ID,
        "lebih|kurang|per|para|dapat|bisa|harus|masih|hanya|lagi|secara|bagi|tentang|terhadap|selama|menjadi|kata|ia|dia|mereka",
    ),
    (
        Tongues::ID,
        "kami|kita|saya|jika|kalau|maka|pun|tersebut|lalu|menurut|sementara|yakni|yaitu|diantaranya|lainnya",
    ),
    (
        Tongues::OWN,
        "и|в|во|на|с|со|к|ко|о|об|от|до|из|за|по|под|над|при|для|у|а|но|или|что|как|то|не|ни|же|бы|ли|был|была|было|были|есть",
    ),
    (
        Tongues::OWN,
        "их|его|ее|они|он|она|мы|это|эти|этих|тоже|также|уже|еще|более|менее|больше|меньше|после|перед|между|через|без|чем|когда|если",
    ),
    (Tongues::OWN, "который|которая|которые|которых|около|где|со|г|погибли|погибло|ранены"),
    (
        Tongues::DE,
        "der|die|das|den|dem|des|und|oder|in|im|an|am|auf|aus|bei|mit|nach|von|vom|zu|zum|zur|fur|uber|unter|vor|wurden|wurde",
    ),
    (
        Tongues::DE,
        "waren|war|sind|ist|haben|hat|als|wie|bis|durch|gegen|ohne|um|seit|wahrend|dass|nicht|auch|noch|nur|es|sie|er|wir|ein|eine|einen|pro",
    ),
    (
        Tongues::FR,
        "de|des|du|le|la|les|un|une|et|ou|a|au|aux|en|dans|sur|par|pour|avec|sans|qui|que|dont|ont|ete|est|sont|etait|etaient|ne|pas|plus",
    ),
    (Tongues::FR, "selon|depuis|contre|entre|il|elle|ils|elles|nous|vous|ce|cette|ces|se|y|mais|si"),
    (
        Tongues::OWN,
        "من|في|على|الى|عن|ان|و|كان|كانت|قد|لا|ما|او|ثم|的|在|和|与|至|到|以|是|了|被|中|及|或|从|多|余|左|上|后|前|内",
    ),
];
/// What one counts people, animals and things by in Indonesian.
const CLASSIFIERS: &str = "orang|ekor|buah|unit|lembar|butir|pucuk|batang";
/// No things: what happened to those who are counted.
const HAPPENED: &str = "tewas|luka|hilang|mati|selamat|meninggal|lain|muncul|hadir|ikut|tiba|datang|pergi|hidup|kaya|sakit|cedera";
/// Plurals without an s, and what has none.
const PLURALS: &str = "people|men|women|children|police|personnel|staff|feet|aircraft|percent|miles|dead|killed|wounded|injured|missing";

impl Tokens<'_> {
    /// The noun that starts at a place, and where it ends.
    pub(super) fn noun(&self, at: usize) -> Option<(String, usize)> {
        if self.sign_at(at) == Some('°') {
            let end = if self.glued(at + 1) && self.word_at(at + 1).is_some() { at + 2 } else { at + 1 };
            return Some((self.text[self.list[at].start..self.list[end - 1].end].to_owned(), end));
        }
        // A three-day visit, a 100-metre race.
        if self.hyphen_at(at) && self.tongues.any(Tongues::EN) {
            let word = self.word_at(at + 1).filter(|word| word.starts_with(char::is_lowercase))?;
            return Some((folded(word), at + 2));
        }
        let first = self.counted(at)?;
        if let Some(end) = parts(MEASURES, b'|').filter_map(|measure| self.starts(at, measure)).max() {
            let by = self.sign_at(end) == Some('/') && self.glued(end) && self.word_at(end + 1).is_some();
            let end = if by && self.glued(end + 1) { end + 2 } else { end };
            return Some((self.text[self.list[at].start..self.list[end - 1].end].to_owned(), end));
        }
        let count = if first.starts_with(is_han) { 1 } else { self.words_of(at, first) };
        let mut unit = folded(first);
        for next in at + 1..at + count {
            unit.push(' ');
            unit.extend(self.word_at(next)?.chars().map(fold));
        }
        Some((unit, at + count))
    }

    /// A word that may be counted.
    fn counted(&self, at: usize) -> Option<&str> {
        let word = self.word_at(at)?;
        let joins = self.behind(at, JOINING).is_some() || value(word, self.tongues).is_some();
        // F-16 is no word.
        let named = self.hyphen_at(at + 1) && matches!(self.list[at + 2].kind, Kind::Other | Kind::Figure(_));
        (!joins && !named).then_some(word)
    }

    /// How many words the noun has.
    fn words_of(&self, at: usize, first: &str) -> usize {
        let second = self.counted(at + 1);
        if self.tongues.any(Tongues::ID)
            && listed(first, CLASSIFIERS)
            && let Some(second) = second
        {
            let verb = ["di", "ter", "me", "ber"].iter().any(|start| second.starts_with(start));
            let named = second.starts_with(char::is_uppercase);
            return if verb || named || listed(second, HAPPENED) { 1 } else { 2 };
        }
        if self.tongues.any(Tongues::EN) {
            return self.up_to_plural(at, first);
        }
        let adjective = self.tongues.any(Tongues::DE) && first.starts_with(char::is_lowercase)
            || ["ых", "их", "ые", "ие", "ого", "ая", "ое"].iter().any(|ending| first.ends_with(ending));
        match second {
            Some(second) if adjective => {
                1 + usize::from(!self.tongues.any(Tongues::DE) || second.starts_with(char::is_uppercase))
            }
            _ => 1,
        }
    }

    fn up_to_plural(&self, at: usize, first: &str) -> usize {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        // Hamas fighters: a name may end as plurals do.
        if listed(first, PLURALS) && !listed(first, "dead|killed|wounded|injured|missing")
            || plural(first) && !capital(first)
        {
            return 1;
        }
        let more = (1..3).map_while(|more| self.counted(at + more).map(|word| (more, word)));
        let mut verb = false;
        let found = more.take_while(|(_, word)| {
            let before = verb;
            verb = word.ends_with("ed");
            !before
        });
        let mut found = found.filter(|(_, word)| {
            plural(word) && !capital(word)
                || listed(word, PLURALS) && !listed(word, "killed|wounded|injured|missing|dead")
        });
        found.next().map_or(1, |(more, _)| more + 1)
    }

    /// Whether those who are counted at a place are people, or measured: what four digits before them are is no year.
    pub(super) fn is_countable(&self, at: usize) -> bool {
        self.are_people(at) || self.word_at(at).is_some_and(|word| listed(word, MEASURES))
    }

    /// Whether people are counted by what starts at a place: within two words, since an adjective may stand before them.
    pub(super) fn are_people(&self, at: usize) -> bool {
        self.behind(at, PEOPLE).is_some()
            || self.counted(at).is_some()
                && self.behind(at + 1, PEOPLE).is_some()
                && self.list[at].kind == Kind::Word
    }

    /// Whether things in the plural follow.
    pub(super) fn are_many(&self, at: usize) -> bool {
        self.are_people(at) || self.tongues.any(Tongues::EN) && self.counted(at).is_some_and(plural)
    }
}

/// Whether an English word is a plural by its ending.
fn plural(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.contains(['\'', '’'])
        && !is(word, "this")
}
