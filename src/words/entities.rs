//! Entities and claims: what annotations refer to, the registry and its cards.

use super::{count, pick, words};

/// `1 mention`, `12 mentions`.
pub fn mentions(n: usize) -> String {
    count(n, "mention", "mentions", "sebutan")
}

/// `1 entity`, `12 entities`.
pub fn entities(n: usize) -> String {
    count(n, "entity", "entities", "entitas")
}

/// `Linked to Hamas (3 annotations)`.
pub fn said_several(what: &str, n: usize) -> String {
    let annotations = super::annotations(n);
    pick(format!("{what} ({annotations})"), format!("{what} ({annotations})"))
}

/// `Marzuk is an entity of its own now, with 3 mentions`.
pub fn split(name: &str, n: usize) -> String {
    let mentions = mentions(n);
    pick(
        format!("{name} is an entity of its own now, with {mentions}"),
        format!("{name} kini entitas tersendiri, dengan {mentions}"),
    )
}

/// `Hamas deleted; 12 mentions stay without a link`.
pub fn deleted(name: &str, n: usize) -> String {
    let mentions = mentions(n);
    match n {
        0 => pick(format!("{name} deleted"), format!("{name} dihapus")),
        1 => pick(
            format!("{name} deleted; 1 mention stays, without a link"),
            format!("{name} dihapus; 1 sebutan tetap ada, tanpa tautan"),
        ),
        _ => pick(
            format!("{name} deleted; {mentions} stay, without a link"),
            format!("{name} dihapus; {mentions} tetap ada, tanpa tautan"),
        ),
    }
}

/// Of deleting an entity: what becomes of its mentions.
pub fn ask_delete(n: usize) -> String {
    let mentions = mentions(n);
    match n {
        0 => pick("Nothing refers to it.".to_owned(), "Tidak ada yang merujuk padanya.".to_owned()),
        _ => pick(
            format!("Its {mentions} stay and refer to nothing. Undo brings it back."),
            format!("{mentions} tetap ada tanpa rujukan. Urungkan mengembalikannya."),
        ),
    }
}

/// `1 word in common`, `3 words in common`.
pub fn words_shared(n: usize) -> String {
    count(n, "word in common", "words in common", "kata yang sama")
}

words! {
    entity: "Entity", "Entitas";
    claim: "Claim", "Klaim";

    // --- the box in region Annotation ---
    choose_entity: "Name, or nothing for suggestions", "Nama, atau kosongkan untuk saran";
    choose_claim: "Words, or nothing for suggestions", "Kata, atau kosongkan untuk saran";
    /// Of a new entity or claim.
    create(name: &str): "Create “{name}”", "Buat “{name}”";
    none_in_registry: "None in the registry", "Tidak ada di daftar";
    none_in_registry_hint: "Somebody looked, and it is nobody of the registry (NIL).",
        "Sudah diperiksa, dan tidak ada di daftar entitas (NIL).";
    no_link: "Take the link off", "Lepaskan tautan";
    /// On a button that links to an entity, with why it is suggested.
    link_to(name: &str, reason: &str): "Link to {name}: {reason}", "Tautkan ke {name}: {reason}";

    // --- why an entity is suggested ---
    same_string: "the same string", "tulisan yang sama";
    same_folded: "the same but for case and accents", "sama kecuali huruf besar dan aksen";
    part_of(name: &str): "part of “{name}” in this article", "bagian dari “{name}” di artikel ini";
    part_of_name(name: &str): "part of “{name}”", "bagian dari “{name}”";
    holds_name(name: &str): "holds “{name}”", "memuat “{name}”";
    same_skeleton(name: &str): "sounds like “{name}”", "berbunyi seperti “{name}”";
    similar(name: &str): "nearly “{name}”", "hampir “{name}”";
    initials(name: &str): "initials of “{name}”", "singkatan dari “{name}”";

    // --- why a claim is suggested: what the statement shares with its tellings ---
    says_so(name: &str): "{name} says so", "menurut {name}";
    figure_agrees(figure: &str): "{figure}, the same", "{figure}, sama";
    figures_meet(ours: &str, theirs: &str): "{ours} fits {theirs}", "{ours} cocok dengan {theirs}";
    figures_clash(ours: &str, theirs: &str): "clashes: {ours} here, {theirs} there",
        "bertentangan: {ours} di sini, {theirs} di sana";

    // --- what is said ---
    said_linked(name: &str): "Linked to {name}", "Ditautkan ke {name}";
    said_created(name: &str): "Created {name}", "{name} dibuat";
    said_nil: "None in the registry", "Tidak ada di daftar";
    said_unlinked: "Link taken off", "Tautan dilepas";
    refers_to_nothing: "This annotation refers to nothing", "Anotasi ini tidak merujuk pada apa pun";
    nothing_suggested: "Nothing is suggested here. Type a name in the box Entity, or create one.",
        "Tidak ada saran di sini. Ketik nama di kotak Entitas, atau buat yang baru.";
    no_claim_suggested: "No claim is suggested here. Type some of its words in the box Claim, or create one.",
        "Tidak ada klaim yang disarankan di sini. Ketik sebagian katanya di kotak Klaim, atau buat yang baru.";
    looking: "Looking for claims", "Mencari klaim";
    all_linked: "Every mention is linked", "Semua sebutan sudah ditautkan";
    all_told: "Every statement tells a claim", "Setiap pernyataan sudah punya klaim";
    /// None is left in the article that was open.
    goes_on_in(title: &str): "Done in that article; it goes on in “{title}”", "Artikel itu selesai; lanjut di “{title}”";
    only_place: "This is the only place that speaks of it", "Hanya tempat ini yang membicarakannya";
    /// What was done, and where the person is now.
    both(done: &str, there: &str): "{done}. {there}", "{done}. {there}";
    /// Of the places that speak of one entity: which, of how many, and what it is.
    place_of(at: usize, all: usize, there: &str): "{at} of {all}. {there}", "{at} dari {all}. {there}";

    // --- the screen ---
    find_entity: "Find a name", "Cari nama";
    every_type: "Every type", "Semua jenis";
    kind: "Type", "Jenis";
    name: "Name", "Nama";
    new_entity: "New entity", "Entitas baru";
    add: "Add", "Tambahkan";
    none_yet: "No entities yet", "Belum ada entitas";
    none_yet_hint: "Mark a name in an article, then press L, or type in the box Entity: the first mention makes the entity, the next ones are suggested.",
        "Tandai nama dalam artikel, lalu tekan L, atau ketik di kotak Entitas: sebutan pertama membuat entitas, yang berikutnya disarankan.";
    no_such: "No name holds these words", "Tidak ada nama dengan kata-kata ini";
    no_types: "The schema has no label of kind entity. Add one on the screen Schema.",
        "Skema tidak punya label berjenis entitas. Tambahkan di layar Skema.";
    choose_one: "Choose an entity to see who speaks of it", "Pilih entitas untuk melihat siapa yang membicarakannya";
    close_card: "Close the card", "Tutup kartu";
    other_names: "Other names", "Nama lain";
    add_name: "Add a name", "Tambahkan nama";
    remove_name(name: &str): "Remove the name {name}", "Hapus nama {name}";
    prefer(name: &str): "Make {name} the canonical name", "Jadikan {name} nama utama";
    by_a_person: "given by a person", "diberikan orang";
    ids: "Ids elsewhere", "ID di tempat lain";
    scheme: "Registry", "Daftar";
    id: "Id", "ID";
    add_id: "Add an id", "Tambahkan ID";
    remove_id(id: &str): "Remove {id}", "Hapus {id}";
    no_wikidata(id: &str): "“{id}” is no Wikidata id: a Q and digits, as Q42.",
        "“{id}” bukan ID Wikidata: Q dan angka, seperti Q42.";
    description: "Description", "Keterangan";
    note: "Note", "Catatan";
    merge: "Merge with …", "Gabungkan dengan …";
    merge_ask: "Which entity is the same?", "Entitas mana yang sama?";
    merge_hint: "Its names, ids and mentions become this one's. Undo takes it back.",
        "Nama, ID, dan sebutannya menjadi milik entitas ini. Urungkan membatalkannya.";
    merge_drop: "An entity dragged onto another one becomes part of it.",
        "Entitas yang diseret ke entitas lain menjadi bagiannya.";
    merged(other: &str, into: &str): "{other} is part of {into} now", "{other} kini bagian dari {into}";
    split_ticked: "Make the ticked an entity of their own", "Jadikan yang dicentang entitas tersendiri";
    unlink_ticked: "Unlink the ticked", "Lepaskan yang dicentang";
    delete_entity: "Delete the entity", "Hapus entitas";
    no_mentions: "Nothing refers to it yet", "Belum ada yang merujuk padanya";
    tick_mention(quote: &str): "Choose the mention {quote}", "Pilih sebutan {quote}";
}
