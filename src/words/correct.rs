//! A corrected article: dialog *New version of the text*.

use super::{annotations, count, pick, words};

/// `1 annotation stands`, `3 annotations stand`: of those whose text did not change.
pub fn stay(n: usize) -> String {
    pick(
        format!("{} in text that did not change", annotations(n)),
        format!("{} pada teks yang tidak berubah", annotations(n)),
    )
}

/// Of those whose text stands elsewhere now.
pub fn moved(n: usize) -> String {
    pick(
        format!("{} with text that moved", annotations(n)),
        format!("{} ikut teks yang berpindah", annotations(n)),
    )
}

/// Of those that a person has to place.
pub fn asked(n: usize) -> String {
    pick(format!("{} to decide", annotations(n)), format!("{} perlu diputuskan", annotations(n)))
}

/// How many changes a text has.
pub fn changes(n: usize) -> String {
    count(n, "change", "changes", "perubahan")
}

words! {
    title: "New version of the text", "Versi baru teks";
    open: "New version of the text …", "Versi baru teks …";
    open_hint: "Put a corrected text in the place of this one; annotations are carried over",
        "Ganti teks ini dengan teks yang sudah dikoreksi; anotasi ikut dipindahkan";
    lead(article: &str): "Correct the text of “{article}” here, paste the corrected text in its place, or choose a file. Nothing changes before you have seen what becomes of its annotations.",
        "Koreksi teks “{article}” di sini, tempelkan teks yang sudah dikoreksi sebagai gantinya, atau pilih berkas. Tidak ada yang berubah sebelum Anda melihat apa yang terjadi dengan anotasinya.";
    text: "Text", "Teks";
    choose_file: "Choose a file …", "Pilih berkas …";
    from_file(file: &str): "Read from {file}", "Dibaca dari {file}";
    compare: "Compare", "Bandingkan";
    comparing: "Comparing", "Membandingkan";
    cancel: "Cancel", "Batal";
    back: "Back to the text", "Kembali ke teks";
    take_over: "Take the new text", "Pakai teks baru";

    same_text: "This is the text that the article has: there is nothing to take over.",
        "Teks ini sama dengan teks artikelnya: tidak ada yang perlu diganti.";
    empty_text: "The text is empty. Paste it here, or choose a file.",
        "Teksnya kosong. Tempelkan di sini, atau pilih berkas.";
    no_article: "There is no article in this file. Choose a text file, or one that holds this article.",
        "Tidak ada artikel dalam berkas ini. Pilih berkas teks, atau berkas yang memuat artikel ini.";
    several_articles(n: &str): "This file holds {n} articles, none of which has this one's id, address or title. Choose a file with one.",
        "Berkas ini memuat {n} artikel, dan tidak satu pun beridentitas, beralamat, atau berjudul sama. Pilih berkas dengan satu artikel.";
    gone_meanwhile: "The article was removed in another tab.", "Artikel itu dihapus di tab lain.";
    go_back_first: "Go back to the text first, then choose the file.", "Kembali ke teks dahulu, lalu pilih berkasnya.";
    changed_meanwhile: "The article changed meanwhile. Compare again.",
        "Artikel ini berubah sementara itu. Bandingkan lagi.";

    keeps_status(status: &str): "The article stays “{status}”. Look through it again if the changes matter.",
        "Artikel tetap “{status}”. Periksa lagi bila perubahannya penting.";
    to_decide: "Annotations to decide", "Anotasi yang perlu diputuskan";
    to_decide_hint: "The text of these changed, or is gone. Say where each belongs in the new text, or delete it.",
        "Teks anotasi ini berubah atau hilang. Tentukan tempat masing-masing dalam teks baru, atau hapus.";
    in_old_text: "In the old text", "Dalam teks lama";
    place_at(quote: &str): "Place it on “{quote}”", "Letakkan pada “{quote}”";
    delete: "Delete this annotation", "Hapus anotasi ini";
    not_found: "Its words are not in the new text.", "Kata-katanya tidak ada dalam teks baru.";
    other_words: "Look for other words in the new text", "Cari kata lain dalam teks baru";
    nearest(hits: &str, shown: &str): "{hits}; the nearest {shown}:", "{hits}; {shown} terdekat:";
    other_words_hint: "Enter takes the first place that is found", "Enter memilih tempat pertama yang ditemukan";
    words_not_found(words: &str): "“{words}” does not stand in the new text.", "“{words}” tidak ada dalam teks baru.";
    rest_unsure: "Place the rest as offered first, as unsure", "Letakkan sisanya di tempat pertama yang ditawarkan, sebagai ragu";
    rest_unsure_hint: "They are then listed in Open questions", "Sesudahnya tercantum di Pertanyaan terbuka";
    rest_delete: "Delete the rest", "Hapus sisanya";
    still(n: &str): "{n} still to decide", "{n} lagi perlu diputuskan";
    previous: "Previous", "Sebelumnya";
    next: "Next", "Berikutnya";
    some_of(from: &str, to: &str, all: &str): "{from} to {to} of {all}", "{from} sampai {to} dari {all}";

    what_changed: "What changed", "Yang berubah";
    gone: "removed:", "dihapus:";
    put: "added:", "ditambahkan:";
    first_places(shown: &str): "These are the first {shown} places; there are more.", "Ini {shown} tempat pertama; masih ada lagi.";

    done(article: &str, kept: &str): "New text of “{article}”; kept: {kept}", "Teks baru “{article}”; tetap: {kept}";
    done_deleted(article: &str, kept: &str, deleted: &str): "New text of “{article}”; kept: {kept}, deleted: {deleted}",
        "Teks baru “{article}”; tetap: {kept}, dihapus: {deleted}";
}
