//! The dialogs.

use super::{Word, names, pick, words};

/// What goes with a deleted project: it stands behind the project's name.
pub fn delete_what(articles: &str, annotations: &str) -> String {
    pick(
        format!(
            ", {articles} and {annotations}, goes from this browser for good, with everything that could be undone. \
             Only a file that you saved brings it back."
        ),
        format!(
            ", {articles} dan {annotations}, hilang dari peramban ini untuk selamanya, beserta semua yang masih dapat \
             diurungkan. Hanya berkas yang Anda simpan yang dapat mengembalikannya."
        ),
    )
}

words! {
    close: "Close", "Tutup";
    typed_is_kept: "What you typed here is kept: Escape does not throw it away. The button Cancel, or the cross, does.",
        "Yang Anda ketik di sini tetap ada: Escape tidak membuangnya. Tombol Batal, atau tanda silang, membuangnya.";
    cancel: "Cancel", "Batal";
    add: "Add", "Tambahkan";
    save: "Save", "Simpan";
    preview: "Preview", "Pratinjau";

    // --- delete a project ---
    delete_project: "Delete this project?", "Hapus proyek ini?";
    save_first: "Save it as a file", "Simpan sebagai berkas";
    keep_it: "Keep it", "Jangan hapus";
    delete: "Delete", "Hapus";

    // --- a document ---
    document: "Article details", "Keterangan artikel";
    published_hint: "2023, 2023-10 or 2023-10-27", "2023, 2023-10, atau 2023-10-27";
    title: "Title", "Judul";
    outlet: "Outlet", "Media";
    authors: "Authors", "Penulis";
    authors_hint: "Several with semicolons between them", "Pisahkan beberapa nama dengan titik koma";
    url: "URL", "URL";
    published: "Published", "Terbit";
    language: "Language", "Bahasa";
    language_guessed: "Guessed from the text. Typing takes the mark off.", "Ditebak dari teksnya. Mengetik menghapus tanda ini.";
    language_hint: "A code such as en, id or pt-BR", "Kode seperti en, id, atau pt-BR";
    language_right: "That is right", "Itu benar";
    file: "File", "Berkas";
    read_as: "Read as", "Dibaca sebagai";
    retrieved: "Retrieved", "Diambil";
    licence: "Licence", "Lisensi";
    split: "Split", "Bagian data";
    length: "Length", "Panjang";
    line_ends: "Line ends", "Akhir baris";

    // --- paste ---
    paste: "Paste text", "Tempel teks";
    title_hint: "Left empty, the first line of the text becomes the title.", "Jika kosong, baris pertama teks menjadi judul.";
    text: "Text", "Teks";

    // --- the name ---
    name: "Name", "Nama";
    name_hint: "It stands with each annotation that you make, here and in exported files.",
        "Nama ini tercantum pada setiap anotasi yang Anda buat, di sini dan di berkas ekspor.";

    // --- export ---
    export: "Export", "Ekspor";
    format: "Format", "Format";
    download: "Download", "Unduh";
    does_not_hold(what: &str): "It does not hold: {what}.", "Yang tidak termuat: {what}.";
    scope: "Scope", "Cakupan";
    whole_project: "The whole project", "Seluruh proyek";
    chosen_documents: "Chosen articles", "Artikel terpilih";
    first_lines: "The first lines", "Baris-baris pertama";
    first_lines_of(file: &str): "The first lines of {file}", "Baris-baris pertama {file}";
    what_is_lost: "What this file does not hold", "Yang tidak termuat dalam berkas ini";
    nothing_lost: "Nothing is left out.", "Tidak ada yang ditinggalkan.";
    making: "The file is being made", "Berkas sedang dibuat";
    none_chosen: "Choose one article or more.", "Pilih satu artikel atau lebih.";
    again: "Try again", "Coba lagi";
    file_is(name: &str, size: &str): "{name}, {size}", "{name}, {size}";
    files_are(name: &str, size: &str, files: &str): "{name}, {size}, with {files}", "{name}, {size}, berisi {files}";
    is_ready(name: &str, what: &str): "{name} is ready. {what}", "{name} siap. {what}";

    // --- mark all hits ---
    mark_hits: "Mark all hits", "Tandai semua hasil";
    mark_some(number: &str): "Mark {number}", "Tandai {number}";
    label: "Label", "Label";
    hits: "Hits", "Hasil";
    first_hits(shown: &str, all: &str): "These are the first {shown} of {all}. Mark them, and look for the words again in what follows.",
        "Ini {shown} yang pertama dari {all}. Tandai, lalu cari lagi kata-kata itu di bagian berikutnya.";

    // --- what was read ---
    incoming: "Add articles", "Tambahkan artikel";
    no_project: "This is no file of a project. Its articles can be added to the open one.",
        "Ini bukan berkas proyek. Artikelnya dapat ditambahkan ke proyek yang terbuka.";
    opens_as_project(things: &str): "{things}. It opens as a project of its own; nothing is merged.",
        "{things}. Dibuka sebagai proyek tersendiri; tidak ada yang digabungkan.";
    will_be_added(number: &str, articles: &str): "{number} of {articles} will be added.", "{number} dari {articles} akan ditambahkan.";
    marks_read(marks: &str): " With {marks}.", " Dengan {marks}.";
    marks_already_there: "The article is in the project; those of its annotations that are not are added to it",
        "Artikelnya sudah ada di proyek; anotasinya yang belum ada ditambahkan kepadanya";
    offsets_count: "Offsets in the files count", "Posisi di berkas dihitung dalam";
    found_out: "what is found out", "yang ditemukan sendiri";
    found_out_so(unit: &str): "found out: {unit}", "ditemukan: {unit}";
    labels_read: "Labels in the files", "Label di berkas";
    label_becomes(name: &str, uses: &str): "{name} ({uses})", "{name} ({uses})";
    new_label: "New label", "Label baru";
    leave_label: "Leave out", "Lewatkan";
    articles_read: "Articles that were read", "Artikel yang dibaca";
    noticed: "What was noticed", "Yang perlu diperhatikan";
    and_more(number: &str): "and {number} more", "dan {number} lagi";
    found(what: &str): "found {what}", "ditemukan {what}";
    expected(what: &str): "; expected {what}", "; seharusnya {what}";
    new: "new", "baru";
    already_there: "already there", "sudah ada";
    already_there_hint: "The same text from the same source is in the project; adding it would make a second one",
        "Teks yang sama dari sumber yang sama sudah ada di proyek; jika ditambahkan akan menjadi dua";
    copy: "copy", "salinan";
    copy_hint: "The same text from another source is in the project; it becomes an article of its own",
        "Teks yang sama dari sumber lain ada di proyek; teks ini menjadi artikel tersendiri";
    other_text: "other text", "teks lain";
    other_text_hint: "An article with this id, address or title is in the project, with another text",
        "Artikel dengan id, alamat, atau judul ini sudah ada di proyek, dengan teks lain";
    as_version: "As a new version", "Sebagai versi baru";
    as_version_hint: "Puts this text in the place of the one that is there; what becomes of its annotations is shown first",
        "Mengganti teks yang sudah ada dengan teks ini; nasib anotasinya ditampilkan dahulu";
    will_be_compared(articles: &str): " Compared with the text that is there, as a new version: {articles}.",
        " Dibandingkan dengan teks yang sudah ada, sebagai versi baru: {articles}.";
    reading: "Reading files", "Membaca berkas";
    adding: "Adding articles", "Menambahkan artikel";
    reading_hint: "Nothing is added before you have seen what was found.",
        "Tidak ada yang ditambahkan sebelum Anda melihat apa yang ditemukan.";

    // --- encodings ---
    encoding_of(file: &str): "Encoding of {file}", "Pengodean {file}";
    choose: "Choose …", "Pilih …";
    encoding_unknown: " is text in an encoding that cannot be told from the file. Choose the one in which it reads right; otherwise it is left out.",
        " berisi teks dalam pengodean yang tidak dapat dikenali dari berkasnya. Pilih pengodean yang membuatnya terbaca benar; jika tidak, berkas ini dilewatkan.";
    encoding_chosen: " is read in the encoding that you chose. If it does not read right, choose another.",
        " dibaca dalam pengodean yang Anda pilih. Jika tidak terbaca benar, pilih yang lain.";

    // --- keys and commands ---
    keyboard: "Keyboard", "Papan ketik";
    all_keys: "All keys", "Semua tombol";
    labels: "Labels", "Label";
    find_key: "Find a key", "Cari tombol";
    no_key: "No key is called that.", "Tidak ada tombol dengan nama itu.";
    back_to_article: "From a note or value back to the article or the list", "Dari catatan atau nilai kembali ke artikel atau daftar";
    keyboard_hint: "Keys of one character work while the article or the list of annotations has the focus.",
        "Tombol berupa satu karakter berfungsi selama fokus berada di artikel atau daftar anotasi.";
    commands: "Commands", "Perintah";
    commands_ask: "What do you want to do?", "Apa yang ingin Anda lakukan?";
    no_command: "Nothing has these words in its name.", "Tidak ada yang namanya memuat kata-kata ini.";

    // --- projects ---
    projects: "Projects", "Proyek";
    project_name: "Name of this project", "Nama proyek ini";
    duplicate: "Duplicate", "Gandakan";
    duplicate_hint: "Makes a project that is as this one is now, without its history, and opens it",
        "Membuat proyek yang sama seperti keadaannya sekarang, tanpa riwayatnya, lalu membukanya";
    delete_more: "Delete …", "Hapus …";
    delete_hint: "Deletes this project from this browser; asks first", "Menghapus proyek ini dari peramban ini; bertanya dahulu";
    in_this_browser: "In this browser", "Di peramban ini";
    is_open: "open", "terbuka";
    open: "Open", "Buka";
    open_named(name: &str): "Open {name}", "Buka {name}";
    take_room(bytes: &str): " They take {bytes} here.", " Semuanya memakai {bytes} di sini.";
    kept_beside(records: &str): "{records} of the open project could not be read and are kept beside it.",
        "{records} dari proyek yang terbuka tidak dapat dibaca dan disimpan di sampingnya.";
    another: "Another one", "Proyek lain";
    new_name: "Name of the new project", "Nama proyek baru";
    new_project: "New project", "Proyek baru";
    open_file: "Open a project file", "Buka berkas proyek";
    open_file_hint: "Opens a file that Postil saved, as a project of its own", "Membuka berkas yang disimpan Postil sebagai proyek tersendiri";
}

names! {
    WESTERN_EUROPEAN: "Western European", "Eropa Barat";
    CENTRAL_EUROPEAN: "Central European", "Eropa Tengah";
    CYRILLIC: "Cyrillic", "Sirilik";
    RUSSIAN: "Russian", "Rusia";
    UKRAINIAN: "Ukrainian", "Ukraina";
    GREEK: "Greek", "Yunani";
    TURKISH: "Turkish", "Turki";
    HEBREW: "Hebrew", "Ibrani";
    ARABIC: "Arabic", "Arab";
    BALTIC: "Baltic", "Baltik";
    VIETNAMESE: "Vietnamese", "Vietnam";
    THAI: "Thai", "Thai";
    CHINESE_SIMPLIFIED: "Chinese, simplified", "Tionghoa, disederhanakan";
    CHINESE_TRADITIONAL: "Chinese, traditional", "Tionghoa, tradisional";
    JAPANESE: "Japanese", "Jepang";
    KOREAN: "Korean", "Korea";
    ANY: "any script", "semua aksara";
    BROKEN_REPLACED: "what is broken replaced", "yang rusak diganti";
}
