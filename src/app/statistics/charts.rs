//! What is shown of the counts: plots, and the same figures as tables.

use super::count::{date, median};
use super::{Plot, Statistics};
use crate::app::status_name;
use crate::model::DocumentStatus;
use crate::sorted::order;
use crate::words::{decimal_sign, number, relations as said, schema, statistics as words};

/// At most so many bars are drawn; the table has all.
const BARS: usize = 20;
/// At most so many labels stand in a heat table.
const HEAT: usize = 12;
/// A time line longer than this many days shows months.
const DAYS: usize = 62;
/// More days than this, and a clock was wrong.
const A_CENTURY: usize = 36_525;

/// What stands in a cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Words.
    Text(String),
    /// A number.
    Number(usize),
    /// So many hundredths: `1.25`.
    Hundredths(usize),
}

/// Figures in rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the columns are.
    pub head: Vec<String>,
    /// The rows; the first cell names the row.
    pub rows: Vec<Vec<Figure>>,
}

/// One plot with its table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// What must be known to read it.
    pub note: String,
    /// The plot.
    pub plot: Plot,
    /// The same figures, and more.
    pub table: Table,
}

fn figure(n: usize) -> String {
    number(n as u64)
}

/// `12.3 %` of so many ten-thousandths.
fn percent(share: usize) -> String {
    format!("{}{}{} %", share / 100, decimal_sign(), share / 10 % 10)
}

/// How many times a part holds its whole, so many times over. Where `usize` has 32 bits the product would not fit.
pub fn ratio(part: usize, times: u64, whole: usize) -> usize {
    (part as u64 * times / whole.max(1) as u64) as usize
}

/// Ten-thousandths of a whole.
fn share(part: usize, whole: usize) -> usize {
    ratio(part, 10_000, whole)
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// All charts that have something to show.
pub fn charts(all: &Statistics) -> Vec<Chart> {
    let mut charts = vec![progress(all)];
    if all.annotations > 0 {
        charts.extend([labels(all), articles(all), days(all), people(all), coverage(all)]);
        charts.extend(overlaps(all));
    }
    charts.extend(relations(all));
    charts
}

fn chart(title: &str, plot: Plot, head: &[&str], rows: Vec<Vec<Figure>>) -> Chart {
    Chart { title: title.to_owned(), note: String::new(), plot, table: Table { head: texts(head), rows } }
}

fn progress(all: &Statistics) -> Chart {
    let articles = all.articles.len();
    let all_of = [DocumentStatus::New, DocumentStatus::InWork, DocumentStatus::Done, DocumentStatus::Checked];
    let rows = || all_of.into_iter().map(|status| (status_name(status), all.status[status as usize]));
    let bar = |(name, count): (&str, usize)| {
        (name.to_owned(), count, format!("{} · {}", figure(count), percent(share(count, articles))), None)
    };
    let table = rows().map(|(name, count)| {
        vec![Figure::Text(name.to_owned()), Figure::Number(count), Figure::Hundredths(share(count, articles))]
    });
    let head = [words::status(), words::articles(), "%"];
    chart(
        words::progress(),
        Plot::bars(&rows().map(bar).collect::<Vec<_>>(), Some(articles)),
        &head,
        table.collect(),
    )
}

fn labels(all: &Statistics) -> Chart {
    let bars = all.labels.iter().filter(|label| label.annotations > 0);
    let bars: Vec<_> = bars
        .map(|label| (label.name.clone(), label.annotations, figure(label.annotations), Some(label.colour)))
        .collect();
    let rows = all.labels.iter().map(|label| {
        vec![
            Figure::Text(label.name.clone()),
            Figure::Number(label.annotations),
            Figure::Hundredths(share(label.annotations, all.annotations)),
            Figure::Number(label.articles),
            Figure::Number(label.median),
            Figure::Number(label.unsure),
        ]
    });
    let head = [
        words::label(),
        words::annotations(),
        "%",
        words::articles(),
        words::median_length(),
        words::unsure(),
    ];
    chart(words::by_label(), Plot::bars(&bars, None), &head, rows.collect())
}

fn articles(all: &Statistics) -> Chart {
    let by_count =
        order(all.articles.len(), &|a, b| all.articles[b].annotations.cmp(&all.articles[a].annotations));
    let counts = || by_count.iter().map(|&n| &all.articles[n]);
    let bars: Vec<_> = counts()
        .take(BARS)
        .map(|article| (article.title.clone(), article.annotations, figure(article.annotations), None))
        .collect();
    let rows = counts().map(|article| {
        vec![
            Figure::Text(article.title.clone()),
            Figure::Number(article.annotations),
            Figure::Number(article.characters),
            Figure::Hundredths(ratio(article.annotations, 100_000, article.characters)),
            Figure::Number(article.overlapping),
        ]
    });
    let head = [
        words::article(),
        words::annotations(),
        words::characters(),
        words::per_thousand(),
        words::overlapping(),
    ];
    chart(words::by_article(), Plot::bars(&bars, None), &head, rows.collect())
}

fn coverage(all: &Statistics) -> Chart {
    let of = |n: usize| share(all.articles[n].marked, all.articles[n].characters);
    let by_share = order(all.articles.len(), &|a, b| of(b).cmp(&of(a)));
    let bars: Vec<_> = by_share
        .iter()
        .take(BARS)
        .map(|&n| (all.articles[n].title.clone(), of(n), percent(of(n)), None))
        .collect();
    let rows = by_share.iter().map(|&n| {
        let article = &all.articles[n];
        vec![
            Figure::Text(article.title.clone()),
            Figure::Number(article.characters),
            Figure::Number(article.marked),
            Figure::Hundredths(of(n)),
        ]
    });
    let head = [words::article(), words::characters(), words::marked(), "%"];
    chart(words::coverage(), Plot::bars(&bars, Some(10_000)), &head, rows.collect())
}

fn people(all: &Statistics) -> Chart {
    let head = [words::person(), words::annotations(), "%"];
    counted(words::by_person(), &head, &all.people, all.annotations)
}

/// Relations by type; nothing where there are none.
fn relations(all: &Statistics) -> Option<Chart> {
    let sum = all.relations.iter().map(|(_, count)| count).sum();
    let head = [schema::a_relation_type(), said::relations(), "%"];
    (sum > 0).then(|| counted(said::relations(), &head, &all.relations, sum))
}

/// Bars of names and how many there are of each, as a part of a whole.
fn counted(title: &str, head: &[&str], counts: &[(String, usize)], whole: usize) -> Chart {
    let bar = |(name, count): &(String, usize)| (name.clone(), *count, figure(*count), None);
    let bars: Vec<_> = counts.iter().take(BARS).map(bar).collect();
    let rows = counts.iter().map(|(name, count)| {
        vec![Figure::Text(name.clone()), Figure::Number(*count), Figure::Hundredths(share(*count, whole))]
    });
    chart(title, Plot::bars(&bars, None), head, rows.collect())
}

/// The first `length` characters of each date with the sum of its days.
fn summed(days: &[(String, usize)], length: usize) -> Vec<(String, usize)> {
    let mut summed: Vec<(String, usize)> = Vec::new();
    for (day, count) in days {
        let name = day.get(..length).unwrap_or(day);
        match summed.last_mut() {
            Some((last, sum)) if last == name => *sum += count,
            _ => summed.push((name.to_owned(), *count)),
        }
    }
    summed
}

/// Days and months in which nothing was marked stand there as well: a line of time has no gaps.
fn days(all: &Statistics) -> Chart {
    let first = all.days.first().map(|(day, _)| day.as_str()).unwrap_or_default();
    let filled: Vec<(String, usize)> = match days_from(first) {
        Some(start) => {
            let mut days = all.days.iter().peekable();
            let mut filled = Vec::new();
            let mut day = start;
            while days.peek().is_some() && filled.len() < A_CENTURY {
                let name = date(day);
                let count = days.next_if(|(there, _)| *there == name).map_or(0, |(_, count)| *count);
                filled.push((name, count));
                day += 1;
            }
            filled
        }
        None => all.days.clone(),
    };
    // A clock that was wrong: without the gaps, rather than without what was done.
    let filled = if filled.len() < A_CENTURY { filled } else { all.days.clone() };
    let daily = filled.len() <= DAYS;
    let (moments, title, column) = match daily {
        true => (filled, words::by_day(), words::day()),
        false => (summed(&filled, 7), words::by_month(), words::month()),
    };
    let rows = moments.iter().filter(|(_, count)| *count > 0);
    let rows = rows.map(|(name, count)| vec![Figure::Text(name.clone()), Figure::Number(*count)]).collect();
    chart(title, Plot::columns(&moments, figure), &[column, words::annotations()], rows)
}

/// Days from 1970 to a date.
fn days_from(date: &str) -> Option<i64> {
    let time = crate::wire::parse_time(&format!("{date}T00:00:00Z"))?;
    Some(time.0.div_euclid(86_400_000))
}

/// The labels that overlap most; none if nothing does.
fn overlaps(all: &Statistics) -> Option<Chart> {
    let sum = |n: usize| all.overlaps[n].iter().sum::<usize>();
    let by_sum = order(all.labels.len(), &|a, b| sum(b).cmp(&sum(a)));
    let mut places: Vec<usize> = by_sum.into_iter().filter(|&n| sum(n) > 0).collect();
    let rows = places.iter().map(|&n| {
        let values = places.iter().map(|&m| Figure::Number(all.overlaps[n][m]));
        [Figure::Text(all.labels[n].name.clone())].into_iter().chain(values).collect()
    });
    let rows: Vec<Vec<Figure>> = rows.collect();
    let names = places.iter().map(|&n| all.labels[n].name.as_str());
    let head: Vec<&str> = [words::label()].into_iter().chain(names).collect();
    let table = Table { head: texts(&head), rows };
    places.truncate(HEAT);
    if places.is_empty() {
        return None;
    }
    let short = |name: &str| name.chars().filter(|char| char.is_alphanumeric()).take(3).collect::<String>();
    let names: Vec<_> =
        places.iter().map(|&n| (all.labels[n].name.clone(), short(&all.labels[n].name))).collect();
    let values: Vec<Vec<usize>> =
        places.iter().map(|&n| places.iter().map(|&m| all.overlaps[n][m]).collect()).collect();
    let plot = Plot::heat(&names, &values, figure);
    Some(Chart { title: words::overlaps().to_owned(), note: words::overlaps_note().to_owned(), plot, table })
}

/// The length of the article in the middle, and of the longest.
pub fn lengths(all: &Statistics) -> (usize, usize) {
    let mut lengths: Vec<usize> = all.articles.iter().map(|article| article.characters).collect();
    let middle = median(&mut lengths);
    (middle, lengths.last().copied().unwrap_or(0))
}
