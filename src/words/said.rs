//! What Postil says after an act: notices and what the live region says.

use super::{count, pick, words};

/// `2 records of the journal …` of a project that opens with more faults than one.
pub fn and_more(fault: &str, more: usize) -> String {
    match more {
        0 => fault.to_owned(),
        _ => pick(format!("{fault} ({more} more)"), format!("{fault} ({more} lagi)")),
    }
}

/// `3 marked as Person; 1 was before`.
pub fn marked_as(made: usize, label: &str, there: usize) -> String {
    let before = match there {
        0 => String::new(),
        1 => pick("; 1 was before", "; 1 sudah sebelumnya").to_owned(),
        _ => pick(format!("; {there} were before"), format!("; {there} sudah sebelumnya")),
    };
    pick(format!("{made} marked as {label}{before}"), format!("{made} ditandai sebagai {label}{before}"))
}

/// `2 articles added`.
pub fn added(n: usize) -> String {
    count(n, "article added", "articles added", "artikel ditambahkan")
}

/// What came of files with annotations: articles and annotations that were added, and annotations that were there.
pub fn taken(articles: usize, marks: usize, doubles: usize) -> String {
    let mut said = match (articles, marks) {
        (_, 0) => added(articles),
        (0, _) => added_marks(&super::annotations(marks)),
        _ => added_both(&super::articles(articles), &super::annotations(marks)),
    };
    if doubles > 0 {
        said.push_str(&there_already(&super::annotations(doubles)));
    }
    said
}

words! {
    added_both(articles: &str, marks: &str): "{articles} and {marks} added", "{articles} dan {marks} ditambahkan";
    added_marks(marks: &str): "{marks} added", "{marks} ditambahkan";
    there_already(marks: &str): "; {marks} were there already", "; {marks} sudah ada";
    all_there: "Nothing was added: all of it was there already.", "Tidak ada yang ditambahkan: semuanya sudah ada.";
    // --- marking ---
    select_text: "Select text first: drag over it, double-click a word, or move with Shift and the arrows.",
        "Pilih teks dahulu: seret di atasnya, klik ganda sebuah kata, atau gerakkan kursor dengan Shift dan tombol panah.";
    nothing_left: "Only spaces and punctuation are selected. Hold Alt while selecting, or switch Exact on, to mark them.",
        "Yang dipilih hanya spasi dan tanda baca. Tahan Alt saat memilih, atau nyalakan Persis, untuk menandainya.";
    marked(what: &str): "Marked {what}. Ctrl+Z takes it back.", "{what} ditandai. Ctrl+Z mengurungkannya.";
    doubled(label: &str): "This is marked as {label} already. Do it again to mark it twice.",
        "Ini sudah ditandai sebagai {label}. Ulangi untuk menandainya dua kali.";
    pen(label: &str): "Pen: {label}. Every selection is marked.", "Pena: {label}. Setiap pilihan ditandai.";
    pen_keys(label: &str): "Pen: {label}. Every selection is marked; a label's key changes the pen.",
        "Pena: {label}. Setiap pilihan ditandai; tombol label mengganti pena.";
    pen_away: "Pen put away", "Pena disimpan";
    none_here: "No annotation here", "Tidak ada anotasi di sini";
    select_first: "Select an annotation first", "Pilih anotasi dahulu";
    select_then_add: "Select an annotation first, then the text to add to it.",
        "Pilih anotasi dahulu, lalu teks yang akan ditambahkan.";
    now_select: "Now select the text to add. Escape stops.", "Sekarang pilih teks yang akan ditambahkan. Escape membatalkan.";
    none_added: "No fragment added", "Tidak ada fragmen yang ditambahkan";
    nothing_selected: "Nothing selected", "Tidak ada yang dipilih";
    /// What was done, and to what.
    done(act: &str, what: &str): "{act}: {what}", "{act}: {what}";
    deleted(what: &str): "Deleted {what}", "{what} dihapus";
    exactly: "Marks exactly what is selected", "Menandai persis yang dipilih";
    snapping: "Snaps to whole words", "Menandai kata utuh";
    nothing_changed(why: &str): "Nothing was changed: {why}", "Tidak ada yang diubah: {why}";

    // --- selecting and finding ---
    selected(what: &str): "Selected {what}", "{what} dipilih";
    selected_text(text: &str): "Selected: {text}", "Dipilih: {text}";
    none_in_article: "No annotations in this article", "Tidak ada anotasi di artikel ini";
    none_behind: "No annotation behind", "Tidak ada anotasi sesudahnya";
    none_before: "No annotation before", "Tidak ada anotasi sebelumnya";
    not_found: "Not found", "Tidak ditemukan";
    end_of_article: "End of the article", "Akhir artikel";
    line_break: "Line break", "Pindah baris";
    space: "Space", "Spasi";

    // --- taking back ---
    undone(what: &str): "Undone: {what}", "Diurungkan: {what}";
    done_again(what: &str): "Done again: {what}", "Diulangi: {what}";
    unreadable(id: &str): "The journal's record {id} cannot be read, so it cannot be taken back.",
        "Catatan jurnal {id} tidak dapat dibaca, jadi tidak dapat diurungkan.";
    cannot_undo(why: &str): "It cannot be taken back: {why}", "Ini tidak dapat diurungkan: {why}";

    // --- documents ---
    removed(articles: &str, annotations: &str): "Removed {articles} with {annotations}", "{articles} dengan {annotations} dihapus";
    opened(title: &str, annotations: &str): "{title}, {annotations}", "{title}, {annotations}";
    last_article: "This is the last article", "Ini artikel terakhir";
    first_article: "This is the first article", "Ini artikel pertama";
    encoding_unknown: "text in an encoding that cannot be told", "teks dalam pengodean yang tidak dapat dikenali";
    left_for_others: "Left out, because other files came. Add it again by itself.",
        "Dilewatkan karena ada berkas lain yang masuk. Tambahkan lagi secara tersendiri.";
    second_project(name: &str): "a second project, {name}", "proyek kedua, {name}";
    one_at_a_time: "one project file at a time", "satu berkas proyek sekaligus";
    open_by_itself: "It was not opened. Open it by itself.", "Proyek itu tidak dibuka. Bukalah secara tersendiri.";

    // --- projects, saving ---
    saved_as(file: &str): "Saved as {file}", "Disimpan sebagai {file}";
    not_saved(why: &str): "Not saved: {why}", "Belum tersimpan: {why}";
    first_project: "My project", "Proyek saya";
    project(name: &str): "Project {name}", "Proyek {name}";
    stays_open(name: &str, why: &str): "“{name}” stays open, because it is not saved: {why} Save it as a file first. Choose again to leave it all the same: what is not saved is lost then.",
        "“{name}” tetap terbuka karena belum tersimpan: {why} Simpan dahulu sebagai berkas. Pilih lagi untuk tetap meninggalkannya: yang belum tersimpan akan hilang.";
    example_missing: "The example is not there as it should be. Reload the page and try again.",
        "Contohnya tidak tersedia sebagaimana mestinya. Muat ulang halaman, lalu coba lagi.";
    project_deleted(name: &str): "“{name}” is deleted", "“{name}” sudah dihapus";
    name_is(name: &str): "Your annotations carry the name {name}", "Anotasi Anda memakai nama {name}";
    nameless: "Annotator", "Anotator";
    keeps: "This browser keeps them until you delete them.", "Peramban ini menyimpannya sampai Anda menghapusnya.";
    may_delete: "This browser may delete them when room runs out, or when you have not been here for long: export what matters now and then.",
        "Peramban ini dapat menghapusnya bila ruang habis, atau bila Anda lama tidak berkunjung: ekspor yang penting sesekali.";
    keeps_unknown: "This browser does not say how long it keeps them: export what matters now and then.",
        "Peramban ini tidak memberi tahu berapa lama menyimpannya: ekspor yang penting sesekali.";
}
