//! The matrix and the claim report as files: all forms say the same, and nothing of an article becomes markup.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use postil::app::{
    Action, ClaimAct, ClaimsScreen, Effect, Form, Session, Shown, citation, citation_in_markdown,
    matrix_in_csv, matrix_in_html, matrix_in_svg, report_in_html, report_in_markdown, standing_name,
};
use postil::edit::History;
use postil::model::{ClaimId, DocumentId, Project};
use postil::storage::Texts;
use postil::words::{Language, speak};
use support::desk::Desk;
use support::tellings;

/// Words that would be a formula, a tag, a link or a heading, in several scripts.
const ODD: &str = "
entity mayor person =SUM(\"Ilan\", 'Dorse')
entity agency organisation وكالة الإنقاذ
claim dead en flood <b>48</b> people & \"more\" died in the flood at Marala, although nobody at the ministry had warned those who live below the dam.
claim dam id dam 東京の橋が落ちた。だれも知らなかった。
claim unsaid en +dam @everyone # - 1. _it_

doc d1 en 2031-03-06 Harbour, Post
dead | reports | @mayor | 48 people | 2031-03-04 | The mayor counts 48 dead </q><script>alert(1)</script>.
dam | asserts | | | | The dam was [known|mayor] to be weak.

doc d2 ar 2031-03-05 صحيفة الميناء
dead | reports | @agency | > 40 orang | | قالت وكالة الإنقاذ إن أكثر من 40 لقوا حتفهم.
dead | denies | -nobody | 52 orang | | ليس 52.
";

fn project() -> Project {
    let mut project = tellings::project(ODD);
    for (id, title, url) in [
        ("d1", "=cmd|'/c calc'!A1 <i>", "https://harbour.example/a?b=1&c=<2>"),
        ("d2", "إغلاق جسر الميناء", "javascript:alert(1)"),
    ] {
        project.change_document(&DocumentId::new(id), |document| {
            document.metadata.title = title.to_owned();
            document.metadata.url = url.to_owned();
        });
    }
    project
}

fn session() -> Session {
    Session::new(project(), History::default(), Texts::default(), 1)
}

fn shown() -> Shown {
    session().shown_matrix(&ClaimsScreen::default())
}

/// Reads CSV as RFC 4180 has it.
fn records(csv: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let (mut quoted, mut chars) = (false, csv.chars().peekable());
    while let Some(char) = chars.next() {
        let record = records.last_mut().expect("one is open");
        match (char, quoted) {
            ('"', true) if chars.next_if_eq(&'"').is_some() => record.last_mut().expect("a field").push('"'),
            ('"', _) => quoted = !quoted,
            (',', false) => record.push(String::new()),
            ('\r', false) if chars.next_if_eq(&'\n').is_some() => records.push(vec![String::new()]),
            (char, _) => record.last_mut().expect("a field").push(char),
        }
    }
    assert!(!quoted, "quotes end");
    assert_eq!(records.pop(), Some(vec![String::new()]), "the last line ends");
    records
}

/// The tags of XML or HTML and the texts between them; panics where an element is not closed.
fn parts(markup: &str) -> (Vec<String>, Vec<String>) {
    const EMPTY: [&str; 4] = ["!DOCTYPE", "meta", "?xml", "br"];
    let (mut tags, mut texts, mut open): (Vec<String>, Vec<String>, Vec<String>) = Default::default();
    for (n, part) in markup.split('<').enumerate() {
        let Some((tag, text)) = part.split_once('>').filter(|_| n > 0) else { continue };
        let name = tag.split([' ', '\n']).next().unwrap_or_default().to_owned();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "closed where it was opened: {tag}"),
            None if EMPTY.contains(&name.as_str()) || tag.ends_with('/') => tags.push(tag.to_owned()),
            None => {
                tags.push(tag.to_owned());
                open.push(name);
            }
        }
        let plain =
            text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        if !plain.trim().is_empty() && open.last().is_none_or(|name| name != "style") {
            texts.push(plain.trim().to_owned());
        }
    }
    assert_eq!(open, Vec::<String>::new(), "all is closed");
    (tags, texts)
}

/// No tag does anything, and no address is other than of the web.
fn harmless(tags: &[String]) {
    for tag in tags {
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        let known = [
            "!DOCTYPE",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "h1",
            "h2",
            "p",
            "bdi",
            "ul",
            "li",
            "span",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "small",
            "b",
            "main",
            "section",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "blockquote",
            "cite",
            "a",
            "?xml",
            "svg",
            "rect",
            "text",
        ];
        assert!(known.contains(&name), "<{tag}>");
        assert!(!tag.contains(" on") && !tag.contains("src="), "<{tag}>");
        if let Some((_, address)) = tag.split_once("href=\"") {
            assert!(address.starts_with("https://"), "<{tag}>");
        }
    }
}

#[test]
fn every_form_says_the_same() {
    for language in [Language::English, Language::Indonesian, Language::Mirrored] {
        speak(language);
        let shown = shown();
        assert_eq!((shown.columns.len(), shown.rows.len()), (2, 3));
        let csv = matrix_in_csv(&shown);
        let table = records(csv.strip_prefix('\u{feff}').expect("a mark for Excel"));
        let (html_tags, html) = parts(&matrix_in_html(&shown));
        let (svg_tags, svg) = parts(&matrix_in_svg(&shown));
        harmless(&html_tags);
        harmless(&svg_tags);
        // Lines of a picture are broken; together they hold all.
        let together = |text: &str| text.split_whitespace().collect::<String>();
        let drawn = together(&svg.join(""));
        assert_eq!(table.len(), shown.rows.len() + 1);
        for (n, head) in shown.columns.iter().enumerate() {
            let field = &table[0][n + 1];
            assert!(field.contains(&head.name) && field.contains(&head.more), "{field}");
            assert!(html.contains(&head.name) && html.contains(&head.more));
            assert!(drawn.contains(&together(&head.name)), "{drawn}");
        }
        for (row, fields) in shown.rows.iter().zip(&table[1..]) {
            assert_eq!(fields[0].trim_start_matches('\''), row.claim);
            assert!(html.contains(&row.claim) && drawn.contains(&together(&row.claim)), "{}", row.claim);
            for (cell, field) in row.cells.iter().zip(&fields[1..]) {
                let Some(cell) = cell else {
                    assert_eq!(field, "", "silent");
                    continue;
                };
                assert_eq!(*field, cell.words());
                for part in [&cell.figure[..], cell.stance, &cell.speaker, cell.sign()] {
                    assert!(part.is_empty() || html.iter().any(|text| text == part), "{part} in {html:?}");
                    assert!(drawn.contains(&together(part)), "{part} in {drawn}");
                }
            }
        }
        // Every cell that says anything has its colour in both, as often.
        let standings =
            shown.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.standing);
        for standing in standings {
            let name = standing_name(standing);
            let count = |tags: &[String], attribute: &str| {
                tags.iter().filter(|tag| tag.contains(&format!("{attribute}=\"{name}\""))).count()
            };
            assert_eq!(count(&html_tags, "data-standing"), count(&svg_tags, "class"), "{name}");
        }
        let rtl = language.is_rtl();
        assert!(
            html_tags.iter().any(|tag| tag.contains(&format!("dir=\"{}\"", if rtl { "rtl" } else { "ltr" })))
        );
    }
}

#[test]
fn tellings_that_conflict_with_each_other_only_are_named_in_every_form() {
    let figures = ["> 200 people", "224 people", "220 people"];
    let documents = figures.iter().enumerate().map(|(n, figure)| {
        format!("doc d{n} en 2031-03-0{} Post\nheld | reports | | {figure} | | <b>{figure}</b>\n", n + 1)
    });
    let text = format!("claim held en news They are held.\n{}", documents.collect::<String>());
    let session = Session::new(tellings::project(&text), History::default(), Texts::default(), 1);
    speak(Language::English);
    let shown = session.shown_matrix(&ClaimsScreen::default());
    let pair = "224 people against 220 people";
    assert_eq!(shown.rows[0].clash.as_ref().map(|clash| clash.words()).as_deref(), Some(pair));
    let table = records(matrix_in_csv(&shown).trim_start_matches('\u{feff}'));
    assert_eq!((table[0].len(), table[0][4].as_str()), (5, "conflict with each other"));
    assert_eq!(table[1][4], "224 people (Untitled) against 220 people (Untitled)");
    let (_, html) = parts(&matrix_in_html(&shown));
    assert!(html.iter().any(|text| text.trim() == pair), "{html:?}");
    let (_, svg) = parts(&matrix_in_svg(&shown));
    assert!(svg.iter().any(|text| text == &format!("↮ {pair}")), "{svg:?}");
    let report = session.report(&ClaimsScreen::default(), &[ClaimId::new("held")]);
    let told = "conflict with each other: 224 people \\(Untitled\\) against 220 people \\(Untitled\\)";
    assert!(report_in_markdown(&report).replace("\\", "").contains(&told.replace("\\", "")));
}

#[test]
fn no_cell_of_the_csv_is_a_formula() {
    for record in records(matrix_in_csv(&shown()).trim_start_matches('\u{feff}')) {
        for field in record {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t']), "{field}");
        }
    }
}

#[test]
fn a_report_has_every_quote_in_full_with_its_source() {
    let session = session();
    let ids: Vec<ClaimId> = session.project.claims.keys().cloned().collect();
    let report = session.report(&ClaimsScreen::default(), &ids);
    assert_eq!(report.claims.iter().map(|claim| claim.statements.len()).sum::<usize>(), 4);
    let (tags, texts) = parts(&report_in_html(&report));
    harmless(&tags);
    let markdown = report_in_markdown(&report);
    // Without the backslashes, as a reader sees it.
    let read = markdown.replace('\\', "");
    for claim in &report.claims {
        assert!(
            texts.contains(&claim.text) && read.contains(&format!("## {}", claim.text)),
            "{}",
            claim.text
        );
        for own in &claim.statements {
            let judgement = own.judgement();
            let parts = [&own.quote, &own.title, &own.outlet, &own.published, &own.speakers, &judgement];
            for part in parts.into_iter().chain(&own.says).filter(|part| !part.is_empty()) {
                assert!(texts.contains(part), "{part} in {texts:?}");
                assert!(read.contains(&part.replace('\\', "")), "{part} in {read}");
            }
        }
    }
    let dead = report.claims.iter().find(|claim| claim.text.starts_with("<b>")).expect("dead");
    let judged: Vec<String> = dead.statements.iter().map(|own| own.judgement()).collect();
    assert_eq!(
        judged,
        ["≈ compatible: a number fits both", "◆ reference", "≈ compatible: another figure is denied"]
    );
    assert_eq!(dead.statements[1].url, None, "no script is linked");
    assert!(!markdown.contains("javascript"));
    for line in markdown.lines() {
        let raw = line.contains('<') && !line.contains("(<https://") && !line.contains("\\<");
        assert!(!raw, "{line}");
    }
}

#[test]
fn a_quote_is_copied_with_its_source() {
    let session = session();
    let report = session.report(&ClaimsScreen::default(), &[ClaimId::new("dam")]);
    let own = &report.claims[0].statements[0];
    assert_eq!(
        citation(own),
        "“The dam was known to be weak.” — “=cmd|'/c calc'!A1 <i>”, Harbour, Post, 2031-03-06, https://harbour.example/a?b=1&c=<2>"
    );
    assert_eq!(
        citation_in_markdown(own),
        "> The dam was known to be weak.\n>\n> — [\\=cmd\\|'/c calc'!A1 \\<i\\>](<https://harbour.example/a?b=1&c=%3C2%3E>), \
         *Harbour, Post*, 2031-03-06\n"
    );
}

#[test]
fn files_are_saved_under_the_names_of_what_they_hold() {
    let mut desk = Desk::new();
    desk.act(Action::Opened(Box::new(session())));
    let dam = Some(ClaimId::new("dam"));
    for (form, name, kind) in [
        (Form::Csv, "Tellings Claim matrix.csv", "text/csv"),
        (Form::Svg, "Tellings Claim matrix.svg", "image/svg+xml"),
        (Form::Html, "Tellings Claim matrix.html", "text/html"),
        (Form::ReportHtml(None), "Tellings Claim report.html", "text/html"),
        (Form::ReportMarkdown(dam), "Tellings 東京の橋が落ちた。だれも知らなかった。.md", "text/markdown"),
    ] {
        desk.act(Action::step(ClaimAct::Save(form)));
        let [Effect::SaveFile(saved, media, content)] = &desk.effects[..] else {
            panic!("one file: {:?}", desk.effects)
        };
        assert_eq!((saved.as_str(), *media), (name, kind));
        assert!(content.len() > 100);
        assert_eq!(desk.said(), format!("Saved as {name}"));
    }
}
