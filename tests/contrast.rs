//! Whatever is read has a contrast of at least 4.5 to 1, in the light and in the dark theme: reckoned from the tokens.

use std::collections::BTreeMap;

/// Red, green, blue, each from 0 to 1.
type Colour = [f64; 3];

const TOKENS: &str = include_str!("../styles/tokens.css");
const LEAST: f64 = 4.5;
const SLOTS: u8 = 12;
const SURFACES: [&str; 5] = ["paper", "chrome", "raised", "sunken", "hover"];

/// The tokens that are a colour for the light and one for the dark theme.
fn tokens() -> BTreeMap<&'static str, [Colour; 2]> {
    let colour = |hex: &str| {
        let hex = hex.trim().strip_prefix('#').filter(|hex| hex.len() == 6)?;
        let part =
            |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(|part| f64::from(part) / 255.0);
        Some([part(0)?, part(2)?, part(4)?])
    };
    let token = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let (light, dark) = value.trim().strip_prefix("light-dark(")?.strip_suffix(");")?.split_once(',')?;
        Some((name, [colour(light)?, colour(dark)?]))
    };
    TOKENS.lines().filter_map(token).collect()
}

/// A token in per cent, as a part of one.
fn part(name: &str) -> f64 {
    let (_, value) = TOKENS.split_once(&format!("--{name}: ")).expect("there is such a token");
    let (value, _) = value.split_once('%').expect("in per cent");
    value.parse::<f64>().expect("a number") / 100.0
}

/// Relative luminance by WCAG 2.
fn luminance(colour: Colour) -> f64 {
    let line = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * line(colour[0]) + 0.7152 * line(colour[1]) + 0.0722 * line(colour[2])
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour over another, `part` of it.
fn over(top: Colour, part: f64, below: Colour) -> Colour {
    std::array::from_fn(|n| top[n] * part + below[n] * (1.0 - part))
}

#[test]
fn contrast_is_reckoned_as_others_do() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    let grey = [f64::from(0x76u8) / 255.0; 3];
    assert!((contrast(grey, [1.0; 3]) - 4.54).abs() < 0.01, "#767676 on white is 4.54");
}

/// What stands on what. Letters of the chrome, of buttons, of what warns.
#[test]
fn text_is_read_on_every_surface() {
    let tokens = tokens();
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for letters in ["ink", "ink-soft", "accent", "accent-strong", "bad"] {
        pairs.extend(SURFACES.map(|surface| (letters, surface)));
    }
    pairs.extend([
        ("ink-on-accent", "accent"),
        ("ink-on-accent", "accent-strong"),
        ("accent-strong", "accent-wash"),
        ("ink", "accent-wash"),
        ("ink-soft", "accent-wash"),
        ("bad", "bad-wash"),
        ("ink", "bad-wash"),
        ("caution-ink", "caution-wash"),
        ("ink", "caution-wash"),
        ("caution-ink", "raised"),
    ]);
    let mut low = Vec::new();
    for (letters, surface) in pairs {
        for (theme, name) in ["light", "dark"].iter().enumerate() {
            let ratio = contrast(tokens[letters][theme], tokens[surface][theme]);
            if ratio < LEAST {
                low.push(format!("{letters} on {surface}, {name}: {ratio:.2}"));
            }
        }
    }
    assert!(low.is_empty(), "{low:#?}");
}

/// Each label's colour is the letters of its badge, and the wash under the article's letters and its own name.
#[test]
fn labels_are_read_in_their_colours() {
    let tokens = tokens();
    let (wash, strong) = (part("label-tint"), part("label-tint-strong"));
    let mut low = Vec::new();
    for slot in 0..SLOTS {
        let label = format!("label-{slot}");
        for (theme, name) in ["light", "dark"].iter().enumerate() {
            let (label_is, ink) = (tokens[&*label][theme], tokens["ink"][theme]);
            let mut hold = |what: &str, ratio: f64| {
                if ratio < LEAST {
                    low.push(format!("{what} {slot}, {name}: {ratio:.2}"));
                }
            };
            let paper = tokens["paper"][theme];
            hold("badge", contrast(label_is, paper));
            for tint in [wash, wash * 1.7, strong] {
                hold("the article in a mark of", contrast(ink, over(label_is, tint, paper)));
            }
            // On paper of its own, wherever it stands.
            hold("the name of", contrast(label_is, over(label_is, wash, paper)));
        }
    }
    assert!(low.is_empty(), "{low:#?}");
    let chip = "color-mix(in srgb, var(--slot, var(--paper)) var(--label-tint), var(--paper))";
    assert!(include_str!("../styles/controls.css").contains(chip), "a name stands on paper of its own");
    assert!(!tokens.contains_key(&*format!("label-{SLOTS}")), "there are as many as are looked at");
}
