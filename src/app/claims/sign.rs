//! The signs of the matrix. They are drawn as lines, so that they look the same on the screen, on paper and in files,
//! whatever letters a machine has, and are told apart without colour. A text that has no pictures takes the characters.

use crate::analysis::Standing;
use crate::words::claims as own;

/// What a cell or a statement is in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// What the others are held against.
    Reference,
    /// It is held against the reference, and stands so to it.
    Stands(Standing),
    /// Two tellings conflict with each other and not with the reference.
    Clash,
}

impl Sign {
    /// All of them, as a legend explains them.
    pub const ALL: [Self; 7] = [
        Self::Reference,
        Self::Stands(Standing::Agree),
        Self::Stands(Standing::Compatible),
        Self::Stands(Standing::OtherTime),
        Self::Stands(Standing::Conflict),
        Self::Clash,
        Self::Stands(Standing::Silent),
    ];

    /// Of what stands so, or is the reference.
    pub fn of(reference: bool, standing: Standing) -> Self {
        if reference { Self::Reference } else { Self::Stands(standing) }
    }

    /// Its name in styles and in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Clash => "clash",
            Self::Stands(Standing::Silent) => "silent",
            Self::Stands(Standing::Agree) => "agree",
            Self::Stands(Standing::Compatible) => "compatible",
            Self::Stands(Standing::OtherTime) => "other-time",
            Self::Stands(Standing::Conflict) => "conflict",
        }
    }

    /// What it means, in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reference => own::reference(),
            Self::Clash => own::clash(),
            Self::Stands(Standing::Silent) => own::silent(),
            Self::Stands(Standing::Agree) => own::agree(),
            Self::Stands(Standing::Compatible) => own::compatible(),
            Self::Stands(Standing::OtherTime) => own::other_time(),
            Self::Stands(Standing::Conflict) => own::conflict(),
        }
    }

    /// Its lines, in a square of [`Self::SIDE`]; those of the reference are filled.
    pub fn lines(self) -> &'static str {
        match self {
            Self::Reference => "M12 4l8 8-8 8-8-8z",
            Self::Clash => "M12 4v16M3 7l5 5-5 5M21 7l-5 5 5 5",
            Self::Stands(Standing::Silent) => "M9 12h6",
            Self::Stands(Standing::Agree) => "M4.5 9h15M4.5 15h15",
            Self::Stands(Standing::Compatible) => {
                "M4 10.5c1.5-3.5 4.5-4 7.5-2s6.5 1.5 8.5-2M4 17.5c1.5-3.5 4.5-4 7.5-2s6.5 1.5 8.5-2"
            }
            Self::Stands(Standing::OtherTime) => {
                "M12 20.5a8.5 8.5 0 1 1 0-17 8.5 8.5 0 0 1 0 17zM12 7v5.5l3.5 2"
            }
            Self::Stands(Standing::Conflict) => "M4.5 9h15M4.5 15h15M17 3.5l-10 17",
        }
    }

    /// How wide and high the square is.
    pub const SIDE: u32 = 24;

    /// For a text that has no pictures.
    pub fn character(self) -> &'static str {
        match self {
            Self::Reference => "◆",
            Self::Clash => "↮",
            Self::Stands(Standing::Silent) => "–",
            Self::Stands(Standing::Agree) => "=",
            Self::Stands(Standing::Compatible) => "≈",
            Self::Stands(Standing::OtherTime) => "◷",
            Self::Stands(Standing::Conflict) => "≠",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_styles_draw_the_same_lines() {
        let styles = include_str!("../../../styles/claims.css");
        // Nothing clashes within a cell, and what is silent has a dash.
        let drawn = |sign: &Sign| !matches!(sign, Sign::Clash | Sign::Stands(Standing::Silent));
        for sign in Sign::ALL.into_iter().filter(drawn) {
            let rule = format!(".claim-cell[data-sign=\"{}\"]::before", sign.name());
            let rule = styles.lines().find(|line| line.starts_with(&rule)).expect("it has a rule");
            assert!(rule.contains(&format!("d=\"{}\"", sign.lines())), "{rule}");
        }
    }

    #[test]
    fn each_is_told_from_the_others_without_colour() {
        for (n, sign) in Sign::ALL.into_iter().enumerate() {
            for other in &Sign::ALL[n + 1..] {
                assert_ne!(sign.lines(), other.lines());
                assert_ne!(sign.character(), other.character());
                assert_ne!((sign.name(), sign.word()), (other.name(), other.word()));
            }
        }
    }
}
