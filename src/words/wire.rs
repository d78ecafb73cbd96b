//! What is said of JSON and of project files that are not as they should be: what was found, what was expected, what
//! was done.

use super::words;

words! {
    // --- JSON ---
    instead_of(found: &str, expected: &str): "{found} instead of {expected}", "{found}, bukan {expected}";
    in_key(what: &str, key: &str): "{what} in `{key}`", "{what} dalam `{key}`";
    key_twice(key: &str): "the key `{key}` a second time", "kunci `{key}` untuk kedua kalinya";
    no_key(key: &str): "no `{key}`", "tidak ada `{key}`";
    an_object: "an object", "objek";
    a_list: "a list", "daftar";
    a_text: "a text", "teks";
    true_or_false: "true or false", "true atau false";
    a_number: "a number", "angka";
    a_whole_number: "a whole number", "bilangan bulat";
    whole_number_to(max: u64): "a whole number from 0 to {max}", "bilangan bulat dari 0 sampai {max}";
    one_character: "one character", "satu karakter";
    a_pair: "a list of two", "daftar berisi dua";
    one_key: "an object with one key", "objek dengan satu kunci";
    unknown_word(word: &str): "the unknown word `{word}`", "kata tak dikenal `{word}`";
    half_pair: "half of a surrogate pair, which is no character", "setengah pasangan surogat, yang bukan karakter";
    a_role_filler: "what may stand in a role", "yang boleh mengisi sebuah peran";
    a_reference: "entity, claim or nil", "entity, claim, atau nil";
    a_speaker: "a speaker", "narasumber";
    no_end: "a string does not end", "sebuah string tidak berakhir";

    // --- a whole file ---
    not_utf8(offset: u64): "It is not UTF-8 (first at byte {offset}). Save it again as UTF-8 in the program it comes from.",
        "Berkas ini bukan UTF-8 (pertama di bita {offset}). Simpan lagi sebagai UTF-8 di program asalnya.";
    cut_off(line: u32, column: u32): "It ends in the middle of something, at line {line}, column {column}. It was probably cut off while being saved or copied: get it again from where it came.",
        "Berkas ini berakhir di tengah-tengah, di baris {line}, kolom {column}. Mungkin terpotong saat disimpan atau disalin: ambil lagi dari asalnya.";
    not_json(line: u32, column: u32, why: &str): "It is not valid JSON at line {line}, column {column} ({why}). Put that place right, or get the file again from where it came.",
        "Berkas ini bukan JSON yang sah di baris {line}, kolom {column} ({why}). Perbaiki bagian itu, atau ambil lagi berkasnya dari asalnya.";
    not_ours(why: &str): "It is not a Postil project: {why}.", "Ini bukan proyek Postil: {why}.";
    newer(version: u64, known: u32): "It is in version {version} of the format, and this Postil reads up to version {known}. Open it with a newer Postil; reloading this page may bring one.",
        "Format berkas ini versi {version}, sedangkan Postil ini membaca sampai versi {known}. Buka dengan Postil yang lebih baru; memuat ulang halaman ini mungkin mendapatkannya.";
    text_not_at_hand(of: &str): "The text of {of} is not at hand.", "Teks {of} tidak tersedia.";
    /// A record and what is wrong with it.
    record(path: &str, why: &str): "{path}: {why}.", "{path}: {why}.";
    no_object: "it is JSON, but no object", "ini JSON, tetapi bukan objek";
    other_format(format: &str, ours: &str): "its `format` is `{format}`, not `{ours}`", "`format`-nya `{format}`, bukan `{ours}`";
    no_format(ours: &str): "it has no `format` that says `{ours}`", "tidak ada `format` yang menyatakan `{ours}`";
    no_schema: "it has no `schema` with labels, attributes and relationTypes", "tidak ada `schema` dengan labels, attributes, dan relationTypes";
    no_version: "it has no `version` that is a number from 1", "tidak ada `version` berupa angka mulai dari 1";
    other_unit(unit: &str): "its offsets count `{unit}`, not `codepoint`", "posisinya menghitung `{unit}`, bukan `codepoint`";

    // --- records: what was done ---
    left_out: "left out", "dilewatkan";
    section_left_out: "the whole section left out", "seluruh bagian dilewatkan";
    key_left_out: "the key left out, the record kept", "kuncinya dilewatkan, datanya dipertahankan";
    label_left_out: "the label left out, the document kept", "labelnya dilewatkan, dokumennya dipertahankan";
    slot_taken(slot: u8): "slot {slot} taken", "slot {slot} dipakai";
    text_kept: "the text kept as it is; annotations are held against their quotes",
        "teks dipertahankan apa adanya; anotasi dicocokkan dengan kutipannya";

    // --- records: found and expected ---
    something_else: "something else", "sesuatu yang lain";
    a_time: "a time such as 2023-10-27T09:15:00Z", "waktu seperti 2023-10-27T09:15:00Z";
    unknown_key(key: &str): "the unknown key `{key}`", "kunci tak dikenal `{key}`";
    known_keys: "only keys of version 1, and `x-…`", "hanya kunci versi 1 dan `x-…`";
    known_keys_only: "only keys of version 1", "hanya kunci versi 1";
    whole_characters: "whole characters", "karakter utuh";
    schema_lists: "an object with labels, attributes, relationTypes", "objek dengan labels, attributes, relationTypes";
    a_list_of_records: "a list of records", "daftar data";
    a_record: "a record as version 1 has it", "data menurut versi 1";
    id_twice(id: &str): "the id {id} a second time", "id {id} untuk kedua kalinya";
    own_id: "an id of its own", "id tersendiri";
    id_alone(id: &str): "the id {id} alone", "id {id} saja";
    what_it_names: "what it names", "yang dinamainya";
    slot(slot: u8): "the colour slot {slot}", "slot warna {slot}";
    slot_to(last: u8): "one from 0 to {last}", "satu dari 0 sampai {last}";
    the_label(id: &str): "the label {id}", "label {id}";
    a_label: "a label of the schema", "label dari skema";
    the_label_by(id: &str, by: &str): "the label {id} by {by}", "label {id} oleh {by}";
    a_label_and_person: "a label of the schema and one of the people", "label dari skema dan salah satu orangnya";
    no_nul: "a text without NUL characters", "teks tanpa karakter NUL";
    missing_text: "no text", "tidak ada teks";
    document_text: "the text of the document", "teks dokumen";
    not_the_texts(what: &str): "a {what} that is not the text's: it was changed since, or counted differently",
        "{what} yang bukan milik teksnya: teksnya berubah sejak itu, atau dihitung dengan cara lain";
    fingerprint(sha256: &str, length: u32): "sha256 {sha256}, {length} code points", "sha256 {sha256}, {length} titik kode";
    to_annotation(id: &str): "a reference to the annotation {id}", "rujukan ke anotasi {id}";
    an_annotation: "an annotation of the file that could be read", "anotasi dari berkas yang dapat dibaca";
    a_statement: "an annotation that refers to the claim", "anotasi yang merujuk ke klaim itu";
    earliest_taken: "the earliest statement is the reference", "pernyataan paling awal menjadi acuan";
    some_ends(n: usize): "{n} ends", "{n} ujung";
    two_ends: "two or more", "dua atau lebih";
    to_record(id: &str): "a reference to {id}", "rujukan ke {id}";
    a_record_id: "the id of a record of the file that could be read", "id data dari berkas yang dapat dibaca";
    to_document(id: &str): "a reference to the document {id}", "rujukan ke dokumen {id}";
    a_document: "a document of the file that could be read", "dokumen dari berkas yang dapat dibaca";
    as_maker(id: &str): "{id} as its maker", "{id} sebagai pembuatnya";
    a_person: "the id of one of the people", "id salah satu orangnya";
    entity_or_claim: "the id of an entity or a claim of the file", "id entitas atau klaim dari berkas";
    to_entity(id: &str): "a reference to the entity {id}", "rujukan ke entitas {id}";
    an_entity: "the id of an entity of the file", "id entitas dari berkas";
    to_claim(id: &str): "a reference to the claim {id}", "rujukan ke klaim {id}";
    a_claim: "the id of a claim of the file", "id klaim dari berkas";
    start_and_end(start: u32, end: u32): "start {start} and end {end}", "awal {start} dan akhir {end}";
    other_text(offsets: &str): "{offsets}, counted in another text of the article", "{offsets}, dihitung dalam teks lain dari artikel itu";
    quote_at(quote: &str, offsets: &str): "the quote {quote} at {offsets}", "kutipan {quote} di {offsets}";
    text_there(text: &str): "what the text has there, {text}", "yang ada di teks di situ, {text}";
    fragments_in_order: "fragments in ascending order that do not overlap", "fragmen berurutan yang tidak tumpang tindih";
    no_fragments: "no fragments", "tidak ada fragmen";
    one_or_more: "one or more", "satu atau lebih";
    within(length: u32, why: &str): "start < end, both within the text of {length} code points ({why})",
        "awal < akhir, keduanya di dalam teks sepanjang {length} titik kode ({why})";
    at_line(line: u32): "line {line}, ", "baris {line}, ";
    found_expected(found: &str, expected: &str): "found {found}, expected {expected}", "ditemukan {found}, seharusnya {expected}";
    fragments_outside: "its fragments lie outside its text", "fragmennya di luar teksnya";
}
