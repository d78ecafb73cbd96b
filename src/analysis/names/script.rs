//! The script of a text.

/// A script, by its code in ISO 15924.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Script {
    /// Latin.
    Latn,
    /// Greek.
    Grek,
    /// Cyrillic.
    Cyrl,
    /// Armenian.
    Armn,
    /// Hebrew.
    Hebr,
    /// Arabic.
    Arab,
    /// Devanagari.
    Deva,
    /// Bengali.
    Beng,
    /// Tamil.
    Taml,
    /// Thai.
    Thai,
    /// Georgian.
    Geor,
    /// Korean.
    Kore,
    /// Ethiopic.
    Ethi,
    /// Japanese: kana, and the Han letters beside them.
    Jpan,
    /// Han letters alone, of which nobody can say by the letter whether they are Chinese or Japanese.
    Hani,
}

/// The codes in the order of the scripts, four letters each.
const CODES: &str = "LatnGrekCyrlArmnHebrArabDevaBengTamlThaiGeorKoreEthiJpanHani";

impl Script {
    /// Its code in ISO 15924.
    pub fn code(self) -> &'static str {
        let at = 4 * self as usize;
        &CODES[at..at + 4]
    }
}

/// Letters from, to, and their script.
const SCRIPTS: [(char, char, Script); 26] = [
    ('A', 'ʯ', Script::Latn),
    ('Ͱ', 'Ͽ', Script::Grek),
    ('Ѐ', 'ԯ', Script::Cyrl),
    ('Ա', '֊', Script::Armn),
    ('\u{590}', '\u{5FF}', Script::Hebr),
    ('\u{600}', '\u{6FF}', Script::Arab),
    ('\u{750}', '\u{77F}', Script::Arab),
    ('\u{8A0}', '\u{8FF}', Script::Arab),
    ('\u{900}', '\u{97F}', Script::Deva),
    ('\u{980}', '\u{9FF}', Script::Beng),
    ('\u{B80}', '\u{BFF}', Script::Taml),
    ('\u{E00}', '\u{E7F}', Script::Thai),
    ('\u{10A0}', '\u{10FF}', Script::Geor),
    ('\u{1100}', '\u{11FF}', Script::Kore),
    ('\u{1200}', '\u{137F}', Script::Ethi),
    ('\u{1E00}', '\u{1EFF}', Script::Latn),
    ('\u{1F00}', '\u{1FFF}', Script::Grek),
    ('\u{3040}', '\u{30FF}', Script::Jpan),
    ('\u{3130}', '\u{318F}', Script::Kore),
    ('\u{3400}', '\u{4DBF}', Script::Hani),
    ('\u{4E00}', '\u{9FFF}', Script::Hani),
    ('\u{AC00}', '\u{D7AF}', Script::Kore),
    ('\u{FB1D}', '\u{FB4F}', Script::Hebr),
    ('\u{FB50}', '\u{FDFF}', Script::Arab),
    ('\u{FE70}', '\u{FEFC}', Script::Arab),
    ('\u{20000}', '\u{323AF}', Script::Hani),
];

/// The script of most letters of a text, of equally many the one that comes first; `None` where there is no letter of
/// a known script.
pub fn script(text: &str) -> Option<Script> {
    let of = |letter: char| {
        let found = SCRIPTS.iter().find(|(from, to, _)| (*from..=*to).contains(&letter));
        found.filter(|_| letter.is_alphabetic()).map(|(.., script)| *script)
    };
    let japanese = text.chars().any(|letter| of(letter) == Some(Script::Jpan));
    let mut counts: Vec<(Script, u32)> = Vec::new();
    for script in text.chars().filter_map(of) {
        let script = if japanese && script == Script::Hani { Script::Jpan } else { script };
        match counts.iter_mut().find(|(other, _)| *other == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(script, _)| *script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_letters_decide() {
        for (text, code) in [
            ("Marzouk", Some("Latn")),
            ("Łódź", Some("Latn")),
            ("Марзук", Some("Cyrl")),
            ("مرزوق", Some("Arab")),
            ("מרזוק", Some("Hebr")),
            ("Μαρζούκ", Some("Grek")),
            ("ἀγορά", Some("Grek")),
            ("莫斯科", Some("Hani")),
            ("東京の駅", Some("Jpan")),
            ("서울", Some("Kore")),
            ("กรุงเทพ", Some("Thai")),
            ("दिल्ली", Some("Deva")),
            ("ХАМАС (Hamas)", Some("Cyrl")),
            ("Iran 1979", Some("Latn")),
            ("1979 – ∞", None),
            ("", None),
        ] {
            assert_eq!(script(text).map(Script::code), code, "{text}");
        }
    }
}
