//! JSON, small: read piece by piece out of the text, and written straight into a string.
//!
//! One pass checks a whole text by RFC 8259; a value is then a piece of that text, so it knows its place, keeps every
//! digit and costs nothing until it is asked. `record!` names the keys of a struct, and reading reports the keys that
//! nothing took.
//!
//! An own reader instead of serde_json, because every derived reader is compiled anew for every type, which the
//! first load of the page cannot afford. The tests hold it against serde_json.
//!
//! May import: std alone. Absent on purpose: what is in any file.

mod field;
mod record;
mod scan;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use field::{Field, tagged, word};
pub(crate) use record::{Record, Seen, record, words};
pub(crate) use write::{key, tag, text, to_string};

use crate::words::wire as words;
use std::borrow::Cow;
use std::fmt;

/// Why a text is no JSON, or a value not what was expected. A pointer, since every reader hands it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault(Box<Wrong>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wrong {
    /// Where, as an address in memory: it becomes a place with the text at hand.
    at: usize,
    /// Whether the text ends in the middle.
    cut: bool,
    /// What is wrong.
    why: String,
}

impl Fault {
    /// Something is wrong with a value.
    #[inline(never)]
    pub(crate) fn new(json: Json<'_>, why: String) -> Self {
        Self(Box::new(Wrong { at: json.0.as_ptr().addr(), cut: false, why }))
    }

    /// What is wrong.
    pub(crate) fn why(&self) -> &str {
        &self.0.why
    }

    /// Whether the text ends in the middle.
    pub(crate) fn is_cut(&self) -> bool {
        self.0.cut
    }

    /// Another value was expected.
    #[inline(never)]
    pub(crate) fn expected(json: Json<'_>, what: &str) -> Self {
        let found = match json.0.as_bytes().first() {
            Some(b'{' | b'[' | b'n') => json.kind().to_owned(),
            _ if json.0.len() > 40 => json.kind().to_owned(),
            _ => format!("`{}`", json.0),
        };
        Self::new(json, words::instead_of(&found, what))
    }

    /// In which byte of the text.
    pub(crate) fn offset(&self, input: &str) -> usize {
        self.0.at.saturating_sub(input.as_ptr().addr()).min(input.len())
    }

    /// In which line and column of the text, both from 1; columns count bytes.
    pub(crate) fn place(&self, input: &str) -> (u32, u32) {
        let before = &input.as_bytes()[..self.offset(input)];
        let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        (line as u32, (before.len() - start + 1) as u32)
    }
}

/// A value of a text that was checked, without white space around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<'a>(&'a str);

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<'a> Json<'a> {
    /// Takes a text that is one value.
    pub(crate) fn new(text: &'a str) -> Result<Self, Fault> {
        let (value, rest) = scan::value(text, 0)?;
        match scan::space(text, rest) {
            end if end == text.len() => Ok(value),
            end => Err(scan::fault(text, end, "trailing characters")),
        }
    }

    /// As it stands in the text.
    pub(crate) fn get(self) -> &'a str {
        self.0
    }

    /// Whether it is `null`.
    pub(crate) fn is_null(self) -> bool {
        self.0.starts_with('n')
    }

    /// What it is, in words.
    pub(crate) fn kind(self) -> &'static str {
        match self.0.as_bytes().first() {
            Some(b'{') => words::an_object(),
            Some(b'[') => words::a_list(),
            Some(b'"') => words::a_text(),
            Some(b'n') => "null",
            Some(b't' | b'f') => words::true_or_false(),
            _ => words::a_number(),
        }
    }

    /// The characters of a text.
    pub(crate) fn text(self) -> Result<String, Fault> {
        self.chars().map(Cow::into_owned)
    }

    /// The same; where nothing is escaped, as they stand in the text.
    #[inline(never)]
    pub(crate) fn chars(self) -> Result<Cow<'a, str>, Fault> {
        if self.0.as_bytes().first() != Some(&b'"') {
            return Err(Fault::expected(self, words::a_text()));
        }
        let inner = &self.0[1..self.0.len() - 1];
        if !inner.as_bytes().contains(&b'\\') {
            return Ok(Cow::Borrowed(inner));
        }
        let mut text = String::with_capacity(inner.len());
        let mut rest = inner;
        while let Some(at) = rest.find('\\') {
            text.push_str(&rest[..at]);
            let (char, length) = scan::escape(&rest[at..])
                .ok_or_else(|| Fault::new(Json(rest), words::half_pair().to_owned()))?;
            text.push(char);
            rest = &rest[at + length..];
        }
        text.push_str(rest);
        Ok(Cow::Owned(text))
    }

    /// The values of a list.
    #[inline(never)]
    pub(crate) fn list(self) -> Result<Vec<Json<'a>>, Fault> {
        if !self.0.starts_with('[') {
            return Err(Fault::expected(self, words::a_list()));
        }
        let mut items = Vec::new();
        let mut at = scan::space(self.0, 1);
        while self.0.as_bytes().get(at) != Some(&b']') {
            let end = scan::end(self.0, at);
            items.push(Json(&self.0[at..end]));
            at = scan::after(self.0, end);
        }
        Ok(items)
    }

    /// The keys of an object and their values, in their order.
    #[inline(never)]
    pub(crate) fn object(self) -> Result<Vec<(Cow<'a, str>, Json<'a>)>, Fault> {
        if !self.0.starts_with('{') {
            return Err(Fault::expected(self, words::an_object()));
        }
        // As many as most records have.
        let mut fields = Vec::with_capacity(8);
        let mut at = scan::space(self.0, 1);
        while self.0.as_bytes().get(at) != Some(&b'}') {
            let end = scan::end(self.0, at);
            let key = Json(&self.0[at..end]).chars()?;
            let start = scan::space(self.0, scan::space(self.0, end) + 1);
            let end = scan::end(self.0, start);
            fields.push((key, Json(&self.0[start..end])));
            at = scan::after(self.0, end);
        }
        Ok(fields)
    }
}
