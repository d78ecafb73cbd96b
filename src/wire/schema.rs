//! A schema file, version 1: the schema of a project without its articles, to be handed on.
//!
//! One JSON object, as a project file is: `format` (`postil-schema`), `version`, `name` (of the project it comes from),
//! `generator`, `guidelines` (Markdown) where there are any, and `schema` as it stands in a project file.

use super::read::{Top, open};
use super::reader::Reader;
use super::{Reading, VERSION, WireError, project};
use crate::model::{Project, Schema};
use crate::words::wire as said;

/// What `format` says.
pub const FORMAT: &str = "postil-schema";

/// Writes the schema and the guidelines of a project.
pub fn to_string(of: &Project) -> String {
    let mut file = format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION}");
    let mut key = |name: &str, json: String| file.push_str(&format!(",\n  \"{name}\": {json}"));
    key("name", project::line(&of.name));
    key("generator", project::quoted(project::GENERATOR));
    if !of.guidelines.is_empty() {
        key("guidelines", project::line(&of.guidelines));
    }
    key("schema", project::schema(&of.schema));
    file + "\n}\n"
}

/// Reads a schema file: the schema, and the guidelines or nothing.
pub fn read(bytes: &[u8]) -> Result<Reading<(Schema, String)>, WireError> {
    let (input, top) = open(bytes)?;
    check_format(&top)?;
    let mut reader = Reader::new(input);
    let schema = reader.schema(top.get("schema"));
    let guidelines = top.read::<String>("guidelines").unwrap_or_default();
    Ok(Reading { value: (schema, guidelines), issues: reader.into_issues() })
}

fn check_format(top: &Top<'_>) -> Result<(), WireError> {
    let ours = |why: &str| Err(WireError::NotOurs { why: why.to_owned() });
    if top.read::<String>("format").as_deref() != Some(FORMAT) {
        return ours(&said::no_format(FORMAT));
    }
    match top.read::<u64>("version") {
        Some(version) if version > u64::from(VERSION) => Err(WireError::Newer { version }),
        Some(version) if version == u64::from(VERSION) => match top.get("schema") {
            Some(schema) if schema.get().starts_with('{') => Ok(()),
            _ => ours(said::no_schema()),
        },
        _ => ours(said::no_version()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ProjectId, Timestamp, attribution};

    #[test]
    fn what_is_saved_is_read() {
        let mut project = Project::new(ProjectId::new("p"), "Own “one”".into(), attribution(), Timestamp(0));
        project.guidelines = "# Mark\n\n- *only* names".into();
        let file = to_string(&project);
        let read = read(file.as_bytes()).expect("it is read");
        assert_eq!(read.issues, []);
        assert_eq!(read.value, (attribution(), project.guidelines.clone()));
        let json: serde_json::Value = serde_json::from_str(&file).expect("it is JSON");
        assert_eq!(json["format"], "postil-schema");
    }

    #[test]
    fn what_is_no_schema_is_refused_and_half_a_schema_is_told() {
        let error = |file: &str| read(file.as_bytes()).expect_err("refused");
        assert!(matches!(error("{\"format\":\"postil-schema\",\"ver"), WireError::CutOff { .. }));
        assert!(matches!(
            error("{\"format\":\"postil-schema\",\"version\":2}"),
            WireError::Newer { version: 2 }
        ));
        assert!(matches!(error("{\"format\":\"postil-schema\",\"version\":1}"), WireError::NotOurs { .. }));
        let half = r#"{"format":"postil-schema","version":1,"schema":{"labels":[{"id":"a","name":"A","kind":"entity"},{"id":"b"}]}}"#;
        let read = read(half.as_bytes()).expect("it is read");
        assert_eq!(read.value.0.labels.len(), 1);
        assert_eq!(read.issues.len(), 1, "{:?}", read.issues);
    }
}
