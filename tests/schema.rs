//! The schema: every act is one transaction, keeps the invariants, and is taken back in one step.

use crate::support::desk::Desk;
use postil::app::{
    Action, AttributeAct, AttributeChange, Command, Dialog, Effect, Fallback, Fate, LabelAct, LabelChange,
    Merge, MergeAct, PRESETS, Place, RelationAct, RelationChange, SchemaDialog, Step, Uses,
};
use postil::formats::{ReadSchema, Reading};
use postil::model::{
    AttributeId, AttributeType, AttributeValue, Decimal, Filler, Kind, LabelId, RelationTypeId, Schema, news,
};

fn label(id: &str) -> LabelId {
    LabelId::new(id)
}

fn attribute(id: &str) -> AttributeId {
    AttributeId::new(id)
}

/// Does it, and holds that undo brings the same file back and redo what it was after.
fn undoable(desk: &mut Desk, step: impl Step + 'static) {
    let without_time = |desk: &Desk| -> String {
        desk.file().lines().filter(|line| !line.contains("\"modified\": \"")).collect::<Vec<_>>().join("\n")
    };
    let before = without_time(desk);
    let entries = desk.session().history.entries().len();
    desk.act(Action::step(step));
    assert_eq!(desk.session().history.entries().len(), entries + 1, "one transaction");
    let after = without_time(desk);
    assert_ne!(before, after);
    desk.run(Command::Undo);
    let undone = without_time(desk);
    // People stay: whoever acted was here.
    let people =
        |file: &str| file.lines().filter(|line| !line.contains("p-test")).collect::<Vec<_>>().join("\n");
    assert_eq!(people(&undone), people(&before), "undone in one step");
    desk.run(Command::Redo);
    assert_eq!(without_time(desk), after, "and done again");
}

fn schema(desk: &Desk) -> &Schema {
    &desk.session().project.schema
}

#[test]
fn labels_are_added_and_changed_one_act_each() {
    let mut desk = Desk::with("Ada met Ben.");
    undoable(&mut desk, LabelAct::Add("Weapon  system".into()));
    let own = label("weapon-system");
    let added = schema(&desk).label(&own).expect("it is there");
    assert_eq!((added.name.as_str(), added.colour, added.key), ("Weapon system", 9, Some('5')));
    assert_eq!(desk.state.schema.label.as_ref(), Some(&own), "it is open");
    let change = |to| LabelAct::Change(label("weapon-system"), to);
    undoable(&mut desk, change(LabelChange::Name("Arms".into())));
    undoable(&mut desk, change(LabelChange::Kind(Kind::Other)));
    undoable(&mut desk, change(LabelChange::Group("Military".into())));
    undoable(&mut desk, change(LabelChange::Colour(11)));
    undoable(&mut desk, change(LabelChange::Key("W".into())));
    undoable(&mut desk, change(LabelChange::Description("Guns and the like".into())));
    let own = schema(&desk).label(&own).expect("it is there");
    assert_eq!((own.key, own.group.as_str(), own.colour), (Some('w'), "Military", 11));
    undoable(&mut desk, LabelAct::Move(label("place"), -1));
    let names: Vec<&str> = schema(&desk).labels.iter().map(|label| label.name.as_str()).collect();
    assert_eq!(names[..3], ["Person", "Place", "Organisation"]);
    let focus = |effect: &Effect| matches!(effect, Effect::FocusOn(id) if id == "schema-label-place");
    desk.act(Action::step(LabelAct::Move(label("place"), -1)));
    assert!(desk.effects.iter().any(focus), "the focus goes along");
    desk.act(Action::step(LabelAct::Move(label("place"), -1)));
    assert_eq!(desk.said(), "Place cannot go further");
}

#[test]
fn a_label_moves_over_several_and_the_others_keep_their_order() {
    let mut desk = Desk::with("Ada met Ben.");
    let names =
        |desk: &Desk| -> Vec<String> { schema(desk).labels.iter().map(|label| label.name.clone()).collect() };
    let before = names(&desk);
    assert_eq!(before[..4], ["Person", "Organisation", "Place", "Event"]);
    undoable(&mut desk, LabelAct::Move(label("person"), 3));
    assert_eq!(names(&desk)[..4], ["Organisation", "Place", "Event", "Person"]);
    undoable(&mut desk, LabelAct::Move(label("person"), -2));
    assert_eq!(names(&desk)[..4], ["Organisation", "Person", "Place", "Event"]);
    assert_eq!(names(&desk)[4..], before[4..], "other groups stay");
}

#[test]
fn what_clashes_is_said_and_not_done() {
    let mut desk = Desk::with("Ada met Ben.");
    let file = desk.file();
    let change = |to| LabelAct::Change(label("event"), to);
    for (act, place, why) in [
        (
            change(LabelChange::Key("1".into())),
            Place::Key,
            "1 marks with Person already. Choose another key.",
        ),
        (change(LabelChange::Key("p".into())), Place::Key, "p is the key of a command"),
        (change(LabelChange::Key("ab".into())), Place::Key, "A key is one character."),
        (change(LabelChange::Name(" ".into())), Place::Name, "A name is needed."),
        (
            change(LabelChange::Name("pErson".into())),
            Place::Name,
            "pErson is there already. Choose another name.",
        ),
        (LabelAct::Add("Cue".into()), Place::NewLabel, "Cue is there already. Choose another name."),
    ] {
        desk.act(Action::step(act));
        let (at, said) = desk.state.schema.wrong.clone().expect("it is said");
        assert_eq!(at, place);
        assert!(said.starts_with(why), "{said}");
        assert_eq!(desk.said(), said);
        assert_eq!(desk.file(), file, "nothing was changed");
    }
    desk.act(Action::step(change(LabelChange::Key(String::new()))));
    assert_eq!(desk.state.schema.wrong, None);
    assert_eq!(schema(&desk).label(&label("event")).expect("there").key, None);
}

#[test]
fn a_label_in_use_gives_its_annotations_away_or_takes_them_along() {
    let mut desk = Desk::with("Ada met Ben in Rome.");
    desk.mark("Ada", "person");
    desk.mark("Ben", "person");
    desk.mark("Rome", "place");
    desk.act(Action::Pen(Some(label("person"))));
    desk.act(Action::step(LabelAct::Delete(label("person"))));
    let asked = Dialog::Schema(SchemaDialog::DeleteLabel(label("person"), Fallback::Undecided));
    assert_eq!(desk.state.dialog, Some(asked), "asks first, and chooses nothing");
    undoable(&mut desk, LabelAct::DeleteInto(label("person"), Some(label("place"))));
    assert_eq!(desk.marks(), ["place: Ada", "place: Ben", "place: Rome"]);
    assert_eq!(
        desk.session().reading.as_ref().expect("open").pen,
        None,
        "the pen of a label that went is away"
    );
    desk.run(Command::Undo);
    undoable(&mut desk, LabelAct::DeleteInto(label("person"), None));
    assert_eq!(desk.marks(), ["place: Rome"]);
    assert!(schema(&desk).label(&label("person")).is_none());
    undoable(&mut desk, LabelAct::Delete(label("claim")));
    assert_eq!(schema(&desk).attributes, [], "attributes that nothing has go with it");
}

#[test]
fn attributes_have_types_and_values_follow() {
    let mut desk = Desk::with("Ada met Ben. Ada left.");
    undoable(&mut desk, AttributeAct::Add(label("person"), "Role".into()));
    let change = |to| AttributeAct::Change(attribute("role"), to);
    undoable(&mut desk, change(AttributeChange::AddValue("minister".into())));
    undoable(&mut desk, change(AttributeChange::AddValue("witness".into())));
    undoable(&mut desk, change(AttributeChange::Default("witness".into())));
    undoable(&mut desk, change(AttributeChange::Required(true)));
    let ada = desk.mark("Ada", "person");
    let value = |desk: &Desk| {
        let annotation = desk.session().annotation(&ada).expect("there").clone();
        annotation.attributes.get(&attribute("role")).cloned()
    };
    let text = |text: &str| Some(AttributeValue::Text(text.into()));
    assert_eq!(value(&desk), text("witness"), "new annotations get the default");
    undoable(&mut desk, change(AttributeChange::Value(1, "onlooker".into())));
    assert_eq!(value(&desk), text("onlooker"), "renaming a value renames it where it is chosen");
    assert_eq!(schema(&desk).attribute(&attribute("role")).expect("there").default, "onlooker");
    undoable(&mut desk, change(AttributeChange::MoveValue(1, -1)));
    undoable(&mut desk, AttributeAct::Share(label("place"), attribute("role")));
    desk.act(Action::step(change(AttributeChange::Kind(AttributeType::Text))));
    let asked = SchemaDialog::ChangeType(attribute("role"), AttributeType::Text, None);
    assert_eq!(desk.state.dialog, Some(Dialog::Schema(asked)), "it has a value: asks first");
    let retype = |kind| AttributeAct::Retype(attribute("role"), kind, None);
    undoable(&mut desk, retype(AttributeType::Text));
    assert_eq!(desk.state.dialog, None);
    assert_eq!(value(&desk), text("onlooker"), "a choice is a text");
    undoable(&mut desk, retype(AttributeType::Annotation));
    assert_eq!(value(&desk), None, "a text is no id");
    undoable(&mut desk, change(AttributeChange::Kind(AttributeType::Number)));
    desk.act(Action::step(change(AttributeChange::Default("twelve".into()))));
    assert_eq!(desk.state.schema.wrong.as_ref().map(|(at, _)| *at), Some(Place::Default));
    undoable(&mut desk, change(AttributeChange::Default("12".into())));
    let ben = desk.mark("Ben", "person");
    let role = desk.session().annotation(&ben).expect("there").attributes.get(&attribute("role")).cloned();
    assert_eq!(role, Decimal::new("12").map(AttributeValue::Number));
    desk.act(Action::step(AttributeAct::Drop(label("person"), attribute("role"))));
    let asked = SchemaDialog::DropAttribute(label("person"), attribute("role"));
    assert_eq!(desk.state.dialog, Some(Dialog::Schema(asked)), "it has a value: asks first");
    undoable(&mut desk, AttributeAct::DropWithValues(label("person"), attribute("role")));
    assert!(desk.session().annotation(&ben).expect("there").attributes.is_empty());
    assert!(schema(&desk).attribute(&attribute("role")).is_some(), "another label has it");
    undoable(&mut desk, AttributeAct::Drop(label("place"), attribute("role")));
    assert!(schema(&desk).attribute(&attribute("role")).is_none());
}

#[test]
fn relation_types_have_roles() {
    let mut desk = Desk::with("Ada met Ben.");
    undoable(&mut desk, RelationAct::Add("Meets".into()));
    let change = |to| RelationAct::Change(RelationTypeId::new("meets"), to);
    undoable(&mut desk, change(RelationChange::Role(0, "guest".into())));
    undoable(&mut desk, change(RelationChange::Filler(0, Filler::Label(label("person")))));
    undoable(&mut desk, change(RelationChange::AddRole("place".into())));
    undoable(&mut desk, change(RelationChange::RemoveRole(2)));
    undoable(&mut desk, change(RelationChange::Symmetric(true)));
    undoable(&mut desk, change(RelationChange::Key("g".into())));
    desk.act(Action::step(change(RelationChange::RemoveRole(0))));
    let roles = |desk: &Desk| {
        schema(desk).relation_type(&RelationTypeId::new("meets")).expect("it is there").roles.clone()
    };
    assert_eq!(roles(&desk).len(), 2, "two ends at least");
    undoable(&mut desk, LabelAct::Delete(label("person")));
    assert_eq!(roles(&desk)[0].fillers, [], "nobody fills it who is not there");
    undoable(&mut desk, RelationAct::Delete(RelationTypeId::new("meets")));
}

fn merge(schema: Schema) -> Merge {
    Merge::of(ReadSchema { file: "s.json".into(), schema, guidelines: String::new(), issues: Vec::new() }, "")
}

#[test]
fn taking_in_a_schema_loses_nothing_and_a_second_time_changes_nothing() {
    for first in &PRESETS {
        for second in &PRESETS {
            let here = (first.schema)();
            let coming = merge((second.schema)());
            let (merged, rows) = coming.result(&here, &Uses::default());
            for label in &here.labels {
                let now = merged.label(&label.id).expect("every label stays");
                assert_eq!(now.colour, label.colour);
                assert!(label.attributes.iter().all(|id| now.attributes.contains(id)));
            }
            for attribute in &here.attributes {
                let now = merged.attribute(&attribute.id).expect("every attribute stays");
                assert_eq!(now.kind, attribute.kind);
                assert!(attribute.values.iter().all(|value| now.values.contains(value)));
            }
            let mut keys: Vec<char> = merged.labels.iter().filter_map(|label| label.key).collect();
            let all = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "no key is given twice");
            let ids: std::collections::HashSet<_> = merged.labels.iter().map(|label| &label.id).collect();
            assert_eq!(ids.len(), merged.labels.len());
            let known = |id: &AttributeId| merged.attribute(id).is_some();
            assert!(merged.labels.iter().all(|label| label.attributes.iter().all(known)));
            let changes = rows.iter().any(|row| matches!(row.fate, Fate::Added | Fate::Changed));
            assert_eq!(changes, merged != here, "the preview says whether anything changes");
            assert_eq!(coming.result(&merged, &Uses::default()).0, merged, "a second time");
        }
    }
}

#[test]
fn a_preset_is_looked_at_chosen_from_and_taken_in_at_once() {
    let mut desk = Desk::with("Ada met Ben.");
    desk.mark("Ada", "person");
    desk.act(Action::step(MergeAct::Preset(3)));
    let Some(Dialog::Schema(SchemaDialog::Merge(looked))) = desk.state.dialog.clone() else {
        panic!("a preview")
    };
    let (_, rows) = looked.result(schema(&desk), &desk.session().uses());
    let fates: Vec<(&str, Fate)> = rows.iter().map(|row| (row.name.as_str(), row.fate)).collect();
    let changed = ["Person", "Organisation", "Place"].map(|name| (name, Fate::Changed));
    assert_eq!(fates[..3], changed, "found by their names");
    assert_eq!(fates[3], ("Event", Fate::Kept));
    desk.act(Action::step(MergeAct::Take(1, false)));
    desk.act(Action::step(MergeAct::RemoveUnused(true)));
    let dialog = desk.state.dialog.clone();
    undoable(&mut desk, MergeAct::Apply);
    let names: Vec<&str> = schema(&desk).labels.iter().map(|label| label.name.as_str()).collect();
    assert_eq!(
        names,
        ["PERSON", "Organisation", "PLACE"],
        "of what comes in, what was taken; unused ones are gone"
    );
    assert_eq!(desk.marks(), ["person: Ada"], "ids stay, and with them annotations");
    desk.state.dialog = dialog;
    desk.act(Action::step(MergeAct::Apply));
    assert_eq!(desk.said(), "Nothing changes");
}

#[test]
fn a_schema_file_is_shown_before_it_is_taken_in() {
    let mut desk = Desk::new();
    let read = |name: &str| ReadSchema {
        file: name.into(),
        schema: news(),
        guidelines: "Mark names.".into(),
        issues: Vec::new(),
    };
    let reading = Reading { schemas: vec![read("a.json"), read("b.json")], ..Reading::default() };
    desk.act(Action::files_read(Box::new(reading)));
    let from = |desk: &Desk| match &desk.state.dialog {
        Some(Dialog::Schema(SchemaDialog::Merge(merge))) => merge.from.clone(),
        other => panic!("no preview: {other:?}"),
    };
    assert_eq!(from(&desk), "a.json");
    desk.act(Action::step(MergeAct::Apply));
    assert_eq!(desk.session().project.guidelines, "Mark names.", "there were none");
    assert_eq!(from(&desk), "b.json", "one after the other");
    desk.act(Action::CloseDialog);
    assert_eq!(desk.state.dialog, None);
    desk.run(Command::Undo);
    assert_eq!(desk.session().project.guidelines, "");
    desk.act(Action::step(MergeAct::Save));
    let saved = desk.effects.iter().find_map(|effect| match effect {
        Effect::SaveFile(name, _, text) => Some((name.clone(), text.clone())),
        _ => None,
    });
    let (name, text) = saved.expect("a file");
    assert_eq!(name, "Test schema.json");
    let (schema, _) = postil::wire::schema::read(text.as_bytes()).expect("it is read again").value;
    assert_eq!(schema, news());
}
