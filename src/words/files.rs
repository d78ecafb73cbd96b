//! What is said of files that cannot be read, and of the helper that reads them.

use super::{annotations, count, words};

words! {
    helper_missing(why: &str): "The helper that reads files did not start ({why}). Reload the page and try again.",
        "Pembantu yang membaca berkas tidak mulai ({why}). Muat ulang halaman, lalu coba lagi.";
    helper_stopped(why: &str): "The helper that reads files stopped ({why}). Reload the page and add the files again, fewer at a time if they are large.",
        "Pembantu yang membaca berkas berhenti ({why}). Muat ulang halaman dan tambahkan lagi berkasnya, lebih sedikit sekaligus jika besar.";
    no_reason: "no reason given", "tanpa alasan";
    helper_lost: "The answer of the helper that reads files was lost. Add the files again.",
        "Jawaban pembantu yang membaca berkas hilang. Tambahkan lagi berkasnya.";
    helper_unreached(why: &str): "The files did not reach the helper ({why}). Add them again.",
        "Berkas tidak sampai ke pembantu ({why}). Tambahkan lagi.";
    helper_garbled: "What the helper of this page answered cannot be read. Reload the page and do it again.",
        "Jawaban pembantu halaman ini tidak dapat dibaca. Muat ulang halaman, lalu ulangi.";
    helper_cut: "The files did not reach the helper in full. Add them again.",
        "Berkas tidak sampai ke pembantu dengan utuh. Tambahkan lagi.";
    other_build: "This page and its helper come from different versions of Postil: a new one was put online meanwhile. Reload the page, and do it again; what is saved stays saved.",
        "Halaman ini dan pembantunya berasal dari versi Postil yang berbeda: versi baru dipasang sementara itu. Muat ulang halaman, lalu ulangi; yang tersimpan tetap tersimpan.";
    file_unread(file: &str): "The browser could not read {file}. It may have been moved or changed; add it again.",
        "Peramban tidak dapat membaca {file}. Mungkin berkas itu dipindahkan atau diubah; tambahkan lagi.";
    not_as_encoding(file: &str, encoding: &str): "{file} cannot be read as {encoding}.", "{file} tidak dapat dibaca sebagai {encoding}.";
    example_unfetched: "The example could not be fetched. Check the network and try again.",
        "Contoh tidak dapat diambil. Periksa jaringan, lalu coba lagi.";

    // --- where ---
    line(n: u32): ", line {n}", ", baris {n}";
    row(n: usize): "row {n}", "baris data {n}";
    a_row: "row", "baris data";

    // --- whole files ---
    not_read(advice: &str): "The file was not read. {advice}", "Berkas tidak dibaca. {advice}";
    expected_text: "a text, JSON or JSON Lines file", "berkas teks, JSON, atau JSON Lines";
    too_long: "more than 4 GiB", "lebih dari 4 GiB";
    smaller: "a smaller file", "berkas yang lebih kecil";
    cut_up: "Cut it into several files.", "Potong menjadi beberapa berkas.";
    whole_characters: "whole characters, none of them NUL", "karakter utuh, tanpa NUL";
    take_out: "Open it in a text editor, take that character out, and save it as UTF-8.",
        "Buka di penyunting teks, buang karakter itu, dan simpan sebagai UTF-8.";
    nothing: "nothing: the file is empty", "tidak ada apa-apa: berkasnya kosong";
    a_text: "a text", "teks";
    look_whole: "Look whether it was saved or copied in full, and add it again.",
        "Periksa apakah berkas disimpan atau disalin dengan utuh, lalu tambahkan lagi.";
    project_file: "a project file", "berkas proyek";
    schema_file: "a schema file", "berkas skema";
    cut_in_the_middle(file: &str): "{file} that ends in the middle", "{file} yang berakhir di tengah";
    of_version(file: &str, version: u64): "{file} of version {version}", "{file} versi {version}";
    unreadable(file: &str): "{file} that cannot be read", "{file} yang tidak dapat dibaca";
    not_read_because(why: &str): "The file was not read: {why}.", "Berkas tidak dibaca: {why}.";
    no_label: "it has no label that can be read", "tidak ada label yang dapat dibaca";
    schema_with_labels: "a schema with labels", "skema yang berisi label";
    whole_schema: "a whole Postil schema", "skema Postil yang utuh";
    or_older(version: u32): "version {version} or older", "versi {version} atau yang lebih lama";
    whole_project: "a whole Postil project", "proyek Postil yang utuh";
    record_left_out: "Left out; the rest was read. To have it too, put it right in the file, or get the file again from where it came.",
        "Dilewatkan; sisanya dibaca. Untuk mendapatkannya juga, perbaiki di berkasnya, atau ambil lagi berkas dari asalnya.";
    from_image: "If it shows text, make a text file of it with a program for text recognition, and add that.",
        "Jika memuat tulisan, jadikan berkas teks dengan program pengenal teks, lalu tambahkan itu.";
    from_pdf: "Copy its text, or save it as plain text in a PDF reader, and add that.",
        "Salin teksnya, atau simpan sebagai teks polos di pembaca PDF, lalu tambahkan itu.";
    from_zip: "Unpack an archive and add the files in it; save a document as plain text (.txt) and add that.",
        "Bongkar arsip dan tambahkan berkas di dalamnya; simpan dokumen sebagai teks polos (.txt) dan tambahkan itu.";
    from_gzip: "Unpack it and add the file in it.", "Bongkar dan tambahkan berkas di dalamnya.";
    from_office: "Save it as plain text (.txt) in its program, and add that.",
        "Simpan sebagai teks polos (.txt) di programnya, lalu tambahkan itu.";
    from_utf32: "Save it as UTF-8 in a text editor, and add that.", "Simpan sebagai UTF-8 di penyunting teks, lalu tambahkan itu.";
    from_binary: "If there is text in it, save that as a .txt file in UTF-8 with the program it comes from, and add that.",
        "Jika ada teks di dalamnya, simpan sebagai berkas .txt dalam UTF-8 dengan program asalnya, lalu tambahkan itu.";

    // --- rows ---
    json_cut: "JSON that ends in the middle", "JSON yang berakhir di tengah";
    json_invalid(why: &str): "JSON that is not valid: {why}", "JSON yang tidak sah: {why}";
    array_or_row: "a JSON array of rows with `text`, or one such row", "larik JSON berisi baris data dengan `text`, atau satu baris data seperti itu";
    cut_off: "It was probably cut off while being saved or copied: get it again from where it came.",
        "Mungkin terpotong saat disimpan atau disalin: ambil lagi dari asalnya.";
    put_place_right: "Put that place right and add the file again.", "Perbaiki bagian itu dan tambahkan lagi berkasnya.";
    empty_list: "an empty list", "daftar kosong";
    rows_with_text: "rows with `text`", "baris data dengan `text`";
    list_not_read: "Nothing was read. Look whether the file was saved in full.",
        "Tidak ada yang dibaca. Periksa apakah berkas disimpan dengan utuh.";
    row_left_out(advice: &str): "This row was left out, the others were read. {advice}",
        "Baris data ini dilewatkan, yang lain dibaca. {advice}";
    object_with_text: "a JSON object with `text`", "objek JSON dengan `text`";
    row_cut: "a row that is cut off in the middle", "baris data yang terpotong di tengah";
    complete_row: "Get the file again from where it came, or complete the row, and add it again.",
        "Ambil lagi berkas dari asalnya, atau lengkapi baris datanya, lalu tambahkan lagi.";
    no_json(why: &str): "no valid JSON ({why})", "bukan JSON yang sah ({why})";
    no_object(start: &str): "no object, but {start}", "bukan objek, melainkan {start}";
    put_right_again: "Put it right and add the file again.", "Perbaiki dan tambahkan lagi berkasnya.";
    row_without_text(keys: &str): "a row with the keys {keys}, and no `text`", "baris data dengan kunci {keys}, tanpa `text`";
    rename_key: "Rename the key that holds the article to `text`.", "Ganti nama kunci yang memuat artikelnya menjadi `text`.";
    half_character(why: &str): "a `text` that holds half a character ({why})", "`text` yang memuat setengah karakter ({why})";
    characters: "whole characters", "karakter utuh";
    write_row_again: "Write the row again in a program that knows UTF-8.", "Tulis lagi baris datanya dengan program yang mengenal UTF-8.";
    as_text(start: &str): "{start} as `text`", "{start} sebagai `text`";
    quoted_text: "a text in quotation marks", "teks di dalam tanda petik";
    put_right: "Put it right.", "Perbaiki.";
    no_nul: "a text without NUL characters", "teks tanpa karakter NUL";
    take_character_out: "Take that character out and add the file again.", "Buang karakter itu dan tambahkan lagi berkasnya.";
    open_project_instead: "The articles were read, these do not become marks; they are kept as data of each article. To have them as marks, open the project file that they come from with Open project.",
        "Artikelnya dibaca, tetapi ini tidak menjadi tanda; disimpan sebagai data tiap artikel. Untuk mendapatkannya sebagai tanda, buka berkas proyek asalnya dengan Buka proyek.";
    key_left_out(key: &str): "`{key}` was left out, the article was read.", "`{key}` dilewatkan, artikelnya dibaca.";
}

/// `5 annotations and 1 label`: what rows have beside their articles.
pub fn unread_annotations(marks: usize, labels: usize) -> String {
    let labels_said = count(labels, "label", "labels", "label");
    match (marks, labels) {
        (_, 0) => annotations(marks),
        (0, _) => labels_said,
        _ => {
            let and = super::pick("and", "dan");
            format!("{} {and} {labels_said}", annotations(marks))
        }
    }
}
