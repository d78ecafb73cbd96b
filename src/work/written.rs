//! Writing: the project is written in the format, and made one file to be saved.

use super::answer::{tagged_with, take};
use super::{BUILD, Progress, WriteRequest};
use crate::formats::write::write;
use crate::formats::{Format, Losses, Made, Options, Output as _, Packing, Reason, Sink, counts};
use crate::model::Project;
use crate::sorted::Map;
use crate::wire::json::record;
use crate::words::{files, formats as words};

record! {
    /// A file that was made.
    struct WrittenAnswer {
        /// Of which build the worker is.
        must "build" build: String,
        must "name" name: String,
        must "mediaType" media_type: String,
        must "size" size: u64,
        must "files" files: Vec<String>,
        must "start" start: String,
        /// By the word of the reason.
        must "losses" losses: Map<String, usize>,
        /// So many articles of so many are chosen.
        must "articles" articles: (usize, usize),
        /// So many annotations of so many are chosen.
        must "annotations" annotations: (usize, usize),
    }
}

/// Makes the file: what is said of it, or why there is none. Its bytes go to the sink.
pub(super) fn make(
    request: WriteRequest,
    project: &Project,
    out: &mut dyn Sink,
    progress: &mut dyn FnMut(Progress),
) -> Result<String, String> {
    let format = Format::named(&request.format).ok_or_else(|| words::unknown().to_owned())?;
    let options = Options::new(format, request.options);
    let chosen = request.scope.chosen(project);
    let mut tell = |done: usize, all: usize| progress(Progress { done: done as u64, total: all as u64 });
    let mut out = Packing::new(&project.name, &options, &request.scope, out, &mut tell);
    chosen.losses.iter().for_each(|(reason, count)| out.lost(reason, count));
    if !write(&chosen.project, &options, &mut out) {
        return Err(words::unknown().to_owned());
    }
    let made = out.end().map_err(|error| words::unpacked(&error.to_string()))?;
    let of = |count: &dyn Fn(&Project) -> usize| (count(&chosen.project), count(project));
    let answer = WrittenAnswer {
        build: BUILD.to_owned(),
        losses: counts(&made.losses),
        name: made.name,
        media_type: made.media_type,
        size: made.size,
        files: made.files,
        start: made.start,
        articles: of(&|own| own.documents().len()),
        annotations: of(&Project::annotation_count),
    };
    Ok(tagged_with("written", &answer))
}

/// What the worker says of the file that it made, or why there is none and what to do.
pub fn open_made(answer: &str) -> Result<Made, String> {
    let WrittenAnswer {
        build,
        name,
        media_type,
        size,
        files: names,
        start,
        losses: counts,
        articles,
        annotations,
    } = take(answer, "written")?;
    if build != BUILD {
        return Err(files::other_build().to_owned());
    }
    let mut losses = Losses::default();
    for (word, count) in &counts {
        losses.add(Reason::of(word).ok_or(files::other_build())?, *count);
    }
    Ok(Made { name, media_type, size, files: names, start, losses, articles, annotations })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Aspect, REPORT, Scope};
    use crate::model::LabelId;
    use crate::wire::state;
    use crate::work::{Desk, Request};
    use std::io::Read as _;

    fn ask(build: &str, format: &str, file: &[u8]) -> Result<(Made, Vec<u8>), String> {
        ask_for(&Scope::default(), build, format, file)
    }

    fn ask_for(scope: &Scope, build: &str, format: &str, file: &[u8]) -> Result<(Made, Vec<u8>), String> {
        let request = WriteRequest {
            build: build.to_owned(),
            format: format.to_owned(),
            options: Map::default(),
            scope: scope.clone(),
            language: "en".to_owned(),
        };
        let (begin, end) = file.split_at(file.len() / 2);
        let (mut desk, mut bytes, mut last) = (Desk::default(), Vec::new(), None);
        for (first, piece) in [(true, begin), (false, end)] {
            let request = Request::Hand { build: build.to_owned(), language: "en".to_owned(), first }.write();
            desk.handle(&request, vec![piece.to_vec()], None, &mut bytes, &mut |_| {});
        }
        let request = Request::Write(request).write();
        let answer =
            desk.handle(&request, Vec::new(), None, &mut bytes, &mut |progress| last = Some(progress));
        let answer = answer.expect("an answer");
        if let Some(last) = last {
            assert_eq!(last.done, last.total, "ends at the end");
        }
        open_made(&answer).map(|made| (made, bytes))
    }

    const SMALL: &[u8] = include_bytes!("../../tests/fixtures/small.project.json");

    #[test]
    fn one_file_is_as_it_was_written() {
        let (made, bytes) = ask(BUILD, "json-lines", SMALL).expect("a file");
        assert_eq!((made.name.as_str(), made.media_type.as_str()), ("Small.jsonl", "application/jsonl"));
        assert_eq!((made.size, made.files.len()), (bytes.len() as u64, 0));
        assert!(bytes.starts_with(made.start.as_bytes()), "{}", made.start);
        assert_eq!((made.articles, made.annotations), ((1, 1), (2, 2)));
    }

    #[test]
    fn what_is_chosen_is_written_in_every_format() {
        let mut scope = Scope::default();
        scope.put(Aspect::Status, "checked", false);
        scope.put(Aspect::Person, "nobody", false);
        for format in ["project", "json-lines"] {
            let (made, bytes) = ask_for(&scope, BUILD, format, SMALL).expect("a file");
            assert_eq!((made.articles, made.annotations), ((1, 1), (2, 2)));
            assert_eq!(
                Ok(bytes),
                ask(BUILD, format, SMALL).map(|(_, bytes)| bytes),
                "nothing of it is there"
            );
        }
        scope.documents = Some(Vec::new());
        let (made, bytes) = ask_for(&scope, BUILD, "project", SMALL).expect("a file");
        assert_eq!((made.articles, made.annotations), ((0, 1), (0, 2)));
        assert!(crate::wire::project::read(&bytes).is_ok_and(|read| read.value.documents().len() == 0));
    }

    #[test]
    fn several_files_are_a_zip_that_is_the_same_each_time() {
        let (made, bytes) = ask(BUILD, "csv", SMALL).expect("a file");
        assert_eq!((made.name.as_str(), made.media_type.as_str()), ("Small.csv.zip", "application/zip"));
        assert!(bytes.starts_with(b"PK"));
        assert!(made.start.starts_with("doc_id,ann_id"), "{}", made.start);
        assert_eq!(made.files.last().map(String::as_str), Some("EXPORT-REPORT.json"));
        assert_eq!(ask(BUILD, "csv", SMALL).map(|(_, bytes)| bytes), Ok(bytes));
    }

    #[test]
    fn the_report_says_what_was_chosen() {
        let report = |scope: &Scope| {
            let (_, bytes) = ask_for(scope, BUILD, "csv", SMALL).expect("a file");
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
            let mut text = String::new();
            zip.by_name(REPORT).expect("the report").read_to_string(&mut text).expect("UTF-8");
            serde_json::from_str::<serde_json::Value>(&text).expect("JSON")["scope"].clone()
        };
        assert_eq!(report(&Scope::default()), serde_json::json!({}));
        let mut scope = Scope { passages: vec![LabelId::new("page-furniture")], ..Scope::default() };
        scope.put(Aspect::Language, "id", false);
        let expected =
            serde_json::json!({ "without": { "language": ["id"] }, "passages": ["page-furniture"] });
        assert_eq!(report(&scope), expected);
        scope = Scope { masked: true, ..Scope::default() };
        scope.put(Aspect::Status, "new", false);
        scope.put(Aspect::Status, "new", true);
        assert_eq!(report(&scope), serde_json::json!({}), "what was taken back says nothing");
        let left_out = |languages: [&str; 2]| {
            let mut scope = Scope::default();
            languages.iter().for_each(|language| scope.put(Aspect::Language, language, false));
            report(&scope)
        };
        assert_eq!(left_out(["id", "en"]), left_out(["en", "id"]));
    }

    #[test]
    fn a_state_is_written_as_its_file_is() {
        let project = crate::wire::project::read(SMALL).expect("a project").value;
        let state: String = state::write_with_texts(&project).collect();
        for format in ["project", "json-lines", "csv"] {
            assert_eq!(ask(BUILD, format, state.as_bytes()), ask(BUILD, format, SMALL), "{format}");
        }
        // What is wrong with an annotation is found when it is read.
        let (head, marks) = state.split_once("\n@").expect("a document with annotations");
        let broken = format!("{head}\n@{}", marks.replacen("\"person\"", "\"nobody\"", 1));
        assert!(ask(BUILD, "json-lines", broken.as_bytes()).is_err_and(|why| why.contains("nobody")));
        // Annotations of no document are not left out without a word.
        let stray = format!("{state}@\"no-article\"\n");
        assert!(ask(BUILD, "json-lines", stray.as_bytes()).is_err_and(|why| why.contains("no-article")));
    }

    #[test]
    fn what_cannot_be_made_says_why() {
        let other = files::other_build().to_owned();
        assert_eq!(ask("another", "csv", SMALL), Err(other));
        assert_eq!(ask(BUILD, "nothing", SMALL), Err(words::unknown().to_owned()));
        assert!(ask(BUILD, "csv", &SMALL[..SMALL.len() - 9]).is_err_and(|why| why.contains("again")));
    }
}
