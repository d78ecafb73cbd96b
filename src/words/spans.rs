//! What is said of tables of spans.

use super::words;

words! {
    no_text(name: &str, rows: usize): "rows about an article `{name}` without a text: {rows}", "baris tentang artikel `{name}` tanpa teks: {rows}";
    text_beside: "the text in a column, in a table of articles, or in a `.txt` file of that name beside the table",
        "teksnya di sebuah kolom, di tabel artikel, atau di berkas `.txt` bernama itu di samping tabel";
    rows_left_out: "These rows were left out. Add the texts together with the table.", "Baris ini dilewatkan. Tambahkan teks bersama tabelnya.";
    from_one: "offsets that begin with 1", "ofset yang mulai dari 1";
    inclusive: "offsets whose end is a part of the span", "ofset yang akhirnya termasuk rentang";
    places: "offsets, or words of the text", "ofset, atau kata-kata dari teks";
    without_offsets(rows: usize, places: usize): "rows without offsets: {rows}, found at {places} places", "baris tanpa ofset: {rows}, ditemukan di {places} tempat";
    by_words: "Words that one row of an article has were taken everywhere in it; those that several have, one place after the other.",
        "Kata yang ada di satu baris sebuah artikel diambil di mana-mana; yang ada di beberapa baris, satu tempat demi satu.";
    nowhere(quote: &str): "`{quote}`, which is not in the text", "`{quote}`, yang tidak ada di teks";
    fragments(found: usize, all: usize): "{found} of {all} fragments", "{found} dari {all} fragmen";
    open: "a quotation mark that is never closed", "tanda kutip yang tidak pernah ditutup";
}
