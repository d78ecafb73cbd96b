//! The screen *Settings*: the language.

use super::words;

words! {
    language: "Language", "Bahasa (Language)";
    as_browser(language: &str): "Automatic ({language})", "Otomatis ({language})";

    appearance: "Appearance", "Tampilan";
    theme: "Theme", "Tema";
    theme_system: "As the system", "Mengikuti sistem";
    theme_light: "Light", "Terang";
    theme_dark: "Dark", "Gelap";
    size: "Text size", "Ukuran teks";
    leading: "Line spacing", "Jarak baris";
    measure: "Line length", "Panjang baris";
    percent(n: u32): "{n} %", "{n} %";
    leading_close: "Close", "Rapat";
    leading_usual: "Usual", "Biasa";
    leading_wide: "Wide", "Lebar";
    leading_widest: "Very wide", "Sangat lebar";
    measure_short: "Short", "Pendek";
    measure_usual: "Usual", "Biasa";
    measure_long: "Long", "Panjang";
    measure_longer: "Very long", "Sangat panjang";
    measure_all: "As long as there is room", "Selebar ruang yang ada";
    sample: "This is how an article reads: Маша met Aisha (عائشة) in Jakarta, where 1,400 people live.",
        "Beginilah artikel terbaca: Маша bertemu Aisha (عائشة) di Jakarta, tempat tinggal 1.400 orang.";

    marking: "Marking", "Penandaan";
    exact: "Mark exactly what is selected, not whole words", "Tandai persis yang dipilih, bukan kata utuh";
    logical: "Keys that move ends go back and on in the text, also where it runs from right to left",
        "Tombol penggeser ujung bergerak mundur dan maju dalam teks, juga bila teks berjalan dari kanan ke kiri";
    quiet: "Quiet text: screen readers read the article without its marks",
        "Teks tenang: pembaca layar membacakan artikel tanpa tandanya";

    keys: "Keys", "Tombol";
    keys_hint: "Keys of one character work while the article or the list of annotations has the focus. The keys of labels are given on the screen Schema.",
        "Tombol satu karakter bekerja selama fokus ada pada artikel atau daftar anotasi. Tombol label diatur di layar Skema.";
    add_key(command: &str): "Add a key: {command}", "Tambah tombol: {command}";
    remove_key(keys: &str, command: &str): "Remove {keys}: {command}", "Hapus {keys}: {command}";
    usual_keys(command: &str): "Back to the usual keys: {command}", "Kembali ke tombol biasa: {command}";
    all_usual: "All keys back to the usual ones", "Kembalikan semua tombol ke semula";
    no_key: "no key", "tanpa tombol";
    changed: "changed", "diubah";
    command: "Command", "Perintah";

    press: "Press the key", "Tekan tombolnya";
    press_for(command: &str): "Press the key that is to do this: {command}", "Tekan tombol untuk perintah ini: {command}";
    press_hint: "With Ctrl, Alt or Shift if you like. Escape closes this dialog.",
        "Boleh dengan Ctrl, Alt, atau Shift. Escape menutup dialog ini.";
    nothing_pressed: "Nothing pressed yet", "Belum ada yang ditekan";
    is_free: "This key is free.", "Tombol ini belum dipakai.";
    is_own: "It does this already.", "Tombol ini sudah melakukannya.";
    is_reserved: "The browser keeps this key for itself: press another one.",
        "Peramban memakai tombol ini sendiri: tekan tombol lain.";
    is_taken(command: &str): "It does something else now: {command}.", "Tombol ini kini melakukan hal lain: {command}.";
    is_label(label: &str): "In this project it marks as {label}, which comes first in the article.",
        "Dalam proyek ini tombol itu menandai sebagai {label}, yang didahulukan dalam artikel.";
    is_relation(kind: &str): "In this project it begins the relation {kind}, which comes first in the article.",
        "Dalam proyek ini tombol itu memulai relasi {kind}, yang didahulukan dalam artikel.";
    use_key: "Use it", "Pakai";
    take_over: "Take it over", "Ambil alih";
    cancel: "Cancel", "Batal";

    take_along: "Take them along", "Bawa serta";
    take_along_hint: "Everything on this page except your name, as a file for another browser.",
        "Semua di halaman ini kecuali nama Anda, sebagai berkas untuk peramban lain.";
    save_settings: "Save the settings as a file", "Simpan pengaturan sebagai berkas";
    load_settings: "Load settings from a file", "Muat pengaturan dari berkas";
    loaded: "The settings of the file hold now.", "Pengaturan dari berkas kini berlaku.";
    loaded_but(unknown: usize): "The settings of the file hold now; {unknown} of its keys are for commands that this version does not have.",
        "Pengaturan dari berkas kini berlaku; {unknown} tombolnya untuk perintah yang tidak ada di versi ini.";
    not_settings(format: &str): "it is a file of another kind (format “{format}”)", "ini berkas jenis lain (format “{format}”)";
    not_loaded(why: &str): "The settings were not loaded: {why}. Choose a file that was saved by this page.",
        "Pengaturan tidak dimuat: {why}. Pilih berkas yang disimpan dari halaman ini.";
}
