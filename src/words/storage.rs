//! What is said of the database, and of what it did not give back.

use super::{count, words};

/// `1 act`, `12 acts`.
pub fn acts(n: usize) -> String {
    count(n, "act", "acts", "tindakan")
}

/// What became of acts, of which some are only of the past.
pub fn lost(acts_and_fate: &str, of_the_past: usize, others: usize) -> String {
    match (others, of_the_past) {
        (0, _) => complete(acts_and_fate),
        (_, 0) => missing(acts_and_fate),
        (some, _) => partly_missing(acts_and_fate, &acts(some)),
    }
}

words! {
    // --- opening ---
    complete(lost: &str): "{lost}; the project is complete, but they cannot be undone.",
        "{lost}; proyeknya lengkap, tetapi tindakan itu tidak dapat diurungkan.";
    missing(lost: &str): "{lost}; what they changed is missing.", "{lost}; yang diubahnya hilang.";
    partly_missing(lost: &str, acts: &str): "{lost}; what {acts} of them changed is missing.",
        "{lost}; yang diubah oleh {acts} di antaranya hilang.";
    unreadable(acts: &str): "{acts} could not be read", "{acts} tidak dapat dibaca";
    gone(acts: &str): "{acts} are gone from the database", "{acts} hilang dari basis data";
    damaged_kept: " The damaged records are kept and can be downloaded.", " Data yang rusak disimpan dan dapat diunduh.";
    do_not_fit(acts: &str): "{acts} could not be done again, because something before is missing. Their records are kept and can be downloaded.",
        "{acts} tidak dapat dilakukan lagi karena sesuatu sebelumnya hilang. Datanya disimpan dan dapat diunduh.";
    state_damaged: "A saved state of the project was damaged. The project was put together again from an older one and the journal.",
        "Satu keadaan proyek yang tersimpan rusak. Proyek disusun kembali dari keadaan yang lebih lama dan jurnalnya.";
    older_state_damaged: "An older saved state of the project was damaged and is set aside; it can be downloaded. The project lacks nothing, and its state is saved once more.",
        "Satu keadaan proyek yang lebih lama rusak dan disisihkan; dapat diunduh. Proyeknya lengkap, dan keadaannya disimpan sekali lagi.";
    beginning_gone: "No saved state of the project could be read. What the journal still gives was put together.",
        "Tidak ada keadaan proyek tersimpan yang dapat dibaca. Yang masih ada di jurnal disusun kembali.";
    text_damaged(fingerprint: &str): "The text with the SHA-256 {fingerprint} is damaged or gone, so the documents that have it could not be opened. What is left of it can be downloaded.",
        "Teks dengan SHA-256 {fingerprint} rusak atau hilang, jadi dokumen yang memuatnya tidak dapat dibuka. Sisanya dapat diunduh.";
    not_found: "There is no such project in this browser any more.", "Proyek itu tidak ada lagi di peramban ini.";
    exists: "This project is in this browser already.", "Proyek ini sudah ada di peramban ini.";

    // --- writing ---
    guard: "The project was opened in another tab or window.", "Proyek ini dibuka di tab atau jendela lain.";
    taken_over: "The project was opened in another tab or window, which saves it now. Reload this page to work here again.",
        "Proyek ini dibuka di tab atau jendela lain, yang kini menyimpannya. Muat ulang halaman ini untuk bekerja lagi di sini.";
    quota: "The browser gives this site no more room. Free some space on this device.",
        "Peramban tidak memberi situs ini ruang lagi. Kosongkan sebagian ruang di perangkat ini.";
    closed(why: &str): "The browser closed the database ({why}).", "Peramban menutup basis data ({why}).";
    blocked: "Another tab has an older Postil open. Close it, then reload this page.",
        "Tab lain membuka Postil yang lebih lama. Tutup tab itu, lalu muat ulang halaman ini.";
    newer: "The saved work is of a newer version of Postil. Reload this page to get it.",
        "Pekerjaan yang tersimpan berasal dari versi Postil yang lebih baru. Muat ulang halaman ini untuk mendapatkannya.";
    unavailable(why: &str): "This browser does not let this page keep data ({why}).",
        "Peramban ini tidak mengizinkan halaman ini menyimpan data ({why}).";
    failed(why: &str): "The browser could not store it ({why}).", "Peramban tidak dapat menyimpannya ({why}).";
    no_database: "it has no IndexedDB here", "tidak ada IndexedDB di sini";
    ended: "it ended a transaction", "peramban mengakhiri sebuah transaksi";
    says_nothing: "it does not say why", "peramban tidak mengatakan sebabnya";

    // --- projects and settings ---
    /// What could not be done, and why.
    because(what: &str, why: &str): "{what}: {why}", "{what}: {why}";
    nothing_saved(why: &str): "Nothing can be saved in this browser: {why} What you do here is lost when the page closes.",
        "Tidak ada yang dapat disimpan di peramban ini: {why} Yang Anda lakukan di sini hilang saat halaman ditutup.";
    copy_of(name: &str): "{name} (copy)", "{name} (salinan)";
    records_of(name: &str): "{name} records", "{name} data";
    not_saved: "The project could not be saved", "Proyek tidak dapat disimpan";
    not_opened: "The project could not be opened", "Proyek tidak dapat dibuka";
    not_deleted: "The project could not be deleted", "Proyek tidak dapat dihapus";
    none_open: "no project is open in the database", "tidak ada proyek yang terbuka di basis data";
    records_unread: "The damaged records could not be read", "Data yang rusak tidak dapat dibaca";
    settings_not_kept: "Your settings could not be kept", "Pengaturan Anda tidak dapat disimpan";
    file_refused: "The browser refused to save the file. Try again.", "Peramban menolak menyimpan berkas. Coba lagi.";

    // --- when the code breaks down ---
    stopped_saved_to(time: &str): "Postil has stopped: something in it broke. Everything up to {time} is saved.",
        "Postil berhenti: ada yang rusak di dalamnya. Semua sampai pukul {time} tersimpan.";
    stopped: "Postil has stopped: something in it broke. What was called saved is saved.",
        "Postil berhenti: ada yang rusak di dalamnya. Yang dinyatakan tersimpan memang tersimpan.";
}

/// Of a fault with the acts that it took.
pub fn damaged(acts: &str, of_the_past: usize, others: usize) -> String {
    let mut said = lost(&unreadable(acts), of_the_past, others);
    said.push_str(damaged_kept());
    said
}
