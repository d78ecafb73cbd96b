//! The screen *Library*.

use super::{Word, count, names, words};

/// `12 articles shown`.
pub fn shown(n: usize) -> String {
    count(n, "article shown", "articles shown", "artikel ditampilkan")
}

names! {
    TITLE: "Title", "Judul";
    OUTLET: "Outlet", "Media";
    LANGUAGE: "Language", "Bahasa";
    PUBLISHED: "Published", "Terbit";
    STATUS: "Status", "Status";
    CHARACTERS: "Characters", "Karakter";
    ANNOTATIONS: "Annotations", "Anotasi";
}

words! {
    choose(title: &str): "Choose {title}", "Pilih {title}";
    guessed: "Guessed from the text; change it in the details", "Ditebak dari teksnya; ubah di keterangan";
    details: "Details", "Keterangan";
    details_of(title: &str): "Details of {title}", "Keterangan {title}";
    find: "Find articles", "Cari artikel";
    find_by: "Find by title, outlet, author", "Cari menurut judul, media, penulis";
    chosen(number: &str): "{number} chosen", "{number} dipilih";
    remove: "Remove", "Hapus";
    remove_hint: "Remove the chosen articles and their annotations; Undo brings them back",
        "Hapus artikel yang dipilih beserta anotasinya; Urungkan mengembalikannya";
    documents: "Documents", "Dokumen";
    choose_all: "Choose all that are shown", "Pilih semua yang ditampilkan";
}
