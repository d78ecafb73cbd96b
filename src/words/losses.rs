//! What a file could not hold, said behind a count.

use super::{Word, names};

names! {
    NESTED: "annotations left out, since they lie in others", "anotasi tidak disertakan karena terletak di dalam anotasi lain";
    CROSSING: "annotations left out, since they cross others", "anotasi tidak disertakan karena bersilangan dengan anotasi lain";
    JOINED: "annotations of several fragments written from the first to the last", "anotasi berfragmen ditulis dari fragmen pertama sampai yang terakhir";
    SPLIT: "annotations of several fragments written as one each", "anotasi berfragmen ditulis sebagai anotasi tersendiri";
    CUT: "words cut where an annotation begins or ends in them", "kata dipotong di tempat anotasi mulai atau berakhir di dalamnya";
    TRIMMED: "annotation written without the white space at its ends|annotations written without the white space at their ends", "anotasi ditulis tanpa spasi di ujungnya";
    BLANK: "annotation of white space alone left out|annotations of white space alone left out", "anotasi yang hanya berisi spasi tidak disertakan";
    ATTRIBUTES: "attributes left out", "atribut tidak disertakan";
    LINKS: "links to entities and claims left out", "tautan ke entitas dan klaim tidak disertakan";
    RELATIONS: "relations left out", "relasi tidak disertakan";
    ACROSS: "relations left out, since their ends are not all in one article", "relasi tidak disertakan karena ujungnya tidak semua dalam satu artikel";
    NOTES: "notes left out", "catatan tidak disertakan";
    UNSURE: "annotations written without being unsure", "anotasi ditulis tanpa tanda ragu";
    SUGGESTED: "suggested annotations left out", "anotasi yang disarankan tidak disertakan";
    REJECTED: "rejected annotations left out", "anotasi yang ditolak tidak disertakan";
    ORIGINS: "annotations written without who made them and when", "anotasi ditulis tanpa pembuat dan waktunya";
    DOCUMENT_LABELS: "labels of whole articles left out", "label untuk seluruh artikel tidak disertakan";
    METADATA: "fields of articles left out", "keterangan artikel tidak disertakan";
    ENTITIES: "entities left out", "entitas tidak disertakan";
    CLAIMS: "claims left out", "klaim tidak disertakan";
    CHARACTERS: "characters replaced", "karakter diganti";
    ARTICLES: "articles left out", "artikel tidak disertakan";
}
