//! What is marked in the example.

/// A mark. Empty where there is nothing to say.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) report: &'static str,
    pub(crate) label: &'static str,
    /// The quotes of its fragments, with ` | ` between them: the first place that reads so.
    pub(crate) quotes: &'static str,
    pub(crate) stance: &'static str,
    pub(crate) certainty: &'static str,
    pub(crate) speakers: &'static [&'static str],
    pub(crate) note: &'static str,
    pub(crate) unsure: bool,
}

const fn mark(report: &'static str, label: &'static str, quotes: &'static str) -> Mark {
    Mark { report, label, quotes, stance: "", certainty: "", speakers: &[], note: "", unsure: false }
}

impl Mark {
    const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }

    const fn unsure(self) -> Self {
        Self { unsure: true, ..self }
    }

    /// A claim's stance, its certainty and who speaks, the outermost last.
    const fn says(
        self,
        stance: &'static str,
        certainty: &'static str,
        speakers: &'static [&'static str],
    ) -> Self {
        Self { stance, certainty, speakers, ..self }
    }
}

const GAZETTE: &str = "gazette";
const SADA: &str = "sada";
const WARTA: &str = "warta";

/// In the order in which they were made.
pub(crate) const MARKS: &[Mark] = &[
    mark(GAZETTE, "place", "Tarrow Dam"),
    mark(GAZETTE, "quantity", "three metres"),
    mark(GAZETTE, "organisation", "Kelmora Water Authority"),
    mark(GAZETTE, "place", "Kelmora"),
    mark(GAZETTE, "cue", "said"),
    mark(GAZETTE, "time", "on Monday"),
    mark(GAZETTE, "claim", "About 40 litres a second are passing through the wall").says(
        "reports",
        "certain",
        &["Dariya Sokolan"],
    ),
    mark(GAZETTE, "quantity", "About 40 litres a second")
        .note("60 in the Kelmora Mirror, 55 in Warta Kelmora."),
    mark(GAZETTE, "cue", "according to"),
    mark(GAZETTE, "person", "Dariya Sokolan"),
    mark(GAZETTE, "claim", "The dam is stable | nobody has to leave home").says(
        "reports",
        "certain",
        &["Dariya Sokolan"],
    ),
    mark(GAZETTE, "place", "Brenhaven"),
    mark(GAZETTE, "furniture", "Read also: Ten walks around the reservoir"),
    mark(GAZETTE, "organisation", "Tarrow Hydro"),
    mark(GAZETTE, "claim", "the leak had been known since the spring and had not grown").says(
        "reports",
        "certain",
        &["Tarrow Hydro"],
    ),
    mark(GAZETTE, "person", "Yusuf Talmeri"),
    mark(GAZETTE, "cue", "denied"),
    mark(GAZETTE, "claim", "the company had kept it from the authority").says(
        "denies",
        "certain",
        &["Yusuf Talmeri"],
    ),
    mark(GAZETTE, "organisation", "Isles Wire").note("The paragraph is the agency's; the Mirror has it too."),
    mark(GAZETTE, "place", "Lower Tarrow"),
    mark(GAZETTE, "quantity", "some 300 households"),
    mark(GAZETTE, "person", "Hanne Obuya"),
    mark(SADA, "place", "كيلمورا"),
    mark(SADA, "event", "خفض منسوب المياه في خزان سد تارو"),
    mark(SADA, "place", "سد تارو"),
    mark(SADA, "person", "داريا سوكولان"),
    mark(SADA, "organisation", "هيئة مياه كيلمورا"),
    mark(SADA, "quantity", "نحو 40 لترًا في الثانية"),
    mark(SADA, "claim", "السد مستقر، ولا حاجة إلى إخلاء أي منزل").says("reports", "certain", &["داريا سوكولان"]),
    mark(SADA, "furniture", "اقرأ أيضًا: مواعيد العبّارات في عطلة الصيف"),
    mark(SADA, "organisation", "تارو هيدرو"),
    mark(SADA, "cue", "ونفى"),
    mark(SADA, "person", "يوسف تالميري"),
    mark(SADA, "furniture", "إعلان"),
    mark(WARTA, "place", "Waduk Tarrow"),
    mark(WARTA, "time", "Senin sore"),
    mark(WARTA, "organisation", "Otoritas Air Kelmora"),
    mark(WARTA, "person", "Daria Sokolan"),
    mark(WARTA, "quantity", "sekitar tiga meter"),
    mark(WARTA, "furniture", "Baca juga: Tarif feri ke Brenhaven naik mulai Juli"),
    mark(WARTA, "claim", "rembesan itu mencapai 55 liter per detik")
        .says("reports", "probable", &["laporan pemeriksaan"])
        .note("Whose report: the divers' own, or the authority's?")
        .unsure(),
    mark(WARTA, "quantity", "55 liter per detik"),
    mark(WARTA, "cue", "membantah"),
    mark(WARTA, "person", "Yusup Talmeri"),
    mark("vestnik", "organisation", "Тарроу Гидро"),
    mark("vestnik", "person", "Юсуф Тальмери"),
];
