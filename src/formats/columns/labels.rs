//! What labels are called in tags.

use crate::model::{LabelId, Schema};
use crate::sorted::{Map, Set};
use crate::text::is_unseen;

/// The name of a label in tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    /// How many characters differ from what was asked for.
    pub(super) replaced: usize,
}

/// A name for each label of a schema. Two labels have two names, unless they were given the same one.
pub(super) fn names(schema: &Schema, given: &Map<LabelId, String>) -> Map<LabelId, Name> {
    let mut taken: Set<String> = given.values().map(|name| fit(name).text).collect();
    let mut names = Map::new();
    for label in &schema.labels {
        let name = match given.get(&label.id) {
            Some(given) => fit(given),
            None => apart(fit(if label.name.is_empty() { label.id.as_str() } else { &label.name }), &taken),
        };
        taken.insert(name.text.clone());
        names.insert(label.id.clone(), name);
    }
    names
}

/// Without what parts columns, and without the colon, which makes a tag unreadable for nervaluate.
pub(super) fn fit(name: &str) -> Name {
    let mut replaced = 0;
    let mut text = String::with_capacity(name.len());
    for char in name.trim().chars() {
        let unfit = is_unseen(char) || char.is_control() || char == ':';
        replaced += usize::from(unfit);
        text.push(if unfit { '_' } else { char });
    }
    if text.is_empty() {
        text.push('_');
        replaced += 1;
    }
    Name { text, replaced }
}

fn apart(name: Name, taken: &Set<String>) -> Name {
    let free = |text: &String| !taken.contains(text.as_str());
    if free(&name.text) {
        return name;
    }
    let numbered = (2..).map(|n| format!("{}_{n}", name.text));
    let text = numbered.into_iter().find(free).unwrap_or_default();
    Name { text, replaced: name.replaced + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news;

    #[test]
    fn names_are_made_fit_and_stay_apart() {
        let mut schema = news();
        let labels = &mut schema.labels;
        for (label, name) in
            labels.iter_mut().zip(["Public figure", "Public_figure", "a:b\tc", "", "Ort ", "O"])
        {
            label.name = name.to_owned();
        }
        let ids: Vec<LabelId> = labels.iter().take(6).map(|label| label.id.clone()).collect();
        let given = [(ids[5].clone(), "PER SON".to_owned())].into_iter().collect();
        let names = names(&schema, &given);
        let shown: Vec<(&str, usize)> =
            ids.iter().map(|id| (names[id].text.as_str(), names[id].replaced)).collect();
        let empty = ids[3].as_str();
        let expected = [
            ("Public_figure", 1),
            ("Public_figure_2", 1),
            ("a_b_c", 2),
            (empty, 0),
            ("Ort", 0),
            ("PER_SON", 1),
        ];
        assert_eq!(shown, expected);
    }
}
