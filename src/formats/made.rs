//! What is told of a file that was made, before it is saved.

use super::Losses;

/// A preview shows this many characters of at most this many lines.
pub const PREVIEW: (usize, usize) = (4_000, 24);

/// A file that was made and can be saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// What it is called.
    pub name: String,
    /// Its MIME type.
    pub media_type: String,
    /// How many bytes it has.
    pub size: u64,
    /// The files in it, where it is a zip.
    pub files: Vec<String>,
    /// How its first file begins.
    pub start: String,
    /// What could not be written.
    pub losses: Losses,
    /// So many articles of so many were chosen.
    pub articles: (usize, usize),
    /// So many annotations of so many were chosen.
    pub annotations: (usize, usize),
}

/// How a text begins: as much as a preview shows.
pub fn first_lines(text: &str) -> String {
    let (characters, lines) = PREVIEW;
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    let lines: Vec<&str> = text[..end].lines().take(lines).collect();
    lines.join("\n")
}
