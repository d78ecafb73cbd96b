//! The matrix and the report as pages that open by themselves: no script, no request, the styles inside, light and dark.
//! Every word is escaped; the page's own policy forbids scripts all the same.

use crate::analysis::Standing;
use crate::app::claims::{Quoted, Report, Reported, Shown, ShownCell, ShownClash, Sign};
use crate::app::written::{escaped, one_line};
use crate::words::{claims as words, language};

/// The styles.
const STYLES: &str = include_str!("page.css");

/// A page; `inside` is markup.
fn page(title: &str, inside: &str) -> String {
    let (language, title) = (language(), escaped(title));
    let direction = if language.is_rtl() { "rtl" } else { "ltr" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"Postil\">\n\
         <title>{title}</title>\n<style>\n{STYLES}</style>\n</head>\n<body>\n{inside}</body>\n</html>\n",
        language.tag(),
    )
}

/// An element around a text that runs as it is written; nothing where there is no text.
fn element(name: &str, attributes: &str, text: &str) -> String {
    let text = one_line(text);
    if text.is_empty() {
        return String::new();
    }
    format!("<{name} dir=\"auto\"{attributes}>{}</{name}>", escaped(&text))
}

/// A line of small print that begins where the line above does; each text runs as it is written.
fn small(texts: &[&str]) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty());
    let parts: Vec<String> = texts.map(|text| format!("<bdi>{}</bdi>", escaped(&one_line(text)))).collect();
    if parts.is_empty() { String::new() } else { format!("<small>{}</small>", parts.join(" · ")) }
}

/// The attribute for a language, if it can be one.
fn lang(language: &str) -> String {
    let is = !language.is_empty() && language.chars().all(|char| char.is_ascii_alphanumeric() || char == '-');
    if is { format!(" lang=\"{language}\"") } else { String::new() }
}

/// The matrix as a page.
pub fn matrix_in_html(shown: &Shown) -> String {
    let heads: String = shown
        .columns
        .iter()
        .map(|head| {
            let facts: Vec<&str> = head.facts.iter().map(String::as_str).collect();
            let inside = element("span", "", &head.name) + &small(&facts);
            format!("<th scope=\"col\">{inside}</th>\n")
        })
        .collect();
    let rows: String = shown
        .rows
        .iter()
        .map(|row| {
            let cells: String = row.cells.iter().map(|own| cell(own.as_ref())).collect();
            let (language, claim) = (lang(&row.language), escaped(&one_line(&row.claim)));
            let clash = row.clash.as_ref().map_or_else(String::new, clash);
            format!("<tr>\n<th scope=\"row\"><span dir=\"auto\"{language}>{claim}</span>{clash}</th>\n{cells}</tr>\n")
        })
        .collect();
    let (title, name) = (escaped(&shown.title), escaped(words::matrix()));
    let inside = format!(
        "<h1><bdi>{title}</bdi> – {name}</h1>\n<p class=\"soft\"><bdi>{}</bdi></p>\n{}\n<div class=\"wide\">\n<table>\n\
         <thead>\n<tr>\n<th scope=\"col\">{}</th>\n{heads}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n",
        escaped(&shown.note),
        legend(&Sign::ALL),
        escaped(words::claim()),
    );
    page(&format!("{} – {}", shown.title, words::matrix()), &inside)
}

fn clash(clash: &ShownClash) -> String {
    format!("<small>{} <bdi>{}</bdi></small>", sign(Sign::Clash), escaped(&one_line(&clash.words())))
}

fn cell(cell: Option<&ShownCell>) -> String {
    let Some(cell) = cell else {
        let silent = Sign::Stands(Standing::Silent);
        return format!("<td class=\"soft\">{} {}</td>\n", sign(silent), escaped(silent.word()));
    };
    let count = if cell.count > 1 { words::statements(cell.count) } else { String::new() };
    let own = cell.sign();
    format!(
        "<td data-standing=\"{}\">{} {}{}{}{}{}</td>\n",
        Sign::Stands(cell.standing).name(),
        sign(own),
        escaped(own.word()),
        element("b", "", &cell.figure),
        small(&[cell.stance]),
        small(&[&cell.speaker]),
        small(&[&count]),
    )
}

/// A sign, drawn; the word beside it says the same.
fn sign(sign: Sign) -> String {
    let (name, lines, side) = (sign.name(), sign.lines(), Sign::SIDE);
    format!(
        "<svg class=\"sign {name}\" viewBox=\"0 0 {side} {side}\" aria-hidden=\"true\"><path d=\"{lines}\"/></svg>"
    )
}

fn legend(signs: &[Sign]) -> String {
    let item = |own: &Sign| {
        let (name, drawn, word) = (own.name(), sign(*own), escaped(own.word()));
        format!("<li><span class=\"tile\" data-standing=\"{name}\">{drawn}</span> {word}</li>\n")
    };
    format!("<ul class=\"legend\">\n{}</ul>", signs.iter().map(item).collect::<String>())
}

/// A report as a page.
pub fn report_in_html(report: &Report) -> String {
    let title = words::report_of(&report.title);
    let claims: String = report.claims.iter().map(claim).collect();
    let explained: String =
        report.explained().map(|sentence| format!("<p class=\"soft\">{}</p>\n", escaped(sentence))).collect();
    let clashes = report.claims.iter().any(|claim| claim.clash.is_some());
    // A report tells what is said.
    let told = |sign: &Sign| match sign {
        Sign::Clash => clashes,
        other => *other != Sign::Stands(Standing::Silent),
    };
    let told: Vec<Sign> = Sign::ALL.into_iter().filter(told).collect();
    let inside = format!(
        "<main class=\"report\">\n{}\n{explained}{}\n{claims}</main>\n",
        element("h1", "", &title),
        legend(&told),
    );
    page(&title, &inside)
}

fn claim(claim: &Reported) -> String {
    let fact = |name: &str, value: String| format!("<dt>{}</dt>{value}\n", escaped(name));
    let mut facts: String =
        claim.all_facts().map(|(name, value)| fact(name, element("dd", "", value))).collect();
    if let Some(url) = &claim.url {
        facts.push_str(&fact(words::url(), format!("<dd>{}</dd>", link(url, "", url))));
    }
    let facts = if facts.is_empty() { facts } else { format!("<dl>\n{facts}</dl>\n") };
    let mut told: String = claim.statements.iter().map(quoted).collect();
    if told.is_empty() {
        told = format!("<p class=\"soft\">{}</p>\n", escaped(words::nothing_said()));
    }
    format!("<section>\n{}\n{facts}{told}</section>\n", element("h2", &lang(&claim.language), &claim.text))
}

fn link(url: &str, attributes: &str, text: &str) -> String {
    format!("<a href=\"{}\" rel=\"noreferrer\" dir=\"auto\"{attributes}>{}</a>", escaped(url), escaped(text))
}

fn quoted(quoted: &Quoted) -> String {
    let language = lang(&quoted.language);
    let title = match &quoted.url {
        Some(url) => link(url, &language, &quoted.title),
        None => element("cite", &language, &quoted.title),
    };
    let speakers = element("b", "", &quoted.speakers);
    let parts =
        [speakers, title, element("span", "", &quoted.outlet), element("span", "", &quoted.published)];
    let source: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let says: String = quoted.says().iter().map(|one| format!(" · {}", element("span", "", one))).collect();
    format!(
        "<figure>\n<blockquote dir=\"{}\"{language}>{}</blockquote>\n<figcaption>{}\n\
         <p class=\"judged\"><span data-standing=\"{}\">{} {}</span>{says}</p></figcaption>\n</figure>\n",
        quoted.direction(),
        escaped(&quoted.quote),
        source.join(", "),
        quoted.sign().name(),
        sign(quoted.sign()),
        escaped(&quoted.judgement()),
    )
}
