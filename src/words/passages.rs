//! Passages that stand in several places, and taking over their marks.

use super::{count, pick, words};

/// `1 repeated passage`, `3 repeated passages`.
pub fn passages(n: usize) -> String {
    count(n, "repeated passage", "repeated passages", "bagian berulang")
}

/// `Stands in 2 other places`.
pub fn stands_in(n: usize) -> String {
    let places = count(n, "other place", "other places", "tempat lain");
    pick(format!("Stands in {places}"), format!("Juga ada di {places}"))
}

/// On the button that offers the marks of another place.
pub fn offer_marks(n: usize) -> String {
    let marks = count(n, "mark", "marks", "tanda");
    pick(format!("Offer its {marks} …"), format!("Tawarkan {marks} …"))
}

/// On the button that takes them over.
pub fn take(n: usize) -> String {
    let marks = count(n, "mark", "marks", "tanda");
    pick(format!("Take over {marks}"), format!("Ambil {marks}"))
}

/// `3 marks taken over`.
pub fn taken(n: usize) -> String {
    let marks = count(n, "mark", "marks", "tanda");
    pick(format!("{marks} taken over, with their links"), format!("{marks} diambil, beserta tautannya"))
}

words! {
    title: "Repeated passages", "Bagian berulang";
    in_margin(n: usize): "Stands also elsewhere ({n})", "Juga ada di tempat lain ({n})";
    this_article: "This article", "Artikel ini";
    same: "reads the same", "sama";
    alike(percent: u32): "{percent} % the same", "{percent} % sama";
    go_there: "Go there", "Ke sana";
    go_there_in(title: &str): "Go there: {title}", "Ke sana: {title}";
    show_beside: "Show beside", "Tampilkan di samping";
    show_beside_in(title: &str): "Show beside: {title}", "Tampilkan di samping: {title}";
    offer_of(what: &str, title: &str): "{what} {title}", "{what} {title}";
    no_marks: "nothing marked there", "belum ada tanda di sana";
    more_places(n: usize): "and {n} more places", "dan {n} tempat lagi";
    gone: "The passage has changed since it was found. It is looked for anew.",
        "Bagian itu berubah sejak ditemukan. Bagian itu dicari kembali.";
    nothing_to_take: "All that is marked there is marked here, too.", "Semua yang ditandai di sana sudah ditandai di sini.";

    // --- the dialog ---
    offered: "Marks of the other passage", "Tanda dari bagian lain";
    from(title: &str): "From “{title}”. What is ticked is marked here, with its link; what reads the same keeps what was said of it.",
        "Dari “{title}”. Yang dicentang ditandai di sini beserta tautannya; yang sama tetap membawa isinya.";
    marks: "Marks", "Tanda";
    differs(quote: &str): "reads “{quote}” there", "di sana tertulis “{quote}”";
    perhaps_elsewhere: "the same words, but perhaps of another place", "kata yang sama, tetapi mungkin di tempat lain";
}
