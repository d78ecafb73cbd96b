//! The person's settings and their file form.

use crate::wire::json::{Field, Json, Seen, record, to_string};

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
    }
}

impl Settings {
    /// From what was kept; what cannot be read is as on a first visit.
    pub fn read(json: &str) -> Self {
        Json::new(json).and_then(|json| Field::read(json, &mut Seen::default())).unwrap_or_default()
    }

    /// To be kept.
    pub fn write(&self) -> String {
        to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn settings_come_back_and_older_ones_are_filled_up() {
        let settings = Settings { name: "Sari “S”".into(), asked: true, exact: true };
        assert_eq!(Settings::read(&settings.write()), settings);
        assert_eq!(Settings::read(r#"{"name":"Sari","newer":1}"#).name, "Sari");
        assert_eq!(Settings::read("half a fi"), Settings::default());
    }
}
