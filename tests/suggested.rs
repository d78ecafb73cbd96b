//! Claims that are suggested for a statement: in the box, by the button, by key, with what speaks for and against them.

use crate::support::desk::Desk;
use crate::support::tellings;
use postil::app::{Action, Answer, ClaimAct, Command, LinkAct, Session, SetValue};
use postil::edit::History;
use postil::model::{
    AnnotationId, AttributeId, AttributeValue, ClaimId, DocumentId, EntityId, Project, Reference, Speaker,
};
use postil::storage::Texts;

const FIRST: &str =
    "The army said Hamas holds 224 hostages in Gaza.\nThe bridge at Semarang was closed on Monday.";
const SECOND: &str =
    "Hamas still holds 229 hostages, Israel says.\nA bridge at Semarang is closed.\nIt rained all day.";

fn tell(desk: &mut Desk, quote: &str, claim: &str) -> ClaimId {
    desk.mark(quote, "claim");
    desk.act(Action::step(LinkAct::Take(Answer::Create(claim.to_owned()))));
    told(desk).expect("it was made")
}

fn told(desk: &Desk) -> Option<ClaimId> {
    match &desk.session().selected()?.refers_to {
        Some(Reference::Claim(id)) => Some(id.clone()),
        _ => None,
    }
}

/// The rows of the box: a claim with why it is suggested, or what else may be answered.
fn offered(desk: &Desk, words: &str) -> Vec<String> {
    let session = desk.session();
    let selected = session.selected().expect("an annotation is selected");
    let row = |answer| match answer {
        Answer::Claim(_, text, reasons) => {
            let grounds = session.grounds(selected, &reasons);
            let grounds: Vec<String> = grounds.into_iter().map(|ground| ground.text).collect();
            format!("{text} [{}]", grounds.join("; "))
        }
        Answer::Create(name) => format!("create {name}"),
        Answer::Nothing => "nothing".to_owned(),
        other => panic!("{other:?} is not offered for a claim"),
    };
    session.link_choices(selected, words).into_iter().map(row).collect()
}

fn two_reports() -> Desk {
    let mut desk = Desk::with(FIRST);
    tell(&mut desk, "Hamas holds 224 hostages in Gaza", "Hamas holds more than 200 hostages");
    desk.act(Action::step(SetValue(AttributeId::new("quantity"), "224 hostages".into())));
    tell(&mut desk, "The bridge at Semarang was closed on Monday", "The bridge at Semarang is closed");
    desk.paste("Second", SECOND);
    desk
}

#[test]
fn a_claim_is_suggested_with_what_speaks_for_it_and_against_it() {
    let mut desk = two_reports();
    desk.mark("Hamas still holds 229 hostages", "claim");
    desk.act(Action::step(SetValue(AttributeId::new("quantity"), "229 hostages".into())));
    assert_eq!(
        offered(&desk, ""),
        [
            "Hamas holds more than 200 hostages [clashes: 229 hostages here, 224 hostages there; 3 words in common]",
            "create Hamas still holds 229 hostages",
            "The bridge at Semarang is closed []",
        ]
    );
    let session = desk.session();
    let selected = session.selected().expect("it is marked");
    let Some(Answer::Claim(_, _, reasons)) = session.suggestions(selected).first().cloned() else {
        panic!("a claim is suggested")
    };
    let clashes: Vec<bool> = session.grounds(selected, &reasons).iter().map(|one| one.clashes).collect();
    assert_eq!(clashes, [true, false]);

    desk.act(Action::step(SetValue(AttributeId::new("quantity"), "≥ 220 hostages".into())));
    assert!(
        offered(&desk, "")[0].contains("[≥ 220 hostages fits 224 hostages; "),
        "{:?}",
        offered(&desk, "")
    );
    assert_eq!(told(&desk), None, "nothing is taken by itself");
}

#[test]
fn what_is_suggested_comes_first_among_what_is_typed() {
    let mut desk = two_reports();
    desk.mark("A bridge at Semarang is closed", "claim");
    let both = offered(&desk, "is closed");
    assert!(
        both[0].starts_with("The bridge at Semarang is closed [") && !both[0].ends_with("[]"),
        "{both:?}"
    );
    assert_eq!(both[1..], ["create is closed"]);
    let other = offered(&desk, "hostages");
    assert!(other[0].starts_with("Hamas holds more than 200 hostages"), "what is typed decides: {other:?}");
    let none = offered(&desk, "zebra");
    assert!(none[0].starts_with("The bridge at Semarang is closed [") && none[1..] == ["create zebra"]);
}

#[test]
fn where_nothing_speaks_for_a_claim_the_first_row_says_nothing_false() {
    let mut desk = two_reports();
    desk.mark("It rained all day", "claim");
    assert_eq!(offered(&desk, "")[0], "create It rained all day");
    desk.run(Command::LinkFirst);
    assert_eq!(told(&desk), None);
    assert!(desk.said().starts_with("No claim is suggested here."), "{}", desk.said());
}

#[test]
fn one_key_links_statement_after_statement_and_leaves_mentions_alone() {
    let mut desk = two_reports();
    let first = desk.mark("Hamas still holds 229 hostages", "claim");
    desk.mark("Israel", "place");
    let second = desk.mark("A bridge at Semarang is closed", "claim");
    let select = |desk: &mut Desk, id: &AnnotationId| {
        desk.act(Action::SelectAnnotation { id: id.clone(), add: false, range: false });
    };
    select(&mut desk, &first);
    desk.run(Command::LinkFirst);
    assert!(
        desk.said().starts_with("Linked to Hamas holds more than 200 hostages. Selected"),
        "{}",
        desk.said()
    );
    assert_eq!(
        desk.session().selected().map(|own| own.id.clone()),
        Some(second.clone()),
        "not the name between"
    );
    desk.run(Command::LinkFirst);
    assert_eq!(desk.said(), "Linked to The bridge at Semarang is closed. Every statement tells a claim");
    desk.run(Command::Undo);
    select(&mut desk, &second);
    assert_eq!(told(&desk), None, "one undo takes it back");
    desk.act(Action::ClearSelection);
    desk.run(Command::NextUnlinked);
    let label = desk.session().selected().map(|own| own.label.to_string());
    assert_eq!(label.as_deref(), Some("place"), "from nowhere one goes to mentions");
}

#[test]
fn a_link_that_leads_into_another_article_says_so_with_what_was_linked() {
    let mut desk = two_reports();
    let second = desk.document();
    desk.mark("Hamas still holds 229 hostages", "claim");
    desk.paste("Third", "Nobody knows.");
    let other = desk.mark("Nobody knows", "claim");
    desk.act(Action::OpenArticle(second));
    let statement = desk.marked("Hamas still holds 229 hostages");
    desk.act(Action::SelectAnnotation { id: statement, add: false, range: false });
    desk.run(Command::LinkFirst);
    assert_eq!(desk.session().selected().map(|own| own.id.clone()), Some(other));
    let said = "Linked to Hamas holds more than 200 hostages. Done in that article; it goes on in “Third”. Selected \
                Claim “Nobody knows”";
    let notice = desk.state.notice.as_ref().map(|notice| notice.text.as_str());
    assert_eq!((desk.said(), notice), (said, Some(said)));
}

/// So many articles that all of them are not read at once.
fn many() -> Desk {
    let mut source = String::from("entity e person Ada\nclaim c en news The dam at Marala broke.\n");
    for n in 0..40 {
        source += &format!("doc d{n:02} en 2031 Post {n}\n");
        source += &"- [Ada|e] spoke of [Ada|e] to [Ada|e] and [Ada|e].\n".repeat(12);
        source += if n == 39 {
            "- | | | | | The dam at Marala broke in the night."
        } else {
            "c | | | | | A dam broke."
        };
        source += "\n";
    }
    let mut desk = Desk::new();
    let project = tellings::project(&source);
    desk.act(Action::Opened(Box::new(Session::new(project, History::default(), Texts::default(), 1))));
    let last = desk.session().project.documents().last().expect("there are many").clone();
    desk.act(Action::OpenArticle(last.id.clone()));
    let all = desk.session().project.annotations(&last.id).expect("it is there");
    let id = all.iter().find(|own| own.label.as_str() == "claim").expect("a statement").id.clone();
    desk.act(Action::SelectAnnotation { id, add: false, range: false });
    desk
}

#[test]
fn a_large_project_is_read_in_slices() {
    let mut desk = many();
    assert!(desk.session().waits_for_claims(), "the page is to begin");
    desk.act(Action::step(LinkAct::Look));
    assert!(!desk.session().waits_for_claims(), "it has begun");
    let selected = desk.session().selected().expect("a statement").clone();
    assert!(desk.session().suggestions(&selected).is_empty(), "not all is read");
    assert!(desk.later() > 1);
    let suggestions = desk.session().suggestions(&selected);
    assert!(matches!(&suggestions[..], [Answer::Claim(id, ..)] if id.as_str() == "c"), "{suggestions:?}");
    assert!(!desk.session().waits_for_claims());
}

#[test]
fn the_key_waits_for_what_is_not_read_yet_and_never_takes_another_one() {
    let mut desk = many();
    desk.run(Command::LinkFirst);
    assert_eq!(desk.said(), "Looking for claims");
    assert!(desk.later() > 1);
    assert_eq!(told(&desk).map(|id| id.to_string()).as_deref(), Some("c"));

    let mut desk = many();
    let statement = desk.session().selected().expect("a statement").clone();
    desk.run(Command::LinkFirst);
    let step = desk.effects.clone();
    desk.act(Action::ClearSelection);
    desk.effects = step;
    desk.later();
    let now = desk.session().annotation(&statement.id).expect("it is there").refers_to.clone();
    assert_eq!(now, None, "the person has gone on meanwhile");
}

/// Who speaks in one article is named in another: where that name is linked anew, the statement is read anew.
#[test]
fn a_speaker_who_is_named_elsewhere_is_followed() {
    let mut project = tellings::project(
        "entity a person Ada\nentity b person Ben\nclaim c en news The dam at Marala broke.\n\
         doc d0 en 2031 Post\n- [Ada|a] spoke.\n\
         doc d1 en 2031 Post\nc | reports | | | | A wall gave way.\n\
         doc d2 en 2031 Post\n- | reports | @b | | | The dam at Marala.\n",
    );
    let only = |project: &Project, id: &str| {
        let all = project.annotations(&DocumentId::new(id)).expect("it is there");
        all.iter().next().expect("one is marked").id.clone()
    };
    let (mention, statement) = (only(&project, "d0"), only(&project, "d1"));
    let all = project.annotations_mut(&DocumentId::new("d1")).expect("it is there");
    let speakers = AttributeValue::Speakers(vec![Speaker::Annotation(mention.clone())]);
    all.change(&statement, |own| drop(own.attributes.insert(AttributeId::new("speakers"), speakers)));
    let mut desk = Desk::new();
    desk.act(Action::Opened(Box::new(Session::new(project, History::default(), Texts::default(), 1))));
    let suggested = |desk: &mut Desk| {
        desk.act(Action::OpenArticle(DocumentId::new("d2")));
        let id = only(&desk.session().project, "d2");
        desk.act(Action::SelectAnnotation { id, add: false, range: false });
        offered(desk, "")
    };
    assert!(!suggested(&mut desk)[0].contains("Ben says so"), "Ada did");
    desk.act(Action::OpenArticle(DocumentId::new("d0")));
    desk.act(Action::SelectAnnotation { id: mention, add: false, range: false });
    let ben = Answer::Entity(EntityId::new("b"), "Ben".into(), "Ben".into(), None);
    desk.act(Action::step(LinkAct::Take(ben)));
    assert_eq!(suggested(&mut desk)[0], "The dam at Marala broke. [Ben says so; 2 words in common]");
    assert!(desk.session().tellings_agree());
}

/// The row of the open box that Enter takes.
fn meant(desk: &Desk) -> Option<String> {
    let session = desk.session();
    let linking = session.linking().expect("the box is open");
    let (rows, at) = session.link_rows(session.selected().expect("one is selected"), linking);
    at.map(|at| match &rows[at] {
        Answer::Claim(_, text, _) => text.clone(),
        Answer::Create(name) => format!("create {name}"),
        other => format!("{other:?}"),
    })
}

#[test]
fn a_new_claim_is_meant_where_nothing_holds_what_is_typed_and_what_is_suggested_stays_in_sight() {
    let mut desk = two_reports();
    desk.mark("Hamas still holds 229 hostages", "claim");
    for (typed, rows, enter) in [
        ("", 3, "Hamas holds more than 200 hostages"),
        ("hostages", 2, "Hamas holds more than 200 hostages"),
        ("semarang", 2, "The bridge at Semarang is closed"),
        ("captives of Hamas", 2, "create captives of Hamas"),
    ] {
        desk.act(Action::step(LinkAct::Type(typed.into())));
        assert_eq!(offered(&desk, typed).len(), rows, "{typed}: {:?}", offered(&desk, typed));
        assert_eq!(meant(&desk).as_deref(), Some(enter), "{typed}");
    }
    assert!(offered(&desk, "captives of Hamas")[0].starts_with("Hamas holds more than 200 hostages ["));
}

#[test]
fn the_row_that_enter_takes_stays_the_row_when_another_one_comes() {
    let mut desk = two_reports();
    desk.mark("Hamas still holds 229 hostages", "claim");
    let type_ = |desk: &mut Desk, words: &str| {
        desk.act(Action::step(LinkAct::Type(words.into())));
        meant(desk)
    };
    // Another claim comes in meanwhile, as by a file or when more has been read.
    let add = |desk: &mut Desk, text: &str| {
        desk.act(Action::step(ClaimAct::New(text.into())));
        meant(desk)
    };
    assert_eq!(type_(&mut desk, "captives").as_deref(), Some("create captives"));
    assert_eq!(
        add(&mut desk, "The army counts captives").as_deref(),
        Some("create captives"),
        "it was shown"
    );
    assert_eq!(offered(&desk, "captives").len(), 2, "although another one holds what is typed");
    // What is typed begins anew, and so does the box when it is opened.
    assert_eq!(type_(&mut desk, "captive").as_deref(), Some("The army counts captives"));
    assert_eq!(type_(&mut desk, "").as_deref(), Some("Hamas holds more than 200 hostages"));
    // Where the person has gone stays, too.
    desk.act(Action::step(LinkAct::To(Answer::Create(String::new()))));
    let new = "create Hamas still holds 229 hostages";
    assert_eq!(meant(&desk).as_deref(), Some(new));
    let before = offered(&desk, "").iter().position(|row| row == new);
    assert_eq!(add(&mut desk, "Hamas holds 229 hostages still").as_deref(), Some(new));
    assert!(offered(&desk, "").iter().position(|row| row == new) > before, "its number is another one");
    desk.act(Action::step(LinkAct::Close));
    assert_ne!(type_(&mut desk, "").as_deref(), Some(new));
}

#[test]
fn nothing_is_meant_before_claims_have_been_looked_for() {
    let mut desk = many();
    desk.act(Action::step(LinkAct::Type(String::new())));
    assert_eq!(meant(&desk), None);
    desk.act(Action::step(LinkAct::Wait));
    assert_eq!(desk.said(), "Looking for claims");
    desk.act(Action::step(LinkAct::Look));
    desk.later();
    assert_eq!(meant(&desk).as_deref(), Some("The dam at Marala broke."));
}
