//! The matrix of claims against what articles, outlets and speakers say of them.

use crate::support::tellings;
use postil::analysis::matrix::{Axis, Head, Options, Sort};
use postil::analysis::{Matrix, Standing, Who};
use postil::model::{
    AnnotationId, AttributeId, AttributeValue, ClaimId, Decimal, DocumentId, Project, Quantity, Reference,
    Speaker, Status, check,
};
use postil::wire;
use std::time::Instant;

const FLOOD: &str = "
entity mayor person Ilan Dorse
entity agency organisation Agency for Rescue
entity marala place Marala
claim dead en flood People died in the flood at Marala.
claim dam en dam The dam at Marala was known to be weak.
claim away id flood Warga mengungsi dari Marala.
claim unsaid en dam The dam will be rebuilt.

doc d1 en 2031-03-06 Harbour Post
dead | reports | @mayor | 48 people | 2031-03-04 | The mayor counts 48 dead in [Marala|marala].
dam | asserts | | | | The dam was known to be weak.
away | reports | | ~ 3000 people | | About 3,000 fled.

doc d2 id 2031-03-05 Kabar Muara
dead | reports | @agency | > 40 orang | | Lebih dari 40 orang tewas di [Marala|marala].
dead | reports | @mayor | 52 orang | | Wali kota menyebut 52 orang.
away | reports | warga | 3.200 orang | | 3.200 orang mengungsi.

doc d3 en 2031-03-09 Harbour Post
dead | reports | @agency | 60 people | 2031-03-08 | By Saturday there were 60.
dam | denies | @agency | | | The agency denies that the dam was weak.

doc d4 id-ID - -
- Tidak ada kabar.
";

fn options() -> Options {
    Options::new(wire::STATEMENT)
}

/// A line for each row: the claim, then a sign and the number of statements for each column.
fn shown(matrix: &Matrix) -> Vec<String> {
    let sign = |standing| match standing {
        Standing::Silent => '.',
        Standing::Agree => '=',
        Standing::Compatible => '~',
        Standing::OtherTime => 't',
        Standing::Conflict => '!',
    };
    let row = |row: &postil::analysis::matrix::Row| {
        let cells = (0..matrix.columns.len()).map(|column| match row.cell(column) {
            None => ".".to_owned(),
            Some(cell) => format!("{}{}", sign(cell.standing), cell.count()),
        });
        format!("{} {}", row.claim, cells.collect::<Vec<_>>().join(" "))
    };
    matrix.rows.iter().map(row).collect()
}

fn heads(matrix: &Matrix) -> Vec<String> {
    let head = |head: &Head| match head {
        Head::Article(id) => id.to_string(),
        Head::Outlet(name) => format!("“{name}”"),
        Head::Speaker(Who::Entity(id)) => format!("@{id}"),
        Head::Speaker(Who::Text(text)) => text.clone(),
        Head::Speaker(Who::Outlet) => "-".to_owned(),
    };
    matrix.columns.iter().map(head).collect()
}

#[test]
fn cells_are_judged_against_the_earliest_statement() {
    let project = tellings::project(FLOOD);
    assert_eq!(check(&project), []);
    let matrix = Matrix::of(&project, &options());
    assert_eq!(heads(&matrix), ["d1", "d2", "d3", "d4"]);
    // Of the dead, the reference is `> 40` in d2, which was published first.
    assert_eq!(shown(&matrix), ["away ~1 =1 . .", "dam =1 . !1 .", "dead ~1 ~2 ~1 .", "unsaid . . . ."]);
    let dead = &matrix.rows[2];
    assert_eq!(dead.reference.as_ref().map(|(document, _)| document.as_str()), Some("d2"));
    let cell = dead.cell(1).expect("d2 speaks of it");
    assert_eq!(cell.worst, 1, "52 is compatible, > 40 agrees with itself");
    assert_eq!(cell.quantity.as_ref().map(ToString::to_string).as_deref(), Some("52 orang"));
    assert_eq!(cell.speaker, Who::Entity(postil::model::EntityId::new("mayor")));
    assert_eq!((dead.count(Standing::Compatible), dead.standing(3)), (3, Standing::Silent));
    assert_eq!(matrix.rows[3].reference, None);
}

#[test]
fn a_reference_can_be_chosen() {
    let project = tellings::project(FLOOD);
    let id_of = |document: &str, figure: &str| {
        let all = project.annotations(&DocumentId::new(document)).expect(document);
        let with = |annotation: &&std::rc::Rc<postil::model::Annotation>| matches!(annotation.attributes.get("quantity"), Some(AttributeValue::Json(json)) if json.0.contains(figure));
        all.iter().find(with).expect(figure).id.clone()
    };
    let chosen = |claim: &str, reference: AnnotationId| {
        let mut project = project.clone();
        project.claims.get_mut(claim).expect(claim).reference = Some(reference);
        project
    };
    // 52 clashes with 48, > 40 does not; 60 is of another day.
    let matrix = Matrix::of(&chosen("dead", id_of("d1", "48")), &options());
    assert_eq!(shown(&matrix)[2], "dead =1 !2 t1 .");
    // One that does not tell the claim is not taken.
    let matrix = Matrix::of(&chosen("dead", id_of("d1", "3000")), &options());
    assert_eq!(shown(&matrix), shown(&Matrix::of(&project, &options())));
    let mut strict = options();
    strict.rules.tolerance = 5;
    let matrix = Matrix::of(&chosen("away", id_of("d2", "3200")), &strict);
    assert_eq!(shown(&matrix)[0], "away !1 =1 . .");
}

#[test]
fn columns_are_articles_outlets_or_speakers() {
    let project = tellings::project(FLOOD);
    for (axis, columns, rows) in [
        (
            Axis::Outlets,
            &["“Harbour Post”", "“Kabar Muara”", "“”"][..],
            &["away ~1 =1 .", "dam !2 . .", "dead ~2 ~2 .", "unsaid . . ."][..],
        ),
        (
            Axis::Speakers,
            &["@agency", "@mayor", "warga", "-"],
            &["away . . =1 ~1", "dam !1 . . =1", "dead ~2 ~2 . .", "unsaid . . . ."],
        ),
    ] {
        let matrix = Matrix::of(&project, &Options { axis, ..options() });
        assert_eq!(heads(&matrix), columns);
        assert_eq!(shown(&matrix), rows, "{axis:?}");
    }
}

#[test]
fn rows_and_columns_are_sorted_filtered_and_moved() {
    let project = tellings::project(FLOOD);
    let claims = |options: Options| -> Vec<String> {
        Matrix::of(&project, &options).rows.into_iter().map(|row| row.claim.to_string()).collect()
    };
    for (sort, expected) in [
        (Sort::Given, ["dam", "unsaid", "away", "dead"]),
        // 52 and 48 conflict, which `> 40` hides; it is told by more than what the agency denies.
        (Sort::Conflict, ["dead", "dam", "away", "unsaid"]),
        (Sort::Coverage, ["dead", "away", "dam", "unsaid"]),
        (Sort::Date, ["away", "dead", "dam", "unsaid"]),
        (Sort::Name, ["dead", "dam", "unsaid", "away"]),
    ] {
        let rows = vec![ClaimId::new("dam"), ClaimId::new("gone"), ClaimId::new("unsaid")];
        let sorted = Options { sort, rows, ..options() };
        assert_eq!(claims(sorted.clone()), expected, "{sort:?}");
        let other = Matrix::of(&project, &Options { sort: Sort::Conflict, ..sorted.clone() });
        assert_eq!(
            other.sorted(&project, &sorted),
            Matrix::of(&project, &sorted),
            "{sort:?}, nothing made anew"
        );
    }
    assert_eq!(claims(Options { topic: Some("dam".into()), ..options() }), ["dam", "unsaid"]);
    let of = |options: Options| {
        let matrix = Matrix::of(&project, &options);
        (heads(&matrix).join(" "), shown(&matrix).join(", "))
    };
    // The reference of `dead` is in d2, whether it is shown or not.
    let post = of(Options { outlet: Some("Harbour Post".into()), ..options() });
    assert_eq!(post, ("d1 d3".into(), "away ~1 ., dam =1 !1, dead ~1 ~1, unsaid . .".into()));
    assert_eq!(of(Options { language: Some("id".into()), ..options() }).0, "d2 d4");
    assert_eq!(of(Options { language: Some("i".into()), ..options() }).0, "");
    let columns = vec![Head::Article(DocumentId::new("d3")), Head::Article(DocumentId::new("d9"))];
    let moved = of(Options { columns, ..options() });
    assert_eq!(
        moved,
        ("d3 d1 d2 d4".into(), "away . ~1 =1 ., dam !1 =1 . ., dead ~1 ~1 ~2 ., unsaid . . . .".into())
    );
}

#[test]
fn what_was_refused_or_nobody_has_looked_at_does_not_count() {
    let mut project = tellings::project(FLOOD);
    let document = DocumentId::new("d3");
    let ids: Vec<AnnotationId> =
        project.annotations(&document).expect("d3").iter().map(|annotation| annotation.id.clone()).collect();
    let all = project.annotations_mut(&document).expect("d3");
    all.change(&ids[0], |annotation| annotation.status = Status::Suggested);
    all.change(&ids[1], |annotation| annotation.status = Status::Rejected);
    assert_eq!(shown(&Matrix::of(&project, &options()))[1..3], ["dam =1 . . .", "dead ~1 ~2 . ."]);
    let suggested = Matrix::of(&project, &Options { suggested: true, ..options() });
    assert_eq!(shown(&suggested)[1..3], ["dam =1 . . .", "dead ~1 ~2 ~1 ."]);
}

#[test]
fn a_mention_that_is_linked_speaks_as_its_entity() {
    let mut project = tellings::project(FLOOD);
    let document = DocumentId::new("d1");
    let all = project.annotations_mut(&document).expect("d1");
    let find = |all: &postil::model::Annotations, label: &str| {
        all.iter().find(|annotation| annotation.label.as_str() == label).expect(label).id.clone()
    };
    let (statement, mention) = (find(all, "claim"), find(all, "person"));
    let speakers = AttributeValue::Speakers(vec![Speaker::Annotation(mention.clone())]);
    all.change(&statement, |a| drop(a.attributes.insert(AttributeId::new("speakers"), speakers)));
    let options = Options { axis: Axis::Speakers, topic: Some("flood".into()), ..options() };
    assert_eq!(heads(&Matrix::of(&project, &options)), ["@agency", "@mayor", "@marala", "warga", "-"]);
    project.annotations_mut(&document).expect("d1").change(&mention, |a| a.refers_to = None);
    assert_eq!(heads(&Matrix::of(&project, &options)), ["@agency", "@mayor", "Marala", "warga", "-"]);
}

/// 100 articles, 200 claims, 5,000 statements and as many mentions again.
fn large() -> Project {
    let mut project = tellings::empty();
    for n in 0..200 {
        tellings::add_claim(
            &mut project,
            &format!("c{n:03}"),
            "en",
            "news",
            &format!("Claim {n} of the list."),
        );
    }
    for n in 0..60 {
        tellings::add_entity(&mut project, &format!("e{n}"), "person", &format!("Person {n}"));
    }
    for d in 0..100 {
        let id = format!("d{d:02}");
        let text = "A sentence of a report. ".repeat(100);
        let (published, outlet) = (format!("2031-03-{:02}", 1 + d % 28), format!("Outlet {}", d % 12));
        tellings::add_document(&mut project, &id, "en", &published, &outlet, text);
        for s in 0..50 {
            let mut statement = tellings::annotation(&id, format!("s{d}-{s}"), "claim", s * 24, s * 24 + 23);
            let claim = ClaimId::new(format!("c{:03}", (d * 7 + s * 13) % 200));
            statement.refers_to = Some(Reference::Claim(claim));
            let units = ["people", "orang", "hostages", "km", ""];
            let quantity = Quantity {
                bound: if s % 5 == 0 { postil::model::Bound::About } else { postil::model::Bound::Equal },
                low: Decimal::new(&format!("{}", 200 + (d * s) % 30)).expect("a number"),
                high: None,
                unit: units[(d + s) % 5].to_owned(),
                written: String::new(),
            };
            let mut set = |key: &str, value| drop(statement.attributes.insert(AttributeId::new(key), value));
            set("quantity", AttributeValue::Json(wire::quantity_json(&quantity)));
            set("stance", AttributeValue::Text(if s % 9 == 0 { "denies" } else { "reports" }.to_owned()));
            let speaker = Speaker::Entity(postil::model::EntityId::new(format!("e{}", (d + s) % 60)));
            set("speakers", AttributeValue::Speakers(vec![speaker]));
            tellings::add_annotation(&mut project, statement);
            let mention = tellings::annotation(&id, format!("m{d}-{s}"), "person", s * 24, s * 24 + 5);
            tellings::add_annotation(&mut project, mention);
        }
    }
    project
}

#[test]
fn a_large_matrix_holds_every_statement_once() {
    let project = large();
    for axis in [Axis::Articles, Axis::Outlets, Axis::Speakers] {
        let options = Options { axis, sort: Sort::Conflict, ..options() };
        let start = Instant::now();
        let matrix = Matrix::of(&project, &options);
        println!("{axis:?}: {} columns in {:?}", matrix.columns.len(), start.elapsed());
        let statements = matrix.rows.iter().flat_map(|row| &row.cells).map(|(_, cell)| cell.count());
        assert_eq!(statements.sum::<usize>(), 5_000);
        assert_eq!(matrix.rows.len(), 200);
        let conflicts: Vec<usize> =
            matrix.rows.iter().map(postil::analysis::matrix::Row::conflicts).collect();
        assert!(conflicts.is_sorted_by(|a, b| a >= b) && conflicts[0] > 0);
        assert_eq!(matrix, Matrix::of(&project, &options), "the same each time");
    }
}
