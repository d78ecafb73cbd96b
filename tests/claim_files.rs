//! The matrix and the claim report as files: all forms say the same, and nothing of an article becomes markup.

use crate::support::desk::Desk;
use crate::support::tellings;
use postil::analysis::Standing;
use postil::analysis::matrix::Axis;
use postil::app::{
    Action, ClaimAct, ClaimsScreen, Effect, Form, Session, Shown, Sign, citation, citation_in_markdown,
    matrix_in_csv, matrix_in_html, matrix_in_svg, report_in_html, report_in_markdown,
};
use postil::edit::History;
use postil::model::{
    AttributeId, AttributeValue, ClaimId, DocumentId, DocumentSource, Project, Reference, SPEAKERS, Speaker,
};
use postil::storage::Texts;
use postil::words::{Language, speak};

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

/// All elements that may be there.
const KNOWN: &str = "!DOCTYPE html head meta title style body h1 h2 p bdi ul li span div table thead tbody tr th td small \
    b main section dl dt dd figure figcaption blockquote cite a ?xml svg rect text path";

/// No tag does anything, and no address is other than of the web.
fn harmless(tags: &[String]) {
    for tag in tags {
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        assert!(KNOWN.split_whitespace().any(|known| known == name), "<{tag}>");
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
        let (html_tags, html) = parts(&matrix_in_html(&shown));
        let (svg_tags, svg) = parts(&matrix_in_svg(&shown));
        harmless(&html_tags);
        harmless(&svg_tags);
        // Lines of a picture are broken; together they hold all.
        let together = |text: &str| text.split_whitespace().collect::<String>();
        let drawn = together(&svg.join(""));
        for head in &shown.columns {
            assert!(html.contains(&head.name) && head.facts.iter().all(|fact| html.contains(fact)));
            assert!(drawn.contains(&together(&head.name)), "{drawn}");
        }
        for row in &shown.rows {
            assert!(html.contains(&row.claim) && drawn.contains(&together(&row.claim)), "{}", row.claim);
            for cell in row.cells.iter().flatten() {
                for part in [&cell.figure[..], cell.stance, &cell.speaker] {
                    assert!(part.is_empty() || html.iter().any(|text| text == part), "{part} in {html:?}");
                    assert!(drawn.contains(&together(part)), "{part} in {drawn}");
                }
            }
        }
        // Each sign is drawn in the legend, and in each of its cells, in both.
        let cells = || shown.rows.iter().flat_map(|row| &row.cells);
        let silent = Sign::Stands(Standing::Silent);
        for sign in Sign::ALL {
            let times =
                1 + cells().filter(|own| own.as_ref().map_or(silent, |own| own.sign()) == sign).count();
            let of = |tags: &[String], class: String| {
                tags.iter().filter(|tag| tag.contains(&format!("class=\"{class}\""))).count()
            };
            let name = sign.name();
            let found = (of(&html_tags, format!("sign {name}")), of(&svg_tags, format!("sign sign-{name}")));
            assert_eq!(found, (times, times), "{name}");
            assert!(html_tags.iter().any(|tag| *tag == format!("path d=\"{}\"/", sign.lines())), "{name}");
        }
        // Every cell that says anything has its colour in both, as often.
        let standings =
            shown.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|cell| cell.standing);
        for standing in standings {
            let name = Sign::Stands(standing).name();
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

/// The lines of the CSV, each with the field of a name.
fn listed(screen: ClaimsScreen) -> (Vec<Vec<String>>, impl Fn(&[String], &str) -> String) {
    let session = session();
    let csv = matrix_in_csv(&session.listed_matrix(&screen));
    let mut lines = records(csv.strip_prefix('\u{feff}').expect("a mark for Excel"));
    let names = lines.remove(0);
    let at = move |line: &[String], name: &str| {
        line[names.iter().position(|own| own == name).expect("there is such a field")].clone()
    };
    (lines, at)
}

#[test]
fn the_csv_has_a_line_for_each_statement_and_for_each_silence() {
    for language in [Language::English, Language::Indonesian] {
        speak(language);
        let (lines, at) = listed(ClaimsScreen::default());
        let of = |names: &[&str]| -> Vec<String> {
            lines
                .iter()
                .map(|line| names.iter().map(|name| at(line, name)).collect::<Vec<_>>().join("|"))
                .collect()
        };
        assert_eq!(
            of(&[
                "claim_id",
                "document_id",
                "standing",
                "reference",
                "why",
                "stance",
                "bound",
                "low",
                "unit"
            ]),
            [
                "dam|d1|agree|yes||asserts|||",
                "dam||silent||||||",
                "dead|d1|compatible|no|figures-meet|reports|exact|48|people",
                "dead|d2|agree|yes||reports|more|40|orang",
                "dead|d2|compatible|no|other-figure-denied|denies|exact|52|orang",
                "unsaid||silent||||||",
                "unsaid||silent||||||",
            ],
            "the same in every language"
        );
        assert_eq!(at(&lines[2], "speakers"), "'=SUM(\"Ilan\", 'Dorse')");
        assert_eq!(at(&lines[2], "time"), "2031-03-04");
        assert_eq!(at(&lines[2], "title"), "'=cmd|'/c calc'!A1 <i>");
        assert_eq!(at(&lines[3], "column"), "إغلاق جسر الميناء");
        assert_eq!(at(&lines[4], "quote"), "ليس 52.");
        assert_eq!(at(&lines[4], "url"), "", "no script is linked");
    }
}

#[test]
fn the_csv_holds_what_the_filters_let_through() {
    let (lines, at) = listed(ClaimsScreen { language: Some("ar".to_owned()), ..ClaimsScreen::default() });
    assert_eq!(lines.len(), 4);
    assert!(lines.iter().all(|line| at(line, "column") == "إغلاق جسر الميناء"));
}

#[test]
fn tellings_that_conflict_with_each_other_only_are_named_in_every_form() {
    let figures = ["> 200 people", "224 people", "220 people", "> 220 people"];
    let documents = figures.iter().enumerate().map(|(n, figure)| {
        format!("doc d{n} en 2031-03-0{} Post\nheld | reports | | {figure} | | <b>{figure}</b>\n", n + 1)
    });
    let text = format!("claim held en news They are held.\n{}", documents.collect::<String>());
    let session = Session::new(tellings::project(&text), History::default(), Texts::default(), 1);
    speak(Language::English);
    let shown = session.shown_matrix(&ClaimsScreen::default());
    let pair = "224 people against 220 people";
    assert_eq!(shown.rows[0].clash.as_ref().map(|clash| clash.words()).as_deref(), Some(pair));
    let csv = matrix_in_csv(&session.listed_matrix(&ClaimsScreen::default()));
    let table = records(csv.trim_start_matches('\u{feff}'));
    let at = table[0].iter().position(|name| name == "clash_with").expect("a field for it");
    let [first, second, third, fourth] = [&table[1], &table[2], &table[3], &table[4]];
    assert_eq!(
        (first[at].as_str(), &second[at], &third[at], &fourth[at]),
        ("", &third[at + 1], &second[at + 1], &third[at + 1]),
        "each names the other, and one that cannot be so beside one of the two names that"
    );
    let (_, html) = parts(&matrix_in_html(&shown));
    assert!(html.iter().any(|text| text.trim() == pair), "{html:?}");
    let (_, svg) = parts(&matrix_in_svg(&shown));
    assert!(svg.iter().any(|text| text == pair), "{svg:?}");
    let report = session.report(&ClaimsScreen::default(), &[ClaimId::new("held")]);
    let told = "conflict with each other: 224 people \\(Untitled\\) against 220 people \\(Untitled\\)";
    let written = report_in_markdown(&report).replace("\\", "");
    assert!(written.contains(&told.replace("\\", "")));
    // What that means is explained once, and where nothing clashes not at all.
    let explained = "conflict with each other where both cannot be so";
    let page = report_in_html(&report);
    assert_eq!((written.matches(explained).count(), page.matches(explained).count()), (1, 1), "{page}");
    assert!(page.contains("sign clash"), "the legend has its sign");
    let odd = self::session().report(&ClaimsScreen::default(), &[ClaimId::new("dead")]);
    let page = report_in_html(&odd) + &report_in_markdown(&odd);
    assert!(!page.contains(explained) && !page.contains("sign clash"), "{page}");
}

#[test]
fn no_cell_of_the_csv_is_a_formula() {
    for field in listed(ClaimsScreen::default()).0.into_iter().flatten() {
        assert!(!field.starts_with(['=', '+', '-', '@', '\t']), "{field}");
    }
}

/// The speaker of the statement about the dam is picked in the text; what was picked is linked to the mayor.
#[test]
fn a_speaker_that_was_picked_in_the_text_goes_by_its_entity() {
    let mut project = project();
    let article = DocumentId::new("d1");
    let all = project.annotations(&article).expect("its annotations");
    let mayor =
        all.iter().find(|own| matches!(own.refers_to, Some(Reference::Entity(_)))).expect("a mention");
    let mayor = mayor.id.clone();
    let dam = Some(Reference::Claim(ClaimId::new("dam")));
    let statement = all.iter().find(|own| own.refers_to == dam).expect("a statement").id.clone();
    let speakers =
        AttributeValue::Speakers(vec![Speaker::Annotation(mayor), Speaker::Text("a clerk".to_owned())]);
    project.annotations_mut(&article).expect("there").change(&statement, |own| {
        own.attributes.insert(AttributeId::new(SPEAKERS), speakers);
    });
    let session = Session::new(project, History::default(), Texts::default(), 1);
    let report = session.report(&ClaimsScreen::default(), &[ClaimId::new("dam")]);
    assert_eq!(report.claims[0].statements[0].speakers, "=SUM(\"Ilan\", 'Dorse') ← a clerk");
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
            let says = own.says();
            for part in parts.into_iter().chain(&says).filter(|part| !part.is_empty()) {
                assert!(texts.contains(part), "{part} in {texts:?}");
                assert!(read.contains(&part.replace('\\', "")), "{part} in {read}");
            }
        }
    }
    let dead = report.claims.iter().find(|claim| claim.text.starts_with("<b>")).expect("dead");
    let judged: Vec<String> = dead.statements.iter().map(|own| own.judgement()).collect();
    assert_eq!(
        judged,
        ["compatible: a number fits both", "reference", "compatible: another figure is denied"]
    );
    for drawn in ["≈ compatible: a number fits both", "◆ reference"] {
        assert!(read.contains(drawn), "a text has characters for signs: {drawn}");
    }
    let ways: Vec<bool> = dead.statements.iter().map(|own| own.rtl).collect();
    assert_eq!(ways, [false, true, true]);
    let quotes: Vec<&str> =
        tags.iter().map(String::as_str).filter(|tag| tag.starts_with("blockquote")).collect();
    assert!(quotes.contains(&"blockquote dir=\"rtl\" lang=\"ar\""), "{quotes:?}");
    assert!(quotes.contains(&"blockquote dir=\"ltr\" lang=\"en\""), "{quotes:?}");
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

#[test]
fn an_article_is_known_by_its_title_or_by_who_published_it() {
    let mut project = project();
    let mut head = |title: &str, file: &str, outlet: &str| {
        project.change_document(&DocumentId::new("d1"), |document| {
            document.metadata.title = title.to_owned();
            document.metadata.outlet = outlet.to_owned();
            document.source =
                Some(DocumentSource { format: "plain".to_owned(), file: file.to_owned(), raw: None });
        });
        let session = Session::new(project.clone(), History::default(), Texts::default(), 1);
        session.shown_matrix(&ClaimsScreen::default()).columns[0].words()
    };
    let dated = "2031-03-06 · en";
    assert_eq!(head("The dam", "dam.txt", "Post"), format!("The dam · Post · {dated}"));
    assert_eq!(head("000_19d6", "000_19d6.txt", "Post"), format!("Post · 000_19d6 · {dated}"));
    assert_eq!(
        head("000_19d6", "000_19d6.txt", ""),
        format!("000_19d6 · {dated}"),
        "nothing better is known"
    );
    assert_eq!(head("", "", ""), format!("Untitled · {dated}"));
    let outlets = ClaimsScreen { axis: Axis::Outlets, ..ClaimsScreen::default() };
    project.change_document(&DocumentId::new("d1"), |document| document.metadata.outlet.clear());
    let session = Session::new(project, History::default(), Texts::default(), 1);
    let names: Vec<String> =
        session.shown_matrix(&outlets).columns.iter().map(|head| head.name.clone()).collect();
    assert_eq!(names, ["صحيفة الميناء", "Outlet not named"]);
}
