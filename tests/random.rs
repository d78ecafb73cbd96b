//! Whatever a person does in whatever order: the invariants of the project hold after every act, what is kept beside it
//! is what a look at all of it finds, the file opens again to the same, and everything can be taken back.

use crate::support::desk::Desk;
use crate::support::generate::Dice;
use postil::app::{
    Action, Answer, BesideAct, ClaimAct, Command, EntitiesScreen, EntityAct, LinkAct, Picked, RelateAct,
    SetValue, SpeakerChoice, StatementAct, Way,
};
use postil::edit::TransactionId;
use postil::model::{
    AnnotationId, AttributeId, ClaimId, DocumentId, EntityId, EvidenceStance, LabelId, Project, RelationId,
};
use postil::text::fold;
use postil::wire::project::{Texts, read, to_string};

const TEXTS: [&str; 3] = [
    "Mousa Marzouk told Anadolu on Monday that 224 people are held.\nMarzook said so again.",
    "Марзук сказал, что удерживают 224 человека.\nПозже Марзук уехал в Москву.",
    "Marzuk mengatakan 200 orang ditahan, kata Anadolu.\nMarzuk ke Moskow.",
];
const LABELS: [&str; 5] = ["person", "place", "claim", "quantity", "cue"];
const ACTS: usize = 120;
const SEEDS: u64 = 200;

fn entities(desk: &Desk) -> Vec<EntityId> {
    desk.session().project.entities.keys().cloned().collect()
}

/// As the screen *Entities* lists them, which follows each act.
fn listed(desk: &Desk) -> Vec<EntityId> {
    desk.session().entities_found(&EntitiesScreen::default()).to_vec()
}

fn by_name(desk: &Desk) -> Vec<EntityId> {
    let mut all: Vec<_> = desk.session().project.entities.values().collect();
    all.sort_by_key(|entity| (entity.name.chars().map(fold).collect::<String>(), entity.id.clone()));
    all.into_iter().map(|entity| entity.id.clone()).collect()
}

fn claims(desk: &Desk) -> Vec<ClaimId> {
    desk.session().project.claims.keys().cloned().collect()
}

fn relations(desk: &Desk) -> Vec<RelationId> {
    desk.session().project.relations.keys().cloned().collect()
}

fn documents(desk: &Desk) -> Vec<DocumentId> {
    desk.session().project.documents().map(|document| document.id.clone()).collect()
}

fn marks(desk: &Desk) -> Vec<(DocumentId, AnnotationId)> {
    let all = desk.session().project.all_annotations();
    all.map(|annotation| (annotation.document.clone(), annotation.id.clone())).collect()
}

fn linked_marks(desk: &Desk) -> usize {
    desk.session().project.all_annotations().filter(|annotation| annotation.refers_to.is_some()).count()
}

/// One of them, if there is one.
fn one<T: Clone>(d: &mut Dice, all: &[T]) -> Option<T> {
    (!all.is_empty()).then(|| d.pick(all).clone())
}

fn step(desk: &mut Desk, step: impl postil::app::Step + 'static) {
    desk.act(Action::step(step));
}

/// Something that a person may do, whether or not it makes sense now.
fn anything(desk: &mut Desk, d: &mut Dice, begun: &Option<TransactionId>) -> Option<()> {
    match d.below(30) {
        0..=4 => {
            let text = desk.session().document()?.text.clone();
            let words: Vec<&str> =
                text.as_str().split([' ', '\n', ',', '.']).filter(|word| word.len() > 3).collect();
            let word = (*d.pick(&words)).to_owned();
            desk.select(&word).act(Action::Mark(LabelId::new(*d.pick(&LABELS))));
        }
        5 => drop(desk.act(Action::OpenArticle(one(d, &documents(desk))?))),
        6 => drop(desk.run(Command::NextAnnotation)),
        7 => drop(desk.run(Command::Delete)),
        8 | 9 => step(desk, LinkAct::Take(Answer::Create(d.string(4) + "x"))),
        10 => {
            let id = one(d, &entities(desk))?;
            step(desk, LinkAct::Take(Answer::Entity(id, "a name".into(), String::new(), None)));
        }
        11 => {
            let id = one(d, &claims(desk))?;
            step(desk, LinkAct::Take(Answer::Claim(id, "a claim".into(), Default::default())));
        }
        12 => drop(desk.run(*d.pick(&[Command::LinkFirst, Command::LinkNone, Command::Place(Way::Next)]))),
        13 => {
            let (into, from) = (one(d, &entities(desk))?, one(d, &entities(desk))?);
            step(desk, EntityAct::Merge(into, from));
        }
        14 => step(desk, EntityAct::Delete(one(d, &entities(desk))?)),
        15 => {
            let id = one(d, &entities(desk))?;
            step(desk, EntityAct::Open(Some(id.clone())));
            for (_, mark) in marks(desk) {
                if d.one_in(2) {
                    step(desk, EntityAct::Tick(mark, true));
                }
            }
            step(desk, if d.one_in(2) { EntityAct::Split(id) } else { EntityAct::Unlink(id) });
        }
        16 => step(desk, EntityAct::Label(one(d, &entities(desk))?, LabelId::new(*d.pick(&LABELS)))),
        17 => step(desk, ClaimAct::New("A claim".into())),
        18 => step(desk, ClaimAct::Delete(one(d, &claims(desk))?)),
        19 => {
            let (claim, (_, mark)) = (one(d, &claims(desk))?, one(d, &marks(desk))?);
            step(desk, ClaimAct::Reference(claim, mark));
        }
        20 => step(desk, ClaimAct::MoveRow(one(d, &claims(desk))?, if d.one_in(2) { 1 } else { -1 })),
        21 | 22 => {
            // What is picked may stand in another article.
            desk.run(Command::Pick(*d.pick(&Picked::ALL)));
            if d.one_in(2) {
                desk.act(Action::OpenArticle(one(d, &documents(desk))?));
            }
            desk.run(Command::NextAnnotation).run(Command::OpenAnnotation);
        }
        23 => step(
            desk,
            StatementAct::Take(SpeakerChoice::Entity(one(d, &entities(desk))?, "who".into(), String::new())),
        ),
        24 => {
            step(desk, StatementAct::Bears(d.below(2), EvidenceStance::Refutes));
            step(desk, StatementAct::RemoveSpeaker(d.below(2)));
            step(desk, SetValue(AttributeId::new("quantity"), "≥ 200 people".into()));
        }
        25 => {
            let (claim, other) = (one(d, &claims(desk))?, one(d, &claims(desk))?);
            step(desk, ClaimAct::Open(claim, None));
            step(desk, RelateAct::TakeClaim(other));
        }
        26 => {
            let types = desk.session().project.schema.relation_types.clone();
            step(desk, RelateAct::Take(one(d, &types)?.id));
            if d.one_in(3) {
                desk.act(Action::OpenArticle(one(d, &documents(desk))?));
            }
            desk.run(Command::NextAnnotation).run(Command::OpenAnnotation);
        }
        27 => {
            let id = one(d, &relations(desk))?;
            step(desk, if d.one_in(3) { RelateAct::Delete(id) } else { RelateAct::Turn(id) });
        }
        28 => step(desk, if d.one_in(2) { BesideAct::Toggle } else { BesideAct::TurnOver }),
        _ => match d.below(12) {
            0 => drop(desk.act(Action::RemoveDocuments(vec![one(d, &documents(desk))?]))),
            1..=4 => drop(desk.run(Command::Redo)),
            // Not what it began with.
            _ if last(desk) == *begun => return None,
            _ => drop(desk.run(Command::Undo)),
        },
    }
    Some(())
}

/// What undo would take back.
fn last(desk: &Desk) -> Option<TransactionId> {
    desk.session().history.next_undo().map(|entry| entry.id.clone())
}

/// What a file holds of a project, without when it was last changed.
fn content(project: &Project) -> String {
    let mut project = project.clone();
    project.modified = postil::model::Timestamp(0);
    to_string(&project, Texts::Inline)
}

#[test]
fn nothing_that_a_person_does_breaks_a_project() {
    let (mut related, mut linked) = (0, 0);
    for seed in 0..SEEDS {
        let mut d = Dice::new(seed);
        let mut desk = Desk::new();
        for (n, text) in TEXTS.iter().enumerate() {
            desk.paste(&format!("Report {n}"), text);
        }
        let begun = content(&desk.session().project);
        let before = last(&desk);
        for _ in 0..ACTS {
            let stood = (relations(&desk).len(), linked_marks(&desk));
            anything(&mut desk, &mut d, &before);
            related += usize::from(relations(&desk).len() > stood.0);
            linked += usize::from(linked_marks(&desk) > stood.1);
            assert!(desk.session().mentions_agree(), "seed {seed}");
            assert_eq!(listed(&desk), by_name(&desk), "seed {seed}");
            // Where keys and buttons act is there, and selects what is there.
            let session = desk.session();
            for reading in session.reading.iter().chain(session.beside.as_deref()) {
                assert!(session.project.document(&reading.document).is_some(), "seed {seed}");
            }
            assert!(session.beside.is_none() || session.reading.is_some(), "seed {seed}");
        }
        let project = &desk.session().project;
        let file = to_string(project, Texts::Inline);
        let reading = read(file.as_bytes()).expect("it opens again");
        assert_eq!(reading.issues, [], "seed {seed}");
        assert!(reading.value == *project, "seed {seed}: what was saved is not what is opened");
        for _ in 0..=10 * ACTS {
            if last(&desk) == before {
                break;
            }
            desk.run(Command::Undo);
        }
        assert_eq!(last(&desk), before, "seed {seed}: {}", desk.said());
        assert_eq!(content(&desk.session().project), begun, "seed {seed}: all was taken back");
    }
    assert!(related > 100 && linked > 1_000, "much was tried: {related} relations, {linked} links");
}
