//! The screen History.

use super::{count, words};

/// `1 act`, `12 acts`.
pub fn acts(n: usize) -> String {
    count(n, "act", "acts", "tindakan")
}

words! {
    hint: "Everything that was done in this project, the last first. Going back is a step of its own: it can be undone too.",
        "Semua yang dilakukan dalam proyek ini, yang terakhir lebih dahulu. Kembali ke keadaan sebelumnya juga sebuah langkah: bisa diurungkan.";
    by_article: "Article", "Artikel";
    by_article_hint: "Words of a title", "Kata dari judul";
    list: "What was done", "Yang dilakukan";
    when: "When", "Kapan";
    who: "Who", "Siapa";
    what: "What", "Apa";
    article: "Article", "Artikel";
    go_back: "Go back to here", "Kembali ke sini";
    go_back_to(time: &str, act: &str): "Go back to {time}, {act}", "Kembali ke {time}, {act}";
    go_back_hint: "Makes the project as it was right after this", "Mengembalikan proyek ke keadaan tepat setelah ini";
    now: "now", "sekarang";
    start: "Go back to the beginning", "Kembali ke awal";
    nothing: "Nothing was done yet, or the history was forgotten.", "Belum ada yang dilakukan, atau riwayatnya sudah dilupakan.";
    none_found: "Nothing was done in an article of this title.", "Tidak ada yang dilakukan dalam artikel dengan judul itu.";
    more_articles(title: &str, more: usize): "{title} and {more} more", "{title} dan {more} lagi";
    no_value: "nothing", "kosong";
    status: "Status", "Status";
    of(name: &str, what: &str): "{name}, {what}", "{name}, {what}";
    order: "another order", "urutan lain";
    more_changes(named: &str, more: usize): "{named}; and {more} more", "{named}; dan {more} lagi";
    undone(act: &str): "Undone: {act}", "Diurungkan: {act}";
    done_again(act: &str): "Done again: {act}", "Diulangi: {act}";
    gone_back: "The project is as it was then", "Proyek kembali seperti saat itu";
    behind_a_correction: "A correction of a text since then cannot be taken back, because something about it changed or could not be read. Nothing was changed.",
        "Sejak itu ada koreksi teks yang tidak dapat dikembalikan, karena sesuatu di dalamnya berubah atau tidak terbaca. Tidak ada yang diubah.";
    as_it_was: "The project is like that already", "Proyek sudah seperti itu";

    forget: "Forget the history …", "Lupakan riwayat …";
    forget_title: "Forget the history?", "Lupakan riwayat?";
    forget_size(acts: &str, size: &str): "{acts} go from this browser, which frees {size}.",
        "{acts} dihapus dari peramban ini, sehingga {size} kosong kembali.";
    forget_unknown(acts: &str): "{acts} go from this browser.", "{acts} dihapus dari peramban ini.";
    forget_stays: "The articles and annotations stay as they are. Nothing that was done until now can be undone or gone back to any more; what you do from then on can.",
        "Artikel dan anotasi tetap seperti adanya. Yang dilakukan sampai sekarang tidak dapat lagi diurungkan atau dikembalikan; yang dilakukan sesudahnya dapat.";
    keep_it: "Keep it", "Biarkan";
    forget_it: "Forget it", "Lupakan";
    forgotten: "The history is forgotten", "Riwayat sudah dilupakan";
    not_forgotten: "The history could not be forgotten", "Riwayat tidak dapat dilupakan";
}
