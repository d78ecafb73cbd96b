//! Which claims the statements of the example tell, and with which figures.

/// A claim of the example's registry.
pub(crate) struct Told {
    pub(crate) id: &'static str,
    pub(crate) text: &'static str,
    pub(crate) topic: &'static str,
    /// The statements that tell it: report, what is marked, and the figure as a person types it, or nothing.
    pub(crate) statements: &'static [(&'static str, &'static str, &'static str)],
}

/// The registry: one claim whose figures clash, one that two reports agree on, one that is told and one that is denied.
pub(crate) const TOLD: &[Told] = &[
    Told {
        id: "leak",
        text: "About 40 litres of water a second leak through the wall of the dam",
        topic: "Leak",
        statements: &[
            ("gazette", "About 40 litres a second are passing through the wall", "~ 40 litres"),
            ("warta", "rembesan itu mencapai 55 liter per detik", "55 litres"),
        ],
    },
    Told {
        id: "stable",
        text: "The dam is stable, and nobody has to leave home",
        topic: "Safety",
        statements: &[
            ("gazette", "The dam is stable | nobody has to leave home", ""),
            ("sada", "السد مستقر، ولا حاجة إلى إخلاء أي منزل", ""),
        ],
    },
    Told {
        id: "known",
        text: "The leak had been known since the spring",
        topic: "Leak",
        statements: &[("gazette", "the leak had been known since the spring and had not grown", "")],
    },
    Told {
        id: "kept",
        text: "Tarrow Hydro kept the leak from the authority",
        topic: "Leak",
        statements: &[("gazette", "the company had kept it from the authority", "")],
    },
];
