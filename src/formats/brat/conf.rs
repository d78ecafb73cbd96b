//! `annotation.conf` and `visual.conf`: what may be marked, by names that brat can read.

use crate::formats::naming::{self, called};
use crate::model::{AttributeId, AttributeType, Filler, LabelId, RelationTypeId, Role, Schema};
use crate::sorted::{Map, Set};
use crate::wire::json::{self, Field, Json, Seen};
use std::fmt::Write as _;

/// What the drawing of `visual.conf` begins with: brat draws nothing without it.
const DRAWING: &str = "\n[drawing]\n\
    SPAN_DEFAULT\tfgColor:black, bgColor:#dbe7f7, borderColor:darken\n\
    ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n\
    ATTRIBUTE_DEFAULT\tglyph:*\n";

/// The names that stand in the files. No two are the same, since brat tells labels, relations and attributes apart by
/// their names alone.
pub(super) struct Names {
    pub(super) labels: Map<LabelId, String>,
    pub(super) attributes: Map<AttributeId, String>,
    values: Map<AttributeId, Vec<(String, String)>>,
    relations: Map<RelationTypeId, String>,
    /// Of the attribute that says that an annotation is unsure.
    pub(super) unsure: String,
}

impl Names {
    pub(super) fn of(schema: &Schema) -> Self {
        let mut taken = Set::new();
        let labels = schema.labels.iter().map(|own| {
            let name = called(own, "brat");
            (own.id.clone(), apart(name, own.id.as_str(), &mut taken))
        });
        let labels = labels.collect();
        let relations = schema
            .relation_types
            .iter()
            .map(|own| (own.id.clone(), apart(&own.name, own.id.as_str(), &mut taken)));
        let relations = relations.collect();
        let unsure = apart(super::UNSURE, "", &mut taken);
        let attributes = schema
            .attributes
            .iter()
            .map(|own| (own.id.clone(), apart(&own.name, own.id.as_str(), &mut taken)));
        let attributes = attributes.collect();
        let values = schema.attributes.iter().map(|own| {
            let mut taken = Set::new();
            let values = own.values.iter().enumerate();
            let values =
                values.map(|(n, value)| (value.clone(), apart(value, &format!("value-{n}"), &mut taken)));
            (own.id.clone(), values.collect())
        });
        Self { labels, attributes, values: values.collect(), relations, unsure }
    }

    /// Of a label; one that the schema does not have goes by its id.
    pub(super) fn label(&self, id: &LabelId) -> String {
        self.labels.get(id).cloned().unwrap_or_else(|| fit(id.as_str()))
    }

    /// Of a type of relation, likewise.
    pub(super) fn relation(&self, id: &RelationTypeId) -> String {
        self.relations.get(id).cloned().unwrap_or_else(|| fit(id.as_str()))
    }

    /// Of a value that may be chosen.
    pub(super) fn value(&self, id: &AttributeId, chosen: &str) -> Option<&str> {
        let values = self.values.get(id)?;
        values.iter().find(|(value, _)| value == chosen).map(|(_, name)| name.as_str())
    }

    /// Which annotations, relations and attributes there are.
    pub(super) fn annotation_conf(&self, schema: &Schema) -> String {
        let mut conf = "[entities]\n".to_owned();
        for label in &schema.labels {
            let _ = writeln!(conf, "{}", self.labels[&label.id]);
        }
        conf.push_str("\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n");
        for kind in &schema.relation_types {
            let ends: Vec<String> = kind.roles.iter().filter_map(|role| self.fillers(role)).collect();
            if let ([one, other], 2) = (&ends[..], kind.roles.len()) {
                let symmetric = if kind.symmetric { ", <REL-TYPE>:symmetric" } else { "" };
                let _ = writeln!(conf, "{}\tArg1:{one}, Arg2:{other}{symmetric}", self.relations[&kind.id]);
            }
        }
        let _ = writeln!(conf, "\n[events]\n\n[attributes]\n{}\tArg:<ENTITY>", self.unsure);
        for attribute in &schema.attributes {
            let has = |label: &&crate::model::Label| label.attributes.contains(&attribute.id);
            let labels: Vec<&str> =
                schema.labels.iter().filter(has).map(|label| self.labels[&label.id].as_str()).collect();
            let labels = if labels.is_empty() { "<ENTITY>".to_owned() } else { labels.join("|") };
            let name = &self.attributes[&attribute.id];
            let values: Vec<&str> =
                self.values[&attribute.id].iter().map(|(_, name)| name.as_str()).collect();
            let _ = match attribute.kind {
                AttributeType::Flag => writeln!(conf, "{name}\tArg:{labels}"),
                AttributeType::Choice if !values.is_empty() => {
                    writeln!(conf, "{name}\tArg:{labels}, Value:{}", values.join("|"))
                }
                _ => Ok(()),
            };
        }
        conf
    }

    /// What may fill a role; `None` where no annotation may.
    fn fillers(&self, role: &Role) -> Option<String> {
        let any = role.fillers.is_empty() || role.fillers.contains(&Filler::Annotation);
        let labels: Vec<String> = role
            .fillers
            .iter()
            .filter_map(|filler| match filler {
                Filler::Label(id) => self.labels.get(id).cloned(),
                _ => None,
            })
            .collect();
        match any {
            true => Some("<ENTITY>".to_owned()),
            false => (!labels.is_empty()).then(|| labels.join("|")),
        }
    }

    /// What they are called.
    pub(super) fn visual_conf(&self, schema: &Schema) -> String {
        let mut conf = "[labels]\n".to_owned();
        let labels = schema.labels.iter().map(|own| (&self.labels[&own.id], &own.name));
        let relations = schema.relation_types.iter().map(|own| (&self.relations[&own.id], &own.name));
        let attributes = schema.attributes.iter().map(|own| (&self.attributes[&own.id], &own.name));
        for (name, shown) in labels.chain(relations).chain(attributes) {
            let shown: Vec<&str> =
                shown.split(|c: char| c.is_control() || c.is_whitespace() || c == '|').collect();
            let shown = shown.join(" ");
            let _ = writeln!(conf, "{name} | {}", if shown.trim().is_empty() { name } else { shown.trim() });
        }
        conf.push_str(DRAWING);
        conf
    }
}

/// A name that is not taken yet.
fn apart(name: &str, id: &str, taken: &mut Set<String>) -> String {
    let speaks = |text: &str| text.contains(|c: char| c.is_ascii_alphanumeric());
    let plain = fit(if speaks(name) { name } else { id });
    let plain = if speaks(&plain) { plain } else { "x".to_owned() };
    naming::apart(plain, "_", taken)
}

/// Without what parts words in the files.
fn fit(name: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    name.trim().chars().map(fit).collect()
}

/// The names that `visual.conf` shows for those in the files.
#[derive(Default)]
pub(super) struct Shown(Map<String, String>);

impl Shown {
    /// Those of its section `[labels]`: a name, what is shown, and shorter forms, with `|` between them.
    pub(super) fn read(conf: &str) -> Self {
        let lines = conf.lines().skip_while(|line| line.trim() != "[labels]").skip(1);
        let lines = lines.take_while(|line| !line.trim_start().starts_with('['));
        let pair = |line: &str| {
            let mut parts = line.split('|').map(str::trim);
            let (name, shown) = (parts.next()?, parts.next()?);
            (!name.starts_with('#') && !name.is_empty() && !shown.is_empty())
                .then(|| (name.to_owned(), shown.to_owned()))
        };
        Self(lines.filter_map(pair).collect())
    }

    /// As an article keeps them beside its lines.
    pub(super) fn raw(&self) -> String {
        json::to_string(&self.0)
    }

    /// Those that an article keeps.
    pub(super) fn kept(raw: &str) -> Self {
        Self(Json::new(raw).and_then(|json| Field::read(json, &mut Seen::default())).unwrap_or_default())
    }

    /// What is shown for a name; itself if nothing else is.
    pub(super) fn name<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }
}
