//! The person's settings and their file form.

use super::bindings::{Bindings, known};
use super::reduce::follow;
use super::{Effect, Env, Lacking, NoticeKind, State, Step};
use crate::wire::json::{Field, Json, Seen, record, to_string};
use crate::words::{Language, settings as words};

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
        /// Keys other than those of the table of commands.
        show "keys" pub keys: Bindings,
        /// `light`, `dark`, or nothing for what the system says.
        show "theme" pub theme: String,
        /// The size of the article's text in percent; 0 is [`SIZES`]' usual one, and so below.
        show "size" pub size: u32,
        /// How far its lines stand apart, in percent of the text's size.
        show "leading" pub leading: u32,
        /// How long they are at most, in digits' widths.
        show "measure" pub measure: u32,
        /// Screen readers read the article without its marks.
        show "quiet" pub quiet: bool,
        /// The article shows no suggestions, and none that were refused.
        show "hideSuggestions" pub hide_suggestions: bool,
        /// The keys that move ends go back and on in the text, whichever way it runs, instead of left and right.
        show "logical" pub logical: bool,
        /// Ids of the commands that were chosen in the palette, the last one first.
        may "recent" pub recent: Vec<String>,
        /// In which order the library shows the documents ([`super::Sort::kept`]).
        may "order" pub order: String,
        /// Hints are not shown.
        show "noHints" pub no_hints: bool,
        /// Ids of what was said once and put away for good.
        may "putAway" pub put_away: Vec<String>,
    }
}

/// Sizes of the article's text to choose from, in percent.
pub const SIZES: [u32; 7] = [80, 90, 100, 115, 130, 160, 200];
/// How far lines may stand apart, in percent of the text's size.
pub const LEADINGS: [u32; 4] = [160, 190, 220, 260];
/// How long lines may be, in digits' widths; the last is as long as there is room.
pub const MEASURES: [u32; 5] = [50, 68, 85, 110, 1000];

/// What the file of a person's settings says it is.
const FORMAT: &str = "postil-settings";

record! {
    /// A file of settings.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    struct File {
        must "format" format: String,
        show "settings" settings: Settings,
    }
}

impl Settings {
    /// The size of the article's text in percent.
    pub fn size(&self) -> u32 {
        if self.size == 0 { 100 } else { self.size.clamp(SIZES[0], SIZES[6]) }
    }

    /// The distance of its lines in percent of the text's size.
    pub fn leading(&self) -> u32 {
        if self.leading == 0 { 190 } else { self.leading.clamp(LEADINGS[0], LEADINGS[3]) }
    }

    /// The length of its lines in digits' widths.
    pub fn measure(&self) -> u32 {
        if self.measure == 0 { 68 } else { self.measure.clamp(MEASURES[0], MEASURES[4]) }
    }

    /// As a file that another browser can read.
    pub fn to_file(&self) -> String {
        let mut settings = self.clone();
        // What is of this browser alone.
        settings.put_away.retain(|id| !Lacking::is_id(id));
        settings.recent.clear();
        to_string(&File { format: FORMAT.to_owned(), settings }) + "\n"
    }

    /// From a file: what it chooses, with how many keys this version knows nothing of. The name is a browser's own.
    ///
    /// # Errors
    ///
    /// The text is no file of settings, in words that say what was found.
    pub fn from_file(text: &str, name: &str) -> Result<(Self, usize), String> {
        let mut seen = Seen::default();
        let file = Json::new(text).and_then(|json| File::read(json, &mut seen));
        let file = file.map_err(|fault| seen.place(&fault))?;
        if file.format != FORMAT {
            return Err(words::not_settings(&file.format));
        }
        let (keys, unknown) = known(file.settings.keys);
        Ok((Self { keys, name: name.to_owned(), asked: true, ..file.settings }, unknown))
    }

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

/// The name of the file.
const FILE: &str = "postil-settings.json";

/// The settings as a file.
#[derive(Debug)]
pub enum Transfer {
    /// Save them.
    Save,
    /// Follow what a file says.
    Load(String),
}

impl Step for Transfer {
    fn reduce(&self, state: &mut State, _env: &Env<'_>) -> Vec<Effect> {
        let Self::Load(text) = self else {
            return vec![Effect::SaveFile(FILE.to_owned(), "application/json", state.settings.to_file())];
        };
        match Settings::from_file(text, &state.settings.name) {
            Ok((mut settings, unknown)) => {
                settings.recent.clone_from(&state.settings.recent);
                let here = state.settings.put_away.iter().filter(|id| Lacking::is_id(id));
                settings.put_away.extend(here.cloned());
                let mut effects = Vec::new();
                follow(state, settings, &mut effects);
                let says = if unknown == 0 { words::loaded().to_owned() } else { words::loaded_but(unknown) };
                state.notify(NoticeKind::Info, says, false);
                effects.push(Effect::KeepSettings(state.settings.clone()));
                effects
            }
            Err(why) => {
                state.notify(NoticeKind::Warning, words::not_loaded(&why), false);
                Vec::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_older_ones_are_filled_up() {
        let settings = Settings {
            name: "Sari “S”".into(),
            asked: true,
            language: "id".into(),
            theme: "dark".into(),
            size: 115,
            keys: [("find".to_owned(), "Ctrl+j".to_owned())].into_iter().collect(),
            ..Settings::default()
        };
        assert_eq!(Settings::read(&settings.write()), settings);
        assert_eq!(Settings::read(r#"{"name":"Sari","newer":1}"#).name, "Sari");
        assert_eq!(Settings::read(r#"{"language":"id"}"#).language(), Some(Language::Indonesian));
        assert_eq!(Settings::read(r#"{"language":"tlh"}"#).language(), None, "a later version may know more");
        assert_eq!(Settings::read("half a fi"), Settings::default());
    }

    #[test]
    fn a_file_takes_them_along_but_not_the_name() {
        let settings = Settings {
            name: "Sari".into(),
            measure: 85,
            keys: [("find", "Ctrl+j"), ("fly", "f")]
                .map(|(id, keys)| (id.to_owned(), keys.to_owned()))
                .into_iter()
                .collect(),
            ..Settings::default()
        };
        let (read, unknown) =
            Settings::from_file(&settings.to_file(), "Budi").expect("it reads what it wrote");
        assert_eq!((read.name.as_str(), read.measure, unknown), ("Budi", 85, 1));
        assert_eq!(read.keys.len(), 1, "a key of nothing is left out");
        for wrong in [
            "",
            "{}",
            "[1]",
            r#"{"format":"postil-project","settings":{}}"#,
            r#"{"format":"postil-settings","settings":{"size":"x"}}"#,
        ] {
            assert!(Settings::from_file(wrong, "").is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_out_of_reach_is_held_in() {
        let settings = Settings { size: 5_000, leading: 1, ..Settings::default() };
        assert_eq!((settings.size(), settings.leading(), settings.measure()), (200, 160, 68));
    }
}
