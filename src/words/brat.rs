//! What is said of files of brat standoff.

use super::words;

/// The role of each end of a relation whose ends are alike.
pub const ARG: &str = "Arg";
/// The role of what triggers an event that has one more end alone.
pub const TRIGGER: &str = "Trigger";

words! {
    no_utf8: "annotations that are no UTF-8", "anotasi yang bukan UTF-8";
    no_text: "annotations without their text", "anotasi tanpa teksnya";
    text_beside(name: &str): "the text beside them, {name}", "teksnya di sampingnya, {name}";
    add_both: "Add both files together, or a zip or folder of them.", "Tambahkan kedua berkas bersama-sama, atau zip atau folder berisi keduanya.";
    text_unread(why: &str): "a text that cannot be read ({why})", "teks yang tidak dapat dibaca ({why})";
    a_line: "a line of brat standoff whose ids are in the file", "baris standoff brat yang id-nya ada di berkas";
}
