//! What is said of bytes and strings that do not become a text, and of spans that lie beside it.

use super::words;

words! {
    png: "a PNG image", "gambar PNG";
    jpeg: "a JPEG image", "gambar JPEG";
    gif: "a GIF image", "gambar GIF";
    webp: "a WebP image", "gambar WebP";
    tiff: "a TIFF image", "gambar TIFF";
    pdf: "a PDF file", "berkas PDF";
    zip: "a ZIP archive (docx, odt and epub files are such archives too)", "arsip ZIP (berkas docx, odt, dan epub juga arsip semacam ini)";
    gzip: "a gzip archive", "arsip gzip";
    old_office: "an old Office file (doc, xls or ppt)", "berkas Office lama (doc, xls, atau ppt)";
    sqlite: "an SQLite database", "basis data SQLite";
    wasm: "a WebAssembly file", "berkas WebAssembly";
    media: "a sound or video file", "berkas suara atau video";
    utf32: "a file in UTF-32", "berkas dalam UTF-32";
    binary: "a binary file", "berkas biner";

    line_column(line: u32, column: u32): "line {line}, column {column}", "baris {line}, kolom {column}";
    no_text(kind: &str): "this is {kind}, not a text", "ini {kind}, bukan teks";
    not_utf8(offset: u32): "the text is not UTF-8 (byte {offset}): choose its encoding", "teks ini bukan UTF-8 (bita {offset}): pilih pengodeannya";
    nul(place: &str): "the text holds a NUL character ({place})", "teks ini memuat karakter NUL ({place})";
    half(place: &str): "the text holds half a character ({place})", "teks ini memuat setengah karakter ({place})";
    too_long: "the text is longer than 4 GiB", "teks ini lebih panjang dari 4 GiB";
    nul_at(offset: u32): "the text holds a NUL character at offset {offset}", "teks ini memuat karakter NUL di posisi {offset}";

    reversed: "the start lies behind the end", "awalnya di belakang akhirnya";
    empty: "start and end are the same", "awal dan akhirnya sama";
    outside(length: u32): "the offsets lie outside the text, which has {length} code points",
        "posisinya di luar teks, yang panjangnya {length} titik kode";
}
