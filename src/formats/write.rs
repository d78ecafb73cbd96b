//! Writes a project in a format of the table. Runs in the worker alone.

use super::kept;
use super::naming::called;
use super::parts::write_parts;
use super::{
    Format, Made, Options, Output, Packing, Reason, Scope,
    brat::Brat,
    cas::CasJson,
    claim_review::ClaimReview,
    columns::Columns,
    conllu::Conllu,
    doccano::Doccano,
    hugging_face::HuggingFace,
    json_lines::JsonLines,
    label_studio::LabelStudio,
    project_zip::{ProjectFile, ProjectZip},
    spacy::{SpacyDocBin, SpacyJson},
    spans::Spans,
    web_annotation::WebAnnotation,
};
use crate::model::{
    Annotation, Argument, Document, DocumentId, DocumentSource, End, Entity, Label, Project, Relation, Status,
};
use crate::sorted::Map;
use std::rc::Rc;
use zip::result::ZipError;

/// What writes a format.
pub trait Writer {
    /// Writes a project, and counts what the format cannot hold of it.
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output);

    /// Whether it knows itself what labels are called in its files; to all others they come under these names.
    fn calls_labels(&self) -> bool {
        false
    }
}

/// What writes a format; `None` for one that is read only.
fn writer(format: &Format) -> Option<&'static dyn Writer> {
    Some(match format.word {
        "project" => &ProjectFile,
        "project-zip" => &ProjectZip,
        "json-lines" => &JsonLines,
        "csv" => &Spans(','),
        "tsv" => &Spans('\t'),
        "conll" => &Columns,
        "conll-u" => &Conllu,
        "hugging-face" => &HuggingFace,
        "spacy-json" => &SpacyJson,
        "spacy-docbin" => &SpacyDocBin,
        "brat" => &Brat,
        "doccano" => &Doccano,
        "label-studio" => &LabelStudio,
        "cas-json" => &CasJson,
        "web-annotation" => &WebAnnotation,
        "claim-review" => &ClaimReview,
        _ => return None,
    })
}

/// Writes a project as the options say; `false` if nothing writes that format.
pub fn write(project: &Project, options: &Options, out: &mut dyn Output) -> bool {
    let Some(writer) = writer(options.format) else { return false };
    // What else is chosen asks for other files than those that were read.
    let chosen = options.iter().any(|(option, value)| value != option.values[0].0);
    if !chosen && kept::write(project, options.format.word, out) {
        return true;
    }
    let other = |label: &Label| called(label, options.format.word) != label.name;
    if writer.calls_labels() || !project.schema.labels.iter().any(other) {
        write_parts(writer, project, options, out);
        return true;
    }
    let mut project = project.clone();
    for label in &mut Rc::make_mut(&mut project.schema).labels {
        label.name = called(label, options.format.word).to_owned();
    }
    write_parts(writer, &project, options, out);
    true
}

/// The same as one file, with all of the project: what was made, and its bytes.
pub fn packed(project: &Project, options: &Options) -> Result<(Made, Vec<u8>), ZipError> {
    let (mut bytes, scope, mut tell) = (Vec::new(), Scope::default(), |_, _| {});
    let mut out = Packing::new(&project.name, options, &scope, &mut bytes, &mut tell);
    write(project, options, &mut out);
    let made = out.end()?;
    Ok((made, bytes))
}

/// Whether an annotation is written: somebody stands for it.
pub(super) fn stands(annotation: &Annotation) -> bool {
    matches!(annotation.status, Status::Open | Status::Accepted)
}

/// The annotations of an article that are written, in their order. The others are counted.
pub(super) fn standing<'a>(
    project: &'a Project,
    document: &Document,
    out: &mut dyn Output,
) -> Vec<&'a Rc<Annotation>> {
    let all = project.annotations(&document.id).into_iter().flat_map(|all| all.iter());
    let (standing, others): (Vec<_>, Vec<_>) = all.partition(|annotation| stands(annotation));
    let rejected = others.iter().filter(|annotation| annotation.status == Status::Rejected).count();
    out.lost(Reason::Rejected, rejected);
    out.lost(Reason::Suggested, others.len() - rejected);
    standing
}

/// Counts what is known of an article where its text alone is written; `title` says whether its title is lost, too.
pub(super) fn lost_around(document: &Document, title: bool, out: &mut dyn Output) {
    let own = &document.metadata;
    let texts =
        [&own.outlet, &own.url, &own.language, &own.published, &own.retrieved, &own.license, &own.split];
    let texts = texts.into_iter().chain(title.then_some(&own.title));
    let filled = texts.filter(|text| !text.is_empty()).count();
    out.lost(Reason::Metadata, filled + usize::from(!own.byline.is_empty()) + own.other.len());
    out.lost(Reason::DocumentLabels, document.labels.len());
}

/// 1 where something in what is kept of the file of an article is nowhere in it, which counts as one of its fields; 0
/// otherwise. What a row of JSON says of its article is all in it.
pub(super) fn unmapped(document: &Document) -> usize {
    let kept = |source: &DocumentSource| source.raw.is_some() && source.format != "json-lines";
    usize::from(document.source.as_ref().is_some_and(kept))
}

/// The id of an entity in a knowledge base, for formats with a place for one: that of Wikidata bare, or the first, behind
/// the name of the base.
pub(super) fn known_as(entity: &Entity) -> Option<String> {
    let filled = || entity.ids.iter().filter(|own| !own.id.is_empty());
    match filled().find(|own| own.scheme == "wikidata") {
        Some(own) => Some(own.id.clone()),
        None => filled().next().map(|own| format!("{}:{}", own.scheme, own.id)),
    }
}

/// Counts what an annotation says where its place and its label alone are written.
pub(super) fn lost_within(annotation: &Annotation, out: &mut dyn Output) {
    out.lost(Reason::Attributes, annotation.attributes.len());
    out.lost(Reason::Links, usize::from(annotation.refers_to.is_some()));
    out.lost(Reason::Notes, usize::from(!annotation.note.is_empty()));
    out.lost(Reason::Unsure, usize::from(annotation.unsure));
    out.lost(Reason::Origins, 1);
}

/// What the ends of relations are. Finding an annotation by its id alone would take a look into every article.
pub(super) struct Ends<'a> {
    project: &'a Project,
    annotations: Map<&'a str, &'a Rc<Annotation>>,
}

impl<'a> Ends<'a> {
    pub(super) fn of(project: &'a Project) -> Self {
        let annotations = match project.relations.is_empty() {
            // They may have to be read first.
            true => Map::new(),
            false => project.all_annotations().map(|own| (own.id.as_str(), own)).collect(),
        };
        Self { project, annotations }
    }

    /// The end with this id.
    pub(super) fn get(&self, id: &str) -> Option<End> {
        if let Some(annotation) = self.annotations.get(id) {
            return Some(End::Annotation((*annotation).clone()));
        }
        if let Some((id, _)) = self.project.entities.get_key_value(id) {
            return Some(End::Entity(id.clone()));
        }
        if let Some((id, _)) = self.project.claims.get_key_value(id) {
            return Some(End::Claim(id.clone()));
        }
        self.project.has_document(id).then(|| End::Document(DocumentId::new(id)))
    }

    /// Whether none of the ends is an annotation that nobody stands for.
    pub(super) fn all_written(&self, relation: &Relation) -> bool {
        self.all(relation, stands)
    }

    /// Whether this holds for all ends that are annotations.
    fn all(&self, relation: &Relation, holds: fn(&Annotation) -> bool) -> bool {
        let written = |id: &str| self.annotations.get(id).is_none_or(|annotation| holds(annotation));
        relation.arguments.iter().all(|end| written(&end.target))
            && relation.trigger.as_ref().is_none_or(|id| written(id.as_str()))
    }
}

/// The relations of two annotations of one article of which this holds, by the article. All others are counted.
pub(super) fn paired<'a>(
    project: &'a Project,
    written: fn(&Annotation) -> bool,
    out: &mut dyn Output,
) -> Map<DocumentId, Vec<&'a Relation>> {
    within(project, written, 2, out)
}

/// The relations of so many annotations of one article at most of which this holds, by the article. All others are
/// counted.
pub(super) fn within<'a>(
    project: &'a Project,
    written: fn(&Annotation) -> bool,
    most: usize,
    out: &mut dyn Output,
) -> Map<DocumentId, Vec<&'a Relation>> {
    let ends = Ends::of(project);
    let mut all: Map<DocumentId, Vec<&Relation>> = Map::new();
    for relation in project.relations.values() {
        let home = |target: &str| match ends.get(target) {
            Some(End::Annotation(annotation)) => Some(annotation.document.clone()),
            _ => None,
        };
        let homes: Vec<_> = relation.arguments.iter().map(|end| home(&end.target)).collect();
        match &homes[..] {
            _ if !ends.all(relation, written) || homes.len() > most => out.lost(Reason::Relations, 1),
            [Some(one), others @ ..] if others.iter().all(|other| other.as_ref() == Some(one)) => {
                all.get_or_insert_with(one.clone(), Vec::new).push(relation);
            }
            _ => out.lost(Reason::Across, 1),
        }
    }
    all
}

/// What a relation ends at, in the order of the roles of its type.
pub(super) fn by_role<'a>(project: &Project, relation: &'a Relation) -> Vec<&'a str> {
    ends_by_role(project, relation).into_iter().map(|end| end.target.as_str()).collect()
}

/// The ends of a relation in the order of the roles of its type.
pub(super) fn ends_by_role<'a>(project: &Project, relation: &'a Relation) -> Vec<&'a Argument> {
    let kind = project.schema.relation_type(&relation.kind);
    let place = |role: &str| kind.and_then(|kind| kind.roles.iter().position(|own| own.name == role));
    let mut ends: Vec<&Argument> = relation.arguments.iter().collect();
    ends.sort_by_key(|end| place(&end.role));
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::FORMATS;

    #[test]
    fn every_format_that_can_be_written_has_its_writer() {
        for format in FORMATS {
            assert_eq!(writer(format).is_some(), format.writes, "{}", format.word);
        }
    }
}
