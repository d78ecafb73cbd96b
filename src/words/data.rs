//! What this browser keeps, and how all of it is deleted.

use super::words;

words! {
    data: "Data in this browser", "Data di peramban ini";
    room(used: &str, free: &str): "{used} are used on this site; the browser has room for {free} more.",
        "{used} dipakai di situs ini; peramban masih punya ruang {free}.";
    little_room: "That is little. If this is a private window, everything in it is gone when it closes: save your work as a file first.",
        "Itu sedikit. Jika ini jendela privat, semua isinya hilang saat ditutup: simpan dahulu pekerjaan Anda sebagai berkas.";
    ask_to_keep: "Ask the browser to keep them", "Minta peramban menyimpannya";
    lacks: "What does not work here", "Yang tidak berfungsi di sini";
    lack_secure: "This page came over plain http: anybody on the way can change it. Open it over https, or from this machine.",
        "Halaman ini dimuat lewat http biasa: siapa pun di jalur itu dapat mengubahnya. Buka lewat https, atau dari komputer ini.";
    lack_offline: "It does not work without a network: the browser keeps no copy of the program.",
        "Tidak bekerja tanpa jaringan: peramban tidak menyimpan salinan programnya.";
    lack_lasting: "The browser cannot be asked to keep the data for good: save your work as a file now and then.",
        "Peramban tidak dapat diminta menyimpan data selamanya: sesekali simpan pekerjaan Anda sebagai berkas.";
    lack_locks: "Several tabs of one project find each other by asking, which takes a moment when a project is opened.",
        "Beberapa tab dari satu proyek saling menemukan dengan bertanya, sehingga pembukaan proyek sedikit lebih lama.";

    erase_hint: "For a machine that others use too: all projects, the settings and the copy of the program go from this browser.",
        "Untuk komputer yang dipakai bersama: semua proyek, pengaturan, dan salinan program dihapus dari peramban ini.";
    erase: "Delete everything …", "Hapus semuanya …";
    erase_title: "Delete everything from this browser?", "Hapus semuanya dari peramban ini?";
    erase_goes: "This goes for good, with everything that could be undone. Only files that you saved bring it back:",
        "Ini hilang selamanya, bersama semua yang masih dapat diurungkan. Hanya berkas yang Anda simpan yang dapat mengembalikannya:";
    erase_rest: "Also: your name and settings, and the copy of the program for work without a network.",
        "Juga: nama dan pengaturan Anda, serta salinan program untuk bekerja tanpa jaringan.";
    keep_everything: "Keep everything", "Biarkan semuanya";
    delete_everything: "Delete everything", "Hapus semuanya";
    save_open(project: &str): "Save “{project}” as a file", "Simpan “{project}” sebagai berkas";
    open_others: "Each other project can be saved after you open it.", "Setiap proyek lain dapat disimpan setelah Anda membukanya.";

    erased_title: "Everything is deleted", "Semuanya sudah dihapus";
    nothing_left: "The browser was asked what is left of Postil: no database, no cache, no settings, no service worker.",
        "Peramban ditanya apa yang tersisa dari Postil: tidak ada basis data, tembolok, pengaturan, atau pekerja layanan.";
    something_left: "The browser did not delete all of it. Close all other tabs of this site and delete everything again, or clear the data of this site in the browser's own settings.",
        "Peramban tidak menghapus semuanya. Tutup semua tab lain dari situs ini lalu hapus lagi, atau bersihkan data situs ini di pengaturan peramban.";
    left(name: &str): "Still there: {name}", "Masih ada: {name}";
    workers_left: "Still there: a service worker; it goes when the last tab of this site is closed",
        "Masih ada: pekerja layanan; hilang saat tab terakhir situs ini ditutup";
    site_uses(used: &str): "The browser still counts {used} for this site; it frees that by and by.",
        "Peramban masih menghitung {used} untuk situs ini; ruang itu dibebaskan sedikit demi sedikit.";
    close_tab: "You can close this tab now. Loading the page again begins anew, and keeps the program for work without a network again.",
        "Anda dapat menutup tab ini sekarang. Memuat ulang halaman memulai dari awal, dan menyimpan lagi program untuk bekerja tanpa jaringan.";
    begin_anew: "Begin anew", "Mulai dari awal";
    erased_elsewhere: "Everything was deleted from this browser in another tab. Close this tab, or load the page again to begin anew.",
        "Semuanya dihapus dari peramban ini lewat tab lain. Tutup tab ini, atau muat ulang halaman untuk memulai dari awal.";
}
