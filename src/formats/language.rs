//! The language of a text, guessed. Reached from the worker alone: the tables are large.

use super::NewDocument;
use whatlang::{Detector, Lang, Script};

/// Below this many letters a guess is worth nothing.
const LEAST: usize = 80;
/// Below this the guess is kept back.
const SURE: f64 = 0.5;
/// So many characters are looked at first: of thousands of articles that come in, guessing would take most of the time.
const FIRST: usize = 600;
/// So many where those leave it open.
const MOST: usize = 10_000;

/// The languages of the trigram tables that have a BCP 47 tag of two letters.
const TAGS: &[(Lang, &str)] = &[
    (Lang::Eng, "en"),
    (Lang::Rus, "ru"),
    (Lang::Cmn, "zh"),
    (Lang::Spa, "es"),
    (Lang::Por, "pt"),
    (Lang::Ita, "it"),
    (Lang::Ben, "bn"),
    (Lang::Fra, "fr"),
    (Lang::Deu, "de"),
    (Lang::Ukr, "uk"),
    (Lang::Kat, "ka"),
    (Lang::Ara, "ar"),
    (Lang::Hin, "hi"),
    (Lang::Jpn, "ja"),
    (Lang::Heb, "he"),
    (Lang::Yid, "yi"),
    (Lang::Pol, "pl"),
    (Lang::Amh, "am"),
    (Lang::Jav, "jv"),
    (Lang::Kor, "ko"),
    (Lang::Nob, "nb"),
    (Lang::Dan, "da"),
    (Lang::Swe, "sv"),
    (Lang::Fin, "fi"),
    (Lang::Tur, "tr"),
    (Lang::Nld, "nl"),
    (Lang::Hun, "hu"),
    (Lang::Ces, "cs"),
    (Lang::Ell, "el"),
    (Lang::Bul, "bg"),
    (Lang::Bel, "be"),
    (Lang::Mar, "mr"),
    (Lang::Kan, "kn"),
    (Lang::Ron, "ro"),
    (Lang::Slv, "sl"),
    (Lang::Hrv, "hr"),
    (Lang::Srp, "sr"),
    (Lang::Mkd, "mk"),
    (Lang::Lit, "lt"),
    (Lang::Lav, "lv"),
    (Lang::Est, "et"),
    (Lang::Tam, "ta"),
    (Lang::Vie, "vi"),
    (Lang::Urd, "ur"),
    (Lang::Tha, "th"),
    (Lang::Guj, "gu"),
    (Lang::Uzb, "uz"),
    (Lang::Pan, "pa"),
    (Lang::Aze, "az"),
    (Lang::Ind, "id"),
    (Lang::Tel, "te"),
    (Lang::Pes, "fa"),
    (Lang::Mal, "ml"),
    (Lang::Ori, "or"),
    (Lang::Mya, "my"),
    (Lang::Nep, "ne"),
    (Lang::Sin, "si"),
    (Lang::Khm, "km"),
    (Lang::Tuk, "tk"),
    (Lang::Aka, "ak"),
    (Lang::Zul, "zu"),
    (Lang::Sna, "sn"),
    (Lang::Afr, "af"),
    (Lang::Lat, "la"),
    (Lang::Slk, "sk"),
    (Lang::Cat, "ca"),
    (Lang::Tgl, "tl"),
    (Lang::Hye, "hy"),
];

/// The BCP 47 tag of a text's language; `None` for a short text or one that could be several.
///
/// Malay is not in the tables: it comes out as Indonesian.
pub(super) fn guess(text: &str) -> Option<&'static str> {
    let begin = |count| text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end]);
    let first = begin(FIRST);
    let longer = || guess_whole(begin(MOST));
    guess_whole(first).or_else(|| if first.len() < text.len() { longer() } else { None })
}

fn guess_whole(text: &str) -> Option<&'static str> {
    if text.chars().filter(|c| c.is_alphabetic()).count() < LEAST {
        return None;
    }
    let info = Detector::new().detect(text)?;
    // A script of one language needs no statistics.
    let alone =
        !matches!(info.script(), Script::Latin | Script::Cyrillic | Script::Arabic | Script::Devanagari);
    if !alone && info.confidence() < SURE && !info.is_reliable() {
        return None;
    }
    TAGS.iter().find(|(lang, _)| *lang == info.lang()).map(|(_, tag)| *tag)
}

/// Puts in the language of a document that says none, as a guess.
pub(super) fn guess_for(document: &mut NewDocument) {
    if document.metadata.language.is_empty()
        && let Some(tag) = guess(document.text.as_str())
    {
        document.metadata.language = tag.to_owned();
        document.metadata.language_guessed = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        let indonesian = "Delegasi itu tiba di Moskow pada hari Kamis dan bertemu dengan wakil menteri luar negeri \
                          Rusia untuk membahas pembebasan sandera, menurut kantor berita negara.";
        let english = "The delegation arrived in Moscow on Thursday and met the deputy foreign minister to discuss \
                       the release of hostages, according to the state news agency.";
        assert_eq!(guess(indonesian), Some("id"));
        assert_eq!(guess(english), Some("en"));
        for nothing in ["", "Moscow", "1.400 224 220", "👩‍👩‍👧 🇮🇩"] {
            assert_eq!(guess(nothing), None, "{nothing}");
        }
    }
}
