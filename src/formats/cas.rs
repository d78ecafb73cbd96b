//! UIMA CAS JSON 0.4.0 (`.json`): for INCEpTION, and for programs on UIMA, as those in Java and in Python (cassis).
//!
//! By <https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc>, as far as its own programs follow it:
//! positions are plain `begin` and `end`, and `%TYPES`, `%VIEWS` and every `%SUPER_TYPE` are always there. One file for each
//! article, in a zip. Offsets count UTF-16 units, the end is exclusive. The types are those of all articles, so that all
//! files have the same, and each file says its own.
//!
//! There is a layer for each kind of label, with the label in its feature `value`, and not one for each label: layers must be
//! set up in INCEpTION before the files are imported, and `NamedEntity` is in every project already.
//!
//! | type | what it says |
//! | --- | --- |
//! | `…metadata.type.DocumentMetaData` | `documentTitle`, `documentId`, `documentUri`, `collectionId` (the project), `language` |
//! | `custom.Article`, a document layer | `outlet`, `byline`, `published`, `retrieved`, `license`, `split`, `status`, `metadata` (as JSON) |
//! | `custom.DocumentLabel`, a document layer | `value`: a label of the whole article |
//! | `…segmentation.type.Sentence`, `Token` | sentences and tokens, cut and joined so that every annotation is made of whole ones |
//! | `…ner.type.NamedEntity`, `custom.Claim`, `custom.Span` | an annotation of kind entity, claim, other |
//! | `custom.Relation` | a relation of two from `Governor` to `Dependent`, where it stands, with `sourceRole` and `targetRole` |
//! | `custom.Frame` | one of more than two: `arguments` are slots; it stands at its trigger, else at its first end |
//!
//! A file that was read is written as it was where nothing of it has changed, unless it names what stands in another one.
//!
//! An annotation has `value` (the name of its label), `id`, `identifier` (an address of what it refers to, as INCEpTION
//! has it for knowledge bases), `referent` (our id of that) and `referentName`, `nil` (looked for, in no registry), `note`,
//! `unsure`, `status`, `by`, `created`, `how`, and a feature for each attribute: a boolean, a number, a text; a reference to
//! another annotation; the id of an entity; anything else is text that is JSON. The `%DESCRIPTION` of such a feature is
//! its type, its name and its id.
//! UIMA has no discontinuous annotations: the first fragment is the annotation, and its slots `parts` are the others, each a
//! `custom.Part`.
//!
//! Lost: suggested and rejected annotations and the relations that they are ends of; relations across articles, or with
//! an entity or a claim; attributes that name an annotation of another article, or what is not written; the registries
//! but names; how an annotation came to be, beside who made it, when and how; all of the schema but names.
//!
//! ```json
//! {"%ID":9,"%TYPE":"de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity","@sofa":1,"begin":0,"end":7,"value":"Person"}
//! ```

mod features;
mod file;
mod read;
mod structures;
mod types;

use super::known::Known;
use super::naming::FileNames;
use super::write::{Writer, stands, within};
use super::{Options, Output, Reason};
use crate::model::Project;
pub(super) use read::CasReader;
use structures::Cas;
use types::Types;

/// Writes it.
pub(super) struct CasJson;

impl Writer for CasJson {
    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        let types = Types::of(project);
        let (described, known) = (types.json(), Known::of(project, stands));
        let related = within(project, stands, usize::MAX, out);
        let mut files = FileNames::default();
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            let related = related.get(&document.id).map_or(&[][..], Vec::as_slice);
            let file = match read::unchanged(project, document) {
                Some(file) => file,
                None => Cas::of(project, document, &types, &known, related, out).json(&described),
            };
            out.file(&files.of(document, "json"));
            out.write(file.as_bytes());
            out.done(n + 1, all);
        }
        out.lost(Reason::Entities, project.entities.len());
        out.lost(Reason::Claims, project.claims.len());
    }
}
