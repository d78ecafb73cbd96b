//! A file of CAS JSON as it stands: feature structures by their numbers.

use crate::sorted::{Map, sort_by};
use crate::wire::json::Json;
use std::borrow::Cow;

/// A feature structure.
pub(super) struct Found<'a> {
    /// Its number.
    pub(super) id: u64,
    /// The name of its type.
    pub(super) kind: Cow<'a, str>,
    /// The number of the text that it is about, if it is about one.
    pub(super) sofa: Option<u64>,
    /// Where it stands in that text.
    pub(super) place: Option<(u64, u64)>,
    /// What it says beside that.
    pub(super) features: Vec<(Cow<'a, str>, Json<'a>)>,
}

impl<'a> Found<'a> {
    /// A feature; of one that refers, with `@` before its name.
    pub(super) fn get(&self, name: &str) -> Option<Json<'a>> {
        self.features.iter().find(|(own, _)| own == name).map(|(_, value)| *value)
    }

    /// A feature that is a text.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.text().ok()
    }

    /// The number that a feature refers to.
    pub(super) fn target(&self, name: &str) -> Option<u64> {
        number(self.get(name)?)
    }

    /// The numbers in an array.
    pub(super) fn elements(&self) -> Vec<u64> {
        let list = self.get("%ELEMENTS").and_then(|list| list.list().ok()).unwrap_or_default();
        list.into_iter().filter_map(number).collect()
    }

    /// The name of its type without the package.
    pub(super) fn short(&self) -> &str {
        self.kind.rsplit('.').next().unwrap_or(&self.kind)
    }

    /// Whether it ties two annotations.
    pub(super) fn is_relation(&self) -> bool {
        self.get("@Governor").is_some() && self.get("@Dependent").is_some()
    }
}

fn number(json: Json<'_>) -> Option<u64> {
    json.get().parse().ok()
}

/// A file.
#[derive(Default)]
pub(super) struct CasFile<'a> {
    /// In the order of the file.
    pub(super) all: Vec<Found<'a>>,
    /// Where each number stands among them.
    at: Map<u64, usize>,
    /// What features are said to be, by type and name.
    descriptions: Map<(String, String), String>,
    /// Paths of structures that are none.
    pub(super) bad: Vec<String>,
}

impl<'a> CasFile<'a> {
    /// Takes a file apart; what is wrong where it is no JSON, or no CAS.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let top = Json::new(text).ok()?.object().ok()?;
        let of = |name: &str| top.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
        let mut file = Self::default();
        for (name, kind) in of("%TYPES").and_then(|types| types.object().ok()).unwrap_or_default() {
            for (feature, said) in kind.object().unwrap_or_default() {
                let said = said.object().unwrap_or_default();
                let description = said.into_iter().find(|(key, _)| key == "%DESCRIPTION");
                if let Some(description) = description.and_then(|(_, value)| value.text().ok()) {
                    file.descriptions.insert((name.to_string(), feature.to_string()), description);
                }
            }
        }
        let structures = of("%FEATURE_STRUCTURES")?;
        // Older files have them by number.
        let listed: Vec<(Option<u64>, Json<'a>)> = match structures.list() {
            Ok(list) => list.into_iter().map(|one| (None, one)).collect(),
            Err(_) => {
                structures.object().ok()?.into_iter().map(|(key, one)| (key.parse().ok(), one)).collect()
            }
        };
        for (n, (key, one)) in listed.into_iter().enumerate() {
            match structure(key, one) {
                Some(found) => file.all.push(found),
                None => file.bad.push(format!("%FEATURE_STRUCTURES[{n}]")),
            }
        }
        // Sorted at once: numbers may stand in any order. The first with a number is the one.
        let mut at: Vec<(u64, usize)> = file.all.iter().enumerate().map(|(n, own)| (own.id, n)).collect();
        sort_by(&mut at, Ord::cmp);
        let all = at.len();
        at.dedup_by_key(|(id, _)| *id);
        file.at = at.into_iter().collect();
        if file.at.len() < all {
            let (at, mut n) = (&file.at, 0);
            file.all.retain(|own| {
                n += 1;
                at.get(&own.id) == Some(&(n - 1))
            });
            file.bad.resize(file.bad.len() + all - file.at.len(), "%ID".to_owned());
            file.at = file.all.iter().enumerate().map(|(n, own)| (own.id, n)).collect();
        }
        Some(file)
    }

    /// The structure with a number.
    pub(super) fn get(&self, id: u64) -> Option<&Found<'a>> {
        self.at.get(&id).map(|at| &self.all[*at])
    }

    /// What a feature of a type is said to be.
    pub(super) fn description(&self, kind: &str, feature: &str) -> Option<&str> {
        self.descriptions.get(&(kind.to_owned(), feature.to_owned())).map(String::as_str)
    }
}

fn structure<'a>(key: Option<u64>, json: Json<'a>) -> Option<Found<'a>> {
    let (mut id, mut kind, mut sofa) = (key, None, None);
    let (mut begin, mut end, mut features) = (None, None, Vec::new());
    for (name, value) in json.object().ok()? {
        match &*name {
            "%ID" => id = number(value),
            "%TYPE" => kind = value.chars().ok(),
            "@sofa" => sofa = number(value),
            // The specification is ahead of its programs, and has a sign before positions.
            "begin" | "^begin" => begin = number(value),
            "end" | "^end" => end = number(value),
            _ => features.push((name, value)),
        }
    }
    Some(Found { id: id?, kind: kind?, sofa, place: begin.zip(end), features })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structures_stand_in_a_list_or_by_number() {
        for text in [
            r#"{"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"a.B","^begin":0,"^end":2,"x":"y"}, 5, {"%ID":1,"%TYPE":"a.B"}]}"#,
            r#"{"%FEATURE_STRUCTURES":{"1":{"%TYPE":"a.B","begin":0,"end":2,"x":"y"}, "z":[], "2":{}}}"#,
        ] {
            let file = CasFile::read(text).expect("a file");
            let found = file.get(1).expect("the first");
            assert_eq!((found.short(), found.place, found.text("x")), ("B", Some((0, 2)), Some("y".into())));
            assert_eq!((file.all.len(), file.bad.len()), (1, 2));
        }
        for text in ["", "[]", "{}", "{\"%FEATURE_STRUCTURES\":1}", "{\"%FEATURE_STRUCTURES\":["] {
            assert!(CasFile::read(text).is_none(), "{text}");
        }
    }
}
