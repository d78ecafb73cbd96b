//! What the columns of a table are, by their names: those of Postil, and those that others have for the same.
//!
//! Capitals, blanks and signs in a name do not count: `Start Offset` is `start_offset`. A column has one meaning and a
//! meaning has one column, the first of these in the order of the list.

use super::names::{DOCUMENTS, ENDS, FIELDS, Names, PAIRS, SPANS};
use crate::formats::delimited::read::Table;

/// What a row of a table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Where something is marked.
    Spans,
    /// An article.
    Documents,
    /// An end of a relation.
    Ends,
    /// A relation of two.
    Pairs,
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Which article.
    Document,
    /// The text of the article.
    Text,
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
    /// How long it is.
    Length,
    /// The name of its label.
    Label,
    /// How it reads.
    Quote,
    /// Its id.
    Id,
    /// What its label marks.
    Kind,
    /// Which of the fragments.
    Fragment,
    /// How many fragments there are.
    Fragments,
    /// The id of an entity.
    Entity,
    /// The id of a claim.
    Claim,
    /// The id of an entity in a knowledge base.
    Base,
    /// Whether somebody stands for it.
    Status,
    /// Whether its maker is unsure.
    Unsure,
    /// A note.
    Note,
    /// Who made it.
    By,
    /// When it was made.
    Created,
    /// How sure a program is of it.
    Score,
    /// What offsets count.
    Unit,
    /// Whether a relation is symmetric.
    Symmetric,
    /// What an end is to its relation.
    Part,
    /// What stands at an end of a relation, or at the second.
    Target,
    /// What stands at the first end.
    Source,
    /// What kind of thing stands at an end.
    TargetKind,
    /// The article of an end.
    Home,
    /// What expresses a relation.
    Trigger,
    /// A field of the article, by its key in rows of JSON.
    Field(&'static str),
    /// An attribute, or something that came with the article.
    Other,
}

/// A cell as long as this is no name of an article.
const LONG: usize = 200;
/// So many rows say what a column holds.
const LOOKED_AT: usize = 200;

/// The columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// What a row says.
    pub(super) what: What,
    /// What each cell of a row says.
    pub(super) roles: Vec<Role>,
    /// How the columns are called.
    pub(super) names: Vec<String>,
}

impl Columns {
    /// Of a header; `None` where it is of no table that is known.
    pub(super) fn of(names: Vec<String>) -> Option<Self> {
        let keys: Vec<String> = names.iter().map(|name| key(name)).collect();
        let has = |role, lists: &[&[Names]]| {
            let all = lists.iter().flat_map(|list| list.iter());
            all.filter(|(own, _)| *own == role)
                .any(|(_, names)| names.iter().any(|name| keys.iter().any(|key| key == name)))
        };
        let of = |role| has(role, &[SPANS]);
        let text = keys.iter().any(|key| key == "text");
        let pair = has(Role::Source, &[PAIRS]) && has(Role::Target, &[PAIRS]) && has(Role::Label, &[PAIRS]);
        let placed = of(Role::Start) && (of(Role::End) || of(Role::Length));
        let what = if has(Role::Part, &[ENDS]) && has(Role::Target, &[ENDS]) && has(Role::Id, &[ENDS]) {
            What::Ends
        } else if pair && !text && !of(Role::Quote) && !of(Role::Text) {
            What::Pairs
        } else if placed
            || of(Role::Quote) && of(Role::Label) && (of(Role::Document) || of(Role::Text) || text)
        {
            What::Spans
        } else if has(Role::Text, &[DOCUMENTS]) {
            What::Documents
        } else {
            return None;
        };
        let lists: &[&[Names]] = match what {
            What::Spans => &[SPANS, FIELDS],
            What::Documents => &[FIELDS, DOCUMENTS],
            What::Ends => &[ENDS],
            What::Pairs => &[PAIRS],
        };
        let mut roles = vec![Role::Other; names.len()];
        for (role, names) in lists.iter().flat_map(|list| list.iter()) {
            let free =
                |name: &&str| (0..keys.len()).find(|&at| keys[at] == **name && roles[at] == Role::Other);
            if let Some(at) = names.iter().find_map(free) {
                roles[at] = *role;
            }
        }
        Some(Self { what, roles, names })
    }

    /// What is said about a text only its cells tell: whether it is that of the article or that of the place, and whether
    /// an id is of the one or of the other.
    pub(super) fn settle(&mut self, table: &Table) {
        if self.what != What::Spans {
            return;
        }
        let rows = || table.rows.iter().skip(1).take(LOOKED_AT);
        let free = |own: &Self, name: &str| {
            (0..own.names.len()).find(|&at| key(&own.names[at]) == name && own.roles[at] == Role::Other)
        };
        // A name of an article is short, its text is not.
        let named = self.at(Role::Document).filter(|_| self.at(Role::Text).is_none());
        if let Some(at) = named.filter(|&at| rows().any(|row| table.cell(row, at).len() > LONG)) {
            self.roles[at] = Role::Text;
        }
        let (start, end) = (self.at(Role::Start), self.at(Role::End));
        // Whether cells are as long as what is marked; the end may be a part of it.
        let quoted = |at: usize| {
            let fits = |row: &&_| {
                let number = |at| offset(table.cell(row, at));
                let text = table.cell(row, at);
                let counts = [text.chars().count(), text.encode_utf16().count(), text.len()];
                start.and_then(number).zip(end.and_then(number)).is_some_and(|(start, end)| {
                    counts.iter().any(|&own| (own as u64).abs_diff(end.saturating_sub(start)) <= 1)
                })
            };
            2 * rows().filter(fits).count() > rows().count()
        };
        // An entity is a name or a kind of it.
        let entity = (0..self.names.len()).find(|&at| key(&self.names[at]) == "entity");
        if let Some(at) =
            entity.filter(|&at| self.at(Role::Label).is_none() && start.is_some() && !quoted(at))
        {
            self.roles[at] = Role::Label;
        }
        if let Some(at) = free(self, "text") {
            self.roles[at] = match (self.at(Role::Quote), self.at(Role::Text)) {
                (None, Some(_)) => Role::Quote,
                (None, None) if quoted(at) => Role::Quote,
                (_, None) => Role::Text,
                _ => Role::Other,
            };
        }
        if let Some(at) = free(self, "id").filter(|_| self.at(Role::Id).is_none()) {
            let mut ids: Vec<&str> = rows().map(|row| table.cell(row, at)).collect();
            let all = ids.len();
            crate::sorted::sort_by(&mut ids, Ord::cmp);
            ids.dedup();
            let again = ids.len() < all;
            self.roles[at] =
                if self.at(Role::Document).is_none() && again { Role::Document } else { Role::Id };
        }
        // What is known of an article stands beside its text.
        if self.at(Role::Text).is_none() {
            self.roles
                .iter_mut()
                .filter(|role| matches!(role, Role::Field(_)))
                .for_each(|role| *role = Role::Other);
        }
    }

    /// In which column that is said.
    pub(super) fn at(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|own| *own == role)
    }

    /// How many columns are understood.
    pub(super) fn known(&self) -> usize {
        self.roles.iter().filter(|role| **role != Role::Other).count()
    }
}

/// A name of a column, but for what does not count.
fn key(name: &str) -> String {
    name.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// An offset; a program that has no whole numbers writes `12.0`.
pub(super) fn offset(cell: &str) -> Option<u64> {
    let cell = cell.trim();
    cell.strip_suffix(".0").unwrap_or(cell).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(file: &str) -> Option<(What, Vec<Role>)> {
        let table = Table::read(file, 0, b',', usize::MAX);
        let header = table.rows.first().map(|row| table.cells(row).map(str::to_owned).collect())?;
        let mut columns = Columns::of(header)?;
        columns.settle(&table);
        Some((columns.what, columns.roles))
    }

    #[test]
    fn columns_are_known_by_their_names() {
        use Role::{Document, End, Field, Id, Label, Other, Quote, Source, Start, Target, Text};
        for (file, what, expected) in [
            (
                "Start Offset,end_offset,Label,doc_id,mood\n",
                What::Spans,
                &[Start, End, Label, Document, Other][..],
            ),
            ("text,start,end,label\nAni met Budi,0,3,PER\n", What::Spans, &[Text, Start, End, Label]),
            ("text,start,end,label\nAni,0,3,PER\n", What::Spans, &[Quote, Start, End, Label]),
            ("text,entity,label\nAni met Budi,Ani,PER\n", What::Spans, &[Text, Quote, Label]),
            (
                "id,text,begin,stop,entity\n1,Ani met,0,3,PERSON\n1,Ani met,4,7,EVENT\n",
                What::Spans,
                &[Document, Text, Start, End, Label],
            ),
            (
                "id,quote,from,to,type,file\n1,Ani,0,3,PER,a\n",
                What::Spans,
                &[Id, Quote, Start, End, Label, Document],
            ),
            ("from,to,type\n1,2,knows\n", What::Pairs, &[Source, Target, Label]),
            (
                "title,body,date,category\n",
                What::Documents,
                &[Field("title"), Text, Field("published"), Label],
            ),
        ] {
            assert_eq!(roles(file), Some((what, expected.to_vec())), "{file}");
        }
        assert_eq!(roles("Sentence #,Word,POS,Tag\n"), None);
        assert_eq!(roles("Ani went home, and slept.\n"), None);
    }
}
