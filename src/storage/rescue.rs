//! What is not in the database, or could not be read there, as a file for the person.

use super::quarantine::Quarantined;
use crate::wire::json::text;
use std::rc::Rc;

/// A JSON file of records: `unsaved`, the acts that are not in the database, and `quarantine`, what could not be read
/// there, each with where it stood, what was wrong, and its content: `text`, or `hex` where it is no text.
pub fn rescue(project: &str, unsaved: &[Rc<str>], quarantined: &[Quarantined]) -> String {
    let mut out = String::from("{\n  \"format\": \"postil-records\",\n  \"version\": 1,\n  \"project\": ");
    text(&mut out, project);
    out.push_str(",\n  \"unsaved\": [");
    for (n, line) in unsaved.iter().enumerate() {
        out.push_str(if n > 0 { ",\n    " } else { "\n    " });
        // A line of the journal is JSON.
        out.push_str(line);
    }
    out.push_str("\n  ],\n  \"quarantine\": [");
    for (n, bad) in quarantined.iter().enumerate() {
        out.push_str(if n > 0 { ",\n    {\"from\": " } else { "\n    {\"from\": " });
        text(&mut out, &bad.from);
        if let Some(number) = bad.number {
            out.push_str(&format!(", \"number\": {number}"));
        }
        out.push_str(", \"why\": ");
        text(&mut out, &bad.why);
        match str::from_utf8(&bad.bytes) {
            Ok(content) => {
                out.push_str(", \"text\": ");
                text(&mut out, content);
            }
            Err(_) => {
                out.push_str(", \"hex\": \"");
                bad.bytes.iter().for_each(|byte| out.push_str(&format!("{byte:02x}")));
                out.push('"');
            }
        }
        out.push('}');
    }
    out.push_str("\n  ]\n}\n");
    out
}
