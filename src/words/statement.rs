//! What a statement says: speakers, cue, figure, time and evidence.

use super::{count, words};

/// `1 piece of evidence`, `3 pieces of evidence`.
pub fn pieces(n: usize) -> String {
    count(n, "piece of evidence", "pieces of evidence", "bukti")
}

words! {
    foreign: "This came from a file in a form that Postil does not change, so it stays as it is.",
        "Ini berasal dari berkas dalam bentuk yang tidak diubah Postil, jadi dibiarkan apa adanya.";
    speaker: "Speaker", "Narasumber";
    cue: "Cue", "Petunjuk";
    stance: "Stance", "Sikap";
    certainty: "Certainty", "Kepastian";
    quantity: "Quantity", "Jumlah";
    time: "Time", "Waktu";
    time_words: "Time in the text", "Waktu dalam teks";
    evidence: "Evidence", "Bukti";

    pick_speaker: "Pick the speaker in the text", "Pilih narasumber dalam teks";
    pick_cue: "Pick the cue in the text", "Pilih petunjuk dalam teks";
    pick_time: "Pick the time in the text", "Pilih waktu dalam teks";
    pick_evidence: "Pick evidence in the text of any article", "Pilih bukti dalam teks artikel mana pun";
    none: "none", "tidak ada";
    as_words: "In these words", "Dengan kata-kata ini";
    take_off(what: &str): "Take off {what}", "Lepaskan {what}";
    address: "https://… as evidence", "https://… sebagai bukti";
    add_address: "Add an address as evidence", "Tambahkan alamat sebagai bukti";
    what_it_does(what: &str): "What {what} does", "Peran {what}";
    supports: "supports", "mendukung";
    refutes: "refutes", "membantah";
    context: "context", "konteks";

    // --- picking ---
    picking(part: &str, of: &str): "{part} of {of}", "{part} dari {of}";
    picking_how: "Click a mark or make one, or go to it with ] and [ and press Enter. Escape gives up.",
        "Klik sebuah tanda atau buat satu, atau pergi ke sana dengan ] dan [ lalu tekan Enter. Escape membatalkan.";
    being_picked: "What is being picked", "Yang sedang dipilih";
    picking_here: "Only a mark of the statement's own article can be this.",
        "Hanya tanda di artikel pernyataan itu sendiri yang bisa.";
    take_this: "Take this one", "Ambil yang ini";
    give_up: "Give up", "Batalkan";
    given_up: "Nothing picked", "Tidak ada yang dipilih";
    statement_first: "Select one statement first", "Pilih satu pernyataan dahulu";
    no_mark: "No mark here", "Tidak ada tanda di sini";
    itself: "This is the statement itself. Pick another mark.", "Ini pernyataan itu sendiri. Pilih tanda lain.";
    same_mark: "This is the mark itself. Pick another one.", "Ini tanda itu sendiri. Pilih yang lain.";
    no_stance: "No stance", "Tanpa sikap";
    stance_of_statements: "Only a statement of a claim has a stance", "Hanya pernyataan klaim yang punya sikap";
    no_figure: "No figure is read from what it marks", "Tidak ada angka terbaca dari yang ditandainya";
    there_already: "It is that already", "Memang sudah itu";
    is_now(part: &str, what: &str): "{part}: {what}", "{part}: {what}";
    loop_of_speakers(what: &str): "{what} leads back to this statement by its own speakers, so it cannot speak in it.",
        "Narasumber {what} berujung kembali pada pernyataan ini, jadi tidak bisa menjadi narasumbernya.";
    loop_of_evidence(what: &str): "{what} rests on this statement by its own evidence, so it cannot be evidence of it.",
        "Bukti {what} bertumpu pada pernyataan ini, jadi tidak bisa menjadi buktinya.";
    no_address: "This is not an address such as https://example.org/report.",
        "Ini bukan alamat seperti https://example.org/laporan.";
}
