//! The person's settings and their file form.

use super::{Effect, Env, State, Step};
use crate::wire::json::{Field, Json, Seen, record, to_string};
use crate::words::Language;

record! {
    /// What the person chose once and keeps.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Settings {
        /// The person's name; empty until asked.
        show "name" pub name: String,
        /// Whether the question for the name was answered or put away.
        show "asked" pub asked: bool,
        /// Marks exactly what is selected instead of snapping to words.
        show "exact" pub exact: bool,
        /// The tag of the language that was chosen; empty is what the browser asks for.
        may "language" pub language: String,
    }
}

impl Settings {
    /// From what was kept; what cannot be read is as on a first visit.
    pub fn read(json: &str) -> Self {
        Json::new(json).and_then(|json| Field::read(json, &mut Seen::default())).unwrap_or_default()
    }

    /// The language that was chosen; none is what the browser asks for.
    pub fn language(&self) -> Option<Language> {
        Language::of(&self.language)
    }

    /// To be kept.
    pub fn write(&self) -> String {
        to_string(self)
    }
}

/// Chooses the language; none is what the browser asks for.
#[derive(Clone, Copy, Debug)]
pub struct ChooseLanguage(pub Option<Language>);

impl Step for ChooseLanguage {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        let Self(language) = *self;
        state.settings.language = language.map_or("", Language::tag).to_owned();
        // In the language itself, which is not spoken yet.
        state.speak(language.map_or("", Language::name));
        vec![Effect::Speak(language), Effect::KeepSettings(state.settings.clone())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_older_ones_are_filled_up() {
        let settings =
            Settings { name: "Sari “S”".into(), asked: true, exact: true, language: "id".into() };
        assert_eq!(Settings::read(&settings.write()), settings);
        assert_eq!(Settings::read(r#"{"name":"Sari","newer":1}"#).name, "Sari");
        assert_eq!(Settings::read(r#"{"language":"id"}"#).language(), Some(Language::Indonesian));
        assert_eq!(Settings::read(r#"{"language":"tlh"}"#).language(), None, "a later version may know more");
        assert_eq!(Settings::read("half a fi"), Settings::default());
    }
}
