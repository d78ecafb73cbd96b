//! Whether a project says what files say of its articles: beside [`content`](crate::formats::content), that what is one
//! thing there is one thing here, and what the format tells of how annotations were made.

use crate::formats::content::{Mark, Own, Related};
use crate::formats::write::Ends;
use crate::formats::{Format, Holds, UNKNOWN};
use crate::model::{
    Annotation, AttributeId, AttributeValue, Document, DocumentId, DocumentStatus, End, Kind, Label,
    PersonKind, Project, Reference, Relation, Status,
};
use crate::sorted::{Map, sort_by};
use std::collections::BTreeMap;
use std::rc::Rc;

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
    /// What ids entities have elsewhere.
    ids: bool,
    /// Suggestions.
    suggestions: bool,
}

impl Speak {
    /// What these files of a format do.
    pub(super) fn of(format: &str, files: &[(String, String)], said: &Project) -> Self {
        let word = |word: &str| files.iter().any(|(_, text)| text.contains(word));
        let table = ["csv", "tsv"].contains(&format);
        let holds = |what| Format::named(format).is_some_and(|format| format.holds.contains(&what));
        let suggested = |own: &Annotation| own.status == Status::Suggested;
        Self {
            makers: holds(Holds::Makers),
            kinds: format == "json-lines" && word("\"kind\"") || table && (word("layer") || word("kind")),
            states: word("status"),
            ids: holds(Holds::Links) && format != "json-lines",
            suggestions: holds(Holds::Suggestions) || said.all_annotations().any(|own| suggested(own)),
        }
    }
}

/// The values of a record.
type Values = Map<AttributeId, AttributeValue>;

/// What is compared: what files say, read as a project of their own, and a project.
pub(super) struct Same<'a> {
    said: Own<'a>,
    here: Own<'a>,
    groups: [&'a Grouped<'a>; 2],
    speak: Speak,
    /// So many suggestions there are here, of which such files never speak.
    suggested: usize,
    /// What records of the files are here, and the other way round.
    ids: [BTreeMap<(Of, String), String>; 2],
}

/// What there is of and beside that which files say.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside {
    /// Suggestions of which they do not speak.
    pub(super) suggested: usize,
    /// Rejected annotations that they have.
    pub(super) rejected: usize,
    /// Relations between records of the registries that they have.
    pub(super) told: usize,
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
    fn end(end: Option<&End>) -> Self {
        match end {
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
        Self {
            said: said.own(name),
            here: here.own(name),
            groups,
            speak,
            suggested: 0,
            ids: Default::default(),
        }
    }

    /// Whether the same is said of these articles, each of the files beside the one here. Gives what is here beside it.
    pub(super) fn holds(mut self, pairs: &[(&Document, &Document)]) -> Option<Beside> {
        let marked = pairs.iter().all(|(said, here)| self.same_article(said, here));
        let related = marked && pairs.iter().all(|(said, here)| self.same_relations(&said.id, &here.id));
        let told = if related { self.elsewhere()? } else { return None };
        let rejected = |own: &&Rc<Annotation>| own.status == Status::Rejected;
        let rejected = self.said.project.all_annotations().filter(rejected).count();
        Some(Beside { suggested: self.suggested, rejected, told })
    }

    /// Whether a record of the files is this one here, and no other. What is known of an entity is looked at once.
    fn is(&mut self, of: Of, said: &str, here: &str) -> bool {
        let [to, from] = &mut self.ids;
        let known = to.len();
        let is = to.entry((of, said.to_owned())).or_insert_with(|| here.to_owned()) == here
            && from.entry((of, here.to_owned())).or_insert_with(|| said.to_owned()) == said;
        let new = self.ids[0].len() > known;
        is && (!new || of != Of::Entity || !self.speak.ids || self.known_alike(said, here))
    }

    /// Whether an entity has the ids elsewhere that the files say.
    fn known_alike(&self, said: &str, here: &str) -> bool {
        let ids = |project: &'a Project, id: &str| {
            let own = project.entities.get(id).map_or(&[][..], |entity| &entity.ids);
            let mut all: Vec<(&str, &str)> = own.iter().map(|own| (&*own.scheme, &*own.id)).collect();
            sort_by(&mut all, Ord::cmp);
            all
        };
        ids(self.said.project, said) == ids(self.here.project, here)
    }

    /// The same of what is named near these articles; `whole` looks at what an entity is labelled with, too.
    fn is_end(&mut self, said: (&str, &DocumentId), here: (&str, &DocumentId), whole: bool) -> bool {
        let ends = (self.said.found(said.0, Some(said.1)), self.here.found(here.0, Some(here.1)));
        let of = Of::end(ends.0.as_ref());
        let label =
            |own: &Own<'_>, id: &str| own.project.entities.get(id).map(|entity| own.label(&entity.label));
        of == Of::end(ends.1.as_ref())
            && self.is(of, said.0, here.0)
            && (!whole || of != Of::Entity || label(&self.said, said.0) == label(&self.here, here.0))
    }

    /// Whether the values of records of these articles name the same.
    fn same_named(&mut self, said: (&Values, &DocumentId), here: (&Values, &DocumentId)) -> bool {
        let (all, own) = (self.said.named(said.0), self.here.named(here.0));
        all.len() == own.len()
            && all.iter().zip(&own).all(|(one, other)| self.is_end((one, said.1), (other, here.1), false))
    }

    fn same_article(&mut self, said: &Document, here: &Document) -> bool {
        // Where files do not speak of it, how far the work is is nobody's but the person's. What comes with marks or
        // labels is in work.
        let state = match (said.status, here.status) {
            (DocumentStatus::New, DocumentStatus::InWork) => {
                let marked = self.said.project.annotations(&said.id).is_some_and(|all| !all.is_empty());
                !self.speak.states || marked || !said.labels.is_empty()
            }
            (DocumentStatus::New, DocumentStatus::Done | DocumentStatus::Checked) => !self.speak.states,
            (said, here) => said == here,
        };
        state
            && said.text == here.text
            && said.metadata == here.metadata
            && self.said.labels(said) == self.here.labels(here)
            && self.is(Of::Document, said.id.as_str(), here.id.as_str())
            && {
                let (all, mut own) = (self.said.marks(said), self.here.marks(here));
                if !self.speak.suggestions {
                    let marks = own.len();
                    own.retain(|(mark, _)| !mark.suggested);
                    self.suggested += marks - own.len();
                }
                all.len() == own.len() && all.iter().zip(&own).all(|(said, here)| self.same_mark(said, here))
            }
    }

    fn same_mark(&mut self, said: &(Mark, &Annotation), here: &(Mark, &Annotation)) -> bool {
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
            && self.same_named((&said.attributes, &said.document), (&here.attributes, &here.document))
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

    fn same_relations(&mut self, said: &DocumentId, here: &DocumentId) -> bool {
        let all = self.groups[0].related(&self.said, said);
        let own = self.groups[1].related(&self.here, here);
        all.len() == own.len()
            && all.iter().zip(&own).all(|(one, other)| self.same_relation((one, said), (other, here)))
    }

    fn same_relation(
        &mut self,
        (said, there): (&(Related, &Relation), &DocumentId),
        (own, here): (&(Related, &Relation), &DocumentId),
    ) -> bool {
        let ((words, said), (also, own)) = (said, own);
        let trigger = match (&said.trigger, &own.trigger) {
            (Some(one), Some(other)) => self.is(Of::Annotation, one.as_str(), other.as_str()),
            (one, other) => one.is_none() && other.is_none(),
        };
        let mut ends = said.arguments.iter().zip(&own.arguments);
        words == also
            && said.symmetric == own.symmetric
            && trigger
            && self.same_named((&said.attributes, there), (&own.attributes, here))
            && ends.all(|(one, other)| self.is_end((&one.target, there), (&other.target, here), true))
    }

    /// Whether all relations between records of the registries that the files have are here; gives how many they are.
    fn elsewhere(&mut self) -> Option<usize> {
        let [there, here] = self.groups;
        if there.elsewhere.is_empty() {
            return Some(0);
        }
        let said = |own: &Own<'a>, group: &Grouped<'a>| {
            sorted(group.elsewhere.iter().map(|one| (own.related(one, None), *one)).collect())
        };
        let (all, own) = (said(&self.said, there), said(&self.here, here));
        // They are near no article.
        let none = DocumentId::new("");
        let mut rest = own.iter();
        let found = all.iter().all(|said| {
            let mut at = rest.by_ref().skip_while(|here| here.0 < said.0).take(1);
            at.next().is_some_and(|here| self.same_relation((said, &none), (here, &none)))
        });
        found.then_some(all.len())
    }
}

fn kind(project: &Project, one: &Annotation) -> Option<Kind> {
    project.schema.label(&one.label).map(|label| label.kind)
}
