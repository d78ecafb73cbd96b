//! Whether a project says what files say of its articles: beside [`content`](crate::formats::content), that what is one
//! thing there is one thing here, and what the format tells of how annotations were made.

use crate::formats::content::{Mark, Own, Related};
use crate::formats::write::Ends;
use crate::formats::{Format, Holds, UNKNOWN};
use crate::model::{
    Annotation, Document, DocumentId, DocumentStatus, End, Kind, Label, PersonKind, Project, Reference,
    Relation, Status,
};
use crate::sorted::{Map, sort_by};
use std::collections::BTreeMap;

/// A project whose relations were looked through once.
pub(super) struct Grouped<'a> {
    pub(super) project: &'a Project,
    ends: Ends<'a>,
    /// By the articles that they have an end in.
    within: BTreeMap<DocumentId, Vec<&'a Relation>>,
    /// Those between records of the registries.
    pub(super) elsewhere: Vec<&'a Relation>,
}

impl<'a> Grouped<'a> {
    pub(super) fn of(project: &'a Project) -> Self {
        let ends = Ends::of(project);
        let (mut within, mut elsewhere) = (BTreeMap::<DocumentId, Vec<&Relation>>::new(), Vec::new());
        for relation in project.relations.values() {
            let home = |target: &str| match ends.get(target) {
                Some(End::Annotation(annotation)) => Some(annotation.document.clone()),
                Some(End::Document(id)) => Some(id),
                _ => None,
            };
            let mut homes: Vec<_> = relation.arguments.iter().filter_map(|end| home(&end.target)).collect();
            sort_by(&mut homes, Ord::cmp);
            homes.dedup();
            if homes.is_empty() {
                elsewhere.push(relation);
            }
            for home in homes {
                within.entry(home).or_default().push(relation);
            }
        }
        Self { project, ends, within, elsewhere }
    }

    fn own(&'a self, name: &'a dyn Fn(&Label) -> String) -> Own<'a> {
        Own { project: self.project, name, ends: Some(&self.ends) }
    }

    /// The relations of an article and what they say, in the order of that.
    fn related(&self, own: &Own<'_>, document: &DocumentId) -> Vec<(Related, &'a Relation)> {
        let all = self.within.get(document).map_or(&[][..], Vec::as_slice);
        sorted(all.iter().map(|one| (own.related(one, Some(document)), *one)).collect())
    }
}

fn sorted(mut all: Vec<(Related, &Relation)>) -> Vec<(Related, &Relation)> {
    sort_by(&mut all, |(one, _), (other, _)| one.cmp(other));
    all
}

/// What the files speak of.
pub(super) struct Speak {
    /// Who made annotations, how and when.
    makers: bool,
    /// Of what kind labels are.
    kinds: bool,
    /// How far the work on articles is.
    states: bool,
}

impl Speak {
    /// What these files of a format do.
    pub(super) fn of(format: &str, files: &[(String, String)]) -> Self {
        let word = |word: &str| files.iter().any(|(_, text)| text.contains(word));
        let rows = ["json-lines", "csv", "tsv"].contains(&format);
        Self {
            makers: Format::named(format).is_some_and(|format| format.holds.contains(&Holds::Makers)),
            kinds: rows && word("kind"),
            states: word("status"),
        }
    }
}

/// What is compared: what files say, read as a project of their own, and a project.
pub(super) struct Same<'a> {
    said: Own<'a>,
    here: Own<'a>,
    groups: [&'a Grouped<'a>; 2],
    speak: Speak,
    /// What records of the files are here, and the other way round.
    ids: [Map<(Of, String), String>; 2],
}

/// What an id is of: an article and an annotation may have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Annotation,
    Entity,
    Claim,
    Document,
    /// Nothing that is there.
    Nothing,
}

impl Of {
    fn end(ends: &Ends<'_>, id: &str) -> Self {
        match ends.get(id) {
            Some(End::Annotation(_)) => Self::Annotation,
            Some(End::Entity(_)) => Self::Entity,
            Some(End::Claim(_)) => Self::Claim,
            Some(End::Document(_)) => Self::Document,
            None => Self::Nothing,
        }
    }
}

impl<'a> Same<'a> {
    pub(super) fn new(
        said: &'a Grouped<'a>,
        here: &'a Grouped<'a>,
        name: &'a dyn Fn(&Label) -> String,
        speak: Speak,
    ) -> Self {
        let groups = [said, here];
        Self { said: said.own(name), here: here.own(name), groups, speak, ids: Default::default() }
    }

    /// Whether the same is said of these articles, each of the files beside the one here. Gives the relations here between
    /// records of the registries of which the files speak, too.
    pub(super) fn holds(mut self, pairs: &[(&Document, &Document)]) -> Option<usize> {
        let marked = pairs.iter().all(|(said, here)| self.articles(said, here));
        let related = marked && pairs.iter().all(|(said, here)| self.relations(&said.id, &here.id));
        if related { self.elsewhere() } else { None }
    }

    /// Whether a record of the files is this one here, and no other.
    fn is(&mut self, of: Of, said: &str, here: &str) -> bool {
        let [to, from] = &mut self.ids;
        to.get_or_insert_with((of, said.to_owned()), || here.to_owned()) == here
            && from.get_or_insert_with((of, here.to_owned()), || said.to_owned()) == said
    }

    fn articles(&mut self, said: &Document, here: &Document) -> bool {
        // Where files do not speak of it, how far the work is is nobody's but the person's.
        let state = match said.status {
            DocumentStatus::New => !self.speak.states || here.status <= DocumentStatus::InWork,
            status => status == here.status,
        };
        state
            && said.text == here.text
            && said.metadata == here.metadata
            && self.said.labels(said) == self.here.labels(here)
            && self.is(Of::Document, said.id.as_str(), here.id.as_str())
            && {
                let (all, own) = (self.said.marks(said), self.here.marks(here));
                all.len() == own.len() && all.iter().zip(&own).all(|(said, here)| self.marks(said, here))
            }
    }

    fn marks(&mut self, said: &(Mark, &Annotation), here: &(Mark, &Annotation)) -> bool {
        let ((mark, said), (own, here)) = (said, here);
        mark == own
            && self.is(Of::Annotation, said.id.as_str(), here.id.as_str())
            && match (&said.refers_to, &here.refers_to) {
                (Some(Reference::Entity(said)), Some(Reference::Entity(here))) => {
                    self.is(Of::Entity, said.as_str(), here.as_str())
                }
                (Some(Reference::Claim(said)), Some(Reference::Claim(here))) => {
                    self.is(Of::Claim, said.as_str(), here.as_str())
                }
                (Some(Reference::Nil(_)), Some(Reference::Nil(_))) | (None, None) => true,
                _ => false,
            }
            && (!self.speak.makers || self.made(said, here))
            && (!self.speak.kinds || kind(self.said.project, said) == kind(self.here.project, here))
    }

    /// Whether an annotation was made as the files say. What they do not say is not asked for.
    fn made(&self, said: &Annotation, here: &Annotation) -> bool {
        let by = |project: &'a Project, one: &Annotation| match project.people.get(&one.origin.by) {
            Some(person) if person.kind == PersonKind::Import => "",
            Some(person) => &person.name,
            None => "",
        };
        let accepted = |one: &Annotation| one.status == Status::Accepted;
        let (own, there) = (&here.origin, &said.origin);
        by(self.said.project, said) == by(self.here.project, here)
            && accepted(said) == accepted(here)
            && (there.how, &there.rule, &there.score, there.modified)
                == (own.how, &own.rule, &own.score, own.modified)
            && (there.created == UNKNOWN || there.created == own.created)
    }

    fn relations(&mut self, said: &DocumentId, here: &DocumentId) -> bool {
        let all = self.groups[0].related(&self.said, said);
        let own = self.groups[1].related(&self.here, here);
        all.len() == own.len() && all.iter().zip(&own).all(|(said, here)| self.same_relation(said, here))
    }

    fn same_relation(&mut self, said: &(Related, &Relation), here: &(Related, &Relation)) -> bool {
        let ((relation, said), (own, here)) = (said, here);
        let trigger = match (&said.trigger, &here.trigger) {
            (Some(said), Some(here)) => self.is(Of::Annotation, said.as_str(), here.as_str()),
            (said, here) => said.is_none() && here.is_none(),
        };
        let mut ends = said.arguments.iter().zip(&here.arguments);
        relation == own
            && said.symmetric == here.symmetric
            && trigger
            && ends.all(|(said, here)| {
                let [there, ends] = self.groups.map(|group| &group.ends);
                let of = Of::end(there, &said.target);
                of == Of::end(ends, &here.target) && self.is(of, &said.target, &here.target)
            })
    }

    /// Whether all relations between records of the registries that the files have are here; gives how many they are.
    fn elsewhere(&mut self) -> Option<usize> {
        let said = |own: &Own<'a>, group: &Grouped<'a>| {
            sorted(group.elsewhere.iter().map(|one| (own.related(one, None), *one)).collect())
        };
        let [there, here] = self.groups;
        let (all, own) = (said(&self.said, there), said(&self.here, here));
        let mut rest = own.iter();
        let found = all.iter().all(|said| {
            let mut at = rest.by_ref().skip_while(|here| here.0 < said.0).take(1);
            at.next().is_some_and(|here| self.same_relation(said, here))
        });
        found.then_some(all.len())
    }
}

fn kind(project: &Project, one: &Annotation) -> Option<Kind> {
    project.schema.label(&one.label).map(|label| label.kind)
}
