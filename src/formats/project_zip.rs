//! A Postil project as a zip: `project.json` without the texts, and each text in a file of its own, for those who keep
//! texts under version control or hand them to other programs.
//!
//! `project.json` is the project's own file (`schema/postil-project-1.schema.json`) but for `text`; `texts/` holds the texts
//! as they are, in UTF-8, each named by the title of its document. A document finds its text by `sha256`, whatever the
//! file is called; one whose text is not there, or was changed, is left out, and said. Nothing is lost.
//!
//! ```text
//! project.json        {"format":"postil-project", … "documents":[{"id":"d-1","title":"Delegasi","sha256":"9a06…", …}]}
//! texts/Delegasi.txt  Marzouk tiba di Moskow.
//! ```

use super::bundle::Bundle;
use super::naming::FileNames;
use super::read::{left_out, refused_project};
use super::readers::Reader;
use super::write::Writer;
use super::{Options, Output, ReadProject, Reading};
use crate::model::Project;
use crate::sorted::Map;
use crate::text::{Sha256, Text};
use crate::wire::{self, project::Texts};

const PROJECT_FILE: &str = "project.json";
const FOLDER: &str = "texts/";

/// Writes a part of a project in its own format: all of it is written by the page.
pub(super) struct ProjectFile;

impl Writer for ProjectFile {
    fn write(&self, project: &Project, options: &Options, out: &mut dyn Output) {
        out.file(&options.format.file_name(&project.name));
        wire::project::write(project, Texts::Inline).for_each(|piece| out.write(piece.as_bytes()));
    }

    fn calls_labels(&self) -> bool {
        true
    }
}

/// Reads and writes it.
pub(super) struct ProjectZip;

impl Writer for ProjectZip {
    fn calls_labels(&self) -> bool {
        true
    }

    fn write(&self, project: &Project, _: &Options, out: &mut dyn Output) {
        out.file(PROJECT_FILE);
        for piece in wire::project::write(project, Texts::ByFingerprint) {
            out.write(piece.as_bytes());
        }
        let mut files = FileNames::default();
        let all = project.documents().len();
        for (n, document) in project.documents().enumerate() {
            out.file(&format!("{FOLDER}{}", files.of(document, "txt")));
            out.write(document.text.as_str().as_bytes());
            out.done(n + 1, all);
        }
    }
}

impl Reader for ProjectZip {
    fn knows(&self, bundle: &Bundle<'_>, at: usize) -> bool {
        let entry = &bundle.entries[at];
        let ours = entry.base() == PROJECT_FILE && entry.start().contains("\"postil-project\"");
        ours && texts(bundle, at).next().is_some()
    }

    fn read(&self, bundle: &mut Bundle<'_>, at: usize, reading: &mut Reading, done: &mut dyn FnMut(u64)) {
        let found: Vec<usize> = texts(bundle, at).collect();
        let mut by_fingerprint: Map<Sha256, Text> = Map::new();
        for text in found {
            // As it is: white space and line ends are a part of what was hashed.
            let text = String::from_utf8(bundle.take(text).bytes.to_vec())
                .ok()
                .and_then(|text| Text::new(text).ok());
            by_fingerprint.extend(text.map(|text| (text.sha256(), text)));
        }
        let entry = bundle.take(at);
        let name = entry.name.split_once('/').map_or(entry.name.as_str(), |(zip, _)| zip).to_owned();
        match wire::project::read_with(&entry.bytes, &|sha256| by_fingerprint.get(sha256).cloned()) {
            Ok(wire::Reading { value, issues }) => {
                reading.issues.extend(issues.into_iter().map(|issue| left_out(&entry.name, issue)));
                reading.projects.push(ReadProject { file: name, project: value });
            }
            Err(error) => reading.issues.push(refused_project(&entry.name, &error)),
        }
        done(entry.bytes.len() as u64);
    }
}

/// The texts that lie beside a project's file.
fn texts<'b>(bundle: &'b Bundle<'_>, at: usize) -> impl Iterator<Item = usize> + 'b {
    let own = &bundle.entries[at];
    let home = own.name.len() - own.base().len();
    let folder = format!("{}{FOLDER}", &own.name[..home]);
    let there = bundle.entries.iter().enumerate();
    there.filter(move |(_, entry)| !entry.taken && entry.name.starts_with(&folder)).map(|(n, _)| n)
}
