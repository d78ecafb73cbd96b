//! The layers stay layers: no import goes up or sideways, and what a layer must not contain it does not contain.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer, the layers that it may import, and words that must not stand in its code.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    ("words", &[], &["serde", "web_sys", "js_sys", "wasm_bindgen", "yew"]),
    ("sorted", &[], &["serde", "web_sys", "js_sys", "wasm_bindgen", "yew"]),
    ("text", &["words", "sorted"], &["serde", "web_sys", "js_sys", "wasm_bindgen", "yew"]),
    (
        "model",
        &["words", "sorted", "text"],
        &["serde", "web_sys", "js_sys", "yew", "Instant::now", "SystemTime", "rand::"],
    ),
    (
        "edit",
        &["words", "sorted", "text", "model"],
        &["serde", "web_sys", "js_sys", "yew", "Instant::now", "SystemTime", "rand::"],
    ),
    ("wire", &["words", "sorted", "text", "model", "edit"], &["web_sys", "js_sys", "yew", "std::fs"]),
    (
        "analysis",
        &["words", "sorted", "text", "model"],
        &["serde", "web_sys", "js_sys", "yew", "Instant::now", "SystemTime", "rand::"],
    ),
    (
        "formats",
        &["words", "sorted", "text", "model", "edit", "wire"],
        &["web_sys", "js_sys", "yew", "std::fs"],
    ),
    (
        "work",
        &["words", "sorted", "text", "model", "edit", "wire", "formats", "analysis"],
        &["web_sys", "js_sys", "yew"],
    ),
    ("storage", &["words", "sorted", "text", "model", "edit", "wire"], &["web_sys", "js_sys", "yew"]),
    (
        "app",
        &["words", "sorted", "text", "model", "edit", "wire", "formats", "analysis", "work", "storage"],
        &["web_sys", "js_sys", "yew", "Instant::now", "SystemTime", "rand::"],
    ),
    (
        "browser",
        &[
            "words", "sorted", "text", "model", "edit", "wire", "formats", "analysis", "work", "storage",
            "app",
        ],
        &["yew::"],
    ),
    (
        "ui",
        &[
            "words", "sorted", "text", "model", "edit", "wire", "formats", "analysis", "work", "storage",
            "app", "browser",
        ],
        &["std::fs", "serde_json::"],
    ),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return files };
    for entry in entries.map(|entry| entry.expect("a readable folder").path()) {
        if entry.is_dir() {
            files.extend(sources(&entry));
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            files.push(entry);
        }
    }
    files
}

/// Lines of code: no comments, and no tests at the bottom of a file.
fn code(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// Layers that a line names: `crate::text`, `use crate::{text, model}`.
fn named<'a>(line: &'a str, layers: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    named_in("crate::", line, layers)
}

/// Modules that a line names in a place that ends with `::`.
fn named_in<'a>(place: &'a str, line: &'a str, modules: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    modules.iter().copied().filter(move |layer| {
        line.split(place).skip(1).any(|behind| {
            let group = behind.strip_prefix('{').map(|inner| inner.split(['}', ',']).map(str::trim));
            let is = |path: &str| {
                path.split("::").next().is_some_and(|first| first.trim_end_matches(';') == *layer)
            };
            match group {
                Some(mut members) => members.any(is),
                None => is(behind.split([',', ' ', ')', '(', '<', '>', ';']).next().unwrap_or_default()),
            }
        })
    })
}

#[test]
fn imports_go_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let all: Vec<&str> = LAYERS.iter().map(|(layer, ..)| *layer).collect();
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for (layer, may, must_not) in LAYERS {
        for file in sources(&root.join(layer)) {
            looked_at += 1;
            let source = fs::read_to_string(&file).expect("readable source");
            for (number, line) in code(&source) {
                let place = format!("{}:{}", file.strip_prefix(&root).expect("inside").display(), number + 1);
                for other in named(line, &all).filter(|other| other != layer && !may.contains(other)) {
                    wrong.push(format!("{place} imports {other}"));
                }
                wrong.extend(
                    must_not.iter().filter(|word| line.contains(**word)).map(|w| format!("{place} has {w}")),
                );
            }
        }
    }
    assert!(looked_at > 30, "the test looks at the sources");
    assert!(wrong.is_empty(), "the layers are broken:\n{}", wrong.join("\n"));
}

/// What of `ui` is in the later part of the page's wasm: see `src/ui/more.rs`.
const LATER: [&str; 13] = [
    "article", "backup", "dialogs", "export", "focus", "folder", "hints", "lacking", "library", "panes",
    "read", "reading", "run",
];

/// What `ui` loads at once calls what it loads later only through `More`.
#[test]
fn the_later_part_is_reached_through_more() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    for later in LATER {
        assert!(
            ui.join(later).is_dir() || ui.join(format!("{later}.rs")).is_file(),
            "src/ui/{later} is there"
        );
    }
    let mut wrong = Vec::new();
    for file in sources(&ui) {
        let inside = file.strip_prefix(&ui).expect("inside");
        let module = inside.iter().next().and_then(|name| name.to_str()).unwrap_or_default();
        let module = module.trim_end_matches(".rs");
        if module == "more" || LATER.contains(&module) {
            continue;
        }
        // In a folder `super` is the folder.
        let place = if inside.components().count() > 1 { "crate::ui::" } else { "super::" };
        let source = fs::read_to_string(&file).expect("readable source");
        for (number, line) in code(&source) {
            let later = named_in(place, line, &LATER).chain(named_in("crate::ui::", line, &LATER)).next();
            wrong.extend(
                later.map(|later| format!("src/ui/{}:{} names {later}", inside.display(), number + 1)),
            );
        }
    }
    assert!(wrong.is_empty(), "the later part is called by another way than `More`:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_is_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).expect("src").map(|entry| entry.expect("readable").path()) {
        let name = entry.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let known = LAYERS.iter().any(|(layer, ..)| *layer == name) || name == "bin" || name.ends_with(".rs");
        assert!(known, "src/{name} is in no layer");
    }
}

/// A file that `tests/native.rs` does not name would be run by nobody, and nobody would know.
#[test]
fn every_file_of_tests_is_run() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let native = include_str!("native.rs");
    for entry in fs::read_dir(tests).expect("tests").map(|entry| entry.expect("readable").path()) {
        let name = entry.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let is_test = entry.extension().is_some_and(|ending| ending == "rs");
        let named = ["native", "web"].contains(&name) || native.contains(&format!("\nmod {name};\n"));
        assert!(named || !is_test, "tests/native.rs does not name tests/{name}.rs");
    }
}

#[test]
fn the_reader_of_imports_sees_them() {
    let layers = ["text", "model"];
    let see = |line: &'static str| named(line, &layers).collect::<Vec<_>>();
    assert_eq!(see("use crate::text::Text;"), ["text"]);
    assert_eq!(see("use crate::{text::Text, model};"), ["text", "model"]);
    assert_eq!(see("fn f(x: crate::model::Label) {"), ["model"]);
    assert_eq!(see("use crate::textual;"), Vec::<&str>::new());
}
