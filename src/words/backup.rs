//! The reminder that much work is in no file yet, and the folder to which files are written by themselves.

use super::{number, words};

/// How many acts are only in this browser.
pub fn only_here(acts: u64) -> String {
    only_here_text(&number(acts))
}

words! {
    backup: "Backup", "Cadangan";
    only_here_text(acts: &str): "{acts} acts in this project are in no file yet.", "{acts} tindakan dalam proyek ini belum ada di berkas mana pun.";
    only_here_hint: " They are saved in this browser only: keep a copy elsewhere.", " Semuanya hanya tersimpan di peramban ini: simpan salinannya di tempat lain.";

    folder: "Backup folder", "Folder cadangan";
    choose: "Choose a backup folder …", "Pilih folder cadangan …";
    choose_other: "Choose another folder …", "Pilih folder lain …";
    offer: "Postil can write the project's file by itself into a folder of yours: a few minutes after you change something, and when you leave the page. It keeps one file a day and the last five of each project; other files there are left alone.",
        "Postil dapat menulis berkas proyek secara otomatis ke folder pilihan Anda: beberapa menit setelah ada perubahan, dan saat Anda meninggalkan halaman. Disimpan satu berkas per hari, lima yang terakhir untuk tiap proyek; berkas lain di sana tidak disentuh.";
    goes_to(folder: &str): "Backups go to the folder “{folder}”.", "Cadangan ditulis ke folder “{folder}”.";
    last(time: &str, file: &str): "Last backup of this project: {time}, {file}", "Cadangan terakhir proyek ini: {time}, {file}";
    none_yet: "There is no backup of this project in it yet.", "Belum ada cadangan proyek ini di sana.";
    all_in_it: "Everything is in it.", "Semuanya sudah termasuk.";
    now: "Back up now", "Cadangkan sekarang";
    writing: "Backing up …", "Mencadangkan …";
    allow: "Allow it again", "Izinkan lagi";
    not_chosen(why: &str): "The browser let no folder be chosen: {why}", "Peramban tidak mengizinkan pemilihan folder: {why}";
    stop: "Stop the backups", "Hentikan pencadangan";
    stopped: "No more backups are written. The files in the folder stay.", "Cadangan tidak ditulis lagi. Berkas di folder itu tetap ada.";
    wrote(file: &str, folder: &str): "Backed up as {file} in the folder “{folder}”", "Dicadangkan sebagai {file} di folder “{folder}”";
    wants_permission(folder: &str): "Backups to the folder “{folder}” wait: the browser wants your permission again.",
        "Pencadangan ke folder “{folder}” menunggu: peramban meminta izin Anda lagi.";
    folder_gone(folder: &str): "No backup was written: the folder “{folder}” is not there any more. Put it back where it was, or choose another one.",
        "Cadangan tidak ditulis: folder “{folder}” tidak ada lagi. Kembalikan ke tempatnya, atau pilih folder lain.";
    disk_full(folder: &str): "No backup was written: the disk with the folder “{folder}” is full. Free some space there, or choose another folder.",
        "Cadangan tidak ditulis: diska tempat folder “{folder}” sudah penuh. Kosongkan sebagian ruang di sana, atau pilih folder lain.";
    not_written(folder: &str, why: &str): "No backup was written to the folder “{folder}”: {why} Try again, or choose another folder.",
        "Cadangan tidak ditulis ke folder “{folder}”: {why} Coba lagi, atau pilih folder lain.";
}
