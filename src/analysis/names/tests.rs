//! What a registry answers, and that it answers alike however it came to be.

use super::*;
use crate::model::{Alias, Entity, EntityId, LabelId};
use proptest::prelude::*;

fn entity(id: &str, label: &str, names: &[&str]) -> Entity {
    let alias =
        |value: &&str| Alias { value: (*value).into(), language: String::new(), script: String::new() };
    Entity {
        id: EntityId::new(id),
        name: names[0].into(),
        label: LabelId::new(label),
        aliases: names[1..].iter().map(alias).collect(),
        ids: Vec::new(),
        description: String::new(),
        note: String::new(),
    }
}

fn registry() -> Vec<Entity> {
    [
        ("marzook", "person", &["Mousa Abu Marzook", "Марзук"][..]),
        ("bogdanov", "person", &["Mikhail Bogdanov"]),
        ("anton", "person", &["Anton Velimirov"]),
        ("tarik", "person", &["Tarik Velimirov"]),
        ("abbas", "person", &["Mahmoud Abbas", "Abu Mazen"]),
        ("who", "organisation", &["World Health Organization", "Organisasi Kesehatan Dunia"]),
        ("nato", "organisation", &["NATO"]),
        ("hezbollah", "organisation", &["Hezbollah"]),
        ("georgia", "place", &["Georgia"]),
        ("meloni", "person", &["Giorgia Meloni"]),
        ("moscow", "place", &["Moscow"]),
        ("mazar", "place", &["Mazar"]),
    ]
    .map(|(id, label, names)| entity(id, label, names))
    .into()
}

/// Of each suggestion the entity, its reason and the name that led to it.
fn suggested(quote: &str, label: &str, others: &[(&str, Option<&str>)]) -> Vec<(String, Reason, String)> {
    let label = (!label.is_empty()).then(|| LabelId::new(label));
    let ids: Vec<Option<EntityId>> = others.iter().map(|(_, id)| id.map(EntityId::new)).collect();
    let others: Vec<_> = others.iter().zip(&ids).map(|((quote, _), id)| (*quote, id.as_ref())).collect();
    let mention = Mention { quote, language: "en", label: label.as_ref(), others: &others };
    let found = NameIndex::new(&registry()).suggest(&mention, 9);
    found.into_iter().map(|one| (one.entity.to_string(), one.reason, one.name)).collect()
}

#[test]
fn every_suggestion_says_why() {
    let longer = |longer: &str| Reason::PartOfLonger { longer: longer.into() };
    for (quote, label, others, expected) in [
        ("Mousa Abu Marzook", "person", &[][..], Some(("marzook", Reason::SameString, "Mousa Abu Marzook"))),
        ("MOUSA ABU-MARZOOK", "", &[], Some(("marzook", Reason::SameFolded, "Mousa Abu Marzook"))),
        ("Marzook’s", "", &[], Some(("marzook", Reason::PartOfName, "Mousa Abu Marzook"))),
        ("Марзуком", "", &[], Some(("marzook", Reason::SameSkeleton, "Марзук"))),
        ("مرزوق", "", &[], Some(("marzook", Reason::SameSkeleton, "Марзук"))),
        (
            "Deputy Minister Mikhail Bogdanov",
            "",
            &[],
            Some(("bogdanov", Reason::HoldsName, "Mikhail Bogdanov")),
        ),
        (
            "Bogdanov",
            "",
            &[("Mikhail Bogdanov", None)],
            Some(("bogdanov", longer("Mikhail Bogdanov"), "Mikhail Bogdanov")),
        ),
        (
            "Марзук",
            "",
            &[("Мусы Абу Марзука", Some("marzook"))],
            Some(("marzook", Reason::SameString, "Марзук")),
        ),
        (
            "Velimirov",
            "",
            &[("Tarik Velimirov", Some("tarik"))],
            Some(("tarik", longer("Tarik Velimirov"), "Tarik Velimirov")),
        ),
        (
            "Velimirov",
            "",
            &[("Anton Velimirov", Some("anton"))],
            Some(("anton", longer("Anton Velimirov"), "Anton Velimirov")),
        ),
        (
            "Велимирова",
            "",
            &[("Tarik Velimirov", Some("tarik"))],
            Some(("tarik", longer("Tarik Velimirov"), "Tarik Velimirov")),
        ),
        ("W.H.O.", "organisation", &[], Some(("who", Reason::Initials, "World Health Organization"))),
        ("OKD", "", &[], Some(("who", Reason::Initials, "Organisasi Kesehatan Dunia"))),
        ("North Atlantic Treaty Organisation", "", &[], Some(("nato", Reason::Initials, "NATO"))),
        ("حزب الله", "", &[], Some(("hezbollah", Reason::SameSkeleton, "Hezbollah"))),
        ("Bogdonav", "", &[], Some(("bogdanov", Reason::SameSkeleton, "Mikhail Bogdanov"))),
        ("Bogdamov", "", &[], Some(("bogdanov", Reason::Similar, "Mikhail Bogdanov"))),
        ("President Abbas", "", &[], Some(("abbas", Reason::Similar, "Mahmoud Abbas"))),
        // The type must fit.
        ("Georgia", "place", &[], Some(("georgia", Reason::SameString, "Georgia"))),
        ("Georgia", "person", &[], Some(("meloni", Reason::SameSkeleton, "Giorgia Meloni"))),
        ("Moscow", "person", &[], None),
        ("Velimirov", "place", &[("Tarik Velimirov", Some("tarik"))], None),
        // A particle is nobody's name, and an acronym is no spelling.
        ("Abu", "", &[], None),
        ("MSR", "", &[], None),
        ("Oslo", "", &[], None),
        ("…", "", &[], None),
        ("", "", &[("Mikhail Bogdanov", Some("bogdanov"))], None),
    ] {
        let found = suggested(quote, label, others);
        let expected = expected.map(|(id, reason, name)| (id.to_owned(), reason, name.to_owned()));
        assert_eq!(found.first(), expected.as_ref(), "{quote} {found:?}");
    }
}

#[test]
fn people_of_one_family_are_both_suggested() {
    for (quote, count) in [("Velimirov", 2), ("Велимирову", 2), ("Igor Velimirov", 2), ("Anton Velimirov", 2)]
    {
        let found = suggested(quote, "person", &[]);
        assert_eq!(found.len(), count, "{quote} {found:?}");
    }
}

#[test]
fn what_is_typed_finds_starts_of_words() {
    let index = NameIndex::new(&registry());
    for (typed, label, expected) in [
        ("Moscow", "", &["moscow Moscow"][..]),
        ("ma", "", &["mazar Mazar", "abbas Mahmoud Abbas", "marzook Mousa Abu Marzook"]),
        ("ma", "person", &["abbas Mahmoud Abbas", "marzook Mousa Abu Marzook", "mazar Mazar"]),
        ("velim", "", &["anton Anton Velimirov", "tarik Tarik Velimirov"]),
        ("velim ta", "", &["tarik Tarik Velimirov"]),
        ("marz", "", &["marzook Mousa Abu Marzook"]),
        ("марзу абу", "", &["marzook Mousa Abu Marzook"]),
        ("Богд", "", &["bogdanov Mikhail Bogdanov"]),
        ("health", "", &["who World Health Organization"]),
        ("tulip", "", &[]),
        (" - ", "", &[]),
    ] {
        let label = (!label.is_empty()).then(|| LabelId::new(label));
        let found = index.type_ahead(typed, label.as_ref(), 3);
        let found: Vec<String> = found.into_iter().map(|(id, name)| format!("{id} {name}")).collect();
        assert_eq!(found, expected, "{typed}");
    }
    assert_eq!(index.type_ahead("m", None, 2).len(), 2);
}

/// Entities of two states each.
fn states() -> Vec<[Entity; 2]> {
    let all = registry();
    let changed = |at: usize, old: &Entity| {
        let other = &all[(at + 5) % all.len()].name;
        entity(old.id.as_str(), "place", &[&format!("{} {other}", old.name), "Marzuk", other])
    };
    all.iter().enumerate().map(|(at, old)| [old.clone(), changed(at, old)]).collect()
}

fn answers(index: &NameIndex) -> Vec<String> {
    let mut said = Vec::new();
    for quote in
        ["Marzook", "Marzuk", "Велимиров", "Georgia", "WHO", "Mazar Abu", "Moscow Bogdanov", "Similar"]
    {
        let others = [("Abu Marzuk Mazar", None)];
        let found = index.suggest(&Mention { quote, language: "", label: None, others: &others }, 20);
        said.push(format!("{found:?} {:?}", index.type_ahead(quote, None, 20)));
        said.push(format!("{:?}", index.type_ahead(&quote[..2], None, 20)));
    }
    said
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn one_by_one_is_as_all_at_once(acts in prop::collection::vec((0_usize..12, 0_usize..3), 0..24)) {
        let states = states();
        let (mut index, mut kept): (NameIndex, Vec<Option<&Entity>>) = (NameIndex::default(), vec![None; states.len()]);
        for (which, state) in acts {
            kept[which] = states[which].get(state);
            match kept[which] {
                Some(entity) => index.insert(entity),
                None => index.remove(&states[which][0].id),
            }
        }
        let built = NameIndex::new(kept.iter().copied().flatten());
        prop_assert_eq!(answers(&index), answers(&built));
        prop_assert_eq!(index.size(), built.size());
        for entity in kept.into_iter().flatten() {
            index.remove(&entity.id);
        }
        prop_assert_eq!(index.size(), (0, 0, 0), "nothing is left behind");
    }

    #[test]
    fn any_name_is_found_by_itself(name in "\\PC{0,16}|[א-ת' ]{1,12}|[ء-ي ]{1,12}", typed in "\\PC{0,6}", other in "\\PC{0,16}") {
        let entities = [entity("a", "any", &[&name, &other]), entity("b", "any", &["Mousa Abu Marzook"])];
        let index = NameIndex::new(&entities);
        index.type_ahead(&typed, None, 5);
        let id = entities[0].id.clone();
        let others = [(other.as_str(), Some(&id)), (typed.as_str(), None)];
        index.suggest(&Mention { quote: &typed, language: "", label: None, others: &others }, 5);
        if !fold_name(&name).is_empty() {
            let found = index.suggest(&Mention { quote: &name, language: "", label: None, others: &[] }, 5);
            prop_assert_eq!(&found[0].entity, &id);
            prop_assert!(found[0].score >= 940);
            prop_assert_eq!(&index.type_ahead(&name, None, 5)[0].0, &id);
        }
    }
}
