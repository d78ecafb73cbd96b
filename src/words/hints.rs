//! Hints at the moments at which a new annotator needs them.

use super::words;

words! {
    hint: "Hint", "Petunjuk";
    hints: "Hints", "Petunjuk";
    mark: "Select words by dragging, by a long press, or with Shift and the arrows; then press a label above the text.",
        "Pilih kata dengan menyeret, menekan lama, atau dengan Shift dan tombol panah; lalu tekan label di atas teks.";
    mark_with(key: &str, label: &str): "Select words by dragging, by a long press, or with Shift and the arrows; then press a label, or its key: {key} for {label}.",
        "Pilih kata dengan menyeret, menekan lama, atau dengan Shift dan tombol panah; lalu tekan label, atau tombolnya: {key} untuk {label}.";
    more(undo: &str): "{undo} takes back anything. What is selected has its attributes, a note and Unsure in the panel Annotation.",
        "{undo} mengurungkan apa pun. Yang dipilih memiliki atribut, catatan, dan Ragu di panel Anotasi.";
    overlap(key: &str): "Several marks lie here. The key {key} goes from one to the next, and so does another click.",
        "Beberapa tanda bertumpuk di sini. Tombol {key} berpindah dari satu ke berikutnya, begitu juga klik sekali lagi.";
    pen(key: &str): "The same label again and again? With the pen ({key}) every selection is marked at once.",
        "Label yang sama berkali-kali? Dengan pena ({key}), setiap pilihan langsung ditandai.";
    library: "Press a title to read. Tick several articles to change them at once; the statuses show how far the work is.",
        "Tekan judul untuk membaca. Centang beberapa artikel untuk mengubahnya sekaligus; status menunjukkan sejauh mana pekerjaan.";
    schema: "Labels, their keys and their attributes are yours to change. Press one to edit it; every change can be undone.",
        "Label, tombol, dan atributnya bebas Anda ubah. Tekan salah satu untuk menyuntingnya; setiap perubahan dapat diurungkan.";
    understood: "Understood", "Mengerti";
    no_hints: "Do not show hints", "Jangan tampilkan petunjuk";
    again: "Show all hints again", "Tampilkan lagi semua petunjuk";
    again_hint: "Short hints at the end of the page say what to do the first time. Each comes once.",
        "Petunjuk singkat di akhir halaman menjelaskan apa yang dilakukan saat pertama kali. Masing-masing muncul satu kali.";
    shown_again: "All hints are shown again", "Semua petunjuk ditampilkan lagi";
}
