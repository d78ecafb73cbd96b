//! The names of the commands, for the table of commands, and of their groups.

use super::{Word, names, words};

names! {
    TOGGLE_PEN: "Pen: every selection is marked at once; a label's key changes the pen",
        "Pena: setiap pilihan langsung ditandai; tombol label mengganti pena";
    TOGGLE_EXACT: "Mark exactly instead of whole words", "Tandai persis, bukan kata utuh";
    ADD_FRAGMENT: "Add the next selection as a fragment", "Tambahkan pilihan berikutnya sebagai fragmen";
    ESCAPE: "Put away the search, the pen, the selection", "Tutup pencarian, letakkan pena, lepaskan teks yang dipilih";
    NEXT_ANNOTATION: "Next annotation", "Anotasi berikutnya";
    PREVIOUS_ANNOTATION: "Previous annotation", "Anotasi sebelumnya";
    CYCLE_ANNOTATIONS: "Next of those that lie here", "Anotasi berikutnya di tempat ini";
    OPEN_ANNOTATION: "Open the annotation", "Buka anotasi";
    HELP: "Help", "Bantuan";
    DELETE: "Delete", "Hapus";
    PRINT: "Print the article with its marks", "Cetak artikel beserta tandanya";
    TOGGLE_UNSURE: "Unsure", "Ragu";
    WRITE_NOTE: "Write a note", "Tulis catatan";
    LINK: "Say which entity or claim it refers to", "Tentukan entitas atau klaim yang dirujuk";
    LINK_FIRST: "Link to the first suggestion and go to the next mention or statement without a link",
        "Tautkan ke saran pertama dan pergi ke sebutan atau pernyataan berikutnya tanpa tautan";
    MARK_SAME: "Mark all that read the same, in all articles", "Tandai semua yang berbunyi sama, di semua artikel";
    LINK_NONE: "None in the registry (NIL)", "Tidak ada di daftar (NIL)";
    NEXT_UNLINKED: "Next mention without a link; from a statement, the next statement",
        "Sebutan berikutnya tanpa tautan; dari pernyataan, pernyataan berikutnya";
    NEXT_PLACE: "Next place that speaks of the same", "Tempat berikutnya yang membicarakan hal yang sama";
    PREVIOUS_PLACE: "Previous place that speaks of the same", "Tempat sebelumnya yang membicarakan hal yang sama";
    OPEN_CARD: "Open the card of the entity", "Buka kartu entitas";
    PICK_SPEAKER: "Pick a speaker of the statement in the text", "Pilih narasumber pernyataan dalam teks";
    PICK_CUE: "Pick the cue of the statement in the text", "Pilih petunjuk pernyataan dalam teks";
    PICK_TIME: "Pick the time of the statement in the text", "Pilih waktu pernyataan dalam teks";
    PICK_EVIDENCE: "Pick evidence of the statement in the text of any article",
        "Pilih bukti pernyataan dalam teks artikel mana pun";
    NEXT_SUGGESTION: "Next suggestion", "Saran berikutnya";
    PREVIOUS_SUGGESTION: "Previous suggestion", "Saran sebelumnya";
    ACCEPT: "Accept the suggestion and go to the next", "Terima saran dan pergi ke yang berikutnya";
    REFUSE: "Refuse the suggestion and go to the next", "Tolak saran dan pergi ke yang berikutnya";
    HIDE_SUGGESTIONS: "Hide suggestions in the article, or show them", "Sembunyikan saran dalam artikel, atau tampilkan";
    SUGGESTIONS: "Suggestions, to accept or refuse", "Saran, untuk diterima atau ditolak";
    RELATE: "Relate the annotation to another", "Kaitkan anotasi dengan yang lain";
    WAY_BACK: "Back to where you followed a relation from", "Kembali ke asal relasi yang ditelusuri";
    END_LEFT: "End a character left", "Akhir satu karakter ke kiri";
    END_RIGHT: "End a character right", "Akhir satu karakter ke kanan";
    END_WORD_LEFT: "End a word left", "Akhir satu kata ke kiri";
    END_WORD_RIGHT: "End a word right", "Akhir satu kata ke kanan";
    START_LEFT: "Start a character left", "Awal satu karakter ke kiri";
    START_RIGHT: "Start a character right", "Awal satu karakter ke kanan";
    START_WORD_LEFT: "Start a word left", "Awal satu kata ke kiri";
    START_WORD_RIGHT: "Start a word right", "Awal satu kata ke kanan";
    LEFT: "Character left", "Satu karakter ke kiri";
    RIGHT: "Character right", "Satu karakter ke kanan";
    WORD_LEFT: "Word left", "Satu kata ke kiri";
    WORD_RIGHT: "Word right", "Satu kata ke kanan";
    LINE_UP: "Line up", "Satu baris ke atas";
    LINE_DOWN: "Line down", "Satu baris ke bawah";
    SENTENCE_BACK: "Sentence back", "Satu kalimat ke belakang";
    SENTENCE_ON: "Sentence on", "Satu kalimat ke depan";
    PARAGRAPH_BACK: "Paragraph back", "Satu paragraf ke belakang";
    PARAGRAPH_ON: "Paragraph on", "Satu paragraf ke depan";
    PARAGRAPH_START: "Start of the paragraph", "Awal paragraf";
    PARAGRAPH_END: "End of the paragraph", "Akhir paragraf";
    TEXT_START: "Start of the article", "Awal artikel";
    TEXT_END: "End of the article", "Akhir artikel";
    SELECT_ALL: "Select the whole article, or the whole list", "Pilih seluruh artikel, atau seluruh daftar";
    PALETTE: "All commands, by name", "Semua perintah, menurut nama";
    FIND: "Find in the article; Enter goes through the hits", "Cari dalam artikel; Enter menelusuri hasilnya";
    NEXT_HIT: "Next hit", "Hasil berikutnya";
    PREVIOUS_HIT: "Previous hit", "Hasil sebelumnya";
    UNDO: "Undo", "Urungkan";
    REDO: "Redo", "Ulangi";
    NEXT_ARTICLE: "Next article", "Artikel berikutnya";
    PREVIOUS_ARTICLE: "Previous article", "Artikel sebelumnya";
    TAKE_FIGURE: "Take the figure that was read; again: the next reading", "Ambil angka yang terbaca; sekali lagi: pembacaan berikutnya";
    NEXT_STANCE: "Next stance of the statement", "Sikap pernyataan berikutnya";
    BESIDE: "Side by side: another article beside this one", "Berdampingan: artikel lain di samping artikel ini";
    OTHER_ARTICLE: "Go on in the article beside", "Lanjutkan di artikel sebelahnya";
    NEXT_UNMARKED: "Next article without annotations", "Artikel tanpa anotasi berikutnya";
    PREVIOUS_UNMARKED: "Previous article without annotations", "Artikel tanpa anotasi sebelumnya";
    NEXT_NEW: "Next new article", "Artikel baru berikutnya";
    PREVIOUS_NEW: "Previous new article", "Artikel baru sebelumnya";
    NEXT_IN_WORK: "Next article in work", "Artikel yang dikerjakan berikutnya";
    PREVIOUS_IN_WORK: "Previous article in work", "Artikel yang dikerjakan sebelumnya";
    ARTICLE_NEW: "This article is new", "Artikel ini baru";
    ARTICLE_IN_WORK: "This article is in work", "Artikel ini sedang dikerjakan";
    ARTICLE_DONE: "This article is done", "Artikel ini selesai";
    ARTICLE_CHECKED: "This article is checked", "Artikel ini sudah diperiksa";
    CORRECT_TEXT: "New version of the text", "Versi baru teks";
    EXPORT: "Export", "Ekspor";
    ADD_ARTICLES: "Add articles", "Tambahkan artikel";
    ADD_FOLDER: "Add a folder", "Tambahkan folder";
    PASTE_TEXT: "Paste text", "Tempel teks";
    OPEN_PROJECT: "Open project", "Buka proyek";
    EXAMPLE: "Example project", "Contoh proyek";
    KEYBOARD: "All keys", "Semua tombol";
    LIBRARY: "Library", "Pustaka";
    SEARCH: "Search all articles", "Cari di semua artikel";
    ENTITIES: "Entities", "Entitas";
    CLAIMS: "Claims, and the matrix", "Klaim, dan matriksnya";
    SCHEMA: "Schema: labels and their attributes", "Skema: label dan atributnya";
    QUESTIONS: "Open questions: what is unsure, noted or incomplete", "Pertanyaan terbuka: yang ragu, bercatatan, atau belum lengkap";
    STATISTICS: "Statistics", "Statistik";
    HISTORY: "History: what was done when", "Riwayat: apa yang dilakukan dan kapan";
    SETTINGS: "Settings", "Pengaturan";
}

words! {
    group_caret: "Moving in the article (with Shift: selecting)", "Bergerak dalam artikel (dengan Shift: memilih)";
    group_mark: "Marking", "Menandai";
    group_annotations: "Annotations", "Anotasi";
    group_everywhere: "Everywhere", "Di mana saja";
    kind_label: "Label", "Label";
    kind_relation: "Relation", "Relasi";
    kind_article: "Article", "Artikel";
}
