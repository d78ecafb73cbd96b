//! The formats: names, for whom they are, what can be chosen, what they can hold.

use super::{Word, names, words};

names! {
    PROJECT: "Postil project", "Proyek Postil";
    PROJECT_FOR: "Everything, in one file that Postil opens again: for backups and for passing work on.",
        "Semuanya, dalam satu berkas yang dapat dibuka lagi oleh Postil: untuk cadangan dan untuk meneruskan pekerjaan.";
    PROJECT_ZIP: "Postil project, texts apart", "Proyek Postil, teks terpisah";
    PROJECT_ZIP_FOR: "The same as a zip with a file for each text.", "Sama, sebagai zip dengan satu berkas untuk tiap teks.";
    JSON_LINES: "JSON Lines", "JSON Lines";
    JSON_LINES_FOR: "One document per line with its text and annotations: for scripts and datasets.",
        "Satu dokumen per baris dengan teks dan anotasinya: untuk skrip dan himpunan data.";
    CSV: "Spans as CSV", "Rentang sebagai CSV";
    TSV: "Spans as TSV", "Rentang sebagai TSV";
    TABLE_FOR: "One row per marked piece of text, with tables of the articles and relations beside it: for spreadsheets and statistics.",
        "Satu baris per potongan teks yang ditandai, disertai tabel artikel dan relasi: untuk lembar kerja dan statistik.";
    CONLL: "CoNLL and BIO columns", "Kolom CoNLL dan BIO";
    CONLL_FOR: "One token per row with its tag: for training and judging models that recognise names.",
        "Satu token per baris dengan tagnya: untuk melatih dan menilai model pengenal nama.";
    CONLLU: "CoNLL-U with entities (CorefUD)", "CoNLL-U dengan entitas (CorefUD)";
    CONLLU_FOR: "One token per row, and mentions with the entity they refer to: for research on coreference.",
        "Satu token per baris, dan sebutan dengan entitas rujukannya: untuk penelitian koreferensi.";
    SPACY_JSON: "spaCy documents as JSON", "Dokumen spaCy sebagai JSON";
    SPACY_JSON_FOR: "Tokens, sentences, spans and entities of each article: for Doc.from_json.",
        "Token, kalimat, rentang, dan entitas tiap artikel: untuk Doc.from_json.";
    DOCBIN: "spaCy DocBin", "spaCy DocBin";
    DOCBIN_FOR: "The same in the file that spaCy trains from.", "Hal yang sama dalam berkas untuk melatih spaCy.";
    FILE_SPLIT: "one for each split", "satu untuk tiap bagian";
    FILE_PERSON: "one for each person", "satu untuk tiap orang";
    TOGETHER: "all articles together", "semua artikel bersama";
    FOLDER_SPLIT: "a folder for each split", "satu folder untuk tiap bagian";
    FOLDER_PERSON: "a folder for each person", "satu folder untuk tiap orang";
    HUGGING_FACE: "Hugging Face dataset", "Himpunan data Hugging Face";
    HUGGING_FACE_FOR: "A folder with tables and a card: for load_dataset, and to publish.",
        "Folder berisi tabel dan kartu: untuk load_dataset dan untuk diterbitkan.";
    ENTITY_IDS: "Ids of entities", "Id entitas";
    IDS_OF_PROJECT: "of the whole project", "untuk seluruh proyek";
    IDS_OF_ARTICLE: "of each article", "untuk tiap artikel";
    BRAT: "brat standoff", "brat standoff";
    BRAT_FOR: "A text and a file of annotations for each article, with the configuration: for brat and the programs that read its files.",
        "Satu teks dan satu berkas anotasi untuk tiap artikel, beserta konfigurasinya: untuk brat dan program yang membaca berkasnya.";
    CAS_JSON: "UIMA CAS JSON", "UIMA CAS JSON";
    CAS_JSON_FOR: "A file for each article, with its types: for INCEpTION.", "Satu berkas untuk tiap artikel, beserta tipenya: untuk INCEpTION.";
    SOURCE: "Files that were read", "Berkas yang dibaca";
    AS_READ: "As they were, if nothing changed", "Seperti semula, jika tidak berubah";
    ANEW: "Written anew", "Ditulis baru";
    DOCCANO: "doccano JSONL", "JSONL doccano";
    DOCCANO_FOR: "One article per line: for doccano.", "Satu artikel per baris: untuk doccano.";
    LABEL_STUDIO: "Label Studio JSON", "JSON Label Studio";
    LABEL_STUDIO_FOR: "Tasks and the labelling interface: for Label Studio.", "Tugas dan antarmuka pelabelan: untuk Label Studio.";
    WEB_ANNOTATION: "W3C Web Annotation", "Anotasi Web W3C";
    WEB_ANNOTATION_FOR: "JSON-LD and the texts: for linked data.", "JSON-LD beserta teksnya: untuk data bertaut.";
    CLAIM_REVIEW: "ClaimReview", "ClaimReview";
    CLAIM_REVIEW_FOR: "Claims with a published verdict: for search engines.", "Klaim yang putusannya telah terbit: untuk mesin pencari.";
    HTML: "Web pages", "Halaman web";
    HTML_FOR: "The articles of saved pages, with what the pages say of them.", "Artikel dari halaman yang disimpan, dengan keterangannya.";
    MARKDOWN: "Markdown", "Markdown";
    MARKDOWN_FOR: "Articles in Markdown, read without its marks.", "Artikel dalam Markdown, dibaca tanpa tandanya.";
    TASK: "Task", "Tugas";
    SPANS: "sequence labelling", "pelabelan urutan";
    RELATIONS: "relations", "relasi";
    COUNTED: "Offsets count", "Satuan posisi";
    UTF16: "UTF-16 units", "satuan UTF-16";
    CODE_POINTS: "code points", "titik kode";
    GRAPHEMES: "grapheme clusters", "gugus grafem";
    SCHEME: "Tags", "Tag";
    IOB2: "IOB2: B- begins each annotation", "IOB2: B- mengawali tiap anotasi";
    IOB1: "IOB1: B- only between two that touch", "IOB1: B- hanya di antara dua yang bersentuhan";
    BIOES: "BIOES: E- ends, S- is a single token", "BIOES: E- mengakhiri, S- token tunggal";
    BILOU: "BILOU: L- ends, U- is a single token", "BILOU: L- mengakhiri, U- token tunggal";
    COLUMNS: "Columns", "Kolom";
    FOUR_COLUMNS: "four, as in CoNLL-2003", "empat, seperti CoNLL-2003";
    TWO_COLUMNS: "two: token and tag", "dua: token dan tag";
    SEPARATOR: "Between columns", "Di antara kolom";
    BLANK: "a blank", "spasi";
    TAB: "a tab", "tab";
    LEVELS: "Annotations in others", "Anotasi di dalam anotasi lain";
    OUTERMOST: "the outermost alone", "hanya yang terluar";
    EACH_LEVEL: "a column for each level", "satu kolom untuk tiap tingkat";
    OFFSETS: "Places in the text", "Tempat dalam teks";
    NO_OFFSETS: "none", "tidak ada";
    OFFSET_COLUMNS: "start and end of each token", "awal dan akhir tiap token";
    TEXT_COMMENT: "the text in a comment", "teks dalam komentar";
    FILES: "Files", "Berkas";
    ONE_FILE: "one for all articles", "satu untuk semua artikel";
    FILE_EACH: "one for each article", "satu untuk tiap artikel";
    MADE_FOR: "Made for", "Dibuat untuk";
    FOR_PROGRAMS: "programs: every text as it is", "program: setiap teks apa adanya";
    FOR_SPREADSHEETS: "spreadsheets: no cell becomes a formula", "lembar kerja: tidak ada sel yang menjadi rumus";
}

words! {
    // --- what offsets count ---
    code_points: "code points", "titik kode";
    utf16: "UTF-16 units", "satuan UTF-16";
    utf8: "bytes of UTF-8", "bita UTF-8";
    graphemes: "characters as one sees them", "karakter yang terlihat";
    tokens: "tokens", "token";

    // --- what a format may hold ---
    nested: "annotations in others", "anotasi di dalam anotasi lain";
    crossing: "annotations across others", "anotasi yang bersilangan";
    discontinuous: "annotations of several fragments", "anotasi berfragmen";
    attributes: "attributes", "atribut";
    links: "links to entities and claims", "tautan ke entitas dan klaim";
    relations: "relations", "relasi";
    notes: "notes", "catatan";
    makers: "who made what, and when", "pembuat dan waktunya";
    document_labels: "labels of whole articles", "label untuk seluruh artikel";
    metadata: "outlet, date and the like", "media, tanggal, dan sejenisnya";
    suggestions: "suggested and rejected annotations", "anotasi yang disarankan dan yang ditolak";
    registries: "the registries of entities and claims, ids aside", "daftar entitas dan klaim, selain id-nya";
    schema: "the schema, names aside", "skema, selain nama-namanya";

    // --- what is wrong with a file that is to be made ---
    unknown: "This format is not known here. Reload the page and try again.",
        "Format ini tidak dikenal di sini. Muat ulang halaman, lalu coba lagi.";
    unread(why: &str): "The project could not be read again while its file was made: {why}",
        "Proyek tidak dapat dibaca kembali saat berkasnya dibuat: {why}";
    unpacked(why: &str): "The files could not be put into one: {why}", "Berkas-berkas tidak dapat dijadikan satu: {why}";
    not_made(why: &str): "The helper that makes the file did not do so ({why}). Try again; if it fails again, reload the page, or choose fewer articles.",
        "Pembantu yang membuat berkas tidak berhasil ({why}). Coba lagi; jika gagal lagi, muat ulang halaman atau pilih lebih sedikit artikel.";
}
