//! A labelling interface that is read: which control is what, and which key of the data has the text.

use crate::model::Kind;
use crate::sorted::Map;
use crate::wire::json::{Field as _, Json, Seen, text};

/// What a configuration says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Interface {
    /// What labels mark, where Postil wrote it.
    pub(super) kinds: Map<String, Kind>,
    /// What the values of a control are, where Postil wrote it.
    pub(super) values: Map<String, String>,
    /// The key of the data that has the text.
    pub(super) text: Option<String>,
}

impl Interface {
    /// Reads what can be read of it: a tag that is none is passed over.
    pub(super) fn read(xml: &str) -> Self {
        let mut read = Self::default();
        let mut rest = xml;
        while let Some(open) = rest.find('<') {
            rest = &rest[open + 1..];
            if let Some(behind) = rest.strip_prefix("!--") {
                rest = behind.split_once("-->").map_or("", |(_, rest)| rest);
                continue;
            }
            let end = end(rest);
            read.tag(&rest[..end]);
            rest = &rest[end..];
        }
        read
    }

    fn tag(&mut self, tag: &str) {
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        let value = |name: &str| attribute(tag, name);
        match name {
            "Text" => {
                let key = value("value").and_then(|key| key.strip_prefix('$').map(str::to_owned));
                self.text = self.text.take().or(key);
            }
            "Label" => {
                if let (Some(label), Some(kind)) = (value("value"), value("postil")) {
                    let mut json = String::new();
                    text(&mut json, &kind);
                    let kind = Json::new(&json).and_then(|json| Kind::read(json, &mut Seen::default()));
                    kind.into_iter().for_each(|kind| {
                        self.kinds.insert(label.clone(), kind);
                    });
                }
            }
            "Choices" | "TextArea" => {
                if let (Some(name), Some(kind)) = (value("name"), value("postil")) {
                    self.values.insert(name, kind);
                }
            }
            _ => {}
        }
    }
}

/// Where a tag ends: at the first `>` outside of quotes.
fn end(tag: &str) -> usize {
    let mut quote = None;
    for (at, char) in tag.char_indices() {
        match (quote, char) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(char),
            (Some(open), char) if open == char => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// The value of an attribute.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (before, behind) = rest.split_once('=')?;
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|char| matches!(char, '"' | '\''))?;
        let (value, next) = behind[1..].split_once(quote)?;
        if before.trim_end().rsplit(char::is_whitespace).next() == Some(name) {
            return Some(plain(value));
        }
        rest = next;
    }
}

/// Without the names that XML has for signs.
fn plain(text: &str) -> String {
    let known = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    known.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_and_the_rest_is_passed_over() {
        let xml = "<View><!-- <Text value=\"$no\"/> --><Style> a > b </Style>\n<Labels name='l' toName=\"t\">\
                   <Label value=\"A &amp; &lt;b&gt;\" postil=\"claim\"/><Label value=\"C\"/></Labels>\
                   <Text name=\"t\" value=\"$body\" /><Choices name=\"sure\" postil=\"flag\"></View";
        let read = Interface::read(xml);
        assert_eq!(read.text.as_deref(), Some("body"));
        assert_eq!(read.kinds.iter().collect::<Vec<_>>(), [(&"A & <b>".to_owned(), &Kind::Claim)]);
        assert_eq!(read.values["sure"], "flag");
        for odd in ["", "<", "<Label value=", "<Label value=\"", "<a b='\">", "<!--", "<é=\"ü\">"] {
            assert_eq!(Interface::read(odd), Interface::default(), "{odd}");
        }
    }
}
