//! What is said of files with annotations.

use super::words;

words! {
    outside(start: u64, end: u64): "offsets {start}–{end}, which lie outside the text", "ofset {start}–{end}, yang di luar teks";
    cuts(start: u64, end: u64): "offsets {start}–{end}, which cut a character", "ofset {start}–{end}, yang memotong karakter";
    empty(start: u64, end: u64): "offsets {start}–{end}, between which there is nothing", "ofset {start}–{end}, yang di antaranya tidak ada apa-apa";
    reversed(start: u64, end: u64): "offsets {start}–{end}, the end before the start", "ofset {start}–{end}, akhirnya sebelum awalnya";
    inside: "offsets in the text, start before end", "ofset di dalam teks, awal sebelum akhir";
    other_quote(found: &str): "`{found}`, which is not what stands at its offsets", "`{found}`, yang bukan isi teks di ofsetnya";
    in_text(there: &str): "`{there}`, as in the text", "`{there}`, seperti di teks";
    label_and_offsets: "a `label`, and `fragments` or `start` and `end`", "`label`, dan `fragments` atau `start` dan `end`";
    annotation_left_out: "This annotation was left out, the others were read.", "Anotasi ini dilewatkan, yang lain dibaca.";
    relation_left_out: "This relation was left out, the others were read.", "Relasi ini dilewatkan, yang lain dibaca.";
    odd_records(count: usize): "records of another shape: {count}", "catatan berbentuk lain: {count}";
    hyper_text(count: usize): "a task with places in HTML or in paragraphs: {count}", "tugas dengan tempat di HTML atau paragraf: {count}";
    as_text: "Left out: such places cannot be found in the text. In Label Studio, show the text with `Text` and label it there.",
        "Dilewatkan: tempat seperti itu tidak dapat ditemukan di teks. Di Label Studio, tampilkan teks dengan `Text`, lalu labeli di sana.";
    elsewhere(quote: &str): "`{quote}`, which stands elsewhere", "`{quote}`, yang letaknya di tempat lain";
    by_quote: "It was found by its words and those around it.", "Ditemukan dari kata-katanya dan kata di sekitarnya.";
    record_left_out: "Left out; the rest was read.", "Dilewatkan; sisanya dibaca.";
    carried: "It stays with the article and is written again in the same format, but is not shown.",
        "Tetap disimpan bersama artikel dan ditulis lagi dalam format yang sama, tetapi tidak ditampilkan.";
    no_docbin: "bytes that are no DocBin", "byte yang bukan DocBin";
    no_such(id: &str): "`{id}`, which is nowhere in the file", "`{id}`, yang tidak ada di berkas";
    twice(id: &str): "`{id}` a second time", "`{id}` untuk kedua kalinya";
    counts_in(unit: &str): "offsets that count {unit}", "ofset yang menghitung {unit}";
    by_quotes: "The texts beside them fit so, and not in another unit.", "Kutipan di sampingnya cocok demikian, tidak dalam satuan lain.";
    by_words: "Annotations begin and end at words so.", "Anotasi mulai dan berakhir di batas kata demikian.";
    more(count: usize): "more like these: {count}", "yang seperti ini lagi: {count}";
    not_told: "They are not listed.", "Tidak didaftar.";
}
