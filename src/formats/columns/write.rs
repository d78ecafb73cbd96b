//! Writing columns.

use super::labels::{Name, names};
use super::levels::{Laid, lay};
use super::{ColumnOptions, Offsets, Shape};
use crate::formats::tokenised::Tokenised;
use crate::formats::write::lost_around;
use crate::formats::{Output, Reason, file_name};
use crate::model::{Annotations, Document, LabelId, Project};
use crate::sorted::{Map, Set};
use crate::text::{Span, is_unseen};
use crate::wire::json;

/// The ending of files of columns.
const ENDING: &str = "conll";

/// Stands where nothing is known.
const NOTHING: &str = "-X-";

/// Writes the annotations of a project in columns. Suggested and rejected ones are left out.
pub fn write(project: &Project, options: &ColumnOptions, out: &mut dyn Output) {
    let names = names(&project.schema, &options.labels);
    let none = Annotations::default();
    let of = |document: &Document| project.annotations(&document.id).unwrap_or(&none);
    // Every row of a file has as many columns, so that the deepest place of all documents counts.
    let depth =
        |document: &Document| lay(document, of(document), options).0.iter().map(|one| one.level + 1).max();
    let columns = project.documents().filter_map(|document| depth(document)).max().unwrap_or(1);
    let rows = Rows { options, names: &names, columns };
    out.file(&file_name(&project.name, ENDING));
    let mut used = Set::new();
    let count = project.documents().len();
    for (n, document) in project.documents().enumerate() {
        let (laid, losses) = lay(document, of(document), options);
        losses.iter().for_each(|(reason, count)| out.lost(reason, count));
        let (text, cut) = rows.document(document, &laid);
        out.write(text.as_bytes());
        out.lost(Reason::Cut, cut);
        used.extend(laid.iter().map(|one| one.label.clone()));
        out.done(n + 1, count);
    }
    lost_beside(project, options.offsets, out);
    let replaced =
        used.iter().filter(|label| !options.labels.contains_key(*label)).filter_map(|label| names.get(label));
    out.lost(Reason::Characters, replaced.map(|name| name.replaced).sum());
}

/// What is lost of everything but annotations.
pub(super) fn lost_beside(project: &Project, offsets: Offsets, out: &mut dyn Output) {
    out.lost(Reason::Relations, project.relations.len());
    out.lost(Reason::Entities, project.entities.len());
    out.lost(Reason::Claims, project.claims.len());
    for document in project.documents() {
        // The title stands in the comment.
        lost_around(document, offsets != Offsets::Comment, out);
    }
}

/// What is the same for all rows.
struct Rows<'a> {
    options: &'a ColumnOptions,
    names: &'a Map<LabelId, Name>,
    /// Columns of tags.
    columns: usize,
}

impl Rows<'_> {
    /// The rows of a document, and how many tokens were cut.
    fn document(&self, document: &Document, laid: &[Laid<'_>]) -> (String, usize) {
        let text = &document.text;
        let spans: Vec<Span> = laid.iter().map(|one| one.span).collect();
        let Tokenised { tokens, starts, cut } = Tokenised::new(text, &spans, &spans);
        let tags = self.tags(&tokens, &starts, laid);
        let mut out = String::with_capacity(text.as_str().len() * 2);
        self.head(document, &mut out);
        for (n, token) in tokens.iter().enumerate() {
            if starts[n] && n > 0 {
                out.push('\n');
            }
            let offsets = (self.options.offsets == Offsets::Columns).then(|| text.code_points(*token));
            self.row(text.slice(*token), offsets.map(|(start, end)| (start.0, end.0)), &mut out);
            for level in 0..self.columns {
                out.push(self.options.separator.char());
                match tags[level * tokens.len() + n] {
                    Some((prefix, label)) => {
                        out.push(prefix);
                        out.push('-');
                        out.push_str(label);
                    }
                    None => out.push('O'),
                }
            }
            out.push('\n');
        }
        if !tokens.is_empty() {
            out.push('\n');
        }
        (out, cut)
    }

    /// What stands before the rows of a document.
    fn head(&self, document: &Document, out: &mut String) {
        if self.options.shape == Shape::Conll2003 || !self.options.alone {
            let offsets = (self.options.offsets == Offsets::Columns).then_some(());
            self.row_of("-DOCSTART-", offsets.map(|()| [NOTHING, NOTHING]), out);
            for _ in 0..self.columns {
                out.push(self.options.separator.char());
                out.push('O');
            }
            out.push_str("\n\n");
        }
        if self.options.offsets == Offsets::Comment {
            out.push_str("# document = {");
            for (key, value) in [
                ("id", document.id.as_str()),
                ("title", &document.metadata.title),
                ("text", document.text.as_str()),
            ] {
                json::key(out, key);
                json::text(out, value);
            }
            out.push_str("}\n");
            if document.text.as_str().chars().all(is_unseen) {
                out.push('\n');
            }
        }
    }

    /// The columns before the tags.
    fn row(&self, token: &str, offsets: Option<(u32, u32)>, out: &mut String) {
        match offsets {
            None => self.row_of(token, None, out),
            Some((start, end)) => self.row_of(token, Some([&start.to_string(), &end.to_string()]), out),
        }
    }

    fn row_of(&self, token: &str, offsets: Option<[&str; 2]>, out: &mut String) {
        out.push_str(token);
        let unknown = if self.options.shape == Shape::Conll2003 { 2 } else { 0 };
        let offsets = offsets.iter().flatten().copied();
        for column in std::iter::repeat_n(NOTHING, unknown).chain(offsets) {
            out.push(self.options.separator.char());
            out.push_str(column);
        }
    }

    /// Prefix and label of each token, level after level.
    fn tags(&self, tokens: &[Span], starts: &[bool], laid: &[Laid<'_>]) -> Vec<Option<(char, &str)>> {
        let mut tags: Vec<Option<(char, &str)>> = vec![None; tokens.len() * self.columns];
        for one in laid {
            let first = tokens.partition_point(|token| token.start() < one.span.start());
            let behind = tokens.partition_point(|token| token.end() <= one.span.end());
            let label = self.names.get(one.label).map_or("_", |name| &name.text);
            let column = &mut tags[one.level * tokens.len()..][..tokens.len()];
            let touches =
                first > 0 && !starts[first] && column[first - 1].is_some_and(|(_, before)| before == label);
            for (n, tag) in column[first..behind].iter_mut().enumerate() {
                *tag = Some((self.options.scheme.prefix(n, behind - first, touches), label));
            }
        }
        tags
    }
}
