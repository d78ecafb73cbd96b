//! What a page says of its article.
//!
//! | field | looked for in this order |
//! | --- | --- |
//! | title | `headline` of JSON-LD, `og:title`, `twitter:title`, the only `<h1>`, `<title>`; without the outlet behind it |
//! | outlet | `publisher` of JSON-LD, `og:site_name`, what stands behind the headline in `<title>`, `application-name` |
//! | authors | `author` of JSON-LD, `meta name=author`, `article:author` and the like, `itemprop=author`, `rel=author` |
//! | published | `datePublished` of JSON-LD, `article:published_time` and the like, `itemprop=datePublished`, `<time datetime>` |
//! | language | `<html lang>`, `inLanguage` of JSON-LD, `og:locale`, `content-language` |
//! | address | `link rel=canonical`, `og:url`, JSON-LD, where the browser saved it from |
//! | licence | `link rel=license`, JSON-LD |
//!
//! A date is taken as written where it begins as ISO 8601 does; others are left out. An address is one of the web.

use super::json_ld::{self, Said};
use super::main_text::same;
use super::tree::Page;
use crate::model::Metadata;

/// The names of dates in metadata, and how properties and names of other fields are written.
const DATES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "citation_publication_date",
    "sailthru.date",
    "content_publishdate",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "content_author",
    "byl",
];
/// What stands between a headline and an outlet.
const PARTS: &[&str] = &[" | ", " – ", " — ", " - ", " :: ", " » ", " • ", " · ", " / ", "｜", "_"];
/// What stands before names of authors.
const BY: &[&str] = &["by ", "oleh: ", "oleh ", "penulis: ", "von ", "por ", "par ", "автор: ", "автор "];

/// All of it.
pub(super) fn metadata(page: &Page) -> Metadata {
    let said = json_ld::said(page);
    let names = Names::of(page);
    let headings: Vec<String> =
        elements(page, "h1").map(|at| page.words(at)).filter(|text| !text.is_empty()).collect();
    let heading = if headings.len() == 1 { headings[0].clone() } else { String::new() };
    let whole =
        elements(page, "title").map(|at| page.words(at)).find(|text| !text.is_empty()).unwrap_or_default();
    let named = first([
        said.headline.clone(),
        names.get(&["og:title", "twitter:title", "dc.title"]),
        heading.clone(),
    ]);
    let mut outlet = first([said.publisher.clone(), names.get(&["og:site_name"])]);
    let mut title = first([named.clone(), whole.clone()]);
    // "Title | Outlet", where something else says how the title ends.
    if let Some((headline, rest)) = last_part(&whole)
        && [&named, &heading, &said.headline].iter().any(|own| same(own, headline))
    {
        title = headline.to_owned();
        if outlet.is_empty() {
            outlet = rest.to_owned();
        }
    }
    outlet = first([outlet, names.get(&["application-name", "cre", "dc.publisher"])]);
    while let Some((headline, rest)) = last_part(&title) {
        if !of_outlet(rest, &outlet) {
            break;
        }
        title = headline.to_owned();
    }
    Metadata {
        title,
        byline: byline(page, &said, &names),
        url: address(page, &said, &names),
        language: language(page, &said, &names),
        published: published(page, &said, &names),
        license: first([link(page, "license"), said.license]),
        outlet,
        ..Metadata::default()
    }
}

/// The first that is not empty.
fn first<const N: usize>(all: [String; N]) -> String {
    all.into_iter().find(|one| !one.is_empty()).unwrap_or_default()
}

/// The elements of this name, in the order of the page.
fn elements<'a>(page: &'a Page, tag: &'a str) -> impl Iterator<Item = usize> + 'a {
    (0..page.nodes.len()).filter(move |at| page.nodes[*at].tag == tag)
}

/// The `<meta>` of a page, by names and properties in small letters.
struct Names(Vec<(String, String)>);

impl Names {
    fn of(page: &Page) -> Self {
        let of = |at: usize| {
            let node = &page.nodes[at];
            let content = node.attribute("content").split_whitespace().collect::<Vec<_>>().join(" ");
            let names =
                ["property", "name", "itemprop", "http-equiv"].map(|key| node.attribute(key).to_lowercase());
            names
                .into_iter()
                .filter(|name| !name.is_empty())
                .map(|name| (name, content.clone()))
                .collect::<Vec<_>>()
        };
        Self(elements(page, "meta").flat_map(of).filter(|(_, content)| !content.is_empty()).collect())
    }

    fn all<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(name, _)| name == wanted).map(|(_, content)| content.as_str())
    }

    fn get(&self, wanted: &[&str]) -> String {
        wanted.iter().find_map(|name| self.all(name).next()).unwrap_or_default().to_owned()
    }
}

/// A title in two: what stands before the last sign between parts, and what behind it.
fn last_part(title: &str) -> Option<(&str, &str)> {
    let at = PARTS.iter().filter_map(|sign| title.rfind(sign).map(|at| (at, sign.len()))).max()?;
    let (headline, rest) = (title[..at.0].trim(), title[at.0 + at.1..].trim());
    (!headline.is_empty() && !rest.is_empty()).then_some((headline, rest))
}

/// Whether a part of a title names the outlet: as it is called, or a part of that or of its address.
fn of_outlet(part: &str, outlet: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let (part, outlet) = (letters(part), letters(outlet));
    let long = part.chars().count().min(outlet.chars().count()) >= 3;
    part == outlet || (long && (outlet.contains(&part) || part.contains(&outlet)) && !part.is_empty())
}

fn byline(page: &Page, said: &Said, names: &Names) -> Vec<String> {
    let mut authors = said.authors.clone();
    if authors.is_empty() {
        let all = AUTHORS.iter().map(|name| names.all(name).map(str::to_owned).collect::<Vec<_>>());
        authors = all.into_iter().find(|all| all.iter().any(|one| is_name(one))).unwrap_or_default();
    }
    if authors.is_empty() {
        let marked = (0..page.nodes.len()).filter(|at| {
            let node = &page.nodes[*at];
            let is = |name, word| node.attribute(name).split_whitespace().any(|own| own == word);
            node.tag != "meta" && (is("itemprop", "author") || is("rel", "author"))
        });
        authors = marked.map(|at| page.words(at)).collect();
    }
    let mut out: Vec<String> = Vec::new();
    for name in authors.iter().flat_map(|one| people(one)) {
        if is_name(&name) && !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn is_name(name: &str) -> bool {
    let address = ["http://", "https://", "www.", "@"].iter().any(|start| name.starts_with(start));
    !address && name.chars().count() <= 100 && name.chars().any(char::is_alphabetic)
}

/// The names in a line of authors.
fn people(line: &str) -> Vec<String> {
    let mut line = line.trim();
    for by in BY {
        if line.get(..by.len()).is_some_and(|start| start.to_lowercase() == *by) {
            line = line[by.len()..].trim();
        }
    }
    let mut parts: Vec<&str> = line.split(';').collect();
    for between in [" and ", " & ", " dan ", " und ", " et ", " y ", " и ", " و ", ", ", "، ", "、"] {
        let of = |part: &&str| {
            part.split(between).all(|name| name.split_whitespace().count() >= 2 || between == "、")
        };
        parts = parts
            .into_iter()
            .flat_map(|part| if of(&part) { part.split(between).collect() } else { vec![part] })
            .collect();
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn published(page: &Page, said: &Said, names: &Names) -> String {
    let marked =
        (0..page.nodes.len()).filter(|at| page.nodes[*at].attribute("itemprop").contains("datePublished"));
    let marked = marked.map(|at| page.nodes[at].attribute("datetime"));
    let times = elements(page, "time").map(|at| page.nodes[at].attribute("datetime"));
    let dates = DATES.iter().flat_map(|name| names.all(name));
    let mut all = [said.published.as_str()].into_iter().chain(dates).chain(marked).chain(times);
    all.find_map(date).unwrap_or_default()
}

/// A date as it is written, if it begins with a year, and a month and a day where there are any.
fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let (day, time) = text.split_once(['T', ' ']).map_or((text, ""), |(day, time)| (day, time.trim()));
    let digits = |part: &str, from: u32, to: u32| {
        part.bytes().all(|b| b.is_ascii_digit())
            && part.parse::<u32>().is_ok_and(|n| (from..=to).contains(&n))
    };
    let compact = day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit());
    let day = match compact {
        true => format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]),
        false => day.replace('/', "-"),
    };
    let parts: Vec<&str> = day.split('-').collect();
    let fits = parts.len() <= 3
        && parts
            .iter()
            .zip([(4, 1000, 2999), (2, 1, 12), (2, 1, 31)])
            .all(|(part, (length, from, to))| part.len() == length && digits(part, from, to));
    if !fits {
        return None;
    }
    let at = |range: std::ops::Range<usize>| time.get(range).unwrap_or_default();
    let clock = at(2..3) == ":" && digits(at(0..2), 0, 24) && digits(at(3..5), 0, 59);
    let rest_is_plain = time.bytes().all(|b| b.is_ascii_digit() || b":.,+-Zz".contains(&b));
    Some(if clock && rest_is_plain && parts.len() == 3 { format!("{day}T{time}") } else { day })
}

fn language(page: &Page, said: &Said, names: &Names) -> String {
    let html = elements(page, "html")
        .map(|at| page.nodes[at].attribute("lang").to_owned())
        .next()
        .unwrap_or_default();
    let tag = first([
        html,
        said.language.clone(),
        names.get(&["og:locale", "content-language", "dc.language", "language"]),
    ]);
    let tag = tag.split(',').next().unwrap_or_default().trim().replace('_', "-");
    let first = tag.split('-').next().unwrap_or_default();
    let known = (2..=3).contains(&first.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !known {
        return String::new();
    }
    // Languages are written small, regions large.
    let part = |(n, part): (usize, &str)| match (n, part.len()) {
        (0, _) => part.to_ascii_lowercase(),
        (_, 2) => part.to_ascii_uppercase(),
        _ => part.to_owned(),
    };
    tag.split('-').enumerate().map(part).collect::<Vec<_>>().join("-")
}

fn link(page: &Page, rel: &str) -> String {
    let is = |at: &usize| {
        page.nodes[*at].attribute("rel").split_whitespace().any(|own| own.eq_ignore_ascii_case(rel))
    };
    let found = (0..page.nodes.len()).filter(is).map(|at| page.nodes[at].attribute("href").trim());
    found.filter(|href| is_address(href)).map(str::to_owned).next().unwrap_or_default()
}

fn address(page: &Page, said: &Said, names: &Names) -> String {
    let all = [link(page, "canonical"), names.get(&["og:url"]), said.url.clone(), page.saved_from.clone()];
    first(all.map(|address| if is_address(&address) { address } else { String::new() }))
}

fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !address.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Metadata {
        metadata(&Page::of(html).expect("a page"))
    }

    #[test]
    fn titles_lose_their_outlets() {
        for (html, title, outlet) in [
            ("<title>A b | Post</title><meta property=og:site_name content=Post>", "A b", "Post"),
            ("<title>A b - The Post</title><h1>A b</h1>", "A b", "The Post"),
            ("<title>A - b</title>", "A - b", ""),
            (
                "<title>A - b - Daily Post</title><meta property=og:site_name content='dailypost.example'>",
                "A - b",
                "dailypost.example",
            ),
            (
                "<title>x</title><meta property=og:title content='A | Post'><meta property=og:site_name content=Post>",
                "A",
                "Post",
            ),
            ("<h1>A</h1>", "A", ""),
        ] {
            let own = of(html);
            assert_eq!((own.title.as_str(), own.outlet.as_str()), (title, outlet), "{html}");
        }
    }

    #[test]
    fn dates_are_as_precise_as_they_are_said() {
        for (said, expected) in [
            ("2023-10-27T10:00:00+07:00", Some("2023-10-27T10:00:00+07:00")),
            ("2023-10-27 10:00:00", Some("2023-10-27T10:00:00")),
            ("2023-10-27 evening", Some("2023-10-27")),
            ("2023/10/27", Some("2023-10-27")),
            ("20231027", Some("2023-10-27")),
            ("2023-10", Some("2023-10")),
            ("2023", Some("2023")),
            ("27 October", None),
            ("2023-13-01", None),
            ("é", None),
            ("", None),
            // Not cut in the middle of a character.
            ("2031-03-04T09:\u{fffd}lass", Some("2031-03-04")),
        ] {
            assert_eq!(date(said).as_deref(), expected, "{said}");
        }
    }

    #[test]
    fn names_of_authors() {
        for (line, expected) in [
            ("By Ada Example and Ben Example", &["Ada Example", "Ben Example"][..]),
            ("Oleh: Siti Contoh", &["Siti Contoh"]),
            ("Example, Ada", &["Example, Ada"]),
            ("Ada Example, Ben B. Example", &["Ada Example", "Ben B. Example"]),
            ("陈例、王例", &["陈例", "王例"]),
            ("é", &["é"]),
        ] {
            assert_eq!(people(line), expected, "{line}");
        }
    }

    #[test]
    fn languages_are_tags() {
        for (lang, expected) in
            [("id", "id"), ("en_us", "en-US"), ("zh-Hans", "zh-Hans"), ("x", ""), ("en us", "")]
        {
            assert_eq!(of(&format!("<html lang='{lang}'>")).language, expected, "{lang}");
        }
    }
}
