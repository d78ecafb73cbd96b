//! The screen *Settings*: the language.

use super::words;

words! {
    language: "Language", "Bahasa (Language)";
    as_browser(language: &str): "As the browser asks ({language})", "Sesuai permintaan peramban ({language})";
}
