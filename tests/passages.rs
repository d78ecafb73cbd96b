//! Passages that stand in several articles: where, and taking over what is marked there.

use crate::support::desk::Desk;
use postil::analysis::Repeated;
use postil::app::{Action, Answer, Command, Dialog, Effect, LinkAct, PassageAct, Screen, SetValue, Unfolded};
use postil::model::{AnnotationId, AttributeId, DocumentId, How, Reference};
use postil::text::Span;
use std::rc::Rc;

const PASSAGE: &str = "The ministry said on Thursday that 224 people are still held in Gaza, and asked all sides to let them go at once.";
const CHANGED: &str = "The ministry said on Thursday that 229 people are still held in Gaza and asked all sides to let all of them go at once.";

/// The passages of the open article that stand elsewhere, after the page has looked for them.
fn repeated(desk: &mut Desk) -> Rc<[Repeated]> {
    if desk.session().waits_for_passages() {
        do_(desk, PassageAct::Look);
        desk.later();
    }
    assert!(!desk.session().waits_for_passages(), "it is known");
    desk.session().repeated()
}

fn do_(desk: &mut Desk, act: PassageAct) {
    desk.act(Action::step(act));
}

fn mark(desk: &mut Desk, quote: &str, label: &str, refers_to: &str) -> AnnotationId {
    let id = desk.mark(quote, label);
    if !refers_to.is_empty() {
        desk.act(Action::step(LinkAct::Take(Answer::Create(refers_to.to_owned()))));
    }
    id
}

/// Two articles with nearly the same passage; the first is marked, the second open.
fn two_articles() -> (Desk, DocumentId) {
    let mut desk = Desk::with(&format!("Ministry asks for release\n{PASSAGE}\nIt rained."));
    mark(&mut desk, "ministry", "organisation", "Ministry of Foreign Affairs");
    mark(&mut desk, "Gaza", "place", "Gaza Strip");
    mark(&mut desk, "224 people", "quantity", "");
    mark(&mut desk, "224 people are still held in Gaza", "claim", "More than 200 people are held");
    desk.act(Action::step(SetValue(AttributeId::new("stance"), "reports".into())));
    mark(&mut desk, "rained", "event", "");
    let first = desk.document();
    desk.paste("Second", &format!("Another head\n\n{CHANGED}"));
    (desk, first)
}

/// Opens what is offered of the one passage.
fn offer(desk: &mut Desk) -> (Span, DocumentId, Span) {
    let all = repeated(desk);
    let [passage] = &all[..] else { panic!("one passage stands elsewhere: {all:?}") };
    let other = passage.others[0].clone();
    do_(desk, PassageAct::Offer(passage.span, other.document.clone(), other.span));
    (passage.span, other.document, other.span)
}

/// The rows of the open dialog: what would be marked here, `?` where it does not read the same, and `x` where it is ticked.
fn rows(desk: &Desk) -> Vec<String> {
    let Some(Dialog::Passage(offering)) = &desk.state.dialog else { panic!("the dialog is open") };
    let text = &desk.session().document().expect("an article is open").text;
    let row = |offer: &postil::app::Offer| {
        let (tick, same) = (if offer.take { "x" } else { "-" }, if offer.same { "" } else { "? " });
        format!("{tick} {}: {same}{}", offer.of.label, text.slice(offer.fragments.hull()))
    };
    offering.offers.iter().map(row).collect()
}

#[test]
fn a_passage_is_found_in_another_article_and_one_goes_there_and_back() {
    let (mut desk, first) = two_articles();
    let second = desk.document();
    let all = repeated(&mut desk);
    let [passage] = &all[..] else { panic!("{all:?}") };
    let other = passage.others[0].clone();
    assert_eq!(other.document, first);
    assert!((50..100).contains(&other.likeness), "{}", other.likeness);

    do_(&mut desk, PassageAct::GoInto(passage.span.start()));
    assert_eq!(desk.said(), "Stands in 1 other place");
    let focus = format!("repeated-{}", passage.span.start().0);
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::FocusOn(id) if *id == focus)));

    do_(&mut desk, PassageAct::GoTo(first.clone(), other.span));
    assert_eq!((desk.document(), desk.state.screen), (first.clone(), Screen::Read));
    let reading = desk.session().reading.as_ref().expect("open");
    assert_eq!(reading.caret.span(), other.span, "the passage is selected there");
    assert_eq!(reading.repeated, Unfolded::Passage(other.span.start()), "and the way back is a press away");
    let back = repeated(&mut desk);
    assert_eq!(back[0].others[0].document, second);

    // The same, side by side.
    do_(&mut desk, PassageAct::ShowBeside(second.clone(), passage.span));
    assert_eq!(desk.document(), first, "the view of the other one is made first");
    desk.later();
    assert_eq!((desk.document(), desk.session().second), (second, true));
    assert_eq!(desk.session().beside.as_ref().map(|aside| aside.document.clone()), Some(first));
    assert_eq!(desk.session().reading.as_ref().map(|reading| reading.caret.span()), Some(passage.span));
}

#[test]
fn marks_of_the_other_passage_are_offered_and_taken_in_one_act() {
    let (mut desk, _) = two_articles();
    offer(&mut desk);
    assert_eq!(
        rows(&desk),
        [
            "x organisation: ministry",
            "- claim: ? 229 people are still held in Gaza",
            "- quantity: ? 229 people",
            "x place: Gaza",
        ],
        "what reads otherwise is left to the person"
    );
    assert_eq!(desk.marks(), Vec::<String>::new(), "nothing is taken by itself");
    do_(&mut desk, PassageAct::Tick(1, true));
    let before = desk.session().counter;
    do_(&mut desk, PassageAct::Take);
    assert_eq!(desk.session().counter, before + 1, "one act");
    assert_eq!(desk.said(), "3 marks taken over, with their links");
    assert_eq!(
        desk.marks(),
        ["organisation: ministry", "claim: 229 people are still held in Gaza", "place: Gaza"]
    );
    let session = desk.session();
    let all: Vec<_> = session.project.annotations(&desk.document()).expect("there").iter().collect();
    assert!(all.iter().all(|own| own.origin.how == How::Propagated && own.origin.from.len() == 1));
    let names = all.iter().filter_map(|own| session.name_of(own.refers_to.as_ref()?));
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["Ministry of Foreign Affairs", "More than 200 people are held", "Gaza Strip"]
    );
    assert!(all[1].attributes.get("stance").is_none(), "of other words nobody has said how they stand to it");
    desk.run(Command::Undo);
    assert_eq!(desk.marks(), Vec::<String>::new(), "one undo");
    assert!(desk.session().mentions_agree());
}

#[test]
fn what_reads_the_same_keeps_what_was_said_of_it() {
    let mut desk = Desk::with(PASSAGE);
    let mention = mark(&mut desk, "ministry", "organisation", "");
    mark(&mut desk, "224 people are still held in Gaza", "claim", "More than 200 people are held");
    desk.act(Action::step(SetValue(AttributeId::new("stance"), "reports".into())));
    desk.run(Command::Pick(postil::app::Picked::Speaker));
    desk.act(Action::Click {
        caret: desk.session().reading.as_ref().expect("open").caret,
        ids: vec![mention],
        add: false,
    });
    assert_eq!(desk.session().speaker_names(desk.session().selected().expect("selected")).len(), 1);
    desk.paste("Second", &format!("  {}  ", PASSAGE.to_uppercase()));
    desk.paste("Third", &format!("{PASSAGE}\nMore will follow."));
    let all = repeated(&mut desk);
    assert_eq!(all[0].others.iter().map(|other| other.likeness).collect::<Vec<_>>(), [100, 100]);
    offer(&mut desk);
    do_(&mut desk, PassageAct::Take);
    let session = desk.session();
    let all = session.project.annotations(&desk.document()).expect("there");
    let claim = all.iter().find(|own| own.label.as_str() == "claim").expect("taken over");
    assert!(claim.attributes.get("stance").is_some());
    assert!(
        session.speaker_names(claim).is_empty(),
        "an annotation of another article speaks there, not here"
    );
    assert!(matches!(claim.refers_to, Some(Reference::Claim(_))));
}

#[test]
fn what_is_there_already_is_not_offered() {
    let (mut desk, _) = two_articles();
    desk.mark("Gaza", "place");
    offer(&mut desk);
    assert!(!rows(&desk).iter().any(|row| row.contains("place: Gaza")), "{:?}", rows(&desk));
    do_(&mut desk, PassageAct::Take);
    let (here, document, there) = offer(&mut desk);
    do_(&mut desk, PassageAct::Tick(0, true));
    do_(&mut desk, PassageAct::Tick(1, true));
    do_(&mut desk, PassageAct::Take);
    do_(&mut desk, PassageAct::Offer(here, document, there));
    assert!(desk.state.dialog.is_none());
    assert_eq!(desk.said(), "All that is marked there is marked here, too.");
}

#[test]
fn passages_follow_what_comes_and_goes() {
    let (mut desk, first) = two_articles();
    assert_eq!(repeated(&mut desk).len(), 1);
    desk.act(Action::RemoveDocuments(vec![first]));
    assert_eq!(repeated(&mut desk).len(), 0);
    let open = desk.document();
    desk.run(Command::Undo);
    desk.act(Action::OpenArticle(open));
    assert_eq!(repeated(&mut desk).len(), 1, "it came back");
    assert!(desk.session().passages_agree());
}

#[test]
fn a_large_project_is_read_in_slices() {
    let mut desk = Desk::new();
    let filler = "Nothing of this was said by anybody else, as far as number can be known. ".repeat(30);
    for n in 0..30 {
        let text: String = (0..4).map(|at| filler.replace("number", &format!("w{n}x{at}")) + "\n").collect();
        desk.paste(&format!("Report {n}"), &format!("{PASSAGE}\n{text}"));
    }
    do_(&mut desk, PassageAct::Look);
    assert!(desk.session().repeated().is_empty(), "not all is read");
    assert!(desk.later() > 3);
    assert_eq!(desk.session().repeated()[0].others.len(), 29);
}
