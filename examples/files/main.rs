//! Large files, made, read and written natively by the code that the worker runs: what `cargo xtask bench files` holds the
//! browser against.
//!
//! `files make FOLDER BYTES ANNOTATIONS` makes a project whose JSON Lines are about so long, and writes it as `large.jsonl`,
//! `large.conll` and `large-brat.zip`; and one of so many annotations, as `many.project.json`. `files read FILE…` prints a line for each: ms, and how many
//! annotations. `files write FILE FORMAT…` reads a project file and prints for each format how many ms it took to write.

use postil::formats::{
    Format, Options, Written,
    read::{File, read},
    write::write,
};
use postil::model::{
    Annotation, AnnotationId, Document, DocumentId, DocumentStatus, Fragments, How, LabelId, Metadata,
    Origin, Person, PersonId, PersonKind, Project, ProjectId, Status, Timestamp, news,
};
use postil::text::{Byte, LineEnds, Span, Text};
use postil::wire::project::{Texts, to_string};
use std::{
    env,
    error::Error,
    fs::{self, File as Out},
    io::Write as _,
    path::Path,
    rc::Rc,
    time::Instant,
};
use zip::{ZipWriter, write::SimpleFileOptions};

type Done<T = ()> = Result<T, Box<dyn Error>>;

/// English, and Indonesian behind: an article is in one of them.
const WORDS: [&str; 48] = [
    "the",
    "river",
    "rose",
    "again",
    "on",
    "Tuesday",
    "and",
    "officials",
    "said",
    "that",
    "more",
    "than",
    "two",
    "hundred",
    "people",
    "were",
    "taken",
    "to",
    "safety",
    "before",
    "dawn",
    "while",
    "roads",
    "near",
    "jembatan",
    "itu",
    "ditutup",
    "karena",
    "banjir",
    "kata",
    "pejabat",
    "setempat",
    "pada",
    "hari",
    "Selasa",
    "warga",
    "diminta",
    "untuk",
    "mengungsi",
    "ke",
    "tempat",
    "yang",
    "lebih",
    "aman",
    "dan",
    "tidak",
    "kembali",
    "dulu",
];
const NAMES: [(&str, &str); 6] = [
    ("Port Alder", "place"),
    ("Ana Wirawan", "person"),
    ("Harbour Authority", "organisation"),
    ("Kota Baru", "place"),
    ("Ion Petrescu", "person"),
    ("Badan Penanggulangan", "organisation"),
];
/// One word in so many is a name in files that come in, as in news.
const NAMED: usize = 18;
/// The same where the number of annotations counts.
const CROWDED: usize = 5;
/// Words of an article.
const LENGTH: usize = 900;
const TIME: Timestamp = Timestamp(1_700_000_000_000);

fn main() -> Done {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match &args[..] {
        ["make", folder, bytes, many] => make(Path::new(folder), bytes.parse()?, many.parse()?),
        ["read", files @ ..] => files.iter().try_for_each(|file| time_reading(file)),
        ["write", file, formats @ ..] => time_writing(file, formats),
        _ => Err("files make FOLDER BYTES ANNOTATIONS | files read FILE… | files write FILE FORMAT…".into()),
    }
}

fn make(folder: &Path, bytes: usize, many: usize) -> Done {
    // What an article and its annotations take as a line.
    let large = project(bytes / 17_000, NAMED)?;
    for (format, name) in [("json-lines", "large.jsonl"), ("conll", "large.conll")] {
        let written = written(&large, format)?;
        let (_, bytes) = written.files.first().ok_or("a file")?;
        fs::write(folder.join(name), bytes)?;
    }
    let mut zip = ZipWriter::new(Out::create(folder.join("large-brat.zip"))?);
    for (name, bytes) in &written(&large, "brat")?.files {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(bytes)?;
    }
    zip.finish()?;
    let many = project(many * CROWDED / LENGTH, CROWDED)?;
    fs::write(folder.join("many.project.json"), to_string(&many, Texts::Inline))?;
    println!("{} {}", large.annotation_count(), many.annotation_count());
    Ok(())
}

/// A project in which one word in `named` is a name.
fn project(articles: usize, named: usize) -> Done<Project> {
    let mut project = Project::new(ProjectId::new("large"), "Large".to_owned(), news(), TIME);
    let by = PersonId::new("a");
    let person =
        Person { id: by.clone(), name: "Ana".to_owned(), kind: PersonKind::Person, version: String::new() };
    project.people.insert(by.clone(), person);
    let (mut dice, mut next) = (7_usize, 0);
    let mut throw = |n: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % n
    };
    for at in 0..articles {
        let (mut text, mut marks) = (String::new(), Vec::new());
        let (english, indonesian) = WORDS.split_at(WORDS.len() / 2);
        let words = if at % 2 == 0 { english } else { indonesian };
        for word in 0..LENGTH {
            if word > 0 {
                text.push_str(if word % 20 == 0 { ".\n" } else { " " });
            }
            if throw(named) == 0 {
                let (name, label) = NAMES[throw(NAMES.len())];
                marks.push((text.len() as u32, (text.len() + name.len()) as u32, label));
                text.push_str(name);
            } else {
                text.push_str(words[throw(words.len())]);
            }
        }
        let id = DocumentId::new(format!("d{at:06}"));
        project.insert_document(Rc::new(Document {
            id: id.clone(),
            order: at as u32,
            text: Text::new(text)?,
            line_ends: LineEnds::default(),
            media_type: "text/plain".to_owned(),
            metadata: Metadata { title: format!("Report {at}"), ..Metadata::default() },
            status: DocumentStatus::InWork,
            labels: Vec::new(),
            source: None,
        }));
        let all = project.annotations_mut(&id).ok_or("just added")?;
        for (start, end, label) in marks {
            all.insert(Rc::new(Annotation {
                id: AnnotationId::new(format!("n{next:07}")),
                document: id.clone(),
                label: LabelId::new(label),
                fragments: Fragments::one(Span::new(Byte(start), Byte(end))).ok_or("not empty")?,
                attributes: Default::default(),
                refers_to: None,
                note: String::new(),
                unsure: false,
                status: Status::Open,
                origin: Origin::new(by.clone(), How::Manual, TIME),
            }));
            next += 1;
        }
    }
    Ok(project)
}

fn written(project: &Project, format: &str) -> Done<Written> {
    let mut out = Written::default();
    let format = Format::named(format).ok_or("no such format")?;
    if !write(project, &Options::new(format, Default::default()), &mut out) {
        return Err("nothing writes it".into());
    }
    Ok(out)
}

fn time_reading(name: &str) -> Done {
    let bytes = fs::read(name)?;
    let start = Instant::now();
    let reading = read(&[File { name, bytes: &bytes, text: None }], &mut |_| {});
    let took = start.elapsed().as_millis();
    let annotations: usize = reading.annotated.iter().map(|set| set.project.annotation_count()).sum();
    println!("{took} {annotations}");
    Ok(())
}

fn time_writing(name: &str, formats: &[&str]) -> Done {
    let project = postil::wire::project::read(&fs::read(name)?)?.value;
    for format in formats {
        let start = Instant::now();
        let bytes = match *format {
            "project" => to_string(&project, Texts::Inline).len(),
            format => written(&project, format)?.files.iter().map(|(_, bytes)| bytes.len()).sum(),
        };
        println!("{} {bytes}", start.elapsed().as_millis());
    }
    Ok(())
}
