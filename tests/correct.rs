//! A corrected text: what becomes of the annotations, and that nothing is lost on the way.

use crate::support::desk::Desk;
use postil::app::{Action, Choice, Command, CorrectAct, Correction, Dialog, Effect, Look, Screen, Stage};
use postil::edit::{Carried, carry};
use postil::formats::{Reading, Undecided};
use postil::model::{DocumentStatus, Fragments};
use postil::text::{Blocks, Byte, Changes, Span, Text};
use proptest::prelude::*;
use std::rc::Rc;

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

/// A text and the fragments that stand in it between brackets.
fn marked(written: &str) -> (String, Fragments) {
    let (mut plain, mut spans, mut open) = (String::new(), Vec::new(), Byte(0));
    for char in written.chars() {
        let at = Byte(plain.len() as u32);
        match char {
            '[' => open = at,
            ']' => spans.push(Span::new(open, at)),
            char => plain.push(char),
        }
    }
    (plain, Fragments::new(spans).unwrap())
}

fn quotes(text: &Text, fragments: &Fragments) -> Vec<String> {
    fragments.spans().iter().map(|span| text.slice(*span).to_owned()).collect()
}

fn show(new: &Text, carried: &Carried) -> String {
    let show = |fragments: &Fragments| {
        let (mut out, mut at) = (String::new(), 0);
        for span in fragments.spans() {
            out.push_str(&new.as_str()[at..span.start().index()]);
            out.push_str(&format!("[{}]", new.slice(*span)));
            at = span.end().index();
        }
        out + &new.as_str()[at..]
    };
    match carried {
        Carried::Stays(fragments) => show(fragments),
        Carried::Moves(fragments) => format!("moves: {}", show(fragments)),
        Carried::Asks(offers) => format!(
            "asks: {}",
            offers.iter().map(|offer| quotes(new, offer).join("+")).collect::<Vec<_>>().join(" | ")
        ),
    }
}

#[test]
fn annotations_go_by_place_and_quote() {
    for (old, new, expected) in [
        ("[Ada] met Ben.", "Yesterday, Ada met Ben.", "Yesterday, [Ada] met Ben."),
        ("Ada met [Ben].", "Ada met old Ben in Rome.", "Ada met old [Ben] in Rome."),
        // The same name twice: by place.
        ("Ada met [Ada].", "Today Ada met Ada.", "Today Ada met [Ada]."),
        // A slip inside the marked words.
        ("In [Jakrta] today.", "In Jakarta today.", "asks: Jakarta"),
        ("[1,200 people] came", "1,400 people came", "asks: 1,400 people"),
        // The same in a sentence that changed as a whole, of which not all is offered.
        ("[Jakrta] was closed. Nobody was hurt.", "Jakarta is open again, they say.", "asks: Jakarta"),
        (
            "It was closed. Nobody was hurt in [Bogor].",
            "Traffic is flowing again as before, they say.",
            "asks: ",
        ),
        // A word that grew.
        ("[Zakharov] said", "Zakharova said", "asks: Zakharova | Zakharov"),
        ("[Ben] ran", "Benny ran", "asks: Benny | Ben"),
        ("for [200] people", "for 1200 people", "asks: 1200 | 200"),
        ("in [ran] then", "in Iran then", "asks: Iran | ran"),
        ("سافر [محمود] أمس", "سافر ومحمود أمس", "asks: ومحمود | محمود"),
        // A longer name in a script without spaces is not another word.
        ("[莫斯科]说", "在莫斯科说", "在[莫斯科]说"),
        // More inside than before.
        ("He said [Mr Smith] left", "He said Mr John Smith left", "asks: Mr John Smith"),
        // Taken out, and nowhere else.
        ("One came. [Two] went. Three.", "One came. Three.", "asks: "),
        // Taken out here; it stands elsewhere, too.
        ("Ben came. Then [Ben] went.", "Ben came. Then nobody went.", "asks: nobody | Ben"),
        // Pieces.
        ("[took] the hat [off] here", "took the big hat off here", "[took] the big hat [off] here"),
        ("[took] the hat [off] here", "took the big hat of here", "asks: took+of"),
        // Part of a word that changed.
        ("the [Indonesia]n boats", "the Indonesia boats", "the [Indonesia] boats"),
        // Other scripts.
        ("قال [محمود عباس] اليوم", "قال الرئيس محمود عباس اليوم", "قال الرئيس [محمود عباس] اليوم"),
        ("昨天[莫斯科]表示", "昨天，莫斯科方面表示", "昨天，[莫斯科]方面表示"),
        ("[Мария Захарова] сказала", "Вчера Мария Захарова сказала", "Вчера [Мария Захарова] сказала"),
        ("[Presiden] berkata", "“Presiden” berkata", "“[Presiden]” berkata"),
        // An accent comes behind the last letter: the mark would cut it.
        ("a [cafe] here", "a cafe\u{301} here", "asks: cafe\u{301}"),
    ] {
        let (plain, fragments) = marked(old);
        let new = text(new);
        let changes = Changes::between(&text(&plain), &new);
        assert_eq!(show(&new, &carry(&changes, &fragments)), expected, "{old} -> {}", new.as_str());
    }
}

#[test]
fn a_paragraph_that_moves_takes_its_annotations_along() {
    let one = "The minister of the interior met [Ben Okri] at the harbour on Monday.";
    let two = "Nobody was hurt when the roof of the old market came down, the police said, and no cause is known yet.";
    let (plain, fragments) = marked(&format!("{one}\n\n{two}\n"));
    let new = text(&format!("{two}\n\n{}\n", plain.lines().next().unwrap()));
    let changes = Changes::between(&text(&plain), &new);
    let carried = carry(&changes, &fragments);
    let (Carried::Stays(fragments) | Carried::Moves(fragments)) = carried else { panic!("{carried:?}") };
    assert_eq!(quotes(&new, &fragments), ["Ben Okri"]);
}

/// A megabyte, half of which is another, is compared in a moment; so is one that has nothing in common.
#[test]
fn long_texts_are_compared_in_a_moment() {
    let words = |seed: u64, count: usize| -> String {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % 5000
        };
        (0..count).map(|n| format!("w{}{}", next(), if n % 12 == 11 { ".\n" } else { " " })).collect()
    };
    let old = words(1, 170_000);
    let half = format!("{}{}", &old[..old.len() / 2], words(2, 85_000));
    for new in [half, words(3, 170_000)] {
        let began = std::time::Instant::now();
        let changes = Changes::between(&text(&old), &text(&new));
        assert!(!changes.all().is_empty());
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
        println!("{} changes in {:?}", changes.all().len(), began.elapsed());
    }
}

proptest! {
    /// Where each word is another one, what is put in and taken out around annotations changes none of them.
    #[test]
    fn what_changes_elsewhere_changes_no_annotation(
        parts in prop::collection::vec((0u8..4, 0u8..4, any::<bool>()), 1..30), seed in 0u32..1000,
    ) {
        // Word by word: 0 to 3 words that go, 0 to 3 that come, and one that stays, which may be marked.
        let alphabet = ["w", "слово", "كلمة", "e\u{301}", "नमस्ते"];
        let mut serial = seed;
        let mut word = || {
            serial += 1;
            match alphabet.get(serial as usize % 6) {
                Some(letters) => format!("{letters}{serial} "),
                None => char::from_u32(0x4E00 + serial).unwrap().to_string(),
            }
        };
        let (mut old, mut new, mut marks) = (String::new(), String::new(), Vec::new());
        for (gone, put, mark) in parts {
            (0..gone).for_each(|_| old.push_str(&word()));
            (0..put).for_each(|_| new.push_str(&word()));
            let stays = word();
            if mark {
                let length = stays.trim_end().len();
                let span = |text: &str| Span::new(Byte(text.len() as u32), Byte((text.len() + length) as u32));
                marks.push((span(&old), span(&new)));
            }
            old.push_str(&stays);
            new.push_str(&stays);
        }
        let (old, new) = (text(&old), text(&new));
        let changes = Changes::between(&old, &new);
        for (from, to) in marks {
            let carried = carry(&changes, &Fragments::one(from).unwrap());
            prop_assert_eq!(carried, Carried::Stays(Fragments::one(to).unwrap()));
        }
    }

    /// Whatever becomes of a text: an annotation keeps what it quotes or is asked about, and every place that is taken or
    /// offered is one of the new text and cuts no character.
    #[test]
    fn an_annotation_keeps_its_quote_or_is_asked_about(
        old in "([ab ]|e\u{301}|中|ب|\n|👩‍👩‍👧|นี่){1,30}", new in "([ab ]|e\u{301}|中|ب|\n|👩‍👩‍👧|นี่){0,30}",
        ends in prop::collection::vec((0usize..60, 0usize..60), 1..3),
    ) {
        let (old, new) = (text(&old), text(&new));
        let at = |n: usize| old.floor_grapheme(Byte((n as u32).min(old.end().0)));
        let spans = ends.into_iter().map(|(a, b)| Span::new(at(a), at(b))).collect();
        let Some(fragments) = Fragments::join(spans) else { return Ok(()) };
        let changes = Changes::between(&old, &new);
        let carried = carry(&changes, &fragments);
        let places = match &carried {
            Carried::Stays(place) | Carried::Moves(place) => {
                prop_assert_eq!(quotes(&new, place), quotes(&old, &fragments));
                std::slice::from_ref(place)
            }
            Carried::Asks(places) => places,
        };
        for span in places.iter().flat_map(|place| place.spans()) {
            prop_assert!(new.get(*span).is_some_and(|quote| !quote.is_empty()));
            for end in [span.start(), span.end()] {
                prop_assert_eq!(new.floor_grapheme(end), end);
            }
        }
        if old == new {
            prop_assert_eq!(carried, Carried::Stays(fragments));
        }
    }
}

const OLD: &str =
    "Ana Wibowo met Budi in Semarang.\n\nThe harbour of Jakrta was closed. Nobody was hurt in Bogor.";
const NEW: &str = "On Monday Ana Wibowo met Budi in Semarang.\n\nThe harbour of Jakarta was closed.";

/// Somebody who works: with the dialog, as it is seen.
fn at_work(old: &str) -> Desk {
    let mut desk = Desk::with(old);
    desk.run(Command::CorrectText);
    desk
}

fn correction(desk: &Desk) -> &Correction {
    match &desk.state.dialog {
        Some(Dialog::Correct(correction)) => correction,
        other => panic!("{other:?}"),
    }
}

fn look(desk: &Desk) -> Rc<Look> {
    match &correction(desk).stage {
        Stage::Preview(look) => look.clone(),
        other => panic!("{other:?}"),
    }
}

/// Types a text, compares it, and does what is to be done soon until all is found.
fn compare(desk: &mut Desk, text: &str) {
    desk.act(Action::step(CorrectAct::Type(text.to_owned())));
    desk.act(Action::step(CorrectAct::Compare));
    while let Some(step) = desk.effects.iter().find_map(|effect| match effect {
        Effect::Soon(step) => Some(step.clone()),
        _ => None,
    }) {
        desk.act(Action::Step(step));
    }
}

/// The annotations to decide: their number, and what is offered.
fn asked(desk: &Desk) -> Vec<(usize, Vec<String>)> {
    let look = look(desk);
    let offers =
        |offers: &[Fragments]| offers.iter().map(|offer| quotes(&look.new.text, offer).join("+")).collect();
    look.asked().map(|(n, _, places)| (n, offers(places))).collect()
}

#[test]
fn a_new_version_is_looked_at_decided_and_taken_in_one_step() {
    let mut desk = Desk::with(OLD);
    for (quote, label) in [("Budi", "person"), ("Jakrta", "place"), ("Bogor", "place"), ("Semarang", "place")]
    {
        desk.mark(quote, label);
    }
    desk.run(Command::SetStatus(DocumentStatus::Done));
    desk.run(Command::CorrectText);
    let before = desk.file();
    compare(&mut desk, NEW);
    assert_eq!(desk.file(), before, "nothing changes before it is taken");
    assert_eq!(look(&desk).counts(), [2, 0, 2, 2]);
    assert!(desk.said().contains("2 annotations to decide"), "{}", desk.said());
    assert_eq!(asked(&desk), [(2, vec!["Jakarta".to_owned()]), (3, vec![])]);

    desk.act(Action::step(CorrectAct::Take));
    assert_eq!(desk.file(), before, "not before all is decided");
    desk.act(Action::step(CorrectAct::Choose(2, Choice::Place(0, false))));
    assert!(desk.said().contains("1 still"), "{}", desk.said());
    desk.act(Action::step(CorrectAct::Choose(3, Choice::Delete)));
    desk.act(Action::step(CorrectAct::Take));
    assert_eq!(desk.marks(), ["person: Budi", "place: Semarang", "place: Jakarta"]);
    assert_eq!(desk.session().document().unwrap().text.as_str(), NEW);
    assert!(desk.state.dialog.is_none());
    assert!(desk.said().contains("kept: 3 annotations, deleted: 1 annotation"), "{}", desk.said());
    assert!(desk.said().contains("stays “Done”"), "{}", desk.said());
    assert!(
        desk.effects.iter().any(|effect| matches!(effect, Effect::ShowArticle(Some(_)))),
        "it is drawn anew"
    );
    let reading = desk.session().reading.as_ref().unwrap();
    assert_eq!(reading.blocks.list(), Blocks::new(&text(NEW)).list(), "by its own paragraphs");
    let after = desk.file();

    desk.run(Command::Undo);
    // Only the time of the last act is another.
    let timeless =
        |file: &str| file.lines().filter(|line| !line.contains("\"modified\": \"1970")).collect::<String>();
    assert_eq!(desk.session().document().unwrap().text.as_str(), OLD);
    assert_eq!(timeless(&desk.file()), timeless(&before));
    assert_eq!(desk.marks(), ["person: Budi", "place: Semarang", "place: Jakrta", "place: Bogor"]);
    desk.run(Command::Redo);
    assert_eq!(timeless(&desk.file()), timeless(&after));
}

#[test]
fn what_nobody_decides_one_by_one_is_listed_as_unsure() {
    let mut desk = Desk::with(OLD);
    for quote in ["Jakrta", "Bogor", "Budi"] {
        desk.mark(quote, "place");
    }
    desk.run(Command::CorrectText);
    compare(&mut desk, NEW);
    desk.act(Action::step(CorrectAct::ChooseRest(Choice::Place(0, true))));
    assert_eq!(look(&desk).counts()[3], 1, "what has no place waits");
    // A person finds one.
    desk.act(Action::step(CorrectAct::Find(2, "nowhere".to_owned())));
    assert_eq!(look(&desk).fates[2].missed, "nowhere");
    // At every key; nothing is chosen by that.
    for typed in ["s", "sem", "semarang"] {
        desk.act(Action::step(CorrectAct::Find(2, typed.to_owned())));
        assert_eq!(look(&desk).counts()[3], 1, "{typed}");
    }
    assert_eq!((desk.said(), &look(&desk).fates[2].missed[..]), ("1 hit", ""));
    assert_eq!(asked(&desk).last().unwrap().1, ["Semarang"], "what was found for fewer letters is gone");
    desk.act(Action::step(CorrectAct::TakeFound(2)));
    assert_eq!(look(&desk).counts()[3], 0);
    // What was chosen stays while other words are looked for.
    desk.act(Action::step(CorrectAct::Find(2, "budi".to_owned())));
    let look = look(&desk);
    assert_eq!(quotes(&look.new.text, look.fates[2].place().unwrap().0), ["Semarang"]);
    assert_eq!(asked(&desk).last().unwrap().1, ["Semarang", "Budi"]);
    desk.act(Action::step(CorrectAct::Take));
    assert_eq!(desk.marks(), ["place: Budi", "place: Semarang", "place: Jakarta"]);
    let document = desk.document();
    let all = desk.session().project.annotations(&document).unwrap();
    assert_eq!(all.iter().map(|one| one.unsure).collect::<Vec<_>>(), [false, false, true]);
}

#[test]
fn what_cannot_be_taken_is_said() {
    let mut desk = at_work(OLD);
    desk.act(Action::step(CorrectAct::Compare));
    assert!(correction(&desk).wrong.as_ref().unwrap().contains("nothing to take over"));
    compare(&mut desk, "  \n");
    assert!(correction(&desk).wrong.as_ref().unwrap().contains("empty"));
    assert_eq!(correction(&desk).stage, Stage::Text);
    compare(&mut desk, NEW);
    desk.act(Action::step(CorrectAct::Back));
    assert_eq!(correction(&desk).text.as_deref(), Some(NEW), "what was typed stays");
}

#[test]
fn files_are_read_into_the_dialog() {
    let mut desk = at_work(OLD);
    let mut other = Desk::with(NEW);
    other.paste("Other", "Another text.");
    let documents = other.session().project.documents().map(|document| postil::formats::NewDocument {
        id: None,
        text: document.text.clone(),
        line_ends: document.line_ends,
        media_type: "text/plain".to_owned(),
        metadata: document.metadata.clone(),
        status: document.status,
        source: None,
    });
    let documents: Vec<_> = documents.collect();
    // Of several, the one with the article's title.
    desk.act(Action::files_read(Box::new(Reading { documents: documents.clone(), ..Reading::default() })));
    assert_eq!(correction(&desk).text.as_deref(), Some(NEW));
    let strangers = vec![documents[1].clone(), documents[1].clone()];
    desk.act(Action::files_read(Box::new(Reading { documents: strangers, ..Reading::default() })));
    assert!(correction(&desk).wrong.as_ref().unwrap().contains("2 articles"));
    desk.act(Action::files_read(Box::default()));
    assert!(correction(&desk).wrong.as_ref().unwrap().contains("no article"));
    let undecided =
        Undecided { file: "a.txt".to_owned(), index: 0, start: vec![0xE9], chosen: None, asked: None };
    desk.act(Action::files_read(Box::new(Reading { undecided: vec![undecided], ..Reading::default() })));
    desk.act(Action::ChooseEncoding(0, "windows-1252".to_owned()));
    assert!(matches!(&desk.effects[..], [Effect::ReadAs(0, encoding)] if encoding == "windows-1252"));
    assert_eq!(correction(&desk).text.as_deref(), Some(NEW), "nothing that was chosen is lost");
}

#[test]
fn only_the_open_article_is_meant_and_one_comparison_at_a_time() {
    let mut desk = at_work(OLD);
    desk.act(Action::step(CorrectAct::Type(NEW.to_owned())));
    desk.act(Action::step(CorrectAct::Compare));
    let Some(Effect::Soon(late)) = desk.effects.first().cloned() else { panic!("{:?}", desk.effects) };
    desk.act(Action::step(CorrectAct::Back));
    desk.act(Action::Step(late));
    assert_eq!(correction(&desk).stage, Stage::Text, "what was left does not come back");
    desk.act(Action::CloseDialog);
    desk.act(Action::Show(Screen::Library));
    desk.run(Command::CorrectText);
    assert!(desk.state.dialog.is_none());
}

fn appended(desk: &Desk) -> Vec<Rc<postil::edit::Transaction>> {
    let written = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Append(transaction) => Some(transaction.clone()),
        _ => None,
    });
    written.collect()
}

/// A desk whose article was corrected to a much shorter text, and what was written for that.
fn corrected() -> (Desk, Vec<Rc<postil::edit::Transaction>>) {
    let mut desk = Desk::with(OLD);
    desk.mark("Bogor", "place");
    desk.run(Command::CorrectText);
    compare(&mut desk, "Short.");
    desk.act(Action::step(CorrectAct::ChooseRest(Choice::Delete)));
    desk.act(Action::step(CorrectAct::Take));
    let written = appended(&desk);
    assert_eq!(written.len(), 1, "it was taken");
    (desk, written)
}

#[test]
fn what_another_tab_does_to_the_article_is_noticed_in_the_dialog() {
    let ready = || {
        let mut desk = Desk::with(OLD);
        desk.mark("Bogor", "place");
        desk.run(Command::CorrectText);
        compare(&mut desk, NEW);
        desk.act(Action::ReadAlong(true));
        assert_eq!(asked(&desk).len(), 1);
        desk
    };
    let (_, written) = corrected();
    let mut desk = ready();
    desk.act(Action::Followed(written[0].clone()));
    assert_eq!(correction(&desk).stage, Stage::Text);
    assert!(correction(&desk).wrong.as_ref().unwrap().contains("changed meanwhile"));

    let mut other = Desk::with(OLD);
    other.mark("Bogor", "place");
    other.act(Action::RemoveDocuments(vec![other.document()]));
    let mut desk = ready();
    desk.act(Action::Followed(appended(&other)[0].clone()));
    assert!(desk.state.dialog.is_none(), "there is nothing to correct any more");
}

#[test]
fn a_project_that_is_read_anew_with_another_text_keeps_no_place_of_the_old_one() {
    let (other, _) = corrected();
    let mut desk = Desk::with(OLD);
    desk.select("Semarang");
    desk.run(Command::Find).act(Action::Find("a".into(), false));
    desk.act(Action::OpenedAgain(Box::new(other.session().clone())));
    let reading = desk.session().reading.as_ref().unwrap();
    assert!(reading.caret.span().end() <= text("Short.").end() && reading.spans.is_empty());
    assert!(reading.find.as_ref().unwrap().hits.is_empty(), "there is no a in it");
    desk.run(Command::Find).run(Command::ToggleExact);
}

#[test]
fn a_file_does_not_undo_decisions() {
    let mut desk = at_work(OLD);
    compare(&mut desk, NEW);
    desk.act(Action::files_read(Box::default()));
    assert!(matches!(correction(&desk).stage, Stage::Preview(_)));
    assert!(desk.state.notice.as_ref().unwrap().text.contains("Go back to the text first"));
}

/// What was done behind a correction cannot be read, so its annotations are not as it left them: going back over it would
/// put old places into the new text.
#[test]
fn a_correction_goes_back_as_a_whole_or_not_at_all() {
    use postil::edit::{Entry, Past, UndoError};
    let mut desk = Desk::with(OLD);
    let id = desk.mark("Budi", "person");
    let mut history = desk.session().history.clone();
    let behind = history.entries().len();
    desk.run(Command::CorrectText);
    compare(&mut desk, NEW);
    desk.act(Action::step(CorrectAct::Take));
    history.push(appended(&desk)[0].clone().into());
    desk.act(Action::SelectAnnotation { id, add: false, range: false });
    desk.act(Action::SetNote("who?".into()));
    let unread = Entry { past: Past::Packed("damaged".into()), ..appended(&desk)[0].clone().into() };
    history.push(unread);
    let gone = history.state_behind(behind, &desk.session().project, &|_, _| None);
    assert!(matches!(gone, Err(UndoError::Changed(_))), "{:?}", gone.map(|project| project.name));
}
