//! Reading tables: those of Postil, and those that others write of their annotations, with whichever columns they have.
//!
//! Columns go by the names in [`columns`](super::columns); of a table of spans, all others are attributes. What belongs
//! together is handed in together: tables of spans, of articles, of relations, and texts. Where a row stands is told in
//! [`places`](super::places). For spreadsheets guarded cells lose their guard in a file that begins with U+FEFF.

use super::articles::Articles;
use super::columns::{Role, What, offset};
use super::places::{Finder, Found, Frame, Spot};
use super::related::{Ids, attributes, relate};
use super::sheet::{Sheet, separator, several};
use crate::formats::bundle::{Bundle, inner};
use crate::formats::gathering::Gathering;
use crate::formats::issue::first_of;
use crate::formats::kept::Kept;
use crate::formats::readers::Reader;
use crate::formats::{OffsetUnit, Reading, Severity};
use crate::model::{
    Annotation, Decimal, DocumentId, ExternalId, Fragments, Kind, LabelId, Nil, PersonKind, Reference, Status,
};
use crate::text::Span;
use crate::wire::parse_time;
use crate::words::{columns, gathered, spans as words};
use std::collections::BTreeMap;

/// Reads them: those with tabs between the cells, or those with anything else.
pub(in crate::formats) struct SpansReader {
    /// Whether it is those with tabs.
    pub(in crate::formats) tabs: bool,
}

impl Reader for SpansReader {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        separator(&bundle.entries[at]).is_some_and(|sign| (sign == b'\t') == self.tabs)
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let format = if self.tabs { "tsv" } else { "csv" };
        let mut gathering = Gathering::new(format, &bundle.entries[at].name).wishing(bundle.unit);
        set(bundle, at, format, &mut gathering, done);
        gathering.finish(reading);
    }
}

/// Reads the tables of a set and what belongs to them; gives whether they say how far the work on articles is.
pub(super) fn set(
    bundle: &mut Bundle<'_>,
    at: usize,
    format: &'static str,
    gathering: &mut Gathering,
    done: &mut dyn FnMut(u64),
) -> bool {
    let (first, zipped) = (bundle.entries[at].index, bundle.entries[at].zipped);
    let name = bundle.entries[at].base().to_owned();
    let name =
        if zipped { bundle.entries[at].name.split('/').next().unwrap_or(&name).to_owned() } else { name };
    let (mut sheets, mut through) = (Vec::new(), 0);
    for next in at..bundle.entries.len() {
        let entry = &bundle.entries[next];
        let together = !entry.taken && entry.zipped == zipped && (!zipped || entry.index == first);
        if together && separator(entry).is_some() {
            through += entry.bytes.len() as u64;
            sheets.extend(Sheet::read(bundle.take(next)));
            done(through);
        }
    }
    for sheet in &sheets {
        gathering.in_file(&sheet.name);
        for &line in &sheet.table.open {
            gathering.at_line(line, Severity::LeftOut, words::open().to_owned(), "", columns::row_left_out());
        }
    }
    let articles = Articles::of(&sheets, bundle, at, format, gathering);
    let ids: Vec<DocumentId> = articles
        .all
        .iter()
        .map(|article| {
            let id = gathering.document(article.document.clone());
            for label in &article.labels {
                let label = gathering.label(label, Kind::Other);
                gathering.label_document(&id, &label);
            }
            id
        })
        .collect();
    if sheets.iter().all(|sheet| sheet.exact) {
        kept(&sheets, &articles, &ids, zipped).keep(&name, gathering);
    }
    let mut names = Ids::default();
    for (article, id) in articles.all.iter().zip(&ids) {
        names.documents.extend(article.document.id.clone().map(|own| (own, id.to_string())));
    }
    let of = |what| sheets.iter().enumerate().filter(move |(_, sheet)| sheet.columns.what == what);
    let mut marked: Vec<(usize, Vec<Marked>)> = Vec::new();
    for (n, sheet) in of(What::Spans) {
        gathering.in_file(&sheet.name);
        marked.push((n, marks(sheet, &articles, n, &ids, &mut names, gathering)));
    }
    // An attribute and a relation may name what comes later.
    for (n, marked) in &marked {
        gathering.in_file(&sheets[*n].name);
        attributes(&sheets[*n], marked, &names, gathering);
    }
    for (_, sheet) in of(What::Ends).chain(of(What::Pairs)) {
        gathering.in_file(&sheet.name);
        relate(sheet, &articles, &names, gathering);
    }
    sheets.iter().any(|sheet| sheet.columns.at(Role::Field("status")).is_some())
}

/// What is about which article.
fn kept<'a>(sheets: &'a [Sheet<'_>], articles: &'a Articles, ids: &[DocumentId], zipped: bool) -> Kept<'a> {
    let mut kept = Kept::default();
    for (sheet, of_rows) in sheets.iter().zip(&articles.of_rows) {
        let file = kept.file(sheet.inner(zipped), &sheet.file);
        for (row, own) in sheet.table.rows.iter().zip(of_rows) {
            if let Some(own) = own {
                kept.own(&ids[*own], file, row.at.clone());
            }
        }
    }
    for (article, id) in articles.all.iter().zip(ids) {
        if let Some((name, text)) = &article.file {
            let file = kept.file(inner(name, zipped), text);
            kept.own(id, file, 0..text.len());
        }
    }
    kept
}

/// An annotation that was kept.
pub(super) struct Marked {
    /// The number of its first row.
    pub(super) row: usize,
    pub(super) article: usize,
    pub(super) document: DocumentId,
    pub(super) id: crate::model::AnnotationId,
    pub(super) label: LabelId,
}

/// What rows say of one annotation.
struct Mark {
    row: usize,
    article: usize,
    spans: Vec<Span>,
    /// How many rows were about it.
    rows: usize,
}

/// Keeps what is marked.
fn marks(
    sheet: &Sheet<'_>,
    articles: &Articles,
    n: usize,
    ids: &[DocumentId],
    names: &mut Ids,
    gathering: &mut Gathering,
) -> Vec<Marked> {
    let found = find(sheet, articles, n, gathering);
    let mut kept = Vec::with_capacity(found.len());
    for mark in found {
        let row = &sheet.table.rows[mark.row];
        let all = sheet.cell(row, Role::Fragments).parse().unwrap_or(mark.rows);
        let whole = mark.spans.len() == mark.rows && all == mark.rows;
        let Some(fragments) = Fragments::join(mark.spans).filter(|_| whole) else {
            if all != mark.rows {
                let found = words::fragments(mark.rows, all);
                gathering.at_line(row.line, Severity::LeftOut, found, "", gathered::annotation_left_out());
            }
            continue;
        };
        let kind = match sheet.cell(row, Role::Kind) {
            "claim" => Kind::Claim,
            "other" => Kind::Other,
            _ => Kind::Entity,
        };
        let label = sheet.cell(row, Role::Label);
        let label = gathering.label(if label.is_empty() { "_" } else { label }, kind);
        let article = &articles.all[mark.article];
        let quotes: Vec<&str> = fragments.spans().iter().map(|span| article.text.slice(*span)).collect();
        let quote = quotes.join(" ");
        let mut own = gathering.annotation(&ids[mark.article], &label, fragments);
        fill(&mut own, sheet, row, &quote, names, gathering);
        names.annotation(mark.article, sheet.cell(row, Role::Id), own.id.as_str());
        kept.push(Marked {
            row: mark.row,
            article: mark.article,
            document: own.document.clone(),
            id: own.id.clone(),
            label,
        });
        gathering.keep(own);
    }
    kept
}

/// Finds what rows are about; a mark with fewer spans than rows was noticed and is not to be kept.
fn find(sheet: &Sheet<'_>, articles: &Articles, n: usize, gathering: &mut Gathering) -> Vec<Mark> {
    let spot = |number: usize| {
        let row = &sheet.table.rows[number];
        let article = &articles.all[articles.of_rows[n][number]?];
        let start = offset(sheet.cell(row, Role::Start))?;
        let length = offset(sheet.cell(row, Role::Length)).and_then(|length| start.checked_add(length));
        let end = offset(sheet.cell(row, Role::End)).or(length)?;
        Some(Spot { article, start, end, quote: sheet.cell(row, Role::Quote) })
    };
    let declared = sheet.rows().find_map(|(_, row)| unit(sheet.cell(row, Role::Unit)));
    let mut frame = Frame::detect(declared, sheet.rows().filter_map(|(number, _)| spot(number)));
    say(frame, declared, sheet, gathering);
    frame.unit = gathering.counts(frame.unit);
    // How many rows of an article have a quote and no offsets, and how many of them are through.
    let mut alike: BTreeMap<(usize, &str), (usize, usize)> = BTreeMap::new();
    for (number, row) in sheet.rows() {
        if let (Some(article), None) = (articles.of_rows[n][number], spot(number)) {
            alike.entry((article, sheet.cell(row, Role::Quote))).or_default().0 += 1;
        }
    }
    let mut finder = Finder::new(frame);
    let mut marks: Vec<Mark> = Vec::new();
    let mut groups: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let fragmented = sheet.columns.at(Role::Fragment).is_some();
    let (mut worded, mut places, mut line) = (0, 0, 0);
    for (number, row) in sheet.rows() {
        let Some(article) = articles.of_rows[n][number] else { continue };
        let own = &articles.all[article];
        let mut issue = |severity, found: String, expected: &str, done| {
            gathering.at_line(row.line, severity, found, expected, done);
        };
        if sheet.is_long(row) {
            let (found, expected) = (sheet.table.count(row), sheet.columns.roles.len());
            let (found, expected) = (columns::few_columns(found), columns::columns(expected));
            issue(Severity::LeftOut, found, &expected, columns::row_left_out());
            continue;
        }
        let quote = sheet.cell(row, Role::Quote);
        let spans = match spot(number) {
            Some(spot) => match finder.find(article, spot) {
                Found::Placed(span) => vec![span],
                Found::Quoted(span) => {
                    issue(Severity::Note, gathered::elsewhere(&first_of(quote)), "", gathered::by_quote());
                    vec![span]
                }
                Found::Lost(there) => {
                    let found = match there {
                        Some(_) => gathered::other_quote(&first_of(quote)),
                        None => gathered::outside(spot.start, spot.end),
                    };
                    let expected = there.map(|span| gathered::in_text(&first_of(own.text.slice(span))));
                    let expected = expected.as_deref().unwrap_or(gathered::inside());
                    issue(Severity::LeftOut, found, expected, gathered::annotation_left_out());
                    Vec::new()
                }
            },
            None => {
                let all = finder.everywhere(article, own, quote);
                let (rows, through) = alike.get_mut(&(article, quote)).map_or((1, 0), |(rows, through)| {
                    *through += 1;
                    (*rows, *through - 1)
                });
                let taken: Vec<Span> = match rows {
                    1 => all.to_vec(),
                    _ => all.get(through).copied().into_iter().collect(),
                };
                if taken.is_empty() {
                    let found = words::nowhere(&first_of(quote));
                    issue(Severity::LeftOut, found, words::places(), gathered::annotation_left_out());
                    continue;
                }
                line = if worded == 0 { row.line } else { line };
                (worded, places) = (worded + 1, places + taken.len());
                let each = taken.into_iter();
                marks.extend(each.map(|span| Mark { row: number, article, spans: vec![span], rows: 1 }));
                continue;
            }
        };
        let id = sheet.cell(row, Role::Id);
        let before = groups.get(&(article, id)).copied().filter(|_| fragmented && !id.is_empty());
        match before {
            Some(at) => {
                marks[at].spans.extend(spans);
                marks[at].rows += 1;
            }
            None => {
                groups.insert((article, id), marks.len());
                marks.push(Mark { row: number, article, spans, rows: 1 });
            }
        }
    }
    if worded > 0 {
        let found = words::without_offsets(worded, places);
        gathering.at_line(line, Severity::Note, found, "", words::by_words());
    }
    marks
}

/// Says how the offsets of a table are meant where that is not how Postil counts, or not what the table says.
fn say(frame: Frame, declared: Option<OffsetUnit>, sheet: &Sheet<'_>, gathering: &mut Gathering) {
    let said = [
        (frame.unit != declared.unwrap_or(OffsetUnit::CodePoints))
            .then(|| gathered::counts_in(frame.unit.name())),
        frame.from_one.then(|| words::from_one().to_owned()),
        frame.inclusive.then(|| words::inclusive().to_owned()),
    ];
    let line = sheet.rows().next().map_or(1, |(_, row)| row.line);
    for found in said.into_iter().flatten() {
        gathering.at_line(line, Severity::Note, found, "", gathered::by_quotes());
    }
}

/// The unit of this name.
fn unit(word: &str) -> Option<OffsetUnit> {
    match word.to_lowercase().replace(['-', '_', ' '], "").as_str() {
        "codepoint" | "codepoints" | "char" | "chars" | "character" | "characters" => {
            Some(OffsetUnit::CodePoints)
        }
        "utf16" => Some(OffsetUnit::Utf16),
        "utf8" | "byte" | "bytes" => Some(OffsetUnit::Bytes),
        _ => None,
    }
}

/// What a row says of an annotation beside its place.
fn fill(
    own: &mut Annotation,
    sheet: &Sheet<'_>,
    row: &crate::formats::delimited::read::Row,
    quote: &str,
    names: &mut Ids,
    gathering: &mut Gathering,
) {
    let cell = |role| sheet.cell(row, role);
    own.note = cell(Role::Note).to_owned();
    own.unsure = ["true", "yes", "1"].iter().any(|yes| cell(Role::Unsure).eq_ignore_ascii_case(yes));
    own.status = match cell(Role::Status) {
        "accepted" => Status::Accepted,
        "suggested" => Status::Suggested,
        "rejected" => Status::Rejected,
        _ => Status::Open,
    };
    let (entity, claim, base) = (cell(Role::Entity), cell(Role::Claim), cell(Role::Base));
    if !claim.is_empty() {
        let id = gathering.claim_called(claim, quote);
        names.records.insert(claim.to_owned(), id.to_string());
        own.refers_to = Some(Reference::Claim(id));
    } else if base == "NIL" {
        own.refers_to = Some(Reference::Nil(Nil));
    } else if let Some(key) = [entity, base].into_iter().find(|key| !key.is_empty()) {
        let id = gathering.entity(key, quote, &own.label);
        names.records.insert(key.to_owned(), id.to_string());
        if let Some(known) = gathering.entity_mut(&id).filter(|known| known.ids.is_empty()) {
            known.ids = several(base).map(external).collect();
        }
        own.refers_to = Some(Reference::Entity(id));
    }
    if !cell(Role::By).is_empty() {
        own.origin.by = gathering.person(cell(Role::By), PersonKind::Person);
    }
    if let Some(time) = parse_time(cell(Role::Created)) {
        own.origin.created = time;
    }
    own.origin.score = Decimal::new(cell(Role::Score));
}

/// An id in a knowledge base, with its scheme or as an address.
fn external(id: &str) -> ExternalId {
    let item = id.rsplit('/').next().unwrap_or(id);
    let is_item =
        item.len() > 1 && item.starts_with('Q') && item[1..].bytes().all(|own| own.is_ascii_digit());
    let (scheme, known, url) = match id.split_once(':') {
        Some(("http" | "https", _)) if is_item => ("wikidata", item, id),
        Some(("http" | "https", _)) => ("", id, id),
        Some((scheme, known)) => (scheme, known, ""),
        None if is_item => ("wikidata", id, ""),
        None => ("", id, ""),
    };
    ExternalId { scheme: scheme.to_owned(), id: known.to_owned(), url: url.to_owned() }
}
