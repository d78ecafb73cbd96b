//! A split of the articles, and names of labels in a format: chosen in the dialog, kept in the project, one act each.

use crate::support::desk::Desk;
use crate::support::generate::Dice;
use postil::analysis::{Splittable, split};
use postil::app::{Action, Command, Dialog, Effect, Export, ExportAct, Making, Splitting, split_rows};
use postil::formats::{Aspect, PROJECT};
use postil::model::{DocumentId, LabelId, Project};
use postil::sorted::Map;
use postil::wire::project::{Texts, read, to_string};
use proptest::prelude::*;

fn export(desk: &Desk) -> &Export {
    let Some(Dialog::Export(export)) = &desk.state.dialog else { panic!("the dialog is open") };
    export
}

fn project(desk: &Desk) -> &Project {
    &desk.state.session.as_ref().expect("a project is open").project
}

fn splits(desk: &Desk) -> Vec<String> {
    project(desk).documents().map(|own| own.metadata.split.clone()).collect()
}

/// Twenty articles, and the dialog.
fn desk() -> Desk {
    let mut desk = Desk::with("Ada met Ben.");
    for n in 0..19 {
        desk.paste(&format!("Article {n}"), &format!("Cem met Dora {n} times."));
    }
    desk.act(Action::Run(Command::Export));
    desk.act(Action::step(ExportAct::Look));
    desk
}

#[test]
fn a_split_is_one_act() {
    let mut desk = desk();
    assert!(splits(&desk).iter().all(String::is_empty));
    desk.act(Action::step(ExportAct::Split(true)));
    let first = splits(&desk);
    let count = |all: &[String], name: &str| all.iter().filter(|own| *own == name).count();
    assert_eq!(["train", "dev", "test"].map(|name| count(&first, name)), [16, 2, 2]);
    assert!(
        desk.effects.iter().any(|effect| matches!(effect, Effect::PreviewExport(_))),
        "{:?}",
        desk.effects
    );
    let there = export(&desk).there.clone().expect("it was counted");
    assert_eq!(
        there.splits.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["train", "dev", "test"]
    );
    assert_eq!(there.counted[&Aspect::Split]["train"], 16);
    assert_eq!(split_rows(project(&desk)), there.splits);
    let saved = to_string(project(&desk), Texts::Inline);
    assert_eq!(&read(saved.as_bytes()).expect("a project").value, project(&desk), "it is kept");

    // The same again, and another one by another seed.
    desk.act(Action::step(ExportAct::Split(true)));
    assert_eq!(splits(&desk), first);
    let again = Splitting { seed: "2".to_owned(), ..Splitting::default() };
    desk.act(Action::step(ExportAct::Splitting(again.clone())));
    desk.act(Action::step(ExportAct::Split(true)));
    let second = splits(&desk);
    assert_ne!(second, first);
    // What is in a split stays there.
    let keeps = Splitting { keeps: true, seed: "3".to_owned(), ..again };
    desk.act(Action::step(ExportAct::Splitting(keeps)));
    desk.act(Action::step(ExportAct::Split(true)));
    assert_eq!(splits(&desk), second);
    desk.act(Action::step(ExportAct::Split(false)));
    assert!(splits(&desk).iter().all(String::is_empty));

    desk.act(Action::CloseDialog);
    for expected in [&second, &first] {
        desk.act(Action::Run(Command::Undo));
        assert_eq!(&splits(&desk), expected);
    }
    desk.act(Action::Run(Command::Undo));
    assert!(splits(&desk).iter().all(String::is_empty));
}

#[test]
fn what_is_no_number_splits_nothing() {
    let numbers = |shares: [&str; 3], seed: &str| {
        let shares = shares.map(str::to_owned);
        Splitting { shares, seed: seed.to_owned(), keeps: false }.numbers()
    };
    assert_eq!(numbers(["80", " 10 ", ""], "7"), Some(([80, 10, 0], 7)));
    for (shares, seed) in [
        (["0", "", "0"], "1"),
        (["80", "x", "10"], "1"),
        (["-1", "1", "1"], "1"),
        (["1", "1", "1"], ""),
        (["9999999", "1", "1"], "1"),
    ] {
        assert_eq!(numbers(shares, seed), None, "{shares:?} {seed}");
    }
    let mut desk = desk();
    desk.act(Action::step(ExportAct::Splitting(Splitting { seed: "x".into(), ..Splitting::default() })));
    desk.act(Action::step(ExportAct::Split(true)));
    assert!(splits(&desk).iter().all(String::is_empty));
}

#[test]
fn a_label_is_called_as_typed_in_one_format() {
    let mut desk = desk();
    let chosen = Export { format: "conll".to_owned(), ..export(&desk).clone() };
    desk.act(Action::step(ExportAct::Choose(chosen)));
    let choice = export(&desk).choice;
    let person = LabelId::new("person");
    let called =
        |desk: &Desk| project(desk).schema.label(&person).expect("a label").equivalents.get("conll").cloned();
    let before = called(&desk);
    desk.act(Action::step(ExportAct::Call(person.clone(), " PER ".into())));
    assert_eq!(called(&desk).as_deref(), Some("PER"));
    assert!(export(&desk).choice > choice && export(&desk).making == Making::Not, "it is made anew");
    desk.act(Action::step(ExportAct::Call(person.clone(), String::new())));
    assert_eq!(called(&desk), None, "by its own name");
    desk.act(Action::CloseDialog);
    desk.act(Action::Run(Command::Undo));
    assert_eq!(called(&desk).as_deref(), Some("PER"));
    desk.act(Action::Run(Command::Undo));
    assert_eq!(called(&desk), before);
}

#[test]
fn a_part_of_the_project_is_made_by_the_helper() {
    let mut desk = desk();
    let mut chosen = export(&desk).clone();
    assert!(chosen.format == PROJECT.word && !chosen.is_made());
    chosen.scope.put(Aspect::Status, "new", false);
    desk.act(Action::step(ExportAct::Choose(chosen)));
    assert!(export(&desk).is_made() && !export(&desk).is_ready());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// The same articles in any order, and the same seed: the same split, of the sizes that were asked for.
    #[test]
    fn a_split_does_not_hang_on_the_order(count in 0usize..60, seed in any::<u64>(), shares in prop::array::uniform3(0u32..100)) {
        let d = &mut Dice::new(seed);
        let mut articles: Vec<Splittable> = (0..count)
            .map(|n| {
                let labels: Map<LabelId, usize> =
                    (0..d.below(4)).map(|_| (LabelId::new(format!("l{}", d.below(6))), 1 + d.below(5))).collect();
                Splittable { id: DocumentId::new(format!("d{n}")), labels, stays: None }
            })
            .collect();
        let first = split(&articles, &shares, seed);
        for n in (1..articles.len()).rev() {
            articles.swap(n, d.below(n + 1));
        }
        prop_assert_eq!(&split(&articles, &shares, seed), &first);
        let whole: u32 = shares.iter().sum();
        if whole == 0 {
            prop_assert!(first.is_empty());
            return Ok(());
        }
        prop_assert_eq!(first.len(), count);
        for (part, share) in shares.iter().enumerate() {
            let own = first.values().filter(|other| **other == part).count() as f64;
            let asked = count as f64 * f64::from(*share) / f64::from(whole);
            prop_assert!((own - asked).abs() < 3.0, "{own} of {asked}");
            prop_assert!(*share > 0 || own == 0.0);
        }
    }
}
