//! Sentences as files have them: those of the caret, told better. The full stop of an abbreviation of English or
//! Indonesian ends none, nor does a closing quotation mark that a small letter follows. A line end always ends one.
//!
//! The lists stand here since the caret, which is loaded first, can do without them.

use super::chars::is_closing;
use super::sentences::{is_small, sentence_starts};
use super::{Byte, Span, Text, fold};
use crate::sorted::sort_by;

/// Abbreviations that stand before a name, so that no sentence ends with them; small ones may begin with a capital, too.
/// Those that may end a sentence ("etc.", "dll.", "Inc.") are left out: before a small letter they end none anyway.
const BEFORE_NAMES: &str = "mr mrs ms messrs mx dr drs dra drg prof Prof Gen Col lt sgt cpl capt cmdr adm Maj pvt Rep Sen \
    Gov Pres Rev Fr Hon St Ste Mt Ft Det supt atty vs cf viz e.g i.e approx Ir Hj KH tgk pdt ust Tn Ny Nn sdr sdri bpk jl \
    jln gg Kab Kec Kel prov Kol letjen mayjen brigjen jend irjen kombes kompol AKP AKBP ipda iptu bripka bripda aiptu \
    aipda serka sertu serda kapt letkol laksma laksda alm almh yth u.p a.n d.a c.q";

/// Abbreviations that stand before a figure.
const BEFORE_FIGURES: &str = "no nos nr vol fig figs art Sec ch p pp para Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec \
    Des Okt Agt Agu hlm hal ps tgl thn rp tel telp pkl Rt Rw kav";

/// The sentences of a text in order, without the white space around them; everything else lies in one.
pub fn file_sentences(text: &Text) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut at = 0;
    for line in text.as_str().split('\n') {
        let mut starts: Vec<usize> = Vec::new();
        for start in sentence_starts(line) {
            if starts.last().is_none_or(|&last| !goes_on(&line[last..start], &line[start..])) {
                starts.push(start);
            }
        }
        for (n, &start) in starts.iter().enumerate() {
            let end = starts.get(n + 1).copied().unwrap_or(line.len());
            let end = start + line[start..end].trim_end().len();
            sentences.push(Span::new(Byte((at + start) as u32), Byte((at + end) as u32)));
        }
        at += line.len() + 1;
    }
    sentences
}

/// Joins the sentences over whose end a mark goes: the end of a sentence is no fence for marks.
pub fn join_sentences(sentences: &mut Vec<Span>, marks: &[Span]) {
    let mut marks = marks.to_vec();
    sort_by(&mut marks, Ord::cmp);
    let mut marks = marks.into_iter().peekable();
    // How far the marks go that begin before the end of the sentence.
    let mut reach = Byte(0);
    let mut joined: Vec<Span> = Vec::with_capacity(sentences.len());
    for &sentence in &*sentences {
        match joined.last_mut() {
            Some(last) if sentence.start() < reach => *last = Span::new(last.start(), sentence.end()),
            _ => joined.push(sentence),
        }
        while let Some(mark) = marks.next_if(|mark| mark.start() < sentence.end()) {
            reach = reach.max(mark.end());
        }
    }
    *sentences = joined;
}

/// Whether a sentence goes on behind a sign that ends one elsewhere.
fn goes_on(sentence: &str, next: &str) -> bool {
    let sentence = sentence.trim_end();
    if sentence.ends_with(is_closing) && next.starts_with(is_small) {
        return true;
    }
    let Some(before) = sentence.strip_suffix('.') else { return false };
    let word = before.rsplit(|char: char| !char.is_alphabetic() && char != '.').next().unwrap_or_default();
    let mut small = String::with_capacity(word.len());
    small.extend(word.chars().take(1).map(fold));
    small.extend(word.chars().skip(1));
    let among = |list: &str| list.split(' ').any(|known| known == word || known == small);
    among(BEFORE_NAMES) || next.starts_with(|char: char| char.is_ascii_digit()) && among(BEFORE_FIGURES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::from_string;

    fn shown(text: &Text, sentences: &[Span]) -> String {
        sentences.iter().map(|span| format!("[{}]", text.slice(*span))).collect()
    }

    #[test]
    fn abbreviations_and_quotes_end_no_sentence() {
        for (words, expected) in [
            ("Dr. Smith met Gen. Wiranto. He left.", "[Dr. Smith met Gen. Wiranto.][He left.]"),
            ("It cost 50 sen. Lalu dia pergi.", "[It cost 50 sen.][Lalu dia pergi.]"),
            ("Jl. Sudirman No. 5, Kec. Menteng. Ia tiba.", "[Jl. Sudirman No. 5, Kec. Menteng.][Ia tiba.]"),
            (
                "Sebesar Rp. 5 miliar. Kata Prof. Dr. H. Amir.",
                "[Sebesar Rp. 5 miliar.][Kata Prof. Dr. H. Amir.]",
            ),
            ("Dr. Ani dan Prof. Budi datang. Lalu pergi.", "[Dr. Ani dan Prof. Budi datang.][Lalu pergi.]"),
            ("Rumah di Jl. Sudirman No. 5 Jakarta. Sepi.", "[Rumah di Jl. Sudirman No. 5 Jakarta.][Sepi.]"),
            (
                "The U.S. Senate met at 9 a.m. on Monday. It rose.",
                "[The U.S. Senate met at 9 a.m. on Monday.][It rose.]",
            ),
            ("Ali, Budi, dkk. Mereka pulang.", "[Ali, Budi, dkk.][Mereka pulang.]"),
            ("Warga tsb. menolak. Polisi diam.", "[Warga tsb. menolak.][Polisi diam.]"),
            ("Beras, gula, dll. dibawa pulang.", "[Beras, gula, dll. dibawa pulang.]"),
            ("Mr. Smith vs. Mrs. Jones, i.e. Them.", "[Mr. Smith vs. Mrs. Jones, i.e. Them.]"),
            ("Gen. Lee and Lt. Col. Hart left.", "[Gen. Lee and Lt. Col. Hart left.]"),
            ("Ir. H. Joko dan KH. Amin, S.H. hadir.", "[Ir. H. Joko dan KH. Amin, S.H. hadir.]"),
            ("Lihat hlm. 12 dan tgl. 7 Mei.", "[Lihat hlm. 12 dan tgl. 7 Mei.]"),
            ("Is it no. 5? No. Five is another.", "[Is it no. 5?][No.][Five is another.]"),
            ("On Oct. 7 it began. In Oct. It ended.", "[On Oct. 7 it began.][In Oct.][It ended.]"),
            ("Beras, gula, dll. Lalu pulang.", "[Beras, gula, dll.][Lalu pulang.]"),
            ("“Why?” he asked. “No!” She left.", "[“Why?” he asked.][“No!”][She left.]"),
            ("He said: “No. Never.” Then he left.", "[He said: “No.][Never.”][Then he left.]"),
            ("“Kenapa?” tanya dia.", "[“Kenapa?” tanya dia.]"),
            ("Mr.\nSmith", "[Mr.][Smith]"),
            ("他说。走了！", "[他说。][走了！]"),
            ("قال نعم. وقالت لا؟ ثم", "[قال نعم.][وقالت لا؟][ثم]"),
            ("  \n ... \n", "[...]"),
            ("", ""),
        ] {
            let text = from_string(words.to_owned()).unwrap().text;
            assert_eq!(shown(&text, &file_sentences(&text)), expected, "{words}");
        }
    }

    #[test]
    fn a_mark_joins_what_it_goes_over() {
        let text = from_string("One. Two.\nThree. Four. Five.".to_owned()).unwrap().text;
        let span = |a: u32, b: u32| Span::new(Byte(a), Byte(b));
        for (marks, expected) in [
            (&[][..], "[One.][Two.][Three.][Four.][Five.]"),
            (&[span(0, 4), span(5, 9)], "[One.][Two.][Three.][Four.][Five.]"),
            (&[span(5, 15)], "[One.][Two.\nThree.][Four.][Five.]"),
            (&[span(17, 25), span(0, 6)], "[One. Two.][Three.][Four. Five.]"),
            (&[span(0, 28), span(1, 2)], "[One. Two.\nThree. Four. Five.]"),
        ] {
            let mut sentences = file_sentences(&text);
            join_sentences(&mut sentences, marks);
            assert_eq!(shown(&text, &sentences), expected, "{marks:?}");
        }
    }
}
