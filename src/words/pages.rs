//! What is said of saved pages.

use super::words;

words! {
    an_article: "a page with an article", "halaman dengan artikel";
    not_read: "It was not read. Open it in a browser, copy the article and paste it.",
        "Tidak dibaca. Buka di peramban, salin artikelnya, lalu tempel.";
    too_large: "a page that is too large", "halaman yang terlalu besar";
    no_text: "a page without text", "halaman tanpa teks";
    no_main_text: "a page on which nothing stands out as the article", "halaman yang artikelnya tidak menonjol";
    all_visible: "All that is visible on it became the text. Look at it before you add it, or paste the article instead.",
        "Semua yang terlihat di halaman menjadi teksnya. Periksa dahulu sebelum ditambahkan, atau tempel artikelnya saja.";
}
