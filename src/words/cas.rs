//! What is said of files of UIMA CAS JSON.

use super::words;

words! {
    a_cas: "UIMA CAS JSON 0.4.0 with a text", "UIMA CAS JSON 0.4.0 dengan teks";
    no_cas: "JSON that is cut off, or without a text", "JSON yang terpotong, atau tanpa teks";
    unreadable: "a text that is no text", "teks yang bukan teks";
    no_structure: "a structure without number or type, or with a number that another one has", "struktur tanpa nomor atau tipe, atau bernomor sama dengan yang lain";
    a_structure: "`%ID` and `%TYPE`", "`%ID` dan `%TYPE`";
    machinery(count: usize): "tokens, sentences and what programs found out about them: {count}", "token, kalimat, dan temuan program tentangnya: {count}";
}
