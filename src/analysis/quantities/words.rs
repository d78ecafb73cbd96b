//! The words that quantities are read by, one table for each thing that a word can say.
//!
//! Words stand as `text::plain` leaves them: small letters without marks. `|` parts them, `_` joins the words of a
//! phrase, and `*` stands for any ending, which is how inflected languages are covered. Tables are gone through from
//! end to end; only numerals are asked for at every word, all others next to a figure.

use crate::model::Bound;

/// Which languages' words are looked for, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tongues(u8);

impl Tongues {
    pub(super) const EN: Self = Self(1);
    pub(super) const ID: Self = Self(2);
    pub(super) const DE: Self = Self(4);
    pub(super) const FR: Self = Self(8);
    /// In scripts of their own, so that no word can be taken for one of another language.
    pub(super) const OWN: Self = Self(16);

    /// Of a text in a language (BCP 47). Where nothing is known of it, all are looked for; a language without a table
    /// has its figures read, and no words.
    pub(super) fn of(language: &str) -> Self {
        let latin = match primary(language).as_str() {
            "en" => Self::EN.0,
            "id" | "ms" | "jv" | "su" => Self::ID.0,
            "de" => Self::DE.0,
            "fr" => Self::FR.0,
            "" | "und" | "mul" => Self::EN.0 | Self::ID.0 | Self::DE.0 | Self::FR.0,
            _ => 0,
        };
        Self(latin | Self::OWN.0)
    }

    /// Whether words of one of these languages are looked for.
    pub(super) fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

/// The parts of a text between signs of one byte. The standard library's way is made for each kind of sign and for any,
/// which takes longer here and weighs more.
pub(super) fn parts(text: &str, sign: u8) -> Parts<'_> {
    Parts { rest: Some(text), sign }
}

pub(super) struct Parts<'a> {
    rest: Option<&'a str>,
    sign: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let end = rest.bytes().position(|byte| byte == self.sign);
        self.rest = end.map(|end| &rest[end + 1..]);
        Some(&rest[..end.unwrap_or(rest.len())])
    }
}

/// The first part of a language tag, in small letters.
pub(super) fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

const EN: Tongues = Tongues::EN;
const ID: Tongues = Tongues::ID;
const DE: Tongues = Tongues::DE;
const FR: Tongues = Tongues::FR;
const OWN: Tongues = Tongues::OWN;

/// Words of one kind, by language.
pub(super) type Table = [(Tongues, &'static str)];

/// What stands before a figure and bounds it.
///
/// *Nearly*, *almost*, *hampir* and *почти* are `About`: whoever writes "nearly 1,400" does not contradict 1,400, as `<`
/// would have it, nor agree with 12. *Up to* and *as many as* are `AtMost`.
pub(super) const LEADING: &[(Tongues, Bound, &str)] = &[
    (EN, Bound::More, "more_than|over|above|upwards_of|upward_of|in_excess_of|greater_than"),
    (
        EN,
        Bound::AtLeast,
        "at_least|no_fewer_than|no_less_than|not_fewer_than|not_less_than|a_minimum_of|minimum_of",
    ),
    (
        EN,
        Bound::AtMost,
        "up_to|at_most|no_more_than|not_more_than|as_many_as|as_much_as|a_maximum_of|maximum_of",
    ),
    (EN, Bound::Less, "under|below|less_than|fewer_than"),
    (EN, Bound::About, "about|around|roughly|approximately|approx|some|circa|ca|an_estimated|estimated"),
    (EN, Bound::About, "nearly|almost|close_to|just_under|just_over"),
    (ID, Bound::More, "lebih_dari|di_atas|diatas|melebihi|lebih_daripada"),
    (
        ID,
        Bound::AtLeast,
        "setidaknya|sedikitnya|paling_sedikit|minimal|minimum|setidak_tidaknya|sekurang_kurangnya",
    ),
    (ID, Bound::AtLeast, "tidak_kurang_dari|tak_kurang_dari|paling_tidak|sekurangnya|paling_kurang"),
    (
        ID,
        Bound::AtMost,
        "paling_banyak|maksimal|maksimum|hingga|sampai|sampai_dengan|tidak_lebih_dari|tak_lebih_dari",
    ),
    (ID, Bound::Less, "kurang_dari|di_bawah|dibawah"),
    (ID, Bound::About, "sekitar|kurang_lebih|lebih_kurang|kira_kira|diperkirakan|hampir|mendekati|nyaris"),
    (OWN, Bound::More, "более|более_чем|больше|больше_чем|свыше|превыша*|понад"),
    (
        OWN,
        Bound::AtLeast,
        "не_менее|не_менее_чем|не_меньше|не_меньше_чем|как_минимум|минимум|по_меньшей_мере|по_крайней_мере",
    ),
    (OWN, Bound::AtMost, "до|не_более|не_более_чем|не_больше|не_больше_чем|не_свыше|максимум|как_максимум"),
    (OWN, Bound::Less, "менее|менее_чем|меньше|меньше_чем"),
    (OWN, Bound::About, "около|примерно|приблизительно|порядка|почти|где_то"),
    (DE, Bound::More, "mehr_als|uber"),
    (DE, Bound::AtLeast, "mindestens|wenigstens|nicht_weniger_als|zumindest"),
    (DE, Bound::AtMost, "bis_zu|hochstens|maximal|nicht_mehr_als"),
    (DE, Bound::Less, "weniger_als|unter"),
    (DE, Bound::About, "rund|etwa|ungefahr|circa|ca|zirka|fast|knapp|beinahe|nahezu|schatzungsweise"),
    (FR, Bound::More, "plus_de|au_dela_de|plus_que"),
    (FR, Bound::AtLeast, "au_moins|pas_moins_de|au_minimum|minimum"),
    (FR, Bound::AtMost, "jusqu'a|au_plus|pas_plus_de|au_maximum|tout_au_plus"),
    (FR, Bound::Less, "moins_de"),
    (FR, Bound::About, "environ|pres_de|quelque|presque|a_peu_pres|autour_de"),
    (OWN, Bound::More, "超_过|多_于|逾|اكثر_من|ما_يزيد_على|ما_يزيد_عن"),
    (OWN, Bound::AtLeast, "至_少|不_少_于|最_少|ما_لا_يقل_عن|على_الاقل|لا_يقل_عن"),
    (OWN, Bound::AtMost, "最_多|至_多|不_超_过|不_多_于|ما_يصل_الى"),
    (OWN, Bound::Less, "不_到|少_于|低_于|不_足|اقل_من"),
    (OWN, Bound::About, "约|大_约|近|将_近|接_近|نحو|حوالي|قرابة|زهاء|ما_يقارب"),
];

/// What stands behind a figure, or behind what it counts, and bounds it.
pub(super) const TRAILING: &[(Tongues, Bound, &str)] = &[
    (EN, Bound::AtLeast, "or_more|and_more|and_above|or_above|and_over|and_up|or_over|plus"),
    (EN, Bound::AtMost, "or_fewer|or_less|or_under|or_below|and_under|and_below"),
    (EN, Bound::About, "or_so|odd"),
    (ID, Bound::More, "lebih"),
    (ID, Bound::AtLeast, "atau_lebih|ke_atas|keatas"),
    (ID, Bound::AtMost, "atau_kurang|ke_bawah"),
    (ID, Bound::About, "an"),
    (OWN, Bound::More, "с_лишним|с_небольшим|多|余"),
    (OWN, Bound::AtLeast, "и_более|или_более|и_больше|или_больше|и_выше|以_上"),
    (OWN, Bound::AtMost, "и_менее|или_менее|или_меньше|以_下|以_内"),
    (OWN, Bound::About, "左_右|上_下"),
    (DE, Bound::AtLeast, "oder_mehr|und_mehr"),
    (DE, Bound::AtMost, "oder_weniger"),
    (FR, Bound::AtLeast, "ou_plus|et_plus"),
    (FR, Bound::AtMost, "ou_moins|et_moins"),
];

/// With these behind it, *lebih* compares: 200 people more than.
pub(super) const COMPARING: &Table = &[(
    ID,
    "dari|daripada|banyak|sedikit|besar|kecil|tinggi|rendah|lanjut|dulu|dahulu|cepat|lama|baik|muda|tua|parah",
)];

/// What opens a range whose ends *and* joins.
pub(super) const BETWEEN: &Table =
    &[(EN, "between"), (ID, "antara"), (DE, "zwischen"), (FR, "entre"), (OWN, "между|بين")];
/// What joins them.
pub(super) const AND: &Table = &[(EN, "and"), (ID, "dan"), (DE, "und"), (FR, "et"), (OWN, "и|و")];
/// What opens a range whose ends *to* joins.
pub(super) const FROM: &Table =
    &[(EN, "from"), (ID, "dari|mulai_dari|antara"), (DE, "von"), (FR, "de"), (OWN, "от|с|从|من")];
/// What joins them.
pub(super) const TO: &Table =
    &[(EN, "to"), (ID, "sampai|hingga|sampai_dengan"), (DE, "bis"), (FR, "a"), (OWN, "до|至|到|الى")];
/// From 200 to 300 after one of these is a change, with two figures.
pub(super) const CHANGED: &Table = &[
    (
        EN,
        "rose|rise*|rising|fell|fall*|grew|grow*|increas*|jump*|drop*|climb*|cut|raise*|went|chang*|up|down|declin*|shrank|doubled|soared",
    ),
    (ID, "naik|turun|meningkat|menurun|bertambah|berkurang|berubah|melonjak|anjlok|dinaikkan|diturunkan"),
    (OWN, "вырос*|увелич*|снизи*|сократи*|упал*|возрос*|поднял*"),
    (DE, "stieg*|sank*|fiel*|wuchs*|gestiegen|gesunken|gefallen"),
    (FR, "passe*|monte*|tombe*|augmente*|baisse*"),
];

/// Words behind a figure that multiply it, with the power of ten. What is no power, dozens, `spelled` has.
pub(super) const SCALES: &[(Tongues, u32, &str)] = &[
    (EN, 2, "hundred"),
    (EN, 3, "thousand|k"),
    (EN, 5, "lakh|lakhs"),
    (EN, 6, "million|mn|mln|mil"),
    (EN, 7, "crore|crores"),
    (EN, 9, "billion|bn|bln"),
    (EN, 12, "trillion|tn|trn"),
    (ID, 2, "ratus"),
    (ID, 3, "ribu|rb"),
    (ID, 6, "juta|jt"),
    (ID, 9, "miliar|milyar|bilion"),
    (ID, 12, "triliun|trilyun|trilion"),
    (OWN, 3, "тысяча|тысячу|тысячи|тысяч|тысячам|тысячами|тысячах|тыс"),
    (
        OWN,
        6,
        "миллион|миллиона|миллиону|миллионы|миллионов|миллионам|миллионом|миллионе|миллионами|миллионах|млн|мільйон*",
    ),
    (
        OWN,
        9,
        "миллиард|миллиарда|миллиарду|миллиарды|миллиардов|миллиардам|миллиардом|миллиарде|миллиардами|миллиардах|млрд|мільярд*",
    ),
    (
        OWN,
        12,
        "триллион|триллиона|триллиону|триллионы|триллионов|триллионам|триллионом|триллионе|триллионами|триллионах|трлн",
    ),
    (DE, 3, "tausend|tsd"),
    (DE, 6, "million|millionen|mio"),
    (DE, 9, "milliarde|milliarden|mrd"),
    (DE, 12, "billion|billionen"),
    (FR, 3, "mille"),
    (FR, 6, "million|millions"),
    (FR, 9, "milliard|milliards|md|mds"),
    (FR, 12, "billion|billions"),
    (OWN, 2, "百"),
    (OWN, 3, "千|الف|الاف|الفا"),
    (OWN, 4, "万|萬"),
    (OWN, 8, "亿|億"),
    (OWN, 6, "مليون|ملايين|مليونا"),
    (OWN, 9, "مليار|مليارات"),
];

/// Per hundred.
pub(super) const PERCENT: &Table = &[
    (EN, "percent|per_cent|pct"),
    (ID, "persen"),
    (DE, "prozent"),
    (FR, "pour_cent"),
    (
        OWN,
        "процент|процента|проценту|проценты|процентов|процентам|процентами|في_المئة|في_المائة|بالمئة|بالمائة",
    ),
];
/// Steps between two such: a unit of its own, as written.
pub(super) const POINTS: &Table = &[
    (EN, "percentage_point*"),
    (ID, "poin_persen*|persen_poin"),
    (DE, "prozentpunkt*"),
    (FR, "point*_de_pourcentage"),
    (OWN, "процентн*_пункт*"),
];
/// Money, before the figure or behind it. Dollars of a country are read with their sign.
pub(super) const CURRENCIES: &str = "rp|rm|rs|usd|eur|gbp|idr|rub|jpy|cny|chf|inr|sgd|aud|ils|myr|krw|cad";
/// Signs of money.
pub(super) const SIGNS: &str = "$€£¥₽₹₪₺₩₴₫฿₱￥";
/// Measures that may follow a figure without a blank.
pub(super) const MEASURES: &str = "km|kg|cm|mm|m|g|t|ha|l|ml|mw|gw|kw|kwh|mph|kph|gb|mb|tb|km²|m²|км|кг|см|мм|м|га|т|л|мвт|公_里|公_斤|小_时|分_钟|美_元|欧_元|元";

/// Those who are counted and come in no fractions; before them a figure of four digits is no year.
pub(super) const PEOPLE: &Table = &[
    (
        EN,
        "people|person*|men|women|children|soldier*|hostage*|civilian*|troop*|fighter*|militant*|victim*|resident*|citizen*",
    ),
    (
        EN,
        "death*|casualt*|dead|killed|wounded|injured|refugee*|worker*|student*|patient*|passenger*|police*|officer*",
    ),
    (
        EN,
        "prisoner*|captive*|individual*|member*|voter*|protester*|others|demonstrator*|villager*|household*",
    ),
    (
        ID,
        "orang|jiwa|sandera|korban|warga|tentara|prajurit|anak|perempuan|wanita|pria|penduduk|pengungsi|tahanan|peserta",
    ),
    (ID, "anggota|tewas|siswa|pasien|penumpang|pekerja|pendukung|keluarga|personel"),
    (
        OWN,
        "человек*|люд*|заложник*|жител*|военн*|солдат*|погибш*|ранен*|граждан*|дете*|женщин*|беженц*|жертв*|пассажир*|участник*",
    ),
    (DE, "menschen|personen|geiseln|tote|toten|soldaten|zivilisten|kinder|frauen|verletzte|opfer|einwohner"),
    (FR, "personnes|otages|morts|soldats|civils|enfants|blesses|habitants|victimes"),
    (OWN, "人|名|شخص*|قتيل*|رهينة"),
];
