//! The screen *Search*.

use super::{articles, hits, number, pick, words};

words! {
    words_to_find: "Search all articles", "Cari di semua artikel";
    hint: "Case and accents do not count. Enter opens the first hit.", "Huruf besar-kecil dan aksen diabaikan. Enter membuka hasil pertama.";
    whole_words: "Whole words", "Kata utuh";
    stop: "Stop", "Hentikan";
    results: "Results", "Hasil";
    progress: "Search", "Pencarian";
    nothing: "Not found in any article.", "Tidak ditemukan di artikel mana pun.";
    too_many: "There are more. Look for longer words to see them.", "Masih ada lagi. Cari kata yang lebih panjang untuk melihatnya.";
    article_gone: "This article was removed, or has another text now: search again.", "Artikel ini telah dihapus atau kini berteks lain: cari lagi.";
    take_all(title: &str): "Mark all hits in {title}", "Tandai semua hasil di {title}";
    take_hit(hit: &str): "Mark {hit}", "Tandai {hit}";
    label: "Label", "Label";
    linkable: "marked already, without a link", "sudah ditandai, tanpa tautan";
    links_to(name: &str): "and link to {name}", "dan tautkan ke {name}";
    no_link: "Do not link", "Jangan tautkan";
    marked: "marked already", "sudah ditandai";
    inside(what: &str): "inside “{what}”", "di dalam “{what}”";
    back: "Back to the results", "Kembali ke hasil";
}

/// `12 hits in 3 articles`.
pub fn found(n: usize, of: usize) -> String {
    match n {
        0 => nothing().to_owned(),
        _ => format!("{} {} {}", hits(n), pick("in", "di"), articles(of)),
    }
}

/// On the button that marks what was not left out.
pub fn mark(n: usize) -> String {
    format!("{} {}", pick("Mark", "Tandai"), number(n as u64))
}

/// `3 marked as Person, linked to Hamas with 2 that were marked before`.
pub fn and_linked(marked: &str, name: &str, before: usize) -> String {
    match before {
        0 => pick(format!("{marked}, and linked to {name}"), format!("{marked}, dan ditautkan ke {name}")),
        _ => pick(
            format!("{marked}, and linked to {name} with {before} that had no link"),
            format!("{marked}, dan ditautkan ke {name} bersama {before} yang belum bertautan"),
        ),
    }
}
