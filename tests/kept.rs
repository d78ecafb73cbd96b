//! Files of others that came in, were not changed, and go out again: the same values in the formats of JSON.

use crate::support::desk::Desk;
use crate::support::files;
use postil::app::{Action, Command, IncomingAct};
use postil::formats::Reason;
use postil::model::{
    Annotation, AnnotationId, Argument, AttributeValue, DocumentId, EntityId, ExternalId, How, Kind, LabelId,
    Project, Reference, Relation, RelationId, RelationTypeId, Status, Timestamp,
};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;

type Files = Vec<(String, Vec<u8>)>;

fn project(desk: &Desk) -> &Project {
    &desk.state.session.as_ref().expect("a project").project
}

/// A desk with all of these added.
fn with(handed_in: &Files) -> Desk {
    let mut desk = Desk::new();
    desk.act(Action::files_read(Box::new(files::read_files(handed_in))));
    desk.act(Action::step(IncomingAct::Add));
    assert!(project(&desk).documents().len() > 0, "something came in of {:?}", handed_in[0].0);
    desk
}

/// The values of a file: one, or one per line.
fn values(bytes: &[u8]) -> Vec<Value> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    match serde_json::from_str(text) {
        Ok(one) => vec![one],
        Err(_) => text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect(),
    }
}

/// What is written has the same files with the same values as what was handed in.
fn comes_back(format: &str, handed_in: &Files) {
    let mut desk = with(handed_in);
    let check = |desk: &Desk| {
        let out = files::export(project(desk), format, &[]);
        handed_in.iter().all(|(name, bytes)| {
            let own = out.files.iter().find(|(own, _)| own == name.rsplit('/').next().unwrap_or(name));
            own.is_some_and(|(_, own)| match name.ends_with(".xml") || name.ends_with(".txt") {
                true => own == bytes,
                false => values(own) == values(bytes),
            })
        })
    };
    assert!(check(&desk), "{format}: {:?}", files::export(project(&desk), format, &[]).files);
    let id = project(&desk).documents().next().expect("an article").id.clone();
    let text = project(&desk).document(&id).expect("it is there").text.clone();
    let word = text.as_str().split_whitespace().next().expect("a word").to_owned();
    desk.act(Action::OpenArticle(id)).mark(&word, "event");
    assert!(!check(&desk), "{format}: what was changed is written anew");
    desk.act(Action::Run(Command::Undo));
    assert!(check(&desk), "{format}: and what was taken back is as it was");
    let anew = files::export(project(&desk), format, &[("source", "anew")]);
    assert_ne!(anew.files, files::export(project(&desk), format, &[]).files, "{format}: it can be made anew");
}

fn texts(files: &[(&str, &str)]) -> Files {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Keys that Postil does not know, numbers of many digits, several articles, white space of a person.
#[test]
fn what_others_write_comes_back() {
    let doccano = "{\"id\": 7, \"text\": \"Ada met Bob 😀 in Rome.\", \"label\": [[0, 3, \"PER\"], [8, 11, \"PER\"]], \"Comments\": [], \"weight\": 0.10}\n\
        {\"id\": 8, \"text\": \"Nobody came.\", \"label\": [], \"Comments\": [\"why?\"], \"weight\": 12345678901234567890}\n";
    comes_back("doccano", &texts(&[("admin.jsonl", doccano)]));
    let relations = r#"{"id":1,"text":"Ada met Bob.","entities":[{"id":10,"label":"PER","start_offset":0,"end_offset":3},
        {"id":11,"label":"PER","start_offset":8,"end_offset":11}],"relations":[{"id":1,"from_id":10,"to_id":11,"type":"met"}],"Comments":[]}"#;
    comes_back("doccano", &texts(&[("relations.json", relations)]));

    let rows = "{\"id\": \"r1\", \"text\": \"Ada met Bob 😀 in Rome.\", \"annotations\": [{\"label\": \"PER\", \"start\": 0, \"end\": 3, \"by\": \"ann\",\
          \"confidence\": 0.90}, {\"id\": \"m\", \"label\": \"LOC\", \"start\": 17, \"end\": 21, \"entity\": \"rome\", \"status\": \"accepted\"}],\
         \"relations\": [{\"type\": \"in\", \"ends\": [{\"role\": \"what\", \"id\": \"r1\"}, {\"role\": \"where\", \"id\": \"m\"}], \"sure\": null}]}\n\
        \n\
        {\"text\": \"Nobody came.\", \"annotations\": [], \"reviewers\": [\"x\", 12345678901234567890]}\n";
    comes_back("json-lines", &texts(&[("rows.jsonl", rows)]));

    let tasks = r#"[ {"id": 3, "data": {"text": "Ada met Bob.", "score": 1.50}, "meta": {"x": null},
        "annotations": [{"id": 9, "completed_by": 1, "lead_time": 3.25, "result": [
            {"id": "r", "from_name": "label", "to_name": "text", "type": "labels",
             "value": {"start": 0, "end": 3, "text": "Ada", "labels": ["PER"], "odd": [1]}}]}],
        "predictions": [{"model_version": "m", "score": 0.5, "result": [
            {"id": "p", "from_name": "label", "to_name": "text", "type": "labels", "score": 0.5,
             "value": {"start": 8, "end": 11, "text": "Bob", "labels": ["PER"]}}]}]} ]"#;
    let config = "<View><Text name=\"text\" value=\"$text\"/><Labels name=\"label\" toName=\"text\"><Label value=\"PER\"/></Labels></View>\n";
    comes_back("label-studio", &texts(&[("tasks.json", tasks), ("config.xml", config)]));
    comes_back("label-studio", &texts(&[("alone.json", tasks)]));

    let doc = "{\"text\": \"Ada met Bob.\", \"ents\": [{\"start\": 0, \"end\": 3, \"label\": \"PER\"}], \"tensor\": [0.25],\n\
        \"tokens\": [{\"id\": 0, \"start\": 0, \"end\": 3, \"tag\": \"NNP\"}, {\"id\": 1, \"start\": 4, \"end\": 7},\
        {\"id\": 2, \"start\": 8, \"end\": 11}, {\"id\": 3, \"start\": 11, \"end\": 12}]}\n";
    comes_back("spacy-json", &texts(&[("doc.json", doc)]));

    let page = r#"{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/page", "type": "AnnotationPage",
        "items": [{"id": "https://example.org/1", "type": "Annotation", "audience": "all", "motivation": "tagging",
            "body": {"type": "TextualBody", "value": "PER", "purpose": "tagging"},
            "target": {"source": "a.txt", "selector": [{"type": "TextPositionSelector", "start": 0, "end": 3},
                {"type": "TextQuoteSelector", "exact": "Ada", "suffix": " met"}]}}]}"#;
    comes_back("web-annotation", &texts(&[("page.jsonld", page), ("a.txt", "Ada met Bob.\r\n")]));
}

/// Something that a person might do.
type Change<'a> = &'a dyn Fn(&mut Project);

/// What a format says, and what it does not, of whoever and whatever marks are about: a file is written as it was only
/// where it says still what the project says.
#[test]
fn what_was_changed_is_seen() {
    let rows = texts(&[(
        "rows.jsonl",
        "{\"id\": \"r1\", \"text\": \"Ada met Ada and Bob.\", \"x\": 1, \"annotations\": [\
         {\"id\": \"m1\", \"label\": \"PER\", \"kind\": \"entity\", \"start\": 0, \"end\": 3, \"entity\": \"ada-1\", \"by\": \"Ani\"},\
         {\"id\": \"m2\", \"label\": \"PER\", \"kind\": \"entity\", \"start\": 8, \"end\": 11, \"entity\": \"ada-2\", \"how\": \"suggested\", \"score\": 0.5},\
         {\"id\": \"m3\", \"label\": \"PER\", \"kind\": \"entity\", \"start\": 16, \"end\": 19, \"entity\": \"ada-1\", \"status\": \"accepted\",\
         \"attributes\": {\"about\": \"ada-1\"}}],\
         \"relations\": [{\"id\": \"s1\", \"type\": \"met\", \"ends\": [{\"role\": \"a\", \"id\": \"m1\"}, {\"role\": \"b\", \"id\": \"m2\"}]},\
         {\"id\": \"s2\", \"type\": \"knows\", \"ends\": [{\"role\": \"a\", \"id\": \"ada-1\"}, {\"role\": \"b\", \"id\": \"ada-2\"}]}]}\n",
    )]);
    changes_are_seen("json-lines", &rows);
    for format in ["csv", "web-annotation"] {
        changes_are_seen(format, &files::export(project(&with(&rows)), format, &[("source", "anew")]).files);
    }
}

fn changes_are_seen(format: &str, handed_in: &Files) {
    let desk = with(handed_in);
    let written = |change: &dyn Fn(&mut Project)| {
        let mut changed = project(&desk).clone();
        change(&mut changed);
        files::export(&changed, format, &[])
    };
    let sorted = |files: &Files| files.iter().cloned().collect::<BTreeMap<_, _>>();
    let as_it_was = |change: &dyn Fn(&mut Project)| sorted(&written(change).files) == sorted(handed_in);
    let is_rows = format == "json-lines";
    let mark = |project: &mut Project, n: usize, change: &dyn Fn(&mut Annotation)| {
        let mut own = (**project.all_annotations().nth(n).expect("a mark")).clone();
        change(&mut own);
        let all = project.annotations_mut(&own.document.clone()).expect("its article");
        all.remove(&own.id);
        all.insert(Rc::new(own));
    };
    let called = |project: &Project, kind: &str| -> RelationId {
        let is =
            |own: &&Relation| project.schema.relation_type(&own.kind).is_some_and(|own| own.name == kind);
        project.relations.values().find(is).expect("it is there").id.clone()
    };
    let relation = |project: &mut Project, kind: &str, change: &dyn Fn(&mut Relation)| {
        let id = called(project, kind);
        change(project.relations.get_mut(&id).expect("it is there"));
    };
    let entities: Vec<EntityId> = project(&desk).entities.keys().cloned().collect();
    let refers =
        |project: &Project, n: usize| project.all_annotations().nth(n).expect("a mark").refers_to.clone();

    assert!(as_it_was(&|_| {}), "{format}: {:?}", written(&|_| {}).files);
    let colour = |project: &mut Project| Rc::make_mut(&mut project.schema).labels[0].colour ^= 1;
    assert!(as_it_was(&colour), "{format}: there are no colours");
    let suggested = |project: &mut Project| {
        let mut own = (**project.all_annotations().next().expect("a mark")).clone();
        (own.id, own.status) = (AnnotationId::new("a-more"), Status::Suggested);
        project.annotations_mut(&own.document.clone()).expect("its article").insert(Rc::new(own));
    };
    assert!(as_it_was(&suggested), "{format}: no suggestions");
    assert_eq!(written(&suggested).losses.count(Reason::Suggested), 1);
    let then = |project: &mut Project| mark(project, 0, &|own| own.origin.created = Timestamp(7));
    assert_eq!(as_it_was(&then), is_rows, "{format}: nobody said when");
    let known = |project: &mut Project| {
        let mut own = project.entities[&entities[0]].clone();
        own.ids.push(ExternalId { scheme: "wikidata".to_owned(), id: "Q42".to_owned(), url: String::new() });
        project.entities.insert(own.id.clone(), own);
    };
    assert_eq!(as_it_was(&known), is_rows, "{format}: known elsewhere");

    let typed = |project: &mut Project| {
        let mut own = project.entities[&entities[0]].clone();
        own.label = LabelId::new("place");
        project.entities.insert(own.id.clone(), own);
    };
    // Rows say more than tables.
    let of_rows: [(&str, Change<'_>); 4] = [
        ("an entity of another type", &typed),
        ("changed again", &|project| mark(project, 0, &|own| own.origin.modified = Some(Timestamp(7)))),
        ("made by hand", &|project| mark(project, 1, &|own| own.origin.how = How::Manual)),
        ("with another score", &|project| mark(project, 1, &|own| own.origin.score = None)),
    ];
    for (what, change) in of_rows {
        assert!(!is_rows || !as_it_was(change), "{what}");
    }

    let changes: [(&str, Change<'_>); 9] = [
        ("about the other one of that name", &|project| {
            let Some(Reference::Entity(other)) = refers(project, 1) else { panic!("it refers to one") };
            mark(project, 2, &|own| {
                let all: Vec<_> = own.attributes.keys().cloned().collect();
                assert_eq!(all.len(), 1, "{format}");
                own.attributes.insert(all[0].clone(), AttributeValue::Text(other.to_string()));
            });
        }),
        ("accepted", &|project| mark(project, 0, &|own| own.status = Status::Accepted)),
        ("another's name", &|project| {
            let mut ani = project.people.values().find(|own| own.name == "Ani").expect("Ani").clone();
            ani.name = "Budi".to_owned();
            project.people.insert(ani.id.clone(), ani);
        }),
        ("labels of another kind", &|project| {
            Rc::make_mut(&mut project.schema).labels.iter_mut().for_each(|label| label.kind = Kind::Other);
        }),
        ("the other one of that name", &|project| {
            let other = refers(project, 1);
            mark(project, 2, &|own| own.refers_to.clone_from(&other));
        }),
        ("alike", &|project| relation(project, "met", &|own| own.symmetric ^= true)),
        ("the other way round", &|project| {
            relation(project, "knows", &|own| {
                let other = own.arguments[1].target.clone();
                own.arguments[1].target = std::mem::replace(&mut own.arguments[0].target, other);
            });
        }),
        ("no more", &|project| {
            let id = called(project, "knows");
            project.relations.remove(&id);
        }),
        ("about itself", &|project| {
            relation(project, "knows", &|own| own.arguments[0].target = entities[0].to_string());
            relation(project, "knows", &|own| own.arguments[1].target = entities[0].to_string());
        }),
    ];
    for (what, change) in changes {
        // The model of the W3C knows no kinds.
        let says = format != "web-annotation" || what != "labels of another kind";
        assert_eq!(as_it_was(change), !says, "{format}: {what}");
    }

    // Rows never speak of what two entities have to do with each other alone, but for those that are read: that is counted.
    let more = |project: &mut Project| {
        let mut other = project.relations.values().next().expect("one").clone();
        other.id = RelationId::new("r-more");
        other.kind = RelationTypeId::new("same-as");
        other.arguments =
            entities.iter().map(|id| Argument { role: "of".to_owned(), target: id.to_string() }).collect();
        project.relations.insert(other.id.clone(), other);
    };
    assert_eq!(as_it_was(&more), is_rows, "{format}: one relation more");
    assert_eq!(written(&more).losses.count(Reason::Across), usize::from(is_rows));
    assert_eq!(written(&|_| {}).losses.count(Reason::Across), 0);
}

#[test]
fn samples_come_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    if !folder.is_dir() {
        println!("no samples beside the project");
        return;
    }
    let of = |format: &str, names: &[&str]| {
        let file = |name: &&str| {
            let path = folder.join(name);
            let base = path.file_name().expect("a name").to_string_lossy().into_owned();
            (base, std::fs::read(&path).expect("it reads"))
        };
        comes_back(format, &names.iter().map(file).collect());
    };
    for name in [
        "data_export_relation_extraction_example.jsonl",
        "data_export_sequence_labeling_example.jsonl",
        "data_export_text_classification_example.jsonl",
        "data_import_relation_extraction_example.jsonl",
        "data_import_sequence_labeling_example.jsonl",
        "data_import_sequence_labeling_example_overlapping.jsonl",
    ] {
        of("doccano", &[&format!("doccano/{name}")]);
    }
    let named = ["label-studio/named_entity.annotation.json", "label-studio/named_entity.config.xml"];
    of("label-studio", &named);
}

/// A relation of an article names it by its id: no annotation that is made here has the same.
#[test]
fn an_article_keeps_its_id_for_itself() {
    let actor = Desk::new().state.actor.0.to_string();
    let row = |n: u32| {
        format!(
            "{{\"id\":\"{actor}-{n:06}\",\"text\":\"Ada met Bob, {n}.\",\"annotations\":[{{\"id\":\"m\",\"label\":\"PER\",\"start\":0,\"end\":3}}],\
             \"relations\":[{{\"type\":\"in\",\"ends\":[{{\"role\":\"what\",\"id\":\"{actor}-{n:06}\"}},{{\"role\":\"who\",\"id\":\"m\"}}]}}]}}\n"
        )
    };
    let rows: String = (1..=12).map(row).collect();
    let mut desk = with(&texts(&[("rows.jsonl", &rows)]));
    let first = project(&desk).documents().next().expect("an article").id.clone();
    desk.act(Action::OpenArticle(first)).mark("Bob", "person");
    // A later article, with the id that the mark got meanwhile.
    let mark = project(&desk).all_annotations().nth(1).expect("the mark").id.clone();
    let later =
        format!("{{\"id\":\"{mark}\",\"text\":\"Nobody.\",\"annotations\":[],\"labels\":[\"none\"]}}\n");
    desk.act(Action::files_read(Box::new(files::read_files(&texts(&[("later.jsonl", &later)])))));
    desk.act(Action::step(IncomingAct::Add));
    let project = project(&desk);
    assert_eq!(project.documents().len(), 13);
    assert_eq!((project.annotation_count(), project.relations.len()), (13, 12));
    let same: Vec<&str> = project
        .all_annotations()
        .map(|own| own.id.as_str())
        .filter(|id| project.document(&DocumentId::new(*id)).is_some())
        .collect();
    assert!(same.is_empty(), "{same:?}");
}
