//! What is said of files of columns: a token per row, its tags behind it.

use super::words;

words! {
    no_tags: "rows without a column of tags", "baris tanpa kolom tag";
    rows_with_tags: "a token and its tag in each row, as in `Jakarta B-LOC`", "satu token dan tagnya di tiap baris, seperti `Jakarta B-LOC`";
    columns(count: usize): "{count} columns", "{count} kolom";
    few_columns(count: usize): "a row of {count} columns", "baris dengan {count} kolom";
    row_left_out: "This row was left out, the others were read. Put it right and add the file again.",
        "Baris ini dilewatkan, yang lain dibaca. Perbaiki dan tambahkan lagi berkasnya.";
    bad_token: "a token that is empty, or holds NUL or a carriage return", "token yang kosong, atau memuat NUL atau carriage return";
    a_token: "a token", "token";
    bad_tag(tag: &str): "`{tag}` as a tag", "`{tag}` sebagai tag";
    a_tag: "`O`, or a prefix and a label, as in `B-LOC`", "`O`, atau awalan dan label, seperti `B-LOC`";
    without_tag: "The token was read as one in no annotation.", "Token dibaca sebagai token di luar anotasi.";
    headless(tag: &str): "`{tag}` where nothing begins", "`{tag}` di tempat tidak ada yang mulai";
    a_head: "a tag that begins an annotation", "tag yang memulai anotasi";
    read_as_head: "It was read as the first token of an annotation.", "Dibaca sebagai token pertama anotasi.";
    more_rows(count: usize): "more rows like these: {count}", "baris lain seperti ini: {count}";
    not_told: "They were read in the same way.", "Semuanya dibaca dengan cara yang sama.";
    other_text: "a text in a comment that is not that of the tokens", "teks dalam komentar yang bukan teks tokennya";
    other_offsets: "offsets that are not those of the tokens", "ofset yang bukan ofset tokennya";
    same_text: "the text of the tokens below", "teks dari token di bawahnya";
    same_offsets: "ascending offsets as long as the tokens", "ofset menaik yang sepanjang tokennya";
    joined: "The tokens were joined with blanks.", "Token digabung dengan spasi.";
}
