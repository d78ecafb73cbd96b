//! The script of a text.

/// A script by its code in ISO 15924.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Script(pub &'static str);

/// Letters from, to, and their script. `Hani` stands for Han letters, of which nobody can say by the letter alone whether
/// they are Chinese or Japanese.
const SCRIPTS: [(char, char, &str); 26] = [
    ('A', 'ʯ', "Latn"),
    ('Ͱ', 'Ͽ', "Grek"),
    ('Ѐ', 'ԯ', "Cyrl"),
    ('Ա', '֊', "Armn"),
    ('\u{590}', '\u{5FF}', "Hebr"),
    ('\u{600}', '\u{6FF}', "Arab"),
    ('\u{750}', '\u{77F}', "Arab"),
    ('\u{8A0}', '\u{8FF}', "Arab"),
    ('\u{900}', '\u{97F}', "Deva"),
    ('\u{980}', '\u{9FF}', "Beng"),
    ('\u{B80}', '\u{BFF}', "Taml"),
    ('\u{E00}', '\u{E7F}', "Thai"),
    ('\u{10A0}', '\u{10FF}', "Geor"),
    ('\u{1100}', '\u{11FF}', "Kore"),
    ('\u{1200}', '\u{137F}', "Ethi"),
    ('\u{1E00}', '\u{1EFF}', "Latn"),
    ('\u{1F00}', '\u{1FFF}', "Grek"),
    ('\u{3040}', '\u{30FF}', "Jpan"),
    ('\u{3130}', '\u{318F}', "Kore"),
    ('\u{3400}', '\u{4DBF}', "Hani"),
    ('\u{4E00}', '\u{9FFF}', "Hani"),
    ('\u{AC00}', '\u{D7AF}', "Kore"),
    ('\u{FB1D}', '\u{FB4F}', "Hebr"),
    ('\u{FB50}', '\u{FDFF}', "Arab"),
    ('\u{FE70}', '\u{FEFC}', "Arab"),
    ('\u{20000}', '\u{323AF}', "Hani"),
];

/// The script of most letters of a text, of equally many the one that comes first; `None` where there is no letter of
/// a known script. Kana make the Han letters beside them Japanese.
pub fn script(text: &str) -> Option<Script> {
    let of = |letter: char| {
        let found = SCRIPTS.iter().find(|(from, to, _)| (*from..=*to).contains(&letter));
        found.filter(|_| letter.is_alphabetic()).map(|(.., code)| *code)
    };
    let japanese = text.chars().any(|letter| of(letter) == Some("Jpan"));
    let mut counts: Vec<(&'static str, u32)> = Vec::new();
    for code in text.chars().filter_map(of) {
        let code = if japanese && code == "Hani" { "Jpan" } else { code };
        match counts.iter_mut().find(|(other, _)| *other == code) {
            Some((_, count)) => *count += 1,
            None => counts.push((code, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(code, _)| Script(code))
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
            assert_eq!(script(text).map(|script| script.0), code, "{text}");
        }
    }
}
