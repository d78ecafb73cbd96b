//! Things and how many there are, and the words for their kinds.

use super::{count, words};

/// `1 article`, `12 articles`.
pub fn articles(n: usize) -> String {
    count(n, "article", "articles", "artikel")
}

/// `1 annotation`, `12 annotations`.
pub fn annotations(n: usize) -> String {
    count(n, "annotation", "annotations", "anotasi")
}

/// `1 character`, `12 characters`.
pub fn characters(n: usize) -> String {
    count(n, "character", "characters", "karakter")
}

/// `1 record`, `12 records`.
pub fn records(n: usize) -> String {
    count(n, "record", "records", "data")
}

/// `1 hit`, `12 hits`.
pub fn hits(n: usize) -> String {
    count(n, "hit", "hits", "hasil")
}

words! {
    /// Of a title that is not there.
    untitled: "Untitled", "Tanpa judul";
    /// Of one thing among many.
    of(at: &str, all: &str): "{at} of {all}", "{at} dari {all}";
    selected(things: &str): "{things} selected", "{things} dipilih";

    by_hand: "by hand", "dengan tangan";
    by_rule: "suggested by a rule", "disarankan oleh aturan";
    by_spreading: "marked with all that reads the same", "ditandai bersama semua yang berbunyi sama";
    by_import: "imported", "diimpor";
    by_review: "settled in review", "diputuskan dalam tinjauan";

    entities: "Entities", "Entitas";
    claims: "Claims", "Klaim";
    others: "Other", "Lainnya";

    status_new: "New", "Baru";
    status_in_work: "In work", "Dikerjakan";
    status_done: "Done", "Selesai";
    status_checked: "Checked", "Diperiksa";
}
