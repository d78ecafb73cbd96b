//! The screen *Statistics*.

use super::{number, pick, words};

words! {
    by_label: "Annotations by label", "Anotasi menurut label";
    by_article: "Annotations by article", "Anotasi menurut artikel";
    by_day: "Annotations by day", "Anotasi menurut hari";
    by_month: "Annotations by month", "Anotasi menurut bulan";
    by_person: "Annotations by person", "Anotasi menurut orang";
    progress: "Articles by status", "Artikel menurut status";
    coverage: "Marked share of each article", "Bagian yang ditandai di setiap artikel";
    overlaps: "Labels that overlap", "Label yang bertumpang tindih";
    overlaps_note: "How many pairs of annotations share some text.", "Banyaknya pasangan anotasi yang berbagi teks.";

    label: "Label", "Label";
    article: "Article", "Artikel";
    articles: "Articles", "Artikel";
    annotations: "Annotations", "Anotasi";
    share: "Share", "Bagian";
    median_length: "Median length", "Panjang median";
    unsure: "Unsure", "Ragu";
    characters: "Characters", "Karakter";
    marked: "Marked characters", "Karakter bertanda";
    per_thousand: "Annotations per 1,000 characters", "Anotasi per 1.000 karakter";
    overlapping: "Overlapping annotations", "Anotasi bertumpang tindih";
    day: "Day", "Hari";
    month: "Month", "Bulan";
    person: "Person", "Orang";
    status: "Status", "Status";

    save_svg: "Save as SVG", "Simpan sebagai SVG";
    save_svg_of(title: &str): "Save as SVG: {title}", "Simpan sebagai SVG: {title}";
    save_csv: "Save as CSV", "Simpan sebagai CSV";
    save_csv_of(title: &str): "Save as CSV: {title}", "Simpan sebagai CSV: {title}";
    as_table: "The same as a table", "Sebagai tabel";
    nothing_yet: "There are no annotations yet. Mark something in an article, and it is counted here.",
        "Belum ada anotasi. Tandai sesuatu di sebuah artikel, dan jumlahnya akan tampil di sini.";
    name_of_plot(title: &str): "{title}: plot. The table below has the same figures.", "{title}: grafik. Tabel di bawahnya memuat angka yang sama.";
    median: "Median article", "Median panjang artikel";
    longest: "Longest article", "Artikel terpanjang";
    covered: "Marked", "Ditandai";
    people: "People", "Orang";
}

/// `The first 200 of 1 000 rows; the file has all.`
pub fn first_rows(shown: usize, all: usize) -> String {
    let (shown, all) = (number(shown as u64), number(all as u64));
    pick(
        format!("The first {shown} of {all} rows; the file has all of them."),
        format!("{shown} baris pertama dari {all}; berkasnya memuat semua."),
    )
}
