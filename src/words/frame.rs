//! What stands around every screen: header, sidebar, the start, strips, notices.

use super::{Word, names, words};

names! {
    START_FILES: "Texts, saved web pages, or what another annotator exported", "Teks, halaman web yang disimpan, atau hasil ekspor anotator lain";
    START_PASTE: "One article from the clipboard", "Satu artikel dari papan klip";
    START_PROJECT: "A project file that Postil saved", "Berkas proyek yang disimpan Postil";
    START_EXAMPLE: "Five short reports of one event, marked in part", "Lima berita pendek tentang satu peristiwa, sebagian sudah ditandai";
}

words! {
    app: "Postil", "Postil";
    show_sidebar: "Show the sidebar", "Tampilkan bilah sisi";
    hide_sidebar: "Hide the sidebar", "Sembunyikan bilah sisi";
    menu: "Menu", "Menu";
    close_menu: "Close the menu", "Tutup menu";
    drop_here: "Drop files to add them", "Lepaskan berkas untuk menambahkannya";

    your_name: "Your name", "Nama Anda";
    who: "Who is annotating", "Siapa yang menganotasi";
    projects: "Projects", "Proyek";
    opening: "Opening …", "Membuka …";
    saved: "Saved", "Tersimpan";
    saving: "Saving", "Menyimpan";
    not_saved: "Not saved", "Belum tersimpan";
    save_as_file: "Save as a file", "Simpan sebagai berkas";
    save_as_file_hint: "Saves the whole project as a file, with what is not saved here",
        "Menyimpan seluruh proyek sebagai berkas, termasuk yang belum tersimpan di sini";
    undo: "Undo", "Urungkan";
    redo: "Redo", "Ulangi";
    nothing_to_undo: "Nothing to undo", "Tidak ada yang dapat diurungkan";
    nothing_to_redo: "Nothing to redo", "Tidak ada yang dapat diulangi";
    undo_act(act: &str): "Undo: {act}", "Urungkan: {act}";
    redo_act(act: &str): "Redo: {act}", "Ulangi: {act}";
    export_hint: "Save the annotations as a file", "Simpan anotasi sebagai berkas";
    keyboard: "Keyboard", "Papan ketik";

    views: "Views", "Tampilan";
    articles: "Articles", "Artikel";
    copy: "copy", "salinan";
    copy_hint: "The same text stands in another article", "Teks yang sama ada di artikel lain";

    start: "Begin with some articles", "Mulailah dengan beberapa artikel";
    start_opening: "Opening the project …", "Membuka proyek …";
    start_lead: "Read articles, mark who and what they speak of, and take the data away.",
        "Baca artikel, tandai siapa dan apa yang dibicarakan, lalu bawa datanya.";
    start_drop: "You can also drop files or folders anywhere on this page.",
        "Anda juga dapat melepaskan berkas atau folder di mana saja pada halaman ini.";
    start_private: "Nothing leaves this machine: everything stays in this browser until you save a file.",
        "Tidak ada yang keluar dari komputer ini: semuanya tetap di peramban ini sampai Anda menyimpan berkas.";

    nothing_can_be_saved(why: &str): "Nothing can be saved here: {why}. Export before you close this page.",
        "Tidak ada yang dapat disimpan di sini: {why}. Ekspor dahulu sebelum menutup halaman ini.";
    partly_unreadable: "Some of this project could not be read. The rest is here.",
        "Sebagian dari proyek ini tidak dapat dibaca. Sisanya ada di sini.";
    save_damaged: "Save the damaged records", "Simpan data yang rusak";
    save_damaged_hint: "As a file; they also stay in this browser", "Sebagai berkas; data itu juga tetap ada di peramban ini";
    part_away: "The rest of Postil could not be loaded. Look whether the network is there and try again: what you do meanwhile waits for it.",
        "Bagian lain dari Postil tidak dapat dimuat. Periksa jaringan, lalu coba lagi: yang Anda lakukan sementara ini menunggunya.";
    try_again: "Try again", "Coba lagi";
    part_gone: "A newer version of Postil is online, and the rest of this one is not there any more. Load the page again to use it: your projects are kept.",
        "Versi Postil yang lebih baru sudah tersedia, dan bagian lain dari versi ini tidak ada lagi. Muat ulang halaman untuk memakainya: proyek Anda tetap tersimpan.";
    load_again: "Load the page again", "Muat ulang halaman";
    who_question: "Who is annotating?", "Siapa yang menganotasi?";
    who_hint: " The name stands with each annotation, here and in exported files.",
        " Nama itu tercantum pada setiap anotasi, di sini dan di berkas ekspor.";
    name: "Name", "Nama";
    keep: "Keep", "Pakai";
    later: "Later", "Nanti";

    message: "Message", "Pesan";
    undo_this: "Undo this", "Urungkan ini";
    close_message: "Close the message", "Tutup pesan";
    files_soon: "Your files are read in a moment …", "Berkas Anda segera dibaca …";
    choice_soon: "What you chose opens in a moment …", "Yang Anda pilih segera dibuka …";
}
