//! Help: short topics in Markdown.

use super::{pick, words};

/// What help is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Getting articles, and the library.
    Articles,
    /// Marking.
    Marking,
    /// Finding and searching.
    Finding,
    /// What models and rules suggest.
    Suggestions,
    /// Who and what the marks speak of.
    Entities,
    /// What is claimed, and what reports say of it.
    Claims,
    /// Labels.
    Schema,
    /// Database, files, history.
    Keeping,
}

impl Topic {
    /// All, in the order of help.
    pub const ALL: [Self; 8] = [
        Self::Articles,
        Self::Marking,
        Self::Finding,
        Self::Suggestions,
        Self::Entities,
        Self::Claims,
        Self::Schema,
        Self::Keeping,
    ];
}

words! {
    help: "Help", "Bantuan";
    opened: "Help is open, at the end of the page", "Bantuan terbuka, di akhir halaman";
    closed: "Help is closed", "Bantuan ditutup";
    close: "Close help", "Tutup bantuan";
    all_keys: "All keys", "Semua tombol";
    example: "Try it on the example project", "Cobalah pada proyek contoh";
}

/// A topic's title, and what it says in Markdown.
pub fn topic(topic: Topic) -> (&'static str, &'static str) {
    match topic {
        Topic::Articles => pick(
            (
                "Articles",
                "**Add articles** takes text files, Markdown, saved web pages, JSON Lines and JSON rows, from a picker or dropped \
                 anywhere on the page; **Paste text** takes one from the clipboard. A preview shows what will be added \
                 and what is wrong where, before anything happens.\n\n\
                 The **Library** lists all articles: click a heading to sort, filter and group them, and set how far \
                 you are with each (new, in work, done, checked). Tick several to change them at once.\n\n\
                 When an article was corrected, *New version of the text* in its details puts the new text in and carries \
                 its annotations over; what did not find its place you decide.",
            ),
            (
                "Artikel",
                "**Tambah artikel** menerima berkas teks, Markdown, halaman web tersimpan, JSON Lines, dan baris JSON, lewat \
                 pemilih berkas atau dilepas di mana saja pada halaman; **Tempel teks** mengambil satu dari papan klip. \
                 Pratinjau menunjukkan apa yang akan ditambahkan dan apa yang salah di mana, sebelum apa pun terjadi.\n\n\
                 **Pustaka** memuat semua artikel: klik judul kolom untuk mengurutkan, saring dan kelompokkan, lalu \
                 tetapkan sejauh mana tiap artikel dikerjakan (baru, dikerjakan, selesai, diperiksa). Centang beberapa \
                 untuk mengubahnya sekaligus.\n\n\
                 Jika sebuah artikel dikoreksi, *Versi baru teks* pada keterangannya memasukkan teks baru dan memindahkan \
                 anotasinya; yang tidak menemukan tempatnya Anda putuskan.",
            ),
        ),
        Topic::Marking => pick(
            (
                "Marking",
                "Drag over some words, or double-click one, then press a label or its key. What you select snaps to \
                 whole words; hold Alt, or switch *Exact* on, to mark it as it is.\n\n\
                 - With the **pen** you choose the label first and then mark span after span.\n\
                 - Marks may lie on each other in any way; the key for *Next of those that lie here* goes through them.\n\
                 - **Add fragment** makes a mark of several pieces.\n\
                 - A mark's ends are moved by their handles, by the buttons *Start* and *End*, or by keys.\n\
                 - A **statement** also says who speaks, with which words the report attributes it, its figure, its time \
                 and its evidence: type them in the region *Annotation*, or press the arrow beside a line and click the \
                 mark that says it.\n\
                 - A **relation** begins at the selected mark by the key of its type or the box *Add a relation*; the next \
                 mark that you click, in any article, is its other end.\n\
                 - **Esc** or Ctrl+Enter in a note or a value keeps it and goes back to the text.\n\
                 - Everything can be undone, also after the page was closed.",
            ),
            (
                "Menandai",
                "Seret melewati beberapa kata, atau klik ganda satu kata, lalu tekan label atau tombolnya. Yang Anda \
                 pilih menyesuaikan ke kata utuh; tahan Alt, atau nyalakan *Persis*, untuk menandai apa adanya.\n\n\
                 - Dengan **pena** Anda memilih label dahulu, lalu menandai rentang demi rentang.\n\
                 - Tanda boleh bertumpuk bagaimana pun; tombol *Anotasi berikutnya di tempat ini* melewatinya satu per satu.\n\
                 - **Fragmen** membuat satu tanda dari beberapa potongan.\n\
                 - Ujung tanda digeser dengan pegangannya, dengan tombol *Awal* dan *Akhir*, atau dengan papan ketik.\n\
                 - Sebuah **pernyataan** juga memuat siapa yang berbicara, kata petunjuknya, jumlah, waktu, dan buktinya: \
                 ketik di bagian *Anotasi*, atau tekan panah di samping baris lalu klik tanda yang menyebutkannya.\n\
                 - Sebuah **relasi** dimulai dari tanda yang dipilih dengan tombol jenisnya atau kotak *Tambahkan relasi*; \
                 tanda berikutnya yang Anda klik, di artikel mana pun, menjadi ujung lainnya.\n\
                 - **Esc** atau Ctrl+Enter dalam catatan atau nilai menyimpannya dan kembali ke teks.\n\
                 - Semua dapat diurungkan, juga setelah halaman ditutup.",
            ),
        ),
        Topic::Finding => pick(
            (
                "Finding",
                "**Find in the article** looks for words whatever their case and accents; Enter goes from hit to hit, a \
                 label's key marks the hit, and *Mark all* marks all of them after a look at the list.\n\n\
                 **Search** does the same in all articles. The palette finds every command, label and article by a few \
                 letters of its name.\n\n\
                 A bar in the margin says that a passage stands elsewhere too, word for word or nearly: press it, or \
                 unfold *Repeated passages* beside the article, to go there or to take over its marks after a look.",
            ),
            (
                "Mencari",
                "**Cari dalam artikel** menemukan kata tanpa peduli huruf besar dan aksen; Enter berpindah dari hasil ke \
                 hasil, tombol label menandai hasil itu, dan *Tandai semua* menandai semuanya setelah daftarnya dilihat.\n\n\
                 **Cari** melakukan hal yang sama di semua artikel. Palet menemukan setiap perintah, label, dan artikel \
                 dengan beberapa huruf dari namanya.\n\n\
                 Garis di tepi menandakan bagian yang juga ada di tempat lain, persis atau hampir sama: tekan garis itu, \
                 atau buka *Bagian berulang* di samping artikel, untuk pergi ke sana atau mengambil tandanya setelah dilihat.",
            ),
        ),
        Topic::Suggestions => pick(
            (
                "What is suggested",
                "Predictions that come in with a file (of Label Studio, or in a project file) are **suggestions**: hatched and \
                 dashed in the article, left out of exports, until you accept or refuse them.\n\n\
                 - The screen **Suggestions** lists those of all articles with score, rule and context: by place, surest or \
                 least sure first, from a score on, of one label or article.\n\
                 - In the list and in the article keys accept or refuse, and go to the next; a label's key changes the \
                 label first.\n\
                 - *Accept all seen* takes those that were in view in the list, and nothing else, with one undo.\n\
                 - What was refused stays, struck through, so that the same file does not bring it again. *Show in the \
                 articles* hides both.",
            ),
            (
                "Yang disarankan",
                "Prediksi yang datang bersama berkas (dari Label Studio, atau dalam berkas proyek) adalah **saran**: berarsir dan \
                 bergaris putus dalam artikel, tidak ikut diekspor, sampai Anda menerima atau menolaknya.\n\n\
                 - Layar **Saran** mendaftar saran dari semua artikel dengan skor, aturan, dan konteksnya: menurut tempat, \
                 yang paling yakin atau paling ragu dahulu, mulai dari skor tertentu, dari satu label atau artikel.\n\
                 - Dalam daftar dan artikel, tombol menerima atau menolak lalu pergi ke yang berikutnya; tombol label \
                 mengganti labelnya dahulu.\n\
                 - *Terima semua yang terlihat* mengambil yang pernah terlihat dalam daftar, tidak lebih, dan sekali urung \
                 mengembalikan semuanya.\n\
                 - Yang ditolak tetap ada, tercoret, agar berkas yang sama tidak membawanya lagi. *Tampilkan dalam \
                 artikel* menyembunyikan keduanya.",
            ),
        ),
        Topic::Entities => pick(
            (
                "Who and what is spoken of",
                "The box **Entity** beside a marked name says whom or what it speaks of: type a name, or take what is \
                 suggested. The first mention creates the entity; each further one adds its spelling as another name.\n\n\
                 - A suggestion has its reason beside it, also across spellings and scripts, and is never taken by itself. \
                 One key links to the first suggestion and goes on to the next mention without a link.\n\
                 - *None in the registry* is an answer, too: somebody looked.\n\
                 - Mentions of the same stand out in the article, and a key goes through them in all articles. With two \
                 articles *side by side* the other one goes to its place when something is selected in this one; a click \
                 or a key goes on over there.\n\
                 - The screen **Entities** has a card for each: its mentions in context, names, ids elsewhere and a note. \
                 *Merge with …* makes two into one, also by dragging one row onto another; mentions that are ticked become \
                 an entity of their own. An entity that is deleted leaves its mentions, without a link.\n\
                 - Beside a statement the box **Claim** suggests claims in the same way, by the entities, figures, times, \
                 speakers and words that it shares with what is known to tell them. Figures that clash are named.",
            ),
            (
                "Siapa dan apa yang dibicarakan",
                "Kotak **Entitas** di samping nama yang ditandai mengatakan siapa atau apa yang dibicarakan: ketik nama, \
                 atau ambil yang disarankan. Sebutan pertama membuat entitas; setiap sebutan berikutnya menambahkan \
                 ejaannya sebagai nama lain.\n\n\
                 - Di samping saran ada alasannya, juga antar-ejaan dan antar-aksara, dan saran tidak pernah diambil dengan \
                 sendirinya. Satu tombol menautkan ke saran pertama dan pergi ke sebutan berikutnya tanpa tautan.\n\
                 - *Tidak ada di daftar* juga jawaban: sudah diperiksa.\n\
                 - Sebutan yang sama tampak menonjol dalam artikel, dan sebuah tombol melewatinya di semua artikel. Dengan \
                 dua artikel *berdampingan*, artikel yang lain bergulir ke tempatnya saat sesuatu dipilih di sini; klik \
                 atau sebuah tombol melanjutkan di sana.\n\
                 - Layar **Entitas** punya kartu untuk masing-masing: sebutan dalam konteksnya, nama, ID di tempat lain, \
                 dan catatan. *Gabungkan dengan …* menjadikan dua entitas satu, juga dengan menyeret satu baris ke baris \
                 lain; sebutan yang dicentang menjadi entitas tersendiri. Entitas yang dihapus meninggalkan sebutannya, \
                 tanpa tautan.\n\
                 - Di samping pernyataan, kotak **Klaim** menyarankan klaim dengan cara yang sama: menurut entitas, angka, \
                 waktu, narasumber, dan kata yang dimilikinya bersama pernyataan lain. Angka yang bertentangan disebutkan.",
            ),
        ),
        Topic::Claims => pick(
            (
                "What is claimed",
                "A **claim** is a sentence in your own words; statements of articles refer to it in the box **Claim**. The \
                 screen **Claims** holds what each article, outlet or speaker says of it against the row's reference: the \
                 earliest statement, or the one that you choose. *How it is judged* tells the rule.\n\n\
                 - A click or Enter opens a cell; the arrows go from cell to cell.\n\
                 - Rows and columns are moved by dragging their heads, by Alt with the arrows, or by the buttons of the open \
                 claim. The order is kept with the project.\n\
                 - The matrix is printed, and saved as SVG, as a page (HTML) that opens by itself, or as CSV with a line for \
                 each statement and for each cell that is silent.\n\
                 - The **claim report** has every quote in full, with source, speaker, figure and judgement. *Copy with \
                 source* takes one quote along.",
            ),
            (
                "Apa yang diklaim",
                "**Klaim** adalah kalimat dengan kata Anda sendiri; pernyataan dalam artikel merujuknya di kotak **Klaim**. \
                 Layar **Klaim** membandingkan apa yang dikatakan tiap artikel, media, atau narasumber dengan acuan baris: \
                 pernyataan paling awal, atau yang Anda pilih. *Cara menilai* menjelaskan aturannya.\n\n\
                 - Klik atau Enter membuka sel; tombol panah berpindah dari sel ke sel.\n\
                 - Baris dan kolom dipindahkan dengan menyeret kepalanya, dengan Alt dan tombol panah, atau dengan tombol di \
                 klaim yang terbuka. Urutannya disimpan bersama proyek.\n\
                 - Matriks dapat dicetak, dan disimpan sebagai SVG, halaman (HTML) yang terbuka sendiri, atau CSV dengan satu \
                 baris untuk tiap pernyataan dan tiap sel yang diam.\n\
                 - **Laporan klaim** memuat setiap kutipan secara utuh, dengan sumber, narasumber, angka, dan penilaiannya. \
                 *Salin dengan sumber* membawa satu kutipan.",
            ),
        ),
        Topic::Schema => pick(
            (
                "Labels of one's own",
                "The screen **Schema** has the labels, their keys, colours and attributes. Take a preset, change it as \
                 you like, and save it as a file for other projects. The guidelines that you write there stand beside \
                 the article.",
            ),
            (
                "Label sendiri",
                "Layar **Skema** memuat label, tombol, warna, dan atributnya. Ambil sebuah praaturan, ubah sesuka Anda, \
                 dan simpan sebagai berkas untuk proyek lain. Pedoman yang Anda tulis di sana tampil di samping artikel.",
            ),
        ),
        Topic::Keeping => pick(
            (
                "Where the work is",
                "Everything is in this browser's own database, on this device. *Saved* is said only when it is written \
                 to the disk. Nothing is sent anywhere.\n\n\
                 **Export** saves a file: the whole project, to open it elsewhere or to keep a copy, or a table or \
                 lines for other programs; what such a file cannot hold is said before you save it. Do so now and then: a browser's data can be deleted by its settings, or with the \
                 device. Where the browser has it, a **backup folder** (in the settings) takes that file by itself.\n\n\
                 **History** shows what was done when, and goes back to any point.",
            ),
            (
                "Di mana pekerjaan disimpan",
                "Semuanya ada di basis data peramban ini, di perangkat ini. *Tersimpan* baru dikatakan setelah ditulis \
                 ke diska. Tidak ada yang dikirim ke mana pun.\n\n\
                 **Ekspor** menyimpan berkas: seluruh proyek, untuk dibuka di tempat lain atau sebagai salinan, atau \
                 tabel atau baris untuk program lain; yang tidak dapat dimuat disebutkan sebelum disimpan. Lakukan sesekali: data peramban dapat terhapus lewat pengaturannya, atau \
                 bersama perangkatnya. Bila peramban mendukungnya, **folder cadangan** (di pengaturan) menerima berkas itu \
                 secara otomatis.\n\n\
                 **Riwayat** menunjukkan apa yang dilakukan kapan, dan dapat kembali ke titik mana pun.",
            ),
        ),
    }
}
