//! The names of the screens.

use super::words;

words! {
    library: "Library", "Pustaka";
    search: "Search", "Cari";
    questions: "Open questions", "Pertanyaan terbuka";
    schema: "Schema", "Skema";
    statistics: "Statistics", "Statistik";
    history: "History", "Riwayat";
    settings: "Settings", "Pengaturan";
}
