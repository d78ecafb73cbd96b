//! What spaCy calls a string: a number for the names that it knows itself, for any other its hash.
//!
//! The names are those of spaCy 3 (`spacy/symbols.pyx`); the hash is MurmurHash64A with the seed 1. A string that is known
//! by its number would not be found by its hash.

/// From 1.
const FIRST: &str = "\
    IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP \
    IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY";
/// From 64.
const COLUMNS: &str = "\
    ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START \
    SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL \
    SPACE";
/// From 380.
const KINDS: &str = "\
    PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY \
    ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj \
    csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num \
    number oprd obj obl parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod \
    root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _";

/// The number of a string.
pub(super) fn id(string: &str) -> u64 {
    if string.is_empty() {
        return 0;
    }
    symbol(string).unwrap_or_else(|| murmur(string.as_bytes()))
}

fn symbol(string: &str) -> Option<u64> {
    let place = |names: &str| names.split(' ').position(|name| name == string).map(|at| at as u64);
    let numbered = |prefix: &str, digits: usize| {
        let number = string.strip_prefix(prefix).filter(|rest| rest.len() == digits)?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse::<u64>().ok()).flatten()
    };
    place(FIRST)
        .map(|at| at + 1)
        .or_else(|| numbered("FLAG", 2).filter(|n| (19..=63).contains(n)))
        .or_else(|| place(COLUMNS).map(|at| at + 64))
        .or_else(|| numbered("DEPRECATED", 3).filter(|n| (1..=276).contains(n)).map(|n| n + 103))
        .or_else(|| place(KINDS).map(|at| at + 380))
}

fn murmur(bytes: &[u8]) -> u64 {
    const MIX: u64 = 0xC6A4_A793_5BD1_E995;
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(MIX);
    let mut blocks = bytes.chunks_exact(8);
    for block in &mut blocks {
        let mut word = block.iter().rev().fold(0_u64, |word, &byte| word << 8 | u64::from(byte));
        word = word.wrapping_mul(MIX);
        word ^= word >> 47;
        hash = (hash ^ word.wrapping_mul(MIX)).wrapping_mul(MIX);
    }
    let rest = blocks.remainder();
    if !rest.is_empty() {
        let word = rest.iter().rev().fold(0_u64, |word, &byte| word << 8 | u64::from(byte));
        hash = (hash ^ word).wrapping_mul(MIX);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(MIX);
    hash ^ hash >> 47
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `spacy.strings.StringStore().add(…)` has them.
    #[test]
    fn strings_have_the_numbers_of_spacy() {
        for (string, number) in [
            ("", 0),
            ("a", 11_901_859_001_352_538_922),
            ("Marzouk", 9_901_313_427_676_388_366),
            ("12345678", 9_871_996_032_675_327_904),
            ("한국 x", 1_596_743_399_754_541_408),
            ("123456789", 2_056_675_840_866_671_865),
            ("IS_ALPHA", 1),
            ("FLAG63", 63),
            ("ID", 64),
            ("DEPRECATED001", 104),
            ("PERSON", 380),
            ("_", 456),
        ] {
            assert_eq!(id(string), number, "{string}");
        }
    }
}
