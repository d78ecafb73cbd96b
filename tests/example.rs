//! The example project that comes with Postil: it is what `tests/fixtures/example` and the tables here say, and what
//! Postil saves for that, byte for byte.
//!
//! `UPDATE=1 cargo test --test native example::` writes it anew.

mod claims;
mod entities;
mod marks;

use claims::TOLD;
use entities::{KNOWN, Known, LEFT, NONE};
use marks::{MARKS, Mark};
use postil::analysis::matrix::Options;
use postil::analysis::{Matrix, Standing};
use postil::app::{Action, Answer, Command, Effect, Env, NoticeKind, Saved, Session, State, reduce};
use postil::edit::Actor;
use postil::edit::History;
use postil::formats::{ReadProject, Reading};
use postil::model::{
    Alias, Annotation, AnnotationId, AttributeId, AttributeValue, Claim, ClaimId, Document, DocumentId,
    DocumentStatus, Entity, EntityId, ExternalId, Figure, Fragments, How, Kind, LabelId, Metadata, Nil,
    Origin, Person, PersonId, PersonKind, Project, ProjectId, QUANTITY, Quantity, Reference, Speaker, Status,
    check, news,
};
use postil::storage::Texts;
use postil::text::{Byte, LineEnds, Span, Text, WordBreaks};
use postil::wire::project::{Texts as Form, read, to_string};
use postil::wire::{STATEMENT, parse_time, quantity_json};
use std::collections::{BTreeMap, BTreeSet};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static/example.json");

/// Id, text, language, outlet, title, day, how far the work has come.
type Report =
    (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str, DocumentStatus);

const REPORTS: [Report; 5] = [
    (
        "gazette",
        include_str!("fixtures/example/gazette.txt"),
        "en",
        "Brenhaven Gazette",
        "Tarrow reservoir lowered after leak",
        "2025-06-09",
        DocumentStatus::Done,
    ),
    (
        "sada",
        include_str!("fixtures/example/sada.txt"),
        "ar",
        "صدى كيلمورا",
        "خفض منسوب سد تارو بعد تسرّب",
        "2025-06-09",
        DocumentStatus::InWork,
    ),
    (
        "warta",
        include_str!("fixtures/example/warta.txt"),
        "id",
        "Warta Kelmora",
        "Air Waduk Tarrow diturunkan",
        "2025-06-09",
        DocumentStatus::InWork,
    ),
    (
        "vestnik",
        include_str!("fixtures/example/vestnik.txt"),
        "ru",
        "Кельморский вестник",
        "На плотине Тарроу обнаружили течь",
        "2025-06-10",
        DocumentStatus::InWork,
    ),
    (
        "mirror",
        include_str!("fixtures/example/mirror.txt"),
        "en",
        "Kelmora Mirror",
        "Tarrow Dam leak may be larger",
        "2025-06-10",
        DocumentStatus::New,
    ),
];

/// Who marked.
const MARKER: &str = "p-example";

/// The first place from a position on where a text reads so.
fn find(text: &str, quote: &str, from: usize) -> Span {
    let start = from + text[from..].find(quote).unwrap_or_else(|| panic!("“{quote}” is not in the text"));
    Span::new(Byte(start as u32), Byte((start + quote.len()) as u32))
}

fn entity(known: &Known) -> Entity {
    let alias = |&(value, language, script): &(&str, &str, &str)| Alias {
        value: value.to_owned(),
        language: language.to_owned(),
        script: script.to_owned(),
    };
    let id = |&(scheme, id): &(&str, &str)| ExternalId {
        scheme: scheme.to_owned(),
        id: id.to_owned(),
        url: String::new(),
    };
    Entity {
        id: EntityId::new(known.id),
        name: known.name.to_owned(),
        label: LabelId::new(known.label),
        aliases: known.aliases.iter().map(alias).collect(),
        ids: known.ids.iter().map(id).collect(),
        description: known.description.to_owned(),
        note: known.note.to_owned(),
    }
}

/// The claim that a mark tells, and its figure.
fn told(mark: &Mark) -> Option<(&'static str, &'static str)> {
    TOLD.iter().find_map(|told| {
        let (.., figure) = told
            .statements
            .iter()
            .find(|(report, quotes, _)| (*report, *quotes) == (mark.report, mark.quotes))?;
        Some((told.id, *figure))
    })
}

/// What a mark speaks of, as the registry's table has it.
fn refers_to(mark: &Mark) -> Option<Reference> {
    let place = (mark.report, mark.quotes);
    if NONE.contains(&place) {
        return Some(Reference::Nil(Nil));
    }
    if let Some((told, _)) = told(mark) {
        return Some(Reference::Claim(ClaimId::new(told)));
    }
    let known = KNOWN.iter().find(|known| known.mentions.contains(&place))?;
    Some(Reference::Entity(EntityId::new(known.id)))
}

fn annotation(n: usize, text: &str, mark: &Mark) -> Annotation {
    let Mark { report, label, quotes, stance, certainty, speakers, note, unsure } = *mark;
    let mut from = 0;
    let spans = quotes.split(" | ").map(|quote| {
        let span = find(text, quote, from);
        from = span.end().0 as usize;
        span
    });
    let fragments = Fragments::new(spans.collect()).expect("fragments");
    let chosen = [("stance", stance), ("certainty", certainty)];
    let chosen = chosen.into_iter().filter(|(_, value)| !value.is_empty());
    let chosen = chosen.map(|(name, value)| (AttributeId::new(name), AttributeValue::Text(value.to_owned())));
    let chain: Vec<Speaker> = speakers.iter().map(|name| Speaker::Text((*name).to_owned())).collect();
    let spoken = (!chain.is_empty()).then_some(AttributeValue::Speakers(chain));
    let spoken = spoken.map(|chain| (AttributeId::new("speakers"), chain));
    let figure = told(mark).map(|(_, figure)| figure).filter(|figure| !figure.is_empty()).map(|typed| {
        let read = Quantity::parse(typed, &mut |read| match read {
            Figure::Clear(number) => Some(number),
            Figure::Either { .. } => None,
        });
        (AttributeId::new(QUANTITY), AttributeValue::Json(quantity_json(&read.expect("a figure"))))
    });
    // A mark every half a minute.
    let mut created = parse_time("2025-06-10T08:00:00Z").expect("a time");
    created.0 += 30_000 * n as i64;
    Annotation {
        id: AnnotationId::new(format!("a-{:02}", n + 1)),
        document: DocumentId::new(report),
        label: LabelId::new(label),
        fragments,
        attributes: chosen.chain(spoken).chain(figure).collect(),
        refers_to: refers_to(mark),
        note: note.to_owned(),
        unsure,
        status: Status::Open,
        origin: Origin::new(PersonId::new(MARKER), How::Manual, created),
    }
}

/// The example as the tables have it.
fn example() -> Project {
    let time = |time| parse_time(time).expect("a time");
    let begun = time("2025-06-10T07:55:00Z");
    let mut project =
        Project::new(ProjectId::new("example"), "Example: the Tarrow Dam".to_owned(), news(), begun);
    let id = PersonId::new(MARKER);
    let marker = Person {
        id: id.clone(),
        name: "Example".to_owned(),
        kind: PersonKind::Person,
        version: String::new(),
    };
    project.people.insert(id, marker);
    for (order, (id, text, language, outlet, title, published, status)) in REPORTS.into_iter().enumerate() {
        let metadata = Metadata {
            title: title.to_owned(),
            outlet: outlet.to_owned(),
            // The ending is reserved: nobody can have such an address.
            url: format!("https://{id}.example/tarrow-dam"),
            language: language.to_owned(),
            published: published.to_owned(),
            ..Metadata::default()
        };
        let document = Document {
            id: DocumentId::new(id),
            order: order as u32,
            text: Text::new(text.trim_end()).expect("a text"),
            line_ends: LineEnds::default(),
            media_type: "text/plain".to_owned(),
            metadata,
            status,
            labels: Vec::new(),
            source: None,
        };
        assert!(project.insert_document(document.into()), "{id} is there once");
    }
    for told in TOLD {
        let claim = Claim {
            language: "en".to_owned(),
            topic: told.topic.to_owned(),
            ..Claim::new(ClaimId::new(told.id), told.text.to_owned())
        };
        project.claims.insert(claim.id.clone(), claim);
    }
    for known in KNOWN {
        let there = project.entities.insert(EntityId::new(known.id), entity(known));
        assert!(there.is_none(), "{} is there once", known.id);
    }
    for (n, mark) in MARKS.iter().enumerate() {
        let document = project.document(&DocumentId::new(mark.report)).expect("a report").clone();
        let annotation = annotation(n, document.text.as_str(), mark);
        project.modified = annotation.origin.created;
        let all = project.annotations_mut(&document.id).expect("a report");
        assert!(all.insert(annotation.into()), "{}", mark.quotes);
    }
    project
}

fn file() -> String {
    std::fs::read_to_string(FILE).expect("static/example.json")
}

#[test]
fn the_file_is_what_postil_saves() {
    let project = example();
    assert_eq!(check(&project), []);
    let saved = to_string(&project, Form::Inline);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &saved).expect("static/example.json can be written");
    }
    assert_eq!(file(), saved, "run UPDATE=1 cargo test --test native example::");
    let loaded = read(saved.as_bytes()).expect("it reads");
    assert_eq!(loaded.issues, []);
    assert_eq!(loaded.value, project);
    assert_eq!(to_string(&loaded.value, Form::Inline), saved);
}

#[test]
fn the_file_fits_the_schema() {
    let schema = serde_json::from_str(include_str!("../schema/postil-project-1.schema.json")).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let file: serde_json::Value = serde_json::from_str(&file()).expect("JSON");
    let faults: Vec<String> = validator.iter_errors(&file).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn it_shows_what_postil_is_for() {
    let project = read(file().as_bytes()).expect("it reads").value;
    let languages: Vec<&str> = project.documents().map(|d| d.metadata.language.as_str()).collect();
    assert_eq!(languages, ["en", "ar", "id", "ru", "en"]);
    let outlets: BTreeSet<&str> = project.documents().map(|d| d.metadata.outlet.as_str()).collect();
    assert_eq!(outlets.len(), 5);
    let mut paragraphs: BTreeMap<&str, usize> = BTreeMap::new();
    for document in project.documents() {
        let text = document.text.as_str();
        let words = text.split_whitespace().count();
        assert!((90..=200).contains(&words), "{}: {words} words", document.id);
        text.split("\n\n").for_each(|paragraph| *paragraphs.entry(paragraph).or_default() += 1);
    }
    let repeated: Vec<_> = paragraphs.iter().filter(|(_, count)| **count > 1).collect();
    assert_eq!(repeated.len(), 1, "{repeated:?}");
    assert!(repeated[0].0.ends_with("(Isles Wire)"), "an agency's");

    let count = |id: &str| project.annotations(&DocumentId::new(id)).expect("a report").len();
    let counts = ["gazette", "sada", "warta", "vestnik", "mirror"].map(count);
    assert!((36..=48).contains(&counts.iter().sum::<usize>()), "{counts:?}");
    assert!(counts[..3].iter().all(|count| *count >= 10), "{counts:?}");
    assert!(counts[3..].iter().all(|count| *count <= 3), "something is left to do: {counts:?}");

    let all: Vec<&Annotation> = project.all_annotations().map(|annotation| &**annotation).collect();
    let used: BTreeSet<&str> = all.iter().map(|annotation| annotation.label.as_str()).collect();
    let known: BTreeSet<&str> = project.schema.labels.iter().map(|label| label.id.as_str()).collect();
    assert_eq!(used, known, "every label is used");
    assert_eq!(all.iter().filter(|a| a.fragments.spans().len() > 1).count(), 1, "one is discontinuous");
    let unsure: Vec<_> = all.iter().filter(|a| a.unsure).collect();
    assert!(unsure.len() == 1 && !unsure[0].note.is_empty(), "one is unsure, and says why");
    let nested = |a: &&&Annotation| {
        all.iter().any(|b| {
            let (outer, inner) = (b.fragments.hull(), a.fragments.hull());
            b.document == a.document
                && outer != inner
                && outer.start() <= inner.start()
                && inner.end() <= outer.end()
        })
    };
    assert!(all.iter().any(|a| nested(&a)), "one lies in another");
    for claim in all.iter().filter(|a| project.schema.label(&a.label).is_some_and(|l| l.kind == Kind::Claim))
    {
        for attribute in ["stance", "certainty", "speakers"] {
            let there = claim.attributes.get(&AttributeId::new(attribute)).is_some();
            assert!(there, "claim {} has its {attribute}", claim.id);
        }
    }
}

#[test]
fn its_matrix_shows_a_clash_and_an_agreement() {
    let project = example();
    let matrix = Matrix::of(&project, &Options::new(STATEMENT));
    let count = |standing| matrix.rows.iter().map(|row| row.count(standing)).sum::<usize>();
    // Each row's reference agrees with itself; beside those the dam is stable in two reports.
    assert_eq!((count(Standing::Agree), count(Standing::Conflict)), (5, 1));
    let told: usize = TOLD.iter().map(|told| told.statements.len()).sum();
    let linked =
        project.all_annotations().filter(|a| matches!(a.refers_to, Some(Reference::Claim(_)))).count();
    assert_eq!(linked, told, "every row of the table is a mark");
}

#[test]
fn its_registry_is_worth_a_look() {
    let project = example();
    let kind = |label: &LabelId| project.schema.label(label).map(|label| label.kind);
    for entity in project.entities.values() {
        assert_eq!(kind(&entity.label), Some(Kind::Entity), "the type of {}", entity.name);
    }
    let marked: BTreeSet<(&str, &str)> = MARKS.iter().map(|mark| (mark.report, mark.quotes)).collect();
    let mut linked: Vec<(&str, &str)> = NONE.to_vec();
    for known in KNOWN {
        assert!(!known.mentions.is_empty(), "{} is spoken of", known.id);
        for (report, quote) in known.mentions {
            let own = entity(known);
            assert!(own.has_name(quote), "linking has taught {} the spelling {quote} of {report}", known.id);
        }
        linked.extend(known.mentions);
    }
    let twice = linked.len() - linked.iter().collect::<BTreeSet<_>>().len();
    assert_eq!(twice, 0, "each mark speaks of one thing");
    assert!(linked.iter().all(|place| marked.contains(place)), "what is linked is marked");
    let scripts = |known: &&Known| {
        let of: BTreeSet<&str> = known.aliases.iter().map(|alias| alias.2).collect();
        of.len() == 3
    };
    assert!(KNOWN.iter().filter(scripts).count() >= 3, "some are written in three scripts");

    let open: Vec<_> = project
        .all_annotations()
        .filter(|a| kind(&a.label) == Some(Kind::Entity) && a.refers_to.is_none())
        .collect();
    assert_eq!(open.len(), 1, "one mention is left to be linked");
    let session = Session::new(project.clone(), History::default(), Texts::default(), 1);
    assert_eq!(session.named(open[0]), LEFT.1);
    let first = session.suggestions(open[0]).first().cloned();
    let is_meant = matches!(&first, Some(Answer::Entity(id, _, _, Some(_))) if *id == EntityId::new(LEFT.2));
    assert!(is_meant, "it is suggested over scripts, with a reason: {first:?}");
}

/// A person before the start screen.
struct Desk(State);

impl Desk {
    fn act(&mut self, action: Action) -> Vec<Effect> {
        reduce(
            &mut self.0,
            action,
            &Env {
                now: parse_time("2025-06-11T00:00:00Z").expect("a time"),
                words: &|_, _, _, _| WordBreaks::default(),
            },
        )
    }

    fn open(&mut self) -> Vec<Effect> {
        let first = Project::new(ProjectId::new("p"), "My project".into(), news(), Default::default());
        self.act(Action::Opened(Box::new(Session::new(first, History::default(), Texts::default(), 1))))
    }

    fn read(&mut self, projects: Vec<Project>) -> Vec<Effect> {
        let projects = projects
            .into_iter()
            .map(|project| ReadProject { file: "example.json".into(), project })
            .collect();
        self.act(Action::ExampleRead(Box::new(Reading { projects, ..Reading::default() })))
    }
}

fn adopted(effects: &[Effect]) -> Vec<&Project> {
    let adopted = effects.iter().filter_map(|effect| match effect {
        Effect::AdoptProject(session) => Some(&session.project),
        _ => None,
    });
    adopted.collect()
}

#[test]
fn one_click_opens_it() {
    let mut desk = Desk(State::new(Actor("test".into())));
    desk.open();
    let asked = desk.act(Action::Run(Command::Example));
    assert!(matches!(asked[..], [Effect::FetchExample]), "{asked:?}");
    let effects = desk.read(vec![example()]);
    assert_eq!(adopted(&effects), [&example()]);
    assert_eq!(desk.0.dialog, None, "without a preview");
}

#[test]
fn it_waits_for_the_database() {
    let mut desk = Desk(State::new(Actor("test".into())));
    let effects = desk.read(vec![example()]);
    assert!(adopted(&effects).is_empty(), "nothing can be written yet");
    let effects = desk.open();
    assert_eq!(adopted(&effects), [&example()]);
    let again = desk.open();
    assert!(adopted(&again).is_empty(), "once");
}

#[test]
fn what_is_no_example_is_said() {
    let mut desk = Desk(State::new(Actor("test".into())));
    desk.open();
    let effects = desk.read(Vec::new());
    assert!(adopted(&effects).is_empty());
    assert_eq!(desk.0.notice.as_ref().map(|notice| notice.kind), Some(NoticeKind::Warning));
}

#[test]
fn it_does_not_take_the_place_of_unsaved_work() {
    let mut desk = Desk(State::new(Actor("test".into())));
    desk.open();
    desk.act(Action::pasted("Title".into(), "One two three.".into(), "en".into()));
    desk.act(Action::Saved(Saved::NotSaved("No room.".into())));
    let effects = desk.read(vec![example()]);
    assert!(adopted(&effects).is_empty());
    let effects = desk.read(vec![example()]);
    assert_eq!(adopted(&effects).len(), 1, "asked for again");
}
