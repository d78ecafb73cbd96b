//! The table of what came out: printed, and shown by the README.

use std::fs;

use anyhow::{Context, Result};

use super::{Case, python::Counts};
use crate::process;

const START: &str = "<!-- interop: made by cargo xtask interop --update-readme -->\n";
const END: &str = "<!-- end of interop -->";

/// What a judge said of a format.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// The word of the format.
    pub(crate) format: String,
    /// What was chosen, where it is not the default.
    pub(crate) chosen: String,
    /// The programs that read it.
    pub(crate) judge: String,
    /// What they counted.
    pub(crate) counts: Counts,
    /// What they found wrong.
    pub(crate) problems: Vec<String>,
    /// Whether the judge is the project's own, and so on every machine.
    pub(crate) own: bool,
}

impl Row {
    /// An empty row for what was written.
    pub(crate) fn of(case: &Case) -> Self {
        Self { format: case.format.clone(), chosen: case.chosen.clone(), ..Self::default() }
    }

    /// Whether the judge is content.
    pub(crate) fn is_ok(&self) -> bool {
        self.problems.is_empty()
    }
}

/// The rows as a table.
pub(crate) fn markdown<'a>(rows: impl IntoIterator<Item = &'a Row>) -> String {
    let head = ["format", "chosen", "read by", "counted", ""].map(str::to_owned);
    let line = |row: &Row| {
        // What is not there is not worth the room.
        let counts = row.counts.iter().filter(|(_, count)| **count > 0);
        let counts: Vec<String> =
            counts.map(|(what, count)| format!("{count} {}", what.replace('_', " "))).collect();
        let ok = if row.is_ok() { "ok" } else { "NOT OK" };
        [row.format.clone(), row.chosen.clone(), row.judge.clone(), counts.join(", "), ok.to_owned()]
    };
    let rule = ["---"; 5].map(str::to_owned);
    let lines = [head, rule].into_iter().chain(rows.into_iter().map(line));
    lines.map(|cells| format!("| {} |\n", cells.join(" | "))).collect()
}

/// Whether the README shows the rows of the project's own judges; `update` puts them there.
pub(crate) fn in_readme(rows: &[Row], update: bool) -> Result<bool> {
    let path = process::root().join("README.md");
    let readme = fs::read_to_string(&path)?;
    let (before, rest) = readme.split_once(START).context("README.md marks where the table begins")?;
    let (there, after) = rest.split_once(END).context("README.md marks where the table ends")?;
    let table = markdown(rows.iter().filter(|row| row.own));
    if update {
        fs::write(path, format!("{before}{START}{table}{END}{after}"))?;
        return Ok(true);
    }
    Ok(there == table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_content_is_seen() {
        let mut row = Row { format: "csv".into(), judge: "pandas".into(), ..Row::default() };
        row.counts = [("spans".to_owned(), 3), ("relations".to_owned(), 0)].into();
        let bad = Row { problems: vec!["ragged".into()], ..Row::default() };
        let table = markdown([&row, &bad]);
        let lines: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(lines, ["| csv |  | pandas | 3 spans | ok |", "|  |  |  |  | NOT OK |"]);
    }
}
