//! Whether two figures count the same.

use crate::model::{Decimal, Quantity};
use crate::text::plain;

/// Words of one meaning, in English, Indonesian, Russian and, where they are told of most, Arabic and Chinese; `*` stands
/// for any ending. Those before [`HUMAN`] are people: those before [`PLAIN`] in some part, the others whoever they are, so
/// that *200 people* and *220 warga* may be held against *224 hostages*, *200 hostages* not against *224 soldiers*.
pub(super) const MEANINGS: [&str; 46] = [
    "hostage|captive|abductee|sandera|tawanan|заложни*|пленн*|رهين*|رهائن|人质",
    "dead|death|killed|fatality|tewas|meninggal|погиб*|убит*|смерт*",
    "victim|casualty|korban|жертв*",
    "injured|injury|wounded|terluka|luka|ранен*|пострада*",
    "missing|hilang|пропавш*",
    "civilian|sipil|мирн*",
    "soldier|troop|serviceman|tentara|prajurit|солдат*|военн*",
    "refugee|displaced|evacuee|pengungsi|беженц*|беженец|эвакуирован*",
    "protester|demonstrator|pengunjuk|demonstran|протест*|демонстрант*",
    "worker|employee|pekerja|buruh|karyawan|рабоч*|работник*",
    "passenger|penumpang|пассажир*",
    "student|pupil|siswa|pelajar|mahasiswa|студент*|школьник*",
    "citizen|national|warga|граждан*",
    "resident|inhabitant|villager|penduduk|жител*",
    "person|people|individual|other|orang|jiwa|lainnya|человек*|люд*|شخص*|人|名",
    "$|dollar|usd|us$|dolar|доллар*",
    "€|euro|eur|евро",
    "£|pound|gbp|pon|фунт*",
    "rupiah|rp|idr|рупи*",
    "ruble|rouble|rub|rubel|рубл*|₽",
    "yuan|cny|rmb|юан*",
    "yen|jpy|иен*",
    "km|kilometre|kilometer|км|километр*",
    "m|metre|meter|м|метр*",
    "cm|centimetre|centimeter|sentimeter|см|сантиметр*",
    "mile|mil|миля|мили|миль",
    "foot|feet|ft|kaki|фут*",
    "ha|hectare|hektare|hektar|гектар*|га",
    "kg|kilogram|kilogramme|кг|килограмм*",
    "t|ton|tonne|тонн*",
    "litre|liter|литр*",
    "barrel|barel|баррел*",
    "second|detik|секунд*",
    "minute|menit|минут*",
    "hour|jam|час|часа|часов",
    "day|hari|день|дня|дней",
    "week|minggu|pekan|недел*",
    "month|bulan|месяц*",
    "year|tahun|год|года|лет",
    "house|home|rumah|дом|дома|домов",
    "building|bangunan|gedung|здани*",
    "rocket|missile|roket|rudal|ракет*",
    "plane|aircraft|airplane|pesawat|самолет*",
    "ship|vessel|boat|kapal|судн*|судов|корабл*",
    "vehicle|kendaraan|машин*",
    "vote|suara|голос*",
];

/// How many of [`MEANINGS`], from the first, are people.
const HUMAN: usize = 15;
/// How many of these, from the first, are so in some part.
const PLAIN: usize = 12;
/// Which of [`MEANINGS`] say next to nothing of what is told: whoever people are, money, measures, times. Half of all news
/// count in them.
const LITTLE: std::ops::Range<usize> = PLAIN..LITTLE_END;
/// Behind *year*.
const LITTLE_END: usize = 39;

/// Whether the meaning of this number says next to nothing of what is told.
pub(super) fn says_little(meaning: u32) -> bool {
    LITTLE.contains(&(meaning as usize))
}

/// Words that multiply what they stand before.
const SCALES: [(&str, i32); 4] = [
    ("thousand|ribu|тыс|тысяч*", 3),
    ("million|mn|juta|млн|миллион*", 6),
    ("billion|bn|miliar|milyar|млрд|миллиард*", 9),
    ("trillion|tn|triliun|трлн|триллион*", 12),
];

/// Words of a share in a hundred; with [`POINTS`] beside it, of the step from one share to another.
const PERCENT: &str = "%|percent|pct|persen|percentage|persentase|процент*";
const POINTS: &str = "point|poin|пункт*";

/// Words that make another unit of the one beside them.
const MADE: &str = "per|square|sq|persegi|cubic|kubik|квадратн*|кв|кубическ*|куб|в";

/// What a figure counts, as far as comparing goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Counted {
    /// Nobody has said.
    Unsaid,
    Percent,
    Points,
    /// One of [`MEANINGS`].
    Meaning(usize),
    /// In words of its own.
    Words(String),
}

/// What a unit counts, and how many powers of ten stand in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unit {
    counted: Counted,
    scale: i32,
}

impl Unit {
    pub(super) fn of(unit: &str) -> Self {
        let words = words(unit);
        let mut scale = 0;
        let mut rest: Vec<&str> = Vec::new();
        for word in &words {
            match SCALES.iter().find(|(all, _)| is_one_of(word, all)) {
                Some((_, by)) => scale += by,
                None => rest.push(word),
            }
        }
        let any = |all: &str| rest.iter().any(|word| is_one_of(word, all));
        // `per cent` is no rate.
        let cent = rest.windows(2).any(|pair| pair == ["per", "cent"]);
        let counted = if rest.is_empty() {
            Counted::Unsaid
        } else if cent || any(PERCENT) {
            if any(POINTS) { Counted::Points } else { Counted::Percent }
        } else if any(MADE) || unit.contains('/') {
            Counted::Words(stems(&rest))
        } else {
            let meaning = |word: &&str| MEANINGS.iter().position(|all| is_one_of(word, all));
            let found: Vec<usize> = rest.iter().filter_map(meaning).collect();
            // *People killed* and *warga yang disandera* say more than people.
            let more = found.iter().find(|n| !(PLAIN..HUMAN).contains(*n));
            more.or(found.first()).copied().map_or_else(|| Counted::Words(stems(&rest)), Counted::Meaning)
        };
        Self { counted, scale }
    }

    /// Whether anybody has said what is counted.
    pub(super) fn is_said(&self) -> bool {
        self.counted != Counted::Unsaid
    }

    /// Whether what is counted says next to nothing of what is told.
    pub(super) fn says_little(&self) -> bool {
        matches!(self.counted, Counted::Meaning(n) if LITTLE.contains(&n))
    }

    /// What is counted, without powers of ten.
    pub(super) fn plain(self) -> Self {
        Self { scale: 0, ..self }
    }

    /// Whether figures in these units can be held against each other. One without a unit can against any that is not a
    /// share: of the tellings of one claim it is most likely to count what the others count.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let human = |counted: &Counted| matches!(counted, Counted::Meaning(n) if *n < HUMAN);
        let plain =
            |counted: &Counted| human(counted) && matches!(counted, Counted::Meaning(n) if *n >= PLAIN);
        match (&self.counted, &other.counted) {
            (Counted::Unsaid, Counted::Percent | Counted::Points) => false,
            (Counted::Percent | Counted::Points, Counted::Unsaid) => false,
            (Counted::Unsaid, _) | (_, Counted::Unsaid) => true,
            (one, two) if plain(one) || plain(two) => human(one) && human(two),
            (one, two) => one == two,
        }
    }

    /// A figure in this unit, with the powers of ten that stand in the unit; `None` for one that is beyond counting.
    pub(super) fn figure(&self, figure: &Decimal) -> Option<Decimal> {
        figure.shifted(self.scale)
    }
}

/// Whether two figures count the same, so that they can be held against each other.
pub fn count_the_same(one: &Quantity, other: &Quantity) -> bool {
    Unit::of(&one.unit).fits(&Unit::of(&other.unit))
}

/// The words of a unit, without case and marks.
fn words(unit: &str) -> Vec<String> {
    let folded: String = unit.chars().filter_map(plain).collect();
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(|char: char| !char.is_alphanumeric() && !is_sign(char)) {
        // *Rumah-rumah* are houses.
        if !word.is_empty() && words.last().is_none_or(|last| last != word) {
            // `€5` may come as `€`, and `5%` as `%`: a sign is a word of its own, but for `us$`.
            let sign = word.find(is_sign).filter(|at| *at > 0 && word != "us$");
            let (before, from) = word.split_at(sign.unwrap_or(0));
            words.extend([before, from].into_iter().filter(|part| !part.is_empty()).map(str::to_owned));
        }
    }
    words
}

/// Signs that are units by themselves.
fn is_sign(char: char) -> bool {
    matches!(char, '%' | '$' | '€' | '£' | '₽' | '°')
}

/// Whether a word is one of these, or the plural of one.
fn is_one_of(word: &str, all: &str) -> bool {
    all.split('|').any(|own| match own.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => own == word || stem(own) == stem(word),
    })
}

/// What an English word and its plural have in common: *hous*, *box*, *casualt*. Other words lose little by it.
pub(super) fn stem(word: &str) -> &str {
    let singular = word
        .strip_suffix('s')
        .filter(|rest| rest.len() > 1 && !rest.ends_with(['s', 'u']) && !rest.ends_with("ie"));
    let word = singular.or_else(|| word.strip_suffix("ies")).unwrap_or(word);
    word.strip_suffix(['e', 'y']).filter(|rest| rest.len() > 1).unwrap_or(word)
}

/// Words of a unit that is in no table, so that the plural does not count, nor a Russian ending.
fn stems(words: &[&str]) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() {
            joined.push(' ');
        }
        let whole = stem(word);
        let stem = whole.trim_end_matches(['а', 'е', 'и', 'о', 'у', 'ы', 'ь', 'ю', 'я', 'й', 'в']);
        joined.push_str(if stem.chars().count() > 2 { stem } else { whole });
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_one_meaning_fit() {
        for (one, other, fits) in [
            ("people", "people", true),
            ("people", "Persons", true),
            ("people", "orang", true),
            ("orang", "человек", true),
            ("orang-orang", "people", true),
            ("hostages", "sandera", true),
            ("hostage", "заложников", true),
            ("people", "hostages", true),
            ("orang sandera", "hostages", true),
            ("Israeli hostages", "sandera Israel", true),
            ("people killed", "dead", true),
            ("hostages", "soldiers", false),
            ("hostages", "warga", true),
            ("others", "hostages", true),
            ("individuals", "warga", true),
            ("residents", "people", true),
            ("warga sipil", "soldiers", false),
            ("رهينة", "hostages", true),
            ("人质", "sandera", true),
            ("名", "people", true),
            ("people", "km", false),
            ("people", "children", false),
            ("casualties", "victim", true),
            ("", "people", true),
            ("", "", true),
            ("", "%", false),
            ("%", "percent", true),
            ("per cent", "persen", true),
            ("per cent of voters", "процентов", true),
            ("%", "people", false),
            ("percentage points", "poin persentase", true),
            ("percentage points", "percent", false),
            ("km", "kilometres", true),
            ("Kilometer", "километра", true),
            ("km", "miles", false),
            ("km per hour", "km", false),
            ("km/h", "km/h", true),
            ("square kilometres", "kilometres", false),
            ("km²", "km", false),
            ("US$", "dollars", true),
            ("USD", "dolar AS", true),
            ("dollars", "euros", false),
            ("million dollars", "dollars", true),
            ("Rp", "rupiah", true),
            ("houses", "homes", true),
            ("rumah-rumah", "домов", true),
            ("boxes", "box", true),
            ("buses", "bus", true),
            ("goats", "goat", true),
            ("goats", "sheep", false),
            ("козы", "коз", true),
            ("wind turbines", "wind turbine", true),
            ("wind turbines", "turbines", false),
        ] {
            let (a, b) = (Unit::of(one), Unit::of(other));
            assert_eq!((a.fits(&b), b.fits(&a)), (fits, fits), "{one} and {other}");
            assert!(a.fits(&a), "{one}");
        }
    }

    #[test]
    fn powers_of_ten_in_a_unit_count() {
        for (figure, unit, expected) in [
            ("2.3", "million people", "2300000"),
            ("2.3", "juta orang", "2300000"),
            ("3", "млрд рублей", "3000000000"),
            ("40", "thousand", "40000"),
            ("7", "people", "7"),
        ] {
            let read = Unit::of(unit).figure(&Decimal::new(figure).expect(figure));
            assert_eq!(read, Decimal::new(expected), "{figure} {unit}");
        }
    }

    #[test]
    fn no_word_has_two_meanings() {
        let mut all: Vec<&str> = MEANINGS.iter().flat_map(|words| words.split('|')).collect();
        all.extend(SCALES.iter().flat_map(|(words, _)| words.split('|')));
        for word in &all {
            let of = MEANINGS.iter().filter(|words| is_one_of(word.trim_end_matches('*'), words)).count()
                + SCALES.iter().filter(|(words, _)| is_one_of(word.trim_end_matches('*'), words)).count();
            assert_eq!(of, 1, "{word}");
        }
        assert!(is_one_of("people", MEANINGS[HUMAN - 1]) && !is_one_of("people", MEANINGS[HUMAN]));
        assert!(is_one_of("citizen", MEANINGS[PLAIN]) && !is_one_of("citizen", MEANINGS[PLAIN - 1]));
    }
}
