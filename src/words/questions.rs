//! The screen *Open questions*.

use super::words;

/// `1 annotation of 2 articles`.
pub fn found(annotations: usize, articles: usize) -> String {
    found_of(&super::annotations(annotations), articles)
}

/// `12 things in 2 articles`.
pub fn found_of(things: &str, articles: usize) -> String {
    let articles = super::articles(articles);
    super::pick(format!("{things} in {articles}"), format!("{things} dalam {articles}"))
}

words! {
    lead: "What is still to be settled, in all articles of the project.",
        "Yang masih harus diputuskan, dalam semua artikel proyek ini.";
    show: "Show", "Tampilkan";
    unsure: "Unsure", "Ragu";
    noted: "With a note", "Ada catatan";
    incomplete: "Incomplete", "Belum lengkap";
    list: "Annotations to look at", "Anotasi yang perlu dilihat";
    lacks(names: &str): "lacks {names}", "kurang {names}";
    none: "Nothing of that kind.", "Tidak ada yang seperti itu.";
    none_hint: "While reading, an annotation can be marked as unsure and given a note.",
        "Saat membaca, sebuah anotasi dapat ditandai sebagai ragu dan diberi catatan.";
    nothing_chosen: "Choose what to show.", "Pilih apa yang ditampilkan.";
}
