//! The README says what is so: its table of keys is made from the table of commands.
//!
//! `UPDATE=1 cargo test --test readme` writes the table anew.

#![cfg(not(target_arch = "wasm32"))]

use postil::app::{COMMANDS, Chord, Group};
use postil::model::news;
use std::fmt::Write as _;

const START: &str = "<!-- keys: made by tests/readme.rs -->\n";
const END: &str = "<!-- end of keys -->";

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

#[test]
fn the_table_of_keys_is_the_table_of_commands() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("README.md");
    let (before, rest) = readme.split_once(START).expect("README.md marks where its table of keys begins");
    let (there, after) = rest.split_once(END).expect("README.md marks where its table of keys ends");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, format!("{before}{START}{}{END}{after}", table()))
            .expect("README.md can be written");
    } else {
        assert_eq!(there, table(), "run UPDATE=1 cargo test --test readme");
    }
}
