//! The rule as tables, and what always holds of it.

use super::*;
use crate::model::{AnnotationId, Decimal, DocumentId, Figure, Quantity, When};
use proptest::prelude::*;

/// `stance | figure | time`, each of which may be missing: `denies | > 200 people | 2031-03`.
fn statement(text: &str) -> Statement {
    let mut parts = text.split('|').map(str::trim);
    let mut part = || parts.next().filter(|part| !part.is_empty());
    let stance = part().map(|word| Stance::of(word).expect(word));
    let mut clear = |read| match read {
        Figure::Clear(number) => Some(number),
        Figure::Either { whole, .. } => Some(whole),
    };
    let quantity = part().map(|figure| match Decimal::new(figure) {
        // With an exponent nobody types it, but a file may have it.
        Some(low) => Quantity {
            bound: Default::default(),
            low,
            high: None,
            unit: String::new(),
            written: String::new(),
        },
        None => Quantity::parse(figure, &mut clear).expect(figure),
    });
    let when = part().map(|value| When { annotation: None, value: value.to_owned() });
    Statement {
        document: DocumentId::new("d1"),
        annotation: AnnotationId::new("a1"),
        claim: None,
        speakers: Vec::new(),
        cue: None,
        stance,
        certainty: None,
        quantity,
        when,
        evidence: Vec::new(),
    }
}

fn check(cases: &[(&str, &str, Standing, &[Why])]) {
    for (one, other, standing, why) in cases {
        let (a, b) = (statement(one), statement(other));
        let expected = Judgement { standing: *standing, why: why.to_vec() };
        assert_eq!(judge(&a, &b, &Rules::default()), expected, "{one} / {other}");
        assert_eq!(judge(&b, &a, &Rules::default()), expected, "{other} / {one}");
    }
}

use Standing::{Agree, Compatible, Conflict, OtherTime};
use Why::*;

#[test]
fn figures_agree_meet_or_are_apart() {
    const SAME: &[Why] = &[SameSide, SameFigure];
    const MEET: &[Why] = &[SameSide, FiguresMeet];
    const APART: &[Why] = &[SameSide, FiguresApart];
    const NOT: &[Why] = &[SameSide, NotCompared];
    check(&[
        ("|224 people", "|224 people", Agree, SAME),
        ("|224", "|224.0", Agree, SAME),
        ("|1400 people", "|1 400 orang", Agree, SAME),
        ("|2.3 million people", "|2 300 000 people", Agree, SAME),
        ("|2,3 juta orang", "|2.3 million people", Agree, SAME),
        ("|> 200 people", "|> 200 people", Agree, SAME),
        ("|~ 200", "|~ 200.00", Agree, SAME),
        ("|200–220", "|200-220", Agree, SAME),
        ("|224-224", "|224", Agree, SAME),
        ("|220-200", "|200-220", Agree, SAME),
        ("|50 %", "|50 percent", Agree, SAME),
        ("|1400", "|1.4e3", Agree, SAME),
        ("|1e999", "|1e999", Agree, SAME),
        ("|0", "|-0.0", Agree, SAME),
        // More than 200 and 224, and the like.
        ("|> 200 people", "|224 people", Compatible, MEET),
        ("|> 200 orang", "|224 hostages", Compatible, MEET),
        ("|> 200", "|> 300", Compatible, MEET),
        ("|≥ 200", "|200", Compatible, MEET),
        ("|≤ 200", "|200", Compatible, MEET),
        ("|≥ 200", "|≤ 200", Compatible, MEET),
        ("|≥ 200", "|> 200", Compatible, MEET),
        ("|200-220", "|220-240", Compatible, MEET),
        ("|200-220", "|210", Compatible, MEET),
        ("|< 200", "|> 199", Compatible, MEET),
        ("|~ 200", "|220", Compatible, MEET),
        ("|~ 200", "|180", Compatible, MEET),
        ("|~ 200", "|~ 240", Compatible, MEET),
        ("|~ 200", "|200", Compatible, MEET),
        ("|~ 200", "|180-220", Compatible, MEET),
        ("|~ 200", "|≥ 220", Compatible, MEET),
        ("|~ -50 °C", "|-54 °C", Compatible, MEET),
        ("|~ 2.3 million", "|2 500 000", Compatible, MEET),
        // Ends that are not meant themselves.
        ("|> 200", "|200", Conflict, APART),
        ("|< 200", "|200", Conflict, APART),
        ("|> 200", "|≤ 200", Conflict, APART),
        ("|> 200", "|< 200", Conflict, APART),
        ("|≥ 201", "|≤ 200", Conflict, APART),
        ("|~ 200", "|> 220", Conflict, APART),
        ("|~ 200", "|< 180", Conflict, APART),
        ("|220", "|224", Conflict, APART),
        ("|0.1", "|0.10000000000000000001", Conflict, APART),
        ("|9007199254740993", "|9007199254740992", Conflict, APART),
        ("|~ 200", "|221", Conflict, APART),
        ("|~ 200", "|220.0000001", Conflict, APART),
        ("|~ 100", "|~ 150", Conflict, APART),
        ("|200-220", "|221-240", Conflict, APART),
        ("|~ -50 °C", "|-56 °C", Conflict, APART),
        ("|48 dead", "|52 tewas", Conflict, APART),
        ("|40 %", "|60 persen", Conflict, APART),
        ("|7", "|9 rockets", Conflict, APART),
        ("|3 thousand", "|3", Conflict, APART),
        // What cannot be compared.
        ("|40 %", "|40 people", Compatible, NOT),
        ("|40 %", "|40", Compatible, NOT),
        ("|5 km", "|300 people", Compatible, NOT),
        ("|5 km", "|5 miles", Compatible, NOT),
        ("|200 hostages", "|30 soldiers", Compatible, NOT),
        ("|1e999", "|200", Compatible, NOT),
        ("|200", "|", Compatible, &[SameSide, OneFigure]),
    ]);
}

#[test]
fn stances_conflict_where_one_denies_what_the_other_tells() {
    check(&[
        ("asserts", "asserts", Agree, &[SameSide]),
        ("asserts", "reports", Agree, &[SameSide]),
        ("asserts", "predicts", Agree, &[SameSide]),
        ("", "reports", Agree, &[SameSide]),
        ("denies", "denies", Agree, &[SameSide]),
        ("doubts", "questions", Agree, &[SameSide]),
        ("asserts", "denies", Conflict, &[Denied]),
        ("reports", "denies", Conflict, &[Denied]),
        ("predicts", "denies", Conflict, &[Denied]),
        ("", "denies", Conflict, &[Denied]),
        ("doubts", "asserts", Compatible, &[LeftOpen]),
        ("questions", "asserts", Compatible, &[LeftOpen]),
        ("doubts", "denies", Compatible, &[LeftOpen]),
        ("questions|500", "asserts|200", Compatible, &[FiguresApart, LeftOpen]),
        ("reports|500", "predicts|300", Conflict, &[SameSide, FiguresApart]),
        // A denial without a figure, or of one that cannot be compared.
        ("denies", "asserts|224 people", Conflict, &[OneFigure, Denied]),
        ("denies|224 people", "asserts", Conflict, &[OneFigure, Denied]),
        ("denies|40 %", "asserts|40 people", Conflict, &[NotCompared, Denied]),
        // What is told is what is denied.
        ("denies|500", "asserts|500", Conflict, &[SameFigure, Denied]),
        ("denies|> 200", "asserts|224", Conflict, &[FiguresMeet, Denied]),
        ("denies|≥ 200", "asserts|> 200", Conflict, &[FiguresMeet, Denied]),
        ("denies|200-300", "asserts|220-240", Conflict, &[FiguresMeet, Denied]),
        ("denies|~ 500", "asserts|500", Conflict, &[FiguresMeet, Denied]),
        ("denies|500", "asserts|~ 500", Conflict, &[FiguresMeet, Denied]),
        // What is told can be so although what is denied is not.
        ("denies|500", "asserts|200", Compatible, &[FiguresApart, OtherFigureDenied]),
        ("denies|224", "asserts|> 200", Compatible, &[FiguresMeet, OtherFigureDenied]),
        ("denies|> 200", "asserts|≥ 200", Compatible, &[FiguresMeet, OtherFigureDenied]),
        ("denies|~ 500", "asserts|510", Compatible, &[FiguresMeet, OtherFigureDenied]),
        // Neither stands by a figure.
        ("denies|500", "denies|200", Compatible, &[SameSide, FiguresApart]),
        ("denies|500", "denies|500", Agree, &[SameSide, SameFigure]),
        ("doubts|500", "questions|200", Compatible, &[SameSide, FiguresApart]),
    ]);
}

#[test]
fn other_times_are_no_conflict() {
    check(&[
        ("|220|2031-03-04", "|224|2031-03-05", OtherTime, &[TimesDiffer]),
        ("|220|2031-03-04", "|220|2031-03-05", OtherTime, &[TimesDiffer]),
        ("asserts||2031-03", "denies||2031-04", OtherTime, &[TimesDiffer]),
        ("|220|2031-03-01/2031-03-04", "|224|2031-03-05/..", OtherTime, &[TimesDiffer]),
        ("|220|2031", "|224|2031-03-05", Conflict, &[SameSide, FiguresApart]),
        ("|220|2031-03", "|220|2031-03-05", Agree, &[SameSide, SameFigure]),
        ("|220|2031-03-01/2031-03-05", "|224|2031-03-05/2031-03-09", Conflict, &[SameSide, FiguresApart]),
        ("|220|2031-03-04", "|224", Conflict, &[SameSide, FiguresApart]),
        ("asserts||2031-03", "denies||2031-03-09", Conflict, &[Denied]),
        // What is no date says no time.
        ("|220|last Tuesday", "|224|2031-03-05", Conflict, &[SameSide, FiguresApart]),
    ]);
}

#[test]
fn of_several_the_worst_counts() {
    for (all, expected) in [
        (&[][..], Standing::Silent),
        (&[Agree], Agree),
        (&[Agree, Compatible, Agree], Compatible),
        (&[Compatible, OtherTime], OtherTime),
        (&[OtherTime, Conflict, Agree], Conflict),
        (&[Standing::Silent, Agree], Agree),
    ] {
        assert_eq!(worst(all.iter().copied()), expected, "{all:?}");
    }
}

fn any_statement() -> impl Strategy<Value = Statement> {
    let stance =
        prop::sample::select(vec!["", "asserts", "reports", "denies", "doubts", "questions", "predicts"]);
    let bound = prop::sample::select(vec!["", "> ", "< ", ">= ", "<= ", "~ "]);
    let number =
        prop::sample::select(vec!["0", "-5", "9.5", "10", "10.5", "11", "100", "110", "121", "5-10", "9-12"]);
    let unit = prop::sample::select(vec!["", "people", "hostages", "%", "km", "thousand"]);
    let time =
        prop::sample::select(vec!["", "2031", "2031-03", "2031-03-05", "2031-03-01/2031-03-04", "soon"]);
    (stance, prop::option::of((bound, number, unit)), time).prop_map(|(stance, figure, time)| {
        let figure = figure.map_or(String::new(), |(bound, number, unit)| {
            // A range has no other bound.
            let bound = if number[1..].contains('-') { "" } else { bound };
            format!("{bound}{number} {unit}")
        });
        statement(&format!("{stance}|{figure}|{time}"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_order_does_not_matter(a in any_statement(), b in any_statement(), tolerance in 0_u32..250) {
        let rules = Rules { tolerance };
        prop_assert_eq!(judge(&a, &b, &rules), judge(&b, &a, &rules));
    }

    #[test]
    fn everybody_agrees_with_themselves(a in any_statement(), tolerance in 0_u32..250) {
        prop_assert_eq!(judge(&a, &a, &Rules { tolerance }).standing, Agree);
    }

    #[test]
    fn more_tolerance_makes_nothing_worse(
        a in any_statement(), b in any_statement(), tolerance in 0_u32..250, more in 0_u32..250,
    ) {
        let narrow = judge(&a, &b, &Rules { tolerance }).standing;
        let wide = judge(&a, &b, &Rules { tolerance: tolerance + more }).standing;
        prop_assert!(wide <= narrow, "{:?} became {:?}", narrow, wide);
    }
}
