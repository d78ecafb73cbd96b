//! What a file could not hold, said behind a count. English has a form for one and a form for more, with `|` in between.

use super::{Word, names, number};

/// `1 note left out`, `12 notes left out`.
pub fn lost(count: usize, what: Word) -> String {
    let said = what.say();
    let said = said.split_once('|').map_or(said, |(one, more)| if count == 1 { one } else { more });
    let mut text = number(count as u64);
    text.push(' ');
    text.push_str(said);
    text
}

names! {
    NESTED: "annotation left out, since it lies in another|annotations left out, since they lie in others", "anotasi tidak disertakan karena terletak di dalam anotasi lain";
    CROSSING: "annotation left out, since it crosses another|annotations left out, since they cross others", "anotasi tidak disertakan karena bersilangan dengan anotasi lain";
    KINDS: "annotation left out, since it marks no entity|annotations left out, since they mark no entity", "anotasi tidak disertakan karena tidak menandai entitas";
    JOINED: "annotation of several fragments written from the first to the last|annotations of several fragments written from the first to the last", "anotasi berfragmen ditulis dari fragmen pertama sampai yang terakhir";
    SPLIT: "annotation of several fragments written as one each|annotations of several fragments written as one each", "anotasi berfragmen ditulis sebagai anotasi tersendiri";
    CUT: "word cut where an annotation begins or ends in it|words cut where an annotation begins or ends in them", "kata dipotong di tempat anotasi mulai atau berakhir di dalamnya";
    BROKEN: "annotation written in pieces, since a line ends in it|annotations written in pieces, since a line ends in them", "anotasi ditulis terpisah karena ada akhir baris di dalamnya";
    TRIMMED: "annotation written without the white space at its ends|annotations written without the white space at their ends", "anotasi ditulis tanpa spasi di ujungnya";
    WIDENED: "annotation widened to whole characters|annotations widened to whole characters", "anotasi diperluas menjadi karakter utuh";
    BLANK: "annotation of white space alone left out|annotations of white space alone left out", "anotasi yang hanya berisi spasi tidak disertakan";
    ANNOTATIONS: "annotation left out|annotations left out", "anotasi tidak disertakan";
    ATTRIBUTES: "attribute left out|attributes left out", "atribut tidak disertakan";
    LINKS: "link to an entity or a claim left out|links to entities and claims left out", "tautan ke entitas dan klaim tidak disertakan";
    RELATIONS: "relation left out|relations left out", "relasi tidak disertakan";
    ACROSS: "relation left out, since its ends are not all in one article|relations left out, since their ends are not all in one article", "relasi tidak disertakan karena ujungnya tidak semua dalam satu artikel";
    NOTES: "note left out|notes left out", "catatan tidak disertakan";
    UNSURE: "annotation written without being unsure|annotations written without being unsure", "anotasi ditulis tanpa tanda ragu";
    SUGGESTED: "suggested annotation left out|suggested annotations left out", "anotasi yang disarankan tidak disertakan";
    REJECTED: "rejected annotation left out|rejected annotations left out", "anotasi yang ditolak tidak disertakan";
    ORIGINS: "annotation written without all that is known of how it came to be|annotations written without all that is known of how they came to be", "anotasi ditulis tanpa seluruh asal-usulnya";
    DOCUMENT_LABELS: "label of a whole article left out|labels of whole articles left out", "label untuk seluruh artikel tidak disertakan";
    METADATA: "field of an article left out|fields of articles left out", "keterangan artikel tidak disertakan";
    ENTITIES: "entity of the registry left out|entities of the registry left out", "entitas dari daftar tidak disertakan";
    CLAIMS: "claim of the registry left out|claims of the registry left out", "klaim dari daftar tidak disertakan";
    CHARACTERS: "character replaced|characters replaced", "karakter diganti";
    DEFUSED: "cell begins with an apostrophe, since a spreadsheet would take it for a formula|cells begin with an apostrophe, since a spreadsheet would take them for formulas", "sel diawali apostrof karena akan dianggap rumus oleh lembar kerja";
    OUTSIDE: "relation or attribute left out, since it names what was not chosen|relations and attributes left out, since they name what was not chosen", "relasi dan atribut tidak disertakan karena merujuk pada yang tidak dipilih";
    APART: "relation left out, since its ends stand in several files|relations left out, since their ends stand in several files", "relasi tidak disertakan karena ujungnya ada di beberapa berkas";
    PASSAGES: "passage of page furniture left out of the text or masked|passages of page furniture left out of the text or masked", "bagian halaman di luar artikel dibuang dari teks atau ditutupi";
    IN_PASSAGES: "annotation left out, since it lies in such a passage|annotations left out, since they lie in such passages", "anotasi tidak disertakan karena terletak di bagian itu";
    SHORTENED: "annotation written without what lies in such a passage|annotations written without what lies in such passages", "anotasi ditulis tanpa yang terletak di bagian itu";
    ARTICLES: "article left out|articles left out", "artikel tidak disertakan";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, speak};

    #[test]
    fn one_and_more_are_said_apart() {
        assert_eq!(lost(1, NOTES), "1 note left out");
        assert_eq!(lost(1_200, NOTES), "1,200 notes left out");
        speak(Language::Indonesian);
        assert_eq!(lost(1, NOTES), "1 catatan tidak disertakan");
    }
}
