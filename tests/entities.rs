//! What annotations speak of: linking by box and key, suggestions, and the registry with its cards.

use crate::support::desk::Desk;
use postil::app::{
    Action, Answer, CardRow, Command, Edge, EntitiesScreen, EntityAct, LinkAct, Motion, Screen, SearchAct,
    Way,
};
use postil::model::{AnnotationId, Entity, EntityId, LabelId, Reference};

const TEXT: &str = "Mikhail Bogdanov met Mousa Abu Marzook in Moscow.\n\
    Bogdanov thanked Marzook; Iran was silent, and Iranian papers, too.\nMarzook left Moscow.";
const SECOND: &str = "Абу Марзук прибыл в Москву.\nMarzouk spoke.";

/// The rows of the box for what is selected.
fn offered(desk: &Desk, words: &str) -> Vec<String> {
    let session = desk.session();
    let selected = session.selected().expect("an annotation is selected");
    let said = |answer: Answer| match answer {
        Answer::Entity(_, name, ..) => name,
        Answer::Claim(_, text, _) => text,
        Answer::Create(name) => format!("create {name}"),
        Answer::Nil => "none".to_owned(),
        Answer::Nothing => "nothing".to_owned(),
    };
    session.link_choices(selected, words).into_iter().map(said).collect()
}

fn take(desk: &mut Desk, answer: Answer) {
    desk.act(Action::step(LinkAct::Take(answer)));
    assert!(desk.session().mentions_agree(), "what is kept of the mentions is what a look at all finds");
}

/// Marks and makes the entity that it speaks of.
fn make(desk: &mut Desk, quote: &str, label: &str) -> EntityId {
    desk.mark(quote, label);
    take(desk, Answer::Create(quote.to_owned()));
    referred(desk).expect("it was made")
}

fn referred(desk: &Desk) -> Option<EntityId> {
    match &desk.session().selected()?.refers_to {
        Some(Reference::Entity(id)) => Some(id.clone()),
        _ => None,
    }
}

fn entity(desk: &Desk, id: &EntityId) -> Entity {
    desk.session().project.entities.get(id).expect("it is in the registry").clone()
}

fn names(desk: &Desk, id: &EntityId) -> Vec<String> {
    entity(desk, id).names().map(str::to_owned).collect()
}

fn do_(desk: &mut Desk, act: EntityAct) {
    desk.act(Action::step(act));
    assert!(desk.session().mentions_agree());
}

/// The second occurrence of a word, marked.
fn mark_behind(desk: &mut Desk, quote: &str, behind: &str, label: &str) -> AnnotationId {
    let document = desk.session().document().expect("an article is open").clone();
    let text = document.text.as_str();
    let from = text.find(behind).expect("the text holds it");
    let start = from + text[from..].find(quote).expect("and what is looked for behind it");
    let byte = |at: usize| postil::text::Byte(at as u32);
    let span = postil::text::Span::new(byte(start), byte(start + quote.len()));
    desk.act(Action::Select { spans: vec![span], exact: false });
    desk.act(Action::Mark(LabelId::new(label)));
    desk.session().selected().expect("it is marked").id.clone()
}

#[test]
fn the_first_mention_makes_the_entity_and_the_next_ones_are_suggested() {
    let mut desk = Desk::with(TEXT);
    desk.mark("Mousa Abu Marzook", "person");
    assert_eq!(offered(&desk, ""), ["create Mousa Abu Marzook", "none"]);
    let marzook = {
        take(&mut desk, Answer::Create("Mousa Abu Marzook".into()));
        assert_eq!(desk.said(), "Created Mousa Abu Marzook");
        referred(&desk).expect("it was made")
    };
    assert_eq!(entity(&desk, &marzook).label, LabelId::new("person"));
    assert_eq!(names(&desk, &marzook), ["Mousa Abu Marzook"], "a name that it has is no other name");

    mark_behind(&mut desk, "Marzook", "thanked", "person");
    assert_eq!(offered(&desk, ""), ["Mousa Abu Marzook", "create Marzook", "none"]);
    assert_eq!(referred(&desk), None, "nothing is taken by itself");
    desk.run(Command::LinkFirst);
    assert_eq!(names(&desk, &marzook), ["Mousa Abu Marzook", "Marzook"], "the spelling is learnt");
    let alias = &entity(&desk, &marzook).aliases[0];
    assert_eq!((alias.language.as_str(), alias.script.as_str()), ("id", "Latn"));

    desk.paste("Second", SECOND);
    desk.mark("Абу Марзук", "person");
    assert_eq!(offered(&desk, "")[0], "Mousa Abu Marzook", "over scripts");
    desk.mark("Москву", "place");
    assert!(!offered(&desk, "").contains(&"Mousa Abu Marzook".to_owned()), "the type must fit");
}

#[test]
fn one_key_links_and_goes_on_to_the_next_without_a_link() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Mousa Abu Marzook", "person");
    let second = mark_behind(&mut desk, "Marzook", "thanked", "person");
    let third = mark_behind(&mut desk, "Marzook", "too.", "person");
    desk.act(Action::step(EntityAct::GoTo(desk.document(), second)));
    desk.run(Command::LinkFirst);
    assert_eq!(desk.session().selected().map(|a| a.id.clone()), Some(third), "the next one without a link");
    assert!(desk.said().starts_with("Linked to Mousa Abu Marzook. Selected"), "{}", desk.said());
    desk.run(Command::LinkFirst);
    assert_eq!(desk.said(), "Linked to Mousa Abu Marzook. Every mention is linked");
    assert_eq!(desk.session().times(&Reference::Entity(marzook.clone())), 3);
    assert_eq!(desk.session().same_here().len(), 2, "the others in this article stand out");

    // Round through all places, over the end.
    let places = |desk: &mut Desk, way| {
        desk.run(Command::Place(way));
        desk.session().selected().map(|a| a.fragments.hull().start())
    };
    let start = desk.session().selected().map(|a| a.fragments.hull().start());
    let first = places(&mut desk, Way::Next);
    assert!(first < start && desk.said().starts_with("1 of 3. "), "{}", desk.said());
    assert_eq!(places(&mut desk, Way::Previous), start);

    desk.run(Command::Undo).run(Command::Undo).run(Command::Undo);
    assert_eq!(desk.session().times(&Reference::Entity(marzook)), 1);
    assert!(desk.session().mentions_agree());
}

#[test]
fn who_looks_on_passes_over_and_who_links_comes_back_to_it() {
    let mut desk = Desk::with("Ana met Boris. Carla met Dora. Dora left.");
    let passed = desk.mark("Boris", "person");
    make(&mut desk, "Dora", "person");
    let last = mark_behind(&mut desk, "Dora", ". Dora left", "person");
    desk.paste("", "Emil came.");
    let other = desk.mark("Emil", "person");
    let first = desk.session().project.in_order()[0].id.clone();
    let selected = |desk: &Desk| desk.session().selected().map(|own| own.id.clone());
    desk.act(Action::step(EntityAct::GoTo(first.clone(), last.clone())));
    desk.run(Command::NextUnlinked);
    assert_eq!(selected(&desk), Some(other.clone()));
    let said = "Done in that article; it goes on in “Emil came.”. Selected Person “Emil”";
    let notice = desk.state.notice.as_ref().map(|notice| notice.text.as_str());
    assert_eq!((desk.said(), notice), (said, Some(said)));
    desk.run(Command::NextUnlinked);
    assert_eq!(selected(&desk), Some(passed.clone()));
    desk.run(Command::NextUnlinked);
    assert_eq!(selected(&desk), Some(last.clone()), "in the order of the text");
    desk.run(Command::NextUnlinked);
    assert_eq!(selected(&desk), Some(other.clone()), "nothing holds who only looks");
    // A link goes on with what was passed over before it leaves the article.
    desk.act(Action::step(EntityAct::GoTo(first, last)));
    desk.run(Command::LinkFirst);
    assert_eq!(selected(&desk), Some(passed));
    assert!(desk.said().starts_with("Linked to Dora. Selected"), "{}", desk.said());
}

#[test]
fn a_spelling_goes_with_the_mark_that_it_was_learnt_from() {
    let mut desk = Desk::with("Mousa Abu Marzook came. Marzook said so. Marzook left.");
    let id = make(&mut desk, "Mousa Abu Marzook", "person");
    let mark = mark_behind(&mut desk, "Marzook", "came", "person");
    let link = |desk: &mut Desk| {
        let entity = entity(desk, &id);
        take(desk, Answer::Entity(entity.id, entity.name.clone(), entity.name, None));
    };
    let move_end = |desk: &mut Desk, motion| {
        desk.run(Command::MoveEnd(Edge::End, motion));
    };
    link(&mut desk);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook"]);
    move_end(&mut desk, Motion::WordRight);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook said"]);
    move_end(&mut desk, Motion::WordRight);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook said so"]);
    assert!(desk.said().contains("Marzook said so"), "{}", desk.said());
    desk.run(Command::Undo);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook said"], "one undo takes both back");
    desk.run(Command::Undo);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook"]);
    // Another mark reads so, too.
    mark_behind(&mut desk, "Marzook", "said", "person");
    link(&mut desk);
    desk.act(Action::SelectAnnotation { id: mark, add: false, range: false });
    move_end(&mut desk, Motion::WordRight);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook", "Marzook said"]);
    // What a person typed stays.
    do_(&mut desk, EntityAct::RemoveName(id.clone(), "Marzook said".into()));
    do_(&mut desk, EntityAct::AddName(id.clone(), "Marzook said".into()));
    move_end(&mut desk, Motion::WordLeft);
    assert_eq!(names(&desk, &id), ["Mousa Abu Marzook", "Marzook", "Marzook said"]);
}

#[test]
fn none_in_the_registry_is_an_answer_and_a_link_comes_off() {
    let mut desk = Desk::with(TEXT);
    desk.mark("Iran", "place");
    desk.run(Command::LinkNone);
    assert!(matches!(desk.session().selected().and_then(|a| a.refers_to.clone()), Some(Reference::Nil(_))));
    assert_eq!(offered(&desk, ""), ["create Iran", "nothing"]);
    desk.run(Command::NextUnlinked);
    assert_eq!(desk.said(), "Every mention is linked", "none is an answer");
    take(&mut desk, Answer::Nothing);
    assert_eq!(desk.session().selected().and_then(|a| a.refers_to.clone()), None);
}

#[test]
fn what_is_typed_finds_names_and_several_are_linked_at_once() {
    let mut desk = Desk::with(TEXT);
    let moscow = make(&mut desk, "Moscow", "place");
    let second = mark_behind(&mut desk, "Moscow", "left", "place");
    let iran = desk.mark("Iran", "place");
    assert_eq!(offered(&desk, "mosc"), ["Moscow", "create mosc", "none"]);
    desk.act(Action::step(LinkAct::Type("mosc".into())));
    assert_eq!(desk.session().linking().map(|linking| linking.words.as_str()), Some("mosc"));
    desk.act(Action::SelectAnnotation { id: second, add: true, range: false });
    assert!(desk.session().linking().is_none(), "the box belongs to one annotation");
    let before = desk.session().counter;
    take(&mut desk, Answer::Entity(moscow.clone(), "Moscow".into(), "Moscow".into(), None));
    assert_eq!(desk.session().times(&Reference::Entity(moscow.clone())), 3);
    assert_eq!(desk.session().counter, before + 1, "one act");
    assert!(names(&desk, &moscow).contains(&"Iran".to_owned()), "it was called so, by {iran}");
    desk.run(Command::Undo);
    assert_eq!(desk.session().times(&Reference::Entity(moscow)), 1);
}

#[test]
fn entities_are_merged_and_split_in_one_step_each() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Mousa Abu Marzook", "person");
    mark_behind(&mut desk, "Marzook", "thanked", "person");
    take(&mut desk, Answer::Create("Marzook".into()));
    let other = referred(&desk).expect("it was made");
    do_(
        &mut desk,
        EntityAct::AddId(other.clone(), "Wikidata".into(), "https://www.wikidata.org/wiki/Q42".into()),
    );
    do_(&mut desk, EntityAct::Note(other.clone(), "Leads the delegation".into()));
    let before = desk.file();

    do_(&mut desk, EntityAct::Merge(marzook.clone(), other.clone()));
    assert_eq!(desk.said(), "Marzook is part of Mousa Abu Marzook now");
    let merged = entity(&desk, &marzook);
    assert_eq!(names(&desk, &marzook), ["Mousa Abu Marzook", "Marzook"]);
    assert_eq!((merged.ids[0].id.as_str(), merged.note.as_str()), ("Q42", "Leads the delegation"));
    assert!(!desk.session().project.entities.contains_key(&other));
    assert_eq!(desk.session().times(&Reference::Entity(marzook.clone())), 2);

    let card = desk.session().card(&marzook).expect("it is there");
    let [CardRow::Article(_, 2), CardRow::Mention(_), CardRow::Mention(second)] = &card.rows[..] else {
        panic!("an article and two mentions: {:?}", card.rows)
    };
    do_(&mut desk, EntityAct::Tick(second.id.clone(), true));
    do_(&mut desk, EntityAct::Split(marzook.clone()));
    assert_eq!(names(&desk, &marzook), ["Mousa Abu Marzook"], "a spelling goes with those that have it");
    let own = desk.state.entities.open.clone().expect("the new card is open");
    assert_eq!(names(&desk, &own), ["Marzook"]);
    assert_eq!(desk.session().times(&Reference::Entity(own)), 1);

    desk.run(Command::Undo).run(Command::Undo);
    assert_eq!(strip(&desk.file()), strip(&before), "undone in one step each");
}

/// Without the time of the last act.
fn strip(file: &str) -> String {
    file.lines().filter(|line| !line.contains("\"modified\"")).collect()
}

#[test]
fn deleting_an_entity_leaves_its_mentions() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Mousa Abu Marzook", "person");
    do_(&mut desk, EntityAct::Delete(marzook.clone()));
    assert_eq!(desk.said(), "Mousa Abu Marzook deleted; 1 mention stays, without a link");
    assert_eq!(desk.marks(), ["person: Mousa Abu Marzook"]);
    assert_eq!(desk.session().selected().and_then(|a| a.refers_to.clone()), None);
    desk.run(Command::Undo);
    assert_eq!(desk.session().times(&Reference::Entity(marzook)), 1);
}

#[test]
fn the_registry_is_found_by_any_name_and_says_how_often() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Mousa Abu Marzook", "person");
    make(&mut desk, "Iran", "place");
    do_(&mut desk, EntityAct::AddName(marzook.clone(), "  Абу   Марзук ".into()));
    let rows = |desk: &Desk, words: &str| {
        let screen = EntitiesScreen { words: words.to_owned(), ..desk.state.entities.clone() };
        let found = desk.session().entities_found(&screen);
        let rows = found.iter().filter_map(|id| desk.session().entity_row(id, &screen));
        rows.map(|row| format!("{} {} {}", row.name, row.found, row.mentions)).collect::<Vec<_>>()
    };
    assert_eq!(rows(&desk, ""), ["Iran  1", "Mousa Abu Marzook  1"]);
    assert_eq!(rows(&desk, "марз"), ["Mousa Abu Marzook Абу Марзук 1"]);
    do_(&mut desk, EntityAct::Only(Some(LabelId::new("place"))));
    assert_eq!(rows(&desk, ""), ["Iran  1"]);
    do_(&mut desk, EntityAct::Prefer(marzook.clone(), "Абу Марзук".into()));
    assert_eq!(names(&desk, &marzook), ["Абу Марзук", "Mousa Abu Marzook"]);
    do_(&mut desk, EntityAct::AddId(marzook.clone(), "wikidata".into(), "42".into()));
    assert_eq!(entity(&desk, &marzook).ids, [], "a Wikidata id is a Q and digits");
    assert!(desk.said().contains("42"), "{}", desk.said());
    do_(&mut desk, EntityAct::New("Hamas".into(), LabelId::new("organisation")));
    assert_eq!(desk.session().project.entities.len(), 3);
}

#[test]
fn names_keep_their_language_and_script_whatever_becomes_of_them() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Mousa Abu Marzook", "person");
    let second = mark_behind(&mut desk, "Marzook", "thanked", "person");
    desk.run(Command::LinkFirst);
    let known = |desk: &Desk| {
        let mut known: Vec<String> = entity(desk, &marzook)
            .aliases
            .into_iter()
            .map(|alias| format!("{} {} {}", alias.value, alias.language, alias.script))
            .collect();
        known.sort();
        known
    };
    assert_eq!(known(&desk), ["Marzook id Latn"]);
    do_(&mut desk, EntityAct::Prefer(marzook.clone(), "Marzook".into()));
    assert_eq!(names(&desk, &marzook), ["Marzook", "Mousa Abu Marzook"], "each is said once");
    let card = desk.session().card(&marzook).expect("it is in the registry");
    let others: Vec<&str> = card.spellings.iter().map(|one| one.alias.value.as_str()).collect();
    assert_eq!(others, ["Mousa Abu Marzook"], "the canonical name is no other name");
    do_(&mut desk, EntityAct::Prefer(marzook.clone(), "Mousa Abu Marzook".into()));
    assert_eq!(known(&desk), ["Marzook id Latn", "Mousa Abu Marzook  Latn"]);
    do_(&mut desk, EntityAct::Name(marzook.clone(), "Abu Marzook".into()));
    assert_eq!(names(&desk, &marzook), ["Abu Marzook", "Mousa Abu Marzook", "Marzook"]);

    // Another one that is called so, of which it is known less: what is known stays.
    do_(&mut desk, EntityAct::New("Marzook".into(), LabelId::new("person")));
    let other =
        desk.session().project.entities.keys().find(|id| **id != marzook).expect("it was made").clone();
    do_(&mut desk, EntityAct::AddName(other.clone(), "Mousa Abu Marzook".into()));
    do_(&mut desk, EntityAct::Merge(marzook.clone(), other.clone()));
    assert_eq!(known(&desk), ["Marzook id Latn", "Mousa Abu Marzook  Latn"]);
    // And the other way round the one that goes brings what is known of it.
    desk.run(Command::Undo);
    do_(&mut desk, EntityAct::Merge(other.clone(), marzook.clone()));
    let merged = entity(&desk, &other);
    let of = |name: &str| merged.aliases.iter().find(|alias| alias.value == name).cloned();
    let own = of("Marzook").expect("its language is known");
    assert_eq!((merged.name.as_str(), own.language.as_str(), own.script.as_str()), ("Marzook", "id", "Latn"));
    assert!(of("Abu Marzook").is_some());
    assert!(desk.session().annotation(&second).is_some());
}

#[test]
fn the_card_opens_from_the_article_and_leads_back() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Mousa Abu Marzook", "person");
    let (document, id) = (desk.document(), desk.session().selected().expect("selected").id.clone());
    desk.run(Command::OpenCard);
    assert_eq!((desk.state.screen, desk.state.entities.open.as_ref()), (Screen::Entities, Some(&marzook)));
    desk.act(Action::step(EntityAct::GoTo(document, id.clone())));
    assert_eq!(desk.state.screen, Screen::Read);
    assert_eq!(desk.session().selected().map(|a| a.id.clone()), Some(id));
}

#[test]
fn all_that_reads_the_same_is_marked_and_linked_after_a_look() {
    let mut desk = Desk::with(TEXT);
    let iran = make(&mut desk, "Iran", "place");
    desk.paste("Second", "Iran and Iran. Iranian.");
    let there = desk.mark("Iran", "place");
    let first = desk.session().project.documents().next().expect("there are two").id.clone();
    let id = desk.session().mentions_of(&Reference::Entity(iran.clone()))[0].id.clone();
    do_(&mut desk, EntityAct::GoTo(first, id));

    desk.run(Command::MarkSame);
    assert_eq!((desk.state.screen, desk.state.search.words.as_str()), (Screen::Search, "Iran"));
    let states = desk.session().found_states(&desk.state.search);
    // The first article's is marked and linked; of the second's one is marked and has no link, and one is free.
    assert_eq!(states.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2], "words only");
    assert_eq!(desk.state.search.chosen(&states), 2);
    do_search(&mut desk, SearchAct::Mark);
    assert_eq!(desk.said(), "1 marked as Place; 1 was before, and linked to Iran with 1 that had no link");
    assert_eq!(desk.session().times(&Reference::Entity(iran.clone())), 3);
    desk.run(Command::Undo);
    assert_eq!(desk.session().times(&Reference::Entity(iran)), 1, "one undo for all");
    let second = desk.session().project.documents().nth(1).expect("there are two").id.clone();
    let back = desk.session().project.annotation(&second, &there).expect("it was marked before");
    assert_eq!(back.refers_to, None);
}

fn do_search(desk: &mut Desk, act: SearchAct) {
    desk.act(Action::step(act));
    assert!(desk.session().mentions_agree());
}

#[test]
fn what_is_gone_from_the_registry_is_not_linked_to() {
    let mut desk = Desk::with(TEXT);
    make(&mut desk, "Iran", "place");
    desk.run(Command::MarkSame);
    desk.run(Command::Undo);
    let states = desk.session().found_states(&desk.state.search);
    assert_eq!(desk.state.search.chosen(&states), 0, "it is marked, and there is nothing to link it to");
    desk.paste("Second", "Iran again.");
    desk.act(Action::step(SearchAct::Words("Iran".into())));
    do_search(&mut desk, SearchAct::Mark);
    let referring = desk.session().project.all_annotations().filter(|a| a.refers_to.is_some()).count();
    assert_eq!((referring, desk.session().project.annotation_count()), (0, 2));
}

#[test]
fn another_kind_of_label_takes_the_link_off_and_only_mentions_are_of_nobody() {
    let mut desk = Desk::with(TEXT);
    let iran = make(&mut desk, "Iran", "place");
    desk.act(Action::Relabel(LabelId::new("organisation")));
    assert_eq!(referred(&desk), Some(iran), "another type of entity keeps it");
    desk.act(Action::Relabel(LabelId::new("claim")));
    assert_eq!(desk.session().selected().and_then(|a| a.refers_to.clone()), None);
    desk.run(Command::LinkNone);
    assert_eq!(
        desk.session().selected().and_then(|a| a.refers_to.clone()),
        None,
        "a statement tells a claim"
    );
    desk.run(Command::Undo);
    assert!(referred(&desk).is_some(), "one step");
}

#[test]
fn a_new_name_keeps_the_old_one_and_what_is_linked_stays_linked() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Marzook", "person");
    do_(&mut desk, EntityAct::Name(marzook.clone(), "Mousa Abu Marzook".into()));
    assert_eq!(names(&desk, &marzook), ["Mousa Abu Marzook", "Marzook"], "texts have it");
    do_(&mut desk, EntityAct::Name(marzook.clone(), "Marzook".into()));
    assert_eq!(names(&desk, &marzook), ["Marzook", "Mousa Abu Marzook"], "none stands twice");
    desk.run(Command::LinkNone);
    desk.run(Command::LinkFirst);
    let nil =
        desk.session().project.all_annotations().filter(|a| matches!(a.refers_to, Some(Reference::Nil(_))));
    assert_eq!(nil.count(), 1, "what somebody said stays");
}

#[test]
fn another_project_has_nothing_of_the_open_card() {
    let mut desk = Desk::with(TEXT);
    let marzook = make(&mut desk, "Marzook", "person");
    do_(&mut desk, EntityAct::Open(Some(marzook)));
    let other = desk.session().clone();
    desk.act(Action::Opened(Box::new(other)));
    assert_eq!(desk.state.entities, EntitiesScreen::default());
}
