//! Several tabs of one project.

use super::words;

words! {
    reads_along: "This project is open in another tab or window, which saves it. Here you read along.",
        "Proyek ini terbuka di tab atau jendela lain, yang menyimpannya. Di sini Anda hanya ikut membaca.";
    alone: "The tab that worked in this project is closed. Choose “Work here” to go on in this one.",
        "Tab yang mengerjakan proyek ini sudah ditutup. Pilih “Kerjakan di sini” untuk melanjutkan di tab ini.";
    work_here: "Work here", "Kerjakan di sini";
    work_here_hint: "The other tab saves what it has and reads along from then on",
        "Tab lain menyimpan pekerjaannya, lalu hanya ikut membaca";
    only_reads: "Nothing was changed: another tab works in this project. Choose “Work here” to go on in this one.",
        "Tidak ada yang diubah: proyek ini sedang dikerjakan di tab lain. Pilih “Kerjakan di sini” untuk melanjutkan di tab ini.";
    handed_over: "Another tab works in this project now. Here you read along.",
        "Proyek ini kini dikerjakan di tab lain. Di sini Anda hanya ikut membaca.";
    taken_over: "You work here now. The other tab reads along.",
        "Kini Anda bekerja di sini. Tab lain hanya ikut membaca.";
    taken_over_alone: "You work here now.", "Kini Anda bekerja di sini.";
    other_not_saved: "The other tab could not save everything that was done there. Look there first. Choose “Work here” again to go on without it.",
        "Tab lain belum dapat menyimpan semua yang dikerjakan di sana. Periksa dahulu tab itu. Pilih “Kerjakan di sini” sekali lagi untuk melanjutkan tanpanya.";
    reading_along: "Reading along", "Ikut membaca";
}
