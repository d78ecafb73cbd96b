//! What acts are called: in notices, and behind *Undo* and *Redo*.

use super::words;

words! {
    adding_documents: "adding articles", "menambahkan artikel";
    removing_documents: "removing articles", "menghapus artikel";
    editing_document: "editing an article's details", "mengubah keterangan artikel";
    correcting_text: "taking a new version of the text", "memakai versi baru teks";
    setting_status: "setting the status", "mengatur status";
    marking: "marking", "menandai";
    deleting: "deleting annotations", "menghapus anotasi";
    relabelling: "changing the label", "mengganti label";
    reshaping: "moving the ends", "menggeser ujung";
    setting_attribute: "changing an attribute", "mengubah atribut";
    writing_note: "writing a note", "menulis catatan";
    being_unsure: "unsure", "tanda ragu";
    naming_person: "changing the name", "mengganti nama";
    renaming_project: "renaming the project", "mengganti nama proyek";
    editing_schema: "changing the schema", "mengubah skema";
    editing_guidelines: "writing the guidelines", "menulis pedoman";
    linking_entity: "linking mentions", "menautkan sebutan";
    editing_entity: "editing an entity", "mengubah entitas";
    merging_entities: "merging entities", "menggabungkan entitas";
    splitting_entity: "splitting an entity", "memisahkan entitas";
    deleting_entities: "deleting entities", "menghapus entitas";
    linking_claim: "linking statements", "menautkan pernyataan";
    editing_claim: "editing a claim", "mengubah klaim";
    deleting_claim: "deleting a claim", "menghapus klaim";
    choosing_reference: "choosing the reference", "memilih acuan";
    arranging_matrix: "moving in the matrix", "memindahkan dalam matriks";
    relating: "making a relation", "membuat relasi";
    editing_relation: "changing a relation", "mengubah relasi";
    deleting_relation: "deleting a relation", "menghapus relasi";
    going_back: "going back to an earlier state", "kembali ke keadaan sebelumnya";

    add_documents: "Add articles", "Tambahkan artikel";
    remove_documents: "Remove articles", "Hapus artikel";
    edit_document: "Edit article details", "Ubah keterangan artikel";
    correct_text: "New version of the text", "Versi baru teks";
    set_status: "Set the status", "Atur status";
    mark: "Mark", "Tandai";
    delete: "Delete", "Hapus";
    relabel: "Relabel", "Ganti label";
    reshape: "Change the ends", "Geser ujung";
    set_attribute: "Set an attribute", "Isi atribut";
    note: "Note", "Catatan";
    unsure: "Unsure", "Ragu";
    name_person: "Change your name", "Ganti nama Anda";
    rename_project: "Rename the project", "Ganti nama proyek";
    edit_schema: "Change the schema", "Ubah skema";
    edit_guidelines: "Write the guidelines", "Tulis pedoman";
    link_entity: "Link mentions", "Tautkan sebutan";
    edit_entity: "Edit entity", "Ubah entitas";
    merge_entities: "Merge entities", "Gabungkan entitas";
    split_entity: "Split entity", "Pisahkan entitas";
    delete_entities: "Delete entities", "Hapus entitas";
    link_claim: "Link statements", "Tautkan pernyataan";
    edit_claim: "Edit claim", "Ubah klaim";
    delete_claim: "Delete claim", "Hapus klaim";
    choose_reference: "Choose the reference", "Pilih acuan";
    arrange_matrix: "Move in the matrix", "Pindahkan dalam matriks";
    relate: "Relate", "Kaitkan";
    edit_relation: "Change relation", "Ubah relasi";
    delete_relation: "Delete relation", "Hapus relasi";
    go_back: "Go back", "Kembali";
}
