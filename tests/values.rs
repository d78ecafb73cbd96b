//! Values of attributes: typed as people type them, set on several annotations at once, looked for, required.

use crate::support::desk::Desk;
use postil::app::{
    Action, AttributeAct, AttributeChange, Command, Filter, LabelDocument, NoteAct, Questions, QuestionsAct,
    RefusedAct, Screen, Sense, SetValue, Shared, ValueFilter, Wanted, Why, value_text,
};
use postil::formats::{Format, Options, Written, write::write};
use postil::model::{AnnotationId, AttributeId, AttributeType, AttributeValue, LabelId};

fn id(id: &str) -> AttributeId {
    AttributeId::new(id)
}

/// Three people with an attribute of a type.
fn desk(kind: AttributeType) -> (Desk, Vec<AnnotationId>) {
    let mut desk = Desk::with("Ada met Ben and Cem in Rome.");
    desk.act(Action::step(AttributeAct::Add(LabelId::new("person"), "Own".into())));
    desk.act(Action::step(AttributeAct::Change(id("own"), AttributeChange::Kind(kind))));
    let marks = ["Ada", "Ben", "Cem"].map(|name| desk.mark(name, "person")).into();
    (desk, marks)
}

fn value(desk: &Desk, of: &AnnotationId) -> String {
    value_text(desk.session().annotation(of).expect("there").attributes.get(&id("own")))
}

fn set(desk: &mut Desk, text: &str) {
    desk.act(Action::step(SetValue(id("own"), text.into())));
}

#[test]
fn each_type_takes_what_it_means_and_says_what_it_does_not() {
    for (kind, good, shown, bad) in [
        (AttributeType::Choice, "x", "x", None),
        (AttributeType::Flag, "no", "no", None),
        (AttributeType::Text, " two words ", "two words", None),
        (AttributeType::Number, "-1.50", "-1.50", Some("12 apples")),
        (AttributeType::Quantity, ">=12 people", "≥ 12 people", Some("about 12")),
        (AttributeType::Date, "2023-10", "2023-10", Some("2023-02-30")),
        (AttributeType::Entity, "", "", Some("nobody")),
        (AttributeType::Annotation, "", "", Some("nothing")),
    ] {
        let (mut desk, marks) = desk(kind);
        set(&mut desk, good);
        assert_eq!(value(&desk, &marks[2]), shown);
        let before = desk.file();
        if let Some(bad) = bad {
            set(&mut desk, bad);
            assert_eq!(desk.file(), before, "{bad} is not taken");
        }
        set(&mut desk, "");
        assert_eq!(value(&desk, &marks[2]), "", "nothing takes it off");
    }
    let (mut desk, marks) = desk(AttributeType::Annotation);
    set(&mut desk, marks[0].as_str());
    assert_eq!(value(&desk, &marks[2]), marks[0].as_str());
    let cem = desk.session().annotation(&marks[2]).expect("there").clone();
    let near = desk.session().nearby(&cem, "");
    let near: Vec<&str> = near.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(near, ["Person “Ada”", "Person “Ben”"], "all but itself");
}

#[test]
fn the_words_of_a_quantity_stay_when_its_figure_is_put_right() {
    let (mut desk, marks) = desk(AttributeType::Quantity);
    let json = r#"{"op":">","low":200,"written":"more than two hundred"}"#;
    let raw = AttributeValue::Json(postil::wire::raw(json).expect("JSON"));
    desk.act(Action::SetAttribute(id("own"), Some(raw)));
    assert_eq!(value(&desk, &marks[2]), "> 200");
    set(&mut desk, "≥ 200");
    assert!(desk.file().contains("more than two hundred"));
}

#[test]
fn several_at_once_share_what_their_labels_have() {
    let (mut desk, marks) = desk(AttributeType::Choice);
    let rome = desk.mark("Rome", "place");
    let select = |desk: &mut Desk, ids: &[&AnnotationId]| {
        desk.act(Action::ClearSelection);
        for id in ids {
            desk.act(Action::SelectAnnotation { id: (*id).clone(), add: true, range: false });
        }
    };
    let shared = |desk: &Desk| desk.session().bulk().expect("several").attributes.clone();
    select(&mut desk, &[&marks[0], &marks[1]]);
    assert_eq!(shared(&desk), [(id("own"), Shared::Same(None))]);
    let entries = desk.session().history.entries().len();
    set(&mut desk, "x");
    assert_eq!(desk.session().history.entries().len(), entries + 1, "one act");
    assert_eq!([value(&desk, &marks[0]), value(&desk, &marks[1])], ["x", "x"]);
    select(&mut desk, &[&marks[0], &marks[1], &marks[2]]);
    assert_eq!(shared(&desk), [(id("own"), Shared::Mixed)]);
    select(&mut desk, &[&marks[0], &rome]);
    assert_eq!(shared(&desk), [], "a place has no such attribute");
    select(&mut desk, &[&marks[0], &marks[1]]);
    desk.run(Command::Undo);
    assert_eq!([value(&desk, &marks[0]), value(&desk, &marks[1])], ["", ""]);
}

#[test]
fn the_list_shows_what_has_a_value_and_what_lacks_one() {
    let (mut desk, marks) = desk(AttributeType::Choice);
    desk.mark("Rome", "place");
    desk.act(Action::SelectAnnotation { id: marks[0].clone(), add: false, range: false });
    set(&mut desk, "x");
    let shown = |desk: &mut Desk, filter: Filter| {
        desk.act(Action::Filter(filter));
        let quotes = desk.session().list(0, 9).rows.into_iter().map(|row| row.quote);
        quotes.collect::<Vec<_>>().join(" ")
    };
    let by = |is| Filter { value: Some(ValueFilter { attribute: id("own"), is }), ..Filter::default() };
    assert_eq!(shown(&mut desk, by(Wanted::This("x".into()))), "Ada");
    assert_eq!(shown(&mut desk, by(Wanted::Any)), "Ada");
    assert_eq!(shown(&mut desk, by(Wanted::Nothing)), "Ben Cem");
    let incomplete = || Filter { incomplete: true, ..Filter::default() };
    assert_eq!(shown(&mut desk, incomplete()), "");
    desk.act(Action::step(AttributeAct::Change(id("own"), AttributeChange::Required(true))));
    assert_eq!(shown(&mut desk, incomplete()), "Ben Cem");
    shown(&mut desk, Filter::default());
    let marked: Vec<bool> = desk.session().list(0, 9).rows.iter().map(|row| row.incomplete).collect();
    assert_eq!(marked, [false, true, true, false]);
}

#[test]
fn open_questions_of_all_articles_are_found_and_gone_to() {
    let (mut desk, marks) = desk(AttributeType::Choice);
    desk.act(Action::SelectAnnotation { id: marks[1].clone(), add: false, range: false });
    desk.act(Action::SetUnsure(true)).act(Action::SetNote("Ben or Bent?".into()));
    let first = desk.document();
    desk.paste("Second", "Dee went to Oslo.");
    let oslo = desk.mark("Oslo", "place");
    desk.act(Action::SetNote("the city?".into()));
    let found = |desk: &Desk, unsure: bool, noted: bool, incomplete: bool| -> Vec<AnnotationId> {
        let found = desk.session().questions(&Questions { unsure, noted, incomplete });
        found.iter().map(|(_, id)| id.clone()).collect()
    };
    assert_eq!(found(&desk, true, false, false), [marks[1].clone()]);
    assert_eq!(found(&desk, true, true, false), [marks[1].clone(), oslo.clone()]);
    assert_eq!(found(&desk, false, false, true), []);
    desk.act(Action::step(AttributeAct::Change(id("own"), AttributeChange::Required(true))));
    assert_eq!(found(&desk, false, false, true), marks, "all three lack a value");
    desk.act(Action::step(QuestionsAct::Go(first.clone(), marks[1].clone())));
    assert_eq!((desk.document(), desk.state.screen), (first, Screen::Read));
    assert_eq!(desk.session().selected().map(|annotation| annotation.id.clone()), Some(marks[1].clone()));
}

#[test]
fn a_whole_article_has_labels() {
    let mut desk = Desk::with("Ada met Ben.");
    let article = desk.document();
    let label = |id: &str, on: bool| Action::step(LabelDocument(article.clone(), LabelId::new(id), on));
    let labels = |desk: &Desk| -> Vec<String> {
        let document = desk.session().project.document(&article).expect("there").clone();
        document.labels.iter().map(|own| own.label.to_string()).collect()
    };
    desk.act(label("event", true)).act(label("event", true)).act(label("claim", true));
    assert_eq!(labels(&desk), ["event", "claim"], "each once");
    let entries = desk.session().history.entries().len();
    desk.act(label("place", false));
    assert_eq!(desk.session().history.entries().len(), entries, "what it does not have cannot go");
    desk.act(Action::step(postil::app::LabelAct::DeleteInto(
        LabelId::new("event"),
        Some(LabelId::new("place")),
    )));
    assert_eq!(labels(&desk), ["place", "claim"], "they move with their label");
    desk.act(Action::step(postil::app::LabelAct::DeleteInto(LabelId::new("claim"), None)));
    assert_eq!(labels(&desk), ["place"]);
    desk.run(Command::Undo).run(Command::Undo);
    assert_eq!(labels(&desk), ["event", "claim"]);
    desk.act(label("event", false));
    assert_eq!(labels(&desk), ["claim"]);
    let options = Options::new(Format::named("json-lines").expect("a format"), Default::default());
    let mut written = Written::default();
    assert!(write(&desk.session().project, &options, &mut written));
    let lines = String::from_utf8_lossy(&written.files[0].1);
    assert!(lines.contains(r#""labels":["Claim"]"#), "{lines}");
}

#[test]
fn a_note_for_several_loses_none_of_theirs() {
    let mut desk = Desk::with("Ada met Ben and Cem.");
    let [ada, ben] = ["Ada", "Ben"].map(|name| desk.mark(name, "person"));
    let select = |desk: &mut Desk, id: &AnnotationId, add: bool| {
        desk.act(Action::SelectAnnotation { id: id.clone(), add, range: false });
    };
    let notes =
        |desk: &Desk| [&ada, &ben].map(|id| desk.session().annotation(id).expect("there").note.clone());
    select(&mut desk, &ada, false);
    desk.act(Action::SetNote("of Ada".into()));
    select(&mut desk, &ben, true);
    assert_eq!(desk.session().bulk().expect("two").note, None, "they differ");
    let entries = desk.session().history.entries().len();
    desk.act(Action::step(NoteAct::Type("  ".into())));
    assert_eq!(desk.session().history.entries().len(), entries, "nothing typed changes nothing");
    desk.act(Action::step(NoteAct::Type("seen".into())));
    assert_eq!(notes(&desk), ["of Ada\nseen", "seen"]);
    assert!(
        desk.state.notice.as_ref().is_some_and(|notice| notice.undo && notice.text.contains("2 annotations"))
    );
    desk.run(Command::Undo);
    assert_eq!(notes(&desk), ["of Ada", ""], "in one step");
    desk.act(Action::step(NoteAct::Replace(true))).act(Action::step(NoteAct::Type("new".into())));
    assert_eq!(notes(&desk), ["new", "new"]);
    assert_eq!(desk.session().bulk().expect("two").note.as_deref(), Some("new"));
    desk.run(Command::Undo);
    select(&mut desk, &ada, false);
    select(&mut desk, &ben, true);
    assert!(
        !desk.session().reading.as_ref().expect("open").replaces_notes,
        "chosen for this selection alone"
    );
}

/// The values that a field offers instead of what was typed.
fn offered(desk: &Desk, of: &AnnotationId) -> Vec<String> {
    let refused = desk.session().refused(std::slice::from_ref(of), &id("own"));
    match refused.map(|refused| &refused.why) {
        Some(Why::Either(senses)) => senses.iter().map(|(text, _)| text.clone()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_figure_that_can_be_read_in_two_ways_is_asked_about() {
    let (mut desk, marks) = desk(AttributeType::Quantity);
    let before = desk.file();
    set(&mut desk, "≥ 1.400 orang");
    assert_eq!(desk.file(), before, "nothing is decided");
    assert_eq!(offered(&desk, &marks[2]), ["≥ 1400 orang", "≥ 1.4 orang"], "an Indonesian article");
    assert!(desk.said().starts_with("≥ 1400 orang or ≥ 1.4 orang?"), "{}", desk.said());
    set(&mut desk, "1,400");
    assert_eq!(offered(&desk, &marks[2]), ["1.4", "1400"]);
    desk.act(Action::step(RefusedAct::Take(id("own"), Sense::Thousands)));
    assert_eq!((value(&desk, &marks[2]).as_str(), offered(&desk, &marks[2]).len()), ("1400", 0));
    set(&mut desk, "1.250–1.400 km");
    desk.act(Action::step(RefusedAct::Take(id("own"), Sense::Fraction)));
    assert_eq!(value(&desk, &marks[2]), "1.25–1.4 km");
    for (clear, shown) in
        [("1.400.000", "1400000"), ("1 400 orang", "1400 orang"), ("1,5", "1.5"), ("0.400", "0.400")]
    {
        set(&mut desk, clear);
        assert_eq!(value(&desk, &marks[2]), shown);
    }
    // What came from a file and is not touched is not asked about.
    let raw = AttributeValue::Json(postil::wire::raw(r#"{"op":"=","low":1.400,"unit":"km"}"#).expect("JSON"));
    desk.act(Action::SetAttribute(id("own"), Some(raw)));
    set(&mut desk, "1.400 m");
    assert_eq!(value(&desk, &marks[2]), "1.400 m");

    let (mut desk, marks) = self::desk(AttributeType::Number);
    set(&mut desk, "1.400");
    assert_eq!(offered(&desk, &marks[2]), ["1400", "1.4"]);
    set(&mut desk, "1e5");
    assert_eq!(value(&desk, &marks[2]), "1e5");
    desk.act(Action::SelectAnnotation { id: marks[1].clone(), add: true, range: false });
    set(&mut desk, "-2,500");
    desk.act(Action::step(RefusedAct::Take(id("own"), Sense::Thousands)));
    assert_eq!([value(&desk, &marks[1]), value(&desk, &marks[2])], ["-2500", "-2500"]);
    desk.run(Command::Undo);
    assert_eq!([value(&desk, &marks[1]), value(&desk, &marks[2])], ["", "1e5"], "one step");
}

#[test]
fn a_range_that_runs_backwards_is_not_taken() {
    let (mut desk, marks) = desk(AttributeType::Quantity);
    let before = desk.file();
    for bad in ["5-3 km", "10–9", "-1--3 °C", "2-1,5 km"] {
        set(&mut desk, bad);
        assert_eq!(desk.file(), before, "{bad}");
        assert!(desk.said().contains("greater than"), "{}", desk.said());
    }
    for (fine, shown) in
        [("9-10", "9–10"), ("3-3.0 km", "3–3.0 km"), ("-3-1", "-3–1"), ("0.5-0.50", "0.5–0.50")]
    {
        set(&mut desk, fine);
        assert_eq!(value(&desk, &marks[2]), shown);
    }
    // Of two ways to read it, the one that runs backwards is none.
    set(&mut desk, "1.400-2 km");
    assert_eq!(value(&desk, &marks[2]), "1.4–2 km");
    set(&mut desk, "2-1.400 km");
    assert_eq!(value(&desk, &marks[2]), "2–1400 km");
}

#[test]
fn what_is_not_taken_stays_in_its_field_until_it_is_given_up() {
    let (mut desk, marks) = desk(AttributeType::Date);
    set(&mut desk, "2023-10");
    set(&mut desk, "27 Oct 2023");
    let typed = |desk: &Desk, of: &AnnotationId| {
        let refused = desk.session().refused(std::slice::from_ref(of), &id("own"));
        refused.map(|refused| refused.typed.clone())
    };
    assert_eq!(typed(&desk, &marks[2]).as_deref(), Some("27 Oct 2023"));
    assert!(desk.said().starts_with("This is not a date"), "{}", desk.said());
    desk.act(Action::SelectAnnotation { id: marks[0].clone(), add: false, range: false });
    assert_eq!(typed(&desk, &marks[0]), None);
    desk.act(Action::SelectAnnotation { id: marks[2].clone(), add: false, range: false });
    assert!(typed(&desk, &marks[2]).is_some(), "it is still there");
    desk.act(Action::step(RefusedAct::GiveUp(id("own"))));
    assert_eq!((typed(&desk, &marks[2]), value(&desk, &marks[2]).as_str()), (None, "2023-10"));
    set(&mut desk, "2023-02-30");
    set(&mut desk, "2023-02-28");
    assert_eq!((typed(&desk, &marks[2]), value(&desk, &marks[2]).as_str()), (None, "2023-02-28"));
}

#[test]
fn a_value_that_was_not_taken_goes_with_what_refused_it() {
    let refused = |desk: &Desk, of: &AnnotationId| {
        desk.session().refused(std::slice::from_ref(of), &id("own")).map(|refused| refused.typed.clone())
    };
    let kind = |kind| Action::step(AttributeAct::Change(id("own"), AttributeChange::Kind(kind)));
    let (mut desk, marks) = desk(AttributeType::Number);
    set(&mut desk, "12 apples");
    desk.mark("Rome", "place");
    desk.act(Action::step(AttributeAct::Change(id("own"), AttributeChange::Name("Figure".into()))));
    assert_eq!(refused(&desk, &marks[2]).as_deref(), Some("12 apples"), "none of this has to do with it");
    desk.act(kind(AttributeType::Text));
    assert_eq!(refused(&desk, &marks[2]), None, "it would be taken now");

    desk.act(kind(AttributeType::Number));
    desk.act(Action::SelectAnnotation { id: marks[2].clone(), add: false, range: false });
    set(&mut desk, "12 apples");
    assert!(refused(&desk, &marks[2]).is_some());
    let first = desk.document();
    desk.paste("Second", "Dee went to Oslo.");
    desk.mark("Oslo", "place");
    assert!(refused(&desk, &marks[2]).is_some(), "that of another article stays");
    let again = desk.session().clone();
    desk.act(Action::OpenedAgain(Box::new(again)));
    assert!(refused(&desk, &marks[2]).is_some(), "the person stays where they are");
    desk.act(Action::OpenArticle(first));
    desk.act(Action::SelectAnnotation { id: marks[2].clone(), add: false, range: false });
    desk.run(Command::Delete).run(Command::Undo);
    assert_eq!(refused(&desk, &marks[2]), None);

    desk.act(Action::SelectAnnotation { id: marks[0].clone(), add: false, range: false });
    set(&mut desk, "12 apples");
    assert!(refused(&desk, &marks[0]).is_some());
    desk.act(Action::step(AttributeAct::DropWithValues(LabelId::new("person"), id("own"))));
    desk.run(Command::Undo);
    assert_eq!(refused(&desk, &marks[0]), None);
}
