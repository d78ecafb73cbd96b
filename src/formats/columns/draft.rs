//! A document of a file of columns while its lines come.

use super::Scheme;
use super::lines::comment;
use super::scheme::{Run, Tag, runs};
use std::collections::BTreeMap;
use std::ops::Range;

/// A token that was read.
#[derive(Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) line: u32,
    pub(super) offsets: Option<(u32, u32)>,
}

/// A document while its lines come.
#[derive(Debug, Default)]
pub(super) struct Draft<'a> {
    /// Its lines, in bytes of the file.
    pub(super) raw: Range<usize>,
    /// Whether a line began it.
    pub(super) begun: bool,
    /// Whether a comment says something of it.
    pub(super) named: bool,
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    /// Its text, from a comment in this line.
    pub(super) text: Option<(String, u32)>,
    pub(super) tokens: Vec<Token<'a>>,
    /// Those of all columns, token after token.
    pub(super) tags: Vec<Tag<'a>>,
    pub(super) sentences: Vec<Sentence<'a>>,
    /// Whether the next token begins one.
    pub(super) ended: bool,
    /// What a comment says before the next sentence.
    pub(super) next: Option<(&'a str, u32)>,
}

/// Tokens up to an empty line.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    /// Its first token.
    pub(super) first: usize,
    /// What a comment says that its text is, and in which line.
    pub(super) text: Option<(&'a str, u32)>,
}

impl<'a> Draft<'a> {
    /// Takes what a comment says of the document.
    pub(super) fn name(&mut self, hash: &str, line: u32) {
        self.named = true;
        if let Some(id) = comment(hash, &["newdoc", "id"]) {
            self.id = Some(id.to_owned());
        }
        let own = comment(hash, &["document"])
            .and_then(|own| serde_json::from_str::<BTreeMap<String, String>>(own).ok());
        if let Some(mut own) = own {
            self.id = own.remove("id").filter(|id| !id.is_empty());
            self.title = own.remove("title");
            self.text =
                own.remove("text").filter(|text| !text.contains(['\0', '\r'])).map(|text| (text, line));
        }
    }

    /// Behind the last token of a sentence.
    pub(super) fn behind(&self, sentence: usize) -> usize {
        self.sentences.get(sentence + 1).map_or(self.tokens.len(), |next| next.first)
    }

    /// The annotations of a column by sentence, each with its first token.
    pub(super) fn runs(&self, level: usize, levels: usize) -> impl Iterator<Item = (usize, Vec<Run<'a>>)> {
        self.sentences.iter().enumerate().map(move |(n, sentence)| {
            let tags = (sentence.first..self.behind(n)).map(|token| self.tags[token * levels + level]);
            (sentence.first, runs(tags))
        })
    }
}

/// Whether a comment begins a document: that of Postil, or that of CoNLL-U.
pub(super) fn names_document(hash: &str) -> bool {
    let rest = hash.trim_start_matches('#').trim_start();
    rest.strip_prefix("newdoc").is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        || comment(hash, &["document"]).is_some_and(|value| value.starts_with('{'))
}

/// The scheme that tags speak of.
pub(super) fn scheme(drafts: &[Draft<'_>], levels: usize) -> Scheme {
    let has = |prefixes: &[char]| {
        let mut tags = drafts.iter().flat_map(|draft| &draft.tags);
        tags.any(|tag| matches!(tag, Tag::In(prefix, _) if prefixes.contains(prefix)))
    };
    if has(&['L', 'U']) {
        return Scheme::Bilou;
    }
    if has(&['E', 'S']) {
        return Scheme::Bioes;
    }
    // In IOB1 something begins with `I-`, and `B-` stands only where two with one label touch.
    let (mut headless, mut apart) = (false, false);
    for draft in drafts {
        for level in 0..levels {
            for (_, runs) in draft.runs(level, levels) {
                for (n, run) in runs.iter().enumerate() {
                    let before = n.checked_sub(1).map(|n| &runs[n]);
                    let touches = before
                        .is_some_and(|last| last.tokens.end == run.tokens.start && last.label == run.label);
                    headless |= run.headless;
                    apart |= !run.headless && !touches;
                }
            }
        }
    }
    if headless && !apart { Scheme::Iob1 } else { Scheme::Iob2 }
}
