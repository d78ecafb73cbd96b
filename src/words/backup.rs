//! The reminder that much work is in no file yet.

use super::{number, words};

/// How many acts are only in this browser.
pub fn only_here(acts: u64) -> String {
    only_here_text(&number(acts))
}

words! {
    backup: "Backup", "Cadangan";
    only_here_text(acts: &str): "{acts} acts in this project are in no file yet.", "{acts} tindakan dalam proyek ini belum ada di berkas mana pun.";
    only_here_hint: " They are saved in this browser only: keep a copy elsewhere.", " Semuanya hanya tersimpan di peramban ini: simpan salinannya di tempat lain.";
}
