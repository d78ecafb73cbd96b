//! How words stand in files and texts that other programs read: CSV, XML and HTML, Markdown, addresses. Every word of a
//! project may come from somebody else's article, so none of them may become a formula, a tag or a link by itself.

use crate::formats::cell;

/// A field of CSV as RFC 4180 has it. Words that a spreadsheet would take for a formula stand behind an apostrophe.
pub(super) fn csv_field(text: &str) -> String {
    let mut field = String::new();
    cell(&mut field, text, ',', true);
    field
}

/// Text of XML or HTML, between tags or in an attribute. What XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let fits = |char: &char| !char.is_control() && !matches!(char, '\u{fffe}' | '\u{ffff}');
    let mut out = String::new();
    for char in text.chars().filter(fits) {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            char => out.push(char),
        }
    }
    out
}

/// Text in Markdown, in one line: what would be a sign there stands behind a backslash (CommonMark, 2.4), and so does
/// what GitHub's Markdown would make an address of by itself (GFM, 6.9): `://`, `www.` and `@`. GitHub itself links an
/// address of mail even so, since it looks for `@` when the backslashes are gone; the words stay what they are.
pub(super) fn markdown(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::new();
    for (at, char) in line.char_indices() {
        let (before, behind) = (&line[..at], &line[at + char.len_utf8()..]);
        let ordered = matches!(char, '.' | ')') && at > 0 && before.bytes().all(|b| b.is_ascii_digit());
        let begins = at == 0 && matches!(char, '-' | '+' | '=');
        let www =
            char == '.' && before.get(at.saturating_sub(3)..).is_some_and(|w| w.eq_ignore_ascii_case("www"));
        // Of `mailto:` and `xmpp:` too.
        let scheme = char == ':' && (at == 0 || behind.starts_with(|c: char| !c.is_whitespace()));
        if ordered || begins || www || scheme || "\\`*_[]<>&~|$#@".contains(char) {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// An address in the brackets of a Markdown link: nothing in it ends the link.
pub(super) fn markdown_address(url: &str) -> String {
    let mut out = String::new();
    for char in url.chars() {
        match char {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            char if char.is_control() => {}
            char => out.push(char),
        }
    }
    out
}

/// A text with one space for every white space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address that is safe to be a link: http or https, nothing else.
pub fn safe_link(url: &str) -> Option<String> {
    let url = url.trim();
    let scheme = url.split_once("://")?.0;
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula() {
        for (text, field) in [
            ("plain", "plain"),
            ("", ""),
            ("=1+1", "'=1+1"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("\tx", "'\tx"),
            ("a,b", "\"a,b\""),
            ("say \"it\"", "\"say \"\"it\"\"\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("=\"x\",1", "\"'=\"\"x\"\",1\""),
        ] {
            assert_eq!(csv_field(text), field, "{text:?}");
        }
    }

    #[test]
    fn nothing_becomes_a_tag() {
        assert_eq!(escaped("<b a=\"x\">&\u{1}\n'"), "&lt;b a=&quot;x&quot;&gt;&amp;'");
    }

    #[test]
    fn nothing_becomes_markdown() {
        for (text, written) in [
            ("a *b* _c_", "a \\*b\\* \\_c\\_"),
            ("# no heading", "\\# no heading"),
            ("- no list", "\\- no list"),
            ("12. no list", "12\\. no list"),
            ("in 2031. Then", "in 2031. Then"),
            ("[x](javascript:1)", "\\[x\\](javascript\\:1)"),
            ("<script>&amp;", "\\<script\\>\\&amp;"),
            ("two\n\nlines", "two lines"),
            ("a|b `c` \\", "a\\|b \\`c\\` \\\\"),
            ("see https://a.example/b_c", "see https\\://a.example/b\\_c"),
            ("WWW.a.example, awww.", "WWW\\.a.example, awww\\."),
            ("mailto:a@b.example", "mailto\\:a\\@b.example"),
            ("at 10:30: nothing", "at 10\\:30: nothing"),
            ("the last of three ##", "the last of three \\#\\#"),
            (":::note", "\\:\\:\\:note"),
            ("[^1] and ![x](y)", "\\[^1\\] and !\\[x\\](y)"),
            ("= rule\n---", "\\= rule ---"),
            ("~~no~~ $x$", "\\~\\~no\\~\\~ \\$x\\$"),
        ] {
            assert_eq!(markdown(text), written, "{text:?}");
        }
        assert_eq!(markdown_address("https://a.example/<x> y\\"), "https://a.example/%3Cx%3E%20y%5C");
    }

    #[test]
    fn only_the_web_is_linked() {
        assert_eq!(safe_link(" HTTPS://a.example ").as_deref(), Some("HTTPS://a.example"));
        for bad in ["javascript:alert(1)", "javascript://x", "data:text/html,x", "a.example", "ftp://a"] {
            assert_eq!(safe_link(bad), None, "{bad}");
        }
    }
}
