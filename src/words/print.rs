//! The article on paper.

use super::words;

words! {
    print: "Print", "Cetak";
    cancel: "Cancel", "Batal";
    what: "The article with its marks, and below it:", "Artikel beserta tandanya, dan di bawahnya:";
    legend: "Legend", "Legenda";
    notes: "Notes", "Catatan";
    all: "All annotations, with and without a note", "Semua anotasi, dengan atau tanpa catatan";
    annotations: "Annotations", "Anotasi";
    hint: "Paragraphs get numbers, by which the notes name them. The browser can also save it all as a PDF.",
        "Paragraf diberi nomor, yang dirujuk oleh catatan. Peramban juga dapat menyimpan semuanya sebagai PDF.";
    paragraph(n: usize): "¶ {n}", "¶ {n}";
    unsure: " unsure", " ragu";
}
