//! Which columns a file has, found by what stands in them.

use super::Separator;
use super::lines::{Line, Whole, columns, lines};
use super::scheme::Tag;

/// Where what stands in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) separator: Separator,
    /// How many columns a row has.
    pub(super) columns: usize,
    /// The column of the token.
    pub(super) token: usize,
    /// The columns of where a token begins and ends, in code points.
    pub(super) offsets: Option<(usize, usize)>,
    /// The columns of tags, outermost first.
    pub(super) tags: Vec<usize>,
    /// Whether tags are labels without a prefix.
    pub(super) bare: bool,
}

impl Layout {
    /// A tag as this file has them.
    pub(super) fn tag<'a>(&self, tag: &'a str) -> Option<Tag<'a>> {
        if self.bare { Tag::bare(tag) } else { Tag::prefixed(tag) }
    }

    /// Whether a line that begins with `#` is the row of such a token.
    pub(super) fn is_row(&self, hash: &str) -> bool {
        let tag =
            |column: &usize| columns(hash, self.separator).nth(*column).and_then(Tag::prefixed).is_some();
        columns(hash, self.separator).count() == self.columns && self.tags.iter().all(tag)
    }
}

/// Types of the chunk column of CoNLL-2003, whose tags look like those of names.
const CHUNKS: [&str; 11] = ["NP", "VP", "PP", "ADVP", "ADJP", "SBAR", "PRT", "CONJP", "INTJ", "LST", "UCP"];

/// So many rows say what the columns are, where there are tags in them: looking at each row of a large file takes longer than
/// reading it.
const ROWS: usize = 50_000;

/// What stands in a column.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    outside: usize,
    tags: usize,
    chunks: usize,
    numbers: usize,
    unknown: usize,
}

/// Looks at the rows; `None` where there is no column of tags.
pub(super) fn detect<'a>(lines: impl Iterator<Item = Whole<'a>> + Clone) -> Option<Layout> {
    let rows = lines.filter_map(|whole| match whole.line {
        Line::Row(row) => Some(row),
        _ => None,
    });
    // Where nothing is tagged yet, what comes behind it says more.
    let first = look(rows.clone().take(ROWS)).filter(|(_, tagged)| *tagged);
    first.or_else(|| look(rows)).map(|(layout, _)| layout)
}

/// What rows say of the columns, and whether anything in them has a tag.
fn look<'a>(rows: impl Iterator<Item = &'a str> + Clone) -> Option<(Layout, bool)> {
    let (all, with_tab) =
        rows.clone().fold((0, 0), |(all, tab), row| (all + 1, tab + usize::from(row.contains('\t'))));
    let separator = if 2 * with_tab >= all { Separator::Tab } else { Separator::Blank };
    let count = usual_count(rows.clone().map(|row| columns(row, separator).count()))?;
    let rows = rows.filter(|row| columns(row, separator).count() == count);
    let mut seen = vec![Seen::default(); count];
    let mut total = 0;
    for row in rows.clone() {
        total += 1;
        for (seen, column) in seen.iter_mut().zip(columns(row, separator)) {
            seen.numbers += usize::from(is_number(column));
            seen.unknown += usize::from(matches!(column, "-X-" | "_" | "-"));
            match Tag::prefixed(column) {
                Some(Tag::Outside) => seen.outside += 1,
                Some(Tag::In(_, label)) => {
                    seen.tags += 1;
                    seen.chunks += usize::from(CHUNKS.contains(&label));
                }
                None => {}
            }
        }
    }
    // Rows may be spoilt; but where most of what is not `O` has no prefix, those are labels alone.
    let is_tags = |n: &usize| {
        let Seen { outside, tags, .. } = seen[*n];
        2 * (outside + tags) > total && outside + 2 * tags >= total
    };
    let mut tags: Vec<usize> = (1..count).filter(is_tags).collect();
    let chunk = |n: &usize| seen[*n].tags > 0 && seen[*n].chunks == seen[*n].tags;
    if tags.iter().any(|n| !chunk(n)) {
        tags.retain(|n| !chunk(n));
    }
    let bare = tags.is_empty();
    if bare {
        tags.extend((1..count).rev().find(|&n| seen[n].outside > 0));
    }
    let first = *tags.first()?;
    let long = |row: &str, token: usize| {
        let column = |n: usize| columns(row, separator).nth(n);
        let number = |n: usize| column(n).and_then(|column| column.parse::<u32>().ok());
        let length = number(first - 1).zip(number(first - 2)).and_then(|(end, start)| end.checked_sub(start));
        length
            .is_some_and(|length| column(token).is_some_and(|token| token.chars().count() == length as usize))
    };
    let at_offsets = |token: usize| {
        first >= token + 3 && 10 * rows.clone().filter(|row| long(row, token)).count() >= 9 * total
    };
    // Tokens may be figures, too: they number the tokens only where one can stand behind them.
    let numbered = first > 1 && !at_offsets(0) && seen[0].numbers == total && seen[1].unknown < total;
    let token = usize::from(numbered);
    let offsets = at_offsets(token).then(|| (first - 2, first - 1));
    let tagged = tags.iter().any(|&n| if bare { seen[n].outside < total } else { seen[n].tags > 0 });
    Some((Layout { separator, columns: count, token, offsets, tags, bare }, tagged))
}

/// Whether the beginning of a file can be nothing else than columns: nearly all rows have as many, and tags with prefixes
/// are among them. An article whose lines happen to end in an `O` is none.
pub(super) fn speaks_of_tags(start: &str) -> bool {
    let Some(layout) = detect(lines(start)).filter(|layout| !layout.bare) else { return false };
    let rows = lines(start).filter_map(|whole| match whole.line {
        Line::Row(row) => Some(row),
        _ => None,
    });
    let (mut all, mut fit, mut tags) = (0, 0, 0);
    for row in rows {
        let at = |n: usize| columns(row, layout.separator).nth(n).and_then(|column| layout.tag(column));
        all += 1;
        fit += usize::from(columns(row, layout.separator).count() == layout.columns);
        tags += usize::from(layout.tags.iter().any(|&n| matches!(at(n), Some(Tag::In(..)))));
    }
    all >= 2 && 10 * fit >= 9 * all && tags > 0
}

/// The count that most rows have, above one.
fn usual_count(counts: impl Iterator<Item = usize>) -> Option<usize> {
    // Nobody has so many columns; a row of more is no row.
    let mut rows = [0_usize; 65];
    for count in counts {
        if let Some(of) = rows.get_mut(count) {
            *of += 1;
        }
    }
    let usual = (2..rows.len()).rev().max_by_key(|&count| rows[count])?;
    (rows[usual] > 0).then_some(usual)
}

/// The number of a token in its sentence: `12`, `12-13`, `12.1`.
fn is_number(column: &str) -> bool {
    column.starts_with(|char: char| char.is_ascii_digit())
        && column.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// File, separator, how many columns, that of the token, those of tags, whether tags are bare.
    type Case<'a> = (&'a str, Separator, usize, usize, &'a [usize], bool);

    #[test]
    fn columns_of_many_files() {
        use Separator::{Blank, Tab};
        let cases: &[Case<'_>] = &[
            ("-DOCSTART- -X- -X- O\n\nEU NNP B-NP B-ORG\nsays VBZ B-VP O\n", Blank, 4, 0, &[3], false),
            ("Jakarta\tB-LOC\n\nini\tO\n", Tab, 2, 0, &[1], false),
            ("Meski SCONJ O\r\nPKB PROPN B-ORG\r\n", Blank, 3, 0, &[2], false),
            ("# text = x\n1\t然\tO\t-\t-\n2\t而\tB-LOC\t-\tq\n", Tab, 5, 1, &[2], false),
            ("#\thttp://x\t[2009]\n1\tUni\tB-ORG\tO\n2\tUlm\tI-ORG\tB-LOC\n", Tab, 4, 1, &[2, 3], false),
            ("Joko Person\nWidodo Person\ntiba O\n", Blank, 2, 0, &[1], true),
            ("He B-NP\nran B-VP\n", Blank, 2, 0, &[1], false),
            ("7 O\n9 B-NUM\n", Blank, 2, 0, &[1], false),
        ];
        for (file, separator, columns, token, tags, bare) in cases {
            let expected = Layout {
                separator: *separator,
                columns: *columns,
                token: *token,
                offsets: None,
                tags: tags.to_vec(),
                bare: *bare,
            };
            assert_eq!(detect(lines(file)), Some(expected), "{file}");
        }
        for file in ["", "one\ntwo\n", "Plain text of words.\nAnd more of it.\n"] {
            assert_eq!(detect(lines(file)), None, "{file}");
        }
    }

    #[test]
    fn the_first_of_many_rows_say_what_the_columns_are() {
        let file = "Jakarta\tB-LOC\nini\tO\n".repeat(ROWS / 2) + &"a b c d e\n".repeat(2 * ROWS);
        let found = detect(lines(&file)).map(|layout| (layout.separator, layout.columns, layout.tags));
        assert_eq!(found, Some((Separator::Tab, 2, vec![1])));
        let bare = |file: &str| detect(lines(file)).map(|layout| (layout.tags, layout.bare));
        let nothing = "ini O\n".repeat(2 * ROWS);
        assert_eq!(
            bare(&(nothing.clone() + "Joko Person\n")),
            Some((vec![1], true)),
            "where they have none yet"
        );
        assert_eq!(bare(&(nothing + "Joko B-PER\n")), Some((vec![1], false)));
    }

    #[test]
    fn offsets_are_known_by_the_lengths_of_tokens() {
        let found = detect(lines("Ani 0 3 B-PER\ntiba 4 8 O\n")).and_then(|layout| layout.offsets);
        assert_eq!(found, Some((1, 2)));
        let found = detect(lines("Ani 0 4 B-PER\ntiba 4 5 O\n")).and_then(|layout| layout.offsets);
        assert_eq!(found, None);
    }
}
