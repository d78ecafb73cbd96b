//! Whom a mention may speak of.

use super::distance::closeness;
use super::fold::{fold_name, parts};
use super::index::{Name, NameIndex};
use super::postings::Of;
use super::skeleton::CLASSES;
use super::word::{Match, SKELETON, Word, compare, initials, joined, words};
use crate::model::{EntityId, LabelId};
use crate::sorted::{order, sort_by};
use crate::text::fold;

/// So many names are looked at closely, those that share most with the mention.
const MOST_NAMES: usize = 48;

/// What a shared last word counts at most.
const SHARED: u32 = 350;

/// A place of an article that names somebody.
#[derive(Clone, Copy, Debug)]
pub struct Mention<'a> {
    /// As the article has it.
    pub quote: &'a str,
    /// BCP 47, or empty.
    pub language: &'a str,
    /// The label of the annotation; only entities of this type are suggested. `None`: of any.
    pub label: Option<&'a LabelId>,
    /// Other mentions of the same article: those with a link, and those without that are longer.
    pub others: &'a [(&'a str, Option<&'a EntityId>)],
}

/// Why an entity is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One of its names is the same, letter by letter.
    SameString,
    /// One is the same but for case, marks, apostrophes and dashes.
    SameFolded,
    /// The mention is a part of a longer name in the same article, which speaks of the entity or may do so.
    PartOfLonger {
        /// The longer name as the article has it.
        longer: String,
    },
    /// The mention is a part of one of its names, word by word.
    PartOfName,
    /// One of its names is a part of the mention, word by word.
    HoldsName,
    /// One of its names, or a part of it, has the same consonants in another spelling or script.
    SameSkeleton,
    /// The one is made of the first letters of the other.
    Initials,
    /// One of its names looks alike, or shares the last word.
    Similar,
}

/// An entity that a mention may speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The entity.
    pub entity: EntityId,
    /// Why.
    pub reason: Reason,
    /// The name or alias that led to it, as written.
    pub name: String,
    /// How good it is, 0 to 1000; for ordering, not a probability.
    pub score: u32,
}

/// What is asked of a mention over and over.
struct Asked<'a> {
    mention: &'a Mention<'a>,
    quote: &'a str,
    folded: String,
    words: Vec<Word>,
    joined: Vec<String>,
    initials: [String; 2],
}

impl<'a> Asked<'a> {
    fn new(mention: &'a Mention<'a>, quote: &'a str) -> Self {
        // The genitive of English is no part of a name.
        let quote = quote.trim();
        let quote = quote.strip_suffix("'s").or_else(|| quote.strip_suffix("’s")).unwrap_or(quote);
        let words = words(quote);
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        Self {
            mention,
            quote,
            folded: folded.join(" "),
            joined: joined(&words),
            initials: initials(&words),
            words,
        }
    }
}

impl NameIndex {
    /// Entities that a mention may speak of, the likeliest first, each with the best reason. It suggests and never
    /// decides: the first may be wrong.
    pub fn suggest(&self, mention: &Mention, limit: usize) -> Vec<Suggestion> {
        let asked = Asked::new(mention, mention.quote);
        let mut found = self.by_name(&asked);
        self.by_longer(&asked, &mut found);
        for suggestion in &mut found {
            let linked = mention.others.iter().any(|(_, entity)| *entity == Some(&suggestion.entity));
            // Who was named in the article is likelier to be named again; of other spellings, the closer one counts more.
            if linked && suggestion.score >= 500 {
                suggestion.score += if suggestion.score >= 900 { 25 } else { 3 };
            }
        }
        sort_by(&mut found, |a, b| b.score.cmp(&a.score).then_with(|| a.entity.cmp(&b.entity)));
        found.truncate(limit);
        found
    }

    /// What the names alone say, one suggestion for each entity, in no order.
    fn by_name(&self, asked: &Asked) -> Vec<Suggestion> {
        let mut found: Vec<(Suggestion, bool)> = Vec::new();
        for slot in self.candidates(asked) {
            let name = self.name(slot);
            let Some((score, reason)) = judge(asked, name) else { continue };
            // Of names that fit equally well, the one in the language of the article is shown.
            let native = name.language == asked.mention.language;
            let suggestion =
                Suggestion { entity: name.entity.clone(), reason, name: name.value.clone(), score };
            match found.iter_mut().find(|(other, _)| other.entity == name.entity) {
                Some((other, natively)) => {
                    let key = |one: &Suggestion, native: bool| {
                        (one.score, native, std::cmp::Reverse(one.name.clone()))
                    };
                    if key(&suggestion, native) > key(other, *natively) {
                        (*other, *natively) = (suggestion, native);
                    }
                }
                None => found.push((suggestion, native)),
            }
        }
        thin(&mut found);
        found.into_iter().map(|(suggestion, _)| suggestion).collect()
    }

    /// The slots of names that are worth a closer look, those that share most first.
    fn candidates(&self, asked: &Asked) -> Vec<u32> {
        let mut hits: Vec<(u32, u32)> = Vec::new();
        let mut put = |of, key: &str, points: u32| {
            let before = hits.len();
            hits.extend(self.postings.of(of, key).map(|slot| (slot, points)));
            // A word that few names have says more.
            if hits.len() - before <= 8 {
                hits[before..].iter_mut().for_each(|hit| hit.1 += points / 2);
            }
        };
        put(Of::Name, &asked.folded, 1000);
        asked.joined.iter().for_each(|key| put(Of::Joined, key, 500));
        if is_acronym(asked.quote) {
            put(Of::Initials, &asked.folded, 500);
        }
        if asked.words.len() > 1 {
            asked.initials.iter().for_each(|key| put(Of::Name, key, 400));
        }
        for word in asked.words.iter().filter(|word| word.weight > 0) {
            put(Of::Word, &word.folded, 60 * word.weight);
            word.read.skeletons.iter().for_each(|skeleton| put(Of::Skeleton, skeleton, 30 * word.weight));
            if word.weight > 1 {
                near(&word.read.skeletons[0], &mut |skeleton| put(Of::Skeleton, skeleton, 10));
            }
        }
        sort_by(&mut hits, Ord::cmp);
        let mut sums: Vec<(u32, u32)> = Vec::new();
        for (slot, points) in hits {
            match sums.last_mut() {
                Some((last, sum)) if *last == slot => *sum += points,
                _ => sums.push((slot, points)),
            }
        }
        sums.retain(|(slot, _)| asked.mention.label.is_none_or(|label| self.name(*slot).label == *label));
        // What has least is left out before names are compared, which takes longer.
        let mut points: Vec<u32> = sums.iter().map(|(_, points)| *points).collect();
        sort_by(&mut points, |a, b| b.cmp(a));
        let least = points.get(MOST_NAMES).copied().unwrap_or_default();
        sums.retain(|(_, points)| *points >= least);
        let order = order(sums.len(), &|a, b| {
            let ((a, most), (b, other)) = (sums[a], sums[b]);
            let key = |slot: u32| (&self.name(slot).entity, &self.name(slot).value);
            other.cmp(&most).then_with(|| key(a).cmp(&key(b)))
        });
        order.into_iter().take(MOST_NAMES).map(|at| sums[at].0).collect()
    }

    /// What longer names of the article say: who was named whole is then named in short.
    fn by_longer(&self, asked: &Asked, found: &mut Vec<Suggestion>) {
        let mut seen: Vec<(&str, Option<&EntityId>)> = Vec::new();
        for &(quote, entity) in asked.mention.others {
            let quote = quote.trim();
            let one_word = !quote.contains(|char: char| char.is_whitespace() || char == '-');
            if one_word || seen.contains(&(quote, entity)) {
                continue;
            }
            seen.push((quote, entity));
            let matched = compare(&asked.words, &self.words_of(quote));
            if matched.one < 100
                || matched.other == 100
                || matched.worst < SKELETON
                || are_letters(&asked.words)
            {
                continue;
            }
            let reason = || Reason::PartOfLonger { longer: quote.to_owned() };
            let exact = if matched.worst == 1000 { 0 } else { 60 };
            match entity {
                Some(entity) if self.fits(entity, asked.mention.label) => {
                    let longer = fold_name(quote);
                    let Some(known) = self.entities.get(entity) else { continue };
                    let mut names = self.names_of(entity);
                    let name =
                        names.find(|name| name.folded == longer).map_or(&known.name, |name| &name.value);
                    add(found, entity.clone(), reason(), name, 945 - exact);
                }
                Some(_) => {}
                None => {
                    let longer = Asked::new(asked.mention, quote);
                    for known in self.by_name(&longer).into_iter().filter(|known| known.score >= 650) {
                        let score = known.score.min(920) - 15 - exact / 2;
                        add(found, known.entity, reason(), &known.name, score);
                    }
                }
            }
        }
    }
}

/// A shared last word is a reason only where few have it.
fn thin(found: &mut Vec<(Suggestion, bool)>) {
    if found.iter().filter(|(one, _)| one.score <= SHARED).count() > 3 {
        found.retain(|(one, _)| one.score > SHARED);
    }
}

/// Adds a suggestion, unless there is a better one for the entity.
fn add(found: &mut Vec<Suggestion>, entity: EntityId, reason: Reason, name: &str, score: u32) {
    let suggestion = Suggestion { entity, reason, name: name.to_owned(), score };
    match found.iter_mut().find(|other| other.entity == suggestion.entity) {
        Some(other) if other.score < score => *other = suggestion,
        Some(_) => {}
        None => found.push(suggestion),
    }
}

/// How good a name is for a mention, and why; `None` where it is not.
fn judge(asked: &Asked, name: &Name) -> Option<(u32, Reason)> {
    if name.value == asked.quote {
        return Some((975, Reason::SameString));
    }
    if name.folded == asked.folded {
        return Some((940, Reason::SameFolded));
    }
    // The letters of an acronym are no spelling of a word: WTO, Fatah.
    let short = |name: &str| is_acronym(name) && name.chars().count() < 4;
    let spelled = short(asked.quote) == short(&name.value);
    let mut best = if spelled { by_words(&compare(&asked.words, &name.words), &asked.words) } else { None };
    let mut offer = |score: u32, reason: Reason| {
        if best.as_ref().is_none_or(|(other, _)| *other < score) {
            best = Some((score, reason));
        }
    };
    // One word here, two there.
    if asked.words.len() != name.words.len()
        && joined(&name.words).iter().any(|key| key.len() > 3 && asked.joined.contains(key))
    {
        let sounds =
            |words: &[Word]| words.iter().map(|word| word.read.sounds[0].0.as_str()).collect::<String>();
        let lacks = |words: &[Word]| words.iter().any(|word| word.read.lacks_vowels);
        let free = lacks(&asked.words) != lacks(&name.words);
        let near = closeness(&sounds(&asked.words), &sounds(&name.words), free);
        if near > 60 {
            offer(580 + 2 * near, Reason::SameSkeleton);
        }
    }
    let made_of = |short: &str, folded: &str, long: &[Word]| {
        is_acronym(short) && long.len() > 1 && initials(long).iter().any(|initials| initials == folded)
    };
    if made_of(asked.quote, &asked.folded, &name.words) || made_of(&name.value, &name.folded, &asked.words) {
        offer(860, Reason::Initials);
    }
    best
}

fn by_words(matched: &Match, mention: &[Word]) -> Option<(u32, Reason)> {
    let Match { one, other, mean, worst, last } = *matched;
    if mean == 0 || one < 100 && other < 100 {
        // Presiden Putin, Vladimir Putin.
        let shared = last && worst >= SKELETON && one >= 40 && other >= 40;
        return shared.then_some((150 + mean / 5, Reason::Similar));
    }
    let last = if last { 20 } else { 0 };
    // How close words with a common skeleton are weighs more than whether all words were found.
    let close = 2 * mean.saturating_sub(SKELETON) / 5;
    Some(match (one, other) {
        (100, 100) if worst == 1000 => (930, Reason::SameFolded),
        (100, 100) if worst >= SKELETON => (640 + close, Reason::SameSkeleton),
        (100, 100) => (450 + mean / 5, Reason::Similar),
        _ if one == 100 && are_letters(mention) => return None,
        _ => {
            let covered = one.min(other);
            // A mention is cut short more often than it is drawn out.
            let base = if one == 100 { 0 } else { 40 };
            match worst {
                1000 => {
                    let reason = if one == 100 { Reason::PartOfName } else { Reason::HoldsName };
                    (760 + covered + last - base, reason)
                }
                SKELETON.. => (520 + covered / 2 + close + last - base, Reason::SameSkeleton),
                _ => (380 + covered / 2 + mean / 10 + last - base, Reason::Similar),
            }
        }
    })
}

/// Whether words are no more than single letters, which stand for too much.
fn are_letters(words: &[Word]) -> bool {
    words.iter().all(|word| word.folded.chars().count() < 2)
}

/// Two to six letters, all of them capitals, with full stops or without.
fn is_acronym(quote: &str) -> bool {
    let letters = || quote.chars().filter(|char| *char != '.');
    (2..=6).contains(&letters().count())
        && letters().all(|char| fold(char) != char)
        && parts(quote).len() == 1
}

/// Skeletons that are one class apart.
fn near(skeleton: &str, ask: &mut dyn FnMut(&str)) {
    let classes: Vec<char> = skeleton.chars().collect();
    if classes.len() < 3 || classes.iter().any(|class| !CLASSES.contains(class)) {
        return;
    }
    let made = |at: usize, taken: usize, put: &[char]| -> String {
        classes[..at].iter().chain(put).chain(&classes[at + taken..]).collect()
    };
    for at in 0..=classes.len() {
        for class in CLASSES {
            ask(&made(at, 0, &[class]));
            if at < classes.len() && class != classes[at] {
                ask(&made(at, 1, &[class]));
            }
        }
        if at < classes.len() {
            ask(&made(at, 1, &[]));
        }
        if at + 1 < classes.len() {
            ask(&made(at, 2, &[classes[at + 1], classes[at]]));
        }
    }
}
