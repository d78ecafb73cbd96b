//! What kind a grapheme is, as far as marking words needs it. Small tables instead of a Unicode
//! database, which would cost tens of kilobytes of the first load.

/// Whether a grapheme is nothing but white space and invisible format characters.
pub(super) fn is_space(grapheme: &str) -> bool {
    grapheme.chars().all(|char| char.is_whitespace() || is_invisible(char))
}

/// Whether a grapheme is a punctuation mark (`‼️` with its emoji selector is a picture, not a mark).
pub(super) fn is_punctuation(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    chars.next().is_some_and(is_mark) && chars.all(is_invisible)
}

/// Whether a stretch between two word boundaries is something to stop at: not just white space and
/// punctuation.
pub(super) fn is_word(piece: &str) -> bool {
    piece.chars().any(|char| char.is_alphanumeric())
        || !piece.chars().all(|char| char.is_whitespace() || is_mark(char) || is_invisible(char))
}

/// Zero-width spaces and the marks that steer the direction of text.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Punctuation of the scripts that news is written in.
fn is_mark(char: char) -> bool {
    matches!(char,
        '!'..='#' | '%'..='*' | ','..='/' | ':' | ';' | '?' | '@' | '['..=']' | '_' | '{' | '}'
        // Latin-1, Greek, Armenian, Hebrew, Arabic, Syriac
        | '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}' | '\u{58A}'
        | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5C6}' | '\u{5F3}' | '\u{5F4}'
        | '\u{609}' | '\u{60A}' | '\u{60C}' | '\u{60D}' | '\u{61B}' | '\u{61D}'..='\u{61F}' | '\u{66A}'..='\u{66D}'
        | '\u{6D4}' | '\u{700}'..='\u{70D}'
        // India, Thailand, Tibet, Myanmar, Georgia, Ethiopia, Cambodia, Mongolia
        | '\u{964}' | '\u{965}' | '\u{970}' | '\u{DF4}' | '\u{E4F}' | '\u{E5A}' | '\u{E5B}'
        | '\u{F04}'..='\u{F12}' | '\u{F3A}'..='\u{F3D}' | '\u{104A}'..='\u{104F}' | '\u{10FB}'
        | '\u{1360}'..='\u{1368}' | '\u{17D4}'..='\u{17D6}' | '\u{17D8}'..='\u{17DA}' | '\u{1800}'..='\u{180A}'
        // General punctuation, without the invisible ones and the fraction and swung symbols
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{2043}' | '\u{2045}'..='\u{2051}' | '\u{2053}'..='\u{205E}'
        | '\u{207D}' | '\u{207E}' | '\u{208D}' | '\u{208E}' | '\u{2308}'..='\u{230B}' | '\u{2329}' | '\u{232A}'
        | '\u{2768}'..='\u{2775}' | '\u{2E00}'..='\u{2E4F}'
        // Chinese and Japanese, and their full-width and small forms
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{3030}' | '\u{30A0}' | '\u{30FB}'
        | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE52}' | '\u{FE54}'..='\u{FE61}' | '\u{FE63}' | '\u{FE68}' | '\u{FE6A}' | '\u{FE6B}'
        | '\u{FF01}'..='\u{FF03}' | '\u{FF05}'..='\u{FF0A}' | '\u{FF0C}'..='\u{FF0F}' | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF20}'
        | '\u{FF3B}'..='\u{FF3D}' | '\u{FF3F}' | '\u{FF5B}' | '\u{FF5D}' | '\u{FF5F}'..='\u{FF65}'
    )
}

/// Whether a mark may stand between the end of a sentence and the white space behind it.
pub(super) fn is_closing(char: char) -> bool {
    matches!(
        char,
        '\'' | '’'
            | '”'
            | '"'
            | '»'
            | '›'
            | ')'
            | ']'
            | '}'
            | '）'
            | '］'
            | '｝'
            | '」'
            | '』'
            | '》'
            | '〉'
            | '】'
            | '〕'
    )
}

/// The closing mark that belongs to an opening one. Apostrophes and `’` are left out: most stand in
/// words, not around them.
pub(super) fn closing(opening: char) -> Option<char> {
    const PAIRS: &[(char, char)] = &[
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('“', '”'),
        ('„', '“'),
        ('«', '»'),
        ('‹', '›'),
        ('（', '）'),
        ('［', '］'),
        ('｛', '｝'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〈', '〉'),
        ('【', '】'),
        ('〔', '〕'),
        ('"', '"'),
    ];
    PAIRS.iter().find(|(open, _)| *open == opening).map(|&(_, close)| close)
}

/// Signs that belong to the number they adjoin.
pub(super) fn is_number_sign(char: char) -> bool {
    matches!(char, '%' | '‰' | '‱' | '٪' | '％' | '°' | '′' | '″' | '$' | '¢'..='¥' | '\u{20A0}'..='\u{20C0}' | '＄' | '￠' | '￡' | '￥' | '￦')
}

/// Signs before a number.
pub(super) fn is_plus_or_minus(char: char) -> bool {
    matches!(char, '+' | '-' | '−' | '±')
}
