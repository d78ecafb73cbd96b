//! Dialog *Export*: which part of a project is written, its split, and what labels are called.

use super::{Word, names, words};

names! {
    STATUS: "Status", "Status";
    OUTLET: "Outlet", "Media";
    LANGUAGE: "Language", "Bahasa";
    TOPIC: "Label of the article", "Label artikel";
    SPLIT: "Split", "Bagian data";
    LABEL: "Label", "Label";
    PERSON: "Made by", "Dibuat oleh";
    ORIGIN: "How it was made", "Cara pembuatan";
}

words! {
    choose: "Choose articles and annotations", "Pilih artikel dan anotasi";
    none: "none", "tidak ada";
    value(name: &str, count: &str): "{name} ({count})", "{name} ({count})";
    chosen(articles: &str, all: &str, annotations: &str, of: &str): "{articles} of {all} articles, {annotations} of {of} annotations",
        "{articles} dari {all} artikel, {annotations} dari {of} anotasi";
    passages: "Page furniture", "Di luar artikel";
    passages_hint: "What is marked with these labels is left out of the text; places follow the text that is written.",
        "Yang ditandai dengan label ini dibuang dari teks; posisi mengikuti teks yang ditulis.";
    masked: "Mask it with ░ instead: as many characters as before", "Tutupi dengan ░ saja: jumlah karakternya tetap";

    split: "Split into train, dev and test", "Bagi menjadi train, dev, dan test";
    split_hint: "By whole articles, so that every label has its share in each part. It is kept in the project.",
        "Per artikel, agar tiap label mendapat bagian yang sama. Disimpan dalam proyek.";
    share_of(name: &str): "Share of {name}", "Porsi {name}";
    seed: "Seed", "Benih acak";
    keeps: "Articles stay in the split that they are in", "Artikel tetap di bagiannya";
    split_now: "Split", "Bagi";
    unsplit: "Clear", "Kosongkan";
    no_numbers: "Whole numbers; one share at least above 0.", "Bilangan bulat; setidaknya satu porsi di atas 0.";
    was_split(articles: &str): "{articles} split", "{articles} dibagi";
    was_unsplit: "The articles are in no split", "Artikel tidak dibagi lagi";
    part: "Part", "Bagian";
    articles: "Articles", "Artikel";
    annotations: "Annotations", "Anotasi";
    without_split: "in none", "tanpa bagian";

    labels: "Names of labels in this format", "Nama label dalam format ini";
    labels_hint: "Kept in the project, and known again when such a file is read.", "Disimpan dalam proyek, dan dikenali saat berkas seperti itu dibaca.";
    same_name: "Two labels have this name: the file numbers one of them, or does not tell them apart.",
        "Dua label bernama sama: di berkas salah satunya diberi nomor, atau keduanya tidak dibedakan.";
}
