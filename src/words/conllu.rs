//! What is said of files of CoNLL-U.

use super::words;

/// The label of a mention whose file says no type.
pub const UNTYPED: &str = "Entity";

words! {
    no_utf8: "rows that are no UTF-8", "baris yang bukan UTF-8";
    no_rows: "no rows of CoNLL-U", "tidak ada baris CoNLL-U";
    no_row: "a line that is no row", "baris yang bukan baris token";
    ten_columns: "ten columns with tabs between them, the first a number", "sepuluh kolom yang dipisahkan tab, yang pertama angka";
    other_text: "a text of a sentence that is not what its rows make", "teks kalimat yang berbeda dari baris-barisnya";
    text_of_rows: "the words of the rows", "kata-kata dari barisnya";
    rows_taken: "The rows were taken.", "Yang dipakai ialah barisnya.";
    bridges: "links between entities (Bridge, SplitAnte)", "tautan antarentitas (Bridge, SplitAnte)";
    stray(bracket: &str): "`{bracket}`, a bracket without its other one", "`{bracket}`, kurung tanpa pasangannya";
    pair: "an opening and a closing bracket in one document", "kurung buka dan kurung tutup dalam satu dokumen";
    unwritten(entity: &str): "a mention of {entity} that is not in the text", "sebutan {entity} yang tidak ada dalam teks";
}
