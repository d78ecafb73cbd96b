//! The screen *Read*: labels, finding, the selected annotation, the list of all.

use super::{count, words};

/// `2 speakers`.
pub fn speakers_nr(n: usize) -> String {
    count(n, "speaker", "speakers", "narasumber")
}

words! {
    // --- labels ---
    labels: "Labels", "Label";
    find: "Find", "Cari";
    pen: "Pen", "Pena";
    pen_hint: "Pen: choose a label, then mark span after span", "Pena: pilih label, lalu tandai rentang demi rentang";
    exact: "Exact", "Persis";
    exact_hint: "Mark exactly what is selected instead of whole words", "Tandai persis yang dipilih, bukan kata utuh";

    guidelines: "Guidelines", "Pedoman";
    guidelines_hint: "What to mark, and what each label means", "Apa yang ditandai, dan arti tiap label";
    close_guidelines: "Close the guidelines", "Tutup pedoman";
    no_guidelines: "This project has no guidelines yet. They are written on the screen Schema.",
        "Proyek ini belum memiliki pedoman. Pedoman ditulis di layar Skema.";

    // --- finding ---
    find_in_article: "Find in the article", "Cari dalam artikel";
    not_found: "Not found", "Tidak ditemukan";
    whole_words: "Whole words", "Kata utuh";
    mark_all: "Mark all …", "Tandai semua …";
    close_find: "Close the search", "Tutup pencarian";

    // --- above the article ---
    details: "Details", "Keterangan";
    details_hint: "Title, outlet, author, address, date and language of this article",
        "Judul, media, penulis, alamat, tanggal, dan bahasa artikel ini";

    // --- side by side ---
    two_articles: "Articles side by side", "Artikel berdampingan";
    first_article(title: &str): "First article: {title}", "Artikel pertama: {title}";
    second_article(title: &str): "Second article: {title}", "Artikel kedua: {title}";
    details_of(title: &str): "Details: {title}", "Keterangan: {title}";
    status_of(title: &str): "Status of {title}", "Status {title}";
    label_of(title: &str): "Label the whole article: {title}", "Beri label seluruh artikel: {title}";
    close_article(title: &str): "Close {title}", "Tutup {title}";
    /// Of two articles, the one that keys and buttons act on.
    worked_in: "You work in this one", "Anda bekerja di sini";
    stands_beside(title: &str): "{title} stands beside. What speaks of the same as what is selected stands out there, and is scrolled to.",
        "{title} ada di sampingnya. Yang membicarakan hal yang sama dengan yang dipilih menonjol di sana, dan digulirkan ke sana.";
    alone_again(title: &str): "{title} stands alone again", "{title} sendirian lagi";
    none_beside: "No article stands beside this one", "Tidak ada artikel di samping artikel ini";
    only_article: "There is no other article to put beside this one", "Tidak ada artikel lain untuk diletakkan di samping artikel ini";

    article_labels: "Labels of the whole article", "Label seluruh artikel";
    label_article: "Label the whole article …", "Beri label seluruh artikel …";
    unlabel_article(label: &str): "Take {label} off the article", "Lepaskan {label} dari artikel";
    article_labelled(label: &str): "The whole article is {label}. Ctrl+Z takes it back.",
        "Seluruh artikel berlabel {label}. Ctrl+Z mengurungkannya.";
    article_unlabelled(label: &str): "{label} is off the article. Ctrl+Z takes it back.",
        "{label} dilepas dari artikel. Ctrl+Z mengurungkannya.";

    // --- the selected annotation ---
    annotation: "Annotation", "Anotasi";
    label: "Label", "Label";
    unsure: "Unsure", "Ragu";
    unsure_hint: "Mark as unsure", "Tandai sebagai ragu";
    add_fragment: "Add fragment", "Fragmen";
    add_fragment_hint: "The next selection becomes a part of this annotation", "Pilihan berikutnya menjadi bagian anotasi ini";
    delete: "Delete", "Hapus";
    changed(when: &str): "changed {when}", "diubah {when}";
    nameless: "someone without a name", "seseorang tanpa nama";
    note: "Note", "Catatan";
    remove_fragment: "Take this fragment off", "Lepaskan fragmen ini";
    remove_fragment_nr(n: usize): "Remove fragment {n}", "Hapus fragmen {n}";
    ends: "Ends", "Ujung";
    start: "Start", "Awal";
    end: "End", "Akhir";
    end_keys(name: &str, keys: &str): "{name}{keys}; with Shift a word", "{name}{keys}; dengan Shift satu kata";
    yes: "yes", "ya";
    no: "no", "tidak";
    several_values: "Several values", "Beberapa nilai";
    required: "Required, and not there yet", "Wajib, dan belum ada";
    incomplete: "Lacks something that is required", "Kurang sesuatu yang wajib";
    incomplete_only: "Incomplete only", "Hanya yang belum lengkap";
    by_value: "Attribute", "Atribut";
    any_value: "Any attribute", "Atribut apa saja";
    value_is(attribute: &str, value: &str): "{attribute}: {value}", "{attribute}: {value}";
    has_value: "has a value", "ada nilainya";
    no_value: "has none", "tidak ada nilainya";
    no_entities: "There are no entities in this project yet.", "Belum ada entitas dalam proyek ini.";
    quantity_example: "≥ 12 people", "≥ 12 orang";
    quantity_forms: "12 · ≥ 12 people · 3–5 km", "12 · ≥ 12 orang · 3–5 km";
    no_number: "This is not a number such as 12, -3 or 0.5. It is not kept; Escape brings back what was there.",
        "Ini bukan angka seperti 12, -3, atau 0,5. Ini tidak disimpan; Escape mengembalikan yang tadi.";
    no_quantity: "This is not a figure such as 12, ≥ 12 people, ~ 0.5 or 3–5 km. It is not kept; Escape brings back what was there.",
        "Ini bukan jumlah seperti 12, ≥ 12 orang, ~ 0,5, atau 3–5 km. Ini tidak disimpan; Escape mengembalikan yang tadi.";
    backwards: "The first figure of this range is greater than the second. It is not kept; Escape brings back what was there.",
        "Angka pertama rentang ini lebih besar daripada angka kedua. Ini tidak disimpan; Escape mengembalikan yang tadi.";
    no_date: "This is not a date. Write it as 2023, 2023-10 or 2023-10-27. It is not kept; Escape brings back what was there.",
        "Ini bukan tanggal. Tuliskan sebagai 2023, 2023-10, atau 2023-10-27. Ini tidak disimpan; Escape mengembalikan yang tadi.";
    odd_date: "Not a date such as 2023-10-27; kept as it came.", "Bukan tanggal seperti 2023-10-27; disimpan seperti aslinya.";
    either(one: &str, other: &str): "{one} or {other}? Choose which is meant; nothing is kept yet.",
        "{one} atau {other}? Pilih yang dimaksud; belum ada yang disimpan.";
    take(value: &str): "Take {value}", "Ambil {value}";
    as_before: "As it was before", "Kembali seperti semula";
    date_example: "2023-10-27", "2023-10-27";
    date_forms: "2023, 2023-10 or 2023-10-27", "2023, 2023-10, atau 2023-10-27";
    speakers: "Speakers", "Narasumber";
    speaker(n: usize): "Speaker {n}", "Narasumber {n}";
    earlier(name: &str): "{name}: earlier", "{name}: dahulukan";
    earlier_hint: "Nearer to the words", "Lebih dekat dengan ucapannya";
    remove_speaker(name: &str): "{name}: remove", "{name}: hapus";
    remove: "Remove", "Hapus";
    add_speaker: "Add a speaker", "Tambahkan narasumber";
    first_speaker: "Who says so", "Siapa yang mengatakannya";
    next_speaker: "… on whose word, outermost last", "… menurut siapa, yang terluar terakhir";

    // --- several annotations ---
    several_labels: "Several labels", "Beberapa label";
    select_none: "Select none", "Lepaskan pilihan";
    select_several: "Select several", "Pilih beberapa";
    delete_all_hint: "Delete all of them; Undo brings them back", "Hapus semuanya; Urungkan mengembalikannya";

    notes: "What is typed as a note", "Catatan yang diketik";
    add_note: "Is added to each note", "Ditambahkan ke setiap catatan";
    replace_notes: "Replaces all notes", "Menggantikan semua catatan";
    notes_differ: "The notes differ. They stay as they are; what you type is added to each, on a line of its own.",
        "Catatannya berbeda-beda dan tetap seperti adanya; yang Anda ketik ditambahkan ke masing-masing, di baris tersendiri.";
    notes_go: "The notes differ. What you type takes the place of all of them.",
        "Catatannya berbeda-beda. Yang Anda ketik menggantikan semuanya.";
    note_added(what: &str): "Added to the notes of {what}", "Ditambahkan ke catatan {what}";

    // --- nothing selected ---
    how: "Select some words, then press a label", "Pilih beberapa kata, lalu tekan sebuah label";
    how_pen(label: &str): "The pen is out: what you select is marked as {label}. ", "Pena aktif: yang Anda pilih ditandai sebagai {label}. ";
    how_pen_away: " puts it away.", " menyimpannya.";
    how_key: ", or its key: ", ", atau tombolnya: ";
    how_key_for: " for ", " untuk ";
    how_click: "Click a mark to see and change it here.", "Klik sebuah tanda untuk melihat dan mengubahnya di sini.";
    how_arrows: "Without a mouse: the arrows move, with ", "Tanpa tetikus: tombol panah menggerakkan kursor, dengan ";
    how_select: " they select.", " panah memilih teks.";
    how_and: " and ", " dan ";
    how_marks: " go through the marks.", " menelusuri tanda.";
    how_keys: " shows all keys.", " menampilkan semua tombol.";

    // --- the list ---
    annotations: "Annotations", "Anotasi";
    annotation_list: "List of annotations", "Daftar anotasi";
    nothing_marked: "Nothing is marked yet.", "Belum ada yang ditandai.";
    nothing_passes: "The filter lets nothing through.", "Tidak ada yang lolos saringan.";
    has_note: "Has a note", "Ada catatan";
    filter_annotations: "Filter annotations", "Saring anotasi";
    filter: "Filter", "Saring";
    filter_by_label: "Filter by label", "Saring menurut label";
    show_only: "Show only", "Tampilkan hanya";
    only(label: &str): "Only {label}", "Hanya {label}";
    unsure_only: "Unsure only", "Hanya yang ragu";
    show_all: "Show all", "Tampilkan semua";
}
