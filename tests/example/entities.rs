//! Who and what the marks of the example speak of.

/// An entity of the example's registry. Empty where there is nothing to say.
pub(crate) struct Known {
    pub(crate) id: &'static str,
    pub(crate) label: &'static str,
    pub(crate) name: &'static str,
    /// Other names: as written, language, script.
    pub(crate) aliases: &'static [(&'static str, &'static str, &'static str)],
    /// Registry and id there.
    pub(crate) ids: &'static [(&'static str, &'static str)],
    pub(crate) description: &'static str,
    pub(crate) note: &'static str,
    /// The marks that speak of it: report, and what is marked.
    pub(crate) mentions: &'static [(&'static str, &'static str)],
}

const fn known(id: &'static str, label: &'static str, name: &'static str) -> Known {
    Known { id, label, name, aliases: &[], ids: &[], description: "", note: "", mentions: &[] }
}

/// Marks that somebody looked at and that speak of nobody of the registry.
pub(crate) const NONE: &[(&str, &str)] = &[("gazette", "Isles Wire")];

/// A mark that is left to be linked: its report, what is marked, and the entity that is to be suggested first.
pub(crate) const LEFT: (&str, &str, &str) = ("vestnik", "Тарроу Гидро", "hydro");

/// The registry.
pub(crate) const KNOWN: &[Known] = &[
    Known {
        aliases: &[
            ("داريا سوكولان", "ar", "Arab"),
            ("Daria Sokolan", "id", "Latn"),
            ("Darya Sokolan", "en", "Latn"),
            ("Дарья Соколан", "ru", "Cyrl"),
        ],
        description: "Head of the Kelmora Water Authority",
        mentions: &[("gazette", "Dariya Sokolan"), ("sada", "داريا سوكولان"), ("warta", "Daria Sokolan")],
        ..known("sokolan", "person", "Dariya Sokolan")
    },
    Known {
        aliases: &[
            ("يوسف تالميري", "ar", "Arab"),
            ("Yusup Talmeri", "id", "Latn"),
            ("Юсуф Тальмери", "ru", "Cyrl"),
            ("Youssef Talmeri", "en", "Latn"),
        ],
        description: "Chief engineer of Tarrow Hydro",
        note: "The Kelmora Mirror calls him an engineer only.",
        mentions: &[
            ("gazette", "Yusuf Talmeri"),
            ("sada", "يوسف تالميري"),
            ("warta", "Yusup Talmeri"),
            ("vestnik", "Юсуф Тальмери"),
        ],
        ..known("talmeri", "person", "Yusuf Talmeri")
    },
    Known {
        aliases: &[
            ("هانه أوبويا", "ar", "Arab"),
            ("Ханне Обуя", "ru", "Cyrl"),
            ("Hanna Obuya", "en", "Latn"),
        ],
        description: "Mayor of Lower Tarrow",
        mentions: &[("gazette", "Hanne Obuya")],
        ..known("obuya", "person", "Hanne Obuya")
    },
    Known {
        aliases: &[
            ("هيئة مياه كيلمورا", "ar", "Arab"),
            ("Otoritas Air Kelmora", "id", "Latn"),
            ("Управление водного хозяйства Кельморы", "ru", "Cyrl"),
            ("KWA", "en", "Latn"),
        ],
        description: "Inspects the dam and speaks for it",
        mentions: &[
            ("gazette", "Kelmora Water Authority"),
            ("sada", "هيئة مياه كيلمورا"),
            ("warta", "Otoritas Air Kelmora"),
        ],
        ..known("authority", "organisation", "Kelmora Water Authority")
    },
    Known {
        aliases: &[("تارو هيدرو", "ar", "Arab"), ("Tarrow Hydropower", "en", "Latn")],
        description: "The company that runs the dam",
        mentions: &[("gazette", "Tarrow Hydro"), ("sada", "تارو هيدرو")],
        ..known("hydro", "organisation", "Tarrow Hydro")
    },
    Known {
        aliases: &[("سد تارو", "ar", "Arab"), ("Bendungan Tarrow", "id", "Latn")],
        mentions: &[("gazette", "Tarrow Dam"), ("sada", "سد تارو")],
        ..known("dam", "place", "Tarrow Dam")
    },
    Known {
        aliases: &[("Waduk Tarrow", "id", "Latn"), ("водохранилище Тарроу", "ru", "Cyrl")],
        description: "The water behind the dam",
        mentions: &[("warta", "Waduk Tarrow")],
        ..known("reservoir", "place", "Tarrow reservoir")
    },
    Known {
        aliases: &[("كيلمورا", "ar", "Arab"), ("Кельмора", "ru", "Cyrl")],
        description: "The island",
        ids: &[("gazetteer", "KEL-01")],
        mentions: &[("gazette", "Kelmora"), ("sada", "كيلمورا")],
        ..known("kelmora", "place", "Kelmora")
    },
    Known {
        aliases: &[("برينهافن", "ar", "Arab"), ("Бренхейвен", "ru", "Cyrl")],
        mentions: &[("gazette", "Brenhaven")],
        ..known("brenhaven", "place", "Brenhaven")
    },
    Known {
        aliases: &[
            ("تارو السفلى", "ar", "Arab"),
            ("Tarrow Hilir", "id", "Latn"),
            ("Нижний Тарроу", "ru", "Cyrl"),
        ],
        description: "The village nearest to the dam",
        mentions: &[("gazette", "Lower Tarrow")],
        ..known("lower-tarrow", "place", "Lower Tarrow")
    },
    Known {
        aliases: &[("خفض منسوب المياه في خزان سد تارو", "ar", "Arab")],
        mentions: &[("sada", "خفض منسوب المياه في خزان سد تارو")],
        ..known("lowering", "event", "Lowering of the Tarrow reservoir")
    },
];
