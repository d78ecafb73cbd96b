//! Tellings of one claim that conflict with each other while neither conflicts with the reference of its row.

use crate::support::tellings;
use postil::analysis::Matrix;
use postil::analysis::matrix::Options;
use postil::model::{DocumentId, Project};
use postil::wire;
use std::time::{Duration, Instant};

fn options() -> Options {
    Options::new(wire::STATEMENT)
}

/// The two tellings of the only claim that conflict with each other and not with the reference; empty where none do.
fn clash(told: &[&str]) -> String {
    clash_in(&tellings::project(&clashing(told)), &options())
}

/// A claim, told in an article for each line, a day after the one before.
fn clashing(told: &[&str]) -> String {
    let documents = told.iter().enumerate().map(|(n, line)| {
        format!("doc d{n} en 2031-03-{:02} Outlet {n}\nc | {line} | Words number {n}.\n", n + 1)
    });
    format!("claim c en news They are held.\n{}", documents.collect::<String>())
}

fn clash_in(project: &Project, options: &Options) -> String {
    let matrix = Matrix::of(project, options);
    let Some(clash) = &matrix.rows[0].clash else { return String::new() };
    let side = |side: &postil::analysis::matrix::ClashSide| {
        let figure = side.quantity.as_ref().map_or_else(String::new, ToString::to_string);
        let stance = side.stance.map_or("", |stance| stance.word());
        let says = [side.statement.0.as_str(), &figure, stance];
        says.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    format!("{} | {} ({:?})", side(&clash.sides[0]), side(&clash.sides[1]), clash.why)
}

#[test]
fn tellings_that_conflict_with_each_other_only_are_found() {
    for (told, expected) in [
        // The case of the trial: the earliest lets all be.
        (
            &["reports | | > 200 people |", "reports | | 224 people |", "reports | | 220 people |"][..],
            "d1 224 people reports | d2 220 people reports (FiguresApart)",
        ),
        // Exact figures say more than bounds.
        (
            &[
                "reports | | > 200 people |",
                "reports | | > 220 men |",
                "reports | | 220 people |",
                "reports | | 224 hostages |",
            ],
            "d2 220 people reports | d3 224 hostages reports (FiguresApart)",
        ),
        // What conflicts with the reference is seen in its cell.
        (&["reports | | 200 people |", "reports | | 224 people |", "reports | | 220 people |"], ""),
        (
            &["reports | | > 200 |", "reports | | 150 |", "reports | | 224 |", "reports | | 220 |"],
            "d2 224 reports | d3 220 reports (FiguresApart)",
        ),
        // The ends of several.
        (
            &["reports | | > 200 |", "reports | | 224 |", "reports | | 220 |", "reports | | 210-222 |"],
            "d1 224 reports | d2 220 reports (FiguresApart)",
        ),
        (&["reports | | > 200 |", "reports | | 224 |", "reports | | 224 |", "reports | | > 210 |"], ""),
        (&["reports | | > 200 |", "reports | | > 300 |", "reports | | > 400 |"], ""),
        (
            &["reports | | < 400 |", "reports | | > 300 |", "reports | | < 200 |"],
            "d1 > 300 reports | d2 < 200 reports (FiguresApart)",
        ),
        // Another time, other things, nobody who stands by a figure.
        (&["reports | | > 200 |", "reports | | 224 | 2031-03-02", "reports | | 220 | 2031-03-03"], ""),
        (
            &[
                "reports | | > 200 |",
                "reports | | 224 | 2031-03-02",
                "reports | | 220 | 2031-03-03",
                "reports | | 230 | 2031-03",
            ],
            "d1 224 reports | d3 230 reports (FiguresApart)",
        ),
        // Both at another time than the reference, and of one time.
        (
            &["reports | | 9 | 2030", "reports | | 224 | 2031-03", "reports | | 220 | 2031-03-03"],
            "d1 224 reports | d2 220 reports (FiguresApart)",
        ),
        (&["reports | | > 200 |", "reports | | 224 hostages |", "reports | | 220 soldiers |"], ""),
        // One that is not compared with the one fits the other.
        (
            &[
                "reports | | > 200 |",
                "reports | | 224 hostages |",
                "reports | | 220 soldiers |",
                "reports | | 220 |",
            ],
            "d1 224 hostages reports | d3 220 reports (FiguresApart)",
        ),
        (&["reports | | > 200 |", "doubts | | 224 |", "questions | | 220 |"], ""),
        // About allows as much as the rule says.
        (&["reports | | > 200 |", "reports | | ~ 224 |", "reports | | 220 |"], ""),
        // Stances: the reference leaves it open.
        (&["doubts | | |", "asserts | | |", "denies | | |"], "d1 asserts | d2 denies (Denied)"),
        (&["questions | | |", "denies | | |", "reports | | |"], "d1 denies | d2 reports (Denied)"),
        (&["doubts | | |", "asserts | | | 2031", "denies | | | 2032"], ""),
        (&["questions | | |", "asserts | | 200 |", "denies | | 500 |"], ""),
        (&["questions | | |", "asserts | | |", "asserts | | |"], ""),
        // Nothing, or one, tells it.
        (&["reports | | 3 |"], ""),
    ] {
        assert_eq!(clash(told), expected, "{told:?}");
    }
}

#[test]
fn a_clash_follows_reference_tolerance_and_filters() {
    let mut project =
        tellings::project(&clashing(&["reports | | > 200 |", "reports | | ~ 224 |", "reports | | 208 |"]));
    assert_eq!(clash_in(&project, &options()), "");
    let mut strict = options();
    strict.rules.tolerance = 5;
    assert_eq!(clash_in(&project, &strict), "d1 ~ 224 reports | d2 208 reports (FiguresApart)");
    // Of what is filtered out nothing is said.
    assert_eq!(clash_in(&project, &Options { outlet: Some("Outlet 1".into()), ..strict.clone() }), "");
    // Held against one of the two, its cell says so.
    let id = project.annotations(&DocumentId::new("d1")).expect("d1").iter().next().expect("one").id.clone();
    project.claims.get_mut("c").expect("c").reference = Some(id);
    assert_eq!(clash_in(&project, &strict), "");
    assert_eq!(Matrix::of(&project, &strict).rows[0].conflicts(), 1);
}

/// How long it takes to look for a clash where there is none, at best of some times.
fn took(line: impl Fn(usize) -> String, tellings: usize) -> Duration {
    let told: Vec<String> =
        std::iter::once("doubts | | |".to_owned()).chain((0..tellings).map(line)).collect();
    let project = tellings::project(&clashing(&told.iter().map(String::as_str).collect::<Vec<_>>()));
    let once = |_| {
        let start = Instant::now();
        assert_eq!(clash_in(&project, &options()), "");
        start.elapsed()
    };
    (0..5).map(once).min().expect("it is done some times")
}

#[test]
fn four_times_as_many_tellings_take_no_sixteen_times_as_long() {
    // Every telling has a time and a figure of its own; or every other one denies what nobody tells.
    let apart = |n: usize| format!("reports | | > {n} | {}", 1000 + n);
    let denied = |n: usize| match n % 2 {
        0 => "reports | | 7 |".to_owned(),
        _ => format!("denies | | {} |", n + 5_000),
    };
    for line in [&apart as &dyn Fn(usize) -> String, &denied] {
        let (few, many) = (took(line, 200), took(line, 800));
        assert!(many < few * 10, "{few:?}, {many:?}");
    }
}
