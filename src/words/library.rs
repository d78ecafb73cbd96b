//! The library: columns, filters, statuses.

use super::{articles, count, number, pick, words};

words! {
    // Columns and fields.
    added: "Order of adding", "Urutan penambahan";
    title: "Title", "Judul";
    outlet: "Outlet", "Media";
    authors: "Authors", "Penulis";
    language: "Language", "Bahasa";
    published: "Published", "Terbit";
    status: "Status", "Status";
    characters: "Characters", "Karakter";
    annotations: "Annotations", "Anotasi";
    licence: "Licence", "Lisensi";
    split: "Split", "Bagian data";
    details: "Details", "Keterangan";
    details_of(title: &str): "Details of {title}", "Keterangan {title}";
    status_of(title: &str): "Status of {title}", "Status {title}";
    choose(title: &str): "Choose {title}", "Pilih {title}";
    documents: "Articles", "Artikel";
    guessed: "Guessed from the text; change it in the details", "Ditebak dari teksnya; ubah di keterangan";

    // Filters.
    find: "Find articles", "Cari artikel";
    find_hint: "Title, outlet, author", "Judul, media, penulis";
    filters: "Filters and order", "Saringan dan urutan";
    any_status: "Any status", "Semua status";
    any_language: "Any language", "Semua bahasa";
    any_outlet: "Any outlet", "Semua media";
    without_language: "Without a language", "Tanpa bahasa";
    without_outlet: "Without an outlet", "Tanpa media";
    without_date: "Without a date", "Tanpa tanggal";
    unmarked: "Without annotations", "Tanpa anotasi";
    show_all: "Show all", "Tampilkan semua";
    group_by: "Group by", "Kelompokkan menurut";
    no_groups: "No groups", "Tanpa kelompok";
    by_outlet: "By outlet", "Menurut media";
    by_language: "By language", "Menurut bahasa";
    by_status: "By status", "Menurut status";
    by_day: "By day", "Menurut hari";
    order_by: "Order by", "Urutkan menurut";
    nothing_fits: "No article fits.", "Tidak ada artikel yang cocok.";

    // What is chosen.
    choose_shown: "Choose all that are shown", "Pilih semua yang ditampilkan";
    set_status: "Set status", "Atur status";
    set_status_to: "Set status …", "Atur status …";
    edit_details: "Edit details …", "Ubah keterangan …";
    remove: "Remove", "Hapus";
    remove_hint: "Remove the chosen articles and their annotations; Undo brings them back", "Hapus artikel yang dipilih beserta anotasinya; Urungkan mengembalikannya";

    // Several at once.
    edit_several: "Edit details", "Ubah keterangan";
    published_forms: "This is not a date. Write it as 2023, 2023-10, 2023-10-27 or 2023-10-27T08:30:00Z.",
        "Ini bukan tanggal. Tuliskan sebagai 2023, 2023-10, 2023-10-27, atau 2023-10-27T08:30:00Z.";
    differ: "Different values", "Nilainya berbeda-beda";
    differ_hint: "They differ, and stay as they are.", "Nilainya berbeda dan tetap seperti semula.";
    authors_hint: "Several with semicolons between them", "Bila lebih dari satu, pisahkan dengan titik koma";
    leave_field(field: &str): "Leave {field} as it is", "Biarkan {field} seperti semula";
    save: "Save", "Simpan";
    cancel: "Cancel", "Batal";
    nothing_changed: "Nothing was changed.", "Tidak ada yang diubah.";

    // Going on.
    progress: "Progress", "Kemajuan";
    status_is(title: &str, status: &str): "“{title}”: {status}", "“{title}”: {status}";
    all_marked: "Every article has annotations.", "Semua artikel sudah beranotasi.";
    none_of_status(status: &str): "No other article has this status: {status}", "Tidak ada artikel lain dengan status ini: {status}";
}

/// `12 articles shown`
pub fn shown(n: usize) -> String {
    count(n, "article shown", "articles shown", "artikel ditampilkan")
}

/// `2 more are chosen and not shown`: nothing is done with them.
pub fn chosen_hidden(n: usize) -> String {
    let shown = pick(
        if n == 1 { "more is chosen and not shown" } else { "more are chosen and not shown" },
        "lagi dipilih tetapi tidak ditampilkan",
    );
    format!("{} {shown}", number(n as u64))
}

/// `3 chosen`
pub fn chosen(n: usize) -> String {
    format!("{} {}", number(n as u64), pick("chosen", "dipilih"))
}

/// What was done to several articles at once.
pub fn edited(n: usize) -> String {
    let articles = articles(n);
    match pick(true, false) {
        true => format!("Details of {articles} changed"),
        false => format!("Keterangan {articles} diubah"),
    }
}

/// `3 articles: Done`
pub fn statuses_are(n: usize, status: &str) -> String {
    format!("{}: {status}", articles(n))
}

/// Below a field for several articles in which something was typed.
pub fn will_be_set(n: usize) -> String {
    let articles = articles(n);
    match pick(true, false) {
        true => format!("Set for {articles}"),
        false => format!("Diatur untuk {articles}"),
    }
}

/// In which order the articles stand now.
pub fn ordered(column: &str, down: bool) -> String {
    let way = match down {
        false => pick("from the first", "dari awal"),
        true => pick("from the last", "dari akhir"),
    };
    format!("{} {column}, {way}", pick("Ordered by", "Diurutkan menurut"))
}
