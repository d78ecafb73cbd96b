//! Text like news, in several scripts, and what may be marked in it; the same seed gives the same text.

use std::ops::Range;

/// A source of choices (SplitMix64).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`, or 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, from: &'a str) -> &'a str {
        let count = from.split(' ').count();
        from.split(' ').nth(self.below(count)).unwrap_or("")
    }
}

/// A way of writing: its common words, its names, what stands between words and what ends a sentence.
struct Script {
    words: &'static str,
    names: &'static str,
    between: &'static str,
    end: &'static str,
}

/// Twice the Latin ones, as in the articles that the tool is made for.
const SCRIPTS: [Script; 8] = [
    ENGLISH,
    INDONESIAN,
    Script {
        words: "в на что по сообщил заявил после переговоров представитель министерства города войны удар \
                жертв больница помощь граждане страны вчера утром однако между которые также",
        names: "Россия Москва Лавров Захарова Израиль Газа Каир Хамас Тель-Авив Совет",
        between: " ",
        end: ".",
    },
    ENGLISH,
    Script {
        words: "في من على إلى أن قال وزارة المتحدث باسم بعد المفاوضات الحكومة المدينة الحرب مستشفى مساعدات \
                أمس صباح ولكن بين الذين كما أعلن ضحايا",
        names: "غزة القاهرة إسرائيل موسكو حماس الدوحة بيروت نتنياهو عباس قطر",
        between: " ",
        end: ".",
    },
    INDONESIAN,
    Script {
        words: "表示 外交部 发言人 战争 医院 昨天 政府 国家 人民 援助 城市 谈判 以及 但是 报道 记者 会议 \
                安全 其中 已经 进行 的 在 是",
        names: "加沙 以色列 俄罗斯 莫斯科 开罗 北京 哈马斯 联合国 卡塔尔",
        between: "",
        end: "。",
    },
    Script {
        words: "में के ने कहा कि और पर से सरकार मंत्रालय प्रवक्ता युद्ध अस्पताल सहायता शहर वार्ता कल सुबह \
                लेकिन बीच लोग भी बाद देश",
        names: "गाज़ा इज़राइल रूस मॉस्को काहिरा हमास दिल्ली क़तर नेतन्याहू",
        between: " ",
        end: "।",
    },
];

const ENGLISH: Script = Script {
    words: "the of to and in that was said on for with by from after at officials according would their \
            government hospital ministry talks aid killed people city war yesterday however between which \
            statement report international agreement security released hostages border",
    names: "Gaza Israel Russia Moscow Hamas Zakharova Netanyahu Cairo Qatar Reuters Lavrov Egypt Guterres \
            Jerusalem Washington",
    between: " ",
    end: ".",
};

const INDONESIAN: Script = Script {
    words: "yang di dan dengan untuk pada dari itu tidak akan telah oleh kepada juga warga pemerintah \
            perang kota rumah sakit bantuan korban kementerian juru bicara mengatakan menurut laporan \
            perundingan kemarin namun antara setelah perbatasan",
    names: "Gaza Israel Rusia Moskow Hamas Zakharova Jakarta Indonesia Kairo Qatar Antara Palestina Retno",
    between: " ",
    end: ".",
};

/// A text with the places of its words and sentences, in bytes.
pub(crate) struct Written {
    pub(crate) text: String,
    pub(crate) words: Vec<Range<u32>>,
    pub(crate) sentences: Vec<Range<u32>>,
}

/// Writes paragraphs until the text has about `bytes`.
pub(crate) fn write(bytes: usize, dice: &mut Dice) -> Written {
    let mut written = Written { text: String::with_capacity(bytes + 2000), words: vec![], sentences: vec![] };
    let mut paragraph = 0;
    while written.text.len() < bytes {
        if paragraph > 0 {
            written.text.push('\n');
        }
        let script = &SCRIPTS[paragraph % SCRIPTS.len()];
        for sentence in 0..2 + dice.below(4) {
            if sentence > 0 {
                written.text.push_str(script.between);
            }
            written.sentence(script, dice);
        }
        paragraph += 1;
    }
    written
}

impl Written {
    fn sentence(&mut self, script: &Script, dice: &mut Dice) {
        let start = self.place();
        for word in 0..8 + dice.below(14) {
            if word > 0 {
                self.text.push_str(script.between);
            }
            let own = self.place();
            let from = if dice.below(4) == 0 { script.names } else { script.words };
            self.text.push_str(dice.pick(from));
            self.words.push(own..self.place());
        }
        self.text.push_str(script.end);
        self.sentences.push(start..self.place());
    }

    fn place(&self) -> u32 {
        u32::try_from(self.text.len()).unwrap_or(u32::MAX)
    }

    /// `count` spans, spread evenly: mostly one to three words, some of whole sentences, some across the
    /// end of the one before.
    pub(crate) fn marks(&self, count: usize, dice: &mut Dice) -> Vec<(Kind, Range<u32>)> {
        let mut marks = Vec::with_capacity(count);
        for n in 0..count {
            if n % 12 == 5 {
                marks.push((Kind::Claim, self.sentences[n * self.sentences.len() / count].clone()));
                continue;
            }
            let back = usize::from(n % 20 == 7);
            let first = (n * self.words.len() / count).saturating_sub(back);
            let last = (first + back + dice.below(3)).min(self.words.len() - 1);
            // Not across the end of a sentence: that would often be the end of a paragraph.
            let start = self.words[first].start;
            let sentence = self.sentences.partition_point(|sentence| sentence.end <= start);
            let end = self.words[last].end.min(self.sentences[sentence].end);
            marks.push((Kind::Entity(dice.below(4)), start..end));
        }
        marks
    }
}

/// What is marked.
pub(crate) enum Kind {
    /// One of the four labels of kind *entity* of the preset.
    Entity(usize),
    /// A whole sentence.
    Claim,
}

#[cfg(test)]
mod tests {
    use super::{Dice, write};

    #[test]
    fn is_the_same_for_the_same_seed_and_marks_whole_words() {
        let written = write(100_000, &mut Dice::new(7));
        assert_eq!(written.text, write(100_000, &mut Dice::new(7)).text);
        let marks = written.marks(1000, &mut Dice::new(8));
        assert_eq!(marks.len(), 1000);
        for (_, span) in marks {
            let quote = written.text.get(span.start as usize..span.end as usize).expect("a slice");
            assert!(!quote.is_empty() && quote.trim() == quote && !quote.contains('\n'), "{quote:?}");
        }
    }
}
