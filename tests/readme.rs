//! The README says what is so: its tables of keys and formats are made from the tables of commands and formats.
//!
//! `UPDATE=1 cargo test --test native readme::` writes them anew.

use postil::app::{COMMANDS, Chord, Group};
use postil::formats::{FORMATS, Holds};
use postil::model::news;
use std::fmt::Write as _;

fn caps(keys: &str) -> String {
    // A bar would end the cell, in code, too.
    let cap = |keys| Chord::parse(keys).to_string().replace('|', "\\|");
    let chords = keys.split_whitespace().map(|keys| format!("`{}`", cap(keys)));
    chords.collect::<Vec<_>>().join(" or ")
}

fn table() -> String {
    let mut table = String::from("| key | what it does |\n| --- | --- |\n");
    let labels: Vec<String> = news()
        .labels
        .iter()
        .filter_map(|label| Some(format!("`{}` {}", Chord::of_char(label.key?), label.name)))
        .collect();
    let _ = writeln!(
        table,
        "| {} | marks with that label (the news schema; a project's own schema has its own keys) |",
        labels.join(", ")
    );
    for group in Group::ALL {
        let _ = writeln!(table, "| **{}** | |", group.name());
        for info in COMMANDS.iter().filter(|info| info.group == group && !info.keys.is_empty()) {
            let _ = writeln!(table, "| {} | {} |", caps(info.keys), info.name());
        }
    }
    table
}

/// Each format: how it is read and written, what its offsets count, what it does not hold.
fn formats() -> String {
    let mut table = String::from("| format | files | in | out | offsets | choices | does not hold |\n");
    table.push_str("| --- | --- | --- | --- | --- | --- | --- |\n");
    let yes = |is: bool| if is { "✓" } else { "" };
    for format in FORMATS {
        let endings: Vec<String> = format.endings.iter().map(|ending| format!("`.{ending}`")).collect();
        // What each may be is said where it is chosen.
        let choices = format.options.iter().map(|option| option.name.say());
        let lacks: Vec<&str> = format.lacks().map(Holds::name).collect();
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {} | {} | {} |",
            format.name.say(),
            endings.join(", "),
            yes(format.reads),
            yes(format.writes),
            format.unit.map_or("", |unit| unit.name()),
            choices.collect::<Vec<_>>().join(", "),
            if lacks.is_empty() { "nothing is left out".to_owned() } else { lacks.join("; ") },
        );
    }
    table
}

/// Holds a table against what stands in the README between the marks with its name, or puts it there.
fn is_in_readme(name: &str, table: &str) {
    let (start, end) =
        (format!("<!-- {name}: made by tests/readme.rs -->\n"), format!("<!-- end of {name} -->"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("README.md");
    let (before, rest) = readme.split_once(&start).expect("README.md marks where its table begins");
    let (there, after) = rest.split_once(&end).expect("README.md marks where its table ends");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, format!("{before}{start}{table}{end}{after}"))
            .expect("README.md can be written");
    } else {
        assert_eq!(there, table, "run UPDATE=1 cargo test --test native readme::");
    }
}

/// One test for both: they write to one file.
#[test]
fn the_tables_are_those_of_the_program() {
    is_in_readme("keys", &table());
    is_in_readme("formats", &formats());
}
