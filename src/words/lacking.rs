//! What the browser does not do here.

use super::words;

words! {
    http: "Plain http", "Http biasa";
    memory: "What this browser keeps", "Yang disimpan peramban ini";
    plain_http: "This page came over plain http. Here browsers offer no work without a network, no installing, no lasting storage, and other tabs notice each other late. Open it over https, or from this machine, to have them.",
        "Halaman ini dimuat lewat http biasa. Di sini peramban tidak menyediakan kerja tanpa jaringan, pemasangan, atau penyimpanan tetap, dan tab lain terlambat saling mengetahui. Buka lewat https, atau dari komputer ini, untuk mendapatkannya.";
    may_forget: "This browser may forget the work when the window closes, as private windows do: it does not promise to keep it. Save the project as a file before you close it.",
        "Peramban ini mungkin melupakan pekerjaan Anda saat jendela ditutup, seperti jendela privat: ia tidak berjanji menyimpannya. Simpan proyek sebagai berkas sebelum menutupnya.";
    put_away: "Put this away", "Tutup pesan ini";
}
