//! Another type for an attribute: its values are read as that, kept or taken off, in one step that is taken back in one.

use crate::support::desk::Desk;
use postil::app::{Action, AttributeAct, AttributeChange, Command, Place, Sense, SetValue, value_text};
use postil::model::{AnnotationId, AttributeId, AttributeType, LabelId};

fn attribute(id: &str) -> AttributeId {
    AttributeId::new(id)
}

/// Does it; undo brings the same values back, and redo what they were after.
fn retypes(desk: &mut Desk, marks: &[AnnotationId], act: AttributeAct) -> Vec<String> {
    let before = values(desk, marks);
    desk.act(Action::step(act));
    let after = values(desk, marks);
    desk.run(Command::Undo);
    assert_eq!(values(desk, marks), before, "undone in one step");
    desk.run(Command::Redo);
    assert_eq!(values(desk, marks), after, "and done again");
    after
}

/// What is typed as a value, what it becomes with another type, and how many are read, kept as they are, gone.
#[test]
fn values_are_read_as_the_new_type() {
    use AttributeType::{Choice, Date, Flag, Number, Quantity, Text};
    let cases = [
        (Text, Number, &["12", "-3", "many"][..], &["12", "-3", ""][..], [2, 0, 1]),
        (Text, Quantity, &["≥ 12 people", "about", "3–5"], &["≥ 12 people", "", "3–5"], [2, 0, 1]),
        (Text, Date, &["2023-10-27", "2023-02-30", "2023"], &["2023-10-27", "2023-02-30", "2023"], [2, 1, 0]),
        (Text, Flag, &["Yes", "no", "perhaps"], &["yes", "no", ""], [2, 0, 1]),
        (Text, Choice, &["calm", "stern", "x"], &["calm", "stern", "x"], [0, 3, 0]),
        (Number, Text, &["12", "0.5", "3"], &["12", "0.5", "3"], [3, 0, 0]),
        (Number, Quantity, &["12", "0.5", "3"], &["12", "0.5", "3"], [3, 0, 0]),
        (Number, Date, &["2023", "12", "3"], &["2023", "", ""], [1, 0, 2]),
        (Quantity, Number, &["12", "≥ 12 people", "0.5"], &["12", "", "0.5"], [2, 0, 1]),
        (Flag, Text, &["yes", "no", "yes"], &["yes", "no", "yes"], [3, 0, 0]),
        (Flag, Number, &["yes", "no", "yes"], &["", "", ""], [0, 0, 3]),
    ];
    for (from, to, typed, expected, counts) in cases {
        let (mut desk, marks) = with_values(from, typed);
        let retyped = desk.session().retyped(&attribute("own"), to, None);
        assert_eq!([retyped.read, retyped.kept, retyped.gone], counts, "{from:?} to {to:?}");
        assert_eq!(retyped.all, 3);
        let after = retypes(&mut desk, &marks, AttributeAct::Retype(attribute("own"), to, None));
        assert_eq!(after, expected, "{from:?} to {to:?}");
    }
}

/// A figure that can mean either is asked about before anything changes.
#[test]
fn a_value_that_can_mean_either_waits_for_a_choice() {
    let (mut desk, marks) = with_values(AttributeType::Text, &["1.400", "2,5", "12"]);
    let retype = |sense| AttributeAct::Retype(attribute("own"), AttributeType::Number, sense);
    desk.act(Action::step(retype(None)));
    assert_eq!(values(&desk, &marks), ["1.400", "2,5", "12"], "nothing is decided");
    let ways = desk.session().retyped(&attribute("own"), AttributeType::Number, None).ways.expect("asks");
    assert_eq!(ways.0, "1.400");
    assert_eq!(retypes(&mut desk, &marks, retype(Some(Sense::Thousands))), ["1400", "2.5", "12"]);
    desk.run(Command::Undo);
    assert_eq!(retypes(&mut desk, &marks, retype(Some(Sense::Fraction))), ["1.4", "2.5", "12"]);
}

#[test]
fn a_default_is_a_value_of_its_type() {
    let (mut desk, _) = with_values(AttributeType::Date, &[]);
    let put = |desk: &mut Desk, text: &str| {
        desk.act(Action::step(AttributeAct::Change(attribute("own"), AttributeChange::Default(text.into()))));
        let wrong = desk.state.schema.wrong.as_ref().map(|(place, _)| *place);
        (desk.session().project.schema.attribute(&attribute("own")).expect("there").default.clone(), wrong)
    };
    assert_eq!(put(&mut desk, "2023-02-30"), (String::new(), Some(Place::Default)));
    assert_eq!(put(&mut desk, " 2023-10 "), ("2023-10".into(), None));
    desk.act(Action::step(AttributeAct::Retype(attribute("own"), AttributeType::Number, None)));
    assert_eq!(put(&mut desk, ""), (String::new(), None), "2023-10 is no number");
    assert_eq!(put(&mut desk, "1.400"), (String::new(), Some(Place::Default)));
    assert_eq!(desk.state.schema.ways, ["1.4", "1400"]);
    assert_eq!(put(&mut desk, "1400"), ("1400".into(), None));
    assert_eq!(put(&mut desk, "2,5"), ("2.5".into(), None));
    assert_eq!(put(&mut desk, ""), (String::new(), None));
    // Yes and no are kept as they are given.
    desk.act(Action::step(AttributeAct::Retype(attribute("own"), AttributeType::Text, None)));
    assert_eq!(put(&mut desk, "Yes"), ("Yes".into(), None));
    desk.act(Action::step(AttributeAct::Retype(attribute("own"), AttributeType::Flag, None)));
    let own = desk.session().project.schema.attribute(&attribute("own")).expect("there").clone();
    assert_eq!(own.default_value(), Some(postil::model::AttributeValue::Flag(true)));
    // One that is none goes, and that is said.
    desk.act(Action::step(AttributeAct::Retype(attribute("own"), AttributeType::Number, None)));
    let said = desk.state.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    assert!(said.contains("“yes”"), "{said}");
}

/// Three people with an attribute of a type and what is typed as its values.
fn with_values(kind: AttributeType, typed: &[&str]) -> (Desk, Vec<AnnotationId>) {
    let mut desk = Desk::with("Ada met Ben and Cem in Rome.");
    desk.act(Action::step(AttributeAct::Add(LabelId::new("person"), "Own".into())));
    desk.act(Action::step(AttributeAct::Change(attribute("own"), AttributeChange::Kind(kind))));
    let marks: Vec<AnnotationId> = ["Ada", "Ben", "Cem"].map(|name| desk.mark(name, "person")).into();
    for (mark, text) in marks.iter().zip(typed) {
        desk.act(Action::SelectAnnotation { id: mark.clone(), add: false, range: false });
        desk.act(Action::step(SetValue(attribute("own"), (*text).into())));
    }
    (desk, marks)
}

fn values(desk: &Desk, of: &[AnnotationId]) -> Vec<String> {
    let value = |id| desk.session().annotation(id).expect("there").attributes.get(&attribute("own")).cloned();
    of.iter().map(|id| value_text(value(id).as_ref())).collect()
}
