//! Counting what passed, failed and was skipped, over all parts of a run.

use std::{fmt, process::Command};

use anyhow::Result;

use crate::process;

/// Results so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests and checks that passed.
    pub(crate) passed: usize,
    /// Tests and checks that failed; a part that could not run counts as one.
    pub(crate) failed: usize,
    /// Tests that were left out, as for want of a browser.
    pub(crate) skipped: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

impl Tally {
    /// Runs a check, which counts as one test.
    pub(crate) fn check(&mut self, command: &mut Command) -> Result<()> {
        if process::passes(command)? {
            self.passed += 1;
        } else {
            println!("FAILED: {}", process::shown(command));
            self.failed += 1;
        }
        Ok(())
    }

    /// Runs a test program and adds what its lines `test result: …` say.
    pub(crate) fn tests(&mut self, command: &mut Command) -> Result<()> {
        let before = *self;
        let ended_well = process::lines(command, |line| {
            println!("{line}");
            self.read(line);
        })?;
        if !ended_well && self.failed == before.failed {
            println!("FAILED: {}", process::shown(command));
            self.failed += 1;
        }
        Ok(())
    }

    /// The same for one that drives a browser, as flows are run: what fails is tried once more from the beginning, and
    /// said. On a busy machine a browser or its driver loses an event now and then; what is wrong fails twice.
    pub(crate) fn tests_in_a_browser(&mut self, command: &mut Command) -> Result<()> {
        let before = *self;
        self.tests(command)?;
        if self.failed > before.failed {
            println!("failed at first and is tried again: {}", process::shown(command));
            *self = before;
            self.tests(command)?;
        }
        Ok(())
    }

    /// Adds the counts of a line such as
    /// `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out`.
    fn read(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ").and_then(|(_, rest)| rest.split_once(". "))
        else {
            return;
        };
        for count in counts.split(';') {
            let mut words = count.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else { continue };
            let Ok(number) = number.parse::<usize>() else { continue };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.skipped += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn check(lines: &[&str], expected: &str) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        assert_eq!(tally.to_string(), expected);
    }

    #[test]
    fn reads_the_results_of_every_kind_of_test_program() {
        check(&[], "0 passed, 0 failed, 0 skipped");
        check(
            &[
                "running 6 tests",
                "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 7 filtered out",
            ],
            "7 passed, 3 failed, 1 skipped",
        );
        check(
            &["test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out"],
            "4 passed, 0 failed, 0 skipped",
        );
        check(&["the line 5 passed; 1 failed is not a result"], "0 passed, 0 failed, 0 skipped");
    }
}
