//! What is counted, drawn and written of a project.

use crate::support::desk::Desk;
use crate::support::generate::project;
use postil::app::{
    Action, Chart, Command, Effect, Figure, SaveChart, Shape, Statistics, Table, charts, csv, svg,
};
use postil::model::{DocumentStatus, Timestamp};
use postil::sorted::Set;
use proptest::prelude::*;
use std::rc::Rc;

fn desk() -> Desk {
    let mut desk = Desk::with("Ana met Budi in Semarang.");
    desk.mark("Ana", "person");
    desk.mark("Ana met Budi", "claim");
    desk.mark("Budi", "person");
    desk.paste("=2+2, \"quoted\"", "Nobody was there. 東京");
    desk.run(Command::SetStatus(DocumentStatus::Done));
    desk
}

fn counts(desk: &Desk) -> Rc<Statistics> {
    desk.session().statistics(&|_| 0)
}

fn of<'a>(charts: &'a [Chart], title: &str) -> &'a Chart {
    charts.iter().find(|chart| chart.title == title).expect("there is such a chart")
}

#[test]
fn everything_is_counted_once() {
    let mut desk = desk();
    let all = counts(&desk);
    assert_eq!((all.annotations, all.articles.len(), all.status), (3, 2, [0, 1, 1, 0]));
    let label = |id: &str| {
        let found = all.labels.iter().find(|label| label.id.as_ref().is_some_and(|it| it.as_str() == id));
        found.map(|label| (label.annotations, label.articles, label.median)).expect("it is in the schema")
    };
    assert_eq!((label("person"), label("claim"), label("place")), ((2, 1, 3), (1, 1, 12), (0, 0, 0)));
    let first = &all.articles[0];
    assert_eq!(
        (first.characters, first.marked, first.overlapping),
        (25, 12, 3),
        "what is marked twice counts once"
    );
    assert_eq!(all.articles[1].characters, 20, "characters, not bytes");
    assert_eq!(all.days, [("1970-01-01".to_owned(), 3)]);
    let people: Vec<usize> = all.people.iter().map(|person| person.1).collect();
    assert_eq!(people, [3]);
    assert_eq!(all.overlaps.iter().flatten().sum::<usize>(), 4, "two pairs, both ways");
    assert!(Rc::ptr_eq(&all, &counts(&desk)), "counted once");
    desk.run(Command::Undo);
    assert!(!Rc::ptr_eq(&all, &counts(&desk)), "and anew after a change");
    // Five o'clock in the evening of the day before, seven hours west.
    let west = Statistics::of(&desk.session().project, &|_: Timestamp| -7 * 60);
    assert_eq!(west.days, [("1969-12-31".to_owned(), 3)]);
}

#[test]
fn every_plot_has_the_figures_of_its_table() {
    let desk = desk();
    let charts = charts(&counts(&desk));
    assert_eq!(charts.len(), 7);
    for chart in &charts {
        let drawn: Vec<&str> = chart
            .plot
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        for row in
            chart.table.rows.iter().filter(|row| matches!(row.get(1), Some(Figure::Number(n)) if *n > 0))
        {
            let Figure::Text(name) = &row[0] else { panic!("a row has a name") };
            assert!(drawn.contains(&name.as_str()), "{}: {name} is in the plot {drawn:?}", chart.title);
        }
        assert!(chart.table.rows.iter().all(|row| row.len() == chart.table.head.len()), "{}", chart.title);
    }
    let coverage = of(&charts, "Marked share of each article");
    assert_eq!(coverage.table.rows[0][3], Figure::Hundredths(4800), "12 of 25");
}

#[test]
fn csv_is_rfc_4180_without_formulas() {
    let table = Table {
        head: vec!["Article".into(), "n".into()],
        rows: vec![
            vec![Figure::Text("=2+2, \"quoted\"".into()), Figure::Number(1)],
            vec![Figure::Text("@here".into()), Figure::Hundredths(5)],
            vec![Figure::Text("two\nlines".into()), Figure::Hundredths(1250)],
        ],
    };
    let expected =
        "\u{feff}Article,n\r\n\"'=2+2, \"\"quoted\"\"\",1\r\n'@here,0.05\r\n\"two\nlines\",12.50\r\n";
    assert_eq!(csv(&table), expected);
}

#[test]
fn a_chart_is_saved_as_a_file() {
    let mut desk = desk();
    let chart = Rc::new(of(&charts(&counts(&desk)), "Annotations by article").clone());
    desk.act(Action::step(SaveChart::Svg(chart.clone())));
    let saved = |desk: &Desk| match &desk.effects[..] {
        [Effect::SaveFile(name, kind, content)] => (name.clone(), *kind, content.clone()),
        other => panic!("one file is saved, not {other:?}"),
    };
    let (name, kind, content) = saved(&desk);
    assert_eq!((name.as_str(), kind), ("Test Annotations by article.svg", "image/svg+xml"));
    assert!(content.contains("&quot;quoted&quot;") && content.ends_with("</svg>\n"), "{content}");
    desk.act(Action::step(SaveChart::Csv(chart)));
    let (name, kind, _) = saved(&desk);
    assert_eq!((name.as_str(), kind), ("Test Annotations by article.csv", "text/csv"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Of any project: sums agree, shares stay within the whole, and what is written is whole.
    #[test]
    fn sums_agree(size in 1_usize..12, seed in any::<u64>()) {
        let project = project(size, seed);
        let all = Statistics::of(&project, &|_| 330);
        let sum = |counts: &mut dyn Iterator<Item = usize>| counts.sum::<usize>();
        prop_assert_eq!(all.annotations, project.annotation_count());
        prop_assert_eq!(sum(&mut all.labels.iter().map(|label| label.annotations)), all.annotations);
        prop_assert_eq!(sum(&mut all.days.iter().map(|day| day.1)), all.annotations);
        prop_assert_eq!(sum(&mut all.people.iter().map(|person| person.1)), all.annotations);
        prop_assert_eq!(sum(&mut all.status.into_iter()), project.documents().len());
        for article in &all.articles {
            prop_assert!(article.marked <= article.characters && article.overlapping <= article.annotations);
            // Marked text, counted one character after the other.
            let document = project.document(&article.id).expect("it is there");
            let mut marked = Set::new();
            for annotation in project.annotations(&article.id).into_iter().flat_map(|all| all.iter()) {
                for span in annotation.fragments.spans() {
                    let (start, end) = document.text.code_points(*span);
                    marked.extend(start.0..end.0);
                }
            }
            prop_assert_eq!(article.marked, marked.len());
        }
        for (n, row) in all.overlaps.iter().enumerate() {
            prop_assert!(row.iter().enumerate().all(|(m, count)| all.overlaps[m][n] == *count));
        }
        for chart in charts(&all) {
            let svg = svg(&chart);
            prop_assert!(svg.ends_with("</svg>\n") && svg.matches("<svg").count() == 2);
        }
    }
}
