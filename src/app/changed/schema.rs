//! From what to what a schema was changed, in words.

use crate::model::{Attribute, Label, RelationType, Schema};
use crate::text::folded;
use crate::words::{history as said, schema as words};

/// So many changes are named; of more it is said how many there are.
const NAMED: usize = 3;

/// `Added: Weapon`, `Person: Name: Person → Tokoh`; one behind the other.
pub(super) fn change(from: &Schema, to: &Schema) -> Option<String> {
    let mut all = Vec::new();
    compare(&from.labels, &to.labels, |label| &label.id, |label| &label.name, label, &mut all);
    compare(&from.attributes, &to.attributes, |one| &one.id, |one| &one.name, attribute, &mut all);
    compare(&from.relation_types, &to.relation_types, |one| &one.id, |one| &one.name, relation, &mut all);
    let more = all.len().saturating_sub(NAMED);
    all.truncate(NAMED);
    let named = (!all.is_empty()).then(|| all.join("; "))?;
    Some(if more > 0 { said::more_changes(&named, more) } else { named })
}

/// What came, what went and what became of the rest.
fn compare<T, I: PartialEq>(
    from: &[T],
    to: &[T],
    id: impl Fn(&T) -> &I,
    name: impl Fn(&T) -> &String,
    differences: impl Fn(&T, &T) -> Vec<String>,
    out: &mut Vec<String>,
) {
    let there = |all: &[T], one: &T| all.iter().position(|other| id(other) == id(one));
    for one in to {
        match there(from, one) {
            Some(before) => {
                let before = &from[before];
                out.extend(differences(before, one).iter().map(|what| said::of(name(before), what)));
            }
            None => out.push(words::added(name(one))),
        }
    }
    let gone = |one: &&T| there(to, one).is_none();
    out.extend(from.iter().filter(gone).map(|one| words::deleted(name(one))));
    // Those that stayed, in another order.
    let stayed = |all: &[T], in_both: &[T]| -> Vec<usize> {
        all.iter().filter_map(|one| there(in_both, one).and(there(to, one))).collect()
    };
    if stayed(from, to) != stayed(to, from) {
        out.push(said::order().to_owned());
    }
}

fn became(what: &str, from: &str, to: &str) -> Option<String> {
    let or_nothing = |text: &str| if text.is_empty() { said::no_value().to_owned() } else { text.to_owned() };
    (from != to).then(|| format!("{what}: {} → {}", or_nothing(from), or_nothing(to)))
}

fn other(what: &str, differs: bool) -> Option<String> {
    differs.then(|| folded(what))
}

fn key_of(key: Option<char>) -> String {
    key.map(String::from).unwrap_or_default()
}

fn label(from: &Label, to: &Label) -> Vec<String> {
    let all = [
        became(words::name(), &from.name, &to.name),
        became(words::colour(), words::colour_name(from.colour), words::colour_name(to.colour)),
        became(words::key(), &key_of(from.key), &key_of(to.key)),
        became(words::group(), &from.group, &to.group),
        other(words::kind(), from.kind != to.kind),
        other(words::description(), from.description != to.description),
        other(words::attributes(), from.attributes != to.attributes),
        other(words::equivalents(), from.equivalents != to.equivalents || from.parent != to.parent),
    ];
    all.into_iter().flatten().collect()
}

fn attribute(from: &Attribute, to: &Attribute) -> Vec<String> {
    let all = [
        became(words::name(), &from.name, &to.name),
        became(words::values(), &from.values.join(", "), &to.values.join(", ")),
        became(words::default(), &from.default, &to.default),
        other(words::attribute_type(), from.kind != to.kind),
        other(words::required(), from.required != to.required),
    ];
    all.into_iter().flatten().collect()
}

fn relation(from: &RelationType, to: &RelationType) -> Vec<String> {
    let all = [
        became(words::name(), &from.name, &to.name),
        became(words::key(), &key_of(from.key), &key_of(to.key)),
        other(words::roles(), from.roles != to.roles),
        other(words::symmetric(), from.symmetric != to.symmetric),
    ];
    all.into_iter().flatten().collect()
}
