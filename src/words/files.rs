//! What is said of files that cannot be read, and of the helper that reads them.

use super::words;

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
}
