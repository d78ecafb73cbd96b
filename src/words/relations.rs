//! Relations: their ends, making them, and what does not fit.

use super::words;

/// What the types that every project has are called.
pub fn between_claims(id: &str) -> &'static str {
    match id {
        "same-as" => same_as(),
        "supports" => supports(),
        "contradicts" => contradicts(),
        _ => updates(),
    }
}

words! {
    same_as: "Same as", "Sama dengan";
    supports: "Supports", "Mendukung";
    contradicts: "Contradicts", "Bertentangan dengan";
    updates: "Updates", "Memperbarui";

    // --- the list ---
    relations: "Relations", "Relasi";
    relation(kind: &str, ends: &str): "{kind}: {ends}", "{kind}: {ends}";
    role(name: &str, fillers: &str): "{name} ({fillers})", "{name} ({fillers})";
    anything: "anything", "apa saja";
    in_article(title: &str): "in “{title}”", "dalam “{title}”";
    of(name: &str): "of {name}", "milik {name}";
    go_to(kind: &str, end: &str): "{kind}: go to {end}", "{kind}: pergi ke {end}";
    turn(what: &str): "Turn round {what}", "Balik arah {what}";
    add_end(role: &str): "Add “{role}”", "Tambahkan “{role}”";
    delete(what: &str): "Delete {what}", "Hapus {what}";
    wrong: "Does not fit", "Tidak cocok";
    back: "Back to where you came from", "Kembali ke asal";
    add: "Add a relation", "Tambahkan relasi";
    choose_type: "Type of the new relation …", "Jenis relasi baru …";
    fits_not: "does not fit here", "tidak cocok di sini";
    no_such_type: "No relation type has these words.", "Tidak ada jenis relasi dengan kata ini.";
    no_types: "This project has no relation types yet. They are added on the screen Schema.",
        "Proyek ini belum memiliki jenis relasi. Jenis relasi ditambahkan di layar Skema.";

    // --- between claims ---
    type_of_new: "Type", "Jenis";
    other_claim: "The other claim", "Klaim lainnya";
    choose_claim: "Words of the other claim …", "Kata dari klaim lainnya …";
    no_relations: "It is related to no other claim yet.", "Belum terkait dengan klaim lain.";
    no_other_claim: "No other claim has these words.", "Tidak ada klaim lain dengan kata ini.";
    loop_of_claims(kind: &str): "By its own relations “{kind}” the other claim leads back to this one, so this would be a loop.",
        "Melalui relasi “{kind}” miliknya, klaim itu berujung kembali ke klaim ini, jadi akan berputar.";

    // --- picking the other end ---
    picking(kind: &str, what: &str, own: &str, role: &str, fillers: &str): "{kind}: {what} as “{own}”. Pick “{role}” ({fillers})",
        "{kind}: {what} sebagai “{own}”. Pilih “{role}” ({fillers})";
    picking_alike(kind: &str, what: &str, fillers: &str): "{kind}: {what}. Pick the other end ({fillers})",
        "{kind}: {what}. Pilih ujung lainnya ({fillers})";
    picking_more(kind: &str, what: &str, role: &str, fillers: &str): "{kind} of {what}: pick “{role}” ({fillers})",
        "{kind} dari {what}: pilih “{role}” ({fillers})";
    there_already: "This relation is there already", "Relasi ini sudah ada";
    few_roles(kind: &str): "The relation type {kind} has fewer than two roles. Add them on the screen Schema.",
        "Jenis relasi {kind} memiliki kurang dari dua peran. Tambahkan di layar Skema.";
    fits_nowhere(what: &str, kind: &str, roles: &str): "{what} does not fit into {kind}: {roles}.",
        "{what} tidak cocok untuk {kind}: {roles}.";
    refers_to_no_entity(what: &str, role: &str): "{what} refers to no entity yet, and “{role}” is an entity. Link it first, or pick another mark.",
        "{what} belum merujuk entitas, padahal “{role}” adalah entitas. Tautkan dahulu, atau pilih tanda lain.";
    refers_to_no_claim(what: &str, role: &str): "{what} refers to no claim yet, and “{role}” is a claim. Link it first, or pick another mark.",
        "{what} belum merujuk klaim, padahal “{role}” adalah klaim. Tautkan dahulu, atau pilih tanda lain.";

    // --- what does not fit ---
    cannot_be(what: &str, role: &str, fillers: &str): "{what} cannot be “{role}”: that may be {fillers}.",
        "{what} tidak bisa menjadi “{role}”: yang boleh hanya {fillers}.";
    no_type(id: &str): "The schema has no relation type “{id}”. The relation is kept until you delete it.",
        "Skema tidak memiliki jenis relasi “{id}”. Relasi ini disimpan sampai Anda menghapusnya.";
    no_role(role: &str): "Its type has no role “{role}”.", "Jenisnya tidak memiliki peran “{role}”.";
    missing(role: &str): "Nothing is its “{role}”.", "Peran “{role}” kosong.";
    few_ends: "It has fewer than two ends.", "Ujungnya kurang dari dua.";
    same_end: "Two of its ends are the same.", "Dua ujungnya sama.";
    cannot_turn(why: &str): "It cannot be turned round: {why}", "Arahnya tidak bisa dibalik: {why}";

    // --- going along ---
    went_to(what: &str, keys: &str): "{what}. {keys} goes back", "{what}. {keys} untuk kembali";
    no_way_back: "You followed no relation here", "Anda tidak menelusuri relasi ke sini";
}
