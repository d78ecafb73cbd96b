//! The names of the screens.

use super::words;

words! {
    library: "Library", "Pustaka";
    search: "Search", "Cari";
    schema: "Schema", "Skema";
    statistics: "Statistics", "Statistik";
    history: "History", "Riwayat";
    settings: "Settings", "Pengaturan";
}
