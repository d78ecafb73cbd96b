//! Passages as agencies write them and papers print them: with small changes, and what must not be taken for one.

use super::*;

/// The same passage in two papers, and whether it is known again.
const PAIRS: &[(&str, &str, &str, bool)] = &[
    (
        "Indonesian, the figure and a word changed",
        "Kementerian Luar Negeri menyatakan bahwa 224 warga masih ditahan di wilayah itu dan meminta semua pihak membebaskan mereka tanpa syarat.",
        "Kementerian Luar Negeri menyatakan bahwa 229 warga masih ditahan di wilayah itu, dan meminta semua pihak segera membebaskan mereka tanpa syarat.",
        true,
    ),
    (
        "Indonesian, another order of clauses",
        "Gubernur mengatakan jembatan itu akan dibuka kembali pada bulan Maret setelah pemeriksaan selesai dilakukan oleh tim ahli dari Bandung.",
        "Setelah pemeriksaan selesai dilakukan oleh tim ahli dari Bandung, jembatan itu akan dibuka kembali pada bulan Maret, gubernur mengatakan.",
        true,
    ),
    (
        "English, quotation marks, dashes and a cut at the end",
        "“We tested every boat,” Velde told Harbour News – the city paper – and 1,200 people came to see the last of them leave the old harbour on Friday.",
        "\"We tested every boat\", Velde told Harbour News -- the city paper -- and 1,200 people came to see the last of them leave the old harbour.",
        true,
    ),
    (
        "English, in capitals, with a soft hyphen and a joiner",
        "THE COURT ORDERED THE COMPANY TO REPAIR THE DAM BEFORE THE RAINS BEGIN IN NOVEMBER.",
        "The court ordered the com\u{AD}pany to repair the dam before the rains be\u{200B}gin in November.",
        true,
    ),
    (
        "English, one told within a longer paragraph",
        "The delegation will stay in the capital for three days and meet the deputy minister, the speaker of the house and the head of the relief agency.",
        "It arrived on Thursday night. The delegation will stay in the capital for three days and meet the deputy minister, the speaker of the house and the head of the relief agency. Nothing is known of what it will say there, and the ministry did not answer questions about who pays for the flights, the hotel and the cars that were seen outside.",
        true,
    ),
    (
        "Russian, ё and е, a name spelled otherwise",
        "Министр заявил, что переговоры о прекращении огня продолжатся в четверг и что пленённые моряки вернутся домой ещё до конца месяца.",
        "Министр заявил, что переговоры о прекращении огня продолжатся в четверг, и что пленные моряки вернутся домой еще до конца месяца.",
        true,
    ),
    (
        "Arabic, with and without vowel signs and forms of alef",
        "أعلنت الوزارة أن المفاوضات ستستأنف يوم الخميس المقبل في العاصمة بحضور وفد من الأمم المتحدة وممثلين عن الصليب الأحمر.",
        "اعلنت الوزارةُ انّ المفاوضات ستستأنف يوم الخميس المقبل في العاصمة بحضور وفد من الامم المتحدة وممثلين عن الصليب الاحمر",
        true,
    ),
    (
        "Chinese, another figure and another verb",
        "外交部发言人星期四表示，中方对当前局势深感忧虑，呼吁各方立即停火，释放全部224名被扣押人员。",
        "外交部发言人周四表示，中方对当前局势深感忧虑，呼吁各方立即停火，释放全部二百余名被扣押人员。",
        true,
    ),
    (
        "Japanese, the end of the sentence",
        "政府は木曜日、来年度から橋の補修工事を始めると発表し、費用はおよそ四十億円になるとの見通しを示した。",
        "政府は木曜日、来年度から橋の補修工事を始めると発表した。費用はおよそ四十億円になる見通し。",
        true,
    ),
    (
        "Thai, a word put in",
        "กระทรวงการต่างประเทศแถลงว่าจะส่งคณะผู้แทนไปเจรจาในวันพฤหัสบดีที่กรุงไคโร",
        "กระทรวงการต่างประเทศแถลงว่าจะส่งคณะผู้แทนพิเศษไปเจรจาในวันพฤหัสบดีที่กรุงไคโร",
        true,
    ),
    (
        "two reports of one event, each in words of its own",
        "At least 48 people died when the river burst its banks on Tuesday night, the mayor told reporters.",
        "The mayor said on Wednesday that the flood had killed no fewer than 48, most of them asleep in their homes.",
        false,
    ),
    (
        "the same formula, other news",
        "The ministry of foreign affairs said in a statement on Thursday that it regrets the death of the two engineers.",
        "The ministry of foreign affairs said in a statement on Monday that all flights to the islands will be resumed.",
        false,
    ),
    (
        "the same names, other news",
        "Presiden Prabowo bertemu Menteri Luar Negeri Rusia di Jakarta untuk membicarakan kerja sama bidang energi dan pangan.",
        "Menteri Luar Negeri Rusia mengatakan kepada Presiden Prabowo bahwa pesawat tempur itu belum dapat dikirim tahun ini.",
        false,
    ),
    ("too short", "Read also: the bridge is closed again.", "Read also: the bridge is closed again.", false),
    ("Chinese, too short", "新华社北京电。", "新华社北京电。", false),
    (
        "Chinese, other news of the same office",
        "外交部发言人星期四表示，中方对当前局势深感忧虑，呼吁各方立即停火。",
        "外交部发言人星期五宣布，两国领导人将于下月在上海会面，讨论贸易问题。",
        false,
    ),
    (
        "figures alone differ in a table",
        "1.200 3.400 5.600 7.800 9.000 1.100 2.200 3.300 4.400 5.500",
        "1.300 3.500 5.700 7.900 9.100 1.200 2.300 3.400 4.500 5.600",
        false,
    ),
];

fn id(name: &str) -> DocumentId {
    DocumentId::new(name)
}

fn put(index: &mut Passages, name: &str, text: &str) -> Text {
    let text = Text::new(text).expect("no NUL");
    assert_eq!(index.read(&id(name), &text, Byte(0), usize::MAX), None);
    text
}

fn repeated(index: &Passages, name: &str) -> Vec<Repeated> {
    index.repeated(&id(name), 0, usize::MAX)
}

#[test]
fn passages_are_known_again() {
    for (what, one, other, same) in PAIRS {
        let mut index = Passages::default();
        put(&mut index, "a", &format!("A heading\n\n  {one} \n"));
        let text = put(&mut index, "b", &format!("{other}\nThe end."));
        let found = repeated(&index, "a");
        assert_eq!(!found.is_empty(), *same, "{what}: {found:?}");
        if let [found] = &found[..] {
            assert_eq!(text.slice(found.others[0].span), *other, "{what}");
            assert_eq!(found.span.start(), Byte(13), "{what}: without what stands around it");
            assert_eq!(repeated(&index, "b")[0].others[0].likeness, found.others[0].likeness, "{what}");
        }
    }
}

#[test]
fn what_is_the_same_but_for_folding_is_wholly_alike() {
    let mut index = Passages::default();
    let passage = "The court ordered the company to repair the dam before the rains begin.";
    put(&mut index, "a", &format!("{passage}\n{}\n{passage}!", passage.to_uppercase()));
    put(&mut index, "b", &passage.replace("dam", "bridge"));
    let found = repeated(&index, "a");
    assert_eq!(found.len(), 3, "within an article, too");
    let alike: Vec<u32> = found[0].others.iter().map(|other| other.likeness).collect();
    assert_eq!(alike[..2], [100, 100]);
    assert!((50..100).contains(&alike[2]), "{alike:?}");
    assert_eq!(found[0].others[2].document, id("b"), "most alike first");
    assert!(found.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
}

#[test]
fn passages_follow_articles_that_come_and_go() {
    let mut next = 7_u64;
    let mut below = |n: u64| {
        next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (next >> 33) % n
    };
    let words = ["river", "bank", "mayor", "said", "on", "the", "bridge", "night", "flood", "48", "dead"];
    let sentence = |pick: u64| -> String {
        (0..12).map(|n| words[((pick + 3) * (n * n + 2) / 5 % 11) as usize]).collect::<Vec<_>>().join(" ")
    };
    let (mut index, mut there) = (Passages::default(), Map::new());
    for round in 0..120 {
        let name = format!("d{}", below(9));
        match there.remove(&name) {
            Some(_) => index.remove([&id(&name)]),
            None => {
                let all: Vec<String> = (0..1 + below(6)).map(|_| sentence(below(40))).collect();
                let text = put(&mut index, &name, &all.join("\n"));
                there.insert(name, text);
            }
        }
        // Paragraph by paragraph, and in another order.
        let mut anew = Passages::default();
        for (name, text) in there.iter().rev() {
            let mut from = Some(Byte(0));
            while let Some(at) = from {
                from = anew.read(&id(name), text, at, 1);
            }
        }
        for name in there.keys() {
            assert_eq!(repeated(&index, name), repeated(&anew, name), "round {round}");
        }
    }
}

#[test]
fn what_stands_everywhere_is_no_passage() {
    let mut index = Passages::default();
    let footer = "Follow us for more news of the region, every morning at seven, free of charge.";
    for n in 0..COMMON + 2 {
        put(&mut index, &format!("d{n}"), footer);
    }
    assert_eq!(repeated(&index, "d3"), []);
}
