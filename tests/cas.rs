//! UIMA CAS JSON: what is written is whole by the specification, and what is missing was counted.

use crate::support::{files, generate};
use postil::formats::{Content, Reason, Related, Severity, Written, content};
use postil::model::{AttributeId, AttributeValue, CUE, Label, Project, Relation, Status, check as faults};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

fn stands(status: Status) -> bool {
    matches!(status, Status::Open | Status::Accepted)
}

fn export(project: &Project) -> Written {
    files::export(project, "cas-json", &[])
}

/// A file, every part of which was held against the specification.
struct Cas {
    structures: BTreeMap<u64, Value>,
    text: Vec<u16>,
}

impl Cas {
    fn read(bytes: &[u8]) -> Self {
        let file: Value = serde_json::from_slice(bytes).expect("JSON");
        let list = file["%FEATURE_STRUCTURES"].as_array().expect("a list");
        let id = |one: &Value| one["%ID"].as_u64().expect("a number");
        let structures: BTreeMap<u64, Value> = list.iter().map(|one| (id(one), one.clone())).collect();
        assert_eq!(structures.len(), list.len(), "no number twice");
        let text = list[0]["sofaString"].as_str().expect("a text").encode_utf16().collect();
        let cas = Self { structures, text };
        let types = file["%TYPES"].as_object().expect("types");
        for (name, own) in types {
            assert_eq!(own["%NAME"], **name);
            let above = own["%SUPER_TYPE"].as_str().expect("a type above");
            assert!(above.starts_with("uima.") || types.contains_key(above), "{above}");
        }
        for one in list {
            let kind = one["%TYPE"].as_str().expect("a type");
            let Some(own) = types.get(kind) else {
                assert!(kind.starts_with("uima.cas.") || kind.ends_with("Link[]"), "{kind}");
                continue;
            };
            for (key, value) in one.as_object().expect("an object") {
                let plain = key.trim_start_matches('@');
                if key.starts_with('%') || ["sofa", "begin", "end", "language"].contains(&plain) {
                    continue;
                }
                let range = own[plain]["%RANGE"].as_str().unwrap_or_else(|| panic!("{kind} has {key}"));
                match range {
                    "uima.cas.String" => assert!(value.is_string(), "{key}"),
                    "uima.cas.Boolean" => assert!(value.is_boolean(), "{key}"),
                    "uima.cas.Double" => assert!(value.is_number(), "{key}"),
                    _ => {
                        let target = &cas.structures[&value.as_u64().expect("a number")];
                        if range == "uima.tcas.Annotation" {
                            assert!(target["begin"].is_u64() && key.starts_with('@'), "{key}");
                        }
                    }
                }
            }
            if !one["begin"].is_null() {
                cas.covered(one);
            }
        }
        let members = file["%VIEWS"]["_InitialView"]["%MEMBERS"].as_array().expect("members");
        let members: BTreeSet<u64> = members.iter().map(|one| one.as_u64().expect("a number")).collect();
        for (id, one) in cas.structures.iter().filter(|(_, one)| !one["@sofa"].is_null()) {
            assert!(members.contains(id), "{one} is in the view");
        }
        cas
    }

    /// What a structure covers; no character is cut.
    fn covered(&self, one: &Value) -> String {
        let at = |key: &str| usize::try_from(one[key].as_u64().expect("a number")).expect("a place");
        String::from_utf16(&self.text[at("begin")..at("end")]).expect("whole characters")
    }

    fn of(&self, kinds: &[&str]) -> Vec<&Value> {
        let own = |one: &&Value| kinds.iter().any(|kind| one["%TYPE"] == **kind);
        self.structures.values().filter(own).collect()
    }
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    // A value that names what is not written goes in part: what comes back tells of those.
    let (project, _) = &nameable(project);
    let out = export(project);
    prop_assert_eq!(out.files.len(), project.documents().len());
    let (mut marks, mut relations, mut attributes) = (0, 0, 0);
    let fixed = [
        "value",
        "identifier",
        "id",
        "referent",
        "referentName",
        "nil",
        "note",
        "unsure",
        "status",
        "by",
        "created",
        "how",
        "@parts",
        "@Governor",
        "@Dependent",
        "symmetric",
        "sourceRole",
        "targetRole",
        "@trigger",
        "@arguments",
        "@sofa",
        "begin",
        "end",
        "%ID",
        "%TYPE",
    ];
    for (document, (_, bytes)) in project.documents().zip(&out.files) {
        let cas = Cas::read(bytes);
        let text = document.text.as_str();
        prop_assert_eq!(String::from_utf16(&cas.text).expect("a text"), text);
        let all = project.annotations(&document.id).expect("its annotations");
        let own = cas.of(&[ENTITY, "custom.Claim", "custom.Span"]);
        for mark in &own {
            let id = mark["id"].as_str().expect("an id");
            let annotation = all.iter().find(|annotation| annotation.id.as_str() == id).expect("it is ours");
            let mut said = vec![cas.covered(mark)];
            if let Some(list) = mark["@parts"].as_u64() {
                let links = cas.structures[&list]["%ELEMENTS"].as_array().expect("a list").clone();
                let target = |link: &Value| &cas.structures[&link.as_u64().expect("a number")]["@target"];
                let part = |link: &Value| &cas.structures[&target(link).as_u64().expect("a number")];
                said.extend(links.iter().map(|link| cas.covered(part(link))));
            }
            let quotes: Vec<&str> =
                annotation.fragments.spans().iter().map(|span| document.text.slice(*span)).collect();
            prop_assert_eq!(said, quotes);
            prop_assert_eq!(mark["note"].as_str().unwrap_or_default(), &annotation.note);
        }
        let related = cas.of(&["custom.Relation", "custom.Frame"]);
        let keys = own.iter().chain(&related).flat_map(|one| one.as_object().expect("an object").keys());
        attributes += keys.filter(|key| !fixed.contains(&key.as_str())).count();
        marks += own.len();
        relations += related.len();
    }
    let lost = |reason| out.losses.count(reason);
    let standing: Vec<_> = project.all_annotations().filter(|own| stands(own.status)).collect();
    prop_assert_eq!(marks, standing.len());
    prop_assert_eq!(relations + lost(Reason::Relations) + lost(Reason::Across), project.relations.len());
    if lost(Reason::Relations) + lost(Reason::Across) == 0 {
        let of_marks: usize = standing.iter().map(|own| own.attributes.len()).sum();
        let of_relations: usize = project.relations.values().map(|own| own.attributes.len()).sum();
        let triggers = project.relations.values().filter(|own| own.trigger.is_some()).count();
        let all = of_marks + of_relations;
        prop_assert!(attributes + lost(Reason::Attributes) >= all);
        prop_assert!(attributes + lost(Reason::Attributes) <= all + triggers);
    }
    Ok(())
}

/// What a project says of its articles; nobody has suggested anything.
fn said(project: &Project) -> Vec<(String, Content)> {
    let name = |label: &Label| if label.name.is_empty() { label.id.to_string() } else { label.name.clone() };
    let of = |document: &Rc<postil::model::Document>| {
        let mut said = content(project, document, &name);
        said.marks.retain(|mark| !mark.suggested);
        // Who reads knows no type of relation without a name.
        said.relations.iter_mut().for_each(|own| own.ends.sort());
        (document.id.to_string(), said)
    };
    project.documents_by_id().map(of).collect()
}

/// The project as far as a set of files can name its records, and how many values of annotations and of relations are
/// others then: those that name an annotation of another article are not there.
fn nameable(project: &Project) -> (Project, [usize; 2]) {
    let (mut nameable, mut changed) = files::nameable(project, |own| stands(own.status));
    // Attributes of statements have no names but their ids.
    let cue = AttributeId::new(CUE);
    Rc::make_mut(&mut nameable.schema)
        .attributes
        .iter_mut()
        .filter(|own| own.id == cue)
        .for_each(|own| own.name = CUE.to_owned());
    for own in project.all_annotations() {
        let all = nameable.annotations_mut(&own.document).expect("its article");
        let here: BTreeSet<String> = all.iter().map(|own| own.id.to_string()).collect();
        all.change(&own.id, |own| {
            if matches!(own.attributes.get(&cue), Some(AttributeValue::Text(id)) if !here.contains(id)) {
                own.attributes.remove(&cue);
                changed[0] += usize::from(stands(own.status));
            }
        });
    }
    (nameable, changed)
}

/// What is read again is what was written.
fn comes_back(project: &Project) -> Result<(), TestCaseError> {
    let out = export(project);
    if out.files.is_empty() {
        return Ok(());
    }
    let read = files::read_files(&out.files);
    prop_assert!(read.issues.iter().all(|issue| issue.severity == Severity::Note), "{:?}", read.issues);
    let (there, changed) = nameable(project);
    let mut all = Vec::new();
    let mut relations = 0;
    for annotated in &read.annotated {
        prop_assert_eq!(faults(&annotated.project), vec![]);
        all.extend(said(&annotated.project));
        relations += annotated.project.relations.len();
    }
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut written = said(&there);
    for ((_, now), (_, then)) in all.iter_mut().zip(&mut written) {
        // Those of two that are within the article; what is said of them is there but for what names another article.
        let related = std::mem::take(&mut now.relations);
        for own in &related {
            let same = |one: &Related| {
                one.ends == own.ends && own.attributes.iter().all(|own| one.attributes.contains(own))
            };
            prop_assert!(then.relations.iter().any(same), "{own:?}: {:?}", then.relations);
        }
        then.relations.clear();
    }
    prop_assert_eq!(all, written);
    let of_relations = |own: &Relation| own.attributes.len() + usize::from(own.trigger.is_some());
    let beside: usize = project.relations.values().map(of_relations).sum();
    let lost = |reason| out.losses.count(reason);
    prop_assert!((changed[0]..=changed[0] + beside).contains(&lost(Reason::Attributes)));
    for own in read.annotated.iter().flat_map(|annotated| annotated.project.documents()) {
        let there = project.document(&own.id).expect("it was written");
        let (mut before, mut after) = (there.metadata.clone(), own.metadata.clone());
        before.language_guessed = false;
        // Where the file says none it is guessed.
        if std::mem::take(&mut after.language_guessed) {
            after.language.clear();
        }
        // An empty title is the name of the file.
        if before.title.is_empty() {
            after.title.clear();
        }
        prop_assert_eq!((before, there.status), (after, own.status));
    }
    prop_assert_eq!(relations + lost(Reason::Relations) + lost(Reason::Across), project.relations.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_not_there_was_counted(size in 0usize..6, seed in any::<u64>()) {
        check(&generate::project(size, seed))?;
    }

    #[test]
    fn what_is_there_comes_back(size in 0usize..6, seed in any::<u64>()) {
        comes_back(&generate::project(size, seed))?;
    }

    #[test]
    fn nothing_stops_the_reader(seed in any::<u64>(), cuts in prop::collection::vec((any::<u16>(), any::<u8>()), 1..8)) {
        let mut files = export(&generate::project(2, seed)).files;
        for (_, bytes) in &mut files {
            for (at, byte) in &cuts {
                // Near the end, where the structures are.
                let at = bytes.len().saturating_sub(1 + usize::from(*at) % 3_000.min(bytes.len().max(1)));
                if let Some(there) = bytes.get_mut(at) {
                    *there = *byte;
                }
            }
        }
        for annotated in files::read_files(&files).annotated {
            prop_assert_eq!(faults(&annotated.project), vec![]);
        }
    }
}

/// Files of INCEpTION's own tests: all of them are read, and written again as they were.
#[test]
fn samples_come_back_as_they_were() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/samples/uima-json");
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.expect("a file").path()) {
        let bytes = std::fs::read(&path).expect("a sample");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let read = files::read_files(&[(name.clone(), bytes.clone())]);
        assert!(
            read.issues.iter().all(|issue| issue.severity == Severity::Note),
            "{name}: {:?}",
            read.issues
        );
        let [annotated] = &read.annotated[..] else { panic!("{name} is read") };
        assert!(annotated.project.annotation_count() > 0, "{name}");
        let out = export(&annotated.project);
        let json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).expect("JSON");
        assert_eq!(json(&out.files[0].1), json(&bytes), "{name}");
    }
}

#[test]
fn the_example_is_whole() {
    let project =
        postil::wire::project::read(include_bytes!("../static/example.json")).expect("the example").value;
    check(&project).expect("all is counted");
}

/// A file with everything that may be wrong, by another program: the rest of it is read.
#[test]
fn a_hard_file_is_read_but_for_what_is_wrong() {
    let bytes = include_bytes!("fixtures/formats/cas-json/hard.json").to_vec();
    let read = files::read_files(&[("hard.json".to_owned(), bytes)]);
    let left_out: Vec<String> = read
        .issues
        .iter()
        .filter(|issue| issue.severity == Severity::LeftOut)
        .map(|issue| issue.place.path.clone().unwrap_or_default())
        .collect();
    assert_eq!(
        left_out,
        ["NamedEntity 16", "NamedEntity 17", "NamedEntity 18", "Knows 31", "%FEATURE_STRUCTURES[10]"]
    );
    let [annotated] = &read.annotated[..] else { panic!("one set") };
    let project = &annotated.project;
    assert_eq!(faults(project), []);
    let document = project.documents().next().expect("an article");
    assert_eq!(document.text.as_str(), "😀 Ada\nmet ال Jose\u{301}.\nEnd");
    assert_eq!((document.metadata.title.as_str(), document.id.as_str()), ("Hard", "h-1"));
    let name = |label: &Label| label.name.clone();
    let said = content(project, document, &name);
    let marks: Vec<(&str, &str)> = said
        .marks
        .iter()
        .map(|mark| {
            let (start, end) = mark.fragments[0];
            (mark.label.as_str(), &document.text.as_str()[start as usize..end as usize])
        })
        .collect();
    let expected = [
        ("PER", "😀 Ada"),
        ("PER", "Ada"),
        ("ORG", "Ada\nmet"),
        ("Event", "met"),
        ("PER", "Jose\u{301}"),
        ("Event", "End"),
    ];
    assert_eq!(marks, expected);
    let of = |label: &str| said.marks.iter().find(|mark| mark.label == label).expect("a mark");
    let attributes: Vec<&str> = of("Event").attributes.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(attributes, ["kind", "sure", "weight", "who"]);
    assert_eq!(of("PER").refers_to, "😀 Ada");
    let relations: Vec<(&str, usize)> =
        said.relations.iter().map(|one| (one.kind.as_str(), one.ends.len())).collect();
    assert_eq!(relations, [("knows", 2), ("roles", 3)]);
}
