//! The palette: what it offers, and that it does it.

use crate::support::desk::Desk;
use postil::app::{Action, Command, Dialog, Effect, Screen, Settings, entries};
use postil::model::Metadata;

fn names(desk: &Desk, words: &str) -> Vec<String> {
    entries(&desk.state, words).into_iter().map(|entry| format!("{}{}", entry.kind, entry.name)).collect()
}

#[test]
fn it_finds_commands_labels_and_articles_by_any_words_of_their_names() {
    let mut desk = Desk::with("Ana was here.");
    desk.paste("Хания в Москве", "Ana was there.");
    assert_eq!(names(&desk, "PROJECT open"), ["Open project"]);
    assert_eq!(names(&desk, "organ"), ["LabelOrganisation"]);
    assert_eq!(names(&desk, "москве"), ["ArticleХания в Москве"]);
    let (id, metadata) = (desk.document(), desk.session().document().expect("it is open").metadata.clone());
    desk.act(Action::SetMetadata(id, Box::new(Metadata { title: " ".into(), ..metadata })));
    assert_eq!(
        names(&desk, "untitled"),
        ["ArticleUntitled"],
        "it is found by the words in the title's place"
    );
    assert!(names(&desk, "").len() > 20 && names(&desk, "no such thing").is_empty());
    assert!(
        !names(&desk, "").iter().any(|name| name == "Character left"),
        "what only keys are for is not offered"
    );
    desk.act(Action::Show(Screen::Library));
    assert_eq!(desk.state.screen, Screen::Library);
    assert!(
        names(&desk, "organ").is_empty() && names(&desk, "pen:").is_empty(),
        "nothing can be marked here"
    );
}

#[test]
fn what_is_chosen_is_done_and_remembered() {
    let mut desk = Desk::with("Ana was here.");
    desk.run(Command::Palette);
    assert!(matches!(desk.state.dialog, Some(Dialog::Palette { .. })));
    let chosen = entries(&desk.state, "keys").remove(0).action;
    desk.act(Action::Choose(Box::new(chosen)));
    assert_eq!(desk.state.dialog, Some(Dialog::Keyboard(String::new())), "it takes the palette's place");
    assert_eq!(names(&desk, "")[0], "All keys", "what was done last comes first");
    let [Effect::KeepSettings(kept)] = &desk.effects[..] else { panic!("it is kept: {:?}", desk.effects) };
    let mut next = Desk::with("Ana was here.");
    next.act(Action::Follow(Box::new(Settings::read(&kept.write()))));
    assert_eq!(names(&next, "")[0], "All keys", "also the next time");
    assert_eq!(names(&next, "").iter().filter(|name| *name == "All keys").count(), 1);
    desk.select("Ana").run(Command::Palette);
    let label = entries(&desk.state, "person").remove(0).action;
    desk.act(Action::Choose(Box::new(label)));
    assert_eq!(desk.marks(), ["person: Ana"], "the selection is still there for it");
    assert_eq!(names(&desk, "")[0], "All keys");
}
