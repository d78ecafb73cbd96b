//! The screen *Suggestions*, and suggestions in the article.

use super::{count, pick, words};

/// `1 suggestion`, `12 suggestions`.
pub fn suggestions(n: usize) -> String {
    count(n, "suggestion", "suggestions", "saran")
}

/// On the button that asks about all that were in view: `Accept all seen (12 of 40)`.
pub fn all_seen(accept: bool, seen: &str, listed: &str) -> String {
    let act = match accept {
        true => pick("Accept all seen", "Terima semua yang terlihat"),
        false => pick("Refuse all seen", "Tolak semua yang terlihat"),
    };
    format!("{act} ({})", super::of(seen, listed))
}

/// On the button of the dialog: `Accept 12`.
pub fn judge(accept: bool, n: &str) -> String {
    let act = if accept { super::acts::accept() } else { super::acts::refuse() };
    format!("{act} {n}")
}

words! {
    lead: "What rules, models and other files suggest, until somebody accepts or refuses it. Exports leave it out.",
        "Yang disarankan aturan, model, dan berkas lain, sampai ada yang menerima atau menolaknya. Ekspor tidak menyertakannya.";
    list: "Suggestions to accept or refuse", "Saran untuk diterima atau ditolak";
    filter: "Which suggestions", "Saran yang mana";
    least: "Score at least", "Skor paling sedikit";
    least_slider: "Score at least, slider", "Skor paling sedikit, penggeser";
    label: "Label", "Label";
    any_label: "All labels", "Semua label";
    article: "Article", "Artikel";
    any_article: "All articles", "Semua artikel";
    /// A label or an article with how many it has.
    with_count(name: &str, n: &str): "{name} ({n})", "{name} ({n})";
    order: "Order", "Urutan";
    by_place: "As in the articles", "Seperti dalam artikel";
    surest: "Surest first", "Paling yakin dahulu";
    least_sure: "Least sure first", "Paling ragu dahulu";
    label_of(quote: &str): "Label of “{quote}”", "Label “{quote}”";
    accept: "Accept", "Terima";
    refuse: "Refuse", "Tolak";
    accept_this(what: &str): "Accept {what}", "Terima {what}";
    refuse_this(what: &str): "Refuse {what}", "Tolak {what}";
    no_score: "no score", "tanpa skor";
    by(rule: &str, who: &str): "{rule}, {who}", "{rule}, {who}";
    /// The suggestion that one is at, and which of how many it is.
    at(what: &str, place: &str): "Suggestion: {what}; {place}", "Saran: {what}; {place}";
    left(n: &str): "{n} left.", "Tersisa {n}.";
    select_first: "Select a suggestion first", "Pilih saran dahulu";
    none_listed: "No suggestions", "Tidak ada saran";
    none_behind: "No suggestion behind", "Tidak ada saran sesudahnya";
    none_before: "No suggestion before", "Tidak ada saran sebelumnya";
    none: "Nothing is suggested.", "Tidak ada saran.";
    none_hint: "Suggestions come in with files: predictions of Label Studio, or a project file with annotations that have the status suggested. Add articles or open a project with them.",
        "Saran datang bersama berkas: prediksi Label Studio, atau berkas proyek dengan anotasi berstatus disarankan. Tambahkan artikel atau buka proyek yang memuatnya.";
    none_pass: "No suggestion passes the filter.", "Tidak ada saran yang lolos saringan.";
    show_all: "Show all", "Tampilkan semua";
    accept_all: "Accept suggestions", "Terima saran";
    refuse_all: "Refuse suggestions", "Tolak saran";
    unseen(n: &str): "{n} more that pass the filter were not in view: they stay as they are.",
        "{n} lainnya yang lolos saringan belum terlihat: tetap seperti semula.";
    to_be_judged: "These suggestions", "Saran ini";
    cancel: "Cancel", "Batal";
    in_article: "Show in the articles", "Tampilkan dalam artikel";
    hidden: "Suggestions are hidden in the article", "Saran disembunyikan dalam artikel";
    shown: "Suggestions are shown in the article", "Saran ditampilkan dalam artikel";
    suggested: "Suggested", "Disarankan";
    refused: "Refused", "Ditolak";
    queue: "All suggestions", "Semua saran";
}
