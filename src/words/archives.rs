//! What is said of zips.

use super::words;

words! {
    a_zip: "a zip of text files", "zip berisi berkas teks";
    broken(why: &str): "a zip that cannot be unpacked ({why})", "zip yang tidak dapat dibongkar ({why})";
    get_again: "Get it again from where it came, or unpack it and add the files in it.",
        "Ambil lagi dari asalnya, atau bongkar dan tambahkan berkas di dalamnya.";
    others: "It was left out, the other files of the zip were read.", "Dilewatkan, berkas lain di dalam zip dibaca.";
    many(count: usize): "a zip of {count} files", "zip berisi {count} berkas";
    bomb(size: &str): "a zip that unpacks to more than {size}", "zip yang isinya lebih dari {size}";
    in_parts: "Unpack it and add the files in parts.", "Bongkar dan tambahkan berkasnya per bagian.";
    office: "a document of an office program or a book", "dokumen program perkantoran atau buku";
    zip_in_zip: "a zip in a zip", "zip di dalam zip";
    unpack_first: "It was left out. Unpack it and add it by itself.", "Dilewatkan. Bongkar dan tambahkan tersendiri.";
    unknown_encoding: "a text in an unknown encoding", "teks dengan pengodean yang tidak dikenal";
    by_itself: "It was left out, the other files of the zip were read. Unpack it and add it by itself: you can choose the encoding then.",
        "Dilewatkan, berkas lain di dalam zip dibaca. Bongkar dan tambahkan tersendiri: pengodeannya dapat dipilih saat itu.";
    passed_over(count: usize): "files in a zip or folder that are no texts: {count}", "berkas bukan teks di dalam zip atau folder: {count}";
    left_alone: "They were passed over.", "Semuanya dilewati.";
}
