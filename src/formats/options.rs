//! What can be chosen when a format is written: data in the table of formats, and what a person chose of it.

use super::Format;
use crate::sorted::Map;
use crate::words::Word;

/// Something that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatOption {
    /// Its word in messages and reports; never changes.
    pub word: &'static str,
    /// Shown beside the choice.
    pub name: Word,
    /// What it may be, each with its word and its name. The first is meant where nothing is chosen.
    pub values: &'static [(&'static str, Word)],
}

/// A format, and what was chosen for it. What was not chosen, or is none of the values, is the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The format.
    pub format: &'static Format,
    chosen: Map<String, String>,
}

impl Options {
    /// With what was chosen, by the word of the option.
    pub fn new(format: &'static Format, chosen: Map<String, String>) -> Self {
        Self { format, chosen }
    }

    /// Each option with the word of its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static FormatOption, &'static str)> + '_ {
        self.format.options.iter().map(|option| {
            let chosen = self.chosen.get(option.word);
            let mut values = option.values.iter().map(|(word, _)| *word);
            let value = values.clone().find(|word| chosen.is_some_and(|own| own == word));
            (option, value.or_else(|| values.next()).unwrap_or_default())
        })
    }

    /// The word of an option's value; empty for an option that the format does not have.
    pub fn value(&self, option: &str) -> &'static str {
        self.iter().find(|(own, _)| own.word == option).map_or("", |(_, value)| value)
    }

    /// Whether an option has this value.
    pub fn is(&self, option: &str, value: &str) -> bool {
        self.value(option) == value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_chosen_is_the_first() {
        let format = Format::named("csv").expect("a format with an option");
        let with = |value: Option<&str>| {
            let chosen = value.map(|value| ("for".to_owned(), value.to_owned()));
            let options = Options::new(format, chosen.into_iter().collect());
            assert_eq!(options.iter().count(), format.options.len());
            options.is("for", "spreadsheets")
        };
        assert!(with(Some("spreadsheets")));
        assert!(!with(Some("programs")) && !with(None) && !with(Some("nobody")));
    }
}
