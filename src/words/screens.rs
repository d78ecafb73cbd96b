//! The names of the screens.

use super::words;

words! {
    library: "Library", "Pustaka";
    search: "Search", "Cari";
    questions: "Open questions", "Pertanyaan terbuka";
    suggestions_screen: "Suggestions", "Saran";
    claims_screen: "Claims", "Klaim";
    entities_screen: "Entities", "Entitas";
    schema: "Schema", "Skema";
    statistics: "Statistics", "Statistik";
    history: "History", "Riwayat";
    settings: "Settings", "Pengaturan";
}
