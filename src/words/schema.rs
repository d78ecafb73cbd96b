//! The screen *Schema*: labels, attributes, relation types, presets and files.

use super::words;

words! {
    // --- the screen ---
    lead: "What may be marked in this project, and how.", "Apa yang dapat ditandai dalam proyek ini, dan caranya.";
    labels: "Labels", "Label";
    save: "Save as a file", "Simpan sebagai berkas";
    save_hint: "Save labels, attributes, relation types and guidelines, to use them in another project",
        "Simpan label, atribut, jenis relasi, dan pedoman, untuk dipakai di proyek lain";
    load: "Load from a file …", "Muat dari berkas …";
    load_hint: "Take in a schema that was saved as a file; what changes is shown first",
        "Ambil skema yang disimpan sebagai berkas; perubahannya ditampilkan dahulu";
    presets: "Presets …", "Skema siap pakai …";
    schema_file(project: &str): "{project} schema", "skema {project}";

    // --- labels ---
    new_label: "New label", "Label baru";
    add: "Add", "Tambahkan";
    add_label: "Add label", "Tambahkan label";
    no_labels: "There are no labels yet. Add the first one, or take a preset.",
        "Belum ada label. Tambahkan yang pertama, atau ambil skema siap pakai.";
    all_labels: "All labels", "Semua label";
    choose_a_label: "Choose a label to change it.", "Pilih sebuah label untuk mengubahnya.";
    uses(n: &str): "used {n}×", "dipakai {n}×";
    unused: "not used", "tidak dipakai";
    move_up(name: &str): "{name}: up", "{name}: naikkan";
    move_down(name: &str): "{name}: down", "{name}: turunkan";
    move_hint: "A label is dragged by its grip to another place of its group; Alt+↑ and Alt+↓ move the one that has the focus.", "Label diseret pada pegangannya ke tempat lain dalam kelompoknya; Alt+↑ dan Alt+↓ memindahkan label yang sedang disorot.";
    name: "Name", "Nama";
    kind: "Kind", "Jenis";
    kind_entity: "Entity", "Entitas";
    kind_entity_hint: "Somebody or something with a name.", "Orang atau hal yang bernama.";
    kind_claim: "Claim", "Klaim";
    kind_claim_hint: "What is said to be so.", "Apa yang dikatakan demikian.";
    kind_other: "Other", "Lainnya";
    group: "Group", "Kelompok";
    group_hint: "Labels of one group stand side by side.", "Label satu kelompok berdampingan.";
    key: "Key", "Tombol";
    key_hint: "Marks in the article; may be empty.", "Menandai dalam artikel; boleh kosong.";
    colour: "Colour", "Warna";
    description: "Description", "Keterangan";
    description_hint: "Shown while marking.", "Ditampilkan saat menandai.";
    delete_label: "Delete this label …", "Hapus label ini …";
    colour_0: "Blue", "Biru";
    colour_1: "Orange", "Jingga";
    colour_2: "Green", "Hijau";
    colour_3: "Pink", "Merah muda";
    colour_4: "Ochre", "Oker";
    colour_5: "Teal", "Hijau kebiruan";
    colour_6: "Red", "Merah";
    colour_7: "Indigo", "Nila";
    colour_8: "Grey", "Abu-abu";
    colour_9: "Olive", "Zaitun";
    colour_10: "Purple", "Ungu";
    colour_11: "Brown", "Cokelat";

    // --- attributes ---
    attributes: "Attributes", "Atribut";
    no_attributes: "It has none yet.", "Belum ada.";
    new_attribute: "New attribute", "Atribut baru";
    add_attribute: "Add attribute", "Tambahkan atribut";
    share: "Use one of another label", "Pakai atribut label lain";
    choose: "Choose …", "Pilih …";
    attribute_type: "Type", "Tipe";
    type_choice: "Choice", "Pilihan";
    type_flag: "Yes or no", "Ya atau tidak";
    type_text: "Text", "Teks";
    type_number: "Number", "Angka";
    type_quantity: "Quantity", "Jumlah";
    type_date: "Date", "Tanggal";
    type_entity: "Entity", "Entitas";
    type_annotation: "Annotation", "Anotasi";
    required: "Required", "Wajib";
    required_hint: "An annotation without it is shown as incomplete; a label of a whole article has no attributes",
        "Anotasi tanpanya ditampilkan sebagai belum lengkap; label seluruh artikel tidak memiliki atribut";
    default: "New annotations get", "Anotasi baru mendapat";
    nothing: "nothing", "tidak ada";
    values: "Values", "Nilai";
    value(n: usize): "Value {n}", "Nilai {n}";
    add_value: "Add a value", "Nilai baru";
    add_this_value: "Add value", "Tambahkan nilai";
    remove(name: &str): "{name}: remove", "{name}: hapus";
    shared_with(labels: &str): "Also of {labels}: a change is one for all.", "Juga milik {labels}: perubahan berlaku untuk semua.";
    drop_attribute: "Take it off this label …", "Lepaskan dari label ini …";
    close: "Close", "Tutup";

    // --- relation types ---
    relations: "Relation types", "Jenis relasi";
    relations_lead: "How annotations, entities, claims and articles may be linked, and in which roles.",
        "Bagaimana anotasi, entitas, klaim, dan artikel dapat dikaitkan, dan dalam peran apa.";
    new_relation: "New relation type", "Jenis relasi baru";
    add_relation: "Add relation type", "Tambahkan jenis relasi";
    relation_key_hint: "Begins such a relation of the selected annotation; may be empty.",
        "Memulai relasi seperti itu untuk anotasi yang dipilih; boleh kosong.";
    symmetric: "Its ends are alike", "Kedua ujungnya setara";
    roles: "Roles", "Peran";
    role(n: usize): "Role {n}", "Peran {n}";
    add_role: "Add a role", "Peran baru";
    add_this_role: "Add role", "Tambahkan peran";
    role_from: "from", "dari";
    role_to: "to", "ke";
    filled_by(role: &str): "{role} may be", "{role} boleh berupa";
    anything: "Nothing chosen: anything.", "Tidak ada yang dipilih: apa saja.";
    any_annotation: "any annotation", "anotasi apa saja";
    an_entity: "entity of the registry", "entitas dalam daftar";
    a_claim: "claim of the registry", "klaim dalam daftar";
    a_document: "article", "artikel";
    delete_relation: "Delete this type", "Hapus jenis ini";
    relation_used(name: &str, n: &str): "{name} is in use ({n}), and stays.", "{name} sedang dipakai ({n}), dan tetap ada.";
    role_used: "Relations of this type have something in this role, and it stays.",
        "Relasi jenis ini mengisi peran tersebut, jadi peran itu tetap ada.";

    // --- guidelines ---
    guidelines: "Guidelines", "Pedoman";
    guidelines_lead: "What annotators are asked to do. They stand beside the article while reading, and go along in the schema's file.",
        "Apa yang diminta dari anotator. Pedoman tampil di samping artikel saat membaca, dan ikut dalam berkas skema.";
    guidelines_text: "Guidelines in Markdown", "Pedoman dalam Markdown";
    guidelines_hint: "# heading · - list · *emphasis* · **strong** · `code` · [words](https://…)",
        "# judul · - daftar · *penekanan* · **tebal** · `kode` · [kata](https://…)";
    guidelines_kept: "Guidelines kept. Ctrl+Z takes it back.", "Pedoman disimpan. Ctrl+Z mengurungkannya.";

    // --- what is said ---
    name_missing: "A name is needed.", "Nama diperlukan.";
    name_taken(name: &str): "{name} is there already. Choose another name.", "{name} sudah ada. Pilih nama lain.";
    value_taken(name: &str): "{name} is there already.", "{name} sudah ada.";
    either(one: &str, other: &str): "{one} or {other}? Choose which is meant.", "{one} atau {other}? Pilih yang dimaksud.";
    no_number: "This is not a number such as 12, -3 or 0.5.", "Ini bukan angka seperti 12, -3, atau 0.5.";
    key_is_one_character: "A key is one character.", "Tombol adalah satu karakter.";
    key_of_label(key: &str, label: &str): "{key} marks with {label} already. Choose another key.",
        "{key} sudah menandai dengan {label}. Pilih tombol lain.";
    key_of_relation(key: &str, kind: &str): "{key} begins the relation {kind} already. Choose another key.",
        "{key} sudah memulai relasi {kind}. Pilih tombol lain.";
    key_of_command(key: &str, command: &str): "{key} is the key of a command: {command}. Choose another key.",
        "{key} adalah tombol sebuah perintah: {command}. Pilih tombol lain.";
    added(name: &str): "Added: {name}", "Ditambahkan: {name}";
    changed(name: &str): "Changed: {name}. Ctrl+Z takes it back.", "Diubah: {name}. Ctrl+Z mengurungkannya.";
    renamed(from: &str, to: &str): "{from} is now {to}. Ctrl+Z takes it back.", "{from} kini {to}. Ctrl+Z mengurungkannya.";
    moved(name: &str, at: &str, of: &str): "{name}: {at} of {of}", "{name}: {at} dari {of}";
    stays(name: &str): "{name} cannot go further", "{name} tidak dapat bergeser lagi";
    values_gone(name: &str, n: &str): "Changed: {name}. {n} did not fit and went.", "Diubah: {name}. {n} tidak cocok dan dihapus.";
    retyped(name: &str): "Changed with its values: {name}", "Diubah bersama nilainya: {name}";
    default_gone(value: &str): "The default “{value}” is no value of that type and went.",
        "Nilai bawaan “{value}” bukan nilai jenis itu dan dihapus.";
    deleted(name: &str): "Deleted: {name}", "Dihapus: {name}";
    deleted_with(name: &str, n: &str): "Deleted: {name}, with {n}", "Dihapus: {name}, bersama {n}";
    deleted_into(name: &str, n: &str, to: &str): "Deleted: {name}. {n} moved to {to}.", "Dihapus: {name}. {n} pindah ke {to}.";

    // --- deleting ---
    delete_title: "Delete this label?", "Hapus label ini?";
    delete_used(name: &str, n: &str): "{name} is used {n}×. What is to become of that?",
        "{name} dipakai {n}×. Apa yang harus terjadi dengannya?";
    delete_entities(n: &str): "Entities of the registry with this label: {n}. They cannot be without one, so they move.",
        "Entitas dalam daftar dengan label ini: {n}. Entitas tidak bisa tanpa label, jadi dipindahkan.";
    choose_fate: "Choose …", "Pilih …";
    move_to: "Move to", "Pindahkan ke";
    delete_them: "Delete the annotations, too", "Hapus anotasinya juga";
    delete: "Delete", "Hapus";
    cancel: "Cancel", "Batal";
    drop_title: "Take this attribute off?", "Lepaskan atribut ini?";
    drop_used(name: &str, label: &str, n: &str): "{name} has a value on {n} with the label {label}. The values go with it; Undo brings them back.",
        "{name} memiliki nilai pada {n} berlabel {label}. Nilainya ikut hilang; Urungkan mengembalikannya.";
    drop: "Take off", "Lepaskan";
    retype_title: "Change the type?", "Ubah tipenya?";
    retype_used(name: &str, n: &str, kind: &str): "{name} has {n}. With the type {kind}:", "{name} memiliki {n}. Dengan tipe {kind}:";
    retype_read(n: &str): "Values of the new type: {n}", "Nilai bertipe baru: {n}";
    retype_kept(n: &str): "Not of the new type, and kept as they are: {n}", "Bukan bertipe baru, dan tetap seperti semula: {n}";
    retype_gone(n: &str): "Not readable as the new type: {n}. They go; Undo brings them back.",
        "Tidak terbaca sebagai tipe baru: {n}. Nilai ini hilang; Urungkan mengembalikannya.";
    retype_examples(texts: &str): "Such as {texts}", "Misalnya {texts}";
    retype_way(figure: &str): "Read figures such as {figure} as", "Baca angka seperti {figure} sebagai";
    retype: "Change the type", "Ubah tipe";

    // --- presets and files ---
    presets_title: "Presets", "Skema siap pakai";
    presets_lead: "A preset is taken into the schema of this project. What changes is shown first.",
        "Skema siap pakai diambil ke dalam skema proyek ini. Perubahannya ditampilkan dahulu.";
    look_at(name: &str): "Look at {name} …", "Lihat {name} …";
    take(name: &str): "Take {name}", "Ambil {name}";
    preset_news: "News", "Berita";
    preset_news_about: "What a new project begins with: people, bodies, places, claims with their cues and figures.",
        "Yang dimiliki proyek baru: orang, badan, tempat, klaim beserta penanda dan angkanya.";
    preset_conll: "CoNLL-2003", "CoNLL-2003";
    preset_conll_about: "The four classic types of names: PER, ORG, LOC, MISC.", "Empat jenis nama klasik: PER, ORG, LOC, MISC.";
    preset_onto: "OntoNotes 5", "OntoNotes 5";
    preset_onto_about: "Eighteen types of names and values, from PERSON to CARDINAL.",
        "Delapan belas jenis nama dan nilai, dari PERSON sampai CARDINAL.";
    preset_nergrit: "NERGrit (IndoNLU)", "NERGrit (IndoNLU)";
    preset_nergrit_about: "PERSON, ORGANISATION and PLACE, as the Indonesian benchmark has them.",
        "PERSON, ORGANISATION, dan PLACE, seperti dalam tolok ukur bahasa Indonesia.";
    preset_claims: "Claims and attribution", "Klaim dan atribusi";
    preset_claims_about: "Who says what, in which words, on what evidence; with relation types.",
        "Siapa mengatakan apa, dengan kata apa, atas bukti apa; dengan jenis relasi.";
    merge_title: "Take in a schema", "Ambil skema";
    merge_from(name: &str): "From {name}. Nothing is lost: what the other schema leaves open stays as it is.",
        "Dari {name}. Tidak ada yang hilang: yang tidak disebut skema itu tetap seperti semula.";
    merge_rows: "What changes", "Yang berubah";
    take_in: "Take it in", "Ambil";
    fate_added: "added", "ditambahkan";
    fate_changed: "changed", "diubah";
    fate_same: "the same", "sama";
    fate_kept: "kept", "tetap";
    fate_removed: "removed", "dihapus";
    remove_unused: "Remove labels that are only here and used nowhere", "Hapus label yang hanya ada di sini dan tidak dipakai";
    take_guidelines: "Take its guidelines in the place of those here", "Ganti pedoman di sini dengan pedomannya";
    without_key(key: &str, by: &str): "without its key {key}, which is that of {by}",
        "tanpa tombolnya {key}, yang milik {by}";
    with_key(key: &str): "key {key}", "tombol {key}";
    named(name: &str): "called {name}", "bernama {name}";
    equivalents: "names in other schemes", "nama dalam skema lain";
    a_relation_type: "relation type", "jenis relasi";
    merged(from: &str, added: usize, changed: usize): "Taken in from {from}: {added} added, {changed} changed",
        "Diambil dari {from}: {added} ditambahkan, {changed} diubah";
    nothing_to_merge: "Nothing changes", "Tidak ada yang berubah";
    saved_as(file: &str): "Saved as {file}", "Disimpan sebagai {file}";
}

/// The name of a colour slot.
pub fn colour_name(slot: u8) -> &'static str {
    match slot {
        0 => colour_0(),
        1 => colour_1(),
        2 => colour_2(),
        3 => colour_3(),
        4 => colour_4(),
        5 => colour_5(),
        6 => colour_6(),
        7 => colour_7(),
        8 => colour_8(),
        9 => colour_9(),
        10 => colour_10(),
        _ => colour_11(),
    }
}
