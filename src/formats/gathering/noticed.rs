//! What is noticed while a file is read.

use super::Gathering;
use crate::formats::{Issue, Place, Severity};

/// So many issues of one file are told; nobody reads more.
const MOST_ISSUES: usize = 1000;

impl Gathering {
    /// Goes on with another file of the same set: what is noticed from now on is noticed there.
    pub(in crate::formats) fn in_file(&mut self, file: &str) {
        self.file = file.to_owned();
    }

    /// Notes something about a line.
    pub(in crate::formats) fn at_line(
        &mut self,
        line: u32,
        severity: Severity,
        found: String,
        expected: &str,
        done: &str,
    ) {
        let place = Place { file: self.file.clone(), line: Some(line), path: None };
        self.issue(place, severity, found, expected, done);
    }

    /// Notes something about a record, by its path in the file.
    pub(in crate::formats) fn at_path(
        &mut self,
        path: String,
        severity: Severity,
        found: String,
        expected: &str,
        done: &str,
    ) {
        let place = Place { file: self.file.clone(), line: None, path: Some(path) };
        self.issue(place, severity, found, expected, done);
    }

    /// Notes something in a place.
    pub(in crate::formats) fn at_place(
        &mut self,
        place: &Place,
        severity: Severity,
        found: String,
        expected: &str,
        done: &str,
    ) {
        self.issue(place.clone(), severity, found, expected, done);
    }

    /// Takes what another reader noticed.
    pub(in crate::formats) fn take_issue(&mut self, issue: Issue) {
        let Issue { place, severity, found, expected, done } = issue;
        self.issue(place, severity, found, &expected, &done);
    }

    fn issue(&mut self, place: Place, severity: Severity, found: String, expected: &str, done: &str) {
        if self.issues.len() >= MOST_ISSUES {
            self.more += 1;
            return;
        }
        let (expected, done) = (expected.to_owned(), done.to_owned());
        self.issues.push(Issue { place, severity, found, expected, done });
    }
}
