//! The objects of a JSON file: one per line, a list of them, or one object.

use super::bundle::Entry;
use super::gathering::Gathering;
use super::{Place, Severity};
use crate::wire::json::Json;
use crate::words::{files, gathered};

/// Hands over each object of a text with its place; `done` hears how many bytes are through. What is no JSON is noticed.
pub(super) fn each<'t>(
    name: &str,
    text: &'t str,
    gathering: &mut Gathering,
    done: &mut dyn FnMut(u64),
    take: &mut dyn FnMut(&Place, Json<'t>, &mut Gathering),
) {
    let place = |line| Place { file: name.to_owned(), line: Some(line), path: None };
    if let Ok(whole) = Json::new(text) {
        let list = whole.list().unwrap_or_else(|_| vec![whole]);
        let (mut line, mut counted) = (1, 0);
        for json in list {
            // Lines are counted along, since objects come in order.
            let at = json.get().as_ptr().addr().saturating_sub(text.as_ptr().addr());
            line += text[counted..at].matches('\n').count() as u32;
            counted = at;
            take(&place(line), json, gathering);
            done(at as u64);
        }
        return;
    }
    let mut at = 0;
    for (n, line) in text.split('\n').enumerate() {
        let place = place(n as u32 + 1);
        match Json::new(line) {
            _ if line.trim().is_empty() => {}
            Ok(json) => take(&place, json, gathering),
            Err(fault) => {
                let found = files::no_json(fault.why());
                let expected = files::object_with_text();
                gathering.at_place(&place, Severity::LeftOut, found, expected, gathered::record_left_out());
            }
        }
        at += line.len() + 1;
        done(at as u64);
    }
}

/// The text of a file, or nothing, and that is noticed.
pub(super) fn text_of(entry: &Entry<'_>, gathering: &mut Gathering) -> Option<crate::text::Text> {
    match entry.decoded() {
        Ok(decoded) => Some(decoded.text),
        Err(error) => {
            let place = Place { file: entry.name.clone(), ..Place::default() };
            gathering.at_place(&place, Severity::Refused, error.to_string(), "", &files::not_read(""));
            None
        }
    }
}
