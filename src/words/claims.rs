//! The screen *Claims*: the matrix, and what is said of one claim.

use super::{count, pick, words};

/// `1 claim`, `12 claims`.
pub fn claims(n: usize) -> String {
    count(n, "claim", "claims", "klaim")
}

/// `1 statement`, `12 statements`.
pub fn statements(n: usize) -> String {
    count(n, "statement", "statements", "pernyataan")
}

/// `Claim deleted; 3 statements stay without a link`.
pub fn deleted(n: usize) -> String {
    let statements = statements(n);
    match n {
        0 => pick("Claim deleted", "Klaim dihapus").to_owned(),
        1 => pick(
            "Claim deleted; 1 statement stays, without a link",
            "Klaim dihapus; 1 pernyataan tetap ada, tanpa tautan",
        )
        .to_owned(),
        _ => pick(
            format!("Claim deleted; {statements} stay, without a link"),
            format!("Klaim dihapus; {statements} tetap ada, tanpa tautan"),
        ),
    }
}

words! {
    lead: "What each report says of each claim, held against one of them.",
        "Apa yang dikatakan tiap laporan tentang tiap klaim, dibandingkan dengan salah satunya.";
    matrix: "Claim matrix", "Matriks klaim";
    claim: "Claim", "Klaim";
    none_yet: "No claims yet", "Belum ada klaim";
    none_yet_hint: "Mark a sentence as Claim in an article, then write the claim in your own words in the box Claim. Or add one here.",
        "Tandai kalimat sebagai Klaim dalam artikel, lalu tulis klaim dengan kata Anda di kotak Klaim. Atau tambahkan di sini.";
    none_fit: "No claim of this topic", "Tidak ada klaim dengan topik ini";
    new_claim: "New claim, in your own words", "Klaim baru, dengan kata Anda";
    add: "Add", "Tambahkan";
    said_created: "Claim created", "Klaim dibuat";

    columns: "Columns", "Kolom";
    articles: "Articles", "Artikel";
    outlets: "Outlets", "Media";
    speakers: "Speakers", "Narasumber";
    order: "Order", "Urutan";
    by_given: "As arranged", "Susunan sendiri";
    by_conflict: "Conflicts first", "Konflik dahulu";
    by_coverage: "Most told first", "Paling banyak dahulu";
    by_date: "Earliest first", "Paling awal dahulu";
    by_name: "By words", "Menurut kata";
    topic: "Topic", "Topik";
    every_topic: "Every topic", "Semua topik";
    outlet: "Outlet", "Media";
    every_outlet: "Every outlet", "Semua media";
    language: "Language", "Bahasa";
    every_language: "Every language", "Semua bahasa";
    tolerance: "“About” allows, in %", "“Sekitar” berarti, dalam %";
    only(name: &str, value: &str): "{name}: {value}", "{name}: {value}";
    about_allows(hundredths: u32): "“About” allows {hundredths} %", "“Sekitar” berarti {hundredths} %";
    no_tolerance: "A whole number from 0 to 100 is wanted, as 10.", "Isi bilangan bulat 0 sampai 100, seperti 10.";
    unnamed: "Outlet not named", "Media tidak disebut";
    unnamed_hint: "“Outlet not named” holds the articles that name no outlet. Name it in an article's details; in the Library, Edit details names it for several at once.",
        "“Media tidak disebut” memuat artikel tanpa media. Isi medianya di keterangan artikel; di Pustaka, Ubah keterangan mengisinya untuk beberapa sekaligus.";
    itself: "the report itself", "laporan itu sendiri";

    silent: "silent", "diam";
    agree: "agrees", "sepakat";
    compatible: "compatible", "sejalan";
    other_time: "another time", "waktu lain";
    conflict: "conflicts", "bertentangan";
    reference: "reference", "acuan";

    clash: "conflict with each other", "saling bertentangan";
    clash_lead: "These two conflict with each other, although the reference lets both be so. Hold the row against:",
        "Keduanya saling bertentangan, meski acuan memungkinkan keduanya. Jadikan acuan baris:";
    against(one: &str, other: &str): "{one} against {other}", "{one} lawan {other}";
    tells: "tells it", "menyebutnya";
    hold_against(says: &str, article: &str): "Hold the row against {says} ({article})",
        "Jadikan {says} ({article}) acuan baris";

    asserts: "asserts", "menyatakan";
    reports: "reports", "melaporkan";
    denies: "denies", "membantah";
    doubts: "doubts", "meragukan";
    questions: "questions", "mempertanyakan";
    predicts: "predicts", "memperkirakan";
    certain: "certain", "pasti";
    probable: "probable", "besar kemungkinan";
    possible: "possible", "mungkin";

    times_differ: "they speak of other times", "waktu yang dimaksud berbeda";
    same_figure: "the same figure", "angkanya sama";
    figures_meet: "a number fits both", "ada angka yang cocok untuk keduanya";
    figures_apart: "no number fits both", "tidak ada angka yang cocok untuk keduanya";
    not_compared: "the figures count different things", "yang dihitung berbeda";
    one_figure: "only one gives a figure", "hanya satu yang memberi angka";
    same_side: "both take the same side", "keduanya sependapat";
    denied: "one denies what the other tells", "yang satu membantah yang lain";
    other_figure_denied: "another figure is denied", "yang dibantah angka lain";
    left_open: "one leaves it open", "salah satunya tidak memastikan";

    move_hint: "To move a row or column, drag its head, or press Alt with an arrow in the matrix.",
        "Untuk memindahkan baris atau kolom, seret kepalanya, atau tekan Alt dengan tombol panah di matriks.";
    move_up: "Move the row up", "Pindahkan baris ke atas";
    move_down: "Move the row down", "Pindahkan baris ke bawah";
    move_back: "Move the column towards the claims", "Pindahkan kolom mendekati klaim";
    move_on: "Move the column away from the claims", "Pindahkan kolom menjauhi klaim";
    row_at(n: usize, of: usize): "Row {n} of {of}", "Baris {n} dari {of}";
    column_at(n: usize, of: usize): "Column {n} of {of}", "Kolom {n} dari {of}";
    no_further: "It can go no further", "Tidak bisa lebih jauh";
    column_first: "Go to a cell of the column first", "Pergi dahulu ke sel kolom itu";

    take_away: "Print and save", "Cetak dan simpan";
    print: "Print", "Cetak";
    print_hint: "The whole matrix on paper, across. The browser can also save it as a PDF.",
        "Seluruh matriks di kertas mendatar. Peramban juga dapat menyimpannya sebagai PDF.";
    save_svg: "Save as SVG", "Simpan sebagai SVG";
    save_csv: "Save as CSV", "Simpan sebagai CSV";
    save_html: "Save as HTML", "Simpan sebagai HTML";
    matrix_holds: "The whole matrix as it is arranged and filtered.", "Seluruh matriks menurut susunan dan saringannya.";
    report: "Claim report", "Laporan klaim";
    report_of(project: &str): "{project} – claim report", "{project} – laporan klaim";
    report_hint: "Each statement is held against the reference of its claim.",
        "Tiap pernyataan dibandingkan dengan acuan klaimnya.";
    report_clash: "Two statements conflict with each other where both cannot be so, although the reference lets each be so: 224 and 220, held against more than 200.",
        "Dua pernyataan saling bertentangan bila keduanya tidak dapat sama-sama benar, meski acuan memungkinkan masing-masing: 224 dan 220, bila acuannya lebih dari 200.";
    report_html: "Report of this claim as HTML", "Laporan klaim ini sebagai HTML";
    report_markdown: "Report of this claim as Markdown", "Laporan klaim ini sebagai Markdown";
    report_holds: "All that is said of this claim: quotes, sources, speakers and figures.",
        "Semua yang dikatakan tentang klaim ini: kutipan, sumber, narasumber dan angka.";
    reports_html: "Report of all claims shown as HTML", "Laporan semua klaim yang tampil sebagai HTML";
    reports_markdown: "Report of all claims shown as Markdown", "Laporan semua klaim yang tampil sebagai Markdown";
    reports_hold: "Every claim of the matrix, in its order, with all that is said of it: quotes, sources, speakers and figures.",
        "Setiap klaim di matriks, menurut urutannya, dengan semua yang dikatakan tentangnya: kutipan, sumber, narasumber dan angka.";
    nothing_said: "No report says anything of it.", "Tidak ada laporan yang menyinggungnya.";
    copy: "Copy with source", "Salin dengan sumber";
    copy_markdown: "As Markdown", "Sebagai Markdown";
    copy_markdown_hint: "Copy with source, as Markdown", "Salin dengan sumber, sebagai Markdown";
    copied: "Quote copied with its source", "Kutipan disalin dengan sumbernya";
    not_copied: "The browser does not let Postil copy. Select the quote and press Ctrl+C, or save the claim report.",
        "Peramban tidak mengizinkan Postil menyalin. Pilih kutipan lalu tekan Ctrl+C, atau simpan laporan klaim.";

    explain: "How it is judged", "Cara menilai";
    rule_1: "Each cell is held against the row's reference: the earliest statement, or the one that you choose.",
        "Tiap sel dibandingkan dengan acuan baris: pernyataan paling awal, atau yang Anda pilih.";
    rule_2: "Where both state a time and the times differ, it is another time, no conflict.",
        "Bila keduanya menyebut waktu dan waktunya berbeda, itu waktu lain, bukan pertentangan.";
    rule_3: "The same figure agrees. Figures that can both be so are compatible: more than 200 and 224. Figures of which only one can be so conflict.",
        "Angka yang sama berarti sepakat. Angka yang dapat sama-sama benar berarti sejalan: lebih dari 200 dan 224. Yang tidak dapat berarti bertentangan.";
    rule_4: "Who denies what another tells conflicts with it. Who doubts or questions it does not.",
        "Yang membantah apa yang dinyatakan berarti bertentangan. Yang meragukan atau mempertanyakan tidak.";
    rule_5: "Where only one gives a figure, or they count different things, it is compatible at best.",
        "Bila hanya satu yang memberi angka, atau yang dihitung berbeda, paling jauh sejalan.";
    rule_6: "Of several statements in a cell the worst counts.",
        "Dari beberapa pernyataan dalam satu sel, yang terburuk yang dihitung.";

    rule_7: "The reference may let two be so that cannot both be so: 224 and 220, held against more than 200. The head of the row then names them, and a press on one makes it the reference.",
        "Acuan dapat memungkinkan dua hal yang tidak dapat sama-sama benar: 224 dan 220, bila acuannya lebih dari 200. Kepala baris lalu menyebut keduanya; tekan salah satu untuk menjadikannya acuan.";

    close: "Close the claim", "Tutup klaim";
    text: "The claim in your own words", "Klaim dengan kata Anda";
    check_worthiness: "How much it wants checking", "Seberapa perlu diperiksa";
    verdict: "Verdict", "Putusan";
    rating: "Rating", "Nilai";
    best: "Best rating", "Nilai terbaik";
    worst: "Worst rating", "Nilai terburuk";
    rating_of(value: &str, best: &str): "{value} of {best}", "{value} dari {best}";
    rating_between(value: &str, worst: &str, best: &str): "{value}, from {worst} (worst) to {best} (best)",
        "{value}, dari {worst} (terburuk) sampai {best} (terbaik)";
    rating_first: "Give the rating first; best and worst say how it is meant.",
        "Isi nilainya dahulu; nilai terbaik dan terburuk menjelaskan artinya.";
    no_words: "A claim needs words. Write what is claimed.", "Klaim perlu kata-kata. Tulis apa yang diklaim.";
    scheme: "Scheme", "Skema putusan";
    justification: "Why", "Alasan";
    by: "By", "Oleh";
    url: "Address", "Alamat";
    date: "Date", "Tanggal";
    delete_claim: "Delete the claim", "Hapus klaim";
    delete_hint: "Its statements stay and refer to nothing. Undo brings it back.",
        "Pernyataannya tetap ada tanpa rujukan. Urungkan mengembalikannya.";
    all_statements: "All that is said of it", "Semua yang dikatakan tentangnya";
    no_statements: "Nothing tells it yet. Link statements to it in the box Claim beside an article.",
        "Belum ada yang menyatakannya. Tautkan pernyataan di kotak Klaim di samping artikel.";
    silent_here: "Nothing here tells it; statements elsewhere do.",
        "Tidak ada yang menyatakannya di sini; pernyataan lain ada di tempat lain.";
    judge_by: "Hold the row against this", "Jadikan acuan baris";
    judge_by_earliest: "Hold the row against the earliest", "Pakai yang paling awal sebagai acuan";
    said_reference: "The row is held against this statement now", "Baris kini dibandingkan dengan pernyataan ini";
    said_earliest: "The row is held against the earliest statement again", "Baris kembali dibandingkan dengan pernyataan paling awal";
}
